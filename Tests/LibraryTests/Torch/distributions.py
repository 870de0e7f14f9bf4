import torch
from torch.distributions import *
def e(f):
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
torch.manual_seed(3)
n=Normal(torch.tensor([0.,1.],requires_grad=True),torch.tensor([1.,2.])); print(n, n.sample(), n.sample((3,)), n.rsample((2,)), n.log_prob(torch.tensor([0.5,0.5])), n.entropy(), n.mean, n.variance, n.cdf(torch.tensor(0.2)), n.batch_shape)
n1=Normal(0,1); print(n1, n1.sample(), n1.sample((20,)), n1.log_prob(torch.tensor(1.)), n1.stddev)
print(kl_divergence(n,n1), kl_divergence(Normal(1.,2.),Normal(0.,3.)))
c=Categorical(torch.tensor([0.1,0.2,0.7])); print(c, c.sample(), c.sample((5,)), c.log_prob(torch.tensor([0,2])), c.entropy(), c.probs, c.logits, c.mode)
c2=Categorical(logits=torch.randn(2,4)); print(c2, c2.sample((3,)), c2.log_prob(torch.tensor([1,3])), c2.entropy(), kl_divergence(c2,Categorical(logits=torch.randn(2,4))))
b=Bernoulli(torch.tensor([0.3,0.9])); print(b, b.sample((4,)), b.log_prob(torch.tensor([1.,0.])), b.entropy(), b.logits, b.mean, b.variance, kl_divergence(b,Bernoulli(logits=torch.tensor([0.1,-1.]))))
print(Bernoulli(0.3).sample(), Bernoulli(logits=torch.tensor(1.)))
u=Uniform(torch.tensor([0.,-1.]),torch.tensor([1.,3.])); print(u,u.sample((2,)),u.rsample(),u.log_prob(torch.tensor([0.5,2.])),u.entropy(),u.mean,u.variance,u.cdf(torch.tensor(0.3)),kl_divergence(u,Uniform(-2.,4.)))
print(Uniform(0,1).sample((2,2)))
x=Exponential(torch.tensor([1.,2.])); print(x,x.sample((2,)),x.log_prob(torch.tensor([1.,1.])),x.entropy(),kl_divergence(x,Exponential(3.)))
l=Laplace(0.,torch.tensor(1.)); print(l,l.sample((3,)),l.log_prob(torch.tensor(1.)),l.entropy())
i=Independent(Normal(torch.zeros(2,3),torch.ones(2,3)),1); print(i, i.log_prob(torch.ones(2,3)), i.entropy(), i.batch_shape,i.event_shape)
e(lambda: Normal(torch.zeros(2),torch.ones(3)))
n=Normal(torch.tensor([0.,1.],requires_grad=True),torch.tensor([1.,2.])); n.rsample((3,)).sum().backward(); print(n.loc.grad)
# expect:
# Normal(loc: torch.Size([2]), scale: torch.Size([2])) tensor([0.8033, 1.3497]) tensor([[ 0.0890, -0.2274],
#         [ 0.0462, -1.7365],
#         [ 0.3375,  3.0222]]) tensor([[-1.4352,  2.9549],
#         [ 0.5220,  3.4758]], grad_fn=<AddBackward0>) tensor([-1.0439, -1.6433], grad_fn=<SubBackward0>) tensor([1.4189, 2.1121]) tensor([0., 1.], requires_grad=True) tensor([1., 4.]) tensor([0.5793, 0.3446], grad_fn=<MulBackward0>) torch.Size([2])
# Normal(loc: 0.0, scale: 1.0) tensor(-0.8646) tensor([-0.3448,  0.4937, -0.0776, -1.8054, -0.4554,  2.2124, -0.3770, -0.1437,
#          0.6480, -2.3256,  1.2683, -0.2483,  0.9578, -1.2890, -1.6483,  0.8290,
#         -0.8373, -0.5296,  1.3544,  1.3778]) tensor(-1.4189) tensor(1.)
# tensor([0.0000, 1.3069], grad_fn=<MulBackward0>) tensor(0.1832)
# Categorical(probs: torch.Size([3]), logits: torch.Size([3])) tensor(0) tensor([2, 1, 2, 2, 2]) tensor([-2.3026, -0.3567]) tensor(0.8018) tensor([0.1000, 0.2000, 0.7000]) tensor([-2.3026, -1.6094, -0.3567]) tensor(2)
# Categorical(probs: torch.Size([2, 4]), logits: torch.Size([2, 4])) tensor([[0, 1],
#         [0, 2],
#         [2, 2]]) tensor([-1.9731, -2.5213]) tensor([1.2348, 1.1723]) tensor([0.6629, 0.1178])
# Bernoulli(probs: torch.Size([2]), logits: torch.Size([2])) tensor([[1., 1.],
#         [0., 1.],
#         [0., 1.],
#         [0., 1.]]) tensor([-1.2040, -2.3026]) tensor([0.6109, 0.3251]) tensor([-0.8473,  2.1972]) tensor([0.3000, 0.9000]) tensor([0.2100, 0.0900]) tensor([0.1035, 0.8882])
# tensor(0.) Bernoulli(logits: 1.0)
# Uniform(low: torch.Size([2]), high: torch.Size([2])) tensor([[ 0.3795, -0.5004],
#         [ 0.5978,  1.9211]]) tensor([ 0.7907, -0.8818]) tensor([ 0.0000, -1.3863]) tensor([0.0000, 1.3863]) tensor([0.5000, 1.0000]) tensor([0.0833, 1.3333]) tensor([0.3000, 0.3250]) tensor([1.7918, 0.4055])
# tensor([[0.4338, 0.0182],
#         [0.5061, 0.5221]])
# Exponential(rate: torch.Size([2])) tensor([[0.3592, 0.2686],
#         [0.1341, 1.0074]]) tensor([-1.0000, -1.3069]) tensor([1.0000, 0.3069]) tensor([0.9014, 0.0945])
# Laplace(loc: 0.0, scale: 1.0) tensor([3.6963, 0.1647, 4.5470]) tensor(-1.6931) tensor(1.6931)
# Independent(Normal(loc: torch.Size([2, 3]), scale: torch.Size([2, 3])), 1) tensor([-4.2568, -4.2568]) tensor([4.2568, 4.2568]) torch.Size([2]) torch.Size([3])
# RuntimeError The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0
# tensor([3., 3.])
