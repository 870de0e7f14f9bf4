# differs: integers have at most 2^25 bits (ten million digits); a power or shift beyond that raises MemoryError at once.
# Python computes on until memory is used up, without a way to interrupt it.
# Instead: `pow(a, b, m)` for powers modulo a number, `math.lgamma` or logarithms for sizes.
print((2 ** 1000000).bit_length())
10 ** 10 ** 10  # raises: MemoryError
# expect:
# 1000001
