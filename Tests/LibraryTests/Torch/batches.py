import torch, numpy as np, random
from torch.utils.data import Dataset, DataLoader, random_split, WeightedRandomSampler, ConcatDataset, Subset, IterableDataset
from torch.nn.utils.rnn import pad_sequence, pack_padded_sequence, pad_packed_sequence
torch.manual_seed(0); random.seed(0); np.random.seed(0)
class Toy(Dataset):
    """Sentences of different lengths."""
    def __init__(self, n): self.items = [(torch.arange(1, random.randint(2, 6)), i % 3) for i in range(n)]
    def __len__(self): return len(self.items)
    def __getitem__(self, i): return {'tokens': self.items[i][0], 'label': self.items[i][1], 'id': str(i)}
def collate(batch):
    batch.sort(key=lambda b: len(b['tokens']), reverse=True)
    lengths = torch.tensor([len(b['tokens']) for b in batch]); x = pad_sequence([b['tokens'] for b in batch], batch_first=True, padding_value=0)
    return x, lengths, torch.tensor([b['label'] for b in batch]), [b['id'] for b in batch]
ds = Toy(12)
for x, l, y, ids in DataLoader(ds, batch_size=4, shuffle=True, collate_fn=collate): print(x, l, y, ids)
packed = pack_padded_sequence(x.float().unsqueeze(-1), l, batch_first=True); print(packed.batch_sizes); print(pad_packed_sequence(packed, batch_first=True)[1])
class Points(Dataset):
    def __init__(self, transform=None): self.x = np.random.rand(6, 2).astype('float32'); self.transform = transform
    def __len__(self): return 6
    def __getitem__(self, idx):
        s = {'x': self.x[idx], 'n': idx, 'name': f'p{idx}', 'pair': (idx, float(idx))}
        return self.transform(s) if self.transform else s
for b in DataLoader(Points(), batch_size=4): print(b)
tr, va = random_split(range(10), [7, 3], generator=torch.Generator().manual_seed(42)); print(list(tr), list(va), tr.indices)
w = WeightedRandomSampler([0.1, 0.9, 0.5], 8, replacement=True); print(list(w)); print(len(ConcatDataset([ds, Points()])), len(Subset(ds, [1, 2])))
class Stream(IterableDataset):
    def __iter__(self): return iter(range(5))
print([b.tolist() for b in DataLoader(Stream(), batch_size=2)]); print(len(DataLoader(ds, batch_size=5)), len(DataLoader(ds, batch_size=5, drop_last=True)))
loader = DataLoader(list(range(6)), batch_size=3, shuffle=True, generator=torch.Generator().manual_seed(1)); it = iter(loader); print(next(it), next(it))
try: next(it)
except StopIteration: print('stop')
try: DataLoader(ds, batch_size=2, shuffle=True, sampler=w)
except ValueError as e: print(e)
try: next(iter(DataLoader([torch.ones(2), torch.ones(3)], batch_size=2)))
except RuntimeError as e: print(e)
def seed_worker(worker_id): np.random.seed(torch.initial_seed() % 2**32)
print([b.shape for b in DataLoader(torch.rand(4, 2), batch_size=2, num_workers=0, worker_init_fn=seed_worker, pin_memory=False, persistent_workers=False)])
# expect:
# tensor([[1, 2, 3, 4],
#         [1, 2, 3, 4],
#         [1, 2, 3, 0],
#         [1, 2, 0, 0]]) tensor([4, 4, 3, 2]) tensor([0, 2, 0, 2]) ['6', '8', '9', '11']
# tensor([[1, 2, 3, 4, 5],
#         [1, 2, 3, 4, 0],
#         [1, 2, 3, 4, 0],
#         [1, 0, 0, 0, 0]]) tensor([5, 4, 4, 1]) tensor([1, 1, 2, 2]) ['4', '1', '5', '2']
# tensor([[1, 2, 3, 4, 5],
#         [1, 2, 3, 4, 0],
#         [1, 2, 3, 0, 0],
#         [1, 2, 3, 0, 0]]) tensor([5, 4, 3, 3]) tensor([1, 0, 0, 1]) ['10', '0', '3', '7']
# tensor([4, 4, 4, 2, 1])
# tensor([5, 4, 3, 3])
# {'x': tensor([[0.5488, 0.7152],
#         [0.6028, 0.5449],
#         [0.4237, 0.6459],
#         [0.4376, 0.8918]]), 'n': tensor([0, 1, 2, 3]), 'name': ['p0', 'p1', 'p2', 'p3'], 'pair': [tensor([0, 1, 2, 3]), tensor([0., 1., 2., 3.], dtype=torch.float64)]}
# {'x': tensor([[0.9637, 0.3834],
#         [0.7917, 0.5289]]), 'n': tensor([4, 5]), 'name': ['p4', 'p5'], 'pair': [tensor([4, 5]), tensor([4., 5.], dtype=torch.float64)]}
# [2, 6, 1, 8, 4, 5, 0] [9, 3, 7] [2, 6, 1, 8, 4, 5, 0]
# [2, 1, 2, 1, 1, 1, 1, 1]
# 18 2
# [[0, 1], [2, 3], [4]]
# 3 2
# tensor([0, 4, 5]) tensor([1, 2, 3])
# stop
# sampler option is mutually exclusive with shuffle
# stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1
# [torch.Size([2, 2]), torch.Size([2, 2])]
