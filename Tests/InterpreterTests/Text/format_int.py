for value in (0, 1, -1, 42, -255, 1234567, 10**20):
    for spec in ('', 'd', 'b', 'o', 'x', 'X', '#x', '#b', '+d', ' d', '5', '<5', '^7', '=+8', '08', ',', '_', '_x', '010,', '*^12', 'e', '.2f', '%', 'g', 'n', '020_b'):
        print(repr(format(value, spec)), end=' ')
    print()
# expect:
# '0' '0' '0' '0' '0' '0' '0x0' '0b0' '+0' ' 0' '    0' '0    ' '   0   ' '+      0' '00000000' '0' '0' '0' '00,000,000' '*****0******' '0.000000e+00' '0.00' '0.000000%' '0' '0' '0_0000_0000_0000_0000' 
# '1' '1' '1' '1' '1' '1' '0x1' '0b1' '+1' ' 1' '    1' '1    ' '   1   ' '+      1' '00000001' '1' '1' '1' '00,000,001' '*****1******' '1.000000e+00' '1.00' '100.000000%' '1' '1' '0_0000_0000_0000_0001' 
# '-1' '-1' '-1' '-1' '-1' '-1' '-0x1' '-0b1' '-1' '-1' '   -1' '-1   ' '  -1   ' '-      1' '-0000001' '-1' '-1' '-1' '-0,000,001' '*****-1*****' '-1.000000e+00' '-1.00' '-100.000000%' '-1' '-1' '-0000_0000_0000_0001' 
# '42' '42' '101010' '52' '2a' '2A' '0x2a' '0b101010' '+42' ' 42' '   42' '42   ' '  42   ' '+     42' '00000042' '42' '42' '2a' '00,000,042' '*****42*****' '4.200000e+01' '42.00' '4200.000000%' '42' '42' '0_0000_0000_0010_1010' 
# '-255' '-255' '-11111111' '-377' '-ff' '-FF' '-0xff' '-0b11111111' '-255' '-255' ' -255' '-255 ' ' -255  ' '-    255' '-0000255' '-255' '-255' '-ff' '-0,000,255' '****-255****' '-2.550000e+02' '-255.00' '-25500.000000%' '-255' '-255' '-0000_0000_1111_1111' 
# '1234567' '1234567' '100101101011010000111' '4553207' '12d687' '12D687' '0x12d687' '0b100101101011010000111' '+1234567' ' 1234567' '1234567' '1234567' '1234567' '+1234567' '01234567' '1,234,567' '1_234_567' '12_d687' '01,234,567' '**1234567***' '1.234567e+06' '1234567.00' '123456700.000000%' '1.23457e+06' '1234567' '1_0010_1101_0110_1000_0111' 
# '100000000000000000000' '100000000000000000000' '1010110101111000111010111100010110101100011000100000000000000000000' '12657072742654304000000' '56bc75e2d63100000' '56BC75E2D63100000' '0x56bc75e2d63100000' '0b1010110101111000111010111100010110101100011000100000000000000000000' '+100000000000000000000' ' 100000000000000000000' '100000000000000000000' '100000000000000000000' '100000000000000000000' '+100000000000000000000' '100000000000000000000' '100,000,000,000,000,000,000' '100_000_000_000_000_000_000' '5_6bc7_5e2d_6310_0000' '100,000,000,000,000,000,000' '100000000000000000000' '1.000000e+20' '100000000000000000000.00' '10000000000000000000000.000000%' '1e+20' '100000000000000000000' '101_0110_1011_1100_0111_0101_1110_0010_1101_0110_0011_0001_0000_0000_0000_0000_0000' 
# ---
print(format(65, 'c'), format(True, 'd'), format(True), format(False, '5'), repr(format(8364, '3c')))
# expect:
# A 1 True     0 '  €'
# ---
format(1, 's')  # raises: ValueError: Unknown format code 's' for object of type 'int'
# ---
format(1, '.3d')  # raises: ValueError: Precision not allowed in integer format specifier
# ---
format(-1, 'c')  # raises: OverflowError: %c arg not in range(0x110000)
# ---
format(1, ',x')  # raises: ValueError: Cannot specify ',' with 'x'.
# ---
format(1, '5z5')  # raises: ValueError: Invalid format specifier '5z5' for object of type 'int'
# ---
format(1, ',_')  # raises: ValueError: Cannot specify both ',' and '_'.
# ---
format(1, '+c')  # raises: ValueError: Sign not allowed with integer format specifier 'c'
# ---
format('a', 'd')  # raises: ValueError: Unknown format code 'd' for object of type 'str'
# ---
format('a', '+')  # raises: ValueError: Sign not allowed in string format specifier
# ---
format('a', '=5')  # raises: ValueError: '=' alignment not allowed in string format specifier
# ---
format('a', ',')  # raises: ValueError: Cannot specify ',' with 's'.
# ---
format('a', '#')  # raises: ValueError: Alternate form (#) not allowed in string format specifier
# ---
format(1.5, 'd')  # raises: ValueError: Unknown format code 'd' for object of type 'float'
# ---
format([], '5')  # raises: TypeError: unsupported format string passed to list.__format__
# ---
format(1, '.')  # raises: ValueError: Format specifier missing precision
