extension WrittenLibrary {
  /// `torchvision.models.resnet`: residual networks.
  static let resnet = #"""
    """Residual networks: https://arxiv.org/abs/1512.03385, with random weights."""
    import torch
    from torch import nn


    def conv3x3(in_planes, out_planes, stride=1, groups=1, dilation=1):
        """A 3×3 convolution that keeps the size, but for its stride."""
        return nn.Conv2d(in_planes, out_planes, kernel_size=3, stride=stride, padding=dilation, groups=groups, bias=False,
                         dilation=dilation)


    def conv1x1(in_planes, out_planes, stride=1):
        """A 1×1 convolution."""
        return nn.Conv2d(in_planes, out_planes, kernel_size=1, stride=stride, bias=False)


    class BasicBlock(nn.Module):
        """Two 3×3 convolutions and a way around them: [N, C, H, W] to [N, planes, H/stride, W/stride]."""
        expansion = 1

        def __init__(self, inplanes, planes, stride=1, downsample=None, groups=1, base_width=64, dilation=1, norm_layer=None):
            super().__init__()
            norm = norm_layer or nn.BatchNorm2d
            if groups != 1 or base_width != 64:
                raise ValueError('BasicBlock only supports groups=1 and base_width=64')
            if dilation > 1:
                raise NotImplementedError('Dilation > 1 not supported in BasicBlock')
            self.conv1 = conv3x3(inplanes, planes, stride)
            self.bn1 = norm(planes)
            self.relu = nn.ReLU(inplace=True)
            self.conv2 = conv3x3(planes, planes)
            self.bn2 = norm(planes)
            self.downsample = downsample
            self.stride = stride

        def forward(self, x):
            way = x if self.downsample is None else self.downsample(x)
            y = self.relu(self.bn1(self.conv1(x)))
            y = self.bn2(self.conv2(y))
            y += way
            return self.relu(y)


    class Bottleneck(nn.Module):
        """1×1, 3×3 and 1×1 convolutions and a way around them: [N, C, H, W] to [N, 4·planes, H/stride, W/stride]."""
        expansion = 4

        def __init__(self, inplanes, planes, stride=1, downsample=None, groups=1, base_width=64, dilation=1, norm_layer=None):
            super().__init__()
            norm = norm_layer or nn.BatchNorm2d
            width = int(planes * (base_width / 64.0)) * groups
            self.conv1 = conv1x1(inplanes, width)
            self.bn1 = norm(width)
            self.conv2 = conv3x3(width, width, stride, groups, dilation)
            self.bn2 = norm(width)
            self.conv3 = conv1x1(width, planes * self.expansion)
            self.bn3 = norm(planes * self.expansion)
            self.relu = nn.ReLU(inplace=True)
            self.downsample = downsample
            self.stride = stride

        def forward(self, x):
            way = x if self.downsample is None else self.downsample(x)
            y = self.relu(self.bn1(self.conv1(x)))
            y = self.relu(self.bn2(self.conv2(y)))
            y = self.bn3(self.conv3(y))
            y += way
            return self.relu(y)


    class ResNet(nn.Module):
        """[N, 3, H, W] to [N, num_classes]. Convolutions start from kaiming_normal_ over fan_out."""

        def __init__(self, block, layers, num_classes=1000, zero_init_residual=False, groups=1, width_per_group=64,
                     replace_stride_with_dilation=None, norm_layer=None):
            super().__init__()
            self._norm_layer = norm_layer or nn.BatchNorm2d
            self.inplanes = 64
            self.dilation = 1
            dilate = replace_stride_with_dilation or [False, False, False]
            if len(dilate) != 3:
                raise ValueError('replace_stride_with_dilation should be None '
                                 f'or a 3-element tuple, got {replace_stride_with_dilation}')
            self.groups = groups
            self.base_width = width_per_group
            self.conv1 = nn.Conv2d(3, self.inplanes, kernel_size=7, stride=2, padding=3, bias=False)
            self.bn1 = self._norm_layer(self.inplanes)
            self.relu = nn.ReLU(inplace=True)
            self.maxpool = nn.MaxPool2d(kernel_size=3, stride=2, padding=1)
            self.layer1 = self._make_layer(block, 64, layers[0])
            self.layer2 = self._make_layer(block, 128, layers[1], 2, dilate[0])
            self.layer3 = self._make_layer(block, 256, layers[2], 2, dilate[1])
            self.layer4 = self._make_layer(block, 512, layers[3], 2, dilate[2])
            self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
            self.fc = nn.Linear(512 * block.expansion, num_classes)
            for module in self.modules():
                if isinstance(module, nn.Conv2d):
                    nn.init.kaiming_normal_(module.weight, mode='fan_out', nonlinearity='relu')
                elif isinstance(module, (nn.BatchNorm2d, nn.GroupNorm)):
                    nn.init.constant_(module.weight, 1)
                    nn.init.constant_(module.bias, 0)
            if zero_init_residual:
                for module in self.modules():
                    if isinstance(module, Bottleneck):
                        nn.init.constant_(module.bn3.weight, 0)
                    elif isinstance(module, BasicBlock):
                        nn.init.constant_(module.bn2.weight, 0)

        def _make_layer(self, block, planes, blocks, stride=1, dilate=False):
            previous = self.dilation
            if dilate:
                self.dilation *= stride
                stride = 1
            downsample = None
            if stride != 1 or self.inplanes != planes * block.expansion:
                downsample = nn.Sequential(conv1x1(self.inplanes, planes * block.expansion, stride),
                                           self._norm_layer(planes * block.expansion))
            layers = [block(self.inplanes, planes, stride, downsample, self.groups, self.base_width, previous, self._norm_layer)]
            self.inplanes = planes * block.expansion
            for _ in range(1, blocks):
                layers.append(block(self.inplanes, planes, groups=self.groups, base_width=self.base_width,
                                    dilation=self.dilation, norm_layer=self._norm_layer))
            return nn.Sequential(*layers)

        def _forward_impl(self, x):
            x = self.maxpool(self.relu(self.bn1(self.conv1(x))))
            x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
            return self.fc(torch.flatten(self.avgpool(x), 1))

        def forward(self, x):
            return self._forward_impl(x)


    model_urls = {name: f'https://download.pytorch.org/models/{name}' for name in
                  ['resnet18', 'resnet34', 'resnet50', 'resnet101', 'resnet152']}


    def _make(block, layers, weights, kwargs):
        if weights or kwargs.pop('pretrained', False):
            raise NotImplementedError('pretrained weights are not available in Lectern: load_state_dict(torch.load(...)) takes them')
        kwargs.pop('progress', None)
        return ResNet(block, layers, **kwargs)


    def resnet18(*, weights=None, **kwargs):
        return _make(BasicBlock, [2, 2, 2, 2], weights, kwargs)


    def resnet34(*, weights=None, **kwargs):
        return _make(BasicBlock, [3, 4, 6, 3], weights, kwargs)


    def resnet50(*, weights=None, **kwargs):
        return _make(Bottleneck, [3, 4, 6, 3], weights, kwargs)


    def resnet101(*, weights=None, **kwargs):
        return _make(Bottleneck, [3, 4, 23, 3], weights, kwargs)


    def resnet152(*, weights=None, **kwargs):
        return _make(Bottleneck, [3, 8, 36, 3], weights, kwargs)


    def resnext50_32x4d(*, weights=None, **kwargs):
        return _make(Bottleneck, [3, 4, 6, 3], weights, {'groups': 32, 'width_per_group': 4, **kwargs})


    def resnext101_32x8d(*, weights=None, **kwargs):
        return _make(Bottleneck, [3, 4, 23, 3], weights, {'groups': 32, 'width_per_group': 8, **kwargs})


    def wide_resnet50_2(*, weights=None, **kwargs):
        return _make(Bottleneck, [3, 4, 6, 3], weights, {'width_per_group': 128, **kwargs})
    """#
}
