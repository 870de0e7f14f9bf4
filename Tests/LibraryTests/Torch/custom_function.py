import torch
from torch.autograd import Function, gradcheck

seen = []

class Cube(Function):
    @staticmethod
    def forward(ctx, x, factor):
        ctx.save_for_backward(x)
        ctx.factor = factor
        return factor * x ** 3

    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        seen.append(ctx.needs_input_grad)
        return 3 * ctx.factor * grad * x ** 2, None

x = torch.tensor([1., -2.], dtype=torch.float64, requires_grad=True)
y = Cube.apply(x, 2.0)
print(y)
y.sum().backward()
print(x.grad)
g, = torch.autograd.grad(Cube.apply(x, 1.0).sum(), x, create_graph=True)
print(torch.autograd.grad(g.sum(), x))
print(seen[0])
print(gradcheck(lambda t: Cube.apply(t, 3.0), (x,)))
# expect:
# tensor([  2., -16.], dtype=torch.float64, grad_fn=<CubeBackward>)
# tensor([ 6., 24.], dtype=torch.float64)
# (tensor([  6., -12.], dtype=torch.float64),)
# (True, False)
# True
# ---
# Saved results, two inputs and outputs, straight-through identity, setup_context.
import torch

class Exp(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = x.exp()
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, g):
        return g * ctx.saved_tensors[0]

class Both(torch.autograd.Function):
    @staticmethod
    def forward(a, b):
        return a + b, a * b

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)

    @staticmethod
    def backward(ctx, gs, gp):
        a, b = ctx.saved_tensors
        return gs + gp * b, gs + gp * a

class Round(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.round()

    @staticmethod
    def backward(ctx, g):
        return g

class Same(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x

    @staticmethod
    def backward(ctx, g):
        return -g

x = torch.tensor([0.5, 1.5], requires_grad=True)
g, = torch.autograd.grad(Exp.apply(x).sum(), x, create_graph=True)
print(g, torch.autograd.grad(g.sum(), x))
b = torch.tensor([2., 3.], requires_grad=True)
s, p = Both.apply(x, b)
p.sum().backward()
print(s, p, x.grad, b.grad)
x.grad = None
Round.apply(x * 2).sum().backward()
print(x.grad)
y = Same.apply(x)
print(y is x, y.requires_grad)
x.grad = None
y.sum().backward()
print(x.grad)
with torch.no_grad():
    print(Exp.apply(x).requires_grad)

class Wrong(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return g, g

for function in (Wrong, torch.autograd.Function):
    try:
        function.apply(x).sum().backward()
    except Exception as error:
        print(type(error).__name__, error)
# expect:
# tensor([1.6487, 4.4817], grad_fn=<MulBackward0>) (tensor([1.6487, 4.4817]),)
# tensor([2.5000, 4.5000], grad_fn=<BothBackward>) tensor([1.0000, 4.5000], grad_fn=<BothBackward>) tensor([2., 3.]) tensor([0.5000, 1.5000])
# tensor([2., 2.])
# False True
# tensor([-1., -1.])
# False
# RuntimeError function WrongBackward returned an incorrect number of gradients (expected 1, got 2)
# NotImplementedError You must implement the forward function for custom autograd.Function.
