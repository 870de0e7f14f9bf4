/// The forms that PyTorch's messages name, recorded by `Tests/Tools/record_signatures.py` with torch 2.15.0+cu132: home and names of
/// functions, then their forms; `…` stands for what is asked of every new tensor.
enum PyTorchForms {
  static let text = #"""
    function add sub
      (Tensor input, Tensor other, *, Number alpha = 1, Tensor out = None)
    function addcdiv addcmul
      (Tensor input, Tensor tensor1, Tensor tensor2, *, Number value = 1, Tensor out = None)
    function addmm
      (Tensor input, Tensor mat1, Tensor mat2, *, Number beta = 1, Number alpha = 1, Tensor out = None)
      (Tensor input, Tensor mat1, Tensor mat2, torch.dtype out_dtype, *, Number beta = 1, Number alpha = 1, Tensor out = None)
    function addmv
      (Tensor input, Tensor mat, Tensor vec, *, Number beta = 1, Number alpha = 1, Tensor out = None)
    function all any
      (Tensor input, *, Tensor out = None)
      (Tensor input, tuple of ints dim = None, bool keepdim = False, *, Tensor out = None)
      (Tensor input, int dim, bool keepdim = False, *, Tensor out = None)
    function arange
      (Number end, *, Tensor out = None, …)
      (Number start, Number end, *, …)
      (Number start, Number end, Number step = 1, *, Tensor out = None, …)
    function argsort
      (Tensor input, *, bool stable, int dim = -1, bool descending = False, Tensor out = None)
      (Tensor input, int dim = -1, bool descending = False)
    function baddbmm
      (Tensor input, Tensor batch1, Tensor batch2, *, Number beta = 1, Number alpha = 1, Tensor out = None)
      (Tensor input, Tensor batch1, Tensor batch2, torch.dtype out_dtype, *, Number beta = 1, Number alpha = 1, Tensor out = None)
    function bernoulli
      (Tensor input, *, torch.Generator generator = None, Tensor out = None)
      (Tensor input, float p, *, torch.Generator generator = None)
    function bitwise_and bitwise_left_shift bitwise_or bitwise_right_shift bitwise_xor remainder
      (Tensor input, Tensor other, *, Tensor out = None)
      (Number self, Tensor other)
      (Tensor input, Number other, *, Tensor out = None)
    function bmm mm
      (Tensor input, Tensor mat2, *, Tensor out = None)
      (Tensor input, Tensor mat2, torch.dtype out_dtype, *, Tensor out = None)
    function bucketize
      (Tensor input, Tensor boundaries, *, bool out_int32 = False, bool right = False, Tensor out = None)
      (Number self, Tensor boundaries, *, bool out_int32 = False, bool right = False)
    function clamp clip
      (Tensor input, Tensor min = None, Tensor max = None, *, Tensor out = None)
      (Tensor input, Number min = None, Number max = None, *, Tensor out = None)
    function clamp_max
      (Tensor input, Tensor max, *, Tensor out = None)
      (Tensor input, Number max, *, Tensor out = None)
    function clamp_min
      (Tensor input, Tensor min, *, Tensor out = None)
      (Tensor input, Number min, *, Tensor out = None)
    function conv1d conv2d conv3d
      (Tensor input, Tensor weight, Tensor bias = None, tuple of ints stride = 1, tuple of ints padding = 0, tuple of ints dilation = 1, int groups = 1)
      (Tensor input, Tensor weight, Tensor bias = None, tuple of ints stride = 1, str padding = "valid", tuple of ints dilation = 1, int groups = 1)
    function count_nonzero
      (Tensor input, int dim = None)
      (Tensor input, tuple of ints dim)
    function div
      (Tensor input, Tensor other, *, Tensor out = None)
      (Tensor input, Tensor other, *, str rounding_mode, Tensor out = None)
      (Tensor input, Number other, *, str rounding_mode)
    function divide
      (Tensor input, Tensor other, *, Tensor out = None)
      (Tensor input, Tensor other, *, str rounding_mode, Tensor out = None)
      (Tensor input, Number other)
      (Tensor input, Number other, *, str rounding_mode)
    function eq fmod ge greater greater_equal gt le less less_equal lt ne not_equal
      (Tensor input, Tensor other, *, Tensor out = None)
      (Tensor input, Number other, *, Tensor out = None)
    function eye
      (int n, *, Tensor out = None, …)
      (int n, int m, *, Tensor out = None, …)
    function floor_divide multiply true_divide
      (Tensor input, Tensor other, *, Tensor out = None)
      (Tensor input, Number other)
    function hann_window
      (int window_length, *, …)
      (int window_length, bool periodic, *, …)
    function index_fill
      (Tensor input, int dim, Tensor index, Tensor value)
      (Tensor input, int dim, Tensor index, Number value)
    function lerp
      (Tensor input, Tensor end, Tensor weight, *, Tensor out = None)
      (Tensor input, Tensor end, Number weight, *, Tensor out = None)
    function linspace
      (Tensor start, Tensor end, int steps, *, Tensor out = None, …)
      (Number start, Tensor end, int steps, *, Tensor out = None, …)
      (Tensor start, Number end, int steps, *, Tensor out = None, …)
      (Number start, Number end, int steps, *, Tensor out = None, …)
    function logspace
      (Tensor start, Tensor end, int steps, float base = 10.0, *, Tensor out = None, …)
      (Number start, Tensor end, int steps, float base = 10.0, *, Tensor out = None, …)
      (Tensor start, Number end, int steps, float base = 10.0, *, Tensor out = None, …)
      (Number start, Number end, int steps, float base = 10.0, *, Tensor out = None, …)
    function masked_fill
      (Tensor input, Tensor mask, Tensor value)
      (Tensor input, Tensor mask, Number value)
    function max min
      (Tensor input, *, Tensor out = None)
      (Tensor input, Tensor other, *, Tensor out = None)
      (Tensor input, int dim, bool keepdim = False, *, tuple of Tensors out = None)
    function mean
      (Tensor input, *, torch.dtype dtype = None, Tensor out = None)
      (Tensor input, tuple of ints dim, bool keepdim = False, *, torch.dtype dtype = None, Tensor out = None)
    function median
      (Tensor input)
      (Tensor input, int dim, bool keepdim = False, *, tuple of Tensors out = None)
    function moveaxis movedim
      (Tensor input, int source, int destination)
      (Tensor input, tuple of ints source, tuple of ints destination)
    function narrow
      (Tensor input, int dim, Tensor start, int length)
      (Tensor input, int dim, int start, int length)
    function normal
      (Tensor mean, Tensor std, *, torch.Generator generator = None, Tensor out = None)
      (Tensor mean, float std = 1, *, torch.Generator generator = None, Tensor out = None)
      (float mean, Tensor std, *, torch.Generator generator = None, Tensor out = None)
      (float mean, float std, tuple of ints size, *, torch.Generator generator = None, Tensor out = None, …)
    function pow
      (Tensor input, Tensor exponent, *, Tensor out = None)
      (Number self, Tensor exponent, *, Tensor out = None)
      (Tensor input, Number exponent, *, Tensor out = None)
    function prod
      (Tensor input, *, torch.dtype dtype = None)
      (Tensor input, int dim, bool keepdim = False, *, torch.dtype dtype = None, Tensor out = None)
    function rand randn
      (tuple of ints size, *, torch.Generator generator, Tensor out = None, …)
      (tuple of ints size, *, Tensor out = None, …)
    function rand_like randn_like
      (Tensor input, *, torch.Generator generator, torch.memory_format memory_format = None, …)
      (Tensor input, *, torch.memory_format memory_format = None, …)
    function randint
      (int high, tuple of ints size, *, torch.Generator generator, Tensor out = None, …)
      (int high, tuple of ints size, *, Tensor out = None, …)
      (int low, int high, tuple of ints size, *, torch.Generator generator, Tensor out = None, …)
      (int low, int high, tuple of ints size, *, Tensor out = None, …)
    function randint_like
      (Tensor input, int low, int high, *, torch.Generator generator, torch.memory_format memory_format = None, …)
      (Tensor input, int low, int high, *, torch.memory_format memory_format = None, …)
      (Tensor input, Tensor high, *, torch.Generator generator, torch.memory_format memory_format = None, …)
      (Tensor input, Tensor high, *, torch.memory_format memory_format = None, …)
      (Tensor input, int high, *, torch.Generator generator, torch.memory_format memory_format = None, …)
      (Tensor input, int high, *, torch.memory_format memory_format = None, …)
    function randperm
      (int n, *, torch.Generator generator, Tensor out = None, …)
      (int n, *, Tensor out = None, …)
    function repeat_interleave
      (Tensor input, Tensor repeats, int dim = None, *, int output_size = None)
      (Tensor repeats, *, int output_size = None)
      (Tensor input, int repeats, int dim = None, *, int output_size = None)
    function round
      (Tensor input, *, Tensor out = None)
      (Tensor input, *, int decimals, Tensor out = None)
    function rsub
      (Tensor input, Tensor other, *, Number alpha = 1)
      (Tensor input, Number other, Number alpha = 1)
    function scatter
      (Tensor input, int dim, Tensor index, Tensor src, *, Tensor out = None)
      (Tensor input, int dim, Tensor index, Tensor src, *, str reduce, Tensor out = None)
      (Tensor input, int dim, Tensor index, Number value, *, Tensor out = None)
      (Tensor input, int dim, Tensor index, Number value, *, str reduce, Tensor out = None)
    function searchsorted
      (Tensor sorted_sequence, Tensor input, *, bool out_int32 = False, bool right = False, str side = None, Tensor sorter = None, Tensor out = None)
      (Tensor sorted_sequence, Number self, *, bool out_int32 = False, bool right = False, str side = None, Tensor sorter = None, Tensor out = None)
    function set_default_device
      (torch.device device)
      (str type, int index = -1)
    function sort
      (Tensor input, *, bool stable, int dim = -1, bool descending = False, tuple of Tensors out = None)
      (Tensor input, int dim = -1, bool descending = False, *, tuple of Tensors out = None)
    function squeeze
      (Tensor input)
      (Tensor input, int dim)
      (Tensor input, tuple of ints dim)
    function std var
      (Tensor input, tuple of ints dim, bool unbiased = True, bool keepdim = False, *, Tensor out = None)
      (Tensor input, tuple of ints dim = None, *, Number correction = None, bool keepdim = False, Tensor out = None)
      (Tensor input, bool unbiased = True)
    function std_mean var_mean
      (Tensor input, tuple of ints dim, bool unbiased = True, bool keepdim = False)
      (Tensor input, tuple of ints dim = None, *, Number correction = None, bool keepdim = False)
      (Tensor input, bool unbiased = True)
    function subtract
      (Tensor input, Tensor other, *, Number alpha = 1, Tensor out = None)
      (Tensor input, Number other, Number alpha = 1)
    function sum
      (Tensor input, *, torch.dtype dtype = None)
      (Tensor input, tuple of ints dim, bool keepdim = False, *, torch.dtype dtype = None, Tensor out = None)
    function where
      (Tensor condition)
      (Tensor condition, Tensor input, Tensor other, *, Tensor out = None)
      (Tensor condition, Number self, Tensor other)
      (Tensor condition, Tensor input, Number other)
      (Tensor condition, Number self, Number other)
    method add add_ sub sub_
      (Tensor other, *, Number alpha = 1)
    method addcdiv addcdiv_ addcmul addcmul_
      (Tensor tensor1, Tensor tensor2, *, Number value = 1)
    method addmm
      (Tensor mat1, Tensor mat2, *, Number beta = 1, Number alpha = 1)
    method addmv
      (Tensor mat, Tensor vec, *, Number beta = 1, Number alpha = 1)
    method all any
      ()
      (tuple of ints dim = None, bool keepdim = False)
      (int dim, bool keepdim = False)
    method argsort sort
      (*, bool stable, int dim = -1, bool descending = False)
      (int dim = -1, bool descending = False)
    method baddbmm
      (Tensor batch1, Tensor batch2, *, Number beta = 1, Number alpha = 1)
    method bernoulli
      (*, torch.Generator generator = None)
      (float p, *, torch.Generator generator = None)
    method bernoulli_
      (Tensor p, *, torch.Generator generator = None)
      (float p = 0.5, *, torch.Generator generator = None)
    method bitwise_and bitwise_and_ bitwise_left_shift bitwise_left_shift_ bitwise_or bitwise_or_ bitwise_right_shift bitwise_right_shift_ bitwise_xor bitwise_xor_ eq eq_ floor_divide floor_divide_ fmod fmod_ ge ge_ greater greater_ greater_equal greater_equal_ gt gt_ le le_ less less_ less_equal less_equal_ lt lt_ multiply multiply_ ne ne_ not_equal not_equal_ remainder remainder_ true_divide true_divide_
      (Tensor other)
      (Number other)
    method clamp clamp_ clip clip_
      (Tensor min = None, Tensor max = None)
      (Number min = None, Number max = None)
    method clamp_max clamp_max_
      (Tensor max)
      (Number max)
    method clamp_min clamp_min_
      (Tensor min)
      (Number min)
    method copy_
      (Tensor other, bool non_blocking = False)
    method count_nonzero
      (int dim = None)
      (tuple of ints dim)
    method cuda
      (torch.device device = None, bool non_blocking = False, *, torch.memory_format memory_format = None)
    method div div_
      (Tensor other)
      (Tensor other, *, str rounding_mode)
      (Number other, *, str rounding_mode)
    method divide divide_
      (Tensor other)
      (Tensor other, *, str rounding_mode)
      (Number other)
      (Number other, *, str rounding_mode)
    method fill_
      (Tensor value)
      (Number value)
    method index_fill index_fill_
      (int dim, Tensor index, Tensor value)
      (int dim, Tensor index, Number value)
    method lerp lerp_
      (Tensor end, Tensor weight)
      (Tensor end, Number weight)
    method masked_fill masked_fill_
      (Tensor mask, Tensor value)
      (Tensor mask, Number value)
    method max min
      ()
      (Tensor other)
      (int dim, bool keepdim = False)
    method mean sum
      (*, torch.dtype dtype = None)
      (tuple of ints dim, bool keepdim = False, *, torch.dtype dtype = None)
    method median
      ()
      (int dim, bool keepdim = False)
    method moveaxis movedim
      (int source, int destination)
      (tuple of ints source, tuple of ints destination)
    method narrow
      (int dim, Tensor start, int length)
      (int dim, int start, int length)
    method new
      (*, torch.device device = None)
      (torch.Storage storage)
      (Tensor other)
      (tuple of ints size, *, torch.device device = None)
      (object data, *, torch.device device = None)
    method nonzero
      ()
      (*, bool as_tuple)
    method pow pow_
      (Tensor exponent)
      (Number exponent)
    method prod
      (*, torch.dtype dtype = None)
      (int dim, bool keepdim = False, *, torch.dtype dtype = None)
    method random_
      (*, torch.Generator generator = None)
      (int from, int to, *, torch.Generator generator = None)
      (int to, *, torch.Generator generator = None)
    method repeat_interleave
      (Tensor repeats, int dim = None, *, int output_size = None)
      (int repeats, int dim = None, *, int output_size = None)
    method round round_
      ()
      (*, int decimals)
    method scatter scatter_
      (int dim, Tensor index, Tensor src)
      (int dim, Tensor index, Tensor src, *, str reduce)
      (int dim, Tensor index, Number value)
      (int dim, Tensor index, Number value, *, str reduce)
    method squeeze squeeze_
      ()
      (int dim)
      (tuple of ints dim)
    method std var
      (tuple of ints dim, bool unbiased = True, bool keepdim = False)
      (tuple of ints dim = None, *, Number correction = None, bool keepdim = False)
      (bool unbiased = True)
    method subtract subtract_
      (Tensor other, *, Number alpha = 1)
      (Number other, Number alpha = 1)
    method to
      (torch.device device = None, torch.dtype dtype = None, bool non_blocking = False, bool copy = False, *, torch.memory_format memory_format = None)
      (torch.dtype dtype, bool non_blocking = False, bool copy = False, *, torch.memory_format memory_format = None)
      (Tensor tensor, bool non_blocking = False, bool copy = False, *, torch.memory_format memory_format = None)
    method type
      (object dtype = None, bool non_blocking = False, *, torch.memory_format memory_format = None)
    method view
      (torch.dtype dtype)
      (tuple of ints size)
    method where
      (Tensor condition, Tensor other)
      (Tensor condition, Number other)
    functional conv1d conv2d conv3d
      (Tensor input, Tensor weight, Tensor bias = None, tuple of ints stride = 1, tuple of ints padding = 0, tuple of ints dilation = 1, int groups = 1)
      (Tensor input, Tensor weight, Tensor bias = None, tuple of ints stride = 1, str padding = "valid", tuple of ints dilation = 1, int groups = 1)
    linalg norm
      (Tensor input, Number ord = None, tuple of ints dim = None, bool keepdim = False, *, torch.dtype dtype = None, Tensor out = None)
      (Tensor input, str ord, tuple of ints dim = None, bool keepdim = False, *, torch.dtype dtype = None, Tensor out = None)
    """#
}
