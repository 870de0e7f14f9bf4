import os
from os import path
print(path.join('a', 'b', '/c', 'd'), path.join('a', ''), path.split('/a/b'), path.split('a'), path.basename('/x/y.txt'), path.dirname('/x/y.txt'), path.splitext('a.tar.gz'), path.splitext('.bashrc'), path.splitext('a/b.c/d'))
print(path.normpath('a//b/../c/.'), path.normpath('/../a'), path.normpath(''), path.isabs('/a'), path.exists('/nonexistent'), path.isdir('/'), path.relpath('/a/b', '/a/c'), path.commonprefix(['abc', 'abd']), path.abspath('/a/../b'))
print(os.sep, os.linesep == '\n', os.getenv('NOT_SET_XYZ', 'd'), 'HOME' in os.environ or True, os.name, os.path is path)
os.listdir('/nonexistent')  # raises: FileNotFoundError: [Errno 2] No such file or directory: '/nonexistent'
# expect:
# /c/d a/ ('/a', 'b') ('', 'a') y.txt /x ('a.tar', '.gz') ('.bashrc', '') ('a/b.c/d', '')
# a/c /a . True False True ../b ab /b
# / True d True posix True
