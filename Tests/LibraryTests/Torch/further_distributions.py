import torch
from torch.distributions import (Cauchy, Geometric, Gumbel, HalfNormal, LogNormal, Multinomial, MultivariateNormal, Normal, OneHotCategorical,
                                 Poisson, kl_divergence)
torch.manual_seed(0)
half = torch.tensor([0.2, 0.5])
for d in (LogNormal(0., half), HalfNormal(half), Cauchy(0., half), Gumbel(half, 1.), Geometric(half)):
    print(type(d).__name__, d.sample((2,)), d.log_prob(torch.tensor(1.)), d.entropy(), d.mean)
d = OneHotCategorical(torch.tensor([0.2, 0.3, 0.5]))
print(d.sample((2,)), d.log_prob(torch.tensor([0., 1., 0.])), d.mode, d.entropy())
d = MultivariateNormal(torch.zeros(2), torch.tensor([[2., 0.5], [0.5, 1.]]))
print(d.sample(), d.log_prob(torch.ones(3, 2)), d.entropy(), d.covariance_matrix, d.variance)
d = Multinomial(4, torch.tensor([0.2, 0.3, 0.5]))
print(d.entropy(), d.log_prob(torch.tensor([1., 1., 2.])))
print(Normal(0., 1.).icdf(torch.tensor([0.1, 0.975])), kl_divergence(Poisson(torch.tensor(2.)), Poisson(torch.tensor(3.))))
for wrong in (lambda: LogNormal(0., 1.).log_prob(torch.tensor(-1.)), lambda: MultivariateNormal(torch.zeros(2)), lambda: Poisson(torch.ones(1)).entropy()):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, str(error)[:60])
# expect:
# LogNormal tensor([[1.3610, 0.8635],
#         [0.6468, 1.3287]]) tensor([ 0.6905, -0.2258]) tensor([-0.1905,  0.7258]) tensor([1.0202, 1.1331])
# HalfNormal tensor([[0.2169, 0.6993],
#         [0.0807, 0.4190]]) tensor([-11.1164,  -1.5326]) tensor([-0.8836,  0.0326]) tensor([0.1596, 0.3989])
# Cauchy tensor([[ 0.0523, -0.3923],
#         [-0.0298, -0.8057]]) tensor([-2.7934, -2.0610]) tensor([0.9216, 1.8379]) tensor([nan, nan])
# Gumbel tensor([[ 0.3405,  1.0233],
#         [ 3.2279, -0.6999]]) tensor([-1.2493, -1.1065]) tensor([1.5772, 1.5772]) tensor([0.7772, 1.0772])
# Geometric tensor([[7., 1.],
#         [5., 0.]]) tensor([-1.8326, -1.3863]) tensor([2.5020, 1.3863]) tensor([4., 1.])
# tensor([[0., 1., 0.],
#         [0., 1., 0.]]) tensor(-1.2040) tensor([0., 0., 1.]) tensor(1.0297)
# tensor([-1.2615, -1.7270]) tensor([-2.6891, -2.6891, -2.6891]) tensor(3.1177) tensor([[2.0000, 0.5000],
#         [0.5000, 1.0000]]) tensor([2.0000, 1.0000])
# tensor(2.3491) tensor(-1.7148)
# tensor([-1.2816,  1.9600]) tensor(0.1891)
# ValueError Expected value argument (Tensor of shape ()) to be within th
# ValueError Exactly one of covariance_matrix or precision_matrix or scal
# NotImplementedError 
