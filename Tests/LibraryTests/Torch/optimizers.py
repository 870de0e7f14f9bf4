# L-BFGS, an optimiser written in the script, and the saved progress of schedules.
import torch
from torch import nn
torch.manual_seed(0)
for options in ({}, {'lr': 0.5}, {'max_iter': 4, 'history_size': 3}):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, 1)).double()
    x = torch.rand(20, 3).double()
    y = (x.sum(1, keepdim=True) * 2).sin()
    optimizer = torch.optim.LBFGS(model.parameters(), **options)
    def closure():
        optimizer.zero_grad()
        loss = ((model(x) - y) ** 2).mean()
        loss.backward()
        return loss
    print([round(optimizer.step(closure).item(), 6) for _ in range(5)])
# expect:
# [0.464785, 0.011368, 0.000389, 0.000184, 0.000151]
# [0.464785, 0.015433, 0.000894, 0.000233, 0.000123]
# [0.464785, 1.458076, 0.04735, 0.022931, 0.017984]
# ---
import torch

class Plain(torch.optim.Optimizer):
    def __init__(self, params, lr=0.1):
        super().__init__(params, dict(lr=lr))

    @torch.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            for p in group['params']:
                if p.grad is not None:
                    state = self.state[p]
                    state['steps'] = state.get('steps', 0) + 1
                    p.add_(p.grad, alpha=-group['lr'])

w = torch.tensor([1., 2.], requires_grad=True)
optimizer = Plain([w])
schedule = torch.optim.lr_scheduler.StepLR(optimizer, step_size=2, gamma=0.5)
for _ in range(3):
    optimizer.zero_grad()
    (w ** 2).sum().backward()
    optimizer.step()
    schedule.step()
print(w, optimizer.state[w], schedule.get_last_lr(), schedule.state_dict()['last_epoch'])
other = torch.optim.lr_scheduler.StepLR(Plain([torch.ones(1, requires_grad=True)]), step_size=2, gamma=0.5)
other.load_state_dict(schedule.state_dict())
print(other.last_epoch, other.get_last_lr())
# expect:
# tensor([0.5760, 1.1520], requires_grad=True) {'steps': 3} [0.05] 3
# 3 [0.05]
# ---
import torch
from torch.utils.data import DataLoader, IterableDataset

class Count(IterableDataset):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return iter(range(self.n))

for options in ({'batch_size': 3}, {'batch_size': 3, 'drop_last': True}, {'batch_size': None}, {'batch_size': 2, 'collate_fn': sum}):
    print(list(DataLoader(Count(7), **options)))
for attempt in (lambda: len(DataLoader(Count(7))), lambda: DataLoader(Count(7), shuffle=True)):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)
# expect:
# [tensor([0, 1, 2]), tensor([3, 4, 5]), tensor([6])]
# [tensor([0, 1, 2]), tensor([3, 4, 5])]
# [0, 1, 2, 3, 4, 5, 6]
# [1, 5, 9, 6]
# TypeError object of type 'Count' has no len()
# ValueError DataLoader with IterableDataset: expected unspecified shuffle option, but got shuffle=True
