# Reading and writing elements by index.
def get(text, *inputs):
    case('Tensor.__getitem__', eval(f'lambda x, *i: x[{text}]', globals()), *inputs)


def put(text, *inputs):
    def function(x, v, *i):
        y = x * 1
        exec(f'y[{text}] = v', {'y': y, 'v': v, 'i': i, 'torch': torch})
        return y
    case('Tensor.__setitem__', function, *inputs)


for text in ('0', '-1', '1:', ':, 1', '..., 1', 'None', ':, None, 1', '::2', '1:2, ::2', '[0, 1]', '[1, 1, 0]', ':, [0, 2]', '[0, 1], [1, 2]', 'True',
             '(1, 2)', 'torch.tensor([[0, 1], [1, 0]])', 'torch.tensor([True, False])', 'x > 0', '(slice(None), 0)', 'Ellipsis', '[[1]], :, 0',
             'torch.tensor(1)', '-2:-1', '0, [0, 2], 1:3', '[0, 1], :, [1, 2]'):
    get(text, real(2, 3, 4))
get('i[0]', real(4, 2), whole(3, high=4))
get('i[0], i[1]', real(4, 3), whole(2, 1, high=4), whole(3, high=3))
get('i[0]', real(5), truth(5))
for text in ('0', '-1', '1:', ':, 1', '..., 1', '::2', '[1, 0]', ':, [0, 2]', 'y.detach() > 0', 'torch.tensor([True, False])'):
    put(text, real(2, 3), torch.tensor(0.75, dtype=torch.float64))
    put(text, real(2, 3), 0.5)
put('0', real(2, 3), real(3))
put(':, 1', real(2, 3), real(2))
put(':', real(2, 3), real(2, 1))
put('[0, 1], [1, 2]', real(2, 3), real(2))
put(':, [2, 0]', real(2, 3), real(2, 2))
put('i[0]', real(4), real(3), torch.tensor([0, 3, 1]))
put('1:', real(4), whole(3))

rows = lambda: torch.tensor([[0, 2, 1], [1, 0, 2]])
op('gather', real(2, 3), 1, rows())
op('gather', real(3, 3), dim=0, index=rows())
op('take', real(2, 3), torch.tensor([0, 5, 2, 2]))
op('take_along_dim', real(2, 3), rows(), dim=1)
op('take_along_dim', real(2, 3), torch.tensor([0, 5]))
op('index_select', real(3, 4), 1, torch.tensor([2, 0, 2]))
op('index_select', real(3, 4), dim=0, index=torch.tensor([1]))
op('masked_select', real(2, 3), truth(2, 3))
op('masked_select', real(2, 3), truth(3))
op('masked_fill', real(2, 3), truth(2, 3), 1.5)
op('masked_fill', real(2, 3), truth(3), float('-inf'), kink='infinite')
op('masked_fill', real(2, 3), truth(2, 3), torch.tensor(2.5, dtype=torch.float64))
op('masked_scatter', real(2, 3), truth(2, 3), real(6))
op('where', truth(2, 3), real(2, 3), real(3))
op('where', truth(2, 3), real(2, 3), 0.5)
op('where', truth(3), 1.5, real(3))
op('where', truth(2, 3))
op('where', real(3), truth(3), real(3))
op('scatter', real(3, 3), 1, rows(), real(2, 3))
op('scatter', real(3, 3), 0, rows(), 1.5)
op('scatter', real(3, 3), dim=1, index=rows(), src=real(3, 4))
op('scatter', real(3, 3), 1, rows(), 1.5, reduce='add')
op('scatter', real(3, 3), 1, rows(), value=1)
op('scatter', whole(3, 3), 1, rows(), 7)
op('scatter_add', real(3, 3), 1, torch.tensor([[0, 0, 1]]), real(2, 4))
op('scatter_add', real(3, 3), 0, rows(), real(2, 3))
op('scatter_reduce', real(3), 0, torch.tensor([0, 0, 2]), real(3), reduce='sum')
op('scatter_reduce', real(3), 0, torch.tensor([0, 0, 2]), real(3), reduce='mean')
op('scatter_reduce', real(3), 0, torch.tensor([0, 0, 2]), real(3), reduce='amax')
op('scatter_reduce', real(3), 0, torch.tensor([0, 0, 2]), real(3), reduce='prod', include_self=False)
op('index_add', real(3, 2), 0, torch.tensor([0, 2, 0]), real(3, 2))
op('index_add', real(3, 2), 0, torch.tensor([0, 2]), real(2, 2), alpha=0.5)
op('index_copy', real(3, 2), 0, torch.tensor([0, 2]), real(2, 2))
op('index_fill', real(3, 2), 0, torch.tensor([0, 2]), 1.5)
op('index_fill', real(3, 2), 1, torch.tensor([1]), torch.tensor(1.5, dtype=torch.float64))
op('index_put', real(3, 2), (torch.tensor([0, 2]), torch.tensor([1, 1])), real(2))
op('index_put', real(3, 2), (torch.tensor([0, 0]),), real(2, 2), accumulate=True)
op('put', real(2, 3), torch.tensor([0, 4]), real(2))
op('select_scatter', real(2, 3), real(3), 0, 1)
op('slice_scatter', real(4, 3), real(2, 3), 0, 1, 3)
op('diagonal_scatter', real(3, 3), real(3))
