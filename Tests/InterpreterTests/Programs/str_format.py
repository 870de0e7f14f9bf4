print('{0} {1} {0}'.format('a', 'b'), '{} {}'.format(1, 2), '{a[0]} {b.real} {c[k]}'.format(a=[1], b=2, c={'k': 3}), '{:{}}'.format('x', 5), '{0!r:>10}'.format('q'), '{{}}'.format())
for t, a in [('{', ()), ('}', ()), ('{}', ()), ('{0} {}', (1, 2)), ('{a}', ()), ('{0.x}', (1,)), ('{0[x]}', ([1],)), ('{!x}', (1,)), ('{:d}', ('a',)), ('{0[}', (1,)), ('{0!}', (1,)), ('{0!rr}', (1,))]:
    try: print(t.format(*a))
    except Exception as e: print(t, type(e).__name__, e)
print('{:>{w}.{p}f}'.format(3.14159, w=10, p=2), f'{3.14159:>{10}.{2}f}', f'{"a"!r:*^9}', f'{1+1=}', f'{ "x" = !s:>5}', f"{'nested ' + f'{1}'}")
class P:
    def __format__(self, s): return f'<{s}>'
    def __repr__(self): return 'P()'
    def __str__(self): return 'p'
print(f'{P()} {P():abc} {P()!r} {P()!s:>5}', '{:x y}'.format(P()), format(P(), 'q'))
# expect:
# a b a 1 2 1 2 3 x            'q' {}
# { ValueError Single '{' encountered in format string
# } ValueError Single '}' encountered in format string
# {} IndexError Replacement index 0 out of range for positional args tuple
# {0} {} ValueError cannot switch from manual field specification to automatic field numbering
# {a} KeyError 'a'
# {0.x} AttributeError 'int' object has no attribute 'x'
# {0[x]} TypeError list indices must be integers or slices, not str
# {!x} ValueError Unknown conversion specifier x
# {:d} ValueError Unknown format code 'd' for object of type 'str'
# {0[} ValueError expected '}' before end of string
# {0!} ValueError unmatched '{' in format spec
# {0!rr} ValueError expected ':' after conversion specifier
#       3.14       3.14 ***'a'*** 1+1=2  "x" =     x nested 1
# <> <abc> P()     p <x y> <q>
