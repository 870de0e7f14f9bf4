#pragma once
#include "LKTypes.h"
#include <stdint.h>

/// Converts `n` elements side by side: floats to integers by cutting the fraction off (through int64), anything to bool by comparing
/// with 0, float64 to float16 through float32.
void lk_convert(enum lk_type from, enum lk_type to, const void *x, void *out, int64_t n);
