print('a,b,,c'.split(','), 'a b  c '.split(), 'a b c d'.split(None, 2), 'a.b.c'.rsplit('.', 1), 'abc'.partition('b'), 'abcabc'.rpartition('b'), 'x'.partition('y'))
print('line1\nline2\r\nline3\x0bfoo\x85bar'.splitlines(), 'a\nb\n'.splitlines(True))
print('abc'.translate(str.maketrans('ab', 'xy', 'c')), 'abc'.translate({97: None, 98: 'ZZ'}), str.maketrans({'a': 1}))
print('%s|%r|%5.2f|%-8s|%+d|%x|%o|%e|%g|%c|%%' % ('a', 'b', 3.14159, 'left', 5, 255, 8, 12345.678, 1e-10, 'c'))
print('%(a)s %(b)05d' % {'a': 1, 'b': 42}, '%*.*f' % (10, 3, 2.5), '%#x %#o % d' % (255, 8, 42), '%i %u' % (3.9, 4))
# expect:
# ['a', 'b', '', 'c'] ['a', 'b', 'c'] ['a', 'b', 'c d'] ['a.b', 'c'] ('a', 'b', 'c') ('abca', 'b', 'c') ('x', '', '')
# ['line1', 'line2', 'line3', 'foo', 'bar'] ['a\n', 'b\n']
# xy ZZc {97: 1}
# a|'b'| 3.14|left    |+5|ff|10|1.234568e+04|1e-10|c|%
# 1 00042      2.500 0xff 0o10  42 3 4
