#include "LKRunning.h"
#include "LKThreads.h"
#include "Multiversion.h"

/// Elements below which a second thread costs more than it brings; columns or lines that run side by side.
enum { grain = 16384, columns = 64, lines_together = 8 };

struct job {
  const void *x;
  void *out;
  int64_t n, inner;
  bool product;
};

// Each running sum waits for the one before it: several of them run side by side.
#define RUNNING(suffix, T, ACC, STEP) \
  LK_INLINE void lines_##suffix(const T *x, T *out, int64_t n, int count) { \
    ACC acc[lines_together]; \
    for (int l = 0; l < count; l++) acc[l] = (STEP##_START); \
    for (int64_t i = 0; i < n; i++) \
      for (int l = 0; l < count; l++) { \
        acc[l] = STEP(acc[l], (ACC)x[l * n + i]); \
        out[l * n + i] = (T)acc[l]; \
      } \
  } \
  LK_INLINE void columns_##suffix(const T *x, T *out, int64_t n, int64_t inner, int64_t count) { \
    ACC acc[columns]; \
    for (int64_t c = 0; c < count; c++) acc[c] = (STEP##_START); \
    for (int64_t i = 0; i < n; i++) \
      for (int64_t c = 0; c < count; c++) { \
        acc[c] = STEP(acc[c], (ACC)x[i * inner + c]); \
        out[i * inner + c] = (T)acc[c]; \
      } \
  } \
  LK_MULTI static void piece_##suffix(void *context, int64_t from, int64_t to, int piece) { \
    (void)piece; \
    const struct job *j = context; \
    const T *x = j->x; \
    T *out = j->out; \
    int64_t n = j->n; \
    if (j->inner == 1) { \
      int64_t line = from; \
      for (; line + lines_together <= to; line += lines_together) lines_##suffix(x + line * n, out + line * n, n, lines_together); \
      for (; line < to; line++) lines_##suffix(x + line * n, out + line * n, n, 1); \
      return; \
    } \
    int64_t blocks = (j->inner + columns - 1) / columns; \
    for (int64_t b = from; b < to; b++) { \
      int64_t c = b % blocks * columns, at = b / blocks * n * j->inner + c; \
      columns_##suffix(x + at, out + at, n, j->inner, j->inner - c < columns ? j->inner - c : columns); \
    } \
  }
#define ADD_START 0
#define ADD(a, b) ((a) + (b))
#define WRAP_START 0
#define WRAP(a, b) (int64_t)((uint64_t)(a) + (uint64_t)(b))
#define MULTIPLY_START 1
#define MULTIPLY(a, b) ((a) * (b))
RUNNING(sum_f32, float, double, ADD)
RUNNING(product_f32, float, double, MULTIPLY)
RUNNING(sum_i64, int64_t, int64_t, WRAP)

static void run(lk_body body, const void *x, int64_t outer, int64_t n, int64_t inner, void *out) {
  if (n == 0 || inner == 0) return;
  struct job job = {.x = x, .out = out, .n = n, .inner = inner};
  int64_t items = inner == 1 ? outer : outer * ((inner + columns - 1) / columns), work = inner == 1 ? n : n * columns;
  lk_parallel(items, 1 + grain / work, &job, body);
}

void lk_running_f32(bool product, const float *x, int64_t outer, int64_t n, int64_t inner, float *out) {
  run(product ? piece_product_f32 : piece_sum_f32, x, outer, n, inner, out);
}
void lk_running_i64(const int64_t *x, int64_t outer, int64_t n, int64_t inner, int64_t *out) {
  run(piece_sum_i64, x, outer, n, inner, out);
}

struct sums {
  const char *x;
  int64_t *out, n, blocks;
  enum lk_type type;
};

enum { block = 65536 };

#define SUM(suffix, T, PART, most) \
  LK_MULTI static int64_t total_##suffix(const void *pointer, int64_t n) { \
    const T *x = pointer; \
    uint64_t total = 0; \
    for (int64_t start = 0; start < n; start += most) { \
      int64_t end = n - start < most ? n : start + most; \
      PART part = 0; \
      for (int64_t i = start; i < end; i++) part += (PART)x[i]; \
      total += (uint64_t)(int64_t)part; \
    } \
    return (int64_t)total; \
  }
// Short runs of small numbers are added up in narrow lanes.
SUM(u8, uint8_t, uint32_t, 65536)
SUM(i8, int8_t, int32_t, 65536)
SUM(i16, int16_t, int32_t, 32768)
SUM(i32, int32_t, int64_t, 65536)
SUM(i64, int64_t, uint64_t, 65536)

static int64_t total(enum lk_type type, const char *x, int64_t n) {
  switch (type) {
    case lk_bool:
    case lk_u8: return total_u8(x, n);
    case lk_i8: return total_i8(x, n);
    case lk_i16: return total_i16(x, n);
    case lk_i32: return total_i32(x, n);
    default: return total_i64(x, n);
  }
}

static int size_of(enum lk_type type) { return type <= lk_i8 ? 1 : type == lk_i16 ? 2 : type == lk_i32 ? 4 : 8; }

static void sums_piece(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  const struct sums *j = context;
  for (int64_t line = from; line < to; line++) j->out[line] = total(j->type, j->x + line * j->n * size_of(j->type), j->n);
}

struct parts {
  const char *x;
  int64_t n;
  _Atomic uint64_t total;
  enum lk_type type;
};

static void part_piece(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  struct parts *j = context;
  j->total += (uint64_t)total(j->type, j->x + from * size_of(j->type), to - from);
}

void lk_line_sums(enum lk_type type, const void *x, int64_t lines, int64_t n, int64_t *out) {
  if (lines == 1) {
    // Whole numbers add up to the same in any order.
    struct parts j = {.x = x, .n = n, .type = type};
    lk_parallel(n, block, &j, part_piece);
    *out = (int64_t)j.total;
    return;
  }
  struct sums j = {.x = x, .out = out, .n = n, .type = type};
  lk_parallel(lines, 1 + block / (n + 1), &j, sums_piece);
}
