samples = ['', 'abc', 'ABC', 'Abc', 'abc1', '123', '½', '²', '٣', ' \t', 'a b', 'Hello World', 'Hello world', 'é', 'ǅ', '_x1', '1x', '日本', 'a\n', '\x7f', '\xa0']
for text in samples:
    print(ascii(text), text.isalpha(), text.isdigit(), text.isdecimal(), text.isnumeric(), text.isalnum(), text.isspace(), text.islower(), text.isupper(), text.istitle(), text.isidentifier(), text.isprintable(), text.isascii())
# expect:
# '' False False False False False False False False False False True True
# 'abc' True False False False True False True False False True True True
# 'ABC' True False False False True False False True False True True True
# 'Abc' True False False False True False False False True True True True
# 'abc1' False False False False True False True False False True True True
# '123' False True True True True False False False False False True True
# '\xbd' False False False True True False False False False False True False
# '\xb2' False True False True True False False False False False True False
# '\u0663' False True True True True False False False False False True False
# ' \t' False False False False False True False False False False False True
# 'a b' False False False False False False True False False False True True
# 'Hello World' False False False False False False False False True False True True
# 'Hello world' False False False False False False False False False False True True
# '\xe9' True False False False True False True False False True True False
# '\u01c5' True False False False True False False False True True True False
# '_x1' False False False False False False True False False True True True
# '1x' False False False False True False True False False False True True
# '\u65e5\u672c' True False False False True False False False False True True False
# 'a\n' False False False False False False True False False False False True
# '\x7f' False False False False False False False False False False False True
# '\xa0' False False False False False True False False False False False False
