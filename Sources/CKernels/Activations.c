#include "LKActivations.h"
#include "DoubleForms.h"
#include "LKThreads.h"
#include <math.h>

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
  float curve = lk_expm1v(below(x, 0) * rate) * factor;
  return x > 0 ? x * scale : curve;
}
LK_INLINE float elu_slope(float g, float x, float scale, float rate, float factor) {
  float slope = (float)guarded_exp((double)(below(x, 0) * rate)) * factor;
  return x > 0 ? g * scale : g * slope;
}
LK_INLINE float softplus(float x, float beta, float threshold) {
  float scaled = x * beta, curve = lk_log1pv(lk_expv(scaled)) / beta;
  return scaled > threshold ? x : curve;
}
LK_INLINE float log_sigmoid(float x) { return below(x, 0) - lk_log1pv(lk_expv(-__builtin_fabsf(x))); }
LK_INLINE float mish(float x) { return x * lk_tanhv(lk_log1pv(lk_expv(x))); }

/// A loop for whole pairs of AVX-512's vectors, and the C library's functions for the elements that are left over, as PyTorch has it.
#define LOOP_AND_REST(name, EXPRESSION, REST) \
  LOOP(name##_vectors, EXPRESSION) \
  static void name(void *context, int64_t from, int64_t to, int piece) { \
    const struct job j = *(const struct job *)context; \
    int64_t whole = to - (to - from) % 32; \
    name##_vectors(context, from, whole, piece); \
    for (int64_t i = whole; i < to; i++) { float x = j.x[i]; j.out[i] = (REST); } \
  }

LOOP(leaky_relus, x > 0 ? x : x * p0)
LK_MULTI static void elu_vectors(void *context, int64_t from, int64_t to, int piece) {
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
static void elus(void *context, int64_t from, int64_t to, int piece) {
  const struct job j = *(const struct job *)context;
  int64_t whole = to - (to - from) % 32;
  elu_vectors(context, from, whole, piece);
  for (int64_t i = whole; i < to; i++) j.out[i] = j.x[i] > 0 ? j.x[i] * j.p[0] : expm1f(j.x[i] * j.p[2]) * j.p[1];
}
LOOP_AND_REST(softpluses, softplus(x, p0, p1), x * j.p[0] > j.p[1] ? x : log1pf(expf(x * j.p[0])) / j.p[0])
LOOP(log_sigmoids, log_sigmoid(x))
LOOP_AND_REST(mishes, mish(x), x * tanhf(log1pf(expf(x))))
LOOP(hardtanhs, below(x < p0 ? p0 : x, p1))
SLOPE(leaky_relu_slopes, x > 0 ? g : g * p0)
SLOPE(elu_slopes, elu_slope(g, x, p0, p2, p3))
SLOPE(hardtanh_slopes, ((x > p0) & (x < p1)) ? g : 0.0f)

static void run(lk_body body, const float *g, const float *x, const float *p, float *out, int64_t n) {
  struct job job = {g, x, out, {p[0], p[1], p[2], p[3]}};
  lk_parallel(n, grain, &job, body);
}

void lk_activation_f32(enum lk_activation_kind kind, const float *x, const float *p, float *out, int64_t n) {
  static const lk_body loops[] = {leaky_relus, elus, softpluses, log_sigmoids, hardtanhs, mishes};
  run(loops[kind], 0, x, p, out, n);
}

void lk_activation_gradient_f32(enum lk_activation_kind kind, const float *g, const float *x, const float *p, float *out, int64_t n) {
  static const lk_body loops[] = {leaky_relu_slopes, elu_slopes, 0, 0, hardtanh_slopes, 0};
  if (loops[kind]) run(loops[kind], g, x, p, out, n);
}
