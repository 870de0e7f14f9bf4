# differs: strings hold Unicode characters, not lone surrogates.
# Strings are stored as UTF-8, which has none. Instead: `bytes` for data that is not text.
print(chr(0xD7FF) < chr(0xE000))
chr(0xD800)  # raises: ValueError: chr() arg 55296 is a surrogate, which strings here cannot hold
# expect:
# True
