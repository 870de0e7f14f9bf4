def f(x):
    raise ValueError(x)
def made(n):
    try: f(n)
    except ValueError as e: return e
def k():
    try:
        1/0
    except ZeroDivisionError as z:
        raise KeyError('k') from z
excs = [made(1), TypeError(2)]
try: k()
except KeyError as e: excs.append(e)
try:
    raise ExceptionGroup("inner", excs)
except ExceptionGroup as e:
    inner = e
inner.add_note("a note\nof two lines")
many = ExceptionGroup("many", [ValueError(i) for i in range(17)])
deep = ValueError('deep')
for i in range(12): deep = ExceptionGroup(f"d{i}", [deep])
import traceback
try:
    try: raise ExceptionGroup("outer", [inner, many, OSError("x\ny")])
    except* OSError: raise RuntimeError('in handler')
except BaseException as e:
    print(traceback.format_exc())
    last = e
try: raise deep
except Exception: print(traceback.format_exc())
try:
    try: raise ExceptionGroup("one", [ValueError(1)])
    except Exception as e: raise RuntimeError("after") from e
except Exception as e: print(traceback.format_exc())
# expect:
#   | ExceptionGroup:  (2 sub-exceptions)
#   +-+---------------- 1 ----------------
#     | Exception Group Traceback (most recent call last):
#     |   File "Exceptions/group_tracebacks.py", line 24, in <module>
#     |     try: raise ExceptionGroup("outer", [inner, many, OSError("x\ny")])
#     |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#     | ExceptionGroup: outer (1 sub-exception)
#     +-+---------------- 1 ----------------
#       | OSError: x
#       | y
#       +------------------------------------
#     | 
#     | During handling of the above exception, another exception occurred:
#     | 
#     | Traceback (most recent call last):
#     |   File "Exceptions/group_tracebacks.py", line 25, in <module>
#     |     except* OSError: raise RuntimeError('in handler')
#     |                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#     | RuntimeError: in handler
#     +---------------- 2 ----------------
#     | Exception Group Traceback (most recent call last):
#     |   File "Exceptions/group_tracebacks.py", line 24, in <module>
#     |     try: raise ExceptionGroup("outer", [inner, many, OSError("x\ny")])
#     |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#     | ExceptionGroup: outer (2 sub-exceptions)
#     +-+---------------- 1 ----------------
#       | Exception Group Traceback (most recent call last):
#       |   File "Exceptions/group_tracebacks.py", line 15, in <module>
#       |     raise ExceptionGroup("inner", excs)
#       | ExceptionGroup: inner (3 sub-exceptions)
#       | a note
#       | of two lines
#       +-+---------------- 1 ----------------
#         | Traceback (most recent call last):
#         |   File "Exceptions/group_tracebacks.py", line 4, in made
#         |     try: f(n)
#         |          ^^^^
#         |   File "Exceptions/group_tracebacks.py", line 2, in f
#         |     raise ValueError(x)
#         | ValueError: 1
#         +---------------- 2 ----------------
#         | TypeError: 2
#         +---------------- 3 ----------------
#         | Traceback (most recent call last):
#         |   File "Exceptions/group_tracebacks.py", line 8, in k
#         |     1/0
#         |     ~^~
#         | ZeroDivisionError: division by zero
#         | 
#         | The above exception was the direct cause of the following exception:
#         | 
#         | Traceback (most recent call last):
#         |   File "Exceptions/group_tracebacks.py", line 12, in <module>
#         |     try: k()
#         |          ^^^
#         |   File "Exceptions/group_tracebacks.py", line 10, in k
#         |     raise KeyError('k') from z
#         | KeyError: 'k'
#         +------------------------------------
#       +---------------- 2 ----------------
#       | ExceptionGroup: many (17 sub-exceptions)
#       +-+---------------- 1 ----------------
#         | ValueError: 0
#         +---------------- 2 ----------------
#         | ValueError: 1
#         +---------------- 3 ----------------
#         | ValueError: 2
#         +---------------- 4 ----------------
#         | ValueError: 3
#         +---------------- 5 ----------------
#         | ValueError: 4
#         +---------------- 6 ----------------
#         | ValueError: 5
#         +---------------- 7 ----------------
#         | ValueError: 6
#         +---------------- 8 ----------------
#         | ValueError: 7
#         +---------------- 9 ----------------
#         | ValueError: 8
#         +---------------- 10 ----------------
#         | ValueError: 9
#         +---------------- 11 ----------------
#         | ValueError: 10
#         +---------------- 12 ----------------
#         | ValueError: 11
#         +---------------- 13 ----------------
#         | ValueError: 12
#         +---------------- 14 ----------------
#         | ValueError: 13
#         +---------------- 15 ----------------
#         | ValueError: 14
#         +---------------- ... ----------------
#         | and 2 more exceptions
#         +------------------------------------
# 
#   + Exception Group Traceback (most recent call last):
#   |   File "Exceptions/group_tracebacks.py", line 29, in <module>
#   |     try: raise deep
#   |          ^^^^^^^^^^
#   | ExceptionGroup: d11 (1 sub-exception)
#   +-+---------------- 1 ----------------
#     | ExceptionGroup: d10 (1 sub-exception)
#     +-+---------------- 1 ----------------
#       | ExceptionGroup: d9 (1 sub-exception)
#       +-+---------------- 1 ----------------
#         | ExceptionGroup: d8 (1 sub-exception)
#         +-+---------------- 1 ----------------
#           | ExceptionGroup: d7 (1 sub-exception)
#           +-+---------------- 1 ----------------
#             | ExceptionGroup: d6 (1 sub-exception)
#             +-+---------------- 1 ----------------
#               | ExceptionGroup: d5 (1 sub-exception)
#               +-+---------------- 1 ----------------
#                 | ExceptionGroup: d4 (1 sub-exception)
#                 +-+---------------- 1 ----------------
#                   | ExceptionGroup: d3 (1 sub-exception)
#                   +-+---------------- 1 ----------------
#                     | ExceptionGroup: d2 (1 sub-exception)
#                     +-+---------------- 1 ----------------
#                       | ... (max_group_depth is 10)
#                       +------------------------------------
# 
#   + Exception Group Traceback (most recent call last):
#   |   File "Exceptions/group_tracebacks.py", line 32, in <module>
#   |     try: raise ExceptionGroup("one", [ValueError(1)])
#   |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#   | ExceptionGroup: one (1 sub-exception)
#   +-+---------------- 1 ----------------
#     | ValueError: 1
#     +------------------------------------
# 
# The above exception was the direct cause of the following exception:
# 
# Traceback (most recent call last):
#   File "Exceptions/group_tracebacks.py", line 33, in <module>
#     except Exception as e: raise RuntimeError("after") from e
#                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# RuntimeError: after
# 
