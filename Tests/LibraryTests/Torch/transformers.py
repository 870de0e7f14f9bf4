import torch
from torch import nn
torch.manual_seed(0)
encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 8, batch_first=True), 2)
decoder = nn.TransformerDecoder(nn.TransformerDecoderLayer(4, 2, 8, activation='gelu', norm_first=True), 2, norm=nn.LayerNorm(4))
model = nn.Transformer(4, 2, 1, 1, 8)
print(encoder, decoder, model, sep='\n')
for m in (encoder, decoder, model):
    print([(name, tuple(p.shape), '%.5f' % p.sum()) for name, p in m.named_parameters()])
mask = nn.Transformer.generate_square_subsequent_mask(3)
print(mask, model.d_model, model.batch_first, decoder.num_layers, encoder.layers[1].self_attn.embed_dim)
x, y = torch.randn(3, 2, 4), torch.randn(3, 2, 4, requires_grad=True)
torch.manual_seed(1)
print(model(x, y, tgt_mask=mask).detach(), torch.rand(1))
for m in (encoder, decoder, model):
    m.eval()
padding = torch.tensor([[False, False, True], [False, True, True]])
out = model(x, y, tgt_mask=mask, src_key_padding_mask=padding, memory_key_padding_mask=padding)
(out * torch.arange(24.).view(3, 2, 4)).sum().backward()
print(out.detach(), y.grad, [(name, '%.2f' % p.grad.abs().sum()) for name, p in model.named_parameters()])
print(encoder(torch.randn(2, 3, 4), src_key_padding_mask=padding).detach(), decoder(y, x, tgt_mask=mask).detach())
print(encoder.layers[0].linear1.weight is not encoder.layers[1].linear1.weight, torch.equal(encoder.layers[0].linear1.weight, encoder.layers[1].linear1.weight))
for bad in (lambda: model(torch.ones(3, 1, 4), torch.ones(2, 2, 4)), lambda: model(torch.ones(3, 1, 5), torch.ones(2, 1, 5)),
            lambda: nn.TransformerEncoderLayer(4, 2, activation='x'), lambda: nn.TransformerDecoderLayer(4, 2, activation='x'), lambda: nn.TransformerDecoderLayer(5, 2)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
# expect:
# TransformerEncoder(
#   (layers): ModuleList(
#     (0-1): 2 x TransformerEncoderLayer(
#       (self_attn): MultiheadAttention(
#         (out_proj): NonDynamicallyQuantizableLinear(in_features=4, out_features=4, bias=True)
#       )
#       (linear1): Linear(in_features=4, out_features=8, bias=True)
#       (dropout): Dropout(p=0.1, inplace=False)
#       (linear2): Linear(in_features=8, out_features=4, bias=True)
#       (norm1): LayerNorm((4,), eps=1e-05, elementwise_affine=True, bias=True)
#       (norm2): LayerNorm((4,), eps=1e-05, elementwise_affine=True, bias=True)
#       (dropout1): Dropout(p=0.1, inplace=False)
#       (dropout2): Dropout(p=0.1, inplace=False)
#     )
#   )
# )
# TransformerDecoder(
#   (layers): ModuleList(
#     (0-1): 2 x TransformerDecoderLayer(
#       (self_attn): MultiheadAttention(
#         (out_proj): NonDynamicallyQuantizableLinear(in_features=4, out_features=4, bias=True)
#       )
#       (multihead_attn): MultiheadAttention(
#         (out_proj): NonDynamicallyQuantizableLinear(in_features=4, out_features=4, bias=True)
#       )
#       (linear1): Linear(in_features=4, out_features=8, bias=True)
#       (dropout): Dropout(p=0.1, inplace=False)
#       (linear2): Linear(in_features=8, out_features=4, bias=True)
#       (norm1): LayerNorm((4,), eps=1e-05, elementwise_affine=True, bias=True)
#       (norm2): LayerNorm((4,), eps=1e-05, elementwise_affine=True, bias=True)
#       (norm3): LayerNorm((4,), eps=1e-05, elementwise_affine=True, bias=True)
#       (dropout1): Dropout(p=0.1, inplace=False)
#       (dropout2): Dropout(p=0.1, inplace=False)
#       (dropout3): Dropout(p=0.1, inplace=False)
#     )
#   )
#   (norm): LayerNorm((4,), eps=1e-05, elementwise_affine=True, bias=True)
# )
# Transformer(
#   (encoder): TransformerEncoder(
#     (layers): ModuleList(
#       (0): TransformerEncoderLayer(
#         (self_attn): MultiheadAttention(
#           (out_proj): NonDynamicallyQuantizableLinear(in_features=4, out_features=4, bias=True)
#         )
#         (linear1): Linear(in_features=4, out_features=8, bias=True)
#         (dropout): Dropout(p=0.1, inplace=False)
#         (linear2): Linear(in_features=8, out_features=4, bias=True)
#         (norm1): LayerNorm((4,), eps=1e-05, elementwise_affine=True, bias=True)
#         (norm2): LayerNorm((4,), eps=1e-05, elementwise_affine=True, bias=True)
#         (dropout1): Dropout(p=0.1, inplace=False)
#         (dropout2): Dropout(p=0.1, inplace=False)
#       )
#     )
#     (norm): LayerNorm((4,), eps=1e-05, elementwise_affine=True, bias=True)
#   )
#   (decoder): TransformerDecoder(
#     (layers): ModuleList(
#       (0): TransformerDecoderLayer(
#         (self_attn): MultiheadAttention(
#           (out_proj): NonDynamicallyQuantizableLinear(in_features=4, out_features=4, bias=True)
#         )
#         (multihead_attn): MultiheadAttention(
#           (out_proj): NonDynamicallyQuantizableLinear(in_features=4, out_features=4, bias=True)
#         )
#         (linear1): Linear(in_features=4, out_features=8, bias=True)
#         (dropout): Dropout(p=0.1, inplace=False)
#         (linear2): Linear(in_features=8, out_features=4, bias=True)
#         (norm1): LayerNorm((4,), eps=1e-05, elementwise_affine=True, bias=True)
#         (norm2): LayerNorm((4,), eps=1e-05, elementwise_affine=True, bias=True)
#         (norm3): LayerNorm((4,), eps=1e-05, elementwise_affine=True, bias=True)
#         (dropout1): Dropout(p=0.1, inplace=False)
#         (dropout2): Dropout(p=0.1, inplace=False)
#         (dropout3): Dropout(p=0.1, inplace=False)
#       )
#     )
#     (norm): LayerNorm((4,), eps=1e-05, elementwise_affine=True, bias=True)
#   )
# )
# [('layers.0.self_attn.in_proj_weight', (12, 4), '-0.18750'), ('layers.0.self_attn.in_proj_bias', (12,), '0.00000'), ('layers.0.self_attn.out_proj.weight', (4, 4), '-1.34483'), ('layers.0.self_attn.out_proj.bias', (4,), '0.00000'), ('layers.0.linear1.weight', (8, 4), '0.39890'), ('layers.0.linear1.bias', (8,), '-0.78407'), ('layers.0.linear2.weight', (4, 8), '-0.61206'), ('layers.0.linear2.bias', (4,), '0.86953'), ('layers.0.norm1.weight', (4,), '4.00000'), ('layers.0.norm1.bias', (4,), '0.00000'), ('layers.0.norm2.weight', (4,), '4.00000'), ('layers.0.norm2.bias', (4,), '0.00000'), ('layers.1.self_attn.in_proj_weight', (12, 4), '-0.18750'), ('layers.1.self_attn.in_proj_bias', (12,), '0.00000'), ('layers.1.self_attn.out_proj.weight', (4, 4), '-1.34483'), ('layers.1.self_attn.out_proj.bias', (4,), '0.00000'), ('layers.1.linear1.weight', (8, 4), '0.39890'), ('layers.1.linear1.bias', (8,), '-0.78407'), ('layers.1.linear2.weight', (4, 8), '-0.61206'), ('layers.1.linear2.bias', (4,), '0.86953'), ('layers.1.norm1.weight', (4,), '4.00000'), ('layers.1.norm1.bias', (4,), '0.00000'), ('layers.1.norm2.weight', (4,), '4.00000'), ('layers.1.norm2.bias', (4,), '0.00000')]
# [('layers.0.self_attn.in_proj_weight', (12, 4), '-0.28547'), ('layers.0.self_attn.in_proj_bias', (12,), '0.00000'), ('layers.0.self_attn.out_proj.weight', (4, 4), '-2.29751'), ('layers.0.self_attn.out_proj.bias', (4,), '0.00000'), ('layers.0.multihead_attn.in_proj_weight', (12, 4), '-1.31157'), ('layers.0.multihead_attn.in_proj_bias', (12,), '0.00000'), ('layers.0.multihead_attn.out_proj.weight', (4, 4), '-0.67655'), ('layers.0.multihead_attn.out_proj.bias', (4,), '0.00000'), ('layers.0.linear1.weight', (8, 4), '-1.00964'), ('layers.0.linear1.bias', (8,), '0.50378'), ('layers.0.linear2.weight', (4, 8), '2.49684'), ('layers.0.linear2.bias', (4,), '0.28725'), ('layers.0.norm1.weight', (4,), '4.00000'), ('layers.0.norm1.bias', (4,), '0.00000'), ('layers.0.norm2.weight', (4,), '4.00000'), ('layers.0.norm2.bias', (4,), '0.00000'), ('layers.0.norm3.weight', (4,), '4.00000'), ('layers.0.norm3.bias', (4,), '0.00000'), ('layers.1.self_attn.in_proj_weight', (12, 4), '-0.28547'), ('layers.1.self_attn.in_proj_bias', (12,), '0.00000'), ('layers.1.self_attn.out_proj.weight', (4, 4), '-2.29751'), ('layers.1.self_attn.out_proj.bias', (4,), '0.00000'), ('layers.1.multihead_attn.in_proj_weight', (12, 4), '-1.31157'), ('layers.1.multihead_attn.in_proj_bias', (12,), '0.00000'), ('layers.1.multihead_attn.out_proj.weight', (4, 4), '-0.67655'), ('layers.1.multihead_attn.out_proj.bias', (4,), '0.00000'), ('layers.1.linear1.weight', (8, 4), '-1.00964'), ('layers.1.linear1.bias', (8,), '0.50378'), ('layers.1.linear2.weight', (4, 8), '2.49684'), ('layers.1.linear2.bias', (4,), '0.28725'), ('layers.1.norm1.weight', (4,), '4.00000'), ('layers.1.norm1.bias', (4,), '0.00000'), ('layers.1.norm2.weight', (4,), '4.00000'), ('layers.1.norm2.bias', (4,), '0.00000'), ('layers.1.norm3.weight', (4,), '4.00000'), ('layers.1.norm3.bias', (4,), '0.00000'), ('norm.weight', (4,), '4.00000'), ('norm.bias', (4,), '0.00000')]
# [('encoder.layers.0.self_attn.in_proj_weight', (12, 4), '0.29589'), ('encoder.layers.0.self_attn.in_proj_bias', (12,), '0.00000'), ('encoder.layers.0.self_attn.out_proj.weight', (4, 4), '0.44239'), ('encoder.layers.0.self_attn.out_proj.bias', (4,), '0.00000'), ('encoder.layers.0.linear1.weight', (8, 4), '-0.82416'), ('encoder.layers.0.linear1.bias', (8,), '-1.25115'), ('encoder.layers.0.linear2.weight', (4, 8), '0.26306'), ('encoder.layers.0.linear2.bias', (4,), '0.14861'), ('encoder.layers.0.norm1.weight', (4,), '4.00000'), ('encoder.layers.0.norm1.bias', (4,), '0.00000'), ('encoder.layers.0.norm2.weight', (4,), '4.00000'), ('encoder.layers.0.norm2.bias', (4,), '0.00000'), ('encoder.norm.weight', (4,), '4.00000'), ('encoder.norm.bias', (4,), '0.00000'), ('decoder.layers.0.self_attn.in_proj_weight', (12, 4), '1.80919'), ('decoder.layers.0.self_attn.in_proj_bias', (12,), '0.00000'), ('decoder.layers.0.self_attn.out_proj.weight', (4, 4), '4.72013'), ('decoder.layers.0.self_attn.out_proj.bias', (4,), '0.00000'), ('decoder.layers.0.multihead_attn.in_proj_weight', (12, 4), '-2.12713'), ('decoder.layers.0.multihead_attn.in_proj_bias', (12,), '0.00000'), ('decoder.layers.0.multihead_attn.out_proj.weight', (4, 4), '-1.59354'), ('decoder.layers.0.multihead_attn.out_proj.bias', (4,), '0.00000'), ('decoder.layers.0.linear1.weight', (8, 4), '1.42441'), ('decoder.layers.0.linear1.bias', (8,), '0.34707'), ('decoder.layers.0.linear2.weight', (4, 8), '-1.53683'), ('decoder.layers.0.linear2.bias', (4,), '-0.15501'), ('decoder.layers.0.norm1.weight', (4,), '4.00000'), ('decoder.layers.0.norm1.bias', (4,), '0.00000'), ('decoder.layers.0.norm2.weight', (4,), '4.00000'), ('decoder.layers.0.norm2.bias', (4,), '0.00000'), ('decoder.layers.0.norm3.weight', (4,), '4.00000'), ('decoder.layers.0.norm3.bias', (4,), '0.00000'), ('decoder.norm.weight', (4,), '4.00000'), ('decoder.norm.bias', (4,), '0.00000')]
# tensor([[0., -inf, -inf],
#         [0., 0., -inf],
#         [0., 0., 0.]]) 4 False 2 4
# tensor([[[-0.4904,  0.8925, -1.4015,  0.9994],
#          [ 0.1149,  1.3379,  0.0291, -1.4819]],
# 
#         [[-1.2441, -0.6839,  0.7132,  1.2148],
#          [-0.4555, -0.4972, -0.7669,  1.7196]],
# 
#         [[-0.8507, -1.0554,  1.3688,  0.5373],
#          [-1.6714,  0.4277,  0.9754,  0.2683]]]) tensor([0.0594])
# tensor([[[-0.1635,  0.2075, -1.4236,  1.3796],
#          [-0.1160,  1.4884, -0.0423, -1.3301]],
# 
#         [[-1.0515, -0.8453,  0.5121,  1.3847],
#          [-0.7041,  0.1665, -1.0219,  1.5595]],
# 
#         [[-0.9407, -1.0539,  0.9103,  1.0843],
#          [-1.5527,  0.8274,  0.9290, -0.2037]]]) tensor([[[-2.7986, -3.3938, -0.0747,  3.5152],
#          [-0.7033, -0.7700,  0.0394,  0.5325]],
# 
#         [[-0.1613, -0.1997,  0.1098,  0.0646],
#          [-0.4028, -1.0484,  0.9413, -0.1251]],
# 
#         [[-0.5752, -0.3906,  0.0563,  0.6208],
#          [-0.3179, -1.0679, -0.6261,  1.7189]]]) [('encoder.layers.0.self_attn.in_proj_weight', '10.99'), ('encoder.layers.0.self_attn.in_proj_bias', '8.21'), ('encoder.layers.0.self_attn.out_proj.weight', '5.41'), ('encoder.layers.0.self_attn.out_proj.bias', '6.02'), ('encoder.layers.0.linear1.weight', '4.16'), ('encoder.layers.0.linear1.bias', '1.17'), ('encoder.layers.0.linear2.weight', '10.89'), ('encoder.layers.0.linear2.bias', '4.20'), ('encoder.layers.0.norm1.weight', '2.28'), ('encoder.layers.0.norm1.bias', '4.30'), ('encoder.layers.0.norm2.weight', '1.98'), ('encoder.layers.0.norm2.bias', '4.88'), ('encoder.norm.weight', '1.83'), ('encoder.norm.bias', '7.57'), ('decoder.layers.0.self_attn.in_proj_weight', '20.78'), ('decoder.layers.0.self_attn.in_proj_bias', '10.35'), ('decoder.layers.0.self_attn.out_proj.weight', '11.29'), ('decoder.layers.0.self_attn.out_proj.bias', '11.09'), ('decoder.layers.0.multihead_attn.in_proj_weight', '19.83'), ('decoder.layers.0.multihead_attn.in_proj_bias', '18.08'), ('decoder.layers.0.multihead_attn.out_proj.weight', '13.39'), ('decoder.layers.0.multihead_attn.out_proj.bias', '14.55'), ('decoder.layers.0.linear1.weight', '21.98'), ('decoder.layers.0.linear1.bias', '10.16'), ('decoder.layers.0.linear2.weight', '32.80'), ('decoder.layers.0.linear2.bias', '11.92'), ('decoder.layers.0.norm1.weight', '4.97'), ('decoder.layers.0.norm1.bias', '14.59'), ('decoder.layers.0.norm2.weight', '5.72'), ('decoder.layers.0.norm2.bias', '15.10'), ('decoder.layers.0.norm3.weight', '8.73'), ('decoder.layers.0.norm3.bias', '12.63'), ('decoder.norm.weight', '139.00'), ('decoder.norm.bias', '276.00')]
# tensor([[[ 1.4919, -0.0413, -1.3255, -0.1251],
#          [ 1.2421, -1.3964,  0.5748, -0.4204],
#          [ 1.0936,  0.8623, -0.7063, -1.2496]],
# 
#         [[ 1.6148, -0.4983, -0.0481, -1.0685],
#          [ 0.1843,  1.0301,  0.4339, -1.6482],
#          [ 0.9178, -1.6827,  0.2526,  0.5123]]]) tensor([[[-0.6311, -1.2991,  1.1246,  0.8057],
#          [-0.4662,  1.0999,  0.7722, -1.4059]],
# 
#         [[ 0.1870, -1.6657,  0.9600,  0.5187],
#          [-0.9099, -1.0675,  0.7921,  1.1854]],
# 
#         [[ 1.0597, -1.4875,  0.7491, -0.3213],
#          [-1.1012, -0.2820,  1.6273, -0.2440]]])
# True True
# RuntimeError the batch number of src and tgt must be equal
# RuntimeError the feature number of src and tgt must be equal to d_model
# RuntimeError activation should be relu/gelu, not x
# RuntimeError activation should be relu/gelu, not x
# AssertionError embed_dim must be divisible by num_heads
# ---
import torch
from torch import nn
torch.manual_seed(0)
m = nn.MultiheadAttention(4, 2, kdim=3, vdim=5, add_bias_kv=True, add_zero_attn=True)
print([(name, tuple(p.shape), '%.5f' % p.sum()) for name, p in m.named_parameters()], m.in_proj_weight is None)
q, k, v = torch.randn(2, 1, 4, requires_grad=True), torch.randn(3, 1, 3), torch.randn(3, 1, 5)
out, weights = m(q, k, v, key_padding_mask=torch.tensor([[False, True, False]]), attn_mask=torch.zeros(2, 3))
(out * torch.arange(8.).view(2, 1, 4)).sum().backward()
print(out.detach(), weights.detach(), q.grad, m.bias_k.grad, m.k_proj_weight.grad.sum())
layer = nn.TransformerEncoderLayer(4, 2, 8, dropout=0., activation=torch.nn.functional.gelu)
same = nn.TransformerEncoderLayer(4, 2, 8, dropout=0., activation='gelu')
same.load_state_dict(layer.state_dict())
print(torch.equal(layer(q), same(q)))
# expect:
# [('q_proj_weight', (4, 4), '-1.29355'), ('k_proj_weight', (4, 3), '-0.03582'), ('v_proj_weight', (4, 5), '1.00117'), ('in_proj_bias', (12,), '0.00000'), ('bias_k', (1, 1, 4), '-1.74513'), ('bias_v', (1, 1, 4), '-0.19852'), ('out_proj.weight', (4, 4), '-1.34483'), ('out_proj.bias', (4,), '0.00000')] True
# tensor([[[ 0.1890,  0.1076,  0.0637,  0.3494]],
# 
#         [[-0.0337, -0.0243, -0.0355,  0.0933]]]) tensor([[[0.2438, 0.0000, 0.3465, 0.2154, 0.1943],
#          [0.1981, 0.0000, 0.0896, 0.4461, 0.2662]]]) tensor([[[ 0.1129,  0.2727, -0.6896,  0.3810]],
# 
#         [[-0.4264, -0.2354, -0.4131, -0.8470]]]) tensor([[[-0.1959,  0.6337,  0.3878,  0.5391]]]) tensor(0.6271)
# True
# ---
import copy
import torch
from torch import nn


class Tied(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(2, 2)
        self.b = nn.Linear(2, 2)
        self.b.weight = self.a.weight
        self.register_buffer('seen', torch.zeros(1))
        self.names = ['x', ['y']]

    def forward(self, x):
        self.seen += 1
        return self.b(torch.relu(self.a(x)))


torch.manual_seed(0)
model = Tied().eval()
twin = copy.deepcopy(model)
print(torch.rand(1), twin, twin.training, twin.a.weight is twin.b.weight, twin.a.weight is model.a.weight, torch.equal(twin.a.weight, model.a.weight))
twin.names[1].append('z')
twin(torch.ones(1, 2))
print(model.names, twin.names, model.seen, twin.seen, [name for name, _ in twin.named_parameters()])
net = nn.Sequential(nn.Conv2d(1, 2, 3, padding_mode='reflect'), nn.BatchNorm2d(2), nn.LSTM(3, 2), nn.ModuleList([nn.ReLU()]), nn.MultiheadAttention(2, 1))
other = copy.deepcopy(net)
with torch.no_grad():
    for p in net.parameters():
        p.zero_()
print([(name, '%.4f' % p.sum()) for name, p in other.named_parameters()], other)
# expect:
# tensor([0.0223]) Tied(
#   (a): Linear(in_features=2, out_features=2, bias=True)
#   (b): Linear(in_features=2, out_features=2, bias=True)
# ) False True False True
# ['x', ['y']] ['x', ['y', 'z']] tensor([0.]) tensor([1.]) ['a.weight', 'a.bias', 'b.bias']
# [('0.weight', '-0.2565'), ('0.bias', '0.0719'), ('1.weight', '2.0000'), ('1.bias', '0.0000'), ('2.weight_ih_l0', '-0.1274'), ('2.weight_hh_l0', '0.0768'), ('2.bias_ih_l0', '0.3146'), ('2.bias_hh_l0', '0.3057'), ('4.in_proj_weight', '-1.8124'), ('4.in_proj_bias', '0.0000'), ('4.out_proj.weight', '0.7042'), ('4.out_proj.bias', '0.0000')] Sequential(
#   (0): Conv2d(1, 2, kernel_size=(3, 3), stride=(1, 1), padding_mode=reflect)
#   (1): BatchNorm2d(2, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
#   (2): LSTM(3, 2)
#   (3): ModuleList(
#     (0): ReLU()
#   )
#   (4): MultiheadAttention(
#     (out_proj): NonDynamicallyQuantizableLinear(in_features=2, out_features=2, bias=True)
#   )
# )
