import torch
from torch import nn

def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', str(error)[:120])

torch.manual_seed(0)
print(nn.Embedding(3, 2, scale_grad_by_freq=True), nn.Embedding(3, 2, max_norm=1., norm_type=1.))
table = nn.Embedding.from_pretrained(torch.tensor([[3., 4.], [0.3, 0.4], [1., 0.]]), freeze=False, max_norm=1.0)
print(table(torch.tensor([0, 1])), table.weight.data)
weight = torch.arange(8.).reshape(4, 2).requires_grad_()
bag = nn.functional.embedding_bag(torch.tensor([1, 2, 2, 3]), weight, torch.tensor([0, 2, 4]), mode='sum', include_last_offset=True, padding_idx=3,
                                  per_sample_weights=torch.tensor([1., 2., 0.5, 9.]))
bag.sum().backward()
print(bag, weight.grad)
functional, word = nn.functional, torch.tensor([[1]])
attempt(lambda: functional.embedding_bag(word, torch.ones(2, 2), mode='mean', per_sample_weights=torch.ones(1, 1)))
attempt(lambda: functional.embedding_bag(word, torch.ones(2, 2), mode='sum', per_sample_weights=torch.ones(1)))
attempt(lambda: functional.embedding_bag(word, torch.ones(2, 2), mode='max', scale_grad_by_freq=True))
attempt(lambda: nn.Embedding.from_pretrained(torch.ones(3)))
print(nn.Embedding.from_pretrained(torch.ones(2, 3)).weight.requires_grad, nn.EmbeddingBag.from_pretrained(torch.ones(2, 3), mode='sum'))
# expect:
# Embedding(3, 2, scale_grad_by_freq=True) Embedding(3, 2, max_norm=1.0, norm_type=1.0)
# tensor([[0.6000, 0.8000],
#         [0.3000, 0.4000]], grad_fn=<EmbeddingBackward0>) tensor([[0.6000, 0.8000],
#         [0.3000, 0.4000],
#         [1.0000, 0.0000]])
# tensor([[10.0000, 13.0000],
#         [ 2.0000,  2.5000]], grad_fn=<EmbeddingBagBackward0>) tensor([[0.0000, 0.0000],
#         [1.0000, 1.0000],
#         [2.5000, 2.5000],
#         [0.0000, 0.0000]])
# NotImplementedError: embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' (got mode='mean'). P
# ValueError: embedding_bag: If per_sample_weights (torch.Size([1])) is not None, then it must have the same shape as the input (torch
# ValueError: max mode does not support scaling the gradient by the frequency
# AssertionError: Embeddings parameter is expected to be 2-dimensional
# False EmbeddingBag(2, 3, mode='sum')
