extension WrittenLibrary {
  /// `torchvision.models.alexnet`: AlexNet.
  static let alexnet = #"""
    """AlexNet in the form of https://arxiv.org/abs/1404.5997, with random weights."""
    import torch
    from torch import nn


    class AlexNet(nn.Module):
        """[N, 3, H, W] to [N, num_classes]; layers start as their classes do."""

        def __init__(self, num_classes=1000, dropout=0.5):
            super().__init__()
            self.features = nn.Sequential(
                nn.Conv2d(3, 64, kernel_size=11, stride=4, padding=2), nn.ReLU(inplace=True), nn.MaxPool2d(kernel_size=3, stride=2),
                nn.Conv2d(64, 192, kernel_size=5, padding=2), nn.ReLU(inplace=True), nn.MaxPool2d(kernel_size=3, stride=2),
                nn.Conv2d(192, 384, kernel_size=3, padding=1), nn.ReLU(inplace=True),
                nn.Conv2d(384, 256, kernel_size=3, padding=1), nn.ReLU(inplace=True),
                nn.Conv2d(256, 256, kernel_size=3, padding=1), nn.ReLU(inplace=True), nn.MaxPool2d(kernel_size=3, stride=2))
            self.avgpool = nn.AdaptiveAvgPool2d((6, 6))
            self.classifier = nn.Sequential(
                nn.Dropout(p=dropout), nn.Linear(256 * 6 * 6, 4096), nn.ReLU(inplace=True), nn.Dropout(p=dropout),
                nn.Linear(4096, 4096), nn.ReLU(inplace=True), nn.Linear(4096, num_classes))

        def forward(self, x):
            return self.classifier(torch.flatten(self.avgpool(self.features(x)), 1))


    def alexnet(*, weights=None, **kwargs):
        if weights or kwargs.pop('pretrained', False):
            raise NotImplementedError('pretrained weights are not available in Lectern: load_state_dict(torch.load(...)) takes them')
        kwargs.pop('progress', None)
        return AlexNet(**kwargs)
    """#
}
