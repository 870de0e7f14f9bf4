# %% [markdown]
# # The parameters of Conv2d
# `nn.Conv2d(in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1, bias=True, padding_mode='zeros')`:
# what each one does to the shapes, the weights and the numbers.

# %%
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.randn(20, 16, 50, 100)
print(x.shape)
#> torch.Size([20, 16, 50, 100])

# %% [markdown]
# ## Kernel, stride, padding, dilation
# Every one of them is a number, or a pair (rows, columns).

# %%
print(nn.Conv2d(16, 33, 3, stride=2)(x).shape)
print(nn.Conv2d(16, 33, (3, 5), stride=(2, 1), padding=(4, 2))(x).shape)
print(nn.Conv2d(16, 33, (3, 5), stride=(2, 1), padding=(4, 2), dilation=(3, 1))(x).shape)
#> torch.Size([20, 33, 24, 49])
#> torch.Size([20, 33, 28, 100])
#> torch.Size([20, 33, 26, 100])

# %% [markdown]
# Dilation $D$ spreads the filter: $K$ weights cover $D (K - 1) + 1$ places. The formula of the output size uses that width:

# %%
def output_size(size, kernel, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1

print(output_size(50, 3, stride=2, padding=4, dilation=3), output_size(100, 5, padding=2))
#> 26 100

# %%
spread = torch.zeros(1, 1, 7, 7)
spread[0, 0, 3, 3] = 1
seen = F.conv2d(spread, torch.ones(1, 1, 3, 3), padding=2, dilation=2)[0, 0]
seen
#> tensor([[0., 0., 0., 0., 0., 0., 0.],
#>         [0., 1., 0., 1., 0., 1., 0.],
#>         [0., 0., 0., 0., 0., 0., 0.],
#>         [0., 1., 0., 1., 0., 1., 0.],
#>         [0., 0., 0., 0., 0., 0., 0.],
#>         [0., 1., 0., 1., 0., 1., 0.],
#>         [0., 0., 0., 0., 0., 0., 0.]])

# %% [markdown]
# ## Weights
# One filter for each output channel, each as deep as the input has channels: shape (out_channels, in_channels / groups, K, K).

# %%
layer = nn.Conv2d(in_channels=1, out_channels=3, kernel_size=3, stride=1)
print(layer)
print(layer.weight.shape, layer.bias.shape)
#> Conv2d(1, 3, kernel_size=(3, 3), stride=(1, 1))
#> torch.Size([3, 1, 3, 3]) torch.Size([3])

# %% [markdown]
# The same seed gives the numbers that PyTorch draws:

# %%
torch.manual_seed(777)
layer = nn.Conv2d(1, 3, 3)
print(layer.weight)
print(layer.bias)
#> Parameter containing:
#> tensor([[[[-0.2787, -0.0059, -0.0645],
#>           [-0.0761,  0.2542,  0.2541],
#>           [ 0.1495,  0.0022,  0.2166]]],
#>
#>
#>         [[[-0.1577, -0.1258,  0.0632],
#>           [-0.2605,  0.0809,  0.1567],
#>           [ 0.3265,  0.2777, -0.1169]]],
#>
#>
#>         [[[ 0.2477,  0.2583,  0.2690],
#>           [-0.1864, -0.0669, -0.1780],
#>           [ 0.2941,  0.2786,  0.2635]]]], requires_grad=True)
#> Parameter containing:
#> tensor([-0.0440, -0.2318, -0.1231], requires_grad=True)

# %% [markdown]
# A parameter belongs to the graph, so it does not turn into an array just like that; `detach` takes the numbers out.

# %% raises="RuntimeError"
layer.weight.numpy()
#! RuntimeError: Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.

# %%
weight = layer.weight.detach()
print(weight[0, 0].min().item() >= -1 / 3, weight[0, 0].max().item() <= 1 / 3, weight.requires_grad)
#> True True False

# %% [markdown]
# Where does 1/3 come from? The start values are drawn evenly from $\pm 1/\sqrt{n}$ with $n$ the inputs of one output number, here $1·3·3 = 9$.

# %% [markdown]
# ## Groups
# `groups=2` cuts the channels into two halves that never meet: two small layers side by side.

# %%
one = nn.Conv2d(4, 6, 3)
two = nn.Conv2d(4, 6, 3, groups=2)
print(one.weight.shape, two.weight.shape)
half = torch.randn(1, 4, 8, 8)
left = F.conv2d(half[:, :2], two.weight[:3], two.bias[:3])
right = F.conv2d(half[:, 2:], two.weight[3:], two.bias[3:])
print(torch.allclose(two(half), torch.cat([left, right], dim=1), atol=1e-6))
#> torch.Size([6, 4, 3, 3]) torch.Size([6, 2, 3, 3])
#> True

# %% [markdown]
# With as many groups as channels each channel has filters of its own: a depthwise convolution. Followed by a 1×1 convolution
# that mixes the channels it needs far fewer weights than the full layer.

# %%
full = nn.Conv2d(32, 64, 3, padding=1)
depthwise = nn.Conv2d(32, 32, 3, padding=1, groups=32)
pointwise = nn.Conv2d(32, 64, 1)
count = lambda *layers: sum(p.numel() for layer in layers for p in layer.parameters())
print(count(full), count(depthwise, pointwise))
print(pointwise(depthwise(torch.zeros(1, 32, 28, 28))).shape)
#> 18496 2432
#> torch.Size([1, 64, 28, 28])

# %% raises="ValueError"
nn.Conv2d(3, 8, 3, groups=2)
#! ValueError: in_channels must be divisible by groups

# %% [markdown]
# ## Padding modes

# %%
image = torch.arange(9.).view(1, 1, 3, 3)
for mode in ['zeros', 'reflect', 'replicate', 'circular']:
    layer = nn.Conv2d(1, 1, 3, padding=1, padding_mode=mode, bias=False)
    nn.init.constant_(layer.weight, 1.)
    print('{:<9}'.format(mode), layer(image)[0, 0].tolist())
#> zeros     [[8.0, 15.0, 12.0], [21.0, 36.0, 27.0], [20.0, 33.0, 24.0]]
#> reflect   [[24.0, 27.0, 30.0], [33.0, 36.0, 39.0], [42.0, 45.0, 48.0]]
#> replicate [[12.0, 18.0, 24.0], [30.0, 36.0, 42.0], [48.0, 54.0, 60.0]]
#> circular  [[36.0, 36.0, 36.0], [36.0, 36.0, 36.0], [36.0, 36.0, 36.0]]

# %% [markdown]
# ## Gradients
# The gradient of a convolution with respect to its weight is a convolution as well: the input with the gradient of the output.

# %%
image = torch.arange(16.).view(1, 1, 4, 4)
kernel = torch.ones(1, 1, 3, 3, requires_grad=True)
out = F.conv2d(image, kernel)
out.backward(torch.tensor([[[[1., 0.], [0., 2.]]]]))
print(out)
print(kernel.grad)
#> tensor([[[[45., 54.],
#>           [81., 90.]]]], grad_fn=<ConvolutionBackward0>)
#> tensor([[[[10., 13., 16.],
#>           [22., 25., 28.],
#>           [34., 37., 40.]]]])

# %%
print(torch.equal(kernel.grad, F.conv2d(image, torch.tensor([[[[1., 0.], [0., 2.]]]]))))
#> True
