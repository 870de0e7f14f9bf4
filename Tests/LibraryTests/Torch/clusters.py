import torch, numpy as np
torch.manual_seed(0); np.random.seed(0)
X = torch.cat([torch.randn(20, 3) + torch.tensor(c) for c in ([0., 0., 0.], [5., 5., 0.], [-5., 5., 3.])])
def kmeans(X, k, iters=10):
    C = X[torch.randperm(X.shape[0])[:k]].clone()
    for _ in range(iters):
        d = torch.cdist(X, C); a = d.argmin(dim=1); C = torch.stack([X[a == i].mean(0) if (a == i).any() else C[i] for i in range(k)])
    return C, a, d.min(1).values.pow(2).sum()
C, a, inertia = kmeans(X, 3); print(C[C[:, 0].argsort()]); print(torch.bincount(a, minlength=3).sort()[0], inertia)
Xc = X - X.mean(dim=0, keepdim=True); U, S, Vh = torch.linalg.svd(Xc, full_matrices=False); print(S, (S**2 / (S**2).sum()).cumsum(0))
cov = Xc.T @ Xc / (len(X) - 1); L, V = torch.linalg.eigh(cov); print(L.flip(0)); print(torch.allclose(L.flip(0), S**2/(len(X)-1), atol=1e-4))
Z = Xc @ Vh.T[:, :2]; print(Z.shape, torch.cov(X.T).shape, torch.corrcoef(X.T).diag())
rec = Z @ Vh[:2] + X.mean(0); print(f'{((rec - X)**2).mean():.4f}')
w = torch.linalg.lstsq(torch.cat([X, torch.ones(len(X), 1)], 1), X.sum(1, keepdim=True) * 2 + 1).solution; print(w.T)
print(torch.quantile(X[:, 0], torch.tensor([0.25, 0.5, 0.75])), torch.median(X[:, 1]), torch.std_mean(X, dim=0))
print(np.cov(X.numpy().T).shape, np.linalg.eigvalsh(np.cov(X.numpy().T)).round(3))
u, s, vt = np.linalg.svd(Xc.numpy(), full_matrices=False); print(s.round(3))
print(torch.linalg.norm(X), torch.linalg.matrix_rank(X), torch.linalg.det(cov), (torch.linalg.inv(cov) @ cov).round(decimals=4).abs())
print(torch.histc(X[:, 0], bins=4, min=-8, max=8))
# expect:
# tensor([[-5.0911,  5.0044,  2.9756],
#         [ 0.0203, -0.0712,  0.2108],
#         [ 4.7960,  5.1610,  0.2319]])
# tensor([20, 20, 20]) tensor(166.8763)
# tensor([33.2196, 20.8257,  7.9446]) tensor([0.6896, 0.9606, 1.0000])
# tensor([18.7041,  7.3510,  1.0698])
# True
# torch.Size([60, 2]) torch.Size([3, 3]) tensor([1.0000, 1.0000, 1.0000])
# 0.3506
# tensor([[2.0000, 2.0000, 2.0000, 1.0000]])
# tensor([-4.2949,  0.0757,  4.2787]) tensor(4.5053) (tensor([4.1531, 2.6452, 1.6968]), tensor([-0.0916,  3.3647,  1.1394]))
# (3, 3) [ 1.07   7.351 18.704]
# [33.22  20.826  7.945]
# tensor(48.5598) tensor(3) tensor(147.0876) tensor([[1., 0., 0.],
#         [0., 1., 0.],
#         [0., 0., 1.]])
# tensor([19., 10., 15., 16.])
