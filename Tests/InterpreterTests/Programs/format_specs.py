for spec in ['', '>10', '<10', '^10', '*^10', '010', '+', '-', ' ', ',', '_', 'b', 'o', 'x', 'X', '#b', '#x', 'c', 'd', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%', '10.3f', '+.2e', '#.3g', '=+10', '0=10', ',.2f', '_b', '_x', '#_x', '.3', '.0f', 'z', 'z.1f', '08.3f', '^+10,d']:
    for v in (42, -42, 3.14159, -0.0, 1e20, 0, True, 'abc', 1234567, 1+2j, None, [1]):
        try: print(repr(spec), repr(v), '->', repr(format(v, spec)))
        except Exception as e: print(repr(spec), repr(v), '!!', type(e).__name__, e)
# expect:
# '' 42 -> '42'
# '' -42 -> '-42'
# '' 3.14159 -> '3.14159'
# '' -0.0 -> '-0.0'
# '' 1e+20 -> '1e+20'
# '' 0 -> '0'
# '' True -> 'True'
# '' 'abc' -> 'abc'
# '' 1234567 -> '1234567'
# '' (1+2j) -> '(1+2j)'
# '' None -> 'None'
# '' [1] -> '[1]'
# '>10' 42 -> '        42'
# '>10' -42 -> '       -42'
# '>10' 3.14159 -> '   3.14159'
# '>10' -0.0 -> '      -0.0'
# '>10' 1e+20 -> '     1e+20'
# '>10' 0 -> '         0'
# '>10' True -> '         1'
# '>10' 'abc' -> '       abc'
# '>10' 1234567 -> '   1234567'
# '>10' (1+2j) -> '    (1+2j)'
# '>10' None !! TypeError unsupported format string passed to NoneType.__format__
# '>10' [1] !! TypeError unsupported format string passed to list.__format__
# '<10' 42 -> '42        '
# '<10' -42 -> '-42       '
# '<10' 3.14159 -> '3.14159   '
# '<10' -0.0 -> '-0.0      '
# '<10' 1e+20 -> '1e+20     '
# '<10' 0 -> '0         '
# '<10' True -> '1         '
# '<10' 'abc' -> 'abc       '
# '<10' 1234567 -> '1234567   '
# '<10' (1+2j) -> '(1+2j)    '
# '<10' None !! TypeError unsupported format string passed to NoneType.__format__
# '<10' [1] !! TypeError unsupported format string passed to list.__format__
# '^10' 42 -> '    42    '
# '^10' -42 -> '   -42    '
# '^10' 3.14159 -> ' 3.14159  '
# '^10' -0.0 -> '   -0.0   '
# '^10' 1e+20 -> '  1e+20   '
# '^10' 0 -> '    0     '
# '^10' True -> '    1     '
# '^10' 'abc' -> '   abc    '
# '^10' 1234567 -> ' 1234567  '
# '^10' (1+2j) -> '  (1+2j)  '
# '^10' None !! TypeError unsupported format string passed to NoneType.__format__
# '^10' [1] !! TypeError unsupported format string passed to list.__format__
# '*^10' 42 -> '****42****'
# '*^10' -42 -> '***-42****'
# '*^10' 3.14159 -> '*3.14159**'
# '*^10' -0.0 -> '***-0.0***'
# '*^10' 1e+20 -> '**1e+20***'
# '*^10' 0 -> '****0*****'
# '*^10' True -> '****1*****'
# '*^10' 'abc' -> '***abc****'
# '*^10' 1234567 -> '*1234567**'
# '*^10' (1+2j) -> '**(1+2j)**'
# '*^10' None !! TypeError unsupported format string passed to NoneType.__format__
# '*^10' [1] !! TypeError unsupported format string passed to list.__format__
# '010' 42 -> '0000000042'
# '010' -42 -> '-000000042'
# '010' 3.14159 -> '0003.14159'
# '010' -0.0 -> '-0000000.0'
# '010' 1e+20 -> '000001e+20'
# '010' 0 -> '0000000000'
# '010' True -> '0000000001'
# '010' 'abc' -> 'abc0000000'
# '010' 1234567 -> '0001234567'
# '010' (1+2j) !! ValueError Zero padding is not allowed in complex format specifier
# '010' None !! TypeError unsupported format string passed to NoneType.__format__
# '010' [1] !! TypeError unsupported format string passed to list.__format__
# '+' 42 -> '+42'
# '+' -42 -> '-42'
# '+' 3.14159 -> '+3.14159'
# '+' -0.0 -> '-0.0'
# '+' 1e+20 -> '+1e+20'
# '+' 0 -> '+0'
# '+' True -> '+1'
# '+' 'abc' !! ValueError Sign not allowed in string format specifier
# '+' 1234567 -> '+1234567'
# '+' (1+2j) -> '(+1+2j)'
# '+' None !! TypeError unsupported format string passed to NoneType.__format__
# '+' [1] !! TypeError unsupported format string passed to list.__format__
# '-' 42 -> '42'
# '-' -42 -> '-42'
# '-' 3.14159 -> '3.14159'
# '-' -0.0 -> '-0.0'
# '-' 1e+20 -> '1e+20'
# '-' 0 -> '0'
# '-' True -> '1'
# '-' 'abc' !! ValueError Sign not allowed in string format specifier
# '-' 1234567 -> '1234567'
# '-' (1+2j) -> '(1+2j)'
# '-' None !! TypeError unsupported format string passed to NoneType.__format__
# '-' [1] !! TypeError unsupported format string passed to list.__format__
# ' ' 42 -> ' 42'
# ' ' -42 -> '-42'
# ' ' 3.14159 -> ' 3.14159'
# ' ' -0.0 -> '-0.0'
# ' ' 1e+20 -> ' 1e+20'
# ' ' 0 -> ' 0'
# ' ' True -> ' 1'
# ' ' 'abc' !! ValueError Space not allowed in string format specifier
# ' ' 1234567 -> ' 1234567'
# ' ' (1+2j) -> '( 1+2j)'
# ' ' None !! TypeError unsupported format string passed to NoneType.__format__
# ' ' [1] !! TypeError unsupported format string passed to list.__format__
# ',' 42 -> '42'
# ',' -42 -> '-42'
# ',' 3.14159 -> '3.14159'
# ',' -0.0 -> '-0.0'
# ',' 1e+20 -> '1e+20'
# ',' 0 -> '0'
# ',' True -> '1'
# ',' 'abc' !! ValueError Cannot specify ',' with 's'.
# ',' 1234567 -> '1,234,567'
# ',' (1+2j) -> '(1+2j)'
# ',' None !! TypeError unsupported format string passed to NoneType.__format__
# ',' [1] !! TypeError unsupported format string passed to list.__format__
# '_' 42 -> '42'
# '_' -42 -> '-42'
# '_' 3.14159 -> '3.14159'
# '_' -0.0 -> '-0.0'
# '_' 1e+20 -> '1e+20'
# '_' 0 -> '0'
# '_' True -> '1'
# '_' 'abc' !! ValueError Cannot specify '_' with 's'.
# '_' 1234567 -> '1_234_567'
# '_' (1+2j) -> '(1+2j)'
# '_' None !! TypeError unsupported format string passed to NoneType.__format__
# '_' [1] !! TypeError unsupported format string passed to list.__format__
# 'b' 42 -> '101010'
# 'b' -42 -> '-101010'
# 'b' 3.14159 !! ValueError Unknown format code 'b' for object of type 'float'
# 'b' -0.0 !! ValueError Unknown format code 'b' for object of type 'float'
# 'b' 1e+20 !! ValueError Unknown format code 'b' for object of type 'float'
# 'b' 0 -> '0'
# 'b' True -> '1'
# 'b' 'abc' !! ValueError Unknown format code 'b' for object of type 'str'
# 'b' 1234567 -> '100101101011010000111'
# 'b' (1+2j) !! ValueError Unknown format code 'b' for object of type 'complex'
# 'b' None !! TypeError unsupported format string passed to NoneType.__format__
# 'b' [1] !! TypeError unsupported format string passed to list.__format__
# 'o' 42 -> '52'
# 'o' -42 -> '-52'
# 'o' 3.14159 !! ValueError Unknown format code 'o' for object of type 'float'
# 'o' -0.0 !! ValueError Unknown format code 'o' for object of type 'float'
# 'o' 1e+20 !! ValueError Unknown format code 'o' for object of type 'float'
# 'o' 0 -> '0'
# 'o' True -> '1'
# 'o' 'abc' !! ValueError Unknown format code 'o' for object of type 'str'
# 'o' 1234567 -> '4553207'
# 'o' (1+2j) !! ValueError Unknown format code 'o' for object of type 'complex'
# 'o' None !! TypeError unsupported format string passed to NoneType.__format__
# 'o' [1] !! TypeError unsupported format string passed to list.__format__
# 'x' 42 -> '2a'
# 'x' -42 -> '-2a'
# 'x' 3.14159 !! ValueError Unknown format code 'x' for object of type 'float'
# 'x' -0.0 !! ValueError Unknown format code 'x' for object of type 'float'
# 'x' 1e+20 !! ValueError Unknown format code 'x' for object of type 'float'
# 'x' 0 -> '0'
# 'x' True -> '1'
# 'x' 'abc' !! ValueError Unknown format code 'x' for object of type 'str'
# 'x' 1234567 -> '12d687'
# 'x' (1+2j) !! ValueError Unknown format code 'x' for object of type 'complex'
# 'x' None !! TypeError unsupported format string passed to NoneType.__format__
# 'x' [1] !! TypeError unsupported format string passed to list.__format__
# 'X' 42 -> '2A'
# 'X' -42 -> '-2A'
# 'X' 3.14159 !! ValueError Unknown format code 'X' for object of type 'float'
# 'X' -0.0 !! ValueError Unknown format code 'X' for object of type 'float'
# 'X' 1e+20 !! ValueError Unknown format code 'X' for object of type 'float'
# 'X' 0 -> '0'
# 'X' True -> '1'
# 'X' 'abc' !! ValueError Unknown format code 'X' for object of type 'str'
# 'X' 1234567 -> '12D687'
# 'X' (1+2j) !! ValueError Unknown format code 'X' for object of type 'complex'
# 'X' None !! TypeError unsupported format string passed to NoneType.__format__
# 'X' [1] !! TypeError unsupported format string passed to list.__format__
# '#b' 42 -> '0b101010'
# '#b' -42 -> '-0b101010'
# '#b' 3.14159 !! ValueError Unknown format code 'b' for object of type 'float'
# '#b' -0.0 !! ValueError Unknown format code 'b' for object of type 'float'
# '#b' 1e+20 !! ValueError Unknown format code 'b' for object of type 'float'
# '#b' 0 -> '0b0'
# '#b' True -> '0b1'
# '#b' 'abc' !! ValueError Unknown format code 'b' for object of type 'str'
# '#b' 1234567 -> '0b100101101011010000111'
# '#b' (1+2j) !! ValueError Unknown format code 'b' for object of type 'complex'
# '#b' None !! TypeError unsupported format string passed to NoneType.__format__
# '#b' [1] !! TypeError unsupported format string passed to list.__format__
# '#x' 42 -> '0x2a'
# '#x' -42 -> '-0x2a'
# '#x' 3.14159 !! ValueError Unknown format code 'x' for object of type 'float'
# '#x' -0.0 !! ValueError Unknown format code 'x' for object of type 'float'
# '#x' 1e+20 !! ValueError Unknown format code 'x' for object of type 'float'
# '#x' 0 -> '0x0'
# '#x' True -> '0x1'
# '#x' 'abc' !! ValueError Unknown format code 'x' for object of type 'str'
# '#x' 1234567 -> '0x12d687'
# '#x' (1+2j) !! ValueError Unknown format code 'x' for object of type 'complex'
# '#x' None !! TypeError unsupported format string passed to NoneType.__format__
# '#x' [1] !! TypeError unsupported format string passed to list.__format__
# 'c' 42 -> '*'
# 'c' -42 !! OverflowError %c arg not in range(0x110000)
# 'c' 3.14159 !! ValueError Unknown format code 'c' for object of type 'float'
# 'c' -0.0 !! ValueError Unknown format code 'c' for object of type 'float'
# 'c' 1e+20 !! ValueError Unknown format code 'c' for object of type 'float'
# 'c' 0 -> '\x00'
# 'c' True -> '\x01'
# 'c' 'abc' !! ValueError Unknown format code 'c' for object of type 'str'
# 'c' 1234567 !! OverflowError %c arg not in range(0x110000)
# 'c' (1+2j) !! ValueError Unknown format code 'c' for object of type 'complex'
# 'c' None !! TypeError unsupported format string passed to NoneType.__format__
# 'c' [1] !! TypeError unsupported format string passed to list.__format__
# 'd' 42 -> '42'
# 'd' -42 -> '-42'
# 'd' 3.14159 !! ValueError Unknown format code 'd' for object of type 'float'
# 'd' -0.0 !! ValueError Unknown format code 'd' for object of type 'float'
# 'd' 1e+20 !! ValueError Unknown format code 'd' for object of type 'float'
# 'd' 0 -> '0'
# 'd' True -> '1'
# 'd' 'abc' !! ValueError Unknown format code 'd' for object of type 'str'
# 'd' 1234567 -> '1234567'
# 'd' (1+2j) !! ValueError Unknown format code 'd' for object of type 'complex'
# 'd' None !! TypeError unsupported format string passed to NoneType.__format__
# 'd' [1] !! TypeError unsupported format string passed to list.__format__
# 'e' 42 -> '4.200000e+01'
# 'e' -42 -> '-4.200000e+01'
# 'e' 3.14159 -> '3.141590e+00'
# 'e' -0.0 -> '-0.000000e+00'
# 'e' 1e+20 -> '1.000000e+20'
# 'e' 0 -> '0.000000e+00'
# 'e' True -> '1.000000e+00'
# 'e' 'abc' !! ValueError Unknown format code 'e' for object of type 'str'
# 'e' 1234567 -> '1.234567e+06'
# 'e' (1+2j) -> '1.000000e+00+2.000000e+00j'
# 'e' None !! TypeError unsupported format string passed to NoneType.__format__
# 'e' [1] !! TypeError unsupported format string passed to list.__format__
# 'E' 42 -> '4.200000E+01'
# 'E' -42 -> '-4.200000E+01'
# 'E' 3.14159 -> '3.141590E+00'
# 'E' -0.0 -> '-0.000000E+00'
# 'E' 1e+20 -> '1.000000E+20'
# 'E' 0 -> '0.000000E+00'
# 'E' True -> '1.000000E+00'
# 'E' 'abc' !! ValueError Unknown format code 'E' for object of type 'str'
# 'E' 1234567 -> '1.234567E+06'
# 'E' (1+2j) -> '1.000000E+00+2.000000E+00j'
# 'E' None !! TypeError unsupported format string passed to NoneType.__format__
# 'E' [1] !! TypeError unsupported format string passed to list.__format__
# 'f' 42 -> '42.000000'
# 'f' -42 -> '-42.000000'
# 'f' 3.14159 -> '3.141590'
# 'f' -0.0 -> '-0.000000'
# 'f' 1e+20 -> '100000000000000000000.000000'
# 'f' 0 -> '0.000000'
# 'f' True -> '1.000000'
# 'f' 'abc' !! ValueError Unknown format code 'f' for object of type 'str'
# 'f' 1234567 -> '1234567.000000'
# 'f' (1+2j) -> '1.000000+2.000000j'
# 'f' None !! TypeError unsupported format string passed to NoneType.__format__
# 'f' [1] !! TypeError unsupported format string passed to list.__format__
# 'F' 42 -> '42.000000'
# 'F' -42 -> '-42.000000'
# 'F' 3.14159 -> '3.141590'
# 'F' -0.0 -> '-0.000000'
# 'F' 1e+20 -> '100000000000000000000.000000'
# 'F' 0 -> '0.000000'
# 'F' True -> '1.000000'
# 'F' 'abc' !! ValueError Unknown format code 'F' for object of type 'str'
# 'F' 1234567 -> '1234567.000000'
# 'F' (1+2j) -> '1.000000+2.000000j'
# 'F' None !! TypeError unsupported format string passed to NoneType.__format__
# 'F' [1] !! TypeError unsupported format string passed to list.__format__
# 'g' 42 -> '42'
# 'g' -42 -> '-42'
# 'g' 3.14159 -> '3.14159'
# 'g' -0.0 -> '-0'
# 'g' 1e+20 -> '1e+20'
# 'g' 0 -> '0'
# 'g' True -> '1'
# 'g' 'abc' !! ValueError Unknown format code 'g' for object of type 'str'
# 'g' 1234567 -> '1.23457e+06'
# 'g' (1+2j) -> '1+2j'
# 'g' None !! TypeError unsupported format string passed to NoneType.__format__
# 'g' [1] !! TypeError unsupported format string passed to list.__format__
# 'G' 42 -> '42'
# 'G' -42 -> '-42'
# 'G' 3.14159 -> '3.14159'
# 'G' -0.0 -> '-0'
# 'G' 1e+20 -> '1E+20'
# 'G' 0 -> '0'
# 'G' True -> '1'
# 'G' 'abc' !! ValueError Unknown format code 'G' for object of type 'str'
# 'G' 1234567 -> '1.23457E+06'
# 'G' (1+2j) -> '1+2j'
# 'G' None !! TypeError unsupported format string passed to NoneType.__format__
# 'G' [1] !! TypeError unsupported format string passed to list.__format__
# 'n' 42 -> '42'
# 'n' -42 -> '-42'
# 'n' 3.14159 -> '3.14159'
# 'n' -0.0 -> '-0'
# 'n' 1e+20 -> '1e+20'
# 'n' 0 -> '0'
# 'n' True -> '1'
# 'n' 'abc' !! ValueError Unknown format code 'n' for object of type 'str'
# 'n' 1234567 -> '1234567'
# 'n' (1+2j) -> '1+2j'
# 'n' None !! TypeError unsupported format string passed to NoneType.__format__
# 'n' [1] !! TypeError unsupported format string passed to list.__format__
# '%' 42 -> '4200.000000%'
# '%' -42 -> '-4200.000000%'
# '%' 3.14159 -> '314.159000%'
# '%' -0.0 -> '-0.000000%'
# '%' 1e+20 -> '10000000000000000000000.000000%'
# '%' 0 -> '0.000000%'
# '%' True -> '100.000000%'
# '%' 'abc' !! ValueError Unknown format code '%' for object of type 'str'
# '%' 1234567 -> '123456700.000000%'
# '%' (1+2j) !! ValueError Unknown format code '%' for object of type 'complex'
# '%' None !! TypeError unsupported format string passed to NoneType.__format__
# '%' [1] !! TypeError unsupported format string passed to list.__format__
# '10.3f' 42 -> '    42.000'
# '10.3f' -42 -> '   -42.000'
# '10.3f' 3.14159 -> '     3.142'
# '10.3f' -0.0 -> '    -0.000'
# '10.3f' 1e+20 -> '100000000000000000000.000'
# '10.3f' 0 -> '     0.000'
# '10.3f' True -> '     1.000'
# '10.3f' 'abc' !! ValueError Unknown format code 'f' for object of type 'str'
# '10.3f' 1234567 -> '1234567.000'
# '10.3f' (1+2j) -> '1.000+2.000j'
# '10.3f' None !! TypeError unsupported format string passed to NoneType.__format__
# '10.3f' [1] !! TypeError unsupported format string passed to list.__format__
# '+.2e' 42 -> '+4.20e+01'
# '+.2e' -42 -> '-4.20e+01'
# '+.2e' 3.14159 -> '+3.14e+00'
# '+.2e' -0.0 -> '-0.00e+00'
# '+.2e' 1e+20 -> '+1.00e+20'
# '+.2e' 0 -> '+0.00e+00'
# '+.2e' True -> '+1.00e+00'
# '+.2e' 'abc' !! ValueError Unknown format code 'e' for object of type 'str'
# '+.2e' 1234567 -> '+1.23e+06'
# '+.2e' (1+2j) -> '+1.00e+00+2.00e+00j'
# '+.2e' None !! TypeError unsupported format string passed to NoneType.__format__
# '+.2e' [1] !! TypeError unsupported format string passed to list.__format__
# '#.3g' 42 -> '42.0'
# '#.3g' -42 -> '-42.0'
# '#.3g' 3.14159 -> '3.14'
# '#.3g' -0.0 -> '-0.00'
# '#.3g' 1e+20 -> '1.00e+20'
# '#.3g' 0 -> '0.00'
# '#.3g' True -> '1.00'
# '#.3g' 'abc' !! ValueError Unknown format code 'g' for object of type 'str'
# '#.3g' 1234567 -> '1.23e+06'
# '#.3g' (1+2j) -> '1.00+2.00j'
# '#.3g' None !! TypeError unsupported format string passed to NoneType.__format__
# '#.3g' [1] !! TypeError unsupported format string passed to list.__format__
# '=+10' 42 -> '+       42'
# '=+10' -42 -> '-       42'
# '=+10' 3.14159 -> '+  3.14159'
# '=+10' -0.0 -> '-      0.0'
# '=+10' 1e+20 -> '+    1e+20'
# '=+10' 0 -> '+        0'
# '=+10' True -> '+        1'
# '=+10' 'abc' !! ValueError Sign not allowed in string format specifier
# '=+10' 1234567 -> '+  1234567'
# '=+10' (1+2j) !! ValueError '=' alignment flag is not allowed in complex format specifier
# '=+10' None !! TypeError unsupported format string passed to NoneType.__format__
# '=+10' [1] !! TypeError unsupported format string passed to list.__format__
# '0=10' 42 -> '0000000042'
# '0=10' -42 -> '-000000042'
# '0=10' 3.14159 -> '0003.14159'
# '0=10' -0.0 -> '-0000000.0'
# '0=10' 1e+20 -> '000001e+20'
# '0=10' 0 -> '0000000000'
# '0=10' True -> '0000000001'
# '0=10' 'abc' !! ValueError '=' alignment not allowed in string format specifier
# '0=10' 1234567 -> '0001234567'
# '0=10' (1+2j) !! ValueError Zero padding is not allowed in complex format specifier
# '0=10' None !! TypeError unsupported format string passed to NoneType.__format__
# '0=10' [1] !! TypeError unsupported format string passed to list.__format__
# ',.2f' 42 -> '42.00'
# ',.2f' -42 -> '-42.00'
# ',.2f' 3.14159 -> '3.14'
# ',.2f' -0.0 -> '-0.00'
# ',.2f' 1e+20 -> '100,000,000,000,000,000,000.00'
# ',.2f' 0 -> '0.00'
# ',.2f' True -> '1.00'
# ',.2f' 'abc' !! ValueError Unknown format code 'f' for object of type 'str'
# ',.2f' 1234567 -> '1,234,567.00'
# ',.2f' (1+2j) -> '1.00+2.00j'
# ',.2f' None !! TypeError unsupported format string passed to NoneType.__format__
# ',.2f' [1] !! TypeError unsupported format string passed to list.__format__
# '_b' 42 -> '10_1010'
# '_b' -42 -> '-10_1010'
# '_b' 3.14159 !! ValueError Unknown format code 'b' for object of type 'float'
# '_b' -0.0 !! ValueError Unknown format code 'b' for object of type 'float'
# '_b' 1e+20 !! ValueError Unknown format code 'b' for object of type 'float'
# '_b' 0 -> '0'
# '_b' True -> '1'
# '_b' 'abc' !! ValueError Unknown format code 'b' for object of type 'str'
# '_b' 1234567 -> '1_0010_1101_0110_1000_0111'
# '_b' (1+2j) !! ValueError Unknown format code 'b' for object of type 'complex'
# '_b' None !! TypeError unsupported format string passed to NoneType.__format__
# '_b' [1] !! TypeError unsupported format string passed to list.__format__
# '_x' 42 -> '2a'
# '_x' -42 -> '-2a'
# '_x' 3.14159 !! ValueError Unknown format code 'x' for object of type 'float'
# '_x' -0.0 !! ValueError Unknown format code 'x' for object of type 'float'
# '_x' 1e+20 !! ValueError Unknown format code 'x' for object of type 'float'
# '_x' 0 -> '0'
# '_x' True -> '1'
# '_x' 'abc' !! ValueError Unknown format code 'x' for object of type 'str'
# '_x' 1234567 -> '12_d687'
# '_x' (1+2j) !! ValueError Unknown format code 'x' for object of type 'complex'
# '_x' None !! TypeError unsupported format string passed to NoneType.__format__
# '_x' [1] !! TypeError unsupported format string passed to list.__format__
# '#_x' 42 -> '0x2a'
# '#_x' -42 -> '-0x2a'
# '#_x' 3.14159 !! ValueError Unknown format code 'x' for object of type 'float'
# '#_x' -0.0 !! ValueError Unknown format code 'x' for object of type 'float'
# '#_x' 1e+20 !! ValueError Unknown format code 'x' for object of type 'float'
# '#_x' 0 -> '0x0'
# '#_x' True -> '0x1'
# '#_x' 'abc' !! ValueError Unknown format code 'x' for object of type 'str'
# '#_x' 1234567 -> '0x12_d687'
# '#_x' (1+2j) !! ValueError Unknown format code 'x' for object of type 'complex'
# '#_x' None !! TypeError unsupported format string passed to NoneType.__format__
# '#_x' [1] !! TypeError unsupported format string passed to list.__format__
# '.3' 42 !! ValueError Precision not allowed in integer format specifier
# '.3' -42 !! ValueError Precision not allowed in integer format specifier
# '.3' 3.14159 -> '3.14'
# '.3' -0.0 -> '-0.0'
# '.3' 1e+20 -> '1e+20'
# '.3' 0 !! ValueError Precision not allowed in integer format specifier
# '.3' True !! ValueError Precision not allowed in integer format specifier
# '.3' 'abc' -> 'abc'
# '.3' 1234567 !! ValueError Precision not allowed in integer format specifier
# '.3' (1+2j) -> '(1+2j)'
# '.3' None !! TypeError unsupported format string passed to NoneType.__format__
# '.3' [1] !! TypeError unsupported format string passed to list.__format__
# '.0f' 42 -> '42'
# '.0f' -42 -> '-42'
# '.0f' 3.14159 -> '3'
# '.0f' -0.0 -> '-0'
# '.0f' 1e+20 -> '100000000000000000000'
# '.0f' 0 -> '0'
# '.0f' True -> '1'
# '.0f' 'abc' !! ValueError Unknown format code 'f' for object of type 'str'
# '.0f' 1234567 -> '1234567'
# '.0f' (1+2j) -> '1+2j'
# '.0f' None !! TypeError unsupported format string passed to NoneType.__format__
# '.0f' [1] !! TypeError unsupported format string passed to list.__format__
# 'z' 42 !! ValueError Negative zero coercion (z) not allowed in integer format specifier
# 'z' -42 !! ValueError Negative zero coercion (z) not allowed in integer format specifier
# 'z' 3.14159 -> '3.14159'
# 'z' -0.0 -> '0.0'
# 'z' 1e+20 -> '1e+20'
# 'z' 0 !! ValueError Negative zero coercion (z) not allowed in integer format specifier
# 'z' True !! ValueError Negative zero coercion (z) not allowed in integer format specifier
# 'z' 'abc' !! ValueError Negative zero coercion (z) not allowed in string format specifier
# 'z' 1234567 !! ValueError Negative zero coercion (z) not allowed in integer format specifier
# 'z' (1+2j) -> '(1+2j)'
# 'z' None !! TypeError unsupported format string passed to NoneType.__format__
# 'z' [1] !! TypeError unsupported format string passed to list.__format__
# 'z.1f' 42 -> '42.0'
# 'z.1f' -42 -> '-42.0'
# 'z.1f' 3.14159 -> '3.1'
# 'z.1f' -0.0 -> '0.0'
# 'z.1f' 1e+20 -> '100000000000000000000.0'
# 'z.1f' 0 -> '0.0'
# 'z.1f' True -> '1.0'
# 'z.1f' 'abc' !! ValueError Unknown format code 'f' for object of type 'str'
# 'z.1f' 1234567 -> '1234567.0'
# 'z.1f' (1+2j) -> '1.0+2.0j'
# 'z.1f' None !! TypeError unsupported format string passed to NoneType.__format__
# 'z.1f' [1] !! TypeError unsupported format string passed to list.__format__
# '08.3f' 42 -> '0042.000'
# '08.3f' -42 -> '-042.000'
# '08.3f' 3.14159 -> '0003.142'
# '08.3f' -0.0 -> '-000.000'
# '08.3f' 1e+20 -> '100000000000000000000.000'
# '08.3f' 0 -> '0000.000'
# '08.3f' True -> '0001.000'
# '08.3f' 'abc' !! ValueError Unknown format code 'f' for object of type 'str'
# '08.3f' 1234567 -> '1234567.000'
# '08.3f' (1+2j) !! ValueError Zero padding is not allowed in complex format specifier
# '08.3f' None !! TypeError unsupported format string passed to NoneType.__format__
# '08.3f' [1] !! TypeError unsupported format string passed to list.__format__
# '^+10,d' 42 -> '   +42    '
# '^+10,d' -42 -> '   -42    '
# '^+10,d' 3.14159 !! ValueError Unknown format code 'd' for object of type 'float'
# '^+10,d' -0.0 !! ValueError Unknown format code 'd' for object of type 'float'
# '^+10,d' 1e+20 !! ValueError Unknown format code 'd' for object of type 'float'
# '^+10,d' 0 -> '    +0    '
# '^+10,d' True -> '    +1    '
# '^+10,d' 'abc' !! ValueError Unknown format code 'd' for object of type 'str'
# '^+10,d' 1234567 -> '+1,234,567'
# '^+10,d' (1+2j) !! ValueError Unknown format code 'd' for object of type 'complex'
# '^+10,d' None !! TypeError unsupported format string passed to NoneType.__format__
# '^+10,d' [1] !! TypeError unsupported format string passed to list.__format__
