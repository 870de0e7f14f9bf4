import json
d = {'a': [1, 2.5, None, True, 'é"\n\u2028'], 'b': {'c': {}}, 'e': [], 1: 'x', None: 2, 1.5: 3, True: 4}
print(json.dumps(d)); print(json.dumps(d, indent=2, ensure_ascii=False)); print(json.dumps([1, [2, {'z': 1, 'a': 2}]], sort_keys=True, separators=(',', ':')), json.dumps({'b': 1, 'a': 2}, indent='--', sort_keys=True))
print(json.loads('{"a": [1, -2.5e3, null, true, "\\u00e9\\n"], "b": {}}'), json.loads(' [1 , 2] '), json.loads('"x"'), json.loads('1E400'), json.loads('NaN'), json.loads('123456789012345678901234567890'), json.loads(b'[1]'))
for bad in ['', '[1,]', '{"a"}', '{a: 1}', '[1 2]', '"abc', 'tru', '01', '{"a":1,}', '["\x01"]', '"\\x"', '[1]x', "{'a':1}", '-', '"\\u12"']:
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(repr(bad), '|', e, e.lineno, e.colno, e.pos)
for bad in [{1, 2}, object, 1j, b'x', float('nan'), {(1,): 2}]:
    try: print(json.dumps(bad))
    except TypeError as e: print(e)
try: json.dumps(float('nan'), allow_nan=False)
except ValueError as e: print(e)
print(json.dumps({(1,): 2, 'a': 1}, skipkeys=True), json.dumps({1, 2}, default=list), json.loads('{"a":1}', object_hook=lambda d: list(d.items())), json.loads('[1.5]', parse_float=str), json.loads('{"a":1,"a":2}', object_pairs_hook=list))
a = []; a.append(a)
try: json.dumps(a)
except ValueError as e: print(e)
class Enc(json.JSONEncoder):
    def default(self, o): return f'<{o}>' if isinstance(o, complex) else super().default(o)
print(json.dumps([1j], cls=Enc), Enc().encode({'a': 2j}))
try: json.dumps(object(), cls=Enc)
except TypeError as e: print(e)
import io
f = io.StringIO(); json.dump([1], f); print(f.getvalue(), json.load(io.StringIO('[2]')))
# expect:
# {"a": [1, 2.5, null, true, "\u00e9\"\n\u2028"], "b": {"c": {}}, "e": [], "1": 4, "null": 2, "1.5": 3}
# {
#   "a": [
#     1,
#     2.5,
#     null,
#     true,
#     "é\"\n "
#   ],
#   "b": {
#     "c": {}
#   },
#   "e": [],
#   "1": 4,
#   "null": 2,
#   "1.5": 3
# }
# [1,[2,{"a":2,"z":1}]] {
# --"a": 2,
# --"b": 1
# }
# {'a': [1, -2500.0, None, True, 'é\n'], 'b': {}} [1, 2] x inf nan 123456789012345678901234567890 [1]
# '' | Expecting value: line 1 column 1 (char 0) 1 1 0
# '[1,]' | Expecting value: line 1 column 4 (char 3) 1 4 3
# '{"a"}' | Expecting ':' delimiter: line 1 column 5 (char 4) 1 5 4
# '{a: 1}' | Expecting property name enclosed in double quotes: line 1 column 2 (char 1) 1 2 1
# '[1 2]' | Expecting ',' delimiter: line 1 column 4 (char 3) 1 4 3
# '"abc' | Unterminated string starting at: line 1 column 1 (char 0) 1 1 0
# 'tru' | Expecting value: line 1 column 1 (char 0) 1 1 0
# '01' | Extra data: line 1 column 2 (char 1) 1 2 1
# '{"a":1,}' | Expecting property name enclosed in double quotes: line 1 column 8 (char 7) 1 8 7
# '["\x01"]' | Invalid control character at: line 1 column 3 (char 2) 1 3 2
# '"\\x"' | Invalid \escape: line 1 column 2 (char 1) 1 2 1
# '[1]x' | Extra data: line 1 column 4 (char 3) 1 4 3
# "{'a':1}" | Expecting property name enclosed in double quotes: line 1 column 2 (char 1) 1 2 1
# '-' | Expecting value: line 1 column 1 (char 0) 1 1 0
# '"\\u12"' | Invalid \uXXXX escape: line 1 column 3 (char 2) 1 3 2
# Object of type set is not JSON serializable
# Object of type type is not JSON serializable
# Object of type complex is not JSON serializable
# Object of type bytes is not JSON serializable
# NaN
# keys must be str, int, float, bool or None, not tuple
# Out of range float values are not JSON compliant
# {"a": 1} [1, 2] [('a', 1)] ['1.5'] [('a', 1), ('a', 2)]
# Circular reference detected
# ["<1j>"] {"a": "<2j>"}
# Object of type object is not JSON serializable
# [1] [2]
