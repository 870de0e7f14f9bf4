print(repr('  a b\t\n'.strip()), repr('xxaxx'.strip('x')), repr('xyaxy'.lstrip('yx')), repr('abcabc'.rstrip('cb')), repr('   '.strip()))
print('prefix-x'.removeprefix('prefix-'), 'x.py'.removesuffix('.py'), 'x'.removeprefix('y'), 'x'.removesuffix(''))
print(repr('\u3000a\xa0'.strip()))
# expect:
# 'a b' 'a' 'axy' 'abca' ''
# x x x x
# 'a'
# ---
'a'.strip(1)  # raises: TypeError: strip arg must be None or str
