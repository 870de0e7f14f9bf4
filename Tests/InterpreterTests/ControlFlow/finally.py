def tf():
    try: return 'a'
    finally: print('fin')
print(tf())
def tf4():
    try: raise ValueError
    except (TypeError, ValueError): return 1
    finally: return 2
print(tf4())
# expect:
# fin
# a
# 2
# ---
def tf2():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print(i)
        finally: print('f', i)
    else: print('no')
    return i
print(tf2())
# expect:
# 0
# f 0
# f 1
# 2
# f 2
# f 3
# 3
# ---
class CM:
    def __enter__(s): return 5
    def __exit__(s, *a):
        print('ex', a[0])
        return False
def early():
    with CM() as v: return v
print(early())
for q in range(3):
    with CM():
        if q == 1: continue
        if q == 2: break
print(q)
with CM(): raise KeyError('z')  # raises: KeyError: 'z'
# expect:
# ex None
# 5
# ex None
# ex None
# ex None
# 2
# ex <class 'KeyError'>
# ---
try:
    try: raise ValueError('a')
    except ValueError: raise TypeError('b')
except TypeError as e: print(type(e.__context__).__name__, e.__cause__)
try: raise Exception('x') from None
except Exception as e: print(e.__suppress_context__, e.__cause__)
try:
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError('v') from e
except ValueError as e: print(repr(e.__cause__), e.__context__ is e.__cause__)
# expect:
# ValueError None
# True None
# ZeroDivisionError('division by zero') True
