import torch
# products of all elements in lanes, to the last bit
for n in (1, 7, 31, 32, 33, 100, 1000, 4099):
    x = 1 + (torch.arange(n) % 17 - 8).float() / 400
    print(n, x.prod().item(), x.double().prod().item(), torch.stack([x, x * 0.5 + 0.5]).prod(1).tolist())
# expect:
# 1 0.9800000190734863 0.9800000190734863 [0.9800000190734863, 0.9900000095367432]
# 7 0.9156316518783569 0.9156316518400206 [0.9156316518783569, 0.9570407271385193]
# 31 0.9468735456466675 0.9468735200755878 [0.9468735456466675, 0.9735836982727051]
# 32 0.961076557636261 0.9610766093315871 [0.961076557636261, 0.9808852076530457]
# 33 0.9778954386711121 0.9778954912398234 [0.9778954386711121, 0.9894679188728333]
# 100 0.9561873078346252 0.9561878529723213 [0.9561873078346252, 0.9796367883682251]
# 1000 0.8805029392242432 0.8805038956914533 [0.8805029392242432, 0.9560604691505432]
# 4099 0.7081372737884521 0.7081379022993167 [0.7081372737884521, 0.9087965488433838]
# ---
import torch
torch.manual_seed(1)
# medians and extremes without places
for n in (1, 2, 5, 24, 25, 100, 1001):
    x = torch.randn(n)
    print(n, x.median().item(), x.max().item(), x.amin().item(), (x.round() + 0).median().item())
x = torch.randn(3, 70)
x[1, 60] = float('nan')
print(x.amax(1), x.max(), x.median(), x[0].median(), x.long().max(), x.half()[0].max())
# expect:
# 1 0.6613521575927734 0.6613521575927734 0.6613521575927734 1.0
# 2 0.06167725846171379 0.266924113035202 0.06167725846171379 0.0
# 5 -0.16613022983074188 0.6213173270225525 -1.522768497467041 0.0
# 24 0.1990816295146942 2.406978130340576 -1.8821425437927246 0.0
# 25 -0.47087720036506653 1.9907042980194092 -1.8033639192581177 0.0
# 100 -0.04741712287068367 2.557086229324341 -2.9167425632476807 0.0
# 1001 0.009623653255403042 3.0301413536071777 -3.379263162612915 0.0
# tensor([2.3444,    nan, 2.4748]) tensor(nan) tensor(nan) tensor(-0.3747) tensor(2) tensor(2.3438, dtype=torch.float16)
# ---
import torch
# a changed tensor keeps its views, aliases and saved copies apart
x = torch.arange(6.0)
v = x[2:4]
x.mul_(2)
v.add_(1)
print(x, v)
y = torch.arange(4.0)
z = y
y += 1
y -= 0.5
y.div_(2)
place = y.data_ptr()
y.add_(1)
y.mul_(2).sub_(2.0)
y.add_(1, alpha=3).sub_(3)
y.div_(1, rounding_mode='floor')
y.relu_().clamp_(max=100)
print(y, z is y, y.data_ptr() == place, y._version)
d = y.data
y.mul_(3)
print(d, y)
n = y.numpy()
y.add_(1)
print(n)
w = torch.ones(3, requires_grad=True)
u = w * 2
s = u.sin()
u.add_(1)
try:
    s.sum().backward()
except RuntimeError as error:
    print(str(error)[:60])
b = torch.tensor([True, False])
b = b.logical_not()
print(b, ~b)
i = torch.arange(3)
try:
    i.add_(0.5)
except RuntimeError as error:
    print(error)
# expect:
# tensor([ 0.,  2.,  5.,  7.,  8., 10.]) tensor([5., 7.])
# tensor([0., 1., 2., 3.]) True True 11
# tensor([0., 3., 6., 9.]) tensor([0., 3., 6., 9.])
# [ 1.  4.  7. 10.]
# one of the variables needed for gradient computation has bee
# tensor([False,  True]) tensor([ True, False])
# result type Float can't be cast to the desired output type Long
# ---
import torch
a, b = torch.arange(6.0).view(2, 3), torch.arange(3.0).view(1, 3)
print(torch.cat([a, b]), torch.cat([a, a], 1), torch.cat([a, b], -2).shape)
print(torch.stack([a, a]), torch.stack([a, a + 1], 1).shape, torch.stack([a, a + 1], 2), torch.stack([a[0], a[1]], -1))
print(torch.cat([a, torch.tensor([])]), torch.cat([a.long(), a]).dtype, torch.stack([torch.tensor(1), torch.tensor(2)]))
print(torch.cat([a.t(), a.t()]).shape, torch.cat([a.requires_grad_(), b]).grad_fn is not None)
for bad in (lambda: torch.cat([a, b], 1), lambda: torch.cat([a, b], 2), lambda: torch.stack([a, b]), lambda: torch.cat([a, a[0]])):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
# expect:
# tensor([[0., 1., 2.],
#         [3., 4., 5.],
#         [0., 1., 2.]]) tensor([[0., 1., 2., 0., 1., 2.],
#         [3., 4., 5., 3., 4., 5.]]) torch.Size([3, 3])
# tensor([[[0., 1., 2.],
#          [3., 4., 5.]],
# 
#         [[0., 1., 2.],
#          [3., 4., 5.]]]) torch.Size([2, 2, 3]) tensor([[[0., 1.],
#          [1., 2.],
#          [2., 3.]],
# 
#         [[3., 4.],
#          [4., 5.],
#          [5., 6.]]]) tensor([[0., 3.],
#         [1., 4.],
#         [2., 5.]])
# tensor([[0., 1., 2.],
#         [3., 4., 5.]]) torch.float32 tensor([1, 2])
# torch.Size([6, 2]) True
# RuntimeError Sizes of tensors must match except in dimension 1. Expected size 2 but got size 1 for tensor number 1 in the list.
# IndexError Dimension out of range (expected to be in range of [-2, 1], but got 2)
# RuntimeError stack expects each tensor to be equal size, but got [2, 3] at entry 0 and [1, 3] at entry 1
# RuntimeError Tensors must have same number of dimensions: got 2 and 1
# ---
import torch
# rows that are not aligned
x = torch.arange(5000).float().view(5, 1000)
for shift in (1, 3, 500, 999):
    r = x.roll(shift, 1)
    print(r[0, :3].tolist(), r[4, -2:].tolist(), (r.sum(1) == x.sum(1)).all().item())
print(torch.linspace(0, 1, 7), torch.linspace(3, -3, 4), torch.linspace(2, 5, 1), torch.linspace(0, 10, 100003)[[1, 50001, 50002, 100001]])
torch.manual_seed(0)
print(torch.randint(0, 100, (7,)), torch.randint(-5, 5, (2, 3)), torch.randint(0, 1 << 40, (2,)), torch.randperm(9), torch.randint(3, (4,), dtype=torch.int32))
# expect:
# [999.0, 0.0, 1.0] [4997.0, 4998.0] True
# [997.0, 998.0, 999.0] [4995.0, 4996.0] True
# [500.0, 501.0, 502.0] [4498.0, 4499.0] True
# [1.0, 2.0, 3.0] [4999.0, 4000.0] True
# tensor([0.0000, 0.1667, 0.3333, 0.5000, 0.6667, 0.8333, 1.0000]) tensor([ 3.,  1., -1., -3.]) tensor([2.]) tensor([9.9998e-05, 5.0000e+00, 5.0001e+00, 9.9999e+00])
# tensor([44, 39, 33, 60, 63, 79, 27]) tensor([[-2,  2, -2],
#         [-4,  1,  1]]) tensor([377492290630, 931851835992]) tensor([0, 3, 4, 5, 8, 2, 1, 7, 6]) tensor([2, 1, 2, 0], dtype=torch.int32)
