extension WrittenLibrary {
  /// `torch.nn.utils.rnn`: sequences of different lengths.
  static let packedSequences = #"""
    """Sequences of different lengths in one tensor: padded, or packed without the padding."""
    from collections import namedtuple
    import torch

    _Fields = namedtuple('PackedSequence', ['data', 'batch_sizes', 'sorted_indices', 'unsorted_indices'])


    def invert_permutation(permutation):
        if permutation is None:
            return None
        output = torch.empty_like(permutation)
        output.scatter_(0, permutation, torch.arange(0, permutation.numel()))
        return output


    class PackedSequence(_Fields):
        """The elements of all sequences, time step by time step, with the number of sequences that reach each step."""

        def __new__(cls, data, batch_sizes=None, sorted_indices=None, unsorted_indices=None):
            if unsorted_indices is None:
                unsorted_indices = invert_permutation(sorted_indices)
            return super().__new__(cls, data, batch_sizes, sorted_indices, unsorted_indices)

        def _with(self, data):
            return type(self)(data, self.batch_sizes, self.sorted_indices, self.unsorted_indices)

        def to(self, *args, **kwargs):
            return self._with(self.data.to(*args, **kwargs))

        def cpu(self, *args, **kwargs):
            return self

        def float(self):
            return self._with(self.data.float())

        def double(self):
            return self._with(self.data.double())

        @property
        def is_cuda(self):
            return False

        def is_pinned(self):
            return False


    def pack_padded_sequence(input, lengths, batch_first=False, enforce_sorted=True):
        """[T, B, *] (batch_first: [B, T, *]) and the lengths of the B sequences to a PackedSequence."""
        if not isinstance(lengths, torch.Tensor):
            lengths = torch.as_tensor(lengths, dtype=torch.int64)
        lengths = lengths.to(torch.int64)
        if lengths.dim() != 1:
            raise RuntimeError(f'lengths should be a 1D CPU int64 tensor, but got {lengths.dim()}D cpu Long tensor')
        sorted_indices = None
        if not enforce_sorted:
            lengths, sorted_indices = torch.sort(lengths, descending=True)
            input = input.index_select(0 if batch_first else 1, sorted_indices)
        if batch_first:
            input = input.transpose(0, 1)
        sizes = lengths.tolist()
        if len(sizes) == 0 or input.numel() == 0:
            raise RuntimeError('Cannot pack empty tensors.')
        if len(sizes) != input.size(1):
            raise RuntimeError(f'Expected `len(lengths)` to be equal to batch_size, but got {len(sizes)} (batch_size={input.size(1)})')
        if min(sizes) <= 0:
            raise RuntimeError('Length of all samples has to be greater than 0, but found an element in \'lengths\' that is <= 0')
        for i in range(len(sizes) - 1):
            if sizes[i] < sizes[i + 1]:
                raise RuntimeError(
                    '`lengths` array must be sorted in decreasing order when `enforce_sorted` is True. You can pass '
                    '`enforce_sorted=False` to pack_padded_sequence and/or pack_sequence to sidestep this requirement if you do not '
                    'need ONNX exportability.')
        if sizes[0] > input.size(0):
            raise RuntimeError(f'Expected `len(lengths)` to be at most the length of the sequences, but got a length of {sizes[0]} '
                               f'(input has {input.size(0)} steps)')
        parts = []
        batch_sizes = []
        for step in range(sizes[0]):
            count = sum(1 for size in sizes if size > step)
            batch_sizes.append(count)
            parts.append(input[step, :count])
        return PackedSequence(torch.cat(parts), torch.tensor(batch_sizes), sorted_indices, None)


    def pad_packed_sequence(sequence, batch_first=False, padding_value=0.0, total_length=None):
        """A PackedSequence to the padded tensor [T, B, *] (batch_first: [B, T, *]) and the lengths."""
        batch_sizes = sequence.batch_sizes.tolist()
        longest = len(batch_sizes)
        if total_length is not None:
            if total_length < longest:
                raise ValueError(f'Expected total_length to be at least the length of the longest sequence in input, but got '
                                 f'total_length={total_length} and max sequence length being {longest}')
        data = sequence.data
        steps = []
        start = 0
        for count in batch_sizes:
            step = data[start:start + count]
            if count < batch_sizes[0]:
                step = torch.cat([step, data.new_full((batch_sizes[0] - count,) + tuple(data.shape[1:]), padding_value)])
            steps.append(step)
            start += count
        for _ in range(longest, total_length or longest):
            steps.append(data.new_full((batch_sizes[0],) + tuple(data.shape[1:]), padding_value))
        padded = torch.stack(steps)
        lengths = torch.tensor([sum(1 for count in batch_sizes if count > i) for i in range(batch_sizes[0])])
        if batch_first:
            padded = padded.transpose(0, 1)
        if sequence.unsorted_indices is not None:
            padded = padded.index_select(0 if batch_first else 1, sequence.unsorted_indices)
            lengths = lengths[sequence.unsorted_indices]
        return padded, lengths


    def pad_sequence(sequences, batch_first=False, padding_value=0.0, padding_side='right'):
        """Tensors [L_i, *] to one tensor [T, B, *] (batch_first: [B, T, *]), the shorter ones filled up."""
        if isinstance(sequences, torch.Tensor):
            sequences = sequences.unbind(0)
        elif not hasattr(sequences, '__iter__'):
            raise RuntimeError(f'pad_sequence: Expected iterable for input sequences, but got arg of type: {type(sequences)}')
        sequences = list(sequences)
        if len(sequences) == 0:
            raise RuntimeError('received an empty list of sequences')
        if padding_side not in ('left', 'right'):
            raise RuntimeError(f"Expected padding_side to be one of left or right, but got {padding_side}.")
        longest = max(s.size(0) for s in sequences)
        rows = []
        for s in sequences:
            if s.size(0) < longest:
                filling = s.new_full((longest - s.size(0),) + tuple(s.shape[1:]), padding_value)
                s = torch.cat([s, filling] if padding_side == 'right' else [filling, s])
            rows.append(s)
        return torch.stack(rows, dim=0 if batch_first else 1)


    def unpad_sequence(padded_sequences, lengths, batch_first=False):
        """The tensors that `pad_sequence` was given."""
        if not batch_first:
            padded_sequences = padded_sequences.transpose(0, 1)
        return [row[:int(length)] for row, length in zip(padded_sequences, lengths)]


    def pack_sequence(sequences, enforce_sorted=True):
        """Tensors [L_i, *] to a PackedSequence."""
        lengths = torch.as_tensor([s.size(0) for s in sequences])
        return pack_padded_sequence(pad_sequence(sequences), lengths, enforce_sorted=enforce_sorted)


    def unpack_sequence(packed_sequences):
        """The tensors that `pack_sequence` was given."""
        padded, lengths = pad_packed_sequence(packed_sequences, batch_first=True)
        return unpad_sequence(padded, lengths, batch_first=True)
    """#
}
