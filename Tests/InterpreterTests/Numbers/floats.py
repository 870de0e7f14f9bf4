print(0.1 + 0.2, 1e16, 1e15, 123456789.123, 1e-5, 0.0001, 1.0, -0.0, 1e100, 5e-324, 1.7976931348623157e308, 1e22, 1e23)
# expect:
# 0.30000000000000004 1e+16 1000000000000000.0 123456789.123 1e-05 0.0001 1.0 -0.0 1e+100 5e-324 1.7976931348623157e+308 1e+22 1e+23
# ---
print(float('1.5'), float(' 1e3 '), float('inf'), float('-Infinity'), float('nan'), float('1_0.5'), float('.5'), float('5.'), float('+1E-2'), float())
# expect:
# 1.5 1000.0 inf -inf nan 10.5 0.5 5.0 0.01 0.0
# ---
float('abc')  # raises: ValueError: could not convert string to float: 'abc'
# ---
float('')  # raises: ValueError: could not convert string to float: ''
# ---
float('1_')  # raises: ValueError: could not convert string to float: '1_'
# ---
float('0x10')  # raises: ValueError: could not convert string to float: '0x10'
# ---
float(None)  # raises: TypeError: float() argument must be a string or a real number, not 'NoneType'
# ---
float([])  # raises: TypeError: float() argument must be a string or a real number, not 'list'
# ---
1.0 / 0  # raises: ZeroDivisionError: float division by zero
# ---
1.0 // 0  # raises: ZeroDivisionError: float floor division by zero
# ---
1.0 % 0  # raises: ZeroDivisionError: float modulo
# ---
divmod(1.0, 0.0)  # raises: ZeroDivisionError: float divmod()
# ---
0.0 ** -1  # raises: ZeroDivisionError: 0.0 cannot be raised to a negative power
# ---
10.0 ** 400  # raises: OverflowError: (34, 'Numerical result out of range')
# ---
print(2.0 ** 0.5, (-8.0) ** 3, (-8) ** (1 / 3), 2.0 ** -1, 0.0 ** 0, float('inf') ** 0, 1.0 ** float('nan'))
# expect:
# 1.4142135623730951 -512.0 (1.0000000000000002+1.7320508075688772j) 0.5 1.0 1.0 1.0
# ---
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(2.675, 2), round(0.125, 2), round(1e20), round(1.0), round(12345.678, -2), round(5e-324, 320), round(2.5, 0), round(-0.4, 0), round(15.0, -1), round(25.0, -1), round(1e300, -299))
# expect:
# 0 2 2 0 -2 2.67 0.12 100000000000000000000 1 12300.0 0.0 2.0 -0.0 20.0 20.0 1e+300
# ---
round(float('nan'))  # raises: ValueError: cannot convert float NaN to integer
# ---
round(float('inf'))  # raises: OverflowError: cannot convert float infinity to integer
# ---
round('a')  # raises: TypeError: type str doesn't define __round__ method
# ---
round(1.5, 'a')  # raises: TypeError: 'str' object cannot be interpreted as an integer
# ---
print(hash(1.5), hash(0.1), hash(1e300), hash(float('inf')), hash(-1.5), hash(2.0), hash(-1.0), hash(0.0), hash(5e-324), hash(1e-10))
# expect:
# 1152921504606846977 230584300921369408 1224995262755759164 314159 -1152921504606846977 2 -2 0 16777216 2124533198426632172
# ---
print(float('nan') == float('nan'), float('nan') < 1, float('inf') > 1e308)
x = float('nan')
print(x in [x], [x] == [x], x == x)
# expect:
# False False True
# True True False
# ---
print(-0.0 == 0.0, 0.0 * -1, abs(-0.0), -(-2.5), +1.5, 5.0 % -3, -5 % 3.0, 1e308 * 10, -1e308 * 10)
# expect:
# True -0.0 0.0 2.5 1.5 -1.0 1.0 inf -inf
# ---
print((1.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (1.5).hex(), float.fromhex('0x1.8p+0'), (3.7).real, (3.7).imag)
# expect:
# False True (3, 4) 0x1.8000000000000p+0 1.5 3.7 0.0
# ---
1.5 & 1  # raises: TypeError: unsupported operand type(s) for &: 'float' and 'int'
# ---
1.5 < 'a'  # raises: TypeError: '<' not supported between instances of 'float' and 'str'
# ---
1.5 + '1'  # raises: TypeError: unsupported operand type(s) for +: 'float' and 'str'
# ---
class F(float):
    pass
a = F(1.5)
print(a, a + 1, type(a + 1).__name__, a == 1.5, {1.5: 'x'}[a], isinstance(a, float), a < 2)
# expect:
# 1.5 2.5 float True x True True
# ---
print(max(1, 2.5), min(1.0, 1), max([1, 5, 3]), min('b', 'a'), max([1, 2], key=lambda x: -x), max([], default=0), max((1, 'a'), (1, 'b')))
# expect:
# 2.5 1.0 5 a 1 0 (1, 'b')
# ---
max([])  # raises: ValueError: max() arg is an empty sequence
# ---
max()  # raises: TypeError: max expected at least 1 argument, got 0
# ---
max(1, 2, default=3)  # raises: TypeError: Cannot specify a default for max() with multiple positional arguments
# ---
max(1, 'a')  # raises: TypeError: '>' not supported between instances of 'str' and 'int'
# ---
max(1)  # raises: TypeError: 'int' object is not iterable
