1, 0x1F, 0b101, 0o17, 1_000, 1.5, .5, 5., 1e-3, 2j, 123456789012345678901234567890
'a', "it's", 'b' "c", r'\d', b'x\x00\n', u'é', '\x41\u00e9\N{BULLET}', '''a
b'''
f'{x}', f'a{x!r:>{width}}b', f'{x=}', f'{x = !s}', f'{{}}', 'p' f'{a + b}' 'q', f'{d["k"]:%Y}', f"{x:{a}{b}.2f}"
a + b * c ** -d // e @ f - ~g % h << i >> j & k | l ^ m
not a and b or c and not d
a < b <= c != d is e is not f in g not in h == i
x if y else z if w else v
lambda: 0
lambda a, b=1, /, c=2, *d, e, f=3, **g: (a, b)
f(), f(a), f(a, *b, c=1, **d), f(x for x in y), f(a := 1, b)
a.b.c[d][1:2, ::3, ...][:, None][*e]
[], [1], [*a, b], (), (1,), (a, *b), {}, {1: 2, **c}, {1, *d}, (a)
[x for x in y if a if b for z in x], {x: y for x, y in z}, {x for x in y}, (x for x, in y)
(y := f(x))
