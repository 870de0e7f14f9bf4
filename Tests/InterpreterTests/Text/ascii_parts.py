s = 'hello world'
print(s[0], s[-1], s[2:7], s[:3], s[-3:], s[5:2], s[:], s[::2], s[::-1], s[100:], s[-100:3], s[True:3])
t = 'héllo'
print(t[1], t[1:3], t[-2:], [c for c in t], [c for c in s])
print(' a  b\tc\n'.split(), 'a\x1cb c'.split(), 'a b c'.split(None, 1), '-'.join(['a', 'b']), 'é'.join('abc'), ''.join([]))
for f in (lambda: s[11], lambda: s[-12], lambda: s['a'], lambda: s[1.0], lambda: s[:'x']):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
# expect:
# h d llo w hel rld  hello world hlowrd dlrow olleh  hel el
# é él lo ['h', 'é', 'l', 'l', 'o'] ['h', 'e', 'l', 'l', 'o', ' ', 'w', 'o', 'r', 'l', 'd']
# ['a', 'b', 'c'] ['a', 'b', 'c'] ['a', 'b c'] a-b aébéc 
# IndexError string index out of range
# IndexError string index out of range
# TypeError string indices must be integers, not 'str'
# TypeError string indices must be integers, not 'float'
# TypeError slice indices must be integers or None or have an __index__ method
