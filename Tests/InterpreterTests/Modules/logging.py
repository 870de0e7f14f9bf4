import logging, sys, io

out = io.StringIO()
logging.basicConfig(stream=out, level=logging.INFO, format='%(levelname)s %(name)s: %(message)s')
logging.info('epoch %d, loss %.2f', 1, 0.5)
logging.debug('not shown')
log = logging.getLogger('train.step')
log.warning('slow')
log.setLevel(logging.DEBUG)
log.debug('%(a)s', {'a': 1})
print(out.getvalue(), end='')
print(log, logging.getLogger('train.step') is log, log.isEnabledFor(10), logging.getLevelName(30))
# expect:
# INFO root: epoch 1, loss 0.50
# WARNING train.step: slow
# DEBUG train.step: 1
# <Logger train.step (DEBUG)> True True WARNING
# ---
import logging, io
out = io.StringIO()
log = logging.getLogger('own')
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter('[%(levelname)s] %(message)s'))
log.addHandler(handler)
log.propagate = False
try:
    1 / 0
except ZeroDivisionError:
    log.exception('failed')
log.setLevel('ERROR')
log.warning('no')
print(out.getvalue().splitlines()[0], out.getvalue().splitlines()[-1])
# expect:
# [ERROR] failed ZeroDivisionError: division by zero
# ---
import logging
logging.getLogger('x').setLevel('LOUD')  # raises: ValueError: Unknown level: 'LOUD'
