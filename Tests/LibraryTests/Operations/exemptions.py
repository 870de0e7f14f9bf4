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
        'torch.can_cast torch.promote_types torch.result_type torch.broadcast_shapes '
        'torch.is_storage torch.is_tensor Tensor.data_ptr Tensor.device Tensor.dtype Tensor.get_device Tensor.is_cpu Tensor.is_cuda '
        'Tensor.is_leaf Tensor.is_meta Tensor.is_mkldnn Tensor.is_mps Tensor.is_nested Tensor.is_pinned Tensor.is_quantized '
        'Tensor.is_set_to Tensor.is_shared Tensor.is_sparse Tensor.is_sparse_csr Tensor.is_xpu Tensor.layout Tensor.name '
        'Tensor.output_nr Tensor.requires_grad Tensor.retains_grad',
    'automatic differentiation itself, by which every case is checked':
        'Tensor.backward Tensor.grad Tensor.grad_fn Tensor.register_hook Tensor.requires_grad_ Tensor.retain_grad',
    'other devices and processes, which are not there':
        'Tensor.cuda Tensor.pin_memory Tensor.share_memory_',
    'an error always: there are no complex tensors':
        'Tensor.imag linalg.eig linalg.eigvals',
    'an error always: there are no sparse tensors':
        'Tensor.indices Tensor.values Tensor.is_coalesced Tensor.to_sparse',
    'the method of that name, as a function; the method has a case':
        'torch.abs_ torch.acos_ torch.asin_ torch.atan_ torch.ceil_ torch.clamp_ torch.clamp_max_ torch.clamp_min_ torch.cos_ '
        'torch.cosh_ torch.deg2rad_ torch.erf_ torch.erfc_ torch.exp2_ torch.exp_ torch.expm1_ torch.floor_ torch.frac_ '
        'torch.log10_ torch.log1p_ torch.log2_ torch.log_ torch.logit_ torch.nan_to_num_ torch.neg_ torch.rad2deg_ '
        'torch.reciprocal_ torch.relu_ torch.round_ torch.rsqrt_ torch.sigmoid_ torch.sin_ torch.sinh_ torch.sqrt_ '
        'torch.square_ torch.tan_ torch.tanh_ torch.trunc_',
    'no operation of its own: a base class or a container':
        'nn.Module nn.ModuleDict nn.ModuleList nn.ParameterDict nn.ParameterList distributions.Distribution',
    'imported by that module, as in PyTorch':
        'rnn.namedtuple',
}
EXEMPT = {name: reason for reason, names in EXEMPTIONS.items() for name in names.split()}

# Cases in which the library is known to differ, by reason: file and case. One that passes makes the test fail.
KNOWN_DIFFERENCES = {
    'central differences give the second derivative that the library has, not the one that PyTorch has':
        ['reductions: corrcoef'],
}
KNOWN = {case: reason for reason, cases in KNOWN_DIFFERENCES.items() for case in cases}
