import torch
import torch.testing as T
for f in (
        lambda: T.assert_close(torch.ones(2), torch.ones(2)),
        lambda: T.assert_close(torch.tensor([1., 2.]), torch.tensor([1., 2.5])),
        lambda: T.assert_close(torch.ones(2), torch.ones(3)),
        lambda: T.assert_close(torch.ones(2), torch.ones(2).double()),
        lambda: T.assert_close(1.0, 1.5),
        lambda: T.assert_close([torch.ones(1), 2], [torch.ones(1), 3]),
        lambda: T.assert_close(torch.tensor([1, 2]), torch.tensor([1, 3])),
        lambda: T.assert_close(torch.ones(2, 2), torch.zeros(2, 2), rtol=0, atol=0.5),
        lambda: T.assert_close(torch.ones(1), torch.ones(1), rtol=0),
        lambda: T.assert_close(torch.tensor(float('nan')), torch.tensor(float('nan'))),
        lambda: T.assert_close({'a': torch.ones(1)}, {'b': torch.ones(1)}),
        lambda: T.assert_close(torch.ones(1), 'x'),
        lambda: T.assert_close(torch.tensor(1.), torch.tensor(2.), msg='mine')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
model = torch.nn.DataParallel(torch.nn.Linear(2, 1))
print(model, list(model.state_dict()), model(torch.ones(3, 2)).shape, model.module.in_features)
# expect:
# None
# AssertionError Tensor-likes are not close!
# 
# Mismatched elements: 1 / 2 (50.0%)
# Greatest absolute difference: 0.5 at index (1,) (up to 1e-05 allowed)
# Greatest relative difference: 0.20000000298023224 at index (1,) (up to 1.3e-06 allowed)
# AssertionError The values for attribute 'shape' do not match: torch.Size([2]) != torch.Size([3]).
# AssertionError The values for attribute 'dtype' do not match: torch.float32 != torch.float64.
# AssertionError Scalars are not close!
# 
# Expected 1.5 but got 1.0.
# Absolute difference: 0.5 (up to 1e-07 allowed)
# Relative difference: 0.3333333333333333 (up to 1e-07 allowed)
# AssertionError Scalars are not equal!
# 
# Expected 3 but got 2.
# Absolute difference: 1
# Relative difference: 0.3333333333333333
# 
# The failure occurred for item [1]
# AssertionError Tensor-likes are not equal!
# 
# Mismatched elements: 1 / 2 (50.0%)
# Greatest absolute difference: 1 at index (1,)
# Greatest relative difference: 0.3333333432674408 at index (1,)
# AssertionError Tensor-likes are not close!
# 
# Mismatched elements: 4 / 4 (100.0%)
# Greatest absolute difference: 1.0 at index (0, 0) (up to 0.5 allowed)
# Greatest relative difference: inf at index (0, 0) (up to 0 allowed)
# ValueError Both 'rtol' and 'atol' must be either specified or omitted, but got no atol.
# AssertionError Scalars are not close!
# 
# Expected nan but got nan.
# Absolute difference: nan (up to 1e-05 allowed)
# Relative difference: nan (up to 1.3e-06 allowed)
# AssertionError The keys of the mappings do not match:
# Missing keys in the actual mapping: ['b']
# Additional keys in the actual mapping: ['a']
# TypeError No comparison pair was able to handle inputs of type <class 'torch.Tensor'> and <class 'str'>.
# AssertionError mine
# DataParallel(
#   (module): Linear(in_features=2, out_features=1, bias=True)
# ) ['module.weight', 'module.bias'] torch.Size([3, 1]) 2
