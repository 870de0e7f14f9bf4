#include "LKRandom.h"
#include "Multiversion.h"
#include <math.h>
#include <string.h>

void lk_twister_seed(lk_twister *twister, uint32_t seed) {
  uint32_t *state = twister->words;
  state[0] = seed;
  for (uint32_t j = 1; j < 624; j++) state[j] = 1812433253u * (state[j - 1] ^ (state[j - 1] >> 30)) + j;
  twister->position = 624;
  twister->started = false;
}

LK_INLINE uint32_t mix(uint32_t u, uint32_t v) {
  uint32_t y = (u & 0x80000000u) | (v & 0x7fffffffu);
  return (y >> 1) ^ (-(v & 1u) & 0x9908b0dfu);
}

/// A word depends on words 1 and 397 places further, so three plain loops vectorise.
LK_MULTI static void twist(uint32_t *restrict s) {
  uint32_t next[625];
  memcpy(next, s, 624 * sizeof(uint32_t));
  for (int i = 0; i < 227; i++) s[i] = next[i + 397] ^ mix(next[i], next[i + 1]);
  for (int i = 227; i < 454; i++) s[i] = s[i - 227] ^ mix(next[i], next[i + 1]);
  for (int i = 454; i < 623; i++) s[i] = s[i - 227] ^ mix(next[i], next[i + 1]);
  s[623] = s[396] ^ mix(next[623], s[0]);
}

LK_MULTI static void temper(const uint32_t *words, uint32_t *restrict out, int64_t count) {
  for (int64_t i = 0; i < count; i++) {
    uint32_t y = words[i];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680u;
    y ^= (y << 15) & 0xefc60000u;
    out[i] = y ^ (y >> 18);
  }
}

void lk_twister_draw32(lk_twister *twister, uint32_t *out, int64_t count) {
  while (count > 0) {
    if (twister->position >= 624) {
      twist(twister->words);
      twister->position = 0;
      twister->started = true;
    }
    int64_t part = 624 - twister->position;
    if (part > count) part = count;
    temper(twister->words + twister->position, out, part);
    twister->position += (int32_t)part;
    out += part;
    count -= part;
  }
}

void lk_twister_draw64(lk_twister *twister, uint64_t *out, int64_t count) {
  uint32_t draws[1024];
  while (count > 0) {
    int64_t part = count < 512 ? count : 512;
    lk_twister_draw32(twister, draws, 2 * part);
    for (int64_t i = 0; i < part; i++) out[i] = (uint64_t)draws[2 * i] << 32 | draws[2 * i + 1];
    out += part;
    count -= part;
  }
}

LK_MULTI static void to_uniform_f32(const uint32_t *draws, float *restrict out, int64_t count, float low, float high) {
  float width = high - low;
  for (int64_t i = 0; i < count; i++) {
    float x = (float)(int32_t)(draws[i] & 0xffffffu) * 0x1p-24f;
    float value = __builtin_fmaf(x, width, low);
    out[i] = value == high ? low : value;
  }
}

void lk_twister_uniform_f32(lk_twister *twister, float *out, int64_t count, float low, float high) {
  uint32_t draws[1024];
  while (count > 0) {
    int64_t part = count < 1024 ? count : 1024;
    lk_twister_draw32(twister, draws, part);
    to_uniform_f32(draws, out, part, low, high);
    out += part;
    count -= part;
  }
}

LK_MULTI static void to_uniform_f64(const uint64_t *draws, double *restrict out, int64_t count, double low, double high) {
  double width = high - low;
  for (int64_t i = 0; i < count; i++) {
    double x = (double)(int64_t)(draws[i] & 0x1fffffffffffffull) * 0x1p-53;
    double value = __builtin_fma(x, width, low);
    out[i] = value == high ? low : value;
  }
}

void lk_twister_uniform_f64(lk_twister *twister, double *out, int64_t count, double low, double high) {
  uint64_t draws[512];
  while (count > 0) {
    int64_t part = count < 512 ? count : 512;
    lk_twister_draw64(twister, draws, part);
    to_uniform_f64(draws, out, part, low, high);
    out += part;
    count -= part;
  }
}

LK_MULTI static void to_mask(const uint64_t *draws, float *restrict out, int64_t count, double probability, float kept) {
  for (int64_t i = 0; i < count; i++) {
    double x = (double)(int64_t)(draws[i] & 0x1fffffffffffffull) * 0x1p-53;
    out[i] = x < probability ? kept : 0.0f;
  }
}

void lk_twister_mask_f32(lk_twister *twister, float *out, int64_t count, double probability, float divisor) {
  uint64_t draws[512];
  while (count > 0) {
    int64_t part = count < 512 ? count : 512;
    lk_twister_draw64(twister, draws, part);
    to_mask(draws, out, part, probability, 1.0f / divisor);
    out += part;
    count -= part;
  }
}

LK_INLINE float bits_to_float(int32_t bits) {
  float value;
  memcpy(&value, &bits, 4);
  return value;
}

/// Natural logarithm of x in (0, 1], Cephes polynomial with fused steps.
LK_INLINE float log_lane(float x) {
  x = x > 0x1p-126f ? x : 0x1p-126f;
  int32_t bits;
  memcpy(&bits, &x, 4);
  float e = (float)((bits >> 23) - 126);
  float m = bits_to_float((bits & ~0x7f800000) | 0x3f000000);
  int small = m < 0.707106781186547524f;
  x = m - 1.0f;
  e = small ? e - 1.0f : e;
  x = small ? x + m : x;
  float z = x * x;
  float y = 7.0376836292e-2f;
  y = __builtin_fmaf(y, x, -1.1514610310e-1f);
  y = __builtin_fmaf(y, x, 1.1676998740e-1f);
  y = __builtin_fmaf(y, x, -1.2420140846e-1f);
  y = __builtin_fmaf(y, x, 1.4249322787e-1f);
  y = __builtin_fmaf(y, x, -1.6668057665e-1f);
  y = __builtin_fmaf(y, x, 2.0000714765e-1f);
  y = __builtin_fmaf(y, x, -2.4999993993e-1f);
  y = __builtin_fmaf(y, x, 3.3333331174e-1f);
  y = y * x;
  y = __builtin_fmaf(y, z, e * -2.12194440e-4f);
  y = __builtin_fmaf(z, -0.5f, y);
  x = x + y;
  return __builtin_fmaf(e, 0.693359375f, x);
}

LK_MULTI void lk_normal_blocks_f32(float *values, int64_t blocks, float mean, float std) {
  for (int64_t block = 0; block < blocks; block++) {
    float *v = values + 16 * block;
    for (int lane = 0; lane < 8; lane++) {
      float u1 = 1.0f - v[lane], u2 = v[lane + 8];
      float radius = __builtin_sqrtf(-2.0f * log_lane(u1));
      float t = 6.283185307179586f * u2;
      int32_t j = ((int32_t)(t * 1.27323954473516f) + 1) & ~1;
      float y = (float)j;
      float x = __builtin_fmaf(y, -0.78515625f, t);
      x = __builtin_fmaf(y, -2.4187564849853515625e-4f, x);
      x = __builtin_fmaf(y, -3.77489497744594108e-8f, x);
      float z = x * x;
      float c = __builtin_fmaf(2.443315711809948e-5f, z, -1.388731625493765e-3f);
      c = __builtin_fmaf(c, z, 4.166664568298827e-2f);
      c = c * z;
      c = __builtin_fmaf(c, z, -(z * 0.5f));
      c = c + 1.0f;
      float s = __builtin_fmaf(-1.9515295891e-4f, z, 8.3321608736e-3f);
      s = __builtin_fmaf(s, z, -1.6666654611e-1f);
      s = s * z;
      s = __builtin_fmaf(s, x, x);
      int swap = (j & 2) != 0;
      float sine = swap ? c : s, cosine = swap ? s : c;
      sine = (j & 4) ? -sine : sine;
      cosine = (~(j - 2) & 4) ? -cosine : cosine;
      v[lane] = __builtin_fmaf(radius * cosine, std, mean);
      v[lane + 8] = __builtin_fmaf(radius * sine, std, mean);
    }
  }
}

void lk_normal_blocks_f64(double *values, int64_t blocks, double mean, double std) {
  for (int64_t block = 0; block < blocks; block++) {
    double *v = values + 16 * block;
    for (int lane = 0; lane < 8; lane++) {
      double u1 = 1.0 - v[lane], u2 = v[lane + 8];
      double radius = sqrt(-2.0 * log(u1)), t = 2.0 * M_PI * u2;
      v[lane] = fma(radius * cos(t), std, mean);
      v[lane + 8] = fma(radius * sin(t), std, mean);
    }
  }
}

void lk_twister_permutation(lk_twister *twister, int64_t *out, int64_t count) {
  for (int64_t i = 0; i < count; i++) out[i] = i;
  uint32_t draws[624];
  int64_t used = 0, ready = 0;
  for (int64_t i = 0; i < count - 1; i++) {
    if (used == ready) {
      ready = count - 1 - i < 624 ? count - 1 - i : 624;
      used = 0;
      lk_twister_draw32(twister, draws, ready);
    }
    int64_t j = i + draws[used++] % (uint64_t)(count - i);
    int64_t kept = out[i];
    out[i] = out[j];
    out[j] = kept;
  }
}

LK_MULTI void lk_reduce_draws(const uint32_t *draws, uint32_t range, int64_t low, int64_t *out, int64_t n) {
  // The quotient's distance from the next whole number is at least 1 / range, more than double precision rounds away.
  double divisor = (double)range;
  for (int64_t i = 0; i < n; i++) {
    int64_t quotient = (int64_t)((double)draws[i] / divisor);
    out[i] = (int64_t)draws[i] - quotient * (int64_t)range + low;
  }
}
