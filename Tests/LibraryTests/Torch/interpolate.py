import torch
import torch.nn.functional as F
from torch import nn
torch.manual_seed(0)
for shape in ((1, 2, 5), (1, 2, 4, 5), (1, 1, 2, 3, 4)):
    x = torch.rand(shape, dtype=torch.float64, requires_grad=True)
    d = len(shape) - 2
    modes = ['nearest', 'nearest-exact', 'area'] + [['linear'], ['bilinear', 'bicubic'], ['trilinear']][d - 1]
    for mode in modes:
        for options in ({'scale_factor': 2}, {'scale_factor': 0.6}, {'size': (3, 7, 2)[:d]}, {'scale_factor': 1.7, 'recompute_scale_factor': True}):
            for corners in ((None,) if mode in ('nearest', 'nearest-exact', 'area') else (False, True)):
                y = F.interpolate(x, mode=mode, align_corners=corners, **options)
                g, = torch.autograd.grad((y * torch.arange(y.numel(), dtype=y.dtype).view(y.shape)).sum(), x)
                print(mode, options, corners, tuple(y.shape), y.sum().item().__format__('.8f'), y.reshape(-1)[:3].detach(), g.sum().item().__format__('.6f'))
        print(torch.autograd.gradcheck(lambda t: F.interpolate(t, scale_factor=1.5, mode=mode), (x,)))
x = torch.ones(1, 1, 2, 2)
print(nn.Upsample(scale_factor=2)(x), nn.UpsamplingBilinear2d(scale_factor=2)(x).shape, nn.Upsample(size=3, mode='bilinear'))
for bad in ({}, {'size': 2, 'scale_factor': 2}, {'size': (1, 2, 3)}, {'scale_factor': 2, 'mode': 'linear'}, {'size': 0}, {'size': 2, 'align_corners': True}):
    try:
        F.interpolate(x, **bad)
    except Exception as error:
        print(type(error).__name__, str(error).split('\n')[0])
# expect:
# nearest {'scale_factor': 2} None (1, 2, 10) 11.78693223 tensor([0.9701, 0.9701, 0.7078], dtype=torch.float64) 190.000000
# nearest {'scale_factor': 0.6} None (1, 2, 3) 4.14971554 tensor([0.9701, 0.7078, 0.9207], dtype=torch.float64) 15.000000
# nearest {'size': (3,)} None (1, 2, 3) 4.14971554 tensor([0.9701, 0.7078, 0.9207], dtype=torch.float64) 15.000000
# nearest {'scale_factor': 1.7, 'recompute_scale_factor': True} None (1, 2, 8) 10.04318165 tensor([0.9701, 0.9701, 0.7078], dtype=torch.float64) 120.000000
# True
# nearest-exact {'scale_factor': 2} None (1, 2, 10) 11.78693223 tensor([0.9701, 0.9701, 0.7078], dtype=torch.float64) 190.000000
# nearest-exact {'scale_factor': 0.6} None (1, 2, 3) 3.50495147 tensor([0.9701, 0.4594, 0.6450], dtype=torch.float64) 15.000000
# nearest-exact {'size': (3,)} None (1, 2, 3) 3.50495147 tensor([0.9701, 0.4594, 0.6450], dtype=torch.float64) 15.000000
# nearest-exact {'scale_factor': 1.7, 'recompute_scale_factor': True} None (1, 2, 8) 9.39841759 tensor([0.9701, 0.9701, 0.7078], dtype=torch.float64) 120.000000
# True
# area {'scale_factor': 2} None (1, 2, 10) 11.78693223 tensor([0.9701, 0.9701, 0.7078], dtype=torch.float64) 190.000000
# area {'scale_factor': 0.6} None (1, 2, 3) 3.60782285 tensor([0.8389, 0.6960, 0.7829], dtype=torch.float64) 15.000000
# area {'size': (3,)} None (1, 2, 3) 3.60782285 tensor([0.8389, 0.6960, 0.7829], dtype=torch.float64) 15.000000
# area {'scale_factor': 1.7, 'recompute_scale_factor': True} None (1, 2, 8) 9.62921121 tensor([0.9701, 0.8389, 0.7078], dtype=torch.float64) 120.000000
# True
# linear {'scale_factor': 2} False (1, 2, 10) 11.78693223 tensor([0.9701, 0.9045, 0.7734], dtype=torch.float64) 190.000000
# linear {'scale_factor': 2} True (1, 2, 10) 11.59966865 tensor([0.9701, 0.8535, 0.7370], dtype=torch.float64) 190.000000
# linear {'scale_factor': 0.6} False (1, 2, 3) 3.40296939 tensor([0.8826, 0.4594, 0.7369], dtype=torch.float64) 15.000000
# linear {'scale_factor': 0.6} True (1, 2, 3) 3.50495147 tensor([0.9701, 0.4594, 0.6450], dtype=torch.float64) 15.000000
# linear {'size': (3,)} False (1, 2, 3) 3.40296939 tensor([0.8826, 0.4594, 0.7369], dtype=torch.float64) 15.000000
# linear {'size': (3,)} True (1, 2, 3) 3.50495147 tensor([0.9701, 0.4594, 0.6450], dtype=torch.float64) 15.000000
# linear {'scale_factor': 1.7, 'recompute_scale_factor': True} False (1, 2, 8) 9.45644948 tensor([0.9701, 0.8553, 0.6923], dtype=torch.float64) 120.000000
# linear {'scale_factor': 1.7, 'recompute_scale_factor': True} True (1, 2, 8) 9.33323880 tensor([0.9701, 0.8202, 0.6723], dtype=torch.float64) 120.000000
# True
# nearest {'scale_factor': 2} None (1, 2, 8, 10) 78.93847781 tensor([0.4529, 0.4529, 0.1768], dtype=torch.float64) 12720.000000
# nearest {'scale_factor': 0.6} None (1, 2, 2, 3) 6.64350682 tensor([0.4529, 0.1768, 0.6219], dtype=torch.float64) 66.000000
# nearest {'size': (3, 7)} None (1, 2, 3, 7) 18.88549826 tensor([0.4529, 0.4529, 0.1768], dtype=torch.float64) 861.000000
# nearest {'scale_factor': 1.7, 'recompute_scale_factor': True} None (1, 2, 6, 8) 45.62184028 tensor([0.4529, 0.4529, 0.1768], dtype=torch.float64) 4560.000000
# True
# nearest-exact {'scale_factor': 2} None (1, 2, 8, 10) 78.93847781 tensor([0.4529, 0.4529, 0.1768], dtype=torch.float64) 12720.000000
# nearest-exact {'scale_factor': 0.6} None (1, 2, 2, 3) 4.88248985 tensor([0.4529, 0.3553, 0.4818], dtype=torch.float64) 66.000000
# nearest-exact {'size': (3, 7)} None (1, 2, 3, 7) 20.45614276 tensor([0.4529, 0.1768, 0.1768], dtype=torch.float64) 861.000000
# nearest-exact {'scale_factor': 1.7, 'recompute_scale_factor': True} None (1, 2, 6, 8) 48.40823451 tensor([0.4529, 0.4529, 0.1768], dtype=torch.float64) 4560.000000
# True
# area {'scale_factor': 2} None (1, 2, 8, 10) 78.93847781 tensor([0.4529, 0.4529, 0.1768], dtype=torch.float64) 12720.000000
# area {'scale_factor': 0.6} None (1, 2, 2, 3) 6.16538022 tensor([0.3694, 0.4053, 0.6384], dtype=torch.float64) 66.000000
# area {'size': (3, 7)} None (1, 2, 3, 7) 19.68093620 tensor([0.4468, 0.3694, 0.2862], dtype=torch.float64) 861.000000
# area {'scale_factor': 1.7, 'recompute_scale_factor': True} None (1, 2, 6, 8) 48.88858855 tensor([0.4529, 0.3148, 0.1768], dtype=torch.float64) 4560.000000
# True
# bilinear {'scale_factor': 2} False (1, 2, 8, 10) 78.93847781 tensor([0.4529, 0.3839, 0.2458], dtype=torch.float64) 12720.000000
# bilinear {'scale_factor': 2} True (1, 2, 8, 10) 78.10047150 tensor([0.4529, 0.3302, 0.2075], dtype=torch.float64) 12720.000000
# bilinear {'scale_factor': 0.6} False (1, 2, 2, 3) 4.98384476 tensor([0.3838, 0.3053, 0.6007], dtype=torch.float64) 66.000000
# bilinear {'scale_factor': 0.6} True (1, 2, 2, 3) 5.63220421 tensor([0.4529, 0.3553, 0.4818], dtype=torch.float64) 66.000000
# bilinear {'size': (3, 7)} False (1, 2, 3, 7) 20.61996034 tensor([0.4509, 0.3162, 0.2481], dtype=torch.float64) 861.000000
# bilinear {'size': (3, 7)} True (1, 2, 3, 7) 20.77716655 tensor([0.4529, 0.2688, 0.2363], dtype=torch.float64) 861.000000
# bilinear {'scale_factor': 1.7, 'recompute_scale_factor': True} False (1, 2, 6, 8) 47.63870537 tensor([0.4529, 0.3321, 0.1880], dtype=torch.float64) 4560.000000
# bilinear {'scale_factor': 1.7, 'recompute_scale_factor': True} True (1, 2, 6, 8) 47.09969100 tensor([0.4529, 0.2951, 0.2023], dtype=torch.float64) 4560.000000
# True
# bicubic {'scale_factor': 2} False (1, 2, 8, 10) 78.91035209 tensor([0.4860, 0.3781, 0.1978], dtype=torch.float64) 12720.000000
# bicubic {'scale_factor': 2} True (1, 2, 8, 10) 77.87569225 tensor([0.4529, 0.3174, 0.1904], dtype=torch.float64) 12720.000000
# bicubic {'scale_factor': 0.6} False (1, 2, 2, 3) 5.06166650 tensor([0.3859, 0.3134, 0.6377], dtype=torch.float64) 66.000000
# bicubic {'scale_factor': 0.6} True (1, 2, 2, 3) 5.63220421 tensor([0.4529, 0.3553, 0.4818], dtype=torch.float64) 66.000000
# bicubic {'size': (3, 7)} False (1, 2, 3, 7) 20.73990765 tensor([0.4748, 0.2965, 0.1993], dtype=torch.float64) 861.000000
# bicubic {'size': (3, 7)} True (1, 2, 3, 7) 20.91065791 tensor([0.4529, 0.2439, 0.1875], dtype=torch.float64) 861.000000
# bicubic {'scale_factor': 1.7, 'recompute_scale_factor': True} False (1, 2, 6, 8) 47.40897478 tensor([0.4815, 0.3091, 0.1544], dtype=torch.float64) 4560.000000
# bicubic {'scale_factor': 1.7, 'recompute_scale_factor': True} True (1, 2, 6, 8) 46.92990806 tensor([0.4529, 0.2740, 0.1732], dtype=torch.float64) 4560.000000
# True
# nearest {'scale_factor': 2} None (1, 1, 4, 6, 8) 101.26050532 tensor([0.7630, 0.7630, 0.2559], dtype=torch.float64) 18336.000000
# nearest {'scale_factor': 0.6} None (1, 1, 1, 1, 2) 1.01889690 tensor([0.7630, 0.2559], dtype=torch.float64) 1.000000
# nearest {'size': (3, 7, 2)} None (1, 1, 3, 7, 2) 19.08714444 tensor([0.7630, 0.1896, 0.7630], dtype=torch.float64) 861.000000
# nearest {'scale_factor': 1.7, 'recompute_scale_factor': True} None (1, 1, 3, 5, 6) 45.96195129 tensor([0.7630, 0.7630, 0.2559], dtype=torch.float64) 4005.000000
# True
# nearest-exact {'scale_factor': 2} None (1, 1, 4, 6, 8) 101.26050532 tensor([0.7630, 0.7630, 0.2559], dtype=torch.float64) 18336.000000
# nearest-exact {'scale_factor': 0.6} None (1, 1, 1, 1, 2) 0.95260525 tensor([0.7630, 0.1896], dtype=torch.float64) 1.000000
# nearest-exact {'size': (3, 7, 2)} None (1, 1, 3, 7, 2) 27.77430800 tensor([0.2559, 0.9878, 0.2559], dtype=torch.float64) 861.000000
# nearest-exact {'scale_factor': 1.7, 'recompute_scale_factor': True} None (1, 1, 3, 5, 6) 50.99996699 tensor([0.7630, 0.2559, 0.2559], dtype=torch.float64) 4005.000000
# True
# area {'scale_factor': 2} None (1, 1, 4, 6, 8) 101.26050532 tensor([0.7630, 0.7630, 0.2559], dtype=torch.float64) 18336.000000
# area {'scale_factor': 0.6} None (1, 1, 1, 1, 2) 1.05479693 tensor([0.5629, 0.4919], dtype=torch.float64) 1.000000
# area {'size': (3, 7, 2)} None (1, 1, 3, 7, 2) 21.99789577 tensor([0.5094, 0.5887, 0.5094], dtype=torch.float64) 861.000000
# area {'scale_factor': 1.7, 'recompute_scale_factor': True} None (1, 1, 3, 5, 6) 47.92438118 tensor([0.7630, 0.5094, 0.2559], dtype=torch.float64) 4005.000000
# True
# trilinear {'scale_factor': 2} False (1, 1, 4, 6, 8) 101.26050532 tensor([0.7630, 0.6362, 0.3827], dtype=torch.float64) 18336.000000
# trilinear {'scale_factor': 2} True (1, 1, 4, 6, 8) 101.90753825 tensor([0.7630, 0.5457, 0.3283], dtype=torch.float64) 18336.000000
# trilinear {'scale_factor': 0.6} False (1, 1, 1, 1, 2) 0.92143220 tensor([0.5656, 0.3558], dtype=torch.float64) 1.000000
# trilinear {'scale_factor': 0.6} True (1, 1, 1, 1, 2) 1.75076184 tensor([0.7630, 0.9878], dtype=torch.float64) 1.000000
# trilinear {'size': (3, 7, 2)} False (1, 1, 3, 7, 2) 22.19440404 tensor([0.5094, 0.5887, 0.5182], dtype=torch.float64) 861.000000
# trilinear {'size': (3, 7, 2)} True (1, 1, 3, 7, 2) 23.14487200 tensor([0.7630, 0.9878, 0.7685], dtype=torch.float64) 861.000000
# trilinear {'scale_factor': 1.7, 'recompute_scale_factor': True} False (1, 1, 3, 5, 6) 47.64926959 tensor([0.7630, 0.5094, 0.2449], dtype=torch.float64) 4005.000000
# trilinear {'scale_factor': 1.7, 'recompute_scale_factor': True} True (1, 1, 3, 5, 6) 47.85194395 tensor([0.7630, 0.4587, 0.2426], dtype=torch.float64) 4005.000000
# True
# tensor([[[[1., 1., 1., 1.],
#           [1., 1., 1., 1.],
#           [1., 1., 1., 1.],
#           [1., 1., 1., 1.]]]]) torch.Size([1, 1, 4, 4]) Upsample(size=3, mode='bilinear')
# ValueError either size or scale_factor should be defined
# ValueError only one of size or scale_factor should be defined
# ValueError Input and output must have the same number of spatial dimensions, but got input with spatial dimensions of [2, 2] and output size of (1, 2, 3). Please provide input tensor in (N, C, d1, d2, ...,dK) format and output size in (o1, o2, ...,oK) format.
# NotImplementedError Got 4D input, but linear mode needs 3D input
# RuntimeError Input and output sizes should be greater than 0, but got input (H: 2, W: 2) output (H: 0, W: 0)
# ValueError align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear
