import torch, torchvision.transforms as T, torchvision.transforms.functional as F
from PIL import Image
import numpy as np
# Geometry of transforms on tensors and images, as torchvision has it.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, str(e).split('\n')[0])
x=torch.arange(24.).view(1,4,6); u=torch.arange(24,dtype=torch.uint8).view(1,4,6)*10
im=Image.fromarray(u[0].numpy())
t(lambda: T.CenterCrop(8)(im).tobytes().hex()); t(lambda: T.CenterCrop((5,8))(x)); t(lambda: T.CenterCrop((2,3))(x)); t(lambda: T.CenterCrop(3)(u))
for m in ('constant','edge','reflect','symmetric'):
    t(lambda: T.Pad((1,2,2,0),padding_mode=m)(x)); t(lambda: T.Pad((1,2,2,0),padding_mode=m)(im).tobytes().hex())
t(lambda: T.Pad(1,fill=7)(u)); t(lambda: T.Pad(10,padding_mode='reflect')(x)); t(lambda: T.Pad((1,2,3))); t(lambda: T.Pad(1,padding_mode='x')); t(lambda: T.Pad(-1)(x)); t(lambda: T.Pad(1,fill=(1,2,3))(Image.new('RGB',(2,2))).tobytes().hex()); t(lambda: T.Pad(1,fill=(1,2,3))(torch.zeros(3,2,2)))
t(lambda: T.Resize(2)(x)); t(lambda: T.Resize((8,3))(u)); t(lambda: T.Resize((8,3),interpolation=T.InterpolationMode.NEAREST)(u)); t(lambda: T.Resize((2,3),antialias=False)(x)); t(lambda: T.Resize((2,3),interpolation=T.InterpolationMode.BICUBIC)(u)); t(lambda: T.Resize((2,3),interpolation=T.InterpolationMode.LANCZOS)(u)); t(lambda: T.Resize(2,max_size=3)(x).shape); t(lambda: T.Resize((2,3))(x[0]).shape); t(lambda: T.Resize(2)(torch.ones(2,3,4,5)).shape); t(lambda: T.Resize([2])); t(lambda: T.Resize((1,2,3)))
t(lambda: T.RandomHorizontalFlip(1.)(x)); t(lambda: T.RandomVerticalFlip(1.)(x[0]))
t(lambda: T.Grayscale()(torch.arange(12.).view(3,2,2))); t(lambda: T.Grayscale(3)(torch.arange(12,dtype=torch.uint8).view(3,2,2)*20)); t(lambda: T.Grayscale()(x)); t(lambda: T.Grayscale()(torch.ones(2,2,2)))
torch.manual_seed(0)
for i in range(3): t(lambda: T.RandomRotation(45)(x)); t(lambda: T.RandomRotation(45,expand=True,fill=3)(x).shape); t(lambda: T.RandomRotation(45,interpolation=T.InterpolationMode.BILINEAR,fill=1.)(x.double())); t(lambda: T.RandomRotation(45)(u))
t(lambda: T.RandomCrop(3)(x)); t(lambda: T.RandomCrop(3,padding=2,padding_mode='reflect')(x)); t(lambda: T.RandomCrop(8,pad_if_needed=True)(x)); t(lambda: T.RandomCrop(8)(x)); t(lambda: T.RandomCrop(8,pad_if_needed=True,fill=5)(im).tobytes().hex())
t(lambda: T.RandomResizedCrop(3)(x)); t(lambda: T.RandomResizedCrop((2,3),scale=(0.5,1.))(u)); t(lambda: T.RandomGrayscale(1.)(torch.arange(12.).view(3,2,2)))
t(lambda: T.RandomRotation(30,center=(1,1))(x)); t(lambda: T.RandomRotation((0,90))); t(lambda: T.RandomRotation(-1)); t(lambda: T.InterpolationMode.BILINEAR); t(lambda: T.InterpolationMode.BILINEAR.value)
t(lambda: T.ToPILImage()(x).mode); t(lambda: T.ToPILImage()(np.ones((4,4,3),dtype=np.uint8)).mode); t(lambda: T.ToTensor()(np.ones((4,4,3),dtype=np.uint8)).shape); t(lambda: T.ToTensor()(np.ones((4,4))).shape); t(lambda: T.ToTensor()(np.ones((4,4,2),dtype=np.float32)).dtype);t(lambda: T.ToTensor()(x))
# expect:
# '0000000000000000000000000000000000000a141e283200003c46505a646e000078828c96a0aa0000b4bec8d2dce60000000000000000000000000000000000'
# tensor([[[ 0.,  0.,  1.,  2.,  3.,  4.,  5.,  0.],
#          [ 0.,  6.,  7.,  8.,  9., 10., 11.,  0.],
#          [ 0., 12., 13., 14., 15., 16., 17.,  0.],
#          [ 0., 18., 19., 20., 21., 22., 23.,  0.],
#          [ 0.,  0.,  0.,  0.,  0.,  0.,  0.,  0.]]])
# tensor([[[ 8.,  9., 10.],
#          [14., 15., 16.]]])
# tensor([[[ 20,  30,  40],
#          [ 80,  90, 100],
#          [140, 150, 160]]], dtype=torch.uint8)
# tensor([[[ 0.,  0.,  0.,  0.,  0.,  0.,  0.,  0.,  0.],
#          [ 0.,  0.,  0.,  0.,  0.,  0.,  0.,  0.,  0.],
#          [ 0.,  0.,  1.,  2.,  3.,  4.,  5.,  0.,  0.],
#          [ 0.,  6.,  7.,  8.,  9., 10., 11.,  0.,  0.],
#          [ 0., 12., 13., 14., 15., 16., 17.,  0.,  0.],
#          [ 0., 18., 19., 20., 21., 22., 23.,  0.,  0.]]])
# '00000000000000000000000000000000000000000a141e28320000003c46505a646e00000078828c96a0aa000000b4bec8d2dce60000'
# tensor([[[ 0.,  0.,  1.,  2.,  3.,  4.,  5.,  5.,  5.],
#          [ 0.,  0.,  1.,  2.,  3.,  4.,  5.,  5.,  5.],
#          [ 0.,  0.,  1.,  2.,  3.,  4.,  5.,  5.,  5.],
#          [ 6.,  6.,  7.,  8.,  9., 10., 11., 11., 11.],
#          [12., 12., 13., 14., 15., 16., 17., 17., 17.],
#          [18., 18., 19., 20., 21., 22., 23., 23., 23.]]])
# '00000a141e2832323200000a141e2832323200000a141e283232323c3c46505a646e6e6e7878828c96a0aaaaaab4b4bec8d2dce6e6e6'
# tensor([[[13., 12., 13., 14., 15., 16., 17., 16., 15.],
#          [ 7.,  6.,  7.,  8.,  9., 10., 11., 10.,  9.],
#          [ 1.,  0.,  1.,  2.,  3.,  4.,  5.,  4.,  3.],
#          [ 7.,  6.,  7.,  8.,  9., 10., 11., 10.,  9.],
#          [13., 12., 13., 14., 15., 16., 17., 16., 15.],
#          [19., 18., 19., 20., 21., 22., 23., 22., 21.]]])
# '8278828c96a0aaa096463c46505a646e645a0a000a141e2832281e463c46505a646e645a8278828c96a0aaa096beb4bec8d2dce6dcd2'
# tensor([[[ 6.,  6.,  7.,  8.,  9., 10., 11., 11., 10.],
#          [ 0.,  0.,  1.,  2.,  3.,  4.,  5.,  5.,  4.],
#          [ 0.,  0.,  1.,  2.,  3.,  4.,  5.,  5.,  4.],
#          [ 6.,  6.,  7.,  8.,  9., 10., 11., 11., 10.],
#          [12., 12., 13., 14., 15., 16., 17., 17., 16.],
#          [18., 18., 19., 20., 21., 22., 23., 23., 22.]]])
# '3c3c46505a646e6e6400000a141e2832322800000a141e283232283c3c46505a646e6e647878828c96a0aaaaa0b4b4bec8d2dce6e6dc'
# tensor([[[  7,   7,   7,   7,   7,   7,   7,   7],
#          [  7,   0,  10,  20,  30,  40,  50,   7],
#          [  7,  60,  70,  80,  90, 100, 110,   7],
#          [  7, 120, 130, 140, 150, 160, 170,   7],
#          [  7, 180, 190, 200, 210, 220, 230,   7],
#          [  7,   7,   7,   7,   7,   7,   7,   7]]], dtype=torch.uint8)
# RuntimeError Argument #4: Padding size should be less than the corresponding input dimension, but got: padding (10, 10) at dimension 3 of input [1, 1, 4, 6]
# ValueError Padding must be an int or a 1, 2, or 4 element tuple, not a 3 element tuple
# ValueError Padding mode should be either constant, edge, reflect or symmetric
# tensor([[[ 7.,  8.,  9., 10.],
#          [13., 14., 15., 16.]]])
# '010203010203010203010203010203000000000000010203010203000000000000010203010203010203010203010203'
# TypeError Got inappropriate fill arg
# tensor([[[ 5.0000,  6.7857,  8.5714],
#          [14.4286, 16.2143, 18.0000]]])
# tensor([[[  7,  25,  43],
#          [ 22,  40,  58],
#          [ 52,  70,  88],
#          [ 82, 100, 118],
#          [112, 130, 148],
#          [142, 160, 178],
#          [172, 190, 208],
#          [187, 205, 223]]], dtype=torch.uint8)
# tensor([[[  0,  20,  40],
#          [  0,  20,  40],
#          [ 60,  80, 100],
#          [ 60,  80, 100],
#          [120, 140, 160],
#          [120, 140, 160],
#          [180, 200, 220],
#          [180, 200, 220]]], dtype=torch.uint8)
# tensor([[[ 3.5000,  5.5000,  7.5000],
#          [15.5000, 17.5000, 19.5000]]])
# tensor([[[ 41,  60,  80],
#          [150, 170, 189]]], dtype=torch.uint8)
# ValueError Lanczos mode requires antialias=True
# torch.Size([1, 2, 3])
# ValueError Input and output must have the same number of spatial dimensions, but got input with spatial dimensions of [6] and output size of [2, 3]. Please provide input tensor in (N, C, d1, d2, ...,dK) format and output size in (o1, o2, ...,oK) format.
# torch.Size([2, 3, 2, 2])
# Resize(size=[2], interpolation=bilinear, max_size=None, antialias=True)
# ValueError If size is a sequence, it should have 1 or 2 values
# tensor([[[ 5.,  4.,  3.,  2.,  1.,  0.],
#          [11., 10.,  9.,  8.,  7.,  6.],
#          [17., 16., 15., 14., 13., 12.],
#          [23., 22., 21., 20., 19., 18.]]])
# tensor([[18., 19., 20., 21., 22., 23.],
#         [12., 13., 14., 15., 16., 17.],
#         [ 6.,  7.,  8.,  9., 10., 11.],
#         [ 0.,  1.,  2.,  3.,  4.,  5.]])
# tensor([[[3.2600, 4.2599],
#          [5.2598, 6.2597]]])
# tensor([[[ 65,  85],
#          [105, 125]],
# 
#         [[ 65,  85],
#          [105, 125]],
# 
#         [[ 65,  85],
#          [105, 125]]], dtype=torch.uint8)
# tensor([[[ 0.,  1.,  2.,  3.,  4.,  5.],
#          [ 6.,  7.,  8.,  9., 10., 11.],
#          [12., 13., 14., 15., 16., 17.],
#          [18., 19., 20., 21., 22., 23.]]])
# TypeError Input image tensor permitted channel values are [1, 3], but found 2
# tensor([[[ 0.,  1.,  2.,  3.,  4.,  5.],
#          [ 6.,  7.,  8.,  9., 10., 11.],
#          [12., 13., 14., 15., 16., 17.],
#          [18., 19., 20., 21., 22., 23.]]])
# torch.Size([1, 8, 8])
# tensor([[[ 4.3169,  7.6359,  4.8202,  2.0044,  1.0460,  1.0000],
#          [15.8434, 13.0277, 10.2120,  7.3962,  4.5805,  1.8901],
#          [ 7.0637, 18.4195, 15.6038, 12.7880,  9.9723,  7.1566],
#          [ 1.0000,  3.8199, 20.9956, 18.1798, 15.3641,  4.7858]]],
#        dtype=torch.float64)
# tensor([[[120,  60,  70,  20,   0,   0],
#          [120, 130,  80,  90,  30,  40],
#          [190, 200, 140, 150, 100, 110],
#          [  0,   0, 210, 160, 170, 110]]], dtype=torch.uint8)
# tensor([[[ 6.,  7.,  2.,  3.,  3.,  0.],
#          [12.,  7.,  8.,  9., 10.,  5.],
#          [18., 13., 14., 15., 16., 11.],
#          [ 0., 20., 20., 21., 16., 17.]]])
# torch.Size([1, 6, 8])
# tensor([[[ 0.2469,  1.1180,  2.0245,  2.9391,  3.8176,  4.6372],
#          [ 6.1484,  7.1328,  8.0393,  8.9458,  9.8524, 10.7589],
#          [12.2411, 13.1476, 14.0542, 14.9607, 15.8672, 16.5239],
#          [16.6936, 18.1757, 19.7279, 20.9755, 21.8820, 21.7517]]],
#        dtype=torch.float64)
# tensor([[[  0,   0,  30, 100, 110, 170],
#          [ 10,  20,  80,  90, 160, 230],
#          [  0,  70, 140, 150, 210, 220],
#          [ 60, 120, 130, 200,   0,   0]]], dtype=torch.uint8)
# tensor([[[ 0.,  1.,  2.,  3.,  4.,  5.],
#          [ 6.,  7.,  8.,  9., 10., 11.],
#          [12., 13., 14., 15., 16., 17.],
#          [18., 19., 20., 21., 22., 23.]]])
# torch.Size([1, 6, 8])
# tensor([[[ 2.2277,  3.0579,  2.6191,  2.3261,  2.0239,  1.4901],
#          [ 8.7677,  9.1248,  8.6860,  8.2471,  7.8083,  7.3694],
#          [15.6306, 15.1917, 14.7529, 14.3140, 13.8752, 12.1953],
#          [ 4.3467,  9.5272, 17.4825, 20.3809, 19.9421, 10.1745]]],
#        dtype=torch.float64)
# tensor([[[  0,  10,  20,  30,  40,  50],
#          [ 60,  70,  80,  90, 100, 110],
#          [120, 130, 140, 150, 160, 170],
#          [180, 190, 200, 210, 220, 230]]], dtype=torch.uint8)
# tensor([[[ 3.,  4.,  5.],
#          [ 9., 10., 11.],
#          [15., 16., 17.]]])
# tensor([[[14., 13., 12.],
#          [20., 19., 18.],
#          [14., 13., 12.]]])
# tensor([[[ 0.,  0.,  0.,  0.,  0.,  0.,  0.,  0.],
#          [ 0.,  0.,  0.,  0.,  0.,  0.,  0.,  0.],
#          [ 0.,  0.,  0.,  0.,  0.,  0.,  0.,  0.],
#          [ 0.,  0.,  0.,  1.,  2.,  3.,  4.,  5.],
#          [ 0.,  0.,  6.,  7.,  8.,  9., 10., 11.],
#          [ 0.,  0., 12., 13., 14., 15., 16., 17.],
#          [ 0.,  0., 18., 19., 20., 21., 22., 23.],
#          [ 0.,  0.,  0.,  0.,  0.,  0.,  0.,  0.]]])
# ValueError Required crop size (8, 8) is larger than input image size (4, 6)
# '0505000a141e283205053c46505a646e050578828c96a0aa0505b4bec8d2dce60505050505050505050505050505050505050505050505050505050505050505'
# tensor([[[ 2.2286,  3.8000,  5.3714],
#          [ 9.4286, 11.0000, 12.5714],
#          [16.6286, 18.2000, 19.7714]]])
# tensor([[[ 66,  78,  90],
#          [160, 172, 184]]], dtype=torch.uint8)
# tensor([[[3.2600, 4.2599],
#          [5.2598, 6.2597]],
# 
#         [[3.2600, 4.2599],
#          [5.2598, 6.2597]],
# 
#         [[3.2600, 4.2599],
#          [5.2598, 6.2597]]])
# tensor([[[ 0.,  1.,  2.,  3.,  4.,  0.],
#          [ 6.,  7.,  8.,  9., 10.,  5.],
#          [12., 13., 14., 15., 16., 11.],
#          [18., 19., 20., 21., 22., 17.]]])
# RandomRotation(degrees=[0.0, 90.0], interpolation=nearest, expand=False, fill=0)
# ValueError If degrees is a single number, it must be positive.
# <InterpolationMode.BILINEAR: 'bilinear'>
# 'bilinear'
# 'L'
# 'RGB'
# torch.Size([3, 4, 4])
# torch.Size([1, 4, 4])
# torch.float32
# TypeError pic should be PIL Image or ndarray. Got <class 'torch.Tensor'>
