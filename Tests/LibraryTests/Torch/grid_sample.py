import torch
import torch.nn.functional as F
torch.manual_seed(0)
image = torch.randn(2, 2, 5, 6, dtype=torch.float64, requires_grad=True)
volume = torch.randn(1, 2, 3, 4, 5, dtype=torch.float64, requires_grad=True)
grids = {4: (torch.randn(2, 3, 4, 2, dtype=torch.float64) * 1.2).requires_grad_(), 5: torch.randn(1, 2, 2, 2, 3, dtype=torch.float64).requires_grad_()}
for x in (image, volume):
    grid = grids[x.dim()]
    for mode in ('bilinear', 'nearest', 'bicubic')[:3 if x.dim() == 4 else 2]:
        for padding in ('zeros', 'border', 'reflection'):
            for corners in (False, True):
                y = F.grid_sample(x, grid, mode=mode, padding_mode=padding, align_corners=corners)
                gx, gg = torch.autograd.grad((y * torch.arange(y.numel(), dtype=y.dtype).view(y.shape)).sum(), (x, grid))
                print(mode, padding, corners, y.reshape(-1)[:6].detach(), '%.8f %.8f' % (gx.abs().sum(), gg.abs().sum()), ['%.6f' % (round(v, 6) + 0.0) for v in gg.reshape(-1)[:3].tolist()])
print(torch.autograd.gradcheck(lambda x, g: F.grid_sample(x, g, align_corners=False), (image, grids[4])))
theta = torch.randn(2, 2, 3, dtype=torch.float64, requires_grad=True)
for corners in (False, True):
    grid = F.affine_grid(theta, (2, 3, 2, 3), align_corners=corners)
    print(grid, torch.autograd.grad((grid ** 2).sum(), theta))
print(F.affine_grid(torch.randn(1, 3, 4), (1, 1, 2, 2, 3), align_corners=False).shape)
x, g = torch.ones(1, 1, 2, 2, requires_grad=True), torch.zeros(1, 2, 2, 2)
print(F.grid_sample(x, g, align_corners=False), F.affine_grid(torch.eye(2, 3)[None], (1, 1, 1, 4), align_corners=True))
for bad in (
    lambda: F.affine_grid(torch.ones(1, 2, 3), (1, 1, 2), align_corners=False), lambda: F.affine_grid(torch.ones(1, 2, 2), (1, 1, 2, 2), align_corners=False),
    lambda: F.affine_grid(torch.ones(1, 2, 3).long(), (1, 1, 2, 2), align_corners=False), lambda: F.affine_grid(torch.ones(1, 2, 3), (1, 1, 0, 2), align_corners=False),
    lambda: F.grid_sample(x, g, mode='x', align_corners=False), lambda: F.grid_sample(x, g, padding_mode='x', align_corners=False),
    lambda: F.grid_sample(x, torch.zeros(1, 2, 2, 3), align_corners=False), lambda: F.grid_sample(x, torch.zeros(2, 2, 2, 2), align_corners=False),
    lambda: F.grid_sample(x, g.double(), align_corners=False), lambda: F.grid_sample(x[:, :, :0], g, align_corners=False),
):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, str(error).split('\n')[0])
# expect:
# bilinear zeros False tensor([ 0.0000,  0.0000,  0.0000,  1.4141, -0.6605, -0.1496],
#        dtype=torch.float64) 458.56946232 2591.24030984 ['0.000000', '0.000000', '0.000000']
# bilinear zeros True tensor([ 0.5031, -0.2639,  0.0000,  1.1335,  0.2061, -0.2440],
#        dtype=torch.float64) 626.99790627 2730.90806635 ['8.486030', '16.856536', '-69.904046']
# bilinear border False tensor([-0.1048,  0.0409, -1.2755,  1.4141, -0.9420, -0.1496],
#        dtype=torch.float64) 1128.00000000 3449.40605517 ['0.000000', '40.977097', '0.000000']
# bilinear border True tensor([ 0.9784, -0.6739, -1.2755,  1.1335,  0.2061, -0.2440],
#        dtype=torch.float64) 1128.00000000 3074.95932880 ['0.000000', '32.781677', '0.000000']
# bilinear reflection False tensor([-0.1338, -0.0719,  0.9459,  1.4141, -0.9420, -0.1496],
#        dtype=torch.float64) 1128.00000000 4088.19353321 ['34.505778', '39.228787', '-49.996674']
# bilinear reflection True tensor([ 0.4752, -0.6300,  0.7031,  1.1335,  0.2061, -0.2440],
#        dtype=torch.float64) 1128.00000000 4326.77399814 ['21.822912', '24.590813', '-73.617414']
# nearest zeros False tensor([ 0.0000,  0.0000,  0.0000,  1.5236, -1.2755, -0.8305],
#        dtype=torch.float64) 442.00000000 0.00000000 ['0.000000', '0.000000', '0.000000']
# nearest zeros True tensor([ 2.0177,  0.0000,  0.0000,  1.5236, -1.2755,  0.1772],
#        dtype=torch.float64) 692.00000000 0.00000000 ['0.000000', '0.000000', '0.000000']
# nearest border False tensor([-1.2755,  1.0112, -1.2755,  1.5236, -1.2755, -0.8305],
#        dtype=torch.float64) 1128.00000000 0.00000000 ['0.000000', '0.000000', '0.000000']
# nearest border True tensor([ 2.0177, -1.2609, -1.2755,  1.5236, -1.2755,  0.1772],
#        dtype=torch.float64) 1128.00000000 0.00000000 ['0.000000', '0.000000', '0.000000']
# nearest reflection False tensor([-1.2755,  1.0112,  1.5236,  1.5236, -1.2755, -0.8305],
#        dtype=torch.float64) 1128.00000000 0.00000000 ['0.000000', '0.000000', '0.000000']
# nearest reflection True tensor([ 2.0177, -0.7270,  1.5236,  1.5236, -1.2755,  0.1772],
#        dtype=torch.float64) 1128.00000000 0.00000000 ['0.000000', '0.000000', '0.000000']
# bicubic zeros False tensor([ 0.0073,  0.0021,  0.0000,  1.5347, -0.7916, -0.1696],
#        dtype=torch.float64) 562.32517828 2940.24295779 ['16.654218', '-2.368654', '-5.947982']
# bicubic zeros True tensor([ 0.7850, -0.3839,  0.0000,  1.2933,  0.3053, -0.3042],
#        dtype=torch.float64) 740.05942102 3294.38803707 ['16.420470', '24.531392', '-106.587326']
# bicubic border False tensor([ 0.0026, -0.1266, -1.2755,  1.5274, -1.0055, -0.2048],
#        dtype=torch.float64) 1226.38892463 4084.30489589 ['0.000000', '44.097561', '0.000000']
# bicubic border True tensor([ 1.4682, -1.0114, -1.2755,  1.2933,  0.3907, -0.2421],
#        dtype=torch.float64) 1258.56696430 3730.94321278 ['5.006749', '37.147418', '-18.608767']
# bicubic reflection False tensor([-0.0368, -0.1824,  1.1227,  1.5274, -1.0150, -0.2048],
#        dtype=torch.float64) 1251.41126993 5375.43280079 ['32.653586', '43.694642', '-52.962705']
# bicubic reflection True tensor([ 0.5455, -0.7348,  0.9062,  1.2933,  0.1535, -0.3166],
#        dtype=torch.float64) 1239.05432139 5097.01460973 ['36.979589', '35.029317', '-95.612420']
# bilinear zeros False tensor([-0.3586,  0.0000,  0.0000,  0.0000,  0.0000,  0.1951],
#        dtype=torch.float64) 41.22919898 83.04090463 ['0.229182', '-9.007740', '-0.253681']
# bilinear zeros True tensor([-0.9468,  0.0046,  0.0000, -0.1472,  0.0000,  0.3526],
#        dtype=torch.float64) 60.15113891 192.29472070 ['1.344312', '-16.358023', '-4.181389']
# bilinear border False tensor([-0.8884,  0.2168,  0.7099, -0.6891,  0.0057,  0.1951],
#        dtype=torch.float64) 120.00000000 166.91853453 ['0.000000', '-22.315727', '0.000000']
# bilinear border True tensor([-0.9676,  0.6496,  0.6967, -0.6181,  0.0780,  0.3526],
#        dtype=torch.float64) 120.00000000 221.39026754 ['1.373839', '-16.717326', '0.000000']
# bilinear reflection False tensor([-0.8884, -0.0733, -0.0970, -0.7678,  0.4160,  0.1951],
#        dtype=torch.float64) 120.00000000 325.48626500 ['0.000000', '-22.315727', '0.000000']
# bilinear reflection True tensor([-0.9428, -0.2124,  0.1472, -0.5406,  0.4186,  0.3526],
#        dtype=torch.float64) 120.00000000 279.24805690 ['1.973183', '-16.586231', '-4.289291']
# nearest zeros False tensor([ 0.0000,  0.0000,  0.0000,  0.0000,  0.0000, -0.3630],
#        dtype=torch.float64) 38.00000000 0.00000000 ['0.000000', '0.000000', '0.000000']
# nearest zeros True tensor([-0.6685,  0.0000,  0.0000,  0.0000,  0.0000, -0.0386],
#        dtype=torch.float64) 68.00000000 0.00000000 ['0.000000', '0.000000', '0.000000']
# nearest border False tensor([-0.6685,  0.0530,  0.9107, -0.6891,  0.2226, -0.3630],
#        dtype=torch.float64) 120.00000000 0.00000000 ['0.000000', '0.000000', '0.000000']
# nearest border True tensor([-0.6685,  0.0530,  0.9107, -0.6891,  0.2226, -0.0386],
#        dtype=torch.float64) 120.00000000 0.00000000 ['0.000000', '0.000000', '0.000000']
# nearest reflection False tensor([-0.6685, -0.6550,  0.4586, -0.6891, -0.0386, -0.3630],
#        dtype=torch.float64) 120.00000000 0.00000000 ['0.000000', '0.000000', '0.000000']
# nearest reflection True tensor([-0.6685,  0.3582,  0.4586, -0.8849, -0.0386, -0.0386],
#        dtype=torch.float64) 120.00000000 0.00000000 ['0.000000', '0.000000', '0.000000']
# True
# tensor([[[[-0.8646,  1.7376],
#           [-0.8412,  0.6477],
#           [-0.8177, -0.4423]],
# 
#          [[ 0.0781,  1.1167],
#           [ 0.1015,  0.0267],
#           [ 0.1249, -1.0632]]],
# 
# 
#         [[[-1.1715, -0.7292],
#           [-0.7997, -0.6855],
#           [-0.4279, -0.6417]],
# 
#          [[-0.7909, -0.4475],
#           [-0.4190, -0.4038],
#           [-0.0472, -0.3600]]]], dtype=torch.float64,
#        grad_fn=<AffineGridGeneratorBackward0>) (tensor([[[ 0.1250,  2.8280, -4.4380],
#          [-5.8130, -1.8627,  4.0465]],
# 
#         [[ 1.9831,  1.1420, -7.3126],
#          [ 0.2334,  0.8451, -6.5355]]], dtype=torch.float64),)
# tensor([[[[-1.3477,  2.5930],
#           [-1.3125,  0.9581],
#           [-1.2774, -0.6768]],
# 
#          [[ 0.5377,  1.3512],
#           [ 0.5728, -0.2837],
#           [ 0.6080, -1.9186]]],
# 
# 
#         [[[-1.5478, -0.8920],
#           [-0.9901, -0.8263],
#           [-0.4323, -0.7607]],
# 
#          [[-0.7864, -0.3286],
#           [-0.2287, -0.2629],
#           [ 0.3290, -0.1973]]]], dtype=torch.float64,
#        grad_fn=<AffineGridGeneratorBackward0>) (tensor([[[  0.2812,  11.3121,  -4.4380],
#          [-13.0792,  -7.4510,   4.0465]],
# 
#         [[  4.4619,   4.5681,  -7.3126],
#          [  0.5252,   3.3804,  -6.5355]]], dtype=torch.float64),)
# torch.Size([1, 2, 2, 3, 3])
# tensor([[[[1., 1.],
#           [1., 1.]]]], grad_fn=<GridSampler2DBackward0>) tensor([[[[-1.0000,  0.0000],
#           [-0.3333,  0.0000],
#           [ 0.3333,  0.0000],
#           [ 1.0000,  0.0000]]]])
# NotImplementedError affine_grid only supports 4D and 5D sizes, for 2D and 3D affine transforms, respectively. Got size (1, 1, 2).
# ValueError Expected a batch of 2D affine matrices of shape Nx2x3 for size (1, 1, 2, 2). Got torch.Size([1, 2, 2]).
# ValueError Expected theta to have floating point type, but got torch.int64
# ValueError Expected non-zero, positive output size. Got (1, 1, 0, 2)
# ValueError nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: 'x'
# ValueError nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or 'reflection', but got: 'x'
# RuntimeError grid_sampler(): expected grid to have size 2 in last dimension, but got grid with sizes [1, 2, 2, 3]
# RuntimeError grid_sampler(): expected grid and input to have same batch size, but got input with sizes [1, 1, 2, 2] and grid with sizes [2, 2, 2, 2]
# RuntimeError expected scalar type Float but found Double
# RuntimeError grid_sampler(): expected input to have non-empty spatial dimensions, but input has sizes [1, 1, 0, 2] with dimension 2 being empty
# ---
import torch
import torch.nn.functional as F
torch.manual_seed(0)
x = torch.rand(1, 2, 7, 9, dtype=torch.float64, requires_grad=True)
for mode in ('bilinear', 'bicubic', 'lanczos'):
    for options in ({'size': (3, 4)}, {'scale_factor': 0.3}, {'size': (12, 20)}, {'scale_factor': (0.5, 2)}):
        y = F.interpolate(x, mode=mode, antialias=True, **options)
        g, = torch.autograd.grad((y * torch.arange(y.numel(), dtype=y.dtype).view(y.shape)).sum(), x)
        print(mode, options, tuple(y.shape), y.reshape(-1)[:4].detach(), g.reshape(-1)[:4])
for bad in (lambda: F.interpolate(torch.ones(1, 1, 4), size=2, mode='linear', antialias=True), lambda: F.interpolate(torch.ones(1, 1, 4, 4), size=2, mode='lanczos')):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
# expect:
# bilinear {'size': (3, 4)} (1, 2, 3, 4) tensor([0.5481, 0.5100, 0.4903, 0.3966], dtype=torch.float64) tensor([0.0000, 0.0261, 0.0958, 0.1655], dtype=torch.float64)
# bilinear {'scale_factor': 0.3} (1, 2, 2, 2) tensor([0.5338, 0.4616, 0.5714, 0.4620], dtype=torch.float64) tensor([0.0000, 0.0000, 0.0167, 0.0367], dtype=torch.float64)
# bilinear {'size': (12, 20)} (1, 2, 12, 20) tensor([0.9701, 0.9242, 0.8062, 0.6892], dtype=torch.float64) tensor([33.7917, 41.8958, 51.4375, 58.0000], dtype=torch.float64)
# bilinear {'scale_factor': (0.5, 2)} (1, 2, 3, 18) tensor([0.6343, 0.6281, 0.6157, 0.5328], dtype=torch.float64) tensor([0.5357, 2.1429, 3.8571, 5.5714], dtype=torch.float64)
# bicubic {'size': (3, 4)} (1, 2, 3, 4) tensor([0.5543, 0.5090, 0.5009, 0.3872], dtype=torch.float64) tensor([-0.0562, -0.0442,  0.0295,  0.1100], dtype=torch.float64)
# bicubic {'scale_factor': 0.3} (1, 2, 2, 2) tensor([0.5421, 0.4599, 0.5767, 0.4588], dtype=torch.float64) tensor([-0.0148, -0.0156, -0.0012,  0.0247], dtype=torch.float64)
# bicubic {'size': (12, 20)} (1, 2, 12, 20) tensor([1.0508, 0.9903, 0.8552, 0.7057], dtype=torch.float64) tensor([27.2758, 34.9784, 44.0189, 52.5663], dtype=torch.float64)
# bicubic {'scale_factor': (0.5, 2)} (1, 2, 3, 18) tensor([0.6351, 0.6327, 0.6277, 0.5296], dtype=torch.float64) tensor([-0.8598,  0.8822,  2.6163,  4.3350], dtype=torch.float64)
# lanczos {'size': (3, 4)} (1, 2, 3, 4) tensor([0.5476, 0.5108, 0.5096, 0.3702], dtype=torch.float64) tensor([-0.0553, -0.0464,  0.0251,  0.1097], dtype=torch.float64)
# lanczos {'scale_factor': 0.3} (1, 2, 2, 2) tensor([0.5528, 0.4507, 0.5843, 0.4485], dtype=torch.float64) tensor([-0.0276, -0.0297, -0.0162,  0.0075], dtype=torch.float64)
# lanczos {'size': (12, 20)} (1, 2, 12, 20) tensor([1.0928, 1.0313, 0.9148, 0.7079], dtype=torch.float64) tensor([24.5166, 32.5325, 42.2381, 50.2108], dtype=torch.float64)
# lanczos {'scale_factor': (0.5, 2)} (1, 2, 3, 18) tensor([0.6218, 0.6456, 0.6527, 0.5100], dtype=torch.float64) tensor([-1.0738,  0.7190,  2.3800,  4.0399], dtype=torch.float64)
# ValueError Anti-alias option is restricted to bilinear, bicubic, and lanczos modes and requires a 4-D tensor as input
# ValueError Lanczos mode requires antialias=True
