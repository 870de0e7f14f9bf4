# The names that course code needs, counted in public course material: each has to be there, in PyTorch and here.
NAMES = """
builtins.print builtins.range builtins.len builtins.super builtins.enumerate builtins.list builtins.dict builtins.set
builtins.isinstance builtins.int builtins.zip builtins.Exception builtins.iter builtins.sorted builtins.type
builtins.next str.format list.append str.join str.lower str.split str.strip list.__getitem__ torch.manual_seed
torch.cuda.is_available torch.cuda.manual_seed_all torch.no_grad torch.FloatTensor torch.argmax torch.zeros
torch.Tensor torch.LongTensor torch.mean torch.zeros_like torch.load torch.log torch.max torch.save torch.exp
torch.cat torch.rand torch.randint torch.device torch.add torch.matmul torch.randn torch.transpose torch.ByteTensor
torch.eye torch.ones_like torch.stack torch.norm torch.sigmoid torch.sum Tensor.item Tensor.backward Tensor.view
Tensor.to Tensor.mean Tensor.float Tensor.shape Tensor.size Tensor.sum Tensor.numpy Tensor.data Tensor.matmul
Tensor.detach Tensor.cpu Tensor.long Tensor.scatter_ Tensor.squeeze Tensor.unsqueeze Tensor.zero_ Tensor.max
Tensor.std Tensor.topk Tensor.argmax Tensor.dim Tensor.mul Tensor.mul_ Tensor.scatter Tensor.reshape Tensor.transpose
torch.nn.Linear torch.nn.Module torch.nn.CrossEntropyLoss torch.nn.Sequential torch.nn.ReLU torch.nn.Conv2d
torch.nn.MaxPool2d torch.nn.init.xavier_uniform_ torch.nn.Dropout torch.nn.RNN torch.nn.init.normal_ torch.nn.Sigmoid
torch.nn.BatchNorm2d torch.nn.BCELoss torch.nn.init.constant_ torch.nn.init.kaiming_normal_ torch.nn.AdaptiveAvgPool2d
torch.nn.Embedding torch.nn.BatchNorm1d torch.nn.GRU torch.nn.LogSoftmax torch.nn.NLLLoss torch.nn.Parameter
torch.nn.LSTM torch.nn.MSELoss torch.nn.SELU torch.nn.utils.rnn.pack_padded_sequence torch.nn.utils.rnn.pack_sequence
torch.nn.utils.rnn.pad_packed_sequence torch.nn.utils.rnn.pad_sequence Module.__call__ Optimizer.step
Module.parameters Optimizer.zero_grad Module.to Module.weight Module.eval Module.train Module.bias
Module.load_state_dict Module.modules Module.state_dict LRScheduler.step PackedSequence.batch_sizes
PackedSequence.data torch.nn.functional.mse_loss torch.nn.functional.cross_entropy torch.nn.functional.relu
torch.nn.functional.log_softmax torch.nn.functional.nll_loss torch.nn.functional.softmax
torch.nn.functional.binary_cross_entropy torch.optim.Adam torch.optim.SGD torch.optim.lr_scheduler.StepLR
torch.utils.data.DataLoader torch.utils.model_zoo.load_url torchvision.transforms.ToTensor torchvision.datasets.MNIST
torchvision.transforms.Compose torchvision.datasets.ImageFolder torchvision.transforms.Resize
torchvision.datasets.CIFAR10 torchvision.transforms.Normalize torchvision.models.resnet50
torchvision.transforms.RandomCrop torchvision.utils.make_grid numpy.array numpy.float32 numpy.loadtxt numpy.eye
numpy.squeeze numpy.max numpy.min numpy.linspace numpy.transpose numpy.zeros ndarray.argmax ndarray.shape ndarray.ndim
ndarray.squeeze ndarray.mean random.randint random.seed random.choice torch torchvision.transforms torch.nn
torch.optim torchvision.datasets numpy torch.nn.functional torchvision random torch.utils.data torch.nn.init
torch.utils.model_zoo torch.nn.utils.rnn torchvision.models.resnet Module.zero_grad torch.from_numpy
torch.set_grad_enabled builtins.NotImplementedError torch.mm torch.long torch.tensor torch.relu numpy.random.rand
torch.randn_like time.time torch.backends.cudnn.deterministic Tensor.normal_ Module.forward Tensor.dtype
Module.register_forward_hook torch.__version__ torch.utils.data.Dataset Module.training torch.nn.functional.dropout
torch.arange torch.float32 math.pi torch.linspace torch.sin Tensor.pow torch.float Tensor.grad torch.nn.Flatten
torch.optim.RMSprop builtins.dir builtins.help Tensor.t torch.ones torch.autograd.Variable torch.nn.ParameterDict
sys.path.insert torch.tanh Tensor.grad_fn Tensor.requires_grad torch.nn.functional.binary_cross_entropy_with_logits
Tensor.requires_grad_ Tensor.norm torch.flatten torch.nn.functional.max_pool2d Module.__class__
Module.register_backward_hook Module.apply Tensor.fill_ Module.add_module Module.named_parameters
torch.backends.mps.is_available torch.nn.Softmax builtins.str torch.nn.init.uniform_ math.sqrt
torch.utils.data.TensorDataset numpy.dot numpy.random.normal Tensor.double Tensor.relu builtins.abs Tensor.resize_
collections.OrderedDict torch.nn.functional.sigmoid torch.nn.functional.leaky_relu torch.nn.ConvTranspose2d
torch.nn.functional.interpolate torch.min Tensor.squeeze_ torch.nn.functional.adaptive_avg_pool2d torch.softmax
numpy.mean numpy.std torch.std torch.utils.data.SubsetRandomSampler torch.utils.data.dataset.Subset
torchvision.transforms.CenterCrop Tensor.repeat ndarray.repeat torch.bmm Tensor.add_ Tensor.mm itertools.count
torch.nn.functional.smooth_l1_loss ndarray.sum numpy.random.randn numpy.sin numpy.square ndarray.flatten
ndarray.resize numpy.pi Tensor.exp torch.autograd.functional.jacobian torch.autograd.functional.vjp os.makedirs
os.path.exists os.path.join torchvision.utils.save_image Tensor.clamp torch.nn.LeakyReLU torch.nn.Tanh
torch.nn.functional.upsample numpy.clip Tensor.register_hook torch.clamp torch.nn.utils.clip_grad_norm_
torch.nn.utils.clip_grad_value_ builtins.open file.write numpy.exp torch.multinomial builtins.id torch.empty
torch.float64 Tensor.sub_ builtins.min random.shuffle ndarray.astype ndarray.reshape numpy.empty numpy.random.randint
numpy.random.seed Tensor.T Tensor.device numpy.add numpy.ones torch.rand_like torch.mul Tensor.add Tensor.index_add_
torch.double torch.full FunctionCtx.save_for_backward FunctionCtx.saved_tensors builtins.staticmethod
torch.autograd.Function Tensor.expand builtins.reversed list.pop list.reverse DataLoader.dataset Tensor.eq
Tensor.view_as ndarray.item numpy.sum builtins.round ndarray.max numpy.arange numpy.floor numpy.random.shuffle
torch.utils.data.sampler.SubsetRandomSampler Module._modules Module.register_buffer Tensor.uniform_ dict.values
Counter.most_common collections.Counter file.readlines re.sub torch.abs torch.div torch.dot torch.mv torch.numel
torch.pow ArgumentParser.add_argument ArgumentParser.parse_args DataLoader.batch_size argparse.ArgumentParser
torch.accelerator.current_accelerator torch.accelerator.is_available builtins.float dict.update torch.optim.Adadelta
torch.nn.Dropout2d Tensor.clone builtins.sum list.remove torch.log1p Tensor.copy_ ndarray.transpose
torch.nn.functional.affine_grid torch.nn.functional.grid_sample Module.children Module.in_features numpy.where
torch.where torchvision.models.resnet18 builtins.object builtins.tuple dict.get dict.items file.read list.sort
random.uniform Module.cuda Tensor.cuda Tensor.new builtins.max string.punctuation torch.round Tensor.log10 Tensor.ndim
Tensor.nelement Tensor.var str.splitlines torch.sqrt Generator.manual_seed Tensor.log torch.Generator torch.int32
torch.nn.functional.one_hot Tensor.abs Tensor.retain_grad torch.all torch.allclose Module.double Tensor.split
torch.nn.LSTMCell torch.optim.LBFGS ndarray.std numpy.bincount numpy.genfromtxt numpy.random.RandomState Tensor.clamp_
numpy.inf time.sleep Distribution.sample math.log10 numpy.cumsum numpy.power numpy.random.uniform random.random
torch.distributions.multinomial.Multinomial Tensor.unsqueeze_ torch.asin torch.bitwise_xor torch.ceil torch.cross
torch.empty_like torch.eq torch.floor torch.int16 torch.prod torch.reshape
"""
import argparse
import collections
import io
import torch
import torchvision
import numpy as np
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

weight = torch.ones(2, 2, requires_grad=True)
module = nn.Linear(2, 2)
loader = DataLoader(TensorDataset(torch.ones(2, 2)))
optimizer = torch.optim.SGD(module.parameters(), lr=0.1)


class Double(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a):
        objects['FunctionCtx'] = ctx
        ctx.save_for_backward(a)
        return a * 2

    @staticmethod
    def backward(ctx, g):
        return g * 2


objects = {
    'Tensor': weight, 'Module': module, 'ndarray': np.ones(3), 'Optimizer': optimizer, 'LRScheduler': torch.optim.lr_scheduler.StepLR(optimizer, 1),
    'DataLoader': loader, 'Counter': collections.Counter('a'), 'ArgumentParser': argparse.ArgumentParser(), 'str': '', 'list': [], 'dict': {},
    'tuple': (), 'file': io.StringIO(), 'Generator': torch.Generator(), 'Distribution': torch.distributions.Normal(0., 1.),
    'PackedSequence': nn.utils.rnn.pack_sequence([torch.ones(2, 1)]),
}
kept = Double.apply(weight)


def found(path):
    first, _, rest = path.partition('.')
    if first in objects:
        getattr(objects[first], rest)
        return True
    if first == 'builtins':
        eval(rest)
        return True
    parts = path.split('.')
    for count in range(len(parts), 0, -1):
        names = {}
        try:
            exec('import ' + '.'.join(parts[:count]) + ' as value', names)
        except ImportError:
            continue
        value = names['value']
        for part in parts[count:]:
            value = getattr(value, part)
        return True
    return False


missing = []
for name in NAMES.split():
    try:
        if not found(name):
            missing.append(name)
    except Exception as error:
        missing.append(f'{name}: {error}')
print('missing:', missing)
# expect:
# missing: []
