# A million updates of single tensor elements, as a lecture counts pairs of letters; reading and writing them: one line a case, seconds
import time
import torch


def update(n):
    N = torch.zeros((27, 27), dtype=torch.int32)
    for k in range(n):
        i = k % 27
        j = k * 7 % 27
        N[i, j] += 1
    return N.sum().item()


def update_float(n):
    N = torch.zeros((27, 27))
    for k in range(n):
        N[k % 27, 5] += 0.5
    return N.sum().item()


def write(n):
    N = torch.zeros((27, 27))
    for k in range(n):
        N[k % 27, 3] = k
    return N.sum().item()


def read(n):
    N = torch.ones((27, 27))
    s = 0.0
    for k in range(n):
        s += N[k % 27, 3].item()
    return s


cases = [('update', lambda: update(1000000)), ('update_float', lambda: update_float(300000)), ('write', lambda: write(300000)),
         ('read', lambda: read(300000))]
for name, f in cases:
    start = time.time()
    result = f()
    print(name, result, 'seconds {:.4f}'.format(time.time() - start))
