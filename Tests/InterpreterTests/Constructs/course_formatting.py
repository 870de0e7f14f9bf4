# construct: %d, %04d, %.3f, %5d, %%, %.2f, %.5f, %5s, str-%-format
print('Epoch %d/%04d' % (3, 20), '|%5d|%-5d|%+d|' % (7, 7, 7), '%.3f %.2f %.5f' % (3.14159, 2.5, 1e-4), '100%%' % (), '|%5s|%-5s|' % ('ab', 'cd'))
print('Accuracy: %2.2f%%' % 97.1234, '%s %r' % ('a', 'a'), '%x %o %e %g' % (255, 8, 12345.678, 1e-7), '%(name)s=%(value).1f' % {'name': 'loss', 'value': .25})
print('%d' % 3.99, '%d' % True, '%s' % [1, 2], '%s' % None, '%c%c' % (72, 'i'), '%*d' % (6, 42), '%5.1f|%-8.3f|' % (2.25, 2.25))
for template, value in [('%d', 'x'), ('%s %s', 'one'), ('%s', (1, 2)), ('%q', 1), ('%d', None), ('%(a)s', 3)]:
    try: print(template % value)
    except Exception as error: print(type(error).__name__, error)
# expect:
# Epoch 3/0020 |    7|7    |+7| 3.142 2.50 0.00010 100% |   ab|cd   |
# Accuracy: 97.12% a 'a' ff 10 1.234568e+04 1e-07 loss=0.2
# 3 1 [1, 2] None Hi     42   2.2|2.250   |
# TypeError %d format: a real number is required, not str
# TypeError not enough arguments for format string
# TypeError not all arguments converted during string formatting
# ValueError unsupported format character 'q' (0x71) at index 1
# TypeError %d format: a real number is required, not NoneType
# TypeError format requires a mapping
# ---
# construct: {}, {:.6f}, {:4d}, {:.9f}, {:>.9}, {:>4}, {:.3f}, {:05.4f}, {:2.2f}, str.format
print('{} {}'.format('a', 1), '{1} {0}'.format('a', 'b'), '{:.6f}|{:4d}|{:.9f}'.format(0.1234567, 42, 1 / 3))
print('cost = {:>.9}'.format(0.123456789123), '{:>4}|{:>4}'.format(12, 'ab'), '{:.3f}|{:05.4f}|{:2.2f}'.format(2.0, 3.14159, 99.5))
print('Epoch: {:04d} Cost: {:.6f}'.format(7, 1.5), '{:>10}|{:<10}|{:^10}|'.format('r', 'l', 'c'), '{:,}'.format(1234567), '{:%}'.format(.5))
print('{name} {0[1]} {1.real} {0!r}'.format([1, 2], 3, name='n'), '{{}}'.format(), '{:{w}.{p}f}'.format(3.14159, w=9, p=2), '{:+.1e}'.format(12345))
for template, arguments in [('{}', ()), ('{:d}', ('a',)), ('{:.2f}', ('a',)), ('{x}', ()), ('{', ()), ('}', ()), ('{:y}', (1,)), ('{} {1}', (1, 2))]:
    try: print(template.format(*arguments))
    except Exception as error: print(type(error).__name__, error)
# expect:
# a 1 b a 0.123457|  42|0.333333333
# cost = 0.123456789   12|  ab 2.000|3.1416|99.50
# Epoch: 0007 Cost: 1.500000          r|l         |    c     | 1,234,567 50.000000%
# n 2 3 [1, 2] {}      3.14 +1.2e+04
# IndexError Replacement index 0 out of range for positional args tuple
# ValueError Unknown format code 'd' for object of type 'str'
# ValueError Unknown format code 'f' for object of type 'str'
# KeyError 'x'
# ValueError Single '{' encountered in format string
# ValueError Single '}' encountered in format string
# ValueError Unknown format code 'y' for object of type 'int'
# ValueError cannot switch from automatic field numbering to manual field specification
# ---
# construct: {x:1.3f}, {x}, f-string, {x=}, {x!r:>6}, {x:{w}}
x, w, name = 3.14159, 9, 'net'
print(f'{x:1.3f} {x} {name}', f'{x=}', f'{x = :.2f}', f'{name!r:>6}|', f'{x:{w}.{2}f}|', f'{{{name}}}', f'{x if x > 3 else 0}', f'{[i for i in range(3)]}')
print(f'{1000000:,}', f'{255:#x}', f'{"nested"}', f'{name.upper()[0]}', f'{(lambda n: n * 2)(4)}', f'''{
    x:.1f}''', f'{3:>{w}}|', rf'\{name}', f'{x!s:.4}', f'{None}', f'{True:d}')
# expect:
# 3.142 3.14159 net x=3.14159 x = 3.14  'net'|      3.14| {net} 3.14159 [0, 1, 2]
# 1,000,000 0xff nested N 8 3.1         3| \net 3.14 None 1
