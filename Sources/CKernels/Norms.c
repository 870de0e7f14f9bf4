#include "LKNorms.h"
#include "LKThreads.h"
#include "Multiversion.h"
#include <math.h>

/// The last elements, fewer than eight, come four at a time as products of their own, then fused.
LK_MULTI static float root_of_squares(const float *x, int64_t n) {
  float sums[8] = {0};
  int64_t i = 0;
  for (; i + 8 <= n; i += 8)
    for (int l = 0; l < 8; l++) sums[l] += x[i + l] * x[i + l];
  float sum = sums[0];
  for (int l = 1; l < 8; l++) sum += sums[l];
  if (i + 4 <= n)
    for (int64_t end = i + 4; i < end; i++) sum += x[i] * x[i];
  for (; i < n; i++) sum = __builtin_fmaf(x[i], x[i], sum);
  return __builtin_sqrtf(sum);
}

static float running_norm(const float *x, int64_t n, float p) {
  float sum = 0;
  if (p == 2.0f) {
    for (int64_t i = 0; i < n; i++) sum += x[i] * x[i];
    return __builtin_sqrtf(sum);
  }
  if (p == 1.0f) {
    for (int64_t i = 0; i < n; i++) sum += __builtin_fabsf(x[i]);
    return sum;
  }
  for (int64_t i = 0; i < n; i++) sum += powf(__builtin_fabsf(x[i]), p);
  return powf(sum, 1.0f / p);
}

struct job {
  const float *x;
  float *out;
  int64_t n;
  float p;
  bool lanes;
};

static void run(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  const struct job *j = context;
  for (int64_t row = from; row < to; row++) {
    const float *x = j->x + row * j->n;
    j->out[row] = j->lanes ? root_of_squares(x, j->n) : running_norm(x, j->n, j->p);
  }
}

void lk_norms_f32(const float *x, float *out, int64_t rows, int64_t n, float p, bool lanes) {
  struct job job = {x, out, n, p, lanes && p == 2.0f};
  lk_parallel(rows, 1 + 16384 / (n + 1), &job, run);
}
