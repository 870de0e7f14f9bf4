# Judges the recorded cases of one file: `name` and `path` are given, `results` is left, a tuple (id, verdict, detail) per case.
# `digits` is the folder of the MNIST data set, or None. `exact` says whether this processor is of the class that the cases were recorded
# on; on others those marked `varies` may differ in last digits.
#
# It runs under PyTorch itself as well as under Lectern, so the judge can be judged. `recorded` gives `tensor(record)`, the
# tensor that a record describes, and `distance(tensor, record)`: 0.0 if all bits are equal, else the largest
# |got - want| / max(1, |want|), or a text saying what differs.
import contextlib, io, json, math, random, re, warnings
import torch, recorded
import numpy as np
from torch import nn
from torch.nn import functional as F
from torch.utils import data


class Miss(Exception):
    pass


class Unsupported(Exception):
    pass


def names(**more):
    return dict({'torch': torch, 'nn': nn, 'F': F, 'np': np, 'math': math}, **more)


def same(found, want, what=''):
    if found != want:
        raise Miss(f'{what} {found!r} instead of {want!r}'.strip())
    return 0.0


def compare(found, want, what=''):
    """The distance between a value and what `enc` of the recorder wrote for it."""
    if isinstance(want, list):
        found = list(found)
        same(len(found), len(want), f'{what} length')
        return max([compare(f, w, f'{what}[{k}]') for k, (f, w) in enumerate(zip(found, want))], default=0.0)
    if want is None:
        return same(found, None, what)
    if 'py' in want:
        same(type(found).__name__, want['py'], what)
        return same(repr(found), want['repr'] if 'repr' in want else repr(want['value']), what)
    if not isinstance(found, torch.Tensor):
        raise Miss(f'{what} is a {type(found).__name__} instead of a tensor')
    distance = recorded.distance(found.detach(), want)
    if isinstance(distance, str):
        raise Miss(f'{what} {distance}'.strip())
    return distance


def same_text(found, want, case, what=''):
    """Equal texts, or texts with nearly equal numbers where another processor class gives other last digits."""
    if found == want or exact or not case.get('varies'):
        return same(found, want, what)
    number = r'-?\d+\.?\d*(?:e[-+]\d+)?'
    same(re.sub(number, '#', found), re.sub(number, '#', want), what)
    for f, w in zip(re.findall(number, found), re.findall(number, want)):
        if abs(float(f) - float(w)) > 1e-3 * max(1, abs(float(w))):
            same(found, want, what)
    return 5e-324


def run(code, env):
    exec(code, env)
    return env


# One function per file: the distance, or an exception.

def seeded(case):
    torch.manual_seed(case['seed'])
    return compare(run(case['code'], names())['out'], case['out'])


def initialiser(case):
    w = torch.empty(case['shape'])
    if case['seed'] is not None:
        torch.manual_seed(case['seed'])
    if case['code'].startswith('nn.init.calculate_gain'):
        return compare(eval(case['code'], names()), case['out'])
    run(case['code'], names(w=w))
    return compare(w, case['out'])


def fresh_module(case):
    torch.manual_seed(case['seed'])
    module = eval(case['code'], names())
    after = torch.rand(2)
    state = module.state_dict()
    same(list(state.keys()), [name for name, _ in case['state']], 'names')
    return max([compare(after, case['rand_after'], 'rand afterwards')]
               + [compare(state[name], want, name) for name, want in case['state']])


def plain(batch):
    return batch.tolist() if isinstance(batch, torch.Tensor) else [part.tolist() for part in batch]


def loader(case):
    torch.manual_seed(case['seed'])
    env = names(**{name: getattr(data, name) for name in (
        'DataLoader', 'TensorDataset', 'random_split', 'RandomSampler', 'WeightedRandomSampler', 'SubsetRandomSampler',
        'BatchSampler', 'SequentialSampler')})
    if 'a' in case:
        run(case['code'], env)
        same([env['i1'].tolist(), env['i2'].tolist()], [case['i1'], case['i2']])
        return max(compare(env[name], case[name], name) for name in 'abc')
    made = eval(case['code'], env)
    if 'len' in case:
        same(len(made), case['len'], 'len')
    if 'epochs' in case:
        same([[plain(batch) for batch in made] for _ in case['epochs']], case['epochs'])
    if 'indices' in case:
        same([list(part.indices) for part in made], case['indices'])
    if 'lists' in case:
        same([list(made), list(made)], case['lists'])
    if 'epoch1_fnv' in case:
        first, second = list(made), list(made)
        same(first[0].tolist(), case['epoch1_first_batch'])
        same(first[-1].tolist(), case['epoch1_last_batch'])
        same(second[0].tolist(), case['epoch2_first_batch'])
        for epoch, want in ((first, case['epoch1_fnv']), (second, case['epoch2_fnv'])):
            compare(torch.cat(epoch), {'dtype': 'int64', 'shape': [60000], 'n': 60000, 'fnv': want}, 'epoch')
    return compare(torch.rand(2), case['rand_after'], 'rand afterwards') if 'rand_after' in case else 0.0


def printed_tensor(case):
    options = case.get('options')
    if options:
        torch.set_printoptions(**options)
    try:
        if case['code'] is None:
            found = recorded.tensor(case['tensor'])
        elif 'out = ' in case['code']:
            found = run(case['code'], names())['out']
        else:
            found = eval(case['code'], names())
        if 'grad_fn' in case:
            same(type(found.grad_fn).__name__, case['grad_fn'])
        return same_text(repr(found), case['text'], case)
    finally:
        if options:
            torch.set_printoptions(profile='default', sci_mode=None)


def shown(case):
    torch.manual_seed(777)
    found = eval(case['code'], names())
    same(str(found), case['str'], 'str')
    return same(repr(found), case['repr'], 'repr')


def module_text(case):
    code = case['code']
    found = run(code, names())['out'] if 'out = ' in code else eval(code, names())
    return same(repr(found), case['text'])


def mistake(case):
    torch.manual_seed(777)
    found = None, None
    with warnings.catch_warnings(record=True) as caught, contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter('always')
        try:
            exec(compile(case['code'], '<case>', 'exec'), names())
        except BaseException as error:
            found = type(error).__name__, str(error)
    same(found, (case['type'], case.get('message')))
    texts = [(w.category.__name__, str(w.message).split(' (Triggered internally at ')[0]) for w in caught]
    return same(texts, [(w['category'], w['message']) for w in case.get('warnings', [])], 'warnings')


def refused(case, error):
    return same((type(error).__name__, str(error)), (case.get('error'), case.get('message')))


def binary(case):
    try:
        found = eval(case['op'], names(a=eval(operands[case['a']], names()), b=eval(operands[case['b']], names())))
    except Exception as error:
        return refused(case, error)
    return compare(found, case['out'])


def unary(case):
    env = names() if case['a'] is None else names(a=eval(operands[case['a']], names()))
    torch.manual_seed(777)
    try:
        found = eval(case['op'], env)
    except Exception as error:
        return refused(case, error)
    if 'dtype' in case and case['dtype'] is not None:
        same(str(found.dtype)[6:], case['dtype'])
    return same(repr(found), case['text']) if case['text'] is not None else 0.0


def number(record):
    kind = record['t']
    if kind == 'float':
        return float(record['repr'])
    if kind == 'int':
        return int(record['v'])
    if kind == 'none':
        return None
    if kind == 'py':
        return eval(record['v'])
    return record['v'] in ('True', True) if kind == 'bool' else record['v']


def number_text(case):
    kind = case['k']
    if kind == 'format':
        found = format(number(case['v']), case['spec'])
    elif kind == 'repr':
        found = repr(number(case['v']))
    elif kind == 'str':
        found = str(number(case['v']))
    elif kind == 'str.format':
        found = case['fmt'].format(*map(number, case['args']), **{name: number(v) for name, v in case['kwargs'].items()})
    elif kind == 'percent':
        given = case['args']
        named = isinstance(given, dict)
        found = case['fmt'] % ({name: number(v) for name, v in given.items()} if named else tuple(map(number, given)))
    elif kind == 'round':
        found = repr(round(number(case['v'])) if case['n'] is None else round(number(case['v']), case['n']))
    else:
        found = eval(case['code'])
        found = found if found == case['want'] else repr(found)
    return same(found, case['want'])


def program(case):
    output = io.StringIO()
    with contextlib.redirect_stdout(output), warnings.catch_warnings():
        warnings.simplefilter('ignore')
        exec(case['code'], names())
    found, want = output.getvalue().split('\n'), case['stdout'].split('\n')
    lines = [same_text(f, w, case, f'line {line + 1}') for line, (f, w) in enumerate(zip(found, want))]
    same(len(found), len(want), 'lines')
    return max(lines)


def engine(case):
    torch.manual_seed(case['seed'])
    same(torch.initial_seed() & 0xFFFFFFFFFFFFFFFF, case['initial_seed'])
    return same(torch.get_rng_state().numel(), case['state_bytes'])


def other_generator(case):
    if case['lib'] == 'random':
        random.seed(case['seed'])
        found = eval(case['code'], {'random': random, 'x': list(range(10))})
    else:
        np.random.seed(case['seed'])
        found = eval(case['code'], {'np': np, 'x': np.arange(10)})
    return same(repr(found), case['want'])


def operation(case):
    env = names()
    if 'setup' in case:
        exec(case['setup'], env)
    leaf = case.get('leaf', [])
    for name, record in case['in'].items():
        env[name] = recorded.tensor(record)
        if name in leaf:
            env[name].requires_grad_(True)
    module = env.get('m')
    module = module if isinstance(module, nn.Module) else None
    if module is not None:
        parameters = dict(module.named_parameters())
        with torch.no_grad():
            for name, record in case.get('params', {}).items():
                parameters[name].copy_(recorded.tensor(record))
    exec(case['code'], env)
    out = env['out']
    distances = [compare(out, case['out'], 'out')]
    if 'grad_out' in case:
        outs = [o for o in (out if isinstance(out, (list, tuple)) else [out]) if isinstance(o, torch.Tensor) and o.requires_grad]
        same(len(outs), len(case['grad_out']), 'outputs that require grad')
        torch.autograd.backward(outs, [recorded.tensor(record) for record in case['grad_out']])
        distances += [compare(env[name].grad, want, f'{name}.grad') for name, want in case['grads'].items()]
        distances += [compare(parameters[name].grad, want, f'{name}.grad') for name, want in case.get('param_grads', {}).items()]
    if 'buffers_after' in case:
        buffers = dict(module.named_buffers())
        distances += [compare(buffers[name], want, name) for name, want in case['buffers_after'].items()]
    return max(distances)


def optimiser(case):
    w = recorded.tensor(case['w0']).requires_grad_(True)
    made = eval(case['code'], names(w=w))
    distances = []
    for step, (grad, want) in enumerate(zip(case['grads'], case['after_step'])):
        made.zero_grad()
        w.grad = recorded.tensor(grad)
        made.step()
        distances.append(compare(w, want, f'step {step}'))
    return max(distances)


def steps(case):
    """Twelve steps with gradients drawn from a generator of their own."""
    count, dtype = case['out']['n'], getattr(torch, case['out']['dtype'])
    generator = torch.Generator().manual_seed(count)
    w = torch.randn(count, generator=generator).to(dtype).requires_grad_(True)
    made = eval('torch.optim.' + case['code'], names(w=w))
    for step in range(12):
        w.grad = (torch.randn(count, generator=generator) * 10.0 ** (step % 4 - 2)).to(dtype)
        if count > 4:
            w.grad[count // 3] = 0.0
        made.step()
    return compare(w, case['out'])


def scheduler(case):
    o = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1, **({} if 'metrics' in case else {'momentum': 0.9}))
    made = eval('torch.optim.lr_scheduler.' + case['code'], names(o=o))
    rates = [] if 'metrics' in case else [o.param_groups[0]['lr']]
    for metric in case.get('metrics', [None] * 10):
        o.step()
        made.step() if metric is None else made.step(metric)
        rates.append(o.param_groups[0]['lr'])
    return same([repr(float(rate)) for rate in rates], case['lr'])


def odd(case):
    """A statement or two and an expression: the exception, or the text of the value, and the warnings."""
    torch.manual_seed(777)
    *before, last = case['code'].split('; ')
    text, found = None, None
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            env = names(data=data, init=nn.init)
            exec('; '.join(before), env)
            text = re.sub(r'0x[0-9a-f]+', '0x', repr(eval(last, env)))
        except Exception as error:
            found = type(error).__name__, str(error)
    same(found, (case['type'], case['message']) if case['type'] else None)
    same(text, case.get('text'))
    texts = [(w.category.__name__, str(w.message).split(' (Triggered internally at ')[0]) for w in caught]
    return same(texts, [(w['category'], w['message']) for w in case.get('warnings', [])], 'warnings')


def nearly(found, want, tolerance):
    """Equal texts, or texts that differ only in numbers, and in these by no more than the tolerance: 0.0, or the largest distance."""
    if found == want or tolerance is None or found is None or want is None:
        return same(found, want)
    number = r'-?\d+\.\d+(?:e[-+]\d+)?|-?\d+e[-+]\d+'
    same(re.sub(number, '#', found), re.sub(number, '#', want))
    pairs = [(float(f), float(w)) for f, w in zip(re.findall(number, found), re.findall(number, want))]
    scale = max([1.0] + [abs(w) for _, w in pairs if abs(w) < math.inf])
    distance = max([abs(f - w) / scale for f, w in pairs if f != w], default=0.0)
    if not distance <= tolerance:
        raise Miss(f'{found} instead of {want}')
    return distance


def probe(case):
    """Statements and a last one: the exception, or the text of its value, and the warnings."""
    torch.manual_seed(777)
    text, found = None, None
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            env = names(random=random, data=data, init=nn.init, __name__='m')
            exec(case['before'], env)
            if 'text' in case:
                text = re.sub(r'0x[0-9a-f]+', '0x', repr(eval(case['last'], env)))
            else:
                exec(case['last'], env)
        except Exception as error:
            found = type(error).__name__, re.sub(r'0x[0-9a-f]+', '0x', str(error))
    same(found, (case['type'], case['message']) if case['type'] else None)
    texts = [(w.category.__name__, str(w.message).split(' (Triggered internally at ')[0]) for w in caught]
    same([text for text in texts if 'UserWarning' == text[0]], [
        (w['category'], w['message']) for w in case.get('warnings', []) if w['category'] == 'UserWarning'], 'warnings')
    return nearly(text, case.get('text'), case.get('tol'))


def perceptrons(initialise, rate):
    """784-256-256-10 with ReLU, and dropout at that rate."""
    layers = nn.Linear(784, 256), nn.Linear(256, 256), nn.Linear(256, 10)
    for layer in layers:
        initialise(layer.weight)
    between = [nn.ReLU()] + ([nn.Dropout(p=rate)] if rate else [])
    return nn.Sequential(layers[0], *between, layers[1], *between, layers[2])


class Convolutions(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer1 = nn.Sequential(nn.Conv2d(1, 32, kernel_size=3, stride=1, padding=1), nn.ReLU(), nn.MaxPool2d(2, stride=2))
        self.layer2 = nn.Sequential(nn.Conv2d(32, 64, kernel_size=3, stride=1, padding=1), nn.ReLU(), nn.MaxPool2d(2, stride=2))
        self.fc = nn.Linear(7 * 7 * 64, 10, bias=True)
        nn.init.xavier_uniform_(self.fc.weight)

    def forward(self, x):
        out = self.layer2(self.layer1(x))
        return self.fc(out.view(out.size(0), -1))


def normal_softmax():
    model = nn.Linear(784, 10)
    nn.init.normal_(model.weight)
    return model


models = {
    'softmax_sgd': lambda: nn.Linear(784, 10), 'softmax_normal_adam': normal_softmax,
    'mlp_normal_adam': lambda: perceptrons(nn.init.normal_, 0),
    'mlp_xavier_adam': lambda: perceptrons(nn.init.xavier_uniform_, 0),
    'mlp_dropout_adam': lambda: perceptrons(nn.init.xavier_uniform_, 0.3), 'cnn_adam': Convolutions}
train_set = []


def training(case):
    """The first steps of a lecture's model on MNIST: initial values, losses and parameters afterwards."""
    if not train_set:
        import torchvision
        train_set.append(torchvision.datasets.MNIST(digits, train=True, transform=torchvision.transforms.ToTensor()))
    torch.manual_seed(777)
    model = models[case['id']]()
    made = torch.optim.SGD(model.parameters(), lr=0.1) if case['id'] == 'softmax_sgd' else torch.optim.Adam(model.parameters(), lr=0.001)
    parameters = dict(model.named_parameters())
    for key, want in case['init'].items():
        compare(parameters[key], want, key)
    losses = []
    for x, y in data.DataLoader(train_set[0], batch_size=100, shuffle=True, drop_last=True):
        if not losses:
            same(y[:20].tolist(), case['first_batch_labels'], 'labels')
        made.zero_grad()
        cost = F.cross_entropy(model(x if case['id'] == 'cnn_adam' else x.view(-1, 784)), y)
        cost.backward()
        made.step()
        losses.append(cost.item())
        if len(losses) == len(case['loss']):
            break
    count = len(losses)
    distance = compare(torch.tensor(losses), {'dtype': 'float32', 'shape': [count], 'bits': case['loss_bits']}, 'losses')
    if distance == 0:
        return max(compare(parameters[key], want, f'{key} afterwards') for key, want in case['after'].items())
    for found, want in zip(losses, map(float, case['loss'])):
        if abs(found - want) > 1e-5 * abs(want):
            raise Miss(f'losses {losses} instead of {case["loss"]}')
    return 5e-324


judges = {
    'bad_input': odd, 'train_mnist': training, 'dataloader': loader, 'dtypes_binary': binary, 'dtypes_unary': unary, 'errors': mistake, 'format': number_text,
    'init': initialiser, 'init_modules': fresh_module, 'lectures': program, 'module_repr': module_text,
    'ops/optimizers': optimiser, 'ops/optimizer_steps': steps, 'ops/schedulers': scheduler, 'printing/numpy_arrays': shown, 'printing/objects': shown,
    'printing/tensors': printed_tensor, 'rng/engine': engine, 'rng/python_numpy': other_generator,
}
if name.startswith('probes/'):
    judge = probe
elif name.startswith('ops/'):
    judge = judges.get(name, operation)
else:
    judge = judges.get(name, seeded)

with open(path) as file:
    document = json.load(file)
if name == 'train_mnist' and digits is None:
    document['cases'] = []
operands = document.get('operands', {
    'bool': 'torch.tensor([True, False])', 'uint8': 'torch.tensor([3, 200], dtype=torch.uint8)',
    'int32': 'torch.tensor([3, -2], dtype=torch.int32)', 'int64': 'torch.tensor([3, -2])',
    'float32': 'torch.tensor([1.5, -2.5])', 'float64': 'torch.tensor([1.5, -2.5], dtype=torch.float64)'})


def verdict(case):
    try:
        distance = judge(case)
    except Miss as miss:
        return 'failed', str(miss)
    except (AttributeError, ImportError, NotImplementedError) as error:
        return 'unsupported', f'{type(error).__name__}: {error}'
    except Exception as error:
        return 'failed', f'{type(error).__name__}: {error}'
    if distance == 0:
        return 'bits', ''
    # Where nothing else is said, other threads or another processor may give other last bits.
    tolerance = case.get('tol', 0) if exact else max(case.get('tol', 0), 1e-6 if case.get('varies') else 0)
    if distance == 5e-324 and not exact:
        return 'tolerance', ''
    if distance <= tolerance:
        return 'tolerance', ''
    return 'failed', f'off by {distance} where {tolerance} is allowed'


results = []
for index, case in enumerate(document['cases']):
    results.append((case.get('id', str(index)), *verdict(case)))
