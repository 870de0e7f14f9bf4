import csv, io
rows = [['a', 'b c', 'd,e'], [1, 2.5, None], ['x"y', 'line\nbreak', '']]
f = io.StringIO()
w = csv.writer(f)
w.writerows(rows)
print(repr(f.getvalue()), list(csv.reader(io.StringIO(f.getvalue()))))
print(list(csv.reader(['a;b', '1;"x;y"'], delimiter=';')), list(csv.DictReader(['a,b', '1,2', '3'])), list(csv.reader(["'a,b',c"], quotechar="'")))
f = io.StringIO()
d = csv.DictWriter(f, ['x', 'y'], lineterminator='\n')
d.writeheader(); d.writerow({'x': 1, 'y': 2}); d.writerow({'x': 3})
print(repr(f.getvalue()))
f = io.StringIO()
csv.writer(f, quoting=csv.QUOTE_ALL, delimiter='\t').writerow([1, 'a'])
print(repr(f.getvalue()))
# expect:
# 'a,b c,"d,e"\r\n1,2.5,\r\n"x""y","line\nbreak",\r\n' [['a', 'b c', 'd,e'], ['1', '2.5', ''], ['x"y', 'line\nbreak', '']]
# [['a', 'b'], ['1', 'x;y']] [{'a': '1', 'b': '2'}, {'a': '3', 'b': None}] [['a,b', 'c']]
# 'x,y\n1,2\n3,\n'
# '"1"\t"a"\r\n'
