extension WrittenModules {
  /// `warnings`: warnings.
  static let warnings = #"""
    """Warnings."""
    from _warnings import warn, warn_explicit, showwarning, formatwarning, simplefilter, filterwarnings, resetwarnings, filters
    from _warnings import start_recording as _start, stop_recording as _stop


    class WarningMessage:
        def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
            self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
            self.file, self.line, self.source = file, line, source

        def __str__(self):
            return f'{{message : {self.message!r}, category : {self.category.__name__!r}, filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}'


    class catch_warnings:
        def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
            self._record = record
            self._filter = None if action is None else (action, category, lineno, append)

        def __enter__(self):
            self._saved = list(filters)
            log = None
            if self._record:
                log = []
                _start(lambda *details: log.append(WarningMessage(*details)))
            if self._filter is not None:
                simplefilter(*self._filter)
            return log

        def __exit__(self, *exc_info):
            filters[:] = self._saved
            if self._record:
                _stop()
    """#
}
