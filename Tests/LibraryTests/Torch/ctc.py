import torch
import torch.nn.functional as F
from torch import nn
torch.manual_seed(0)
scores = torch.randn(6, 3, 4, dtype=torch.float64, requires_grad=True)
x = scores.log_softmax(2)
padded = torch.tensor([[1, 2, 3], [1, 1, 2], [3, 2, 1]])
flat = torch.tensor([1, 2, 3, 1, 1])
for reduction in ('none', 'mean', 'sum'):
    for targets, lengths in ((padded, (3, 2, 1)), (flat, (3, 2, 0)), (padded, (3, 3, 2))):
        y = F.ctc_loss(x, targets, (6, 5, 4), lengths, reduction=reduction)
        g, = torch.autograd.grad(y.sum(), x, retain_graph=True)
        print(reduction, y.detach(), '%.8f' % g.abs().sum(), g[0, 0], g[5, 1])
print(torch.autograd.gradcheck(lambda s: F.ctc_loss(s.log_softmax(2), padded, (6, 5, 4), (3, 2, 1)), (scores,)))
print(F.ctc_loss(x, padded, (6, 5, 4), (3, 2, 1), blank=3).detach(), F.ctc_loss(x[:, 0], flat[:2], torch.tensor([6]), torch.tensor([2]), reduction='none').detach())
for infinite in (False, True):
    y = F.ctc_loss(x, padded, (2, 5, 4), (3, 2, 1), reduction='none', zero_infinity=infinite)
    print(y.detach())
print(torch.autograd.grad(y.sum(), x)[0][0, 0])
loss = nn.CTCLoss(blank=0, zero_infinity=True)
print(loss, loss(x.detach().float(), padded, (6, 5, 4), (3, 2, 1)), loss(torch.randn(6, 1, 4, requires_grad=True).log_softmax(2), padded[:1], (6,), (3,)))
for bad in (
    lambda: F.ctc_loss(x, padded, (6, 6, 7), (3, 2, 1)), lambda: F.ctc_loss(x, padded, (6,), (3, 2, 1)), lambda: F.ctc_loss(x, padded, (6, 6, 6), (3,)),
    lambda: F.ctc_loss(x, padded, (6, 6, 6), (3, 4, 1)), lambda: F.ctc_loss(x, padded, (6, 6, 6), (3, 2, 1), blank=4), lambda: F.ctc_loss(x, flat, (6, 6, 6), (3, 2, 1)),
    lambda: F.ctc_loss(x.long(), padded, (6, 6, 6), (3, 2, 1)), lambda: F.ctc_loss(x, padded, (6, 6, 6), (3, 2, 1), reduction='x'), lambda: F.ctc_loss(x, padded, (-1, 6, 6), (3, 2, 1)),
):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, str(error).split('\n')[0])
# expect:
# none tensor([4.2789, 3.4525, 4.3330], dtype=torch.float64) 13.65554627 tensor([-0.0248, -0.7706,  0.0899,  0.7055], dtype=torch.float64) tensor([0., 0., 0., 0.], dtype=torch.float64)
# none tensor([4.2789, 3.4525, 8.3224], dtype=torch.float64) 15.47511732 tensor([-0.0248, -0.7706,  0.0899,  0.7055], dtype=torch.float64) tensor([0., 0., 0., 0.], dtype=torch.float64)
# none tensor([4.2789, 6.0084, 3.2634], dtype=torch.float64) 14.93109790 tensor([-0.0248, -0.7706,  0.0899,  0.7055], dtype=torch.float64) tensor([0., 0., 0., 0.], dtype=torch.float64)
# mean tensor(2.4952, dtype=torch.float64) 2.79454866 tensor([-0.0028, -0.0856,  0.0100,  0.0784], dtype=torch.float64) tensor([0., 0., 0., 0.], dtype=torch.float64)
# mean tensor(3.8250, dtype=torch.float64) 3.40107235 tensor([-0.0028, -0.0856,  0.0100,  0.0784], dtype=torch.float64) tensor([0., 0., 0., 0.], dtype=torch.float64)
# mean tensor(1.6869, dtype=torch.float64) 1.88073225 tensor([-0.0028, -0.0856,  0.0100,  0.0784], dtype=torch.float64) tensor([0., 0., 0., 0.], dtype=torch.float64)
# sum tensor(12.0643, dtype=torch.float64) 13.65554627 tensor([-0.0248, -0.7706,  0.0899,  0.7055], dtype=torch.float64) tensor([0., 0., 0., 0.], dtype=torch.float64)
# sum tensor(16.0538, dtype=torch.float64) 15.47511732 tensor([-0.0248, -0.7706,  0.0899,  0.7055], dtype=torch.float64) tensor([0., 0., 0., 0.], dtype=torch.float64)
# sum tensor(13.5507, dtype=torch.float64) 14.93109790 tensor([-0.0248, -0.7706,  0.0899,  0.7055], dtype=torch.float64) tensor([0., 0., 0., 0.], dtype=torch.float64)
# True
# tensor(2.3036, dtype=torch.float64) tensor(4.0377, dtype=torch.float64)
# tensor([   inf, 3.4525, 4.3330], dtype=torch.float64)
# tensor([0.0000, 3.4525, 4.3330], dtype=torch.float64)
# tensor([0., 0., 0., 0.], dtype=torch.float64)
# CTCLoss() tensor(2.4952) tensor(1.4789, grad_fn=<MeanBackward0>)
# RuntimeError Expected input_lengths to have value at most 6, but got value 7 (while checking arguments for ctc_loss_allocate_outputs)
# RuntimeError input_lengths must be of size batch_size
# RuntimeError target_lengths must be of size batch_size
# RuntimeError Expected tensor to have size at least 4 at dimension 1, but got size 3 for argument #2 'targets' (while checking arguments for ctc_loss_allocate_outputs)
# RuntimeError blank must be in label range
# RuntimeError Expected tensor to have size 6 at dimension 0, but got size 5 for argument #2 'targets' (while checking arguments for ctc_loss_allocate_outputs)
# NotImplementedError "ctc_loss_cpu" not implemented for 'Long'
# ValueError x is not a valid value for reduction
# RuntimeError Expected input_lengths to have value at least 0, but got value -1 (while checking arguments for ctc_loss_allocate_outputs)
