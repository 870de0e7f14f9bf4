"""Records twelve steps of every optimiser with fixed gradients: Tests/Goldens/Reference/ops/optimizer_steps.json.

    python record_optimizers.py ../Goldens/Reference/ops/optimizer_steps.json

Numbers and gradients are drawn from a generator seeded with the number of elements; sizes cover whole vectors and what is left over. PyTorch
takes float32 square roots from Intel's library, which is off by one unit for 0.6 % of numbers on Intel's processors with AVX-512 and
for 17 % on AMD's. The steps here are PyTorch's with the roots of the former on any machine: a 14-bit reciprocal root, known from
Sources/CKernels/RootTable.h, and one refinement. float64 is recorded where no root is taken. Run it under PyTorch, never under Lectern.
"""
import json
import os
import re
import sys

import numpy as np
import torch

SIZES = [1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 31, 33, 40, 63, 1003]
CODES = """
SGD([w], lr=0.1)
SGD([w], lr=0.1, momentum=0.9)
SGD([w], lr=0.1, momentum=0.9, dampening=0.3, weight_decay=0.01)
SGD([w], lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.01)
SGD([w], lr=0.1, weight_decay=0.01, maximize=True)
SGD([w], lr=0.1, momentum=0.5, maximize=True)
Adam([w])
Adam([w], lr=0.05, betas=(0.8, 0.99), eps=1e-06, weight_decay=0.1)
Adam([w], lr=0.05, betas=(0.3, 0.9))
Adam([w], lr=0.05, amsgrad=True)
Adam([w], lr=0.05, amsgrad=True, weight_decay=0.1, maximize=True)
AdamW([w])
AdamW([w], lr=0.03, amsgrad=True, maximize=True)
RMSprop([w])
RMSprop([w], momentum=0.9)
RMSprop([w], centered=True)
RMSprop([w], lr=0.02, alpha=0.9, centered=True, momentum=0.5, weight_decay=0.1, maximize=True)
RMSprop([w], lr=0.02, alpha=0.3, centered=True)
Adagrad([w])
Adagrad([w], lr=0.1, lr_decay=0.1, weight_decay=0.1, initial_accumulator_value=0.1, maximize=True)
Adadelta([w])
Adadelta([w], lr=0.5, rho=0.8, weight_decay=0.1, maximize=True)
Adamax([w])
Adamax([w], lr=0.05, betas=(0.8, 0.99), weight_decay=0.1, maximize=True)
NAdam([w])
NAdam([w], lr=0.05, weight_decay=0.1, maximize=True)
NAdam([w], lr=0.05, weight_decay=0.1, decoupled_weight_decay=True)
RAdam([w])
RAdam([w], lr=0.05, weight_decay=0.1, maximize=True)
RAdam([w], lr=0.05, weight_decay=0.1, decoupled_weight_decay=True)
ASGD([w])
ASGD([w], lr=0.1, lambd=0.01, t0=2, weight_decay=0.1)
ASGD([w], lr=0.1, maximize=True)
Rprop([w])
Rprop([w], lr=0.05, etas=(0.4, 1.3), step_sizes=(0.001, 0.2), maximize=True)
""".split("\n")[1:-1]
ROOTLESS = ("SGD", "ASGD", "Rprop", "Adamax")


def root_table():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../Sources/CKernels/RootTable.h")
    with open(path) as file:
        pieces = re.findall(r"\{([^}]*)\}", file.read())
    return [np.array([int(n.strip().rstrip("u")) for n in piece.split(",")], dtype=np.int64) for piece in pieces]


START, SLOPE = root_table()


def root(numbers):
    """The float32 square root of numbers that are not negative, not infinite and not subnormal."""
    bits = numbers.view(np.uint32).astype(np.int64)
    mantissa, exponent = bits & 0x7FFFFF, (bits >> 23) - 127
    odd = exponent & 1
    row = odd * 32 + (mantissa >> 18)
    y = ((START[row] - SLOPE[row] * ((mantissa >> 8) & 0x3FF)) >> 9 << 7).astype(np.uint32).view(np.float32)
    y = np.where((odd == 0) & (mantissa == 0), np.float32(1), y)
    z = (mantissa | (127 + odd) << 23).astype(np.uint32).view(np.float32)
    s = z * y
    # Exact in double precision: products of float32 numbers are, and these sums cancel.
    r = (z.astype(np.float64) - s.astype(np.float64) * s).astype(np.float32)
    s = ((y * np.float32(0.5)).astype(np.float64) * r + s).astype(np.float32)
    found = np.ldexp(s, ((exponent - odd) >> 1).astype(np.int32))
    return np.where(numbers == 0, numbers, found).astype(np.float32)


def sqrt(tensor):
    return torch.from_numpy(root(tensor.detach().numpy().reshape(-1)).reshape(tensor.shape))


torch.sqrt = torch.Tensor.sqrt = sqrt
torch.Tensor.sqrt_ = lambda tensor: tensor.copy_(sqrt(tensor))
torch._foreach_sqrt = lambda tensors: [sqrt(tensor) for tensor in tensors]


def fnv(data):
    found = 0xCBF29CE484222325
    for byte in data:
        found = (found ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{found:016x}"


def case(code, count, dtype):
    generator = torch.Generator().manual_seed(count)
    w = torch.randn(count, generator=generator).to(dtype).requires_grad_(True)
    made = eval("torch.optim." + code, {"torch": torch, "w": w})
    for step in range(12):
        w.grad = (torch.randn(count, generator=generator) * 10.0 ** (step % 4 - 2)).to(dtype)
        if count > 4:
            w.grad[count // 3] = 0.0
        made.step()
    out = w.detach().numpy()
    record = {"dtype": str(dtype)[6:], "shape": [count], "n": count, "fnv": fnv(out.tobytes())}
    return {"id": f"{code} {count} {record['dtype']}", "code": code, "out": record, "tol": 0}


if __name__ == "__main__":
    torch.set_num_threads(1)
    cases = [case(code, count, torch.float32) for code in CODES for count in SIZES]
    cases += [case(code, 40, torch.float64) for code in CODES if code.startswith(ROOTLESS)]
    document = {
        "about": "Recorded by Tests/Tools/record_optimizers.py", "made_with": f"torch {torch.__version__}, roots of AVX-512",
        "count": len(cases)}
    with open(sys.argv[1], "w") as file:
        file.write(json.dumps(document)[:-1] + ', "cases": [\n' + ",\n".join(map(json.dumps, cases)) + "\n]}\n")
