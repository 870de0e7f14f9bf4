# %% [markdown]
# # 10-1 Convolution
# A convolution layer slides a small filter over an image. At each place it multiplies the filter with the patch below it,
# element by element, and adds everything up: one number of the output. This notebook does it by hand, then with `nn.Conv2d`,
# and checks the one formula to remember: how large the output is.

# %%
import torch
import torch.nn as nn
import torch.nn.functional as F

# %% [markdown]
# ## By hand
# A 5×5 input, a 3×3 filter. The first output number is the sum over the upper left patch:

# %%
image = torch.tensor([[1., 2., 3., 0., 1.],
                      [0., 1., 5., 1., 0.],
                      [1., 0., 2., 2., 1.],
                      [1., 1., 2., 0., 0.],
                      [1., 0., 1., 1., 1.]])
kernel = torch.tensor([[1., 0., 1.],
                       [0., 1., 0.],
                       [1., 0., 1.]])
(image[0:3, 0:3] * kernel).sum()
#> tensor(8.)

# %% [markdown]
# Moving the patch one step at a time gives nine numbers. Two loops say exactly what a convolution layer computes:

# %%
def slide(image, kernel, stride=1):
    kh, kw = kernel.shape
    rows = (image.shape[0] - kh) // stride + 1
    columns = (image.shape[1] - kw) // stride + 1
    out = torch.zeros(rows, columns)
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride:i * stride + kh, j * stride:j * stride + kw]
            out[i, j] = (patch * kernel).sum()
    return out

slide(image, kernel)
#> tensor([[8., 9., 8.],
#>         [8., 5., 9.],
#>         [6., 5., 5.]])

# %% [markdown]
# `F.conv2d` does the same for a whole batch of images with many channels. It wants four dimensions, (N, C, H, W):
# images in the batch, channels, height, width. `None` adds the two that are missing.

# %%
out = F.conv2d(image[None, None], kernel[None, None])
print(out.shape)
print(torch.equal(out[0, 0], slide(image, kernel)))
#> torch.Size([1, 1, 3, 3])
#> True

# %% [markdown]
# ## A layer
# `nn.Conv2d(in_channels, out_channels, kernel_size, stride=1, padding=0)` owns its filter: it starts random and is learned.

# %%
conv = nn.Conv2d(1, 1, 11, stride=4, padding=0)
print(conv)
#> Conv2d(1, 1, kernel_size=(11, 11), stride=(4, 4))

# %%
inputs = torch.Tensor(1, 1, 227, 227)
inputs.shape
#> torch.Size([1, 1, 227, 227])

# %%
out = conv(inputs)
out.shape
#> torch.Size([1, 1, 55, 55])

# %% [markdown]
# ## Output size
# An input of size $W$, a filter of size $K$, padding $P$ on both sides and stride $S$ give
# $$\lfloor (W - K + 2P) / S \rfloor + 1$$
# places. The five examples of the slides, by formula and by layer:

# %%
def output_size(size, kernel, stride=1, padding=0):
    return (size - kernel + 2 * padding) // stride + 1

examples = [((227, 227), 11, 4, 0),
            ((64, 64), 7, 2, 0),
            ((32, 32), 5, 1, 2),
            ((32, 64), 5, 1, 0),
            ((64, 32), 3, 1, 1)]
for (h, w), k, s, p in examples:
    formula = (output_size(h, k, s, p), output_size(w, k, s, p))
    layer = nn.Conv2d(1, 1, k, stride=s, padding=p)(torch.zeros(1, 1, h, w)).shape[2:]
    print('{}x{}, filter {}, stride {}, padding {}: {} x {}'.format(h, w, k, s, p, *formula), tuple(layer) == formula)
#> 227x227, filter 11, stride 4, padding 0: 55 x 55 True
#> 64x64, filter 7, stride 2, padding 0: 29 x 29 True
#> 32x32, filter 5, stride 1, padding 2: 32 x 32 True
#> 32x64, filter 5, stride 1, padding 0: 28 x 60 True
#> 64x32, filter 3, stride 1, padding 1: 64 x 32 True

# %% [markdown]
# The wrong number of channels is the mistake everyone makes once. The message says which numbers disagree:

# %% raises="RuntimeError"
nn.Conv2d(3, 8, 3)(torch.zeros(1, 1, 28, 28))
#! RuntimeError: Given groups=1, weight of size [8, 3, 3, 3], expected input[1, 1, 28, 28] to have 3 channels, but got 1 channels instead

# %% [markdown]
# ## Padding
# Zero padding puts a frame of zeros around the image, so that the border is seen as often as the centre.
# With an odd filter of size $K$, a padding of $(K - 1) / 2$ keeps the size ("same").

# %%
padded = F.pad(image, (1, 1, 1, 1))
padded
#> tensor([[0., 0., 0., 0., 0., 0., 0.],
#>         [0., 1., 2., 3., 0., 1., 0.],
#>         [0., 0., 1., 5., 1., 0., 0.],
#>         [0., 1., 0., 2., 2., 1., 0.],
#>         [0., 1., 1., 2., 0., 0., 0.],
#>         [0., 1., 0., 1., 1., 1., 0.],
#>         [0., 0., 0., 0., 0., 0., 0.]])

# %%
print(torch.equal(slide(padded, kernel), F.conv2d(image[None, None], kernel[None, None], padding=1)[0, 0]))
print(nn.Conv2d(1, 1, 5, padding='same')(image[None, None]).shape)
#> True
#> torch.Size([1, 1, 5, 5])

# %% [markdown]
# Other frames repeat what is there instead of zeros: `reflect` mirrors, `replicate` repeats the edge, `circular` wraps around.

# %%
row = torch.arange(1., 5.)[None, None]
for mode in ['constant', 'reflect', 'replicate', 'circular']:
    print('{:>9}'.format(mode), F.pad(row, (2, 2), mode=mode)[0, 0])
#>  constant tensor([0., 0., 1., 2., 3., 4., 0., 0.])
#>   reflect tensor([3., 2., 1., 2., 3., 4., 3., 2.])
#> replicate tensor([1., 1., 1., 2., 3., 4., 4., 4.])
#>  circular tensor([3., 4., 1., 2., 3., 4., 1., 2.])

# %% [markdown]
# ## A filter is a neuron that is used at every place
# The weights of a 3×3 filter are the weights of a perceptron with nine inputs. Unfolding the image into patches, one per column,
# turns the whole convolution into one matrix product plus the bias.

# %%
conv = nn.Conv2d(1, 1, 3)
with torch.no_grad():
    conv.weight.copy_(kernel[None, None])
    conv.bias.fill_(0.5)
patches = image.unfold(0, 3, 1).unfold(1, 3, 1).reshape(9, 9)
neuron = patches @ conv.weight.view(9) + conv.bias
print(neuron.view(3, 3).detach())
print(torch.allclose(conv(image[None, None]).view(9), neuron))
#> tensor([[8.5000, 9.5000, 8.5000],
#>         [8.5000, 5.5000, 9.5000],
#>         [6.5000, 5.5000, 5.5000]])
#> True

# %% [markdown]
# ## Convolution or cross-correlation?
# Mathematics flips the filter before it slides; deep-learning libraries do not, and call it convolution all the same.
# A learned filter does not care. To get the textbook's convolution, flip both axes:

# %%
edge = torch.tensor([[1., 0., -1.],
                     [2., 0., -2.],
                     [1., 0., -1.]])
print(F.conv2d(image[None, None], edge[None, None])[0, 0])
print(F.conv2d(image[None, None], edge.flip(0, 1)[None, None])[0, 0])
#> tensor([[-13.,   0.,  13.],
#>         [ -8.,  -3.,   9.],
#>         [ -3.,  -1.,   5.]])
#> tensor([[ 13.,   0., -13.],
#>         [  8.,   3.,  -9.],
#>         [  3.,   1.,  -5.]])

# %% [markdown]
# ## Pooling
# Pooling shrinks the image without weights: the largest value of each window, or its mean.

# %%
window = torch.tensor([[1., 1., 2., 4.],
                       [5., 6., 7., 8.],
                       [3., 2., 1., 0.],
                       [1., 2., 3., 4.]])[None, None]
print(nn.MaxPool2d(2)(window)[0, 0])
print(nn.AvgPool2d(2)(window)[0, 0])
#> tensor([[6., 8.],
#>         [3., 4.]])
#> tensor([[3.2500, 5.2500],
#>         [2.0000, 2.0000]])

# %% [markdown]
# ## Two layers in a row

# %%
inputs = torch.Tensor(1, 1, 28, 28)
conv1 = nn.Conv2d(1, 5, 5)
pool = nn.MaxPool2d(2)
out = conv1(inputs)
out2 = pool(out)
print(out.size())
print(out2.size())
#> torch.Size([1, 5, 24, 24])
#> torch.Size([1, 5, 12, 12])
