extension WrittenLibrary {
  /// `torch.nn.Transformer` and the stacks that it is made of; the layers of the encoder are native.
  static let transformers = #"""
    """Stacks of attention layers."""
    import copy
    import torch
    import torch.nn.functional as F
    from torch import nn


    def _activation(activation):
        if not isinstance(activation, str):
            return activation
        if activation not in ('relu', 'gelu'):
            raise RuntimeError(f'activation should be relu/gelu, not {activation}')
        return F.relu if activation == 'relu' else F.gelu


    def _causal(size, dtype):
        return torch.triu(torch.full((size, size), float('-inf'), dtype=dtype), diagonal=1)


    class TransformerEncoder(nn.Module):
        """A stack of layers: [S, N, E] -> [S, N, E] (or batch first, as the layers are)."""

        def __init__(self, encoder_layer, num_layers, norm=None, enable_nested_tensor=True, mask_check=True):
            super().__init__()
            self.layers = nn.ModuleList([copy.deepcopy(encoder_layer) for _ in range(num_layers)])
            self.num_layers = num_layers
            self.norm = norm
            self.enable_nested_tensor = enable_nested_tensor
            self.mask_check = mask_check

        def forward(self, src, mask=None, src_key_padding_mask=None, is_causal=None):
            output = src
            for layer in self.layers:
                output = layer(output, src_mask=mask, src_key_padding_mask=src_key_padding_mask)
            return output if self.norm is None else self.norm(output)


    class TransformerDecoderLayer(nn.Module):
        """Attention over the targets, attention over the encoder's output and a small network, each with a shortcut and a norm."""

        def __init__(self, d_model, nhead, dim_feedforward=2048, dropout=0.1, activation='relu', layer_norm_eps=1e-05,
                     batch_first=False, norm_first=False, bias=True, device=None, dtype=None):
            super().__init__()
            kind = {'device': device, 'dtype': dtype}
            self.self_attn = nn.MultiheadAttention(d_model, nhead, dropout=dropout, batch_first=batch_first, bias=bias, **kind)
            self.multihead_attn = nn.MultiheadAttention(d_model, nhead, dropout=dropout, batch_first=batch_first, bias=bias, **kind)
            self.linear1 = nn.Linear(d_model, dim_feedforward, bias=bias, **kind)
            self.dropout = nn.Dropout(dropout)
            self.linear2 = nn.Linear(dim_feedforward, d_model, bias=bias, **kind)
            self.norm_first = norm_first
            self.norm1 = nn.LayerNorm(d_model, eps=layer_norm_eps, bias=bias, **kind)
            self.norm2 = nn.LayerNorm(d_model, eps=layer_norm_eps, bias=bias, **kind)
            self.norm3 = nn.LayerNorm(d_model, eps=layer_norm_eps, bias=bias, **kind)
            self.dropout1 = nn.Dropout(dropout)
            self.dropout2 = nn.Dropout(dropout)
            self.dropout3 = nn.Dropout(dropout)
            self.activation = _activation(activation)

        def forward(self, tgt, memory, tgt_mask=None, memory_mask=None, tgt_key_padding_mask=None, memory_key_padding_mask=None,
                    tgt_is_causal=False, memory_is_causal=False):
            x = tgt
            if self.norm_first:
                x = x + self._sa_block(self.norm1(x), tgt_mask, tgt_key_padding_mask, tgt_is_causal)
                x = x + self._mha_block(self.norm2(x), memory, memory_mask, memory_key_padding_mask, memory_is_causal)
                return x + self._ff_block(self.norm3(x))
            x = self.norm1(x + self._sa_block(x, tgt_mask, tgt_key_padding_mask, tgt_is_causal))
            x = self.norm2(x + self._mha_block(x, memory, memory_mask, memory_key_padding_mask, memory_is_causal))
            return self.norm3(x + self._ff_block(x))

        def _sa_block(self, x, attn_mask, key_padding_mask, is_causal=False):
            return self.dropout1(self.self_attn(x, x, x, attn_mask=attn_mask, key_padding_mask=key_padding_mask,
                                                need_weights=False)[0])

        def _mha_block(self, x, mem, attn_mask, key_padding_mask, is_causal=False):
            return self.dropout2(self.multihead_attn(x, mem, mem, attn_mask=attn_mask, key_padding_mask=key_padding_mask,
                                                     need_weights=False)[0])

        def _ff_block(self, x):
            return self.dropout3(self.linear2(self.dropout(self.activation(self.linear1(x)))))


    class TransformerDecoder(nn.Module):
        """A stack of layers: targets [T, N, E] and memory [S, N, E] -> [T, N, E] (or batch first, as the layers are)."""

        def __init__(self, decoder_layer, num_layers, norm=None):
            super().__init__()
            self.layers = nn.ModuleList([copy.deepcopy(decoder_layer) for _ in range(num_layers)])
            self.num_layers = num_layers
            self.norm = norm

        def forward(self, tgt, memory, tgt_mask=None, memory_mask=None, tgt_key_padding_mask=None, memory_key_padding_mask=None,
                    tgt_is_causal=None, memory_is_causal=False):
            output = tgt
            for layer in self.layers:
                output = layer(output, memory, tgt_mask=tgt_mask, memory_mask=memory_mask,
                               tgt_key_padding_mask=tgt_key_padding_mask, memory_key_padding_mask=memory_key_padding_mask)
            return output if self.norm is None else self.norm(output)


    class Transformer(nn.Module):
        """An encoder and a decoder: sources [S, N, E] and targets [T, N, E] -> [T, N, E]. Weights are drawn by Xavier's rule."""

        def __init__(self, d_model=512, nhead=8, num_encoder_layers=6, num_decoder_layers=6, dim_feedforward=2048, dropout=0.1,
                     activation='relu', custom_encoder=None, custom_decoder=None, layer_norm_eps=1e-05, batch_first=False,
                     norm_first=False, bias=True, device=None, dtype=None):
            super().__init__()
            kind = {'bias': bias, 'device': device, 'dtype': dtype}
            if custom_encoder is not None:
                self.encoder = custom_encoder
            else:
                layer = nn.TransformerEncoderLayer(d_model, nhead, dim_feedforward, dropout, activation, layer_norm_eps, batch_first,
                                                   norm_first, **kind)
                self.encoder = TransformerEncoder(layer, num_encoder_layers, nn.LayerNorm(d_model, eps=layer_norm_eps, **kind))
            if custom_decoder is not None:
                self.decoder = custom_decoder
            else:
                layer = TransformerDecoderLayer(d_model, nhead, dim_feedforward, dropout, activation, layer_norm_eps, batch_first,
                                                norm_first, **kind)
                self.decoder = TransformerDecoder(layer, num_decoder_layers, nn.LayerNorm(d_model, eps=layer_norm_eps, **kind))
            self._reset_parameters()
            self.d_model = d_model
            self.nhead = nhead
            self.batch_first = batch_first

        def forward(self, src, tgt, src_mask=None, tgt_mask=None, memory_mask=None, src_key_padding_mask=None,
                    tgt_key_padding_mask=None, memory_key_padding_mask=None, src_is_causal=None, tgt_is_causal=None,
                    memory_is_causal=False):
            if src.dim() == 3 and src.size(0 if self.batch_first else 1) != tgt.size(0 if self.batch_first else 1):
                raise RuntimeError('the batch number of src and tgt must be equal')
            if src.size(-1) != self.d_model or tgt.size(-1) != self.d_model:
                raise RuntimeError('the feature number of src and tgt must be equal to d_model')
            memory = self.encoder(src, mask=src_mask, src_key_padding_mask=src_key_padding_mask, is_causal=src_is_causal)
            return self.decoder(tgt, memory, tgt_mask=tgt_mask, memory_mask=memory_mask, tgt_key_padding_mask=tgt_key_padding_mask,
                                memory_key_padding_mask=memory_key_padding_mask, tgt_is_causal=tgt_is_causal,
                                memory_is_causal=memory_is_causal)

        @staticmethod
        def generate_square_subsequent_mask(sz, device=None, dtype=None):
            """[sz, sz]: 0 where a place may be seen, -inf after it."""
            return _causal(sz, dtype if dtype is not None else torch.get_default_dtype())

        def _reset_parameters(self):
            for p in self.parameters():
                if p.dim() > 1:
                    nn.init.xavier_uniform_(p)
    """#
}
