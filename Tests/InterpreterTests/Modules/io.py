import io
f = io.StringIO('ab\ncd\n')
print(f.read(1), f.readline(), f.readlines(), f.read(), f.seek(0), list(f), f.tell())
f = io.StringIO()
print('x', 1, file=f); f.write('yz'); print(repr(f.getvalue()), f.tell()); f.seek(1); f.write('Q'); print(repr(f.getvalue())); f.truncate(2); print(repr(f.getvalue()))
b = io.BytesIO(b'abc'); print(b.read(2), b.getvalue(), b.seek(0, 2), b.write(b'd'), b.getvalue())
with io.StringIO('q') as f: pass
f.read()  # raises: ValueError: I/O operation on closed file
# expect:
# a b
#  ['cd\n']  0 ['ab\n', 'cd\n'] 6
# 'x 1\nyz' 6
# 'xQ1\nyz'
# 'xQ'
# b'ab' b'abc' 3 1 b'abcd'
