"""Records what CPython 3.11 prints on standard error for the programs in Tests/InterpreterTests/Tracebacks.

Run from the repository's root: python3 Tests/Tools/record_tracebacks.py
"""
import glob
import os
import subprocess
import sys

os.chdir("Tests/InterpreterTests/Tracebacks")
for path in sorted(glob.glob("*.py")):
    text = subprocess.run([sys.executable, path], capture_output=True, text=True).stderr
    text = text.replace(os.path.abspath(path), path)
    with open(path[:-3] + ".expected", "w") as file:
        file.write(text)
