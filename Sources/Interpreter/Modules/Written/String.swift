extension WrittenModules {
  /// `string`: string constants and templates.
  static let string = #"""
    """String constants and templates."""
    import re as _re

    whitespace = ' \t\n\r\x0b\x0c'
    ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
    ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    ascii_letters = ascii_lowercase + ascii_uppercase
    digits = '0123456789'
    hexdigits = digits + 'abcdef' + 'ABCDEF'
    octdigits = '01234567'
    punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
    printable = digits + ascii_letters + punctuation + whitespace


    def capwords(s, sep=None):
        return (sep or ' ').join(word.capitalize() for word in s.split(sep))


    class Template:
        delimiter = '$'
        idpattern = r'[_a-zA-Z][_a-zA-Z0-9]*'

        def __init__(self, template):
            self.template = template

        def _replace(self, mapping, is_safe):
            pattern = _re.escape(self.delimiter) + r'(?:(' + _re.escape(self.delimiter) + r')|(' + self.idpattern + r')|\{(' + self.idpattern + r')\}|())'

            def value(match):
                if match.group(1):
                    return self.delimiter
                name = match.group(2) or match.group(3)
                if name is None:
                    if is_safe:
                        return match.group()
                    before = self.template[:match.start()].splitlines(True)
                    line = max(1, len(before))
                    column = match.start() - sum(len(part) for part in before[:-1]) + 1
                    raise ValueError(f'Invalid placeholder in string: line {line}, col {column}')
                if is_safe and name not in mapping:
                    return match.group()
                return str(mapping[name])
            return _re.sub(pattern, value, self.template)

        def substitute(self, mapping={}, /, **kw):
            return self._replace({**mapping, **kw}, False)

        def safe_substitute(self, mapping={}, /, **kw):
            return self._replace({**mapping, **kw}, True)


    class Formatter:
        def format(self, format_string, /, *args, **kw):
            return self.vformat(format_string, args, kw)

        def vformat(self, format_string, args, kw):
            return format_string.format(*args, **kw)
    """#
}
