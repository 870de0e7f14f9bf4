# differs: PyTorch offers weights_only=False for such files, which would run them; Lectern loads data and nothing else.
import io
import torch

def attempt(data):
    try:
        print(torch.load(io.BytesIO(data)))
    except Exception as error:
        print(type(error).__name__, str(error).split('\n\nCheck')[0])

attempt(b'')
attempt(b'garbage')
attempt(b'PK\x03\x04' + bytes(40))
attempt(b'\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19.')
stream = io.BytesIO()
torch.save([torch.arange(4.), 'text'], stream)
whole = stream.getvalue()
for length in (30, 200, len(whole) - 1):
    attempt(whole[:length])
place = whole.index(b'_rebuild_tensor_v2')
attempt(whole[:place] + b'_rebuild_tensor_v3' + whole[place + 18:])
class Model(torch.nn.Module): pass
for value in (Model(), lambda x: x, object(), [torch.nn.Linear(1, 1)]):
    try:
        torch.save(value, io.BytesIO())
    except Exception as error:
        print(type(error).__name__, str(error)[:60])
nested = []
for _ in range(600):
    nested = [nested]
try:
    torch.save(nested, io.BytesIO())
except RecursionError as error:
    print(error)
# expect:
# EOFError 
# UnpicklingError Weights only load failed. Lectern loads data only: tensors, numbers, text and containers of them. WeightsUnpickler error: 
# 
# Unsupported operand 103
# RuntimeError PytorchStreamReader failed reading zip archive: failed finding central directory. This is an internal miniz error. If you are seeing this error, there is a high likelihood that your checkpoint file is corrupted. This can happen if the checkpoint was not saved properly, was transferred incorrectly, or the file was modified after saving.
# RuntimeError this file is in the format that torch.save wrote before PyTorch 1.6 (or with _use_new_zipfile_serialization=False), which Lectern does not read; load and save it again with a current PyTorch
# RuntimeError PytorchStreamReader failed reading zip archive: failed finding central directory. This is an internal miniz error. If you are seeing this error, there is a high likelihood that your checkpoint file is corrupted. This can happen if the checkpoint was not saved properly, was transferred incorrectly, or the file was modified after saving.
# RuntimeError PytorchStreamReader failed reading zip archive: failed finding central directory. This is an internal miniz error. If you are seeing this error, there is a high likelihood that your checkpoint file is corrupted. This can happen if the checkpoint was not saved properly, was transferred incorrectly, or the file was modified after saving.
# RuntimeError PytorchStreamReader failed reading zip archive: failed finding central directory. This is an internal miniz error. If you are seeing this error, there is a high likelihood that your checkpoint file is corrupted. This can happen if the checkpoint was not saved properly, was transferred incorrectly, or the file was modified after saving.
# RuntimeError zip archive: 'archive/data.pkl' is damaged (its checksum is wrong)
# PicklingError Can't pickle a Model object: Lectern saves tensors, numbers,
# PicklingError Can't pickle <class 'function'>: Lectern saves tensors, numb
# PicklingError Can't pickle <class 'object'>: Lectern saves tensors, number
# PicklingError Can't pickle a Linear object: Lectern saves tensors, numbers
# maximum recursion depth exceeded while pickling an object
