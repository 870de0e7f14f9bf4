# construct: tensor[a:b], tensor[i], tensor[:b], tensor[-i], tensor[..,:,..], tensor[a:], tensor[tensor-idx], tensor[..,:b,..], store into tensor[...], list[tensor-idx], tuple[tensor-idx], dict[tensor-idx]
import torch
t = torch.arange(12.).reshape(3, 4)
print(t[0], t[-1], t[1:], t[:2], t[0:2], t[:, 1], t[:, :2], t[1, 2], t[..., 0], t[None].shape, t[:, ::2])
print(t[torch.tensor([0, 2])], t[t > 5], t[torch.tensor([True, False, True])], t[[0, 1], [1, 2]])
t[0] = 0; t[1, 1:3] = torch.tensor([7., 8.]); t[t > 9] = -1; t[2][0] = 5
print(t)
names, i = ['a', 'b', 'c'], torch.tensor(2)
print(names[i], tuple(names)[i], ''.join(names[k] for k in torch.tensor([2, 0])), {2: 'two'}.get(i.item()), t[i])
# expect:
# tensor([0., 1., 2., 3.]) tensor([ 8.,  9., 10., 11.]) tensor([[ 4.,  5.,  6.,  7.],
#         [ 8.,  9., 10., 11.]]) tensor([[0., 1., 2., 3.],
#         [4., 5., 6., 7.]]) tensor([[0., 1., 2., 3.],
#         [4., 5., 6., 7.]]) tensor([1., 5., 9.]) tensor([[0., 1.],
#         [4., 5.],
#         [8., 9.]]) tensor(6.) tensor([0., 4., 8.]) torch.Size([1, 3, 4]) tensor([[ 0.,  2.],
#         [ 4.,  6.],
#         [ 8., 10.]])
# tensor([[ 0.,  1.,  2.,  3.],
#         [ 8.,  9., 10., 11.]]) tensor([ 6.,  7.,  8.,  9., 10., 11.]) tensor([[ 0.,  1.,  2.,  3.],
#         [ 8.,  9., 10., 11.]]) tensor([1., 6.])
# tensor([[ 0.,  0.,  0.,  0.],
#         [ 4.,  7.,  8.,  7.],
#         [ 5.,  9., -1., -1.]])
# c c ca two tensor([ 5.,  9., -1., -1.])
# ---
# construct: tensor /, tensor +, tensor *, tensor -, tensor **, operators with a tensor operand
import torch
t = torch.tensor([1., 2., 4.])
print(t / 2, 8 / t, t + 1, 1 + t, t * t, 2 * t, t - 1, 1 - t, t ** 2, 2 ** t, -t, t // 2, t % 3, t @ t, t > 1, t == 2, (t > 1) & (t < 3), ~(t > 1))
t += 1; t *= 2; t -= 1; t /= 2
print(t, t.sum() / len(t), abs(-t))
# expect:
# tensor([0.5000, 1.0000, 2.0000]) tensor([8., 4., 2.]) tensor([2., 3., 5.]) tensor([2., 3., 5.]) tensor([ 1.,  4., 16.]) tensor([2., 4., 8.]) tensor([0., 1., 3.]) tensor([ 0., -1., -3.]) tensor([ 1.,  4., 16.]) tensor([ 2.,  4., 16.]) tensor([-1., -2., -4.]) tensor([0., 1., 2.]) tensor([1., 2., 1.]) tensor(21.) tensor([False,  True,  True]) tensor([False,  True, False]) tensor([False,  True, False]) tensor([ True, False, False])
# tensor([1.5000, 2.5000, 4.5000]) tensor(2.8333) tensor([1.5000, 2.5000, 4.5000])
# ---
# construct: a %-spec applied to a tensor, a spec or {} applied to a tensor
import torch
cost = torch.tensor(0.123456789)
print('%d' % torch.tensor(3), '%.3f' % cost, '%04d' % torch.tensor(7), '%s' % torch.tensor([1, 2]))
print('{}'.format(cost), '{:.6f}'.format(cost), '{:>.9}'.format(cost), '{:.9f}'.format(cost.item()), f'{cost:1.3f} {cost}', '{:>4}'.format(torch.tensor(5)), '{:4d}'.format(torch.tensor(5)))
for template in ('{:d}', '{:.2f}'):
    try: print(template.format(torch.tensor([1.5, 2])))
    except Exception as error: print(type(error).__name__, error)
# expect:
# 3 0.123 0007 tensor([1, 2])
# 0.12345679104328156 0.123457 0.123456791 0.123456791 0.123 0.12345679104328156    5    5
# TypeError unsupported format string passed to Tensor.__format__
# TypeError unsupported format string passed to Tensor.__format__
# ---
# construct: class-base:torch.nn.Module, super()-with-args, with:torch.no_grad
import torch
class Net(torch.nn.Module):
    def __init__(self):
        super(Net, self).__init__()
        self.linear = torch.nn.Linear(2, 1)
    def forward(self, x): return self.linear(x)
net = Net()
with torch.no_grad():
    for p in net.parameters(): p.fill_(0.5)
    print(net(torch.ones(1, 2)).item(), [name for name, _ in net.named_parameters()])
print(net)
# expect:
# 1.5 ['linear.weight', 'linear.bias']
# Net(
#   (linear): Linear(in_features=2, out_features=1, bias=True)
# )
# ---
# construct: ndarray[..,:,..], ndarray[..,[list],..], ndarray[..,a:b,..], ndarray[i], list[ndarray-idx], ndarray[a:], ndarray[a:b], ndarray[-i], ndarray[:b], dict[ndarray-idx], ndarray[::-c], ndarray[tensor-idx], ndarray[..,...,..], store into ndarray[...]
import numpy as np, torch
xy = np.arange(12.).reshape(3, 4)
print(xy[0], xy[-1], xy[1:], xy[:2], xy[0:2], xy[:, 0:-1], xy[:, [-1]], xy[::-1], xy[..., 1], xy[1, 2])
names = ['a', 'b', 'c']
print([names[k] for k in np.array([2, 0])], {0: 'zero'}[np.int64(0)], xy[torch.tensor([0, 1])])
xy[0] = 0; xy[1, 1:3] = [7, 8]
print(xy)
# expect:
# [0. 1. 2. 3.] [ 8.  9. 10. 11.] [[ 4.  5.  6.  7.]
#  [ 8.  9. 10. 11.]] [[0. 1. 2. 3.]
#  [4. 5. 6. 7.]] [[0. 1. 2. 3.]
#  [4. 5. 6. 7.]] [[ 0.  1.  2.]
#  [ 4.  5.  6.]
#  [ 8.  9. 10.]] [[ 3.]
#  [ 7.]
#  [11.]] [[ 8.  9. 10. 11.]
#  [ 4.  5.  6.  7.]
#  [ 0.  1.  2.  3.]] [1. 5. 9.] 6.0
# ['c', 'a'] zero [[0. 1. 2. 3.]
#  [4. 5. 6. 7.]]
# [[ 0.  0.  0.  0.]
#  [ 4.  7.  8.  7.]
#  [ 8.  9. 10. 11.]]
