text = 'añb😀c'
print(len(text), text[1], text[-1], text[3], text[1:4], text[::-1], text[::2], text[10:], text[-3:-1], list(text))
print(text * 2, 2 * 'ab', 'ab' * 0, 'ab' * -1, 'a' + 'b', 'a' < 'b', 'Z' < 'a', 'é' > 'z', 'abc' == 'abc', 'a' != 'b')
# expect:
# 5 ñ c 😀 ñb😀 c😀bña abc  b😀 ['a', 'ñ', 'b', '😀', 'c']
# añb😀cañb😀c abab   ab True True True True True
# ---
'abc'[3]  # raises: IndexError: string index out of range
# ---
'abc'['a']  # raises: TypeError: string indices must be integers, not 'str'
# ---
'abc'[1.0]  # raises: TypeError: string indices must be integers, not 'float'
# ---
'abc' + 1  # raises: TypeError: can only concatenate str (not "int") to str
# ---
1 + 'abc'  # raises: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# ---
'a' * 1.5  # raises: TypeError: can't multiply sequence by non-int of type 'float'
# ---
'a' - 'b'  # raises: TypeError: unsupported operand type(s) for -: 'str' and 'str'
# ---
'a' < 1  # raises: TypeError: '<' not supported between instances of 'str' and 'int'
# ---
x = 'abc'
x[0] = 'z'  # raises: TypeError: 'str' object does not support item assignment
# ---
print(repr('it\'s'), repr('"'), repr('\'"'), repr('\n\t\\'), repr('\x00\x7f\xa0é\u200b😀'), ascii('é😀'), str('x'), repr(''))
# expect:
# "it's" '"' '\'"' '\n\t\\' '\x00\x7f\xa0é\u200b😀' '\xe9\U0001f600' x ''
