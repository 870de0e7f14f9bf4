#pragma once
#include <stdbool.h>
#include <stdint.h>

/// `n` numbers from `first` up and, in their second half, from `last` down by `step`, each with one rounding.
void lk_steps_f32(float first, float step, float last, float *out, int64_t n);

/// Most dimensions that a copy takes.
enum { lk_copy_rank = 64 };

/// Copies elements of 1, 2, 4 or 8 bytes between two layouts of one shape; strides count elements and may be 0 or negative in `x`.
/// The two do not overlap. Large copies use several threads.
void lk_copy(int bytes, int rank, const int64_t *shape, void *out, const int64_t *out_strides, const void *x, const int64_t *strides);

/// Copies `count` blocks of `size` bytes: block i of `out` is block places[i] of `x`. Places are known to be inside.
void lk_copy_blocks(const void *x, const int64_t *places, int64_t count, int64_t size, void *out);
/// The other way round: block places[i] of `out` becomes block i of `x`, or always block 0 where `same`; of equal places the last one wins.
void lk_place_blocks(const void *x, bool same, const int64_t *places, int64_t count, int64_t size, void *out);
/// Adds rows of `n` floats: row places[i] of `out` += row i of `x`, in the order of i.
void lk_add_rows_f32(const float *x, int64_t row, const int64_t *places, int64_t count, int64_t n, float *out);

/// Whether all places lie in low..<high.
bool lk_places_inside(const int64_t *places, int64_t count, int64_t low, int64_t high);

/// How many of `n` flags are set.
int64_t lk_count_flags(const bool *flags, int64_t n);
/// The positions of the flags that are set, as many as `lk_count_flags` says.
void lk_flag_places(const bool *flags, int64_t n, int64_t *places);
/// The elements of 1, 2, 4 or 8 bytes whose flag is set, one after another.
void lk_pick_flagged(int bytes, const void *x, const bool *flags, int64_t n, void *out);
