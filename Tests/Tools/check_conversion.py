#!/usr/bin/env python3
"""Converts every .ipynb of a folder to a percent script and back, and compares.

    python3 Tests/Tools/check_conversion.py PROGRAM FOLDER...

Needs the packages nbformat and jsonschema. A notebook passes when the cells, their properties and their outputs come back the
same, when the file written passes nbformat's own validator, and when writing it once more gives the same bytes. Not compared,
because a percent script does not hold them and `convert` says so: ids, numbers In [n], plain tracebacks above an error's own line.
"""
import base64
import collections
import json
import os
import subprocess
import sys
import tempfile
import warnings

import nbformat

PLAIN_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def text(value):
    return "".join(value) if isinstance(value, list) else value


def bundle(data):
    result = {}
    for mime, value in data.items():
        if mime == "application/json" or mime.endswith("+json"):
            result[mime] = value
        elif mime in ("image/png", "image/jpeg", "image/gif", "application/pdf"):
            result[mime] = base64.b64decode(text(value))
        else:
            result[mime] = text(value)
    return result


def output(value):
    value = dict(value)
    value.pop("execution_count", None)
    if "data" in value:
        value["data"] = bundle(value["data"])
    if "text" in value:
        value["text"] = text(value["text"])
    if value["output_type"] == "error" and not any("\x1b" in line for line in value["traceback"]):
        value.pop("traceback")
    return value


def cell(value):
    value = dict(value)
    for key in ("id", "execution_count"):
        value.pop(key, None)
    value["source"] = text(value["source"])
    value["outputs"] = [output(o) for o in value.get("outputs", [])]
    return value


def notebook(path):
    with open(path, encoding="utf-8") as file:
        value = json.load(file)
    metadata = dict(value["metadata"])
    if metadata.get("kernelspec") == PLAIN_KERNEL:
        metadata.pop("kernelspec")
    return {"metadata": metadata, "cells": [cell(c) for c in value["cells"]]}


def is_valid(path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with open(path, encoding="utf-8") as file:
                nbformat.validate(json.load(file))
            return True
        except Exception as error:  # the validator's own classes differ between versions
            return str(error).splitlines()[0][:150]


def difference(old, new):
    if old["metadata"] != new["metadata"]:
        return "metadata: %r became %r" % (old["metadata"], new["metadata"])
    if len(old["cells"]) != len(new["cells"]):
        return "%d cells became %d" % (len(old["cells"]), len(new["cells"]))
    for number, (a, b) in enumerate(zip(old["cells"], new["cells"])):
        for key in sorted(set(a) | set(b)):
            if a.get(key) != b.get(key):
                return "cell %d, %s: %.300r became %.300r" % (number + 1, key, a.get(key), b.get(key))
    return None


def run(program, *arguments):
    done = subprocess.run([program, "convert", *arguments], capture_output=True, text=True)
    return done.returncode, done.stderr


def examine(program, path, folder, losses):
    script, back, again = (os.path.join(folder, name) for name in ("n.py", "back.ipynb", "again.ipynb"))
    for source, target in ((path, script), (script, back), (back, again)):
        status, errors = run(program, source, target)
        if status != 0:
            return "convert failed: " + errors.strip()[:300]
        if source == path:
            for line in errors.splitlines():
                losses[line.split(" does not hold ")[-1]] += 1
    found = difference(notebook(path), notebook(back))
    if found:
        return found
    if is_valid(back) is not True:
        original = is_valid(path)
        note = "" if original is True else " (so was the original: %s)" % original
        return "invalid: %s%s" % (is_valid(back), note)
    with open(back, "rb") as first, open(again, "rb") as second:
        if first.read() != second.read():
            return "reading and writing again gives other bytes"
    return None


def main():
    program, folders = os.path.abspath(sys.argv[1]), sys.argv[2:]
    print("%-44s %9s %7s %8s %9s" % ("folder", "notebooks", "same", "cells", "outputs"))
    failures, losses, totals = [], collections.Counter(), collections.Counter()
    for folder in folders:
        counts = collections.Counter()
        for place, _, names in sorted(os.walk(folder)):
            for name in sorted(names):
                if not name.endswith(".ipynb"):
                    continue
                path = os.path.join(place, name)
                with tempfile.TemporaryDirectory() as work:
                    found = examine(program, path, work, losses)
                counts["notebooks"] += 1
                if found:
                    failures.append((path, found))
                    continue
                counts["same"] += 1
                cells = notebook(path)["cells"]
                counts["cells"] += len(cells)
                counts["outputs"] += sum(len(c["outputs"]) for c in cells)
        totals += counts
        row = tuple(counts[key] for key in ("notebooks", "same", "cells", "outputs"))
        print("%-44s %9d %7d %8d %9d" % ((os.path.basename(folder.rstrip("/")),) + row))
    print("%-44s %9d %7d %8d %9d" % (("all",) + tuple(totals[k] for k in ("notebooks", "same", "cells", "outputs"))))
    for loss, count in losses.most_common():
        print("told as dropped in %d: %s" % (count, loss))
    for path, found in failures:
        print("%s: %s" % (path, found))
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
