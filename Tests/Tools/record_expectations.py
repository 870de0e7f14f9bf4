"""Writes the expectations of script tests from CPython 3.11.

Run from the repository's root: python3 Tests/Tools/record_expectations.py [PATH…]   (default: all scripts of InterpreterTests and the
examples of the language reference, Sources/Interpreter/Interpreter.docc/*.md, whose ```python blocks are chunks too)
Scripts of LibraryTests are recorded by the Python that has what they import: numpy 2.4 for LibraryTests/NumPy (PyTorch 2.15 too for
tensors.py), pandas 3.1 for LibraryTests/Pandas.
Each chunk between `# ---` lines runs in a process of its own; its output becomes the trailing `# expect:` block, and an exception that
ends it becomes `  # raises: Class: message` on the line of the chunk that raised. Files whose first line is
`# differs: reason` are left alone: they state where Lectern departs from Python on purpose.
"""
import glob
import os
import subprocess
import sys

TESTS = "Tests/InterpreterTests"
PAGES = "Sources/Interpreter/Interpreter.docc/*.md"

RUNNER = """
import linecache, sys, traceback, warnings
warnings.simplefilter("ignore")
path, name = sys.argv[1:]
with open(path) as file:
    text = file.read()
linecache.cache[name] = (len(text), None, text.splitlines(True), name)
try:
    exec(compile(text, name, "exec"), {"__name__": "__main__"})
except BaseException as error:
    sys.stdout.flush()
    if isinstance(error, SyntaxError) and error.filename == name:
        line, kind, message = error.lineno, type(error).__name__, error.msg
    else:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == name]
        line, kind, message = frames[0].lineno, type(error).__name__, str(error).split(chr(10))[0]
    print(f"{line}|{kind}: {message}" if message else f"{line}|{kind}", file=sys.stderr)
"""


def record(chunk, folder, name):
    lines = chunk.rstrip("\n").split("\n")
    if "# expect:" in lines:
        lines = lines[: len(lines) - 1 - lines[::-1].index("# expect:")]
    lines = [line.split("  # raises: ")[0] for line in lines]
    while lines and not lines[-1]:
        lines.pop()
    path = os.path.join(folder, "chunk.py")
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")
    environment = dict(os.environ, PYTHONHASHSEED="0", PYTHONIOENCODING="utf-8")
    result = subprocess.run([sys.executable, "-c", RUNNER, path, name], capture_output=True, text=True, env=environment, timeout=60)
    raised = result.stderr.strip().split("\n")[-1]
    if "|" in raised:
        number, message = raised.split("|", 1)
        index = int(number) - 1
        if index < len(lines):
            lines[index] += "  # raises: " + message
    elif raised:
        print("unexpected:", raised)
    if result.stdout:
        lines.append("# expect:")
        text = result.stdout[:-1] if result.stdout.endswith("\n") else result.stdout
        lines += ["# " + line for line in text.split("\n")]
    return "\n".join(lines) + "\n"


def record_page(path, folder):
    """Records the ```python blocks of a Markdown page."""
    with open(path) as file:
        text = file.read()
    parts = text.split("```python\n")
    for index, part in enumerate(parts[1:], 1):
        code, rest = part.split("```\n", 1)
        if not code.startswith("# differs"):
            code = record(code, folder, os.path.basename(path))
        parts[index] = code + "```\n" + rest
    new = "```python\n".join(parts)
    if new != text:
        with open(path, "w") as file:
            file.write(new)
        print("recorded", path)


def main():
    import tempfile

    paths = sys.argv[1:] or sorted(glob.glob(TESTS + "/**/*.py", recursive=True) + glob.glob(PAGES))
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            if path.endswith(".md"):
                record_page(path, folder)
                continue
            with open(path) as file:
                text = file.read()
            if text.startswith("# differs:") or "/Tracebacks/" in path:
                continue
            chunks = ("\n" + text).split("\n# ---\n")
            chunks[0] = chunks[0][1:]
            new = "# ---\n".join(record(chunk, folder, os.path.relpath(path, TESTS)) for chunk in chunks)
            if new != text:
                with open(path, "w") as file:
                    file.write(new)
                print("recorded", path)


main()
