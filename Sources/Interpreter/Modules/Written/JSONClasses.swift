extension WrittenModules {
  /// `_json_classes`: the `JSONEncoder` and `JSONDecoder` of `json`, over the functions of `json`.
  static let jsonClasses = #"""
    class JSONEncoder:
        item_separator = ', '
        key_separator = ': '

        def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None,
                     separators=None, default=None):
            self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan = skipkeys, ensure_ascii, check_circular, allow_nan
            self.sort_keys, self.indent = sort_keys, indent
            if separators is not None:
                self.item_separator, self.key_separator = separators
            elif indent is not None:
                self.item_separator = ','
            if default is not None:
                self.default = default

        def default(self, o):
            raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

        def encode(self, o):
            import json
            return json.dumps(o, skipkeys=self.skipkeys, ensure_ascii=self.ensure_ascii, check_circular=self.check_circular,
                              allow_nan=self.allow_nan, indent=self.indent, separators=(self.item_separator, self.key_separator),
                              default=self.default, sort_keys=self.sort_keys)

        def iterencode(self, o):
            yield self.encode(o)


    class JSONDecoder:
        def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                     object_pairs_hook=None):
            self.hooks = {'object_hook': object_hook, 'parse_float': parse_float, 'parse_int': parse_int,
                          'object_pairs_hook': object_pairs_hook}

        def decode(self, s):
            import json
            return json.loads(s, **self.hooks)
    """#
}
