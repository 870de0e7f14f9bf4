"""Records what PyTorch says of odd input: seeds, probabilities and sizes out of range, empty ranges and data sets, fans of scalars,
tensors without elements or with many dimensions.

    python record_bad_input.py ../Goldens/Reference/bad_input.json

Each case is run with torch, nn, F, data and init in scope, after torch.manual_seed(777). `type` and `message` are the exception's;
`text` is the repr of the last expression where there is none. Run it under PyTorch, never under Lectern.
"""
import contextlib, io, json, re, sys, warnings
import torch
from torch import nn
from torch.nn import functional as F
from torch.utils import data

CASES = '''
# seeds
torch.manual_seed('a')
torch.manual_seed(2**64)
torch.manual_seed(-2**63 - 1)
torch.manual_seed(None)
torch.manual_seed(2**64 - 1); torch.initial_seed()
torch.manual_seed(-1); torch.initial_seed()
torch.manual_seed(-2**63); torch.rand(2)
torch.manual_seed(1.5); torch.rand(2)
torch.manual_seed(True); torch.rand(2)
torch.Generator().manual_seed(2**64)
torch.Generator().manual_seed('x')
torch.rand(2, generator=3)
torch.set_rng_state(torch.zeros(3, dtype=torch.uint8))
torch.set_rng_state(torch.zeros(5056))
# probabilities
torch.bernoulli(torch.tensor([1.5]))
torch.bernoulli(torch.tensor([-0.1]))
torch.empty(2).bernoulli_(2)
torch.empty(2).bernoulli_(-1)
torch.empty(2).bernoulli_(float('nan'))
F.dropout(torch.ones(2), 1.5)
F.dropout(torch.ones(2), -0.1)
F.dropout(torch.ones(3), 1.0)
F.dropout(torch.ones(3), 0.0)
F.dropout(torch.ones(0), 0.5)
nn.Dropout(-0.1)
nn.Dropout(2)
nn.Dropout2d(1.1)
nn.LSTM(3, 4, dropout=True)
nn.RNN(3, 4, dropout=1.5)
nn.GRU(3, 4, dropout=0.5)
F.dropout1d(torch.ones(2, 3, 4, 5))
F.dropout1d(torch.ones(2))
F.dropout2d(torch.ones(2, 3, 4))
F.dropout3d(torch.ones(2, 3))
torch.multinomial(torch.ones(3), 5)
torch.multinomial(torch.zeros(3), 1)
torch.multinomial(-torch.ones(3), 1)
torch.multinomial(torch.ones(0), 1)
torch.multinomial(torch.ones(3), 0)
torch.multinomial(torch.ones(3), -1)
torch.multinomial(torch.tensor([1., float('inf')]), 1)
torch.multinomial(torch.tensor([1, 2]), 1)
torch.multinomial(torch.ones(2, 2, 2), 1)
torch.poisson(-torch.ones(2))
# spreads and bounds
torch.empty(2).normal_(0, -1)
torch.normal(0., -1., (2,))
torch.normal(torch.zeros(2), -torch.ones(2))
torch.empty(2).uniform_(2, 1)
torch.empty(2).uniform_(1, 1)
torch.empty(2).exponential_(-1)
torch.empty(2).exponential_(0)
torch.empty(2).geometric_(2)
torch.empty(2).geometric_(0)
torch.empty(2).cauchy_(0, -1)
torch.empty(2).log_normal_(0, -1)
torch.empty(2).random_(5, 2)
torch.empty(2).random_(0)
torch.empty(2, dtype=torch.int64).normal_()
torch.empty(2, dtype=torch.int64).uniform_()
torch.rand(2, dtype=torch.int64)
torch.randn(2, dtype=torch.bool)
# ranges
torch.randint(0, (2,))
torch.randint(3, 1, (2,))
torch.randint(5, 5, (2,))
torch.randint(-3, (2,))
torch.randint(5)
torch.randint()
torch.randint(3, (2,), requires_grad=True)
torch.randint(0, 2, (0,))
torch.randperm(-1)
torch.randperm(0)
torch.randperm()
torch.arange(0)
torch.arange(3, 0)
torch.arange(0, 3, 0)
torch.arange(0, 3, -1)
torch.arange(float('inf'))
torch.linspace(0, 1, -1)
torch.linspace(0, 1, 0)
torch.logspace(0, 1, -2)
torch.hann_window(-1)
torch.eye(-1)
# sizes
torch.randn()
torch.rand()
torch.zeros()
torch.full()
torch.rand('a')
torch.zeros('a')
torch.zeros(2.5)
torch.zeros(-1)
torch.ones(2, -3)
torch.empty(-2)
torch.randn(2, -1)
torch.full((-1,), 0.)
torch.rand(10**12)
torch.zeros(10**18)
torch.zeros(2**62, 2**62)
torch.ones(2**40, 2**40)
torch.ones(3).expand(2**62, 3)
torch.ones(2).repeat(2**40, 2**40)
torch.ones(2).view(-1, -1)
torch.ones(6).view(4, -1)
torch.ones(2, 3).reshape(7)
torch.ones(0).view(-1, 0)
nn.Linear(-1, 2)
nn.Linear(0, 3)
nn.Conv2d(1, 2, 0)
nn.Conv2d(1, 2, -1)
nn.Conv2d(3, 4, 3, groups=2)
nn.Conv2d(1, 1, 3)(torch.ones(1, 1, 2, 2))
nn.MaxPool2d(3)(torch.ones(1, 1, 2, 2))
nn.Embedding(-1, 2)
nn.Embedding(3, 2)(torch.tensor([3]))
nn.Embedding(3, 2, padding_idx=5)
# data sets and loaders
list(data.DataLoader([], shuffle=True))
list(data.DataLoader([]))
len(data.DataLoader([]))
data.DataLoader([1], batch_size=0)
data.DataLoader([1], batch_size=-1)
data.DataLoader([1], batch_size='a')
data.DataLoader([1], num_workers=-1)
data.DataLoader([1, 2], sampler=[0], shuffle=True)
data.random_split([1, 2, 3], [1, 1])
data.random_split([1, 2, 3], [0.5, 0.6])
data.random_split([1, 2, 3], [-1, 4])
data.random_split([], [0]); 1
data.RandomSampler([])
data.RandomSampler([1], num_samples=0)
data.RandomSampler([1], replacement=3)
data.WeightedRandomSampler([1., 2.], 0)
data.BatchSampler([1, 2], 0, False)
data.BatchSampler([1, 2], 1, 'x')
data.TensorDataset(torch.ones(2), torch.ones(3))
# initialisers
init.xavier_uniform_(torch.tensor(1.))
init.xavier_normal_(torch.ones(3))
init.kaiming_normal_(torch.ones(3))
init.kaiming_uniform_(torch.ones(2, 2), mode='foo')
init.kaiming_uniform_(torch.ones(2, 2), nonlinearity='foo')
init.kaiming_uniform_(torch.empty(0, 3))
init.kaiming_normal_(torch.empty(3, 0))
init.xavier_uniform_(torch.empty(0, 3))
init.orthogonal_(torch.ones(3))
init.orthogonal_(torch.empty(0, 3))
init.eye_(torch.ones(3))
init.dirac_(torch.ones(3))
init.sparse_(torch.ones(3), 0.1)
init.calculate_gain('foo')
init.calculate_gain('leaky_relu', 'x')
init.uniform_(torch.empty(3), 2, 1)
init.normal_(torch.empty(3), 0., -1.)
init.trunc_normal_(torch.empty(3), 0., 1., 3., 4.)
init.trunc_normal_(torch.empty(3), 0., 1., 4., 3.)
init.trunc_normal_(torch.empty(3), 0., 0.)
init.constant_(torch.empty(2), 'a')
# text of tensors without elements and with many dimensions
torch.zeros(0)
torch.zeros(0, 3)
torch.zeros(2, 0, dtype=torch.int64)
torch.zeros(0, requires_grad=True)
torch.zeros(3, 0).sum(1)
torch.zeros(3, 0).t()
torch.tensor([])
torch.tensor([[]])
torch.empty(0, dtype=torch.bool)
torch.empty(2, 3, 0, dtype=torch.float64)
nn.Parameter(torch.zeros(0))
torch.zeros(1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
torch.zeros(2, 1, 1, 1, 1, 1, 1, 1, 1, 2)
torch.arange(1024).view(*[2] * 10)
torch.zeros(2, 0, 3, 1, 1, 1, 1, 1, 1, 1)
torch.zeros([1] * 65)
torch.ones(0).mean()
torch.ones(0).std()
torch.ones(0).max()
torch.ones(0).argmax()
torch.ones(0, 3).max(0)
torch.ones(0, 3).sum(0)
torch.ones(0).prod()
torch.ones(0).softmax(0)
torch.ones(0).sort()
torch.ones(0).item()
torch.ones(0).tolist()
# what a number, a type or a list cannot be
torch.ones(1).var()
torch.ones(2, 1).std(1)
torch.var_mean(torch.ones(1))
torch.ones(3).var(correction=5)
torch.tensor([1, 2], requires_grad=True)
torch.zeros(2, dtype=torch.int64, requires_grad=True)
torch.full((2,), 1, requires_grad=True)
nn.Parameter(torch.tensor([1]))
torch.tensor([1]).requires_grad_()
torch.tensor([torch.ones(2)])
torch.tensor([torch.ones(1), torch.ones(1)])
torch.tensor([[1, 2], [3]])
torch.tensor(['a'])
torch.tensor([None])
torch.ones(2).type(3)
torch.ones(2).type('foo')
torch.ones(3).T
torch.tensor(1.).T
torch.ones(2, 3, 4).H
torch.ones(3).mT
torch.ones(2).masked_fill(torch.tensor([1, 0], dtype=torch.uint8), 2)
torch.ones(2).masked_select(torch.tensor([1, 0], dtype=torch.uint8))
torch.ones(2)[torch.tensor([1, 0], dtype=torch.uint8)]
torch.tensor([1e6, 0.1, 1e-8]).half()
torch.ones(3).half() * 0.1
torch.ones(2).half() @ torch.ones(2).half()
torch.tensor([1., 2., 3.]).half().mean()
torch.tensor([1., 2.]).half().exp()
torch.finfo(torch.float16)
torch.det(torch.ones(2, 3))
torch.inverse(torch.ones(3))
torch.inverse(torch.zeros(2, 2, 2))
torch.cdist(torch.ones(2, 3), torch.ones(2, 4))
F.pixel_shuffle(torch.ones(1, 3, 2, 2), 2)
F.max_unpool2d(torch.ones(1, 1, 2, 2), torch.full((1, 1, 2, 2), 100), 2)
F.embedding_bag(torch.tensor([0, 1]), torch.ones(2, 2))
'''


def scope():
    return {'torch': torch, 'nn': nn, 'F': F, 'data': data, 'init': nn.init}


def record(code, group):
    case = {'id': f'{group}: {code}', 'code': code, 'type': None}
    torch.manual_seed(777)
    *before, last = code.split('; ')
    with warnings.catch_warnings(record=True) as caught, contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter('always')
        try:
            names = scope()
            exec('; '.join(before), names)
            case['text'] = re.sub(r'0x[0-9a-f]+', '0x', repr(eval(last, names)))
        except Exception as error:
            case['type'], case['message'] = type(error).__name__, str(error)
    if caught:
        case['warnings'] = [{'category': w.category.__name__, 'message': str(w.message).split(' (Triggered internally at ')[0]} for w in caught]
    return case


def main():
    assert '+' in torch.__version__ or torch.__version__.count('.') == 2, torch.__version__
    group, cases = '', []
    for line in CASES.strip().splitlines():
        if line.startswith('# '):
            group = line[2:]
        else:
            cases.append(record(line, group))
    document = {
        'about': 'what PyTorch says of odd input',
        'made_with': {'torch': torch.__version__.split('+')[0], 'recorder': 'Tests/Tools/record_bad_input.py'},
        'fields': {'code': 'statements and an expression, after torch.manual_seed(777)', 'text': "the expression's repr, addresses cut to 0x",
                   'type, message': 'the exception', 'warnings': 'in order'},
        'count': len(cases), 'cases': cases}
    with open(sys.argv[1], 'w') as file:
        head = json.dumps({k: v for k, v in document.items() if k != 'cases'})
        file.write(head[:-1] + ', "cases": [\n' + ',\n'.join(json.dumps(case) for case in cases) + '\n]}\n')


if __name__ == '__main__':
    main()
