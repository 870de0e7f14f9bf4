extension WrittenModules {
  /// `fnmatch`: patterns as shells know them for file names.
  static let fnmatch = #"""
    """Patterns as shells know them for file names."""
    import re as _re


    def translate(pat):
        result = ''
        index = 0
        while index < len(pat):
            char = pat[index]
            index += 1
            if char == '*':
                result += '.*'
            elif char == '?':
                result += '.'
            elif char == '[':
                end = pat.find(']', index + (1 if pat[index:index + 1] in ('!', ']') else 0) + (1 if pat[index:index + 2] == '!]' else 0))
                if end < 0:
                    result += '\\['
                else:
                    inner = pat[index:end].replace('\\', '\\\\')
                    index = end + 1
                    result += '[' + ('^' + inner[1:] if inner.startswith('!') else inner) + ']'
            else:
                result += _re.escape(char)
        return f'(?s:{result})\\Z'


    def fnmatchcase(name, pat):
        return _re.match(translate(pat), name) is not None


    fnmatch = fnmatchcase


    def filter(names, pat):
        return [name for name in names if fnmatchcase(name, pat)]
    """#
}
