import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
s = np.array(['apple', 'fig', 'kiwi'])
o = np.array([1, 'a', None], dtype=object)
show(
    lambda: s,
    lambda: (s[0], s[1:], s[[0, 2]], s.shape, s.dtype, s[::-1]),
    lambda: (s == 'fig', s != 'fig', s == np.array(['apple', 'x', 'kiwi']), s[s == 'fig']),
    lambda: (np.sort(s), np.unique(s), s.tolist(), list(s), s.reshape(3, 1)),
    lambda: (np.concatenate([s, ['x']]), np.append(s, 'z'), np.isin(s, ['fig']), np.where(s == 'fig', 1, 0), 'fig' in s),
    lambda: s + 'x',
    lambda: s + 1,
    lambda: (np.array(['1', '2']).astype(float), np.array([1, 2]).astype(str), np.array([1.5, 2]).astype('U3'), np.array(['a', 'bb'])[1].upper()),
    lambda: (o, o[0], o[2], o.dtype, o == 1, o.tolist()),
    lambda: (np.array([[1, 'x']], dtype=object), np.array([1.5, None]), np.array([{}, []], dtype=object)),
    lambda: (np.array([1, 2], dtype=object) + 1, np.array([1, 2], dtype=object) * 2),
    lambda: np.sin(s),
    lambda: (np.argsort(s), s.argsort(), np.where(s == 'kiwi')),
    lambda: (np.array(['a', 'b']).reshape(2, 1).T, np.array([['a', 'b'], ['c', 'd']]), np.array(['a'] * 3).size),
    lambda: (print(s), print(o)),
    lambda: (np.full(2, 'a'), np.zeros(2, dtype=object), np.array([], dtype=str), np.empty(2, dtype=object)),
)
# expect:
# array(['apple', 'fig', 'kiwi'], dtype='<U5')
# (np.str_('apple'), array(['fig', 'kiwi'], dtype='<U5'), array(['apple', 'kiwi'], dtype='<U5'), (3,), dtype('<U5'), array(['kiwi', 'fig', 'apple'], dtype='<U5'))
# (array([False,  True, False]), array([ True, False,  True]), array([ True, False,  True]), array(['fig'], dtype='<U5'))
# (array(['apple', 'fig', 'kiwi'], dtype='<U5'), array(['apple', 'fig', 'kiwi'], dtype='<U5'), ['apple', 'fig', 'kiwi'], [np.str_('apple'), np.str_('fig'), np.str_('kiwi')], array([['apple'],
#        ['fig'],
#        ['kiwi']], dtype='<U5'))
# (array(['apple', 'fig', 'kiwi', 'x'], dtype='<U5'), array(['apple', 'fig', 'kiwi', 'z'], dtype='<U5'), array([False,  True, False]), array([0, 1, 0]), True)
# array(['applex', 'figx', 'kiwix'], dtype='<U6')
# UFuncTypeError: ufunc 'add' did not contain a loop with signature matching types (dtype('<U5'), dtype('int64')) -> None
# (array([1., 2.]), array(['1', '2'], dtype='<U21'), array(['1.5', '2.0'], dtype='<U3'), 'BB')
# (array([1, 'a', None], dtype=object), 1, None, dtype('O'), array([ True, False, False]), [1, 'a', None])
# (array([[1, 'x']], dtype=object), array([1.5, None], dtype=object), array([{}, list([])], dtype=object))
# (array([2, 3], dtype=object), array([2, 4], dtype=object))
# TypeError: ufunc 'sin' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''
# (array([0, 1, 2]), array([0, 1, 2]), (array([2]),))
# (array([['a', 'b']], dtype='<U1'), array([['a', 'b'],
#        ['c', 'd']], dtype='<U1'), 3)
# ['apple' 'fig' 'kiwi']
# [1 'a' None]
# (None, None)
# (array(['a', 'a'], dtype='<U1'), array([0, 0], dtype=object), array([], dtype='<U1'), array([None, None], dtype=object))
# ---
import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
