import warnings; warnings.simplefilter("ignore")
# Each line is evaluated, or else executed, and shown with its value or its exception.
def show(text, setting=''):
    for line in text.strip().split('\n'):
        names = {'__name__': '__main__'}
        exec(setting, names)
        try:
            try: code = eval(line, names)
            except SyntaxError: exec(line, names); print(line, '=> done'); continue
            print(line, '=>', repr(code))
        except BaseException as error: print(line, '=>', type(error).__name__, error)
SETTING = ''
show(r'''
1/0
1//0
1%0
1.0/0
1.0//0
1.0%0
divmod(1,0)
divmod(1.0,0)
0**-1
0.0**-1
2**-1, (-8)**(1/3), (-1)**0.5, 0**0, pow(2,-1,5), pow(2,3,5), pow(2,-1,4)
pow(2,3,0)
pow(2.0,3,5)
pow("a",2)
1<<-1
1>>-1
1.5 << 1
1 & 1.0
~1.5
-"a"
+[]
not_defined
foo.bar
x: int = "a"
x: int
int.foo
(1).foo
None.foo
[].foo
len.foo
"a".foo()
(lambda: 0)(1)
(lambda x: 0)()
(lambda x,y: 0)(1)
(lambda x,y,z: 0)()
(lambda x: 0)(1,2)
(lambda x,y=1: 0)(1,2,3)
(lambda *,a: 0)()
(lambda *,a,b: 0)()
(lambda *,a,b,c: 0)()
(lambda *,a: 0)(1)
(lambda x,*,a: 0)(1,2,a=3)
(lambda x: 0)(x=1,y=2)
(lambda x: 0)(1,x=2)
(lambda x,/: 0)(x=1)
(lambda x,/,y: 0)(x=1,y=2)
(lambda x,/,**k: k)(1,x=2)
(lambda x,y,/: 0)(x=1,y=2)
(lambda **k: 0)(1)
(lambda: 0)(*[1])
(lambda: 0)(**{"a":1})
(lambda a: 0)(**{"a":1},a=2)
(lambda a: 0)(*[1],a=2)
1()
"a"()
None()
[]()
(1,)(2)
len(5)
len(None)
int("a",b=1)
int(1,2,3)
int(x=1)
int(a=1)
float(1,2)
float(x=1)
str(1,2,3,4)
str(foo=1)
bool(1,2)
bool(x=1)
list(1,2)
set(1,2)
frozenset(1,2)
tuple(1,2)
dict(1,2)
bytes(1,2,3,4)
bytes(-1)
bytes("a")
bytes([256])
bytes(["a"])
''', SETTING)
# expect:
# 1/0 => ZeroDivisionError division by zero
# 1//0 => ZeroDivisionError integer division or modulo by zero
# 1%0 => ZeroDivisionError integer modulo by zero
# 1.0/0 => ZeroDivisionError float division by zero
# 1.0//0 => ZeroDivisionError float floor division by zero
# 1.0%0 => ZeroDivisionError float modulo
# divmod(1,0) => ZeroDivisionError integer division or modulo by zero
# divmod(1.0,0) => ZeroDivisionError float divmod()
# 0**-1 => ZeroDivisionError 0.0 cannot be raised to a negative power
# 0.0**-1 => ZeroDivisionError 0.0 cannot be raised to a negative power
# 2**-1, (-8)**(1/3), (-1)**0.5, 0**0, pow(2,-1,5), pow(2,3,5), pow(2,-1,4) => ValueError base is not invertible for the given modulus
# pow(2,3,0) => ValueError pow() 3rd argument cannot be 0
# pow(2.0,3,5) => TypeError pow() 3rd argument not allowed unless all arguments are integers
# pow("a",2) => TypeError unsupported operand type(s) for ** or pow(): 'str' and 'int'
# 1<<-1 => ValueError negative shift count
# 1>>-1 => ValueError negative shift count
# 1.5 << 1 => TypeError unsupported operand type(s) for <<: 'float' and 'int'
# 1 & 1.0 => TypeError unsupported operand type(s) for &: 'int' and 'float'
# ~1.5 => TypeError bad operand type for unary ~: 'float'
# -"a" => TypeError bad operand type for unary -: 'str'
# +[] => TypeError bad operand type for unary +: 'list'
# not_defined => NameError name 'not_defined' is not defined
# foo.bar => NameError name 'foo' is not defined
# x: int = "a" => done
# x: int => done
# int.foo => AttributeError type object 'int' has no attribute 'foo'
# (1).foo => AttributeError 'int' object has no attribute 'foo'
# None.foo => AttributeError 'NoneType' object has no attribute 'foo'
# [].foo => AttributeError 'list' object has no attribute 'foo'
# len.foo => AttributeError 'builtin_function_or_method' object has no attribute 'foo'
# "a".foo() => AttributeError 'str' object has no attribute 'foo'
# (lambda: 0)(1) => TypeError <lambda>() takes 0 positional arguments but 1 was given
# (lambda x: 0)() => TypeError <lambda>() missing 1 required positional argument: 'x'
# (lambda x,y: 0)(1) => TypeError <lambda>() missing 1 required positional argument: 'y'
# (lambda x,y,z: 0)() => TypeError <lambda>() missing 3 required positional arguments: 'x', 'y', and 'z'
# (lambda x: 0)(1,2) => TypeError <lambda>() takes 1 positional argument but 2 were given
# (lambda x,y=1: 0)(1,2,3) => TypeError <lambda>() takes from 1 to 2 positional arguments but 3 were given
# (lambda *,a: 0)() => TypeError <lambda>() missing 1 required keyword-only argument: 'a'
# (lambda *,a,b: 0)() => TypeError <lambda>() missing 2 required keyword-only arguments: 'a' and 'b'
# (lambda *,a,b,c: 0)() => TypeError <lambda>() missing 3 required keyword-only arguments: 'a', 'b', and 'c'
# (lambda *,a: 0)(1) => TypeError <lambda>() takes 0 positional arguments but 1 was given
# (lambda x,*,a: 0)(1,2,a=3) => TypeError <lambda>() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given
# (lambda x: 0)(x=1,y=2) => TypeError <lambda>() got an unexpected keyword argument 'y'
# (lambda x: 0)(1,x=2) => TypeError <lambda>() got multiple values for argument 'x'
# (lambda x,/: 0)(x=1) => TypeError <lambda>() got some positional-only arguments passed as keyword arguments: 'x'
# (lambda x,/,y: 0)(x=1,y=2) => TypeError <lambda>() got some positional-only arguments passed as keyword arguments: 'x'
# (lambda x,/,**k: k)(1,x=2) => {'x': 2}
# (lambda x,y,/: 0)(x=1,y=2) => TypeError <lambda>() got some positional-only arguments passed as keyword arguments: 'x, y'
# (lambda **k: 0)(1) => TypeError <lambda>() takes 0 positional arguments but 1 was given
# (lambda: 0)(*[1]) => TypeError <lambda>() takes 0 positional arguments but 1 was given
# (lambda: 0)(**{"a":1}) => TypeError <lambda>() got an unexpected keyword argument 'a'
# (lambda a: 0)(**{"a":1},a=2) => TypeError __main__.<lambda>() got multiple values for keyword argument 'a'
# (lambda a: 0)(*[1],a=2) => TypeError <lambda>() got multiple values for argument 'a'
# 1() => TypeError 'int' object is not callable
# "a"() => TypeError 'str' object is not callable
# None() => TypeError 'NoneType' object is not callable
# []() => TypeError 'list' object is not callable
# (1,)(2) => TypeError 'tuple' object is not callable
# len(5) => TypeError object of type 'int' has no len()
# len(None) => TypeError object of type 'NoneType' has no len()
# int("a",b=1) => TypeError 'b' is an invalid keyword argument for int()
# int(1,2,3) => TypeError int() takes at most 2 arguments (3 given)
# int(x=1) => TypeError 'x' is an invalid keyword argument for int()
# int(a=1) => TypeError 'a' is an invalid keyword argument for int()
# float(1,2) => TypeError float expected at most 1 argument, got 2
# float(x=1) => TypeError float() takes no keyword arguments
# str(1,2,3,4) => TypeError str() takes at most 3 arguments (4 given)
# str(foo=1) => TypeError 'foo' is an invalid keyword argument for str()
# bool(1,2) => TypeError bool expected at most 1 argument, got 2
# bool(x=1) => TypeError bool() takes no keyword arguments
# list(1,2) => TypeError list expected at most 1 argument, got 2
# set(1,2) => TypeError set expected at most 1 argument, got 2
# frozenset(1,2) => TypeError frozenset expected at most 1 argument, got 2
# tuple(1,2) => TypeError tuple expected at most 1 argument, got 2
# dict(1,2) => TypeError dict expected at most 1 argument, got 2
# bytes(1,2,3,4) => TypeError bytes() takes at most 3 arguments (4 given)
# bytes(-1) => ValueError negative count
# bytes("a") => TypeError string argument without an encoding
# bytes([256]) => ValueError bytes must be in range(0, 256)
# bytes(["a"]) => TypeError 'str' object cannot be interpreted as an integer
# ---
import warnings; warnings.simplefilter("ignore")
# Each line is evaluated, or else executed, and shown with its value or its exception.
def show(text, setting=''):
    for line in text.strip().split('\n'):
        names = {'__name__': '__main__'}
        exec(setting, names)
        try:
            try: code = eval(line, names)
            except SyntaxError: exec(line, names); print(line, '=> done'); continue
            print(line, '=>', repr(code))
        except BaseException as error: print(line, '=>', type(error).__name__, error)
SETTING = ''
show(r'''
bytes(1.5)
bytearray("a")
complex(1,2,3)
complex([])
complex("a")
object(1)
type(1,2)
type(1,2,3)
type("A",1,{})
type("A",(int,str),{})
type("A",(bool,),{})
class A(int,str): pass
class A(bool): pass
class A(1): pass
class A(object,int): pass
class A(int,int): pass
class A(metaclass=1): pass
class A(foo=1): pass
class A(type(None)): pass
class A(range): pass
class A(slice): pass
class A(type(lambda:0)): pass
isinstance(1,1)
isinstance(1,(int,1))
isinstance(1,int|str), isinstance(None,int|None), isinstance(1,list[int])
issubclass(1,int)
issubclass(int,1)
issubclass(bool,(str,int)), issubclass(int,int|str)
getattr(1,"x")
getattr(1,"x",5), getattr(1,1)
getattr(1)
setattr(1,"x",1)
setattr(1,"x")
setattr([],"x",1)
setattr(object(),"x",1)
setattr(1,"real",1)
setattr(len,"x",1)
setattr(int,"x",1)
delattr(1,"x")
hasattr(1,1)
hasattr(1)
vars(1)
vars([])
dir(1,2)
callable()
callable(1,2)
hash([])
hash({})
hash(set())
hash(([],))
hash()
id()
round("a")
round(1.5,"a")
round(1,2,3)
round(float("nan"))
round(float("inf"))
round(2.5), round(3.5), round(-2.5), round(2.675,2), round(1234,-2), round(1250,-2), round(1350,-2), round(1.5,0), round(1e300,2), round(5,-1), round(15,-1), round(25,-1)
abs(-1), abs(-1.5), abs(3+4j), abs(True)
bin(1.5)
hex("a")
oct(None)
bin(-5), hex(255), oct(8), bin(True), hex(-1)
chr("a")
ord(b"ab")
ord([])
open("/nonexistent/x")
open("/")
open(1.5)
print(1,sep=1)
print(1,end=1)
print(1,foo=1)
exec(1)
eval(1)
eval("1+")
eval("a b")
eval("x=1")
exec("x ==== 1")
eval("1", 1)
eval("1", {}, 1)
''', SETTING)
# expect:
# bytes(1.5) => TypeError cannot convert 'float' object to bytes
# bytearray("a") => TypeError string argument without an encoding
# complex(1,2,3) => TypeError complex() takes at most 2 arguments (3 given)
# complex([]) => TypeError complex() first argument must be a string or a number, not 'list'
# complex("a") => ValueError complex() arg is a malformed string
# object(1) => TypeError object() takes no arguments
# type(1,2) => TypeError type() takes 1 or 3 arguments
# type(1,2,3) => TypeError type.__new__() argument 1 must be str, not int
# type("A",1,{}) => TypeError type.__new__() argument 2 must be tuple, not int
# type("A",(int,str),{}) => TypeError multiple bases have instance lay-out conflict
# type("A",(bool,),{}) => TypeError type 'bool' is not an acceptable base type
# class A(int,str): pass => TypeError multiple bases have instance lay-out conflict
# class A(bool): pass => TypeError type 'bool' is not an acceptable base type
# class A(1): pass => TypeError int() takes at most 2 arguments (3 given)
# class A(object,int): pass => TypeError Cannot create a consistent method resolution
# order (MRO) for bases object, int
# class A(int,int): pass => TypeError duplicate base class int
# class A(metaclass=1): pass => TypeError 'int' object is not callable
# class A(foo=1): pass => TypeError A.__init_subclass__() takes no keyword arguments
# class A(type(None)): pass => TypeError type 'NoneType' is not an acceptable base type
# class A(range): pass => TypeError type 'range' is not an acceptable base type
# class A(slice): pass => TypeError type 'slice' is not an acceptable base type
# class A(type(lambda:0)): pass => TypeError type 'function' is not an acceptable base type
# isinstance(1,1) => TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# isinstance(1,(int,1)) => True
# isinstance(1,int|str), isinstance(None,int|None), isinstance(1,list[int]) => TypeError isinstance() argument 2 cannot be a parameterized generic
# issubclass(1,int) => TypeError issubclass() arg 1 must be a class
# issubclass(int,1) => TypeError issubclass() arg 2 must be a class, a tuple of classes, or a union
# issubclass(bool,(str,int)), issubclass(int,int|str) => (True, True)
# getattr(1,"x") => AttributeError 'int' object has no attribute 'x'
# getattr(1,"x",5), getattr(1,1) => TypeError attribute name must be string, not 'int'
# getattr(1) => TypeError getattr expected at least 2 arguments, got 1
# setattr(1,"x",1) => AttributeError 'int' object has no attribute 'x'
# setattr(1,"x") => TypeError setattr expected 3 arguments, got 2
# setattr([],"x",1) => AttributeError 'list' object has no attribute 'x'
# setattr(object(),"x",1) => AttributeError 'object' object has no attribute 'x'
# setattr(1,"real",1) => AttributeError attribute 'real' of 'int' objects is not writable
# setattr(len,"x",1) => AttributeError 'builtin_function_or_method' object has no attribute 'x'
# setattr(int,"x",1) => TypeError cannot set 'x' attribute of immutable type 'int'
# delattr(1,"x") => AttributeError 'int' object has no attribute 'x'
# hasattr(1,1) => TypeError attribute name must be string, not 'int'
# hasattr(1) => TypeError hasattr expected 2 arguments, got 1
# vars(1) => TypeError vars() argument must have __dict__ attribute
# vars([]) => TypeError vars() argument must have __dict__ attribute
# dir(1,2) => TypeError dir expected at most 1 argument, got 2
# callable() => TypeError callable() takes exactly one argument (0 given)
# callable(1,2) => TypeError callable() takes exactly one argument (2 given)
# hash([]) => TypeError unhashable type: 'list'
# hash({}) => TypeError unhashable type: 'dict'
# hash(set()) => TypeError unhashable type: 'set'
# hash(([],)) => TypeError unhashable type: 'list'
# hash() => TypeError hash() takes exactly one argument (0 given)
# id() => TypeError id() takes exactly one argument (0 given)
# round("a") => TypeError type str doesn't define __round__ method
# round(1.5,"a") => TypeError 'str' object cannot be interpreted as an integer
# round(1,2,3) => TypeError round() takes at most 2 arguments (3 given)
# round(float("nan")) => ValueError cannot convert float NaN to integer
# round(float("inf")) => OverflowError cannot convert float infinity to integer
# round(2.5), round(3.5), round(-2.5), round(2.675,2), round(1234,-2), round(1250,-2), round(1350,-2), round(1.5,0), round(1e300,2), round(5,-1), round(15,-1), round(25,-1) => (2, 4, -2, 2.67, 1200, 1200, 1400, 2.0, 1e+300, 0, 20, 20)
# abs(-1), abs(-1.5), abs(3+4j), abs(True) => (1, 1.5, 5.0, 1)
# bin(1.5) => TypeError 'float' object cannot be interpreted as an integer
# hex("a") => TypeError 'str' object cannot be interpreted as an integer
# oct(None) => TypeError 'NoneType' object cannot be interpreted as an integer
# bin(-5), hex(255), oct(8), bin(True), hex(-1) => ('-0b101', '0xff', '0o10', '0b1', '-0x1')
# chr("a") => TypeError 'str' object cannot be interpreted as an integer
# ord(b"ab") => TypeError ord() expected a character, but string of length 2 found
# ord([]) => TypeError ord() expected string of length 1, but list found
# open("/nonexistent/x") => FileNotFoundError [Errno 2] No such file or directory: '/nonexistent/x'
# open("/") => IsADirectoryError [Errno 21] Is a directory: '/'
# open(1.5) => TypeError expected str, bytes or os.PathLike object, not float
# print(1,sep=1) => TypeError sep must be None or a string, not int
# print(1,end=1) => TypeError end must be None or a string, not int
# print(1,foo=1) => TypeError 'foo' is an invalid keyword argument for print()
# exec(1) => TypeError exec() arg 1 must be a string, bytes or code object
# eval(1) => TypeError eval() arg 1 must be a string, bytes or code object
# eval("1+") => SyntaxError invalid syntax (<string>, line 1)
# eval("a b") => SyntaxError invalid syntax (<string>, line 1)
# eval("x=1") => SyntaxError invalid syntax (<string>, line 1)
# exec("x ==== 1") => SyntaxError invalid syntax (<string>, line 1)
# eval("1", 1) => TypeError globals must be a dict
# eval("1", {}, 1) => TypeError locals must be a mapping
# ---
import warnings; warnings.simplefilter("ignore")
# Each line is evaluated, or else executed, and shown with its value or its exception.
def show(text, setting=''):
    for line in text.strip().split('\n'):
        names = {'__name__': '__main__'}
        exec(setting, names)
        try:
            try: code = eval(line, names)
            except SyntaxError: exec(line, names); print(line, '=> done'); continue
            print(line, '=>', repr(code))
        except BaseException as error: print(line, '=>', type(error).__name__, error)
SETTING = ''
show(r'''
compile("1","a","b")
compile(1,"a","exec")
compile("1+","a","eval")
__import__("nope")
__import__("os.nope")
import nope
import os.nope
import os.path.nope
from nope import x
from . import x
from .x import y
import math; math.foo
import math; math.sqr
import collections; collections.namedtuples
raise
raise 1
raise "a"
raise int
raise ValueError from 1
raise ValueError("a","b")
raise KeyError("a")
raise KeyError("a","b")
raise KeyError()
raise OSError(2,"No such","f")
raise OSError("a")
raise OSError(2,"a")
raise FileNotFoundError(2,"x","y","z","w")
raise StopIteration(5)
raise SystemExit
raise SystemExit(3)
raise SystemExit("bye")
raise NotImplementedError
raise NotImplemented
raise UnicodeDecodeError("a",b"b",0,1,"r")
raise UnicodeDecodeError("a")
raise UnicodeEncodeError("ascii","é",0,1,"bad")
raise SyntaxError("m",("f",1,2,"text"))
raise SyntaxError("m")
raise ImportError("m",name="a",path="b")
raise ImportError("m",foo="a")
raise AttributeError("m",name="a",obj=1)
raise NameError("m",name="a")
raise Exception
raise Exception(1)
raise Exception(1,2)
raise Exception("")
raise Exception([])
raise Exception("a\nb")
raise ArithmeticError("x") from None
OSError(2,"a","f"), OSError(2,"a").errno, OSError(2,"a","f").filename, OSError(2,"a").strerror, type(OSError(2,"a")), type(OSError(13,"a")), OSError("a").errno, OSError(2,"a","f",None,"g").filename2, str(OSError(2,"a","f",None,"g")), OSError(2,"a","f").args
KeyError("a").args, KeyError("a"), ValueError("a")==ValueError("a"), Exception(1).args, BaseException(1,2), StopIteration(5).value, SystemExit(3).code, SystemExit().code
Exception("a",x=1)
ValueError(x=1)
assert 0
assert 0, "msg"
assert 0, (1,2)
assert (), []
del x
del x.y
del (1).real
del [].foo
x = 1; del x; x
for x in 1: pass
for x in None: pass
for a,b in [1]: pass
for a,b in [(1,2,3)]: pass
with 1: pass
with open("/nonexistent"): pass
[x for x in 1]
{x for x in 1}
{x:1 for x in 1}
{[]:1 for x in [1]}
{[] for x in [1]}
(x for x in 1)
[*1]
(*1,)
{*1}
f(*1)
print(*1)
print(*[1],**1)
''', SETTING)
# expect:
# compile("1","a","b") => ValueError compile() mode must be 'exec', 'eval' or 'single'
# compile(1,"a","exec") => TypeError compile() arg 1 must be a string, bytes or AST object
# compile("1+","a","eval") => SyntaxError invalid syntax (a, line 1)
# __import__("nope") => ModuleNotFoundError No module named 'nope'
# __import__("os.nope") => ModuleNotFoundError No module named 'os.nope'; 'os' is not a package
# import nope => ModuleNotFoundError No module named 'nope'
# import os.nope => ModuleNotFoundError No module named 'os.nope'; 'os' is not a package
# import os.path.nope => ModuleNotFoundError No module named 'os.path.nope'; 'os.path' is not a package
# from nope import x => ModuleNotFoundError No module named 'nope'
# from . import x => ImportError attempted relative import with no known parent package
# from .x import y => ImportError attempted relative import with no known parent package
# import math; math.foo => AttributeError module 'math' has no attribute 'foo'
# import math; math.sqr => AttributeError module 'math' has no attribute 'sqr'
# import collections; collections.namedtuples => AttributeError module 'collections' has no attribute 'namedtuples'
# raise => SyntaxError invalid syntax (<string>, line 1)
# raise 1 => TypeError exceptions must derive from BaseException
# raise "a" => TypeError exceptions must derive from BaseException
# raise int => TypeError exceptions must derive from BaseException
# raise ValueError from 1 => TypeError exception causes must derive from BaseException
# raise ValueError("a","b") => ValueError ('a', 'b')
# raise KeyError("a") => KeyError 'a'
# raise KeyError("a","b") => KeyError ('a', 'b')
# raise KeyError() => KeyError 
# raise OSError(2,"No such","f") => FileNotFoundError [Errno 2] No such: 'f'
# raise OSError("a") => OSError a
# raise OSError(2,"a") => FileNotFoundError [Errno 2] a
# raise FileNotFoundError(2,"x","y","z","w") => FileNotFoundError [Errno 2] x: 'y' -> 'w'
# raise StopIteration(5) => StopIteration 5
# raise SystemExit => SystemExit 
# raise SystemExit(3) => SystemExit 3
# raise SystemExit("bye") => SystemExit bye
# raise NotImplementedError => NotImplementedError 
# raise NotImplemented => TypeError exceptions must derive from BaseException
# raise UnicodeDecodeError("a",b"b",0,1,"r") => UnicodeDecodeError 'a' codec can't decode byte 0x62 in position 0: r
# raise UnicodeDecodeError("a") => TypeError function takes exactly 5 arguments (1 given)
# raise UnicodeEncodeError("ascii","é",0,1,"bad") => UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: bad
# raise SyntaxError("m",("f",1,2,"text")) => SyntaxError m (f, line 1)
# raise SyntaxError("m") => SyntaxError m
# raise ImportError("m",name="a",path="b") => ImportError m
# raise ImportError("m",foo="a") => TypeError 'foo' is an invalid keyword argument for ImportError()
# raise AttributeError("m",name="a",obj=1) => AttributeError m
# raise NameError("m",name="a") => NameError m
# raise Exception => Exception 
# raise Exception(1) => Exception 1
# raise Exception(1,2) => Exception (1, 2)
# raise Exception("") => Exception 
# raise Exception([]) => Exception []
# raise Exception("a\nb") => Exception a
# b
# raise ArithmeticError("x") from None => ArithmeticError x
# OSError(2,"a","f"), OSError(2,"a").errno, OSError(2,"a","f").filename, OSError(2,"a").strerror, type(OSError(2,"a")), type(OSError(13,"a")), OSError("a").errno, OSError(2,"a","f",None,"g").filename2, str(OSError(2,"a","f",None,"g")), OSError(2,"a","f").args => (FileNotFoundError(2, 'a'), 2, 'f', 'a', <class 'FileNotFoundError'>, <class 'PermissionError'>, None, 'g', "[Errno 2] a: 'f' -> 'g'", (2, 'a'))
# KeyError("a").args, KeyError("a"), ValueError("a")==ValueError("a"), Exception(1).args, BaseException(1,2), StopIteration(5).value, SystemExit(3).code, SystemExit().code => (('a',), KeyError('a'), False, (1,), BaseException(1, 2), 5, 3, None)
# Exception("a",x=1) => TypeError Exception() takes no keyword arguments
# ValueError(x=1) => TypeError ValueError() takes no keyword arguments
# assert 0 => AssertionError 
# assert 0, "msg" => AssertionError msg
# assert 0, (1,2) => AssertionError (1, 2)
# assert (), [] => AssertionError []
# del x => NameError name 'x' is not defined
# del x.y => NameError name 'x' is not defined
# del (1).real => AttributeError attribute 'real' of 'int' objects is not writable
# del [].foo => AttributeError 'list' object has no attribute 'foo'
# x = 1; del x; x => NameError name 'x' is not defined
# for x in 1: pass => TypeError 'int' object is not iterable
# for x in None: pass => TypeError 'NoneType' object is not iterable
# for a,b in [1]: pass => TypeError cannot unpack non-iterable int object
# for a,b in [(1,2,3)]: pass => ValueError too many values to unpack (expected 2)
# with 1: pass => TypeError 'int' object does not support the context manager protocol
# with open("/nonexistent"): pass => FileNotFoundError [Errno 2] No such file or directory: '/nonexistent'
# [x for x in 1] => TypeError 'int' object is not iterable
# {x for x in 1} => TypeError 'int' object is not iterable
# {x:1 for x in 1} => TypeError 'int' object is not iterable
# {[]:1 for x in [1]} => TypeError unhashable type: 'list'
# {[] for x in [1]} => TypeError unhashable type: 'list'
# (x for x in 1) => TypeError 'int' object is not iterable
# [*1] => TypeError Value after * must be an iterable, not int
# (*1,) => TypeError Value after * must be an iterable, not int
# {*1} => TypeError 'int' object is not iterable
# f(*1) => NameError name 'f' is not defined
# print(*1) => TypeError print() argument after * must be an iterable, not int
# print(*[1],**1) => TypeError print() argument after ** must be a mapping, not int
# ---
import warnings; warnings.simplefilter("ignore")
# Each line is evaluated, or else executed, and shown with its value or its exception.
def show(text, setting=''):
    for line in text.strip().split('\n'):
        names = {'__name__': '__main__'}
        exec(setting, names)
        try:
            try: code = eval(line, names)
            except SyntaxError: exec(line, names); print(line, '=> done'); continue
            print(line, '=>', repr(code))
        except BaseException as error: print(line, '=>', type(error).__name__, error)
SETTING = ''
show(r'''
len(*[1,2])
f"{x}"
f"{1:d}", f"{1:>{5}}", f"{'a'!r:>5}", f"{1=}", f"{1 = }", f"{1=!s}", f"{1.5=:.2f}", f"{'a'=}", f"{{}}", f"{1:{'>'}{5}}", f"{[1,2][0]}", f"{ {1:2}[1] }", f"{lambda: 1}"
f"{(lambda: 1)()}", f"{1,2}", f"{1 if 1 else 2}", f"{'a' 'b'}", f'{"a"}', f"{1!r}{2!s}{'é'!a}", f"{1:}", f"{None}", f"{3.14159:.{2}f}", f"{'x':*^{3+4}}"
f"{'a':d}"
f"{1:s}"
f"{[]:5}"
f"{None:5}"
f"{1.5:d}"
f"{1!z}"
f"{}"
f"{1"
f"}"
f"{a b}"
f"{1:{2:{3}}}"
f"{#}"
f"{'\n'}"
f"{*[1]}",
f"{x:=5}"
f"{(x:=5)}", x
f"{1:\x41}"
rf"\{1}", fr"{1}\n", F"{1}", bR"\n", Rb"\x"
b"é"
b"a" "b"
"\x4"
"\u12"
"\N{foo}"
b"\x4"
"\400", "\8"
0777
0x
0b12
0o8
1_
1__0
0_7
1e
1.e5, 1., .5, 0x_f, 1_000, 0b1_0, 1e1_0, 1j, 1.5J, 0xFFn
1a
1if 1else 2
5 .real, 5..real, 5.real
''', SETTING)
# expect:
# len(*[1,2]) => TypeError len() takes exactly one argument (2 given)
# f"{x}" => NameError name 'x' is not defined
# f"{1:d}", f"{1:>{5}}", f"{'a'!r:>5}", f"{1=}", f"{1 = }", f"{1=!s}", f"{1.5=:.2f}", f"{'a'=}", f"{{}}", f"{1:{'>'}{5}}", f"{[1,2][0]}", f"{ {1:2}[1] }", f"{lambda: 1}" => SyntaxError f-string: invalid syntax (<string>, line 1)
# f"{(lambda: 1)()}", f"{1,2}", f"{1 if 1 else 2}", f"{'a' 'b'}", f'{"a"}', f"{1!r}{2!s}{'é'!a}", f"{1:}", f"{None}", f"{3.14159:.{2}f}", f"{'x':*^{3+4}}" => ('1', '(1, 2)', '1', 'ab', 'a', "12'\\xe9'", '1', 'None', '3.14', '***x***')
# f"{'a':d}" => ValueError Unknown format code 'd' for object of type 'str'
# f"{1:s}" => ValueError Unknown format code 's' for object of type 'int'
# f"{[]:5}" => TypeError unsupported format string passed to list.__format__
# f"{None:5}" => TypeError unsupported format string passed to NoneType.__format__
# f"{1.5:d}" => ValueError Unknown format code 'd' for object of type 'float'
# f"{1!z}" => SyntaxError f-string: invalid conversion character: expected 's', 'r', or 'a' (<string>, line 1)
# f"{}" => SyntaxError f-string: empty expression not allowed (<string>, line 1)
# f"{1" => SyntaxError f-string: expecting '}' (<string>, line 1)
# f"}" => SyntaxError f-string: single '}' is not allowed (<string>, line 1)
# f"{a b}" => SyntaxError f-string: invalid syntax. Perhaps you forgot a comma? (<string>, line 1)
# f"{1:{2:{3}}}" => SyntaxError f-string: expressions nested too deeply (<string>, line 1)
# f"{#}" => SyntaxError f-string expression part cannot include '#' (<string>, line 1)
# f"{'\n'}" => SyntaxError f-string expression part cannot include a backslash (<string>, line 1)
# f"{*[1]}", => SyntaxError f-string: cannot use starred expression here (<string>, line 1)
# f"{x:=5}" => NameError name 'x' is not defined
# f"{(x:=5)}", x => ('5', 5)
# f"{1:\x41}" => ValueError Unknown format code 'A' for object of type 'int'
# rf"\{1}", fr"{1}\n", F"{1}", bR"\n", Rb"\x" => ('\\1', '1\\n', '1', b'\\n', b'\\x')
# b"é" => SyntaxError bytes can only contain ASCII literal characters (<string>, line 1)
# b"a" "b" => SyntaxError cannot mix bytes and nonbytes literals (<string>, line 1)
# "\x4" => SyntaxError (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape (<string>, line 1)
# "\u12" => SyntaxError (unicode error) 'unicodeescape' codec can't decode bytes in position 0-3: truncated \uXXXX escape (<string>, line 1)
# "\N{foo}" => SyntaxError (unicode error) 'unicodeescape' codec can't decode bytes in position 0-6: unknown Unicode character name (<string>, line 1)
# b"\x4" => SyntaxError (value error) invalid \x escape at position 0 (<string>, line 1)
# "\400", "\8" => ('Ā', '\\8')
# 0777 => SyntaxError leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers (<string>, line 1)
# 0x => SyntaxError invalid hexadecimal literal (<string>, line 1)
# 0b12 => SyntaxError invalid digit '2' in binary literal (<string>, line 1)
# 0o8 => SyntaxError invalid digit '8' in octal literal (<string>, line 1)
# 1_ => SyntaxError invalid decimal literal (<string>, line 1)
# 1__0 => SyntaxError invalid decimal literal (<string>, line 1)
# 0_7 => SyntaxError leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers (<string>, line 1)
# 1e => SyntaxError invalid decimal literal (<string>, line 1)
# 1.e5, 1., .5, 0x_f, 1_000, 0b1_0, 1e1_0, 1j, 1.5J, 0xFFn => SyntaxError invalid hexadecimal literal (<string>, line 1)
# 1a => SyntaxError invalid decimal literal (<string>, line 1)
# 1if 1else 2 => 1
# 5 .real, 5..real, 5.real => SyntaxError invalid decimal literal (<string>, line 1)
