import io
import pandas as pd
text = 'x,y,name\n1,2.5,a\n2,,b\n3,4.5,c d\n'
df = pd.read_csv(io.StringIO(text))
print(df)
print(df.dtypes)
print(df.shape, df.columns.tolist(), len(df), df.size)
print(df.columns, df.index)
print(df.values)
print(pd.read_csv(io.StringIO(text), header=None))
print(pd.read_csv(io.StringIO(text), index_col=0))
print(pd.read_csv(io.StringIO(text), index_col='name').index)
print(pd.read_csv(io.StringIO(text), usecols=['x', 'name']))
print(pd.read_csv(io.StringIO(text), usecols=[0, 1]).values)
print(pd.read_csv(io.StringIO(text), names=['p', 'q', 'r'], skiprows=1))
print(pd.read_csv(io.StringIO(text), nrows=2))
print(pd.read_csv(io.StringIO('a;b\n1;"x; y"\n2;"say ""hi"""\n'), sep=';'))
print(pd.read_csv(io.StringIO('# a comment\na,b\n1,2 # more\n\n3,4\n'), comment='#'))
print(pd.read_csv(io.StringIO('a b  c\n1  2 3\n'), sep=r'\s+'))
print(pd.read_csv(io.StringIO('a,b\n1,NA\n-,5\n'), na_values='-'))
print(pd.read_csv(io.StringIO('a,b\nTrue,1\nFalse,2\n')).dtypes)
print(pd.read_csv(io.StringIO('a,a,\n1,2,3\n')).columns.tolist())
print(pd.read_csv(io.StringIO('a,b\n1\n2,3\n')))
print(pd.read_csv(io.StringIO('a\tb\n1\t2\n'), sep='\t', dtype=float))
for bad in ['', 'a,b\n1,2\n1,2,3\n', 'a,b\n"1,2\n']:
    try:
        print(pd.read_csv(io.StringIO(bad)))
    except Exception as error:
        print(type(error).__name__, error)
try:
    pd.read_csv('/nowhere/file.csv')
except FileNotFoundError as error:
    print(error)
print(df.to_csv())
print(df.to_csv(index=False, sep=';', na_rep='?'))
# expect:
#    x    y name
# 0  1  2.5    a
# 1  2  NaN    b
# 2  3  4.5  c d
# x         int64
# y       float64
# name        str
# dtype: object
# (3, 3) ['x', 'y', 'name'] 3 9
# Index(['x', 'y', 'name'], dtype='str') RangeIndex(start=0, stop=3, step=1)
# [[1 2.5 'a']
#  [2 nan 'b']
#  [3 4.5 'c d']]
#    0    1     2
# 0  x    y  name
# 1  1  2.5     a
# 2  2  NaN     b
# 3  3  4.5   c d
#      y name
# x          
# 1  2.5    a
# 2  NaN    b
# 3  4.5  c d
# Index(['a', 'b', 'c d'], dtype='str', name='name')
#    x name
# 0  1    a
# 1  2    b
# 2  3  c d
# [[1.  2.5]
#  [2.  nan]
#  [3.  4.5]]
#    p    q    r
# 0  1  2.5    a
# 1  2  NaN    b
# 2  3  4.5  c d
#    x    y name
# 0  1  2.5    a
# 1  2  NaN    b
#    a         b
# 0  1      x; y
# 1  2  say "hi"
#    a  b
# 0  1  2
# 1  3  4
#    a  b  c
# 0  1  2  3
#      a    b
# 0  1.0  NaN
# 1  NaN  5.0
# a     bool
# b    int64
# dtype: object
# ['a', 'a.1', 'Unnamed: 2']
#    a    b
# 0  1  NaN
# 1  2  3.0
#      a    b
# 0  1.0  2.0
# EmptyDataError No columns to parse from file
# ParserError Error tokenizing data. C error: Expected 2 fields in line 3, saw 3
# 
# ParserError Error tokenizing data. C error: EOF inside string starting at row 1
# [Errno 2] No such file or directory: '/nowhere/file.csv'
# ,x,y,name
# 0,1,2.5,a
# 1,2,,b
# 2,3,4.5,c d
# 
# x;y;name
# 1;2.5;a
# 2;?;b
# 3;4.5;c d
# 
