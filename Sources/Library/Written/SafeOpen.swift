extension WrittenLibrary {
  /// `safetensors.safe_open`: the tensors of a file one by one.
  static let safeOpen = #"""
    """The tensors of a safetensors file one by one."""
    import json
    from safetensors.torch import load_file


    class safe_open:
        """A safetensors file, as a context manager: keys, metadata, get_tensor."""

        def __init__(self, filename, framework, device='cpu'):
            if framework not in ('pt', 'torch', 'pytorch'):
                raise NotImplementedError(f'safe_open: the framework {framework!r} is not supported; pt is')
            self._tensors = load_file(filename, device)
            with open(filename, 'rb') as file:
                header = file.read(int.from_bytes(file.read(8), 'little'))
            self._metadata = json.loads(header.decode('utf-8')).get('__metadata__')

        def __enter__(self):
            return self

        def __exit__(self, *error):
            return False

        def keys(self):
            return sorted(self._tensors)

        def metadata(self):
            return self._metadata

        def get_tensor(self, name):
            if name not in self._tensors:
                from safetensors import SafetensorError
                raise SafetensorError(f'File does not contain tensor {name}')
            return self._tensors[name]

        def get_slice(self, name):
            return self.get_tensor(name)
    """#
}
