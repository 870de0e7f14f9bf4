import string
print(string.ascii_letters, string.digits, string.hexdigits, repr(string.punctuation), repr(string.whitespace), string.capwords('hello  big world'), len(string.printable))
t = string.Template('$who likes ${what}, $$5')
print(t.substitute(who='tim', what='kung'), t.safe_substitute(who='x'))
t.substitute(who=1)  # raises: KeyError: 'what'
# expect:
# abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 0123456789abcdefABCDEF '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~' ' \t\n\r\x0b\x0c' Hello Big World 100
# tim likes kung, $5 x likes ${what}, $5
