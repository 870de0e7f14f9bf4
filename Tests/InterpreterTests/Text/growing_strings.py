# A text that grows keeps what others know of it.
def grow():
    s = 'a'
    t = s
    s += 'b'
    s += 'c'
    seen = {s: 1}
    u = s
    s += s
    s += 'é'
    print(s, t, u, seen, len(s), s[-1], s.upper())
    s = s + 'x'
    print(hash(s) == hash('abcabcéx'), s == 'abcabcéx', s in {'abcabcéx'})
    return s

print(grow(), grow())

def long(n):
    s = ''
    for i in range(n):
        s += 'ab'
        if i % 5000 == 0:
            print(len(s), s.endswith('ab'), s.count('b'))
    return s

print(len(long(20000)))

def template():
    t = '{}'
    print(t.format(1))
    t += '-{}'
    print(t.format(1, 2))

template()
# expect:
# abcabcé a abc {'abc': 1} 7 é ABCABCÉ
# True True True
# abcabcé a abc {'abc': 1} 7 é ABCABCÉ
# True True True
# abcabcéx abcabcéx
# 2 True 1
# 10002 True 5001
# 20002 True 10001
# 30002 True 15001
# 40000
# 1
# 1-2
