#include "LKArithmetic.h"
#include "LKThreads.h"
#include "VectorForms.h"
#include <math.h>

/// Elements below which a second thread costs more than it brings.
enum { grain = 32768 };
#define SAFE _Pragma("clang loop vectorize(assume_safety) interleave(enable)")
// Gathering operands from far apart gains nothing from vectors, whose code would be the largest part.
#define PLAIN _Pragma("clang loop vectorize(disable) unroll(disable)")

// One loop an operation and type: both operands side by side, one of them repeated, or any strides.
#define LOOP(name, T, R, EXPRESSION) \
  LK_MULTI static void name(const void *pa, int64_t as, const void *pb, int64_t bs, void *po, int64_t n) { \
    const T *a = pa, *b = pb; \
    R *out = po; \
    if (as == 1 && bs == 1) { \
      SAFE for (int64_t i = 0; i < n; i++) { T x = a[i], y = b[i]; out[i] = (R)(EXPRESSION); } \
    } else if (as == 1 && bs == 0) { \
      T y = *b; \
      SAFE for (int64_t i = 0; i < n; i++) { T x = a[i]; out[i] = (R)(EXPRESSION); } \
    } else if (as == 0 && bs == 1) { \
      T x = *a; \
      SAFE for (int64_t i = 0; i < n; i++) { T y = b[i]; out[i] = (R)(EXPRESSION); } \
    } else { \
      PLAIN for (int64_t i = 0; i < n; i++) { T x = a[i * as], y = b[i * bs]; out[i] = (R)(EXPRESSION); } \
    } \
  }

#define COMPARISONS(suffix, T) \
  LOOP(eq_##suffix, T, bool, x == y) LOOP(ne_##suffix, T, bool, x != y) LOOP(lt_##suffix, T, bool, x < y) \
  LOOP(le_##suffix, T, bool, x <= y) LOOP(gt_##suffix, T, bool, x > y) LOOP(ge_##suffix, T, bool, x >= y) \
  LOOP(and_##suffix, T, bool, (x != 0) & (y != 0)) LOOP(or_##suffix, T, bool, (x != 0) | (y != 0)) \
  LOOP(xor_##suffix, T, bool, (x != 0) ^ (y != 0))
#define WHOLE(suffix, T, U) \
  LOOP(add_##suffix, T, T, (U)x + (U)y) LOOP(sub_##suffix, T, T, (U)x - (U)y) LOOP(mul_##suffix, T, T, (U)x * (U)y) \
  LOOP(max_##suffix, T, T, x > y ? x : y) LOOP(min_##suffix, T, T, x < y ? x : y) COMPARISONS(suffix, T)
#define FLOATING(suffix, T) \
  LOOP(add_##suffix, T, T, x + y) LOOP(sub_##suffix, T, T, x - y) LOOP(mul_##suffix, T, T, x * y) \
  LOOP(max_##suffix, T, T, x != x || x > y ? x : y) LOOP(min_##suffix, T, T, x != x || x < y ? x : y) COMPARISONS(suffix, T)

// Truth values are bytes of 0 or 1.
LOOP(add_truth, uint8_t, uint8_t, x | y)
LOOP(sub_truth, uint8_t, uint8_t, x ^ y)
LOOP(mul_truth, uint8_t, uint8_t, x & y)
LOOP(max_truth, uint8_t, uint8_t, x | y)
LOOP(min_truth, uint8_t, uint8_t, x & y)
COMPARISONS(truth, uint8_t)
WHOLE(u8, uint8_t, uint32_t)
WHOLE(i8, int8_t, uint32_t)
WHOLE(i16, int16_t, uint32_t)
WHOLE(i32, int32_t, uint32_t)
WHOLE(i64, int64_t, uint64_t)
FLOATING(f32, float)
FLOATING(f64, double)

typedef void (*loop)(const void *a, int64_t as, const void *b, int64_t bs, void *out, int64_t n);
#define ROW(s) \
  {add_##s, sub_##s, mul_##s, max_##s, min_##s, eq_##s, ne_##s, lt_##s, le_##s, gt_##s, ge_##s, and_##s, or_##s, xor_##s}
static const loop loops[9][14] = {ROW(truth), ROW(u8), ROW(i8), ROW(i16), ROW(i32), ROW(i64), {0}, ROW(f32), ROW(f64)};
static const int sizes[9] = {1, 1, 1, 2, 4, 8, 2, 4, 8};

struct job {
  loop run;
  const char *a, *b;
  int64_t as, bs;
  char *out;
  int size, out_size;
};

static void piece(void *context, int64_t from, int64_t to, int number) {
  (void)number;
  const struct job *j = context;
  j->run(j->a + from * j->as * j->size, j->as, j->b + from * j->bs * j->size, j->bs, j->out + from * j->out_size, to - from);
}

static void in_pieces(loop run, const void *a, int64_t as, const void *b, int64_t bs, void *out, int64_t n, int size, int out_size) {
  if (n < 2 * grain) {
    run(a, as, b, bs, out, n);
    return;
  }
  struct job job = {run, a, b, as, bs, out, size, out_size};
  lk_parallel(n, grain, &job, piece);
}

void lk_binary(enum lk_operation op, enum lk_type type, const void *a, int64_t as, const void *b, int64_t bs, void *out, int64_t n) {
  if (type == lk_f16) return;
  in_pieces(loops[type][op], a, as, b, bs, out, n, sizes[type], op >= lk_op_eq ? 1 : sizes[type]);
}

// Loops over float32 that are called directly.
LOOP(div_f32, float, float, x / y)
LOOP(relu_gradient_f32, float, float, y > 0 ? x : 0.0f)
LOOP(sigmoid_gradient_f32, float, float, (x * (1.0f - y)) * y)
LOOP(tanh_gradient_f32, float, float, x * __builtin_fmaf(-y, y, 1.0f))
#define CALLED(name) \
  void lk_##name(const float *a, int64_t as, const float *b, int64_t bs, float *out, int64_t n) { \
    in_pieces(name, a, as, b, bs, out, n, sizeof(float), sizeof(float)); \
  }
CALLED(add_f32)
CALLED(sub_f32)
CALLED(mul_f32)
CALLED(div_f32)
CALLED(relu_gradient_f32)
CALLED(sigmoid_gradient_f32)
CALLED(tanh_gradient_f32)

struct add_scaled {
  const float *a, *b;
  int64_t as, bs;
  float alpha, *out;
};

LK_MULTI static void add_scaled_piece(void *context, int64_t from, int64_t to, int number) {
  (void)number;
  const struct add_scaled j = *(const struct add_scaled *)context;
  if (j.as == 1 && j.bs == 1) {
    SAFE for (int64_t i = from; i < to; i++) j.out[i] = __builtin_fmaf(j.b[i], j.alpha, j.a[i]);
  } else {
    SAFE for (int64_t i = from; i < to; i++) j.out[i] = __builtin_fmaf(j.b[i * j.bs], j.alpha, j.a[i * j.as]);
  }
}

void lk_add_scaled_f32(const float *a, int64_t as, const float *b, int64_t bs, float alpha, float *out, int64_t n) {
  struct add_scaled job = {a, b, as, bs, alpha, out};
  lk_parallel(n, grain, &job, add_scaled_piece);
}

struct selection {
  const bool *mask;
  const char *a, *b;
  char *out;
  int64_t ms, as, bs;
  int bytes;
};

#define SELECT(bytes, T) \
  LK_MULTI static void select_##bytes(const bool *mask, int64_t ms, const T *a, int64_t as, const T *b, int64_t bs, T *out, int64_t n) { \
    if (ms == 1 && as == 1 && bs == 1) { \
      SAFE for (int64_t i = 0; i < n; i++) { T x = a[i], y = b[i]; out[i] = mask[i] ? x : y; } \
    } else if (ms == 1 && as == 1 && bs == 0) { \
      T y = *b; \
      SAFE for (int64_t i = 0; i < n; i++) { T x = a[i]; out[i] = mask[i] ? x : y; } \
    } else if (ms == 1 && as == 0 && bs == 1) { \
      T x = *a; \
      SAFE for (int64_t i = 0; i < n; i++) { T y = b[i]; out[i] = mask[i] ? x : y; } \
    } else { \
      PLAIN for (int64_t i = 0; i < n; i++) { T x = a[i * as], y = b[i * bs]; out[i] = mask[i * ms] ? x : y; } \
    } \
  }
SELECT(1, uint8_t)
SELECT(2, uint16_t)
SELECT(4, uint32_t)
SELECT(8, uint64_t)

#define SELECT_PART(bytes, T) \
  select_##bytes(s->mask + from * s->ms, s->ms, (const T *)s->a + from * s->as, s->as, (const T *)s->b + from * s->bs, s->bs, \
      (T *)s->out + from, to - from)

static void select_piece(void *context, int64_t from, int64_t to, int number) {
  (void)number;
  const struct selection *s = context;
  switch (s->bytes) {
    case 1: SELECT_PART(1, uint8_t); break;
    case 2: SELECT_PART(2, uint16_t); break;
    case 4: SELECT_PART(4, uint32_t); break;
    default: SELECT_PART(8, uint64_t);
  }
}

void lk_select(int bytes, const bool *mask, int64_t ms, const void *a, int64_t as, const void *b, int64_t bs, void *out, int64_t n) {
  struct selection s = {mask, a, b, out, ms, as, bs, bytes};
  if (n < 2 * grain) select_piece(&s, 0, n, 0);
  else lk_parallel(n, grain, &s, select_piece);
}

// Operations with numbers beside their operands.
#define CLAMP(suffix, T) \
  struct clamp_##suffix { const T *x; T low, high, *out; }; \
  LK_MULTI static void limit_##suffix(void *context, int64_t from, int64_t to, int number) { \
    (void)number; \
    const struct clamp_##suffix *j = context; \
    const T *x = j->x, low = j->low, high = j->high; \
    T *out = j->out; \
    SAFE for (int64_t i = from; i < to; i++) { \
      T y = x[i]; \
      y = y < low ? low : y; \
      out[i] = y > high ? high : y; \
    } \
  } \
  void lk_clamp_##suffix(const T *x, T low, T high, T *out, int64_t n) { \
    struct clamp_##suffix j = {x, low, high, out}; \
    lk_parallel(n, grain, &j, limit_##suffix); \
  }
CLAMP(f32, float)
CLAMP(f64, double)
CLAMP(i64, int64_t)

LOOP(signs, float, float, (x > 0 ? 1.0f : 0.0f) - (y < 0 ? 1.0f : 0.0f))
void lk_sign_f32(const float *x, float *out, int64_t n) { in_pieces(signs, x, 1, x, 1, out, n, 4, 4); }

struct three {
  const float *x, *y, *z;
  int64_t xs, ys, zs;
  float value, *out;
};

LK_MULTI static void addcmul_piece(void *context, int64_t from, int64_t to, int number) {
  (void)number;
  const struct three j = *(const struct three *)context;
  if (j.xs == 1 && j.ys == 1 && j.zs == 1) {
    SAFE for (int64_t i = from; i < to; i++) j.out[i] = __builtin_fmaf(j.value * j.y[i], j.z[i], j.x[i]);
  } else {
    SAFE for (int64_t i = from; i < to; i++) j.out[i] = __builtin_fmaf(j.value * j.y[i * j.ys], j.z[i * j.zs], j.x[i * j.xs]);
  }
}

void lk_addcmul_f32(const float *x, int64_t xs, const float *y, int64_t ys, const float *z, int64_t zs, float value, float *out, int64_t n) {
  struct three j = {x, y, z, xs, ys, zs, value, out};
  lk_parallel(n, grain, &j, addcmul_piece);
}

LK_MULTI static void lerp_piece(void *context, int64_t from, int64_t to, int number) {
  (void)number;
  const struct three j = *(const struct three *)context;
  float w = j.value;
  // Written twice, because a choice inside the loop would be made for every element.
  if (w < 0.5f) {
    SAFE for (int64_t i = from; i < to; i++) {
      float x = j.x[i * j.xs], end = j.y[i * j.ys];
      j.out[i] = __builtin_fmaf(w, end - x, x);
    }
  } else {
    SAFE for (int64_t i = from; i < to; i++) {
      float x = j.x[i * j.xs], end = j.y[i * j.ys];
      j.out[i] = __builtin_fmaf(end - x, w - 1.0f, end);
    }
  }
}

void lk_lerp_f32(const float *x, int64_t xs, const float *end, int64_t es, float weight, float *out, int64_t n) {
  struct three j = {.x = x, .y = end, .xs = xs, .ys = es, .value = weight, .out = out};
  lk_parallel(n, grain, &j, lerp_piece);
}

// Functions that vectors compute for all but a few odd operands, which the C library does one by one afterwards. Operands are kept
// aside, because `out` may be one of them.
#define WITH_EXCEPTIONS(name, ODD, VECTOR, SCALAR) \
  LK_MULTI static void name(const void *pa, int64_t as, const void *pb, int64_t bs, void *po, int64_t n) { \
    enum { most = 512 }; \
    const float *a = pa, *b = pb; \
    float *out = po; \
    for (int64_t start = 0; start < n; start += most) { \
      int64_t count = n - start < most ? n - start : most; \
      float xs[most], ys[most]; \
      int odd = 0; \
      for (int64_t i = 0; i < count; i++) { \
        float x = a[(start + i) * as], y = b[(start + i) * bs]; \
        xs[i] = x; \
        ys[i] = y; \
        odd |= (ODD); \
      } \
      SAFE for (int64_t i = 0; i < count; i++) { float x = xs[i], y = ys[i]; out[start + i] = (VECTOR); } \
      if (!odd) continue; \
      for (int64_t i = 0; i < count; i++) { \
        float x = xs[i], y = ys[i]; \
        if (ODD) out[start + i] = (SCALAR); \
      } \
    } \
  }

/// The remainder with x's sign. The quotient of two float32 numbers below 2^28 is far enough from the next whole number that rounding it
/// in double cannot cross one, and its product with y is exact.
LK_INLINE float vector_fmod(float x, float y) {
  double q = __builtin_trunc((double)x / (double)y);
  return __builtin_copysignf((float)__builtin_fma(-q, (double)y, (double)x), x);
}
LK_INLINE int odd_division(float x, float y) { return !(__builtin_fabsf(x) < 0x1p28f * __builtin_fabsf(y)) | !(__builtin_fabsf(y) < 0x1p100f); }

static float slow_remainder(float x, float y) {
  float r = fmodf(x, y);
  return r != 0 && (y < 0) != (r < 0) ? r + y : r;
}
static float slow_floor_divide(float x, float y) {
  if (y == 0) return x / y;
  float r = fmodf(x, y), quotient = (x - r) / y;
  if (r != 0 && (y < 0) != (r < 0)) quotient -= 1;
  if (quotient == 0) return __builtin_copysignf(0.0f, x / y);
  float whole = __builtin_floorf(quotient);
  return quotient - whole > 0.5f ? whole + 1 : whole;
}
LK_INLINE float vector_remainder(float x, float y) {
  float r = vector_fmod(x, y);
  return ((r != 0) & ((y < 0) != (r < 0))) ? r + y : r;
}
LK_INLINE float vector_floor_divide(float x, float y) {
  float r = vector_fmod(x, y), quotient = (x - r) / y;
  quotient = ((r != 0) & ((y < 0) != (r < 0))) ? quotient - 1 : quotient;
  float whole = __builtin_floorf(quotient);
  whole = quotient - whole > 0.5f ? whole + 1 : whole;
  return quotient == 0 ? __builtin_copysignf(0.0f, x / y) : whole;
}
WITH_EXCEPTIONS(fmods, odd_division(x, y), vector_fmod(x, y), fmodf(x, y))
WITH_EXCEPTIONS(remainders, odd_division(x, y), vector_remainder(x, y), slow_remainder(x, y))
WITH_EXCEPTIONS(floor_divisions, odd_division(x, y), vector_floor_divide(x, y), slow_floor_divide(x, y))

/// Finite bases but zero, and powers that stay far from the ends of the range; everything else has rules of its own.
LK_INLINE int odd_power(float x, float y) {
  return !(x != 0.0f && __builtin_fabsf(x) < __builtin_inff() && __builtin_fabsf(y) < 0x1p20f && x != 1.0f && y != 0.0f);
}
LK_INLINE float vector_power(float x, float y) {
  float power = lk_powv(__builtin_fabsf(x), y), whole = __builtin_truncf(y), half = y * 0.5f;
  float sign = whole != y ? __builtin_nanf("") : __builtin_truncf(half) != half ? -1.0f : 1.0f;
  return x > 0.0f ? power : power * sign;
}
WITH_EXCEPTIONS(power_vectors, odd_power(x, y), vector_power(x, y), powf(x, y))

/// The elements that fill no pair of AVX-512's vectors go through the C library one by one.
static void powers(const void *pa, int64_t as, const void *pb, int64_t bs, void *po, int64_t n) {
  int64_t whole = n - n % 32;
  // Kept aside, because `out` may be one of the operands, of which one may be a single number.
  float rest[32];
  for (int64_t i = whole; i < n; i++) rest[i - whole] = powf(((const float *)pa)[i * as], ((const float *)pb)[i * bs]);
  power_vectors(pa, as, pb, bs, po, whole);
  for (int64_t i = whole; i < n; i++) ((float *)po)[i] = rest[i - whole];
}

#define FOUR_BYTES(name, run) \
  void lk_##name##_f32(const float *a, int64_t as, const float *b, int64_t bs, float *out, int64_t n) { \
    in_pieces(run, a, as, b, bs, out, n, 4, 4); \
  }
FOUR_BYTES(fmod, fmods)
FOUR_BYTES(remainder, remainders)
FOUR_BYTES(floor_divide, floor_divisions)
FOUR_BYTES(pow, powers)

struct division {
  const int64_t *a, *b;
  int64_t bs, *out;
  enum lk_division mode;
};

LK_INLINE int64_t finished(enum lk_division mode, int64_t a, int64_t b, int64_t q) {
  int64_t r = (int64_t)((uint64_t)a - (uint64_t)q * (uint64_t)b);
  int64_t uneven = (r != 0) & ((r < 0) != (b < 0));
  switch (mode) {
    case lk_division_floor: return q - uneven;
    case lk_division_truncate: return q;
    case lk_division_remainder: return r + (uneven ? b : 0);
    default: return r;
  }
}

/// Below 2^51 a quotient in double is rounded by less than its distance from the next whole number.
LK_INLINE void division_block(enum lk_division mode, const int64_t *a, const int64_t *b, int64_t bs, int64_t *out, int64_t n) {
  const int64_t limit = (int64_t)1 << 51;
  int large = 0;
  for (int64_t i = 0; i < n; i++) large |= (a[i] >= limit) | (a[i] <= -limit) | (b[i * bs] >= limit) | (b[i * bs] <= -limit);
  if (!large) {
    SAFE for (int64_t i = 0; i < n; i++) {
      int64_t x = a[i], y = b[i * bs];
      out[i] = finished(mode, x, y, (int64_t)((double)x / (double)y));
    }
    return;
  }
  for (int64_t i = 0; i < n; i++) {
    int64_t x = a[i], y = b[i * bs];
    // The smallest number by -1 wraps around.
    out[i] = finished(mode, x, y, y == -1 ? (int64_t)(0 - (uint64_t)x) : x / y);
  }
}

LK_MULTI static void division_piece(void *context, int64_t from, int64_t to, int number) {
  (void)number;
  const struct division j = *(const struct division *)context;
  enum { most = 512 };
  for (int64_t start = from; start < to; start += most) {
    int64_t n = to - start < most ? to - start : most, *out = j.out + start;
    const int64_t *a = j.a + start, *b = j.b + start * j.bs;
    switch (j.mode) {
      case lk_division_floor: division_block(lk_division_floor, a, b, j.bs, out, n); break;
      case lk_division_truncate: division_block(lk_division_truncate, a, b, j.bs, out, n); break;
      case lk_division_remainder: division_block(lk_division_remainder, a, b, j.bs, out, n); break;
      default: division_block(lk_division_rest, a, b, j.bs, out, n);
    }
  }
}

void lk_divide_whole(enum lk_division mode, const int64_t *a, const int64_t *b, int64_t bs, int64_t *out, int64_t n) {
  struct division job = {a, b, bs, out, mode};
  lk_parallel(n, grain, &job, division_piece);
}
