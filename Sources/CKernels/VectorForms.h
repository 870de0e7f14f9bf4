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
