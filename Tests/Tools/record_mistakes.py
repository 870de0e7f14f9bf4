"""Records how CPython refuses each chunk of Tests/SyntaxTests/mistakes.txt.

Run from the repository's root with CPython 3.11: python3 Tests/Tools/record_mistakes.py
A line of the result: class | message | line | column | end column (columns from 1, in UTF-8 bytes; end 0 when CPython
gives none or it lies on another line), or OK.
"""
import sys
import warnings

warnings.simplefilter("ignore")
FOLDER = "Tests/SyntaxTests/"


def byte_column(text, line, offset):
    lines = text.splitlines(keepends=True)
    shown = lines[line - 1] if 0 < line <= len(lines) else ""
    chars = shown[: offset - 1]
    return len(chars.encode()) + 1 + max(0, offset - 1 - len(shown))


def describe(text):
    try:
        compile(text, "<string>", "exec")
        return "OK"
    except SyntaxError as error:
        column = byte_column(text, error.lineno, error.offset)
        end = 0
        if error.end_lineno == error.lineno and error.end_offset and error.end_offset > error.offset:
            end = byte_column(text, error.lineno, error.end_offset)
        return f"{type(error).__name__} | {error.msg} | {error.lineno} | {column} | {end}"


with open(FOLDER + "mistakes.txt") as file:
    chunks = file.read().split("\n# ---\n")
with open(FOLDER + "mistakes.expected", "w") as file:
    file.write(f"Recorded by record_mistakes.py with CPython {sys.version.split()[0]}\n")
    for chunk in chunks:
        file.write(describe(chunk) + "\n")
