#pragma once
// Formulas for one lane; compilers turn loops over them into vector code. Each rounding and each fused step is as PyTorch has it.
#include "Multiversion.h"
#include <stdint.h>
#include <string.h>

LK_INLINE float lk_float(int32_t bits) {
  float value;
  memcpy(&value, &bits, 4);
  return value;
}

LK_INLINE int32_t lk_bits(float value) {
  int32_t bits;
  memcpy(&bits, &value, 4);
  return bits;
}

/// exp in float32, within one ulp: the vector form inside softmax, sigmoid, silu.
LK_INLINE float lk_expv(float d) {
  float clamped = d < -104.0f ? -104.0f : d > 104.0f ? 104.0f : d;
  float q = __builtin_rintf(clamped * 1.442695040888963407359924681f);
  float s = __builtin_fmaf(q, -0.693145751953125f, clamped);
  s = __builtin_fmaf(q, -1.428606765330187045e-06f, s);
  float u = 0.000198527617612853646278381f;
  u = __builtin_fmaf(u, s, 0.00139304355252534151077271f);
  u = __builtin_fmaf(u, s, 0.00833336077630519866943359f);
  u = __builtin_fmaf(u, s, 0.0416664853692054748535156f);
  u = __builtin_fmaf(u, s, 0.166666671633720397949219f);
  u = __builtin_fmaf(u, s, 0.5f);
  u = 1.0f + __builtin_fmaf(s * s, u, s);
  int32_t k = (int32_t)q, h = k >> 1;
  u = u * lk_float((h + 127) << 23);
  u = u * lk_float((k - h + 127) << 23);
  u = d < -104.0f ? 0.0f : u;
  u = d > 100.0f ? __builtin_inff() : u;
  return d != d ? d : u;
}

/// log in float32 for d > 0, within one ulp: the vector form inside log_softmax.
LK_INLINE float lk_logv(float d) {
  float scaled = d;
  int32_t shift = 0;
  if (d < 0x1p-126f) {
    scaled = d * 0x1p64f;
    shift = 64;
  }
  float big = scaled * (float)(1.0 / 0.75);
  int32_t e = ((lk_bits(big) >> 23) & 0xff) - 127;
  float m = lk_float(lk_bits(scaled) - (e << 23));
  float ef = (float)(e - shift);
  float lh = 0.69314718246459960938f, ll = -1.904654323148236017e-09f;
  float sh = lh * ef, sl = __builtin_fmaf(ll, ef, __builtin_fmaf(lh, ef, -sh));
  float nh = -1.0f + m, nv = nh - -1.0f, nl = (-1.0f - (nh - nv)) + (m - nv);
  float dh = 1.0f + m, dv = dh - 1.0f, dl = (1.0f - (dh - dv)) + (m - dv);
  float t = 1.0f / dh;
  float xh = nh * t;
  float u = __builtin_fmaf(t, nh, -xh);
  float v = __builtin_fmaf(-dl, t, __builtin_fmaf(-dh, t, 1.0f));
  float xl = __builtin_fmaf(xh, v, __builtin_fmaf(nl, t, u));
  float x2 = xh * xh;
  float p = 0.3027294874f;
  p = __builtin_fmaf(p, x2, 0.3996108174f);
  p = __builtin_fmaf(p, x2, 0.6666694880f);
  float ah = sh, al = sl, bh = xh * 2.0f, bl = xl * 2.0f;
  sh = ah + bh;
  sl = (((ah - sh) + bh) + al) + bl;
  ah = sh;
  al = sl;
  bh = (x2 * xh) * p;
  sh = ah + bh;
  sl = ((ah - sh) + bh) + al;
  float result = sh + sl;
  if (d == __builtin_inff()) result = d;
  if (d == 0.0f) result = -__builtin_inff();
  return d < 0.0f || d != d ? __builtin_nanf("") : result;
}

/// A number as the unevaluated sum of two.
typedef struct {
  float high, low;
} lk_pair;

LK_INLINE lk_pair lk_pair_plus(lk_pair x, float y) {
  float s = x.high + y, v = s - x.high;
  return (lk_pair){s, ((x.high - (s - v)) + (y - v)) + x.low};
}
LK_INLINE lk_pair lk_pair_sum(lk_pair x, lk_pair y) {
  float s = x.high + y.high, v = s - x.high;
  return (lk_pair){s, ((x.high - (s - v)) + (y.high - v)) + (x.low + y.low)};
}
/// The sum where the first is the larger.
LK_INLINE lk_pair lk_pair_sum_ordered(lk_pair x, lk_pair y) {
  float s = x.high + y.high;
  return (lk_pair){s, (((x.high - s) + y.high) + x.low) + y.low};
}
LK_INLINE lk_pair lk_pair_product(lk_pair x, lk_pair y) {
  float s = x.high * y.high;
  return (lk_pair){s, __builtin_fmaf(x.high, y.low, __builtin_fmaf(x.low, y.high, __builtin_fmaf(x.high, y.high, -s)))};
}
LK_INLINE lk_pair lk_pair_times(lk_pair x, float y) {
  float s = x.high * y;
  return (lk_pair){s, __builtin_fmaf(x.low, y, __builtin_fmaf(x.high, y, -s))};
}
LK_INLINE lk_pair lk_pair_square(lk_pair x) {
  float s = x.high * x.high;
  return (lk_pair){s, __builtin_fmaf(x.high + x.high, x.low, __builtin_fmaf(x.high, x.high, -s))};
}
LK_INLINE lk_pair lk_pair_quotient(lk_pair n, lk_pair d) {
  float t = 1.0f / d.high, s = n.high * t, u = __builtin_fmaf(t, n.high, -s);
  float v = __builtin_fmaf(-d.low, t, __builtin_fmaf(-d.high, t, 1.0f));
  return (lk_pair){s, __builtin_fmaf(s, v, __builtin_fmaf(n.low, t, u))};
}

/// log(1 + d), within one ulp: log1p, and the vector form inside softplus and log-sigmoid.
LK_INLINE float lk_log1pv(float d) {
  // Halved and quartered on the way, so that the largest numbers have room.
  float bounded = d > -1.0f && d < __builtin_inff() ? d : 0.0f;
  float big = (bounded + 1.0f) * 0.5f * (float)(1.0 / 0.75);
  int32_t e = ((lk_bits(big) >> 23) & 0xff) - 126;
  float t = lk_float((129 - e) << 23) * 0.25f, ef = (float)e;
  float m = __builtin_fmaf(bounded, t, t - 1.0f);
  lk_pair s = lk_pair_times((lk_pair){0.69314718246459960938f, -1.904654323148236017e-09f}, ef);
  float dh = 2.0f + m;
  lk_pair x = lk_pair_quotient((lk_pair){m, 0.0f}, (lk_pair){dh, (2.0f - dh) + m});
  float x2 = x.high * x.high;
  float p = 0.3027294874f;
  p = __builtin_fmaf(p, x2, 0.3996108174f);
  p = __builtin_fmaf(p, x2, 0.6666694880f);
  s = lk_pair_sum_ordered(s, (lk_pair){x.high * 2.0f, x.low * 2.0f});
  s = lk_pair_sum_ordered(s, (lk_pair){(x2 * x.high) * p, 0.0f});
  float result = s.high + s.low;
  result = d == __builtin_inff() ? d : result;
  result = d == -1.0f ? -__builtin_inff() : result;
  result = d < -1.0f || d != d ? __builtin_nanf("") : result;
  return d == 0.0f ? d : result;
}

/// e to the power of |d| < 104 in twice the precision.
LK_INLINE lk_pair lk_exp_pair(float d) {
  float q = __builtin_rintf(d * 1.442695040888963407359924681f);
  lk_pair s = lk_pair_plus((lk_pair){d, 0.0f}, q * -0.693145751953125f);
  s = lk_pair_plus(s, q * -1.428606765330187045e-06f);
  float u = 0.1980960224e-3f;
  u = __builtin_fmaf(u, s.high, 0.1394256484e-2f);
  u = __builtin_fmaf(u, s.high, 0.8333456703e-2f);
  u = __builtin_fmaf(u, s.high, 0.4166637361e-1f);
  lk_pair t = lk_pair_plus(lk_pair_times(s, u), 0.166666659414234244790680580464f);
  t = lk_pair_plus(lk_pair_product(s, t), 0.5f);
  t = lk_pair_sum(s, lk_pair_product(lk_pair_square(s), t));
  t = lk_pair_sum_ordered((lk_pair){1.0f, 0.0f}, t);
  int32_t k = (int32_t)q, h = k >> 1;
  float a = lk_float((h + 127) << 23), b = lk_float((k - h + 127) << 23);
  return (lk_pair){t.high * a * b, t.low * a * b};
}

/// exp(d) - 1, within one ulp: expm1, and the vector form inside elu.
LK_INLINE float lk_expm1v(float d) {
  float clamped = d < -104.0f ? -104.0f : d > 88.0f ? 88.0f : d;
  clamped = d > 88.0f && d < 89.0f ? d : clamped;
  lk_pair e = lk_pair_plus(lk_exp_pair(d == d ? clamped : 0.0f), -1.0f);
  float result = e.high + e.low;
  result = d > 88.72283172607421875f ? __builtin_inff() : result;
  result = d < -16.635532333438687426013570f ? -1.0f : result;
  return d == 0.0f || d != d ? d : result;
}

/// The hyperbolic tangent of d >= 0, within one ulp: the vector form inside mish.
LK_INLINE float lk_tanhv(float d) {
  lk_pair e = lk_exp_pair(d < 10.0f ? d : 0.0f);
  float t = 1.0f / e.high;
  lk_pair r = {t, t * __builtin_fmaf(-e.low, t, __builtin_fmaf(-e.high, t, 1.0f))};
  lk_pair y = lk_pair_quotient(lk_pair_sum_ordered(e, (lk_pair){-r.high, -r.low}), lk_pair_sum_ordered(e, r));
  return d != d ? d : d > 8.664339742f ? 1.0f : y.high + y.low;
}

/// 2 to the power of d, within one ulp.
LK_INLINE float lk_exp2v(float d) {
  float clamped = d < -151.0f ? -151.0f : d > 129.0f ? 129.0f : d;
  float q = __builtin_rintf(d == d ? clamped : 0.0f), s = (d == d ? clamped : 0.0f) - q;
  float u = 0.1535920892e-3f;
  u = __builtin_fmaf(u, s, 0.1339262701e-2f);
  u = __builtin_fmaf(u, s, 0.9618384764e-2f);
  u = __builtin_fmaf(u, s, 0.5550347269e-1f);
  u = __builtin_fmaf(u, s, 0.2402264476e+0f);
  u = __builtin_fmaf(u, s, 0.6931471825e+0f);
  u = __builtin_fmaf(u, s, 1.0f);
  int32_t k = (int32_t)q, h = k >> 1;
  u = u * lk_float((h + 127) << 23) * lk_float((k - h + 127) << 23);
  u = d >= 128.0f ? __builtin_inff() : u;
  u = d < -150.0f ? 0.0f : u;
  return d != d ? d : u;
}

/// d to the power of y for finite d > 0, within one ulp.
LK_INLINE float lk_powv(float d, float y) {
  int small = d < 0x1p-126f;
  float scaled = small ? d * 0x1p64f : d, big = scaled * (float)(1.0 / 0.75);
  int32_t e = ((lk_bits(big) >> 23) & 0xff) - 127;
  float m = lk_float(lk_bits(scaled) - (e << 23)), ef = (float)(e - (small ? 64 : 0));
  lk_pair x = lk_pair_quotient(lk_pair_plus((lk_pair){-1.0f, 0.0f}, m), lk_pair_plus((lk_pair){1.0f, 0.0f}, m));
  lk_pair x2 = lk_pair_square(x);
  float t = 0.240320354700088500976562f;
  t = __builtin_fmaf(t, x2.high, 0.285112679004669189453125f);
  t = __builtin_fmaf(t, x2.high, 0.400007992982864379882812f);
  lk_pair third = {0.66666662693023681640625f, 3.69183861259614332084311e-09f};
  lk_pair s = lk_pair_times((lk_pair){0.69314718246459960938f, -1.904654323148236017e-09f}, ef);
  s = lk_pair_sum_ordered(s, (lk_pair){x.high * 2.0f, x.low * 2.0f});
  s = lk_pair_sum_ordered(s, lk_pair_product(lk_pair_product(x2, x), lk_pair_sum(lk_pair_times(x2, t), third)));
  s = lk_pair_times(s, y);
  float exponent = s.high, bounded = exponent < -104.0f ? -104.0f : exponent > 104.0f ? 104.0f : exponent;
  float q = __builtin_rintf((bounded + (exponent == bounded ? s.low : 0.0f)) * 1.442695040888963407359924681f);
  s = lk_pair_plus((lk_pair){bounded, s.low}, q * -0.693145751953125f);
  s = lk_pair_plus(s, q * -1.428606765330187045e-06f);
  float sum = s.high + s.low;
  s = (lk_pair){sum, (s.high - sum) + s.low};
  float u = 0.00136324646882712841033936f;
  u = __builtin_fmaf(u, s.high, 0.00836596917361021041870117f);
  u = __builtin_fmaf(u, s.high, 0.0416710823774337768554688f);
  u = __builtin_fmaf(u, s.high, 0.166665524244308471679688f);
  u = __builtin_fmaf(u, s.high, 0.499999850988388061523438f);
  lk_pair r = lk_pair_sum_ordered(s, lk_pair_times(lk_pair_square(s), u));
  r = lk_pair_sum_ordered((lk_pair){1.0f, 0.0f}, r);
  int32_t k = (int32_t)q, h = k >> 1;
  u = (r.high + r.low) * lk_float((h + 127) << 23) * lk_float((k - h + 127) << 23);
  return exponent < -104.0f ? 0.0f : exponent > 104.0f ? __builtin_inff() : u;
}

/// exp in float64 to about 1e-15, for functions that are computed in double and rounded to float32.
LK_INLINE double lk_exp64(double x) {
  x = x < -745.0 ? -745.0 : x > 710.0 ? 710.0 : x;
  double q = __builtin_rint(x * 1.4426950408889634074);
  double r = __builtin_fma(q, -6.93147180369123816490e-01, x);
  r = __builtin_fma(q, -1.90821492927058770002e-10, r);
  double p = 1.0 / 479001600;
  p = __builtin_fma(p, r, 1.0 / 39916800);
  p = __builtin_fma(p, r, 1.0 / 3628800);
  p = __builtin_fma(p, r, 1.0 / 362880);
  p = __builtin_fma(p, r, 1.0 / 40320);
  p = __builtin_fma(p, r, 1.0 / 5040);
  p = __builtin_fma(p, r, 1.0 / 720);
  p = __builtin_fma(p, r, 1.0 / 120);
  p = __builtin_fma(p, r, 1.0 / 24);
  p = __builtin_fma(p, r, 1.0 / 6);
  p = __builtin_fma(p, r, 0.5);
  p = __builtin_fma(p, r, 1.0);
  p = __builtin_fma(p, r, 1.0);
  // 2^q in two factors, so that results near the ends of the range keep their exponent.
  double half = __builtin_floor(q * 0.5), rest = q - half;
  int64_t a = (int64_t)half, b = (int64_t)rest;
  double fa, fb;
  a = (a + 1023) << 52;
  b = (b + 1023) << 52;
  memcpy(&fa, &a, 8);
  memcpy(&fb, &b, 8);
  return p * fa * fb;
}

/// log in float64 to about 1e-15 for normal x > 0.
LK_INLINE double lk_log64(double x) {
  int64_t bits;
  memcpy(&bits, &x, 8);
  int64_t e = ((bits >> 52) & 0x7ff) - 1023;
  bits = (bits & 0xfffffffffffffll) | 0x3ff0000000000000ll;
  double m;
  memcpy(&m, &bits, 8);
  int big = m > 1.4142135623730951;
  m = big ? m * 0.5 : m;
  double ef = (double)e + (big ? 1.0 : 0.0);
  double f = (m - 1.0) / (m + 1.0), z = f * f;
  double p = 2.0 / 21;
  p = __builtin_fma(p, z, 2.0 / 19);
  p = __builtin_fma(p, z, 2.0 / 17);
  p = __builtin_fma(p, z, 2.0 / 15);
  p = __builtin_fma(p, z, 2.0 / 13);
  p = __builtin_fma(p, z, 2.0 / 11);
  p = __builtin_fma(p, z, 2.0 / 9);
  p = __builtin_fma(p, z, 2.0 / 7);
  p = __builtin_fma(p, z, 2.0 / 5);
  p = __builtin_fma(p, z, 2.0 / 3);
  double tail = __builtin_fma(p * z, f, ef * 1.90821492927058770002e-10);
  return __builtin_fma(ef, 6.93147180369123816490e-01, __builtin_fma(f, 2.0, tail));
}
