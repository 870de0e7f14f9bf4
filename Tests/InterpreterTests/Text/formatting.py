print('{:>10}|{:<10}|{:^10}|'.format('a', 'b', 'c'), '{0} {1} {0}'.format(1, 2), '{a} {b}'.format(a=1, b=2), '{:.3f} {:e} {:g}'.format(3.14159, 12345.678, 0.0001))
# expect:
#          a|b         |    c     | 1 2 1 1 2 3.142 1.234568e+04 0.0001
# ---
print('%d %s %r %5.2f %x %o %e %%' % (5, 'a', 'b', 3.14159, 255, 8, 12345.678), '%s' % 5, '%5d|%-5d|%05d' % (1, 2, 3), '%(a)s %(b)d' % {'a': 1, 'b': 2}, '%c%c' % (65, 'b'), '%+d % d' % (5, 5), '%s' % (1,), '%.3s' % 'abcdef')
# expect:
# 5 a 'b'  3.14 ff 10 1.234568e+04 % 5     1|2    |00003 1 2 Ab +5  5 1 abc
# ---
'%d' % 'a'  # raises: TypeError: %d format: a real number is required, not str
# ---
'%d %d' % 1  # raises: TypeError: not enough arguments for format string
# ---
'%d' % (1, 2)  # raises: TypeError: not all arguments converted during string formatting
# ---
'%q' % 1  # raises: ValueError: unsupported format character 'q' (0x71) at index 1
# ---
'{} {}'.format(1)  # raises: IndexError: Replacement index 1 out of range for positional args tuple
# ---
'{a}'.format(b=1)  # raises: KeyError: 'a'
# ---
'{0} {}'.format(1, 2)  # raises: ValueError: cannot switch from manual field specification to automatic field numbering
# ---
'{:d}'.format(1.5)  # raises: ValueError: Unknown format code 'd' for object of type 'float'
# ---
'{:x}'.format('a')  # raises: ValueError: Unknown format code 'x' for object of type 'str'
# ---
x = 3.14159; n = 42; s = 'hi'
print(f'{x:.2f} {n:05d} {s!r} {s:>5} {n:#x} {x:10.3e} {n:,} {x=} {n + 1 = } {s!r:>6} {"nested"} {n:{5}d} {{}} {x!s:.4} {n:b}')
# expect:
# 3.14 00042 'hi'    hi 0x2a  3.142e+00 42 x=3.14159 n + 1 = 43   'hi' nested    42 {} 3.14 101010
# ---
print(f'{1 + 1}{"a" "b"}', f'{[i for i in range(3)]}', f'{ {"a": 1}["a"] }', f'{(lambda v: v * 2)(3)}', f'{"x":*^5}', f'{5:{">"}{6}}', f'{True}', f'{None}', f'{3.0}', f'{10 ** 20:,}')
# expect:
# 2ab [0, 1, 2] 1 6 **x**      5 True None 3.0 100,000,000,000,000,000,000
# ---
f'{1:q}'  # raises: ValueError: Unknown format code 'q' for object of type 'int'
# ---
f'{undefined}'  # raises: NameError: name 'undefined' is not defined
# ---
print('{:,}'.format(1234567.891), '{:_}'.format(1234567), '{:.2%}'.format(0.1234), '{:+.1f}'.format(2.25), '{: d}'.format(5), '{:<5}|'.format(1), '{:^7.2f}|'.format(1.5), '{:08.3f}'.format(-3.14159), '{:#o} {:#b} {:#X}'.format(8, 5, 255), '{:c}'.format(97), '{!r:>5}'.format('a'), '{0[1]} {1.real} {2[k]}'.format([1, 2], 5, {'k': 'v'}))
# expect:
# 1,234,567.891 1_234_567 12.34% +2.2  5 1    |  1.50  | -003.142 0o10 0b101 0XFF a   'a' 2 5 v
# ---
print(str(1e16), str(1e15), repr(0.1), str(1 / 3), 1e-7, 100000.0, 1e22, 123456789012345680.0, float('inf'), -float('inf'), float('nan'), 1.5e300, 2.5e-300)
# expect:
# 1e+16 1000000000000000.0 0.1 0.3333333333333333 1e-07 100000.0 1e+22 1.2345678901234568e+17 inf -inf nan 1.5e+300 2.5e-300
# ---
print('abc'.upper(), 'ABC'.lower(), 'a b'.title(), 'abc'.capitalize(), ' x '.strip(), 'xxaxx'.strip('x'), 'a,b,c'.split(','), 'a  b'.split(), 'abc'.replace('b', 'X'), 'abc'.find('c'), 'abc'.find('z'), 'abcabc'.count('b'), 'abc'.startswith('ab'), 'abc'.endswith(('x', 'c')), '-'.join(['a', 'b']), 'abc'.center(7, '*'), '5'.zfill(3), 'a\nb'.splitlines(), 'abc'.index('b'), 'aBc'.swapcase(), 'a-b'.partition('-'), 'a.b.c'.rsplit('.', 1), 'abc'.isalpha(), '12'.isdigit(), ' '.isspace(), 'abc'.islower())
# expect:
# ABC abc A B Abc x a ['a', 'b', 'c'] ['a', 'b'] aXc 2 -1 2 True True a-b **abc** 005 ['a', 'b'] 1 AbC ('a', '-', 'b') ['a.b', 'c'] True True True True
# ---
'abc'.index('z')  # raises: ValueError: substring not found
# ---
'abc' + 5  # raises: TypeError: can only concatenate str (not "int") to str
# ---
'abc'[5]  # raises: IndexError: string index out of range
# ---
'abc'['a']  # raises: TypeError: string indices must be integers, not 'str'
# ---
'abc'[0] = 'x'  # raises: TypeError: 'str' object does not support item assignment
# ---
'abc' * 'a'  # raises: TypeError: can't multiply sequence by non-int of type 'str'
# ---
'a' < 5  # raises: TypeError: '<' not supported between instances of 'str' and 'int'
# ---
5 in 'abc'  # raises: TypeError: 'in <string>' requires string as left operand, not int
# ---
'-'.join([1, 2])  # raises: TypeError: sequence item 0: expected str instance, int found
# ---
int('a' 'b')  # raises: ValueError: invalid literal for int() with base 10: 'ab'
# ---
print('abc'[1], 'abc'[-1], 'abc'[::-1], 'abc'[1:], 'héllo'[1], len('héllo'), '日本語'[1:], 'a' in 'abc', 'abc' < 'abd', 'a' * 3, 'abc' == "abc", 'a' 'b', """tri
ple""", r'\n', 'tab\t|', '\x41\u00e9\N{BULLET}')
# expect:
# b c cba bc é 5 本語 True True aaa True ab tri
# ple \n tab	| Aé•
# ---
print('a=%s b=%s' % (1, [2]), 'Epoch {:4d}/{} Cost: {:.6f}'.format(5, 20, 0.123456789), '[Epoch: {:>4}] cost = {:>.9}'.format(1, 0.225552619), 'Accuracy: {:.2f}%'.format(98.7654))
# expect:
# a=1 b=[2] Epoch    5/20 Cost: 0.123457 [Epoch:    1] cost = 0.225552619 Accuracy: 98.77%
# ---
s = 'hello world'; print(s.title(), s.split()[0], s[:5], s[-5:], s.find('o', 5), s.rfind('o'), [c for c in s if c in 'aeiou'], ''.join(sorted(set(s))), s.encode(), s.translate(str.maketrans('lo', '01')), s.expandtabs(), s.removeprefix('he'), s.casefold())
# expect:
# Hello World hello hello world 7 7 ['e', 'o', 'o']  dehlorw b'hello world' he001 w1r0d hello world llo world hello world
# ---
print(b'abc'[0], b'abc'[1:], b'a' + b'b', b'abc'.decode(), bytes([1, 2]), b'\x00\xff', list(b'ab'), b'a' in b'abc', b'abc'.hex(), bytes.fromhex('6162'), bytearray(b'x') + b'y')
# expect:
# 97 b'bc' b'ab' abc b'\x01\x02' b'\x00\xff' [97, 98] True 616263 b'ab' bytearray(b'xy')
# ---
b'a' + 'b'  # raises: TypeError: can't concat str to bytes
# ---
b'abc'.decode('nope')  # raises: LookupError: unknown encoding: nope
# ---
print('%s' % None, '%r' % 'x', '%s %s' % ('a', 'b'), '%10s|%-10s|' % ('a', 'b'), '%.2f' % 2, '%g' % 1e10, '%g' % 0.5, '%i' % 3.9, '%s' % [1, 2], '%s' % {'a': 1}, '%#x' % 255, '%%')
# expect:
# None 'x' a b          a|b         | 2.00 1e+10 0.5 3 [1, 2] {'a': 1} 0xff %%
