#include "LKExtremes.h"
#include "LKThreads.h"
#include "Multiversion.h"

/// Elements below which a second thread costs more than it brings; columns whose best are kept on the stack.
enum { grain = 32768, columns = 64, lanes = 16, wide = 64, block = 1024 };

struct job {
  const void *x;
  void *values;
  int64_t n, inner, *places;
  bool smallest;
};

// A line is searched in blocks: first for its best value, which needs no order, then the one block that holds it for the place.
#define EXTREMES(suffix, T, NAN_OF, BETTER, kind) \
  LK_INLINE int64_t line_##kind##_##suffix(const T *x, int64_t n, T *value) { \
    T best = x[0]; \
    int64_t at = 0; \
    for (int64_t start = 0; start < n; start += block) { \
      int64_t count = n - start < block ? n - start : block, i = 0; \
      const T *v = x + start; \
      T here = v[0]; \
      int odd = 0; \
      if (count >= lanes) { \
        T acc[lanes]; \
        int odds[lanes]; \
        for (int l = 0; l < lanes; l++) acc[l] = v[l], odds[l] = NAN_OF(v[l]); \
        for (i = lanes; i + lanes <= count; i += lanes) \
          for (int l = 0; l < lanes; l++) { \
            acc[l] = v[i + l] BETTER acc[l] ? v[i + l] : acc[l]; \
            odds[l] |= NAN_OF(v[i + l]); \
          } \
        here = acc[0]; \
        for (int l = 0; l < lanes; l++) { \
          here = acc[l] BETTER here ? acc[l] : here; \
          odd |= odds[l]; \
        } \
      } \
      for (; i < count; i++) { \
        here = v[i] BETTER here ? v[i] : here; \
        odd |= NAN_OF(v[i]); \
      } \
      if (odd) { \
        for (i = 0; i < count; i++) \
          if (NAN_OF(v[i])) { *value = v[i]; return start + i; } \
      } \
      if (start == 0 || here BETTER best) best = here, at = start; \
    } \
    *value = best; \
    while (x[at] != best) at++; \
    *value = x[at]; \
    return at; \
  } \
  /* Side by side columns: each keeps its best and where it was. */ \
  LK_INLINE void columns_##kind##_##suffix(const T *x, int64_t n, int64_t inner, int64_t count, T *values, int64_t *places) { \
    T best[columns]; \
    int64_t at[columns]; \
    for (int64_t c = 0; c < count; c++) best[c] = x[c], at[c] = 0; \
    for (int64_t i = 1; i < n; i++) \
      for (int64_t c = 0; c < count; c++) { \
        T v = x[i * inner + c]; \
        int wins = (NAN_OF(best[c]) == 0) & ((v BETTER best[c]) | NAN_OF(v)); \
        best[c] = wins ? v : best[c]; \
        at[c] = wins ? i : at[c]; \
      } \
    for (int64_t c = 0; c < count; c++) places[c] = at[c]; \
    if (values) for (int64_t c = 0; c < count; c++) values[c] = best[c]; \
  } \
  /* Values alone: four vectors at a time, no search for the place. */ \
  LK_INLINE T best_##kind##_##suffix(const T *x, int64_t n) { \
    T acc[wide], best = x[0]; \
    int odds[wide], odd = 0; \
    int64_t i = 0; \
    if (n >= wide) { \
      for (int l = 0; l < wide; l++) acc[l] = x[l], odds[l] = NAN_OF(x[l]); \
      for (i = wide; i + wide <= n; i += wide) \
        for (int l = 0; l < wide; l++) { \
          acc[l] = x[i + l] BETTER acc[l] ? x[i + l] : acc[l]; \
          odds[l] |= NAN_OF(x[i + l]); \
        } \
      best = acc[0]; \
      for (int l = 0; l < wide; l++) { \
        best = acc[l] BETTER best ? acc[l] : best; \
        odd |= odds[l]; \
      } \
    } \
    for (; i < n; i++) { \
      best = x[i] BETTER best ? x[i] : best; \
      odd |= NAN_OF(x[i]); \
    } \
    if (!odd) return best; \
    for (i = 0; !NAN_OF(x[i]); i++) {} \
    return x[i]; \
  } \
  LK_MULTI static void piece_##kind##_##suffix(void *context, int64_t from, int64_t to, int piece) { \
    (void)piece; \
    const struct job *j = context; \
    const T *x = j->x; \
    T *values = j->values; \
    if (!j->places) { \
      for (int64_t line = from; line < to; line++) values[line] = best_##kind##_##suffix(x + line * j->n, j->n); \
      return; \
    } \
    if (j->inner == 1) { \
      for (int64_t line = from; line < to; line++) { \
        T value; \
        j->places[line] = line_##kind##_##suffix(x + line * j->n, j->n, &value); \
        if (values) values[line] = value; \
      } \
      return; \
    } \
    int64_t blocks = (j->inner + columns - 1) / columns; \
    for (int64_t b = from; b < to; b++) { \
      int64_t outer = b / blocks, c = b % blocks * columns, at = outer * j->inner + c; \
      columns_##kind##_##suffix(x + outer * j->n * j->inner + c, j->n, j->inner, j->inner - c < columns ? j->inner - c : columns, \
          values ? values + at : 0, j->places + at); \
    } \
  }
#define SELF_UNEQUAL(v) ((v) != (v))
#define NEVER(v) 0
EXTREMES(f32, float, SELF_UNEQUAL, >, largest)
EXTREMES(f32, float, SELF_UNEQUAL, <, smallest)
EXTREMES(f64, double, SELF_UNEQUAL, >, largest)
EXTREMES(f64, double, SELF_UNEQUAL, <, smallest)
EXTREMES(i64, int64_t, NEVER, >, largest)
EXTREMES(i64, int64_t, NEVER, <, smallest)

void lk_extremes(enum lk_type type, bool smallest, const void *x, int64_t outer, int64_t n, int64_t inner, void *values, int64_t *places) {
  if (n == 0) return;
  struct job job = {x, values, n, inner, places, smallest};
  lk_body body = type == lk_f32 ? (smallest ? piece_smallest_f32 : piece_largest_f32)
    : type == lk_f64            ? (smallest ? piece_smallest_f64 : piece_largest_f64)
                                : (smallest ? piece_smallest_i64 : piece_largest_i64);
  int64_t items = inner == 1 ? outer : outer * ((inner + columns - 1) / columns), work = inner == 1 ? n : n * columns;
  lk_parallel(items, 1 + grain / work, &job, body);
}
