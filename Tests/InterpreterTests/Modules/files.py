import os
name = '/tmp/lectern-test-%d' % os.getpid()
os.makedirs(name + '/a/b', exist_ok=True)
with open(name + '/t.txt', 'w') as f:
    print(f.write('line1\nline2\nüñ\n'), f.closed)
print(f.closed, open(name + '/t.txt').read(), [l for l in open(name + '/t.txt')], open(name + '/t.txt').readlines()[0], os.path.getsize(name + '/t.txt'))
with open(name + '/t.txt', 'a') as f: f.write('more')
with open(name + '/t.txt') as f:
    print(f.readline(), f.read(3), f.tell() > 0, f.readline(), f.seek(0), f.read(2))
with open(name + '/b.bin', 'wb') as f: f.write(b'\x00\x01\r\n')
print(open(name + '/b.bin', 'rb').read(), sorted(os.listdir(name)), os.path.isfile(name + '/t.txt'))
import glob
from pathlib import Path
p = Path(name)
print(sorted(os.path.basename(x) for x in glob.glob(name + '/*.txt')), (p / 'x' / 'y.tar.gz').suffixes, p.joinpath('q').stem, (p / 'n.txt').write_text('hi'), (p / 'n.txt').read_text(), sorted(x.name for x in p.iterdir()), sorted(x.name for x in p.glob('**/*')))
for root, dirs, files in os.walk(name):
    print(root[len(name):], sorted(dirs), sorted(files))
with open(name + '/t.txt', 'r+') as f:
    f.write('LINE')
print(open(name + '/t.txt').read(8))
# expect:
# 15 False
# True line1
# line2
# üñ
#  ['line1\n', 'line2\n', 'üñ\n'] line1
#  17
# line1
#  lin True e2
#  0 li
# b'\x00\x01\r\n' ['a', 'b.bin', 't.txt'] True
# ['t.txt'] ['.tar', '.gz'] q 2 hi ['a', 'b.bin', 'n.txt', 't.txt'] ['a', 'b', 'b.bin', 'n.txt', 't.txt']
#  ['a'] ['b.bin', 'n.txt', 't.txt']
# /a ['b'] []
# /a/b [] []
# LINE1
# li
# ---
open('/nonexistent/x')  # raises: FileNotFoundError: [Errno 2] No such file or directory: '/nonexistent/x'
# ---
open('/tmp', 'r')  # raises: IsADirectoryError: [Errno 21] Is a directory: '/tmp'
# ---
open('x', 'q')  # raises: ValueError: invalid mode: 'q'
# ---
f = open('/dev/null')
f.close()
f.read()  # raises: ValueError: I/O operation on closed file.
# ---
open('/dev/null').write('x')  # raises: UnsupportedOperation: not writable
# ---
import os
os.mkdir('/')  # raises: FileExistsError: [Errno 17] File exists: '/'
