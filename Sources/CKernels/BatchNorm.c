#include "LKBatchNorm.h"
#include "LKThreads.h"
#include "Multiversion.h"

LK_INLINE float halve(float *acc) {
  for (int half = 4; half > 0; half /= 2)
    for (int l = 0; l < half; l++) acc[l] += acc[l + half];
  return acc[0];
}

/// Sum of a plane in 8 lanes, the tail into the first ones; short planes from left to right.
LK_INLINE float plane_sum(const float *v, int64_t n) {
  if (n < 8) {
    float sum = v[0];
    for (int64_t i = 1; i < n; i++) sum += v[i];
    return sum;
  }
  float acc[8];
  for (int l = 0; l < 8; l++) acc[l] = v[l];
  int64_t k = 8;
  for (; k + 8 <= n; k += 8)
    for (int l = 0; l < 8; l++) acc[l] += v[k + l];
  for (int64_t i = k; i < n; i++) acc[i - k] += v[i];
  return halve(acc);
}

/// Sum of (x - mean) * g over a plane; only the tail is fused.
LK_INLINE float plane_dot(const float *x, float mean, const float *g, int64_t n) {
  if (n < 8) {
    float sum = (x[0] - mean) * g[0];
    for (int64_t i = 1; i < n; i++) sum += (x[i] - mean) * g[i];
    return sum;
  }
  float acc[8];
  for (int l = 0; l < 8; l++) acc[l] = (x[l] - mean) * g[l];
  int64_t k = 8;
  for (; k + 8 <= n; k += 8)
    for (int l = 0; l < 8; l++) acc[l] += (x[k + l] - mean) * g[k + l];
  for (int64_t i = k; i < n; i++) acc[i - k] = __builtin_fmaf(x[i] - mean, g[i], acc[i - k]);
  return halve(acc);
}

struct job {
  const float *x, *g;
  lk_batch b;
  const float *mean, *inverse, *weight, *alpha, *beta;
  float *out_mean, *squares, *out, *weight_gradient, *bias_gradient;
  int lanes;
};

LK_MULTI static void row_statistics(const struct job j, int64_t from, int64_t to) {
  lk_batch b = j.b;
  for (int64_t c = from; c < to; c++) j.out_mean[c] = j.squares[c] = 0;
  for (int64_t r = 0; r < b.n; r++)
    for (int64_t c = from; c < to; c++) j.out_mean[c] += j.x[r * b.channels + c];
  for (int64_t c = from; c < to; c++) j.out_mean[c] /= (float)b.n;
  for (int64_t r = 0; r < b.n; r++)
    for (int64_t c = from; c < to; c++) {
      float d = j.x[r * b.channels + c] - j.out_mean[c];
      j.squares[c] = __builtin_fmaf(d, d, j.squares[c]);
    }
}

LK_MULTI static void plane_statistics(const struct job j, int64_t from, int64_t to) {
  lk_batch b = j.b;
  for (int64_t c = from; c < to; c++) {
    double lanes[8] = {0}, total = 0;
    for (int64_t i = 0; i < b.n; i++) {
      const float *x = j.x + (i * b.channels + c) * b.size;
      int64_t k = 0;
      for (; k + 8 <= b.size; k += 8)
        for (int l = 0; l < 8; l++) lanes[l] += x[k + l];
      for (; k < b.size; k++) lanes[0] += x[k];
    }
    for (int l = 0; l < 8; l++) total += lanes[l];
    float mean = (float)(total / (double)(b.n * b.size));
    for (int l = 0; l < 8; l++) lanes[l] = 0;
    for (int64_t i = 0; i < b.n; i++) {
      const float *x = j.x + (i * b.channels + c) * b.size;
      int64_t k = 0;
      for (; k + 8 <= b.size; k += 8)
        for (int l = 0; l < 8; l++) {
          float d = x[k + l] - mean;
          lanes[l] += (double)(d * d);
        }
      for (; k < b.size; k++) {
        float d = x[k] - mean;
        lanes[0] += (double)(d * d);
      }
    }
    total = 0;
    for (int l = 0; l < 8; l++) total += lanes[l];
    j.out_mean[c] = mean;
    j.squares[c] = (float)total;
  }
}

static void statistics_piece(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  struct job *j = context;
  if (j->b.rows) row_statistics(*j, from, to);
  else plane_statistics(*j, from, to);
}

static int64_t channel_grain(lk_batch b) { return 1 + 16384 / (b.n * b.size + 1); }

void lk_batch_statistics_f32(const float *x, lk_batch batch, float *mean, float *squares) {
  struct job job = {.x = x, .b = batch, .out_mean = mean, .squares = squares};
  lk_parallel(batch.channels, channel_grain(batch), &job, statistics_piece);
}

LK_MULTI static void apply(const struct job j, int64_t from, int64_t to) {
  lk_batch b = j.b;
  for (int64_t i = from; i < to; i++) {
    const float *x = j.x + i * b.channels * b.size;
    float *out = j.out + i * b.channels * b.size;
    if (b.size == 1) {
      for (int64_t c = 0; c < b.channels; c++) out[c] = __builtin_fmaf(x[c], j.alpha[c], j.beta[c]);
      continue;
    }
    for (int64_t c = 0; c < b.channels; c++)
      for (int64_t k = 0; k < b.size; k++) out[c * b.size + k] = __builtin_fmaf(x[c * b.size + k], j.alpha[c], j.beta[c]);
  }
}

static void apply_piece(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  apply(*(struct job *)context, from, to);
}

void lk_batch_apply_f32(const float *x, lk_batch batch, const float *alpha, const float *beta, float *out) {
  struct job job = {.x = x, .b = batch, .alpha = alpha, .beta = beta, .out = out};
  lk_parallel(batch.n, 1 + 16384 / (batch.channels * batch.size + 1), &job, apply_piece);
}

/// Rows are read as they lie; channels go in short groups whose sums stay on the stack.
enum { group = 64 };

LK_INLINE void row_gradient_group(const struct job *j, int64_t first, int64_t count, int fused) {
  lk_batch b = j->b;
  float sum[group] = {0}, dot[group] = {0}, k[group], share[group];
  const float *mean = j->mean + first, *inverse = j->inverse + first;
  for (int64_t r = 0; r < b.n; r++) {
    const float *x = j->x + r * b.channels + first, *g = j->g + r * b.channels + first;
    for (int64_t c = 0; c < count; c++) {
      sum[c] += g[c];
      dot[c] = __builtin_fmaf(x[c] - mean[c], g[c], dot[c]);
    }
  }
  for (int64_t c = 0; c < count; c++) {
    j->weight_gradient[first + c] = (float)((double)dot[c] * (double)inverse[c]);
    j->bias_gradient[first + c] = sum[c];
    k[c] = ((dot[c] * inverse[c]) * inverse[c]) / (float)b.n;
    share[c] = (float)((double)sum[c] / (double)b.n);
  }
  if (!j->out) return;
  float weight[group];
  for (int64_t c = 0; c < count; c++) weight[c] = j->weight ? j->weight[first + c] : 1.0f;
  for (int64_t r = 0; r < b.n; r++) {
    const float *x = j->x + r * b.channels + first, *g = j->g + r * b.channels + first;
    float *out = j->out + r * b.channels + first;
    for (int64_t c = 0; c < count; c++) {
      float d = x[c] - mean[c], t = g[c] - share[c];
      float v = fused ? __builtin_fmaf(-d, k[c], t) : t - d * k[c];
      out[c] = (v * inverse[c]) * weight[c];
    }
  }
}

LK_MULTI static void row_gradient(const struct job j, int64_t from, int64_t to) {
  // Channels beyond the last whole vector are computed without fusing.
  int64_t whole = j.b.channels - j.b.channels % j.lanes;
  for (int64_t c = from; c < to;) {
    int64_t end = c < whole && to > whole ? whole : to, count = end - c < group ? end - c : group;
    if (c < whole) row_gradient_group(&j, c, count, 1);
    else row_gradient_group(&j, c, count, 0);
    c += count;
  }
}

LK_MULTI static void plane_gradient(const struct job j, int64_t from, int64_t to) {
  lk_batch b = j.b;
  double count = (double)(b.n * b.size);
  for (int64_t c = from; c < to; c++) {
    float mean = j.mean[c], inverse = j.inverse[c], weight = j.weight ? j.weight[c] : 1.0f;
    double sum = 0, dot = 0;
    for (int64_t i = 0; i < b.n; i++) {
      int64_t at = (i * b.channels + c) * b.size;
      sum += plane_sum(j.g + at, b.size);
      dot += plane_dot(j.x + at, mean, j.g + at, b.size);
    }
    j.weight_gradient[c] = (float)(dot * (double)inverse);
    j.bias_gradient[c] = (float)sum;
    if (!j.out) continue;
    float k = (((float)dot * inverse) * inverse) / (float)count, share = (float)(sum / count);
    for (int64_t i = 0; i < b.n; i++) {
      int64_t at = (i * b.channels + c) * b.size;
      for (int64_t s = 0; s < b.size; s++) {
        float v = __builtin_fmaf(-(j.x[at + s] - mean), k, j.g[at + s] - share);
        j.out[at + s] = (v * inverse) * weight;
      }
    }
  }
}

static void gradient_piece(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  struct job *j = context;
  if (j->b.rows) row_gradient(*j, from, to);
  else plane_gradient(*j, from, to);
}

void lk_batch_gradient_f32(const float *x, const float *g, lk_batch batch, const float *mean, const float *inverse,
    const float *weight, float *input, float *weight_gradient, float *bias_gradient) {
  struct job job = {.x = x, .g = g, .b = batch, .mean = mean, .inverse = inverse, .weight = weight, .out = input,
    .weight_gradient = weight_gradient, .bias_gradient = bias_gradient, .lanes = 16};
  if (batch.size == 0 || batch.n == 0) return;
  lk_parallel(batch.channels, channel_grain(batch), &job, gradient_piece);
}
