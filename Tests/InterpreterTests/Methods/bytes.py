b = b'hello\x00\xff'
print(b, len(b), b[0], b[1:3], b[-1], list(b[:3]), b + b'x', b * 2, b'l' in b, 104 in b, b == b'hello\x00\xff', b < b'i')
print(b.find(b'l'), b.count(b'l'), b.replace(b'l', b'L'), b.split(b'l'), b.startswith(b'he'), b.upper(), b.hex(), b.hex('-'), bytes.fromhex('68 65'))
print(b'a,b'.split(b','), b' a b '.split(), b'-'.join([b'x', b'y']), b'abc'.center(7, b'*'), b'a\nb'.splitlines(), b'k=v'.partition(b'='), b'xax'.strip(b'x'))
print(bytes(3), bytes([1, 2, 3]), bytes('é', 'utf-8'), b'caf\xc3\xa9'.decode(), b'\xff'.decode('latin-1'), b'\xff'.decode('utf-8', 'replace'), bytes(b'x'), b'%d %s' % (3, b'x'))
print('é'.encode(), 'é'.encode('latin-1'), 'é'.encode('ascii', 'ignore'), 'é'.encode('ascii', 'replace'), 'é'.encode('ascii', 'xmlcharrefreplace'))
# expect:
# b'hello\x00\xff' 7 104 b'el' 255 [104, 101, 108] b'hello\x00\xffx' b'hello\x00\xffhello\x00\xff' True True True True
# 2 2 b'heLLo\x00\xff' [b'he', b'', b'o\x00\xff'] True b'HELLO\x00\xff' 68656c6c6f00ff 68-65-6c-6c-6f-00-ff b'he'
# [b'a', b'b'] [b'a', b'b'] b'x-y' b'**abc**' [b'a', b'b'] (b'k', b'=', b'v') b'a'
# b'\x00\x00\x00' b'\x01\x02\x03' b'\xc3\xa9' café ÿ � b'x' b'3 x'
# b'\xc3\xa9' b'\xe9' b'' b'?' b'&#233;'
# ---
b'\xff'.decode()  # raises: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# ---
'é'.encode('ascii')  # raises: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# ---
b'\xe2\x82'.decode()  # raises: UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data
# ---
bytes([256])  # raises: ValueError: bytes must be in range(0, 256)
# ---
bytes('x')  # raises: TypeError: string argument without an encoding
# ---
b'abc'[5]  # raises: IndexError: index out of range
# ---
b'abc' + 'x'  # raises: TypeError: can't concat str to bytes
# ---
a = bytearray(b'abc')
a[0] = 65
a.append(100)
a.extend([101, 102])
a += b'g'
print(a, a.pop(), a[1:3], a.pop(0), a, len(a))
a[1:3] = b'XYZ'
del a[0]
a.insert(0, 48)
a.remove(88)
a.reverse()
print(a, bytes(a), a.hex(), a == b'fed', bytearray(2), a.copy())
# expect:
# bytearray(b'bcdef') 103 bytearray(b'bc') 65 bytearray(b'bcdef') 5
# bytearray(b'feZY0') b'feZY0' 66655a5930 False bytearray(b'\x00\x00') bytearray(b'feZY0')
# ---
a = bytearray(b'a')
a[0] = 300  # raises: ValueError: byte must be in range(0, 256)
# ---
hash(bytearray())  # raises: TypeError: unhashable type: 'bytearray'
# ---
print({b'a': 1}[b'a'], hash(b'a') == hash(b'a'), isinstance(b'', bytes), repr(b"'"), repr(b'\'"'), b'\\\n\t')
'x'.encode('klingon')  # raises: LookupError: unknown encoding: klingon
# expect:
# 1 True True b"'" b'\'"' b'\\\n\t'
