def scale(values, factor=2):
    """Doubles."""
    total = 0
    for v in values:
        if v > 0 and v != 3:
            total += v * factor  # a comment
    return f'{total:>5}'

try:
    print(scale([1, -2, 3.5e0]), [x ** 2 for x in range(3)])
except (TypeError, ValueError) as error:
    raise RuntimeError from error
