#pragma once
#include <stdbool.h>
#include <stdint.h>

/// Most dimensions that these functions take.
enum { lk_max_rank = 64 };

/// Sums over the marked dimensions, in PyTorch's order of additions. `out` holds the kept dimensions in row-major order.
void lk_sum_f32(const float *x, int rank, const int64_t *shape, const int64_t *strides, const bool *reduced, float *out);
void lk_sum_f64(const double *x, int rank, const int64_t *shape, const int64_t *strides, const bool *reduced, double *out);
/// Running sums of `n` numbers in double, each prefix rounded.
void lk_cumsum_f32(const float *x, int64_t stride, float *out, int64_t out_stride, int64_t n);
/// Index of the first largest (or smallest) of `n` numbers; a NaN wins over everything.
int64_t lk_argmax_f32(const float *x, int64_t stride, int64_t n);
int64_t lk_argmin_f32(const float *x, int64_t stride, int64_t n);
