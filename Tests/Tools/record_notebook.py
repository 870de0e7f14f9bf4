"""Writes PyTorch's own outputs into a percent notebook: python record_notebook.py NOTEBOOK…

Runs each code cell under CPython and PyTorch, captures what it prints, the repr of its last expression, and the error of a cell
marked raises="…", and rewrites the `#>` and `#!` lines that end the cell. Lines that hold a wildcard (`...` or a mask in
square brackets) are kept when the new output still matches them. Recorded with torch 2.15.0, Python 3.11.
"""
import ast
import contextlib
import io
import re
import sys


def cells_of(text):
    cells = []
    for line in text.split('\n'):
        if line.startswith('# %%') or not cells:
            cells.append([line])
        else:
            cells[-1].append(line)
    return cells


def run(source, names):
    printed = io.StringIO()
    error = None
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(printed):
        try:
            exec(compile(tree, '<cell>', 'exec'), names)
            if last is not None:
                value = eval(compile(ast.Expression(last.value), '<cell>', 'eval'), names)
                if value is not None:
                    print(repr(value))
        except Exception as raised:
            error = '{}: {}'.format(type(raised).__name__, raised)
    return printed.getvalue(), error


def matches(pattern, line):
    masked = re.escape(pattern).replace(r'\.\.\.', '.*').replace(r'\[TIME\]', '.*').replace(r'\[ADDR\]', '.*')
    return re.fullmatch(masked, line) is not None


def record(path):
    with open(path, encoding='utf-8') as file:
        cells = cells_of(file.read())
    names = {'__name__': '__main__'}
    for cell in cells:
        if 'markdown' in cell[0] or not cell[0].startswith('# %%'):
            continue
        trailing = []
        while cell[-1] == '' and len(cell) > 1:
            trailing.append(cell.pop())
        old = []
        while cell[-1].startswith(('#>', '#!')):
            old.insert(0, cell.pop())
        text, error = run('\n'.join(cell[1:]), names)
        if error and 'raises=' not in cell[0]:
            raise SystemExit('{}: {}\n{}'.format(path, error, '\n'.join(cell)))
        new = ['#> ' + line if line else '#>' for line in text.split('\n')[:-1]]
        if error:
            new += ['#! ' + line for line in error.split('\n')]
        for index, line in enumerate(new):
            if index < len(old) and matches(old[index], line):
                new[index] = old[index]
        cell += new + trailing
    with open(path, 'w', encoding='utf-8') as file:
        file.write('\n'.join('\n'.join(cell) for cell in cells))


for name in sys.argv[1:]:
    record(name)
