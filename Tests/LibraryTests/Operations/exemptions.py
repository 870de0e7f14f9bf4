# What has no case, by reason. A name that does not exist, or that has a case, makes the test fail.
EXEMPTIONS = {
    'settings of the runtime, no operation on tensors':
        'torch.are_deterministic_algorithms_enabled torch.compile torch.get_default_device torch.get_default_dtype '
        'torch.get_float32_matmul_precision torch.get_num_interop_threads torch.get_num_threads torch.is_grad_enabled '
        'torch.is_inference_mode_enabled torch.set_default_device torch.set_default_dtype torch.set_float32_matmul_precision '
        'torch.set_num_interop_threads torch.set_num_threads torch.set_printoptions torch.set_warn_always '
        'torch.use_deterministic_algorithms',
    'state of the generator; the recorded random streams cover it':
        'torch.get_rng_state torch.initial_seed torch.manual_seed torch.seed torch.set_rng_state',
    'elements that nobody has set yet':
        'torch.empty torch.empty_like Tensor.new Tensor.new_empty',
    'files; the tests of saving cover them':
        'torch.load torch.save',
    'arrays of numpy; the tests of numpy cover them':
        'torch.from_numpy Tensor.numpy',
    'a question about the object, answered without its elements':
        'torch.is_storage torch.is_tensor Tensor.data_ptr Tensor.device Tensor.dtype Tensor.get_device Tensor.is_cpu Tensor.is_cuda '
        'Tensor.is_leaf Tensor.is_meta Tensor.is_mkldnn Tensor.is_mps Tensor.is_nested Tensor.is_pinned Tensor.is_quantized '
        'Tensor.is_set_to Tensor.is_shared Tensor.is_sparse Tensor.is_sparse_csr Tensor.is_xpu Tensor.layout Tensor.name '
        'Tensor.output_nr Tensor.requires_grad Tensor.retains_grad',
    'automatic differentiation itself, by which every case is checked':
        'Tensor.backward Tensor.grad Tensor.grad_fn Tensor.register_hook Tensor.requires_grad_ Tensor.retain_grad',
    'other devices and processes, which are not there':
        'Tensor.cuda Tensor.pin_memory Tensor.share_memory_',
    'an error always: there are no complex tensors':
        'Tensor.imag linalg.eig',
    'no operation of its own: a base class or a container':
        'nn.Module nn.ModuleDict nn.ModuleList nn.ParameterDict nn.ParameterList distributions.Distribution',
    'imported by that module, as in PyTorch':
        'rnn.namedtuple',
}
EXEMPT = {name: reason for reason, names in EXEMPTIONS.items() for name in names.split()}

# Cases in which the library is known to differ, by reason: file and case. One that passes makes the test fail.
KNOWN_DIFFERENCES = {
    'there are no complex tensors':
        ['products: linalg.eigvals'],
    'not there yet':
        ['distributions: distributions.Multinomial', 'distributions: distributions.Poisson', 'distributions: distributions.Poisson 2',
         'distributions: distributions.Normal 3', 'distributions: distributions.Laplace 2', 'functional: interpolate 9',
         'functional: F.embedding 3', 'functional: F.embedding_bag 4', 'layers: nn.RReLU', 'layers: nn.RReLU 2',
         'layers: nn.ChannelShuffle', 'layers: nn.FeatureAlphaDropout', 'layers: nn.FeatureAlphaDropout 2',
         'layers: nn.MultiLabelMarginLoss', 'layers: nn.MultiLabelMarginLoss 2', 'layers: nn.MultiLabelMarginLoss 3',
         'layers: nn.CTCLoss', 'layers: nn.CTCLoss 2', 'layers: nn.CTCLoss 3'],
}
KNOWN = {case: reason for reason, cases in KNOWN_DIFFERENCES.items() for case in cases}
