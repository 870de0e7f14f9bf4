print(7 // 2, -7 // 2, 7 // -2, -7 // -2, 7 % 3, -7 % 3, 7 % -3, -7 % -3)
print(divmod(7, 2), divmod(-7, 2), divmod(7, -2), divmod(-7, -2))
# expect:
# 3 -4 -4 3 1 2 -2 -1
# (3, 1) (-4, 1) (-4, -1) (3, -1)
# ---
print(2 ** 10, 2 ** 0, 0 ** 0, (-2) ** 3, 2 ** -1, (-2) ** -2, 10 ** 20, (-3) ** 41)
# expect:
# 1024 1 1 -8 0.5 0.25 100000000000000000000 -36472996377170786403
# ---
print(9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 2, -(-9223372036854775808))
print(abs(-9223372036854775808), -9223372036854775808 // -1, -9223372036854775808 % -1, divmod(-9223372036854775808, -1))
# expect:
# 9223372036854775808 -9223372036854775809 18446744073709551614 9223372036854775808
# 9223372036854775808 9223372036854775808 0 (9223372036854775808, 0)
# ---
print(10 ** 30 // 7, -(10 ** 30) // 7, 10 ** 30 % 7, -(10 ** 30) % 7, 10 ** 30 % -7, divmod(-(10 ** 30), 10 ** 10 + 1))
# expect:
# 142857142857142857142857142857 -142857142857142857142857142858 1 6 -6 (-99999999990000000001, 1)
# ---
print(1 << 70, (1 << 70) >> 68, -1 >> 100, 5 >> 1, -5 >> 1, 1 << 62, 1 << 63, -1 << 63, 0 << 10 ** 6)
# expect:
# 1180591620717411303424 4 -1 2 -3 4611686018427387904 9223372036854775808 -9223372036854775808 0
# ---
print(6 & 3, 6 | 3, 6 ^ 3, ~6, ~-7, -1 & 2 ** 70, 2 ** 70 | 1, 2 ** 70 ^ (2 ** 70 + 5), ~(2 ** 70))
# expect:
# 2 7 5 -7 6 1180591620717411303424 1180591620717411303425 5 -1180591620717411303425
# ---
print(True + True, True & False, True | False, True ^ True, ~True, -True, True * 3, True / 2, True == 1, hash(True))
# expect:
# 2 False True False -2 -1 3 0.5 True 1
# ---
print(1 / 3, 10 / 2, 2 ** 60 / 3, (2 ** 200) / (2 ** 199 + 1), 10 ** 400 / 10 ** 399, 1 / 10 ** 320, -1 / 3)
# expect:
# 0.3333333333333333 5.0 3.843071682022823e+17 2.0 10.0 1e-320 -0.3333333333333333
# ---
10 ** 400 / 3  # raises: OverflowError: integer division result too large for a float
# ---
1 / 0  # raises: ZeroDivisionError: division by zero
# ---
1 // 0  # raises: ZeroDivisionError: integer division or modulo by zero
# ---
1 % 0  # raises: ZeroDivisionError: integer modulo by zero
# ---
divmod(1, 0)  # raises: ZeroDivisionError: integer division or modulo by zero
# ---
0 ** -1  # raises: ZeroDivisionError: 0.0 cannot be raised to a negative power
# ---
1 << -1  # raises: ValueError: negative shift count
# ---
1 >> -1  # raises: ValueError: negative shift count
# ---
float(10 ** 400)  # raises: OverflowError: int too large to convert to float
# ---
1.5 + 10 ** 400  # raises: OverflowError: int too large to convert to float
# ---
print(10 ** 400 > 1e308, 10 ** 400 > float('inf'), -10 ** 400 < float('-inf'), 10 ** 400 == float('inf'))
# expect:
# True False False False
# ---
print(2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53, 2 ** 63 == 2.0 ** 63, 2 ** 63 - 1 < 2.0 ** 63, 3 < 3.5, 4 > 3.5, -4 < -3.5)
print(1 == 1.0, 1 != 1.5, 0 == -0.0, float('nan') == 1, 1 != float('nan'), 1 < float('nan'))
# expect:
# False True True True True True True
# True True True False True False
# ---
print(pow(3, 5, 7), pow(3, -1, 7), pow(2, 100, 10 ** 9 + 7), pow(-3, 3, 5), pow(3, 3, -5), pow(5, 0, 1))
# expect:
# 5 5 976371285 3 -3 0
# ---
pow(2, -1, 4)  # raises: ValueError: base is not invertible for the given modulus
# ---
pow(2, 3, 0)  # raises: ValueError: pow() 3rd argument cannot be 0
# ---
pow(2.0, 3, 5)  # raises: TypeError: pow() 3rd argument not allowed unless all arguments are integers
# ---
print(int(), int('12'), int('  -12  '), int('1_000'), int('ff', 16), int('0xff', 16), int('0b101', 0), int('0o17', 0), int('z', 36), int('-0'))
print(int(3.99), int(-3.99), int(1e20), int(True), int(b'42'), int('٣'), int('9' * 30))
# expect:
# 0 12 -12 1000 255 255 5 15 35 0
# 3 -3 100000000000000000000 1 42 3 999999999999999999999999999999
# ---
int('')  # raises: ValueError: invalid literal for int() with base 10: ''
# ---
int('1__0')  # raises: ValueError: invalid literal for int() with base 10: '1__0'
# ---
int('12', 1)  # raises: ValueError: int() base must be >= 2 and <= 36, or 0
# ---
int('0x', 16)  # raises: ValueError: invalid literal for int() with base 16: '0x'
# ---
int('8', 8)  # raises: ValueError: invalid literal for int() with base 8: '8'
# ---
int('010', 0)  # raises: ValueError: invalid literal for int() with base 0: '010'
# ---
int('abc')  # raises: ValueError: invalid literal for int() with base 10: 'abc'
# ---
int(None)  # raises: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# ---
int([1])  # raises: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
# ---
int(3.5, 10)  # raises: TypeError: int() can't convert non-string with explicit base
# ---
int(float('nan'))  # raises: ValueError: cannot convert float NaN to integer
# ---
int(float('inf'))  # raises: OverflowError: cannot convert float infinity to integer
# ---
int('9' * 5000)  # raises: ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# ---
print(hash(0), hash(-1), hash(-2), hash(2 ** 61 - 1), hash(2 ** 61), hash(10 ** 30), hash(-10 ** 30), hash(2 ** 63))
# expect:
# 0 -2 -2 0 1 465258685558744706 -465258685558744706 4
# ---
print(bin(10), bin(-10), oct(64), hex(255), hex(-255), hex(2 ** 70), bin(0), oct(-8), bin(True))
# expect:
# 0b1010 -0b1010 0o100 0xff -0xff 0x400000000000000000 0b0 -0o10 0b1
# ---
bin(1.5)  # raises: TypeError: 'float' object cannot be interpreted as an integer
# ---
hex('a')  # raises: TypeError: 'str' object cannot be interpreted as an integer
# ---
print(5 .bit_length(), (-8).bit_length(), (0).bit_length(), (255).to_bytes(2, 'big'), int.from_bytes(b'\x01\x00', 'big'))
print((3).real, (3).imag, (3).numerator, (3).denominator, (3).conjugate(), (7).bit_count())
# expect:
# 3 4 0 b'\x00\xff' 256
# 3 0 3 1 3 3
# ---
print(1 if 10 ** 20 else 0, not 10 ** 20, not 0, bool(-1))
# expect:
# 1 False True True
# ---
1 + 'a'  # raises: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# ---
'a' + 1  # raises: TypeError: can only concatenate str (not "int") to str
# ---
1 - None  # raises: TypeError: unsupported operand type(s) for -: 'int' and 'NoneType'
# ---
-'a'  # raises: TypeError: bad operand type for unary -: 'str'
# ---
~1.5  # raises: TypeError: bad operand type for unary ~: 'float'
# ---
1 < 'a'  # raises: TypeError: '<' not supported between instances of 'int' and 'str'
# ---
1 @ 2  # raises: TypeError: unsupported operand type(s) for @: 'int' and 'int'
# ---
x = 1
x += 'a'  # raises: TypeError: unsupported operand type(s) for +=: 'int' and 'str'
# ---
x = 2
x **= 'a'  # raises: TypeError: unsupported operand type(s) for **=: 'int' and 'str'
# ---
x = 5
x //= 2
x **= 3
x <<= 4
x ^= 1
x |= 64
x &= 0xff
x %= 100
x -= 1
print(x)
# expect:
# 92
# ---
class I(int):
    pass
a = I(5)
print(a, a + 1, type(a + 1).__name__, type(a).__name__, a == 5, hash(a) == hash(5), a * 2, -a, isinstance(a, int), [1, 2, 3, 4, 5, 6][a])
# expect:
# 5 6 int I True True 10 -5 True 6
# ---
print(round(5), round(15, -1), round(25, -1), round(-25, -1), round(1234, -2), round(5, 3), round(10 ** 25 + 5, -1), round(49, -2), round(50, -2), round(150, -2))
# expect:
# 5 20 20 -20 1200 5 10000000000000000000000000 0 0 200
# ---
print(sum(range(101)), sum([1, 2.5]), sum([[1], [2]], []), sum([], 5), sum((0.1,) * 10), sum([2 ** 63, 2 ** 63]))
# expect:
# 5050 3.5 [1, 2] 5 0.9999999999999999 18446744073709551616
# ---
sum(['a', 'b'])  # raises: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# ---
sum(['a'], '')  # raises: TypeError: sum() can't sum strings [use ''.join(seq) instead]
# ---
print((10 ** 15 + 0.3) // 1, 7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(7.5, 2), divmod(-7.5, 2))
# expect:
# 1000000000000000.0 3.0 -4.0 1.5 0.5 -0.5 (3.0, 1.5) (-4.0, 0.5)
# ---
print(0xff, 0b11, 0o17, 1_000_000, 0x_ff)
# expect:
# 255 3 15 1000000 255
