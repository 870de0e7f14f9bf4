#pragma once
#include "LKTypes.h"
#include <stdbool.h>
#include <stdint.h>

/// Running sums (or products) along the middle one of three dimensions, in double, each prefix rounded.
void lk_running_f32(bool product, const float *x, int64_t outer, int64_t n, int64_t inner, float *out);
/// Running sums of int64, wrapped around.
void lk_running_i64(const int64_t *x, int64_t outer, int64_t n, int64_t inner, int64_t *out);
/// The sum of each of `lines` rows of `n` whole numbers or truth values, wrapped around.
void lk_line_sums(enum lk_type type, const void *x, int64_t lines, int64_t n, int64_t *out);
