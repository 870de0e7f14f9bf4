#include "LKCopying.h"
#include "LKThreads.h"
#include "Multiversion.h"
#include <string.h>

/// Elements below which a second thread costs more than it brings.
enum { grain = 32768, side = 16 };

/// A loop of a copy: its size and the steps in both layouts.
struct loop {
  int64_t size, out, in;
};

/// Neighbouring bytes. The C library copies some kilobytes with one instruction, which takes many times as long as a loop where the
/// addresses are not aligned.
LK_INLINE void copy_bytes(char *restrict out, const char *restrict in, size_t count) {
  enum { step = 256 };
  if (count < 512 || count > 1 << 20 || (((uintptr_t)out | (uintptr_t)in) & 63) == 0) {
    memcpy(out, in, count);
    return;
  }
  size_t i = 0;
  for (; i + step <= count; i += step) {
    memcpy(out + i, in + i, step);
    __asm__ volatile("" ::: "memory");  // or the compiler would make one call of the loop
  }
  memcpy(out + count - step, in + count - step, step);
}

/// One run of `n` elements.
#define RUN(bytes, T) \
  LK_INLINE void run_##bytes(T *restrict out, int64_t os, const T *restrict x, int64_t xs, int64_t n) { \
    if (os == 1 && xs == 1) { \
      copy_bytes((char *)out, (const char *)x, (size_t)n * sizeof(T)); \
    } else if (os == 1 && xs == 0) { \
      T value = *x; \
      for (int64_t i = 0; i < n; i++) out[i] = value; \
    } else if (os == 1 && xs == -1) { \
      for (int64_t i = 0; i < n; i++) out[i] = x[-i]; \
    } else if (os == 1 && xs == 2) { \
      for (int64_t i = 0; i < n; i++) out[i] = x[2 * i]; \
    } else if (os == 1) { \
      for (int64_t i = 0; i < n; i++) out[i] = x[i * xs]; \
    } else { \
      for (int64_t i = 0; i < n; i++) out[i * os] = x[i * xs]; \
    } \
  } \
  /* Rows of `out` that are columns of `x`, in squares that keep the lines of both sides in the first-level cache. */ \
  LK_INLINE void turn_##bytes(T *restrict out, const T *restrict x, struct loop row, int64_t columns, int64_t xs) { \
    int64_t r = 0; \
    for (; r + side <= row.size; r += side) { \
      int64_t c = 0; \
      for (; c + side <= columns; c += side) { \
        T square[side][side]; \
        for (int j = 0; j < side; j++) memcpy(square[j], x + (c + j) * xs + r, sizeof square[j]); \
        for (int i = 0; i < side; i++) { \
          T *to = out + (r + i) * row.out + c; \
          for (int j = 0; j < side; j++) to[j] = square[j][i]; \
        } \
      } \
      for (; c < columns; c++) \
        for (int i = 0; i < side; i++) out[(r + i) * row.out + c] = x[c * xs + r + i]; \
    } \
    for (; r < row.size; r++) \
      for (int64_t c = 0; c < columns; c++) out[r * row.out + c] = x[c * xs + r]; \
  } \
  LK_MULTI static void nest_##bytes(T *out, const T *x, const struct loop *loops, int count, int turned) { \
    struct loop inner = loops[0], second = loops[1]; \
    int64_t counter[lk_copy_rank + 2] = {0}; \
    for (;;) { \
      if (turned) { \
        turn_##bytes(out, x, second, inner.size, inner.in); \
      } else { \
        for (int64_t j = 0; j < second.size; j++) run_##bytes(out + j * second.out, inner.out, x + j * second.in, inner.in, inner.size); \
      } \
      int k = 2; \
      for (; k < count; k++) { \
        out += loops[k].out; \
        x += loops[k].in; \
        if (++counter[k] < loops[k].size) break; \
        out -= loops[k].out * loops[k].size; \
        x -= loops[k].in * loops[k].size; \
        counter[k] = 0; \
      } \
      if (k >= count) return; \
    } \
  }
RUN(1, uint8_t)
RUN(2, uint16_t)
RUN(4, uint32_t)
RUN(8, uint64_t)

struct copy {
  struct loop loops[lk_copy_rank + 2];
  int count, bytes, turned, divided;
  char *out;
  const char *in;
};

static void copy_piece(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  const struct copy *c = context;
  struct loop loops[lk_copy_rank + 2];
  memcpy(loops, c->loops, (size_t)c->count * sizeof *loops);
  struct loop *divided = &loops[c->divided];
  int64_t out = from * divided->out, in = from * divided->in;
  divided->size = to - from;
  switch (c->bytes) {
    case 1: nest_1((uint8_t *)c->out + out, (const uint8_t *)c->in + in, loops, c->count, c->turned); break;
    case 2: nest_2((uint16_t *)c->out + out, (const uint16_t *)c->in + in, loops, c->count, c->turned); break;
    case 4: nest_4((uint32_t *)c->out + out, (const uint32_t *)c->in + in, loops, c->count, c->turned); break;
    default: nest_8((uint64_t *)c->out + out, (const uint64_t *)c->in + in, loops, c->count, c->turned);
  }
}

static int64_t distance(int64_t step) { return step < 0 ? -step : step; }

void lk_copy(int bytes, int rank, const int64_t *shape, void *out, const int64_t *out_strides, const void *x, const int64_t *strides) {
  struct copy copy = {.bytes = bytes, .out = out, .in = x};
  struct loop *loops = copy.loops;
  int count = 0;
  int64_t elements = 1;
  // The smallest step in `out` comes first; an insertion sort keeps row-major order among equals.
  for (int dim = rank - 1; dim >= 0; dim--) {
    elements *= shape[dim];
    if (shape[dim] == 1) continue;
    int place = count++;
    for (; place > 0 && distance(loops[place - 1].out) > distance(out_strides[dim]); place--) loops[place] = loops[place - 1];
    loops[place] = (struct loop){shape[dim], out_strides[dim], strides[dim]};
  }
  if (elements == 0) return;
  // Neighbours that continue each other in both layouts become one.
  int merged = 0;
  for (int i = 0; i < count; i++) {
    struct loop *last = merged > 0 ? &loops[merged - 1] : 0;
    if (last && last->out * last->size == loops[i].out && last->in * last->size == loops[i].in) last->size *= loops[i].size;
    else loops[merged++] = loops[i];
  }
  while (merged < 2) loops[merged++] = (struct loop){1, 0, 0};
  // A loop along which `x` is contiguous while the innermost one is not: squares of both.
  if (loops[0].out == 1 && loops[0].in != 1 && loops[0].in != 0 && loops[0].size > 3) {
    for (int i = 1; i < merged; i++) {
      if (loops[i].in != 1 || loops[i].size < 4) continue;
      struct loop second = loops[1];
      loops[1] = loops[i];
      loops[i] = second;
      copy.turned = 1;
      break;
    }
  }
  copy.count = merged;
  if (elements < 2 * grain) {
    copy_piece(&copy, 0, loops[0].size, 0);
    return;
  }
  // The outermost loop is divided if it is long enough, else the longest.
  copy.divided = merged - 1;
  if (loops[copy.divided].size < 64)
    for (int i = 0; i < merged; i++)
      if (loops[i].size > loops[copy.divided].size) copy.divided = i;
  int64_t size = loops[copy.divided].size;
  lk_parallel(size, 1 + grain / (elements / size + 1), &copy, copy_piece);
}

struct blocks {
  const char *in;
  const int64_t *places;
  int64_t size;
  char *out;
};

#define BLOCKS_OF(T) \
  for (int64_t i = from; i < to; i++) ((T *)b->out)[i] = ((const T *)b->in)[b->places[i]]

LK_MULTI static void blocks_piece(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  const struct blocks *b = context;
  switch (b->size) {
    case 1: BLOCKS_OF(uint8_t); break;
    case 2: BLOCKS_OF(uint16_t); break;
    case 4: BLOCKS_OF(uint32_t); break;
    case 8: BLOCKS_OF(uint64_t); break;
    default:
      for (int64_t i = from; i < to; i++) memcpy(b->out + i * b->size, b->in + b->places[i] * b->size, (size_t)b->size);
  }
}

static int64_t block_grain(int64_t size) { return 1 + (int64_t)grain * 4 / (size < 16 ? 16 : size); }

void lk_copy_blocks(const void *x, const int64_t *places, int64_t count, int64_t size, void *out) {
  struct blocks b = {x, places, size, out};
  if (size > 0) lk_parallel(count, block_grain(size), &b, blocks_piece);
}

void lk_place_blocks(const void *x, bool same, const int64_t *places, int64_t count, int64_t size, void *out) {
  const char *in = x;
  char *to = out;
  int64_t step = same ? 0 : size;
  switch (size) {
    case 1: for (int64_t i = 0; i < count; i++) to[places[i]] = in[i * step]; break;
    case 4: for (int64_t i = 0; i < count; i++) memcpy(to + 4 * places[i], in + i * step, 4); break;
    case 8: for (int64_t i = 0; i < count; i++) memcpy(to + 8 * places[i], in + i * step, 8); break;
    default: for (int64_t i = 0; i < count; i++) memcpy(to + size * places[i], in + i * step, (size_t)size);
  }
}

LK_MULTI void lk_add_rows_f32(const float *x, int64_t row, const int64_t *places, int64_t count, int64_t n, float *out) {
  for (int64_t i = 0; i < count; i++) {
    float *to = out + places[i] * n;
    const float *from = x + i * row;
    for (int64_t j = 0; j < n; j++) to[j] += from[j];
  }
}

LK_MULTI bool lk_places_inside(const int64_t *places, int64_t count, int64_t low, int64_t high) {
  uint64_t span = (uint64_t)(high - low);
  int64_t outside = 0;
  for (int64_t i = 0; i < count; i++) outside += (uint64_t)(places[i] - low) >= span;
  return outside == 0;
}

struct flags {
  const bool *flags;
  int64_t *totals;
  int64_t n, *places;
  const void *x;
  void *out;
  int bytes;
};

LK_MULTI static int64_t flags_between(const bool *flags, int64_t from, int64_t to) {
  int64_t total = 0;
  while (from < to) {
    // Bytes are added up in short runs, so that the sums fit a byte a lane.
    int64_t end = to - from > 4096 ? from + 4096 : to;
    uint32_t part = 0;
    for (int64_t i = from; i < end; i++) part += flags[i];
    total += part;
    from = end;
  }
  return total;
}

static void count_piece(void *context, int64_t from, int64_t to, int piece) {
  struct flags *f = context;
  f->totals[piece] = flags_between(f->flags, from, to);
}

enum { most_pieces = 1024 };

int64_t lk_count_flags(const bool *flags, int64_t n) {
  int64_t totals[most_pieces] = {0}, total = 0;
  struct flags f = {.flags = flags, .totals = totals};
  int pieces = lk_pieces(n, 4 * grain);
  if (pieces > most_pieces) return flags_between(flags, 0, n);
  lk_parallel(n, 4 * grain, &f, count_piece);
  for (int i = 0; i < pieces; i++) total += totals[i];
  return total;
}

// Without branches: every element is written, and the next one goes beside it only if its flag is set. A piece ends with its last
// flag, so that it never writes beyond its share.
#define PICK(T, VALUE) \
  T *to = f->out; \
  to += at; \
  int64_t end = f->totals[piece + 1] - at, k = 0, i = from; \
  for (; i < limit && k < end; i++) { \
    to[k] = VALUE; \
    k += f->flags[i]; \
  }

LK_MULTI static void pick_piece(void *context, int64_t from, int64_t limit, int piece) {
  struct flags *f = context;
  int64_t at = f->totals[piece];
  switch (f->bytes) {
    case 0: { PICK(int64_t, i) break; }
    case 1: { PICK(uint8_t, ((const uint8_t *)f->x)[i]) break; }
    case 2: { PICK(uint16_t, ((const uint16_t *)f->x)[i]) break; }
    case 4: { PICK(uint32_t, ((const uint32_t *)f->x)[i]) break; }
    default: { PICK(uint64_t, ((const uint64_t *)f->x)[i]) break; }
  }
}

void lk_pick_flagged(int bytes, const void *x, const bool *flags, int64_t n, void *out) {
  int64_t totals[most_pieces + 1] = {0};
  struct flags f = {.flags = flags, .totals = totals + 1, .x = x, .out = out, .bytes = bytes};
  int pieces = lk_pieces(n, 4 * grain);
  if (pieces > most_pieces) {
    totals[1] = flags_between(flags, 0, n);
    f.totals = totals;
    pick_piece(&f, 0, n, 0);
    return;
  }
  lk_parallel(n, 4 * grain, &f, count_piece);
  for (int i = 0; i < pieces; i++) totals[i + 1] += totals[i];
  f.totals = totals;
  lk_parallel(n, 4 * grain, &f, pick_piece);
}

void lk_flag_places(const bool *flags, int64_t n, int64_t *places) { lk_pick_flagged(0, 0, flags, n, places); }

LK_MULTI void lk_steps_f32(float first, float step, float last, float *out, int64_t n) {
  int64_t half = n / 2;
  for (int64_t i = 0; i < half; i++) out[i] = __builtin_fmaf(step, (float)i, first);
  for (int64_t i = half; i < n; i++) out[i] = __builtin_fmaf(-step, (float)(n - 1 - i), last);
}
