# differs: `is` compares numbers by their value, because small numbers are not objects.
# Python's answer depends on which numbers it keeps as shared objects. A nan is identical to any nan with the same bits, so a list that
# holds one equals another such list. Instead: `==` for numbers, `math.isnan` for nan.
a = 100000
b = 99999 + 1
print(a is b, 1.5 is 3.0 / 2, [float('nan')] == [float('nan')], float('nan') == float('nan'))
# expect:
# True True True False
