def t(*fs):
    for f in fs:
        try: print(repr(f()))
        except BaseException as e: print(type(e).__name__, e)
t(lambda: abs('a'), lambda: len(5), lambda: int('x'), lambda: int('12', 40), lambda: int([]), lambda: float('q'), lambda: complex('z'), lambda: chr('a'), lambda: ord('ab'), lambda: round('a'), lambda: sum(['a']), lambda: max(1), lambda: min(), lambda: sorted(5), lambda: zip(1), lambda: dict([1]), lambda: dict(1), lambda: set(1), lambda: list(1), lambda: iter(5), lambda: next(5), lambda: next(iter([])), lambda: hash([]), lambda: isinstance(1, 1), lambda: issubclass(1, int), lambda: pow(2, -1, 4), lambda: pow(1, 2, 0), lambda: divmod(1, 0), lambda: 1 % 0, lambda: 1.0 // 0, lambda: 0 ** -1, lambda: 1j // 1, lambda: 'a' + 1, lambda: 1 + 'a', lambda: [] + (), lambda: 'a' * 'b', lambda: -'a', lambda: ~1.0, lambda: 1 < 'a', lambda: [] < 1, lambda: {} | [], lambda: 'a' in 5, lambda: 5 in 'a', lambda: (1)[0], lambda: 'abc'['a'], lambda: [1]['a'], lambda: (1,)[5], lambda: {}['k'], lambda: [].pop(), lambda: {}.pop(1), lambda: set().pop(), lambda: {1}.remove(2), lambda: [1].remove(2), lambda: [1].index(2), lambda: 'a'.index('b'), lambda: (1,).index(2), lambda: bytes([256]), lambda: bytes('a'), lambda: b'a' + 'a', lambda: 'a'.join([1]), lambda: 'a'.split(''), lambda: range(1, 2, 0), lambda: range('a'), lambda: slice(), lambda: int(1j), lambda: int(float('inf')), lambda: int(float('nan')), lambda: open('/nope'), lambda: open('/tmp', 'w'), lambda: open('x', 'q'), lambda: getattr(1, 'x'), lambda: setattr(1, 'x', 2), lambda: object().x, lambda: vars(1), lambda: type('A', (1,), {}), lambda: type(1, 2), lambda: super(), lambda: int.from_bytes(b'\xff\x00', 'big'), lambda: (5).to_bytes(2, 'little'), lambda: (300).to_bytes(1, 'big'), lambda: (-1).to_bytes(1, 'big'), lambda: enumerate(5), lambda: reversed({1}), lambda: map(), lambda: filter(1), lambda: callable(), lambda: print(sep=1), lambda: bin('a'), lambda: hex(1.5), lambda: format(1, 2), lambda: input(1, 2), lambda: eval('1+'), lambda: exec('x y'), lambda: compile('1', 'f', 'bad'), lambda: ascii('é'), lambda: id(), lambda: any(1), lambda: all([]), lambda: float.fromhex('0x1.8p1'), lambda: (2.5).hex(), lambda: (2.5).as_integer_ratio(), lambda: (1).bit_length(), lambda: (10).bit_count(), lambda: float('1_0.5'), lambda: int(' 1_000 '), lambda: int('0b11', 0), lambda: int('0x1F', 16), lambda: bool('x'), lambda: complex(1, 2) * 3j, lambda: complex('1+2j'), lambda: (1+2j).conjugate(), lambda: round(2.675, 2), lambda: round(1234, -2), lambda: round(2.5), lambda: round(-0.5), lambda: divmod(-7, 3), lambda: divmod(7.5, -2), lambda: -7 // 2, lambda: 7 % -3, lambda: 2 ** 100, lambda: 2 ** -2, lambda: (-8) ** (1/3), lambda: 10 ** 20 % 7, lambda: 1e16, lambda: 1e15, lambda: 1.0e-5, lambda: 123456789.123, lambda: float('inf') - float('inf'), lambda: 0.1 + 0.2, lambda: 5e-324, lambda: 1.7976931348623157e308 * 10, lambda: hash(1.0) == hash(1), lambda: hash('a') == hash('a'), lambda: hash(2**61-1), lambda: hash(-1), lambda: hash(1.5), lambda: hash((1, 2)), lambda: hash(None) is not None, lambda: sum([0.1]*10), lambda: sum([[1], [2]], []), lambda: max([1, 5, 3], key=lambda x: -x), lambda: max('abc', default=0), lambda: min([], default=7), lambda: sorted('bca', reverse=True), lambda: list(map(lambda a, b: a + b, [1, 2], [3, 4])), lambda: list(filter(None, [0, 1, '', 'a'])), lambda: list(zip()), lambda: dict(a=1, **{'b': 2}), lambda: dict(zip('ab', [1, 2])), lambda: [*range(3), *'ab'], lambda: {**{'a': 1}, 'b': 2}, lambda: list(reversed([1, 2])), lambda: list(enumerate('ab', 1)))
# expect:
# TypeError bad operand type for abs(): 'str'
# TypeError object of type 'int' has no len()
# ValueError invalid literal for int() with base 10: 'x'
# ValueError int() base must be >= 2 and <= 36, or 0
# TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
# ValueError could not convert string to float: 'q'
# ValueError complex() arg is a malformed string
# TypeError 'str' object cannot be interpreted as an integer
# TypeError ord() expected a character, but string of length 2 found
# TypeError type str doesn't define __round__ method
# TypeError unsupported operand type(s) for +: 'int' and 'str'
# TypeError 'int' object is not iterable
# TypeError min expected at least 1 argument, got 0
# TypeError 'int' object is not iterable
# TypeError 'int' object is not iterable
# TypeError cannot convert dictionary update sequence element #0 to a sequence
# TypeError 'int' object is not iterable
# TypeError 'int' object is not iterable
# TypeError 'int' object is not iterable
# TypeError 'int' object is not iterable
# TypeError 'int' object is not an iterator
# StopIteration 
# TypeError unhashable type: 'list'
# TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# TypeError issubclass() arg 1 must be a class
# ValueError base is not invertible for the given modulus
# ValueError pow() 3rd argument cannot be 0
# ZeroDivisionError integer division or modulo by zero
# ZeroDivisionError integer modulo by zero
# ZeroDivisionError float floor division by zero
# ZeroDivisionError 0.0 cannot be raised to a negative power
# TypeError unsupported operand type(s) for //: 'complex' and 'int'
# TypeError can only concatenate str (not "int") to str
# TypeError unsupported operand type(s) for +: 'int' and 'str'
# TypeError can only concatenate list (not "tuple") to list
# TypeError can't multiply sequence by non-int of type 'str'
# TypeError bad operand type for unary -: 'str'
# TypeError bad operand type for unary ~: 'float'
# TypeError '<' not supported between instances of 'int' and 'str'
# TypeError '<' not supported between instances of 'list' and 'int'
# TypeError unsupported operand type(s) for |: 'dict' and 'list'
# TypeError argument of type 'int' is not iterable
# TypeError 'in <string>' requires string as left operand, not int
# TypeError 'int' object is not subscriptable
# TypeError string indices must be integers, not 'str'
# TypeError list indices must be integers or slices, not str
# IndexError tuple index out of range
# KeyError 'k'
# IndexError pop from empty list
# KeyError 1
# KeyError 'pop from an empty set'
# KeyError 2
# ValueError list.remove(x): x not in list
# ValueError 2 is not in list
# ValueError substring not found
# ValueError tuple.index(x): x not in tuple
# ValueError bytes must be in range(0, 256)
# TypeError string argument without an encoding
# TypeError can't concat str to bytes
# TypeError sequence item 0: expected str instance, int found
# ValueError empty separator
# ValueError range() arg 3 must not be zero
# TypeError 'str' object cannot be interpreted as an integer
# TypeError slice expected at least 1 argument, got 0
# TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'
# OverflowError cannot convert float infinity to integer
# ValueError cannot convert float NaN to integer
# FileNotFoundError [Errno 2] No such file or directory: '/nope'
# IsADirectoryError [Errno 21] Is a directory: '/tmp'
# ValueError invalid mode: 'q'
# AttributeError 'int' object has no attribute 'x'
# AttributeError 'int' object has no attribute 'x'
# AttributeError 'object' object has no attribute 'x'
# TypeError vars() argument must have __dict__ attribute
# TypeError metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
# TypeError type() takes 1 or 3 arguments
# RuntimeError super(): no arguments
# 65280
# b'\x05\x00'
# OverflowError int too big to convert
# OverflowError can't convert negative int to unsigned
# TypeError 'int' object is not iterable
# TypeError 'set' object is not reversible
# TypeError map() must have at least two arguments.
# TypeError filter expected 2 arguments, got 1
# TypeError callable() takes exactly one argument (0 given)
# TypeError sep must be None or a string, not int
# TypeError 'str' object cannot be interpreted as an integer
# TypeError 'float' object cannot be interpreted as an integer
# TypeError format() argument 2 must be str, not int
# TypeError input expected at most 1 argument, got 2
# SyntaxError invalid syntax (<string>, line 1)
# SyntaxError invalid syntax (<string>, line 1)
# ValueError compile() mode must be 'exec', 'eval' or 'single'
# "'\\xe9'"
# TypeError id() takes exactly one argument (0 given)
# TypeError 'int' object is not iterable
# True
# 3.0
# '0x1.4000000000000p+1'
# (5, 2)
# 1
# 2
# 10.5
# 1000
# 3
# 31
# True
# (-6+3j)
# (1+2j)
# (1-2j)
# 2.67
# 1200
# 2
# 0
# (-3, 2)
# (-4.0, -0.5)
# -4
# -2
# 1267650600228229401496703205376
# 0.25
# (1.0000000000000002+1.7320508075688772j)
# 2
# 1e+16
# 1000000000000000.0
# 1e-05
# 123456789.123
# nan
# 0.30000000000000004
# 5e-324
# inf
# True
# True
# 0
# -2
# 1152921504606846977
# -3550055125485641917
# True
# 0.9999999999999999
# [1, 2]
# 1
# 'c'
# 7
# ['c', 'b', 'a']
# [4, 6]
# [1, 'a']
# []
# {'a': 1, 'b': 2}
# {'a': 1, 'b': 2}
# [0, 1, 2, 'a', 'b']
# {'a': 1, 'b': 2}
# [2, 1]
# [(1, 'a'), (2, 'b')]
