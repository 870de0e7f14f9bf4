#pragma once
#include <stdbool.h>
#include <stdint.h>

/// MT19937: 624 state words and how many outputs of the current block are used up (624: twist before the next).
typedef struct {
  uint32_t words[624];
  int32_t position;
  bool started;
} lk_twister;

void lk_twister_seed(lk_twister *twister, uint32_t seed);
/// The next `count` 32-bit outputs.
void lk_twister_draw32(lk_twister *twister, uint32_t *out, int64_t count);
/// The next `count` 64-bit outputs; the first of each two draws is the high half.
void lk_twister_draw64(lk_twister *twister, uint64_t *out, int64_t count);
/// Uniform in [low, high): 24 random bits and one fused multiply-add each.
void lk_twister_uniform_f32(lk_twister *twister, float *out, int64_t count, float low, float high);
/// Uniform in [low, high): 53 random bits and one fused multiply-add each.
void lk_twister_uniform_f64(lk_twister *twister, double *out, int64_t count, double low, double high);
/// Turns blocks of 16 uniforms into 16 normal values each (Box-Muller, 8 pairs).
void lk_normal_blocks_f32(float *values, int64_t blocks, float mean, float std);
void lk_normal_blocks_f64(double *values, int64_t blocks, double mean, double std);
/// 0/1 mask: 53-bit uniform < probability, divided by `divisor`.
void lk_twister_mask_f32(lk_twister *twister, float *out, int64_t count, double probability, float divisor);
/// Random permutation of 0..<count (count - 1 draws).
void lk_twister_permutation(lk_twister *twister, int64_t *out, int64_t count);
/// out[i] = draws[i] mod range + low, for ranges below 2^28.
void lk_reduce_draws(const uint32_t *draws, uint32_t range, int64_t low, int64_t *out, int64_t n);
