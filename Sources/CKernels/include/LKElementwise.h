#pragma once
#include <stdbool.h>
#include <stdint.h>

// Binary loops: out[i] = f(a[i * as], b[i * bs]) for n elements. Strides count elements; 0 repeats one number. `out` is contiguous
// and may be one of the inputs. Long loops use several threads.
#define LK_DECLARE_BINARY(name, T, R) \
  void lk_##name(const T *a, int64_t as, const T *b, int64_t bs, R *out, int64_t n);
#define LK_DECLARE_ARITHMETIC(suffix, T) \
  LK_DECLARE_BINARY(add_##suffix, T, T) LK_DECLARE_BINARY(sub_##suffix, T, T) \
  LK_DECLARE_BINARY(mul_##suffix, T, T) LK_DECLARE_BINARY(max_##suffix, T, T) LK_DECLARE_BINARY(min_##suffix, T, T) \
  LK_DECLARE_BINARY(eq_##suffix, T, bool) LK_DECLARE_BINARY(ne_##suffix, T, bool) \
  LK_DECLARE_BINARY(lt_##suffix, T, bool) LK_DECLARE_BINARY(le_##suffix, T, bool) \
  LK_DECLARE_BINARY(gt_##suffix, T, bool) LK_DECLARE_BINARY(ge_##suffix, T, bool)
LK_DECLARE_ARITHMETIC(f32, float)
LK_DECLARE_ARITHMETIC(f64, double)
LK_DECLARE_ARITHMETIC(i64, int64_t)
LK_DECLARE_BINARY(div_f32, float, float)
LK_DECLARE_BINARY(div_f64, double, double)
/// Gradients: g where x > 0 else +0; g * (1 - s) * s; g * (1 - t * t) with a fused step.
LK_DECLARE_BINARY(relu_gradient_f32, float, float)
LK_DECLARE_BINARY(relu_gradient_f64, double, double)
LK_DECLARE_BINARY(sigmoid_gradient_f32, float, float)
LK_DECLARE_BINARY(tanh_gradient_f32, float, float)
/// out[i] = fma(b[i * bs], alpha, a[i * as]): add and sub with alpha, accumulation of gradients.
void lk_add_scaled_f32(const float *a, int64_t as, const float *b, int64_t bs, float alpha, float *out, int64_t n);
void lk_add_scaled_f64(const double *a, int64_t as, const double *b, int64_t bs, double alpha, double *out, int64_t n);

// Unary loops: out[i] = f(x[i]), both contiguous, `out` may be `x`.
#define LK_DECLARE_UNARY(name) void lk_##name##_f32(const float *x, float *out, int64_t n);
LK_DECLARE_UNARY(neg) LK_DECLARE_UNARY(abs) LK_DECLARE_UNARY(relu) LK_DECLARE_UNARY(reciprocal)
LK_DECLARE_UNARY(square) LK_DECLARE_UNARY(cube) LK_DECLARE_UNARY(rsqrt)
LK_DECLARE_UNARY(floor) LK_DECLARE_UNARY(ceil) LK_DECLARE_UNARY(round) LK_DECLARE_UNARY(trunc)
/// Computed in double and rounded once.
LK_DECLARE_UNARY(exp) LK_DECLARE_UNARY(log) LK_DECLARE_UNARY(log2) LK_DECLARE_UNARY(log10)
LK_DECLARE_UNARY(tanh) LK_DECLARE_UNARY(sin) LK_DECLARE_UNARY(cos) LK_DECLARE_UNARY(expm1) LK_DECLARE_UNARY(log1p) LK_DECLARE_UNARY(erf)
/// The square root of PyTorch on this processor: with AVX-512 up to one ulp off the exact root.
LK_DECLARE_UNARY(sqrt)
/// Vector formulas up to the last whole pair of vectors, the C library's for the rest.
LK_DECLARE_UNARY(sigmoid) LK_DECLARE_UNARY(silu)
/// x · Φ(x) as PyTorch has it with AVX-512; false, and nothing done, without.
bool lk_gelu_f32(const float *x, float *out, int64_t n);
void lk_relu_f64(const double *x, double *out, int64_t n);

void lk_fill_f32(float *out, float value, int64_t n);
void lk_u8_to_f32(const uint8_t *x, float *out, int64_t n);
void lk_i64_to_f32(const int64_t *x, float *out, int64_t n);
void lk_f32_to_f64(const float *x, double *out, int64_t n);
void lk_f64_to_f32(const double *x, float *out, int64_t n);
/// Copies a matrix of 4- or 8-byte elements whose rows and columns lie at the given strides (in elements) to rows without gaps.
void lk_copy_matrix_4(const void *x, int64_t row_stride, int64_t column_stride, void *out, int64_t rows, int64_t columns);
void lk_copy_matrix_8(const void *x, int64_t row_stride, int64_t column_stride, void *out, int64_t rows, int64_t columns);
