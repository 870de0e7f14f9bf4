class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        c = super().__new__(m, name, bases, ns)
        c.tag = name.lower()
        return c
    def __call__(cls, *a, **k):
        return super().__call__(*a, **k)
class M(metaclass=Meta):
    def __init__(self, v): self.v = v
print(M.tag, M(3).v, type(M).__name__)
# expect:
# m 3 Meta
# ---
class Meta(type):
    def __getattr__(cls, n): return 'meta ' + n
    def __iter__(cls): return iter([1, 2])
    def __len__(cls): return 4
    def __contains__(cls, x): return x == 1
    def __getitem__(cls, x): return ('item', x)
    @property
    def prop(cls): return 'mprop'
    def meth(cls): return cls.__name__
class WithMeta(metaclass=Meta):
    z = 1
print(WithMeta.foo, list(WithMeta), len(WithMeta), 1 in WithMeta, WithMeta[3], WithMeta.prop, WithMeta.meth(), WithMeta.z)
# expect:
# meta foo [1, 2] 4 True ('item', 3) mprop WithMeta 1
# ---
class P:
    def __init_subclass__(cls, /, k=None, **kw):
        super().__init_subclass__(**kw)
        print('sub', cls.__name__, k)
class Q(P, k=5): pass
class R(Q): pass
# expect:
# sub Q 5
# sub R None
# ---
class CG:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(CG[int])
T = type('T', (int,), {'x': 1, 'm': lambda self: self + 1})
print(T(4).m(), T.x, T.__name__, T.__mro__[1])
# expect:
# ('CG', <class 'int'>)
# 5 1 T <class 'int'>
