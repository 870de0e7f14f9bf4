#pragma once
#include <stdint.h>

/// Windows over `planes` images of in[0] x in[1] x in[2] pixels, each pixel `lanes` numbers wide (1 for row-major tensors, the
/// block of channels for oneDNN's layouts). Along dimension d, output o sees the inputs start[d][o], + step[d], … below end[d][o].
typedef struct {
  int64_t planes, lanes;
  int64_t in[3], out[3], step[3];
  const int32_t *start[3], *end[3];
} lk_windows;

/// Largest number of each window and its place within the plane (d * h * w order; `places` may be null). The first of equals wins;
/// NaN wins over all.
void lk_max_pool_f32(const float *x, float *out, int32_t *places, const lk_windows *windows);
void lk_max_pool_f64(const double *x, double *out, int32_t *places, const lk_windows *windows);
/// Sends each gradient to the place that won.
void lk_max_pool_gradient_f32(const float *g, const int32_t *places, float *out, const lk_windows *windows);
void lk_max_pool_gradient_f64(const double *g, const int32_t *places, double *out, const lk_windows *windows);
/// Sum of each window, divided by that output pixel's divisor (out[0] * out[1] * out[2] of them).
void lk_average_pool_f32(const float *x, float *out, const float *divisors, const lk_windows *windows);
void lk_average_pool_f64(const double *x, double *out, const double *divisors, const lk_windows *windows);
/// Spreads each gradient, divided by its window's divisor, over the window.
void lk_average_pool_gradient_f32(const float *g, float *out, const float *divisors, const lk_windows *windows);
void lk_average_pool_gradient_f64(const double *g, double *out, const double *divisors, const lk_windows *windows);
