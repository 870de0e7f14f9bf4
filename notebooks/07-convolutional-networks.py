# %% [markdown]
# # 07 Convolutional networks
# A fully connected layer flattens an image and forgets which pixels were neighbours. Convolution layers keep the grid.
# This notebook counts: sizes, parameters, multiply-adds, and how much of the image one number sees.

# %%
import torch
import torch.nn as nn

# %% [markdown]
# ## A layer and its activation maps
# Six filters of 5×5 over an image of 3 channels and 32×32 pixels give six maps of 28×28: six planes, or a grid of 28·28 places
# with a vector of six features at each.

# %%
layer = nn.Conv2d(3, 6, 5)
maps = layer(torch.zeros(2, 3, 32, 32))
print(maps.shape)
print(maps[0, :, 10, 20].shape)
#> torch.Size([2, 6, 28, 28])
#> torch.Size([6])

# %% [markdown]
# ## Layers in a row
# Two linear layers in a row are one linear layer; two convolutions in a row are one convolution. So something bent must stand between.

# %%
torch.manual_seed(1)
first = nn.Conv2d(1, 1, 3, bias=False)
second = nn.Conv2d(1, 1, 3, bias=False)
# The filter that does both at once: the response of the pair to a single one, flipped.
impulse = torch.zeros(1, 1, 9, 9)
impulse[0, 0, 4, 4] = 1
both = second(first(impulse)).flip(2, 3)
x = torch.randn(1, 1, 12, 12)
print(both.shape)
print(torch.allclose(second(first(x)), torch.nn.functional.conv2d(x, both), atol=1e-6))
print(torch.allclose(second(torch.relu(first(x))), torch.nn.functional.conv2d(x, both), atol=1e-6))
#> torch.Size([1, 1, 5, 5])
#> True
#> False

# %% [markdown]
# ## How fast the image shrinks
# Without padding each layer takes $K - 1$ rows and columns. "Same" padding $P = (K - 1) / 2$ stops that.

# %%
size, layers = 32, 0
while size >= 5:
    size, layers = size - 4, layers + 1
print(layers, 'layers of 5x5 leave', size, 'pixels')
for k in [1, 3, 5, 7]:
    print(k, nn.Conv2d(1, 1, k, padding=(k - 1) // 2)(torch.zeros(1, 1, 32, 32)).shape[2])
#> 7 layers of 5x5 leave 4 pixels
#> 1 32
#> 3 32
#> 5 32
#> 7 32

# %% [markdown]
# ## Counting
# Ten filters of 5×5 over 3×32×32 with stride 1 and padding 2:
# output $(32 + 2·2 - 5) / 1 + 1 = 32$; each filter has $3·5·5$ weights and a bias; each output number costs $3·5·5$ multiply-adds.

# %%
layer = nn.Conv2d(3, 10, 5, stride=1, padding=2)
out = layer(torch.zeros(1, 3, 32, 32))
parameters = sum(p.numel() for p in layer.parameters())
multiply_adds = out.numel() * layer.weight[0].numel()
print(tuple(out.shape[1:]), parameters, '{:,}'.format(multiply_adds))
#> (10, 32, 32) 760 768,000

# %% [markdown]
# ## Receptive field
# One output number of a 3×3 layer sees 3×3 pixels; through a second layer 5×5; through $L$ layers $1 + L (K - 1)$.
# Gradients show it: they reach exactly the pixels that were seen.

# %%
def receptive_field(layers, size=64):
    x = torch.zeros(1, 1, size, size, requires_grad=True)
    out = x
    for layer in layers:
        with torch.no_grad():
            for p in layer.parameters():
                p.fill_(1.)
        out = layer(out)
    out[0, 0, out.shape[2] // 2, out.shape[3] // 2].backward()
    rows = (x.grad[0, 0].sum(dim=1) != 0).sum().item()
    columns = (x.grad[0, 0].sum(dim=0) != 0).sum().item()
    return rows, columns

for L in range(1, 6):
    print(L, receptive_field([nn.Conv2d(1, 1, 3, padding=1) for _ in range(L)]), 1 + L * 2)
#> 1 (3, 3) 3
#> 2 (5, 5) 5
#> 3 (7, 7) 7
#> 4 (9, 9) 9
#> 5 (11, 11) 11

# %% [markdown]
# To see a whole photograph of 224 pixels would take 112 such layers. Stride makes later layers see further: each step of theirs is
# two steps of the image.

# %%
print(receptive_field([nn.Conv2d(1, 1, 3, stride=2, padding=1) for _ in range(3)]))
print(receptive_field([nn.Conv2d(1, 1, 3, padding=1, dilation=d) for d in [1, 2, 4]]))
#> (15, 15)
#> (15, 15)

# %% [markdown]
# The rule behind both: walk through the layers and keep two numbers, the field and the distance ("jump") between neighbours.

# %%
def walk(layers):
    field, jump = 1, 1
    for kernel, stride, dilation in layers:
        field += dilation * (kernel - 1) * jump
        jump *= stride
    return field, jump

print(walk([(3, 2, 1)] * 3), walk([(3, 1, 1), (3, 1, 2), (3, 1, 4)]))
#> (15, 8) (15, 1)

# %% [markdown]
# ## 1×1 convolution
# It mixes the channels of each place and looks at no neighbour: a linear layer used at every pixel.

# %%
torch.manual_seed(2)
point = nn.Conv2d(64, 32, 1)
x = torch.randn(1, 64, 56, 56)
grid = x.permute(0, 2, 3, 1)
same = nn.functional.linear(grid, point.weight.view(32, 64), point.bias).permute(0, 3, 1, 2)
print(point(x).shape, torch.allclose(point(x), same, atol=1e-5))
#> torch.Size([1, 32, 56, 56]) True

# %% [markdown]
# ## One and three dimensions
# Text and sound have one axis, videos and scans three. Only the number of axes changes.

# %%
print(nn.Conv1d(16, 33, 3, stride=2)(torch.zeros(20, 16, 50)).shape)
print(nn.Conv3d(16, 33, 3, stride=2)(torch.zeros(2, 16, 10, 50, 100)).shape)
print(nn.Conv1d(16, 33, 3).weight.shape, nn.Conv3d(16, 33, 3).weight.shape)
#> torch.Size([20, 33, 24])
#> torch.Size([2, 33, 4, 24, 49])
#> torch.Size([33, 16, 3]) torch.Size([33, 16, 3, 3, 3])

# %% [markdown]
# ## Pooling
# It shrinks without weights, and a small shift of the image changes little. Max pooling passes the gradient to the winner alone.

# %%
x = torch.tensor([[[[1., 1., 2., 4.],
                    [5., 6., 7., 8.],
                    [3., 2., 1., 0.],
                    [1., 2., 3., 4.]]]], requires_grad=True)
nn.MaxPool2d(2, 2)(x).sum().backward()
print(x.grad[0, 0])
#> tensor([[0., 0., 0., 0.],
#>         [0., 1., 0., 1.],
#>         [1., 0., 0., 0.],
#>         [0., 0., 0., 1.]])

# %%
pooled = nn.AdaptiveAvgPool2d(1)(torch.arange(32.).view(1, 2, 4, 4))
print(pooled.flatten())
#> tensor([ 7.5000, 23.5000])

# %% [markdown]
# ## A whole network
# Each row: the layer, its output, its parameters. Most parameters of such networks sit in the linear layers.

# %%
network = nn.Sequential(
    nn.Conv2d(1, 20, 5), nn.ReLU(), nn.MaxPool2d(2, 2),
    nn.Conv2d(20, 50, 5), nn.ReLU(), nn.MaxPool2d(2, 2),
    nn.Flatten(), nn.Linear(800, 500), nn.ReLU(), nn.Linear(500, 10))
x = torch.zeros(1, 1, 28, 28)
total = 0
for layer in network:
    x = layer(x)
    count = sum(p.numel() for p in layer.parameters())
    total += count
    print('{:<10} {:<18} {:>7}'.format(layer.__class__.__name__, str(tuple(x.shape)), count))
print(total)
#> Conv2d     (1, 20, 24, 24)        520
#> ReLU       (1, 20, 24, 24)          0
#> MaxPool2d  (1, 20, 12, 12)          0
#> Conv2d     (1, 50, 8, 8)        25050
#> ReLU       (1, 50, 8, 8)            0
#> MaxPool2d  (1, 50, 4, 4)            0
#> Flatten    (1, 800)                 0
#> Linear     (1, 500)            400500
#> ReLU       (1, 500)                 0
#> Linear     (1, 10)               5010
#> 431080
