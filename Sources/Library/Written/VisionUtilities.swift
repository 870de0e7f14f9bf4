extension WrittenLibrary {
  /// `torchvision.utils`: grids of images.
  static let visionUtilities = #"""
    """Pictures of many pictures."""
    import math
    import torch


    @torch.no_grad()
    def make_grid(tensor, nrow=8, padding=2, normalize=False, value_range=None, scale_each=False, pad_value=0.0):
        """[N, C, H, W], or a list of images, to one image [C, H', W']: nrow images a row, a border of padding between them."""
        if not torch.is_tensor(tensor):
            if not isinstance(tensor, list):
                raise TypeError(f'tensor or list of tensors expected, got {type(tensor)}')
            for image in tensor:
                if not torch.is_tensor(image):
                    raise TypeError(f'tensor or list of tensors expected, got a list containing {type(image)}')
            tensor = torch.stack(tensor, dim=0)
        if tensor.dim() == 2:
            tensor = tensor.unsqueeze(0)
        if tensor.dim() == 3:
            if tensor.size(0) == 1:
                tensor = torch.cat((tensor, tensor, tensor), 0)
            tensor = tensor.unsqueeze(0)
        if tensor.dim() == 4 and tensor.size(1) == 1:
            tensor = torch.cat((tensor, tensor, tensor), 1)
        if normalize:
            tensor = tensor.clone()
            if value_range is not None and not isinstance(value_range, tuple):
                raise TypeError('value_range has to be a tuple (min, max) if specified. min and max are numbers')

            def stretch(image):
                low, high = value_range if value_range is not None else (float(image.min()), float(image.max()))
                image.clamp_(min=low, max=high)
                image.sub_(low).div_(max(high - low, 1e-5))

            if scale_each:
                for image in tensor:
                    stretch(image)
            else:
                stretch(tensor)
        if tensor.size(0) == 1:
            return tensor.squeeze(0)
        count = tensor.size(0)
        columns = min(nrow, count)
        rows = int(math.ceil(float(count) / columns))
        height, width = int(tensor.size(2) + padding), int(tensor.size(3) + padding)
        grid = tensor.new_full((tensor.size(1), height * rows + padding, width * columns + padding), pad_value)
        for i in range(count):
            y, x = i // columns, i % columns
            grid.narrow(1, y * height + padding, height - padding).narrow(2, x * width + padding, width - padding).copy_(tensor[i])
        return grid


    @torch.no_grad()
    def save_image(tensor, fp, format=None, **kwargs):
        """Writes a grid of images, floats in 0…1, to a PNG or JPEG file."""
        from PIL import Image
        grid = make_grid(tensor, **kwargs)
        bytes_ = grid.mul(255).add_(0.5).clamp_(0, 255).permute(1, 2, 0).to('cpu', torch.uint8).numpy()
        Image.fromarray(bytes_).save(fp, format=format)
    """#
}
