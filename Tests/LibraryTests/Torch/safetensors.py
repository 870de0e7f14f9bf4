# differs: the wording of errors is that of an earlier version of the safetensors package; the cases are those that it refuses too.
import io, json, os, tempfile
import torch
from safetensors.torch import load, save, save_file, load_file
from safetensors import safe_open

def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', str(error)[:90])

def file(header, body=b'', length=None):
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return (len(text) if length is None else length).to_bytes(8, 'little') + text + body

def one(kind='F32', shape=[1], places=[0, 4]):
    return {'dtype': kind, 'shape': shape, 'data_offsets': places}

given = {'half': torch.ones(2).half(), 'none': torch.zeros(0, 3), 'one': torch.tensor(2.5), 'flags': torch.tensor([True, False])}
found = load(save(given, metadata={'format': 'pt'}))
print({name: (x.dtype, tuple(x.shape), x.tolist()) for name, x in sorted(found.items())})
path = os.path.join(tempfile.mkdtemp(), 'a.safetensors')
save_file(given, path, metadata={'note': 'ü'})
with safe_open(path, framework='pt', device='cpu') as opened:
    print(opened.keys(), opened.metadata(), opened.get_tensor('one'))
print(load(file({'a': one()}, b'\x00\x00\xc0\x3f')), load(file({str(i): one(shape=[0], places=[0, 0]) for i in range(2)})))
for data in (b'', file(b'{}', length=1 << 62), file(b'{}', length=(1 << 64) - 1), file(b'{}', length=10), file(b'[1]'), file(b'{"\xff":1}'),
             file(b'{"a":' + b'[' * 5000 + b']' * 5000 + b'}'), file({'a': one(), 'b': one(places=[2, 6])}, bytes(6)),
             file({'a': one(), 'b': one(places=[8, 12])}, bytes(12)), file({'a': one(shape=[2], places=[0, 8])}, bytes(4)),
             file({'a': one()}, bytes(9)), file({'a': one(shape=[1 << 40, 1 << 40])}, bytes(4)), file({'a': one(shape=[-1])}, bytes(4)),
             file({'a': one(shape=[2])}, bytes(4)), file({'a': one(places=[0.0, 4.0])}, bytes(4)), file({'a': one('BF16', [2])}, bytes(4)),
             file({'a': one(places=[4, 0], shape=[0])}, bytes(4))):
    attempt(lambda: load(data))
# expect:
# {'flags': (torch.bool, (2,), [True, False]), 'half': (torch.float16, (2,), [1.0, 1.0]), 'none': (torch.float32, (0, 3), []), 'one': (torch.float32, (), 2.5)}
# ['flags', 'half', 'none', 'one'] {'note': 'ü'} tensor(2.5000)
# {'a': tensor([1.5000])} {'0': tensor([]), '1': tensor([])}
# SafetensorError: Error while deserializing header: HeaderTooSmall
# SafetensorError: Error while deserializing header: HeaderTooLarge
# SafetensorError: Error while deserializing header: HeaderTooLarge
# SafetensorError: Error while deserializing header: InvalidHeaderLength
# SafetensorError: Error while deserializing header: InvalidHeaderStart
# SafetensorError: Error while deserializing header: InvalidHeader
# SafetensorError: Error while deserializing header: InvalidHeaderDeserialization: maximum recursion depth ex
# SafetensorError: Error while deserializing header: InvalidOffset("b")
# SafetensorError: Error while deserializing header: InvalidOffset("b")
# SafetensorError: Error while deserializing header: MetadataIncompleteBuffer
# SafetensorError: Error while deserializing header: MetadataIncompleteBuffer
# SafetensorError: Error while deserializing header: ValidationOverflow
# SafetensorError: Error while deserializing header: InvalidHeaderDeserialization: "a"
# SafetensorError: Error while deserializing header: TensorInvalidInfo
# SafetensorError: Error while deserializing header: InvalidHeaderDeserialization: "a"
# SafetensorError: Error while deserializing header: the type BF16 is not supported
# SafetensorError: Error while deserializing header: InvalidOffset("a")
