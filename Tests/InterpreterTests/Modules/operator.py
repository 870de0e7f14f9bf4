import operator as op
print(op.add(1, 2), op.mul('a', 3), op.itemgetter(1)([5, 6]), op.itemgetter('a', 'b')({'a': 1, 'b': 2}), op.attrgetter('real', 'imag')(3), op.methodcaller('upper')('x'), op.methodcaller('split', ',', maxsplit=1)('a,b,c'), op.contains([1], 1), op.not_(0), op.truth([]), op.is_(None, None), op.neg(3), op.index(True), op.getitem([1, 2], 0), op.concat([1], [2]), op.lt(1, 2), op.pow(2, 3), op.floordiv(7, 2), op.xor(5, 1), op.countOf([1, 1], 1))
print(sorted([(2, 'a'), (1, 'b')], key=op.itemgetter(0)), op.iadd([1], [2]))
# expect:
# 3 aaa 6 (1, 2) (3, 0) X ['a', 'b,c'] True True False True -3 1 1 [1, 2] True 8 3 4 2
# [(1, 'b'), (2, 'a')] [1, 2]
# ---
import operator
operator.itemgetter(5)([1])  # raises: IndexError: list index out of range
