extension WrittenModules {
  /// `argparse`: command-line arguments.
  static let argparse = argparseActions + "\n\n" + #"""
    class ArgumentParser:
        def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter,
                     prefix_chars='-', fromfile_prefix_chars=None, argument_default=None, conflict_handler='error', add_help=True,
                     allow_abbrev=True, exit_on_error=True):
            self.prog = prog if prog is not None else _os.path.basename(_sys.argv[0] if _sys.argv else '')
            self.usage, self.description, self.epilog, self.formatter_class = usage, description, epilog, formatter_class
            self.argument_default, self.allow_abbrev, self.exit_on_error = argument_default, allow_abbrev, exit_on_error
            self.conflict_handler = conflict_handler
            self._actions, self._options, self._exclusive, self._defaults = [], {}, [], {}
            self._positionals = _Group(self, 'positional arguments')
            self._optionals = _Group(self, 'options')
            self._groups = [self._positionals, self._optionals]
            self._subparsers = None
            if add_help:
                self.add_argument('-h', '--help', action='help', help='show this help message and exit')
            for parent in parents:
                for action in parent._actions:
                    if not isinstance(action, _Help):
                        self._register(self._optionals if action.option_strings else self._positionals, action)
                self._defaults.update(parent._defaults)

        def add_argument(self, *names, **kw):
            return self._add(None, names, kw)

        def _add(self, group, names, kw):
            kw = dict(kw)
            kind = kw.pop('action', None)
            made = _ACTIONS.get(kind) if kind is None or isinstance(kind, str) else kind
            if made is None:
                raise ValueError(f'unknown action "{kind}"')
            if not names or len(names) == 1 and not names[0].startswith('-'):
                if names and 'dest' in kw:
                    raise ValueError('dest supplied twice for positional argument')
                if 'required' in kw:
                    raise TypeError("'required' is an invalid argument for positionals")
                kw['dest'] = names[0] if names else kw['dest']
                options = []
                if kw.get('nargs') not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS, 0):
                    kw['required'] = True
                elif kw.get('nargs') == ZERO_OR_MORE and 'default' not in kw:
                    kw['required'] = True
                if made in (_StoreTrue, _StoreFalse, _StoreConst, _Count):
                    kw.pop('required', None)
            else:
                options = list(names)
                for name in options:
                    if not name.startswith('-'):
                        raise ValueError(f"invalid option string {name!r}: must start with a character '-'")
                if 'dest' not in kw:
                    long = [name for name in options if name.startswith('--')]
                    kw['dest'] = (long or options)[0].lstrip('-').replace('-', '_')
            if made is _Help or made is _Version:
                kw.pop('dest', None)
            elif 'default' not in kw:
                dest = kw['dest']
                if dest in self._defaults:
                    kw['default'] = self._defaults[dest]
                elif self.argument_default is not None:
                    kw['default'] = self.argument_default
            action = made(options, **kw)
            if action.type is not None and not callable(action.type):
                raise ValueError(f'{action.type!r} is not callable')
            if action.nargs == 0 and made is _Store:
                raise ValueError('nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store const may be more appropriate')
            return self._register(group or (self._optionals if options else self._positionals), action)

        def _register(self, group, action):
            for name in action.option_strings:
                if name in self._options:
                    if self.conflict_handler != 'resolve':
                        raise ArgumentError(action, f'conflicting option string: {name}')
                    self._options[name].option_strings.remove(name)
                self._options[name] = action
            self._actions.append(action)
            group._group_actions.append(action)
            return action

        def add_argument_group(self, title=None, description=None):
            group = _Group(self, title, description)
            self._groups.append(group)
            return group

        def add_mutually_exclusive_group(self, required=False, parent=None):
            group = _Exclusive(self, required, parent)
            self._exclusive.append(group)
            return group

        def add_subparsers(self, *, title=None, description=None, prog=None, dest=SUPPRESS, help=None, metavar=None, required=False,
                           parser_class=None):
            if self._subparsers is not None:
                self.error('cannot have multiple subparser arguments')
            group = self.add_argument_group(title or 'subcommands', description) if title or description else self._positionals
            if prog is None:
                words = [self.prog] + [action._value_text(False) for action in self._actions if not action.option_strings]
                prog = ' '.join(words)
            action = _Subparsers([], dest, prog, parser_class or type(self), help, metavar, required)
            self._subparsers = action
            return self._register(group, action)

        def set_defaults(self, **kw):
            self._defaults.update(kw)
            for action in self._actions:
                if action.dest in kw:
                    action.default = kw[action.dest]

        def get_default(self, dest):
            for action in self._actions:
                if action.dest == dest and action.default is not None:
                    return action.default
            return self._defaults.get(dest)

        # Parsing

        def parse_args(self, args=None, namespace=None):
            namespace, rest = self.parse_known_args(args, namespace)
            if rest:
                self.error('unrecognized arguments: ' + ' '.join(rest))
            return namespace

        def parse_known_args(self, args=None, namespace=None):
            args = list(_sys.argv[1:] if args is None else args)
            namespace = Namespace() if namespace is None else namespace
            for action in self._actions:
                if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                    setattr(namespace, action.dest, action.default)
            for name, value in self._defaults.items():
                if not hasattr(namespace, name):
                    setattr(namespace, name, value)
            if not self.exit_on_error:
                return self._parse(args, namespace)
            try:
                return self._parse(args, namespace)
            except ArgumentError as error:
                self.error(str(error))

        parse_intermixed_args = parse_args

        def _find(self, text):
            """The action, the option and the value in it that an argument names; None for a positional one."""
            if not text.startswith('-') or text == '-':
                return None
            if text in self._options:
                return self._options[text], text, None
            name, mark, value = text.partition('=')
            if mark and name in self._options:
                return self._options[name], name, value
            matches = []
            if text.startswith('--'):
                if self.allow_abbrev:
                    matches = [option for option in self._options if option.startswith(name)]
            elif text[:2] in self._options:
                action = self._options[text[:2]]
                return action, text[:2], text[2:]
            if len(matches) > 1:
                raise ArgumentError(None, f"ambiguous option: {text} could match {', '.join(matches)}")
            if matches:
                return self._options[matches[0]], matches[0], value if mark else None
            if _is_number(text) and not any(_is_number(option) for option in self._options):
                return None
            if ' ' in text:
                return None
            return None, text, None

        def _parse(self, args, namespace):
            kinds = []
            only = False
            for text in args:
                if only:
                    kinds.append('A')
                elif text == '--':
                    kinds.append('-')
                    only = True
                else:
                    kinds.append('O' if self._find(text) is not None else 'A')
            pending = [action for action in self._actions if not action.option_strings]
            extras, seen, given = [], [], []
            index = 0

            def run(action, texts, option=None):
                for group in self._exclusive:
                    if action in group._group_actions and (texts or option):
                        for other in group._group_actions:
                            if other is not action and other in given:
                                raise ArgumentError(action, f'not allowed with argument {other._shown()}')
                values = self._values(action, texts)
                if not (not option and action.nargs in (OPTIONAL, ZERO_OR_MORE) and not texts):
                    given.append(action)
                seen.append(action)
                if values is not SUPPRESS:
                    action(self, namespace, values, option)

            def take(count_all):
                """Gives the waiting positional actions what stands at the index."""
                nonlocal index
                available = 0
                while index + available < len(args) and kinds[index + available] != 'O':
                    available += 1
                texts = [args[i] for i in range(index, index + available) if kinds[i] != '-']
                counts = _share([action.nargs for action in pending], len(texts), args, index)
                if not count_all and available == 0:
                    return
                place = 0
                for count in counts:
                    action = pending[0]
                    if action.nargs in (REMAINDER, PARSER):
                        rest = args[index:][place:]
                        pending.pop(0)
                        run(action, [text for text in rest])
                        index = len(args)
                        return
                    pending.pop(0)
                    run(action, texts[place:place + count])
                    place += count
                extras.extend(texts[place:])
                index += available
            while index < len(args):
                if kinds[index] != 'O':
                    take(False)
                    if index < len(args) and kinds[index] != 'O':
                        extras.append(args[index])
                        index += 1
                    continue
                action, option, value = self._find(args[index])
                index += 1
                if action is None:
                    extras.append(option)
                    continue
                while True:
                    if value is not None and action.nargs == 0:
                        if option.startswith('--') or value.startswith('=') or '-' + value[0] not in self._options:
                            raise ArgumentError(action, f'ignored explicit argument {value!r}')
                        run(action, [], option)
                        option = '-' + value[0]
                        action = self._options[option]
                        value = value[1:] or None
                        continue
                    break
                if value is not None:
                    if action.nargs not in (None, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, 1):
                        raise ArgumentError(action, _expected(action.nargs))
                    run(action, [value], option)
                    continue
                available = 0
                while index + available < len(args) and kinds[index + available] == 'A':
                    available += 1
                counts = _share([action.nargs], available, args, index)
                if not counts:
                    raise ArgumentError(action, _expected(action.nargs))
                if action.nargs == REMAINDER:
                    counts = [len(args) - index]
                run(action, args[index:index + counts[0]], option)
                index += counts[0]
            take(True)
            missing = []
            for action in self._actions:
                if action.required and action not in seen:
                    if isinstance(action, _Subparsers) and action.dest is SUPPRESS:
                        missing.append(action.metavar or '{' + ','.join(action.choices) + '}')
                    else:
                        missing.append(action._shown())
                elif action not in seen and isinstance(action.default, str) and getattr(namespace, action.dest, None) is action.default:
                    if action.type is not None:
                        setattr(namespace, action.dest, self._converted(action, action.default))
            if missing:
                self.error('the following arguments are required: ' + ', '.join(missing))
            for group in self._exclusive:
                if group.required and not any(action in given for action in group._group_actions):
                    names = [action._shown() for action in group._group_actions if action.help is not SUPPRESS]
                    self.error(f"one of the arguments {' '.join(names)} is required")
            extras += namespace.__dict__.pop('_unrecognized_args', [])
            return namespace, extras

        def _converted(self, action, text):
            if action.type is None:
                return text
            try:
                return action.type(text)
            except ArgumentTypeError as error:
                raise ArgumentError(action, str(error)) from None
            except (TypeError, ValueError):
                name = getattr(action.type, '__name__', repr(action.type))
                raise ArgumentError(action, f'invalid {name} value: {text!r}') from None

        def _checked(self, action, value):
            if action.choices is not None and value not in action.choices:
                raise ArgumentError(action, f"invalid choice: {value!r} (choose from {', '.join(map(repr, action.choices))})")
            return value

        def _values(self, action, texts):
            if action.nargs == 0:
                return []
            if action.nargs == OPTIONAL and not texts:
                value = action.const if action.option_strings else action.default
                return self._checked(action, self._converted(action, value)) if isinstance(value, str) else value
            if action.nargs == ZERO_OR_MORE and not texts and not action.option_strings:
                return action.default if action.default is not None else []
            if action.nargs in (None, OPTIONAL):
                return self._checked(action, self._converted(action, texts[0]))
            if action.nargs == PARSER:
                self._checked(action, texts[0])
                return texts
            values = [self._converted(action, text) for text in texts]
            if action.nargs != REMAINDER:
                for value in values:
                    self._checked(action, value)
            return values

        # Texts

        def _usage_parts(self):
            optional, positional = [], []
            grouped = set()
            for action in self._actions:
                if action.help is SUPPRESS or id(action) in grouped:
                    continue
                group = next((group for group in self._exclusive if action in group._group_actions), None)
                if group is not None:
                    names = []
                    for each in group._group_actions:
                        grouped.add(id(each))
                        if each.help is not SUPPRESS:
                            names.append(self._usage_of(each, False))
                    text = ' | '.join(names)
                    optional.append(f'({text})' if group.required else f'[{text}]')
                elif action.option_strings:
                    optional.append(self._usage_of(action, True))
                else:
                    positional.append(action._value_text(False))
            return optional, positional

        def _usage_of(self, action, brackets):
            if not action.option_strings:
                return action._value_text(False)
            text = action.option_strings[0]
            if isinstance(action, BooleanOptionalAction):
                text = ' | '.join(action.option_strings)
            if action.nargs != 0:
                text += ' ' + action._value_text(True)
            return text if action.required or not brackets else f'[{text}]'

        def format_usage(self):
            if self.usage is not None:
                return 'usage: ' + self.usage.replace('%(prog)s', self.prog) + '\n'
            optional, positional = self._usage_parts()
            start = f'usage: {self.prog}'
            whole = ' '.join([start] + optional + positional)
            if len(whole) <= 78:
                return whole + '\n'

            def lines(parts, indent, first):
                made, line = [], first
                for part in parts:
                    if len(line) + 1 + len(part) > 78 and line.strip() and line != indent.rstrip():
                        made.append(line)
                        line = indent + part
                    else:
                        line = f'{line} {part}' if line.strip() else indent + part
                return made + [line] if line.strip() else made
            if len(start) <= 0.75 * 78:
                indent = ' ' * (len(start) + 1)
                made = lines(optional, indent, start)
                made = made + lines(positional, indent, '') if optional else lines(positional, indent, start)
            else:
                indent = ' ' * 7
                made = [start] + lines(optional, indent, '') + lines(positional, indent, '')
            return '\n'.join(made) + '\n'

        def format_help(self):
            text = self.format_usage()
            if self.description:
                text += '\n' + self._paragraph(self.description)
            entries = []
            for group in self._groups:
                shown = [action for action in group._group_actions if action.help is not SUPPRESS]
                if not shown and not group.description:
                    continue
                entries.append((group, [(action, *self._entry(action)) for action in shown]))
            widest = max((2 + len(head) for _, rows in entries for _, head, _ in rows), default=0)
            for _, rows in entries:
                for action, _, _ in rows:
                    if isinstance(action, _Subparsers):
                        widest = max([widest] + [4 + len(name) for name, _ in action._entries])
            column = min(widest + 2, 24)
            for group, rows in entries:
                text += '\n' + (f'{group.title}:\n' if group.title else '')
                if group.description:
                    text += ''.join(f'  {line}\n' for line in _textwrap.wrap(group.description, 76))
                    text += '\n' if rows else ''
                for action, head, help in rows:
                    text += _row(head, help, column, 2)
                    if isinstance(action, _Subparsers):
                        for name, help in action._entries:
                            text += _row(name, help, column, 4)
            if self.epilog:
                text += '\n' + self._paragraph(self.epilog)
            return text

        def _paragraph(self, text):
            text = text.replace('%(prog)s', self.prog)
            return (text.strip('\n') if self.formatter_class.keeps_lines else _textwrap.fill(text, 78)) + '\n'

        def _entry(self, action):
            if action.option_strings:
                value = '' if action.nargs == 0 else ' ' + action._value_text(True)
                head = ', '.join(name + value for name in action.option_strings)
            else:
                head = action._value_name(False) if isinstance(action._value_name(False), str) else ' '.join(action._value_name(False))
            help = action.help or ''
            if self.formatter_class.show_defaults and help and '%(default)' not in help and action.default is not SUPPRESS:
                if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                    help += ' (default: %(default)s)'
            if '%' in help:
                names = dict(vars(action), prog=self.prog)
                if action.choices is not None:
                    names['choices'] = ', '.join(str(choice) for choice in action.choices)
                if action.type is not None:
                    names['type'] = getattr(action.type, '__name__', repr(action.type))
                help = help % names
            return head, help

        def print_usage(self, file=None):
            (file or _sys.stdout).write(self.format_usage())

        def print_help(self, file=None):
            (file or _sys.stdout).write(self.format_help())

        def exit(self, status=0, message=None):
            if message:
                _sys.stderr.write(message)
            _sys.exit(status)

        def error(self, message):
            self.print_usage(_sys.stderr)
            self.exit(2, f'{self.prog}: error: {message}\n')


    def _row(head, help, column, indent):
        start = ' ' * indent + head
        lines = _textwrap.wrap(help, max(80 - 2 - column, 11))
        if not lines:
            return start + '\n'
        if len(start) <= column - 2:
            text = start + ' ' * (column - len(start)) + lines.pop(0) + '\n'
        else:
            text = start + '\n'
        return text + ''.join(' ' * column + line + '\n' for line in lines)


    def _is_number(text):
        body = text[1:]
        return body.replace('.', '', 1).isdigit()


    def _expected(nargs):
        if nargs is None:
            return 'expected one argument'
        if nargs == OPTIONAL:
            return 'expected at most one argument'
        if nargs == ONE_OR_MORE:
            return 'expected at least one argument'
        return f"expected {nargs} argument{'' if nargs == 1 else 's'}"


    def _bounds(nargs):
        if nargs is None:
            return 1, 1
        if nargs == OPTIONAL:
            return 0, 1
        if nargs in (ZERO_OR_MORE, REMAINDER):
            return 0, None
        if nargs in (ONE_OR_MORE, PARSER):
            return 1, None
        return nargs, nargs


    def _share(wanted, available, args, index):
        """How many of the arguments each action gets: as many actions as can be served, each greedily, later ones' least kept."""
        count = len(wanted)
        while count and sum(_bounds(nargs)[0] for nargs in wanted[:count]) > available:
            count -= 1
        shares = []
        rest = available
        for place in range(count):
            low, high = _bounds(wanted[place])
            later = sum(_bounds(nargs)[0] for nargs in wanted[place + 1:count])
            most = rest - later
            share = most if high is None else min(high, most)
            shares.append(max(share, low))
            rest -= shares[-1]
        return shares
    """#
}
