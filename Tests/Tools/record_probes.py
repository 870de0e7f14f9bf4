"""Records what PyTorch answers to lines of code: Tests/Tools/probes/NAME.txt becomes Tests/Goldens/Reference/probes/NAME.json.

    python record_probes.py probes/NAME.txt ../Goldens/Reference/probes/NAME.json

Each line is a case; ` ;; ` stands for a line's end, `; ` separates statements, the last is an expression if it can be one. It is run with
torch, nn, F, np, math, random, data and init in scope, after torch.manual_seed(777). `type` and `message` are the exception's, `text` is
the repr of the expression, `warnings` what was warned of. Warnings that PyTorch gives once a process are given in the first case only, as
in a program that runs the cases in this order. Run it under PyTorch, never under Lectern.
"""
import json
import math
import random
import re
import sys
import warnings

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F
from torch.nn import init
from torch.utils import data


def parts(line):
    """The statements before the last one, and the last."""
    *before, last = line.split(" ;; ")
    if not last.startswith(" "):
        *more, last = last.split("; ")
        before.append("; ".join(more))
    return "\n".join(before), last


def run(line):
    before, last = parts(line)
    torch.manual_seed(777)
    case = {"id": line, "before": before, "last": last, "type": None}
    names = {"torch": torch, "nn": nn, "F": F, "np": np, "math": math, "random": random, "data": data, "init": init, "__name__": "m"}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            exec(before, names)
            try:
                compile(last, "case", "eval")
                case["text"] = re.sub(r"0x[0-9a-f]+", "0x", repr(eval(last, names)))
            except SyntaxError:
                exec(last, names)
        except Exception as error:
            case["type"], case["message"] = type(error).__name__, re.sub(r"0x[0-9a-f]+", "0x", str(error))
    if caught:
        case["warnings"] = [
            {"category": w.category.__name__, "message": str(w.message).split(" (Triggered internally at ")[0]} for w in caught]
    return case


if __name__ == "__main__":
    with open(sys.argv[1]) as file:
        lines = [line for line in file.read().split("\n") if line and not line.startswith("#")]
    tolerance = 2e-6 if "values" in sys.argv[1] or "optimizers" in sys.argv[1] else None
    document = {
        "about": "Recorded by Tests/Tools/record_probes.py",
        "made_with": "torch %s, Python %s" % (torch.__version__, sys.version.split()[0]),
        "cases": [dict(run(line), **({"tol": tolerance} if tolerance else {})) for line in lines],
    }
    document["count"] = len(document["cases"])
    with open(sys.argv[2], "w") as file:
        json.dump(document, file, indent=1, ensure_ascii=False)
        file.write("\n")
