import torch
from torch.nn.utils.rnn import *
def e(f):
    try: f()
    except Exception as x: print(type(x).__name__, x)
a=[torch.tensor([1.,2,3]),torch.tensor([4.,5]),torch.tensor([6.])]
p=pack_sequence(a); print(p); print(pad_packed_sequence(p)); print(pad_sequence(a), pad_sequence(a,True,-1.), pad_sequence(a,padding_side='left'))
p=pack_sequence(a[::-1],enforce_sorted=False); print(p); print(pad_packed_sequence(p,batch_first=True,total_length=5)); print(unpack_sequence(p))
e(lambda: pack_sequence(a[::-1])); e(lambda: pad_packed_sequence(p,total_length=1)); e(lambda: pad_sequence([]))
e(lambda: pack_padded_sequence(torch.ones(3,2),[2,0])); e(lambda: pack_padded_sequence(torch.ones(3,2),[2,1,1]))
x=torch.randn(3,4,2,requires_grad=True)
p=pack_padded_sequence(x,torch.tensor([3,2,2,1])); print(p.batch_sizes, p.data.shape, p[0].shape); p.data.sum().backward(); print(x.grad)
print(isinstance(p,PackedSequence), p.to(torch.float64).data.dtype, len(p))
# expect:
# PackedSequence(data=tensor([1., 4., 6., 2., 5., 3.]), batch_sizes=tensor([3, 2, 1]), sorted_indices=None, unsorted_indices=None)
# (tensor([[1., 4., 6.],
#         [2., 5., 0.],
#         [3., 0., 0.]]), tensor([3, 2, 1]))
# tensor([[1., 4., 6.],
#         [2., 5., 0.],
#         [3., 0., 0.]]) tensor([[ 1.,  2.,  3.],
#         [ 4.,  5., -1.],
#         [ 6., -1., -1.]]) tensor([[1., 0., 0.],
#         [2., 4., 0.],
#         [3., 5., 6.]])
# PackedSequence(data=tensor([1., 4., 6., 2., 5., 3.]), batch_sizes=tensor([3, 2, 1]), sorted_indices=tensor([2, 1, 0]), unsorted_indices=tensor([2, 1, 0]))
# (tensor([[6., 0., 0., 0., 0.],
#         [4., 5., 0., 0., 0.],
#         [1., 2., 3., 0., 0.]]), tensor([1, 2, 3]))
# [tensor([6.]), tensor([4., 5.]), tensor([1., 2., 3.])]
# RuntimeError `lengths` array must be sorted in decreasing order when `enforce_sorted` is True. You can pass `enforce_sorted=False` to pack_padded_sequence and/or pack_sequence to sidestep this requirement if you do not need ONNX exportability.
# ValueError Expected total_length to be at least the length of the longest sequence in input, but got total_length=1 and max sequence length being 3
# RuntimeError received an empty list of sequences
# RuntimeError Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0
# RuntimeError Expected `len(lengths)` to be equal to batch_size, but got 3 (batch_size=2)
# tensor([4, 3, 1]) torch.Size([8, 2]) torch.Size([8, 2])
# tensor([[[1., 1.],
#          [1., 1.],
#          [1., 1.],
#          [1., 1.]],
# 
#         [[1., 1.],
#          [1., 1.],
#          [1., 1.],
#          [0., 0.]],
# 
#         [[1., 1.],
#          [0., 0.],
#          [0., 0.],
#          [0., 0.]]])
# True torch.float64 4
# ---
import torch
from torch import nn
from torch.nn.utils.rnn import pack_sequence, pad_packed_sequence
torch.manual_seed(1)
sequences = [torch.randn(n, 3) for n in (2, 5, 3)]
for kind in (nn.RNN, nn.LSTM, nn.GRU):
    for options in ({}, {'num_layers': 2, 'bidirectional': True}, {'bidirectional': True, 'batch_first': True}):
        layer = kind(3, 4, **options)
        packed, state = layer(pack_sequence(sequences, enforce_sorted=False))
        print(kind.__name__, options, packed.batch_sizes, packed.unsorted_indices)
        print(pad_packed_sequence(packed)[0].sum(0).detach())
        print(state[0].sum(1).detach() if kind is nn.LSTM else state.sum(1).detach())
        packed.data.sum().backward()
        print([round(float(p.grad.sum()), 3) for p in layer.parameters()][:4])
layer = nn.GRU(3, 4)
h = torch.ones(1, 3, 4)
one, _ = layer(pack_sequence(sequences, enforce_sorted=False), h)
for i, s in enumerate(sequences):
    alone, _ = layer(s, h[:, i])
    print(torch.allclose(alone, pad_packed_sequence(one)[0][:len(s), i], atol=1e-6))
# expect:
# RNN {} tensor([3, 3, 2, 1, 1]) tensor([2, 0, 1])
# tensor([[-0.5264,  1.2426, -0.4530, -1.5088],
#         [ 0.5705,  0.6694, -1.4414, -2.6739],
#         [ 0.2923,  0.7501, -0.2976, -0.8430]])
# tensor([[-0.3287,  1.0887, -1.2622, -2.4840]])
# [-10.213, -1.744, 27.345, 27.345]
# RNN {'num_layers': 2, 'bidirectional': True} tensor([3, 3, 2, 1, 1]) tensor([2, 0, 1])
# tensor([[-0.9290,  0.5775, -1.0951, -0.2905, -0.4788,  1.4203, -1.3093, -1.0908],
#         [ 0.1184,  1.5080, -1.9409, -2.4643, -2.7903,  2.4284, -3.2980, -3.7991],
#         [-1.7037,  0.7494, -1.5034,  0.3377,  0.0920,  2.3696, -1.7812, -0.9050]])
# tensor([[ 9.2231e-01,  1.5360e-01, -2.8649e-01, -1.0189e+00],
#         [-2.0794e+00,  4.5984e-01,  1.9542e-02,  1.4786e-03],
#         [-1.0977e+00,  3.4639e-01, -1.7564e+00, -5.4934e-02],
#         [-5.1612e-01,  2.2590e+00, -2.1824e+00, -2.3288e+00]])
# [6.183, -0.378, -6.064, -6.064]
# RNN {'bidirectional': True, 'batch_first': True} tensor([3, 3, 2, 1, 1]) tensor([2, 0, 1])
# tensor([[-0.7835,  0.8692, -0.0718, -1.1700, -0.9604, -0.7046,  0.3911, -0.3112],
#         [-0.4741,  1.1353,  1.6958, -3.8178, -0.8218, -2.1647,  2.3634,  1.0069],
#         [-0.9324,  0.7881,  0.4700, -1.6693, -0.8790, -1.1628,  0.1949, -0.8590]])
# tensor([[-0.1152,  0.8422, -0.0608, -2.0415],
#         [-0.1362, -1.7642,  0.5971, -0.4260]])
# [-2.217, -6.683, 25.753, 25.753]
# LSTM {} tensor([3, 3, 2, 1, 1]) tensor([2, 0, 1])
# tensor([[ 0.2804,  0.3863,  0.4492,  0.2109],
#         [ 1.1757,  0.5179,  0.5696, -0.0867],
#         [ 0.5837,  0.6248,  0.5218,  0.0654]])
# tensor([[0.7137, 0.6380, 0.7511, 0.3104]])
# [-3.268, 3.605, 13.827, 13.827]
# LSTM {'num_layers': 2, 'bidirectional': True} tensor([3, 3, 2, 1, 1]) tensor([2, 0, 1])
# tensor([[-0.2524, -0.1866, -0.3225,  0.1778, -0.0818, -0.3478,  0.2679,  0.0165],
#         [-0.6629, -0.8767, -1.1307,  0.4970, -0.4567, -0.6655,  0.7789, -0.0499],
#         [-0.4203, -0.3970, -0.6513,  0.1613, -0.2175, -0.5301,  0.5124,  0.0242]])
# tensor([[-0.2768,  0.1662, -0.1022,  0.0371],
#         [-0.2718, -0.7020,  0.0985, -1.0145],
#         [-0.4981, -0.3880, -0.6577,  0.1316],
#         [-0.2335, -0.5374,  0.5998, -0.0429]])
# [2.162, -0.553, -2.173, -2.173]
# LSTM {'bidirectional': True, 'batch_first': True} tensor([3, 3, 2, 1, 1]) tensor([2, 0, 1])
# tensor([[ 0.0272, -0.0929,  0.0134, -0.1916, -0.2202, -0.1528,  0.3911, -0.0389],
#         [ 0.3042, -0.6843,  0.5584, -1.1434, -0.6335,  0.0991,  0.1781, -0.3496],
#         [ 0.0441, -0.2452, -0.0634, -0.0974, -0.4217, -0.5104,  0.3712, -0.0214]])
# tensor([[ 0.1590, -0.2534,  0.1777, -0.3806],
#         [-0.3929, -0.0025,  0.3232, -0.4532]])
# [-5.052, -1.417, 10.715, 10.715]
# GRU {} tensor([3, 3, 2, 1, 1]) tensor([2, 0, 1])
# tensor([[-0.6604, -0.7337,  0.1659,  0.2772],
#         [-0.2835, -1.2115,  2.3330,  0.4033],
#         [-0.0736, -0.1184,  1.1508, -0.2741]])
# tensor([[-1.2576, -0.8588,  0.8770,  0.0951]])
# [-5.944, 4.467, 23.072, 12.552]
# GRU {'num_layers': 2, 'bidirectional': True} tensor([3, 3, 2, 1, 1]) tensor([2, 0, 1])
# tensor([[-0.2891,  0.2491, -0.3605, -0.3987, -0.5576,  0.9266, -0.1339,  0.8080],
#         [-2.5877,  2.0515, -1.3198, -2.0313, -2.1922,  2.9856, -1.0631,  3.3236],
#         [-0.4790,  0.3231, -0.4048, -0.6715, -0.4238,  1.4378, -0.1542,  1.3405]])
# tensor([[ 0.7540,  0.0387,  0.6275, -0.7388],
#         [ 0.7393, -1.2193,  1.1190, -1.2523],
#         [-0.9126,  0.6171, -0.5314, -1.3117],
#         [-1.3328,  2.1486, -0.3504,  2.0748]])
# [0.768, 0.95, 3.008, 2.014]
# GRU {'bidirectional': True, 'batch_first': True} tensor([3, 3, 2, 1, 1]) tensor([2, 0, 1])
# tensor([[ 2.4390e-01,  2.9105e-01,  2.0561e-01,  5.5112e-02, -8.0384e-01,
#          -1.6886e-01,  5.6614e-04, -5.9483e-02],
#         [-1.1518e+00,  9.5688e-01,  4.2954e-01, -1.8269e+00, -5.9908e-01,
#          -6.4695e-01, -9.1117e-01, -5.5157e-01],
#         [-1.8892e-01,  1.6247e-01,  5.1482e-03,  4.9369e-02, -1.1915e+00,
#          -1.5241e-01,  2.7331e-01, -4.5334e-01]])
# tensor([[-0.1111, -0.2885,  1.0190, -0.3720],
#         [-1.0224, -0.7107,  0.1950, -1.1513]])
# [-9.307, -1.136, 21.014, 10.407]
# True
# True
# True
