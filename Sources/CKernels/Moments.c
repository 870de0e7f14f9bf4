#include "LKMoments.h"
#include "LKThreads.h"
#include "Multiversion.h"
#include <stdlib.h>
#include <string.h>

/// Numbers of a block: sums of blocks are added up in order, whoever made them.
enum { block = 16384, lanes = 16 };

LK_INLINE double folded(double *acc) {
  for (int half = lanes / 2; half > 0; half /= 2)
    for (int l = 0; l < half; l++) acc[l] += acc[l + half];
  return acc[0];
}

#define MOMENTS(suffix, T) \
  LK_MULTI static double sum_##suffix(const T *x, int64_t n) { \
    double acc[lanes] = {0}; \
    int64_t i = 0; \
    for (; i + lanes <= n; i += lanes) \
      for (int l = 0; l < lanes; l++) acc[l] += (double)x[i + l]; \
    for (; i < n; i++) acc[0] += (double)x[i]; \
    return folded(acc); \
  } \
  LK_MULTI static double squares_##suffix(const T *x, int64_t n, double mean) { \
    double acc[lanes] = {0}; \
    int64_t i = 0; \
    for (; i + lanes <= n; i += lanes) \
      for (int l = 0; l < lanes; l++) { \
        double d = (double)x[i + l] - mean; \
        acc[l] = __builtin_fma(d, d, acc[l]); \
      } \
    for (; i < n; i++) { \
      double d = (double)x[i] - mean; \
      acc[0] = __builtin_fma(d, d, acc[0]); \
    } \
    return folded(acc); \
  } \
  struct moments_##suffix { const T *x; int64_t n, blocks; double *mean, *squares, *parts; int squared; }; \
  static void moments_piece_##suffix(void *context, int64_t from, int64_t to, int piece) { \
    (void)piece; \
    const struct moments_##suffix *j = context; \
    for (int64_t i = from; i < to; i++) { \
      int64_t line = i / j->blocks, start = i % j->blocks * block, count = j->n - start < block ? j->n - start : block; \
      const T *x = j->x + line * j->n + start; \
      if (j->blocks > 1) { \
        j->parts[i] = j->squared ? squares_##suffix(x, count, j->mean[line]) : sum_##suffix(x, count); \
      } else { \
        j->mean[line] = sum_##suffix(x, count) / (double)j->n; \
        j->squares[line] = squares_##suffix(x, count, j->mean[line]); \
      } \
    } \
  } \
  void lk_moments_##suffix(const T *x, int64_t lines, int64_t n, double *mean, double *squares) { \
    struct moments_##suffix j = {.x = x, .n = n, .blocks = (n + block - 1) / block, .mean = mean, .squares = squares}; \
    if (j.blocks <= 1) { \
      lk_parallel(lines, 1 + block / (n + 1), &j, moments_piece_##suffix); \
      return; \
    } \
    /* Without memory for the parts, block after block. */ \
    double one; \
    j.parts = lk_buffer_allocate(lines * j.blocks * (int64_t)sizeof(double)); \
    for (j.squared = 0; j.squared < 2; j.squared++) { \
      double *out = j.squared ? squares : mean; \
      if (j.parts) lk_parallel(lines * j.blocks, 1, &j, moments_piece_##suffix); \
      for (int64_t line = 0; line < lines; line++) { \
        double total = 0; \
        for (int64_t b = 0; b < j.blocks; b++) { \
          int64_t start = b * block, count = n - start < block ? n - start : block; \
          const T *at = x + line * n + start; \
          if (j.parts) one = j.parts[line * j.blocks + b]; \
          else one = j.squared ? squares_##suffix(at, count, mean[line]) : sum_##suffix(at, count); \
          total += one; \
        } \
        out[line] = j.squared ? total : total / (double)n; \
      } \
    } \
    if (j.parts) lk_buffer_free(j.parts, lines * j.blocks * (int64_t)sizeof(double)); \
  }
MOMENTS(f32, float)
MOMENTS(f64, double)

struct norm_job {
  lk_row_norm norm;
  const float *x, *grad, *weight, *bias;
  float *out;
  double *sums;
  int64_t parts;
};

LK_INLINE void row_moments(const lk_row_norm *norm, const float *x, float *mean, float *inverse) {
  double n = (double)norm->length, m = norm->centred ? sum_f32(x, norm->length) / n : 0;
  *mean = (float)m;
  *inverse = (float)(1.0 / __builtin_sqrt(squares_f32(x, norm->length, m) / n + norm->epsilon));
}

LK_MULTI static void norm_piece(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  const struct norm_job *j = context;
  lk_row_norm norm = j->norm;
  for (int64_t row = from; row < to; row++) {
    const float *x = j->x + row * norm.length;
    float *out = j->out + row * norm.length, mean, inverse;
    row_moments(&norm, x, &mean, &inverse);
    int64_t channels = norm.length / norm.run, first = row % norm.groups * channels;
    if (norm.run == 1) {
      const float *w = j->weight ? j->weight + first : 0, *b = j->bias ? j->bias + first : 0;
      if (w && b) {
        for (int64_t i = 0; i < norm.length; i++) out[i] = (x[i] - mean) * inverse * w[i] + b[i];
      } else if (w) {
        for (int64_t i = 0; i < norm.length; i++) out[i] = (x[i] - mean) * inverse * w[i] + 0.0f;
      } else if (b) {
        for (int64_t i = 0; i < norm.length; i++) out[i] = (x[i] - mean) * inverse + b[i];
      } else {
        for (int64_t i = 0; i < norm.length; i++) out[i] = (x[i] - mean) * inverse + 0.0f;
      }
      continue;
    }
    for (int64_t c = 0; c < channels; c++) {
      float w = j->weight ? j->weight[first + c] : 1.0f, b = j->bias ? j->bias[first + c] : 0.0f;
      for (int64_t i = c * norm.run; i < (c + 1) * norm.run; i++) out[i] = (x[i] - mean) * inverse * w + b;
    }
  }
}

static int64_t row_grain(lk_row_norm norm) { return 1 + block / (norm.length + 1); }

void lk_row_norm_f32(lk_row_norm norm, const float *x, const float *weight, const float *bias, float *out) {
  struct norm_job j = {.norm = norm, .x = x, .weight = weight, .bias = bias, .out = out};
  lk_parallel(norm.rows, row_grain(norm), &j, norm_piece);
}

/// The shares of up to `lanes` neighbours in a row's sums, and their part of the gradients of weights and biases.
LK_INLINE void row_shares(const float *x, const float *g, const float *w, float mean, float inverse, int64_t count,
    double *restrict weights, double *restrict biases, double *restrict sums, double *restrict dots) {
  for (int64_t l = 0; l < count; l++) {
    double normal = (double)((x[l] - mean) * inverse), grad = (double)g[l];
    weights[l] += grad * normal;
    biases[l] += grad;
    double scaled = w ? grad * (double)w[l] : grad;
    sums[l] += scaled;
    dots[l] += scaled * normal;
  }
}

/// The same where all neighbours belong to one channel.
LK_INLINE void channel_shares(const float *x, const float *g, float mean, float inverse, int64_t count, double *restrict sums, double *restrict dots) {
  for (int64_t l = 0; l < count; l++) {
    double normal = (double)((x[l] - mean) * inverse), grad = (double)g[l];
    sums[l] += grad;
    dots[l] += grad * normal;
  }
}

/// Rows of one of the parts into which the sums over rows are divided, whatever the number of threads.
LK_MULTI static void norm_gradient_part(const struct norm_job *j, int64_t part) {
  lk_row_norm norm = j->norm;
  int64_t channels = norm.length / norm.run, count = norm.groups * channels;
  double *weights = j->sums + part * 2 * count, *biases = weights + count, n = (double)norm.length;
  memset(weights, 0, (size_t)(2 * count) * sizeof(double));
  int64_t last = norm.rows * (part + 1) / j->parts;
  for (int64_t row = norm.rows * part / j->parts; row < last; row++) {
    const float *x = j->x + row * norm.length, *g = j->grad + row * norm.length;
    float *out = j->out + row * norm.length, mean, inverse;
    row_moments(&norm, x, &mean, &inverse);
    int64_t first = row % norm.groups * channels;
    double sum = 0, dot = 0;
    if (norm.run == 1) {
      const float *w = j->weight ? j->weight + first : 0;
      double *own_weights = weights + first, *own_biases = biases + first;
      double sums[lanes] = {0}, dots[lanes] = {0};
      int64_t i = 0;
      if (w) for (; i + lanes <= norm.length; i += lanes) row_shares(x + i, g + i, w + i, mean, inverse, lanes, own_weights + i, own_biases + i, sums, dots);
      else for (; i + lanes <= norm.length; i += lanes) row_shares(x + i, g + i, 0, mean, inverse, lanes, own_weights + i, own_biases + i, sums, dots);
      if (w) row_shares(x + i, g + i, w + i, mean, inverse, norm.length - i, own_weights + i, own_biases + i, sums, dots);
      else row_shares(x + i, g + i, 0, mean, inverse, norm.length - i, own_weights + i, own_biases + i, sums, dots);
      sum = folded(sums);
      dot = folded(dots);
    } else {
      for (int64_t c = 0; c < channels; c++) {
        double sums[lanes] = {0}, dots[lanes] = {0};
        int64_t i = c * norm.run, end = i + norm.run;
        for (; i + lanes <= end; i += lanes) channel_shares(x + i, g + i, mean, inverse, lanes, sums, dots);
        channel_shares(x + i, g + i, mean, inverse, end - i, sums, dots);
        double w = j->weight ? (double)j->weight[first + c] : 1.0, total = folded(sums), product = folded(dots);
        biases[first + c] += total;
        weights[first + c] += product;
        sum += w * total;
        dot += w * product;
      }
    }
    double share = norm.centred ? sum / n : 0, slope = dot / n;
    for (int64_t c = 0; c < (norm.run == 1 ? 1 : channels); c++) {
      int64_t start = norm.run == 1 ? 0 : c * norm.run, end = norm.run == 1 ? norm.length : start + norm.run;
      const float *w = norm.run == 1 && j->weight ? j->weight + first : 0;
      double same = norm.run != 1 && j->weight ? (double)j->weight[first + c] : 1.0;
      if (w) {
        for (int64_t i = start; i < end; i++) {
          double normal = (double)((x[i] - mean) * inverse);
          out[i] = (float)(((double)g[i] * (double)w[i] - share - normal * slope) * (double)inverse);
        }
      } else {
        for (int64_t i = start; i < end; i++) {
          double normal = (double)((x[i] - mean) * inverse);
          out[i] = (float)(((double)g[i] * same - share - normal * slope) * (double)inverse);
        }
      }
    }
  }
}

static void norm_gradient_piece(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  for (int64_t part = from; part < to; part++) norm_gradient_part(context, part);
}

bool lk_row_norm_gradient_f32(lk_row_norm norm, const float *x, const float *grad, const float *weight, float *input,
    float *weight_gradient, float *bias_gradient) {
  int64_t count = norm.groups * (norm.run > 0 ? norm.length / norm.run : 0);
  int64_t parts = norm.rows * norm.length < 4 * block ? 1 : norm.rows < 16 ? norm.rows : 16;
  if (parts < 1) parts = 1;
  struct norm_job j = {.norm = norm, .x = x, .grad = grad, .weight = weight, .out = input, .parts = parts};
  int64_t bytes = parts * 2 * count * (int64_t)sizeof(double);
  j.sums = lk_buffer_allocate(bytes);
  if (!j.sums) return false;
  lk_parallel(parts, 1, &j, norm_gradient_piece);
  for (int64_t c = 0; c < count; c++) {
    double w = 0, b = 0;
    for (int64_t part = 0; part < parts; part++) {
      w += j.sums[part * 2 * count + c];
      b += j.sums[part * 2 * count + count + c];
    }
    weight_gradient[c] = (float)w;
    bias_gradient[c] = (float)b;
  }
  lk_buffer_free(j.sums, bytes);
  return true;
}
