text = 'naïve café naïve'
print(text.find('naïve'), text.find('naïve', 1), text.rfind('naïve'), text.find('x'), text.index('café'), text.rindex('a'))
print(text.find('', 3), text.find('', 99), text.rfind(''), text.count('a'), text.count(''), text.count('na', 1))
print(text.find('é', -8), text.find('na', 2, 5), 'abc'.find('c', None, 2))
# expect:
# 0 11 11 -1 6 12
# 3 -1 16 3 17 1
# 9 -1 -1
# ---
'abc'.index('z')  # raises: ValueError: substring not found
# ---
'abc'.find(1)  # raises: TypeError: must be str, not int
# ---
print('abc'.startswith('a'), 'abc'.startswith(('x', 'ab')), 'abc'.startswith('b', 1), 'abc'.endswith('c'), 'abc'.endswith(('b', 'x')))
print('abc'.startswith(''), 'abc'.startswith('', 4), 'abc'.endswith('ab', 0, 2), 'é'.startswith('é'))
# expect:
# True True True True False
# True False True True
# ---
'abc'.startswith(1)  # raises: TypeError: startswith first arg must be str or a tuple of str, not int
# ---
print('a' in 'abc', '' in 'abc', 'ac' in 'abc', 'é' in 'café', 'e' not in 'café')
# expect:
# True True False True True
# ---
1 in 'abc'  # raises: TypeError: 'in <string>' requires string as left operand, not int
