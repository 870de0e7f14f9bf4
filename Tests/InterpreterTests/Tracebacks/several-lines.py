import math
total = 0
for i in range(3):
    total += math.sqrt(i - 1) + len([1, 2]) * max([i, 2],
        key=lambda v: v)
