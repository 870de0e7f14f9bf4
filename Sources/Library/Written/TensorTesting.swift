extension WrittenLibrary {
  /// `torch.testing`.
  static let tensorTesting = #"""
    """Comparing tensors: assert_close."""
    import torch

    _DEFAULT = {torch.float16: (1e-3, 1e-5), torch.float32: (1.3e-6, 1e-5), torch.float64: (1e-7, 1e-7)}


    def _limits(dtype):
        return _DEFAULT.get(dtype, (0.0, 0.0))


    def assert_close(actual, expected, *, allow_subclasses=True, rtol=None, atol=None, equal_nan=False, check_device=True, check_dtype=True,
                     check_layout=True, check_stride=False, msg=None):
        """Raises AssertionError unless |actual - expected| <= atol + rtol * |expected| everywhere; sequences and dicts item by item."""
        if (rtol is None) != (atol is None):
            raise ValueError(f"Both 'rtol' and 'atol' must be either specified or omitted, but got no {'rtol' if rtol is None else 'atol'}.")
        text = _problem(actual, expected, rtol, atol, equal_nan, check_dtype, check_stride, '')
        if text:
            raise AssertionError(msg(text) if callable(msg) else msg if msg is not None else text)


    def _kind(number):
        return torch.bool if isinstance(number, bool) else torch.int64 if isinstance(number, int) else torch.float64


    def _place(path):
        return f'\n\nThe failure occurred for item {path}' if path else ''


    def _problem(actual, expected, rtol, atol, equal_nan, check_dtype, check_stride, path):
        if isinstance(actual, dict) and isinstance(expected, dict):
            if set(actual) != set(expected):
                return f'The keys of the mappings do not match:\nMissing keys in the actual mapping: {sorted(set(expected) - set(actual))}\n' \
                       f'Additional keys in the actual mapping: {sorted(set(actual) - set(expected))}' + _place(path)
            pairs = [(f'{path}[{key!r}]', actual[key], expected[key]) for key in expected]
        elif isinstance(actual, (list, tuple)) and isinstance(expected, (list, tuple)):
            if len(actual) != len(expected):
                return f'The length of the sequences mismatch: {len(actual)} != {len(expected)}' + _place(path)
            pairs = [(f'{path}[{i}]', a, b) for i, (a, b) in enumerate(zip(actual, expected))]
        else:
            return _difference(actual, expected, rtol, atol, equal_nan, check_dtype, check_stride, path)
        for place, a, b in pairs:
            text = _problem(a, b, rtol, atol, equal_nan, check_dtype, check_stride, place)
            if text:
                return text
        return ''


    def _difference(actual, expected, rtol, atol, equal_nan, check_dtype, check_stride, path):
        numbers = not isinstance(actual, torch.Tensor) and not isinstance(expected, torch.Tensor)
        if numbers and isinstance(actual, (bool, int, float)) and isinstance(expected, (bool, int, float)):
            if check_dtype and type(actual) is not type(expected):
                return f"The values for attribute 'dtype' do not match: {_kind(actual)} != {_kind(expected)}." + _place(path)
            pair = actual, expected
            actual, expected = torch.tensor(actual, dtype=_kind(actual)), torch.tensor(expected, dtype=_kind(expected))
        elif isinstance(actual, torch.Tensor) and isinstance(expected, torch.Tensor):
            pair = None
        elif numbers and hasattr(actual, 'shape') and hasattr(expected, 'shape'):
            actual, expected = torch.as_tensor(actual), torch.as_tensor(expected)
            pair = None
        else:
            raise TypeError(f'No comparison pair was able to handle inputs of type {type(actual)} and {type(expected)}.')
        actual, expected = actual.detach(), expected.detach()
        if actual.shape != expected.shape:
            return f"The values for attribute 'shape' do not match: {actual.shape} != {expected.shape}." + _place(path)
        if check_dtype and actual.dtype != expected.dtype:
            return f"The values for attribute 'dtype' do not match: {actual.dtype} != {expected.dtype}." + _place(path)
        if check_stride and actual.stride() != expected.stride():
            return f"The values for attribute 'stride()' do not match: {actual.stride()} != {expected.stride()}." + _place(path)
        if rtol is None:
            pairs = [_limits(actual.dtype), _limits(expected.dtype)]
            rtol, atol = max(p[0] for p in pairs), max(p[1] for p in pairs)
        common = (torch.empty(0, dtype=actual.dtype) + torch.empty(0, dtype=expected.dtype)).dtype
        actual, expected = actual.to(common), expected.to(common)
        close = torch.isclose(actual, expected, rtol=rtol, atol=atol, equal_nan=equal_nan)
        if bool(close.all()):
            return ''
        exact = rtol == 0 and atol == 0
        if actual.dim() == 0:
            a, b = pair or (actual.item(), expected.item())
            off = abs(a - b)
            share = off / abs(b) if b else float('inf')
            lines = [f'Scalars are not {"equal" if exact else "close"}!', '', f'Expected {b} but got {a}.',
                     f'Absolute difference: {off}' + ('' if exact else f' (up to {atol} allowed)'),
                     f'Relative difference: {share}' + ('' if exact else f' (up to {rtol} allowed)')]
            return '\n'.join(lines) + _place(path)
        if actual.dtype == torch.bool:
            actual, expected = actual.long(), expected.long()
        absolute = (actual - expected).abs()
        relative = absolute / expected.abs()
        wrong = ~close
        count, total = int(wrong.sum()), close.numel()

        def greatest(values):
            values = torch.where(close, torch.zeros_like(values), values)
            k = int(values.reshape(-1).argmax())
            place, rest = [], k
            for size in reversed(values.shape):
                place.insert(0, rest % size)
                rest //= size
            return values.reshape(-1)[k].item(), tuple(place)

        lines = [f'Tensor-likes are not {"equal" if exact else "close"}!', '', f'Mismatched elements: {count} / {total} ({count / total:.1%})']
        for name, values, limit in (('absolute', absolute, atol), ('relative', relative, rtol)):
            size, place = greatest(values)
            where = f' at index {place}' if values.dim() else ''
            lines.append(f'Greatest {name} difference: {size}{where}' + ('' if exact else f' (up to {limit} allowed)'))
        return '\n'.join(lines) + _place(path)
    """#
}
