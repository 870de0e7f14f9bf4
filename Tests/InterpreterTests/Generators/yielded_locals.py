def g(n):
    a, b = [0], 'x'
    for i in range(n):
        got = yield a
        a.append(i)
        b += 'y'
        yield b
        if got:
            yield got
it = g(3)
print(next(it), next(it), next(it), it.send('sent'), next(it), list(it))
print(sum(x * 2 for x in range(5)), sum((0.5 for _ in range(3)), 1), sum([True, 2, 3.5]), sum([[1], [2]], []))
print(sum([2 ** 62, 2 ** 62, 1]), sum([1, 2.5, 2 ** 70]), sum([]), sum((i for i in [1, 2]), 10))
# expect:
# [0, 0, 1, 2] xy [0, 0, 1, 2] xyy sent [[0, 0, 1, 2], 'xyyy']
# 20 2.5 6.5 [1, 2]
# 9223372036854775809 1.1805916207174113e+21 0 13
