def f(a, b=2, *args, c, d=4, **kw): return (a, b, args, c, d, kw)
print(f(1, c=3), f(1, 5, 6, 7, c=8, z=9), f(c=1, a=2), f(*[1, 2, 3], **{'c': 4, 'q': 5}), f(1, *(2,), *[3], c=1, **{}, **{'x': 1}))
# expect:
# (1, 2, (), 3, 4, {}) (1, 5, (6, 7), 8, 4, {'z': 9}) (2, 2, (), 1, 4, {}) (1, 2, (3,), 4, 4, {'q': 5}) (1, 2, (3,), 1, 4, {'x': 1})
# ---
def f(a, /, b, *, c): return (a, b, c)
print(f(1, 2, c=3), f(1, b=2, c=3))
f(a=1, b=2, c=3)  # raises: TypeError: f() got some positional-only arguments passed as keyword arguments: 'a'
# expect:
# (1, 2, 3) (1, 2, 3)
# ---
def f(a, b): pass
f(1)  # raises: TypeError: f() missing 1 required positional argument: 'b'
# ---
def f(a, b): pass
f()  # raises: TypeError: f() missing 2 required positional arguments: 'a' and 'b'
# ---
def f(a, b, c): pass
f()  # raises: TypeError: f() missing 3 required positional arguments: 'a', 'b', and 'c'
# ---
def f(a): pass
f(1, 2)  # raises: TypeError: f() takes 1 positional argument but 2 were given
# ---
def f(a, b=1): pass
f(1, 2, 3)  # raises: TypeError: f() takes from 1 to 2 positional arguments but 3 were given
# ---
def f(): pass
f(1)  # raises: TypeError: f() takes 0 positional arguments but 1 was given
# ---
def f(a): pass
f(1, a=2)  # raises: TypeError: f() got multiple values for argument 'a'
# ---
def f(a): pass
f(b=1)  # raises: TypeError: f() got an unexpected keyword argument 'b'
# ---
def f(*, k): pass
f()  # raises: TypeError: f() missing 1 required keyword-only argument: 'k'
# ---
def f(*, k, j): pass
f()  # raises: TypeError: f() missing 2 required keyword-only arguments: 'k' and 'j'
# ---
def f(a, *, k): pass
f(1, 2)  # raises: TypeError: f() takes 1 positional argument but 2 were given
# ---
def f(**kw): return kw
f(**{1: 2})  # raises: TypeError: keywords must be strings
# ---
def f(a): pass
f(**{'a': 1}, **{'a': 2})  # raises: TypeError: __main__.f() got multiple values for keyword argument 'a'
# ---
def f(*a): return a
f(*5)  # raises: TypeError: __main__.f() argument after * must be an iterable, not int
# ---
def f(**k): return k
f(**5)  # raises: TypeError: __main__.f() argument after ** must be a mapping, not int
# ---
def f(x=[]):
    x.append(1)
    return x
print(f(), f(), f([5]), f.__defaults__)
# expect:
# [1, 1] [1, 1] [5, 1] ([1, 1],)
# ---
def outer():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
a, b = outer(), outer()
print(a(), a(), b(), a())
# expect:
# 1 2 1 3
# ---
fs = [lambda: i for i in range(3)]
print([f() for f in fs], [f(1) for f in [lambda x, i=i: x + i for i in range(3)]])
# expect:
# [2, 2, 2] [1, 2, 3]
# ---
x = 1
def f():
    global x, y
    x += 1
    y = 5
f(); print(x, y)
# expect:
# 2 5
# ---
def f():
    print(x)
    x = 1
x = 5
f()  # raises: UnboundLocalError: cannot access local variable 'x' where it is not associated with a value
# ---
def f():
    def g(): return v
    g()
    v = 1
f()  # raises: NameError: cannot access free variable 'v' where it is not associated with a value in enclosing scope
# ---
def f(n): return 1 if n < 2 else n * f(n - 1)
print(f(20), f(30))
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(15))
# expect:
# 2432902008176640000 265252859812191058636308480000000
# 610
# ---
f = lambda *a, **k: (a, k)
print(f(), f(1, b=2), (lambda x, y=2: x * y)(3), (lambda: 5)())
# expect:
# ((), {}) ((1,), {'b': 2}) 6 5
# ---
def deco(fn):
    def wrapper(*a, **k):
        print('calling', fn.__name__)
        return fn(*a, **k)
    return wrapper
def tag(name):
    def d(fn): fn.tag = name; return fn
    return d
@deco
@tag('t')
def f(x): return x + 1
print(f(1), f.__name__)
# expect:
# calling f
# 2 wrapper
# ---
def f(a: int, b: 'str' = 'x') -> list:
    """Doc string."""
    return [a, b]
print(f.__annotations__, f.__doc__, f.__name__, f.__qualname__, f.__module__, f(1), f.__kwdefaults__)
# expect:
# {'a': <class 'int'>, 'b': 'str', 'return': <class 'list'>} Doc string. f f __main__ [1, 'x'] None
# ---
def f(): pass
f.attr = 5
print(f.attr, f(), f.__dict__, callable(f), callable(5), callable(len), callable(int))
# expect:
# 5 None {'attr': 5} True False True True
# ---
def f():
    """d"""
print(type(f), type(len), type(lambda: 0))
# expect:
# <class 'function'> <class 'builtin_function_or_method'> <class 'function'>
# ---
def f(a, b, c): return a + b * c
print(f(*range(3)), f(b=2, a=1, c=3), f(1, *[2], c=3))
# expect:
# 2 7 7
# ---
def f(): return 1, 2
a, b = f(); print(a, b, f())
# expect:
# 1 2 (1, 2)
# ---
def apply(fn, *args, **kw): return fn(*args, **kw)
print(apply(max, 3, 1, 2), apply(sorted, [3, 1], reverse=True), apply(dict, a=1), apply(lambda: 'x'))
# expect:
# 3 [3, 1] {'a': 1} x
# ---
def f(): yield
print(f.__name__, type(f()).__name__)
# expect:
# f generator
# ---
def counter():
    counter.n += 1
    return counter.n
counter.n = 0
counter(); print(counter())
# expect:
# 2
# ---
len()  # raises: TypeError: len() takes exactly one argument (0 given)
# ---
len(1, 2)  # raises: TypeError: len() takes exactly one argument (2 given)
# ---
[].append()  # raises: TypeError: list.append() takes exactly one argument (0 given)
# ---
'a'.join()  # raises: TypeError: str.join() takes exactly one argument (0 given)
# ---
isinstance(1)  # raises: TypeError: isinstance expected 2 arguments, got 1
# ---
abs()  # raises: TypeError: abs() takes exactly one argument (0 given)
# ---
5()  # raises: TypeError: 'int' object is not callable
# ---
'a'(1)  # raises: TypeError: 'str' object is not callable
# ---
None()  # raises: TypeError: 'NoneType' object is not callable
# ---
[1, 2](0)  # raises: TypeError: 'list' object is not callable
# ---
def f(x): return x
print(f(x := 5), x, (y := 3) + y, [z := 1, z + 1])
# expect:
# 5 5 6 [1, 2]
# ---
def f(a, b=1, *c, d, e=2, **g): pass
print(f.__code__.co_varnames[:2], f.__code__.co_argcount, f.__code__.co_name)
# expect:
# ('a', 'b') 2 f
# ---
def f():
    return g()
def g():
    return h
f()  # raises: NameError: name 'h' is not defined
# ---
def f(x):
    if x > 0:
        return 'pos'
print(f(1), f(-1))
# expect:
# pos None
# ---
def make():
    def a(): return b()
    def b(): return 'b'
    return a
print(make()())
# expect:
# b
# ---
def f():
    x = 1
    class C:
        y = x + 1
        def m(self): return x
    return C
C = f(); print(C.y, C().m())
# expect:
# 2 1
# ---
print((lambda a, /, b, *, c=3: (a, b, c))(1, 2), (lambda *, k=1: k)(k=5))
# expect:
# (1, 2, 3) 5
