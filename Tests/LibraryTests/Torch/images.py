# Sizes, modes, turns and files of images, pixel by pixel as Pillow has them.
import io
import numpy as np
from PIL import Image
import torch
from torchvision import transforms as T

def picture(width, height, mode='RGB'):
    image = Image.new(mode, (width, height))
    for y in range(height):
        for x in range(width):
            value = ((x * 37 + y * 11) % 256, (x * y * 5) % 256, (255 - x * 13) % 256, 200)
            image.putpixel((x, y), value[0] if mode == 'L' else value[:len(mode)])
    return image

image = picture(13, 9)
print(image.size, image.mode, image.width, image.getpixel((3, 2)), image.getextrema())
for mode in ('L', 'RGBA', 'RGB'):
    other = image.convert(mode)
    print(mode, other.getpixel((5, 4)), sum(other.tobytes()))
for method in (Image.NEAREST, Image.BILINEAR, Image.BICUBIC, Image.LANCZOS, Image.BOX, Image.HAMMING):
    for size in ((5, 4), (26, 20), (13, 3), (7, 9)):
        print(method, size, list(image.resize(size, method).tobytes())[:12], sum(image.resize(size, method).tobytes()))
for angle in (0, 10, 45, 90, 180, 270, 33.3, -20):
    print(angle, sum(image.rotate(angle).tobytes()), image.rotate(angle, expand=True).size, sum(image.rotate(angle, expand=True).tobytes()))
print([sum((i + 1) * b for i, b in enumerate(image.transpose(k).tobytes())) % 9973 for k in range(7)])
print(image.crop((2, -1, 6, 3)).tobytes()[:24].hex())
array = np.array(image)
print(array.shape, array.dtype, array[1, 2], Image.fromarray(array).tobytes() == image.tobytes())
for mode in ('L', 'RGB', 'RGBA'):
    stream = io.BytesIO()
    picture(6, 5, mode).save(stream, format='PNG')
    stream.seek(0)
    back = Image.open(stream)
    print(back.mode, back.format, back.tobytes() == picture(6, 5, mode).tobytes())
# expect:
# (13, 9) RGB 13 (133, 30, 216) ((0, 255), (0, 250), (99, 255))
# L 149 12531
# RGBA (229, 100, 190, 255) 75226
# RGB (229, 100, 190) 45391
# 0 (5, 4) [48, 5, 242, 122, 15, 216, 233, 30, 177, 88, 45, 138] 7932
# 0 (26, 20) [0, 0, 255, 0, 0, 255, 37, 0, 242, 37, 0, 242] 202136
# 0 (13, 3) [11, 0, 255, 48, 5, 242, 85, 10, 229, 122, 15, 216] 15045
# 0 (7, 9) [0, 0, 255, 74, 0, 229, 148, 0, 203, 222, 0, 177] 24461
# 2 (5, 4) [48, 4, 241, 133, 14, 211, 151, 25, 177, 73, 36, 143] 7790
# 2 (26, 20) [0, 0, 255, 9, 0, 252, 28, 0, 245, 46, 0, 239] 201810
# 2 (13, 3) [14, 0, 255, 51, 6, 242, 88, 13, 229, 125, 19, 216] 15195
# 2 (7, 9) [23, 0, 247, 83, 0, 226, 151, 0, 202, 161, 0, 177] 24472
# 3 (5, 4) [39, 3, 244, 140, 11, 211, 153, 20, 177, 62, 29, 143] 7786
# 3 (26, 20) [0, 0, 255, 5, 0, 253, 25, 0, 246, 45, 0, 239] 201834
# 3 (13, 3) [12, 0, 255, 49, 5, 242, 86, 11, 229, 123, 16, 216] 15190
# 3 (7, 9) [17, 0, 249, 83, 0, 226, 161, 0, 201, 163, 0, 177] 24470
# 1 (5, 4) [33, 3, 244, 147, 11, 211, 156, 19, 177, 55, 25, 143] 7786
# 1 (26, 20) [0, 0, 255, 4, 0, 253, 24, 0, 246, 47, 0, 238] 201813
# 1 (13, 3) [11, 0, 255, 48, 5, 242, 85, 10, 229, 122, 15, 216] 15195
# 1 (7, 9) [16, 0, 249, 81, 0, 226, 168, 0, 201, 163, 0, 177] 24479
# 4 (5, 4) [43, 3, 242, 136, 9, 210, 143, 15, 177, 65, 22, 145] 7794
# 4 (26, 20) [0, 0, 255, 0, 0, 255, 37, 0, 242, 37, 0, 242] 202136
# 4 (13, 3) [11, 0, 255, 48, 5, 242, 85, 10, 229, 122, 15, 216] 15130
# 4 (7, 9) [19, 0, 249, 93, 0, 223, 167, 0, 197, 222, 0, 177] 24655
# 5 (5, 4) [41, 3, 243, 134, 12, 211, 160, 21, 177, 70, 30, 143] 7780
# 5 (26, 20) [0, 0, 255, 3, 0, 254, 34, 0, 243, 40, 0, 241] 201736
# 5 (13, 3) [12, 0, 255, 49, 6, 242, 86, 11, 229, 123, 17, 216] 15144
# 5 (7, 9) [18, 0, 249, 85, 0, 225, 153, 0, 201, 176, 0, 177] 24501
# 0 45391 (13, 9) 45391
# 10 42783 (15, 13) 45391
# 45 37357 (17, 17) 47233
# 90 32291 (9, 13) 45391
# 180 45391 (13, 9) 45391
# 270 32291 (9, 13) 45391
# 33.3 38595 (17, 15) 46111
# -20 39849 (17, 13) 45391
# [6299, 6017, 9283, 6715, 3033, 3001, 9315]
# 0000000000000000000000004a00e56f00d89400cbb900be
# (9, 13, 3) uint8 [ 85  10 229] True
# L PNG True
# RGB PNG True
# RGBA PNG True
# ---
import torch
from torchvision import transforms as T
from PIL import Image
image = Image.new('RGB', (10, 8))
for y in range(8):
    for x in range(10):
        image.putpixel((x, y), (x * 20, y * 30, (x * y) % 256))
torch.manual_seed(0)
steps = [T.Resize(5), T.Resize((4, 6)), T.Resize(4, max_size=4 + 1), T.CenterCrop(4), T.CenterCrop((20, 4)), T.RandomCrop(5), T.RandomCrop(8, padding=2),
         T.RandomHorizontalFlip(), T.RandomVerticalFlip(p=1.0), T.RandomRotation(30), T.RandomRotation((10, 20), expand=True), T.Grayscale(),
         T.Grayscale(3), T.Pad(2), T.Pad((1, 2), fill=7), T.RandomResizedCrop(5), T.RandomGrayscale(p=0.9), T.RandomApply([T.Grayscale(3)], p=0.5),
         T.Lambda(lambda i: i), T.Compose([T.Resize(6), T.ToTensor(), T.Normalize((0.5,) * 3, (0.5,) * 3)])]
for step in steps:
    result = step(image)
    if torch.is_tensor(result):
        print(result.shape, result.sum())
    else:
        print(type(step).__name__, result.mode, result.size, sum(result.tobytes()))
for step in steps:
    if not isinstance(step, T.Lambda):
        print(step)
x = T.ToTensor()(image)
print(x.shape, x.dtype, T.ToPILImage()(x).tobytes() == image.tobytes(), T.ToPILImage()(x[0]).mode, T.PILToTensor()(image)[:, 1, 2], T.ToPILImage())
for bad in (lambda: T.ToTensor()(3), lambda: T.Resize((1, 2, 3)), lambda: T.RandomCrop(20)(image), lambda: T.RandomRotation(-1), lambda: T.ToPILImage()(torch.ones(5, 2, 2))):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
# expect:
# Resize RGB (6, 5) 6326
# Resize RGB (6, 4) 5062
# Resize RGB (5, 4) 4221
# CenterCrop RGB (4, 4) 3372
# CenterCrop RGB (4, 20) 6744
# RandomCrop RGB (5, 5) 4250
# RandomCrop RGB (8, 8) 11424
# RandomHorizontalFlip RGB (10, 8) 16860
# RandomVerticalFlip RGB (10, 8) 16860
# RandomRotation RGB (10, 8) 16860
# RandomRotation RGB (14, 12) 16425
# Grayscale L (10, 8) 7225
# Grayscale RGB (10, 8) 21675
# Pad RGB (14, 12) 16860
# Pad RGB (12, 12) 18204
# RandomResizedCrop RGB (5, 5) 6439
# RandomGrayscale RGB (10, 8) 21675
# RandomApply RGB (10, 8) 21675
# Lambda RGB (10, 8) 16860
# torch.Size([3, 6, 7]) tensor(-56.5333)
# Resize(size=5, interpolation=bilinear, max_size=None, antialias=True)
# Resize(size=(4, 6), interpolation=bilinear, max_size=None, antialias=True)
# Resize(size=4, interpolation=bilinear, max_size=5, antialias=True)
# CenterCrop(size=(4, 4))
# CenterCrop(size=(20, 4))
# RandomCrop(size=(5, 5), padding=None)
# RandomCrop(size=(8, 8), padding=2)
# RandomHorizontalFlip(p=0.5)
# RandomVerticalFlip(p=1.0)
# RandomRotation(degrees=[-30.0, 30.0], interpolation=nearest, expand=False, fill=0)
# RandomRotation(degrees=[10.0, 20.0], interpolation=nearest, expand=True, fill=0)
# Grayscale(num_output_channels=1)
# Grayscale(num_output_channels=3)
# Pad(padding=2, fill=0, padding_mode=constant)
# Pad(padding=(1, 2), fill=7, padding_mode=constant)
# RandomResizedCrop(size=(5, 5), scale=(0.08, 1.0), ratio=(0.75, 1.3333), interpolation=bilinear, antialias=True)
# RandomGrayscale(p=0.9)
# RandomApply(
#     p=0.5
#     Grayscale(num_output_channels=3)
# )
# Compose(
#     Resize(size=6, interpolation=bilinear, max_size=None, antialias=True)
#     ToTensor()
#     Normalize(mean=(0.5, 0.5, 0.5), std=(0.5, 0.5, 0.5))
# )
# torch.Size([3, 8, 10]) torch.float32 True L tensor([40, 30,  2], dtype=torch.uint8) ToPILImage()
# TypeError pic should be PIL Image or ndarray. Got <class 'int'>
# ValueError If size is a sequence, it should have 1 or 2 values
# ValueError Required crop size (20, 20) is larger than input image size (8, 10)
# ValueError If degrees is a single number, it must be positive.
# ValueError pic should not have > 4 channels. Got 5 channels.
