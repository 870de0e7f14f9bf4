import math
print(math.pi, math.e, math.tau, math.inf, math.nan, math.sqrt(2), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.9), math.fabs(-3), math.copysign(1, -0.0))
print(math.factorial(25), math.gcd(12, 18, 27), math.lcm(4, 6), math.comb(50, 6), math.perm(5, 2), math.isqrt(10**20), math.prod([1, 2, 3, 4]), math.prod([], start=5))
print(math.log(10), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(1e-10), math.exp(1), math.expm1(1e-10), math.pow(2, 0.5), math.cbrt(27), math.exp2(3))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(0.5), math.atan(1), math.atan2(-1, -1), math.sinh(1), math.cosh(1), math.tanh(0.5), math.degrees(math.pi), math.radians(180))
print(math.hypot(3, 4), math.hypot(1, 2, 3), math.dist((0, 0), (3, 4)), math.fsum([0.1] * 10), math.fmod(-7, 3), math.remainder(7, 4), math.modf(-1.25), math.frexp(8.5), math.ldexp(0.5, 4))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1), math.erf(0.5), math.erfc(0.5), math.gamma(5.5), math.nextafter(1, 2), math.ulp(1.0))
print(math.log(10**400), math.floor(10**20 + 0.5), math.ceil(-0.5), math.log2(2**2000))
# expect:
# 3.141592653589793 2.718281828459045 6.283185307179586 inf nan 1.4142135623730951 -2 2 -1 3.0 -1.0
# 15511210043330985984000000 3 12 15890700 20 10000000000 24 5
# 2.302585092994046 3.0 10.0 3.0 9.999999999500001e-11 2.718281828459045 1.00000000005e-10 1.4142135623730951 3.0000000000000004 8.0
# 0.8414709848078965 0.5403023058681398 1.5574077246549023 1.5707963267948966 1.0471975511965979 0.7853981633974483 -2.356194490192345 1.1752011936438014 1.5430806348152437 0.46211715726000974 180.0 3.141592653589793
# 5.0 3.7416573867739413 5.0 1.0 -1.0 -1.0 (-0.25, -1.0) (0.53125, 4) 8.0
# True True True True False 0.5204998778130465 0.4795001221869535 52.34277778455352 1.0000000000000002 2.220446049250313e-16
# 921.0340371976182 100000000000000000000 0 2000.0
# ---
import math
math.sqrt(-1)  # raises: ValueError: math domain error
# ---
import math
math.log(0)  # raises: ValueError: math domain error
# ---
import math
math.exp(1000)  # raises: OverflowError: math range error
# ---
import math
math.factorial(-1)  # raises: ValueError: factorial() not defined for negative values
# ---
import math
math.factorial(1.5)  # raises: TypeError: 'float' object cannot be interpreted as an integer
# ---
import math
math.sqrt('a')  # raises: TypeError: must be real number, not str
# ---
import math
math.floor(math.nan)  # raises: ValueError: cannot convert float NaN to integer
# ---
import math
math.acos(2)  # raises: ValueError: math domain error
# ---
import math
math.fmod(1, 0)  # raises: ValueError: math domain error
