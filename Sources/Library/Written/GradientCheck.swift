extension WrittenLibrary {
  /// `torch.autograd.gradcheck` and `gradgradcheck`: gradients against finite differences.
  static let gradientCheck = #"""
    """Gradients against finite differences."""
    import torch


    class GradcheckError(RuntimeError):
        """The two differ."""


    def gradcheck(func, inputs, *, eps=1e-6, atol=1e-5, rtol=1e-3, raise_exception=True, **kwargs):
        """Whether the gradients of func at inputs (float64 wanted) agree with finite differences."""
        inputs = inputs if isinstance(inputs, (tuple, list)) else (inputs,)
        tracked = [x for x in inputs if isinstance(x, torch.Tensor) and x.requires_grad]
        if not tracked:
            raise ValueError('gradcheck expects at least one input tensor to require gradient, but none of the them have '
                             'requires_grad=True.')

        def outputs():
            made = func(*inputs)
            made = made if isinstance(made, (tuple, list)) else (made,)
            return [o for o in made if isinstance(o, torch.Tensor) and o.dtype.is_floating_point]

        for i, output in enumerate(outputs()):
            flat = output.reshape(-1)
            for j, x in enumerate(tracked):
                rows = []
                for k in range(flat.numel()):
                    grad = torch.autograd.grad(flat[k], x, retain_graph=True, allow_unused=True)[0] if flat.requires_grad else None
                    rows.append(torch.zeros_like(x).reshape(-1) if grad is None else grad.reshape(-1))
                analytical = torch.stack(rows, 1) if rows else x.new_zeros(x.numel(), 0)
                columns = []
                with torch.enable_grad():  # what is differenced may be a gradient itself
                    data = x.data.view(-1)
                    for k in range(data.numel()):
                        before = data[k].item()
                        data[k] = before + eps
                        high = outputs()[i].detach().clone().reshape(-1)
                        data[k] = before - eps
                        low = outputs()[i].detach().clone().reshape(-1)
                        data[k] = before
                        columns.append((high - low) / (2 * eps))
                numerical = torch.stack(columns) if columns else analytical
                if not torch.allclose(analytical, numerical, rtol=rtol, atol=atol):
                    if not raise_exception:
                        return False
                    raise GradcheckError(f'Jacobian mismatch for output {i} with respect to input {j},\nnumerical:{numerical}\n'
                                         f'analytical:{analytical}\n')
        return True


    def gradgradcheck(func, inputs, grad_outputs=None, *, eps=1e-6, atol=1e-5, rtol=1e-3, raise_exception=True, **kwargs):
        """Whether second derivatives agree with finite differences of the first."""
        inputs = inputs if isinstance(inputs, (tuple, list)) else (inputs,)
        tracked = [x for x in inputs if isinstance(x, torch.Tensor) and x.requires_grad]

        def first(*xs):
            made = func(*xs)
            made = made if isinstance(made, (tuple, list)) else (made,)
            total = sum((o * (o.detach() * 0 + 1)).sum() for o in made)
            return torch.autograd.grad(total, [x for x in xs if isinstance(x, torch.Tensor) and x.requires_grad], create_graph=True)

        return gradcheck(first, inputs, eps=eps, atol=atol, rtol=rtol, raise_exception=raise_exception)
    """#
}
