extension WrittenLibrary {
  /// Distributions made of others, and those that are met more seldom.
  static let furtherDistributions = #"""


    class LogNormal(Distribution):
        """What has a normal logarithm."""
        arg_constraints = {'loc': _REAL, 'scale': _POSITIVE}
        has_rsample = True

        def __init__(self, loc, scale, validate_args=None):
            self.base_dist = Normal(loc, scale)
            super().__init__(self.base_dist.batch_shape, validate_args=validate_args)

        loc = property(lambda self: self.base_dist.loc)
        scale = property(lambda self: self.base_dist.scale)
        mean = property(lambda self: (self.loc + self.scale.pow(2) / 2).exp())
        mode = property(lambda self: (self.loc - self.scale.square()).exp())
        variance = property(lambda self: torch.expm1(self.scale.pow(2)) * (2 * self.loc + self.scale.pow(2)).exp())

        def sample(self, sample_shape=torch.Size()):
            return self.base_dist.sample(sample_shape).exp()

        def rsample(self, sample_shape=torch.Size()):
            return self.base_dist.rsample(sample_shape).exp()

        def log_prob(self, value):
            self._check(value, value > 0, 'GreaterThan(lower_bound=0.0)')
            return self.base_dist.log_prob(value.log()) - value.log()

        def cdf(self, value):
            return self.base_dist.cdf(value.log())

        def icdf(self, value):
            return self.base_dist.icdf(value).exp()

        def entropy(self):
            return self.base_dist.entropy() + self.loc


    class HalfNormal(Distribution):
        """The magnitude of a normal number around 0."""
        arg_constraints = {'scale': _POSITIVE}
        has_rsample = True

        def __init__(self, scale, validate_args=None):
            self.base_dist = Normal(0, scale)
            super().__init__(self.base_dist.batch_shape, validate_args=validate_args)

        scale = property(lambda self: self.base_dist.scale)
        mean = property(lambda self: self.scale * math.sqrt(2 / math.pi))
        mode = property(lambda self: torch.zeros_like(self.scale))
        variance = property(lambda self: self.scale.pow(2) * (1 - 2 / math.pi))

        def sample(self, sample_shape=torch.Size()):
            return self.base_dist.sample(sample_shape).abs()

        def rsample(self, sample_shape=torch.Size()):
            return self.base_dist.rsample(sample_shape).abs()

        def log_prob(self, value):
            self._check(value, value >= 0, 'GreaterThanEq(lower_bound=0.0)')
            return torch.where(value >= 0, self.base_dist.log_prob(value) + math.log(2), -inf)

        def cdf(self, value):
            return 2 * self.base_dist.cdf(value) - 1

        def icdf(self, value):
            return self.base_dist.icdf((value + 1) / 2)

        def entropy(self):
            return self.base_dist.entropy() - math.log(2)


    class Cauchy(Distribution):
        """1 / (π · scale · (1 + ((x − loc) / scale)²))."""
        arg_constraints = {'loc': _REAL, 'scale': _POSITIVE}
        has_rsample = True

        def __init__(self, loc, scale, validate_args=None):
            self.loc, self.scale = _broadcast(loc, scale)
            super().__init__(torch.Size() if _all_numbers(loc, scale) else self.loc.size(), validate_args=validate_args)

        mean = property(lambda self: torch.full(self._extended_shape(), nan, dtype=self.loc.dtype))
        mode = property(lambda self: self.loc)
        variance = property(lambda self: torch.full(self._extended_shape(), inf, dtype=self.loc.dtype))

        def rsample(self, sample_shape=torch.Size()):
            return self.loc + self.loc.new_empty(self._extended_shape(sample_shape)).cauchy_() * self.scale

        def log_prob(self, value):
            self._check(value, _real(value), 'Real()')
            return -math.log(math.pi) - self.scale.log() - (((value - self.loc) / self.scale) ** 2).log1p()

        def cdf(self, value):
            return torch.atan((value - self.loc) / self.scale) / math.pi + 0.5

        def icdf(self, value):
            return torch.tan(math.pi * (value - 0.5)) * self.scale + self.loc

        def entropy(self):
            return math.log(4 * math.pi) + self.scale.log()


    class Gumbel(Distribution):
        """The largest of many: exp(−z − exp(−z)) with z = (x − loc) / scale."""
        arg_constraints = {'loc': _REAL, 'scale': _POSITIVE}
        has_rsample = True
        _euler = 0.57721566490153286060

        def __init__(self, loc, scale, validate_args=None):
            self.loc, self.scale = _broadcast(loc, scale)
            super().__init__(torch.Size() if _all_numbers(loc, scale) else self.loc.size(), validate_args=validate_args)

        mean = property(lambda self: self.loc + self.scale * self._euler)
        mode = property(lambda self: self.loc)
        stddev = property(lambda self: (math.pi / math.sqrt(6)) * self.scale)
        variance = property(lambda self: self.stddev.pow(2))

        def rsample(self, sample_shape=torch.Size()):
            info = torch.finfo(self.loc.dtype)
            rand = torch.rand(self._extended_shape(sample_shape), dtype=self.loc.dtype)
            u = info.tiny + rand * ((1 - info.eps) - info.tiny)
            return self.loc + -self.scale * (-u.log()).log()

        def log_prob(self, value):
            self._check(value, _real(value), 'Real()')
            y = (self.loc - value) / self.scale
            return (y - y.exp()) - self.scale.log()

        def entropy(self):
            return self.scale.log() + (1 + self._euler)


    class Geometric(Distribution):
        """How many trials fail before the first success."""
        arg_constraints = {'probs': (lambda x: (x > 0) & (x <= 1), 'Interval(lower_bound=0.0, upper_bound=1.0)'), 'logits': _REAL}

        def __init__(self, probs=None, logits=None, validate_args=None):
            if (probs is None) == (logits is None):
                raise ValueError('Either `probs` or `logits` must be specified, but not both.')
            given = probs if probs is not None else logits
            (value,) = _broadcast(given)
            if probs is not None:
                self.probs = value
            else:
                self.logits = value
            super().__init__(torch.Size() if _all_numbers(given) else value.size(), validate_args=validate_args)

        __getattr__ = Bernoulli.__getattr__
        mean = property(lambda self: 1.0 / self.probs - 1.0)
        mode = property(lambda self: torch.zeros_like(self.probs))
        variance = property(lambda self: (1.0 / self.probs - 1.0) / self.probs)

        def sample(self, sample_shape=torch.Size()):
            with torch.no_grad():
                u = self.probs.new_empty(self._extended_shape(sample_shape)).uniform_(torch.finfo(self.probs.dtype).tiny, 1)
                return (u.log() / (-self.probs).log1p()).floor()

        def log_prob(self, value):
            self._check(value, (value >= 0) & (value == value.floor()), 'IntegerGreaterThan(lower_bound=0)')
            value, probs = torch.broadcast_tensors(value, self.probs)
            probs = torch.where((probs == 1) & (value == 0), torch.zeros_like(probs), probs)
            return value * (-probs).log1p() + self.probs.log()

        def entropy(self):
            return torch.nn.functional.binary_cross_entropy_with_logits(self.logits, self.probs, reduction='none') / self.probs


    class OneHotCategorical(Distribution):
        """Classes as vectors of zeros and a single one."""
        arg_constraints = {'probs': Categorical.arg_constraints['probs'], 'logits': Categorical.arg_constraints['logits']}

        def __init__(self, probs=None, logits=None, validate_args=None):
            self._categorical = Categorical(probs, logits)
            super().__init__(self._categorical.batch_shape, self._categorical.param_shape[-1:], validate_args=validate_args)

        probs = property(lambda self: self._categorical.probs)
        logits = property(lambda self: self._categorical.logits)
        param_shape = property(lambda self: self._categorical.param_shape)
        mean = property(lambda self: self.probs)
        variance = property(lambda self: self.probs * (1 - self.probs))

        @property
        def mode(self):
            return torch.nn.functional.one_hot(self.probs.argmax(dim=-1), self.event_shape[-1]).to(self.probs.dtype)

        def sample(self, sample_shape=torch.Size()):
            drawn = self._categorical.sample(torch.Size(sample_shape))
            return torch.nn.functional.one_hot(drawn, self.event_shape[-1]).to(self.probs)

        def log_prob(self, value):
            self._check(value, ((value == 0) | (value == 1)).all(-1) & (value.sum(-1) == 1), 'OneHot()')
            return self._categorical.log_prob(value.max(-1)[1])

        def entropy(self):
            return self._categorical.entropy()

        def __repr__(self):
            return f'{type(self).__name__}()'


    class MultivariateNormal(Distribution):
        """Normal vectors: a mean, and a covariance, its inverse or its Cholesky factor."""
        has_rsample = True

        def __init__(self, loc, covariance_matrix=None, precision_matrix=None, scale_tril=None, validate_args=None):
            if loc.dim() < 1:
                raise ValueError('loc must be at least one-dimensional.')
            given = [m for m in (covariance_matrix, scale_tril, precision_matrix) if m is not None]
            if len(given) != 1:
                raise ValueError('Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.')
            if given[0].dim() < 2:
                raise ValueError('the matrix must be at least two-dimensional, with optional leading batch dimensions')
            if scale_tril is None:
                scale_tril = torch.linalg.cholesky(
                    covariance_matrix if covariance_matrix is not None else torch.linalg.inv(precision_matrix))
            batch = torch.broadcast_shapes(scale_tril.shape[:-2], loc.shape[:-1])
            self.loc = loc.expand(tuple(batch) + tuple(loc.shape[-1:]))
            self.scale_tril = scale_tril.expand(tuple(batch) + tuple(scale_tril.shape[-2:]))
            super().__init__(batch, loc.shape[-1:], validate_args=validate_args)

        mean = property(lambda self: self.loc)
        mode = property(lambda self: self.loc)
        variance = property(lambda self: self.scale_tril.pow(2).sum(-1))
        covariance_matrix = property(lambda self: self.scale_tril @ self.scale_tril.mT)
        precision_matrix = property(lambda self: torch.linalg.inv(self.covariance_matrix))

        def rsample(self, sample_shape=torch.Size()):
            eps = torch.empty(self._extended_shape(sample_shape), dtype=self.loc.dtype).normal_()
            return self.loc + (self.scale_tril @ eps.unsqueeze(-1)).squeeze(-1)

        def _half_log_det(self):
            return torch.diagonal(self.scale_tril, dim1=-2, dim2=-1).log().sum(-1)

        def log_prob(self, value):
            self._check(value, _real(value), 'IndependentConstraint(Real(), 1)')
            off = (value - self.loc).unsqueeze(-1)
            scaled = torch.linalg.solve_triangular(self.scale_tril.expand(off.shape[:-2] + self.scale_tril.shape[-2:]), off, upper=False)
            size = scaled.squeeze(-1).pow(2).sum(-1)
            return -0.5 * (self.event_shape[0] * math.log(2 * math.pi) + size) - self._half_log_det()

        def entropy(self):
            return 0.5 * self.event_shape[0] * (1.0 + math.log(2 * math.pi)) + self._half_log_det()

        def __repr__(self):
            return f'MultivariateNormal(loc: {self.loc.size()}, scale_tril: {self.scale_tril.size()})'
    """#
}
