# differs: numpy can run what such files say; Lectern reads data and nothing else.
import io, os
import numpy as np

def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', str(error)[:110])

def array(header, data=b''):
    return io.BytesIO(b'\x93NUMPY\x01\x00\x76\x00' + header + b' ' * (117 - len(header)) + b'\n' + data)

command = b"cos\nsystem\n(S'touch lectern_was_here'\ntR."
attempt(lambda: np.load(array(b"{'descr': '<i4', 'fortran_order': False, 'shape': (2,), }", b'\x01\x00\x00\x00\x02\x00\x00\x00')))
attempt(lambda: np.load(io.BytesIO(b'')))
attempt(lambda: np.load(io.BytesIO(b'\x93NUMPY\x01\x00\xff\xff')))
attempt(lambda: np.load(array(b"{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999,), }")))
attempt(lambda: np.load(array(b"{'descr': '<f8', 'fortran_order': False, 'shape': (9999999999, 9999999999), }")))
attempt(lambda: np.load(array(b"{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }")))
attempt(lambda: np.load(array(b"{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", command)))
attempt(lambda: np.load(io.BytesIO(command), allow_pickle=True))
attempt(lambda: np.load(array(b"__import__('os').system('touch lectern_was_here') or {'descr': '<f8'}")))
attempt(lambda: np.load(array(b'[' * 100)))
attempt(lambda: np.load(io.BytesIO(b'PK\x03\x04' + bytes(50))))
print(os.path.exists('lectern_was_here'))
# expect:
# [1 2]
# EOFError: No data left in file
# ValueError: the file: the file is cut off or damaged: it promises its header
# ValueError: the file: the file is cut off or damaged: it promises 99999999999 elements of 8 bytes, of which 0 bytes are th
# ValueError: the file: the file is cut off or damaged: it promises [9999999999, 9999999999] elements
# ValueError: the file: the header is no description of an array: {'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }
# ValueError: the file: Object arrays cannot be loaded: they are pickled, and unpickling can run any code
# ValueError: numpy.load does not unpickle objects in Lectern: allow_pickle must be False
# ValueError: the file: the header is no description of an array: __import__('os').system('touch lectern_was_here') or {'des
# ValueError: the file: the header is no description of an array: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
# ValueError: the file: the zip archive is cut off or damaged
# False
