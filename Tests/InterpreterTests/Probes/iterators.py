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
SETTING = """
import itertools, functools, collections, operator; from itertools import *; from functools import *; from collections import *; L=list
"""
show(r'''
L(islice(count(5,2),3)), L(islice("abcdef",1,5,2)), L(islice("abc",None)), L(islice("abc",1,None)), islice("a",-1)
islice("abc","a")
islice("abc")
islice("abc",0,5,0)
L(chain("ab",[1])), L(chain.from_iterable(["ab","c"])), L(repeat(1,3)), repeat(1,3), repeat(1), count(3), count(1,2), count(1.5,0.5), L(islice(count(1.5,0.5),3))
count("a")
repeat()
L(islice(cycle("ab"),5)), L(accumulate([1,2,3])), L(accumulate([1,2,3],operator.mul)), L(accumulate([1,2],initial=10)), L(accumulate([],initial=1)), L(accumulate([1,2],func=max))
L(product("ab",repeat=2)), L(product("ab",[1,2])), L(product()), L(product("a",repeat=-1))
L(product(1))
L(permutations([1,2,3],2)), L(permutations("ab")), L(permutations("ab",3)), permutations("ab",-1)
permutations("ab","a")
L(combinations("abc",2)), L(combinations("abc",0)), L(combinations_with_replacement("ab",2)), combinations("ab",-1)
combinations("ab")
L(zip_longest("ab","c",fillvalue="-")), L(zip_longest()), L(starmap(pow,[(2,3)])), L(takewhile(lambda x:x<2,[1,2,1])), L(dropwhile(lambda x:x<2,[1,2,1])), L(filterfalse(None,[0,1])), L(compress("abc",[1,0,1])), L(pairwise("abc"))
[(k,L(g)) for k,g in groupby("aabbc")], [(k,L(g)) for k,g in groupby([1,3,2],key=lambda x:x%2)]
[L(x) for x in tee("ab")], [L(x) for x in tee("ab",3)], tee("a",-1)
L(starmap(1,[(1,)]))
L(starmap(pow,[1]))
L(chain(1))
reduce(operator.add,[1,2,3]), reduce(lambda a,b:a*b,[1,2],10), reduce(max,[]),
reduce(max,[])
reduce(max,1)
reduce(max)
partial(int,base=2)("101"), partial(pow,2).func, partial(pow,2).args, partial(int,base=2).keywords, partial(pow,2)
partial(1)
partial(partial(pow,2),3)(), partial(int,"1").args
cmp_to_key(lambda a,b:a-b)(1) < cmp_to_key(lambda a,b:a-b)(2), sorted([3,1],key=cmp_to_key(lambda a,b:b-a))
sorted([1],key=cmp_to_key(1))
lru_cache(maxsize=2)(lambda x:x).cache_info(), lru_cache(lambda x: x)(3), cache(lambda x:x)(1)
lru_cache("a")
lru_cache(5)([])
@lru_cache
def f(x): pass
Counter("abca"), Counter(a=1), Counter({"a":2})+Counter("ab"), Counter("aab")-Counter("ab"), Counter("ab")&Counter("b"), Counter("a")|Counter("aab"), +Counter(a=-1), -Counter(a=-1)
Counter("abca").most_common(1), Counter("abca").most_common(), Counter("ab").elements(), L(Counter("aab").elements()), Counter("a")["z"], Counter("aab").total(), Counter(1)
Counter("ab")==Counter("ba"), Counter("a")<=Counter("aa"), Counter(), Counter(a=0)==Counter(), Counter([1,1.0]), Counter("ab").update("b"), Counter("ab").subtract("b")
Counter.fromkeys("a")
c=Counter("ab"); c.subtract("aab"); assert c["a"]==-1
c=Counter("ab"); del c["zz"]; c+=Counter("a"); assert c["a"]==2
defaultdict(int), defaultdict(list,{"a":[1]}), defaultdict(int)["x"], defaultdict()["x"]
defaultdict(1)
d=defaultdict(list); d["a"].append(1); assert d=={"a":[1]}
repr(defaultdict(lambda: 3)).startswith("defaultdict(<function <lambda>"), defaultdict(int,a=1)|{"b":2}, defaultdict(int).default_factory, defaultdict(int).copy()
deque([1,2,3],maxlen=2), deque("ab"), deque([1])+deque([2]), deque([1])*2, deque([1,2])[0], deque([1,2])[-1], deque([1])[5]
deque([1])+[1]
deque([1,2,3])[0:1]
deque(maxlen=-1)
deque(1)
deque([]).pop()
deque([]).popleft()
deque([1,2,1]).count(1), deque([1,2]).index(2), deque([1]).index(5)
deque([1]).remove(5)
d=deque([1,2,3]); d.rotate(1); assert L(d)==[3,1,2]; d.rotate(-2); d.appendleft(0); d.extendleft([8,9]); assert d[0]==9; d.insert(1,5); d.reverse(); d.clear()
deque([1],1).insert(0,5)
deque([1,2])==deque([1,2]), deque([1])<deque([2]), deque([1])==[1], 1 in deque([1]), L(reversed(deque([1,2]))), deque([1],5).maxlen, len(deque([1])), bool(deque()), deque([1,2]).copy()
del deque([1])[3]
x=deque([1]); x[3]=1
OrderedDict(a=1), OrderedDict([(1,2)]), OrderedDict(a=1)=={"a":1}, OrderedDict(a=1,b=2)==OrderedDict(b=2,a=1), L(reversed(OrderedDict(a=1,b=2)))
d=OrderedDict(a=1,b=2); d.move_to_end("a"); assert L(d)==["b","a"]; d.move_to_end("a",last=False); assert d.popitem(last=False)==("a",1)
OrderedDict().move_to_end("a")
OrderedDict().popitem()
ChainMap({"a":1},{"b":2}), ChainMap({"a":1},{"a":2})["a"], ChainMap({})["x"]
ChainMap({"a":1}).new_child({"b":2}), ChainMap({"a":1},{"b":2}).parents, len(ChainMap({"a":1},{"a":2})), L(ChainMap({"a":1},{"b":2})), ChainMap({"a":1}).maps
namedtuple("P","x y")(1,2), namedtuple("P",["x","y"])(1,y=2), namedtuple("P","x,y")._fields, namedtuple("P","x y",defaults=[5])(1), namedtuple("P","x y",defaults=[5])._field_defaults
namedtuple("P","x y")(1)
namedtuple("P","x y")(1,2,3)
namedtuple("P","x y")(1,z=3)
namedtuple("P","x x")
namedtuple("P","class")
namedtuple("P","_x")
namedtuple("1P","x")
namedtuple("P","x class _y x",rename=True)._fields, namedtuple("P","x")(1)._asdict(), namedtuple("P","x")(1)._replace(x=3), namedtuple("P","x y")._make([1,2]), namedtuple("P","x")(1).x, namedtuple("P","x")(1)==(1,), namedtuple("P","x y")(1,2)[1], namedtuple("P","x y")(1,2)+(3,), namedtuple("P","")()
namedtuple("P","x")(1)._replace(y=3)
namedtuple("P","x y")._make([1])
p=namedtuple("P","x y")(1,2); p.x=5
p=namedtuple("P","x y")(1,2); p.z
p=namedtuple("P","x y")(1,2); x,y=p; assert y==2; hash(p)
namedtuple("P","x").__doc__, namedtuple("P","x").x.__doc__, namedtuple("P","x").__name__, namedtuple("P","x",module="m").__module__
UserDict({"a":1}), UserList([1]), UserString("a"), UserDict(a=1)["a"]
''', SETTING)
# expect:
# L(islice(count(5,2),3)), L(islice("abcdef",1,5,2)), L(islice("abc",None)), L(islice("abc",1,None)), islice("a",-1) => ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# islice("abc","a") => ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# islice("abc") => TypeError islice expected at least 2 arguments, got 1
# islice("abc",0,5,0) => ValueError Step for islice() must be a positive integer or None.
# L(chain("ab",[1])), L(chain.from_iterable(["ab","c"])), L(repeat(1,3)), repeat(1,3), repeat(1), count(3), count(1,2), count(1.5,0.5), L(islice(count(1.5,0.5),3)) => (['a', 'b', 1], ['a', 'b', 'c'], [1, 1, 1], repeat(1, 3), repeat(1), count(3), count(1, 2), count(1.5, 0.5), [1.5, 2.0, 2.5])
# count("a") => TypeError a number is required
# repeat() => TypeError repeat() missing required argument 'object' (pos 1)
# L(islice(cycle("ab"),5)), L(accumulate([1,2,3])), L(accumulate([1,2,3],operator.mul)), L(accumulate([1,2],initial=10)), L(accumulate([],initial=1)), L(accumulate([1,2],func=max)) => (['a', 'b', 'a', 'b', 'a'], [1, 3, 6], [1, 2, 6], [10, 11, 13], [1], [1, 2])
# L(product("ab",repeat=2)), L(product("ab",[1,2])), L(product()), L(product("a",repeat=-1)) => ValueError repeat argument cannot be negative
# L(product(1)) => TypeError 'int' object is not iterable
# L(permutations([1,2,3],2)), L(permutations("ab")), L(permutations("ab",3)), permutations("ab",-1) => ValueError r must be non-negative
# permutations("ab","a") => TypeError Expected int as r
# L(combinations("abc",2)), L(combinations("abc",0)), L(combinations_with_replacement("ab",2)), combinations("ab",-1) => ValueError r must be non-negative
# combinations("ab") => TypeError combinations() missing required argument 'r' (pos 2)
# L(zip_longest("ab","c",fillvalue="-")), L(zip_longest()), L(starmap(pow,[(2,3)])), L(takewhile(lambda x:x<2,[1,2,1])), L(dropwhile(lambda x:x<2,[1,2,1])), L(filterfalse(None,[0,1])), L(compress("abc",[1,0,1])), L(pairwise("abc")) => ([('a', 'c'), ('b', '-')], [], [8], [1], [2, 1], [0], ['a', 'c'], [('a', 'b'), ('b', 'c')])
# [(k,L(g)) for k,g in groupby("aabbc")], [(k,L(g)) for k,g in groupby([1,3,2],key=lambda x:x%2)] => ([('a', ['a', 'a']), ('b', ['b', 'b']), ('c', ['c'])], [(1, [1, 3]), (0, [2])])
# [L(x) for x in tee("ab")], [L(x) for x in tee("ab",3)], tee("a",-1) => ValueError n must be >= 0
# L(starmap(1,[(1,)])) => TypeError 'int' object is not callable
# L(starmap(pow,[1])) => TypeError 'int' object is not iterable
# L(chain(1)) => TypeError 'int' object is not iterable
# reduce(operator.add,[1,2,3]), reduce(lambda a,b:a*b,[1,2],10), reduce(max,[]), => TypeError reduce() of empty iterable with no initial value
# reduce(max,[]) => TypeError reduce() of empty iterable with no initial value
# reduce(max,1) => TypeError reduce() arg 2 must support iteration
# reduce(max) => TypeError reduce expected at least 2 arguments, got 1
# partial(int,base=2)("101"), partial(pow,2).func, partial(pow,2).args, partial(int,base=2).keywords, partial(pow,2) => (5, <built-in function pow>, (2,), {'base': 2}, functools.partial(<built-in function pow>, 2))
# partial(1) => TypeError the first argument must be callable
# partial(partial(pow,2),3)(), partial(int,"1").args => (8, ('1',))
# cmp_to_key(lambda a,b:a-b)(1) < cmp_to_key(lambda a,b:a-b)(2), sorted([3,1],key=cmp_to_key(lambda a,b:b-a)) => (True, [3, 1])
# sorted([1],key=cmp_to_key(1)) => [1]
# lru_cache(maxsize=2)(lambda x:x).cache_info(), lru_cache(lambda x: x)(3), cache(lambda x:x)(1) => (CacheInfo(hits=0, misses=0, maxsize=2, currsize=0), 3, 1)
# lru_cache("a") => TypeError Expected first argument to be an integer, a callable, or None
# lru_cache(5)([]) => TypeError the first argument must be callable
# @lru_cache => SyntaxError invalid syntax (<string>, line 1)
# def f(x): pass => done
# Counter("abca"), Counter(a=1), Counter({"a":2})+Counter("ab"), Counter("aab")-Counter("ab"), Counter("ab")&Counter("b"), Counter("a")|Counter("aab"), +Counter(a=-1), -Counter(a=-1) => (Counter({'a': 2, 'b': 1, 'c': 1}), Counter({'a': 1}), Counter({'a': 3, 'b': 1}), Counter({'a': 1}), Counter({'b': 1}), Counter({'a': 2, 'b': 1}), Counter(), Counter({'a': 1}))
# Counter("abca").most_common(1), Counter("abca").most_common(), Counter("ab").elements(), L(Counter("aab").elements()), Counter("a")["z"], Counter("aab").total(), Counter(1) => TypeError 'int' object is not iterable
# Counter("ab")==Counter("ba"), Counter("a")<=Counter("aa"), Counter(), Counter(a=0)==Counter(), Counter([1,1.0]), Counter("ab").update("b"), Counter("ab").subtract("b") => (True, True, Counter(), True, Counter({1: 2}), None, None)
# Counter.fromkeys("a") => NotImplementedError Counter.fromkeys() is undefined.  Use Counter(iterable) instead.
# c=Counter("ab"); c.subtract("aab"); assert c["a"]==-1 => done
# c=Counter("ab"); del c["zz"]; c+=Counter("a"); assert c["a"]==2 => done
# defaultdict(int), defaultdict(list,{"a":[1]}), defaultdict(int)["x"], defaultdict()["x"] => KeyError 'x'
# defaultdict(1) => TypeError first argument must be callable or None
# d=defaultdict(list); d["a"].append(1); assert d=={"a":[1]} => done
# repr(defaultdict(lambda: 3)).startswith("defaultdict(<function <lambda>"), defaultdict(int,a=1)|{"b":2}, defaultdict(int).default_factory, defaultdict(int).copy() => (True, defaultdict(<class 'int'>, {'a': 1, 'b': 2}), <class 'int'>, defaultdict(<class 'int'>, {}))
# deque([1,2,3],maxlen=2), deque("ab"), deque([1])+deque([2]), deque([1])*2, deque([1,2])[0], deque([1,2])[-1], deque([1])[5] => IndexError deque index out of range
# deque([1])+[1] => TypeError can only concatenate deque (not "list") to deque
# deque([1,2,3])[0:1] => TypeError sequence index must be integer, not 'slice'
# deque(maxlen=-1) => ValueError maxlen must be non-negative
# deque(1) => TypeError 'int' object is not iterable
# deque([]).pop() => IndexError pop from an empty deque
# deque([]).popleft() => IndexError pop from an empty deque
# deque([1,2,1]).count(1), deque([1,2]).index(2), deque([1]).index(5) => ValueError 5 is not in deque
# deque([1]).remove(5) => ValueError 5 is not in deque
# d=deque([1,2,3]); d.rotate(1); assert L(d)==[3,1,2]; d.rotate(-2); d.appendleft(0); d.extendleft([8,9]); assert d[0]==9; d.insert(1,5); d.reverse(); d.clear() => done
# deque([1],1).insert(0,5) => IndexError deque already at its maximum size
# deque([1,2])==deque([1,2]), deque([1])<deque([2]), deque([1])==[1], 1 in deque([1]), L(reversed(deque([1,2]))), deque([1],5).maxlen, len(deque([1])), bool(deque()), deque([1,2]).copy() => (True, True, False, True, [2, 1], 5, 1, False, deque([1, 2]))
# del deque([1])[3] => IndexError deque index out of range
# x=deque([1]); x[3]=1 => IndexError deque index out of range
# OrderedDict(a=1), OrderedDict([(1,2)]), OrderedDict(a=1)=={"a":1}, OrderedDict(a=1,b=2)==OrderedDict(b=2,a=1), L(reversed(OrderedDict(a=1,b=2))) => (OrderedDict([('a', 1)]), OrderedDict([(1, 2)]), True, False, ['b', 'a'])
# d=OrderedDict(a=1,b=2); d.move_to_end("a"); assert L(d)==["b","a"]; d.move_to_end("a",last=False); assert d.popitem(last=False)==("a",1) => done
# OrderedDict().move_to_end("a") => KeyError 'a'
# OrderedDict().popitem() => KeyError 'dictionary is empty'
# ChainMap({"a":1},{"b":2}), ChainMap({"a":1},{"a":2})["a"], ChainMap({})["x"] => KeyError 'x'
# ChainMap({"a":1}).new_child({"b":2}), ChainMap({"a":1},{"b":2}).parents, len(ChainMap({"a":1},{"a":2})), L(ChainMap({"a":1},{"b":2})), ChainMap({"a":1}).maps => (ChainMap({'b': 2}, {'a': 1}), ChainMap({'b': 2}), 1, ['b', 'a'], [{'a': 1}])
# namedtuple("P","x y")(1,2), namedtuple("P",["x","y"])(1,y=2), namedtuple("P","x,y")._fields, namedtuple("P","x y",defaults=[5])(1), namedtuple("P","x y",defaults=[5])._field_defaults => (P(x=1, y=2), P(x=1, y=2), ('x', 'y'), P(x=1, y=5), {'y': 5})
# namedtuple("P","x y")(1) => TypeError P.__new__() missing 1 required positional argument: 'y'
# namedtuple("P","x y")(1,2,3) => TypeError P.__new__() takes 3 positional arguments but 4 were given
# namedtuple("P","x y")(1,z=3) => TypeError P.__new__() got an unexpected keyword argument 'z'
# namedtuple("P","x x") => ValueError Encountered duplicate field name: 'x'
# namedtuple("P","class") => ValueError Type names and field names cannot be a keyword: 'class'
# namedtuple("P","_x") => ValueError Field names cannot start with an underscore: '_x'
# namedtuple("1P","x") => ValueError Type names and field names must be valid identifiers: '1P'
# namedtuple("P","x class _y x",rename=True)._fields, namedtuple("P","x")(1)._asdict(), namedtuple("P","x")(1)._replace(x=3), namedtuple("P","x y")._make([1,2]), namedtuple("P","x")(1).x, namedtuple("P","x")(1)==(1,), namedtuple("P","x y")(1,2)[1], namedtuple("P","x y")(1,2)+(3,), namedtuple("P","")() => (('x', '_1', '_2', '_3'), {'x': 1}, P(x=3), P(x=1, y=2), 1, True, 2, (1, 2, 3), P())
# namedtuple("P","x")(1)._replace(y=3) => ValueError Got unexpected field names: ['y']
# namedtuple("P","x y")._make([1]) => TypeError Expected 2 arguments, got 1
# p=namedtuple("P","x y")(1,2); p.x=5 => AttributeError can't set attribute
# p=namedtuple("P","x y")(1,2); p.z => AttributeError 'P' object has no attribute 'z'
# p=namedtuple("P","x y")(1,2); x,y=p; assert y==2; hash(p) => done
# namedtuple("P","x").__doc__, namedtuple("P","x").x.__doc__, namedtuple("P","x").__name__, namedtuple("P","x",module="m").__module__ => ('P(x,)', 'Alias for field number 0', 'P', 'm')
# UserDict({"a":1}), UserList([1]), UserString("a"), UserDict(a=1)["a"] => ({'a': 1}, [1], 'a', 1)
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
SETTING = """
import itertools, functools, collections, operator; from itertools import *; from functools import *; from collections import *; L=list
"""
show(r'''
operator.itemgetter(1)([1,2]), operator.itemgetter(0,1)([1,2]), operator.attrgetter("real")(3), operator.attrgetter("real","imag")(3), operator.methodcaller("upper")("a"), operator.methodcaller("split",",")("a,b")
operator.itemgetter(5)([1])
operator.attrgetter("foo")(3)
operator.attrgetter(1)
operator.itemgetter(1), operator.attrgetter("a.b"), operator.methodcaller("x",1,a=2)
operator.add(1,2), operator.truediv(1,2), operator.contains([1],1), operator.getitem([1],0), operator.not_(1), operator.is_(1,1), operator.index(3), operator.concat([1],[2]), operator.countOf([1,1],1), operator.indexOf([1,2],2), operator.length_hint([1]), operator.xor(1,2), operator.inv(1), operator.neg(1), operator.pos(1), operator.lshift(1,2), operator.matmul
operator.index(1.0)
operator.iadd([1],[2]), operator.setitem([1],0,5), operator.delitem([1],0), operator.lt(1,2), operator.truth([]), operator.floordiv(7,2), operator.mod(7,3), operator.pow(2,3), operator.and_(1,3), operator.or_(1,2), operator.abs(-1)
operator.add(1)
operator.concat(1,2)
operator.indexOf([1],5)
singledispatchmethod
wraps(len)(lambda:0).__name__, wraps(len)(lambda:0).__doc__ == len.__doc__, update_wrapper(lambda:0,len).__wrapped__ is len
total_ordering(int)
total_ordering(type("A",(),{}))
''', SETTING)
# expect:
# operator.itemgetter(1)([1,2]), operator.itemgetter(0,1)([1,2]), operator.attrgetter("real")(3), operator.attrgetter("real","imag")(3), operator.methodcaller("upper")("a"), operator.methodcaller("split",",")("a,b") => (2, (1, 2), 3, (3, 0), 'A', ['a', 'b'])
# operator.itemgetter(5)([1]) => IndexError list index out of range
# operator.attrgetter("foo")(3) => AttributeError 'int' object has no attribute 'foo'
# operator.attrgetter(1) => TypeError attribute name must be a string
# operator.itemgetter(1), operator.attrgetter("a.b"), operator.methodcaller("x",1,a=2) => (operator.itemgetter(1), operator.attrgetter('a.b'), operator.methodcaller('x', 1, a=2))
# operator.add(1,2), operator.truediv(1,2), operator.contains([1],1), operator.getitem([1],0), operator.not_(1), operator.is_(1,1), operator.index(3), operator.concat([1],[2]), operator.countOf([1,1],1), operator.indexOf([1,2],2), operator.length_hint([1]), operator.xor(1,2), operator.inv(1), operator.neg(1), operator.pos(1), operator.lshift(1,2), operator.matmul => (3, 0.5, True, 1, False, True, 3, [1, 2], 2, 1, 1, 3, -2, -1, 1, 4, <built-in function matmul>)
# operator.index(1.0) => TypeError 'float' object cannot be interpreted as an integer
# operator.iadd([1],[2]), operator.setitem([1],0,5), operator.delitem([1],0), operator.lt(1,2), operator.truth([]), operator.floordiv(7,2), operator.mod(7,3), operator.pow(2,3), operator.and_(1,3), operator.or_(1,2), operator.abs(-1) => ([1, 2], None, None, True, False, 3, 1, 8, 1, 3, 1)
# operator.add(1) => TypeError add expected 2 arguments, got 1
# operator.concat(1,2) => TypeError 'int' object can't be concatenated
# operator.indexOf([1],5) => ValueError sequence.index(x): x not in sequence
# singledispatchmethod => <class 'functools.singledispatchmethod'>
# wraps(len)(lambda:0).__name__, wraps(len)(lambda:0).__doc__ == len.__doc__, update_wrapper(lambda:0,len).__wrapped__ is len => ('len', True, True)
# total_ordering(int) => <class 'int'>
# total_ordering(type("A",(),{})) => ValueError must define at least one ordering operation: < > <= >=
