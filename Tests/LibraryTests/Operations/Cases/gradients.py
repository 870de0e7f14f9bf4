# Functions of gradients, of parameters and of sequences.
A = torch.autograd.functional
cubes = lambda x: (x ** 3).sum()
mixed = lambda x, y: (x * y.exp()).sum()
vector = lambda x: torch.stack([x[0] * x[1], x[1] ** 2, x.sum()])
case('functional.jacobian', lambda x: A.jacobian(vector, x, create_graph=True), real(2))
case('functional.jacobian', lambda x, y: A.jacobian(mixed, (x, y)), real(2), real(2))
case('functional.jacobian', lambda x: A.jacobian(vector, x, vectorize=True), real(2))
case('functional.hessian', lambda x: A.hessian(cubes, x, create_graph=True), real(3))
case('functional.hessian', lambda x, y: A.hessian(mixed, (x, y)), real(2), real(2))
case('functional.vjp', lambda x: A.vjp(vector, x, torch.ones(3, dtype=x.dtype)), real(2))
case('functional.vjp', lambda x: A.vjp(cubes, x, create_graph=True), real(3))
case('functional.jvp', lambda x: A.jvp(vector, x, torch.ones(2, dtype=x.dtype)), real(2))
case('functional.hvp', lambda x: A.hvp(cubes, x, torch.ones(3, dtype=x.dtype)), real(3))
case('functional.vhp', lambda x: A.vhp(cubes, x, torch.ones(3, dtype=x.dtype)), real(3))


def clipped(function):
    def run(x):
        p = [x.detach().clone().requires_grad_(), (x.detach() * 2).requires_grad_()]
        (p[0] ** 2).sum().backward()
        (p[1] ** 3).sum().backward()
        return [function(p), [q.grad for q in p]]
    return run


case('utils.clip_grad_norm_', clipped(lambda p: nn.utils.clip_grad_norm_(p, 0.5)), real(3))
case('utils.clip_grad_norm_', clipped(lambda p: nn.utils.clip_grad_norm_(p, max_norm=0.5, norm_type=1)), real(3))
case('utils.clip_grad_norm_', clipped(lambda p: nn.utils.clip_grad_norm_(p, 0.5, float('inf'))), real(3))
case('utils.clip_grad_norm_', clipped(lambda p: nn.utils.clip_grad_norm_(p[0], 100.0)), real(3))
case('utils.clip_grad_norm', clipped(lambda p: nn.utils.clip_grad_norm(p, 0.5)), real(3))
case('utils.get_total_norm', clipped(lambda p: nn.utils.get_total_norm([q.grad for q in p])), real(3))
case('utils.clip_grad_value_', clipped(lambda p: nn.utils.clip_grad_value_(p, 0.3)), real(3))
case('utils.parameters_to_vector', lambda x, y: nn.utils.parameters_to_vector([x, y]), real(2, 3), real(2))


def from_vector(x):
    linear = nn.Linear(2, 1).to(x.dtype)
    nn.utils.vector_to_parameters(x, linear.parameters())
    return [linear.weight.detach(), linear.bias.detach()]


case('utils.vector_to_parameters', from_vector, real(3))
R = nn.utils.rnn
lengths = torch.tensor([1, 3, 2])
case('rnn.pad_sequence', lambda x, y: R.pad_sequence([x, y]), real(2, 2), real(3, 2))
case('rnn.pad_sequence', lambda x, y: R.pad_sequence([x, y], batch_first=True, padding_value=-1.0), real(2), real(3))
case('rnn.unpad_sequence', lambda x: R.unpad_sequence(x * 1, lengths), real(3, 3, 2))
case('rnn.pack_padded_sequence', lambda x: R.pack_padded_sequence(x, [3, 2]), real(3, 2, 2))
case('rnn.pack_padded_sequence', lambda x: R.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False), real(3, 3, 2))
case('rnn.pack_sequence', lambda x, y: R.pack_sequence([x, y]), real(3, 2), real(2, 2))
case('rnn.pack_sequence', lambda x, y: R.pack_sequence([x, y], enforce_sorted=False), real(2, 2), real(3, 2))
case('rnn.unpack_sequence', lambda x, y: R.unpack_sequence(R.pack_sequence([x, y])), real(3, 2), real(2, 2))
case('rnn.pad_packed_sequence', lambda x: R.pad_packed_sequence(R.pack_padded_sequence(x, lengths, enforce_sorted=False), batch_first=True), real(3, 3, 2))
case('rnn.pad_packed_sequence', lambda x: R.pad_packed_sequence(R.pack_padded_sequence(x, [2, 2]), total_length=4, padding_value=2.5), real(2, 2, 2))
case('rnn.invert_permutation', lambda p: R.invert_permutation(p), torch.tensor([2, 0, 1]))
for name in ('RNN', 'GRU', 'LSTM'):
    case(f'nn.{name}', lambda x, name=name: getattr(nn, name)(2, 3, bidirectional=True).to(x.dtype)(
        R.pack_padded_sequence(x, lengths, enforce_sorted=False)), real(3, 3, 2))


def normed(function, read):
    def run(x):
        linear = function(nn.Linear(3, 2).to(x.dtype))
        return [linear(x), read(linear)]
    return run


case('utils.weight_norm', normed(lambda m: nn.utils.weight_norm(m), lambda m: [m.weight_g.detach(), m.weight_v.detach()]), real(2, 3))
case('utils.spectral_norm', normed(lambda m: nn.utils.spectral_norm(m), lambda m: [m.weight_orig.detach()]), real(2, 3))
case('utils.remove_weight_norm', normed(lambda m: nn.utils.remove_weight_norm(nn.utils.weight_norm(m)), lambda m: m.weight.detach()), real(2, 3))

# Draws: equal seeds, equal numbers.
op('bernoulli', real(2, 3, low=0.1, high=0.9), kink='a draw')
op('bernoulli', real(4), 0.5, kink='a draw')
op('bernoulli_', real(4), 0.5)
op('normal_', real(5), 1.0, 2.0)
op('uniform_', real(5), -1.0, 2.0)
op('exponential_', real(5), 2.0)
op('geometric_', real(5), 0.3)
op('cauchy_', real(5))
op('log_normal_', real(5))
op('random_', real(5), 0, 10)
op('random_', whole(5), 7)
op('multinomial', real(5, low=0.1, high=1).detach(), 3)
op('multinomial', real(2, 3, low=0.1, high=1), 5, replacement=True)
op('poisson', real(5, low=0.5, high=4), kink='a draw')
op('normal', real(5), 0.5, kink='a draw')
op('normal', real(3), real(3, low=0.5, high=1), kink='a draw')
op('rand_like', real(2, 3))
op('randn_like', real(2, 3))
op('randint_like', whole(2, 3), 5)
op('randint_like', whole(2, 3), low=-5, high=5)
op('rand', 2, 3)
op('rand', (2,), dtype=torch.float64)
op('randn', 2, 3)
op('randn', 3, requires_grad=False)
op('randint', 5, (2, 3))
op('randint', -3, 3, (4,))
op('randperm', 6)
op('normal', 0.0, 1.0, (3,))
op('normal', 0.0, 1.0, size=(2, 2))

# Tensors from nothing.
op('zeros', 2, 3)
op('zeros', (2,), dtype=torch.int64)
op('ones', 2, 3)
op('full', (2, 3), 1.5)
op('full', (2,), 7)
op('full', (2,), True)
op('eye', 3)
op('eye', 2, 3, dtype=torch.int64)
op('arange', 5)
op('arange', 1, 2, 0.25)
op('arange', 5, 0, -2)
op('arange', 3.0)
op('range', 1, 3)
op('linspace', 0, 1, 5)
op('linspace', 1, -1, steps=4, dtype=torch.float64)
op('logspace', 0, 2, 3)
op('logspace', 0, 3, 4, base=2.0)
op('tensor', [[1, 2], [3, 4]])
op('tensor', [1.5, 2], dtype=torch.float64)
op('as_tensor asarray', [1, 2, 3])
op('scalar_tensor', 2.5)
for name in ('hann_window', 'hamming_window', 'bartlett_window', 'blackman_window'):
    op(name, 6)
    op(name, 6, periodic=False)
    op(name, 1)
op('kaiser_window', 5)
