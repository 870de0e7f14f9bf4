extension WrittenModules {
  /// `logging`: messages with levels, to standard error or a file.
  static let logging = #"""
    """Messages with levels: loggers, handlers for standard error and files, formats."""
    import sys
    import time

    CRITICAL, FATAL, ERROR, WARNING, WARN, INFO, DEBUG, NOTSET = 50, 50, 40, 30, 30, 20, 10, 0
    BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s'
    _names = {50: 'CRITICAL', 40: 'ERROR', 30: 'WARNING', 20: 'INFO', 10: 'DEBUG', 0: 'NOTSET'}


    def getLevelName(level):
        if isinstance(level, str):
            return next((number for number, name in _names.items() if name == level), f'Level {level}')
        return _names.get(level, f'Level {level}')


    def addLevelName(level, name):
        _names[level] = name


    def _level(level):
        if isinstance(level, str):
            number = getLevelName(level)
            if not isinstance(number, int):
                raise ValueError(f'Unknown level: {level!r}')
            return number
        if not isinstance(level, int):
            raise TypeError(f'Level not an integer or a valid string: {level!r}')
        return level


    class LogRecord:
        def __init__(self, name, level, msg, args):
            self.name, self.levelno, self.levelname = name, level, getLevelName(level)
            self.msg, self.args, self.created = msg, args, time.time()
            self.msecs = (self.created - int(self.created)) * 1000
            self.filename, self.module, self.lineno, self.funcName = '', '', 0, ''
            self.pathname, self.process, self.threadName = '', 0, 'MainThread'

        def getMessage(self):
            text = str(self.msg)
            if not self.args:
                return text
            if len(self.args) == 1 and isinstance(self.args[0], dict) and self.args[0]:
                return text % self.args[0]
            return text % self.args


    class Formatter:
        def __init__(self, fmt=None, datefmt=None, style='%'):
            if style not in '%{$' or len(style) != 1:
                raise ValueError('Style must be one of: %,{,$')
            if style == '$':
                raise NotImplementedError("logging.Formatter: the style '$' is not supported")
            self._fmt = fmt or ('%(message)s' if style == '%' else '{message}')
            self.datefmt, self._style = datefmt, style

        def formatTime(self, record, datefmt=None):
            when = time.localtime(record.created)
            if datefmt:
                return time.strftime(datefmt, when)
            return time.strftime('%Y-%m-%d %H:%M:%S', when) + ',%03d' % record.msecs

        def format(self, record):
            record.message = record.getMessage()
            record.asctime = self.formatTime(record, self.datefmt)
            if self._style == '{':
                return self._fmt.format(**record.__dict__)
            return self._fmt % dict(record.__dict__)


    class Filterer:
        def __init__(self):
            self.filters = []

        def addFilter(self, filter):
            self.filters.append(filter)

        def removeFilter(self, filter):
            self.filters.remove(filter)

        def _passes(self, record):
            return all(f.filter(record) if hasattr(f, 'filter') else f(record) for f in self.filters)


    class Handler(Filterer):
        def __init__(self, level=NOTSET):
            super().__init__()
            self.level, self.formatter = _level(level), None

        def setLevel(self, level):
            self.level = _level(level)

        def setFormatter(self, fmt):
            self.formatter = fmt

        def format(self, record):
            return (self.formatter or Formatter()).format(record)

        def handle(self, record):
            if record.levelno >= self.level and self._passes(record):
                self.emit(record)

        def emit(self, record):
            raise NotImplementedError('emit must be implemented by Handler subclasses')

        def flush(self):
            pass

        def close(self):
            pass


    class NullHandler(Handler):
        def emit(self, record):
            pass


    class StreamHandler(Handler):
        terminator = '\n'

        def __init__(self, stream=None):
            super().__init__()
            self.stream = stream if stream is not None else sys.stderr

        def emit(self, record):
            self.stream.write(self.format(record) + self.terminator)
            self.flush()

        def flush(self):
            if hasattr(self.stream, 'flush'):
                self.stream.flush()


    class FileHandler(StreamHandler):
        def __init__(self, filename, mode='a', encoding=None, delay=False):
            self.baseFilename = str(filename)
            super().__init__(open(filename, mode))

        def close(self):
            self.stream.close()


    class Logger(Filterer):
        def __init__(self, name, level=NOTSET, parent=None):
            super().__init__()
            self.name, self.level, self.parent = name, _level(level), parent
            self.handlers, self.propagate, self.disabled = [], True, False

        def __repr__(self):
            return f'<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>'

        def setLevel(self, level):
            self.level = _level(level)

        def getEffectiveLevel(self):
            logger = self
            while logger is not None:
                if logger.level:
                    return logger.level
                logger = logger.parent
            return NOTSET

        def isEnabledFor(self, level):
            return not self.disabled and level > _disabled and level >= self.getEffectiveLevel()

        def addHandler(self, hdlr):
            if hdlr not in self.handlers:
                self.handlers.append(hdlr)

        def removeHandler(self, hdlr):
            if hdlr in self.handlers:
                self.handlers.remove(hdlr)

        def hasHandlers(self):
            return bool(self.handlers) or (self.propagate and self.parent is not None and self.parent.hasHandlers())

        def getChild(self, suffix):
            return getLogger(suffix if self.parent is None else f'{self.name}.{suffix}')

        def log(self, level, msg, *args, exc_info=None, **options):
            if not self.isEnabledFor(level):
                return
            record = LogRecord(self.name, level, msg, args)
            if not self._passes(record):
                return
            if exc_info:
                import traceback
                record.msg, record.args = record.getMessage() + '\n' + traceback.format_exc().rstrip('\n'), ()
            found, logger = False, self
            while logger is not None:
                for handler in list(logger.handlers):
                    found = True
                    handler.handle(record)
                logger = logger.parent if logger.propagate else None
            if not found and level >= WARNING:
                sys.stderr.write(record.getMessage() + '\n')

        def debug(self, msg, *args, **options):
            self.log(DEBUG, msg, *args, **options)

        def info(self, msg, *args, **options):
            self.log(INFO, msg, *args, **options)

        def warning(self, msg, *args, **options):
            self.log(WARNING, msg, *args, **options)

        warn = warning

        def error(self, msg, *args, **options):
            self.log(ERROR, msg, *args, **options)

        def critical(self, msg, *args, **options):
            self.log(CRITICAL, msg, *args, **options)

        fatal = critical

        def exception(self, msg, *args, exc_info=True, **options):
            self.log(ERROR, msg, *args, exc_info=exc_info, **options)


    class RootLogger(Logger):
        pass


    root = RootLogger('root', WARNING)
    _loggers = {}
    _disabled = -1


    def getLogger(name=None):
        """The logger of that name; loggers of dotted names hand on to those in front."""
        if not name or name == 'root':
            return root
        if name not in _loggers:
            parent = getLogger(name.rpartition('.')[0]) if '.' in name else root
            _loggers[name] = Logger(name, parent=parent)
        return _loggers[name]


    def basicConfig(*, filename=None, filemode='a', format=None, datefmt=None, style='%', level=None, stream=None, handlers=None,
                    force=False, encoding=None, errors=None):
        """Gives the root logger a handler, unless it has one."""
        if force:
            for handler in list(root.handlers):
                root.removeHandler(handler)
                handler.close()
        if root.handlers:
            return
        if handlers is None:
            handlers = [FileHandler(filename, filemode) if filename else StreamHandler(stream)]
        for handler in handlers:
            if handler.formatter is None:
                handler.setFormatter(Formatter(format or (BASIC_FORMAT if style == '%' else '{levelname}:{name}:{message}'), datefmt, style))
            root.addHandler(handler)
        if level is not None:
            root.setLevel(level)


    def disable(level=CRITICAL):
        global _disabled
        _disabled = _level(level)


    def shutdown():
        pass


    def captureWarnings(capture):
        pass


    def log(level, msg, *args, **options):
        if not root.handlers:
            basicConfig()
        root.log(level, msg, *args, **options)


    def _at(level):
        def function(msg, *args, **options):
            log(level, msg, *args, **options)
        return function


    debug, info, warning, error, critical = _at(DEBUG), _at(INFO), _at(WARNING), _at(ERROR), _at(CRITICAL)
    warn, fatal = warning, critical


    def exception(msg, *args, exc_info=True, **options):
        log(ERROR, msg, *args, exc_info=exc_info, **options)
    """#
}
