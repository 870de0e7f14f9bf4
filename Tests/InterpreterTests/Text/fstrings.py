x, name, width = 3.14159, 'é', 8
print(f'{x:.2f}', f'{x:{width}.3f}', f'{name!r:>{width}}', f'{x=}', f'{x = :.1f}', f'{{{x:.0f}}}', f'{name!a}', f"{'a' + 'b'}", f'{[i for i in range(3)]}', f'{(lambda y: y * 2)(4)}')
print(f'{x:>+10.2f}|{name:^5}|{1000000:,}|{255:#x}|{0.5:%}', f'{"nested " f"{x:.1f}"}', f'{ {"a": 1}["a"] }', f'a{1}b{2}c', rf'\n{1}', f'\n{1}' == '\n1')
class P:
    def __format__(self, spec): return f'<{spec}>'
print(f'{P():abc}', f'{P()}', f'{P()!s:.5}' [:5], '{:x y}'.format(P()))
# expect:
# 3.14    3.142      'é' x=3.14159 x = 3.1 {3} '\xe9' ab [0, 1, 2] 8
#      +3.14|  é  |1,000,000|0xff|50.000000% nested 3.1 1 a1b2c \n1 True
# <abc> <> <__ma <x y>
# ---
f'{1:d!}'  # raises: ValueError: Invalid format specifier 'd!' for object of type 'int'
# ---
f'{"a":d}'  # raises: ValueError: Unknown format code 'd' for object of type 'str'
# ---
f'{undefined}'  # raises: NameError: name 'undefined' is not defined
