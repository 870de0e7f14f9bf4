#include "LKOptimizers.h"
#include "LKThreads.h"
#include "Multiversion.h"
#include "SquareRoot.h"

enum { grain = 16384, chunk = 512 };
#define SAFE _Pragma("clang loop vectorize(assume_safety)")

struct sgd {
  float *w, *buffer;
  const float *g;
  float lr, momentum, rest, decay;
  bool nesterov, first, maximize;
};

LK_MULTI static void sgd_range(struct sgd s, int64_t n) {
  float sign = s.maximize ? -1.0f : 1.0f;
  if (!s.buffer) {
    if (s.decay == 0 && !s.maximize) {
      SAFE for (int64_t i = 0; i < n; i++) s.w[i] = __builtin_fmaf(s.g[i], -s.lr, s.w[i]);
      return;
    }
    SAFE for (int64_t i = 0; i < n; i++) {
      float g = s.g[i] * sign;
      if (s.decay != 0) g = __builtin_fmaf(s.w[i], s.decay, g);
      s.w[i] = __builtin_fmaf(g, -s.lr, s.w[i]);
    }
    return;
  }
  SAFE for (int64_t i = 0; i < n; i++) {
    float g = s.g[i] * sign;
    if (s.decay != 0) g = __builtin_fmaf(s.w[i], s.decay, g);
    float buffer = s.first ? g : __builtin_fmaf(g, s.rest, s.buffer[i] * s.momentum);
    s.buffer[i] = buffer;
    float step = s.nesterov ? __builtin_fmaf(buffer, s.momentum, g) : buffer;
    s.w[i] = __builtin_fmaf(step, -s.lr, s.w[i]);
  }
}

static void sgd_piece(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  struct sgd s = *(struct sgd *)context;
  s.w += from;
  s.g += from;
  if (s.buffer) s.buffer += from;
  sgd_range(s, to - from);
}

void lk_sgd_f32(float *w, const float *g, float *buffer, int64_t n, float lr, float momentum, float dampening_rest, float decay,
    bool nesterov, bool first, bool maximize) {
  struct sgd s = {w, buffer, g, lr, momentum, dampening_rest, decay, nesterov, first, maximize};
  lk_parallel(n, grain, &s, sgd_piece);
}

struct adam {
  float *w, *m, *v, *v_max;
  const float *g;
  lk_adam step;
};

/// `from` moved towards `to`: the fused form changes sides at the middle.
LK_INLINE float towards(float from, float to, float weight) {
  return weight < 0.5f ? __builtin_fmaf(weight, to - from, from) : __builtin_fmaf(to - from, weight - 1.0f, to);
}

/// Moments of a chunk; `seen` receives the second moment that the step divides by.
LK_MULTI static void adam_moments(const struct adam a, int64_t n, float *seen) {
  lk_adam s = a.step;
  SAFE for (int64_t i = 0; i < n; i++) {
    float g = s.maximize ? -a.g[i] : a.g[i];
    float w = a.w[i] * s.shrink;
    if (s.decay != 0) g = __builtin_fmaf(w, s.decay, g);
    float m = towards(a.m[i], g, s.one_minus_beta1);
    float v = __builtin_fmaf(s.one_minus_beta2 * g, g, a.v[i] * s.beta2);
    a.w[i] = w;
    a.m[i] = m;
    a.v[i] = v;
    seen[i] = v;
  }
  if (a.v_max) {
    SAFE for (int64_t i = 0; i < n; i++) seen[i] = a.v_max[i] = a.v_max[i] > seen[i] ? a.v_max[i] : seen[i];
  }
}

LK_MULTI static void adam_update(const struct adam a, int64_t n, const float *root) {
  lk_adam s = a.step;
  SAFE for (int64_t i = 0; i < n; i++) {
    float denominator = root[i] / s.bias2_root + s.epsilon;
    a.w[i] = a.w[i] + (s.negative_step * a.m[i]) / denominator;
  }
}

LK_AVX512 static void chunk_roots_avx512(float *x) {
  for (int i = 0; i < chunk; i += 16) _mm512_storeu_ps(x + i, lk_sqrt16(_mm512_loadu_ps(x + i)));
}
LK_MULTI static void chunk_roots_lanes(float *x) {
  for (int i = 0; i < chunk; i++) x[i] = lk_sqrt_lane(x[i]);
}
static void chunk_roots(float *x) {
  if (lk_has_avx512()) chunk_roots_avx512(x);
  else chunk_roots_lanes(x);
}

/// All of a step in one pass; without `v_max`. The same roundings as the two loops above.
LK_AVX512 static void adam_avx512(const struct adam a, int64_t from, int64_t to) {
  lk_adam s = a.step;
  __m512 shrink = _mm512_set1_ps(s.shrink), decay = _mm512_set1_ps(s.decay), rest1 = _mm512_set1_ps(s.one_minus_beta1);
  bool near = s.one_minus_beta1 < 0.5f;
  __m512 beta1 = _mm512_set1_ps(s.one_minus_beta1 - 1.0f);
  __m512 rest2 = _mm512_set1_ps(s.one_minus_beta2), beta2 = _mm512_set1_ps(s.beta2), root2 = _mm512_set1_ps(s.bias2_root);
  __m512 epsilon = _mm512_set1_ps(s.epsilon), step = _mm512_set1_ps(s.negative_step);
  __m512 sign = _mm512_set1_ps(s.maximize ? -0.0f : 0.0f);
  for (int64_t i = from; i < to; i += 16) {
    __mmask16 lanes = to - i >= 16 ? 0xffff : (__mmask16)((1u << (to - i)) - 1);
    __m512 g = _mm512_xor_ps(_mm512_maskz_loadu_ps(lanes, a.g + i), sign), m = _mm512_maskz_loadu_ps(lanes, a.m + i);
    __m512 w = _mm512_mul_ps(_mm512_maskz_loadu_ps(lanes, a.w + i), shrink), v = _mm512_maskz_loadu_ps(lanes, a.v + i);
    if (s.decay != 0) g = _mm512_fmadd_ps(w, decay, g);
    __m512 apart = _mm512_sub_ps(g, m);
    m = _mm512_fmadd_ps(near ? rest1 : beta1, apart, near ? m : g);
    v = _mm512_fmadd_ps(_mm512_mul_ps(rest2, g), g, _mm512_mul_ps(v, beta2));
    _mm512_mask_storeu_ps(a.m + i, lanes, m);
    _mm512_mask_storeu_ps(a.v + i, lanes, v);
    __m512 denominator = _mm512_add_ps(_mm512_div_ps(lk_sqrt16(v), root2), epsilon);
    _mm512_mask_storeu_ps(a.w + i, lanes, _mm512_add_ps(w, _mm512_div_ps(_mm512_mul_ps(step, m), denominator)));
  }
}

static void adam_piece(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  const struct adam *whole = context;
  if (!whole->v_max && lk_has_avx512()) {
    adam_avx512(*whole, from, to);
    return;
  }
  float root[chunk] = {0};
  for (int64_t start = from; start < to; start += chunk) {
    int64_t n = to - start < chunk ? to - start : chunk;
    struct adam a = *(struct adam *)context;
    a.w += start;
    a.m += start;
    a.v += start;
    a.g += start;
    if (a.v_max) a.v_max += start;
    adam_moments(a, n, root);
    chunk_roots(root);
    adam_update(a, n, root);
  }
}

void lk_adam_f32(float *w, const float *g, float *m, float *v, float *v_max, int64_t n, lk_adam step) {
  struct adam a = {w, m, v, v_max, g, step};
  lk_parallel(n, grain, &a, adam_piece);
}

struct rmsprop {
  float *w, *square, *mean, *buffer;
  const float *g;
  lk_rmsprop step;
};

LK_MULTI static void rmsprop_moments(const struct rmsprop a, int64_t n, float *root) {
  lk_rmsprop s = a.step;
  SAFE for (int64_t i = 0; i < n; i++) {
    float g = s.maximize ? -a.g[i] : a.g[i];
    if (s.decay != 0) g = __builtin_fmaf(a.w[i], s.decay, g);
    float square = __builtin_fmaf(s.one_minus_alpha * g, g, a.square[i] * s.alpha);
    a.square[i] = square;
    root[i] = square;
  }
  if (a.mean) {
    SAFE for (int64_t i = 0; i < n; i++) {
      float g = s.maximize ? -a.g[i] : a.g[i];
      if (s.decay != 0) g = __builtin_fmaf(a.w[i], s.decay, g);
      float mean = towards(a.mean[i], g, s.one_minus_alpha);
      a.mean[i] = mean;
      root[i] = __builtin_fmaf(-mean, mean, root[i]);
    }
  }
}

LK_MULTI static void rmsprop_update(const struct rmsprop a, int64_t n, const float *root) {
  lk_rmsprop s = a.step;
  SAFE for (int64_t i = 0; i < n; i++) {
    float g = s.maximize ? -a.g[i] : a.g[i];
    if (s.decay != 0) g = __builtin_fmaf(a.w[i], s.decay, g);
    float denominator = root[i] + s.epsilon;
    if (a.buffer) {
      a.buffer[i] = a.buffer[i] * s.momentum + g / denominator;
      a.w[i] = __builtin_fmaf(a.buffer[i], -s.lr, a.w[i]);
    } else {
      a.w[i] = a.w[i] + (-s.lr * g) / denominator;
    }
  }
}

static void rmsprop_piece(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  float root[chunk] = {0};
  for (int64_t start = from; start < to; start += chunk) {
    int64_t n = to - start < chunk ? to - start : chunk;
    struct rmsprop a = *(struct rmsprop *)context;
    a.w += start;
    a.square += start;
    a.g += start;
    if (a.mean) a.mean += start;
    if (a.buffer) a.buffer += start;
    rmsprop_moments(a, n, root);
    chunk_roots(root);
    rmsprop_update(a, n, root);
  }
}

void lk_rmsprop_f32(float *w, const float *g, float *square, float *mean, float *buffer, int64_t n, lk_rmsprop step) {
  struct rmsprop a = {w, square, mean, buffer, g, step};
  lk_parallel(n, grain, &a, rmsprop_piece);
}
