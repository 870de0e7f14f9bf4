print(repr('ab'.ljust(5)), repr('ab'.rjust(5, '*')), repr('ab'.center(5, '-')), repr('abc'.center(6)), repr('a'.center(4)), repr('abc'.ljust(2)))
print('42'.zfill(5), '-42'.zfill(5), '+4'.zfill(4), 'abc'.zfill(2), ''.zfill(2))
print(repr('a\tb\t\tc'.expandtabs()), repr('ab\tc'.expandtabs(4)), repr('a\n\tb'.expandtabs(3)), repr('a\tb'.expandtabs(0)))
# expect:
# 'ab   ' '***ab' '--ab-' ' abc  ' ' a  ' 'abc'
# 00042 -0042 +004 abc 00
# 'a       b               c' 'ab  c' 'a\n   b' 'ab'
# ---
'a'.center(5, 'xy')  # raises: TypeError: The fill character must be exactly one character long
# ---
'a'.ljust('5')  # raises: TypeError: 'str' object cannot be interpreted as an integer
