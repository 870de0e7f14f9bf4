#pragma once
#include <stdbool.h>
#include <stdint.h>

/// Numbers in [n][channels][size] order. `rows` tells two-dimensional input, where PyTorch sums in float32 row by row, from planes,
/// where it sums in double.
typedef struct {
  int64_t n, channels, size;
  bool rows;
} lk_batch;

/// Mean and sum of squared deviations of each channel.
void lk_batch_statistics_f32(const float *x, lk_batch batch, float *mean, float *squares);
/// out = fma(x, alpha, beta), per channel.
void lk_batch_apply_f32(const float *x, lk_batch batch, const float *alpha, const float *beta, float *out);
/// Gradients with batch statistics: of the input (null: not wanted), weight and bias. `weight` may be null for ones.
void lk_batch_gradient_f32(const float *x, const float *g, lk_batch batch, const float *mean, const float *inverse,
    const float *weight, float *input, float *weight_gradient, float *bias_gradient);
