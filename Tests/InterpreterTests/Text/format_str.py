for spec in ('', 's', '5', '<5', '>5', '^5', '*^7', '.2', '5.2', '05', 'é<4', '.0'):
    print(repr(format('abc', spec)), end=' ')
print()
print('{} {}'.format(1, 'a'), '{1} {0}'.format('x', 'y'), '{a} {b[k]} {c.real}'.format(a=1, b={'k': 2}, c=3), '{0[1]}'.format([5, 6]), '{{}}'.format(), '{:>{w}.{p}f}'.format(3.14159, w=8, p=2))
print('{!r} {!s} {!a}'.format('é', 'é', 'é'), '{0!r:>6}'.format('a'), '{:d} {:x}'.format(10, 255), '{x:%}'.format(x=0.25), '{:>.9}'.format(0.123456789123))
print('{a}'.format_map({'a': 1}), '{0.__class__.__name__}'.format(1))
# expect:
# 'abc' 'abc' 'abc  ' 'abc  ' '  abc' ' abc ' '**abc**' 'ab' 'ab   ' 'abc00' 'abcé' '' 
# 1 a y x 1 2 3 6 {}     3.14
# 'é' é '\xe9'    'a' 10 ff 25.000000% 0.123456789
# 1 int
# ---
'{} {}'.format(1)  # raises: IndexError: Replacement index 1 out of range for positional args tuple
# ---
'{0} {}'.format(1, 2)  # raises: ValueError: cannot switch from manual field specification to automatic field numbering
# ---
'{} {0}'.format(1, 2)  # raises: ValueError: cannot switch from automatic field numbering to manual field specification
# ---
'{a}'.format()  # raises: KeyError: 'a'
# ---
'{'.format()  # raises: ValueError: Single '{' encountered in format string
# ---
'}'.format()  # raises: ValueError: Single '}' encountered in format string
# ---
'{!x}'.format(1)  # raises: ValueError: Unknown conversion specifier x
# ---
'{0.x}'.format(1)  # raises: AttributeError: 'int' object has no attribute 'x'
# ---
'{:d}'.format('a')  # raises: ValueError: Unknown format code 'd' for object of type 'str'
# ---
'{0[a}'.format([1])  # raises: ValueError: expected '}' before end of string
# ---
'{!r'.format(1)  # raises: ValueError: unmatched '{' in format spec
# ---
'{a.}'.format(a=1)  # raises: ValueError: Empty attribute in format string
