import numpy as np
def attempt(f):
    try:
        f()
    except MemoryError as error:
        print(error)
attempt(lambda: np.zeros(10**13))
attempt(lambda: np.zeros((10**6, 10**7)))
attempt(lambda: np.ones(10**14, dtype=np.int32))
attempt(lambda: np.full((10**7, 10**7), 1.0))
attempt(lambda: np.random.rand(10**12))
attempt(lambda: np.random.randint(0, 5, 10**12))
attempt(lambda: np.arange(10**13))
attempt(lambda: np.empty((3, 10**12), dtype=np.uint8))
print(np.zeros(3) + 1)
# expect:
# Unable to allocate 72.8 TiB for an array with shape (10000000000000,) and data type float64
# Unable to allocate 72.8 TiB for an array with shape (1000000, 10000000) and data type float64
# Unable to allocate 364. TiB for an array with shape (100000000000000,) and data type int32
# Unable to allocate 728. TiB for an array with shape (10000000, 10000000) and data type float64
# Unable to allocate 7.28 TiB for an array with shape (1000000000000,) and data type float64
# Unable to allocate 7.28 TiB for an array with shape (1000000000000,) and data type int64
# Unable to allocate 72.8 TiB for an array with shape (10000000000000,) and data type int64
# Unable to allocate 2.73 TiB for an array with shape (3, 1000000000000) and data type uint8
# [1. 1. 1.]
