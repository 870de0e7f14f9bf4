#pragma once
#include "LKTypes.h"
#include <stdbool.h>
#include <stdint.h>

/// Operations on two elements of one type. Integers wrap around; `add` is `or` and `mul` is `and` for bool. `max` and `min` let
/// not-a-number win. The comparisons and logical operations give bool.
enum lk_operation {
  lk_op_add, lk_op_sub, lk_op_mul, lk_op_max, lk_op_min,
  lk_op_eq, lk_op_ne, lk_op_lt, lk_op_le, lk_op_gt, lk_op_ge, lk_op_and, lk_op_or, lk_op_xor,
};

/// out[i] = a[i * as] op b[i * bs] for all element types but float16. Strides count elements; 0 repeats one number. `out` may be an input.
void lk_binary(enum lk_operation op, enum lk_type type, const void *a, int64_t as, const void *b, int64_t bs, void *out, int64_t n);

// The same for float32, without a choice at run time.
#define LK_DECLARE_LOOP(name) void lk_##name##_f32(const float *a, int64_t as, const float *b, int64_t bs, float *out, int64_t n);
LK_DECLARE_LOOP(add) LK_DECLARE_LOOP(sub) LK_DECLARE_LOOP(mul) LK_DECLARE_LOOP(div)
/// Gradients: g where x > 0 else +0; g * (1 - s) * s; g * (1 - t * t) with a fused step.
LK_DECLARE_LOOP(relu_gradient) LK_DECLARE_LOOP(sigmoid_gradient) LK_DECLARE_LOOP(tanh_gradient)
/// out[i] = fma(b[i * bs], alpha, a[i * as]): add and sub with alpha, accumulation of gradients.
void lk_add_scaled_f32(const float *a, int64_t as, const float *b, int64_t bs, float alpha, float *out, int64_t n);

/// out[i] = mask[i * ms] ? a[i * as] : b[i * bs] for elements of 1, 2, 4 or 8 bytes.
void lk_select(int bytes, const bool *mask, int64_t ms, const void *a, int64_t as, const void *b, int64_t bs, void *out, int64_t n);

/// Limits numbers to low...high; not-a-number stays.
void lk_clamp_f32(const float *x, float low, float high, float *out, int64_t n);
void lk_clamp_f64(const double *x, double low, double high, double *out, int64_t n);
void lk_clamp_i64(const int64_t *x, int64_t low, int64_t high, int64_t *out, int64_t n);
/// -1, 0 or 1; 0 for not-a-number.
void lk_sign_f32(const float *x, float *out, int64_t n);

/// out = fma(value * y, z, x), with the strides of each operand.
void lk_addcmul_f32(const float *x, int64_t xs, const float *y, int64_t ys, const float *z, int64_t zs, float value, float *out, int64_t n);
/// out = x + weight * (end - x), from whichever end is nearer.
void lk_lerp_f32(const float *x, int64_t xs, const float *end, int64_t es, float weight, float *out, int64_t n);

/// Whole-number division and remainders of floats: floor(a / b) exactly, a - b * floor(a / b), and the remainder with a's sign.
void lk_floor_divide_f32(const float *a, int64_t as, const float *b, int64_t bs, float *out, int64_t n);
void lk_remainder_f32(const float *a, int64_t as, const float *b, int64_t bs, float *out, int64_t n);
void lk_fmod_f32(const float *a, int64_t as, const float *b, int64_t bs, float *out, int64_t n);
/// a to the power b, in double and rounded once.
void lk_pow_f32(const float *a, int64_t as, const float *b, int64_t bs, float *out, int64_t n);

/// Whole-number division: the quotient rounded down or cut off, and the remainder with b's or a's sign. No `b` is 0.
enum lk_division { lk_division_floor, lk_division_truncate, lk_division_remainder, lk_division_rest };
void lk_divide_whole(enum lk_division mode, const int64_t *a, const int64_t *b, int64_t bs, int64_t *out, int64_t n);
