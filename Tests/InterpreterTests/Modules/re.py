import re
m = re.search(r'(\d+)-(?P<name>\w+)', 'xx 12-ab yy')
print(m, m.group(), m.group(1), m['name'], m.groups(), m.groupdict(), m.span(), m.start(2), m.end('name'), m.string, m.lastindex, m.lastgroup, m.re.pattern)
print(re.match('a', 'ba'), re.fullmatch('a+', 'aaa').group(), re.fullmatch('a+', 'aab'), re.findall(r'\b\w', 'hello big world'), re.findall(r'(\w)(\d)', 'a1 b2'), re.findall('x*', 'axb'))
print(re.sub(r'\s+', ' ', 'a  b \n c'), re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub('a', lambda m: m.group().upper(), 'banana', count=2), re.subn('a', 'o', 'banana'), re.sub('', '-', 'abc'), re.sub(r'(?P<x>b)', r'[\g<x>]', 'abc'))
print(re.split(r'[,;]', 'a,b;c'), re.split(r'(,)', 'a,b'), re.split(',', 'a,b,c', maxsplit=1), re.split('x*', 'axbc'), re.escape('a.b*c'))
print(re.findall('(?i)AB', 'abAB'), re.findall('^a', 'a\na', re.M), re.findall('a.b', 'a\nb', re.S), re.search(r'''(?x) a \s # comment
 b''', 'a b').group(), re.compile('a', re.I | re.M), re.compile('x').flags)
print(re.search(r'(?<=\$)\d+', 'cost $42').group(), re.search(r'\d+(?!\d|%)', '10% 25').group(), re.search(r'(?<!a)b', 'abb').start(), re.findall(r'(?:ab)+', 'ababab ab'), re.search(r'(a)\1', 'baa').span(), re.findall(r'a{2,3}', 'aaaaa'), re.findall(r'a{2,3}?', 'aaaaa'), re.search('<.+?>', '<a><b>').group())
print(re.findall(r'[^\W\d_]+', 'abc1_déf'), re.findall(r'[a-c\-\]]', 'a-]d'), re.match(r'\w+', 'é').group(), re.match(r'\w+', 'é', re.A), re.findall(r'\d', '1٣'), [m.span() for m in re.finditer('a|b', 'xaxb')])
p = re.compile(r'(\d)(x)?')
print(p.match('1').groups(), p.match('1').groups('-'), p.groups, p.groupindex, p.search('a1x', 1).span(), p.findall('1x2'), p.sub('-', '1x2'), p.pattern, bool(p.match('q')))
print(re.match(r'(a|ab)(c|bcd)(d*)', 'abcd').groups(), re.match(r'(?:(a)|b)*', 'ab').groups(), re.match('(?>a+)b', 'aaab').group(), re.match('a++b', 'aab').group(), re.match(r'(a)?(?(1)b|c)', 'ab').group(), re.match('$', ''), re.findall(r'$', 'a\n'))
# expect:
# <re.Match object; span=(3, 8), match='12-ab'> 12-ab 12 ab ('12', 'ab') {'name': 'ab'} (3, 8) 6 8 xx 12-ab yy 2 name (\d+)-(?P<name>\w+)
# None aaa None ['h', 'b', 'w'] [('a', '1'), ('b', '2')] ['', 'x', '', '']
# a b c world hello bAnAna ('bonono', 3) -a-b-c- a[b]c
# ['a', 'b', 'c'] ['a', ',', 'b'] ['a', 'b,c'] ['', 'a', '', 'b', 'c', ''] a\.b\*c
# ['ab', 'AB'] ['a', 'a'] ['a\nb'] a b re.compile('a', re.IGNORECASE|re.MULTILINE) 32
# 42 25 2 ['ababab', 'ab'] (1, 3) ['aaa', 'aa'] ['aa', 'aa'] <a>
# ['abc', 'déf'] ['a', '-', ']'] é None ['1', '٣'] [(1, 2), (3, 4)]
# ('1', None) ('1', '-') 2 {} (1, 3) [('1', 'x'), ('2', '')] -- (\d)(x)? False
# ('a', 'bcd', '') ('a',) aaab aab ab <re.Match object; span=(0, 0), match=''> ['', '']
# ---
import re
re.compile('(a')  # raises: error: missing ), unterminated subpattern at position 0
# ---
import re
re.compile('a**')  # raises: error: multiple repeat at position 2
# ---
import re
re.compile('[a')  # raises: error: unterminated character set at position 0
# ---
import re
re.compile('*a')  # raises: error: nothing to repeat at position 0
# ---
import re
re.compile(r'\q')  # raises: error: bad escape \q at position 0
# ---
import re
re.compile('a)')  # raises: error: unbalanced parenthesis at position 1
# ---
import re
re.compile('(?P<a>x)(?P<a>y)')  # raises: error: redefinition of group name 'a' as group 2; was group 1 at position 12
# ---
import re
re.compile(r'\2')  # raises: error: invalid group reference 2 at position 1
# ---
import re
re.compile('(?<=a+)b')  # raises: error: look-behind requires fixed-width pattern
# ---
import re
re.match('a', 'a').group(3)  # raises: IndexError: no such group
# ---
import re
re.match('a', 5)  # raises: TypeError: expected string or bytes-like object, got 'int'
# ---
import re
re.sub('a', r'\3', 'a')  # raises: error: invalid group reference 3 at position 1
# ---
import re
print(len(re.sub('[aeiou]', '', 'a' * 100000 + 'b')), re.match('(x+x+)+y', 'x' * 14), re.search('(a|b)*c', 'ab' * 5000 + 'c').end())
# expect:
# 1 None 10001
