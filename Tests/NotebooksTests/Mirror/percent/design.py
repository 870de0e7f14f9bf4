# %% [markdown]
# ## Output size
# %%
conv = nn.Conv2d(1, 1, 11, stride=4)
conv(torch.Tensor(1, 1, 227, 227)).shape
#> torch.Size([1, 1, 55, 55])
# %% raises="RuntimeError"
torch.ones(2, 3) @ torch.ones(2, 3)
#! RuntimeError: mm: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)
# %% rtol="0.05"
