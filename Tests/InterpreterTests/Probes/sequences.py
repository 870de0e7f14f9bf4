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
[1,2,3][1:2], [1,2,3][::-1], [1,2,3][5:], [1,2,3][-10:10], [1,2,3][3]
[1,2,3]["a"]
[1,2,3][1.5]
[1,2,3][None]
(1,2)[5]
(1,2)["a"]
range(10)[2:8:3], range(10)[-1], range(10)[10]
range(10)["a"]
range(0,10,0)
range(1.0)
range("a")
range()
range(1,2,3,4)
range(5) == range(0,5,1), hash(range(3)) == hash(range(3)), range(0) == range(1,1), len(range(10**18)), 5 in range(10), 5.0 in range(10), "a" in range(3), range(10).index(3), range(10).count(3), range(3).index(10)
len(range(10**30))
[1,2]+[3], [1]*3, [1]+(2,)
[1]+1
[1]*"a"
[1]*1.0
[1,2]<[1,3], [1]<(1,)
[1,2] == [1,2], [1] == (1,), [1,2]!=[1,2]
[1,2,3].index(2), [1,2,3].index(9)
[1,2,3].index(1,1)
[1].remove(2)
[].pop()
[1].pop(5)
[1].pop("a")
[1,2,3].insert("a",1)
[1].append()
[1].append(1,2)
[1].extend(1)
[3,1,2].sort(), sorted([3,1,2],reverse=True), sorted(["b","A","c"],key=str.lower), sorted([1,"a"])
sorted(1)
sorted([1],1)
sorted([1],key=1)
sorted([2,1],None,True)
sorted()
[1].sort(1)
[1].sort(foo=1)
[1,2].copy(), [1,2].count(1), [1,2,1].count(1), [1].clear(), [1,2].reverse()
del [1][0]
x=[1,2,3]; x[1:2]=[7,8,9]; assert x==[1,7,8,9,3]; x[::2]=[0,0,0]; assert x==[0,7,0,9,0]
x=[1,2,3]; x[::2]=[1]
x=[1,2,3]; x[0:1]=5
x=[1,2,3]; x[::2]=5
x=[1,2,3]; x[5]=1
x=[1,2,3]; x["a"]=1
x=[1,2,3]; del x[5]
x=[1,2,3]; del x["a"]
x=[1,2,3,4,5]; del x[::2]; assert x==[2,4]
x=(1,2); x[0]=1
x=(1,2); del x[0]
x="ab"; x[0]="c"
x=range(3); x[0]=1
x={1}; x[0]
x=3; x[0]
x=3; x[0]=1
x=None; x[0]
x=len; x[0]
x=3; del x[0]
a,b=1
a,b=1,2,3
a,b,c=1,2
a,*b=[]
a,*b,c=[1]
a,b={1:2}
[a,b]=[1]
a=b=c=[]; assert a is b is c
(a,(b,*c),d)=1,(2,3,4),5; assert c==[3,4]
*a,=1,2; assert a==[1,2]
slice(1,2,3), slice(5), slice(None), slice(1,2).indices(5), slice(None,None,-1).indices(5), slice(1,2)==slice(1,2), slice(1,2)<slice(1,3)
slice()
hash(slice(1))
slice(1,10,0).indices(5)
slice("a").indices(5)
[1,2,3][slice(0,2)], [1,2,3][True], [1,2,3][10**30]
[1,2,3][:10**30], [1,2,3][-10**30:]
[0]*10**20
tuple([1,2]), tuple("ab"), tuple(1)
(1,)*3, (1,2)+(3,), (1,)+[2]
''', SETTING)
# expect:
# [1,2,3][1:2], [1,2,3][::-1], [1,2,3][5:], [1,2,3][-10:10], [1,2,3][3] => IndexError list index out of range
# [1,2,3]["a"] => TypeError list indices must be integers or slices, not str
# [1,2,3][1.5] => TypeError list indices must be integers or slices, not float
# [1,2,3][None] => TypeError list indices must be integers or slices, not NoneType
# (1,2)[5] => IndexError tuple index out of range
# (1,2)["a"] => TypeError tuple indices must be integers or slices, not str
# range(10)[2:8:3], range(10)[-1], range(10)[10] => IndexError range object index out of range
# range(10)["a"] => TypeError range indices must be integers or slices, not str
# range(0,10,0) => ValueError range() arg 3 must not be zero
# range(1.0) => TypeError 'float' object cannot be interpreted as an integer
# range("a") => TypeError 'str' object cannot be interpreted as an integer
# range() => TypeError range expected at least 1 argument, got 0
# range(1,2,3,4) => TypeError range expected at most 3 arguments, got 4
# range(5) == range(0,5,1), hash(range(3)) == hash(range(3)), range(0) == range(1,1), len(range(10**18)), 5 in range(10), 5.0 in range(10), "a" in range(3), range(10).index(3), range(10).count(3), range(3).index(10) => ValueError 10 is not in range
# len(range(10**30)) => OverflowError Python int too large to convert to C ssize_t
# [1,2]+[3], [1]*3, [1]+(2,) => TypeError can only concatenate list (not "tuple") to list
# [1]+1 => TypeError can only concatenate list (not "int") to list
# [1]*"a" => TypeError can't multiply sequence by non-int of type 'str'
# [1]*1.0 => TypeError can't multiply sequence by non-int of type 'float'
# [1,2]<[1,3], [1]<(1,) => TypeError '<' not supported between instances of 'list' and 'tuple'
# [1,2] == [1,2], [1] == (1,), [1,2]!=[1,2] => (True, False, False)
# [1,2,3].index(2), [1,2,3].index(9) => ValueError 9 is not in list
# [1,2,3].index(1,1) => ValueError 1 is not in list
# [1].remove(2) => ValueError list.remove(x): x not in list
# [].pop() => IndexError pop from empty list
# [1].pop(5) => IndexError pop index out of range
# [1].pop("a") => TypeError 'str' object cannot be interpreted as an integer
# [1,2,3].insert("a",1) => TypeError 'str' object cannot be interpreted as an integer
# [1].append() => TypeError list.append() takes exactly one argument (0 given)
# [1].append(1,2) => TypeError list.append() takes exactly one argument (2 given)
# [1].extend(1) => TypeError 'int' object is not iterable
# [3,1,2].sort(), sorted([3,1,2],reverse=True), sorted(["b","A","c"],key=str.lower), sorted([1,"a"]) => TypeError '<' not supported between instances of 'str' and 'int'
# sorted(1) => TypeError 'int' object is not iterable
# sorted([1],1) => TypeError sorted expected 1 argument, got 2
# sorted([1],key=1) => TypeError 'int' object is not callable
# sorted([2,1],None,True) => TypeError sorted expected 1 argument, got 3
# sorted() => TypeError sorted expected 1 argument, got 0
# [1].sort(1) => TypeError sort() takes no positional arguments
# [1].sort(foo=1) => TypeError 'foo' is an invalid keyword argument for sort()
# [1,2].copy(), [1,2].count(1), [1,2,1].count(1), [1].clear(), [1,2].reverse() => ([1, 2], 1, 2, None, None)
# del [1][0] => done
# x=[1,2,3]; x[1:2]=[7,8,9]; assert x==[1,7,8,9,3]; x[::2]=[0,0,0]; assert x==[0,7,0,9,0] => done
# x=[1,2,3]; x[::2]=[1] => ValueError attempt to assign sequence of size 1 to extended slice of size 2
# x=[1,2,3]; x[0:1]=5 => TypeError can only assign an iterable
# x=[1,2,3]; x[::2]=5 => TypeError must assign iterable to extended slice
# x=[1,2,3]; x[5]=1 => IndexError list assignment index out of range
# x=[1,2,3]; x["a"]=1 => TypeError list indices must be integers or slices, not str
# x=[1,2,3]; del x[5] => IndexError list assignment index out of range
# x=[1,2,3]; del x["a"] => TypeError list indices must be integers or slices, not str
# x=[1,2,3,4,5]; del x[::2]; assert x==[2,4] => done
# x=(1,2); x[0]=1 => TypeError 'tuple' object does not support item assignment
# x=(1,2); del x[0] => TypeError 'tuple' object doesn't support item deletion
# x="ab"; x[0]="c" => TypeError 'str' object does not support item assignment
# x=range(3); x[0]=1 => TypeError 'range' object does not support item assignment
# x={1}; x[0] => TypeError 'set' object is not subscriptable
# x=3; x[0] => TypeError 'int' object is not subscriptable
# x=3; x[0]=1 => TypeError 'int' object does not support item assignment
# x=None; x[0] => TypeError 'NoneType' object is not subscriptable
# x=len; x[0] => TypeError 'builtin_function_or_method' object is not subscriptable
# x=3; del x[0] => TypeError 'int' object does not support item deletion
# a,b=1 => TypeError cannot unpack non-iterable int object
# a,b=1,2,3 => ValueError too many values to unpack (expected 2)
# a,b,c=1,2 => ValueError not enough values to unpack (expected 3, got 2)
# a,*b=[] => ValueError not enough values to unpack (expected at least 1, got 0)
# a,*b,c=[1] => ValueError not enough values to unpack (expected at least 2, got 1)
# a,b={1:2} => ValueError not enough values to unpack (expected 2, got 1)
# [a,b]=[1] => ValueError not enough values to unpack (expected 2, got 1)
# a=b=c=[]; assert a is b is c => done
# (a,(b,*c),d)=1,(2,3,4),5; assert c==[3,4] => done
# *a,=1,2; assert a==[1,2] => done
# slice(1,2,3), slice(5), slice(None), slice(1,2).indices(5), slice(None,None,-1).indices(5), slice(1,2)==slice(1,2), slice(1,2)<slice(1,3) => (slice(1, 2, 3), slice(None, 5, None), slice(None, None, None), (1, 2, 1), (4, -1, -1), True, True)
# slice() => TypeError slice expected at least 1 argument, got 0
# hash(slice(1)) => TypeError unhashable type: 'slice'
# slice(1,10,0).indices(5) => ValueError slice step cannot be zero
# slice("a").indices(5) => TypeError slice indices must be integers or None or have an __index__ method
# [1,2,3][slice(0,2)], [1,2,3][True], [1,2,3][10**30] => IndexError cannot fit 'int' into an index-sized integer
# [1,2,3][:10**30], [1,2,3][-10**30:] => ([1, 2, 3], [1, 2, 3])
# [0]*10**20 => OverflowError cannot fit 'int' into an index-sized integer
# tuple([1,2]), tuple("ab"), tuple(1) => TypeError 'int' object is not iterable
# (1,)*3, (1,2)+(3,), (1,)+[2] => TypeError can only concatenate tuple (not "list") to tuple
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
(1,2).index(3)
(1,2).count(1), (), (1,), ((),), tuple()
list(1)
list(1,2)
list(a=1)
tuple(a=1)
{}[1]
{"a":1}["b"]
{}[[]]
{[]:1}
{{}:1}
{1:2,1.0:3,True:4}
{1,1.0,True}
dict([(1,2),(3,4)]), dict(a=1,b=2), dict({"a":1},b=2), dict([[1,2]]), dict(["ab","cd"]), dict([1])
dict([(1,)])
dict([(1,2,3)])
dict(1)
dict(1,2)
dict("ab")
{1:2}|{3:4}, {1:2}|[(1,2)]
{}|1
x={1:2}; x|=[(3,4)]; assert x=={1:2,3:4}
{1:2}.get(1), {}.get(1), {}.get(1,2), {1:2}.pop(1), {}.pop(1,3), {}.pop(1)
{}.popitem()
{}.pop()
{}.get()
{}.get([])
{1:2}.setdefault(3), {1:2}.setdefault(1,5), {1:2}.items(), {1:2}.keys(), {1:2}.values(), {}.update(a=1), {}.update([(1,2)])
{}.update(1)
{}.update(1,2)
{}.update([1])
dict.fromkeys("ab"), dict.fromkeys([1,2],0), dict.fromkeys(1)
{1:2}.keys()|{3}, {1:2}.keys()&[1], {1:2}.items()-{(1,2)}, {1:2}.keys()^{1,5}, {1:2}.keys()=={1}, {1:2}.keys()<{1,2}, {1:2}.keys().isdisjoint([2])
{1:2}.values()==({1:2}.values())
{1:2}.keys()[0]
{1:2}.foo
{1:2}.item()
{1:2}<{1:2}
{1:2}=={1:2.0}, {1:2}!={2:1}, {1:2}==[1]
list(reversed({1:2,3:4})), list(reversed({1:2}.items())), 1 in {1:2}, (1,2) in {1:2}.items(), len({1:2}.keys())
{**{"a":1},"b":2,**{"a":3}}
{**1}
{**[(1,2)]}
dict(**{"a":1},**{"a":2})
dict(**{1:2})
print(**{"sepp":1})
print(*1)
print(**1)
{1,2}|{3}, {1,2}&{2}, {1,2}-{2}, {1,2}^{2,3}, {1}|[1]
{1}.union([2],[3]), {1,2}.intersection([2],[2]), {1,2}.difference([1]), {1}.symmetric_difference([2]), {1}.issubset([1,2]), {1,2}.issuperset([1]), {1}.isdisjoint([2]), {1}<={1}, {1}<{1}, {1}<[1]
{1}.add([])
{1}.remove(2)
{1}.discard(2), set().pop()
{1}.update(1)
{1}.update([2],[3]), {1}.add(1), {1}.clear(), {1}.copy(), {1}=={1.0}, {1}=={True}, {1}!={2}
set(1)
set([[]])
{1}.union(1)
frozenset([1]), frozenset([1])|{2}, {2}|frozenset([1]), hash(frozenset([1]))==hash(frozenset([1])), frozenset([1])=={1}, frozenset([1]).add
{frozenset([1])}, {1} in [{1}], {1} in {frozenset([1])}
set()==frozenset(), set(), frozenset(), repr({1}), {*[1,2],*(3,)}
x={1}; x|=[2]
x={1}; x|={2}; x&={2}; x^={3}; x-={3}; assert x=={2}
len(1)
len()
len([],[])
abs("a")
abs()
sum([1,2]), sum([1.5,2]), sum([[1],[2]],[]), sum(["a"])
sum(["a"],"")
sum(1)
sum([1],start=2), sum([],5), sum([True,True])
max(1,2), max([1,2]), max("a","b"), max([],default=3), max([])
max(1)
max(1,"a")
max()
max(1,2,default=3)
max([1],key=1)
max("abc",key=ord), max([1,2],key=lambda x:-x), min(1,2,key=lambda x:-x), max(1,2,foo=3)
min([[1],[0]]), max((1,2),(1,3)), min(1.0,1), max(1,1.0)
''', SETTING)
# expect:
# (1,2).index(3) => ValueError tuple.index(x): x not in tuple
# (1,2).count(1), (), (1,), ((),), tuple() => (1, (), (1,), ((),), ())
# list(1) => TypeError 'int' object is not iterable
# list(1,2) => TypeError list expected at most 1 argument, got 2
# list(a=1) => TypeError list() takes no keyword arguments
# tuple(a=1) => TypeError tuple() takes no keyword arguments
# {}[1] => KeyError 1
# {"a":1}["b"] => KeyError 'b'
# {}[[]] => TypeError unhashable type: 'list'
# {[]:1} => TypeError unhashable type: 'list'
# {{}:1} => TypeError unhashable type: 'dict'
# {1:2,1.0:3,True:4} => {1: 4}
# {1,1.0,True} => {1}
# dict([(1,2),(3,4)]), dict(a=1,b=2), dict({"a":1},b=2), dict([[1,2]]), dict(["ab","cd"]), dict([1]) => TypeError cannot convert dictionary update sequence element #0 to a sequence
# dict([(1,)]) => ValueError dictionary update sequence element #0 has length 1; 2 is required
# dict([(1,2,3)]) => ValueError dictionary update sequence element #0 has length 3; 2 is required
# dict(1) => TypeError 'int' object is not iterable
# dict(1,2) => TypeError dict expected at most 1 argument, got 2
# dict("ab") => ValueError dictionary update sequence element #0 has length 1; 2 is required
# {1:2}|{3:4}, {1:2}|[(1,2)] => TypeError unsupported operand type(s) for |: 'dict' and 'list'
# {}|1 => TypeError unsupported operand type(s) for |: 'dict' and 'int'
# x={1:2}; x|=[(3,4)]; assert x=={1:2,3:4} => done
# {1:2}.get(1), {}.get(1), {}.get(1,2), {1:2}.pop(1), {}.pop(1,3), {}.pop(1) => KeyError 1
# {}.popitem() => KeyError 'popitem(): dictionary is empty'
# {}.pop() => TypeError pop expected at least 1 argument, got 0
# {}.get() => TypeError get expected at least 1 argument, got 0
# {}.get([]) => TypeError unhashable type: 'list'
# {1:2}.setdefault(3), {1:2}.setdefault(1,5), {1:2}.items(), {1:2}.keys(), {1:2}.values(), {}.update(a=1), {}.update([(1,2)]) => (None, 2, dict_items([(1, 2)]), dict_keys([1]), dict_values([2]), None, None)
# {}.update(1) => TypeError 'int' object is not iterable
# {}.update(1,2) => TypeError update expected at most 1 argument, got 2
# {}.update([1]) => TypeError cannot convert dictionary update sequence element #0 to a sequence
# dict.fromkeys("ab"), dict.fromkeys([1,2],0), dict.fromkeys(1) => TypeError 'int' object is not iterable
# {1:2}.keys()|{3}, {1:2}.keys()&[1], {1:2}.items()-{(1,2)}, {1:2}.keys()^{1,5}, {1:2}.keys()=={1}, {1:2}.keys()<{1,2}, {1:2}.keys().isdisjoint([2]) => ({1, 3}, {1}, set(), {5}, True, True, True)
# {1:2}.values()==({1:2}.values()) => False
# {1:2}.keys()[0] => TypeError 'dict_keys' object is not subscriptable
# {1:2}.foo => AttributeError 'dict' object has no attribute 'foo'
# {1:2}.item() => AttributeError 'dict' object has no attribute 'item'
# {1:2}<{1:2} => TypeError '<' not supported between instances of 'dict' and 'dict'
# {1:2}=={1:2.0}, {1:2}!={2:1}, {1:2}==[1] => (True, True, False)
# list(reversed({1:2,3:4})), list(reversed({1:2}.items())), 1 in {1:2}, (1,2) in {1:2}.items(), len({1:2}.keys()) => ([3, 1], [(1, 2)], True, True, 1)
# {**{"a":1},"b":2,**{"a":3}} => {'a': 3, 'b': 2}
# {**1} => TypeError 'int' object is not a mapping
# {**[(1,2)]} => TypeError 'list' object is not a mapping
# dict(**{"a":1},**{"a":2}) => TypeError dict() got multiple values for keyword argument 'a'
# dict(**{1:2}) => TypeError keywords must be strings
# print(**{"sepp":1}) => TypeError 'sepp' is an invalid keyword argument for print()
# print(*1) => TypeError print() argument after * must be an iterable, not int
# print(**1) => TypeError print() argument after ** must be a mapping, not int
# {1,2}|{3}, {1,2}&{2}, {1,2}-{2}, {1,2}^{2,3}, {1}|[1] => TypeError unsupported operand type(s) for |: 'set' and 'list'
# {1}.union([2],[3]), {1,2}.intersection([2],[2]), {1,2}.difference([1]), {1}.symmetric_difference([2]), {1}.issubset([1,2]), {1,2}.issuperset([1]), {1}.isdisjoint([2]), {1}<={1}, {1}<{1}, {1}<[1] => TypeError '<' not supported between instances of 'set' and 'list'
# {1}.add([]) => TypeError unhashable type: 'list'
# {1}.remove(2) => KeyError 2
# {1}.discard(2), set().pop() => KeyError 'pop from an empty set'
# {1}.update(1) => TypeError 'int' object is not iterable
# {1}.update([2],[3]), {1}.add(1), {1}.clear(), {1}.copy(), {1}=={1.0}, {1}=={True}, {1}!={2} => (None, None, None, {1}, True, True, True)
# set(1) => TypeError 'int' object is not iterable
# set([[]]) => TypeError unhashable type: 'list'
# {1}.union(1) => TypeError 'int' object is not iterable
# frozenset([1]), frozenset([1])|{2}, {2}|frozenset([1]), hash(frozenset([1]))==hash(frozenset([1])), frozenset([1])=={1}, frozenset([1]).add => AttributeError 'frozenset' object has no attribute 'add'
# {frozenset([1])}, {1} in [{1}], {1} in {frozenset([1])} => ({frozenset({1})}, True, True)
# set()==frozenset(), set(), frozenset(), repr({1}), {*[1,2],*(3,)} => (True, set(), frozenset(), '{1}', {1, 2, 3})
# x={1}; x|=[2] => TypeError unsupported operand type(s) for |=: 'set' and 'list'
# x={1}; x|={2}; x&={2}; x^={3}; x-={3}; assert x=={2} => done
# len(1) => TypeError object of type 'int' has no len()
# len() => TypeError len() takes exactly one argument (0 given)
# len([],[]) => TypeError len() takes exactly one argument (2 given)
# abs("a") => TypeError bad operand type for abs(): 'str'
# abs() => TypeError abs() takes exactly one argument (0 given)
# sum([1,2]), sum([1.5,2]), sum([[1],[2]],[]), sum(["a"]) => TypeError unsupported operand type(s) for +: 'int' and 'str'
# sum(["a"],"") => TypeError sum() can't sum strings [use ''.join(seq) instead]
# sum(1) => TypeError 'int' object is not iterable
# sum([1],start=2), sum([],5), sum([True,True]) => (3, 5, 2)
# max(1,2), max([1,2]), max("a","b"), max([],default=3), max([]) => ValueError max() arg is an empty sequence
# max(1) => TypeError 'int' object is not iterable
# max(1,"a") => TypeError '>' not supported between instances of 'str' and 'int'
# max() => TypeError max expected at least 1 argument, got 0
# max(1,2,default=3) => TypeError Cannot specify a default for max() with multiple positional arguments
# max([1],key=1) => TypeError 'int' object is not callable
# max("abc",key=ord), max([1,2],key=lambda x:-x), min(1,2,key=lambda x:-x), max(1,2,foo=3) => TypeError 'foo' is an invalid keyword argument for max()
# min([[1],[0]]), max((1,2),(1,3)), min(1.0,1), max(1,1.0) => ([0], (1, 3), 1.0, 1)
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
any([]), all([]), any([0,1]), all([0,1]), any(1)
all(1)
zip([1],[2]), list(zip([1,2],[3])), list(zip([1,2],[3],strict=True))
list(zip([1],[3,4],strict=True))
list(zip([1],[2],[3,4],strict=True))
list(zip()), list(zip("ab")), zip(1)
zip([1],2)
zip([1],foo=2)
enumerate(1)
list(enumerate("ab")), list(enumerate("ab",5)), list(enumerate("ab",start=-1)), enumerate("a","b")
list(map(str,[1])), list(map(lambda a,b:a+b,[1,2],[3])), map(str)
map()
list(map(1,[1]))
list(filter(None,[0,1])), list(filter(lambda x:x>1,[1,2])), filter(None)
filter(1,2)
list(filter(1,[1]))
reversed(1)
reversed({1})
iter(1)
iter(1,2)
next(1)
next(iter([]))
next(iter([]),5), next(iter([1]))
''', SETTING)
# expect:
# any([]), all([]), any([0,1]), all([0,1]), any(1) => TypeError 'int' object is not iterable
# all(1) => TypeError 'int' object is not iterable
# zip([1],[2]), list(zip([1,2],[3])), list(zip([1,2],[3],strict=True)) => ValueError zip() argument 2 is shorter than argument 1
# list(zip([1],[3,4],strict=True)) => ValueError zip() argument 2 is longer than argument 1
# list(zip([1],[2],[3,4],strict=True)) => ValueError zip() argument 3 is longer than arguments 1-2
# list(zip()), list(zip("ab")), zip(1) => TypeError 'int' object is not iterable
# zip([1],2) => TypeError 'int' object is not iterable
# zip([1],foo=2) => TypeError 'foo' is an invalid keyword argument for zip()
# enumerate(1) => TypeError 'int' object is not iterable
# list(enumerate("ab")), list(enumerate("ab",5)), list(enumerate("ab",start=-1)), enumerate("a","b") => TypeError 'str' object cannot be interpreted as an integer
# list(map(str,[1])), list(map(lambda a,b:a+b,[1,2],[3])), map(str) => TypeError map() must have at least two arguments.
# map() => TypeError map() must have at least two arguments.
# list(map(1,[1])) => TypeError 'int' object is not callable
# list(filter(None,[0,1])), list(filter(lambda x:x>1,[1,2])), filter(None) => TypeError filter expected 2 arguments, got 1
# filter(1,2) => TypeError 'int' object is not iterable
# list(filter(1,[1])) => TypeError 'int' object is not callable
# reversed(1) => TypeError 'int' object is not reversible
# reversed({1}) => TypeError 'set' object is not reversible
# iter(1) => TypeError 'int' object is not iterable
# iter(1,2) => TypeError iter(v, w): v must be callable
# next(1) => TypeError 'int' object is not an iterator
# next(iter([])) => StopIteration 
# next(iter([]),5), next(iter([1])) => (5, 1)
