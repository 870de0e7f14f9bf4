#include "LKElementwise.h"
#include "LKThreads.h"
#include "DoubleForms.h"
#include "Exponential16.h"
#include "TableForms.h"
#include <math.h>

/// Elements below which a second thread costs more than it brings.
enum { grain = 16384 };
#define SAFE _Pragma("clang loop vectorize(assume_safety) interleave(enable)")

#define UNARY_LOOP(name, T, R, EXPRESSION) \
  LK_MULTI static void name##_range(const T *in, R *out, int64_t n) { \
    SAFE for (int64_t i = 0; i < n; i++) { T x = in[i]; out[i] = (R)(EXPRESSION); } \
  } \
  UNARY_THREADS(name, T, R)
#define UNARY_THREADS(name, T, R) \
  struct name##_job { const T *x; R *out; }; \
  static void name##_piece(void *context, int64_t from, int64_t to, int piece) { \
    (void)piece; \
    struct name##_job *j = context; \
    name##_range(j->x + from, j->out + from, to - from); \
  } \
  void lk_##name(const T *x, R *out, int64_t n) { \
    if (n < 2 * grain) { name##_range(x, out, n); return; } \
    struct name##_job job = {x, out}; \
    lk_parallel(n, grain, &job, name##_piece); \
  }

UNARY_LOOP(neg_f32, float, float, -x)
UNARY_LOOP(abs_f32, float, float, __builtin_fabsf(x))
UNARY_LOOP(relu_f32, float, float, x <= 0.0f ? 0.0f : x)
UNARY_LOOP(square_f32, float, float, x * x)
UNARY_LOOP(cube_f32, float, float, x * x * x)
UNARY_LOOP(rsqrt_f32, float, float, 1.0f / __builtin_sqrtf(x))
UNARY_LOOP(floor_f32, float, float, __builtin_floorf(x))
UNARY_LOOP(ceil_f32, float, float, __builtin_ceilf(x))
UNARY_LOOP(round_f32, float, float, __builtin_rintf(x))
UNARY_LOOP(trunc_f32, float, float, __builtin_truncf(x))

LK_TABLE_LOOP(exp_table, lk_exp8)
LK_TABLE_LOOP(log_table, lk_log8)
LK_TABLE_LOOP(tanh_table, lk_tanh8)
/// With AVX-512 from tables, else by the form for one lane.
#define TABLE_LOOP(name, table, factor, EXPRESSION) \
  LK_MULTI static void name##_lanes(const float *in, float *out, int64_t n) { \
    SAFE for (int64_t i = 0; i < n; i++) { float x = in[i]; out[i] = (float)(EXPRESSION); } \
  } \
  static void name##_range(const float *in, float *out, int64_t n) { \
    if (lk_has_avx512()) table(in, out, n, factor); \
    else name##_lanes(in, out, n); \
  } \
  UNARY_THREADS(name, float, float)
TABLE_LOOP(exp_f32, exp_table, 1.0, guarded_exp(x))
TABLE_LOOP(log_f32, log_table, 1.0, guarded_log(x))
TABLE_LOOP(log2_f32, log_table, 1.4426950408889634074, guarded_log(x) * 1.4426950408889634074)
TABLE_LOOP(log10_f32, log_table, 0.43429448190325182765, guarded_log(x) * 0.43429448190325182765)
TABLE_LOOP(tanh_f32, tanh_table, 1.0, tanh64(x))
UNARY_LOOP(expm1_f32, float, float, lk_expm1v(x))
UNARY_LOOP(log1p_f32, float, float, lk_log1pv(x))
UNARY_LOOP(erf_f32, float, float, erf64(x))

/// sin(x + quarters * pi/2) for |x| up to 1e5; larger arguments are left to the C library.
LK_INLINE double sine64(double x, int64_t quarters) {
  double capped = __builtin_fabs(x) < 1e5 ? x : 0.0;
  double q = __builtin_rint(capped * 0.63661977236758134308);
  double r = __builtin_fma(q, -1.57079632679489655800, capped);
  r = __builtin_fma(q, -6.12323399573676603587e-17, r);
  int64_t k = (int64_t)q + quarters;
  double z = r * r;
  double s = -1.0 / 39916800, c = 1.0 / 479001600;
  s = __builtin_fma(s, z, 1.0 / 362880);
  s = __builtin_fma(s, z, -1.0 / 5040);
  s = __builtin_fma(s, z, 1.0 / 120);
  s = __builtin_fma(s, z, -1.0 / 6);
  s = __builtin_fma(s * z, r, r);
  c = __builtin_fma(c, z, -1.0 / 3628800);
  c = __builtin_fma(c, z, 1.0 / 40320);
  c = __builtin_fma(c, z, -1.0 / 720);
  c = __builtin_fma(c, z, 1.0 / 24);
  c = __builtin_fma(c, z, -0.5);
  c = __builtin_fma(c, z, 1.0);
  double y = (k & 1) ? c : s;
  return (k & 2) ? -y : y;
}
LK_MULTI static void sine_range(const float *x, float *out, int64_t n, int64_t quarters) {
  for (int64_t start = 0; start < n; start += 512) {
    int64_t count = n - start < 512 ? n - start : 512;
    float kept[512];
    int large = 0;
    for (int64_t i = 0; i < count; i++) {
      float value = x[start + i];
      kept[i] = value;
      large |= !(__builtin_fabsf(value) < 1e5f);
    }
    SAFE for (int64_t i = 0; i < count; i++) out[start + i] = (float)sine64(kept[i], quarters);
    if (!large) continue;
    for (int64_t i = 0; i < count; i++)
      if (!(__builtin_fabsf(kept[i]) < 1e5f)) out[start + i] = (float)(quarters ? cos(kept[i]) : sin(kept[i]));
  }
}
static void sin_f32_range(const float *x, float *out, int64_t n) { sine_range(x, out, n, 0); }
static void cos_f32_range(const float *x, float *out, int64_t n) { sine_range(x, out, n, 1); }
UNARY_THREADS(sin_f32, float, float)
UNARY_THREADS(cos_f32, float, float)

// The last elements, fewer than a pair of AVX-512's vectors, go through the C library one by one, on every processor.
static int64_t vector_part(int64_t n) { return n - n % 32; }
LK_MULTI static void exp2_vectors(const float *x, float *out, int64_t n) {
  SAFE for (int64_t i = 0; i < n; i++) out[i] = lk_exp2v(x[i]);
}
static void exp2_f32_range(const float *x, float *out, int64_t n) {
  int64_t whole = vector_part(n);
  exp2_vectors(x, out, whole);
  for (int64_t i = whole; i < n; i++) out[i] = exp2f(x[i]);
}
UNARY_THREADS(exp2_f32, float, float)
/// A quotient with 1 + exp(-x) below the line.
#define LOGISTIC(name, NUMERATOR, NUMERATOR16) \
  LK_MULTI static void name##_lanes(const float *in, float *out, int64_t n) { \
    SAFE for (int64_t i = 0; i < n; i++) { float x = in[i]; out[i] = (NUMERATOR) / (1.0f + lk_expv(-x)); } \
  } \
  LK_AVX512 static void name##_avx512(const float *in, float *out, int64_t n) { \
    const __m512 one = _mm512_set1_ps(1.0f), sign = _mm512_set1_ps(-0.0f); \
    for (int64_t i = 0; i < n; i += 16) { \
      __m512 x = _mm512_loadu_ps(in + i); \
      _mm512_storeu_ps(out + i, _mm512_div_ps(NUMERATOR16, _mm512_add_ps(one, lk_exp16(_mm512_xor_ps(x, sign))))); \
    } \
  } \
  static void name##_range(const float *in, float *out, int64_t n) { \
    int64_t whole = vector_part(n); \
    (lk_has_avx512() ? name##_avx512 : name##_lanes)(in, out, whole); \
    for (int64_t i = whole; i < n; i++) { float x = in[i]; out[i] = (NUMERATOR) / (1.0f + expf(-x)); } \
  } \
  UNARY_THREADS(name, float, float)
LOGISTIC(sigmoid_f32, 1.0f, one)
LOGISTIC(silu_f32, x, x)
