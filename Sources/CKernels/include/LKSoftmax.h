#pragma once
#include <stdint.h>

/// softmax or its logarithm over the last dimension of `rows` x `n`. Lanes follow the processor, as PyTorch's do.
void lk_softmax_last_f32(const float *x, float *out, int64_t rows, int64_t n);
void lk_log_softmax_last_f32(const float *x, float *out, int64_t rows, int64_t n);
/// The same over the middle dimension of outer x n x inner.
void lk_softmax_inner_f32(const float *x, float *out, int64_t outer, int64_t n, int64_t inner);
void lk_log_softmax_inner_f32(const float *x, float *out, int64_t outer, int64_t n, int64_t inner);
/// Gradients over the last dimension: (g - sum(g * y)) * y, and g - exp(y) * sum(g).
void lk_softmax_gradient_last_f32(const float *g, const float *y, float *out, int64_t rows, int64_t n);
void lk_log_softmax_gradient_last_f32(const float *g, const float *y, float *out, int64_t rows, int64_t n);
/// Sum of -logp[i, target[i]] (times the target's weight) and of the weights, in PyTorch's eight-level order. Targets equal to
/// `ignored` are skipped; the caller has checked that all others lie in 0..<classes. `weight` may be null.
void lk_nll_sum_f32(const float *logp, const int64_t *target, const float *weight, int64_t rows, int64_t classes, int64_t ignored,
    float *total, float *total_weight);
