extension WrittenModules {
  /// `textwrap`: wrapping and indenting of text.
  static let textwrap = #"""
    """Wrapping and indenting of text."""
    import re as _re


    def wrap(text, width=70, *, initial_indent='', subsequent_indent='', break_long_words=True, **kw):
        if width <= 0:
            raise ValueError(f'invalid width {width!r} (must be > 0)')
        words = text.expandtabs().split()
        lines = []
        line = []
        indent = initial_indent

        def used():
            return sum(map(len, line)) + max(len(line) - 1, 0) + len(indent)

        def finish():
            nonlocal line, indent
            lines.append(indent + ' '.join(line))
            line, indent = [], subsequent_indent
        while words:
            word = words.pop(0)
            room = width - used() - (1 if line else 0)
            if len(word) <= room:
                line.append(word)
                continue
            parts = _re.findall(r'[^-]*\w-(?=\w)|.+?$', word)
            if len(parts) > 1 and len(parts[0]) <= room:
                taken = parts[0]
                rest = parts[1:]
                while rest and len(taken + rest[0]) <= room:
                    taken += rest.pop(0)
                line.append(taken)
                words.insert(0, ''.join(rest))
                finish()
                continue
            if line:
                finish()
                words.insert(0, word)
            elif break_long_words:
                room = max(1, width - len(indent))
                line.append(word[:room])
                words.insert(0, word[room:])
                finish()
            else:
                line.append(word)
                finish()
        if line:
            finish()
        return lines


    def fill(text, width=70, **kw):
        return '\n'.join(wrap(text, width, **kw))


    def shorten(text, width, *, placeholder=' [...]', **kw):
        words = text.split()
        if len(' '.join(words)) <= width:
            return ' '.join(words)
        while words and len(' '.join(words)) + len(placeholder) > width:
            words.pop()
        return ' '.join(words) + placeholder if words else placeholder.strip()


    def dedent(text):
        lines = text.split('\n')
        margin = None
        for line in lines:
            if not line.strip():
                continue
            blanks = line[:len(line) - len(line.lstrip(' \t'))]
            if margin is None:
                margin = blanks
            else:
                common = 0
                while common < min(len(margin), len(blanks)) and margin[common] == blanks[common]:
                    common += 1
                margin = margin[:common]
        margin = margin or ''
        return '\n'.join(line[len(margin):] if line.strip() else '' for line in lines)


    def indent(text, prefix, predicate=None):
        return ''.join(prefix + line if (predicate or str.strip)(line) else line for line in text.splitlines(True))
    """#
}
