import numpy as np
import torch
t = torch.zeros(3)
a = t.numpy()
a[0] = 5
t[1] = 7
a += 1
print(t, a, a.dtype)
n = np.arange(4.)
f = torch.from_numpy(n)
f[0] = 9
n[3] = -1
print(f, n)
print(torch.from_numpy(np.arange(3)), torch.tensor(n), torch.as_tensor(n).dtype, torch.Tensor(np.ones((1, 2))))
print(np.asarray(t), np.array(torch.ones(2, 2)).shape, np.asarray(torch.tensor([1, 2])).dtype)
m = torch.arange(6).reshape(2, 3)
print(m.numpy().T, m.T.numpy().shape, m[:, 1].numpy())
print(torch.from_numpy(np.array([[1, 2], [3, 4]])[:, 0]), torch.from_numpy(np.arange(6).reshape(2, 3).T))
print(torch.tensor(np.float32(2.5)), torch.tensor(np.int64(3)), torch.tensor(np.array([True])), torch.tensor([np.float64(1), np.float64(2)]))
print(torch.ones(2) * np.float32(2), torch.ones(2) + np.ones(2), torch.ones(2)[np.array([0])], torch.arange(3)[np.int64(1)])
print(torch.FloatTensor(np.array([1, 2])), torch.LongTensor(np.array([1, 2])))
print(float(torch.tensor(1.5).numpy()), torch.tensor(1.5).numpy(), torch.tensor(3).numpy().item())
print(torch.ones(2, 2).numpy().mean(), np.mean(torch.ones(3).numpy()), np.max(torch.arange(3).numpy()))
print(torch.allclose(torch.from_numpy(n), torch.tensor([9., 1, 2, -1], dtype=torch.float64)))
print(torch.randn(2, 3).detach().numpy().shape, torch.ones(1, requires_grad=True).detach().numpy())
for bad in [lambda: torch.ones(1, requires_grad=True).numpy(), lambda: torch.from_numpy([1]), lambda: torch.from_numpy(np.array(['a'])), lambda: torch.from_numpy(np.arange(3)[::-1]),
            lambda: np.array(torch.ones(1, requires_grad=True))]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, str(error).split('.')[0])
# expect:
# tensor([6., 8., 1.]) [6. 8. 1.] float32
# tensor([ 9.,  1.,  2., -1.], dtype=torch.float64) [ 9.  1.  2. -1.]
# tensor([0, 1, 2]) tensor([ 9.,  1.,  2., -1.], dtype=torch.float64) torch.float64 tensor([[1., 1.]])
# [6. 8. 1.] (2, 2) int64
# [[0 3]
#  [1 4]
#  [2 5]] (3, 2) [1 4]
# tensor([1, 3]) tensor([[0, 3],
#         [1, 4],
#         [2, 5]])
# tensor(2.5000) tensor(3) tensor([True]) tensor([1., 2.], dtype=torch.float64)
# tensor([2., 2.]) tensor([2., 2.], dtype=torch.float64) tensor([1.]) tensor(1)
# tensor([1., 2.]) tensor([1, 2])
# 1.5 1.5 3
# 1.0 1.0 2
# True
# (2, 3) [1.]
# RuntimeError Can't call numpy() on Tensor that requires grad
# TypeError expected np
# TypeError can't convert np
# ValueError At least one stride in the given numpy array is negative, and tensors with negative strides are not currently supported
# RuntimeError Can't call numpy() on Tensor that requires grad
