extension WrittenLibrary {
  /// `urllib.request`: the few calls with which notebooks fetch files; `curl` or `wget` does the transfer.
  static let urllibRequest = #"""
    """Fetching files: urlretrieve, urlopen, openers with headers of their own."""
    import io
    import os
    import tempfile
    from urllib.error import URLError, HTTPError
    from _transfer import fetch as _fetch


    class Request:
        """An address, with headers."""

        def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
            self.full_url, self.data, self.headers = url, data, dict(headers)

        def get_full_url(self):
            return self.full_url


    class OpenerDirector:
        """What fetches: its addheaders go with every request."""

        def __init__(self):
            self.addheaders = [('User-agent', 'Python-urllib/3.11')]

        def open(self, fullurl, data=None, timeout=None):
            if data is not None:
                raise NotImplementedError('urllib.request: data is not sent')
            url = fullurl.full_url if isinstance(fullurl, Request) else fullurl
            more = list(fullurl.headers.items()) if isinstance(fullurl, Request) else []
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, 'fetched')
                _retrieve(url, path, self.addheaders + more)
                with open(path, 'rb') as file:
                    return io.BytesIO(file.read())


    _opener = None


    def build_opener(*handlers):
        return OpenerDirector()


    def install_opener(opener):
        """The opener that urlopen and urlretrieve use from now on."""
        global _opener
        _opener = opener


    def _current():
        return _opener if _opener is not None else OpenerDirector()


    def _retrieve(url, path, headers):
        if '://' not in url:
            raise ValueError(f'unknown url type: {url!r}')
        if url.split('://')[0].lower() not in ('http', 'https', 'ftp', 'file'):
            raise URLError(f'unknown url type: {url.split("://")[0]}')
        problem = _fetch(url, path, [f'{name}: {value}' for name, value in headers])
        if problem:
            raise URLError(problem)


    def urlopen(url, data=None, timeout=None, **kwargs):
        return _current().open(url, data, timeout)


    def urlretrieve(url, filename=None, reporthook=None, data=None):
        """Fetches url into a file; returns its name and None."""
        if filename is None:
            filename = tempfile.mkdtemp() + '/fetched'
        _retrieve(url, filename, _current().addheaders)
        if reporthook is not None:
            size = os.path.getsize(filename)
            reporthook(0, size, size)
            reporthook(1, size, size)
        return filename, None
    """#

  /// `urllib.error`.
  static let urllibError = #"""
    """What fetching raises."""


    class URLError(OSError):
        def __init__(self, reason, filename=None):
            self.args = reason,
            self.reason = reason
            if filename is not None:
                self.filename = filename

        def __str__(self):
            return '<urlopen error %s>' % self.reason


    class HTTPError(URLError):
        pass
    """#

  /// `urllib.parse`: quoting, and taking addresses apart.
  static let urllibParse = #"""
    """Addresses: urlparse, urljoin, quote, unquote, urlencode."""
    from collections import namedtuple

    _SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~'
    ParseResult = namedtuple('ParseResult', 'scheme netloc path params query fragment')


    def quote(string, safe='/'):
        data = string.encode('utf-8') if isinstance(string, str) else string
        return ''.join(chr(b) if chr(b) in _SAFE or chr(b) in safe else '%{:02X}'.format(b) for b in data)


    def quote_plus(string, safe=''):
        return quote(string, safe + ' ').replace(' ', '+')


    def unquote(string):
        parts = string.split('%')
        out = parts[0].encode('utf-8')
        for part in parts[1:]:
            try:
                out += bytes([int(part[:2], 16)]) + part[2:].encode('utf-8')
            except ValueError:
                out += b'%' + part.encode('utf-8')
        return out.decode('utf-8', 'replace')


    def urlencode(query):
        items = query.items() if hasattr(query, 'items') else query
        return '&'.join(quote_plus(str(k)) + '=' + quote_plus(str(v)) for k, v in items)


    def urlparse(url, scheme='', allow_fragments=True):
        url, _, fragment = url.partition('#') if allow_fragments else (url, '', '')
        url, _, query = url.partition('?')
        head, colon, rest = url.partition(':')
        if colon and head and head[0].isalpha() and all(c.isalnum() or c in '+-.' for c in head):
            scheme, url = head.lower(), rest
        netloc = ''
        if url[:2] == '//':
            netloc, slash, path = url[2:].partition('/')
            url = slash + path
        url, _, params = url.partition(';')
        return ParseResult(scheme, netloc, url, params, query, fragment)


    def urljoin(base, url):
        if urlparse(url).scheme:
            return url
        parts = urlparse(base)
        root = f'{parts.scheme}://{parts.netloc}'
        return root + url if url.startswith('/') else root + parts.path.rsplit('/', 1)[0] + '/' + url
    """#

  /// `six` and `six.moves`: names that once bridged two versions of Python.
  static let six = #"""
    """Names that once bridged two versions of Python."""
    PY2, PY3 = False, True
    string_types, text_type, binary_type, integer_types, class_types = (str,), str, bytes, (int,), (type,)
    from six import moves


    def iteritems(d):
        return iter(d.items())


    def iterkeys(d):
        return iter(d.keys())


    def itervalues(d):
        return iter(d.values())


    def b(s):
        return s.encode('latin-1')


    def u(s):
        return s
    """#

  static let sixMoves = #"""
    """Modules and builtins under the names that six gives them."""
    import urllib
    import urllib.request
    import urllib.parse
    import urllib.error
    from functools import reduce
    xrange, range, zip, map, filter, input = range, range, zip, map, filter, input
    """#
}
