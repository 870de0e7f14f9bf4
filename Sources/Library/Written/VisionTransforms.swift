extension WrittenLibrary {
  /// The classes of `torchvision.transforms` that are written in the language: colours, blurs, warps and choices.
  static let visionTransforms = #"""
    """Random changes of colours and places."""
    import math
    import numbers
    import random
    import torch
    from torchvision.transforms import functional as F
    from torchvision.transforms.functional import InterpolationMode


    class _Transform(torch.nn.Module):
        """A transform; its draws come from torch's generator."""

        def __repr__(self):
            return f'{type(self).__name__}()'


    def _uniform(low, high):
        return float(torch.empty(1).uniform_(low, high).item())


    def _degrees(value, name, sizes=(2,)):
        if isinstance(value, numbers.Number):
            if value < 0:
                raise ValueError(f'If {name} is a single number, it must be positive.')
            return [float(-value), float(value)]
        if not isinstance(value, (list, tuple)):
            raise TypeError(f'{name} should be a sequence of length {" or ".join(str(s) for s in sizes)}.')
        if len(value) not in sizes:
            raise ValueError(f'{name} should be a sequence of length {" or ".join(str(s) for s in sizes)}.')
        return [float(v) for v in value]


    class ColorJitter(_Transform):
        """Changes brightness, contrast, saturation and hue at random, in random order."""

        def __init__(self, brightness=0, contrast=0, saturation=0, hue=0):
            super().__init__()
            self.brightness = self._range(brightness, 'brightness')
            self.contrast = self._range(contrast, 'contrast')
            self.saturation = self._range(saturation, 'saturation')
            self.hue = self._range(hue, 'hue', 0, (-0.5, 0.5), False)

        def _range(self, value, name, center=1, bound=(0, float('inf')), clip_first_on_zero=True):
            if isinstance(value, numbers.Number):
                if value < 0:
                    raise ValueError(f'If {name} is a single number, it must be non negative.')
                value = [center - float(value), center + float(value)]
                if clip_first_on_zero:
                    value[0] = max(value[0], 0.0)
            elif isinstance(value, (tuple, list)) and len(value) == 2:
                value = [float(value[0]), float(value[1])]
            else:
                raise TypeError(f'{name} should be a single number or a list/tuple with length 2.')
            if not bound[0] <= value[0] <= value[1] <= bound[1]:
                raise ValueError(f'{name} values should be between {bound}, but got {value}.')
            return None if value[0] == value[1] == center else tuple(value)

        @staticmethod
        def get_params(brightness, contrast, saturation, hue):
            order = torch.randperm(4)
            return (order, *[None if r is None else _uniform(r[0], r[1]) for r in (brightness, contrast, saturation, hue)])

        def forward(self, img):
            order, *factors = self.get_params(self.brightness, self.contrast, self.saturation, self.hue)
            changes = (F.adjust_brightness, F.adjust_contrast, F.adjust_saturation, F.adjust_hue)
            for number in order.tolist():
                if factors[number] is not None:
                    img = changes[number](img, factors[number])
            return img

        def __repr__(self):
            return (f'ColorJitter(brightness={self.brightness}, contrast={self.contrast}, saturation={self.saturation}, '
                    f'hue={self.hue})')


    class GaussianBlur(_Transform):
        """Blurs with a kernel of random width."""

        def __init__(self, kernel_size, sigma=(0.1, 2.0)):
            super().__init__()
            if isinstance(kernel_size, numbers.Number):
                kernel_size = (int(kernel_size), int(kernel_size))
            if len(kernel_size) != 2:
                raise ValueError('Kernel size should be a tuple/list of two integers')
            for size in kernel_size:
                if size <= 0 or size % 2 == 0:
                    raise ValueError('Kernel size value should be an odd and positive number.')
            if isinstance(sigma, numbers.Number):
                if sigma <= 0:
                    raise ValueError('If sigma is a single number, it must be positive.')
                sigma = (sigma, sigma)
            elif isinstance(sigma, (tuple, list)) and len(sigma) == 2:
                if not 0.0 < sigma[0] <= sigma[1]:
                    raise ValueError(f'sigma values should be positive and of the form (min, max). Got {sigma}')
            else:
                raise TypeError('sigma should be a number or a sequence of numbers')
            self.kernel_size = tuple(kernel_size)
            self.sigma = sigma

        def forward(self, img):
            width = _uniform(self.sigma[0], self.sigma[1])
            return F.gaussian_blur(img, self.kernel_size, [width, width])

        def __repr__(self):
            return f'GaussianBlur(kernel_size={self.kernel_size}, sigma={self.sigma})'


    class RandomErasing(_Transform):
        """Erases a rectangle of random size and place."""

        def __init__(self, p=0.5, scale=(0.02, 0.33), ratio=(0.3, 3.3), value=0, inplace=False):
            super().__init__()
            if not isinstance(value, (numbers.Number, str, tuple, list)):
                raise TypeError('Argument value should be either a number or str or a sequence')
            if isinstance(value, str) and value != 'random':
                raise ValueError("If value is str, it should be 'random'")
            if not isinstance(scale, (tuple, list)):
                raise TypeError('Scale should be a sequence')
            if not isinstance(ratio, (tuple, list)):
                raise TypeError('Ratio should be a sequence')
            if scale[0] < 0 or scale[1] > 1:
                raise ValueError('Scale should be between 0 and 1')
            if p < 0 or p > 1:
                raise ValueError('Random erasing probability should be between 0 and 1')
            self.p, self.scale, self.ratio, self.value, self.inplace = p, scale, ratio, value, inplace

        @staticmethod
        def get_params(img, scale, ratio, value=None):
            channels, height, width = img.shape[-3], img.shape[-2], img.shape[-1]
            logs = torch.log(torch.tensor(ratio))
            for _ in range(10):
                area = height * width * torch.empty(1).uniform_(scale[0], scale[1]).item()
                aspect = torch.exp(torch.empty(1).uniform_(logs[0].item(), logs[1].item())).item()
                h, w = int(round(math.sqrt(area * aspect))), int(round(math.sqrt(area / aspect)))
                if not (h < height and w < width):
                    continue
                if value is None:
                    v = torch.empty([channels, h, w], dtype=torch.float32).normal_()
                else:
                    v = torch.tensor(value)[:, None, None]
                i = torch.randint(0, height - h + 1, size=(1,)).item()
                j = torch.randint(0, width - w + 1, size=(1,)).item()
                return i, j, h, w, v
            return 0, 0, height, width, img

        def forward(self, img):
            if torch.rand(1) < self.p:
                value = self.value
                value = [float(value)] if isinstance(value, numbers.Number) else None if isinstance(value, str) else [float(v) for v in value]
                if value is not None and len(value) not in (1, img.shape[-3]):
                    raise ValueError(f'If value is a sequence, it should have either a single value or {img.shape[-3]} (number of input '
                                     'channels)')
                i, j, h, w, v = self.get_params(img, self.scale, self.ratio, value)
                return F.erase(img, i, j, h, w, v, self.inplace)
            return img

        def __repr__(self):
            return f'RandomErasing(p={self.p}, scale={self.scale}, ratio={self.ratio}, value={self.value}, inplace={self.inplace})'


    class RandomAffine(_Transform):
        """Turns, moves, scales and shears at random."""

        def __init__(self, degrees, translate=None, scale=None, shear=None, interpolation=InterpolationMode.NEAREST, fill=0, center=None):
            super().__init__()
            self.degrees = _degrees(degrees, 'degrees')
            if translate is not None:
                for t in translate:
                    if not (0.0 <= t <= 1.0):
                        raise ValueError('translation values should be between 0 and 1')
            if scale is not None:
                for s in scale:
                    if s <= 0:
                        raise ValueError('scale values should be positive')
            self.shear = None if shear is None else _degrees(shear, 'shear', (2, 4))
            self.translate, self.scale, self.interpolation, self.fill, self.center = translate, scale, interpolation, fill, center

        @staticmethod
        def get_params(degrees, translate, scale_ranges, shears, img_size):
            angle = _uniform(degrees[0], degrees[1])
            moves = (0, 0)
            if translate is not None:
                dx, dy = float(translate[0] * img_size[0]), float(translate[1] * img_size[1])
                moves = (int(round(_uniform(-dx, dx))), int(round(_uniform(-dy, dy))))
            scale = 1.0 if scale_ranges is None else _uniform(scale_ranges[0], scale_ranges[1])
            x = y = 0.0
            if shears is not None:
                x = _uniform(shears[0], shears[1])
                if len(shears) == 4:
                    y = _uniform(shears[2], shears[3])
            return angle, moves, scale, (x, y)

        def forward(self, img):
            fill = self.fill
            channels, height, width = F.get_dimensions(img)
            if isinstance(img, torch.Tensor):
                fill = [float(fill)] * channels if isinstance(fill, numbers.Number) else [float(f) for f in fill]
            made = self.get_params(self.degrees, self.translate, self.scale, self.shear, [width, height])
            return F.affine(img, *made, interpolation=self.interpolation, fill=fill, center=self.center)

        def __repr__(self):
            s = f'RandomAffine(degrees={self.degrees}'
            s += f', translate={self.translate}' if self.translate is not None else ''
            s += f', scale={self.scale}' if self.scale is not None else ''
            s += f', shear={self.shear}' if self.shear is not None else ''
            s += f', interpolation={self.interpolation.value}' if self.interpolation != InterpolationMode.NEAREST else ''
            s += f', fill={self.fill}' if self.fill != 0 else ''
            s += f', center={self.center}' if self.center is not None else ''
            return s + ')'


    class RandomPerspective(_Transform):
        """Looks at the image from a random side, with probability p."""

        def __init__(self, distortion_scale=0.5, p=0.5, interpolation=InterpolationMode.BILINEAR, fill=0):
            super().__init__()
            self.distortion_scale, self.p, self.interpolation, self.fill = distortion_scale, p, interpolation, fill

        @staticmethod
        def get_params(width, height, distortion_scale):
            half_height, half_width = height // 2, width // 2
            dx, dy = int(distortion_scale * half_width), int(distortion_scale * half_height)
            draw = lambda low, high: int(torch.randint(low, high, size=(1,)).item())
            top_left = [draw(0, dx + 1), draw(0, dy + 1)]
            top_right = [draw(width - dx - 1, width), draw(0, dy + 1)]
            bottom_right = [draw(width - dx - 1, width), draw(height - dy - 1, height)]
            bottom_left = [draw(0, dx + 1), draw(height - dy - 1, height)]
            return ([[0, 0], [width - 1, 0], [width - 1, height - 1], [0, height - 1]],
                    [top_left, top_right, bottom_right, bottom_left])

        def forward(self, img):
            channels, height, width = F.get_dimensions(img)
            fill = self.fill
            if isinstance(img, torch.Tensor):
                fill = [float(fill)] * channels if isinstance(fill, numbers.Number) else [float(f) for f in fill]
            if torch.rand(1) < self.p:
                start, end = self.get_params(width, height, self.distortion_scale)
                return F.perspective(img, start, end, self.interpolation, fill)
            return img

        def __repr__(self):
            return f'RandomPerspective(p={self.p})'


    class _Chance(_Transform):
        """A change made with probability p."""

        def __init__(self, p=0.5):
            super().__init__()
            self.p = p

        def forward(self, img):
            return self._change(img) if torch.rand(1).item() < self.p else img

        def __repr__(self):
            return f'{type(self).__name__}({self._shown()}p={self.p})'

        def _shown(self):
            return ''


    class RandomInvert(_Chance):
        def _change(self, img):
            return F.invert(img)


    class RandomAutocontrast(_Chance):
        def _change(self, img):
            return F.autocontrast(img)


    class RandomEqualize(_Chance):
        def _change(self, img):
            return F.equalize(img)


    class RandomPosterize(_Chance):
        def __init__(self, bits, p=0.5):
            super().__init__(p)
            self.bits = bits

        def _change(self, img):
            return F.posterize(img, self.bits)

        def _shown(self):
            return f'bits={self.bits},'


    class RandomSolarize(_Chance):
        def __init__(self, threshold, p=0.5):
            super().__init__(p)
            self.threshold = threshold

        def _change(self, img):
            return F.solarize(img, self.threshold)

        def _shown(self):
            return f'threshold={self.threshold},'


    class RandomAdjustSharpness(_Chance):
        def __init__(self, sharpness_factor, p=0.5):
            super().__init__(p)
            self.sharpness_factor = sharpness_factor

        def _change(self, img):
            return F.adjust_sharpness(img, self.sharpness_factor)

        def _shown(self):
            return f'sharpness_factor={self.sharpness_factor},'


    class ConvertImageDtype(_Transform):
        def __init__(self, dtype):
            super().__init__()
            self.dtype = dtype

        def forward(self, image):
            return F.convert_image_dtype(image, self.dtype)


    class FiveCrop(_Transform):
        """The four corners and the middle, as a tuple."""

        def __init__(self, size):
            super().__init__()
            self.size = F._pair(size)

        def forward(self, img):
            return F.five_crop(img, self.size)

        def __repr__(self):
            return f'{type(self).__name__}(size={self.size})'


    class TenCrop(FiveCrop):
        """The five crops of the image and of its mirror image, as a tuple."""

        def __init__(self, size, vertical_flip=False):
            super().__init__(size)
            self.vertical_flip = vertical_flip

        def forward(self, img):
            return F.ten_crop(img, self.size, self.vertical_flip)

        def __repr__(self):
            return f'TenCrop(size={self.size}, vertical_flip={self.vertical_flip})'


    class LinearTransformation(_Transform):
        """(x - mean) times a matrix, for whitening."""

        def __init__(self, transformation_matrix, mean_vector):
            super().__init__()
            rows, columns = transformation_matrix.size()
            if rows != columns:
                raise ValueError('transformation_matrix should be square. Got [%d x %d] rectangular matrix.' % (rows, columns))
            if mean_vector.size(0) != rows:
                raise ValueError(f'mean_vector should have the same length {mean_vector.size(0)} as any one of the dimensions of the '
                                 f'transformation_matrix [{(rows, columns)}]')
            self.transformation_matrix, self.mean_vector = transformation_matrix, mean_vector

        def forward(self, tensor):
            shape = tensor.shape
            n = shape[-3] * shape[-2] * shape[-1]
            if n != self.transformation_matrix.shape[0]:
                raise ValueError('Input tensor and transformation matrix have incompatible shape.'
                                 f'[{shape[-3]} x {shape[-2]} x {shape[-1]}] != {self.transformation_matrix.shape[0]}')
            return torch.mm(tensor.reshape(-1, n) - self.mean_vector, self.transformation_matrix).reshape(shape)

        def __repr__(self):
            return (f'LinearTransformation(transformation_matrix={self.transformation_matrix.tolist()}, '
                    f'mean_vector={self.mean_vector.tolist()})')


    class RandomTransforms:
        def __init__(self, transforms):
            if not isinstance(transforms, (list, tuple)):
                raise TypeError('Argument transforms should be a sequence')
            self.transforms = transforms

        def __repr__(self):
            return type(self).__name__ + '(' + ''.join(f'\n    {t}' for t in self.transforms) + '\n)'


    class RandomOrder(RandomTransforms):
        """All transforms, in random order."""

        def __call__(self, img):
            order = list(range(len(self.transforms)))
            random.shuffle(order)
            for i in order:
                img = self.transforms[i](img)
            return img


    class RandomChoice(RandomTransforms):
        """One of the transforms."""

        def __init__(self, transforms, p=None):
            super().__init__(transforms)
            if p is not None and not isinstance(p, (list, tuple)):
                raise TypeError('Argument p should be a sequence')
            self.p = p

        def __call__(self, *args):
            return random.choices(self.transforms, weights=self.p)[0](*args)

        def __repr__(self):
            return super().__repr__() + f'(p={self.p})'


    class ElasticTransform(_Transform):
        """Moves pixels by smooth random displacements."""

        def __init__(self, alpha=50.0, sigma=5.0, interpolation=InterpolationMode.BILINEAR, fill=0):
            super().__init__()
            self.alpha = [float(alpha)] * 2 if isinstance(alpha, numbers.Number) else [float(a) for a in alpha] * (2 // len(alpha))
            self.sigma = [float(sigma)] * 2 if isinstance(sigma, numbers.Number) else [float(s) for s in sigma] * (2 // len(sigma))
            self.interpolation = interpolation
            self.fill = [float(fill)] if isinstance(fill, numbers.Number) else [float(f) for f in fill]

        @staticmethod
        def get_params(alpha, sigma, size):
            parts = []
            for axis in (0, 1):
                d = torch.rand([1, 1] + size) * 2 - 1
                if sigma[axis] > 0.0:
                    k = int(8 * sigma[axis] + 1)
                    k += 1 if k % 2 == 0 else 0
                    d = F.gaussian_blur(d, [k, k], sigma)
                parts.append(d * alpha[axis] / size[axis])
            return torch.concat(parts, 1).permute([0, 2, 3, 1])

        def forward(self, tensor):
            _, height, width = F.get_dimensions(tensor)
            return F.elastic_transform(tensor, self.get_params(self.alpha, self.sigma, [height, width]), self.interpolation, self.fill)

        def __repr__(self):
            return (f'ElasticTransform(alpha={self.alpha}, sigma={self.sigma}, interpolation={self.interpolation}, fill={self.fill})')
    """#

  /// The names of those classes.
  static let visionTransformNames = [
    "ColorJitter", "GaussianBlur", "RandomErasing", "RandomAffine", "RandomPerspective", "RandomInvert", "RandomAutocontrast",
    "RandomEqualize", "RandomPosterize", "RandomSolarize", "RandomAdjustSharpness", "ConvertImageDtype", "FiveCrop", "TenCrop",
    "LinearTransformation", "RandomOrder", "RandomChoice", "ElasticTransform",
  ]
}
