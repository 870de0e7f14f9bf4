#pragma once
#include <stdbool.h>
#include <stdint.h>

// Unary loops: out[i] = f(x[i]), both contiguous, `out` may be `x`.
#define LK_DECLARE_UNARY(name) void lk_##name##_f32(const float *x, float *out, int64_t n);
LK_DECLARE_UNARY(neg) LK_DECLARE_UNARY(abs) LK_DECLARE_UNARY(relu)
LK_DECLARE_UNARY(square) LK_DECLARE_UNARY(cube) LK_DECLARE_UNARY(rsqrt)
LK_DECLARE_UNARY(floor) LK_DECLARE_UNARY(ceil) LK_DECLARE_UNARY(round) LK_DECLARE_UNARY(trunc)
/// Computed in double and rounded once.
LK_DECLARE_UNARY(exp) LK_DECLARE_UNARY(log) LK_DECLARE_UNARY(log2) LK_DECLARE_UNARY(log10)
LK_DECLARE_UNARY(tanh) LK_DECLARE_UNARY(sin) LK_DECLARE_UNARY(cos) LK_DECLARE_UNARY(erf)
/// PyTorch's vector formulas, for every element.
LK_DECLARE_UNARY(expm1) LK_DECLARE_UNARY(log1p)
/// PyTorch's square root with AVX-512, on every processor: up to one ulp off the exact root.
LK_DECLARE_UNARY(sqrt)
/// Vector formulas up to the last whole pair of vectors, the C library's for the rest.
LK_DECLARE_UNARY(sigmoid) LK_DECLARE_UNARY(silu) LK_DECLARE_UNARY(exp2)
/// x · Φ(x) as PyTorch has it with AVX-512.
void lk_gelu_f32(const float *x, float *out, int64_t n);
/// The square root of one float32 number, as `lk_sqrt_f32` takes it.
float lk_root_f32(float x);
