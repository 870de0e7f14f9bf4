import io
import numpy as np
import pandas as pd
df = pd.read_csv(io.StringIO('x,y,name\n1,2.5,a\n2,,b\n3,4.5,a\n4,-1,\n'))
df.info()
print(df.describe())
print(df.describe(include='all'))
print(df['name'].describe())
print(df['y'].describe())
print(df.head(2), df.tail(1))
print(df['x'], df['name'])
print(df.iloc[0])
print(df.iloc[1:3, :2])
print(df.iloc[-1, 0], df.iloc[0, 2], df.iloc[:, 1].tolist()[0])
print(df.iloc[[0, 2]])
print(df.loc[1])
print(df.loc[1:2, 'x':'y'])
print(df.loc[df['x'] > 2, 'name'])
print(df.loc[[0, 3], ['name', 'x']])
print(df[df.x > 1])
print(df[(df['x'] > 1) & (df['y'] > 0)])
print(df[['x', 'y']].values)
print(df['name'].value_counts(), df['x'].value_counts(normalize=True))
print(df.isnull(), df.isnull().sum())
print(df.mean(numeric_only=True), df['y'].sum(), df['y'].mean(), df['x'].std(), df['x'].max(), df['y'].min(), df['x'].median())
print(df.dropna())
print(df.dropna(subset=['y']))
print(df['y'].fillna(0), df.fillna({'y': 9.0, 'name': 'none'}))
print(df.sort_values('y', ascending=False))
print(df.sort_values(['name', 'x'], ascending=[True, False]))
print(df.drop('name', axis=1), df.drop(columns=['x']), df.drop([0, 1]))
print(df.T)
print(df.to_string(index=False))
print(df.nunique(), df['x'].unique(), list(df['name'].unique())[:2], df['name'].nunique())
print(df.corr(numeric_only=True))
print(df.count())
for bad in [lambda: df['nope'], lambda: df.loc[99], lambda: df.iloc[99], lambda: df.drop(columns='q'), lambda: bool(df), lambda: df.nope]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__)
# expect:
# <class 'pandas.DataFrame'>
# RangeIndex: 4 entries, 0 to 3
# Data columns (total 3 columns):
#  #   Column  Non-Null Count  Dtype  
# ---  ------  --------------  -----  
#  0   x       4 non-null      int64  
#  1   y       3 non-null      float64
#  2   name    3 non-null      str    
# dtypes: float64(1), int64(1), str(1)
# memory usage: 228.0 bytes
#               x         y
# count  4.000000  3.000000
# mean   2.500000  2.000000
# std    1.290994  2.783882
# min    1.000000 -1.000000
# 25%    1.750000  0.750000
# 50%    2.500000  2.500000
# 75%    3.250000  3.500000
# max    4.000000  4.500000
#                x         y name
# count   4.000000  3.000000    3
# unique       NaN       NaN    2
# top          NaN       NaN    a
# freq         NaN       NaN    2
# mean    2.500000  2.000000  NaN
# std     1.290994  2.783882  NaN
# min     1.000000 -1.000000  NaN
# 25%     1.750000  0.750000  NaN
# 50%     2.500000  2.500000  NaN
# 75%     3.250000  3.500000  NaN
# max     4.000000  4.500000  NaN
# count     3
# unique    2
# top       a
# freq      2
# Name: name, dtype: object
# count    3.000000
# mean     2.000000
# std      2.783882
# min     -1.000000
# 25%      0.750000
# 50%      2.500000
# 75%      3.500000
# max      4.500000
# Name: y, dtype: float64
#    x    y name
# 0  1  2.5    a
# 1  2  NaN    b    x    y name
# 3  4 -1.0  NaN
# 0    1
# 1    2
# 2    3
# 3    4
# Name: x, dtype: int64 0      a
# 1      b
# 2      a
# 3    NaN
# Name: name, dtype: str
# x         1
# y       2.5
# name      a
# Name: 0, dtype: object
#    x    y
# 1  2  NaN
# 2  3  4.5
# 4 a 2.5
#    x    y name
# 0  1  2.5    a
# 2  3  4.5    a
# x         2
# y       NaN
# name      b
# Name: 1, dtype: object
#    x    y
# 1  2  NaN
# 2  3  4.5
# 2      a
# 3    NaN
# Name: name, dtype: str
#   name  x
# 0    a  1
# 3  NaN  4
#    x    y name
# 1  2  NaN    b
# 2  3  4.5    a
# 3  4 -1.0  NaN
#    x    y name
# 2  3  4.5    a
# [[ 1.   2.5]
#  [ 2.   nan]
#  [ 3.   4.5]
#  [ 4.  -1. ]]
# name
# a    2
# b    1
# Name: count, dtype: int64 x
# 1    0.25
# 2    0.25
# 3    0.25
# 4    0.25
# Name: proportion, dtype: float64
#        x      y   name
# 0  False  False  False
# 1  False   True  False
# 2  False  False  False
# 3  False  False   True x       0
# y       1
# name    1
# dtype: int64
# x    2.5
# y    2.0
# dtype: float64 6.0 2.0 1.2909944487358056 4 -1.0 2.5
#    x    y name
# 0  1  2.5    a
# 2  3  4.5    a
#    x    y name
# 0  1  2.5    a
# 2  3  4.5    a
# 3  4 -1.0  NaN
# 0    2.5
# 1    0.0
# 2    4.5
# 3   -1.0
# Name: y, dtype: float64    x    y  name
# 0  1  2.5     a
# 1  2  9.0     b
# 2  3  4.5     a
# 3  4 -1.0  none
#    x    y name
# 2  3  4.5    a
# 0  1  2.5    a
# 3  4 -1.0  NaN
# 1  2  NaN    b
#    x    y name
# 2  3  4.5    a
# 0  1  2.5    a
# 1  2  NaN    b
# 3  4 -1.0  NaN
#    x    y
# 0  1  2.5
# 1  2  NaN
# 2  3  4.5
# 3  4 -1.0      y name
# 0  2.5    a
# 1  NaN    b
# 2  4.5    a
# 3 -1.0  NaN    x    y name
# 2  3  4.5    a
# 3  4 -1.0  NaN
#         0    1    2    3
# x       1    2    3    4
# y     2.5  NaN  4.5 -1.0
# name    a    b    a  NaN
#  x    y name
#  1  2.5    a
#  2  NaN    b
#  3  4.5    a
#  4 -1.0  NaN
# x       4
# y       3
# name    2
# dtype: int64 [1 2 3 4] ['a', 'b'] 2
#           x         y
# x  1.000000 -0.470317
# y -0.470317  1.000000
# x       4
# y       3
# name    3
# dtype: int64
# KeyError
# KeyError
# IndexError
# KeyError
# ValueError
# AttributeError
# ---
import numpy as np
import pandas as pd
df = pd.DataFrame({'a': [1, 2, 3], 'b': [0.5, 1.5, 2.5]})
df['c'] = df['a'] * 2 + df['b']
df['d'] = 'text'
df['e'] = df['a'] > 1
print(df)
print(df.dtypes)
df.loc[df['a'] > 1, 'b'] = 0
df.iloc[0, 0] = 10
print(df)
df.columns = ['p', 'q', 'r', 's', 't']
print(df.rename(columns={'p': 'P'}).head(1))
del df['s']
print(df.set_index('p'))
print(df.reset_index(drop=True).shape, df.set_index('p').reset_index().columns.tolist())
print(df['p'].apply(lambda v: v + 1).tolist(), df['p'].map({10: 'ten'}), df.apply(lambda c: c.max()))
print(df['q'].astype(int), df.astype({'p': float}).dtypes)
print((df[['p', 'q']] + 1) / 2)
print(df[['p', 'q']].sum(axis=1), df[['p', 'q']].sum())
print(pd.concat([df, df]).shape, pd.concat([df, df], ignore_index=True).index)
for label, row in df.iterrows():
    print(label, row['p'], row['t'])
s = pd.Series([1.5, 2, np.nan], index=['a', 'b', 'c'], name='v')
print(s, s['a'], s[['a', 'c']], s.isnull().sum(), s > 1.6)
print(s + 1, s.mean(), s.to_dict()['b'], 'a' in s, s.index)
print(pd.Series([3, 1, 2]).sort_values(), pd.Series(['b', 'a']).str.upper(), pd.Series({'x': 1, 'y': 2}))
print(pd.DataFrame(np.arange(6).reshape(3, 2), columns=['u', 'v']), pd.DataFrame([[1, 'a'], [2, 'b']]), pd.DataFrame([{'a': 1, 'b': 2}, {'a': 3}]))
print(np.asarray(df[['p', 'q']]).shape, df[['p', 'q']].to_numpy().dtype, df.values.dtype)
print(pd.DataFrame({'x': [1e-8, 1.0], 'y': [1e10, 2.5], 'z': [123456.789, 0.1]}))
print(pd.DataFrame({'x': [1e6, 2e6], 'y': [0.00001, 1.0]}), pd.Series([1e-7, 1]))
big = pd.DataFrame(np.random.RandomState(0).rand(100, 3), columns=list('abc'))
print(big)
print(big['a'])
print(pd.DataFrame(np.zeros((3, 25))))
print(big.describe())
big.info()
print(pd.DataFrame({'a': []}), pd.DataFrame())
# expect:
#    a    b    c     d      e
# 0  1  0.5  2.5  text  False
# 1  2  1.5  5.5  text   True
# 2  3  2.5  8.5  text   True
# a      int64
# b    float64
# c    float64
# d        str
# e       bool
# dtype: object
#     a    b    c     d      e
# 0  10  0.5  2.5  text  False
# 1   2  0.0  5.5  text   True
# 2   3  0.0  8.5  text   True
#     P    q    r     s      t
# 0  10  0.5  2.5  text  False
#       q    r      t
# p                  
# 10  0.5  2.5  False
# 2   0.0  5.5   True
# 3   0.0  8.5   True
# (3, 4) ['p', 'q', 'r', 't']
# [11, 3, 4] 0    ten
# 1    NaN
# 2    NaN
# Name: p, dtype: str p      10
# q     0.5
# r     8.5
# t    True
# dtype: object
# 0    0
# 1    0
# 2    0
# Name: q, dtype: int64 p    float64
# q    float64
# r    float64
# t       bool
# dtype: object
#      p     q
# 0  5.5  0.75
# 1  1.5  0.50
# 2  2.0  0.50
# 0    10.5
# 1     2.0
# 2     3.0
# dtype: float64 p    15.0
# q     0.5
# dtype: float64
# (6, 4) RangeIndex(start=0, stop=6, step=1)
# 0 10 False
# 1 2 True
# 2 3 True
# a    1.5
# b    2.0
# c    NaN
# Name: v, dtype: float64 1.5 a    1.5
# c    NaN
# Name: v, dtype: float64 1 a    False
# b     True
# c    False
# Name: v, dtype: bool
# a    2.5
# b    3.0
# c    NaN
# Name: v, dtype: float64 1.75 2.0 True Index(['a', 'b', 'c'], dtype='str')
# 1    1
# 2    2
# 0    3
# dtype: int64 0    B
# 1    A
# dtype: str x    1
# y    2
# dtype: int64
#    u  v
# 0  0  1
# 1  2  3
# 2  4  5    0  1
# 0  1  a
# 1  2  b    a    b
# 0  1  2.0
# 1  3  NaN
# (3, 2) float64 object
#               x             y           z
# 0  1.000000e-08  1.000000e+10  123456.789
# 1  1.000000e+00  2.500000e+00       0.100
#            x        y
# 0  1000000.0  0.00001
# 1  2000000.0  1.00000 0    1.000000e-07
# 1    1.000000e+00
# dtype: float64
#            a         b         c
# 0   0.548814  0.715189  0.602763
# 1   0.544883  0.423655  0.645894
# 2   0.437587  0.891773  0.963663
# 3   0.383442  0.791725  0.528895
# 4   0.568045  0.925597  0.071036
# ..       ...       ...       ...
# 95  0.148141  0.981829  0.478370
# 96  0.497391  0.639473  0.368585
# 97  0.136900  0.822118  0.189848
# 98  0.511319  0.224317  0.097844
# 99  0.862192  0.972919  0.960835
# 
# [100 rows x 3 columns]
# 0     0.548814
# 1     0.544883
# 2     0.437587
# 3     0.383442
# 4     0.568045
#         ...   
# 95    0.148141
# 96    0.497391
# 97    0.136900
# 98    0.511319
# 99    0.862192
# Name: a, Length: 100, dtype: float64
#     0    1    2    3    4    5    6   ...   18   19   20   21   22   23   24
# 0  0.0  0.0  0.0  0.0  0.0  0.0  0.0  ...  0.0  0.0  0.0  0.0  0.0  0.0  0.0
# 1  0.0  0.0  0.0  0.0  0.0  0.0  0.0  ...  0.0  0.0  0.0  0.0  0.0  0.0  0.0
# 2  0.0  0.0  0.0  0.0  0.0  0.0  0.0  ...  0.0  0.0  0.0  0.0  0.0  0.0  0.0
# 
# [3 rows x 25 columns]
#                 a           b           c
# count  100.000000  100.000000  100.000000
# mean     0.501680    0.486570    0.522258
# std      0.297925    0.293510    0.281557
# min      0.004695    0.011714    0.018522
# 25%      0.220639    0.226640    0.278800
# 50%      0.546848    0.483818    0.526071
# 75%      0.742727    0.714478    0.739335
# max      0.990339    0.988374    0.998847
# <class 'pandas.DataFrame'>
# RangeIndex: 100 entries, 0 to 99
# Data columns (total 3 columns):
#  #   Column  Non-Null Count  Dtype  
# ---  ------  --------------  -----  
#  0   a       100 non-null    float64
#  1   b       100 non-null    float64
#  2   c       100 non-null    float64
# dtypes: float64(3)
# memory usage: 2.5 KB
# Empty DataFrame
# Columns: [a]
# Index: [] Empty DataFrame
# Columns: []
# Index: []
