# layers, products, reductions and data loading alone: seconds of one call, the best of several
import time
import torch
import torch.nn as nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)

def best(name, f, count=5):
    f()
    least = None
    for _ in range(count):
        t = time.time()
        f()
        d = time.time() - t
        if least is None or d < least:
            least = d
    print(name, 'seconds {:.6f}'.format(least))

for size in (512, 1024, 2048):
    a = torch.rand(size, size)
    b = torch.rand(size, size)
    best('matmul ' + {512: 'small', 1024: 'medium', 2048: 'large'}[size], lambda: a @ b)

x = torch.rand(1000, 1000)
y = torch.rand(1000, 1000)
best('elementwise chain', lambda: ((x * y + x) / (y + 1) - x).relu().sum())
best('exponential and tanh', lambda: torch.tanh(torch.exp(x) * 0.1))
best('softmax', lambda: torch.softmax(x, dim=1))
best('softmax over columns', lambda: torch.softmax(x, dim=0))
rows = torch.randint(0, 1000, (5000,))
best('rows by index', lambda: x[rows])
best('mask', lambda: x[x > 0.5])
best('sum over rows', lambda: x.sum(0))
best('mean and std', lambda: (x.mean(), x.std()))
best('transposed copy', lambda: x.t().contiguous())

norm = nn.BatchNorm2d(32)
images = torch.rand(100, 32, 28, 28, requires_grad=True)
best('BatchNorm2d forward', lambda: norm(images))
def norm_step():
    norm(images).sum().backward()
best('BatchNorm2d with gradient', norm_step)

lstm = nn.LSTM(28, 128, batch_first=True)
lines = torch.rand(100, 28, 28)
with torch.no_grad():
    best('LSTM forward', lambda: lstm(lines))
def lstm_step():
    lstm(lines)[0].sum().backward()
best('LSTM with gradient', lstm_step)

linear = nn.Linear(784, 256)
flat = torch.rand(100, 784)
def linear_step():
    linear(flat).sum().backward()
best('Linear with gradient', linear_step, 50)

data = TensorDataset(torch.rand(20000, 1, 28, 28), torch.randint(0, 10, (20000,)))
def load():
    for batch in DataLoader(data, batch_size=100, shuffle=True):
        pass
best('DataLoader', load, 3)
