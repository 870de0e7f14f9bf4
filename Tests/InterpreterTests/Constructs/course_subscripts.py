# construct: list[i], tuple[i], dict[i], other[i], str[a:b], list[:b], list[a:], list[:], list[a:b], list[-i], list[::-c], store into list[...], store into dict[...], store into other[...]
numbers = [10, 20, 30, 40, 50]
i = 2
print(numbers[i], numbers[-1], numbers[:2], numbers[3:], numbers[:], numbers[1:4], numbers[::-1], numbers[::2], numbers[-2:], numbers[10:])
print((1, 2, 3)[i], (1, 2, 3)[1:], 'tensor'[1:4], 'tensor'[:-2], 'tensor'[-1], 'tensor'[::-1], range(10)[2:8:2], b'abc'[0], b'abc'[1:])
chars = {'h': 0, 'i': 1}
print(chars['h'], [chars[c] for c in 'hi'])
chars['!'] = 2
chars[(0, 1)] = 'tuple key'
numbers[0] = 'first'
numbers[-1:] = [6, 7]
numbers[::2] = [0, 0, 0]
del numbers[1], chars['h']
print(numbers, chars)
class Store(dict):
    def __setitem__(self, key, value): super().__setitem__(key, value * 2)
store = Store(); store['x'] = 4; store['x'] += 1
print(store)
# expect:
# 30 50 [10, 20] [40, 50] [10, 20, 30, 40, 50] [20, 30, 40] [50, 40, 30, 20, 10] [10, 30, 50] [40, 50] []
# 3 (2, 3) ens tens r rosnet range(2, 8, 2) 97 b'bc'
# 0 [0, 1]
# [0, 0, 40, 0, 7] {'i': 1, '!': 2, (0, 1): 'tuple key'}
# {'x': 18}
# ---
# construct: index errors
for code in ["[1][1]", "(1,)[-2]", "'a'[3]", "{}['k']", "[1]['0']", "[1][1.0]", "(1,)[None]", "{}[[]]", "3[0]", "None[0]", "[1, 2][0, 1]"]:
    import warnings; warnings.simplefilter('ignore')
    try: print(eval(code))
    except Exception as error: print(type(error).__name__, error)
# expect:
# IndexError list index out of range
# IndexError tuple index out of range
# IndexError string index out of range
# KeyError 'k'
# TypeError list indices must be integers or slices, not str
# TypeError list indices must be integers or slices, not float
# TypeError tuple indices must be integers or slices, not NoneType
# TypeError unhashable type: 'list'
# TypeError 'int' object is not subscriptable
# TypeError 'NoneType' object is not subscriptable
# TypeError list indices must be integers or slices, not tuple
# ---
# construct: an index-like object
class Index:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
    def __hash__(self): return hash(self.n)
    def __eq__(self, other): return self.n == other
print(['a', 'b', 'c'][Index(1)], ('a', 'b', 'c')[Index(-1)], 'abc'[Index(0):Index(2)], {1: 'one'}[Index(1)], range(Index(3)), [0] * Index(2))
# expect:
# b c ab one range(0, 3) [0, 0]
