# The sizes that the formulas give are compared with what the layers do.
import torch
import torch.nn as nn
from lectern import explain

print(explain(nn.Conv2d(1, 1, 11, stride=4), (1, 1, 227, 227)))
print(explain(nn.Conv2d(4, 8, 3, stride=2, padding=1, dilation=2, groups=4, bias=False), torch.ones(4, 10, 11)))
print(explain(nn.MaxPool2d(3, 2, ceil_mode=True), (1, 6, 24, 24)))
print(explain(nn.ConvTranspose2d(8, 4, 4, stride=2, padding=1), (1, 8, 7, 7)))
print(explain(nn.Linear(3, 2), (5, 3)))
# expect:
# Conv2d(1, 1, kernel_size=(11, 11), stride=(4, 4))
# Input [1, 1, 227, 227] -> output [1, 1, 55, 55]
# 
# Output size = (input size - filter size + (2 * padding)) / stride + 1
# Height = (227 - 11 + (2 * 0)) / 4 + 1 = 216 / 4 + 1 = 55
# Width  = (227 - 11 + (2 * 0)) / 4 + 1 = 216 / 4 + 1 = 55
# 
# Each of the 1 output channels has a filter over the one input channel.
# Parameters = 1 * 1 * 11 * 11 + 1 = 122
# Conv2d(4, 8, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1), dilation=(2, 2), groups=4, bias=False)
# Input [4, 10, 11] -> output [8, 4, 5]
# 
# Output size = (input size - filter size + (2 * padding)) / stride + 1
# Height = (10 - 5 + (2 * 1)) / 2 + 1 = 7 / 2 + 1, rounded down: 3 + 1 = 4   (filter size = dilation * (3 - 1) + 1 = 2 * 2 + 1 = 5)   (the last 1 of the padded input stays unseen)
# Width  = (11 - 5 + (2 * 1)) / 2 + 1 = 8 / 2 + 1 = 5   (filter size = dilation * (3 - 1) + 1 = 2 * 2 + 1 = 5)
# 
# 4 groups (depthwise): each of the 8 output channels has a filter over 1 of the 4 input channels.
# Parameters = 8 * 1 * 3 * 3 = 72
# MaxPool2d(kernel_size=3, stride=2, padding=0, dilation=1, ceil_mode=True)
# Input [1, 6, 24, 24] -> output [1, 6, 12, 12]
# 
# Output size = (input size - window size + (2 * padding)) / stride + 1
# Height = (24 - 3 + (2 * 0)) / 2 + 1 = 21 / 2 + 1, rounded up: 11 + 1 = 12
# Width  = (24 - 3 + (2 * 0)) / 2 + 1 = 21 / 2 + 1, rounded up: 11 + 1 = 12
# ConvTranspose2d(8, 4, kernel_size=(4, 4), stride=(2, 2), padding=(1, 1))
# Input [1, 8, 7, 7] -> output [1, 4, 14, 14]
# 
# Output size = (input size - 1) * stride - 2 * padding + filter size + output padding
# Height = (7 - 1) * 2 - 2 * 1 + 4 + 0 = 14
# Width  = (7 - 1) * 2 - 2 * 1 + 4 + 0 = 14
# 
# Each of the 4 output channels has a filter over all 8 input channels.
# Parameters = 8 * 4 * 4 * 4 + 4 = 516
# Linear(in_features=3, out_features=2, bias=True)
# Input [5, 3] -> output [5, 2]
# 
# Each of the 2 outputs is a sum over the 3 inputs, and a bias.
# Parameters = 3 * 2 + 2 = 8
# ---
# Every combination agrees with the layer itself.
import torch
import torch.nn as nn
from lectern import explain

count = 0
for size in (5, 8, 13):
    x = torch.ones(1, 2, size, size)
    for kernel in (1, 2, 3):
        for stride in (1, 2, 3):
            for padding in (0, 1):
                layers = [nn.Conv2d(2, 4, kernel, stride, padding), nn.Conv2d(2, 4, kernel, stride, padding, dilation=2),
                          nn.ConvTranspose2d(2, 4, kernel, stride, padding)]
                if padding <= kernel // 2:
                    layers += [nn.MaxPool2d(kernel, stride, padding), nn.MaxPool2d(kernel, stride, padding, ceil_mode=True),
                               nn.AvgPool2d(kernel, stride, padding)]
                for layer in layers:
                    shape = list(layer(x).shape)
                    assert f'-> output {shape}\n' in str(explain(layer, x)), (layer, shape, str(explain(layer, x)))
                    count += 1
print(count > 200)
# expect:
# True
# ---
import torch
import torch.nn as nn
from lectern import explain
for wrong in [lambda: explain(nn.Conv2d(1, 1, 7), (1, 1, 5, 5)), lambda: explain(nn.Conv2d(3, 1, 2), (1, 1, 5, 5)), lambda: explain(nn.Conv2d(1, 1, 2), (5, 5)),
              lambda: explain(nn.ReLU(), (5, 5)), lambda: explain(5, (5, 5)), lambda: explain(nn.Linear(3, 2), (4,)), lambda: explain(nn.Conv2d(1, 1, 2), None)]:
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
# expect:
# ValueError explain(): the filter size 7 is greater than the padded input size 5: there is no place for it
# ValueError explain(): Conv2d(3, 1, kernel_size=(2, 2), stride=(1, 1)) takes 3 channels, but the input [1, 1, 5, 5] has 1
# ValueError explain(): Conv2d takes an input of 3 dimensions (CHW) or 4 (NCHW), not of 2: [5, 5]
# TypeError explain() knows Conv1d to Conv3d, ConvTranspose, MaxPool, AvgPool and Linear layers, not ReLU
# TypeError explain() takes a module such as nn.Conv2d(1, 6, 5), not int
# ValueError explain(): Linear(in_features=3, out_features=2, bias=True) takes inputs whose last dimension is 3, not 4
# TypeError explain() takes a tensor or its shape, such as (1, 1, 28, 28), not None
