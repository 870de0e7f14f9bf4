import torch
from torch import nn
torch.manual_seed(0)
m = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
seen = []
handles = [layer.register_full_backward_hook(lambda mod, gi, go: seen.append((type(mod).__name__, gi, go))) for layer in m]
x = torch.ones(1, 2, requires_grad=True)
m(x).sum().backward()
for name, gi, go in seen:
    print(name, gi, go)
seen.clear()
m(torch.ones(1, 2)).sum().backward()
print(seen[-1])
for handle in handles:
    handle.remove()
m[1].register_full_backward_hook(lambda mod, gi, go: (gi[0] * 10,))
x.grad = None
m(x).sum().backward()
print(x.grad)
# expect:
# Linear (tensor([[ 0.1528, -0.1745, -0.1135]]),) (tensor([[1.]]),)
# ReLU (tensor([[0.1528, 0.0000, 0.0000]]),) (tensor([[ 0.1528, -0.1745, -0.1135]]),)
# Linear (tensor([[-0.0008,  0.0580]]),) (tensor([[0.1528, 0.0000, 0.0000]]),)
# ('Linear', (None,), (tensor([[0.1528, 0.0000, 0.0000]]),))
# tensor([[-0.0081,  0.5795]])
# ---
# Forward hooks and hooks of tensors.
import torch
from torch import nn
torch.manual_seed(0)
layer = nn.Linear(2, 2)
before = layer.register_forward_pre_hook(lambda mod, args: (args[0] * 2,))
after = layer.register_forward_hook(lambda mod, args, out: out + 1)
x = torch.ones(1, 2)
print(layer(x))
before.remove()
after.remove()
print(layer(x))
w = torch.ones(2, requires_grad=True)
h = w.register_hook(lambda g: g * 3)
y = w * 2
y.retain_grad()
y.sum().backward()
print(w.grad, y.grad)
h.remove()
w.grad = None
(w * 2).sum().backward()
print(w.grad)
# expect:
# tensor([[ 1.4757, -1.0151]], grad_fn=<AddBackward0>)
# tensor([[ 0.1017, -0.9128]], grad_fn=<AddmmBackward0>)
# tensor([6., 6.]) tensor([1., 1.])
# tensor([2., 2.])
