import csv, io
r = list(csv.reader(io.StringIO('a,b,"c,d"\n1,"x""y",\n"multi\nline",2\n'))); print(r)
print(list(csv.DictReader(io.StringIO('n,v\na,1\nb,2,3\nc\n'))), list(csv.reader(['a;b;c'], delimiter=';')), list(csv.reader(["'a b',c"], quotechar="'")))
o = io.StringIO(); w = csv.writer(o); w.writerow([1, 'a,b', 'q"q', None, 2.5, 'x\ny']); w.writerows([[1], [2, 3], []]); print(repr(o.getvalue()))
o = io.StringIO(); w = csv.DictWriter(o, ['a', 'b'], restval='-', lineterminator='\n'); w.writeheader(); w.writerow({'a': 1}); w.writerow({'a': 1, 'b': 2}); print(o.getvalue())
try: w.writerow({'z': 1})
except ValueError as e: print(e)
o = io.StringIO(); csv.writer(o, quoting=csv.QUOTE_ALL).writerow([1, 'a']); csv.writer(o, quoting=csv.QUOTE_NONNUMERIC, delimiter='\t').writerow([1, 'a']); print(repr(o.getvalue()))
print(list(csv.reader(['1,2.5,"x"'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(['a, b'], skipinitialspace=True)))
try: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(['a,b'])
except csv.Error as e: print(e)
# expect:
# [['a', 'b', 'c,d'], ['1', 'x"y', ''], ['multi\nline', '2']]
# [{'n': 'a', 'v': '1'}, {'n': 'b', 'v': '2', None: ['3']}, {'n': 'c', 'v': None}] [['a', 'b', 'c']] [['a b', 'c']]
# '1,"a,b","q""q",,2.5,"x\ny"\r\n1\r\n2,3\r\n\r\n'
# a,b
# 1,-
# 1,2
# 
# dict contains fields not in fieldnames: 'z'
# '"1","a"\r\n1\t"a"\r\n'
# [[1.0, 2.5, 'x']] [['a', 'b']]
# need to escape, but no escapechar set
