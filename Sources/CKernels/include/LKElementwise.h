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
LK_DECLARE_UNARY(tanh) LK_DECLARE_UNARY(sin) LK_DECLARE_UNARY(cos) LK_DECLARE_UNARY(expm1) LK_DECLARE_UNARY(log1p) LK_DECLARE_UNARY(erf)
/// The square root of PyTorch on this processor: with AVX-512 up to one ulp off the exact root.
LK_DECLARE_UNARY(sqrt)
/// Vector formulas up to the last whole pair of vectors, the C library's for the rest.
LK_DECLARE_UNARY(sigmoid) LK_DECLARE_UNARY(silu)
/// x · Φ(x) as PyTorch has it with AVX-512; false, and nothing done, without.
bool lk_gelu_f32(const float *x, float *out, int64_t n);
