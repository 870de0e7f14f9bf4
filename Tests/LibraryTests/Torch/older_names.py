# differs: torch.functional has no nonlinearities in PyTorch any more, and six may be missing.
from collections import deque
from six.moves import urllib, range, zip
import torch
import torch.functional as functional

def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', str(error)[:90])

opener = urllib.request.build_opener()
opener.addheaders = [('User-agent', 'Mozilla/5.0')]
urllib.request.install_opener(opener)
print(list(zip(range(2), 'ab')), urllib.parse.quote('a b&c'), urllib.parse.urlparse('http://h/p?q=1#f').netloc)
attempt(lambda: urllib.request.urlopen('nothing'))
x = torch.tensor([[-1., 2.]])
print(functional.relu(x), functional.log_softmax(x, 1).exp().sum(), functional.max_pool2d(torch.ones(1, 1, 2, 2), 2).shape)
print(functional.einsum('ij->j', x), torch.relu_(x.clone()), torch.sin_(torch.zeros(1)))
with torch.autograd.profiler.profile(record_shapes=True) as prof:
    with torch.autograd.profiler.record_function('forward'):
        torch.ones(8) @ torch.ones(8)
table = prof.key_averages().table(sort_by='self_cpu_time_total', row_limit=10)
print('forward' in table, '# of Calls' in table, prof.self_cpu_time_total > 0)
attempt(lambda: torch.ones(2).indices())
attempt(lambda: torch.ones(2).values())
print(torch.tensor(deque([1., 2.])), torch.tensor([deque([1]), deque([2])]).shape, torch.broadcast_shapes((2, 1), (3,)))
attempt(lambda: torch.broadcast_shapes((2,), (3,)))
# expect:
# [(0, 'a'), (1, 'b')] a%20b%26c h
# ValueError: unknown url type: 'nothing'
# tensor([[0., 2.]]) tensor(1.) torch.Size([1, 1, 1, 1])
# tensor([-1.,  2.]) tensor([[0., 2.]]) tensor([0.])
# True True True
# RuntimeError: indices expected sparse coordinate tensor layout but got Strided
# RuntimeError: values expected sparse tensor layout but got Strided
# tensor([1., 2.]) torch.Size([2, 1]) torch.Size([2, 3])
# RuntimeError: Shape mismatch: objects cannot be broadcast to a single shape
