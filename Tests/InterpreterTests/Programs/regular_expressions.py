import re
print(re.findall(r'(\w)(\d)', 'a1 b2 c'), re.sub(r'(?P<x>\d+)', r'<\g<x>>', 'a12b3'), re.split(r'[,;]\s*', 'a, b;c'), re.split(r'(,)', 'a,b'), re.match(r'(a)(b)?', 'ac').groups('-'))
m = re.search(r'(?P<y>\d{4})-(?P<m>\d\d)', 'on 2024-05-06'); print(m, m.group(), m.group('y', 'm'), m.span(), m.start('m'), m.groupdict(), m['y'], m.lastgroup, m.lastindex, m.re.pattern, m.string, m.pos, m.endpos, m.expand(r'\1/\2'))
print(re.sub(r'\b(\w)', lambda k: k.group(1).upper(), 'the quick fox'), re.subn('a', 'b', 'aaa', 2), re.escape('a.b*c'), [x.span() for x in re.finditer('a*', 'baac')])
p = re.compile(r'''
   (\d+)   # number
   \s*     # blanks
   ([a-z]+)''', re.VERBOSE | re.I); print(p, p.flags, p.groups, p.groupindex, p.fullmatch('12 AB'), p.match('x12a', 1))
print(re.findall(r'(?<=a)b', 'ab cb'), re.findall(r'a(?!b)', 'ab ac'), re.findall(r'(?i:A)b', 'ab Ab AB'), re.match(r'(a|b)*?c', 'ababc'), re.findall(r'\bfoo\b', 'foo food foo'), re.match('(?:x){2,3}', 'xxxx').group(), re.search('a.c', 'a\nc'), re.search('a.c', 'a\nc', re.S), re.findall('^a', 'a\na', re.M))
for bad in ['(', '[', '*', 'a{2,1}', '(?P<1>a)', r'\1', '(?P<a>x)(?P<a>y)', 'a**', '(?<=a*)b', ')', '[z-a]', r'\q', '(?P=x)', '(?']:
    try: re.compile(bad); print('ok', bad)
    except re.error as e: print(bad, '|', e, '|', e.pos)
print(re.match(r'(\w+) \1', 'ab ab'), re.sub('x*', '-', 'abxd'), re.sub(r'\\', '/', r'a\b'), repr(re.match('a', 'abc')))
# expect:
# [('a', '1'), ('b', '2')] a<12>b<3> ['a', 'b', 'c'] ['a', ',', 'b'] ('a', '-')
# <re.Match object; span=(3, 10), match='2024-05'> 2024-05 ('2024', '05') (3, 10) 8 {'y': '2024', 'm': '05'} 2024 m 2 (?P<y>\d{4})-(?P<m>\d\d) on 2024-05-06 0 13 2024/05
# The Quick Fox ('bba', 2) a\.b\*c [(0, 0), (1, 3), (3, 3), (4, 4)]
# re.compile('\n   (\\d+)   # number\n   \\s*     # blanks\n   ([a-z]+)', re.IGNORECASE|re.VERBOSE) 98 2 {} <re.Match object; span=(0, 5), match='12 AB'> <re.Match object; span=(1, 4), match='12a'>
# ['b'] ['a'] ['ab', 'Ab'] <re.Match object; span=(0, 5), match='ababc'> ['foo', 'foo'] xxx None <re.Match object; span=(0, 3), match='a\nc'> ['a', 'a']
# ( | missing ), unterminated subpattern at position 0 | 0
# [ | unterminated character set at position 0 | 0
# * | nothing to repeat at position 0 | 0
# a{2,1} | min repeat greater than max repeat at position 2 | 2
# (?P<1>a) | bad character in group name '1' at position 4 | 4
# \1 | invalid group reference 1 at position 1 | 1
# (?P<a>x)(?P<a>y) | redefinition of group name 'a' as group 2; was group 1 at position 12 | 12
# a** | multiple repeat at position 2 | 2
# (?<=a*)b | look-behind requires fixed-width pattern | None
# ) | unbalanced parenthesis at position 0 | 0
# [z-a] | bad character range z-a at position 1 | 1
# \q | bad escape \q at position 0 | 0
# (?P=x) | unknown group name 'x' at position 4 | 4
# (? | unexpected end of pattern at position 2 | 2
# <re.Match object; span=(0, 5), match='ab ab'> -a-b--d- a/b <re.Match object; span=(0, 1), match='a'>
