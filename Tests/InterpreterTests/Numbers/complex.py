print(1 + 2j, (1 + 2j) * (3 - 1j), (1 + 2j) / (3 - 1j), (1 + 2j) ** 2, -(1 + 2j), +(1 + 2j), abs(3 + 4j), 1j * 1j, 2j, -2j, 0j, (1 + 0j))
# expect:
# (1+2j) (5+5j) (0.1+0.7000000000000001j) (-3+4j) (-1-2j) (1+2j) 5.0 (-1+0j) 2j (-0-2j) 0j (1+0j)
# ---
print((1 + 2j).real, (1 + 2j).imag, (1 + 2j).conjugate(), complex(1, 2), complex('1+2j'), complex('-j'), complex('3'), complex(1.5), complex('1e3-2.5e-1j'), complex(1 + 1j, 2 + 2j))
# expect:
# 1.0 2.0 (1-2j) (1+2j) (1+2j) -1j (3+0j) (1.5+0j) (1000-0.25j) (-1+3j)
# ---
print(1 + 2j == 1 + 2j, 1 + 0j == 1, 1j != 2j, 1j == 'a', hash(1 + 0j) == hash(1), hash(1 + 2j), bool(0j), bool(1j))
# expect:
# True True True False True 2000007 False True
# ---
1j < 2j  # raises: TypeError: '<' not supported between instances of 'complex' and 'complex'
# ---
1j // 2  # raises: TypeError: unsupported operand type(s) for //: 'complex' and 'int'
# ---
1j / 0  # raises: ZeroDivisionError: complex division by zero
# ---
complex('1 + 2j')  # raises: ValueError: complex() arg is a malformed string
# ---
complex('a')  # raises: ValueError: complex() arg is a malformed string
# ---
complex([])  # raises: TypeError: complex() first argument must be a string or a number, not 'list'
# ---
int(1j)  # raises: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'
# ---
float(1j)  # raises: TypeError: float() argument must be a string or a real number, not 'complex'
# ---
print((-1) ** 0.5, (2 + 1j) ** -1, (1 + 1j) ** 0.5, 0j ** 0, 2 ** 1j)
# expect:
# (6.123233995736766e-17+1j) (0.4-0.2j) (1.0986841134678098+0.45508986056222733j) (1+0j) (0.7692389013639721+0.6389612763136348j)
# ---
0j ** -1  # raises: ZeroDivisionError: 0.0 to a negative or complex power
# ---
print(complex(float('nan'), float('inf')), complex(-0.0, -0.0), complex(0, 1e16), 1e-5j, complex(1e16, -3))
# expect:
# (nan+infj) (-0-0j) 1e+16j 1e-05j (1e+16-3j)
