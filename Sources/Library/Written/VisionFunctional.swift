extension WrittenLibrary {
  /// `torchvision.transforms.functional`: what the transforms do, as functions of PIL images and of tensors `[…, H, W]`.
  static let visionFunctional = #"""
    """What transforms do, as functions of PIL images and of tensors [..., C, H, W]."""
    import math
    import numbers
    import numpy as np
    import torch
    import torch.nn.functional as _nn
    import _vision
    from PIL import Image
    from torchvision.transforms.transforms import (CenterCrop as _CenterCrop, Grayscale as _Grayscale, Normalize as _Normalize, Pad as _Pad,
                                                   PILToTensor as _PILToTensor, Resize as _Resize, ToPILImage as _ToPILImage,
                                                   ToTensor as _ToTensor)


    class InterpolationMode(str):
        """How new pixels are mixed from old ones."""

        def __str__(self):
            return 'InterpolationMode.' + str.upper(self).replace('-', '_')

        def __repr__(self):
            return f'<{str(self)}: {str.__repr__(self)}>'

        value = property(lambda self: str.__str__(self))
        name = property(lambda self: str.upper(self).replace('-', '_'))


    for _name in ('nearest', 'nearest-exact', 'bilinear', 'bicubic', 'box', 'hamming', 'lanczos'):
        setattr(InterpolationMode, _name.upper().replace('-', '_'), InterpolationMode(_name))


    def _is_pil_image(img):
        return isinstance(img, Image.Image)


    def _picture(img):
        if not _is_pil_image(img) and not isinstance(img, torch.Tensor):
            raise TypeError(f'Unexpected type {type(img)}')
        if isinstance(img, torch.Tensor) and img.ndim < 2:
            raise TypeError('Tensor is not a torch image.')
        return img


    def _largest(dtype):
        return 1.0 if dtype.is_floating_point else torch.iinfo(dtype).max


    def _on_bytes(img, change):
        """Changes a PIL image as the tensor of its bytes."""
        return _ToPILImage()(change(_PILToTensor()(img)))


    def get_dimensions(img):
        """[channels, height, width]."""
        if _is_pil_image(img):
            return [len(img.getbands()), img.height, img.width]
        _picture(img)
        return [1 if img.ndim == 2 else img.shape[-3], img.shape[-2], img.shape[-1]]


    def get_image_size(img):
        """[width, height]."""
        return get_dimensions(img)[:0:-1]


    def get_image_num_channels(img):
        return get_dimensions(img)[0]


    def to_tensor(pic):
        if not (_is_pil_image(pic) or isinstance(pic, np.ndarray)):
            raise TypeError(f'pic should be PIL Image or ndarray. Got {type(pic)}')
        if isinstance(pic, np.ndarray):
            if pic.ndim not in (2, 3):
                raise ValueError(f'pic should be 2/3 dimensional. Got {pic.ndim} dimensions.')
            if pic.ndim == 2:
                pic = pic[:, :, None]
            tensor = torch.from_numpy(pic.transpose((2, 0, 1))).contiguous()
            return tensor.to(torch.get_default_dtype()).div(255) if tensor.dtype == torch.uint8 else tensor
        return _ToTensor()(pic)


    def pil_to_tensor(pic):
        if not _is_pil_image(pic):
            raise TypeError(f'pic should be PIL Image. Got {type(pic)}')
        return _PILToTensor()(pic)


    def to_pil_image(pic, mode=None):
        return _ToPILImage(mode)(pic)


    def normalize(tensor, mean, std, inplace=False):
        result = _Normalize(mean, std)(tensor)
        return tensor.copy_(result) if inplace else result


    def convert_image_dtype(image, dtype=torch.float32):
        """Scales the numbers from one type's range to another's: 0…1 for floats, 0…largest for integers."""
        if not isinstance(image, torch.Tensor):
            raise TypeError('Input img should be Tensor Image')
        if image.dtype == dtype:
            return image
        if image.is_floating_point():
            if dtype.is_floating_point:
                return image.to(dtype)
            if image.dtype == torch.float32 and dtype in (torch.int32, torch.int64) or image.dtype == torch.float64 and dtype == torch.int64:
                raise RuntimeError(f'The cast from {image.dtype} to {dtype} cannot be performed safely.')
            return image.mul(_largest(dtype) + 1.0 - 1e-3).to(dtype)
        largest = _largest(image.dtype)
        if dtype.is_floating_point:
            return image.to(dtype) / largest
        target = _largest(dtype)
        if largest > target:
            return torch.div(image, int((largest + 1) // (target + 1)), rounding_mode='floor').to(dtype)
        return image.to(dtype) * int((target + 1) // (largest + 1))


    def resize(img, size, interpolation=InterpolationMode.BILINEAR, max_size=None, antialias=True):
        return _Resize(size, interpolation, max_size, antialias)(img)


    def crop(img, top, left, height, width):
        return _vision.window(img, top, left, height, width)


    def center_crop(img, output_size):
        return _CenterCrop(_pair(output_size))(img)


    def _pair(size):
        if isinstance(size, numbers.Number):
            return (int(size), int(size))
        return (size[0], size[0]) if len(size) == 1 else tuple(size)


    def resized_crop(img, top, left, height, width, size, interpolation=InterpolationMode.BILINEAR, antialias=True):
        return resize(crop(img, top, left, height, width), size, interpolation, antialias=antialias)


    def hflip(img):
        return _vision.flip(img, True)


    def vflip(img):
        return _vision.flip(img, False)


    def pad(img, padding, fill=0, padding_mode='constant'):
        return _Pad(padding, fill, padding_mode)(img)


    def five_crop(img, size):
        """The four corners and the middle."""
        high, wide = _pair(size)
        _, height, width = get_dimensions(img)
        if wide > width or high > height:
            raise ValueError(f'Requested crop size {(high, wide)} is bigger than input size {(height, width)}')
        return (crop(img, 0, 0, high, wide), crop(img, 0, width - wide, high, wide), crop(img, height - high, 0, high, wide),
                crop(img, height - high, width - wide, high, wide), center_crop(img, [high, wide]))


    def ten_crop(img, size, vertical_flip=False):
        """The five crops of the image and of its mirror image."""
        return five_crop(img, size) + five_crop(vflip(img) if vertical_flip else hflip(img), size)


    def rgb_to_grayscale(img, num_output_channels=1):
        return to_grayscale(img, num_output_channels)


    def to_grayscale(img, num_output_channels=1):
        return _Grayscale(num_output_channels)(img)


    # Colours

    def _blend(img, other, ratio):
        ratio = float(ratio)
        return (ratio * img + (1.0 - ratio) * other).clamp(0, _largest(img.dtype)).to(img.dtype)


    def _pil_blend(img, other, ratio):
        """PIL's blend of bytes: other + ratio (img - other), cut to bytes."""
        a, b = other.to(torch.float32), img.to(torch.float32)
        return (a + ratio * (b - a)).clamp(0, 255).to(torch.uint8)


    def _check_factor(name, factor):
        if factor < 0:
            raise ValueError(f'{name} ({factor}) is not non-negative.')


    def _colour_tensor(img, least=3):
        _picture(img)
        if img.ndim < least:
            raise TypeError(f'Input image tensor should have at least {least} dimensions, but found {img.ndim}')
        channels = get_dimensions(img)[0]
        if channels not in (1, 3):
            raise TypeError(f'Input image tensor permitted channel values are [1, 3], but found {channels}')
        return img


    def _gray(img):
        if img.shape[-3] == 1:
            return img
        return to_grayscale(img)


    def adjust_brightness(img, brightness_factor):
        if _is_pil_image(img):
            return _on_bytes(img, lambda x: _pil_blend(x, torch.zeros_like(x), brightness_factor))
        _check_factor('brightness_factor', brightness_factor)
        return _blend(_colour_tensor(img, 2), torch.zeros_like(img), brightness_factor)


    def adjust_contrast(img, contrast_factor):
        if _is_pil_image(img):
            grey = _PILToTensor()(img.convert('L'))
            mean = int(grey.double().mean() + 0.5)
            return _on_bytes(img, lambda x: _pil_blend(x, torch.full_like(x, mean), contrast_factor))
        _check_factor('contrast_factor', contrast_factor)
        dtype = img.dtype if img.is_floating_point() else torch.float32
        mean = torch.mean(_gray(_colour_tensor(img)).to(dtype), dim=(-3, -2, -1), keepdim=True)
        return _blend(img, mean, contrast_factor)


    def adjust_saturation(img, saturation_factor):
        if _is_pil_image(img):
            grey = _PILToTensor()(img.convert('L'))
            return _on_bytes(img, lambda x: _pil_blend(x, grey.expand(x.shape), saturation_factor))
        _check_factor('saturation_factor', saturation_factor)
        if _colour_tensor(img).shape[-3] == 1:
            return img
        return _blend(img, to_grayscale(img), saturation_factor)


    def _hue_saturation(img, sums=torch.float32):
        """Hue and saturation in 0…1 and the largest channel; `sums` is the precision of the hue's sums."""
        r, g, b = img.unbind(dim=-3)
        high, low = img.max(dim=-3).values, img.min(dim=-3).values
        is_grey = high == low
        span = high - low
        ones = torch.ones_like(high)
        saturation = span / torch.where(is_grey, ones, high)
        divisor = torch.where(is_grey, ones, span)
        rc, gc, bc = [((high - c) / divisor).to(sums) for c in (r, g, b)]
        hue = ((high == r) * (bc - gc) + ((high == g) & (high != r)) * (2.0 + rc - bc) + ((high != g) & (high != r)) * (4.0 + gc - rc))
        hue = torch.fmod(hue.to(img.dtype).to(sums) / 6.0 + 1.0, 1.0).to(img.dtype)
        return hue, saturation, high


    def _sextants(i, v, p, q, t):
        """Red, green and blue for the six parts of the circle of hues."""
        choices = ((v, t, p), (q, v, p), (p, v, t), (p, q, v), (t, p, v), (v, p, q))
        colours = []
        for channel in range(3):
            result = torch.zeros_like(v)
            for part in range(6):
                result = torch.where(i == part, choices[part][channel], result)
            colours.append(result)
        return torch.stack(colours, dim=-3)


    def _hue_of_bytes(x, hue_factor):
        """PIL's way by bytes of hue, saturation and value."""
        hue, saturation, value = _hue_saturation(x.to(torch.float32), torch.float64)
        hue = ((hue.double() * 255.0).to(torch.int64) + int(hue_factor * 255)) % 256
        saturation = (saturation.double() * 255.0).clamp(0, 255).to(torch.int64)
        sixth = hue.to(torch.float32) * 6.0 / 255.0
        i = sixth.floor()
        f, s = sixth - i, saturation.to(torch.float32) / 255.0
        nearest = lambda y: (y + 0.5).floor().clamp(0, 255)
        p, q, t = nearest(value * (1 - s)), nearest(value * (1 - s * f)), nearest(value * (1 - s * (1 - f)))
        return _sextants(i % 6, value, p, q, t).to(torch.uint8)


    def adjust_hue(img, hue_factor):
        if not (-0.5 <= hue_factor <= 0.5):
            raise ValueError(f'hue_factor ({hue_factor}) is not in [-0.5, 0.5].')
        if _is_pil_image(img):
            return img if len(img.getbands()) == 1 else _on_bytes(img, lambda x: _hue_of_bytes(x, hue_factor))
        if _colour_tensor(img).shape[-3] == 1:
            return img
        hue, s, v = _hue_saturation(convert_image_dtype(img, torch.float32))
        hue = (hue + hue_factor) % 1.0
        i = torch.floor(hue * 6.0)
        f = hue * 6.0 - i
        p, q, t = (torch.clamp(x, 0.0, 1.0) for x in (v * (1.0 - s), v * (1.0 - s * f), v * (1.0 - s * (1.0 - f))))
        return convert_image_dtype(_sextants(i.to(torch.int32) % 6, v, p, q, t), img.dtype)


    def adjust_gamma(img, gamma, gain=1):
        if gamma < 0:
            raise ValueError('Gamma should be a non-negative real number')
        if _is_pil_image(img):
            table = torch.tensor([int((255 + 1 - 1e-3) * gain * pow(b / 255.0, gamma)) for b in range(256)]).clamp(0, 255).to(torch.uint8)
            return _on_bytes(img, lambda x: table[x.long()])
        result = convert_image_dtype(_colour_tensor(img, 2), torch.float32) if not img.is_floating_point() else img
        return convert_image_dtype((gain * result ** gamma).clamp(0, 1), img.dtype)


    def adjust_sharpness(img, sharpness_factor):
        if _is_pil_image(img):
            return _on_bytes(img, lambda x: adjust_sharpness(x, sharpness_factor))
        _check_factor('sharpness_factor', sharpness_factor)
        if _colour_tensor(img, 2).size(-1) <= 2 or img.size(-2) <= 2:
            return img
        kernel = torch.ones(3, 3, dtype=img.dtype if img.is_floating_point() else torch.float32)
        kernel[1, 1] = 5.0
        soft = img.clone()
        soft[..., 1:-1, 1:-1] = _convolved(img, kernel / kernel.sum())
        return _blend(img, soft, sharpness_factor)


    def _convolved(img, kernel):
        """Each channel convolved with one kernel."""
        channels = img.shape[-3]
        x = img.to(kernel.dtype)
        batch = x.unsqueeze(0) if x.ndim == 3 else x
        y = _nn.conv2d(batch, kernel.expand(channels, 1, *kernel.shape), groups=channels)
        y = y.squeeze(0) if x.ndim == 3 else y
        return y if img.is_floating_point() else y.round().to(img.dtype)


    def gaussian_blur(img, kernel_size, sigma=None):
        """Mixes each pixel with its neighbours by a bell-shaped kernel."""
        sizes = [kernel_size, kernel_size] if isinstance(kernel_size, int) else list(kernel_size)
        if len(sizes) != 2:
            raise ValueError(f'If kernel_size is a sequence its length should be 2. Got {len(sizes)}')
        for size in sizes:
            if size % 2 == 0 or size < 0:
                raise ValueError(f'kernel_size should have odd and positive integers. Got {sizes}')
        if sigma is None:
            sigma = [size * 0.15 + 0.35 for size in sizes]
        sigma = [float(sigma)] * 2 if isinstance(sigma, (int, float)) else [float(s) for s in sigma] * (2 // len(sigma))
        for s in sigma:
            if s <= 0.0:
                raise ValueError(f'sigma should have positive values. Got {sigma}')
        if _is_pil_image(img):
            return _on_bytes(img, lambda x: gaussian_blur(x, sizes, sigma))
        dtype = _picture(img).dtype if img.is_floating_point() else torch.float32

        def line(size, s):
            x = torch.linspace(-(size - 1) * 0.5, (size - 1) * 0.5, steps=size, dtype=dtype)
            bell = torch.exp(-0.5 * (x / s).pow(2))
            return bell / bell.sum()

        kernel = line(sizes[1], sigma[1])[:, None] * line(sizes[0], sigma[0])[None, :]
        border = [sizes[0] // 2, sizes[1] // 2, sizes[0] // 2, sizes[1] // 2]
        x = img if img.is_floating_point() else img.to(dtype)
        result = _convolved(pad(x, border, padding_mode='reflect'), kernel)
        return result if img.is_floating_point() else result.round().to(img.dtype)


    def invert(img):
        if _is_pil_image(img):
            return _on_bytes(img, lambda x: 255 - x)
        return _largest(_colour_tensor(img).dtype) - img


    def posterize(img, bits):
        if not (0 <= bits <= 8):
            raise ValueError(f'The number if bits should be between 0 and 8. Got {bits}')
        if _is_pil_image(img):
            return _on_bytes(img, lambda x: posterize(x, bits))
        if _colour_tensor(img).dtype != torch.uint8:
            raise TypeError(f'Only torch.uint8 image tensors are supported, but found {img.dtype}')
        return img & (256 - 2 ** (8 - bits))


    def solarize(img, threshold):
        if _is_pil_image(img):
            return _on_bytes(img, lambda x: torch.where(x < threshold, x, 255 - x))
        if threshold > _largest(_colour_tensor(img).dtype):
            raise TypeError('Threshold should be less than bound of img.')
        return torch.where(img >= threshold, invert(img), img)


    def autocontrast(img):
        """Stretches each channel over the whole range."""
        if _is_pil_image(img):
            def stretched(x):
                low, high = x.amin(dim=(-2, -1), keepdim=True).double(), x.amax(dim=(-2, -1), keepdim=True).double()
                scale = 255.0 / (high - low)
                return torch.where(high <= low, x, (x.double() * scale - low * scale).clamp(0, 255).to(torch.uint8))

            return _on_bytes(img, stretched)
        dtype = _colour_tensor(img).dtype if img.is_floating_point() else torch.float32
        low = img.amin(dim=(-2, -1), keepdim=True).to(dtype)
        high = img.amax(dim=(-2, -1), keepdim=True).to(dtype)
        scale = _largest(img.dtype) / (high - low)
        flat = torch.isfinite(scale).logical_not()
        low, scale = low.masked_fill(flat, 0), scale.masked_fill(flat, 1)
        return ((img - low) * scale).clamp(0, _largest(img.dtype)).to(img.dtype)


    def equalize(img):
        """Makes all values of a channel about equally frequent."""
        if _is_pil_image(img):
            return _on_bytes(img, equalize)
        if not (3 <= img.ndim <= 4):
            raise TypeError(f'Input image tensor should have 3 or 4 dimensions, but found {img.ndim}')
        if _colour_tensor(img).dtype != torch.uint8:
            raise TypeError(f'Only torch.uint8 image tensors are supported, but found {img.dtype}')

        def channel(x):
            counts = torch.bincount(x.reshape(-1), minlength=256)
            step = int(counts[counts != 0][:-1].sum()) // 255
            if step == 0:
                return x
            table = (torch.cumsum(counts, 0) + step // 2) // step
            return _nn.pad(table, [1, 0])[:-1].clamp(0, 255)[x.long()].to(torch.uint8)

        planes = img.reshape(-1, img.shape[-2], img.shape[-1])
        return torch.stack([channel(plane) for plane in planes]).reshape(img.shape)


    def erase(img, i, j, h, w, v, inplace=False):
        """Puts v into the rectangle at (i, j)."""
        if not isinstance(img, torch.Tensor):
            raise TypeError(f'img should be Tensor Image. Got {type(img)}')
        result = img if inplace else img.clone()
        result[..., i:i + h, j:j + w] = v
        return result


    # Places

    def _fill(fill):
        if fill is None:
            return None
        return [float(fill)] if isinstance(fill, numbers.Number) else [float(f) for f in fill]


    def rotate(img, angle, interpolation=InterpolationMode.NEAREST, expand=False, center=None, fill=None):
        """Turned counter-clockwise by degrees."""
        if not isinstance(angle, (int, float)):
            raise TypeError('Argument angle should be int or float')
        if center is not None and not isinstance(center, (list, tuple)):
            raise TypeError('Argument center should be a sequence')
        return _vision.rotate(img, float(angle), str.__str__(interpolation) == 'bilinear', expand, center, _fill(fill))


    def _inverse_map(center, angle, translate, scale, shear):
        turn, sx, sy = math.radians(angle), math.radians(shear[0]), math.radians(shear[1])
        a = math.cos(turn - sy) / math.cos(sy)
        b = -math.cos(turn - sy) * math.tan(sx) / math.cos(sy) - math.sin(turn)
        c = math.sin(turn - sy) / math.cos(sy)
        d = -math.sin(turn - sy) * math.tan(sx) / math.cos(sy) + math.cos(turn)
        m = [v / scale for v in (d, -b, 0.0, -c, a, 0.0)]
        x, y = -center[0] - translate[0], -center[1] - translate[1]
        m[2] += m[0] * x + m[1] * y + center[0]
        m[5] += m[3] * x + m[4] * y + center[1]
        return m


    def affine(img, angle, translate, scale, shear, interpolation=InterpolationMode.NEAREST, fill=None, center=None):
        """Turned, moved, scaled and sheared about the centre."""
        if not isinstance(angle, (int, float)):
            raise TypeError('Argument angle should be int or float')
        if not isinstance(translate, (list, tuple)):
            raise TypeError('Argument translate should be a sequence')
        if len(translate) != 2:
            raise ValueError('translate should be a sequence of length 2')
        if scale <= 0.0:
            raise ValueError('Argument scale should be positive')
        if not isinstance(shear, (numbers.Number, list, tuple)):
            raise TypeError('Shear should be either a single value or a sequence of two values')
        shear = [shear, 0.0] if isinstance(shear, numbers.Number) else [shear[0], shear[-1] if len(shear) == 2 else shear[0]]
        if _is_pil_image(img):
            return _on_bytes(img, lambda x: affine(x, angle, translate, scale, shear, interpolation, 0 if fill is None else fill, center))
        _, height, width = get_dimensions(img)
        middle = [0.0, 0.0] if center is None else [center[0] - width * 0.5, center[1] - height * 0.5]
        m = _inverse_map(middle, angle, [1.0 * t for t in translate], scale, shear)
        return _vision.warp(img, m, str.__str__(interpolation) == 'bilinear', _fill(fill))


    def perspective(img, startpoints, endpoints, interpolation=InterpolationMode.BILINEAR, fill=None):
        """Moves four corners from startpoints to endpoints."""
        if _is_pil_image(img):
            return _on_bytes(img, lambda x: perspective(x, startpoints, endpoints, interpolation, 0 if fill is None else fill))
        rows, values = [], []
        for (x0, y0), (x, y) in zip(startpoints, endpoints):
            rows.append([x, y, 1, 0, 0, 0, -x0 * x, -x0 * y])
            rows.append([0, 0, 0, x, y, 1, -y0 * x, -y0 * y])
            values += [x0, y0]
        m = torch.linalg.lstsq(torch.tensor(rows, dtype=torch.float64), torch.tensor(values, dtype=torch.float64)).solution
        _, height, width = get_dimensions(img)
        dtype = img.dtype if img.is_floating_point() else torch.float32
        m = m.to(torch.float32).to(dtype).tolist()
        x = torch.linspace(0.5, width - 0.5, width, dtype=dtype).expand(height, width)
        y = torch.linspace(0.5, height - 0.5, height, dtype=dtype)[:, None].expand(height, width)
        depth = m[6] * x + m[7] * y + 1
        grid = torch.stack([(m[0] * x + m[1] * y + m[2]) / depth / (0.5 * width) - 1,
                            (m[3] * x + m[4] * y + m[5]) / depth / (0.5 * height) - 1], dim=-1)[None]
        return _vision.sample(img, grid, str.__str__(interpolation) == 'bilinear', _fill(fill))


    def elastic_transform(img, displacement, interpolation=InterpolationMode.BILINEAR, fill=None):
        """Moves each pixel by its own displacement [1, H, W, 2], in halves of the image's size."""
        if not isinstance(displacement, torch.Tensor):
            raise TypeError('Argument displacement should be a Tensor')
        if _is_pil_image(img):
            return _on_bytes(img, lambda x: elastic_transform(x, displacement, interpolation, 0 if fill is None else fill))
        _, height, width = get_dimensions(img)
        if tuple(displacement.shape) != (1, height, width, 2):
            raise ValueError(f'Argument displacement shape should be (1, {height}, {width}, 2), but given {displacement.shape}')
        x = torch.linspace((-width + 1) / width, (width - 1) / width, steps=width).expand(height, width)
        y = torch.linspace((-height + 1) / height, (height - 1) / height, steps=height)[:, None].expand(height, width)
        return _vision.sample(img, torch.stack([x, y], -1)[None] + displacement, str.__str__(interpolation) == 'bilinear', _fill(fill))
    """#
}
