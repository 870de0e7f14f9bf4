#pragma once
#include <stdint.h>

/// Nonlinearities with numbers p[0], p[1], … of their own.
enum lk_activation_kind {
  /// x above 0, p0 * x below.
  lk_leaky_relu,
  /// p0 * x above 0, p1 * expm1(p2 * x) below; the gradient's factor below is p3 * exp(p2 * x).
  lk_elu,
  /// log1p(exp(p0 * x)) / p0, and x where p0 * x is above p1.
  lk_softplus,
  /// min(x, 0) - log1p(exp(-|x|)).
  lk_log_sigmoid,
  /// p0 … p1; the gradient is 0 at both.
  lk_hardtanh,
  /// x * tanh(log1p(exp(x))).
  lk_mish,
};

/// out[i] = f(x[i]), every step rounded to float32 as the single operations would.
void lk_activation_f32(enum lk_activation_kind kind, const float *x, const float *p, float *out, int64_t n);
/// out[i] = g[i] * f'(x[i]) likewise. Kinds whose slope has a sigmoid in it are left to that function's own loop.
void lk_activation_gradient_f32(enum lk_activation_kind kind, const float *g, const float *x, const float *p, float *out, int64_t n);
