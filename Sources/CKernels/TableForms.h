#pragma once
// exp and log of eight doubles, from tables of a few entries and short polynomials: within 3e-11 of the function, which rounds to the same
// float32 as the exact value but for some of 10,000 arguments. Half the work of the forms for one lane in VectorForms.h.
#include "SquareRoot.h"

#define LK_TABLE LK_AVX512 static inline __attribute__((always_inline))

/// e to the power of x: 2^(k/8) from a table, the rest by its series.
LK_TABLE __m512d lk_exp8(__m512d x) {
  const __m512d powers = _mm512_setr_pd(1.0, 0x1.172b83c7d517bp+0, 0x1.306fe0a31b715p+0, 0x1.4bfdad5362a27p+0, 0x1.6a09e667f3bcdp+0,
      0x1.8ace5422aa0dbp+0, 0x1.ae89f995ad3adp+0, 0x1.d5818dcfba487p+0);
  x = _mm512_min_pd(_mm512_set1_pd(800.0), _mm512_max_pd(_mm512_set1_pd(-800.0), x));  // not-a-number passes
  __m512d k = _mm512_roundscale_pd(_mm512_mul_pd(x, _mm512_set1_pd(0x1.71547652b82fep+3)), _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
  __m512d r = _mm512_fnmadd_pd(k, _mm512_set1_pd(0x1.62e42feep-4), x);
  r = _mm512_fnmadd_pd(k, _mm512_set1_pd(0x1.a39ef35793c76p-36), r);
  __m512d p = _mm512_set1_pd(1.0 / 720);
  p = _mm512_fmadd_pd(p, r, _mm512_set1_pd(1.0 / 120));
  p = _mm512_fmadd_pd(p, r, _mm512_set1_pd(1.0 / 24));
  p = _mm512_fmadd_pd(p, r, _mm512_set1_pd(1.0 / 6));
  p = _mm512_fmadd_pd(p, r, _mm512_set1_pd(0.5));
  p = _mm512_fmadd_pd(p, r, _mm512_set1_pd(1.0));
  __m512d power = _mm512_permutexvar_pd(_mm512_cvtpd_epi64(k), powers);
  p = _mm512_fmadd_pd(_mm512_mul_pd(power, r), p, power);
  return _mm512_scalef_pd(p, _mm512_mul_pd(k, _mm512_set1_pd(0.125)));
}

/// The natural logarithm: the mantissa between 0.75 and 1.5 times the reciprocal of its sixteenth's middle, and a series. Around 1 the
/// reciprocal is 1, so that small logarithms are exact.
LK_TABLE __m512d lk_log8(__m512d x) {
#define MIDDLES(F) \
  F(1.0), F(1.09375), F(1.15625), F(1.21875), F(1.28125), F(1.34375), F(1.40625), F(1.46875), F(0.765625), F(0.796875), F(0.828125), \
      F(0.859375), F(0.890625), F(0.921875), F(0.953125), F(1.0)
#define RECIPROCAL(m) (1.0 / (m))
  static const double reciprocals[16] = {MIDDLES(RECIPROCAL)};
  // log of each middle: minus the log of the reciprocal as it is rounded.
  static const double logs[16] = {0, 0x1.6f0d28ae56b4ep-4, 0x1.29552f81ff521p-3, 0x1.9525a9cf456b6p-3,
      0x1.fb9186d5e3e29p-3, 0x1.2e8e2bae11d31p-2, 0x1.5d1bdbf5809cap-2, 0x1.89a3386c1425bp-2,
      -0x1.1178e8227e47ap-2, -0x1.d1037f2655e7bp-3, -0x1.823c16551a3c0p-3, -0x1.365fcb0159014p-3,
      -0x1.da7276384469ep-4, -0x1.4d3115d207eacp-4, -0x1.894aa149fb34bp-5, 0};
  __m512d e = _mm512_getexp_pd(_mm512_mul_pd(x, _mm512_set1_pd(4.0 / 3)));
  __m512d m = _mm512_getmant_pd(x, _MM_MANT_NORM_p75_1p5, _MM_MANT_SIGN_nan);
  __m512i place = _mm512_srli_epi64(_mm512_castpd_si512(m), 48);
  __m512d reciprocal = _mm512_permutex2var_pd(_mm512_loadu_pd(reciprocals), place, _mm512_loadu_pd(reciprocals + 8));
  __m512d log = _mm512_permutex2var_pd(_mm512_loadu_pd(logs), place, _mm512_loadu_pd(logs + 8));
  __m512d r = _mm512_fmsub_pd(m, reciprocal, _mm512_set1_pd(1.0));
  __m512d p = _mm512_set1_pd(-1.0 / 8);
  p = _mm512_fmadd_pd(p, r, _mm512_set1_pd(1.0 / 7));
  p = _mm512_fmadd_pd(p, r, _mm512_set1_pd(-1.0 / 6));
  p = _mm512_fmadd_pd(p, r, _mm512_set1_pd(1.0 / 5));
  p = _mm512_fmadd_pd(p, r, _mm512_set1_pd(-1.0 / 4));
  p = _mm512_fmadd_pd(p, r, _mm512_set1_pd(1.0 / 3));
  p = _mm512_fmadd_pd(p, r, _mm512_set1_pd(-1.0 / 2));
  p = _mm512_fmadd_pd(_mm512_mul_pd(p, r), r, r);
  return _mm512_fmadd_pd(e, _mm512_set1_pd(0x1.62e42fefa39efp-1), _mm512_add_pd(log, p));
#undef MIDDLES
#undef RECIPROCAL
}

/// The hyperbolic tangent: its series near 0, else by exp(2|x|).
LK_TABLE __m512d lk_tanh8(__m512d x) {
  __m512d a = _mm512_abs_pd(x), z = _mm512_mul_pd(x, x), one = _mm512_set1_pd(1.0);
  __m512d e = lk_exp8(_mm512_add_pd(_mm512_min_pd(_mm512_set1_pd(20.0), a), _mm512_min_pd(_mm512_set1_pd(20.0), a)));
  __m512d large = _mm512_div_pd(_mm512_sub_pd(e, one), _mm512_add_pd(e, one));
  __m512d p = _mm512_set1_pd(-17.0 / 315);
  p = _mm512_fmadd_pd(p, z, _mm512_set1_pd(2.0 / 15));
  p = _mm512_fmadd_pd(p, z, _mm512_set1_pd(-1.0 / 3));
  __m512d small = _mm512_fmadd_pd(_mm512_mul_pd(p, z), a, a);
  __m512d y = _mm512_mask_mov_pd(large, _mm512_cmp_pd_mask(a, _mm512_set1_pd(0.01), _CMP_LT_OQ), small);
  __m512i sign = _mm512_and_si512(_mm512_castpd_si512(x), _mm512_set1_epi64((long long)0x8000000000000000ull));
  return _mm512_castsi512_pd(_mm512_or_si512(_mm512_castpd_si512(y), sign));
}

/// A loop over float32 of a function of eight doubles, the result times `factor`.
#define LK_TABLE_LOOP(name, function) \
  LK_AVX512 static void name(const float *x, float *out, int64_t n, double factor) { \
    __m512d scale = _mm512_set1_pd(factor); \
    for (int64_t i = 0; i < n; i += 16) { \
      __mmask16 lanes = n - i >= 16 ? 0xffff : (__mmask16)((1u << (n - i)) - 1); \
      __m512 v = _mm512_mask_loadu_ps(_mm512_set1_ps(1.0f), lanes, x + i); \
      __m512d low = _mm512_cvtps_pd(_mm512_castps512_ps256(v)), high = _mm512_cvtps_pd(_mm512_extractf32x8_ps(v, 1)); \
      __m256 a = _mm512_cvtpd_ps(_mm512_mul_pd(function(low), scale)), b = _mm512_cvtpd_ps(_mm512_mul_pd(function(high), scale)); \
      _mm512_mask_storeu_ps(out + i, lanes, _mm512_insertf32x8(_mm512_castps256_ps512(a), b, 1)); \
    } \
  }
