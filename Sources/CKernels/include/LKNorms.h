#pragma once
#include <stdbool.h>
#include <stdint.h>

/// The p-norm of each of `rows` rows of `n` numbers, in PyTorch's order of additions: with `lanes` the squares of a row that lies in memory
/// without gaps go into eight sums, else the terms are added from left to right.
void lk_norms_f32(const float *x, float *out, int64_t rows, int64_t n, float p, bool lanes);
