#!/usr/bin/env python3
"""Runs a Jupyter notebook under real PyTorch and under `lectern check`, and compares which recorded outputs each of them reproduces.

    python3 Tests/Tools/check_against_pytorch.py PROGRAM NOTEBOOK.ipynb

Run it with a Python that has torch. Prints each cell whose record PyTorch reproduces and Lectern does not; status 1 if there is one.
"""
import ast
import contextlib
import io
import json
import subprocess
import sys
import time


def run(source, names):
    """What the cell shows on standard output, and whether it raised."""
    shown, value = io.StringIO(), None
    tree = ast.parse(source)
    last = tree.body.pop().value if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(shown):
        try:
            exec(compile(tree, "cell", "exec"), names)
            if last is not None:
                value = eval(compile(ast.Expression(last), "cell", "eval"), names)
        except Exception:
            return shown.getvalue(), True
    return shown.getvalue() + (repr(value) if value is not None else ""), False


def recorded(cell):
    pieces = []
    for output in cell["outputs"]:
        if output["output_type"] == "stream" and output["name"] == "stdout":
            pieces.append("".join(output["text"]))
        elif "data" in output:
            pieces.append("".join(output["data"].get("text/plain", "")))
    return "".join(pieces)


def main():
    program, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        cells = json.load(file)["cells"]
    start = time.monotonic()
    done = subprocess.run([program, "check", "--json", path], capture_output=True, text=True)
    seconds = time.monotonic() - start
    verdicts = {cell["cell"]: cell["verdict"] for cell in json.loads(done.stdout)[0]["cells"]}
    names, agreed, reproduced, missed = {"__name__": "__main__"}, 0, 0, []
    for number, cell in enumerate(cells, 1):
        if cell["cell_type"] != "code":
            continue
        text, raised = run("".join(cell["source"]), names)
        expects = any(output["output_type"] == "error" for output in cell["outputs"])
        if raised != expects or text.rstrip("\n") != recorded(cell).rstrip("\n"):
            continue
        agreed += 1
        if verdicts.get(number) in ("passed", "ran"):
            reproduced += 1
        else:
            missed.append(number)
    print("PyTorch reproduces %d of %d cells, Lectern %d of these, in %.2f s" % (agreed, len(verdicts), reproduced, seconds))
    for number in missed:
        print("cell %d: %s" % (number, verdicts.get(number)))
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
