# The names and edges are those that PyTorch's grad_fn has.
import torch
import torch.nn as nn
from lectern import graph

x = torch.ones(2, requires_grad=True)
print(graph((x * x + 1).sum()))
model = nn.Sequential(nn.Linear(3, 2), nn.ReLU())
print(graph(model(torch.ones(1, 3)).sum(), model))
picture = graph(x * 2).svg
print(picture.startswith('<svg xmlns='), picture.count('<rect'), picture.count('<line'), picture.strip().endswith('</svg>'))
y = x
for _ in range(3000):
    y = y * 2
print(str(graph(y)).count('\n') > 300, str(graph(y)).split('\n')[-1])
for wrong in [lambda: graph(torch.ones(2)), lambda: graph(x), lambda: graph(3), lambda: graph(x * 2, 3), lambda: graph(x * 2).save('/nonexistent/g.svg')]:
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
# expect:
# SumBackward0
# AddBackward0
# MulBackward0
# ├─ leaf [2]
# └─ leaf [2] (above)
# SumBackward0
# ReluBackward0
# AddmmBackward0
# ├─ 0.bias [2]
# └─ TBackward0
#    0.weight [2, 3]
# True 2 1 True
# True … and more: only the first 400 are shown
# RuntimeError graph(): the tensor does not require grad and does not have a grad_fn
# RuntimeError graph(): the tensor is a leaf: no operation has made it
# TypeError graph() takes a tensor, not int
# TypeError graph() takes a module such as nn.Conv2d(1, 6, 5), not int
# FileNotFoundError [Errno 2] No such file or directory: '/nonexistent/g.svg'
