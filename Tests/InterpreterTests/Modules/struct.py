import struct as s
print(s.pack('>IIII', 2051, 60000, 28, 28), s.unpack('>IIII', s.pack('>IIII', 2051, 60000, 28, 28)), s.calcsize('>I4B2h'), s.calcsize('bi'), s.calcsize('<bi'), s.calcsize('@bq?'))
for f, v in (('<f', 1.1), ('>d', -0.1), ('<e', 65504.0), ('<f', 1e-45), ('<f', float('inf')), ('<d', 5e-324), ('<f', 3.4028234e38), ('<e', 1e-7), ('<f', 16777217.0), ('<e', 2049.0), ('<q', -5), ('<Q', 2 ** 64 - 1), ('<H', 65535), ('3s', b'ab'), ('4p', b'abcdef'), ('?', True), ('c', b'x'), ('<l', -1), ('n', 7)):
    b = s.pack(f, v); print(f, b, s.unpack(f, b))
print(s.unpack('<2h3xB', b'\x01\x00\x02\x00\0\0\0\xff'), list(s.iter_unpack('<H', b'\1\0\2\0')), s.unpack_from('<H', b'\0\1\0', 1), s.Struct('<HH').unpack(b'\1\0\2\0'))
for f in (lambda: s.pack('B', 256), lambda: s.pack('<i', 1.5), lambda: s.pack('zz', 1), lambda: s.unpack('<I', b'abc'), lambda: s.pack('<I'), lambda: s.pack('<f', 1e39), lambda: s.pack('<f', 'x'), lambda: s.pack('3', 1), lambda: s.pack('c', b'ab')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# expect:
# b'\x00\x00\x08\x03\x00\x00\xea`\x00\x00\x00\x1c\x00\x00\x00\x1c' (2051, 60000, 28, 28) 12 8 5 17
# <f b'\xcd\xcc\x8c?' (1.100000023841858,)
# >d b'\xbf\xb9\x99\x99\x99\x99\x99\x9a' (-0.1,)
# <e b'\xff{' (65504.0,)
# <f b'\x01\x00\x00\x00' (1.401298464324817e-45,)
# <f b'\x00\x00\x80\x7f' (inf,)
# <d b'\x01\x00\x00\x00\x00\x00\x00\x00' (5e-324,)
# <f b'\xff\xff\x7f\x7f' (3.4028234663852886e+38,)
# <e b'\x02\x00' (1.1920928955078125e-07,)
# <f b'\x00\x00\x80K' (16777216.0,)
# <e b'\x00h' (2048.0,)
# <q b'\xfb\xff\xff\xff\xff\xff\xff\xff' (-5,)
# <Q b'\xff\xff\xff\xff\xff\xff\xff\xff' (18446744073709551615,)
# <H b'\xff\xff' (65535,)
# 3s b'ab\x00' (b'ab\x00',)
# 4p b'\x03abc' (b'abc',)
# ? b'\x01' (True,)
# c b'x' (b'x',)
# <l b'\xff\xff\xff\xff' (-1,)
# n b'\x07\x00\x00\x00\x00\x00\x00\x00' (7,)
# (1, 2, 255) [(1,), (2,)] (1,) (1, 2)
# error ubyte format requires 0 <= number <= 255
# error required argument is not an integer
# error bad char in struct format
# error unpack requires a buffer of 4 bytes
# error pack expected 1 items for packing (got 0)
# OverflowError float too large to pack with f format
# error required argument is not a float
# error repeat count given without format specifier
# error char format requires a bytes object of length 1
