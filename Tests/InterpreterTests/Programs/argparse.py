import argparse
p = argparse.ArgumentParser(prog='train', description='Train a model.', epilog='Bye.')
p.add_argument('data', help='data folder'); p.add_argument('--lr', type=float, default=0.01, metavar='LR', help='learning rate (default: %(default)s)'); p.add_argument('-n', '--epochs', type=int, default=10); p.add_argument('-v', action='count', default=0); p.add_argument('--no-cuda', action='store_true', default=False, help='disables CUDA'); p.add_argument('--mode', choices=['a', 'b'], default='a'); p.add_argument('--sizes', nargs='+', type=int); p.add_argument('rest', nargs='*')
print(p.parse_args(['d', '--lr', '0.5', '-n3', '-vv', '--no-cuda', '--mode=b', '--sizes', '1', '2']))
print(p.parse_args(['d', 'x', 'y'])); p.print_help(); print(p.format_usage()); print(p.parse_known_args(['d', '--foo', '1']))
for a in [[], ['d', '--lr', 'x'], ['d', '--mode', 'c'], ['d', '--zzz'], ['d', '--epochs'], ['d', '--no', '1'], ['-h']]:
    try: print(p.parse_args(a))
    except SystemExit as e: print('exit', e.code)
q = argparse.ArgumentParser(prog='x'); s = q.add_subparsers(dest='cmd', required=True); a = s.add_parser('run', help='runs'); a.add_argument('k'); a.set_defaults(func=len); s.add_parser('stop')
print(q.parse_args(['run', '7'])); q.print_help()
for a in [[], ['bad'], ['run']]:
    try: print(q.parse_args(a))
    except SystemExit as e: print('exit', e.code)
g = argparse.ArgumentParser(prog='g', formatter_class=argparse.ArgumentDefaultsHelpFormatter); grp = g.add_argument_group('opts', 'some options'); grp.add_argument('--b', default=3, help='bee'); x = g.add_mutually_exclusive_group(); x.add_argument('--p', action='store_true'); x.add_argument('--q', action='store_const', const=5); g.add_argument('--w', action='append'); g.add_argument('--version', action='version', version='%(prog)s 1.0'); g.print_help()
try: g.parse_args(['--p', '--q'])
except SystemExit: pass
print(g.parse_args(['--w', '1', '--w', '2'])); print(argparse.Namespace(a=1, b='x'), vars(argparse.Namespace(a=1)))
# expect:
# Namespace(data='d', lr=0.5, epochs=3, v=2, no_cuda=True, mode='b', sizes=[1, 2], rest=[])
# Namespace(data='d', lr=0.01, epochs=10, v=0, no_cuda=False, mode='a', sizes=None, rest=['x', 'y'])
# usage: train [-h] [--lr LR] [-n EPOCHS] [-v] [--no-cuda] [--mode {a,b}]
#              [--sizes SIZES [SIZES ...]]
#              data [rest ...]
# 
# Train a model.
# 
# positional arguments:
#   data                  data folder
#   rest
# 
# options:
#   -h, --help            show this help message and exit
#   --lr LR               learning rate (default: 0.01)
#   -n EPOCHS, --epochs EPOCHS
#   -v
#   --no-cuda             disables CUDA
#   --mode {a,b}
#   --sizes SIZES [SIZES ...]
# 
# Bye.
# usage: train [-h] [--lr LR] [-n EPOCHS] [-v] [--no-cuda] [--mode {a,b}]
#              [--sizes SIZES [SIZES ...]]
#              data [rest ...]
# 
# (Namespace(data='d', lr=0.01, epochs=10, v=0, no_cuda=False, mode='a', sizes=None, rest=[]), ['--foo', '1'])
# exit 2
# exit 2
# exit 2
# exit 2
# exit 2
# exit 2
# usage: train [-h] [--lr LR] [-n EPOCHS] [-v] [--no-cuda] [--mode {a,b}]
#              [--sizes SIZES [SIZES ...]]
#              data [rest ...]
# 
# Train a model.
# 
# positional arguments:
#   data                  data folder
#   rest
# 
# options:
#   -h, --help            show this help message and exit
#   --lr LR               learning rate (default: 0.01)
#   -n EPOCHS, --epochs EPOCHS
#   -v
#   --no-cuda             disables CUDA
#   --mode {a,b}
#   --sizes SIZES [SIZES ...]
# 
# Bye.
# exit 0
# Namespace(cmd='run', k='7', func=<built-in function len>)
# usage: x [-h] {run,stop} ...
# 
# positional arguments:
#   {run,stop}
#     run       runs
# 
# options:
#   -h, --help  show this help message and exit
# exit 2
# exit 2
# exit 2
# usage: g [-h] [--b B] [--p | --q] [--w W] [--version]
# 
# options:
#   -h, --help  show this help message and exit
#   --p
#   --q
#   --w W
#   --version   show program's version number and exit
# 
# opts:
#   some options
# 
#   --b B       bee (default: 3)
# Namespace(b=3, p=False, q=None, w=['1', '2'])
# Namespace(a=1, b='x') {'a': 1}
