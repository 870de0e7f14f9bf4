#pragma once
#include <stdint.h>

/// Works on rows of n numbers.
typedef void (*lk_rows)(const float *x, float *out, int64_t rows, int64_t n);
typedef void (*lk_gradient_rows)(const float *g, const float *y, float *out, int64_t rows, int64_t n);

// With AVX-512: sixteen running sums where other processors have eight, as PyTorch's do.
void lk_softmax_rows_16(const float *x, float *out, int64_t rows, int64_t n);
void lk_log_softmax_rows_16(const float *x, float *out, int64_t rows, int64_t n);
void lk_softmax_gradient_rows_16(const float *g, const float *y, float *out, int64_t rows, int64_t n);
void lk_log_softmax_gradient_rows_16(const float *g, const float *y, float *out, int64_t rows, int64_t n);
/// Softmax or its logarithm over columns: n rows of `count` numbers, at most 64, that lie `inner` apart.
void lk_softmax_columns_16(const float *x, float *out, int64_t n, int64_t inner, int64_t count, int logarithm);
