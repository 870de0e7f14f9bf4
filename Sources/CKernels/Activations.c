#include "LKActivations.h"
#include "DoubleForms.h"
#include "TableForms.h"
#include "LKThreads.h"

/// Elements below which a second thread costs more than it brings.
enum { grain = 16384 };
#define SAFE _Pragma("clang loop vectorize(assume_safety) interleave(enable)")

struct job {
  const float *g, *x;
  float *out, p[4];
};

#define LOOP(name, EXPRESSION) \
  LK_MULTI static void name(void *context, int64_t from, int64_t to, int piece) { \
    (void)piece; \
    const struct job j = *(const struct job *)context; \
    const float *gs = j.g, *xs = j.x; \
    float *out = j.out, p0 = j.p[0], p1 = j.p[1], p2 = j.p[2], p3 = j.p[3]; \
    (void)gs, (void)p0, (void)p1, (void)p2, (void)p3; \
    SAFE for (int64_t i = from; i < to; i++) { float x = xs[i]; out[i] = (EXPRESSION); } \
  }
#define SLOPE(name, EXPRESSION) \
  LK_MULTI static void name(void *context, int64_t from, int64_t to, int piece) { \
    (void)piece; \
    const struct job j = *(const struct job *)context; \
    const float *gs = j.g, *xs = j.x; \
    float *out = j.out, p0 = j.p[0], p1 = j.p[1], p2 = j.p[2], p3 = j.p[3]; \
    (void)p0, (void)p1, (void)p2, (void)p3; \
    SAFE for (int64_t i = from; i < to; i++) { float x = xs[i], g = gs[i]; out[i] = (EXPRESSION); } \
  }

LK_INLINE float below(float x, float limit) { return x > limit ? limit : x; }
LK_INLINE float elu(float x, float scale, float factor, float rate) {
  float curve = (float)expm164((double)(below(x, 0) * rate)) * factor;
  return x > 0 ? x * scale : curve;
}
LK_INLINE float elu_slope(float g, float x, float scale, float rate, float factor) {
  float slope = (float)guarded_exp((double)(below(x, 0) * rate)) * factor;
  return x > 0 ? g * scale : g * slope;
}
LK_INLINE float softplus(float x, float beta, float threshold) {
  float scaled = x * beta, power = (float)guarded_exp((double)below(scaled, threshold));
  float curve = (float)log1p64((double)power) / beta;
  return scaled > threshold ? x : curve;
}
LK_INLINE float log_sigmoid(float x) {
  float power = (float)guarded_exp((double)-__builtin_fabsf(x));
  return below(x, 0) - (float)log1p64((double)power);
}

LOOP(leaky_relus, x > 0 ? x : x * p0)
LK_MULTI static void elus(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  const struct job j = *(const struct job *)context;
  enum { most = 512 };
  // Where nothing is below 0 no exponential is needed.
  for (int64_t start = from; start < to; start += most) {
    int64_t end = to - start < most ? to : start + most;
    int negative = 0;
    for (int64_t i = start; i < end; i++) negative |= !(j.x[i] > 0);
    if (negative) {
      SAFE for (int64_t i = start; i < end; i++) j.out[i] = elu(j.x[i], j.p[0], j.p[1], j.p[2]);
    } else {
      SAFE for (int64_t i = start; i < end; i++) j.out[i] = j.x[i] * j.p[0];
    }
  }
}
LOOP(softplus_lanes, softplus(x, p0, p1))
LOOP(log_sigmoid_lanes, log_sigmoid(x))

/// log(1 + x) of sixteen numbers from 0 up, rounded to float32: what 1 + x leaves out of a small x is added again.
LK_TABLE __m512d log1p8(__m512d x) {
  __m512d one = _mm512_set1_pd(1.0), u = _mm512_add_pd(x, one);
  __m512d lost = _mm512_sub_pd(x, _mm512_sub_pd(u, one));
  return _mm512_mask_add_pd(lk_log8(u), _mm512_cmp_pd_mask(x, one, _CMP_LT_OQ), lk_log8(u), lost);
}
LK_TABLE __m512 log1p16(__m512 x) {
  __m256 a = _mm512_cvtpd_ps(log1p8(_mm512_cvtps_pd(_mm512_castps512_ps256(x))));
  __m256 b = _mm512_cvtpd_ps(log1p8(_mm512_cvtps_pd(_mm512_extractf32x8_ps(x, 1))));
  return _mm512_insertf32x8(_mm512_castps256_ps512(a), b, 1);
}
LK_TABLE __m512 exp16_rounded(__m512 x) {
  __m256 a = _mm512_cvtpd_ps(lk_exp8(_mm512_cvtps_pd(_mm512_castps512_ps256(x))));
  __m256 b = _mm512_cvtpd_ps(lk_exp8(_mm512_cvtps_pd(_mm512_extractf32x8_ps(x, 1))));
  return _mm512_insertf32x8(_mm512_castps256_ps512(a), b, 1);
}
LK_TABLE __m512 softplus16(__m512 x, __m512 beta, __m512 threshold) {
  __m512 scaled = _mm512_mul_ps(x, beta);
  __m512 curve = _mm512_div_ps(log1p16(exp16_rounded(_mm512_min_ps(threshold, scaled))), beta);
  return _mm512_mask_mov_ps(curve, _mm512_cmp_ps_mask(scaled, threshold, _CMP_GT_OQ), x);
}
LK_TABLE __m512 log_sigmoid16(__m512 x) {
  __m512 power = exp16_rounded(_mm512_or_ps(x, _mm512_set1_ps(-0.0f)));
  return _mm512_sub_ps(_mm512_min_ps(_mm512_setzero_ps(), x), log1p16(power));
}
#define LOOP16(name, EXPRESSION, lanes_of_one) \
  LK_AVX512 static void name##_16(void *context, int64_t from, int64_t to) { \
    const struct job *j = context; \
    __m512 p0 = _mm512_set1_ps(j->p[0]), p1 = _mm512_set1_ps(j->p[1]); \
    (void)p0, (void)p1; \
    for (int64_t i = from; i < to; i += 16) { \
      __mmask16 lanes = to - i >= 16 ? 0xffff : (__mmask16)((1u << (to - i)) - 1); \
      __m512 x = _mm512_maskz_loadu_ps(lanes, j->x + i); \
      _mm512_mask_storeu_ps(j->out + i, lanes, EXPRESSION); \
    } \
  } \
  static void name(void *context, int64_t from, int64_t to, int piece) { \
    if (lk_has_avx512()) name##_16(context, from, to); \
    else lanes_of_one(context, from, to, piece); \
  }
LOOP16(softpluses, softplus16(x, p0, p1), softplus_lanes)
LOOP16(log_sigmoids, log_sigmoid16(x), log_sigmoid_lanes)
LOOP(hardtanhs, below(x < p0 ? p0 : x, p1))
SLOPE(leaky_relu_slopes, x > 0 ? g : g * p0)
SLOPE(elu_slopes, elu_slope(g, x, p0, p2, p3))
SLOPE(hardtanh_slopes, ((x > p0) & (x < p1)) ? g : 0.0f)

static void run(lk_body body, const float *g, const float *x, const float *p, float *out, int64_t n) {
  struct job job = {g, x, out, {p[0], p[1], p[2], p[3]}};
  lk_parallel(n, grain, &job, body);
}

void lk_activation_f32(enum lk_activation_kind kind, const float *x, const float *p, float *out, int64_t n) {
  static const lk_body loops[] = {leaky_relus, elus, softpluses, log_sigmoids, hardtanhs};
  run(loops[kind], 0, x, p, out, n);
}

void lk_activation_gradient_f32(enum lk_activation_kind kind, const float *g, const float *x, const float *p, float *out, int64_t n) {
  static const lk_body loops[] = {leaky_relu_slopes, elu_slopes, 0, 0, hardtanh_slopes};
  if (loops[kind]) run(loops[kind], g, x, p, out, n);
}
