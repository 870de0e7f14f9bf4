import io
import numpy as np

def attempt(action):
    try:
        print(action())
    except Exception as error:
        print('raised')

stream = io.BytesIO()
np.savez_compressed(stream, a=np.zeros((100, 100)), b=np.arange(3))
data = stream.getvalue()
found = np.load(io.BytesIO(data))
print(len(data) < 5000, found.files, found['a'].shape, found['a'].sum(), found['b'])
stream = io.BytesIO()
np.savez(stream, np.arange(2), x=np.eye(2))
found = np.load(io.BytesIO(stream.getvalue()))
print(sorted(found.files), found['arr_0'], found['x'].tolist())
attempt(lambda: np.load(io.BytesIO(data[:len(data) // 2]))['a'].shape)
attempt(lambda: np.savez(io.BytesIO(), np.ones(1), arr_0=np.ones(1)))
# expect:
# True ['a', 'b'] (100, 100) 0.0 [0 1 2]
# ['arr_0', 'x'] [0 1] [[1.0, 0.0], [0.0, 1.0]]
# raised
# raised
