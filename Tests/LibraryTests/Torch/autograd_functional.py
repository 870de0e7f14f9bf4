import torch
from torch.autograd.functional import *
def e(f):
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
x=torch.tensor([1.,2.,3.]); y=torch.tensor([0.5,-1.])
f=lambda x: x.exp().sum()*x; g=lambda a,b: (a.sum()*b, a**2)
print(jacobian(f,x)); print(jacobian(g,(x,y))); print(hessian(lambda x:(x**3).sum()*x[0],x)); print(hessian(lambda a,b:(a**2).sum()*b.sum(),(x,y)))
print(vjp(f,x,torch.ones(3))); print(jvp(f,x,torch.ones(3))); print(vhp(lambda x:(x**3).sum(),x,torch.ones(3))); print(hvp(lambda x:(x**3).sum(),x,torch.ones(3)))
e(lambda: vjp(f,x)); e(lambda: vjp(f,x,torch.ones(2))); e(lambda: hessian(f,x)); e(lambda: jacobian(lambda x: x.detach(),x,strict=True))
print(jacobian(f,x.requires_grad_(),create_graph=True).requires_grad, jacobian(lambda a: torch.ones(2), x))
# expect:
# tensor([[32.9112,  7.3891, 20.0855],
#         [ 5.4366, 44.9710, 40.1711],
#         [ 8.1548, 22.1672, 90.4495]])
# ((tensor([[ 0.5000,  0.5000,  0.5000],
#         [-1.0000, -1.0000, -1.0000]]), tensor([[6., 0.],
#         [0., 6.]])), (tensor([[2., 0., 0.],
#         [0., 4., 0.],
#         [0., 0., 6.]]), tensor([[0., 0.],
#         [0., 0.],
#         [0., 0.]])))
# tensor([[12., 12., 27.],
#         [12., 12.,  0.],
#         [27.,  0., 18.]])
# ((tensor([[-1., -0., -0.],
#         [-0., -1., -0.],
#         [-0., -0., -1.]]), tensor([[2., 2.],
#         [4., 4.],
#         [6., 6.]])), (tensor([[2., 4., 6.],
#         [2., 4., 6.]]), tensor([[0., 0.],
#         [0., 0.]])))
# (tensor([30.1929, 60.3857, 90.5786]), tensor([ 46.5026,  74.5272, 150.7061]))
# (tensor([30.1929, 60.3857, 90.5786]), tensor([ 60.3857,  90.5786, 120.7715]))
# (tensor(36.), tensor([ 6., 12., 18.]))
# (tensor(36.), tensor([ 6., 12., 18.]))
# RuntimeError The vector v can only be None if the user-provided function returns a single Tensor with a single element.
# RuntimeError v has invalid size: should be torch.Size([3]) but got torch.Size([2]).
# RuntimeError The Tensor returned by the function given to hessian should contain a single element
# RuntimeError Output 0 of the user-provided function does not require gradients. The outputs must be computed in a differentiable manner from the input when running in strict mode.
# True tensor([[0., 0., 0.],
#         [0., 0., 0.]])
