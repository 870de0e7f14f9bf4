#pragma once
// Functions of a float32 number in double precision, to be rounded once: far closer than half a unit in the last place of float32.
#include "VectorForms.h"

LK_INLINE double guarded_log(double x) {
  double y = lk_log64(x);
  y = x == __builtin_inf() ? x : y;
  y = x == 0.0 ? -__builtin_inf() : y;
  return x < 0.0 || x != x ? __builtin_nan("") : y;
}
LK_INLINE double guarded_exp(double x) {
  double y = lk_exp64(x);
  y = x > 709.0 ? __builtin_inf() : y;
  y = x < -745.0 ? 0.0 : y;
  return x != x ? x : y;
}
LK_INLINE double tanh64(double x) {
  double a = __builtin_fabs(x), capped = a > 20.0 ? 20.0 : a, z = x * x;
  double e = lk_exp64(2.0 * capped), large = (e - 1.0) / (e + 1.0);
  double small = a * (1.0 + z * (-1.0 / 3 + z * (2.0 / 15 - z * (17.0 / 315))));
  double y = a < 0.01 ? small : large;
  return x != x ? x : __builtin_copysign(y, x);
}

/// Up to 1 the power series; up to 4 from a polynomial for exp(x^2) * erfc(x), fitted at Chebyshev's points; beyond, 1 within float32.
LK_INLINE double erf64(double x) {
  double a = __builtin_fabs(x), z = a * a, p = 0;
  // 2 / sqrt(pi) * (-1)^n / (n! (2 n + 1))
  static const double series[14] = {1.1283791670955126, -0.37612638903183754, 0.11283791670955126, -0.026866170645131252,
    0.0052239776254421878, -0.00085483270234508534, 0.00012055332981789664, -1.4925650358406250e-05, 1.6462114365889247e-06,
    -1.6365844691234924e-07, 1.4807192815879218e-08, -1.2290555301717926e-09, 9.4227590646504109e-11, -6.7113668551641105e-12};
  for (int i = 13; i >= 0; i--) p = __builtin_fma(p, z, series[i]);
  static const double tail[19] = {0.21080636406113867, -0.11152102018526329, 0.05611049344594561, -0.027005296630554145,
    0.012489373847903436, -0.005570706773259135, 0.002403648086730239, -0.0010058267435154203, 0.00040908225822687956,
    -0.00016203183085424565, 6.258891478262997e-05, -2.3559397339961493e-05, 8.689962675544968e-06, -3.2222949442867786e-06,
    1.1432560147700627e-06, -3.2107309970896723e-07, 1.0833272197979507e-07, -7.433651094305505e-08, 2.472428928755958e-08};
  double capped = a > 4.0 ? 4.0 : a, u = (capped - 2.5) * (1.0 / 1.5), q = 0;
  for (int i = 18; i >= 0; i--) q = __builtin_fma(q, u, tail[i]);
  double y = a < 1.0 ? a * p : a < 4.0 ? 1.0 - lk_exp64(-capped * capped) * q : 1.0;
  return x != x ? x : __builtin_copysign(y, x);
}
