"""Records float32 functions whose bits PyTorch has on every processor: Tests/Goldens/Reference/ops/functions.json.

    python record_functions.py ../Goldens/Reference/ops/functions.json

Only hashes of the results are kept; arguments are drawn from a seeded generator. Sizes cover whole vectors and what is left over. Functions
that PyTorch takes from Intel's library are not here, because their bits depend on the processor. Run it under PyTorch, never under Lectern.
"""
import json
import sys

import torch
import torch.nn.functional as F

SIZES = [1, 5, 31, 32, 33, 64, 100, 4097]
CODES = """
torch.exp2(x)
torch.expm1(x)
torch.log1p(x.abs())
torch.log1p(x.abs() * -0.05)
F.softplus(x)
F.softplus(x, beta=2.0, threshold=3.0)
F.logsigmoid(x)
F.elu(x)
F.elu(x, alpha=0.7)
F.selu(x)
F.celu(x, alpha=1.5)
F.mish(x)
F.silu(x)
torch.sigmoid(x)
torch.pow(x.abs(), y)
x.abs() ** 2.5
x.abs() ** -1.3
x ** 5
x ** -3
2 ** x
torch.log1p(x[::2].abs())
torch.expm1(x.reshape(-1, 1).t())
F.binary_cross_entropy_with_logits(x, torch.sigmoid(y), reduction='none')
F.softplus(x[1:])
x.norm()
x.norm(p=1)
torch.cat([x, y]).norm()
torch.stack([x, y]).norm(dim=1)
torch.stack([x, y], 1).norm(dim=1)
torch.stack([x, y], 1).norm(dim=0)
torch.stack([x, y]).t().norm(dim=0)
torch.stack([x, y, x]).norm(1, dim=0)
F.normalize(torch.stack([x, y]), dim=1)
F.normalize(torch.stack([x, y]), dim=0)
torch.stack([x, y]).prod(0)
x[:20].prod()
torch.lerp(x, y, 0.3)
torch.lerp(x, y, 0.7)
torch.addcmul(x, y, x, value=0.7)
torch.addcdiv(x, y, x.abs() + 1, value=0.7)
torch.hypot(x, y)
torch.fmod(x, y)
torch.remainder(x, y)
x.softmax(0)
x.log_softmax(0)
x.cumsum(0)
x.cumprod(0)
x.std()
x.var(0, correction=0)
""".split("\n")[1:-1]


def fnv(data):
    found = 0xCBF29CE484222325
    for byte in data:
        found = (found ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{found:016x}"


def case(code, count):
    setup = f"torch.manual_seed({count})\nx, y = torch.randn({count}) * 3, torch.randn({count})"
    names = {"torch": torch, "F": F}
    exec(setup, names)
    out = eval(code, names).contiguous()
    record = {"dtype": "float32", "shape": list(out.shape), "n": out.numel(), "fnv": fnv(out.numpy().tobytes())}
    return {"id": f"{code} {count}", "setup": setup, "in": {}, "code": f"out = {code}", "out": record, "tol": 0}


if __name__ == "__main__":
    torch.set_num_threads(1)
    cases = [case(code, count) for code in CODES for count in SIZES if count > 1 or "[1:]" not in code and "std" not in code]
    document = {
        "about": "Recorded by Tests/Tools/record_functions.py", "made_with": f"torch {torch.__version__}", "count": len(cases)}
    with open(sys.argv[1], "w") as file:
        file.write(json.dumps(document)[:-1] + ', "cases": [\n' + ",\n".join(map(json.dumps, cases)) + "\n]}\n")
