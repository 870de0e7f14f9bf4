print('a,b,,c'.split(','), 'a,b,,c'.split(',', 1), 'a,b,,c'.rsplit(',', 1), ''.split(','), ''.split(), '  a  b c '.split())
print('  a  b c '.split(None, 1), '  a  b c '.rsplit(None, 1), 'a<>b<>c'.split('<>'), 'abc'.split('x'), ' a b '.split(' '))
print('a\nb\r\nc\rd'.splitlines(), 'a\nb\n'.splitlines(True), ''.splitlines(), '\n'.splitlines(), 'a\x0bb\u2028c'.splitlines())
print('k=v=w'.partition('='), 'k=v=w'.rpartition('='), 'kv'.partition('='), 'kv'.rpartition('='))
# expect:
# ['a', 'b', '', 'c'] ['a', 'b,,c'] ['a,b,', 'c'] [''] [] ['a', 'b', 'c']
# ['a', 'b c '] ['  a  b', 'c'] ['a', 'b', 'c'] ['abc'] ['', 'a', 'b', '']
# ['a', 'b', 'c', 'd'] ['a\n', 'b\n'] [] [''] ['a', 'b', 'c']
# ('k', '=', 'v=w') ('k=v', '=', 'w') ('kv', '', '') ('', '', 'kv')
# ---
'a'.split('')  # raises: ValueError: empty separator
# ---
'a'.partition('')  # raises: ValueError: empty separator
# ---
print(','.join(['a', 'b']), ''.join('xyz'), '-'.join(()), ' '.join(str(i) for i in range(3)))
# expect:
# a,b xyz  0 1 2
# ---
','.join(['a', 1])  # raises: TypeError: sequence item 1: expected str instance, int found
# ---
','.join(5)  # raises: TypeError: can only join an iterable
# ---
print('a-b_c'.split('-', maxsplit=1), 'a b'.split(sep=' '))
# expect:
# ['a', 'b_c'] ['a', 'b']
