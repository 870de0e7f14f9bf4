#pragma once
#include "LKTypes.h"
#include <stdbool.h>
#include <stdint.h>

/// The largest (or smallest) of each of `outer` x `inner` lines of `n` elements, which lie `inner` apart, and its first position; a
/// not-a-number wins over everything. For float32, float64 and int64; `values` may be null, and `places` where `inner` is 1.
void lk_extremes(enum lk_type type, bool smallest, const void *x, int64_t outer, int64_t n, int64_t inner, void *values, int64_t *places);
