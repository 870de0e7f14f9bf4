# The counts are those of the lecture's own arithmetic; PyTorch has no such function.
import torch
import torch.nn as nn
from lectern import summary

model = nn.Sequential(nn.Conv2d(1, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(),
                      nn.MaxPool2d(2), nn.Flatten(), nn.Linear(7 * 7 * 64, 10))
print(summary(model, (1, 1, 28, 28)))
print(model.training, model[0].training)
# expect:
# Layer          Output shape     Parameters  Multiply-adds  Field  Stride
# ------------------------------------------------------------------------
# 0 (Conv2d)     [1, 32, 28, 28]         320        225,792      3       1
# 1 (ReLU)       [1, 32, 28, 28]           0              0      3       1
# 2 (MaxPool2d)  [1, 32, 14, 14]           0              0      4       2
# 3 (Conv2d)     [1, 64, 14, 14]      18,496      3,612,672      8       2
# 4 (ReLU)       [1, 64, 14, 14]           0              0      8       2
# 5 (MaxPool2d)  [1, 64, 7, 7]             0              0     10       4
# 6 (Flatten)    [1, 3136]                 0              0      -       -
# 7 (Linear)     [1, 10]              31,370         31,360      -       -
# ------------------------------------------------------------------------
# Parameters: 50,186
# Multiply-adds: 3,869,824
# True True
# ---
import torch
import torch.nn as nn
import torch.nn.functional as F
from lectern import summary


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 5, stride=2)
        self.fc = nn.Linear(8, 2)
        self.conv.weight.requires_grad = False

    def forward(self, x):
        x = F.relu(self.conv(x))
        return self.fc(x.mean((2, 3)))


print(summary(Net(), torch.ones(2, 3, 33, 33)))
for wrong in [lambda: summary(Net(), (2, 1, 33, 33)), lambda: summary(Net, (1,)), lambda: summary(Net(), 'a'), lambda: summary(Net(), (0, 1)),
              lambda: summary(Net(), (10 ** 6, 10 ** 6))]:
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
# expect:
# Layer          Output shape    Parameters  Multiply-adds  Field  Stride
# -----------------------------------------------------------------------
# conv (Conv2d)  [2, 8, 15, 15]         608        270,000      5       2
# fc (Linear)    [2, 2]                  18             32      -       -
# -----------------------------------------------------------------------
# Parameters: 626 (26 of them trained)
# Multiply-adds: 270,032
# RuntimeError Given groups=1, weight of size [8, 3, 5, 5], expected input[2, 1, 33, 33] to have 3 channels, but got 1 channels instead
# TypeError summary() takes a module such as nn.Conv2d(1, 6, 5), not a class
# TypeError summary() takes a tensor or its shape, such as (1, 1, 28, 28), not 'a'
# ValueError summary(): the sizes (0, 1) must all be greater than zero
# ValueError summary(): an input of shape (1000000, 1000000) is too large to try out
