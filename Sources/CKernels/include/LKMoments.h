#pragma once
#include <stdbool.h>
#include <stdint.h>

/// The mean of each of `lines` rows of `n` numbers, in double, and the sum of squared distances from it. Long rows are worked on in blocks
/// of one size, so that results do not depend on the number of threads.
void lk_moments_f32(const float *x, int64_t lines, int64_t n, double *mean, double *squares);
void lk_moments_f64(const double *x, int64_t lines, int64_t n, double *mean, double *squares);

/// Rows that are normalised one by one. Element i of row r belongs to channel (r mod groups) * length / run + i / run.
typedef struct {
  int64_t rows, length, groups, run;
  /// Whether the mean is taken off.
  bool centred;
  double epsilon;
} lk_row_norm;

/// out = (x - mean) * inverse * weight + bias; `weight` and `bias`, one number a channel, may be null.
void lk_row_norm_f32(lk_row_norm norm, const float *x, const float *weight, const float *bias, float *out);
/// The gradients of input, weight and bias from that of the result; false where there is no memory for their sums.
bool lk_row_norm_gradient_f32(lk_row_norm norm, const float *x, const float *grad, const float *weight, float *input,
    float *weight_gradient, float *bias_gradient);
