extension WrittenLibrary {
  /// `torch.distributions`: probability distributions.
  static let distributions = commonDistributions + furtherDistributions

  private static let commonDistributions = #"""
    """Probability distributions: sample, rsample, log_prob, entropy, kl_divergence."""
    import math
    import torch
    from torch import nan, inf


    class Distribution:
        """A distribution over tensors: `batch_shape` independent ones, each over values of `event_shape`."""
        has_rsample = False

        def __init__(self, batch_shape=torch.Size(), event_shape=torch.Size(), validate_args=None):
            self._batch_shape = torch.Size(batch_shape)
            self._event_shape = torch.Size(event_shape)
            self._validate = validate_args is not False
            if self._validate:
                for name, (test, text) in self.arg_constraints.items():
                    value = self.__dict__.get(name)
                    if value is not None and not bool(test(value).all()):
                        raise ValueError(
                            f'Expected parameter {name} ({type(value).__name__} of shape {tuple(value.shape)}) of distribution '
                            f'{self!r} to satisfy the constraint {text}, but found invalid values:\n{value}')

        arg_constraints = {}

        @property
        def batch_shape(self):
            return self._batch_shape

        @property
        def event_shape(self):
            return self._event_shape

        def _extended_shape(self, sample_shape=torch.Size()):
            return torch.Size(tuple(sample_shape) + tuple(self._batch_shape) + tuple(self._event_shape))

        def sample(self, sample_shape=torch.Size()):
            """A draw, without gradients."""
            with torch.no_grad():
                return self.rsample(sample_shape)

        def rsample(self, sample_shape=torch.Size()):
            """A draw through which gradients flow into the parameters."""
            raise NotImplementedError

        def sample_n(self, n):
            return self.sample(torch.Size((n,)))

        def log_prob(self, value):
            raise NotImplementedError

        def entropy(self):
            raise NotImplementedError

        def perplexity(self):
            return torch.exp(self.entropy())

        @property
        def stddev(self):
            return self.variance.sqrt()

        def _check(self, value, inside, text):
            if self._validate:
                if not isinstance(value, torch.Tensor):
                    raise ValueError('The value argument to log_prob must be a Tensor')
                if not bool(inside.all()):
                    raise ValueError(
                        f'Expected value argument ({type(value).__name__} of shape {tuple(value.shape)}) to be within the support '
                        f'({text}) of the distribution {self!r}, but found invalid values:\n{value}')

        def __repr__(self):
            parts = []
            for name in self.arg_constraints:
                value = self.__dict__.get(name)
                if value is not None:
                    parts.append(f'{name}: {value if value.numel() == 1 else value.size()}')
            return f'{type(self).__name__}({", ".join(parts)})'


    def _broadcast(*values):
        """The values as tensors of one shape; numbers take the tensors' type."""
        first = next((v for v in values if isinstance(v, torch.Tensor)), None)
        dtype = torch.get_default_dtype() if first is None else first.dtype
        tensors = [v if isinstance(v, torch.Tensor) else torch.tensor(v, dtype=dtype) for v in values]
        if all(t.shape == tensors[0].shape for t in tensors):
            return tensors
        return torch.broadcast_tensors(*tensors)


    def _all_numbers(*values):
        return all(not isinstance(v, torch.Tensor) for v in values)


    def _real(x):
        return x == x


    _REAL = (_real, 'Real()')
    _POSITIVE = (lambda x: x > 0, 'GreaterThan(lower_bound=0.0)')
    _NONNEGATIVE = (lambda x: x >= 0, 'GreaterThanEq(lower_bound=0.0)')
    _UNIT = (lambda x: (x >= 0) & (x <= 1), 'Interval(lower_bound=0.0, upper_bound=1.0)')


    class Normal(Distribution):
        """N(loc, scale²)."""
        arg_constraints = {'loc': _REAL, 'scale': _POSITIVE}
        has_rsample = True

        def __init__(self, loc, scale, validate_args=None):
            self.loc, self.scale = _broadcast(loc, scale)
            shape = torch.Size() if _all_numbers(loc, scale) else self.loc.size()
            super().__init__(shape, validate_args=validate_args)

        mean = property(lambda self: self.loc)
        mode = property(lambda self: self.loc)
        stddev = property(lambda self: self.scale)
        variance = property(lambda self: self.stddev.pow(2))

        def sample(self, sample_shape=torch.Size()):
            shape = self._extended_shape(sample_shape)
            with torch.no_grad():
                return torch.normal(self.loc.expand(shape), self.scale.expand(shape))

        def rsample(self, sample_shape=torch.Size()):
            shape = self._extended_shape(sample_shape)
            eps = torch.empty(shape, dtype=self.loc.dtype).normal_()
            return self.loc + eps * self.scale

        def log_prob(self, value):
            self._check(value, _real(value), 'Real()')
            var = self.scale ** 2
            return -((value - self.loc) ** 2) / (2 * var) - self.scale.log() - math.log(math.sqrt(2 * math.pi))

        def cdf(self, value):
            return 0.5 * (1 + torch.erf((value - self.loc) * self.scale.reciprocal() / math.sqrt(2)))

        def icdf(self, value):
            return self.loc + self.scale * torch.erfinv(2 * value - 1) * math.sqrt(2)

        def entropy(self):
            return 0.5 + 0.5 * math.log(2 * math.pi) + torch.log(self.scale)


    class Uniform(Distribution):
        """Even over [low, high)."""
        arg_constraints = {'low': _REAL, 'high': _REAL}
        has_rsample = True

        def __init__(self, low, high, validate_args=None):
            self.low, self.high = _broadcast(low, high)
            shape = torch.Size() if _all_numbers(low, high) else self.low.size()
            super().__init__(shape, validate_args=validate_args)
            if self._validate and not bool((self.low < self.high).all()):
                raise ValueError(
                    f'Expected parameter low (Tensor of shape {tuple(self.low.shape)}) of distribution {self!r} to satisfy the '
                    f'constraint LessThan(upper_bound={self.high}), but found invalid values:\n{self.low}')

        mean = property(lambda self: (self.high + self.low) / 2)
        stddev = property(lambda self: (self.high - self.low) / 12 ** 0.5)
        variance = property(lambda self: (self.high - self.low).pow(2) / 12)

        def rsample(self, sample_shape=torch.Size()):
            shape = self._extended_shape(sample_shape)
            rand = torch.rand(shape, dtype=self.low.dtype)
            return self.low + rand * (self.high - self.low)

        def log_prob(self, value):
            if self._validate:
                self._check(value, (value >= self.low) & (value <= self.high),
                            f'Interval(lower_bound={self.low}, upper_bound={self.high})')
            inside = self.low.le(value).type_as(self.low) * self.high.gt(value).type_as(self.low)
            return torch.log(inside) - torch.log(self.high - self.low)

        def cdf(self, value):
            return ((value - self.low) / (self.high - self.low)).clamp(min=0, max=1)

        def icdf(self, value):
            return value * (self.high - self.low) + self.low

        def entropy(self):
            return torch.log(self.high - self.low)


    def _logits_to_probs(logits, is_binary=False):
        return torch.sigmoid(logits) if is_binary else torch.softmax(logits, dim=-1)


    def _probs_to_logits(probs, is_binary=False):
        tiny = torch.finfo(probs.dtype).eps
        clamped = probs.clamp(min=tiny, max=1 - tiny)
        if is_binary:
            return torch.log(clamped) - torch.log1p(-clamped)
        return torch.log(clamped)


    class Bernoulli(Distribution):
        """1 with probability `probs`, else 0; or `logits`, the log-odds."""
        arg_constraints = {'probs': _UNIT, 'logits': _REAL}

        def __init__(self, probs=None, logits=None, validate_args=None):
            if (probs is None) == (logits is None):
                raise ValueError('Either `probs` or `logits` must be specified, but not both.')
            given = probs if probs is not None else logits
            value = given if isinstance(given, torch.Tensor) else torch.tensor(float(given))
            self._by_probs = probs is not None
            if self._by_probs:
                self.probs = value
            else:
                self.logits = value
            super().__init__(value.size() if isinstance(given, torch.Tensor) else torch.Size(), validate_args=validate_args)

        def __getattr__(self, name):
            if name == 'logits' and 'probs' in self.__dict__:
                self.logits = _probs_to_logits(self.probs, is_binary=True)
                return self.logits
            if name == 'probs' and 'logits' in self.__dict__:
                self.probs = _logits_to_probs(self.logits, is_binary=True)
                return self.probs
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

        mean = property(lambda self: self.probs)
        variance = property(lambda self: self.probs * (1 - self.probs))
        param_shape = property(lambda self: self.batch_shape)

        @property
        def mode(self):
            mode = (self.probs >= 0.5).to(self.probs)
            mode[self.probs == 0.5] = nan
            return mode

        def sample(self, sample_shape=torch.Size()):
            with torch.no_grad():
                return torch.bernoulli(self.probs.expand(self._extended_shape(sample_shape)))

        def log_prob(self, value):
            self._check(value, (value == 0) | (value == 1), 'Boolean()')
            logits, value = torch.broadcast_tensors(self.logits, value)
            return -torch.nn.functional.binary_cross_entropy_with_logits(logits, value, reduction='none')

        def entropy(self):
            return torch.nn.functional.binary_cross_entropy_with_logits(self.logits, self.probs, reduction='none')


    class Categorical(Distribution):
        """Classes 0…K−1 by unnormalised `probs` or `logits` of shape [*, K]."""
        arg_constraints = {'probs': (lambda p: (p >= 0) & ((p.sum(-1, keepdim=True) - 1).abs() < 1e-6), 'Simplex()'),
                           'logits': (_real, 'IndependentConstraint(Real(), 1)')}

        def __init__(self, probs=None, logits=None, validate_args=None):
            if (probs is None) == (logits is None):
                raise ValueError('Either `probs` or `logits` must be specified, but not both.')
            if probs is not None:
                if probs.dim() < 1:
                    raise ValueError('`probs` parameter must be at least one-dimensional.')
                self.probs = probs / probs.sum(-1, keepdim=True)
            else:
                if logits.dim() < 1:
                    raise ValueError('`logits` parameter must be at least one-dimensional.')
                self.logits = logits - logits.logsumexp(dim=-1, keepdim=True)
            self._param = self.probs if probs is not None else self.logits
            self._num_events = self._param.size()[-1]
            super().__init__(self._param.size()[:-1], validate_args=validate_args)

        def __getattr__(self, name):
            if name == 'logits' and 'probs' in self.__dict__:
                self.logits = _probs_to_logits(self.probs)
                return self.logits
            if name == 'probs' and 'logits' in self.__dict__:
                self.probs = _logits_to_probs(self.logits)
                return self.probs
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

        param_shape = property(lambda self: self._param.size())
        mean = property(lambda self: torch.full(self._extended_shape(), nan, dtype=self.probs.dtype))
        variance = property(lambda self: torch.full(self._extended_shape(), nan, dtype=self.probs.dtype))
        mode = property(lambda self: self.probs.argmax(dim=-1))

        def sample(self, sample_shape=torch.Size()):
            sample_shape = torch.Size(sample_shape)
            table = self.probs.reshape(-1, self._num_events)
            drawn = torch.multinomial(table, sample_shape.numel(), True).T
            return drawn.reshape(self._extended_shape(sample_shape))

        def log_prob(self, value):
            self._check(value, (value >= 0) & (value < self._num_events) & (value == value.long()),
                        f'IntegerInterval(lower_bound=0, upper_bound={self._num_events - 1})')
            value = value.long().unsqueeze(-1)
            value, log_pmf = torch.broadcast_tensors(value, self.logits)
            return log_pmf.gather(-1, value[..., :1]).squeeze(-1)

        def entropy(self):
            logits = torch.clamp(self.logits, min=torch.finfo(self.logits.dtype).min)
            return -(logits * self.probs).sum(-1)

        def enumerate_support(self, expand=True):
            values = torch.arange(self._num_events).view((-1,) + (1,) * len(self._batch_shape))
            return values.expand((-1,) + tuple(self._batch_shape)) if expand else values


    class Multinomial(Distribution):
        """How often each class comes in total_count draws."""
        arg_constraints = {'probs': Categorical.arg_constraints['probs'], 'logits': Categorical.arg_constraints['logits']}

        def __init__(self, total_count=1, probs=None, logits=None, validate_args=None):
            if not isinstance(total_count, int):
                raise NotImplementedError('inhomogeneous total_count is not supported')
            self.total_count = total_count
            self._categorical = Categorical(probs=probs, logits=logits)
            super().__init__(self._categorical.batch_shape, self._categorical.param_shape[-1:], validate_args=validate_args)

        probs = property(lambda self: self._categorical.probs)
        logits = property(lambda self: self._categorical.logits)
        mean = property(lambda self: self.probs * self.total_count)
        variance = property(lambda self: self.total_count * self.probs * (1 - self.probs))

        def sample(self, sample_shape=torch.Size()):
            sample_shape = torch.Size(sample_shape)
            samples = self._categorical.sample(torch.Size((self.total_count,)) + sample_shape)
            dims = list(range(samples.dim()))
            dims.append(dims.pop(0))
            samples = samples.permute(*dims)
            counts = samples.new_zeros(self._extended_shape(sample_shape))
            counts.scatter_add_(-1, samples, torch.ones_like(samples))
            return counts.type_as(self.probs)

        def log_prob(self, value):
            logits, value = torch.broadcast_tensors(self.logits, value)
            logits = logits.clone()
            logits[(value == 0) & (logits == -inf)] = 0
            return torch.lgamma(value.sum(-1) + 1) - torch.lgamma(value + 1).sum(-1) + (logits * value).sum(-1)

        def entropy(self):
            n = torch.tensor(self.total_count, dtype=self.probs.dtype)
            counts = torch.arange(1, self.total_count + 1, dtype=self.probs.dtype).reshape((-1,) + (1,) * self.probs.dim())
            probs = self.probs.clamp(min=torch.finfo(self.probs.dtype).tiny)
            log_pmf = (torch.lgamma(n + 1) - torch.lgamma(counts + 1) - torch.lgamma(n - counts + 1)
                       + torch.xlogy(counts, probs) + torch.xlogy(n - counts, 1 - self.probs))
            return n * self._categorical.entropy() - torch.lgamma(n + 1) + (log_pmf.exp() * torch.lgamma(counts + 1)).sum([0, -1])

        def __repr__(self):
            return 'Multinomial()'


    class Exponential(Distribution):
        """rate · exp(−rate · x) for x ≥ 0."""
        arg_constraints = {'rate': _POSITIVE}
        has_rsample = True

        def __init__(self, rate, validate_args=None):
            (self.rate,) = _broadcast(rate)
            super().__init__(torch.Size() if _all_numbers(rate) else self.rate.size(), validate_args=validate_args)

        mean = property(lambda self: self.rate.reciprocal())
        stddev = property(lambda self: self.rate.reciprocal())
        variance = property(lambda self: self.rate.pow(-2))

        def rsample(self, sample_shape=torch.Size()):
            return self.rate.new_empty(self._extended_shape(sample_shape)).exponential_() / self.rate

        def log_prob(self, value):
            self._check(value, value >= 0, 'GreaterThanEq(lower_bound=0.0)')
            return self.rate.log() - self.rate * value

        def cdf(self, value):
            return 1 - torch.exp(-self.rate * value)

        def icdf(self, value):
            return -torch.log1p(-value) / self.rate

        def entropy(self):
            return 1.0 - torch.log(self.rate)


    class Laplace(Distribution):
        """exp(−|x − loc| / scale) / (2 · scale)."""
        arg_constraints = {'loc': _REAL, 'scale': _POSITIVE}
        has_rsample = True

        def __init__(self, loc, scale, validate_args=None):
            self.loc, self.scale = _broadcast(loc, scale)
            super().__init__(torch.Size() if _all_numbers(loc, scale) else self.loc.size(), validate_args=validate_args)

        mean = property(lambda self: self.loc)
        variance = property(lambda self: 2 * self.scale.pow(2))
        stddev = property(lambda self: 2 ** 0.5 * self.scale)

        def rsample(self, sample_shape=torch.Size()):
            info = torch.finfo(self.loc.dtype)
            u = self.loc.new_empty(self._extended_shape(sample_shape)).uniform_(info.eps - 1, 1)
            return self.loc - self.scale * u.sign() * torch.log1p(-u.abs())

        def log_prob(self, value):
            self._check(value, _real(value), 'Real()')
            return -torch.log(2 * self.scale) - torch.abs(value - self.loc) / self.scale

        def cdf(self, value):
            return 0.5 - 0.5 * (value - self.loc).sign() * torch.expm1(-(value - self.loc).abs() / self.scale)

        def icdf(self, value):
            return self.loc - self.scale * (value - 0.5).sign() * torch.log1p(-2 * (value - 0.5).abs())

        def entropy(self):
            return 1 + torch.log(2 * self.scale)


    class Poisson(Distribution):
        """Counts of independent events, `rate` on average."""
        arg_constraints = {'rate': _NONNEGATIVE}

        def __init__(self, rate, validate_args=None):
            (self.rate,) = _broadcast(rate)
            super().__init__(torch.Size() if _all_numbers(rate) else self.rate.size(), validate_args=validate_args)

        mean = property(lambda self: self.rate)
        variance = property(lambda self: self.rate)

        def sample(self, sample_shape=torch.Size()):
            with torch.no_grad():
                return torch.poisson(self.rate.expand(self._extended_shape(sample_shape)))

        def log_prob(self, value):
            self._check(value, (value >= 0) & (value == value.floor()), 'IntegerGreaterThan(lower_bound=0)')
            return value.xlogy(self.rate) - self.rate - torch.lgamma(value + 1)


    class Independent(Distribution):
        """A distribution whose last batch dimensions count as one event."""

        def __init__(self, base_distribution, reinterpreted_batch_ndims, validate_args=None):
            shape = tuple(base_distribution.batch_shape) + tuple(base_distribution.event_shape)
            event = len(base_distribution.event_shape) + reinterpreted_batch_ndims
            if reinterpreted_batch_ndims > len(base_distribution.batch_shape):
                raise ValueError('Expected reinterpreted_batch_ndims <= len(base_distribution.batch_shape), actual '
                                 f'{reinterpreted_batch_ndims} vs {len(base_distribution.batch_shape)}')
            self.base_dist = base_distribution
            self.reinterpreted_batch_ndims = reinterpreted_batch_ndims
            self.has_rsample = base_distribution.has_rsample
            super().__init__(shape[:len(shape) - event], shape[len(shape) - event:], validate_args=validate_args)

        mean = property(lambda self: self.base_dist.mean)
        variance = property(lambda self: self.base_dist.variance)

        def sample(self, sample_shape=torch.Size()):
            return self.base_dist.sample(sample_shape)

        def rsample(self, sample_shape=torch.Size()):
            return self.base_dist.rsample(sample_shape)

        def _sum(self, x):
            for _ in range(self.reinterpreted_batch_ndims):
                x = x.sum(-1)
            return x

        def log_prob(self, value):
            return self._sum(self.base_dist.log_prob(value))

        def entropy(self):
            return self._sum(self.base_dist.entropy())

        def __repr__(self):
            return f'Independent({self.base_dist}, {self.reinterpreted_batch_ndims})'


    def _kl_normal(p, q):
        ratio = (p.scale / q.scale).pow(2)
        t1 = ((p.loc - q.loc) / q.scale).pow(2)
        return 0.5 * (ratio + t1 - 1 - ratio.log())


    def _kl_uniform(p, q):
        result = torch.log((q.high - q.low) / (p.high - p.low))
        result[(q.low > p.low) | (q.high < p.high)] = inf
        return result


    def _kl_bernoulli(p, q):
        softplus = torch.nn.functional.softplus
        t1 = p.probs * (softplus(-q.logits) - softplus(-p.logits))
        t1[q.probs == 0] = inf
        t1[p.probs == 0] = 0
        t2 = (1 - p.probs) * (softplus(q.logits) - softplus(p.logits))
        t2[q.probs == 1] = inf
        t2[p.probs == 1] = 0
        return t1 + t2


    def _kl_categorical(p, q):
        t = p.probs * (p.logits - q.logits)
        t[(q.probs == 0).expand_as(t)] = inf
        t[(p.probs == 0).expand_as(t)] = 0
        return t.sum(-1)


    def _kl_exponential(p, q):
        ratio = q.rate / p.rate
        return -ratio.log() + ratio - 1


    def _kl_poisson(p, q):
        return p.rate * (p.rate.log() - q.rate.log()) - (p.rate - q.rate)


    def _kl_laplace(p, q):
        ratio = p.scale / q.scale
        distance = (p.loc - q.loc).abs()
        t2 = distance / q.scale
        return -ratio.log() + t2 + ratio * torch.exp(-distance / p.scale) - 1


    _divergences = {(Normal, Normal): _kl_normal, (Uniform, Uniform): _kl_uniform, (Bernoulli, Bernoulli): _kl_bernoulli,
                    (Categorical, Categorical): _kl_categorical, (Exponential, Exponential): _kl_exponential,
                    (Laplace, Laplace): _kl_laplace, (Poisson, Poisson): _kl_poisson}


    def kl_divergence(p, q):
        """∫ p · log(p / q)."""
        if isinstance(p, Independent) and isinstance(q, Independent):
            return p._sum(kl_divergence(p.base_dist, q.base_dist))
        for (first, second), divergence in _divergences.items():
            if isinstance(p, first) and isinstance(q, second):
                return divergence(p, q)
        raise NotImplementedError(f'No KL(p || q) is implemented for p type {type(p).__name__} and q type {type(q).__name__}')


    def register_kl(type_p, type_q):
        def register(function):
            _divergences[type_p, type_q] = function
            return function
        return register
    """#
}
