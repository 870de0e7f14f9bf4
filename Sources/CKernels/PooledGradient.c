#include "LKPooledGradient.h"
#include "LKThreads.h"
#include <stdlib.h>
#include <string.h>

// A gradient behind 2 × 2 max pooling has one number in four, so that three quarters of a dense convolution's work multiply zeros.
// Leaving these terms out changes no bit: sums start from +0, and x + 0 is x.
// Only 0 times infinity would be a term that counts: where an infinity or a not-a-number takes part, the dense convolution is left to do it.

bool lk_has_pooled_gradient(void) {
#ifdef __x86_64__
  return lk_has_avx512();
#else
  return false;
#endif
}

#ifdef __x86_64__
#include <immintrin.h>
#define AVX512 __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw")))

static inline bool is_finite_number(float x) { return x - x == 0; }

/// Exchanges rows and columns of 16 × 16 numbers.
AVX512 static inline void transpose(__m512 m[16]) {
  __m512 t[16];
#pragma clang loop unroll(full)
  for (int i = 0; i < 16; i += 2) {
    t[i] = _mm512_unpacklo_ps(m[i], m[i + 1]);
    t[i + 1] = _mm512_unpackhi_ps(m[i], m[i + 1]);
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < 16; i += 4) {
    m[i] = _mm512_shuffle_ps(t[i], t[i + 2], 0x44);
    m[i + 1] = _mm512_shuffle_ps(t[i], t[i + 2], 0xee);
    m[i + 2] = _mm512_shuffle_ps(t[i + 1], t[i + 3], 0x44);
    m[i + 3] = _mm512_shuffle_ps(t[i + 1], t[i + 3], 0xee);
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < 4; i++) {
    __m512 a = _mm512_shuffle_f32x4(m[i], m[i + 4], 0x88), b = _mm512_shuffle_f32x4(m[i], m[i + 4], 0xdd);
    __m512 c = _mm512_shuffle_f32x4(m[i + 8], m[i + 12], 0x88), d = _mm512_shuffle_f32x4(m[i + 8], m[i + 12], 0xdd);
    t[i] = _mm512_shuffle_f32x4(a, c, 0x88);
    t[i + 8] = _mm512_shuffle_f32x4(a, c, 0xdd);
    t[i + 4] = _mm512_shuffle_f32x4(b, d, 0x88);
    t[i + 12] = _mm512_shuffle_f32x4(b, d, 0xdd);
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < 16; i++) m[i] = t[i];
}

/// Room for the spots of one channel of one image: 8 more than it has windows.
static inline int64_t room_of(const lk_pooled_gradient *g) { return g->windows->out[1] * g->windows->out[2] + 8; }

/// Floats that the spots of one image and their counts take.
static inline int64_t spots_size(const lk_pooled_gradient *g) { return (g->blocks * 16 * (room_of(g) * 2 + 1) + 15) & ~(int64_t)15; }

/// Lists the spots of one channel.
static int32_t list_channel(const lk_pooled_gradient *g, const float *pooled, const int32_t *places, lk_spot *spots) {
  const lk_windows *w = g->windows;
  int64_t columns = w->out[2], windows = w->out[1] * columns;
  int32_t width = (int32_t)g->width, frame = (int32_t)(g->side - 1);
  lk_spot *next = spots;
  for (int64_t row = 0; row < w->out[1]; row++, pooled += columns * 16, places += columns * 16)
    // Line by line of the image, because the windows of a row have their maxima on several.
    for (int32_t line = w->start[1][row]; line < w->end[1][row]; line++) {
      uint32_t first = (uint32_t)(line * width);
      for (int64_t c = 0; c < columns; c++) {
        int32_t place = places[c * 16];
        float value = pooled[c * 16];
        if (next == spots + windows) break;
        *next = (lk_spot){place + line * frame, value};
        next += ((uint32_t)place - first < (uint32_t)width) & (value != 0);
      }
    }
  return (int32_t)(next - spots);
}

/// Lists the spots of 16 channels with up to 16 windows in a row: all of a row and a channel at once.
AVX512 static void list_narrow_channels(
    const lk_pooled_gradient *g, const float *pooled, const int32_t *places, lk_spot *spots, int32_t *counts) {
  const lk_windows *w = g->windows;
  int64_t columns = w->out[2], room = room_of(g);
  __m512i low = _mm512_setr_epi32(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  __m512i high = _mm512_add_epi32(low, _mm512_set1_epi32(8)), width = _mm512_set1_epi32((int)g->width);
  lk_spot *next[16];
  for (int lane = 0; lane < 16; lane++) next[lane] = spots + lane * room;
  for (int64_t row = 0; row < w->out[1]; row++, pooled += columns * 16, places += columns * 16) {
    __m512 values[16], where[16];
    for (int c = 0; c < 16; c++) {
      values[c] = c < columns ? _mm512_loadu_ps(pooled + c * 16) : _mm512_setzero_ps();
      where[c] = c < columns ? _mm512_castsi512_ps(_mm512_loadu_si512(places + c * 16)) : _mm512_setzero_ps();
    }
    transpose(values);
    transpose(where);
    for (int32_t line = w->start[1][row]; line < w->end[1][row]; line++) {
      __m512i first = _mm512_set1_epi32((int)(line * g->width)), frame = _mm512_set1_epi32((int)(line * (g->side - 1)));
#pragma clang loop unroll(full)
      for (int lane = 0; lane < 16; lane++) {
        __m512i place = _mm512_castps_si512(where[lane]);
        __mmask16 here = _mm512_cmp_ps_mask(values[lane], _mm512_setzero_ps(), _CMP_NEQ_UQ);
        here = _mm512_mask_cmplt_epu32_mask(here, _mm512_sub_epi32(place, first), width);
        __m512i kept = _mm512_maskz_compress_epi32(here, _mm512_add_epi32(place, frame));
        __m512i kept_values = _mm512_castps_si512(_mm512_maskz_compress_ps(here, values[lane]));
        int count = __builtin_popcount(here);
        // There is room for 8 more than will be counted.
        _mm512_storeu_si512(next[lane], _mm512_permutex2var_epi32(kept, low, kept_values));
        if (count > 8) _mm512_storeu_si512(next[lane] + 8, _mm512_permutex2var_epi32(kept, high, kept_values));
        next[lane] += count;
      }
    }
  }
  for (int lane = 0; lane < 16; lane++) counts[lane] = (int32_t)(next[lane] - (spots + lane * room));
}

/// Lists the spots of all channels of one image, `room_of(g)` apart; their counts come behind them.
static int32_t *list_image(const lk_pooled_gradient *g, int64_t image, lk_spot *spots) {
  int64_t channels = g->blocks * 16, room = room_of(g), windows = room - 8;
  int32_t *counts = (int32_t *)(spots + channels * room);
  for (int64_t block = 0; block < g->blocks; block++) {
    int64_t offset = (image * g->blocks + block) * windows * 16;
    const float *pooled = g->pooled + offset;
    const int32_t *places = g->places + offset;
    lk_spot *list = spots + block * 16 * room;
    if (g->windows->out[2] <= 16) list_narrow_channels(g, pooled, places, list, counts + block * 16);
    else
      for (int lane = 0; lane < 16; lane++)
        counts[block * 16 + lane] = list_channel(g, pooled + lane, places + lane, list + lane * room);
  }
  return counts;
}

/// The spots of 16 channels of an image, row by row of the image in a frame of zeros, each row from its last column to its first: the
/// order in which they reach one place of the convolution's input.
typedef struct {
  int64_t count, line;
  /// Where each column of each row starts in `values`, one more than columns in a row.
  int32_t *starts;
  float *values;
  /// Of each value: 16 · column + channel.
  int32_t *sources;
} lk_rows;

/// Room for the values of one row, and for the vector that its last are stored by.
static inline int64_t row_room(const lk_pooled_gradient *g) { return (g->windows->out[2] + 1) * 16; }

/// Floats that rows with a frame take.
static inline int64_t rows_size(const lk_pooled_gradient *g, int64_t frame) {
  int64_t starts = (g->height + 2 * frame) * (g->width + 2 * frame + 1);
  return ((starts + 15) & ~(int64_t)15) + g->height * row_room(g) * 2;
}

/// Empty rows in memory of that size.
static inline lk_rows rows_in(float *memory, const lk_pooled_gradient *g, int64_t frame) {
  lk_rows rows = {.count = g->height + 2 * frame, .line = g->width + 2 * frame, .values = memory};
  rows.sources = (int32_t *)(rows.values + g->height * row_room(g));
  rows.starts = rows.sources + g->height * row_room(g);
  memset(rows.starts, 0, (size_t)(rows.count * (rows.line + 1)) * sizeof(int32_t));
  return rows;
}

/// Lists the spots of one block of channels of one image.
AVX512 static inline void list_rows(const lk_pooled_gradient *g, int64_t plane, int64_t frame, lk_rows *rows) {
  const lk_windows *w = g->windows;
  const __m512i lanes = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  int64_t offset = plane * w->out[1] * w->out[2] * 16;
  for (int64_t row = 0; row < w->out[1]; row++)
    for (int64_t line = w->start[1][row]; line < w->end[1][row]; line++) {
      int32_t *starts = rows->starts + (line + frame) * (rows->line + 1), next = (int32_t)(line * row_room(g));
      int64_t x = g->width, column = 0;
      while (column < frame) starts[column++] = next;
      for (int64_t window = w->out[2] - 1; window >= 0; window--) {
        __m512 values = _mm512_loadu_ps(g->pooled + offset + (row * w->out[2] + window) * 16);
        __m512i places = _mm512_loadu_si512(g->places + offset + (row * w->out[2] + window) * 16);
        __mmask16 some = _mm512_cmp_ps_mask(values, _mm512_setzero_ps(), _CMP_NEQ_UQ);
        for (; x > w->end[2][window]; x--) starts[column++] = next;
        for (; x > w->start[2][window]; x--, column++) {
          __mmask16 here = _mm512_mask_cmpeq_epi32_mask(some, places, _mm512_set1_epi32((int)(line * g->width + x - 1)));
          starts[column] = next;
          _mm512_storeu_ps(rows->values + next, _mm512_maskz_compress_ps(here, values));
          __m512i sources = _mm512_add_epi32(lanes, _mm512_set1_epi32((int)column * 16));
          _mm512_storeu_si512(rows->sources + next, _mm512_maskz_compress_epi32(here, sources));
          next += __builtin_popcount(here);
        }
      }
      while (column <= rows->line) starts[column++] = next;
    }
}

#define SIDE 3
#define NAME(x) x##_3
#include "PooledGradientTemplate.h"
#define SIDE 5
#define NAME(x) x##_5
#include "PooledGradientTemplate.h"

bool lk_pooled_input_gradient(
    const lk_pooled_gradient *g, const float *weights, int64_t in_blocks, int64_t padding, float *out) {
  return g->side == 3 ? input_gradient_3(g, weights, in_blocks, padding, out)
                      : input_gradient_5(g, weights, in_blocks, padding, out);
}

bool lk_pooled_weight_gradient(const lk_pooled_gradient *g, const float *input, int64_t in, bool is_plain, int64_t padding,
    float *out, float *bias) {
  return g->side == 3 ? weight_gradient_3(g, input, in, is_plain, padding, out, bias)
                      : weight_gradient_5(g, input, in, is_plain, padding, out, bias);
}
#else
bool lk_pooled_input_gradient(
    const lk_pooled_gradient *g, const float *weights, int64_t in_blocks, int64_t padding, float *out) {
  return false;
}

bool lk_pooled_weight_gradient(const lk_pooled_gradient *g, const float *input, int64_t in, bool is_plain, int64_t padding,
    float *out, float *bias) {
  return false;
}
#endif
