import torch
L = torch.linalg
torch.manual_seed(0)
def show(name, *values):
    print(name, *[v.detach() if torch.is_tensor(v) else v for v in values])
def weighted(*outputs):
    return sum((o * torch.arange(1, o.numel() + 1, dtype=o.dtype).view(o.shape)).sum() for o in outputs)
def gradient(f, *inputs):
    leaves = [x.clone().requires_grad_() for x in inputs]
    return torch.autograd.grad(weighted(*f(*leaves)), leaves)
a = torch.randn(3, 3, dtype=torch.float64)
b = torch.randn(2, 3, 3, dtype=torch.float64)
spd = b @ b.transpose(-2, -1) + torch.eye(3, dtype=torch.float64)
tall = torch.randn(5, 3, dtype=torch.float64)
wide = torch.randn(2, 3, 5, dtype=torch.float64)
v = torch.randn(3, dtype=torch.float64)
right = torch.randn(3, 2, dtype=torch.float64)
cases = [
    ('solve', lambda a, r: [L.solve(a, r)], (a, right)), ('solve vector', lambda a, r: [L.solve(a, r)], (a, v)),
    ('solve batch', lambda a, r: [L.solve(a, r)], (b, right)), ('solve left=False', lambda a, r: [L.solve(a, r, left=False)], (a, right.T)),
    ('solve batch of vectors', lambda a, r: [L.solve(a, r)], (b, torch.stack([v, v + 1]))),
    ('triangular', lambda a, r: [L.solve_triangular(a, r, upper=True)], (a, right)),
    ('unitriangular', lambda a, r: [L.solve_triangular(a, r, upper=False, unitriangular=True)], (a, right)),
    ('inv', lambda a: [L.inv(a)], (b,)), ('slogdet', lambda a: [L.slogdet(a)[1]], (b,)), ('logdet', lambda a: [torch.logdet(a)], (spd,)),
    ('cholesky', lambda a: [L.cholesky(a)], (spd,)), ('upper', lambda a: [L.cholesky(a, upper=True)], (spd,)),
    ('cholesky_inverse', lambda a: [torch.cholesky_inverse(L.cholesky(a))], (spd,)),
    ('cholesky_solve', lambda a, r: [torch.cholesky_solve(r, L.cholesky(a))], (spd[0], right)),
    ('qr', lambda a: list(L.qr(a)), (a,)), ('qr tall', lambda a: list(L.qr(a)), (tall,)), ('qr wide', lambda a: list(L.qr(a)), (wide,)),
    ('eigvalsh', lambda a: [L.eigvalsh(a)], (spd,)), ('eigh', lambda a: [L.eigh(a)[0], L.eigh(a)[1] ** 2], (spd,)),
    ('svdvals', lambda a: [L.svdvals(a)], (wide,)), ('svd tall', lambda a: [L.svd(a, full_matrices=False)[i] ** (1 + (i != 1)) for i in range(3)], (tall,)),
    ('svd wide', lambda a: [L.svd(a, full_matrices=False)[i] ** (1 + (i != 1)) for i in range(3)], (wide,)), ('torch.svd', lambda a: [torch.svd(a)[2] ** 2], (a,)),
    ('lstsq', lambda a, r: [L.lstsq(a, r).solution], (tall, torch.randn(5, 2, dtype=torch.float64))),
    ('pinv', lambda a: [L.pinv(a)], (tall,)), ('pinv wide', lambda a: [L.pinv(a)], (wide,)),
    ('matrix_power', lambda a: [L.matrix_power(a, 3)], (a,)), ('negative power', lambda a: [L.matrix_power(a, -2)], (a,)),
    ('matrix_exp', lambda a: [torch.matrix_exp(a)], (b,)), ('multi_dot', lambda a, r: [L.multi_dot([a, a, r])], (a, right)),
    ('cond', lambda a: [L.cond(a)], (b,)), ('cond 1', lambda a: [L.cond(a, 1)], (a,)), ('vander', lambda x: [L.vander(x)], (v,)),
    ('tensorsolve', lambda a, x: [L.tensorsolve(a, x)], (torch.randn(2, 3, 6, dtype=torch.float64), torch.randn(2, 3, dtype=torch.float64))),
]
for order in ('fro', 'nuc', 2, -2, 1, -1, float('inf'), -float('inf')):
    cases.append((f'matrix_norm {order}', lambda a, order=order: [L.matrix_norm(a, order)], (wide,)))
for order in (0, 1, 2, 3, 0.5, float('inf'), -float('inf')):
    cases.append((f'vector_norm {order}', lambda a, order=order: [L.vector_norm(a, order, dim=-1)], (tall,)))
for name, f, inputs in cases:
    show(name, *f(*inputs))
    # PyTorch cannot differentiate `cond` of order 1; the norm of order 0 is flat; a sum of squares of orthonormal rows is constant.
    if name not in ('vector_norm 0', 'cond 1', 'torch.svd'):
        show('  gradient', *gradient(f, *inputs))
# expect:
# solve tensor([[ 2.8847,  2.4256],
#         [-0.7929, -0.5010],
#         [ 2.1614,  1.5541]], dtype=torch.float64)
#   gradient tensor([[-36.4428,   8.6494, -25.1335],
#         [ 57.2296, -13.6322,  39.5477],
#         [ 39.3982,  -9.3839,  27.2243]], dtype=torch.float64) tensor([[  5.6976,   8.2481],
#         [ -9.1970, -12.6561],
#         [ -6.3274,  -8.7176]], dtype=torch.float64)
# solve vector tensor([-1.3642, -2.1289,  0.4703], dtype=torch.float64)
#   gradient tensor([[  5.6262,   8.7795,  -1.9395],
#         [ -8.6329, -13.4715,   2.9761],
#         [ -5.9464,  -9.2792,   2.0499]], dtype=torch.float64) tensor([ 4.1241, -6.3280, -4.3588], dtype=torch.float64)
# solve batch tensor([[[-1.1145,  0.4617],
#          [-2.0769, -0.9392],
#          [ 0.2505, -0.5944]],
# 
#         [[ 0.0265, -0.2418],
#          [-0.0743, -0.3407],
#          [-0.6112, -0.4880]]], dtype=torch.float64)
#   gradient tensor([[[ -3.1971, -11.4443,  -0.7774],
#          [  2.0343,   0.8554,  -1.2575],
#          [  1.5682,  19.9426,   4.2879]],
# 
#         [[ -3.0347,  -5.6710, -14.4306],
#          [  1.2088,   2.2727,   5.8303],
#          [  1.1116,   2.0875,   5.3465]]], dtype=torch.float64) tensor([[-16.6284, -16.9682],
#         [  6.2510,   3.9270],
#         [  9.9937,  14.5666]], dtype=torch.float64)
# solve left=False tensor([[-0.8887,  1.5732,  1.1003],
#         [ 0.4720, -0.1598, -0.3416]], dtype=torch.float64)
#   gradient tensor([[-0.4132,  0.1285,  0.1492],
#         [ 9.6929, -2.6005,  7.6344],
#         [ 3.7318, -1.0118,  2.6535]], dtype=torch.float64) tensor([[ -7.5081,   2.0096,  -6.0399],
#         [-13.2592,   3.5111, -11.6866]], dtype=torch.float64)
# solve batch of vectors tensor([[-15.8639,  -7.3016,   6.9764],
#         [  0.1362,   1.8766,   0.2446]], dtype=torch.float64)
#   gradient tensor([[[-24.1828, -11.1305,  10.6348],
#          [-12.9382,  -5.9550,   5.6898],
#          [ 75.0189,  34.5285, -32.9908]],
# 
#         [[  0.9483,  13.0606,   1.7022],
#          [ -0.3786,  -5.2152,  -0.6797],
#          [ -0.3480,  -4.7936,  -0.6247]]], dtype=torch.float64) tensor([[-1.5244, -0.8156,  4.7289],
#         [-6.9597,  2.7791,  2.5544]], dtype=torch.float64)
# triangular tensor([[ 1.7861,  1.2763],
#         [-1.4100, -0.7708],
#         [ 1.4675,  0.7776]], dtype=torch.float64)
#   gradient tensor([[-2.8155,  1.9154, -1.9615],
#         [ 0.0000, -7.2616,  7.4580],
#         [ 0.0000,  0.0000,  8.1277]], dtype=torch.float64) tensor([[ 0.6489,  1.2979],
#         [-2.9418, -4.0394],
#         [-3.1971, -4.4188]], dtype=torch.float64)
# unitriangular tensor([[-0.0313,  0.4988],
#         [-0.5055, -0.5350],
#         [-0.6193, -0.3121]], dtype=torch.float64)
#   gradient tensor([[ 0.0000,  0.0000,  0.0000],
#         [ 0.4755,  0.0000,  0.0000],
#         [-2.8361,  5.7376,  0.0000]], dtype=torch.float64) tensor([[-0.3402,  0.1644],
#         [-1.1901, -1.0282],
#         [ 5.0000,  6.0000]], dtype=torch.float64)
# inv tensor([[[ 2.2162, -3.4865,  2.7187],
#          [ 0.3404, -0.5536,  2.2320],
#          [-1.4738,  1.2593, -0.8179]],
# 
#         [[-0.4852, -0.2257,  0.1012],
#          [-0.6053,  0.4122, -0.1160],
#          [-0.3321,  0.2701,  0.4550]]], dtype=torch.float64)
#   gradient tensor([[[  7.6478,   9.3703,  -6.5492],
#          [  0.9136,   4.5855,   2.1686],
#          [-16.6386, -28.1144,   7.6687]],
# 
#         [[-11.0286,  -5.3186,   8.7667],
#          [  4.5371,   2.2127,  -3.4567],
#          [  4.1459,   2.0175,  -3.1853]]], dtype=torch.float64)
# slogdet tensor([-1.4398,  1.7162], dtype=torch.float64)
#   gradient tensor([[[ 2.2162,  0.3404, -1.4738],
#          [-3.4865, -0.5536,  1.2593],
#          [ 2.7187,  2.2320, -0.8179]],
# 
#         [[-0.9703, -1.2107, -0.6641],
#          [-0.4515,  0.8245,  0.5403],
#          [ 0.2024, -0.2320,  0.9099]]], dtype=torch.float64)
# logdet tensor([2.0190, 4.4023], dtype=torch.float64)
#   gradient tensor([[[ 0.4528, -0.3234,  0.0409],
#          [-0.3234,  0.6175, -0.1359],
#          [ 0.0409, -0.1359,  0.7919]],
# 
#         [[ 0.7948, -0.2092, -0.1184],
#          [-0.2092,  0.4153,  0.0452],
#          [-0.1184,  0.0452,  0.3605]]], dtype=torch.float64)
# cholesky tensor([[[ 1.8824,  0.0000,  0.0000],
#          [ 1.0023,  1.2973,  0.0000],
#          [ 0.0748,  0.2226,  1.1238]],
# 
#         [[ 1.7359,  0.0000,  0.0000],
#          [ 0.8238,  2.2097,  0.0000],
#          [ 0.4668, -0.2769,  2.3555]]], dtype=torch.float64)
#   gradient tensor([[[0.1635, 0.1602, 0.4244],
#          [0.1602, 1.5159, 2.3962],
#          [0.4244, 2.3962, 4.0044]],
# 
#         [[2.0798, 0.8207, 1.5284],
#          [0.8207, 3.7099, 4.3255],
#          [1.5284, 4.3255, 3.8209]]], dtype=torch.float64)
# upper tensor([[[ 1.8824,  1.0023,  0.0748],
#          [ 0.0000,  1.2973,  0.2226],
#          [ 0.0000,  0.0000,  1.1238]],
# 
#         [[ 1.7359,  0.8238,  0.4668],
#          [ 0.0000,  2.2097, -0.2769],
#          [ 0.0000,  0.0000,  2.3555]]], dtype=torch.float64)
#   gradient tensor([[[ 0.4935, -0.4109, -0.2276],
#          [-0.4109,  1.6482,  1.6253],
#          [-0.2276,  1.6253,  4.0044]],
# 
#         [[ 2.5347,  0.3933,  0.5910],
#          [ 0.3933,  3.6532,  3.8729],
#          [ 0.5910,  3.8729,  3.8209]]], dtype=torch.float64)
# cholesky_inverse tensor([[[ 0.4528, -0.3234,  0.0409],
#          [-0.3234,  0.6175, -0.1359],
#          [ 0.0409, -0.1359,  0.7919]],
# 
#         [[ 0.3974, -0.1046, -0.0592],
#          [-0.1046,  0.2076,  0.0226],
#          [-0.0592,  0.0226,  0.1802]]], dtype=torch.float64)
#   gradient tensor([[[ 0.1356, -0.0682, -0.2751],
#          [-0.0682, -0.2438, -1.0502],
#          [-0.2751, -1.0502, -4.5215]],
# 
#         [[-0.3374, -0.3555, -0.4505],
#          [-0.3555, -0.2848, -0.3493],
#          [-0.4505, -0.3493, -0.4264]]], dtype=torch.float64)
# cholesky_solve tensor([[ 0.1119,  0.2843],
#         [-0.1696, -0.2406],
#         [-0.7660, -0.3883]], dtype=torch.float64)
#   gradient tensor([[ 0.0756, -0.2345, -0.9582],
#         [-0.2345,  0.3866,  1.3417],
#         [-0.9582,  1.3417,  4.4174]], dtype=torch.float64) tensor([[-0.3129, -0.1426],
#         [ 0.8497,  1.0079],
#         [ 3.5925,  4.2894]], dtype=torch.float64)
# qr tensor([[-0.9111,  0.0751, -0.4052],
#         [-0.3361, -0.7045,  0.6251],
#         [-0.2385,  0.7058,  0.6671]], dtype=torch.float64) tensor([[-1.6913,  0.4320,  2.6268],
#         [ 0.0000,  1.3334,  0.3139],
#         [ 0.0000,  0.0000, -0.4713]], dtype=torch.float64)
#   gradient tensor([[-3.3157, -1.3398, -5.9294],
#         [ 1.0406, -4.3592,  0.3910],
#         [ 7.0079,  2.8760,  9.5231]], dtype=torch.float64)
# qr tall tensor([[-0.2674, -0.2511, -0.3408],
#         [ 0.1256, -0.6693,  0.6203],
#         [-0.0235,  0.1486, -0.3739],
#         [ 0.7287,  0.4578,  0.2263],
#         [-0.6175,  0.5073,  0.5550]], dtype=torch.float64) tensor([[ 1.5086,  3.2002,  0.8835],
#         [ 0.0000,  0.9276, -1.6791],
#         [ 0.0000,  0.0000,  1.3266]], dtype=torch.float64)
#   gradient tensor([[-23.3886,   9.7480,   1.2249],
#         [-53.5587,  26.5615,   6.5681],
#         [-38.6284,  17.9696,   6.0676],
#         [-42.7009,  22.6668,  11.3354],
#         [-51.3042,  24.0062,   9.0924]], dtype=torch.float64)
# qr wide tensor([[[-0.0546, -0.8663, -0.4964],
#          [ 0.7883,  0.2678, -0.5540],
#          [ 0.6129, -0.4216,  0.6683]],
# 
#         [[-0.1869, -0.1568,  0.9698],
#          [ 0.4550, -0.8887, -0.0560],
#          [ 0.8707,  0.4308,  0.2374]]], dtype=torch.float64) tensor([[[ 1.3627, -1.1166, -0.4829, -2.0929, -0.4665],
#          [ 0.0000, -0.9285, -0.6427,  1.3831, -0.6213],
#          [ 0.0000,  0.0000, -0.8286, -2.4149,  0.8441]],
# 
#         [[-1.5109,  1.5476,  0.7478, -1.1521, -0.6787],
#          [ 0.0000,  1.4396, -0.7832, -1.3127,  0.6772],
#          [ 0.0000,  0.0000, -1.4951,  0.7099,  0.2630]]], dtype=torch.float64)
#   gradient tensor([[[-30.6009, -14.3220, -13.5484, -14.9659, -16.3833],
#          [-13.0602,  -5.6418,  -2.6949,  -2.1928,  -1.6908],
#          [ 15.7029,   9.2436,   7.1538,   8.0134,   8.8730]],
# 
#         [[ 17.2517,  27.2464,  20.1832,  20.8093,  21.4354],
#          [-13.4948, -13.7746, -13.8200, -14.3097, -14.7995],
#          [ 29.1318,  32.5717,  32.2280,  33.7669,  35.3058]]],
#        dtype=torch.float64)
# eigvalsh tensor([[1.0315, 1.4371, 5.0803],
#         [2.1828, 5.9693, 6.2655]], dtype=torch.float64)
#   gradient tensor([[[ 2.3930,  0.7827, -0.2066],
#          [ 0.7827,  1.9645,  0.4506],
#          [-0.2066,  0.4506,  1.6425]],
# 
#         [[ 4.4069,  0.6980,  0.4013],
#          [ 0.6980,  5.4395,  0.2599],
#          [ 0.4013,  0.2599,  5.1536]]], dtype=torch.float64)
# eigh tensor([[1.0315, 1.4371, 5.0803],
#         [2.1828, 5.9693, 6.2655]], dtype=torch.float64) tensor([[[2.0836e-01, 1.9033e-01, 6.0132e-01],
#          [4.2615e-01, 1.8316e-01, 3.9068e-01],
#          [3.6549e-01, 6.2651e-01, 7.9999e-03]],
# 
#         [[7.9652e-01, 3.3951e-05, 2.0345e-01],
#          [1.5421e-01, 2.5211e-01, 5.9369e-01],
#          [4.9278e-02, 7.4786e-01, 2.0286e-01]]], dtype=torch.float64)
#   gradient tensor([[[ 2.3930,  0.7827, -0.2066],
#          [ 0.7827,  1.9645,  0.4506],
#          [-0.2066,  0.4506,  1.6425]],
# 
#         [[ 4.4069,  0.6980,  0.4013],
#          [ 0.6980,  5.4395,  0.2599],
#          [ 0.4013,  0.2599,  5.1536]]], dtype=torch.float64)
# svdvals tensor([[3.6994, 2.0077, 1.0113],
#         [3.0381, 2.0615, 1.1050]], dtype=torch.float64)
#   gradient tensor([[[ 0.8368,  1.2314,  2.3360, -0.3362, -0.3336],
#          [ 1.4597, -0.8937,  0.6607,  0.1308, -1.2842],
#          [ 0.2417,  0.0686,  0.0235, -0.9883,  0.1725]],
# 
#         [[-1.5301,  0.0242, -4.1571,  2.9724, -0.4011],
#          [-2.9729, -1.1122,  2.0178,  2.3382, -2.9893],
#          [-2.8474,  2.9462, -1.2111, -0.9618, -0.8070]]], dtype=torch.float64)
# svd tall tensor([[1.0390e-01, 3.7242e-05, 1.4675e-01],
#         [6.6090e-03, 8.2801e-01, 1.3874e-02],
#         [9.5981e-04, 1.1302e-01, 4.8475e-02],
#         [6.3557e-01, 3.8981e-02, 1.1721e-01],
#         [2.5295e-01, 1.9954e-02, 6.7370e-01]], dtype=torch.float64) tensor([3.6855, 2.2594, 0.2229], dtype=torch.float64) tensor([[0.1638, 0.7949, 0.0413],
#         [0.0020, 0.0583, 0.9397],
#         [0.8342, 0.1468, 0.0189]], dtype=torch.float64)
#   gradient tensor([[-21.9420,  10.0656,   3.0151],
#         [ -4.7850,   1.8310,   2.0828],
#         [ -1.8472,   0.7834,  -1.3591],
#         [-12.9787,   7.0031,   1.5797],
#         [ -7.9743,   3.1246,   0.5879]], dtype=torch.float64)
# svd wide tensor([[[0.0117, 0.2017, 0.7866],
#          [0.0043, 0.7867, 0.2090],
#          [0.9840, 0.0116, 0.0044]],
# 
#         [[0.2201, 0.2707, 0.5091],
#          [0.0020, 0.6738, 0.3243],
#          [0.7779, 0.0555, 0.1666]]], dtype=torch.float64) tensor([[3.6994, 2.0077, 1.0113],
#         [3.0381, 2.0615, 1.1050]], dtype=torch.float64) tensor([[[0.0601, 0.0153, 0.0346, 0.8749, 0.0151],
#          [0.1993, 0.4578, 0.0542, 0.0349, 0.2539],
#          [0.2258, 0.0526, 0.6269, 0.0103, 0.0844]],
# 
#         [[0.1726, 0.4344, 0.0393, 0.3441, 0.0096],
#          [0.0379, 0.1049, 0.6739, 0.0144, 0.1689],
#          [0.4327, 0.0096, 0.1484, 0.2601, 0.1492]]], dtype=torch.float64)
#   gradient tensor([[[-0.1940,  0.7608,  2.8062, -0.7218, -0.9751],
#          [ 0.2300, -0.7127,  0.7026, -0.4286, -2.8434],
#          [ 0.0339, -0.0743,  0.1519, -1.0596,  0.0944]],
# 
#         [[-0.8238,  0.6369, -4.1277,  3.2820, -1.0694],
#          [-1.7236, -0.2966,  1.8661,  2.5638, -4.4611],
#          [-2.3187,  3.1018, -1.4193, -1.0938, -1.6345]]], dtype=torch.float64)
# torch.svd tensor([[0.2651, 0.0450, 0.6898],
#         [0.0398, 0.9446, 0.0155],
#         [0.6950, 0.0103, 0.2947]], dtype=torch.float64)
# lstsq tensor([[-3.8586, -5.3727],
#         [ 1.2556,  1.9203],
#         [ 0.3687,  0.1737]], dtype=torch.float64)
#   gradient tensor([[ -9.7619,   2.8398,  -0.2353],
#         [ 21.6947,  -7.4851,  -1.2768],
#         [-14.8017,   5.2264,   1.1864],
#         [ 18.7454,  -6.6630,  -1.5910],
#         [ 15.6445,  -5.3422,  -1.3117]], dtype=torch.float64) tensor([[-1.9577, -1.4164],
#         [ 2.2572,  2.3941],
#         [-1.5674, -1.3073],
#         [ 1.9412,  1.5952],
#         [ 2.5835,  0.8852]], dtype=torch.float64)
# pinv tensor([[ 1.5339, -0.4556,  0.8919, -1.3190, -3.4207],
#         [-0.7357,  0.1249, -0.3500,  0.8024,  1.3041],
#         [-0.2569,  0.4676, -0.2819,  0.1706,  0.4184]], dtype=torch.float64)
#   gradient tensor([[-62.1502,  26.2871,  12.8733],
#         [-10.6158,   4.7812,   2.7073],
#         [-53.9185,  22.9827,  11.4738],
#         [-24.6521,  10.7700,   4.7802],
#         [-22.7721,  10.2218,   2.9798]], dtype=torch.float64)
# pinv wide tensor([[[ 0.3097,  0.4164,  0.0730],
#          [ 0.3561, -0.1974,  0.0181],
#          [ 0.7519,  0.2518,  0.0146],
#          [-0.1033,  0.0201, -0.2675],
#          [-0.1456, -0.3517,  0.0409]],
# 
#         [[-0.3115, -0.4104, -0.3413],
#          [ 0.0431, -0.0882,  0.2645],
#          [-0.4866,  0.1254, -0.1786],
#          [ 0.3896,  0.3191,  0.0044],
#          [-0.1306, -0.3613, -0.1241]]], dtype=torch.float64)
#   gradient tensor([[[ 3.7048, -4.5468, -2.7108,  5.8812, 14.9247],
#          [ 7.0526, -1.8419,  4.0199,  1.4117,  6.5059],
#          [ 2.6811, -0.1879,  2.1655, -0.1813,  0.8609]],
# 
#         [[-6.6855, 27.3185, 12.2976, 34.7163, 15.4452],
#          [-5.8491, 22.9591, 10.1537, 29.2708, 12.7371],
#          [-6.5773, 17.7185,  6.5236, 23.4331,  8.2673]]], dtype=torch.float64)
# matrix_power tensor([[ 0.3774,  0.5790,  0.8378],
#         [-0.0439,  1.3421, -0.0325],
#         [-0.3002,  0.2456,  1.6226]], dtype=torch.float64)
#   gradient tensor([[-18.8340, -11.6437,   4.3338],
#         [-25.4217, -12.3672, -34.6762],
#         [  6.1379,  40.7192, -35.5303]], dtype=torch.float64)
# negative power tensor([[ 2.0742, -0.6694, -2.4271],
#         [ 0.5049, -0.8175, -1.1390],
#         [ 0.5560,  0.5163, -0.7200]], dtype=torch.float64)
#   gradient tensor([[ 54.3579,   9.7221,  27.8590],
#         [-37.4926, -26.5949,  -3.5923],
#         [-68.6960,  -6.9556, -39.7353]], dtype=torch.float64)
# matrix_exp tensor([[[ 0.6637, -0.2721, -1.1054],
#          [-0.6412,  1.3736, -0.6517],
#          [-0.2572,  0.6755,  0.8383]],
# 
#         [[ 0.7838, -0.8806, -0.3342],
#          [-1.7686,  2.3936,  2.6901],
#          [ 2.4191, -5.1100,  4.6892]]], dtype=torch.float64)
#   gradient tensor([[[ -1.5285,  -0.9224,  -0.5335],
#          [ -0.1578,   4.6658,  11.1661],
#          [ -0.5584,   1.6758,   5.2070]],
# 
#         [[  2.8706,  13.0477,  11.9423],
#          [-10.0864,  -2.5691,  -7.1863],
#          [ 22.8603,  79.8895,  80.9493]]], dtype=torch.float64)
# multi_dot tensor([[ 2.4406,  1.9276],
#         [-1.2609, -0.8293],
#         [ 2.4464,  1.6705]], dtype=torch.float64)
#   gradient tensor([[ 1.0240e+01, -6.8276e-03, -8.8106e+00],
#         [ 1.5490e+01,  1.1069e+01,  1.7582e+00],
#         [ 1.7587e+01,  2.6967e+01,  2.2400e+01]], dtype=torch.float64) tensor([[  4.4542,   6.2864],
#         [-10.5977, -14.3501],
#         [ -5.1949,  -6.8242]], dtype=torch.float64)
# cond tensor([11.3831,  2.1099], dtype=torch.float64)
#   gradient tensor([[[-2.7542e+01, -8.6579e+00,  6.5506e+00],
#          [ 3.5096e+01,  1.4704e+01, -1.7834e+01],
#          [-3.4156e+01, -1.2722e+01,  1.3253e+01]],
# 
#         [[ 7.2069e-01,  2.5327e+00,  2.3971e+00],
#          [-1.7367e+00, -1.1458e+00,  2.1823e-02],
#          [-1.0035e+00, -6.4818e-01,  2.8822e-02]]], dtype=torch.float64)
# cond 1 tensor(17.6823, dtype=torch.float64)
# vander tensor([[ 1.0000, -2.5023,  6.2615],
#         [ 1.0000,  0.8756,  0.7666],
#         [ 1.0000, -2.6726,  7.1426]], dtype=torch.float64)
#   gradient tensor([-13.0138,  15.5067, -40.1062], dtype=torch.float64)
# tensorsolve tensor([ 0.9197, -2.3288, -1.8493,  3.6259,  6.7904, -0.3396],
#        dtype=torch.float64)
#   gradient tensor([[[ -41.8166,  105.8830,   84.0827, -164.8607, -308.7425,   15.4418],
#          [ -58.6090,  148.4027,  117.8480, -231.0643, -432.7252,   21.6428],
#          [ -14.2001,   35.9558,   28.5528,  -55.9834, -104.8428,    5.2437]],
# 
#         [[  36.2253,  -91.7254,  -72.8400,  142.8172,  267.4606,  -13.3771],
#          [  44.2917, -112.1502,  -89.0595,  174.6188,  327.0170,  -16.3558],
#          [ -86.7728,  219.7158,  174.4784, -342.0994, -640.6658,   32.0430]]],
#        dtype=torch.float64) tensor([[ 45.4677,  63.7263,  15.4399],
#         [-39.3882, -48.1589,  94.3492]], dtype=torch.float64)
# matrix_norm fro tensor([4.3289, 3.8342], dtype=torch.float64)
#   gradient tensor([[[-0.0172,  0.1999,  0.2297,  0.0266,  0.0334],
#          [ 0.2481, -0.2608, -0.0217,  0.0135, -0.2314],
#          [ 0.1929, -0.0677, -0.1337, -0.8038,  0.1248]],
# 
#         [[ 0.1473, -0.2686, -0.7652,  0.5788,  0.1438],
#          [-0.3586, -0.3001,  0.5842,  0.3143, -0.4827],
#          [-0.6862,  1.0263, -0.0216, -0.7303, -0.1235]]], dtype=torch.float64)
# matrix_norm nuc tensor([6.7184, 6.2046], dtype=torch.float64)
#   gradient tensor([[[ 0.1944,  0.5207,  0.8269, -0.0726, -0.0446],
#          [ 0.6293, -0.5034,  0.1432,  0.0579, -0.5716],
#          [ 0.2267, -0.0348, -0.1068, -0.9547,  0.1568]],
# 
#         [[-0.3463, -0.1419, -1.5901,  1.1535, -0.0318],
#          [-1.0320, -0.4788,  0.8914,  0.8295, -1.1060],
#          [-1.1781,  1.3951, -0.3516, -0.6749, -0.2943]]], dtype=torch.float64)
# matrix_norm 2 tensor([3.6994, 3.0381], dtype=torch.float64)
#   gradient tensor([[[-0.0265,  0.0134,  0.0201,  0.1012, -0.0133],
#          [ 0.0161, -0.0081, -0.0122, -0.0614,  0.0081],
#          [ 0.2432, -0.1229, -0.1844, -0.9278,  0.1218]],
# 
#         [[ 0.3899, -0.6185, -0.1860,  0.5504,  0.0918],
#          [ 0.0368, -0.0584, -0.0175,  0.0519,  0.0087],
#          [-0.7329,  1.1627,  0.3496, -1.0347, -0.1726]]], dtype=torch.float64)
# matrix_norm -2 tensor([1.0113, 1.1050], dtype=torch.float64)
#   gradient tensor([[[ 0.4214,  0.2034,  0.7022, -0.0899, -0.2576],
#          [ 0.2173,  0.1049,  0.3620, -0.0463, -0.1328],
#          [ 0.0316,  0.0152,  0.0526, -0.0067, -0.0193]],
# 
#         [[-0.9387,  0.1395, -0.5498,  0.7278, -0.5513],
#          [-0.7492,  0.1113, -0.4388,  0.5808, -0.4400],
#          [-0.5369,  0.0798, -0.3145,  0.4163, -0.3153]]], dtype=torch.float64)
# matrix_norm 1 tensor([3.6530, 3.1122], dtype=torch.float64)
#   gradient tensor([[[-0.,  0.,  0.,  1.,  0.],
#          [ 0., -0., -0.,  1., -0.],
#          [ 0., -0., -0., -1.,  0.]],
# 
#         [[ 0., -0., -0.,  2.,  0.],
#          [-0., -0.,  0.,  2., -0.],
#          [-0.,  0., -0., -2., -0.]]], dtype=torch.float64)
# matrix_norm -1 tensor([1.6671, 1.4378], dtype=torch.float64)
#   gradient tensor([[[-0.,  0.,  1.,  0.,  0.],
#          [ 0., -0., -1.,  0., -0.],
#          [ 0., -0., -1., -0.,  0.]],
# 
#         [[ 0., -0., -0.,  0.,  2.],
#          [-0., -0.,  0.,  0., -2.],
#          [-0.,  0., -0., -0., -2.]]], dtype=torch.float64)
# matrix_norm inf tensor([5.7265, 4.9611], dtype=torch.float64)
#   gradient tensor([[[-0.,  0.,  0.,  0.,  0.],
#          [ 0., -0., -0.,  0., -0.],
#          [ 1., -1., -1., -1.,  1.]],
# 
#         [[ 0., -0., -0.,  0.,  0.],
#          [-0., -0.,  0.,  0., -0.],
#          [-2.,  2., -2., -2., -2.]]], dtype=torch.float64)
# matrix_norm -inf tensor([2.1940, 3.6495], dtype=torch.float64)
#   gradient tensor([[[-1.,  1.,  1.,  1.,  1.],
#          [ 0., -0., -0.,  0., -0.],
#          [ 0., -0., -0., -0.,  0.]],
# 
#         [[ 2., -2., -2.,  2.,  2.],
#          [-0., -0.,  0.,  0., -0.],
#          [-0.,  0., -0., -0., -0.]]], dtype=torch.float64)
# vector_norm 0 tensor([3., 3., 3., 3., 3.], dtype=torch.float64)
# vector_norm 1 tensor([1.7585, 2.4660, 0.8644, 4.0311, 3.0980], dtype=torch.float64)
#   gradient tensor([[-1., -1., -1.],
#         [ 2., -2.,  2.],
#         [-3.,  3., -3.],
#         [ 4.,  4.,  4.],
#         [-5., -5., -5.]], dtype=torch.float64)
# vector_norm 2 tensor([1.1911, 2.0779, 0.7697, 2.9728, 1.8897], dtype=torch.float64)
#   gradient tensor([[-0.3386, -0.9139, -0.2238],
#         [ 0.1823, -0.2108,  1.9805],
#         [-0.1381,  0.2445, -2.9868],
#         [ 1.4791,  3.7090,  0.2358],
#         [-2.4647, -3.9833, -1.7489]], dtype=torch.float64)
# vector_norm 3 tensor([1.1119, 2.0590, 0.7665, 2.8138, 1.6521], dtype=torch.float64)
#   gradient tensor([[-0.1316, -0.9586, -0.0575],
#         [ 0.0169, -0.0226,  1.9974],
#         [-0.0064,  0.0201, -2.9987],
#         [ 0.6105,  3.8387,  0.0155],
#         [-1.5896, -4.1520, -0.8003]], dtype=torch.float64)
# vector_norm 0.5 tensor([4.8170, 5.4646, 1.7267, 9.7806, 9.0309], dtype=torch.float64)
#   gradient tensor([[ -3.4558,  -2.1036,  -4.2507],
#         [ 10.7422,  -9.9900,   3.2594],
#         [-20.9456,  15.7409,  -4.5033],
#         [ 11.9315,   7.5346,  29.8795],
#         [-15.5682, -12.2461, -18.4816]], dtype=torch.float64)
# vector_norm inf tensor([1.0886, 2.0576, 0.7663, 2.7565, 1.5055], dtype=torch.float64)
#   gradient tensor([[-0., -1., -0.],
#         [ 0., -0.,  2.],
#         [-0.,  0., -3.],
#         [ 0.,  4.,  0.],
#         [-0., -5., -0.]], dtype=torch.float64)
# vector_norm -inf tensor([0.2666, 0.1894, 0.0354, 0.1753, 0.6610], dtype=torch.float64)
#   gradient tensor([[-0., -0., -1.],
#         [ 2., -0.,  0.],
#         [-3.,  0., -0.],
#         [ 0.,  0.,  4.],
#         [-0., -0., -5.]], dtype=torch.float64)
# ---
import torch
L = torch.linalg
a = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
singular = torch.tensor([[1., 2.], [2., 4.]])
wide = torch.ones(2, 3)
print(L.eigh(a), L.eigvalsh(a), L.solve(a, torch.ones(2)), L.slogdet(a), torch.slogdet(singular)[1], L.qr(a), L.svdvals(a))
print(L.matrix_rank(singular), L.matrix_rank(torch.stack([singular, a])), L.cond(a), L.cond(a, 'fro'), L.cond(singular, 1), L.pinv(singular))
print(L.lstsq(torch.tensor([[1., 1.], [1., 2.], [1., 4.]]), torch.tensor([[1.], [2.], [2.5]])))
print(L.lstsq(wide, torch.ones(2, 1), driver='gelsd').rank, L.svd(torch.randn(4, 2), full_matrices=True).U.shape, L.cholesky_ex(singular))
print(L.norm(a), L.norm(a, 'nuc'), L.norm(a[0], 1), L.multi_dot([a, a]), L.matrix_power(a, 0).shape, torch.dist(a, singular), L.inv_ex(a))
q, r = L.qr(torch.randn(4, 2), mode='complete')
print(q.shape, r.shape, torch.allclose(q @ q.T, torch.eye(4), atol=1e-6), L.LinAlgError)
for bad in (
    lambda: L.solve(singular, torch.ones(2)), lambda: L.solve(wide, torch.ones(2)), lambda: L.solve(a, torch.ones(3)),
    lambda: L.solve(torch.ones(2, 2).long(), torch.ones(2).long()), lambda: L.inv(singular), lambda: L.det(wide), lambda: torch.logdet(wide),
    lambda: L.cholesky(singular), lambda: L.cholesky(torch.stack([a, singular])), lambda: L.cholesky(wide), lambda: L.qr(a, 'q'),
    lambda: L.qr(torch.ones(3)), lambda: L.eigh(a, 'X'), lambda: L.eigh(wide), lambda: L.svd(torch.ones(3)), lambda: L.svd(singular * float('nan')),
    lambda: L.lstsq(wide, torch.ones(3, 1)), lambda: L.pinv(torch.ones(3)), lambda: L.matrix_power(wide, 2), lambda: L.norm(a, 3), lambda: L.norm(a, 'x'),
    lambda: L.matrix_norm(torch.ones(3)), lambda: L.norm(torch.ones(2, 2, 2), 2), lambda: L.multi_dot([a]), lambda: L.vector_norm(torch.ones(2).long()),
    lambda: L.solve_triangular(a, torch.ones(2), upper=True),
):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, str(error).split('\n')[0])
# expect:
# torch.return_types.linalg_eigh(
# eigenvalues=tensor([1.3820, 3.6180], grad_fn=<LinalgEighBackward0>),
# eigenvectors=tensor([[-0.8507,  0.5257],
#         [ 0.5257,  0.8507]], grad_fn=<LinalgEighBackward0>)) tensor([1.3820, 3.6180], grad_fn=<LinalgEighBackward0>) tensor([0.4000, 0.2000], grad_fn=<LinalgSolveExBackward0>) torch.return_types.linalg_slogdet(
# sign=tensor(1., grad_fn=<LinalgSlogdetBackward0>),
# logabsdet=tensor(1.6094, grad_fn=<LinalgSlogdetBackward0>)) tensor(-inf) torch.return_types.linalg_qr(
# Q=tensor([[-0.8944, -0.4472],
#         [-0.4472,  0.8944]], grad_fn=<LinalgQrBackward0>),
# R=tensor([[-2.2361, -2.2361],
#         [ 0.0000,  2.2361]], grad_fn=<LinalgQrBackward0>)) tensor([3.6180, 1.3820], grad_fn=<LinalgSvdBackward0>)
# tensor(1) tensor([1, 2]) tensor(2.6180, grad_fn=<SqueezeBackward1>) tensor(3.0000, grad_fn=<NanToNumBackward0>) tensor(inf) tensor([[0.0400, 0.0800],
#         [0.0800, 0.1600]])
# torch.return_types.linalg_lstsq(
# solution=tensor([[0.7500],
#         [0.4643]]),
# residuals=tensor([]),
# rank=tensor(2),
# singular_values=tensor([]))
# tensor(1) torch.Size([4, 4]) torch.return_types.linalg_cholesky_ex(
# L=tensor([[1., 0.],
#         [2., 0.]]),
# info=tensor(2, dtype=torch.int32))
# tensor(3.8730, grad_fn=<LinalgVectorNormBackward0>) tensor(5., grad_fn=<SumBackward1>) tensor(3., grad_fn=<LinalgVectorNormBackward0>) tensor([[ 5.,  5.],
#         [ 5., 10.]], grad_fn=<ViewBackward0>) torch.Size([2, 2]) tensor(2., grad_fn=<DistBackward0>) torch.return_types.linalg_inv_ex(
# inverse=tensor([[ 0.6000, -0.2000],
#         [-0.2000,  0.4000]], grad_fn=<LinalgInvExBackward0>),
# info=tensor(0, dtype=torch.int32))
# torch.Size([4, 4]) torch.Size([4, 2]) True <class 'torch._C._LinAlgError'>
# _LinAlgError torch.linalg.solve: The solver failed because the input matrix is singular.
# RuntimeError linalg.solve: A must be batches of square matrices, but they are 2 by 3 matrices
# RuntimeError linalg.solve: Incompatible shapes of A and B for the equation AX = B (2x2 and 3x1)
# NotImplementedError linalg.solve: Expected a floating point or complex tensor as input. Got Long
# _LinAlgError linalg.inv: The diagonal element 2 is zero, the inversion could not be completed because the input matrix is singular.
# RuntimeError linalg.det: A must be batches of square matrices, but they are 2 by 3 matrices
# RuntimeError logdet: A must be batches of square matrices, but they are 2 by 3 matrices
# _LinAlgError linalg.cholesky: The factorization could not be completed because the input is not positive-definite (the leading minor of order 2 is not positive-definite).
# _LinAlgError linalg.cholesky: (Batch element 1): The factorization could not be completed because the input is not positive-definite (the leading minor of order 2 is not positive-definite).
# RuntimeError linalg.cholesky: A must be batches of square matrices, but they are 2 by 3 matrices
# RuntimeError qr received unrecognized mode 'q' but expected one of 'reduced' (default), 'r', or 'complete'
# RuntimeError linalg.qr: The input tensor A must have at least 2 dimensions.
# RuntimeError Expected UPLO argument to be 'L' or 'U', but got X
# RuntimeError linalg.eigh: A must be batches of square matrices, but they are 2 by 3 matrices
# RuntimeError linalg.svd: The input tensor A must have at least 2 dimensions.
# _LinAlgError linalg.svd: The algorithm failed to converge because the input matrix contained non-finite values.
# RuntimeError torch.linalg.lstsq: input.size(-2) should match other.size(-2)
# RuntimeError linalg.pinv(Float{[3]}): expected a tensor with 2 or more dimensions of float, double, cfloat or cdouble types
# RuntimeError linalg.matrix_power: A must be batches of square matrices, but they are 2 by 3 matrices
# RuntimeError linalg.matrix_norm: Order 3 not supported.
# RuntimeError linalg.matrix_norm: Order x not supported.
# RuntimeError linalg.matrix_norm: The input tensor A must have at least 2 dimensions.
# RuntimeError linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got 3D.
# RuntimeError multi_dot(): expected at least 2 tensors but got 1
# NotImplementedError linalg.vector_norm: Expected a floating point or complex tensor as input. Got Long
# RuntimeError linalg.solve_triangular: The input tensor B must have at least 2 dimensions.
