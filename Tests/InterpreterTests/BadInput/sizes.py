# differs: what would take more memory than there is raises before anything is allocated; nesting has one limit for all operations.
10 ** 10 ** 10  # raises: MemoryError
# ---
'a' * 10 ** 12  # raises: MemoryError
# ---
[0] * 10 ** 12  # raises: MemoryError
# ---
(0,) * 10 ** 13  # raises: MemoryError
# ---
b'a' * 10 ** 12  # raises: MemoryError
# ---
1 << 10 ** 12  # raises: MemoryError
# ---
[1] * 10 ** 20  # raises: OverflowError: cannot fit 'int' into an index-sized integer
# ---
list(range(10 ** 13))  # raises: MemoryError
# ---
'%1000000000000d' % 1  # raises: MemoryError
# ---
'{:1000000000000}'.format(1)  # raises: MemoryError
# ---
'a'.center(10 ** 13)  # raises: MemoryError
# ---
bytes(10 ** 13)  # raises: MemoryError
# ---
eval('-' * 100000 + '1')  # raises: RecursionError: maximum recursion depth exceeded during compilation
# ---
x = ()
for i in range(100000): x = (x,)
hash(x)  # raises: RecursionError: maximum recursion depth exceeded while hashing an object
