extension WrittenLibrary {
  /// `torchvision.models`: networks with random weights.
  static let models = #"""
    """Networks that are often used, with random weights."""
    from torchvision.models import alexnet as _alexnet, resnet, vgg
    from torchvision.models.alexnet import AlexNet, alexnet
    from torchvision.models.resnet import (ResNet, resnet18, resnet34, resnet50, resnet101, resnet152, resnext50_32x4d,
                                           resnext101_32x8d, wide_resnet50_2)
    from torchvision.models.vgg import VGG, vgg11, vgg11_bn, vgg13, vgg13_bn, vgg16, vgg16_bn, vgg19, vgg19_bn

    _names = ['alexnet', 'resnet18', 'resnet34', 'resnet50', 'resnet101', 'resnet152', 'resnext50_32x4d', 'resnext101_32x8d',
              'vgg11', 'vgg11_bn', 'vgg13', 'vgg13_bn', 'vgg16', 'vgg16_bn', 'vgg19', 'vgg19_bn', 'wide_resnet50_2']


    def list_models():
        return sorted(_names)


    def get_model(name, **config):
        if name.lower() not in _names:
            raise ValueError(f'Unknown model {name.lower()}')
        return globals()[name.lower()](**config)
    """#
}
