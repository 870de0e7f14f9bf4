try:
    1 / 0
except ZeroDivisionError:
    unknown_function()
