extension WrittenModules {
  /// `statistics`: basic statistics.
  static let statistics = #"""
    """Basic statistics."""
    import math as _math
    from collections import Counter as _Counter


    class StatisticsError(ValueError):
        pass


    def _values(data, what):
        data = list(data)
        if not data:
            raise StatisticsError(what)
        return data


    def _total(data):
        return sum(data) if all(isinstance(value, int) for value in data) else _math.fsum(data)


    def _quotient(total, count):
        if isinstance(total, int) and total % count == 0:
            return total // count
        return total / count


    def mean(data):
        data = _values(data, 'mean requires at least one data point')
        return _quotient(_total(data), len(data))


    def fmean(data, weights=None):
        data = _values(data, 'fmean requires at least one data point')
        if weights is None:
            return _math.fsum(data) / len(data)
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError('data and weights must be the same length')
        return _math.fsum(a * b for a, b in zip(data, weights)) / _math.fsum(weights)


    def geometric_mean(data):
        data = _values(data, 'Must have a non-empty dataset')
        return _math.exp(fmean(map(_math.log, data)))


    def harmonic_mean(data):
        data = _values(data, 'harmonic_mean requires at least one data point')
        return len(data) / _math.fsum(1 / value for value in data)


    def median(data):
        data = sorted(_values(data, 'no median for empty data'))
        middle = len(data) // 2
        return data[middle] if len(data) % 2 else (data[middle - 1] + data[middle]) / 2


    def median_low(data):
        data = sorted(_values(data, 'no median for empty data'))
        return data[(len(data) - 1) // 2]


    def median_high(data):
        data = sorted(_values(data, 'no median for empty data'))
        return data[len(data) // 2]


    def mode(data):
        return _Counter(_values(data, 'no mode for empty data')).most_common(1)[0][0]


    def multimode(data):
        counts = _Counter(data)
        most = max(counts.values(), default=0)
        return [value for value, count in counts.items() if count == most]


    def _squares(data, center):
        if center is not None:
            return _math.fsum((value - center) ** 2 for value in data)
        if all(isinstance(value, int) for value in data):
            total = sum(data)
            exact = len(data) * sum(value * value for value in data) - total * total
            return _quotient(exact, len(data))
        middle = _math.fsum(data) / len(data)
        return _math.fsum((value - middle) ** 2 for value in data)


    def pvariance(data, mu=None):
        data = _values(data, 'pvariance requires at least one data point')
        return _quotient(_squares(data, mu), len(data))


    def variance(data, xbar=None):
        data = list(data)
        if len(data) < 2:
            raise StatisticsError('variance requires at least two data points')
        return _quotient(_squares(data, xbar), len(data) - 1)


    def stdev(data, xbar=None):
        return _math.sqrt(variance(data, xbar))


    def pstdev(data, mu=None):
        return _math.sqrt(pvariance(data, mu))


    def quantiles(data, *, n=4, method='exclusive'):
        data = sorted(data)
        if n < 1:
            raise StatisticsError('n must be at least 1')
        if len(data) < 2:
            raise StatisticsError('must have at least two data points')
        result = []
        for i in range(1, n):
            if method == 'inclusive':
                j, delta = divmod(i * (len(data) - 1), n)
            else:
                whole = i * (len(data) + 1)
                j = min(max(whole // n, 1), len(data) - 1)
                delta = whole - j * n
                j -= 1
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result


    def correlation(x, y):
        a, b = fmean(x), fmean(y)
        return _math.fsum((p - a) * (q - b) for p, q in zip(x, y)) / _math.sqrt(
            _math.fsum((p - a) ** 2 for p in x) * _math.fsum((q - b) ** 2 for q in y))
    """#
}
