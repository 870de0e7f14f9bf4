"""Records what `lectern inspect tokens` and `lectern inspect ast` show of Tests/LecternCLITests/Inspections/sample.py, from CPython 3.11.

Run from the repository's root: python3 Tests/Tools/record_inspections.py
Tokens are those of the module tokenize, without comments and blank lines, in Lectern's form; the tree is what ast.dump prints. sample.code
and sample.trace show Lectern's own instructions and order of statements: they are recorded by Lectern (`lectern inspect code sample.py`).
"""
import ast
import io
import keyword
import tokenize

FOLDER = "Tests/LecternCLITests/Inspections/"
KINDS = {tokenize.NAME: "NAME", tokenize.NUMBER: "NUMBER", tokenize.STRING: "STRING", tokenize.NEWLINE: "NEWLINE",
         tokenize.INDENT: "INDENT", tokenize.DEDENT: "DEDENT", tokenize.OP: "OP"}


def quoted(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'"


with open(FOLDER + "sample.py") as file:
    text = file.read()
lines = []
for token in tokenize.generate_tokens(io.StringIO(text).readline):
    if token.type not in KINDS:
        continue
    kind = KINDS[token.type]
    if kind == "NAME" and keyword.iskeyword(token.string):
        kind = "KEYWORD"
    (line, column), (end_line, end_column) = token.start, token.end
    place = f"{line}:{column + 1}"
    lines.append(f"{place:8}{kind:11}{quoted(token.string)}" if kind not in ("NEWLINE", "DEDENT") else f"{place:8}{kind}")
while lines[-1].endswith("DEDENT"):
    lines.pop()  # the two name different places for the end
with open(FOLDER + "sample.tokens", "w") as file:
    file.write("\n".join(lines) + "\n")
with open(FOLDER + "sample.ast", "w") as file:
    file.write(ast.dump(ast.parse(text), indent=2) + "\n")
