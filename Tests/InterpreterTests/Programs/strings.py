s = 'Hello, Wörld! ßtraße ǆ İ'
for m in 'upper lower title capitalize swapcase casefold isalpha isalnum isdigit isspace isidentifier isprintable istitle islower isupper isascii isdecimal isnumeric'.split():
    print(m, getattr(s, m)(), getattr('abc1', m)(), getattr('', m)(), getattr('٣½²', m)())
print(s.encode(), s.encode('utf-16-le')[:6], s.encode('ascii', 'ignore'), s.encode('ascii', 'replace'), s.encode('ascii', 'xmlcharrefreplace'), s.encode('ascii','backslashreplace'))
# expect:
# upper HELLO, WÖRLD! SSTRASSE Ǆ İ ABC1  ٣½²
# lower hello, wörld! ßtraße ǆ i̇ abc1  ٣½²
# title Hello, Wörld! Sstraße ǅ İ Abc1  ٣½²
# capitalize Hello, wörld! ßtraße ǆ i̇ Abc1  ٣½²
# swapcase hELLO, wÖRLD! SSTRASSE Ǆ i̇ ABC1  ٣½²
# casefold hello, wörld! sstrasse ǆ i̇ abc1  ٣½²
# isalpha False False False False
# isalnum False True False True
# isdigit False False False False
# isspace False False False False
# isidentifier False True False False
# isprintable True True True True
# istitle False False False False
# islower False True False False
# isupper False False False False
# isascii False True True False
# isdecimal False False False False
# isnumeric False False False True
# b'Hello, W\xc3\xb6rld! \xc3\x9ftra\xc3\x9fe \xc7\x86 \xc4\xb0' b'H\x00e\x00l\x00' b'Hello, Wrld! trae  ' b'Hello, W?rld! ?tra?e ? ?' b'Hello, W&#246;rld! &#223;tra&#223;e &#454; &#304;' b'Hello, W\\xf6rld! \\xdftra\\xdfe \\u01c6 \\u0130'
