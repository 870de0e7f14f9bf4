#pragma once
#include <stdbool.h>
#include <stdint.h>

/// Most dimensions that these functions take.
enum { lk_max_rank = 64 };

/// Sums over the marked dimensions, in PyTorch's order of additions. `out` holds the kept dimensions in row-major order.
void lk_sum_f32(const float *x, int rank, const int64_t *shape, const int64_t *strides, const bool *reduced, float *out);
void lk_sum_f64(const double *x, int rank, const int64_t *shape, const int64_t *strides, const bool *reduced, double *out);
/// The product of `n` neighbouring numbers, in PyTorch's order.
float lk_product_f32(const float *x, int64_t n);
double lk_product_f64(const double *x, int64_t n);
