#include "LKConversions.h"
#include "LKThreads.h"
#include "Multiversion.h"
#include <stdbool.h>

/// Elements below which a second thread costs more than it brings.
enum { grain = 32768 };

typedef void (*loop)(const void *x, void *out, int64_t n);

#define LOOP(from, A, to, B, EXPRESSION) \
  LK_MULTI static void from##_to_##to(const void *restrict x, void *restrict out, int64_t n) { \
    const A *restrict a = x; \
    B *restrict b = out; \
    for (int64_t i = 0; i < n; i++) b[i] = (B)(EXPRESSION); \
  }

// From integers and bool: directly.
#define FROM_WHOLE(from, A) \
  LOOP(from, A, truth, bool, a[i] != 0) LOOP(from, A, u8, uint8_t, a[i]) LOOP(from, A, i8, int8_t, a[i]) \
  LOOP(from, A, i16, int16_t, a[i]) LOOP(from, A, i32, int32_t, a[i]) LOOP(from, A, i64, int64_t, a[i]) \
  LOOP(from, A, f16, _Float16, (float)a[i]) LOOP(from, A, f32, float, a[i]) LOOP(from, A, f64, double, a[i])
FROM_WHOLE(truth, bool)
FROM_WHOLE(u8, uint8_t)
FROM_WHOLE(i8, int8_t)
FROM_WHOLE(i16, int16_t)
FROM_WHOLE(i32, int32_t)
FROM_WHOLE(i64, int64_t)

// From floats: integers through int64, which wraps around what does not fit.
#define FROM_FLOAT(from, A, WIDE) \
  LOOP(from, A, truth, bool, (WIDE)a[i] != 0) LOOP(from, A, u8, uint8_t, (int64_t)(WIDE)a[i]) \
  LOOP(from, A, i8, int8_t, (int64_t)(WIDE)a[i]) LOOP(from, A, i16, int16_t, (int64_t)(WIDE)a[i]) \
  LOOP(from, A, i32, int32_t, (int64_t)(WIDE)a[i]) LOOP(from, A, i64, int64_t, (WIDE)a[i]) \
  LOOP(from, A, f16, _Float16, (float)a[i]) LOOP(from, A, f32, float, a[i]) LOOP(from, A, f64, double, a[i])
FROM_FLOAT(f16, _Float16, float)
FROM_FLOAT(f32, float, float)
FROM_FLOAT(f64, double, double)

#define ROW(from) \
  {from##_to_truth, from##_to_u8, from##_to_i8, from##_to_i16, from##_to_i32, from##_to_i64, from##_to_f16, from##_to_f32, from##_to_f64}
static const loop loops[9][9] = {ROW(truth), ROW(u8), ROW(i8), ROW(i16), ROW(i32), ROW(i64), ROW(f16), ROW(f32), ROW(f64)};
static const int sizes[9] = {1, 1, 1, 2, 4, 8, 2, 4, 8};

struct conversion {
  const char *x;
  char *out;
  int from, to;
};

static void piece(void *context, int64_t from, int64_t to, int number) {
  (void)number;
  const struct conversion *c = context;
  loops[c->from][c->to](c->x + from * sizes[c->from], c->out + from * sizes[c->to], to - from);
}

void lk_convert(enum lk_type from, enum lk_type to, const void *x, void *out, int64_t n) {
  struct conversion c = {x, out, from, to};
  if (n < 2 * grain) piece(&c, 0, n, 0);
  else lk_parallel(n, grain, &c, piece);
}
