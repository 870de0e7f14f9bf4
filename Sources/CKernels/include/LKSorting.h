#pragma once
#include "LKTypes.h"
#include <stdbool.h>
#include <stdint.h>

/// The first `count` of each of `lines` rows of `n` numbers (float32, float64 or int64) in order, and where they stood. Equal numbers keep
/// their order; not-a-number is the largest. False where there is no memory to sort in, or a row has 2^32 numbers.
bool lk_sort(enum lk_type type, bool descending, const void *x, int64_t lines, int64_t n, int64_t count, void *values, int64_t *places);
/// The number at place `k`, counted from 0, if `n` > k numbers were sorted; false, and nothing done, where one of them is not a number,
/// without AVX-512, or where there is no memory.
bool lk_kth_f32(const float *x, int64_t n, int64_t k, float *value);
