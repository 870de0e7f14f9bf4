def t(f):
    try:
        f()
        print('ok')
    except BaseException as e:
        print(type(e).__name__, repr(e), repr(e.__context__), repr(e.__cause__))
        show(e, 1)
def show(e, d):
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions:
            print('  '*d, repr(x), repr(x.__context__), x.__traceback__ is not None)
            show(x, d+1)
E = ExceptionGroup
def a():
    try: raise E("g",[ValueError(1),TypeError(2)])
    except* ValueError as e: print('v', repr(e))
def b():
    try: raise E("g",[ValueError(1),TypeError(2)])
    except* ValueError as e: print('v', repr(e)); raise KeyError(1)
def c():
    try: raise E("g",[ValueError(1),TypeError(2)])
    except* ValueError as e: raise KeyError(1)
    except* TypeError as e: raise IndexError(2) from e
for case in [a, b, c]: t(case)
# expect:
# v ExceptionGroup('g', [ValueError(1)])
# ExceptionGroup ExceptionGroup('g', [TypeError(2)]) None None
#    TypeError(2) None False
# v ExceptionGroup('g', [ValueError(1)])
# ExceptionGroup ExceptionGroup('', [KeyError(1), ExceptionGroup('g', [TypeError(2)])]) None None
#    KeyError(1) ExceptionGroup('g', [ValueError(1)]) True
#    ExceptionGroup('g', [TypeError(2)]) None True
#      TypeError(2) None False
# ExceptionGroup ExceptionGroup('', [KeyError(1), IndexError(2)]) None None
#    KeyError(1) ExceptionGroup('g', [ValueError(1)]) True
#    IndexError(2) ExceptionGroup('g', [TypeError(2)]) True
# ---
def t(f):
    try:
        f()
        print('ok')
    except BaseException as e:
        print(type(e).__name__, repr(e), repr(e.__context__), repr(e.__cause__))
        show(e, 1)
def show(e, d):
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions:
            print('  '*d, repr(x), repr(x.__context__), x.__traceback__ is not None)
            show(x, d+1)
E = ExceptionGroup
def d():
    try: raise ValueError(1)
    except* ValueError as e: print(repr(e), e.exceptions)
    else: print('else')
    finally: print('fin')
def e():
    try: raise ValueError(1)
    except* ValueError as e: raise
def e2():
    try: raise ValueError(1)
    except* TypeError as e: raise
for case in [d, e, e2]: t(case)
# expect:
# ExceptionGroup('', (ValueError(1),)) (ValueError(1),)
# fin
# ok
# ExceptionGroup ExceptionGroup('', (ValueError(1),)) None None
#    ValueError(1) None True
# ValueError ValueError(1) None None
# ---
def t(f):
    try:
        f()
        print('ok')
    except BaseException as e:
        print(type(e).__name__, repr(e), repr(e.__context__), repr(e.__cause__))
        show(e, 1)
def show(e, d):
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions:
            print('  '*d, repr(x), repr(x.__context__), x.__traceback__ is not None)
            show(x, d+1)
E = ExceptionGroup
def f():
    try: raise E("g",[ValueError(1),E("h",[TypeError(2),ValueError(3)])])
    except* ValueError as e: raise
    except* TypeError as e: print(repr(e))
def g():
    try: raise E("g",[ValueError(1),E("h",[TypeError(2),ValueError(3)])])
    except* ValueError as e: raise
    except* TypeError as e: raise
def j():
    try: raise E("g",[ValueError(1)])
    except* (ValueError, TypeError) as e: raise e
def k():
    try: raise BaseExceptionGroup("g",[ValueError(1), KeyboardInterrupt()])
    except* Exception as e: print(repr(e))
for case in [f, g, j, k]: t(case)
# expect:
# ExceptionGroup('g', [ExceptionGroup('h', [TypeError(2)])])
# ExceptionGroup ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)])]) None None
#    ValueError(1) None False
#    ExceptionGroup('h', [ValueError(3)]) None False
#      ValueError(3) None False
# ExceptionGroup ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [TypeError(2), ValueError(3)])]) None None
#    ValueError(1) None False
#    ExceptionGroup('h', [TypeError(2), ValueError(3)]) None False
#      TypeError(2) None False
#      ValueError(3) None False
# ExceptionGroup ExceptionGroup('g', [ValueError(1)]) None None
#    ValueError(1) None False
# ExceptionGroup('g', [ValueError(1)])
# BaseExceptionGroup BaseExceptionGroup('g', [KeyboardInterrupt()]) None None
#    KeyboardInterrupt() None False
# ---
def t(f):
    try:
        f()
        print('ok')
    except BaseException as e:
        print(type(e).__name__, repr(e), repr(e.__context__), repr(e.__cause__))
        show(e, 1)
def show(e, d):
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions:
            print('  '*d, repr(x), repr(x.__context__), x.__traceback__ is not None)
            show(x, d+1)
E = ExceptionGroup
def h():
    try: raise E("g",[ValueError(1)])
    except* ExceptionGroup: pass
def i():
    try: raise E("g",[ValueError(1)])
    except* 3: pass
for case in [h, i]: t(case)
# expect:
# TypeError TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.') ExceptionGroup('g', [ValueError(1)]) None
# TypeError TypeError('catching classes that do not inherit from BaseException is not allowed') ExceptionGroup('g', [ValueError(1)]) None
# ---
def t(f):
    try:
        f()
        print('ok')
    except BaseException as e:
        print(type(e).__name__, repr(e), repr(e.__context__), repr(e.__cause__))
        show(e, 1)
def show(e, d):
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions:
            print('  '*d, repr(x), repr(x.__context__), x.__traceback__ is not None)
            show(x, d+1)
E = ExceptionGroup
def l():
    for x in range(3):
        try:
            if x: raise E("g",[ValueError(x)])
        except* ValueError as e:
            for y in range(4):
                if y == 2: break
            print(x,y)
        else: print('else', x)
    try: e
    except NameError as q: print(q)
for case in [l]: t(case)
# expect:
# else 0
# 1 2
# 2 2
# cannot access local variable 'e' where it is not associated with a value
# ok
# ---
def t(f):
    try:
        f()
        print('ok')
    except BaseException as e:
        print(type(e).__name__, repr(e), repr(e.__context__), repr(e.__cause__))
        show(e, 1)
def show(e, d):
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions:
            print('  '*d, repr(x), repr(x.__context__), x.__traceback__ is not None)
            show(x, d+1)
E = ExceptionGroup
def m():
    try:
        try: raise E("g",[ValueError(1),OSError(2)])
        except* ValueError as e:
            import sys
            print(sys.exc_info()[1])
            raise RuntimeError('x')
    except* RuntimeError as e: print('outer', repr(e), repr(e.exceptions[0].__context__))
    except* OSError as e: print('os', repr(e))
def n():
    try: raise E("g",[ValueError(1),OSError(2)])
    except* ValueError as e: raise E("n",[KeyError(2)])
for case in [m, n]: t(case)
# expect:
# g (1 sub-exception)
# outer ExceptionGroup('', [RuntimeError('x')]) ExceptionGroup('g', [ValueError(1)])
# os ExceptionGroup('', [ExceptionGroup('g', [OSError(2)])])
# ok
# ExceptionGroup ExceptionGroup('', [ExceptionGroup('n', [KeyError(2)]), ExceptionGroup('g', [OSError(2)])]) None None
#    ExceptionGroup('n', [KeyError(2)]) ExceptionGroup('g', [ValueError(1)]) True
#      KeyError(2) None False
#    ExceptionGroup('g', [OSError(2)]) None True
#      OSError(2) None False
# ---
def t(f):
    try:
        f()
        print('ok')
    except BaseException as e:
        print(type(e).__name__, repr(e), repr(e.__context__), repr(e.__cause__))
        show(e, 1)
def show(e, d):
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions:
            print('  '*d, repr(x), repr(x.__context__), x.__traceback__ is not None)
            show(x, d+1)
E = ExceptionGroup
def o():
    raise E("g", [KeyboardInterrupt()])
def p():
    print(repr(BaseExceptionGroup("g",[ValueError()])), repr(BaseExceptionGroup("g",[KeyboardInterrupt()])))
    class My(ExceptionGroup): pass
    print(repr(My("x",[ValueError()])))
    try: My("x",[KeyboardInterrupt()])
    except TypeError as e: print(e)
    class My2(BaseExceptionGroup, ValueError): pass
    try: My2("x",[KeyboardInterrupt()])
    except TypeError as e: print(e)
    for args in [(),(1,),(1,2),("a",2),("a",[]),("a",[1]),("a",[ValueError,]),("a",(ValueError(1),)),("a",{ValueError(1)}),("a",iter([])), ("a",[ValueError()],3)]:
        try: print(repr(ExceptionGroup(*args)))
        except Exception as e: print(type(e).__name__, e)
    try: ExceptionGroup("a", exceptions=[1])
    except Exception as e: print(type(e).__name__, e)
for case in [o, p]: t(case)
# expect:
# TypeError TypeError('Cannot nest BaseExceptions in an ExceptionGroup') None None
# ExceptionGroup('g', [ValueError()]) BaseExceptionGroup('g', [KeyboardInterrupt()])
# My('x', [ValueError()])
# Cannot nest BaseExceptions in 'My'
# Cannot nest BaseExceptions in 'My2'
# TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (0 given)
# TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
# TypeError BaseExceptionGroup.__new__() argument 1 must be str, not int
# TypeError second argument (exceptions) must be a sequence
# ValueError second argument (exceptions) must be a non-empty sequence
# ValueError Item 0 of second argument (exceptions) is not an exception
# ValueError Item 0 of second argument (exceptions) is not an exception
# ExceptionGroup('a', (ValueError(1),))
# TypeError second argument (exceptions) must be a sequence
# TypeError second argument (exceptions) must be a sequence
# TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (3 given)
# TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
# ok
# ---
def t(f):
    try:
        f()
        print('ok')
    except BaseException as e:
        print(type(e).__name__, repr(e), repr(e.__context__), repr(e.__cause__))
        show(e, 1)
def show(e, d):
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions:
            print('  '*d, repr(x), repr(x.__context__), x.__traceback__ is not None)
            show(x, d+1)
E = ExceptionGroup
def q():
    g = E("g",[ValueError(1),E("h",[TypeError(2),ValueError(3)]), OSError()])
    g.add_note('n')
    print(g.split(ValueError), g.split(lambda e: isinstance(e,TypeError)), g.subgroup(OSError), g.subgroup(KeyError), g.subgroup((OSError,ValueError)))
    print(repr(g.split(ValueError)[0]), g.split(ValueError)[1].__notes__)
    print(g.split(E)[0] is g, g.subgroup(lambda e: True) is g)
    for x in [3, "a", [ValueError], (3,)]:
        try: g.split(x)
        except Exception as e: print(type(e).__name__, e)
    print(repr(g.derive([KeyError(1)])))
    print(g.message, g.exceptions, g.args)
    try: g.message = 3
    except Exception as e: print(type(e).__name__, e)
    try: g.exceptions = 3
    except Exception as e: print(type(e).__name__, e)
    print(str(g), str(E("x",[ValueError()])), E[int])
    class D(E):
        def derive(self, x): return D(self.message+'!', x)
        def __init__(self, *a): self.tag = 5
    d = D("d", [ValueError(1), TypeError(2)])
    print(repr(d.split(ValueError)))
    class B(E):
        def derive(self, x): return 3
    try: B("d", [ValueError(1), TypeError(2)]).split(ValueError)
    except Exception as e: print(type(e).__name__, e)
for case in [q]: t(case)
# expect:
# (ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)])]), ExceptionGroup('g', [ExceptionGroup('h', [TypeError(2)]), OSError()])) (ExceptionGroup('g', [ExceptionGroup('h', [TypeError(2)])]), ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)]), OSError()])) g (1 sub-exception) None g (3 sub-exceptions)
# ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)])]) ['n']
# True True
# TypeError expected a function, exception type or tuple of exception types
# TypeError expected a function, exception type or tuple of exception types
# TypeError expected a function, exception type or tuple of exception types
# TypeError expected a function, exception type or tuple of exception types
# ExceptionGroup('g', [KeyError(1)])
# g (ValueError(1), ExceptionGroup('h', [TypeError(2), ValueError(3)]), OSError()) ('g', [ValueError(1), ExceptionGroup('h', [TypeError(2), ValueError(3)]), OSError()])
# AttributeError readonly attribute
# AttributeError readonly attribute
# g (3 sub-exceptions) x (1 sub-exception) ExceptionGroup[int]
# (D('d!', [ValueError(1)]), D('d!', [TypeError(2)]))
# TypeError derive must return an instance of BaseExceptionGroup
# ok
# ---
def t(f):
    try:
        f()
        print('ok')
    except BaseException as e:
        print(type(e).__name__, repr(e), repr(e.__context__), repr(e.__cause__))
        show(e, 1)
def show(e, d):
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions:
            print('  '*d, repr(x), repr(x.__context__), x.__traceback__ is not None)
            show(x, d+1)
E = ExceptionGroup
def r():
    g = E("g",[ValueError(1),TypeError(2)])
    try:
        try: raise g
        except* ValueError: pass
    except Exception as e: print(e is g, e.__traceback__.tb_lineno==g.__traceback__.tb_lineno)
    try:
        try: raise g
        except* KeyError: pass
    except Exception as e: print(e is g)
def s():
    g = E("g",[ValueError(1),TypeError(2)])
    g.add_note("hi")
    try: raise g
    except* ValueError: raise
def u():
    try: raise E("g",[ValueError(1),TypeError(2)]) from KeyError(4)
    except* ValueError: raise
    except* TypeError as e: e.add_note('x'); raise
for case in [r, s, u]: t(case)
# expect:
# False True
# False
# ok
# ExceptionGroup ExceptionGroup('g', [ValueError(1), TypeError(2)]) None None
#    ValueError(1) None False
#    TypeError(2) None False
# ExceptionGroup ExceptionGroup('g', [ValueError(1), TypeError(2)]) None KeyError(4)
#    ValueError(1) None False
#    TypeError(2) None False
# ---
def gen():
    try: yield 1
    except* ValueError as e: print(repr(e)); yield 2
it = gen(); next(it); print(it.throw(ValueError(5)))
print(issubclass(ExceptionGroup, Exception), ExceptionGroup.__mro__, BaseExceptionGroup.__mro__)
# expect:
# ExceptionGroup('', (ValueError(5),))
# 2
# True (<class 'ExceptionGroup'>, <class 'BaseExceptionGroup'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>) (<class 'BaseExceptionGroup'>, <class 'BaseException'>, <class 'object'>)
# ---
for src in ["for x in y:\n try: pass\n except* A: break", "for x in y:\n try: pass\n except* A: continue","def f():\n try: pass\n except* A: return 3","try: pass\nexcept*: pass","try: pass\nexcept* A: pass\nexcept B: pass","try: pass\nexcept A: pass\nexcept* B: pass", "try: pass\nexcept* A, B: pass", "def f():\n try: pass\n except* A:\n  for x in y:\n   return 3", "try: pass\nexcept* A: return"]:
    try: compile(src, 'x', 'exec'); print('fine')
    except SyntaxError as e: print(e.msg, e.lineno)
# expect:
# 'break', 'continue' and 'return' cannot appear in an except* block 3
# 'break', 'continue' and 'return' cannot appear in an except* block 3
# 'break', 'continue' and 'return' cannot appear in an except* block 3
# expected one or more exception types 2
# cannot have both 'except' and 'except*' on the same 'try' 3
# cannot have both 'except' and 'except*' on the same 'try' 3
# multiple exception types must be parenthesized 2
# 'break', 'continue' and 'return' cannot appear in an except* block 5
# 'return' outside function 2
