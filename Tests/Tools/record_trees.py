"""Records CPython's tree of each program in Tests/SyntaxTests/Trees, as `ast.dump` prints it.

Run from the repository's root with CPython 3.11: python3 Tests/Tools/record_trees.py
"""
import ast
import glob

for path in sorted(glob.glob("Tests/SyntaxTests/Trees/*.py")):
    with open(path) as file:
        tree = ast.parse(file.read())
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant):
            node.kind = None
    with open(path[:-3] + ".tree", "w") as file:
        file.write(ast.dump(tree, indent=2) + "\n")
