print('aaa'.replace('a', 'b'), 'aaa'.replace('a', 'b', 2), 'abc'.replace('', '-'), 'abc'.replace('', '-', 2), 'abc'.replace('x', 'y'), 'éa'.replace('é', 'e'))
print('hello'.translate(str.maketrans('el', 'ip')), 'hello'.translate(str.maketrans({'l': None, 'o': '0'})), 'abc'.translate({97: 'XY'}), 'a-b'.translate(str.maketrans('', '', '-')))
# expect:
# bbb bba -a-b-c- -a-bc abc ea
# hippo he0 XYbc ab
# ---
str.maketrans('a', 'bc')  # raises: ValueError: the first two maketrans arguments must have equal length
# ---
'a'.replace(1, 'b')  # raises: TypeError: replace() argument 1 must be str, not int
