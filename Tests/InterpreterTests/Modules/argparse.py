import argparse
p = argparse.ArgumentParser(prog='train', description='Trains a model.')
p.add_argument('data', help='where the data is')
p.add_argument('extra', nargs='*')
p.add_argument('--lr', type=float, default=0.1, metavar='LR', help='learning rate (default: %(default)s)')
p.add_argument('-e', '--epochs', type=int, default=10)
p.add_argument('--no-cuda', action='store_true', default=False, help='disables CUDA')
p.add_argument('-v', action='count', default=0)
p.add_argument('--mode', choices=['a', 'b'], default='a')
p.add_argument('--sizes', nargs='+', type=int)
print(p.parse_args(['d']))
print(p.parse_args(['d', 'x', 'y', '--lr', '0.5', '-e5', '-vv', '--no-cuda', '--mode=b', '--sizes', '1', '2']))
print(p.parse_args(['--epo', '3', 'd', '--lr=-1']).epochs, p.parse_known_args(['d', '--zzz']))
print(p.format_usage())
print(p.format_help())
args = p.parse_args(['d'])
print(vars(args)['lr'], args.no_cuda)
# expect:
# Namespace(data='d', extra=[], lr=0.1, epochs=10, no_cuda=False, v=0, mode='a', sizes=None)
# Namespace(data='d', extra=['x', 'y'], lr=0.5, epochs=5, no_cuda=True, v=2, mode='b', sizes=[1, 2])
# 3 (Namespace(data='d', extra=[], lr=0.1, epochs=10, no_cuda=False, v=0, mode='a', sizes=None), ['--zzz'])
# usage: train [-h] [--lr LR] [-e EPOCHS] [--no-cuda] [-v] [--mode {a,b}]
#              [--sizes SIZES [SIZES ...]]
#              data [extra ...]
# 
# usage: train [-h] [--lr LR] [-e EPOCHS] [--no-cuda] [-v] [--mode {a,b}]
#              [--sizes SIZES [SIZES ...]]
#              data [extra ...]
# 
# Trains a model.
# 
# positional arguments:
#   data                  where the data is
#   extra
# 
# options:
#   -h, --help            show this help message and exit
#   --lr LR               learning rate (default: 0.1)
#   -e EPOCHS, --epochs EPOCHS
#   --no-cuda             disables CUDA
#   -v
#   --mode {a,b}
#   --sizes SIZES [SIZES ...]
# 
# 0.1 False
# ---
import argparse
p = argparse.ArgumentParser(prog='x')
s = p.add_subparsers(dest='cmd')
a = s.add_parser('add', help='adds')
a.add_argument('n', type=int)
g = p.add_mutually_exclusive_group()
g.add_argument('--yes', action='store_true')
g.add_argument('--no', action='store_const', const=5)
p.set_defaults(z=1)
print(p.parse_args(['add', '3']), p.parse_args(['--no']))
try:
    p.parse_args(['--yes', '--no'])
except SystemExit as e:
    print(e.code)
for bad in (['bad'], ['add', 'q'], ['add']):
    try:
        p.parse_args(bad)
    except SystemExit as e:
        print(bad, e.code)
print(p.format_help())
# expect:
# Namespace(cmd='add', yes=False, no=None, z=1, n=3) Namespace(cmd=None, yes=False, no=5, z=1)
# 2
# ['bad'] 2
# ['add', 'q'] 2
# ['add'] 2
# usage: x [-h] [--yes | --no] {add} ...
# 
# positional arguments:
#   {add}
#     add       adds
# 
# options:
#   -h, --help  show this help message and exit
#   --yes
#   --no
# 
