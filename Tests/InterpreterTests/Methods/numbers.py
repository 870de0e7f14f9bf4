print((10).bit_length(), (-1).bit_length(), (0).bit_length(), (2**100).bit_length(), (255).bit_count(), (-7).bit_count(), (5).as_integer_ratio(), (7).conjugate(), (3).real, (3).imag, (3).numerator, (3).denominator)
print((1024).to_bytes(2, 'big'), (1).to_bytes(4, 'little'), (-2).to_bytes(2, 'big', signed=True), int.from_bytes(b'\x04\x00', 'big'), int.from_bytes(b'\xff\xfe', 'big', signed=True), (2**70).to_bytes(9, 'big').hex())
print((2.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (-0.5).hex(), (255.0).hex(), float.fromhex('0x1.8p1'), float.fromhex('-inf'), (1e300).hex(), (5e-324).hex(), (0.0).hex())
# expect:
# 4 1 0 101 8 3 (5, 1) 7 3 0 3 1
# b'\x04\x00' b'\x01\x00\x00\x00' b'\xff\xfe' 1024 -2 400000000000000000
# False True (3, 4) -0x1.0000000000000p-1 0x1.fe00000000000p+7 3.0 -inf 0x1.7e43c8800759cp+996 0x0.0000000000001p-1022 0x0.0p+0
# ---
(256).to_bytes(1, 'big')  # raises: OverflowError: int too big to convert
# ---
(-1).to_bytes(1, 'big')  # raises: OverflowError: can't convert negative int to unsigned
# ---
float('inf').as_integer_ratio()  # raises: OverflowError: cannot convert Infinity to integer ratio
# ---
print(round(2.5), round(3.5), round(-0.5), round(2.675, 2), round(1e20), round(1234.5678, -2), round(25, -1), round(35, -1), round(-25, -1), round(5, 3), round(0.5), round(1.005, 2), round(12345678901234567890, -5), round(1.5, 0), round(-2.5))
# expect:
# 2 4 0 2.67 100000000000000000000 1200.0 20 40 -20 5 0 1.0 12345678901234600000 2.0 -2
# ---
round(float('nan'))  # raises: ValueError: cannot convert float NaN to integer
# ---
round(float('inf'))  # raises: OverflowError: cannot convert float infinity to integer
# ---
print(repr(0.1), 1e16, 1e15, 123456789012345.6, 1e-4, 1e-5, 0.1 + 0.2, 1/3, 5e-324, 1.7976931348623157e308, -0.0, 1e22, 1e23, 2.0**53, 100.0, float('nan'), float('-inf'))
print(1+2j, -1j, 1.5j, complex(0, -0.0), complex(-0.0, 1), 1e20j, complex(float('inf'), float('nan')), (1+2j).conjugate(), (3+4j).real)
# expect:
# 0.1 1e+16 1000000000000000.0 123456789012345.6 0.0001 1e-05 0.30000000000000004 0.3333333333333333 5e-324 1.7976931348623157e+308 -0.0 1e+22 1e+23 9007199254740992.0 100.0 nan -inf
# (1+2j) (-0-1j) 1.5j -0j (-0+1j) 1e+20j (inf+nanj) (1-2j) 3.0
# ---
print(2**64, -2**63, 10**30, 2**1000 % 1000007, int('9' * 30), str(2**200))
str(10**5000)  # raises: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# expect:
# 18446744073709551616 -9223372036854775808 1000000000000000000000000000000 783922 999999999999999999999999999999 1606938044258990275541962092341162602522202993782792835301376
# ---
print(float('1_000.5'), float(' 1e3 '), float('.5'), float('5.'), float('infinity'), float('-nan'), float('1e400'), float('٣'))
float('1__0')  # raises: ValueError: could not convert string to float: '1__0'
# expect:
# 1000.5 1000.0 0.5 5.0 inf nan inf 3.0
# ---
float('abc')  # raises: ValueError: could not convert string to float: 'abc'
# ---
float('')  # raises: ValueError: could not convert string to float: ''
