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
"abc".center(10,"*")
"abc".center(10,"ab")
"abc".ljust(-1)
"abc".zfill(6), "-42".zfill(6), "+1".zfill(4), "".zfill(2)
"a,b,,c".split(","), "a b  c ".split(), "a b c".split(None,1), "abc".split("")
"a,b,c".rsplit(",",1), "a b c".rsplit(maxsplit=1), "a b c".split(sep="b", maxsplit=1)
"ab\ncd\r\nef\x0bgh\x1cij\u2028".splitlines(), "a\n\nb".splitlines(True)
"hello".partition("l"), "hello".rpartition("l"), "hello".partition("x"), "hello".partition("")
"hello".replace("l","L",1), "aaa".replace("","-"), "aaa".replace("","-",2), "abc".replace("b","",-1)
"Hello World".swapcase(), "hello world".title(), "they're bill's".title(), "hELLO".capitalize()
"ǆ".title(), "ǆ".upper(), "ß".upper(), "ß".casefold(), "İ".lower(), "ŉ".upper()
"abc".translate({97:"x",98:None,99:120}), str.maketrans("abc","xyz","d"), str.maketrans({"a":1})
str.maketrans("ab","c")
str.maketrans({"ab":1})
"{}".format(), 3
"{0}{}".format(1,2)
"{a}".format(b=1)
"{0.real} {0.imag}".format(3+4j), "{a[b]}".format(a={"b":1}), "{0[0]}".format([5]), "{0[-1]}".format({"-1":2})
"{!r:>10}".format("a"), "{!s}".format(1), "{!a}".format("é"), "{!x}".format(1)
"{:{}}".format("a",10), "{:{w}.{p}}".format("abcdef",w=10,p=3)
"{{}}".format(), "{".format()
"}".format()
"{0".format(1)
"{0!}".format(1)
"{:d}".format("a")
"{:s}".format(1)
"{:x}".format(1.5)
"{:,}".format(1234567), "{:_}".format(1234567), "{:,.2f}".format(1234567.891), "{:_x}".format(123456789), "{:,x}".format(3)
"{:+}".format(3), "{: }".format(3), "{:-}".format(3), "{:+}".format(-3), "{:=+8}".format(3), "{:08.3f}".format(-3.14159), "{:#x}".format(255), "{:#o} {:#b}".format(8,5), "{:#010x}".format(255)
"{:e} {:E} {:g} {:G} {:%} {:n}".format(12345.678,12345.678,12345.678,1e20,0.256,1234)
"{:.0f} {:#.0f} {:.3g} {:#.3g} {:.0e}".format(2.5,2.5,1.0,1.0,12345)
"{:c}".format(97), "{:c}".format(-1)
"{:c}".format("a")
"{:10}|{:<10}|{:^10}|{:>10}|".format(1,1,1,1)
"{:é^10}".format("x")
"{:10.3}".format("abcdef"), "{:.3}".format(True), "{:5}".format(True), "{:d}".format(True)
"{:.3d}".format(3)
"{:=5}".format("a")
"{:05}".format("a")
"{:,}".format("a")
"{:,s}".format(1)
"{:,,}".format(1)
"{:,_}".format(1)
"{:_,}".format(1)
"{:.}".format(1.0)
"{:z}".format(1.0)
"{:z.1f}".format(-0.01)
"{:zd}".format(-1)
"{:10x<}".format(1)
"{:+s}".format("a")
"{:#s}".format("a")
"{:1000000000000000000000}".format(1)
"{:.99999999999}".format(1.0)
"{:f}".format(10**400)
"{:e}".format(10**30), "{:g}".format(10**30), "{:%}".format(3), "{:.2f}".format(1), "{:,.1f}".format(10**9)
"{:inf}".format(1)
"{} {:.2f} {:5} {:05}".format(float("inf"),float("nan"),float("-inf"),float("inf"))
format(1+2j,".2f"), format(1j,">10"), format(1+2j,"e"), format(1+2j,"d")
format(1+2j,"=10")
format(1+2j,"010")
format(None,"s")
format([],"s")
format("a",1)
format(1,"%")
"abc".encode("ascii"), "é".encode(), "é".encode("latin-1"), "é".encode("utf-16"), "é".encode("ascii","replace"), "é".encode("ascii","xmlcharrefreplace"), "é".encode("ascii","backslashreplace"), "é".encode("ascii","ignore"), "é".encode("ascii","namereplace")
"é".encode("ascii")
"é".encode("nope")
"é".encode("ascii","nope")
"abc".find("c",-1), "abc".find("",10), "abc".index("d")
"abc".rindex("a",1)
"abc".count("",1), "aaaa".count("aa"), "abc".count("")
"abc".startswith(("x","a")), "abc".endswith(("c",),1,2), "abc".startswith("b",1), "abc".startswith(1)
"abc".startswith([1])
"abc".startswith((1,))
"a-b_c".isidentifier(), "a1".isalnum(), "".isalpha(), "½".isnumeric(), "½".isdigit(), "²".isdigit(), "²".isdecimal(), "٣".isdecimal(), "A b".istitle(), "\t".isspace(), "\x00".isprintable(), "".isprintable(), "é".isascii()
"abc".join(["x","y","z"]), ",".join([]), ",".join("abc"), ",".join([1])
",".join(3)
",".join(["a",b"b"])
"  abc ".strip(), "xxabcxx".strip("x"), "abcba".lstrip("ab"), "abcba".rstrip("ab"), "abc".strip(1)
"prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "x".removesuffix("")
''', SETTING)
# expect:
# "abc".center(10,"*") => '***abc****'
# "abc".center(10,"ab") => TypeError The fill character must be exactly one character long
# "abc".ljust(-1) => 'abc'
# "abc".zfill(6), "-42".zfill(6), "+1".zfill(4), "".zfill(2) => ('000abc', '-00042', '+001', '00')
# "a,b,,c".split(","), "a b  c ".split(), "a b c".split(None,1), "abc".split("") => ValueError empty separator
# "a,b,c".rsplit(",",1), "a b c".rsplit(maxsplit=1), "a b c".split(sep="b", maxsplit=1) => (['a,b', 'c'], ['a b', 'c'], ['a ', ' c'])
# "ab\ncd\r\nef\x0bgh\x1cij\u2028".splitlines(), "a\n\nb".splitlines(True) => (['ab', 'cd', 'ef', 'gh', 'ij'], ['a\n', '\n', 'b'])
# "hello".partition("l"), "hello".rpartition("l"), "hello".partition("x"), "hello".partition("") => ValueError empty separator
# "hello".replace("l","L",1), "aaa".replace("","-"), "aaa".replace("","-",2), "abc".replace("b","",-1) => ('heLlo', '-a-a-a-', '-a-aa', 'ac')
# "Hello World".swapcase(), "hello world".title(), "they're bill's".title(), "hELLO".capitalize() => ('hELLO wORLD', 'Hello World', "They'Re Bill'S", 'Hello')
# "ǆ".title(), "ǆ".upper(), "ß".upper(), "ß".casefold(), "İ".lower(), "ŉ".upper() => ('ǅ', 'Ǆ', 'SS', 'ss', 'i̇', 'ʼN')
# "abc".translate({97:"x",98:None,99:120}), str.maketrans("abc","xyz","d"), str.maketrans({"a":1}) => ('xx', {97: 120, 98: 121, 99: 122, 100: None}, {97: 1})
# str.maketrans("ab","c") => ValueError the first two maketrans arguments must have equal length
# str.maketrans({"ab":1}) => ValueError string keys in translate table must be of length 1
# "{}".format(), 3 => IndexError Replacement index 0 out of range for positional args tuple
# "{0}{}".format(1,2) => ValueError cannot switch from manual field specification to automatic field numbering
# "{a}".format(b=1) => KeyError 'a'
# "{0.real} {0.imag}".format(3+4j), "{a[b]}".format(a={"b":1}), "{0[0]}".format([5]), "{0[-1]}".format({"-1":2}) => ('3.0 4.0', '1', '5', '2')
# "{!r:>10}".format("a"), "{!s}".format(1), "{!a}".format("é"), "{!x}".format(1) => ValueError Unknown conversion specifier x
# "{:{}}".format("a",10), "{:{w}.{p}}".format("abcdef",w=10,p=3) => ('a         ', 'abc       ')
# "{{}}".format(), "{".format() => ValueError Single '{' encountered in format string
# "}".format() => ValueError Single '}' encountered in format string
# "{0".format(1) => ValueError expected '}' before end of string
# "{0!}".format(1) => ValueError unmatched '{' in format spec
# "{:d}".format("a") => ValueError Unknown format code 'd' for object of type 'str'
# "{:s}".format(1) => ValueError Unknown format code 's' for object of type 'int'
# "{:x}".format(1.5) => ValueError Unknown format code 'x' for object of type 'float'
# "{:,}".format(1234567), "{:_}".format(1234567), "{:,.2f}".format(1234567.891), "{:_x}".format(123456789), "{:,x}".format(3) => ValueError Cannot specify ',' with 'x'.
# "{:+}".format(3), "{: }".format(3), "{:-}".format(3), "{:+}".format(-3), "{:=+8}".format(3), "{:08.3f}".format(-3.14159), "{:#x}".format(255), "{:#o} {:#b}".format(8,5), "{:#010x}".format(255) => ('+3', ' 3', '3', '-3', '+      3', '-003.142', '0xff', '0o10 0b101', '0x000000ff')
# "{:e} {:E} {:g} {:G} {:%} {:n}".format(12345.678,12345.678,12345.678,1e20,0.256,1234) => '1.234568e+04 1.234568E+04 12345.7 1E+20 25.600000% 1234'
# "{:.0f} {:#.0f} {:.3g} {:#.3g} {:.0e}".format(2.5,2.5,1.0,1.0,12345) => '2 2. 1 1.00 1e+04'
# "{:c}".format(97), "{:c}".format(-1) => OverflowError %c arg not in range(0x110000)
# "{:c}".format("a") => ValueError Unknown format code 'c' for object of type 'str'
# "{:10}|{:<10}|{:^10}|{:>10}|".format(1,1,1,1) => '         1|1         |    1     |         1|'
# "{:é^10}".format("x") => 'ééééxééééé'
# "{:10.3}".format("abcdef"), "{:.3}".format(True), "{:5}".format(True), "{:d}".format(True) => ValueError Precision not allowed in integer format specifier
# "{:.3d}".format(3) => ValueError Precision not allowed in integer format specifier
# "{:=5}".format("a") => ValueError '=' alignment not allowed in string format specifier
# "{:05}".format("a") => 'a0000'
# "{:,}".format("a") => ValueError Cannot specify ',' with 's'.
# "{:,s}".format(1) => ValueError Cannot specify ',' with 's'.
# "{:,,}".format(1) => ValueError Cannot specify ',' with ','.
# "{:,_}".format(1) => ValueError Cannot specify both ',' and '_'.
# "{:_,}".format(1) => ValueError Cannot specify both ',' and '_'.
# "{:.}".format(1.0) => ValueError Format specifier missing precision
# "{:z}".format(1.0) => '1.0'
# "{:z.1f}".format(-0.01) => '0.0'
# "{:zd}".format(-1) => ValueError Negative zero coercion (z) not allowed in integer format specifier
# "{:10x<}".format(1) => ValueError Invalid format specifier '10x<' for object of type 'int'
# "{:+s}".format("a") => ValueError Sign not allowed in string format specifier
# "{:#s}".format("a") => ValueError Alternate form (#) not allowed in string format specifier
# "{:1000000000000000000000}".format(1) => ValueError Too many decimal digits in format string
# "{:.99999999999}".format(1.0) => ValueError precision too big
# "{:f}".format(10**400) => OverflowError int too large to convert to float
# "{:e}".format(10**30), "{:g}".format(10**30), "{:%}".format(3), "{:.2f}".format(1), "{:,.1f}".format(10**9) => ('1.000000e+30', '1e+30', '300.000000%', '1.00', '1,000,000,000.0')
# "{:inf}".format(1) => ValueError Invalid format specifier 'inf' for object of type 'int'
# "{} {:.2f} {:5} {:05}".format(float("inf"),float("nan"),float("-inf"),float("inf")) => 'inf nan  -inf 00inf'
# format(1+2j,".2f"), format(1j,">10"), format(1+2j,"e"), format(1+2j,"d") => ValueError Unknown format code 'd' for object of type 'complex'
# format(1+2j,"=10") => ValueError '=' alignment flag is not allowed in complex format specifier
# format(1+2j,"010") => ValueError Zero padding is not allowed in complex format specifier
# format(None,"s") => TypeError unsupported format string passed to NoneType.__format__
# format([],"s") => TypeError unsupported format string passed to list.__format__
# format("a",1) => TypeError format() argument 2 must be str, not int
# format(1,"%") => '100.000000%'
# "abc".encode("ascii"), "é".encode(), "é".encode("latin-1"), "é".encode("utf-16"), "é".encode("ascii","replace"), "é".encode("ascii","xmlcharrefreplace"), "é".encode("ascii","backslashreplace"), "é".encode("ascii","ignore"), "é".encode("ascii","namereplace") => (b'abc', b'\xc3\xa9', b'\xe9', b'\xff\xfe\xe9\x00', b'?', b'&#233;', b'\\xe9', b'', b'\\N{LATIN SMALL LETTER E WITH ACUTE}')
# "é".encode("ascii") => UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# "é".encode("nope") => LookupError unknown encoding: nope
# "é".encode("ascii","nope") => LookupError unknown error handler name 'nope'
# "abc".find("c",-1), "abc".find("",10), "abc".index("d") => ValueError substring not found
# "abc".rindex("a",1) => ValueError substring not found
# "abc".count("",1), "aaaa".count("aa"), "abc".count("") => (3, 2, 4)
# "abc".startswith(("x","a")), "abc".endswith(("c",),1,2), "abc".startswith("b",1), "abc".startswith(1) => TypeError startswith first arg must be str or a tuple of str, not int
# "abc".startswith([1]) => TypeError startswith first arg must be str or a tuple of str, not list
# "abc".startswith((1,)) => TypeError tuple for startswith must only contain str, not int
# "a-b_c".isidentifier(), "a1".isalnum(), "".isalpha(), "½".isnumeric(), "½".isdigit(), "²".isdigit(), "²".isdecimal(), "٣".isdecimal(), "A b".istitle(), "\t".isspace(), "\x00".isprintable(), "".isprintable(), "é".isascii() => (False, True, False, True, False, True, False, True, False, True, False, True, False)
# "abc".join(["x","y","z"]), ",".join([]), ",".join("abc"), ",".join([1]) => TypeError sequence item 0: expected str instance, int found
# ",".join(3) => TypeError can only join an iterable
# ",".join(["a",b"b"]) => TypeError sequence item 1: expected str instance, bytes found
# "  abc ".strip(), "xxabcxx".strip("x"), "abcba".lstrip("ab"), "abcba".rstrip("ab"), "abc".strip(1) => TypeError strip arg must be None or str
# "prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "x".removesuffix("") => ('x', 'x', 'x')
# ---
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
"a\tb".expandtabs(4), "\t\ta\tb\n\tc".expandtabs(3), "a\tb".expandtabs(0)
"abc" * 3, "abc" * -1, 3 * "ab", "a" * 2.0
"a" + 1
1 + "a"
"a" - "b"
"abc"[1], "abc"[-1], "abc"[::-1], "abcdef"[1:10:2], "abcdef"[-2:], "abc"[5:], "abc"[3]
"abc"["a"]
"abc"[1.0]
"abc"[::0]
"abc" < "abd", "Z" < "a", "a" < 1
"a" in "abc", 1 in "abc"
"%s %r %a" % ("a","é","é"), "%5s|%-5s|%05d|%+d|% d|%x|%X|%#x|%o|%e|%g|%c|%%" % ("a","b",42,1,2,255,255,255,8,1.5,1e10,"z")
"%(a)s %(b)05.1f" % {"a":1,"b":2.25}, "%*d|%-*d|%.*f" % (5,1,5,2,2,3.14159)
"%d" % "a"
"%s" % (1,2)
"%s %s" % 1
"%d" % 1.9, "%i" % True, "%u" % 3, "%c" % 97, "%c" % "ab"
"%(a)s" % 1
"%(a" % {}
"%" % 1
"%x" % 1.5
"%.3s|%10.2s|" % ("abcdef","xyz"), "%5.1f%%" % 99.55, "%r" % (1,), "%s" % [1,2], "%s" % {}, "%s" % ((1,2),)
"abc" % 3
"abc" % (3,)
"abc" % {}, "abc" % []
"%s" % b"x", "%d" % 10**20, "%e" % 10**20, "%.2e" % 0, "%g" % 1e-5, "%G" % 1e-10, "%#g" % 1.0, "%5c|" % "x", "%05s|" % "ab", "%+s" % 1, "%hd" % 3, "%ld" % 3, "%Lf" % 2
ascii("é\u1234\U0001f600"), str(b"a"), str(b"a","utf8"), str(b"\xff","utf8","replace"), str(b"\xff","utf8")
str(object=3), str(), str(b"a", errors="x"), str(3,"utf8")
"a" "b" 'c', r"\n", "\N{DASH}"
"\N{EM DASH}", "\x41\101\u0041", "a\
b"
str.upper("a"), str.join("-",["a"]), str.upper(1)
"abc".foo
"abc".uper()
"".join(reversed("abc")), sorted("bca"), list("abc"), tuple("ab"), set("a"), max("abc"), min(""),
min("")
"abc".upper(1)
"abc".center()
"abc".replace("a")
"abc".split(1)
"abc".split(maxsplit="a")
"abc".find()
"abc".find(1)
"abc".count(1)
"abc".zfill("a")
"abc".ljust(5,"")
"abc".ljust(5,1)
"abc".expandtabs("a")
"abc".join()
"abc".encode(1)
"abc".isalpha(1)
"abc".title(1)
"abc".partition(1)
"abc".translate(1)
"abc".format_map({"a":1}), "{a}".format_map({"a":1}), "{a}".format_map({})
int("0x1f",16), int("0b1",0), int("z",36), int("1_000"), int(" 12 "), int("१२"), int("12a")
int("")
int("1__0")
int("10",1)
int("10",37)
int(3,10)
int([])
int(float("nan"))
int(float("inf"))
int("9"*5000)
int("1.5")
float("1e5"), float(" inf "), float("-nan"), float("1_0.5"), float("infinity"), float("0x1"),
float("")
float("a")
float([])
float("1e400"), float("1_"),
complex("1+2j"), complex("j"), complex(" 1-j "), complex("1 + 2j")
complex("(1+2j)"), complex(1,2), complex(1j,1j), complex("1",2)
ord("a"), ord("ab")
ord("")
ord(1)
chr(97), chr(0x110000)
chr(-1)
chr("a")
''', SETTING)
# expect:
# "a\tb".expandtabs(4), "\t\ta\tb\n\tc".expandtabs(3), "a\tb".expandtabs(0) => ('a   b', '      a  b\n   c', 'ab')
# "abc" * 3, "abc" * -1, 3 * "ab", "a" * 2.0 => TypeError can't multiply sequence by non-int of type 'float'
# "a" + 1 => TypeError can only concatenate str (not "int") to str
# 1 + "a" => TypeError unsupported operand type(s) for +: 'int' and 'str'
# "a" - "b" => TypeError unsupported operand type(s) for -: 'str' and 'str'
# "abc"[1], "abc"[-1], "abc"[::-1], "abcdef"[1:10:2], "abcdef"[-2:], "abc"[5:], "abc"[3] => IndexError string index out of range
# "abc"["a"] => TypeError string indices must be integers, not 'str'
# "abc"[1.0] => TypeError string indices must be integers, not 'float'
# "abc"[::0] => ValueError slice step cannot be zero
# "abc" < "abd", "Z" < "a", "a" < 1 => TypeError '<' not supported between instances of 'str' and 'int'
# "a" in "abc", 1 in "abc" => TypeError 'in <string>' requires string as left operand, not int
# "%s %r %a" % ("a","é","é"), "%5s|%-5s|%05d|%+d|% d|%x|%X|%#x|%o|%e|%g|%c|%%" % ("a","b",42,1,2,255,255,255,8,1.5,1e10,"z") => ("a 'é' '\\xe9'", '    a|b    |00042|+1| 2|ff|FF|0xff|10|1.500000e+00|1e+10|z|%')
# "%(a)s %(b)05.1f" % {"a":1,"b":2.25}, "%*d|%-*d|%.*f" % (5,1,5,2,2,3.14159) => ('1 002.2', '    1|2    |3.14')
# "%d" % "a" => TypeError %d format: a real number is required, not str
# "%s" % (1,2) => TypeError not all arguments converted during string formatting
# "%s %s" % 1 => TypeError not enough arguments for format string
# "%d" % 1.9, "%i" % True, "%u" % 3, "%c" % 97, "%c" % "ab" => TypeError %c requires int or char
# "%(a)s" % 1 => TypeError format requires a mapping
# "%(a" % {} => ValueError incomplete format key
# "%" % 1 => ValueError incomplete format
# "%x" % 1.5 => TypeError %x format: an integer is required, not float
# "%.3s|%10.2s|" % ("abcdef","xyz"), "%5.1f%%" % 99.55, "%r" % (1,), "%s" % [1,2], "%s" % {}, "%s" % ((1,2),) => ('abc|        xy|', ' 99.5%', '1', '[1, 2]', '{}', '(1, 2)')
# "abc" % 3 => TypeError not all arguments converted during string formatting
# "abc" % (3,) => TypeError not all arguments converted during string formatting
# "abc" % {}, "abc" % [] => ('abc', 'abc')
# "%s" % b"x", "%d" % 10**20, "%e" % 10**20, "%.2e" % 0, "%g" % 1e-5, "%G" % 1e-10, "%#g" % 1.0, "%5c|" % "x", "%05s|" % "ab", "%+s" % 1, "%hd" % 3, "%ld" % 3, "%Lf" % 2 => ("b'x'", '100000000000000000000', '1.000000e+20', '0.00e+00', '1e-05', '1E-10', '1.00000', '    x|', '   ab|', '1', '3', '3', '2.000000')
# ascii("é\u1234\U0001f600"), str(b"a"), str(b"a","utf8"), str(b"\xff","utf8","replace"), str(b"\xff","utf8") => UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# str(object=3), str(), str(b"a", errors="x"), str(3,"utf8") => TypeError decoding to str: need a bytes-like object, int found
# "a" "b" 'c', r"\n", "\N{DASH}" => SyntaxError (unicode error) 'unicodeescape' codec can't decode bytes in position 0-7: unknown Unicode character name (<string>, line 1)
# "\N{EM DASH}", "\x41\101\u0041", "a\ => SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# b" => SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# str.upper("a"), str.join("-",["a"]), str.upper(1) => TypeError descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
# "abc".foo => AttributeError 'str' object has no attribute 'foo'
# "abc".uper() => AttributeError 'str' object has no attribute 'uper'
# "".join(reversed("abc")), sorted("bca"), list("abc"), tuple("ab"), set("a"), max("abc"), min(""), => ValueError min() arg is an empty sequence
# min("") => ValueError min() arg is an empty sequence
# "abc".upper(1) => TypeError str.upper() takes no arguments (1 given)
# "abc".center() => TypeError center expected at least 1 argument, got 0
# "abc".replace("a") => TypeError replace expected at least 2 arguments, got 1
# "abc".split(1) => TypeError must be str or None, not int
# "abc".split(maxsplit="a") => TypeError 'str' object cannot be interpreted as an integer
# "abc".find() => TypeError find() takes at least 1 argument (0 given)
# "abc".find(1) => TypeError must be str, not int
# "abc".count(1) => TypeError must be str, not int
# "abc".zfill("a") => TypeError 'str' object cannot be interpreted as an integer
# "abc".ljust(5,"") => TypeError The fill character must be exactly one character long
# "abc".ljust(5,1) => TypeError The fill character must be a unicode character, not int
# "abc".expandtabs("a") => TypeError 'str' object cannot be interpreted as an integer
# "abc".join() => TypeError str.join() takes exactly one argument (0 given)
# "abc".encode(1) => TypeError encode() argument 'encoding' must be str, not int
# "abc".isalpha(1) => TypeError str.isalpha() takes no arguments (1 given)
# "abc".title(1) => TypeError str.title() takes no arguments (1 given)
# "abc".partition(1) => TypeError must be str, not int
# "abc".translate(1) => TypeError 'int' object is not subscriptable
# "abc".format_map({"a":1}), "{a}".format_map({"a":1}), "{a}".format_map({}) => KeyError 'a'
# int("0x1f",16), int("0b1",0), int("z",36), int("1_000"), int(" 12 "), int("१२"), int("12a") => ValueError invalid literal for int() with base 10: '12a'
# int("") => ValueError invalid literal for int() with base 10: ''
# int("1__0") => ValueError invalid literal for int() with base 10: '1__0'
# int("10",1) => ValueError int() base must be >= 2 and <= 36, or 0
# int("10",37) => ValueError int() base must be >= 2 and <= 36, or 0
# int(3,10) => TypeError int() can't convert non-string with explicit base
# int([]) => TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
# int(float("nan")) => ValueError cannot convert float NaN to integer
# int(float("inf")) => OverflowError cannot convert float infinity to integer
# int("9"*5000) => ValueError Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# int("1.5") => ValueError invalid literal for int() with base 10: '1.5'
# float("1e5"), float(" inf "), float("-nan"), float("1_0.5"), float("infinity"), float("0x1"), => ValueError could not convert string to float: '0x1'
# float("") => ValueError could not convert string to float: ''
# float("a") => ValueError could not convert string to float: 'a'
# float([]) => TypeError float() argument must be a string or a real number, not 'list'
# float("1e400"), float("1_"), => ValueError could not convert string to float: '1_'
# complex("1+2j"), complex("j"), complex(" 1-j "), complex("1 + 2j") => ValueError complex() arg is a malformed string
# complex("(1+2j)"), complex(1,2), complex(1j,1j), complex("1",2) => TypeError complex() can't take second arg if first is a string
# ord("a"), ord("ab") => TypeError ord() expected a character, but string of length 2 found
# ord("") => TypeError ord() expected a character, but string of length 0 found
# ord(1) => TypeError ord() expected string of length 1, but int found
# chr(97), chr(0x110000) => ValueError chr() arg not in range(0x110000)
# chr(-1) => ValueError chr() arg not in range(0x110000)
# chr("a") => TypeError 'str' object cannot be interpreted as an integer
