#pragma once
#include "RootTable.h"
#include "VectorForms.h"
#include <immintrin.h>

#define LK_AVX512 __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,fma,avx2")))

/// The square root as PyTorch computes it with AVX-512: a 14-bit reciprocal root and one refinement on the mantissa scaled into
/// [1, 4). About 0.6 % of results are one unit off the exact root. Zero, negative, infinite and nan go the exact way.
LK_AVX512 static inline __attribute__((always_inline)) __m512 lk_sqrt16(__m512 x) {
  __m512 h = _mm512_roundscale_ps(_mm512_mul_ps(_mm512_getexp_ps(x), _mm512_set1_ps(0.5f)), _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC);
  __m512 z = _mm512_scalef_ps(x, _mm512_mul_ps(h, _mm512_set1_ps(-2.0f)));
  __m512 y = _mm512_rsqrt14_ps(z);
  __m512 s = _mm512_mul_ps(z, y);
  __m512 r = _mm512_fnmadd_ps(s, s, z);
  s = _mm512_fmadd_ps(_mm512_mul_ps(y, _mm512_set1_ps(0.5f)), r, s);
  __m512 root = _mm512_scalef_ps(s, h);
  // The root of a zero is that zero.
  root = _mm512_mask_mov_ps(root, _mm512_fpclass_ps_mask(x, 0x02 | 0x04), x);
  // Class bits: quiet nan, infinities, negative, signalling nan. They are rare, and the exact root is slow.
  __mmask16 special = _mm512_fpclass_ps_mask(x, 0x01 | 0x08 | 0x10 | 0x40 | 0x80);
  if (__builtin_expect(special != 0, 0)) root = _mm512_mask_sqrt_ps(root, special, x);
  return root;
}

/// The same root for one lane, on every processor: the reciprocal root from its table.
LK_INLINE float lk_sqrt_lane(float x) {
  float normal = x < 0x1p-126f ? x * 0x1p24f : x;
  int32_t bits = lk_bits(normal), mantissa = bits & 0x7fffff, exponent = ((bits >> 23) & 0xff) - 127;
  int32_t odd = exponent & 1, half = (exponent - odd) >> 1;
  int32_t row = odd * 32 + (mantissa >> 18), t = (mantissa >> 8) & 0x3ff;
  float y = lk_float((int32_t)((lk_root_start[row] - lk_root_slope[row] * (uint32_t)t) >> 9 << 7));
  y = odd == 0 && mantissa == 0 ? 1.0f : y;
  float z = lk_float(mantissa | ((127 + odd) << 23));
  float s = z * y;
  float r = __builtin_fmaf(-s, s, z);
  s = __builtin_fmaf(y * 0.5f, r, s);
  float root = s * lk_float((half - (x < 0x1p-126f ? 12 : 0) + 127) << 23);
  return x > 0.0f && x < __builtin_inff() ? root : __builtin_sqrtf(x);
}
