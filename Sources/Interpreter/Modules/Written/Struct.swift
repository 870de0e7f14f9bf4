extension WrittenModules {
  /// `struct`: numbers as bytes and back.
  static let structs = #"""
    """Numbers as bytes and back: pack, unpack, calcsize."""
    import math
    import sys


    class error(Exception):
        """What is wrong with a format or with values for it."""


    _INTEGERS = {'b': (1, True), 'B': (1, False), 'h': (2, True), 'H': (2, False), 'i': (4, True), 'I': (4, False), 'q': (8, True), 'Q': (8, False)}
    _FLOATS = {'e': (2, 5, 10), 'f': (4, 8, 23), 'd': (8, 11, 52)}


    def _parse(format):
        """The byte order and the fields (code, count, size, padding before it) of a format."""
        if isinstance(format, bytes):
            format = format.decode('ascii')
        if not isinstance(format, str):
            raise TypeError('Struct() argument 1 must be a str or bytes object, not ' + type(format).__name__)
        order, native = sys.byteorder, True
        if format[:1] in ('@', '=', '<', '>', '!') and format:
            native = format[0] == '@'
            order = {'<': 'little', '>': 'big', '!': 'big'}.get(format[0], sys.byteorder)
            format = format[1:]
        fields, place, digits = [], 0, ''
        for code in format:
            if code.isspace():
                if digits:
                    raise error('repeat count given without format specifier')
                continue
            if code.isdigit():
                digits += code
                if len(digits) > 18:
                    raise error('total struct size too long')
                continue
            count = int(digits) if digits else 1
            if code in 'xcsp?':
                size = 1
            elif code in _INTEGERS:
                size = _INTEGERS[code][0]
            elif code in 'lL':
                size = 8 if native else 4
            elif code in 'nNP' and native:
                size = 8
            elif code in _FLOATS:
                size = _FLOATS[code][0]
            else:
                raise error('bad char in struct format')
            gap = -place % size if native else 0
            fields.append((code, count, size, gap))
            place += gap + count * size
            if place > 1 << 40:
                raise error('total struct size too long')
            digits = ''
        if digits:
            raise error('repeat count given without format specifier')
        return order, fields, place


    def calcsize(format):
        """How many bytes the format describes."""
        return _parse(format)[2]


    def _signed(code):
        return _INTEGERS[code][1] if code in _INTEGERS else code in 'ln'


    def _to_float(bits, size, exponent, mantissa):
        sign = -1.0 if bits >> (size * 8 - 1) else 1.0
        power = bits >> mantissa & (1 << exponent) - 1
        part = bits & (1 << mantissa) - 1
        bias = (1 << exponent - 1) - 1
        if power == (1 << exponent) - 1:
            return sign * math.inf if part == 0 else math.nan
        if power == 0:
            return sign * math.ldexp(part, 1 - bias - mantissa)
        return sign * math.ldexp(part | 1 << mantissa, power - bias - mantissa)


    def _from_float(value, size, exponent, mantissa, code):
        sign = int(math.copysign(1.0, value) < 0) << (size * 8 - 1)
        full, bias = (1 << exponent) - 1, (1 << exponent - 1) - 1
        if math.isnan(value):
            return sign | full << mantissa | 1 << mantissa - 1
        if math.isinf(value):
            return sign | full << mantissa
        if value == 0:
            return sign
        _, power = math.frexp(abs(value))
        power = max(power - 1, 1 - bias)
        # Scaled so that the last kept bit is the ones; round keeps ties even.
        whole = round(math.ldexp(abs(value), mantissa - power))
        bits = (power + bias - 1 << mantissa) + whole if whole >= 1 << mantissa else whole
        if bits >> mantissa >= full:
            raise OverflowError('float too large to pack with %s format' % code)
        return sign | bits


    def unpack_from(format, buffer, offset=0):
        """The values at a place of some bytes."""
        order, fields, size = _parse(format)
        data = bytes(buffer)
        if offset < 0:
            offset += len(data)
        if offset < 0 or len(data) - offset < size:
            raise error('unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at offset %d (actual buffer size is %d)'
                        % (offset + size, size, offset, len(data)))
        values, place = [], offset
        for code, count, width, gap in fields:
            place += gap
            end = place + count * width
            if code == 's':
                values.append(data[place:end])
            elif code == 'p':
                values.append(data[place + 1:place + 1 + min(data[place], count - 1)] if count else b'')
            elif code == 'B':
                values.extend(data[place:end])
            elif code != 'x':
                for at in range(place, end, width):
                    piece = data[at:at + width]
                    if code == 'c':
                        values.append(piece)
                    elif code == '?':
                        values.append(piece != b'\0')
                    elif code in _FLOATS:
                        values.append(_to_float(int.from_bytes(piece, order), *_FLOATS[code]))
                    else:
                        values.append(int.from_bytes(piece, order, signed=_signed(code)))
            place = end
        return tuple(values)


    def unpack(format, buffer):
        """The values that some bytes hold."""
        size = calcsize(format)
        if len(buffer) != size:
            raise error('unpack requires a buffer of %d bytes' % size)
        return unpack_from(format, buffer)


    def iter_unpack(format, buffer):
        """The values of one record after the other."""
        size = calcsize(format)
        if size == 0:
            raise error('cannot iteratively unpack with a struct of length 0')
        if len(buffer) % size:
            raise error('iterative unpacking requires a buffer of a multiple of %d bytes' % size)
        return (unpack_from(format, buffer, at) for at in range(0, len(buffer), size))


    def pack(format, *values):
        """The bytes of some values."""
        order, fields, _ = _parse(format)
        wanted = sum(0 if code == 'x' else 1 if code in 'sp' else count for code, count, _, _ in fields)
        if len(values) != wanted:
            raise error('pack expected %d items for packing (got %d)' % (wanted, len(values)))
        out, rest = bytearray(), iter(values)
        for code, count, width, gap in fields:
            out += bytes(gap)
            if code == 'x':
                out += bytes(count)
            elif code in 'sp':
                text = next(rest)
                if not isinstance(text, (bytes, bytearray)):
                    raise error("argument for '%s' must be a bytes object" % code)
                if code == 'p' and count:
                    text = bytes([min(len(text), count - 1, 255)]) + bytes(text[:count - 1])
                out += bytes(text[:count]) + bytes(max(0, count - len(text)))
            else:
                for _ in range(count):
                    out += _one(code, width, next(rest), order)
        return bytes(out)


    def _one(code, width, value, order):
        if code == 'c':
            if not isinstance(value, bytes) or len(value) != 1:
                raise error('char format requires a bytes object of length 1')
            return value
        if code == '?':
            return b'\1' if value else b'\0'
        if code in _FLOATS:
            if not isinstance(value, (int, float)):
                raise error('required argument is not a float')
            return _from_float(float(value), *_FLOATS[code], code).to_bytes(width, order)
        if not hasattr(value, '__index__') or isinstance(value, float):
            raise error('required argument is not an integer')
        try:
            return int(value).to_bytes(width, order, signed=_signed(code))
        except OverflowError:
            bits = width * 8
            low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if _signed(code) else (0, (1 << bits) - 1)
            name = {'b': 'byte', 'B': 'ubyte'}.get(code, "'%s'" % code)
            raise error('%s format requires %d <= number <= %d' % (name, low, high)) from None


    def pack_into(format, buffer, offset, *values):
        """Writes the bytes of some values into a bytearray."""
        data = pack(format, *values)
        if offset < 0 or offset + len(data) > len(buffer):
            raise error('pack_into requires a buffer of at least %d bytes for packing %d bytes at offset %d (actual buffer size is %d)'
                        % (offset + len(data), len(data), offset, len(buffer)))
        buffer[offset:offset + len(data)] = data


    class Struct:
        """A format, taken apart once."""

        def __init__(self, format):
            self.format, self.size = format, calcsize(format)

        def pack(self, *values):
            return pack(self.format, *values)

        def unpack(self, buffer):
            return unpack(self.format, buffer)

        def unpack_from(self, buffer, offset=0):
            return unpack_from(self.format, buffer, offset)

        def iter_unpack(self, buffer):
            return iter_unpack(self.format, buffer)
    """#
}
