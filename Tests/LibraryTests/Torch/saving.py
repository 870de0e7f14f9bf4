# What torch.save writes comes back: dtypes, strides, shared memory, nesting, classes of dictionaries.
import collections, io
import torch
from torch import nn

def again(value):
    stream = io.BytesIO()
    torch.save(value, stream)
    stream.seek(0)
    return torch.load(stream)

base = torch.arange(12.).view(3, 4)
print(again([base.t(), base[1:, 1:3], base[0], torch.tensor(2.5), torch.empty(0, 3)]))
a, b = again([base, base.t()])
print(a.data_ptr() == b.data_ptr(), b.stride(), again(base[1:, 1:]).storage_offset())
for dtype in (torch.bool, torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.float32, torch.float64):
    print(again(torch.tensor([0, 1, 2]).to(dtype)))
print(again([None, True, 0, 255, 256, 65536, -1, 2 ** 31, 2 ** 40, -2 ** 63, 2 ** 70, -2 ** 70, 1.5, float('inf'), 'héllo', (), (1,), (1, 2, 3, 4)]))
print(again({'size': torch.Size([2, 3]), 'dtype': torch.float64, 'device': torch.device('cpu'), 'set': {1}, 'bytes': b'ab\xff'}))
print(again(collections.OrderedDict(a=1)), again(collections.Counter('aab')))
print(again(nn.Parameter(torch.ones(2))), again(torch.ones(1, requires_grad=True)))
loop = [1]
loop.append(loop)
back = again([loop, loop])
print(back[0] is back[1], back[0][1] is back[0])
# expect:
# [tensor([[ 0.,  4.,  8.],
#         [ 1.,  5.,  9.],
#         [ 2.,  6., 10.],
#         [ 3.,  7., 11.]]), tensor([[ 5.,  6.],
#         [ 9., 10.]]), tensor([0., 1., 2., 3.]), tensor(2.5000), tensor([], size=(0, 3))]
# True (1, 4) 5
# tensor([False,  True,  True])
# tensor([0, 1, 2], dtype=torch.uint8)
# tensor([0, 1, 2], dtype=torch.int8)
# tensor([0, 1, 2], dtype=torch.int16)
# tensor([0, 1, 2], dtype=torch.int32)
# tensor([0, 1, 2])
# tensor([0., 1., 2.])
# tensor([0., 1., 2.], dtype=torch.float64)
# [None, True, 0, 255, 256, 65536, -1, 2147483648, 1099511627776, -9223372036854775808, 1180591620717411303424, -1180591620717411303424, 1.5, inf, 'héllo', (), (1,), (1, 2, 3, 4)]
# {'size': torch.Size([2, 3]), 'dtype': torch.float64, 'device': device(type='cpu'), 'set': {1}, 'bytes': b'ab\xff'}
# OrderedDict([('a', 1)]) Counter({'a': 2, 'b': 1})
# Parameter containing:
# tensor([1., 1.], requires_grad=True) tensor([1.], requires_grad=True)
# True True
# ---
import os, pathlib
import torch
from torch import nn
torch.manual_seed(0)
folder = f'/tmp/saving-test-{os.getpid()}'
os.makedirs(folder)
path = pathlib.Path(folder) / 'model.pth'
m = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.Flatten(), nn.Linear(8, 2))
optimizer = torch.optim.Adam(m.parameters(), lr=0.01)
x = torch.rand(3, 1, 4, 4)
m(x).sum().backward()
optimizer.step()
torch.save({'model': m.state_dict(), 'optimizer': optimizer.state_dict(), 'epoch': 3}, path)
print(sorted(os.listdir(folder)))
checkpoint = torch.load(str(path), map_location='cpu')
other = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.Flatten(), nn.Linear(8, 2))
print(other.load_state_dict(checkpoint['model']))
m.eval()
other.eval()
print(torch.equal(m(x), other(x)), checkpoint['epoch'], checkpoint['model']._metadata)
again = torch.optim.Adam(other.parameters(), lr=0.5)
again.load_state_dict(checkpoint['optimizer'])
print(again.param_groups[0]['lr'], again.state_dict()['state'][0]['step'])
with open(path, 'rb') as file:
    print(list(torch.load(file)))
with open(path, 'r+b') as file:
    file.truncate(500)
for bad in (path, str(path) + 'x'):
    try:
        torch.load(bad)
    except Exception as error:
        print(type(error).__name__, str(error).replace(folder, '')[:90])
try:
    torch.save(1, folder + '/none/model.pth')
except RuntimeError as error:
    print(str(error).replace(folder, ''))
os.remove(path)
os.rmdir(folder)
# expect:
# ['model.pth']
# <All keys matched successfully>
# True 3 OrderedDict([('', {'version': 1}), ('0', {'version': 1}), ('1', {'version': 2}), ('2', {'version': 1}), ('3', {'version': 1})])
# 0.01 tensor(1.)
# ['model', 'optimizer', 'epoch']
# RuntimeError PytorchStreamReader failed reading zip archive: failed finding central directory. This is 
# FileNotFoundError [Errno 2] No such file or directory: '/model.pthx'
# Parent directory /none does not exist.
