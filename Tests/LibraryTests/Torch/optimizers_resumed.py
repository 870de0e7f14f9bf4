# Training goes on after a state dict was saved and loaded as if nothing had happened.
import torch, io
for name, kw in (
        ('SGD', dict(momentum=0.9)), ('SGD', dict(momentum=0.9, nesterov=True, dampening=0)), ('SGD', dict(momentum=0.9, dampening=0.1)),
        ('Adam', {}), ('AdamW', dict(amsgrad=True)), ('Adam', dict(amsgrad=True)), ('NAdam', {}), ('RAdam', {}), ('Adamax', {}),
        ('Adagrad', dict(lr_decay=0.1)), ('Adadelta', {}), ('RMSprop', dict(momentum=0.9, centered=True)), ('Rprop', {}), ('ASGD', {}), ('LBFGS', {})):
    torch.manual_seed(0)
    p = torch.nn.Parameter(torch.randn(3)); q = torch.nn.Parameter(p.detach().clone())
    mk = lambda x: getattr(torch.optim, name)([x], lr=0.05, **kw)
    a = mk(p); A = torch.randn(3, 3)
    def step(o, x):
        def c():
            o.zero_grad(); l = ((A @ x) ** 2).sum() + x.sin().sum(); l.backward(); return l
        o.step(c)
    for _ in range(4): step(a, p)
    b = mk(q); f = io.BytesIO(); torch.save(a.state_dict(), f); f.seek(0); q.data.copy_(p.data); b.load_state_dict(torch.load(f))
    for _ in range(3): step(a, p); step(b, q)
    s = a.state_dict()['state']
    print(name, kw, torch.equal(p, q), p.data)
    if name != 'LBFGS':
        print(sorted(s[0]))
# expect:
# SGD {'momentum': 0.9} True tensor([-0.6482, -0.9235,  0.6459])
# ['momentum_buffer']
# SGD {'momentum': 0.9, 'nesterov': True, 'dampening': 0} True tensor([-0.6813, -0.6158, -0.1909])
# ['momentum_buffer']
# SGD {'momentum': 0.9, 'dampening': 0.1} True tensor([-0.6975, -0.7806,  0.9038])
# ['momentum_buffer']
# Adam {} True tensor([ 1.1922,  0.0485, -1.8311])
# ['exp_avg', 'exp_avg_sq', 'step']
# AdamW {'amsgrad': True} True tensor([ 1.1874,  0.0489, -1.8240])
# ['exp_avg', 'exp_avg_sq', 'max_exp_avg_sq', 'step']
# Adam {'amsgrad': True} True tensor([ 1.1922,  0.0485, -1.8311])
# ['exp_avg', 'exp_avg_sq', 'max_exp_avg_sq', 'step']
# NAdam {} True tensor([ 1.2657, -0.0362, -1.9069])
# ['exp_avg', 'exp_avg_sq', 'mu_product', 'step']
# RAdam {} True tensor([0.2275, 0.1988, 0.3568])
# ['exp_avg', 'exp_avg_sq', 'step']
# Adamax {} True tensor([ 1.2009,  0.0127, -1.8458])
# ['exp_avg', 'exp_inf', 'step']
# Adagrad {'lr_decay': 0.1} True tensor([ 1.3761, -0.1354, -2.0152])
# ['step', 'sum']
# Adadelta {} True tensor([ 1.5398, -0.2923, -2.1776])
# ['acc_delta', 'square_avg', 'step']
# RMSprop {'momentum': 0.9, 'centered': True} True tensor([-2.3580, -0.8460,  0.7560])
# ['grad_avg', 'momentum_buffer', 'square_avg', 'step']
# Rprop {} True tensor([ 0.8952,  0.3524, -1.5330])
# ['prev', 'step', 'step_size']
# ASGD {} True tensor([ 0.2476, -0.0506, -0.1672])
# ['ax', 'eta', 'mu', 'step']
# LBFGS {} True tensor([-1.5587,  0.0639, -0.8717])
