extension WrittenLibrary {
  /// `torch.autograd.functional`: derivatives of functions.
  static let autogradFunctional = #"""
    """Derivatives of functions."""
    import torch


    def _tuple(value):
        return (True, value) if isinstance(value, tuple) else (False, (value,))


    def _prepared(inputs, create_graph):
        """The inputs as tensors through which gradients can be taken."""
        if create_graph:
            return tuple(x.view_as(x) if x.requires_grad else x.detach().clone().requires_grad_() for x in inputs)
        return tuple(x.detach().clone().requires_grad_() for x in inputs)


    def _run(func, inputs):
        many, outputs = _tuple(func(*inputs))
        for i, output in enumerate(outputs):
            if not isinstance(output, torch.Tensor):
                raise TypeError(f'The outputs of the user-provided function given to the function must be either a Tensor or a tuple '
                                f'of Tensors but the value at index {i} of the outputs of the user-provided function has type '
                                f'{type(output)}.')
        return many, outputs


    def _grad(outputs, inputs, grad_outputs, create_graph):
        pairs = [(o, g) for o, g in zip(outputs, grad_outputs) if o.requires_grad]
        if not pairs:
            return tuple(None for _ in inputs)
        return torch.autograd.grad([o for o, _ in pairs], inputs, [g for _, g in pairs], retain_graph=True,
                                   create_graph=create_graph, allow_unused=True)


    def _filled(grads, like, strict=False, name='input'):
        result = []
        for i, (grad, x) in enumerate(zip(grads, like)):
            if grad is None and strict:
                raise RuntimeError(f'The output of the user-provided function is independent of {name} {i}. This is not allowed in '
                                   'strict mode.')
            result.append(torch.zeros_like(x) if grad is None else grad)
        return tuple(result)


    def _plain(values, many, create_graph):
        values = tuple(v if create_graph else v.detach() for v in values)
        return values if many else values[0]


    def jacobian(func, inputs, create_graph=False, strict=False, vectorize=False, strategy='reverse-mode'):
        """For output [*out] and input [*in], the derivatives [*out, *in]; tuples of them for tuples."""
        with torch.enable_grad():
            many_in, inputs = _tuple(inputs)
            inputs = _prepared(inputs, create_graph)
            many_out, outputs = _run(func, inputs)
            result = []
            for i, output in enumerate(outputs):
                rows = [[] for _ in inputs]
                for j in range(output.numel()):
                    if output.requires_grad:
                        grads = torch.autograd.grad(output.reshape(-1)[j], inputs, retain_graph=True, create_graph=create_graph,
                                                    allow_unused=True)
                    elif strict:
                        raise RuntimeError(f'Output {i} of the user-provided function does not require gradients. The outputs must '
                                           'be computed in a differentiable manner from the input when running in strict mode.')
                    else:
                        grads = [None] * len(inputs)
                    for row, grad, x in zip(rows, grads, inputs):
                        if grad is None and strict:
                            raise RuntimeError(f'Output {i} of the user-provided function is independent of input '
                                               f'{len(result)}. This is not allowed in strict mode.')
                        row.append(torch.zeros_like(x) if grad is None else grad)
                parts = []
                for row, x in zip(rows, inputs):
                    shape = tuple(output.shape) + tuple(x.shape)
                    block = torch.stack(row).view(shape) if row else x.new_zeros(shape)
                    parts.append(block if create_graph else block.detach())
                result.append(tuple(parts) if many_in else parts[0])
            return tuple(result) if many_out else result[0]


    def hessian(func, inputs, create_graph=False, strict=False, vectorize=False, outer_jacobian_strategy='reverse-mode'):
        """For a function to one number and input [*in], the second derivatives [*in, *in]."""
        many, inputs = _tuple(inputs)

        def gradient(*xs):
            xs = tuple(x if x.requires_grad else x.requires_grad_() for x in xs)
            output = func(*xs)
            if isinstance(output, tuple):
                raise RuntimeError('The function given to hessian should return a single Tensor')
            if output.numel() != 1:
                raise RuntimeError('The Tensor returned by the function given to hessian should contain a single element')
            if not output.requires_grad:
                return tuple(torch.zeros_like(x) for x in xs)
            grads = torch.autograd.grad(output.reshape(()), xs, create_graph=True, allow_unused=True)
            return _filled(grads, xs, strict)

        blocks = jacobian(gradient, inputs, create_graph=create_graph, strict=strict)
        return blocks if many else blocks[0][0]


    def _vector(v, like, name):
        if v is None:
            if len(like) == 1 and like[0].nelement() == 1:
                return (torch.ones_like(like[0]),)
            raise RuntimeError(f'The vector v can only be None if {name} a single Tensor with a single element.')
        v = _tuple(v)[1]
        if len(v) != len(like):
            raise RuntimeError(f'v is a tuple of invalid length: should be {len(like)} but got {len(v)}.')
        for i, (a, b) in enumerate(zip(v, like)):
            if a.size() != b.size():
                prefix = f'Entry {i} in ' if len(v) > 1 else ''
                raise RuntimeError(f'{prefix}v has invalid size: should be {b.size()} but got {a.size()}.')
        return v


    def vjp(func, inputs, v=None, create_graph=False, strict=False):
        """The outputs, and the vector v times the Jacobian, which has the inputs' shapes."""
        with torch.enable_grad():
            many_in, inputs = _tuple(inputs)
            inputs = _prepared(inputs, create_graph)
            many_out, outputs = _run(func, inputs)
            v = _vector(v, outputs, 'the user-provided function returns')
            grads = _filled(_grad(outputs, inputs, v, create_graph), inputs, strict)
        return _plain(outputs, many_out, create_graph), _plain(grads, many_in, create_graph)


    def jvp(func, inputs, v=None, create_graph=False, strict=False):
        """The outputs, and the Jacobian times the vector v, which has the outputs' shapes."""
        with torch.enable_grad():
            many_in, inputs = _tuple(inputs)
            inputs = _prepared(inputs, create_graph)
            v = _vector(v, inputs, 'the input to the user-provided function is')
            many_out, outputs = _run(func, inputs)
            seeds = tuple(torch.zeros_like(o, requires_grad=True) for o in outputs)
            grads = _filled(_grad(outputs, inputs, seeds, True), inputs)
            products = []
            for seed, output in zip(seeds, outputs):
                product = _grad(grads, (seed,), v, create_graph)[0]
                products.append(torch.zeros_like(output) if product is None else product)
        return _plain(outputs, many_out, create_graph), _plain(products, many_out, create_graph)


    def vhp(func, inputs, v=None, create_graph=False, strict=False):
        """The value of a function to one number, and v times its Hessian."""
        with torch.enable_grad():
            many, inputs = _tuple(inputs)
            inputs = _prepared(inputs, create_graph)
            v = _vector(v, inputs, 'the input to the user-provided function is')
            _, outputs = _run(func, inputs)
            if len(outputs) != 1 or outputs[0].nelement() != 1:
                raise RuntimeError('The Tensor returned by the function given to vhp should contain a single element')
            grads = _filled(torch.autograd.grad(outputs, inputs, create_graph=True, allow_unused=True), inputs, strict)
            products = _filled(_grad(grads, inputs, v, create_graph), inputs)
        return _plain(outputs, False, create_graph), _plain(products, many, create_graph)


    def hvp(func, inputs, v=None, create_graph=False, strict=False):
        """The value of a function to one number, and its Hessian, which is symmetric, times v."""
        return vhp(func, inputs, v, create_graph, strict)
    """#
}
