extension WrittenLibrary {
  /// `torchvision.models.vgg`: VGG networks.
  static let vgg = #"""
    """VGG networks: https://arxiv.org/abs/1409.1556, with random weights."""
    import torch
    from torch import nn


    class VGG(nn.Module):
        """[N, 3, H, W] to [N, num_classes]. Convolutions start from kaiming_normal_ over fan_out, linear layers from N(0, 0.01²)."""

        def __init__(self, features, num_classes=1000, init_weights=True, dropout=0.5):
            super().__init__()
            self.features = features
            self.avgpool = nn.AdaptiveAvgPool2d((7, 7))
            self.classifier = nn.Sequential(nn.Linear(512 * 7 * 7, 4096), nn.ReLU(True), nn.Dropout(p=dropout),
                                            nn.Linear(4096, 4096), nn.ReLU(True), nn.Dropout(p=dropout),
                                            nn.Linear(4096, num_classes))
            if init_weights:
                for module in self.modules():
                    if isinstance(module, nn.Conv2d):
                        nn.init.kaiming_normal_(module.weight, mode='fan_out', nonlinearity='relu')
                        if module.bias is not None:
                            nn.init.constant_(module.bias, 0)
                    elif isinstance(module, nn.BatchNorm2d):
                        nn.init.constant_(module.weight, 1)
                        nn.init.constant_(module.bias, 0)
                    elif isinstance(module, nn.Linear):
                        nn.init.normal_(module.weight, 0, 0.01)
                        nn.init.constant_(module.bias, 0)

        def forward(self, x):
            return self.classifier(torch.flatten(self.avgpool(self.features(x)), 1))


    def make_layers(cfg, batch_norm=False):
        """Convolutions of so many channels each, 'M' for pooling."""
        layers = []
        channels = 3
        for width in cfg:
            if width == 'M':
                layers.append(nn.MaxPool2d(kernel_size=2, stride=2))
                continue
            layers.append(nn.Conv2d(channels, width, kernel_size=3, padding=1))
            if batch_norm:
                layers.append(nn.BatchNorm2d(width))
            layers.append(nn.ReLU(inplace=True))
            channels = width
        return nn.Sequential(*layers)


    def _stages(counts):
        cfg = []
        for width, count in zip([64, 128, 256, 512, 512], counts):
            cfg += [width] * count + ['M']
        return cfg


    cfgs = {'A': _stages([1, 1, 2, 2, 2]), 'B': _stages([2, 2, 2, 2, 2]), 'D': _stages([2, 2, 3, 3, 3]), 'E': _stages([2, 2, 4, 4, 4])}
    cfg = cfgs
    model_urls = {name: f'https://download.pytorch.org/models/{name}' for name in
                  ['vgg11', 'vgg13', 'vgg16', 'vgg19', 'vgg11_bn', 'vgg13_bn', 'vgg16_bn', 'vgg19_bn']}


    def _make(letter, batch_norm, weights, kwargs):
        if weights or kwargs.pop('pretrained', False):
            raise NotImplementedError('pretrained weights are not available in Lectern: load_state_dict(torch.load(...)) takes them')
        kwargs.pop('progress', None)
        return VGG(make_layers(cfgs[letter], batch_norm=batch_norm), **kwargs)


    def vgg11(*, weights=None, **kwargs):
        return _make('A', False, weights, kwargs)


    def vgg11_bn(*, weights=None, **kwargs):
        return _make('A', True, weights, kwargs)


    def vgg13(*, weights=None, **kwargs):
        return _make('B', False, weights, kwargs)


    def vgg13_bn(*, weights=None, **kwargs):
        return _make('B', True, weights, kwargs)


    def vgg16(*, weights=None, **kwargs):
        return _make('D', False, weights, kwargs)


    def vgg16_bn(*, weights=None, **kwargs):
        return _make('D', True, weights, kwargs)


    def vgg19(*, weights=None, **kwargs):
        return _make('E', False, weights, kwargs)


    def vgg19_bn(*, weights=None, **kwargs):
        return _make('E', True, weights, kwargs)
    """#
}
