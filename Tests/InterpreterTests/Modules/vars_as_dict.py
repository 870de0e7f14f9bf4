import json, argparse, copy
a = argparse.Namespace(lr=0.1, n=3)
print(json.dumps(vars(a)), '%(lr)s' % vars(a), isinstance(vars(a), dict), type(vars(a)) is dict)
print(copy.copy(vars(a)), copy.deepcopy(a.__dict__), {**vars(a)}, vars(a) == {'lr': 0.1, 'n': 3})
vars(a)['n'] = 4
print(a.n, list(vars(a)), '{lr}'.format(**vars(a)))
# expect:
# {"lr": 0.1, "n": 3} 0.1 True True
# {'lr': 0.1, 'n': 3} {'lr': 0.1, 'n': 3} {'lr': 0.1, 'n': 3} True
# 4 ['lr', 'n'] 0.1
