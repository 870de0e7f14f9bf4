#pragma once
#include <stdbool.h>
#include <stdint.h>

// Binary loops: out[i] = f(a[i * as], b[i * bs]) for n elements. Strides count elements; 0 repeats one number. `out` is contiguous
// and may be one of the inputs. Long loops use several threads.
#define LK_DECLARE_BINARY(name, T, R) \
  void lk_##name(const T *a, int64_t as, const T *b, int64_t bs, R *out, int64_t n);
LK_DECLARE_BINARY(add_f32, float, float)
LK_DECLARE_BINARY(sub_f32, float, float)
LK_DECLARE_BINARY(mul_f32, float, float)
LK_DECLARE_BINARY(div_f32, float, float)
/// Gradients: g where x > 0 else +0; g * (1 - s) * s; g * (1 - t * t) with a fused step.
LK_DECLARE_BINARY(relu_gradient_f32, float, float)
LK_DECLARE_BINARY(sigmoid_gradient_f32, float, float)
LK_DECLARE_BINARY(tanh_gradient_f32, float, float)
/// out[i] = fma(b[i * bs], alpha, a[i * as]): add and sub with alpha, accumulation of gradients.
void lk_add_scaled_f32(const float *a, int64_t as, const float *b, int64_t bs, float alpha, float *out, int64_t n);

// Unary loops: out[i] = f(x[i]), both contiguous, `out` may be `x`.
#define LK_DECLARE_UNARY(name) void lk_##name##_f32(const float *x, float *out, int64_t n);
LK_DECLARE_UNARY(neg) LK_DECLARE_UNARY(abs) LK_DECLARE_UNARY(relu)
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
