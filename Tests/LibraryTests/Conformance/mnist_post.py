# The lecture's convolutional network on MNIST, 15 epochs: what the course's post prints. Runs under PyTorch and under Lectern alike;
# `root` is the data set's folder.
import torch
import torchvision.datasets as dsets
import torchvision.transforms as transforms

torch.manual_seed(777)
train = dsets.MNIST(root=root, train=True, transform=transforms.ToTensor())
test = dsets.MNIST(root=root, train=False, transform=transforms.ToTensor())
loader = torch.utils.data.DataLoader(dataset=train, batch_size=100, shuffle=True, drop_last=True)


class CNN(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.layer1 = torch.nn.Sequential(
            torch.nn.Conv2d(1, 32, kernel_size=3, stride=1, padding=1), torch.nn.ReLU(), torch.nn.MaxPool2d(kernel_size=2, stride=2))
        self.layer2 = torch.nn.Sequential(
            torch.nn.Conv2d(32, 64, kernel_size=3, stride=1, padding=1), torch.nn.ReLU(), torch.nn.MaxPool2d(kernel_size=2, stride=2))
        self.fc = torch.nn.Linear(7 * 7 * 64, 10, bias=True)
        torch.nn.init.xavier_uniform_(self.fc.weight)

    def forward(self, x):
        out = self.layer2(self.layer1(x))
        return self.fc(out.view(out.size(0), -1))


model = CNN()
criterion = torch.nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
for epoch in range(15):
    average = 0
    for x, y in loader:
        optimizer.zero_grad()
        cost = criterion(model(x), y)
        cost.backward()
        optimizer.step()
        average += cost / len(loader)
    print('[Epoch: {:>4}] cost = {:>.9}'.format(epoch + 1, average))

with torch.no_grad():
    images = test.data.view(len(test), 1, 28, 28).float()
    right = torch.argmax(model(images), 1) == test.targets
    print('Accuracy:', right.float().mean().item())
