# Distributions: densities, means, entropies and draws with their gradients; divergences.
D = torch.distributions
positive = lambda *shape: real(*shape, low=0.3, high=2)
share = lambda *shape: real(*shape, low=0.1, high=0.9)


def distribution(name, make, value, *parameters, draws=True, entropy=True, moments=True):
    def function(value, *parameters):
        made = make(*parameters)
        value = value if value.requires_grad else value.to(parameters[0].dtype)
        found = [made.log_prob(value)]
        if moments:
            found += [made.mean, made.variance]
        if entropy:
            found.append(made.entropy())
        if draws:
            found.append(made.rsample((2,)))
        return found
    case(f'distributions.{name}', function, value, *parameters)


distribution('Normal', lambda m, s: D.Normal(m, s), real(3), real(3), positive(3))
distribution('Normal', lambda m: D.Normal(m, 1.0), real(2, 3), real(3))
distribution('Uniform', lambda a, b: D.Uniform(a, b), real(3, low=0.1, high=0.4), real(3, low=-2, high=-1), real(3, low=1, high=2))
distribution('Laplace', lambda m, s: D.Laplace(m, s), real(3), real(3), positive(3))
distribution('Exponential', lambda r: D.Exponential(r), positive(3), positive(3))
distribution('Bernoulli', lambda p: D.Bernoulli(p), whole(3, high=2).float(), share(3), draws=False)
distribution('Bernoulli', lambda z: D.Bernoulli(logits=z), whole(3, high=2).float(), real(3), draws=False)
distribution('Categorical', lambda p: D.Categorical(p), torch.tensor([0, 2]), share(2, 3), draws=False, moments=False)
distribution('Categorical', lambda z: D.Categorical(logits=z), torch.tensor([0, 2]), real(2, 3), draws=False, moments=False)
distribution('Multinomial', lambda p: D.Multinomial(4, p), torch.tensor([1.0, 1.0, 2.0]), share(3), draws=False, entropy=False)
distribution('Poisson', lambda r: D.Poisson(r), whole(3), positive(3), draws=False, entropy=False)
distribution('Independent', lambda m, s: D.Independent(D.Normal(m, s), 1), real(3), real(3), positive(3))
distribution('Gamma', lambda a, b: D.Gamma(a, b), positive(3), positive(3), positive(3), draws=False)
distribution('Beta', lambda a, b: D.Beta(a, b), share(3), positive(3), positive(3), draws=False)
distribution('Dirichlet', lambda a: D.Dirichlet(a), torch.tensor([0.2, 0.3, 0.5]), positive(3), draws=False)
distribution('StudentT', lambda n: D.StudentT(n + 3), real(3), positive(3), draws=False)
distribution('Cauchy', lambda m, s: D.Cauchy(m, s), real(3), real(3), positive(3), moments=False)
distribution('Gumbel', lambda m, s: D.Gumbel(m, s), real(3), real(3), positive(3))
distribution('LogNormal', lambda m, s: D.LogNormal(m, s), positive(3), real(3), share(3), draws=False)
distribution('HalfNormal', lambda s: D.HalfNormal(s), positive(3), positive(3))
distribution('Geometric', lambda p: D.Geometric(p), whole(3), share(3), draws=False)
distribution('Binomial', lambda p: D.Binomial(5, p), whole(3, high=5), share(3), draws=False, entropy=False)
distribution('OneHotCategorical', lambda p: D.OneHotCategorical(p), torch.tensor([0.0, 1.0, 0.0]), share(3), draws=False)
distribution('MultivariateNormal', lambda m: D.MultivariateNormal(m, torch.tensor([[2.0, 0.5], [0.5, 1.0]], dtype=torch.float64)), real(2), real(2))
distribution('Chi2', lambda n: D.Chi2(n), positive(3), positive(3), draws=False)
for name, function in (('Normal', lambda m, s: [D.Normal(m, s).cdf(m + 0.3), D.Normal(m, s).icdf(s * 0.4), D.Normal(m, s).stddev]),
                       ('Uniform', lambda m, s: [D.Uniform(m, m + s).cdf(m + 0.1)]), ('Laplace', lambda m, s: [D.Laplace(m, s).cdf(m + 0.1)])):
    case(f'distributions.{name}', function, real(3), positive(3))
for name, make in (('Normal', lambda a, b: D.Normal(a, b)), ('Laplace', lambda a, b: D.Laplace(a, b)), ('Uniform', lambda a, b: D.Uniform(a - b, a + b))):
    case(f'distributions.{name} distributions.kl_divergence', lambda a, b, c, d, make=make: D.kl_divergence(make(a, b * 0.1), make(c * 0.1, d + 2)),
         real(3), share(3), real(3), share(3))
for name, make in (('Bernoulli', lambda p: D.Bernoulli(p)), ('Categorical', lambda p: D.Categorical(p)), ('Exponential', lambda p: D.Exponential(p)),
                   ('Poisson', lambda p: D.Poisson(p))):
    case(f'distributions.{name} distributions.kl_divergence', lambda p, q, make=make: D.kl_divergence(make(p), make(q)), share(3), share(3))
for name, make in (('Bernoulli', lambda p: D.Bernoulli(p)), ('Categorical', lambda p: D.Categorical(p)), ('Multinomial', lambda p: D.Multinomial(3, p)),
                   ('Poisson', lambda p: D.Poisson(p)), ('Normal', lambda p: D.Normal(p, 1.0))):
    case(f'distributions.{name}', lambda p, make=make: make(p).sample((3,)), torch.tensor([0.2, 0.5, 0.3]))
