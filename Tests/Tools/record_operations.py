#!/usr/bin/env python3
"""Records what PyTorch gives for the cases of Tests/LibraryTests/Operations, into Tests/Goldens/Operations.

    python3 Tests/Tools/record_operations.py [FILE …]

Run it with a Python that has torch 2.15. FILE is a file of cases without folder and extension; all of them if none is given.
Each case is called in every way that PyTorch has (function, method, in place …); ways that give something else need a case of their own.
"""
import json
import pathlib
import sys
import warnings

import torch

TESTS = pathlib.Path(__file__).resolve().parent.parent
FOLDER = TESTS / 'LibraryTests' / 'Operations'
GOLDENS = TESTS / 'Goldens' / 'Operations'


def golden(env, case):
    """The record of a case, and the ways of calling that it does not hold for, with the reasons."""
    def plain(gradients):
        if isinstance(gradients, str):
            return gradients
        return [None if g is None else env['recorded'](g)[:3] for g in gradients]

    record, others = None, []
    for variant in case.variants():
        try:
            if record is None:
                inputs, run = case.build(variant, torch.float64)
                values, first, second = env['derivatives'](run, inputs)
                record = {'homes': [], 'in': env['inputs_of'](case), 'out': [env['recorded'](v) for v in values], 'grads': plain(first),
                          'grads2': plain(second)}
                text = env['numeric_problem'](run, inputs, first)
                record['numeric'] = not text
                if text and not case.kink:
                    print(f'  {case.id}: {text}: give other inputs, or the reason as kink=')
                for what, dtype, wrap, tolerance in (('strided', torch.float64, env['strided'], 1e-9),
                                                     ('float32', torch.float32, lambda x: x, 2e-5)):
                    try:
                        record[what] = not env['problem_with'](case, variant, record, what, dtype, wrap, tolerance)
                    except Exception:
                        record[what] = False
            else:
                text = env['problem'](case, variant, record, False)
                if text:
                    others.append((variant[0], text))
                    continue
            record['homes'].append(variant[0])
        except Exception as error:
            others.append((variant[0], f'raised {type(error).__name__}: {str(error).splitlines()[0]}'))
    if record is None:
        print(f'  {case.id}: not there, or not with these arguments: {others[:1]}')
    return record, others


def main():
    warnings.simplefilter('ignore')
    torch.set_num_threads(1)
    GOLDENS.mkdir(exist_ok=True)
    files = sys.argv[1:] or sorted(path.stem for path in (FOLDER / 'Cases').glob('*.py'))
    for file in files:
        env = {'__name__': 'cases'}
        exec((FOLDER / 'driver.py').read_text(), env)
        exec(compile((FOLDER / 'Cases' / f'{file}.py').read_text(), file, 'exec'), env)
        print(f'{file}: {len(env["CASES"])} cases')
        records, others = {}, []
        for case in env['CASES']:
            record, without = golden(env, case)
            others += [(name, case.id, text) for name, text in without]
            if record:
                records[case.id] = record
        covered = {name for record in records.values() for name in record['homes']}
        for name, case, text in others:
            if name not in covered:
                print(f'  {name} is in no case; in {case} it {text[:120]}')
        lines = ',\n'.join(f'{json.dumps(key)}: {json.dumps(value, separators=(",", ":"))}' for key, value in records.items())
        (GOLDENS / f'{file}.json').write_text('{\n' + lines + '\n}\n')


main()
