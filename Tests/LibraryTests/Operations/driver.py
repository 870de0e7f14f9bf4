# States, runs and compares the cases of operations. It runs under PyTorch, where Tests/Tools/record_operations.py writes the goldens with it,
# and under Lectern, where OperationsTests does.
#
# A file of cases is a list of calls:
#
#     op('add', real(2, 3), real(3), alpha=2)            torch.add, Tensor.add and Tensor.add_, whichever there are
#     op('abs absolute', real(4))                        a name and its aliases
#     op('F.unfold', real(1, 2, 4, 3), 2)                that of F alone
#     layer('Linear', [real(4, 3)], 3, 2, bias=False)    nn.Linear(3, 2, bias=False) called with the inputs in brackets
#     case('distributions.Normal', function, real(3))    any function of the inputs; the first text names what it covers
#
# `real`, `whole` and `truth` make the inputs: numbers that are the same everywhere, distinct, and off every kink with round coordinates.
# Every floating-point tensor among the inputs, and every parameter of a layer, takes part in the gradient check.
import torch
import torch.nn as nn
import torch.nn.functional as F

CASES = []
made_inputs = 0


def spread(count, low, high):
    """Distinct numbers between low and high, others at each call of one case."""
    global made_inputs
    made_inputs += 1
    return [low + (high - low) * (((k + 1) * 0.6180339887498949 + made_inputs * 0.2360679774997898) % 1.0) for k in range(count)]


def count_of(shape):
    total = 1
    for size in shape:
        total *= size
    return total


def real(*shape, low=-1.0, high=1.0):
    """A float64 tensor."""
    numbers = [round(v, 3) + 0.0004 for v in spread(count_of(shape), low, high)]
    return torch.tensor(numbers, dtype=torch.float64).reshape(shape)


def whole(*shape, low=0, high=10, dtype=torch.int64):
    """A tensor of integers from low up to but not including high."""
    return torch.tensor([int(v // 1) for v in spread(count_of(shape), low, high)], dtype=dtype).reshape(shape)


def truth(*shape):
    """A tensor of booleans."""
    return torch.tensor([v > 0 for v in spread(count_of(shape), -1, 1)], dtype=torch.bool).reshape(shape)


class Case:
    def __init__(self, names, args, kwargs, kink=''):
        global made_inputs
        made_inputs = 0
        self.names, self.args, self.kwargs, self.kink = names, args, kwargs, kink
        same = sum(other.names[0] == names[0] for other in CASES)
        self.id = names[0] + (f' {same + 1}' if same else '')
        CASES.append(self)

    def inputs(self, dtype):
        """Fresh inputs: floating-point tensors of the dtype, as leaves."""
        def fresh(x):
            return x.to(dtype).clone().contiguous().requires_grad_() if x.dtype == torch.float64 else x.clone()
        return mapped(self.args, fresh), mapped(self.kwargs, fresh)


class OpCase(Case):
    """A call by name, wherever the name is found."""

    def variants(self):
        first = self.args[0] if self.args else None
        found = []
        for name in self.names:
            if '.' in name:
                if not is_there(name):
                    continue
                changing = 'changing ' if name.endswith('_') else ''
                found.append((name, changing + 'method' if name.startswith('Tensor.') else changing.strip() or 'function'))
                continue
            for home, module in homes():
                if is_operation(getattr(module, name, None)):
                    found.append((f'{home}.{name}', 'changing' if name.endswith('_') else 'function'))
            if isinstance(first, torch.Tensor):
                if hasattr(torch.Tensor, name):
                    found.append((f'Tensor.{name}', 'changing method' if name.endswith('_') and name[:2] != '__' else 'method'))
                if hasattr(torch.Tensor, name + '_'):
                    found.append((f'Tensor.{name}_', 'changing method'))
        return found

    def build(self, variant, dtype):
        """The leaves of the case and the function that computes from them what the variant gives."""
        (qualified, form), (args, kwargs) = variant, self.inputs(dtype)
        home, name = qualified.rsplit('.', 1)

        def run(wrap):
            operands, named = mapped(args, wrap), mapped(kwargs, wrap)
            if form.startswith('changing'):
                operands = [operands[0].clone()] + list(operands[1:])
            if form.endswith('method'):
                member = getattr(operands[0], name)
                return member(*operands[1:], **named) if callable(member) else member
            return getattr(dict(homes())[home], name)(*operands, **named)
        return leaves(args) + leaves(kwargs), run


class FunctionCase(Case):
    """A call of a function of the inputs."""

    def __init__(self, names, function, args, kink=''):
        super().__init__(names, args, {}, kink)
        self.function = function

    def variants(self):
        return [(name, 'function') for name in self.names if is_there(name)]

    def build(self, variant, dtype):
        args, _ = self.inputs(dtype)
        return leaves(args), lambda wrap: self.function(*mapped(args, wrap))


class LayerCase(Case):
    """A layer made from settings and called with the inputs."""

    def __init__(self, name, args, settings, named, mode, state, kink=''):
        super().__init__([f'nn.{name}'], args, {}, kink)
        self.name, self.settings, self.named, self.mode, self.state = name, settings, named, mode, state

    def variants(self):
        return [(self.names[0], 'layer')] if is_there(self.names[0]) else []

    def build(self, variant, dtype):
        args, _ = self.inputs(dtype)
        settings, named = mapped(self.settings, torch.clone), mapped(self.named, torch.clone)
        module = getattr(nn, self.name)(*settings, **named)
        module = module.to(dtype)
        global made_inputs
        made_inputs = 10
        with torch.no_grad():
            for values in list(module.parameters()) + [b for b in module.buffers() if b.dtype.is_floating_point and self.state]:
                values.copy_(real(*values.shape, low=0.1, high=0.9) if values.dim() < 2 else real(*values.shape))
        module.train(self.mode)

        def run(wrap):
            made = module(*mapped(args, wrap))
            return made if not self.state else [made, [b.clone() for b in module.buffers()]]
        return leaves(args) + [p for p in module.parameters() if p.requires_grad], run


def op(names, *args, **kwargs):
    """A call by name: a function, a method, a method that changes its receiver, under the first name and its aliases."""
    kink = kwargs.pop('kink', '')
    OpCase(names.split(), args, kwargs, kink)


def case(names, function, *args, kink=''):
    """A call of any function."""
    FunctionCase(names.split(), function, args, kink)


def layer(name, inputs, *settings, mode=True, state=False, kink='', **named):
    """A layer called with inputs, in training (`mode`) or not; with `state`, buffers are set before and compared after."""
    LayerCase(name, inputs, settings, named, mode, state, kink)


def homes():
    """The modules in which an operation is looked for by its bare name."""
    found = [('torch', torch), ('F', F)]
    for name in ('linalg', 'special', 'fft'):
        if hasattr(torch, name):
            found.append((name, getattr(torch, name)))
    return found


def other_homes():
    return [('Tensor', torch.Tensor), ('nn', nn), ('utils', nn.utils), ('rnn', nn.utils.rnn), ('functional', torch.autograd.functional),
            ('distributions', torch.distributions)]


def is_there(qualified):
    """Whether the library has the name."""
    home, name = qualified.rsplit('.', 1)
    return hasattr(dict(homes() + other_homes())[home], name)


def is_operation(member):
    """Whether a member of a module is a function, not a class, a module or a constant."""
    return callable(member) and not isinstance(member, type) and type(member) is not type(torch)


def mapped(value, change):
    """The value with every tensor in it changed."""
    if isinstance(value, torch.Tensor):
        return change(value)
    if isinstance(value, tuple) and hasattr(value, '_fields'):
        return value
    if isinstance(value, (list, tuple)):
        return type(value)([mapped(item, change) for item in value])
    if isinstance(value, dict):
        return {key: mapped(item, change) for key, item in value.items()}
    return value


def leaves(value):
    """The tensors in a value that take part in the gradient check."""
    if isinstance(value, torch.Tensor):
        return [value] if value.requires_grad else []
    if isinstance(value, dict):
        value = list(value.values())
    return [x for item in value for x in leaves(item)] if isinstance(value, (list, tuple)) else []


def results(value):
    """What a call gave, flat: tensors, numbers and texts."""
    if isinstance(value, torch.Tensor) or value is None or isinstance(value, (bool, int, float, str)):
        return [value]
    if isinstance(value, nn.utils.rnn.PackedSequence):
        return [value.data, value.batch_sizes]
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return [x for item in value for x in results(item)]
    return [str(value)]


def evaluate(run, wrap=lambda x: x):
    """The results of a call; whatever draws starts from the same seed."""
    torch.manual_seed(11)
    return results(run(wrap))


def total(values):
    """A sum in which every element of every differentiable result counts differently and twice; None if there is none."""
    found = None
    for x in values:
        if isinstance(x, torch.Tensor) and x.requires_grad:
            weights = torch.tensor([0.61 + 0.37 * ((k * 0.7548776662466927) % 1.0) for k in range(x.numel())], dtype=x.dtype)
            part = (x * weights.reshape(x.shape) * (1 + 0.3 * x)).sum()
            found = part if found is None else found + part
    return found


def gradients(loss, inputs, again):
    """The gradients of the inputs; None where one has none."""
    if loss is None or not inputs:
        return []
    return list(torch.autograd.grad(loss, inputs, create_graph=again, allow_unused=True))


def derivatives(run, inputs, wrap=lambda x: x):
    """The results, the gradients, and the gradients of the gradients ('none' where a derivative is not implemented)."""
    values = evaluate(run, wrap)
    try:
        first = gradients(total(values), inputs, True)
    except (RuntimeError, NotImplementedError):
        return values, 'none', 'none'
    try:
        second = gradients(total(first), inputs, False)
    except (RuntimeError, NotImplementedError):
        second = 'none'
    return values, first, second


def strided(x):
    """The same elements with gaps between them."""
    return torch.stack([x, x], -1).select(-1, 0)


def recorded(x):
    """A result as a golden has it."""
    if isinstance(x, float):
        return number(x)
    if not isinstance(x, torch.Tensor):
        return x
    record = [str(x.dtype)[6:], list(x.shape), [number(v) for v in elements(x)]]
    return record + ['grad'] if x.requires_grad else record


def elements(x):
    """The numbers in a tensor, row by row."""
    try:
        return x.detach().reshape(-1).tolist()
    except RuntimeError:  # PyTorch's gradients can be zeros that have no memory to read
        return [0.0] * x.numel()


def number(v):
    if isinstance(v, (bool, int)):
        return int(v)
    if v != v or v in (float('inf'), float('-inf')):
        return str(v)
    return 0.0 if abs(v) < 1e-14 else float(f'{v:.12g}')


def close(found, want, tolerance):
    if isinstance(found, str) or isinstance(want, str):
        return found == want
    return abs(found - want) <= tolerance * max(1.0, abs(want))


def difference(found, want, tolerance, dtype=None, flags=True):
    """How a result differs from its record, '' if it does not. `dtype` stands in for the records' float64."""
    if not isinstance(want, list):
        if isinstance(found, torch.Tensor):
            return f'a tensor instead of {want}'
        found = recorded(found)
        if isinstance(found, float) and isinstance(want, (int, float)):
            return '' if close(found, want, tolerance) else f'{found} instead of {want}'
        return '' if found == want and type(found) == type(want) else f'{found!r} instead of {want!r}'
    if not isinstance(found, torch.Tensor):
        return f'{found!r} instead of a tensor'
    got = recorded(found)
    name = dtype if dtype and want[0] == 'float64' else want[0]
    if got[0] != name:
        return f'dtype {got[0]} instead of {name}'
    if got[1] != want[1]:
        return f'shape {got[1]} instead of {want[1]}'
    if flags and len(got) != len(want):
        return f'requires_grad is {found.requires_grad}'
    if got[0] == 'float32':
        tolerance = max(tolerance, 1e-6)
    for k, (a, b) in enumerate(zip(got[2], want[2])):
        if not close(a, b, tolerance):
            return f'element {k} is {a} instead of {b}; all {got[2][:12]} instead of {want[2][:12]}'
    return ''


def differences(found, want, tolerance, what, dtype=None, flags=True):
    """The first way in which a list of results differs from its records. Where PyTorch has no derivative there may be one."""
    if want == 'none':
        return ''
    if found == 'none':
        return f'{what}: not implemented'
    if len(found) != len(want):
        return f'{what}: {len(found)} instead of {len(want)}'
    for k, (a, b) in enumerate(zip(found, want)):
        text = difference(a, b, tolerance, dtype, flags)
        if text:
            return f'{what} {k}: {text}'
    return ''


def numeric_problem(run, inputs, first, wanted=1e-5):
    """Where the gradients are not those of central differences; '' if they are everywhere."""
    step = 1e-6
    for k, (x, grad) in enumerate(zip(inputs, [] if first == 'none' else first)):
        flat = x.data.view(-1)
        analytic = [0.0] * x.numel() if grad is None else elements(grad)
        for i in range(x.numel()):
            before = flat[i].item()
            sums = []
            for moved in (before + step, before - step):
                flat[i] = moved
                sum_there = total(evaluate(run))
                sums.append(0.0 if sum_there is None else sum_there.item())
            flat[i] = before
            numeric = (sums[0] - sums[1]) / (2 * step)
            if not close(analytic[i], numeric, wanted):
                return f'the gradient of input {k}, element {i}, is {analytic[i]}; central differences give {numeric}'
    return ''


def problem(case, variant, golden, first_of_case):
    """How a case, called in one way, differs from its golden; '' if it does not."""
    inputs, run = case.build(variant, torch.float64)
    values, first, second = derivatives(run, inputs)
    text = (differences(values, golden['out'], 1e-9, 'result') or differences(first, golden['grads'], 1e-9, 'gradient', flags=False)
            or differences(second, golden['grads2'], 1e-8, 'second gradient', flags=False))
    if text or not first_of_case:
        return text
    if golden['numeric']:
        text = numeric_problem(run, inputs, first)
    if not text and golden['strided']:
        text = problem_with(case, variant, golden, 'strided', torch.float64, strided, 1e-9)
    if not text and golden['float32']:
        text = problem_with(case, variant, golden, 'float32', torch.float32, lambda x: x, 1e-4)
    return text


def problem_with(case, variant, golden, what, dtype, wrap, tolerance):
    """The same with strided inputs or as float32."""
    inputs, run = case.build(variant, dtype)
    values, first, _ = derivatives(run, inputs, wrap)
    name = str(dtype)[6:]
    return (differences(values, golden['out'], tolerance, f'{what} result', name)
            or differences(first, golden['grads'], tolerance, f'{what} gradient', name, flags=False))


# What there is to cover, from the library itself.

def operations():
    """The qualified names of all operations, layers, distributions and functions of gradients."""
    found = []
    for home, module in homes() + other_homes()[2:5]:
        for name in dir(module):
            if name[0] != '_' and is_operation(getattr(module, name)):
                found.append(f'{home}.{name}')
    found += [f'Tensor.{name}' for name in dir(torch.Tensor) if name[0] != '_' or name in OPERATORS]
    for home, module, base in (('nn', nn, nn.Module), ('distributions', torch.distributions, torch.distributions.Distribution)):
        for name in dir(module):
            member = getattr(module, name)
            if isinstance(member, type) and issubclass(member, base):
                found.append(f'{home}.{name}')
    return found


OPERATORS = [f'__{name}__' for name in (
    'add radd iadd sub rsub isub mul rmul imul truediv rtruediv itruediv floordiv rfloordiv ifloordiv mod rmod imod pow rpow ipow '
    'matmul rmatmul neg pos abs invert and rand iand or ror ior xor rxor ixor lshift rlshift rshift rrshift eq ne lt le gt ge '
    'getitem setitem').split()]


def inputs_of(case):
    """The inputs of a case as its golden has them."""
    args, kwargs = case.inputs(torch.float64)
    found = []
    mapped([args, kwargs], lambda x: found.append([str(x.dtype)[6:], list(x.shape), [number(v) for v in elements(x)]]) or x)
    return found
