extension WrittenLibrary {
  /// `IPython`, as far as notebooks ask for it.
  static let ipython = #"""
    """What notebooks take from IPython: the module display."""
    from IPython import display

    __version__ = '9.0.0'
    version_info = (9, 0, 0, '')


    def get_ipython():
        """None: there is no IPython shell; directives (%) work without one."""
        return None
    """#

  /// `IPython.display`: pictures and texts that a cell shows.
  static let ipythonDisplay = #"""
    """Pictures and texts that a cell shows."""
    import os
    import _display


    class DisplayObject:
        """Something to show: data, or what a file holds."""
        _kind = 'text/plain'
        _is_binary = False

        def __init__(self, data=None, url=None, filename=None, metadata=None):
            if data is not None and not isinstance(data, (str, bytes)) and hasattr(data, '__fspath__'):
                data = os.fspath(data)
            if isinstance(data, str):
                if data.startswith('http') and url is None:
                    data, url = None, data
                elif filename is None and len(data) < 4096 and '\n' not in data and os.path.exists(data):
                    data, filename = None, data
            if url is not None:
                raise NotImplementedError(f'IPython.display: {url} is not fetched; save it to a file and show that')
            self.data, self.url, self.filename, self.metadata = data, url, filename, metadata
            self.reload()

        def reload(self):
            """Reads the file again."""
            if self.filename is not None:
                with open(self.filename, 'rb' if self._is_binary else 'r') as file:
                    self.data = file.read()

        def __repr__(self):
            return f'<IPython.core.display.{type(self).__name__} object>'

        def _ipython_display_(self):
            if self.data is not None:
                _display.markup(self._kind, str(self.data), repr(self))


    class TextDisplayObject(DisplayObject):
        def __init__(self, data=None, url=None, filename=None, metadata=None):
            if data is not None and not isinstance(data, (str, bytes)) and not hasattr(data, '__fspath__'):
                raise TypeError(f'{type(self).__name__} expects text, not {data!r}')
            super().__init__(data, url, filename, metadata)


    class HTML(TextDisplayObject):
        """A piece of a page."""
        _kind = 'text/html'

        def _repr_html_(self):
            return self.data


    class Markdown(TextDisplayObject):
        """Text with marks."""
        _kind = 'text/markdown'

        def _repr_markdown_(self):
            return self.data


    class Latex(TextDisplayObject):
        """Text with formulas."""
        _kind = 'text/latex'

        def _repr_latex_(self):
            return self.data


    class Math(TextDisplayObject):
        """A formula."""
        _kind = 'text/latex'

        def _repr_latex_(self):
            return '$\\displaystyle ' + self.data.strip('$') + '$'

        def _ipython_display_(self):
            _display.markup(self._kind, self._repr_latex_(), repr(self))


    class Javascript(TextDisplayObject):
        """A script for a page; a text elsewhere."""
        _kind = 'application/javascript'


    class SVG(DisplayObject):
        """A drawing."""
        _kind = 'image/svg+xml'

        def _repr_svg_(self):
            return self.data

        def _ipython_display_(self):
            text = self.data.decode('utf-8') if isinstance(self.data, bytes) else self.data
            if text is not None:
                if '<svg' not in text:
                    raise ValueError('SVG: the text holds no <svg> element')
                _display.markup(self._kind, text, repr(self))


    class Image(DisplayObject):
        """A PNG or JPEG picture: its bytes, or the name of its file."""
        _is_binary = True

        def __init__(self, data=None, url=None, filename=None, format=None, embed=None, width=None, height=None, retina=False,
                     unconfined=False, metadata=None, alt=None):
            if isinstance(data, str) and not data.startswith('http') and not os.path.exists(data):
                raise FileNotFoundError(2, 'No such file or directory', data)
            self.format, self.embed, self.width, self.height, self.alt = format, embed, width, height, alt
            super().__init__(data, url, filename, metadata)
            if self.data is None:
                raise ValueError('No image data found. Expecting filename, url, or data.')

        def _repr_png_(self):
            return self.data

        def _ipython_display_(self):
            _display.picture(self.data, repr(self))


    class _Placeholder(DisplayObject):
        def __init__(self, *args, **kwargs):
            self.data = None

        def _ipython_display_(self):
            print(repr(self))


    class Audio(_Placeholder):
        """A sound: only its name is shown here."""

        def __repr__(self):
            return '<IPython.lib.display.Audio object>'


    class Video(_Placeholder):
        """A film: only its name is shown here."""


    class IFrame(_Placeholder):
        """A page in the page: only its name is shown here."""


    class YouTubeVideo(_Placeholder):
        """A film: only its name is shown here."""


    def display(*objs, include=None, exclude=None, metadata=None, transient=None, display_id=None, raw=False, clear=False, **kwargs):
        """Shows objects: pictures as pictures, everything else as the end of a cell would."""
        if clear:
            clear_output(wait=True)
        for value in objs:
            if hasattr(type(value), '_ipython_display_'):
                value._ipython_display_()
            elif type(value).__name__ == 'Image' and type(value).__module__ == 'PIL.Image':
                _display.picture(value, repr(value))
            elif not _display.figure(value):
                print(repr(value))


    def clear_output(wait=False):
        """Takes back what the cell has shown; with wait, when the next output comes."""
        _display.clear(wait)


    def _show(kind):
        def show(*objs, raw=False, **kwargs):
            for value in objs:
                display(value if not raw else kind(value))
        return show


    display_html, display_markdown, display_svg, display_png = _show(HTML), _show(Markdown), _show(SVG), _show(Image)
    display_latex, display_pretty = _show(Latex), _show(TextDisplayObject)


    def set_matplotlib_formats(*formats, **kwargs):
        """Kept for old notebooks: figures are kept as PNG and SVG alike."""


    def set_matplotlib_close(close=True):
        """Kept for old notebooks."""
    """#
}
