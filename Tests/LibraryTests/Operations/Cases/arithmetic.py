# Operations on two operands, comparisons and bits.
for names in ('add', 'sub subtract', 'mul multiply', 'div divide true_divide', 'maximum', 'minimum', 'fmax', 'fmin', 'atan2 arctan2', 'hypot',
              'rsub', 'max', 'min'):
    op(names, real(2, 3), real(2, 3))
for names in ('add', 'sub subtract', 'mul multiply', 'div divide true_divide', 'maximum', 'atan2 arctan2', 'hypot'):
    op(names, real(2, 3), real(3))
    op(names, real(3), real(2, 1))
for names in ('add', 'sub subtract', 'mul multiply', 'div divide true_divide', 'rsub'):
    op(names, real(2, 3), 2.5)
    op(names, whole(3, low=1), whole(3, low=1))
    op(names, whole(3, low=1), 2)
    op(names, real(3), whole(3, low=1))
op('add', real(3), real(3), alpha=2)
op('sub subtract', real(3), real(3), alpha=2.5)
op('rsub', real(3), real(3), alpha=3)
op('add', real(3), 1.5, alpha=2)
op('add', whole(3), whole(3), alpha=2)
for mode in ('floor', 'trunc'):
    op('div divide', real(4, low=-5, high=5), real(4, low=0.5, high=2), rounding_mode=mode)
    op('div divide', whole(4, low=-9, high=9), 4, rounding_mode=mode)
op('floor_divide', real(4, low=-5, high=5), 2.0)
op('floor_divide', real(4, low=-5, high=5), real(4, low=0.5, high=2))
op('floor_divide', whole(4, low=-9, high=9), 4)
op('remainder', real(4, low=-5, high=5), 1.5)
op('remainder', real(4, low=-5, high=5), real(4, low=0.5, high=2))
op('remainder', whole(4, low=-9, high=9), 4)
op('fmod', real(4, low=-5, high=5), 1.5)
op('fmod', real(4, low=-5, high=5), real(4, low=0.5, high=2))
op('fmod', whole(4, low=-9, high=9), 4)
op('pow', real(5), 2)
op('pow', real(5), 3)
op('pow', real(5), 1)
op('pow', real(5), 0)
op('pow', real(5), -1)
op('pow', real(5, low=0.2, high=2), 0.5)
op('pow', real(5, low=0.2, high=2), 1.7)
op('pow', real(5, low=0.2, high=2), -0.5)
op('pow', real(2, 3, low=0.2, high=2), real(3))
op('pow', 2, real(3))
op('pow', 2.5, real(3))
op('pow', whole(4), 2)
op('pow', 2, whole(4))
op('pow', real(4), whole(4, high=4))
for names in ('eq', 'ne not_equal', 'lt less', 'le less_equal', 'gt greater', 'ge greater_equal'):
    op(names, whole(2, 3, high=4), whole(3, high=4))
    op(names, whole(6, high=4), 2)
    op(names, real(6), 0.1)
    op(names, real(2, 3), real(3))
for name in ('eq_', 'ne_ not_equal_', 'lt_ less_', 'le_ less_equal_', 'gt_ greater_', 'ge_ greater_equal_'):
    op(name, whole(2, 3, high=4), whole(3, high=4))
for name in ('logical_and', 'logical_or', 'logical_xor'):
    op(name, truth(2, 3), truth(3))
    op(name, whole(4, high=2), whole(4, high=2))
    op(name, real(3), real(3))
    op(name + '_', whole(4, high=2), whole(4, high=2))
    op(name + '_', truth(3), truth(3))
op('logical_not_', truth(3))
op('logical_not_', whole(3, high=2))
for name in ('bitwise_and', 'bitwise_or', 'bitwise_xor'):
    op(name, whole(2, 3), whole(3))
    op(name, truth(3), truth(3))
    op(name, whole(3), 5)
op('bitwise_left_shift', whole(4), 2)
op('bitwise_right_shift', whole(4, high=99), whole(4, high=4))
op('bitwise_left_shift', whole(4), whole(4, high=4))
op('gcd', whole(4, low=1, high=40), whole(4, low=1, high=40))
op('lcm', whole(4, low=1, high=40), whole(4, low=1, high=40))
op('isclose', real(4), real(4), rtol=0.5)
op('allclose', real(4), real(4), rtol=0.5)
op('allclose', real(4), real(4), atol=5)
op('equal', whole(4), whole(4))
op('equal', whole(4), whole(2, 2))
op('heaviside', real(4), real(4), kink='a step')
op('heaviside', whole(4, low=-1, high=2), whole(4))
op('lerp', real(2, 3), real(2, 3), 0.3)
op('lerp', real(2, 3), real(3), 0.7)
op('lerp', real(2, 3), real(3), real(2, 1))
op('addcmul', real(2, 3), real(3), real(2, 1), value=0.5)
op('addcmul', real(3), real(3), real(3))
op('addcdiv', real(2, 3), real(3), real(2, 1, low=0.5, high=1), value=0.5)
op('addcdiv', real(3), real(3), real(3, low=0.5, high=1))
for name in OPERATORS:
    part = name.strip('_')
    if part in ('neg', 'pos', 'abs'):
        op(name, real(2, 3))
    elif part in ('invert',):
        op(name, whole(4))
    elif part.lstrip('ri') in ('and', 'or', 'xor') or part in ('or', 'ior', 'ror'):
        op(name, whole(2, 3), whole(3))
        op(name, truth(3), truth(3))
        op(name, whole(3), 6)
    elif part in ('lshift', 'rshift', 'rlshift', 'rrshift'):
        op(name, whole(4), 2)
    elif part in ('matmul', 'rmatmul'):
        op(name, real(3, 3), real(3, 3))
    elif part in ('getitem', 'setitem'):
        pass
    elif part in ('pow', 'rpow', 'ipow'):
        case(f'Tensor.{name}', lambda x, y, name=name: getattr(x * 1, name)(y), real(2, 3, low=0.2, high=2), real(3, low=0.2, high=2))
        case(f'Tensor.{name}', lambda x, name=name: getattr(x * 1, name)(2), real(2, 3, low=0.2, high=2))
    else:
        case(f'Tensor.{name}', lambda x, y, name=name: getattr(x * 1, name)(y), real(2, 3), real(3, low=0.2, high=2))
        case(f'Tensor.{name}', lambda x, name=name: getattr(x * 1, name)(2.5), real(2, 3))
        if part != 'itruediv':
            case(f'Tensor.{name}', lambda x, name=name: getattr(x * 1, name)(2), whole(2, 3, low=1))
