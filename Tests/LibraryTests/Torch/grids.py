import torch
from torchvision.utils import make_grid, save_image
torch.manual_seed(0)
x = torch.rand(5, 3, 4, 6)
for options in ({}, {'nrow': 2}, {'nrow': 3, 'padding': 0}, {'normalize': True}, {'normalize': True, 'scale_each': True}, {'pad_value': 1.0, 'padding': 1}):
    grid = make_grid(x, **options)
    print(options, grid.shape, grid.sum(), grid[0, :3, :4])
print(make_grid(x[0]).shape, make_grid(x[:, :1]).shape, make_grid([x[0], x[1]]).shape, make_grid(x[0, 0]).shape)
try:
    make_grid(3)
except TypeError as error:
    print(error)
# expect:
# {} torch.Size([3, 8, 42]) tensor(176.5141) tensor([[0.0000, 0.0000, 0.0000, 0.0000],
#         [0.0000, 0.0000, 0.0000, 0.0000],
#         [0.0000, 0.0000, 0.4963, 0.7682]])
# {'nrow': 2} torch.Size([3, 20, 18]) tensor(176.5142) tensor([[0.0000, 0.0000, 0.0000, 0.0000],
#         [0.0000, 0.0000, 0.0000, 0.0000],
#         [0.0000, 0.0000, 0.4963, 0.7682]])
# {'nrow': 3, 'padding': 0} torch.Size([3, 8, 18]) tensor(176.5142) tensor([[0.4963, 0.7682, 0.0885, 0.1320],
#         [0.4901, 0.8964, 0.4556, 0.6323],
#         [0.0223, 0.1689, 0.2939, 0.5185]])
# {'normalize': True} torch.Size([3, 8, 42]) tensor(176.3211) tensor([[0.0000, 0.0000, 0.0000, 0.0000],
#         [0.0000, 0.0000, 0.0000, 0.0000],
#         [0.0000, 0.0000, 0.4957, 0.7681]])
# {'normalize': True, 'scale_each': True} torch.Size([3, 8, 42]) tensor(175.1270) tensor([[0.0000, 0.0000, 0.0000, 0.0000],
#         [0.0000, 0.0000, 0.0000, 0.0000],
#         [0.0000, 0.0000, 0.4862, 0.7652]])
# {'pad_value': 1.0, 'padding': 1} torch.Size([3, 6, 36]) tensor(464.5142) tensor([[1.0000, 1.0000, 1.0000, 1.0000],
#         [1.0000, 0.4963, 0.7682, 0.0885],
#         [1.0000, 0.4901, 0.8964, 0.4556]])
# torch.Size([3, 4, 6]) torch.Size([3, 8, 42]) torch.Size([3, 8, 18]) torch.Size([3, 4, 6])
# tensor or list of tensors expected, got <class 'int'>
