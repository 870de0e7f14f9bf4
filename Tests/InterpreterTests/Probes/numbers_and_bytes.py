import warnings; warnings.simplefilter("ignore")
# Each line is evaluated, or else executed, and shown with its value or its exception.
def show(text, setting=''):
    for line in text.strip().split('\n'):
        names = {'__name__': '__main__'}
        exec(setting, names)
        try:
            try: code = eval(line, names)
            except SyntaxError: exec(line, names); print(line, '=> done'); continue
            print(line, '=>', repr(code))
        except BaseException as error: print(line, '=>', type(error).__name__, error)
SETTING = ''
show(r'''
(10).bit_length(), (-5).bit_count(), (5).to_bytes(2,'big'), int.from_bytes(b'\x01\x00','little'), (5).as_integer_ratio(), (3).conjugate(), (3).numerator, (255).to_bytes(1,'big',signed=False), int.from_bytes(b'\xff','big',signed=True), (5).__floordiv__(2), (5).__rsub__(7), (2).__pow__(3,5), (5).is_integer() if hasattr(5,'is_integer') else None
(256).to_bytes(1,'big')
(-1).to_bytes(1,'big')
(1.5).hex(), float.fromhex('0x1.8p+0'), (1.5).is_integer(), (0.1).as_integer_ratio(), float('inf').is_integer(), (2.0).__int__(), (1e16).__repr__(), 1e15, 1e16, 123456789012345678.0, 0.1+0.2, 1/3, 1e-5, 0.0001, 1e22, 5e-324, 1.7976931348623157e308, -0.0, 1e100, 100000.0, 1.0e-10
float('inf').as_integer_ratio()
float.fromhex('x')
complex(1,2).conjugate(), abs(3+4j), (1+2j)*(3-4j), (1+2j)/(3-4j), (1+2j)**2, 1j**2, (1+2j)==(1+2j), complex('1e3-2j'), -(1+2j), repr(complex(0,-0.0)), complex(float('nan'),float('inf')), (1+2j).real, bool(0j), 1j*1j, (1+0j)==1, hash(1+0j)==hash(1), 2**(1j), complex(1.5), +1j
(1+2j)<(1+2j)
(1+2j)//1
(1+2j)%1
int(1j)
float(1j)
1j/0
10**30, -10**30, 10**30//7, -10**30//7, 10**30%7, -10**30%7, divmod(10**30,-7), 10**30>>10, 1<<100, -1<<70, (10**30)&0xff, (10**30)|1, ~10**30, 10**30^5, float(10**30), int(1e30), 10**30==1e30, hash(10**30), hash(-10**30), hash(2**61-1), hash(2**61), str(2**200), f'{2**100:,}', f'{2**100:x}', f'{2**100:e}', (2**100).bit_length(), 2**100/2**99, 10**30/3, round(10**30,-29), pow(3,10**5,10**9+7), -7//2, -7%3, 7//-2, 7%-3, 2**64-2**64, int('1'*50), abs(-2**70), 2**63, -2**63, -2**63-1, 9223372036854775807+1, 9223372036854775807*2, -9223372036854775808//-1, 3037000500**2
1e308*10, -1e308*10, 1e400, float('1e400'), 5%-1.5, -5%1.5, 5.5//1, -5.5//1, divmod(-5.5,2), 2.0**0.5, (-2.0)**2, 0.0**0, 1.0**float('nan'), float('nan')==float('nan'), float('nan')!=float('nan'), min(float('nan'),1), sorted([3,1.5,2]), 1.5+True, 7.0//0.5, 1e-320, 3.0==3, hash(3.0)==hash(3), hash(0.5), hash(float('inf')), hash(1e300), int(1e18), round(0.5), round(1.5), round(-0.5), round(2.675,2), round(1e16,2), round(123.456,-1), round(5e-324,400), round(1.0), round(1.25,1), round(-1.5), 1e23, 8.5e22, 9007199254740993.0
1e400-1e400, 2**0.5, 10**-2, 10**-400, 2.0**1024
0.1.__hash__()==hash(0.1), True+1, True*3, -True, ~True, True/2, True//2, True**2, True<<2, True&1, True|False, True^True, isinstance(True,int), int(True), float(True), str(True), True==1, True is 1, not True, bool([]), bool('a'), bool(0.0), bool(None)
b'abc'[0], b'abc'[1:], b'abc'+b'd', b'ab'*2, b'a' in b'abc', 97 in b'abc', b'abc'.find(b'c'), b'a,b'.split(b','), b' a '.strip(), b'abc'.replace(b'b',b'x'), b'abc'.hex(), b'abc'.hex('-'), bytes.fromhex('61 62'), b'abc'.upper(), b'a'.join([b'x',b'y']), b'abc'.startswith(b'a'), b'abc'.decode(), list(b'abc'), bytes(3), bytes([1,2]), bytes('é','utf8'), b'\x00\xff', repr(b'\'"'), b'abc'<b'abd', hash(b'a')==hash(b'a'), b'%d %s' % (1,b'x'), b'abc'.center(7,b'*'), b'abc'.isalpha(), b'a\nb'.splitlines(), b'abc'.index(b'b'), b'abc'.count(b''), b'Ab'.swapcase(), b'abc'.partition(b'b'), b'abc'.translate(bytes.maketrans(b'a',b'z')), b'abc'.zfill(5), b'a\tb'.expandtabs(2), b'ab'.ljust(4)+b'|', b'abc'.rfind(b'c'), b'abc'.removeprefix(b'a'), b'abc'.title(), b'abc'.capitalize()
b'abc'[5]
b'abc'+'d'
b'abc'.find('c')
b'abc'.decode('ascii','x'), b'\xff'.decode('latin1'), b'\xff'.decode('utf8','ignore'), b'\xff'.decode('utf8','replace'), b'\xe9\x00'.decode('utf-16-le')
b'\xff'.decode()
b'\xff'.decode('ascii')
b'abc'=='abc', b'abc'==bytearray(b'abc'), bytearray(b'abc'), bytearray(3)
x=bytearray(b'abc'); x[0]=65; x.append(100); x.extend(b'ef'); x+=b'g'; del x[1]; x.insert(0,90); x.pop(); x.reverse(); print(x, x.hex(), len(x))
x=bytearray(b'a'); x[0]=256
x=bytearray(b'a'); x.append('a')
x=b'abc'; x[0]=1
bytes.fromhex('6')
bytes.fromhex('zz')
bytes([1,'a'])
bytes(-1)
bytes(10**20)
'abc'.encode('utf-16-le'), 'abc'.encode('utf-32') if 0 else 1, 'ab'.encode('ascii')
int.from_bytes([1,2],'big'), int.from_bytes(b'','big'), int('-0b11',0), int('0o17',8), int(' 1_0 '), int(b'12'), int('+5'), int(True), int(2.9), int(-2.9), int('٣')
int('0b2',0)
int('012',0)
int('1 2')
int('1.0')
int('x',16)
int(None)
int('5',base=40)
int('5',base='a')
sum([0.1]*10), sum([1,2.5,3]), sum([10**20,1]), sum(range(10**3)), sum([True]*3), sum([1j,2]), sum([[1]],[])
max(1,2.0), max('a','b',key=ord), min([3,1,2]), min((1,'a'),(0,'b')), max([1,2],[1,3]), max({1:2,3:1}), max({1:2,3:1},key=lambda k:{1:2,3:1}[k])
divmod(7,2), divmod(-7,2), divmod(7.5,2), divmod(True,2), pow(2,10), pow(2,-1), pow(2.0,3), pow(3,-1,7), pow(0,0), pow(-2,3,5)
bin(10), oct(10), hex(10), bin(-10), hex(2**70), chr(128512), ord('😀'), ascii('é😀'), repr('é'), format(10,'b'), format(10,'#b'), format(-10,'+d'), format(3.14,'.1f'), format('a','>5'), format(255,'X'), format(1e6,','), format(0.5,'%'), format(True,'d'), format(10,'08b'), format(12345.678,'_.1f'), format(5,'c') , format(-5,'=5'), format(1e-7,'g'), format(123456789,'g'), format(100,'e'), format(1.5,'010.3f'), format(float('nan'),'010'), format(0.00001,'.3g'), format(1234.5,'.2e'), format(-0.0,'+.1f'), format(1e10,'.0f'), format(2.5,'.0f'), format(3.5,'.0f'), format(0,'.3g'), format(1e16,''), format(1e16,'.17g'), format(1.1,'.20f'), format(10**20,'.3g'), format(5,'n'), format(5.5,'n')
''', SETTING)
# expect:
# (10).bit_length(), (-5).bit_count(), (5).to_bytes(2,'big'), int.from_bytes(b'\x01\x00','little'), (5).as_integer_ratio(), (3).conjugate(), (3).numerator, (255).to_bytes(1,'big',signed=False), int.from_bytes(b'\xff','big',signed=True), (5).__floordiv__(2), (5).__rsub__(7), (2).__pow__(3,5), (5).is_integer() if hasattr(5,'is_integer') else None => (4, 2, b'\x00\x05', 1, (5, 1), 3, 3, b'\xff', -1, 2, 2, 3, None)
# (256).to_bytes(1,'big') => OverflowError int too big to convert
# (-1).to_bytes(1,'big') => OverflowError can't convert negative int to unsigned
# (1.5).hex(), float.fromhex('0x1.8p+0'), (1.5).is_integer(), (0.1).as_integer_ratio(), float('inf').is_integer(), (2.0).__int__(), (1e16).__repr__(), 1e15, 1e16, 123456789012345678.0, 0.1+0.2, 1/3, 1e-5, 0.0001, 1e22, 5e-324, 1.7976931348623157e308, -0.0, 1e100, 100000.0, 1.0e-10 => ('0x1.8000000000000p+0', 1.5, False, (3602879701896397, 36028797018963968), False, 2, '1e+16', 1000000000000000.0, 1e+16, 1.2345678901234568e+17, 0.30000000000000004, 0.3333333333333333, 1e-05, 0.0001, 1e+22, 5e-324, 1.7976931348623157e+308, -0.0, 1e+100, 100000.0, 1e-10)
# float('inf').as_integer_ratio() => OverflowError cannot convert Infinity to integer ratio
# float.fromhex('x') => ValueError invalid hexadecimal floating-point string
# complex(1,2).conjugate(), abs(3+4j), (1+2j)*(3-4j), (1+2j)/(3-4j), (1+2j)**2, 1j**2, (1+2j)==(1+2j), complex('1e3-2j'), -(1+2j), repr(complex(0,-0.0)), complex(float('nan'),float('inf')), (1+2j).real, bool(0j), 1j*1j, (1+0j)==1, hash(1+0j)==hash(1), 2**(1j), complex(1.5), +1j => ((1-2j), 5.0, (11+2j), (-0.2+0.4j), (-3+4j), (-1+0j), True, (1000-2j), (-1-2j), '-0j', (nan+infj), 1.0, False, (-1+0j), True, True, (0.7692389013639721+0.6389612763136348j), (1.5+0j), 1j)
# (1+2j)<(1+2j) => TypeError '<' not supported between instances of 'complex' and 'complex'
# (1+2j)//1 => TypeError unsupported operand type(s) for //: 'complex' and 'int'
# (1+2j)%1 => TypeError unsupported operand type(s) for %: 'complex' and 'int'
# int(1j) => TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'
# float(1j) => TypeError float() argument must be a string or a real number, not 'complex'
# 1j/0 => ZeroDivisionError complex division by zero
# 10**30, -10**30, 10**30//7, -10**30//7, 10**30%7, -10**30%7, divmod(10**30,-7), 10**30>>10, 1<<100, -1<<70, (10**30)&0xff, (10**30)|1, ~10**30, 10**30^5, float(10**30), int(1e30), 10**30==1e30, hash(10**30), hash(-10**30), hash(2**61-1), hash(2**61), str(2**200), f'{2**100:,}', f'{2**100:x}', f'{2**100:e}', (2**100).bit_length(), 2**100/2**99, 10**30/3, round(10**30,-29), pow(3,10**5,10**9+7), -7//2, -7%3, 7//-2, 7%-3, 2**64-2**64, int('1'*50), abs(-2**70), 2**63, -2**63, -2**63-1, 9223372036854775807+1, 9223372036854775807*2, -9223372036854775808//-1, 3037000500**2 => (1000000000000000000000000000000, -1000000000000000000000000000000, 142857142857142857142857142857, -142857142857142857142857142858, 1, 6, (-142857142857142857142857142858, -6), 976562500000000000000000000, 1267650600228229401496703205376, -1180591620717411303424, 0, 1000000000000000000000000000001, -1000000000000000000000000000001, 1000000000000000000000000000005, 1e+30, 1000000000000000019884624838656, False, 465258685558744706, -465258685558744706, 0, 1, '1606938044258990275541962092341162602522202993782792835301376', '1,267,650,600,228,229,401,496,703,205,376', '10000000000000000000000000', '1.267651e+30', 101, 2.0, 3.333333333333333e+29, 1000000000000000000000000000000, 916902199, -4, 2, -4, -2, 0, 11111111111111111111111111111111111111111111111111, 1180591620717411303424, 9223372036854775808, -9223372036854775808, -9223372036854775809, 9223372036854775808, 18446744073709551614, 9223372036854775808, 9223372037000250000)
# 1e308*10, -1e308*10, 1e400, float('1e400'), 5%-1.5, -5%1.5, 5.5//1, -5.5//1, divmod(-5.5,2), 2.0**0.5, (-2.0)**2, 0.0**0, 1.0**float('nan'), float('nan')==float('nan'), float('nan')!=float('nan'), min(float('nan'),1), sorted([3,1.5,2]), 1.5+True, 7.0//0.5, 1e-320, 3.0==3, hash(3.0)==hash(3), hash(0.5), hash(float('inf')), hash(1e300), int(1e18), round(0.5), round(1.5), round(-0.5), round(2.675,2), round(1e16,2), round(123.456,-1), round(5e-324,400), round(1.0), round(1.25,1), round(-1.5), 1e23, 8.5e22, 9007199254740993.0 => (inf, -inf, inf, inf, -1.0, 1.0, 5.0, -6.0, (-3.0, 0.5), 1.4142135623730951, 4.0, 1.0, 1.0, False, True, nan, [1.5, 2, 3], 2.5, 14.0, 1e-320, True, True, 1152921504606846976, 314159, 1224995262755759164, 1000000000000000000, 0, 2, 0, 2.67, 1e+16, 120.0, 5e-324, 1, 1.2, -2, 1e+23, 8.5e+22, 9007199254740992.0)
# 1e400-1e400, 2**0.5, 10**-2, 10**-400, 2.0**1024 => OverflowError (34, 'Numerical result out of range')
# 0.1.__hash__()==hash(0.1), True+1, True*3, -True, ~True, True/2, True//2, True**2, True<<2, True&1, True|False, True^True, isinstance(True,int), int(True), float(True), str(True), True==1, True is 1, not True, bool([]), bool('a'), bool(0.0), bool(None) => (True, 2, 3, -1, -2, 0.5, 0, 1, 4, 1, True, False, True, 1, 1.0, 'True', True, False, False, False, True, False, False)
# b'abc'[0], b'abc'[1:], b'abc'+b'd', b'ab'*2, b'a' in b'abc', 97 in b'abc', b'abc'.find(b'c'), b'a,b'.split(b','), b' a '.strip(), b'abc'.replace(b'b',b'x'), b'abc'.hex(), b'abc'.hex('-'), bytes.fromhex('61 62'), b'abc'.upper(), b'a'.join([b'x',b'y']), b'abc'.startswith(b'a'), b'abc'.decode(), list(b'abc'), bytes(3), bytes([1,2]), bytes('é','utf8'), b'\x00\xff', repr(b'\'"'), b'abc'<b'abd', hash(b'a')==hash(b'a'), b'%d %s' % (1,b'x'), b'abc'.center(7,b'*'), b'abc'.isalpha(), b'a\nb'.splitlines(), b'abc'.index(b'b'), b'abc'.count(b''), b'Ab'.swapcase(), b'abc'.partition(b'b'), b'abc'.translate(bytes.maketrans(b'a',b'z')), b'abc'.zfill(5), b'a\tb'.expandtabs(2), b'ab'.ljust(4)+b'|', b'abc'.rfind(b'c'), b'abc'.removeprefix(b'a'), b'abc'.title(), b'abc'.capitalize() => (97, b'bc', b'abcd', b'abab', True, True, 2, [b'a', b'b'], b'a', b'axc', '616263', '61-62-63', b'ab', b'ABC', b'xay', True, 'abc', [97, 98, 99], b'\x00\x00\x00', b'\x01\x02', b'\xc3\xa9', b'\x00\xff', 'b\'\\\'"\'', True, True, b'1 x', b'**abc**', True, [b'a', b'b'], 1, 4, b'aB', (b'a', b'b', b'c'), b'zbc', b'00abc', b'a b', b'ab  |', 2, b'bc', b'Abc', b'Abc')
# b'abc'[5] => IndexError index out of range
# b'abc'+'d' => TypeError can't concat str to bytes
# b'abc'.find('c') => TypeError argument should be integer or bytes-like object, not 'str'
# b'abc'.decode('ascii','x'), b'\xff'.decode('latin1'), b'\xff'.decode('utf8','ignore'), b'\xff'.decode('utf8','replace'), b'\xe9\x00'.decode('utf-16-le') => ('abc', 'ÿ', '', '�', 'é')
# b'\xff'.decode() => UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# b'\xff'.decode('ascii') => UnicodeDecodeError 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)
# b'abc'=='abc', b'abc'==bytearray(b'abc'), bytearray(b'abc'), bytearray(3) => (False, True, bytearray(b'abc'), bytearray(b'\x00\x00\x00'))
# bytearray(b'fedcAZ') 66656463415a 6
# x=bytearray(b'abc'); x[0]=65; x.append(100); x.extend(b'ef'); x+=b'g'; del x[1]; x.insert(0,90); x.pop(); x.reverse(); print(x, x.hex(), len(x)) => done
# x=bytearray(b'a'); x[0]=256 => ValueError byte must be in range(0, 256)
# x=bytearray(b'a'); x.append('a') => TypeError 'str' object cannot be interpreted as an integer
# x=b'abc'; x[0]=1 => TypeError 'bytes' object does not support item assignment
# bytes.fromhex('6') => ValueError non-hexadecimal number found in fromhex() arg at position 1
# bytes.fromhex('zz') => ValueError non-hexadecimal number found in fromhex() arg at position 0
# bytes([1,'a']) => TypeError 'str' object cannot be interpreted as an integer
# bytes(-1) => ValueError negative count
# bytes(10**20) => OverflowError cannot fit 'int' into an index-sized integer
# 'abc'.encode('utf-16-le'), 'abc'.encode('utf-32') if 0 else 1, 'ab'.encode('ascii') => (b'a\x00b\x00c\x00', 1, b'ab')
# int.from_bytes([1,2],'big'), int.from_bytes(b'','big'), int('-0b11',0), int('0o17',8), int(' 1_0 '), int(b'12'), int('+5'), int(True), int(2.9), int(-2.9), int('٣') => (258, 0, -3, 15, 10, 12, 5, 1, 2, -2, 3)
# int('0b2',0) => ValueError invalid literal for int() with base 0: '0b2'
# int('012',0) => ValueError invalid literal for int() with base 0: '012'
# int('1 2') => ValueError invalid literal for int() with base 10: '1 2'
# int('1.0') => ValueError invalid literal for int() with base 10: '1.0'
# int('x',16) => ValueError invalid literal for int() with base 16: 'x'
# int(None) => TypeError int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# int('5',base=40) => ValueError int() base must be >= 2 and <= 36, or 0
# int('5',base='a') => TypeError 'str' object cannot be interpreted as an integer
# sum([0.1]*10), sum([1,2.5,3]), sum([10**20,1]), sum(range(10**3)), sum([True]*3), sum([1j,2]), sum([[1]],[]) => (0.9999999999999999, 6.5, 100000000000000000001, 499500, 3, (2+1j), [1])
# max(1,2.0), max('a','b',key=ord), min([3,1,2]), min((1,'a'),(0,'b')), max([1,2],[1,3]), max({1:2,3:1}), max({1:2,3:1},key=lambda k:{1:2,3:1}[k]) => (2.0, 'b', 1, (0, 'b'), [1, 3], 3, 1)
# divmod(7,2), divmod(-7,2), divmod(7.5,2), divmod(True,2), pow(2,10), pow(2,-1), pow(2.0,3), pow(3,-1,7), pow(0,0), pow(-2,3,5) => ((3, 1), (-4, 1), (3.0, 1.5), (0, 1), 1024, 0.5, 8.0, 5, 1, 2)
# bin(10), oct(10), hex(10), bin(-10), hex(2**70), chr(128512), ord('😀'), ascii('é😀'), repr('é'), format(10,'b'), format(10,'#b'), format(-10,'+d'), format(3.14,'.1f'), format('a','>5'), format(255,'X'), format(1e6,','), format(0.5,'%'), format(True,'d'), format(10,'08b'), format(12345.678,'_.1f'), format(5,'c') , format(-5,'=5'), format(1e-7,'g'), format(123456789,'g'), format(100,'e'), format(1.5,'010.3f'), format(float('nan'),'010'), format(0.00001,'.3g'), format(1234.5,'.2e'), format(-0.0,'+.1f'), format(1e10,'.0f'), format(2.5,'.0f'), format(3.5,'.0f'), format(0,'.3g'), format(1e16,''), format(1e16,'.17g'), format(1.1,'.20f'), format(10**20,'.3g'), format(5,'n'), format(5.5,'n') => ('0b1010', '0o12', '0xa', '-0b1010', '0x400000000000000000', '😀', 128512, "'\\xe9\\U0001f600'", "'é'", '1010', '0b1010', '-10', '3.1', '    a', 'FF', '1,000,000.0', '50.000000%', '1', '00001010', '12_345.7', '\x05', '-   5', '1e-07', '1.23457e+08', '1.000000e+02', '000001.500', '0000000nan', '1e-05', '1.23e+03', '-0.0', '10000000000', '2', '4', '0', '1e+16', '10000000000000000', '1.10000000000000008882', '1e+20', '5', '5.5')
