#include "SoftmaxRows.h"
#include "Exponential16.h"
#include "VectorForms.h"

/// The lanes of a last, incomplete vector.
LK_AVX512 LK_INLINE __mmask16 rest(int64_t count) { return (__mmask16)((1u << count) - 1); }

/// Adds the upper half to the lower one until one sum is left.
LK_AVX512 LK_INLINE float halved(__m512 v) {
  __m256 a = _mm256_add_ps(_mm512_castps512_ps256(v), _mm512_extractf32x8_ps(v, 1));
  __m128 b = _mm_add_ps(_mm256_castps256_ps128(a), _mm256_extractf128_ps(a, 1));
  b = _mm_add_ps(b, _mm_movehl_ps(b, b));
  return _mm_cvtss_f32(_mm_add_ss(b, _mm_movehdup_ps(b)));
}

/// Fewer numbers than a vector are added from left to right, more in sixteen sums.
LK_AVX512 LK_INLINE float total(__m512 sums, const float *v, int64_t n) {
  if (n >= 16) return halved(sums);
  float sum = v[0];
  for (int64_t i = 1; i < n; i++) sum += v[i];
  return sum;
}

/// The largest element; with not-a-numbers any, because exponentials and their sum carry them on.
LK_AVX512 LK_INLINE float largest(const float *v, int64_t n) {
  __m512 low = _mm512_set1_ps(-__builtin_inff()), a = low, b = low, c = low, d = low;
  int64_t i = 0;
  for (; i + 64 <= n; i += 64) {
    a = _mm512_max_ps(_mm512_loadu_ps(v + i), a);
    b = _mm512_max_ps(_mm512_loadu_ps(v + i + 16), b);
    c = _mm512_max_ps(_mm512_loadu_ps(v + i + 32), c);
    d = _mm512_max_ps(_mm512_loadu_ps(v + i + 48), d);
  }
  for (; i + 16 <= n; i += 16) a = _mm512_max_ps(_mm512_loadu_ps(v + i), a);
  if (i < n) b = _mm512_max_ps(_mm512_mask_loadu_ps(low, rest(n - i), v + i), b);
  return _mm512_reduce_max_ps(_mm512_max_ps(_mm512_max_ps(a, b), _mm512_max_ps(c, d)));
}

/// e = exp(x - m), and their sum.
LK_AVX512 LK_INLINE float exponentials(const float *x, float *e, int64_t n, float m) {
  __m512 largest = _mm512_set1_ps(m), sums = _mm512_setzero_ps();
  int64_t i = 0;
  // Two at a time hide the latency of a long formula.
  for (; i + 32 <= n; i += 32) {
    __m512 a = lk_exp16(_mm512_sub_ps(_mm512_loadu_ps(x + i), largest)), b = lk_exp16(_mm512_sub_ps(_mm512_loadu_ps(x + i + 16), largest));
    _mm512_storeu_ps(e + i, a);
    _mm512_storeu_ps(e + i + 16, b);
    sums = _mm512_add_ps(_mm512_add_ps(sums, a), b);
  }
  for (; i < n; i += 16) {
    __mmask16 lanes = n - i < 16 ? rest(n - i) : 0xffff;
    __m512 a = lk_exp16(_mm512_sub_ps(_mm512_maskz_loadu_ps(lanes, x + i), largest));
    _mm512_mask_storeu_ps(e + i, lanes, a);
    sums = _mm512_mask_add_ps(sums, lanes, sums, a);
  }
  return total(sums, e, n);
}

LK_AVX512 void lk_softmax_rows_16(const float *x, float *out, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, x += n, out += n) {
    __m512 scale = _mm512_set1_ps(1.0f / exponentials(x, out, n, largest(x, n)));
    for (int64_t i = 0; i < n; i += 16) {
      __mmask16 lanes = n - i < 16 ? rest(n - i) : 0xffff;
      _mm512_mask_storeu_ps(out + i, lanes, _mm512_mul_ps(_mm512_maskz_loadu_ps(lanes, out + i), scale));
    }
  }
}

LK_AVX512 void lk_log_softmax_rows_16(const float *x, float *out, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, x += n, out += n) {
    float m = largest(x, n);
    __m512 most = _mm512_set1_ps(m), sum = _mm512_set1_ps(lk_logv(exponentials(x, out, n, m)));
    for (int64_t i = 0; i < n; i += 16) {
      __mmask16 lanes = n - i < 16 ? rest(n - i) : 0xffff;
      _mm512_mask_storeu_ps(out + i, lanes, _mm512_sub_ps(_mm512_sub_ps(_mm512_maskz_loadu_ps(lanes, x + i), most), sum));
    }
  }
}

/// Products are added as they are; only the tail of a longer run is fused.
LK_AVX512 LK_INLINE float dot(const float *a, const float *b, int64_t n) {
  if (n < 16) {
    float sum = a[0] * b[0];
    for (int64_t i = 1; i < n; i++) sum += a[i] * b[i];
    return sum;
  }
  __m512 sums = _mm512_mul_ps(_mm512_loadu_ps(a), _mm512_loadu_ps(b));
  int64_t i = 16;
  for (; i + 16 <= n; i += 16) sums = _mm512_add_ps(sums, _mm512_mul_ps(_mm512_loadu_ps(a + i), _mm512_loadu_ps(b + i)));
  if (i < n) {
    __mmask16 lanes = rest(n - i);
    sums = _mm512_mask3_fmadd_ps(_mm512_maskz_loadu_ps(lanes, a + i), _mm512_maskz_loadu_ps(lanes, b + i), sums, lanes);
  }
  return halved(sums);
}

LK_AVX512 void lk_softmax_gradient_rows_16(const float *g, const float *y, float *out, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, g += n, y += n, out += n) {
    __m512 sum = _mm512_set1_ps(dot(g, y, n));
    for (int64_t i = 0; i < n; i += 16) {
      __mmask16 lanes = n - i < 16 ? rest(n - i) : 0xffff;
      __m512 difference = _mm512_sub_ps(_mm512_maskz_loadu_ps(lanes, g + i), sum);
      _mm512_mask_storeu_ps(out + i, lanes, _mm512_mul_ps(difference, _mm512_maskz_loadu_ps(lanes, y + i)));
    }
  }
}

LK_AVX512 void lk_log_softmax_gradient_rows_16(const float *g, const float *y, float *out, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, g += n, y += n, out += n) {
    __m512 sums = n < 16 ? _mm512_setzero_ps() : _mm512_loadu_ps(g);
    for (int64_t i = 16; i < n; i += 16) {
      __mmask16 lanes = n - i < 16 ? rest(n - i) : 0xffff;
      sums = _mm512_mask_add_ps(sums, lanes, sums, _mm512_maskz_loadu_ps(lanes, g + i));
    }
    __m512 sum = _mm512_set1_ps(total(sums, g, n));
    for (int64_t i = 0; i < n; i += 16) {
      __mmask16 lanes = n - i < 16 ? rest(n - i) : 0xffff;
      __m512 e = lk_exp16(_mm512_maskz_loadu_ps(lanes, y + i));
      _mm512_mask_storeu_ps(out + i, lanes, _mm512_fnmadd_ps(e, sum, _mm512_maskz_loadu_ps(lanes, g + i)));
    }
  }
}

/// Up to 64 columns, so that whole cache lines are used: largest numbers, exponentials with sums, and the division or difference.
LK_AVX512 void lk_softmax_columns_16(const float *x, float *out, int64_t n, int64_t inner, int64_t count, int logarithm) {
  __m512 m[4], sum[4];
  __mmask16 lanes[4];
  for (int k = 0; k < 4; k++) {
    int64_t left = count - 16 * k;
    lanes[k] = left >= 16 ? 0xffff : left <= 0 ? 0 : rest(left);
    m[k] = _mm512_maskz_loadu_ps(lanes[k], x + 16 * k);
    sum[k] = _mm512_setzero_ps();
  }
  for (int64_t i = 1; i < n; i++)
    for (int k = 0; k < 4; k++) m[k] = _mm512_max_ps(_mm512_maskz_loadu_ps(lanes[k], x + i * inner + 16 * k), m[k]);
  for (int64_t i = 0; i < n; i++)
    for (int k = 0; k < 4; k++) {
      __m512 e = lk_exp16(_mm512_sub_ps(_mm512_maskz_loadu_ps(lanes[k], x + i * inner + 16 * k), m[k]));
      if (!logarithm) _mm512_mask_storeu_ps(out + i * inner + 16 * k, lanes[k], e);
      sum[k] = _mm512_add_ps(sum[k], e);
    }
  if (logarithm) {
    for (int k = 0; k < 4; k++) {
      float sums[16];
      _mm512_storeu_ps(sums, sum[k]);
      for (int l = 0; l < 16; l++) sums[l] = lk_logv(sums[l]);
      sum[k] = _mm512_loadu_ps(sums);
    }
  }
  for (int64_t i = 0; i < n; i++)
    for (int k = 0; k < 4; k++) {
      const float *from = (logarithm ? x : out) + i * inner + 16 * k;
      __m512 v = _mm512_maskz_loadu_ps(lanes[k], from);
      v = logarithm ? _mm512_sub_ps(_mm512_sub_ps(v, m[k]), sum[k]) : _mm512_div_ps(v, sum[k]);
      _mm512_mask_storeu_ps(out + i * inner + 16 * k, lanes[k], v);
    }
}
