print('%d %i %u|%5d|%-5d|%05d|%+d|% d' % (1, 2, 3, 4, 5, 6, 7, 8), '%x %X %#x %o %#o' % (255, 255, 255, 8, 8))
print('%f %.2f %10.3f %-10.1f| %e %.1E %g %G %.3g %#.0f' % (1.5, 2.675, 3.14159, 2.25, 12345.678, 0.00012, 1e-5, 1e20, 1234567, 3))
print('%s %r %a %10s|%-10s|%.2s' % ('é', 'é', 'é', 'ab', 'cd', 'xyz'), '%c%c' % ('a', 98), '%%', '%5.1f%%' % 12.34, '%s' % [1, 2], '%s' % ((1, 2),))
print('%(a)d %(b)s' % {'a': 1, 'b': 'x'}, '%*d %-*d|' % (5, 1, 4, 2), '%.*f' % (2, 3.14159), '%d' % 3.99, '%d' % True, '%s' % None, '%d' % 10**20, '%.0f' % 0.5)
print('%5s|%5r' % ('a', 'b'), '%+.1f' % -0.0, '%08.3f' % -3.14159, '%x' % -255, '%i' % -5, '%F' % float('nan'))
# expect:
# 1 2 3|    4|5    |00006|+7| 8 ff FF 0xff 10 0o10
# 1.500000 2.67      3.142 2.2       | 1.234568e+04 1.2E-04 1e-05 1E+20 1.23e+06 3.
# é 'é' '\xe9'         ab|cd        |xy ab %%  12.3% [1, 2] (1, 2)
# 1 x     1 2   | 3.14 3 1 None 100000000000000000000 0
#     a|  'b' -0.0 -003.142 -ff -5 NAN
# ---
'%d' % 'a'  # raises: TypeError: %d format: a real number is required, not str
# ---
'%d %d' % 1  # raises: TypeError: not enough arguments for format string
# ---
'%d' % (1, 2)  # raises: TypeError: not all arguments converted during string formatting
# ---
'%z' % 1  # raises: ValueError: unsupported format character 'z' (0x7a) at index 1
# ---
'%(a)d' % 1  # raises: TypeError: format requires a mapping
# ---
'%(a)d' % {}  # raises: KeyError: 'a'
# ---
'%x' % 1.5  # raises: TypeError: %x format: an integer is required, not float
# ---
'%c' % 'ab'  # raises: TypeError: %c requires int or char
# ---
'%' % ()  # raises: ValueError: incomplete format
# ---
'abc' % 1  # raises: TypeError: not all arguments converted during string formatting
# ---
'%s %s' % 'a'  # raises: TypeError: not enough arguments for format string
# ---
'%f' % 'a'  # raises: TypeError: must be real number, not str
# ---
'%(a' % {'a': 1}  # raises: ValueError: incomplete format key
# ---
'%c' % -1  # raises: OverflowError: %c arg not in range(0x110000)
