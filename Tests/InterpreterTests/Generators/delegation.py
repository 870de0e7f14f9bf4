def gen():
    try:
        x = yield 1
        print('x', x)
        try: yield 2
        except ValueError as e:
            print('caught', e)
            yield 3
    finally: print('cleanup')
g = gen()
print(next(g), g.send(5), g.throw(ValueError('v')))
g.close()
print(list(g))
# expect:
# x 5
# caught v
# 1 2 3
# cleanup
# []
# ---
def sub():
    try:
        r = yield 1
    except KeyError as e:
        r = repr(e)
    return r
def dele():
    r = yield from sub()
    print('r', r)
    yield from [7, 8]
g = dele()
print(next(g), g.throw(KeyError('k')), next(g), list(g))
# expect:
# r KeyError('k')
# 1 7 8 []
# ---
class Tree:
    def __init__(s, v, l=None, r=None): s.v, s.l, s.r = v, l, r
    def __iter__(s):
        if s.l: yield from s.l
        yield s.v
        if s.r: yield from s.r
print(list(Tree(2, Tree(1), Tree(3))))
# expect:
# [1, 2, 3]
# ---
def fin():
    for i in range(3):
        try: yield i
        finally: print('fin', i)
for v in fin():
    if v == 1: break
print('done')
# expect:
# fin 0
# fin 1
# done
# ---
def stops():
    raise StopIteration(1)
    yield
try: list(stops())
except RuntimeError as e: print(e, repr(e.__cause__))
# expect:
# generator raised StopIteration StopIteration(1)
