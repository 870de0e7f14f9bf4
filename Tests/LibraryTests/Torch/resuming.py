import torch, torch.nn as nn, os, json, copy, tempfile
path = os.path.join(tempfile.mkdtemp(), 'ck.pt')
from torch.optim.lr_scheduler import *
torch.manual_seed(0)
net = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Tanh(), nn.Dropout(0.2), nn.Linear(8, 3)); opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9, nesterov=True, weight_decay=1e-4); sch = CosineAnnealingLR(opt, T_max=10)
X = torch.randn(60, 4); y = (X[:, 0] > 0).long() + (X[:, 1] > 0).long(); crit = nn.CrossEntropyLoss(label_smoothing=0.1, weight=torch.tensor([1., 2., 1.]))
def step(): 
    net.train(); opt.zero_grad(); l = crit(net(X), y); l.backward(); opt.step(); sch.step(); return l.item()
print([round(step(), 3) for _ in range(5)], sch.get_last_lr())
torch.save({'epoch': 5, 'model_state_dict': net.state_dict(), 'optimizer_state_dict': opt.state_dict(), 'scheduler': sch.state_dict(), 'rng': torch.get_rng_state(), 'best': 0.5}, path)
a = [round(step(), 3) for _ in range(3)]
ck = torch.load(path); net.load_state_dict(ck['model_state_dict']); opt.load_state_dict(ck['optimizer_state_dict']); sch.load_state_dict(ck['scheduler']); torch.set_rng_state(ck['rng']); b = [round(step(), 3) for _ in range(3)]; print(a == b, ck['epoch'], ck.keys())
net.eval()
with torch.inference_mode(): pred = net(X).argmax(1)
cm = torch.zeros(3, 3, dtype=torch.int64)
for t, p in zip(y.view(-1), pred.view(-1)): cm[t.long(), p.long()] += 1
print(cm, cm.diag().float() / cm.sum(1)); acc = (pred == y).float().mean().item(); print(f'{acc:.2%}', f'{acc*100:6.2f}%'); print(torch.stack((y, pred), dim=1)[:3], (y == pred).sum().item())
class EarlyStopping:
    def __init__(self, patience=2, delta=0.0): self.patience, self.delta, self.best, self.counter, self.stop = patience, delta, None, 0, False
    def __call__(self, v):
        if self.best is None or v < self.best - self.delta: self.best, self.counter = v, 0
        else: self.counter += 1; self.stop = self.counter >= self.patience
es = EarlyStopping()
for v in [1.0, 0.9, 0.95, 0.97, 0.5]:
    es(v); print(v, es.counter, es.stop)
    if es.stop: break
p = [nn.Parameter(torch.zeros(1))]
def curve(mk, n=8):
    o = torch.optim.SGD(p, lr=1.0); s = mk(o); r = []
    for _ in range(n): r.append(round(o.param_groups[0]['lr'], 4)); o.step(); s.step()
    return r
for mk in (lambda o: StepLR(o, 3, 0.5), lambda o: MultiStepLR(o, [2, 5], 0.1), lambda o: ExponentialLR(o, 0.9), lambda o: CosineAnnealingLR(o, 5), lambda o: LambdaLR(o, lambda e: 1 / (e + 1)), lambda o: CyclicLR(o, 0.1, 1.0, step_size_up=3), lambda o: OneCycleLR(o, 1.0, total_steps=10), lambda o: CosineAnnealingWarmRestarts(o, 3), lambda o: LinearLR(o, 0.1, 1.0, 4), lambda o: PolynomialLR(o, 5), lambda o: SequentialLR(o, [LinearLR(o, 0.1, total_iters=2), ExponentialLR(o, 0.5)], [2]), lambda o: MultiplicativeLR(o, lambda e: 0.5)): print(curve(mk))
o = torch.optim.SGD(p, lr=1.0); s = ReduceLROnPlateau(o, 'min', patience=1, factor=0.5)
for v in [1, 1, 1, 1, 0.5]: s.step(v); print(o.param_groups[0]['lr'], end=' ')
print(); print(opt); print(net); print(json.dumps({'acc': round(acc, 2), 'l': [1, 2]}, indent=2)); m2 = copy.deepcopy(net); print(all(torch.equal(u, v) for u, v in zip(net.state_dict().values(), m2.state_dict().values())))
try: nn.Linear(2, 3).load_state_dict(net.state_dict())
except RuntimeError as e: print(str(e)[:200])
for n, q in net.named_parameters(): print(f'{n:12s} {str(tuple(q.shape)):10} {q.numel():4d} {q.requires_grad}')
feats = {}
h = net[0].register_forward_hook(lambda m, i, o: feats.update(out=o.detach())); net(X[:1]); h.remove(); print(feats['out'].shape)
class Custom(nn.Module):
    def __init__(s): super().__init__(); s.blocks = nn.ModuleList([nn.Linear(2, 2) for _ in range(2)]); s.d = nn.ModuleDict({'a': nn.ReLU(), 'b': nn.Identity()}); s.p = nn.Parameter(torch.ones(2)); s.register_buffer('buf', torch.zeros(1))
    def forward(s, x):
        for b in s.blocks: x = s.d['a'](b(x))
        return x * s.p + s.buf
c = Custom(); print(c, list(c.state_dict()), sum(1 for _ in c.modules()), [n for n, _ in c.named_children()])
# expect:
# [1.093, 1.104, 1.018, 0.926, 0.925] [0.05000000000000001]
# True 5 dict_keys(['epoch', 'model_state_dict', 'optimizer_state_dict', 'scheduler', 'rng', 'best'])
# tensor([[ 0, 15,  0],
#         [ 1, 25,  1],
#         [ 0,  9,  9]]) tensor([0.0000, 0.9259, 0.5000])
# 56.67%  56.67%
# tensor([[1, 1],
#         [2, 1],
#         [0, 1]]) 34
# 1.0 0 False
# 0.9 0 False
# 0.95 1 False
# 0.97 2 True
# [1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.25, 0.25]
# [1.0, 1.0, 0.1, 0.1, 0.1, 0.01, 0.01, 0.01]
# [1.0, 0.9, 0.81, 0.729, 0.6561, 0.5905, 0.5314, 0.4783]
# [1.0, 0.9045, 0.6545, 0.3455, 0.0955, 0.0, 0.0955, 0.3455]
# [1.0, 0.5, 0.3333, 0.25, 0.2, 0.1667, 0.1429, 0.125]
# [0.1, 0.4, 0.7, 1.0, 0.7, 0.4, 0.1, 0.4]
# [0.04, 0.52, 1.0, 0.9505, 0.8117, 0.6113, 0.3887, 0.1883]
# [1.0, 0.75, 0.25, 1.0, 0.75, 0.25, 1.0, 0.75]
# [0.1, 0.325, 0.55, 0.775, 1.0, 1.0, 1.0, 1.0]
# [1.0, 0.8, 0.6, 0.4, 0.2, 0.0, 0.0, 0.0]
# [0.1, 0.55, 1.0, 0.5, 0.25, 0.125, 0.0625, 0.0312]
# [1.0, 0.5, 0.25, 0.125, 0.0625, 0.0312, 0.0156, 0.0078]
# 1.0 1.0 0.5 0.5 0.5 
# SGD (
# Parameter Group 0
#     dampening: 0
#     differentiable: False
#     foreach: None
#     fused: None
#     initial_lr: 0.1
#     lr: 0.009549150281252635
#     maximize: False
#     momentum: 0.9
#     nesterov: True
#     weight_decay: 0.0001
# )
# Sequential(
#   (0): Linear(in_features=4, out_features=8, bias=True)
#   (1): BatchNorm1d(8, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
#   (2): Tanh()
#   (3): Dropout(p=0.2, inplace=False)
#   (4): Linear(in_features=8, out_features=3, bias=True)
# )
# {
#   "acc": 0.57,
#   "l": [
#     1,
#     2
#   ]
# }
# True
# Error(s) in loading state_dict for Linear:
# 	Missing key(s) in state_dict: "weight", "bias". 
# 	Unexpected key(s) in state_dict: "0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_
# 0.weight     (8, 4)       32 True
# 0.bias       (8,)          8 True
# 1.weight     (8,)          8 True
# 1.bias       (8,)          8 True
# 4.weight     (3, 8)       24 True
# 4.bias       (3,)          3 True
# torch.Size([1, 8])
# Custom(
#   (blocks): ModuleList(
#     (0-1): 2 x Linear(in_features=2, out_features=2, bias=True)
#   )
#   (d): ModuleDict(
#     (a): ReLU()
#     (b): Identity()
#   )
# ) ['p', 'buf', 'blocks.0.weight', 'blocks.0.bias', 'blocks.1.weight', 'blocks.1.bias'] 7 ['blocks', 'd']
