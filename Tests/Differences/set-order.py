# differs: sets that hold anything but numbers show their elements in insertion order.
# CPython's order of strings changes from run to run, so no program can rely on it; sets of numbers come in CPython's order here too.
# Instead: `sorted(s)` where the order matters.
print({'b', 'a', 'c'}, {3, 1, 2})
# expect:
# {'b', 'a', 'c'} {1, 2, 3}
