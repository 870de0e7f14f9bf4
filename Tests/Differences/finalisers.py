# differs: `__del__` is never called.
# It would run script code while Swift releases an object, at places where no script may run.
# Instead: a context manager, or `try … finally`.
class Resource:
    def __del__(self): print('deleted')
r = Resource()
r = None
print('done')
# expect:
# done
