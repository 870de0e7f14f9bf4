for text in ['hello world', 'Hello', 'ÀÉ straße', 'ǆ', "they're bill's", '']:
    print(repr(text.upper()), repr(text.lower()), repr(text.title()), repr(text.capitalize()), repr(text.swapcase()), repr(text.casefold()))
# expect:
# 'HELLO WORLD' 'hello world' 'Hello World' 'Hello world' 'HELLO WORLD' 'hello world'
# 'HELLO' 'hello' 'Hello' 'Hello' 'hELLO' 'hello'
# 'ÀÉ STRASSE' 'àé straße' 'Àé Straße' 'Àé straße' 'àé STRASSE' 'àé strasse'
# 'Ǆ' 'ǆ' 'ǅ' 'ǅ' 'Ǆ' 'ǆ'
# "THEY'RE BILL'S" "they're bill's" "They'Re Bill'S" "They're bill's" "THEY'RE BILL'S" "they're bill's"
# '' '' '' '' '' ''
# ---
print('ß'.casefold(), 'ς'.casefold() == 'σ', 'İ'.lower() == 'i̇')
# expect:
# ss True True
