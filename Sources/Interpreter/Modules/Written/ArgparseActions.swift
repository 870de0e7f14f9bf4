extension WrittenModules {
  /// `argparse`, first part: errors, the namespace, actions and groups.
  static let argparseActions = #"""
    """Command-line arguments."""
    import os as _os
    import sys as _sys
    import textwrap as _textwrap

    SUPPRESS = '==SUPPRESS=='
    OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, PARSER = '?', '*', '+', '...', 'A...'


    class ArgumentError(Exception):
        def __init__(self, argument, message):
            self.argument_name = None if argument is None else argument._shown()
            self.message = message

        def __str__(self):
            return self.message if self.argument_name is None else f'argument {self.argument_name}: {self.message}'


    class ArgumentTypeError(Exception):
        pass


    class Namespace:
        def __init__(self, **kw):
            for name, value in kw.items():
                setattr(self, name, value)

        def __repr__(self):
            parts = []
            for name, value in self.__dict__.items():
                parts.append(f'{name}={value!r}' if name.isidentifier() else f'**{ {name: value}!r}')
            return f"{type(self).__name__}({', '.join(parts)})"

        def __eq__(self, other):
            return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

        def __contains__(self, key):
            return key in self.__dict__


    class HelpFormatter:
        show_defaults = False
        keeps_lines = False


    class RawDescriptionHelpFormatter(HelpFormatter):
        keeps_lines = True


    class RawTextHelpFormatter(RawDescriptionHelpFormatter):
        pass


    class ArgumentDefaultsHelpFormatter(HelpFormatter):
        show_defaults = True


    class MetavarTypeHelpFormatter(HelpFormatter):
        pass


    class Action:
        def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False,
                     help=None, metavar=None):
            self.option_strings = list(option_strings)
            self.dest, self.nargs, self.const, self.default = dest, nargs, const, default
            self.type, self.choices, self.required, self.help, self.metavar = type, choices, required, help, metavar

        def __call__(self, parser, namespace, values, option_string=None):
            raise NotImplementedError('.__call__() not defined')

        def _shown(self):
            if self.option_strings:
                return '/'.join(self.option_strings)
            return self.metavar if isinstance(self.metavar, str) else self.dest

        def _value_name(self, is_optional):
            if self.metavar is not None:
                return self.metavar
            if self.choices is not None:
                return '{' + ','.join(str(choice) for choice in self.choices) + '}'
            return self.dest.upper() if is_optional else self.dest

        def _value_text(self, is_optional):
            name = self._value_name(is_optional)
            if isinstance(name, tuple):
                names = name
            else:
                names = (name,) * (self.nargs if isinstance(self.nargs, int) else 2)
            if self.nargs is None:
                return names[0]
            if self.nargs == OPTIONAL:
                return f'[{names[0]}]'
            if self.nargs == ZERO_OR_MORE:
                return f'[{names[0]} ...]'
            if self.nargs == ONE_OR_MORE:
                return f'{names[0]} [{names[1]} ...]'
            if self.nargs == REMAINDER:
                return '...'
            if self.nargs == PARSER:
                return f'{names[0]} ...'
            return ' '.join(names)


    class _Store(Action):
        def __call__(self, parser, namespace, values, option_string=None):
            setattr(namespace, self.dest, values)


    class _StoreConst(Action):
        def __init__(self, option_strings, dest, const=None, **kw):
            super().__init__(option_strings, dest, nargs=0, const=const, **kw)

        def __call__(self, parser, namespace, values, option_string=None):
            setattr(namespace, self.dest, self.const)


    class _StoreTrue(_StoreConst):
        def __init__(self, option_strings, dest, default=False, **kw):
            super().__init__(option_strings, dest, const=True, default=default, **kw)


    class _StoreFalse(_StoreConst):
        def __init__(self, option_strings, dest, default=True, **kw):
            super().__init__(option_strings, dest, const=False, default=default, **kw)


    class _Append(Action):
        def __call__(self, parser, namespace, values, option_string=None):
            items = list(getattr(namespace, self.dest, None) or [])
            items.append(values)
            setattr(namespace, self.dest, items)


    class _AppendConst(_StoreConst):
        def __call__(self, parser, namespace, values, option_string=None):
            setattr(namespace, self.dest, list(getattr(namespace, self.dest, None) or []) + [self.const])


    class _Extend(Action):
        def __call__(self, parser, namespace, values, option_string=None):
            setattr(namespace, self.dest, list(getattr(namespace, self.dest, None) or []) + list(values))


    class _Count(Action):
        def __init__(self, option_strings, dest, **kw):
            super().__init__(option_strings, dest, nargs=0, **kw)

        def __call__(self, parser, namespace, values, option_string=None):
            setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


    class _Help(Action):
        def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
            super().__init__(option_strings, dest, nargs=0, default=default, help=help)

        def __call__(self, parser, namespace, values, option_string=None):
            parser.print_help()
            parser.exit()


    class _Version(Action):
        def __init__(self, option_strings, dest=SUPPRESS, version=None, default=SUPPRESS, help="show program's version number and exit"):
            super().__init__(option_strings, dest, nargs=0, default=default, help=help)
            self.version = version

        def __call__(self, parser, namespace, values, option_string=None):
            print((self.version or '').replace('%(prog)s', parser.prog))
            parser.exit()


    class BooleanOptionalAction(Action):
        def __init__(self, option_strings, dest, default=None, **kw):
            names = []
            for name in option_strings:
                names.append(name)
                if name.startswith('--'):
                    names.append('--no-' + name[2:])
            super().__init__(names, dest, nargs=0, default=default, **kw)

        def __call__(self, parser, namespace, values, option_string=None):
            setattr(namespace, self.dest, not option_string.startswith('--no-'))


    class _Subparsers(Action):
        def __init__(self, option_strings, dest, prog, parser_class, help=None, metavar=None, required=False):
            super().__init__(option_strings, dest, nargs=PARSER, choices={}, required=required, help=help, metavar=metavar)
            self._prog, self._parser_class, self._entries = prog, parser_class, []

        def add_parser(self, name, *, help=None, aliases=(), **kw):
            kw.setdefault('prog', f'{self._prog} {name}')
            parser = self._parser_class(**kw)
            for each in (name, *aliases):
                self.choices[each] = parser
            if help is not None:
                self._entries.append((name, help))
            return parser

        def __call__(self, parser, namespace, values, option_string=None):
            name, rest = values[0], values[1:]
            if self.dest is not SUPPRESS:
                setattr(namespace, self.dest, name)
            inner, unknown = self.choices[name].parse_known_args(rest, None)
            for key, value in vars(inner).items():
                setattr(namespace, key, value)
            if unknown:
                namespace.__dict__.setdefault('_unrecognized_args', []).extend(unknown)


    _ACTIONS = {None: _Store, 'store': _Store, 'store_const': _StoreConst, 'store_true': _StoreTrue, 'store_false': _StoreFalse,
                'append': _Append, 'append_const': _AppendConst, 'extend': _Extend, 'count': _Count, 'help': _Help, 'version': _Version}


    class FileType:
        def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
            self._mode, self._encoding = mode, encoding

        def __call__(self, string):
            if string == '-':
                return _sys.stdin if 'r' in self._mode else _sys.stdout
            try:
                return open(string, self._mode, encoding=self._encoding)
            except OSError as error:
                raise ArgumentTypeError(f"can't open '{string}': {error}")


    class _Group:
        def __init__(self, parser, title, description=None):
            self._parser, self.title, self.description = parser, title, description
            self._group_actions = []

        def add_argument(self, *names, **kw):
            return self._parser._add(self, names, kw)

        def add_mutually_exclusive_group(self, required=False):
            return self._parser.add_mutually_exclusive_group(required, self)


    class _Exclusive(_Group):
        def __init__(self, parser, required, parent):
            super().__init__(parser, None)
            self.required, self._parent = required, parent

        def add_argument(self, *names, **kw):
            action = self._parser._add(self._parent, names, kw)
            if action.required:
                raise ValueError('mutually exclusive arguments must be optional')
            self._group_actions.append(action)
            return action
    """#
}
