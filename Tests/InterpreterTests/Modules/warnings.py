import warnings
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    warnings.warn('first')
    warnings.warn('second', DeprecationWarning)
print([(str(w.message), w.category.__name__) for w in log])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        warnings.warn('boom', RuntimeWarning)
    except RuntimeWarning as e:
        print('raised', e)
warnings.filterwarnings('ignore', message='ign')
warnings.warn('ignored')
print(warnings.formatwarning('m', UserWarning, 'f.py', 3))
warnings.warn('x', int)  # raises: TypeError: category must be a Warning subclass, not 'type'
# expect:
# [('first', 'UserWarning'), ('second', 'DeprecationWarning')]
# raised boom
# f.py:3: UserWarning: m
# 
