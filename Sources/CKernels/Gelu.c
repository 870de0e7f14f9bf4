#include "LKElementwise.h"
#include "LKThreads.h"
#include "SquareRoot.h"

/// erf(|x| / √2) as polynomials of degree 5 in |x|: the first for all below 0.125, then one for each quarter of an octave, which includes
/// its upper end, the last for everything beyond.
#include "GeluTable.h"

/// x · Φ(x) with the polynomials that PyTorch takes for erf on processors with AVX-512; they are up to 4e-7 off.
LK_AVX512 static __m512 gelu16(__m512 x) {
  __m512i bits = _mm512_castps_si512(x), magnitude = _mm512_and_si512(bits, _mm512_set1_epi32(0x7fffffff));
  __m512 a = _mm512_castsi512_ps(magnitude);
  __m512i row = _mm512_sub_epi32(_mm512_srai_epi32(_mm512_sub_epi32(magnitude, _mm512_set1_epi32(1)), 21), _mm512_set1_epi32(gelu_first_quarter - 1));
  row = _mm512_min_epi32(_mm512_max_epi32(row, _mm512_setzero_si512()), _mm512_set1_epi32(gelu_rows - 1));
  row = _mm512_mask_mov_epi32(row, _mm512_cmp_ps_mask(a, _mm512_set1_ps(gelu_bound), _CMP_GT_OS), _mm512_set1_epi32(gelu_rows - 1));
#define COEFFICIENT(k) \
  _mm512_permutex2var_ps(_mm512_loadu_ps(gelu_table[k]), row, _mm512_loadu_ps(gelu_table[k] + 16))
  __m512 p = COEFFICIENT(5);
  p = _mm512_fmadd_ps(p, a, COEFFICIENT(4));
  p = _mm512_fmadd_ps(p, a, COEFFICIENT(3));
  p = _mm512_fmadd_ps(p, a, COEFFICIENT(2));
  p = _mm512_fmadd_ps(p, a, COEFFICIENT(1));
  p = _mm512_fmadd_ps(p, a, COEFFICIENT(0));
  __m512i sign = _mm512_and_si512(bits, _mm512_set1_epi32((int)0x80000000));
  p = _mm512_castsi512_ps(_mm512_xor_si512(_mm512_castps_si512(p), sign));
  return _mm512_mul_ps(_mm512_mul_ps(x, _mm512_add_ps(p, _mm512_set1_ps(1.0f))), _mm512_set1_ps(0.5f));
}

LK_AVX512 static void gelu_range(const float *x, float *out, int64_t n) {
  int64_t i = 0;
  for (; i + 16 <= n; i += 16) _mm512_storeu_ps(out + i, gelu16(_mm512_loadu_ps(x + i)));
  if (i < n) {
    __mmask16 rest = (__mmask16)((1u << (n - i)) - 1);
    _mm512_mask_storeu_ps(out + i, rest, gelu16(_mm512_maskz_loadu_ps(rest, x + i)));
  }
}

/// The same for one lane.
LK_INLINE float gelu_lane(float x) {
  int32_t bits = lk_bits(x), magnitude = bits & 0x7fffffff;
  float a = lk_float(magnitude);
  int32_t row = ((magnitude - 1) >> 21) - (gelu_first_quarter - 1);
  row = row < 0 ? 0 : row > gelu_rows - 1 ? gelu_rows - 1 : row;
  row = a > gelu_bound ? gelu_rows - 1 : row;
  float p = gelu_table[5][row];
  for (int k = 4; k >= 0; k--) p = __builtin_fmaf(p, a, gelu_table[k][row]);
  p = lk_float(lk_bits(p) ^ (bits & (int32_t)0x80000000));
  return x * (p + 1.0f) * 0.5f;
}

LK_MULTI static void gelu_lanes(const float *x, float *out, int64_t n) {
  for (int64_t i = 0; i < n; i++) out[i] = gelu_lane(x[i]);
}

struct job {
  const float *x;
  float *out;
};

static void run(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  struct job *job = context;
  if (lk_has_avx512()) gelu_range(job->x + from, job->out + from, to - from);
  else gelu_lanes(job->x + from, job->out + from, to - from);
}

void lk_gelu_f32(const float *x, float *out, int64_t n) {
  struct job job = {x, out};
  lk_parallel(n, 16384, &job, run);
}
