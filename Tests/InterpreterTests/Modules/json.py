import json
data = {'a': [1, 2.5, -3e10, True, False, None], 'é': 'x"\\\n\t\x01😀', 'n': {}, 'e': [], '1': {'k': [[]]}}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False), json.dumps(data, sort_keys=True, separators=(',', ':')))
print(json.dumps(data, indent=2))
print(json.dumps([1, [2]], indent='\t'), json.dumps((1, 2)), json.dumps({1: 2, None: 3, True: 4, 1.5: 5}), json.dumps(float('nan')), json.dumps('a/b'))
print(json.loads(' {"a": [1, 2.0, -3e2, true, false, null, "\\u00e9\\n\\ud83d\\ude00"], "b": {}} '), json.loads('12345678901234567890'), json.loads('[]'), json.loads('"x"'), json.loads(b'[1]'), json.loads('NaN'))
print(json.loads('{"a": 1}', object_hook=lambda d: list(d)), json.loads('[1.5]', parse_float=str), json.dumps({1, 2}, default=list))
class E(json.JSONEncoder if hasattr(json, 'JSONEncoder') else object):
    def default(self, o): return 'custom'
print(json.dumps(object(), cls=E))
# expect:
# {"a": [1, 2.5, -30000000000.0, true, false, null], "\u00e9": "x\"\\\n\t\u0001\ud83d\ude00", "n": {}, "e": [], "1": {"k": [[]]}}
# {"a": [1, 2.5, -30000000000.0, true, false, null], "é": "x\"\\\n\t\u0001😀", "n": {}, "e": [], "1": {"k": [[]]}} {"1":{"k":[[]]},"a":[1,2.5,-30000000000.0,true,false,null],"e":[],"n":{},"\u00e9":"x\"\\\n\t\u0001\ud83d\ude00"}
# {
#   "a": [
#     1,
#     2.5,
#     -30000000000.0,
#     true,
#     false,
#     null
#   ],
#   "\u00e9": "x\"\\\n\t\u0001\ud83d\ude00",
#   "n": {},
#   "e": [],
#   "1": {
#     "k": [
#       []
#     ]
#   }
# }
# [
# 	1,
# 	[
# 		2
# 	]
# ] [1, 2] {"1": 4, "null": 3, "1.5": 5} NaN "a/b"
# {'a': [1, 2.0, -300.0, True, False, None, 'é\n😀'], 'b': {}} 12345678901234567890 [] x [1] nan
# ['a'] ['1.5'] [1, 2]
# "custom"
# ---
import json
json.loads('[1, 2')  # raises: JSONDecodeError: Expecting ',' delimiter: line 1 column 6 (char 5)
# ---
import json
json.loads('{"a" 1}')  # raises: JSONDecodeError: Expecting ':' delimiter: line 1 column 6 (char 5)
# ---
import json
json.loads('')  # raises: JSONDecodeError: Expecting value: line 1 column 1 (char 0)
# ---
import json
json.loads('[1,]')  # raises: JSONDecodeError: Expecting value: line 1 column 4 (char 3)
# ---
import json
json.loads('{"a": 1,}')  # raises: JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 9 (char 8)
# ---
import json
json.loads('[1] x')  # raises: JSONDecodeError: Extra data: line 1 column 5 (char 4)
# ---
import json
json.loads('"abc')  # raises: JSONDecodeError: Unterminated string starting at: line 1 column 1 (char 0)
# ---
import json
json.dumps(object)  # raises: TypeError: Object of type type is not JSON serializable
# ---
import json
json.dumps({(1, 2): 3})  # raises: TypeError: keys must be str, int, float, bool or None, not tuple
# ---
import json
x = []
x.append(x)
json.dumps(x)  # raises: ValueError: Circular reference detected
# ---
import json
json.loads(5)  # raises: TypeError: the JSON object must be str, bytes or bytearray, not int
# ---
import json, io
f = io.StringIO()
json.dump([1, 'a'], f)
print(f.getvalue(), json.load(io.StringIO('{"k": 1}')))
# expect:
# [1, "a"] {'k': 1}
