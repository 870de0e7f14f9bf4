import torch
def rosenbrock(x):
    return (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2
for options in ({}, {'line_search_fn': 'strong_wolfe'}, {'line_search_fn': 'strong_wolfe', 'lr': 0.1, 'max_iter': 4}, {'line_search_fn': 'strong_wolfe', 'lr': 50.0}):
    x = torch.tensor([-1.5, 2.0], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([x], **options)
    calls = 0
    def closure():
        global calls
        calls += 1
        optimizer.zero_grad()
        loss = rosenbrock(x)
        loss.backward()
        return loss
    for _ in range(4):
        loss = optimizer.step(closure)
        print(options, calls, '%.6f' % loss.item(), ['%.6f' % v for v in x.tolist()])
    print({k: v for k, v in optimizer.state[x].items() if k in ('func_evals', 'n_iter')})
torch.manual_seed(0)
model = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.Tanh(), torch.nn.Linear(4, 1)).double()
data, target = torch.randn(20, 3).double(), torch.randn(20, 1).double()
optimizer = torch.optim.LBFGS(model.parameters(), lr=1, max_iter=10, line_search_fn='strong_wolfe')
def closure():
    optimizer.zero_grad()
    loss = torch.nn.functional.mse_loss(model(data), target)
    loss.backward()
    return loss
print(['%.4f' % optimizer.step(closure).item() for _ in range(4)])
try:
    torch.optim.LBFGS(model.parameters(), line_search_fn='armijo').step(closure)
except RuntimeError as error:
    print(error)
# expect:
# {} 20 12.500000 ['-0.781123', '0.613135']
# {} 40 3.173288 ['0.083033', '0.005053']
# {} 60 0.841168 ['1.054969', '0.813705']
# {} 80 8.958334 ['0.928914', '0.862742']
# {'func_evals': 80, 'n_iter': 80}
# {'line_search_fn': 'strong_wolfe'} 25 12.500000 ['-0.085119', '-0.028757']
# {'line_search_fn': 'strong_wolfe'} 50 1.307098 ['0.999584', '0.999155']
# {'line_search_fn': 'strong_wolfe'} 53 0.000000 ['0.999998', '0.999997']
# {'line_search_fn': 'strong_wolfe'} 54 0.000000 ['0.999998', '0.999997']
# {'func_evals': 54, 'n_iter': 42}
# {'line_search_fn': 'strong_wolfe', 'lr': 0.1, 'max_iter': 4} 6 12.500000 ['-1.419795', '2.024003']
# {'line_search_fn': 'strong_wolfe', 'lr': 0.1, 'max_iter': 4} 11 5.862108 ['-1.406704', '1.998810']
# {'line_search_fn': 'strong_wolfe', 'lr': 0.1, 'max_iter': 4} 17 5.832200 ['-1.101334', '1.250164']
# {'line_search_fn': 'strong_wolfe', 'lr': 0.1, 'max_iter': 4} 23 4.554197 ['-0.920199', '0.817766']
# {'func_evals': 23, 'n_iter': 10}
# {'line_search_fn': 'strong_wolfe', 'lr': 50.0} 25 12.500000 ['0.654956', '0.413760']
# {'line_search_fn': 'strong_wolfe', 'lr': 50.0} 51 0.142181 ['0.987153', '0.974783']
# {'line_search_fn': 'strong_wolfe', 'lr': 50.0} 65 0.000175 ['1.000001', '1.000002']
# {'line_search_fn': 'strong_wolfe', 'lr': 50.0} 66 0.000000 ['1.000001', '1.000002']
# {'func_evals': 66, 'n_iter': 22}
# ['1.0834', '0.4789', '0.3299', '0.2614']
# only 'strong_wolfe' is supported
