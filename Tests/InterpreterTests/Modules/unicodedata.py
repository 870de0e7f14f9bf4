import unicodedata

def plain(text):
    return ''.join(c for c in unicodedata.normalize('NFD', text) if unicodedata.category(c) != 'Mn')

print(plain('Ślusàrski ça été'), len(unicodedata.normalize('NFD', 'é')), len(unicodedata.normalize('NFC', 'e\u0301')))
print([unicodedata.category(c) for c in 'aB1 .\n€'], unicodedata.combining('\u0301'), unicodedata.numeric('½'))
print(unicodedata.name('a'), unicodedata.name('\n', None))
# expect:
# Slusarski ca ete 2 1
# ['Ll', 'Lu', 'Nd', 'Zs', 'Po', 'Cc', 'Sc'] 230 0.5
# LATIN SMALL LETTER A None
# ---
import unicodedata
unicodedata.category('ab')  # raises: TypeError: category() argument 1 must be a unicode character, not str
# ---
import unicodedata
unicodedata.normalize('NFX', 'a')  # raises: ValueError: invalid normalization form
# ---
import unicodedata
unicodedata.name('\n')  # raises: ValueError: no such name
