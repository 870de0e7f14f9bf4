def load(name):
    try:
        return {'a': 1}[name]
    except KeyError as error:
        raise ValueError(f'no entry {name!r}') from error
load('b')
