#include "LKSoftmax.h"
#include "LKThreads.h"
#include "SoftmaxRows.h"
#include "VectorForms.h"

enum { lanes = 16 };

/// Halves until one sum is left.
LK_INLINE float halved(float *acc) {
  for (int half = lanes / 2; half > 0; half /= 2)
    for (int l = 0; l < half; l++) acc[l] += acc[l + half];
  return acc[0];
}

/// Adds up with `lanes` running sums, the tail into the first ones, then halves; short runs go from left to right.
LK_INLINE float lane_sum(const float *v, int64_t n) {
  if (n < lanes) {
    float sum = v[0];
    for (int64_t i = 1; i < n; i++) sum += v[i];
    return sum;
  }
  float acc[lanes];
  for (int l = 0; l < lanes; l++) acc[l] = v[l];
  int64_t k = lanes;
  for (; k + lanes <= n; k += lanes)
    for (int l = 0; l < lanes; l++) acc[l] += v[k + l];
  for (int64_t i = k; i < n; i++) acc[i - k] += v[i];
  return halved(acc);
}

/// Like the sum of products; only the tail of a longer run is fused.
LK_INLINE float lane_dot(const float *a, const float *b, int64_t n) {
  if (n < lanes) {
    float sum = a[0] * b[0];
    for (int64_t i = 1; i < n; i++) sum += a[i] * b[i];
    return sum;
  }
  float acc[lanes];
  for (int l = 0; l < lanes; l++) acc[l] = a[l] * b[l];
  int64_t k = lanes;
  for (; k + lanes <= n; k += lanes)
    for (int l = 0; l < lanes; l++) acc[l] += a[k + l] * b[k + l];
  for (int64_t i = k; i < n; i++) acc[i - k] = __builtin_fmaf(a[i], b[i], acc[i - k]);
  return halved(acc);
}

/// The largest element; with not-a-numbers any, because exponentials and their sum carry them on.
LK_INLINE float largest(const float *v, int64_t n) {
  float best = v[0], acc[lanes];
  int64_t i = 0;
  if (n >= lanes) {
    for (int l = 0; l < lanes; l++) acc[l] = v[l];
    for (; i + lanes <= n; i += lanes)
      for (int l = 0; l < lanes; l++) acc[l] = v[i + l] > acc[l] ? v[i + l] : acc[l];
    for (int l = 0; l < lanes; l++) best = acc[l] > best ? acc[l] : best;
  }
  for (; i < n; i++) best = v[i] > best ? v[i] : best;
  return best;
}

/// e = exp(x - m).
LK_INLINE void exponentials(const float *x, float *e, int64_t n, float m) {
  for (int64_t i = 0; i < n; i++) e[i] = lk_expv(x[i] - m);
}

LK_MULTI static void softmax_rows(const float *x, float *out, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, x += n, out += n) {
    exponentials(x, out, n, largest(x, n));
    float scale = 1.0f / lane_sum(out, n);
    for (int64_t i = 0; i < n; i++) out[i] *= scale;
  }
}

LK_MULTI static void log_softmax_rows(const float *x, float *out, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, x += n, out += n) {
    float m = largest(x, n);
    exponentials(x, out, n, m);
    float sum = lk_logv(lane_sum(out, n));
    for (int64_t i = 0; i < n; i++) out[i] = (x[i] - m) - sum;
  }
}

LK_MULTI static void softmax_gradient_rows(const float *g, const float *y, float *out, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, g += n, y += n, out += n) {
    float sum = lane_dot(g, y, n);
    for (int64_t i = 0; i < n; i++) out[i] = (g[i] - sum) * y[i];
  }
}

LK_MULTI static void log_softmax_gradient_rows(const float *g, const float *y, float *out, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, g += n, y += n, out += n) {
    float sum = lane_sum(g, n);
    for (int64_t i = 0; i < n; i++) out[i] = __builtin_fmaf(-lk_expv(y[i]), sum, g[i]);
  }
}

struct job {
  const float *a, *b;
  float *out;
  int64_t n;
  int kind;
};

static void run(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  struct job *j = context;
  const float *a = j->a + from * j->n, *b = j->b ? j->b + from * j->n : 0;
  float *out = j->out + from * j->n;
  static const lk_rows in_lanes[] = {softmax_rows, log_softmax_rows};
  static const lk_rows with_avx512[] = {lk_softmax_rows_16, lk_log_softmax_rows_16};
  static const lk_gradient_rows gradients_in_lanes[] = {softmax_gradient_rows, log_softmax_gradient_rows};
  static const lk_gradient_rows gradients_with_avx512[] = {lk_softmax_gradient_rows_16, lk_log_softmax_gradient_rows_16};
  bool wide = lk_has_avx512();
  if (b) (wide ? gradients_with_avx512 : gradients_in_lanes)[j->kind](a, b, out, to - from, j->n);
  else (wide ? with_avx512 : in_lanes)[j->kind](a, out, to - from, j->n);
}

static void by_rows(const float *a, const float *b, float *out, int64_t rows, int64_t n, int kind) {
  if (n == 0 || rows == 0) return;
  struct job job = {a, b, out, n, kind};
  lk_parallel(rows, 1 + 16384 / n, &job, run);
}

void lk_softmax_last_f32(const float *x, float *out, int64_t rows, int64_t n) { by_rows(x, 0, out, rows, n, 0); }
void lk_log_softmax_last_f32(const float *x, float *out, int64_t rows, int64_t n) { by_rows(x, 0, out, rows, n, 1); }
void lk_softmax_gradient_last_f32(const float *g, const float *y, float *out, int64_t rows, int64_t n) {
  by_rows(g, y, out, rows, n, 0);
}
void lk_log_softmax_gradient_last_f32(const float *g, const float *y, float *out, int64_t rows, int64_t n) {
  by_rows(g, y, out, rows, n, 1);
}

/// Columns are worked on in short pieces so that their maxima and sums stay on the stack.
enum { columns = 64 };

LK_MULTI static void inner_block(const float *x, float *out, int64_t n, int64_t inner, int64_t count, int logarithm) {
  float m[columns], sum[columns];
  for (int64_t c = 0; c < count; c++) m[c] = x[c];
  for (int64_t i = 1; i < n; i++)
    for (int64_t c = 0; c < count; c++) {
      float v = x[i * inner + c];
      m[c] = v != v || v > m[c] ? v : m[c];
    }
  for (int64_t c = 0; c < count; c++) sum[c] = 0;
  for (int64_t i = 0; i < n; i++)
    for (int64_t c = 0; c < count; c++) {
      float e = lk_expv(x[i * inner + c] - m[c]);
      out[i * inner + c] = e;
      sum[c] += e;
    }
  if (logarithm) {
    for (int64_t c = 0; c < count; c++) sum[c] = lk_logv(sum[c]);
    for (int64_t i = 0; i < n; i++)
      for (int64_t c = 0; c < count; c++) out[i * inner + c] = (x[i * inner + c] - m[c]) - sum[c];
  } else {
    for (int64_t i = 0; i < n; i++)
      for (int64_t c = 0; c < count; c++) out[i * inner + c] = out[i * inner + c] / sum[c];
  }
}

struct columns_job {
  const float *x;
  float *out;
  int64_t n, inner;
  int logarithm;
};

static void columns_piece(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  const struct columns_job *j = context;
  int64_t blocks = (j->inner + columns - 1) / columns;
  for (int64_t b = from; b < to; b++) {
    int64_t c = b % blocks * columns, at = b / blocks * j->n * j->inner + c;
    int64_t count = j->inner - c < columns ? j->inner - c : columns;
    (lk_has_avx512() ? lk_softmax_columns_16 : inner_block)(j->x + at, j->out + at, j->n, j->inner, count, j->logarithm);
  }
}

static void by_columns(const float *x, float *out, int64_t outer, int64_t n, int64_t inner, int logarithm) {
  if (n == 0 || inner == 0) return;
  struct columns_job job = {x, out, n, inner, logarithm};
  lk_parallel(outer * ((inner + columns - 1) / columns), 1 + 16384 / (n * columns), &job, columns_piece);
}

void lk_softmax_inner_f32(const float *x, float *out, int64_t outer, int64_t n, int64_t inner) {
  by_columns(x, out, outer, n, inner, 0);
}
void lk_log_softmax_inner_f32(const float *x, float *out, int64_t outer, int64_t n, int64_t inner) {
  by_columns(x, out, outer, n, inner, 1);
}

void lk_nll_sum_f32(const float *logp, const int64_t *target, const float *weight, int64_t rows, int64_t classes, int64_t ignored,
    float *total, float *total_weight) {
  enum { levels = 8 };
  float sums[levels] = {0}, weights[levels] = {0};
  int log2 = rows <= 1 ? 0 : 64 - __builtin_clzll((uint64_t)(rows - 1));
  int power = log2 / levels > 4 ? log2 / levels : 4;
  int64_t mask = ((int64_t)1 << power) - 1;
  for (int64_t b = 0; b < rows; b++) {
    int64_t t = target[b];
    // PyTorch leaves the carry out, too, for a skipped item.
    if (t == ignored) continue;
    float value = logp[b * classes + t];
    if (weight) {
      sums[0] -= value * weight[t];
      weights[0] += weight[t];
    } else {
      sums[0] -= value;
      weights[0] += 1.0f;
    }
    for (int j = 0; j < levels - 1; j++) {
      if (b & (mask << (j * power))) break;
      sums[j + 1] += sums[j];
      sums[j] = 0;
      weights[j + 1] += weights[j];
      weights[j] = 0;
    }
  }
  float sum = 0, weight_sum = 0;
  for (int k = 0; k < levels; k++) {
    sum += sums[k];
    weight_sum += weights[k];
  }
  *total = sum;
  *total_weight = weight_sum;
}
