# %% [markdown]
# # 10-2 A convolutional network learns digits
# Two blocks of convolution, ReLU and max pooling, then one linear layer: a network of this size reads handwritten digits
# with about 98 % accuracy after one pass over the training images.
#
# Without a network connection Lectern draws its own digits in place of MNIST and says so; sizes and types are the same.
# The numbers that depend on the images are therefore recorded with `...`, which stands for any text; what must hold
# for either data set is printed as True.

# %%
import torch
import torchvision.datasets as dsets
import torchvision.transforms as transforms
import torch.nn.init

device = 'cuda' if torch.cuda.is_available() else 'cpu'
torch.manual_seed(777)
print(device)
#> cpu

# %% tags="parameters"
learning_rate = 0.001
training_epochs = 1
batch_size = 100

# %% [markdown]
# ## Data
# `ToTensor` turns the bytes 0…255 of an image into numbers 0…1 of shape (1, 28, 28). The loader shuffles, and hands out
# 100 images and 100 labels at a time.

# %%
mnist_train = dsets.MNIST(root='MNIST_data/', train=True, transform=transforms.ToTensor(), download=True)
mnist_test = dsets.MNIST(root='MNIST_data/', train=False, transform=transforms.ToTensor(), download=True)
data_loader = torch.utils.data.DataLoader(dataset=mnist_train, batch_size=batch_size, shuffle=True, drop_last=True)
print(len(mnist_train), len(mnist_test), len(data_loader))
#> 60000 10000 600

# %%
X, Y = next(iter(data_loader))
print(X.shape, X.dtype, Y.shape, Y.dtype)
print(X.min().item(), X.max().item())
#> torch.Size([100, 1, 28, 28]) torch.float32 torch.Size([100]) torch.int64
#> 0.0 1.0

# %% [markdown]
# ## Model
# Padding 1 keeps the size under a 3×3 filter; each pooling halves it: 28 → 14 → 7. So the linear layer sees 7·7·64 numbers.

# %%
class CNN(torch.nn.Module):

    def __init__(self):
        super(CNN, self).__init__()
        # (?, 1, 28, 28) -> (?, 32, 28, 28) -> (?, 32, 14, 14)
        self.layer1 = torch.nn.Sequential(
            torch.nn.Conv2d(1, 32, kernel_size=3, stride=1, padding=1),
            torch.nn.ReLU(),
            torch.nn.MaxPool2d(kernel_size=2, stride=2))
        # (?, 32, 14, 14) -> (?, 64, 14, 14) -> (?, 64, 7, 7)
        self.layer2 = torch.nn.Sequential(
            torch.nn.Conv2d(32, 64, kernel_size=3, stride=1, padding=1),
            torch.nn.ReLU(),
            torch.nn.MaxPool2d(kernel_size=2, stride=2))
        self.fc = torch.nn.Linear(7 * 7 * 64, 10, bias=True)
        torch.nn.init.xavier_uniform_(self.fc.weight)

    def forward(self, x):
        out = self.layer1(x)
        out = self.layer2(out)
        out = out.view(out.size(0), -1)
        return self.fc(out)

model = CNN().to(device)
model
#> CNN(
#>   (layer1): Sequential(
#>     (0): Conv2d(1, 32, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
#>     (1): ReLU()
#>     (2): MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)
#>   )
#>   (layer2): Sequential(
#>     (0): Conv2d(32, 64, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
#>     (1): ReLU()
#>     (2): MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)
#>   )
#>   (fc): Linear(in_features=3136, out_features=10, bias=True)
#> )

# %%
for name, parameter in model.named_parameters():
    print('{:<18} {:>6} {}'.format(name, parameter.numel(), list(parameter.shape)))
print(sum(parameter.numel() for parameter in model.parameters()))
#> layer1.0.weight       288 [32, 1, 3, 3]
#> layer1.0.bias          32 [32]
#> layer2.0.weight     18432 [64, 32, 3, 3]
#> layer2.0.bias          64 [64]
#> fc.weight           31360 [10, 3136]
#> fc.bias                10 [10]
#> 50186

# %% [markdown]
# ## Training
# An untrained network guesses: its cost is near $\ln 10 = 2.3$, one in ten.

# %%
criterion = torch.nn.CrossEntropyLoss().to(device)
optimizer = torch.optim.Adam(model.parameters(), lr=learning_rate)
first_cost = criterion(model(X), Y).item()
print(2.1 < first_cost < 2.6)
#> True

# %%
total_batch = len(data_loader)
print('Learning started. It takes sometime.')
for epoch in range(training_epochs):
    avg_cost = 0

    for X, Y in data_loader:
        X = X.to(device)
        Y = Y.to(device)

        optimizer.zero_grad()
        hypothesis = model(X)
        cost = criterion(hypothesis, Y)
        cost.backward()
        optimizer.step()

        avg_cost += cost / total_batch

    print('[Epoch: {:>4}] cost = {:>.9}'.format(epoch + 1, avg_cost.item()))

print('Learning Finished!')
#> Learning started. It takes sometime.
#> [Epoch:    1] cost = ...
#> Learning Finished!

# %%
print(avg_cost.item() < 0.5)
#> True

# %% [markdown]
# ## Test
# Images that the network has never seen. No gradients are wanted here, so none are recorded.

# %%
with torch.no_grad():
    X_test = mnist_test.data.view(len(mnist_test), 1, 28, 28).float().to(device) / 255
    Y_test = mnist_test.targets.to(device)
    prediction = model(X_test)
    correct_prediction = torch.argmax(prediction, 1) == Y_test
    accuracy = correct_prediction.float().mean()
    print('Accuracy:', accuracy.item())
print(accuracy.item() > 0.95)
#> Accuracy: ...
#> True

# %% [markdown]
# Which digits are still confused? Rows are the true digits, columns the answers; the diagonal is right.

# %%
confusion = torch.zeros(10, 10, dtype=torch.int64)
answers = torch.argmax(prediction, 1)
for true, answer in zip(Y_test.tolist(), answers.tolist()):
    confusion[true, answer] += 1
print(confusion.sum().item(), confusion.diagonal().sum().item() == correct_prediction.sum().item())
#> 10000 True
