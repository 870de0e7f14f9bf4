import torch
import torch.nn as nn
from lectern import show_filters

show_filters(nn.Conv2d(1, 6, 5))
show_filters(nn.Conv2d(3, 4, 3), cmap='jet')
show_filters(nn.Conv2d(16, 33, 3))
show_filters(nn.Conv1d(2, 2, 3))
for wrong in [lambda: show_filters(nn.ReLU()), lambda: show_filters(nn.Linear(2, 3)), lambda: show_filters(3), lambda: show_filters(nn.Conv2d(1, 1, 2), cmap='foo')]:
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
# expect:
# shown: <Figure size 270x230 with 6 Axes>
# shown: <Figure size 200x230 with 4 Axes>
# shown: <Figure size 1080x1130 with 144 Axes>
# shown: <Figure size 200x230 with 4 Axes>
# TypeError show_filters() takes a convolution with filters of one or two dimensions, not ReLU
# TypeError show_filters() takes a convolution with filters of one or two dimensions, not Linear
# TypeError show_filters() takes a module such as nn.Conv2d(1, 6, 5), not int
# ValueError 'foo' is not a valid value for cmap.
