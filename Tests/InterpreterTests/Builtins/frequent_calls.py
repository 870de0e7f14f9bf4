# The short cuts of frequent calls leave all other cases alone.
class L(list):
    def append(self, x):
        super().append((x, x))
class D(dict):
    def get(self, key, default=None):
        return 'own'
    def __missing__(self, key):
        return 'missing'
l = L()
l.append(1)
print(l, len(l), D().get(1), D()[1])
d = {1: 'one', 'two': 2, (3,): 4, 1.5: 6, None: 7}
print(d.get(1), d.get(True), d.get(1.0), d.get('two'), d.get((3,)), d.get(1.5), d.get(None), d.get('x'), d.get('x', 0))
class K:
    def __hash__(self):
        return hash('two')
    def __eq__(self, other):
        return other == 'two'
print(d.get(K()), d[K()], {K(): 1}.get('two'), {K(): 1}['two'])
print(min(1, 2), max(1, 2), min(2.5, 1.5), max(1, 1.0), max(1.0, 1), min(True, 0), max('a', 'b'))
nan = float('nan')
print(max(nan, 1.0), max(1.0, nan), min(nan, 1.0), min(1.0, nan))
print(abs(-3), abs(-2.5), abs(-0.0), abs(-2 ** 63), abs(True), abs(3 + 4j))
print(int(3.9), int(-3.9), int(True), int('12'), int(1e20), int(2 ** 70), float(3), float('2'), float(True), str(5), str('x'), str(1.0))
print(range(3), range(1, 4), range(5, 0, -2), len(range(10)), list(range(2 ** 62, 2 ** 62 + 2)))
print(len('héllo'), len(()), len({1: 2}), len({1}), len(b'ab'), chr(65), chr(233), ord('a'), ord('é'))
print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, int)), isinstance('x', int), isinstance(l, list))
class Meta(type):
    def __instancecheck__(cls, x):
        return x == 3
class M(metaclass=Meta):
    pass
print(isinstance(3, M), isinstance(4, M))
for f in (lambda: {}.get([]), lambda: len(3), lambda: range(1, 2, 0), lambda: chr(-1), lambda: ord('ab'), lambda: [].append(),
          lambda: int('x'), lambda: int(nan), lambda: abs('x'), lambda: min(1, 'a'), lambda: 'x{}'.format(), lambda: isinstance(1, 2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
# expect:
# [(1, 1)] 1 own missing
# one one one 2 4 6 7 None 0
# 2 2 1 1
# 1 2 1.5 1 1.0 0 b
# nan 1.0 nan 1.0
# 3 2.5 0.0 9223372036854775808 1 5.0
# 3 -3 1 12 100000000000000000000 1180591620717411303424 3.0 2.0 1.0 5 x 1.0
# range(0, 3) range(1, 4) range(5, 0, -2) 10 [4611686018427387904, 4611686018427387905]
# 5 0 1 1 2 A é 97 233
# True True True False True
# True False
# TypeError unhashable type: 'list'
# TypeError object of type 'int' has no len()
# ValueError range() arg 3 must not be zero
# ValueError chr() arg not in range(0x110000)
# TypeError ord() expected a character, but string of length 2 found
# TypeError list.append() takes exactly one argument (0 given)
# ValueError invalid literal for int() with base 10: 'x'
# ValueError cannot convert float NaN to integer
# TypeError bad operand type for abs(): 'str'
# TypeError '<' not supported between instances of 'str' and 'int'
# IndexError Replacement index 0 out of range for positional args tuple
# TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
