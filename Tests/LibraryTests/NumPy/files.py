import io
import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', str(error).split('\n')[0])
def text(s):
    return io.StringIO(s)
show(
    lambda: np.loadtxt(text('1 2\n3 4\n')),
    lambda: np.loadtxt(text('1,2\n3,4\n'), delimiter=','),
    lambda: np.loadtxt(text('1,2\n3,4\n'), delimiter=',', dtype=np.float32),
    lambda: np.loadtxt(text('1,2\n3,4\n'), delimiter=',', dtype=int),
    lambda: np.loadtxt(text('# head\n1 2 # tail\n\n3 4\n')),
    lambda: np.loadtxt(text('a b\n1 2\n'), skiprows=1),
    lambda: np.loadtxt(text('1 2 3\n4 5 6\n'), usecols=(0, 2)),
    lambda: np.loadtxt(text('1 2 3\n4 5 6\n'), usecols=1),
    lambda: np.loadtxt(text('1 2\n3 4\n'), unpack=True),
    lambda: np.loadtxt(text('1 2\n3 4\n5 6\n'), max_rows=2),
    lambda: np.loadtxt(text('1\n2\n3\n')),
    lambda: np.loadtxt(text('1 2 3\n')),
    lambda: np.loadtxt(text('5\n')),
    lambda: np.loadtxt(text('1 2\n'), ndmin=2),
    lambda: np.loadtxt(text('a,b\nc,d\n'), delimiter=',', dtype=str),
    lambda: np.loadtxt(text('1;2\n% x\n3;4'), delimiter=';', comments='%'),
    lambda: np.loadtxt(text('1e3 -2.5e-1 nan inf\n')),
    lambda: np.loadtxt(text('1,2\n'), delimiter=',', converters={0: lambda s: float(s) * 10}),
    lambda: np.loadtxt(['1 2', '3 4']),
    lambda: np.loadtxt(text('1 2\n3\n')),
    lambda: np.loadtxt(text('1 x\n')),
    lambda: np.loadtxt(text('1 2\n'), usecols=5),
    lambda: np.loadtxt(text('1 2.5\n'), dtype=int),
    lambda: np.loadtxt('/nowhere/at/all.csv'),
    lambda: np.loadtxt(text('1,2\n'), delimiter=',,'),
    lambda: np.genfromtxt(text('1,2\n3,4\n'), delimiter=','),
    lambda: np.genfromtxt(text('1,,3\n4,x,6\n'), delimiter=','),
    lambda: np.genfromtxt(text('1,NA,3\n'), delimiter=',', missing_values='NA', filling_values=-1),
    lambda: np.genfromtxt(text('1,,3\n'), delimiter=',', dtype=int),
    lambda: np.genfromtxt(text('a,b\n1,2\n'), delimiter=',', skip_header=1),
    lambda: np.genfromtxt(text('1 2\n3 4\nend'), skip_footer=1),
    lambda: np.genfromtxt(text('a,b\nc,d\n'), delimiter=',', dtype=str),
    lambda: np.genfromtxt(text('1,2,3\n4,5,6\n'), delimiter=',', usecols=(0, 2)),
    lambda: np.genfromtxt(text('1,2\n3\n'), delimiter=','),
    lambda: np.fromstring('1 2 3', sep=' '),
    lambda: np.fromstring('1,2', dtype=int, sep=','),
)
# expect:
# array([[1., 2.],
#        [3., 4.]])
# array([[1., 2.],
#        [3., 4.]])
# array([[1., 2.],
#        [3., 4.]], dtype=float32)
# array([[1, 2],
#        [3, 4]])
# array([[1., 2.],
#        [3., 4.]])
# array([1., 2.])
# array([[1., 3.],
#        [4., 6.]])
# array([2., 5.])
# array([[1., 3.],
#        [2., 4.]])
# array([[1., 2.],
#        [3., 4.]])
# array([1., 2., 3.])
# array([1., 2., 3.])
# array(5.)
# array([[1., 2.]])
# array([['a', 'b'],
#        ['c', 'd']], dtype='<U1')
# array([[1., 2.],
#        [3., 4.]])
# array([ 1.0e+03, -2.5e-01,      nan,      inf])
# array([10.,  2.])
# array([[1., 2.],
#        [3., 4.]])
# ValueError: the number of columns changed from 2 to 1 at row 2; use `usecols` to select a subset and avoid this error
# ValueError: could not convert string 'x' to float64 at row 0, column 2.
# ValueError: invalid column index 5 at row 1 with 2 columns
# ValueError: could not convert string '2.5' to int64 at row 0, column 2.
# FileNotFoundError: /nowhere/at/all.csv not found.
# TypeError: Text reading control character must be a single unicode character or None; but got: ',,'
# array([[1., 2.],
#        [3., 4.]])
# array([[ 1., nan,  3.],
#        [ 4., nan,  6.]])
# array([ 1., -1.,  3.])
# array([ 1, -1,  3])
# array([1., 2.])
# array([[1., 2.],
#        [3., 4.]])
# array([['a', 'b'],
#        ['c', 'd']], dtype='<U1')
# array([[1., 3.],
#        [4., 6.]])
# ValueError: Some errors were detected !
# array([1., 2., 3.])
# array([1, 2])
# ---
import io
import numpy as np
def saved(*args, **options):
    out = io.StringIO()
    np.savetxt(out, *args, **options)
    return out.getvalue()
print(saved([[1, 2.5], [3, 4]]))
print(saved([1, 2, 3], fmt='%d'))
print(saved([[1, 2], [3, 4]], fmt='%.2f', delimiter=',', header='a,b', footer='end'))
print(saved([[1, 2.5]], fmt=['%d', '%.3f'], delimiter=';', newline='|'))
print(saved([[1, 2]], fmt='%d-%d', comments='', header='x'))
for bad in [lambda: saved(3), lambda: saved([[1, 2]], fmt='%d %d %d'), lambda: saved([['a']], fmt='%d')]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect:
# 1.000000000000000000e+00 2.500000000000000000e+00
# 3.000000000000000000e+00 4.000000000000000000e+00
# 
# 1
# 2
# 3
# 
# # a,b
# 1.00,2.00
# 3.00,4.00
# # end
# 
# 1;2.500|
# x
# 1-2
# 
# ValueError Expected 1D or 2D array, got 0D array instead
# ValueError fmt has wrong number of % formats:  %d %d %d
# TypeError Mismatch between array dtype ('<U1') and format specifier ('%d')
# ---
import io
import numpy as np
def again(a):
    file = io.BytesIO()
    np.save(file, a)
    data = file.getvalue()
    file.seek(0)
    return len(data), data[:10], np.load(file)
for a in [np.arange(3), np.ones((2, 3), dtype=np.float32), np.array(2.5), np.array([True, False]), np.zeros((0, 2)), np.array([1, 2], dtype=np.uint8),
          np.array(['ab', 'c']), np.arange(6).reshape(2, 3).T, np.arange(6)[::-2], np.float64(3), [1, 2], np.array([1.5], dtype=np.float16)]:
    print(again(a))
def load(data):
    try:
        return repr(np.load(io.BytesIO(data)))
    except Exception as error:
        return type(error).__name__
good = io.BytesIO()
np.save(good, np.arange(4))
good = good.getvalue()
print(load(good[:100]), load(good[:5]), load(b''), load(b'\x80\x04K\x01.'), load(b'not an array'), load(good[:-1]))
# expect:
# (152, b'\x93NUMPY\x01\x00v\x00', array([0, 1, 2]))
# (152, b'\x93NUMPY\x01\x00v\x00', array([[1., 1., 1.],
#        [1., 1., 1.]], dtype=float32))
# (136, b'\x93NUMPY\x01\x00v\x00', array(2.5))
# (130, b'\x93NUMPY\x01\x00v\x00', array([ True, False]))
# (128, b'\x93NUMPY\x01\x00v\x00', array([], shape=(0, 2), dtype=float64))
# (130, b'\x93NUMPY\x01\x00v\x00', array([1, 2], dtype=uint8))
# (144, b'\x93NUMPY\x01\x00v\x00', array(['ab', 'c'], dtype='<U2'))
# (176, b'\x93NUMPY\x01\x00v\x00', array([[0, 3],
#        [1, 4],
#        [2, 5]]))
# (152, b'\x93NUMPY\x01\x00v\x00', array([5, 3, 1]))
# (136, b'\x93NUMPY\x01\x00v\x00', array(3.))
# (144, b'\x93NUMPY\x01\x00v\x00', array([1, 2]))
# (130, b'\x93NUMPY\x01\x00v\x00', array([1.5], dtype=float16))
# ValueError ValueError EOFError ValueError ValueError ValueError
# ---
import io
import numpy as np
file = io.BytesIO()
np.savez(file, np.arange(3), b=np.ones((1, 2)))
data = file.getvalue()
file.seek(0)
z = np.load(file)
print(z.files, z['b'], z['arr_0'], 'b' in z, len(z.files))
try:
    z['nope']
except KeyError as error:
    print(error)
for bad in [data[:-30], data[:20]]:
    try:
        np.load(io.BytesIO(bad))
    except Exception as error:
        print('refused')
# expect:
# ['b', 'arr_0'] [[1. 1.]] [0 1 2] True 2
# 'nope is not a file in the archive'
# refused
# refused
