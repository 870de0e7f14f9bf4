x = [5, 3, 8]; x.sort(); x[1:1] = [9, 9]; del x[0]; x[::2] = ['a', 'b']; print(x, x[-1], x[::-1], x.copy(), x.count('a'), x.index('b'), x * 2, x + [1], 9 in x)
for f in [lambda: x.__setitem__(slice(0, 4, 2), [1]), lambda: x[10], lambda: x.__delitem__(10), lambda: x.insert(), lambda: x.sort(lambda a: a), lambda: [1, 'a'].sort(), lambda: x.__setitem__(slice(None), 5), lambda: x.extend(5), lambda: x.index(99), lambda: x['a']]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d = {'a': 1, 'b': 2}; print(d.get('z', 0), d.setdefault('c', 3), d.pop('a'), d.popitem(), d.update(q=1), d | {'z': 9}, list(d.items()), d.keys() & {'b'}, d.keys() - {'b'}, dict.fromkeys('ab', 0), {k: v for k, v in d.items() if v > 1}, 'b' in d, len(d), list(reversed(d)), d == {'q': 1, 'b': 2}, d.items() >= {('b', 2)}, d.copy(), d.clear(), d, d.keys(), d.values(), d.items())
s = {3, 1, 2}; t = frozenset([2, 9]); print(sorted(s | t), s & t, sorted(s - t), sorted(s ^ t), s <= {1, 2, 3, 4}, s.isdisjoint({7}), s.union([5], [6]), type(t | s), s.add(4), s.discard(99), s, sorted(s), {1, 2} < {1, 2, 3}, set(), frozenset(), t, s.intersection_update([1, 2]), s, hash(frozenset([1])) == hash(frozenset([1])))
a, *b, c = range(6); (d, e), f = (1, 2), 3; [g, *h] = 'xyz'; print(a, b, c, d, e, f, g, h)
for src in ['a, b = 1', 'a, b = 1, 2, 3', 'a, b, c = 1, 2', 'a, *b, c = [1]', '[a, b] = "xyz"', 'for a, b in [1]: pass', '*a, *b = 1', 'a = *b', 'del q', 'x += nope', 'nope.x = 1', 'f() = 1', '1 = x', 'None = 1', 'a + 1 = 2', 'def f(a, a): pass', 'return 1', 'break', 'yield 1', 'x = (yield)', 'nonlocal q', 'lambda: (yield)', 'class A: return 1', 'import nope', 'from nope.a import b', 'import math.x', 'global x; x = 1; print(x)', 'assert 0, "msg"', 'assert False', 'raise 5', 'raise ValueError', 'raise ValueError("a") from KeyError("b")', 'raise', 'print(__name__)', 'x: int = 5; print(__annotations__)', 'f"{x!z}"', 'f"{}"', 'f"{x"', '"abc', '(1, 2', 'if 1\n  x', 'if 1:\nx', ' x = 1', 'x = = 1', 'print "a"', 'exec "a"', 'for i in range(3) print(i)', 'while True print', 'def f(:', 'a b', '1 2', 'f(a b)', '[1 2]', '{1: 2 3}', 'x = 5 if 1', 'else: pass', 'elif 1: pass', 'try: pass', 'except: pass', 'import', 'from x import', 'a = 08', '0x', '1_', '1__0', '5a', 'a?b', 'a $ b', 'é = 1; print(é)', '@', 'f(**a, *b)', 'f(a=1, 2)', 'f(a=1, a=2)', 'f(x for x in y, 1)', '{**a, 1}', 'with open(x) as f, : pass', 'class A(:', 'not', 'x = not', '1 +', '1 <> 2', 'x++', '++x', 'a := 1', '(a := 1)', 'print(a := 5)', 'i = 5; i++', 'a.1', 'a..b', "'a' 'b' = 1", 'if x = 1: pass', 'while x = 1: pass', 'f(x = = 1)', 'f(1=2)', 'f(True=1)', 'def f(None): pass', 'True = 1', 'x.True', 'import a as b.c', 'del f()', 'del 1', 'del (a, b', 'for 1 in x: pass', 'with a as 1: pass', '[x for 1 in y]', '(x, y) += 1', 'x, y += 1', 'pass 1', 'continue', 'def f():\n  x\n   y', 'if 1:\n    x\n  y', 'x = """abc', "b'é'", "'\\x1'", "'\\u12'", "'\\N{bad name}'", "'\\N{BULLET}'", 'nope', 'lenn', 'pritn(1)', 'math', '[].appendd', '"a".uper()', '(1).reel', 'import maths']:
    try: exec(src, {'__name__': 'm'}); print('ok', repr(src))
    except BaseException as e: print(repr(src), '|', type(e).__name__, e, '|', getattr(e, 'lineno', ''), getattr(e, 'offset', ''))
# expect:
# ['a', 9, 'b', 8] 8 [8, 'b', 9, 'a'] ['a', 9, 'b', 8] 1 2 ['a', 9, 'b', 8, 'a', 9, 'b', 8] ['a', 9, 'b', 8, 1] True
# ValueError attempt to assign sequence of size 1 to extended slice of size 2
# IndexError list index out of range
# IndexError list assignment index out of range
# TypeError insert expected 2 arguments, got 0
# TypeError sort() takes no positional arguments
# TypeError '<' not supported between instances of 'str' and 'int'
# TypeError can only assign an iterable
# TypeError 'int' object is not iterable
# ValueError 99 is not in list
# TypeError list indices must be integers or slices, not str
# 0 3 1 ('c', 3) None {'b': 2, 'q': 1, 'z': 9} [('b', 2), ('q', 1)] {'b'} {'q'} {'a': 0, 'b': 0} {'b': 2} True 2 ['q', 'b'] True True {'b': 2, 'q': 1} None {} dict_keys([]) dict_values([]) dict_items([])
# [1, 2, 3, 9] {2} [1, 3] [1, 3, 9] True True {1, 2, 3, 5, 6} <class 'frozenset'> None None {1, 2} [1, 2, 3, 4] True set() frozenset() frozenset({9, 2}) None {1, 2} True
# 0 [1, 2, 3, 4] 5 1 2 3 x ['y', 'z']
# 'a, b = 1' | TypeError cannot unpack non-iterable int object |  
# 'a, b = 1, 2, 3' | ValueError too many values to unpack (expected 2) |  
# 'a, b, c = 1, 2' | ValueError not enough values to unpack (expected 3, got 2) |  
# 'a, *b, c = [1]' | ValueError not enough values to unpack (expected at least 2, got 1) |  
# '[a, b] = "xyz"' | ValueError too many values to unpack (expected 2) |  
# 'for a, b in [1]: pass' | TypeError cannot unpack non-iterable int object |  
# '*a, *b = 1' | SyntaxError multiple starred expressions in assignment (<string>, line 1) | 1 1
# 'a = *b' | SyntaxError can't use starred expression here (<string>, line 1) | 1 5
# 'del q' | NameError name 'q' is not defined |  
# 'x += nope' | NameError name 'x' is not defined |  
# 'nope.x = 1' | NameError name 'nope' is not defined |  
# 'f() = 1' | SyntaxError cannot assign to function call here. Maybe you meant '==' instead of '='? (<string>, line 1) | 1 1
# '1 = x' | SyntaxError cannot assign to literal here. Maybe you meant '==' instead of '='? (<string>, line 1) | 1 1
# 'None = 1' | SyntaxError cannot assign to None (<string>, line 1) | 1 1
# 'a + 1 = 2' | SyntaxError cannot assign to expression here. Maybe you meant '==' instead of '='? (<string>, line 1) | 1 1
# 'def f(a, a): pass' | SyntaxError duplicate argument 'a' in function definition (<string>, line 1) | 1 10
# 'return 1' | SyntaxError 'return' outside function (<string>, line 1) | 1 1
# 'break' | SyntaxError 'break' outside loop (<string>, line 1) | 1 1
# 'yield 1' | SyntaxError 'yield' outside function (<string>, line 1) | 1 1
# 'x = (yield)' | SyntaxError 'yield' outside function (<string>, line 1) | 1 6
# 'nonlocal q' | SyntaxError nonlocal declaration not allowed at module level (<string>, line 1) | 1 1
# ok 'lambda: (yield)'
# 'class A: return 1' | SyntaxError 'return' outside function (<string>, line 1) | 1 10
# 'import nope' | ModuleNotFoundError No module named 'nope' |  
# 'from nope.a import b' | ModuleNotFoundError No module named 'nope' |  
# 'import math.x' | ModuleNotFoundError No module named 'math.x'; 'math' is not a package |  
# 1
# ok 'global x; x = 1; print(x)'
# 'assert 0, "msg"' | AssertionError msg |  
# 'assert False' | AssertionError  |  
# 'raise 5' | TypeError exceptions must derive from BaseException |  
# 'raise ValueError' | ValueError  |  
# 'raise ValueError("a") from KeyError("b")' | ValueError a |  
# 'raise' | RuntimeError No active exception to reraise |  
# m
# ok 'print(__name__)'
# {'x': <class 'int'>}
# ok 'x: int = 5; print(__annotations__)'
# 'f"{x!z}"' | SyntaxError f-string: invalid conversion character: expected 's', 'r', or 'a' (<string>, line 1) | 1 9
# 'f"{}"' | SyntaxError f-string: empty expression not allowed (<string>, line 1) | 1 6
# 'f"{x"' | SyntaxError f-string: expecting '}' (<string>, line 1) | 1 6
# '"abc' | SyntaxError unterminated string literal (detected at line 1) (<string>, line 1) | 1 1
# '(1, 2' | SyntaxError '(' was never closed (<string>, line 1) | 1 1
# 'if 1\n  x' | SyntaxError expected ':' (<string>, line 1) | 1 5
# 'if 1:\nx' | IndentationError expected an indented block after 'if' statement on line 1 (<string>, line 2) | 2 1
# ' x = 1' | IndentationError unexpected indent (<string>, line 1) | 1 1
# 'x = = 1' | SyntaxError invalid syntax (<string>, line 1) | 1 5
# 'print "a"' | SyntaxError Missing parentheses in call to 'print'. Did you mean print(...)? (<string>, line 1) | 1 1
# 'exec "a"' | SyntaxError Missing parentheses in call to 'exec'. Did you mean exec(...)? (<string>, line 1) | 1 1
# 'for i in range(3) print(i)' | SyntaxError invalid syntax (<string>, line 1) | 1 19
# 'while True print' | SyntaxError invalid syntax (<string>, line 1) | 1 12
# 'def f(:' | SyntaxError invalid syntax (<string>, line 1) | 1 7
# 'a b' | SyntaxError invalid syntax (<string>, line 1) | 1 3
# '1 2' | SyntaxError invalid syntax (<string>, line 1) | 1 3
# 'f(a b)' | SyntaxError invalid syntax. Perhaps you forgot a comma? (<string>, line 1) | 1 3
# '[1 2]' | SyntaxError invalid syntax. Perhaps you forgot a comma? (<string>, line 1) | 1 2
# '{1: 2 3}' | SyntaxError invalid syntax. Perhaps you forgot a comma? (<string>, line 1) | 1 5
# 'x = 5 if 1' | SyntaxError expected 'else' after 'if' expression (<string>, line 1) | 1 5
# 'else: pass' | SyntaxError invalid syntax (<string>, line 1) | 1 1
# 'elif 1: pass' | SyntaxError invalid syntax (<string>, line 1) | 1 1
# 'try: pass' | SyntaxError expected 'except' or 'finally' block (<string>, line 1) | 1 10
# 'except: pass' | SyntaxError invalid syntax (<string>, line 1) | 1 1
# 'import' | SyntaxError invalid syntax (<string>, line 1) | 1 7
# 'from x import' | SyntaxError invalid syntax (<string>, line 1) | 1 14
# 'a = 08' | SyntaxError leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers (<string>, line 1) | 1 5
# '0x' | SyntaxError invalid hexadecimal literal (<string>, line 1) | 1 2
# '1_' | SyntaxError invalid decimal literal (<string>, line 1) | 1 2
# '1__0' | SyntaxError invalid decimal literal (<string>, line 1) | 1 2
# '5a' | SyntaxError invalid decimal literal (<string>, line 1) | 1 1
# 'a?b' | SyntaxError invalid syntax (<string>, line 1) | 1 2
# 'a $ b' | SyntaxError invalid syntax (<string>, line 1) | 1 3
# 1
# ok 'é = 1; print(é)'
# '@' | SyntaxError invalid syntax (<string>, line 1) | 1 2
# 'f(**a, *b)' | SyntaxError iterable argument unpacking follows keyword argument unpacking (<string>, line 1) | 1 8
# 'f(a=1, 2)' | SyntaxError positional argument follows keyword argument (<string>, line 1) | 1 9
# 'f(a=1, a=2)' | SyntaxError keyword argument repeated: a (<string>, line 1) | 1 8
# 'f(x for x in y, 1)' | SyntaxError Generator expression must be parenthesized (<string>, line 1) | 1 3
# '{**a, 1}' | SyntaxError ':' expected after dictionary key (<string>, line 1) | 1 7
# 'with open(x) as f, : pass' | SyntaxError invalid syntax (<string>, line 1) | 1 20
# 'class A(:' | SyntaxError invalid syntax (<string>, line 1) | 1 9
# 'not' | SyntaxError invalid syntax (<string>, line 1) | 1 4
# 'x = not' | SyntaxError invalid syntax (<string>, line 1) | 1 8
# '1 +' | SyntaxError invalid syntax (<string>, line 1) | 1 4
# '1 <> 2' | SyntaxError invalid syntax (<string>, line 1) | 1 3
# 'x++' | SyntaxError invalid syntax (<string>, line 1) | 1 4
# '++x' | NameError name 'x' is not defined |  
# 'a := 1' | SyntaxError invalid syntax (<string>, line 1) | 1 3
# ok '(a := 1)'
# 5
# ok 'print(a := 5)'
# 'i = 5; i++' | SyntaxError invalid syntax (<string>, line 1) | 1 11
# 'a.1' | SyntaxError invalid syntax (<string>, line 1) | 1 2
# 'a..b' | SyntaxError invalid syntax (<string>, line 1) | 1 3
# "'a' 'b' = 1" | SyntaxError cannot assign to literal here. Maybe you meant '==' instead of '='? (<string>, line 1) | 1 1
# 'if x = 1: pass' | SyntaxError invalid syntax. Maybe you meant '==' or ':=' instead of '='? (<string>, line 1) | 1 4
# 'while x = 1: pass' | SyntaxError invalid syntax. Maybe you meant '==' or ':=' instead of '='? (<string>, line 1) | 1 7
# 'f(x = = 1)' | SyntaxError invalid syntax (<string>, line 1) | 1 7
# 'f(1=2)' | SyntaxError expression cannot contain assignment, perhaps you meant "=="? (<string>, line 1) | 1 3
# 'f(True=1)' | SyntaxError cannot assign to True (<string>, line 1) | 1 3
# 'def f(None): pass' | SyntaxError invalid syntax (<string>, line 1) | 1 7
# 'True = 1' | SyntaxError cannot assign to True (<string>, line 1) | 1 1
# 'x.True' | SyntaxError invalid syntax (<string>, line 1) | 1 3
# 'import a as b.c' | SyntaxError invalid syntax (<string>, line 1) | 1 14
# 'del f()' | SyntaxError cannot delete function call (<string>, line 1) | 1 5
# 'del 1' | SyntaxError cannot delete literal (<string>, line 1) | 1 5
# 'del (a, b' | SyntaxError '(' was never closed (<string>, line 1) | 1 5
# 'for 1 in x: pass' | SyntaxError cannot assign to literal (<string>, line 1) | 1 5
# 'with a as 1: pass' | SyntaxError cannot assign to literal (<string>, line 1) | 1 11
# '[x for 1 in y]' | SyntaxError cannot assign to literal (<string>, line 1) | 1 8
# '(x, y) += 1' | SyntaxError 'tuple' is an illegal expression for augmented assignment (<string>, line 1) | 1 1
# 'x, y += 1' | SyntaxError 'tuple' is an illegal expression for augmented assignment (<string>, line 1) | 1 1
# 'pass 1' | SyntaxError invalid syntax (<string>, line 1) | 1 6
# 'continue' | SyntaxError 'continue' not properly in loop (<string>, line 1) | 1 1
# 'def f():\n  x\n   y' | IndentationError unexpected indent (<string>, line 3) | 3 3
# 'if 1:\n    x\n  y' | IndentationError unindent does not match any outer indentation level (<string>, line 3) | 3 4
# 'x = """abc' | SyntaxError unterminated triple-quoted string literal (detected at line 1) (<string>, line 1) | 1 5
# "b'é'" | SyntaxError bytes can only contain ASCII literal characters (<string>, line 1) | 1 1
# "'\\x1'" | SyntaxError (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape (<string>, line 1) | 1 6
# "'\\u12'" | SyntaxError (unicode error) 'unicodeescape' codec can't decode bytes in position 0-3: truncated \uXXXX escape (<string>, line 1) | 1 7
# "'\\N{bad name}'" | SyntaxError (unicode error) 'unicodeescape' codec can't decode bytes in position 0-11: unknown Unicode character name (<string>, line 1) | 1 15
# ok "'\\N{BULLET}'"
# 'nope' | NameError name 'nope' is not defined |  
# 'lenn' | NameError name 'lenn' is not defined |  
# 'pritn(1)' | NameError name 'pritn' is not defined |  
# 'math' | NameError name 'math' is not defined |  
# '[].appendd' | AttributeError 'list' object has no attribute 'appendd' |  
# '"a".uper()' | AttributeError 'str' object has no attribute 'uper' |  
# '(1).reel' | AttributeError 'int' object has no attribute 'reel' |  
# 'import maths' | ModuleNotFoundError No module named 'maths' |  
