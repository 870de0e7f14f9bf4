#!/usr/bin/env python3
"""Runs benchmark scripts under lectern and under a Python with PyTorch, in turn, and prints medians and ratios.

    Tests/Benchmarks/compare.py [--lectern FILE] [--python FILE] [--runs N] [SCRIPT ...]

A script prints one line a case that ends in "seconds X", or "us_per_step X"; what stands before names the case. The ratio is Python's
median divided by Lectern's: above 1 Lectern is the faster. Wall time and peak memory of the whole process are the last lines of a script.
The data set is looked up as the scripts name it, then in LECTERN_DATA.
"""
import argparse
import math
import os
import pathlib
import re
import statistics
import subprocess
import sys
import time

FOLDER = pathlib.Path(__file__).resolve().parent
CASE = re.compile(r'^(.*?)\s*(seconds|us_per_step) ([0-9.]+)$')
NUMBER = re.compile(r'[-+]?\d+(\.\d+)?(e[-+]?\d+)?')


def run(command, folder):
    """Cases of one run, in microseconds or seconds, with its wall time and peak memory in MB."""
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True)
    text = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f'{" ".join(map(str, command))} failed with status {process.returncode}')
    cases = {}
    for line in text.splitlines():
        found = CASE.match(line.strip())
        if found:
            # Results stand in the name and differ in their last digits.
            name = re.sub(r'\s+', ' ', NUMBER.sub('', found[1])).strip(' :=[]') or found[2]
            cases[name] = float(found[3])
    cases['whole process, seconds'] = time.monotonic() - began
    cases['whole process, MB'] = usage.ru_maxrss / 1024
    return cases


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--lectern', default=FOLDER.parents[1] / '.build/release/lectern', help='default: the release build')
    arguments.add_argument('--python', default=sys.executable, help='default: the Python that runs this')
    arguments.add_argument('--runs', type=int, default=3, help='of each command, in turn (default 3)')
    arguments.add_argument('--folder', default='.', help='where the scripts run: beside MNIST_data (default: here)')
    arguments.add_argument('scripts', nargs='*', help='default: every script here')
    options = arguments.parse_args()
    scripts = [pathlib.Path(s).resolve() for s in options.scripts]
    scripts = scripts or sorted(p for p in FOLDER.glob('*.py') if p.name != pathlib.Path(__file__).name)
    for script in scripts:
        runs = {'lectern': [], 'python': []}
        for _ in range(options.runs):
            runs['lectern'].append(run([options.lectern, script], options.folder))
            runs['python'].append(run([options.python, script], options.folder))
        print(f'{script.name}: medians of {options.runs}')
        ratios = []
        for case in runs['lectern'][0]:
            if case not in runs['python'][0]:
                continue
            ours, theirs = (statistics.median(r[case] for r in runs[side]) for side in ('lectern', 'python'))
            ratio = theirs / ours if ours > 0 else math.inf
            if not case.startswith('whole'):
                ratios.append(ratio)
            print(f'  {case:40} {ours:12.4f} {theirs:12.4f}   {ratio:6.2f}')
        if len(ratios) > 1 and all(0 < r < math.inf for r in ratios):
            print(f'  {"geometric mean":40} {"":12} {"":12}   {statistics.geometric_mean(ratios):6.2f}')


main()
