#include "LKPooledGradient.h"
#include "LKThreads.h"
#include <stdlib.h>
#include <string.h>

// A gradient behind 2 × 2 max pooling has one number in four, so that three quarters of a dense convolution's work multiply zeros.
// Leaving these terms out changes no bit: sums start from +0, and x + 0 is x.

bool lk_has_pooled_gradient(void) {
#ifdef __x86_64__
  return lk_has_avx512();
#else
  return false;
#endif
}

struct filling {
  const lk_pooled_gradient *g;
  const float *pooled;
  const int32_t *places;
  const lk_windows *windows;
};

static void fill_planes(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  const struct filling *f = context;
  const lk_pooled_gradient *g = f->g;
  const lk_windows *w = f->windows;
  int64_t columns = w->out[2];
  int32_t width = (int32_t)g->width, frame = (int32_t)(g->side - 1);
  for (int64_t plane = from; plane < to; plane++)
    for (int lane = 0; lane < 16; lane++) {
      const float *values = f->pooled + plane * g->windows * 16 + lane;
      const int32_t *places = f->places + plane * g->windows * 16 + lane;
      lk_spot *spots = g->spots + (plane * 16 + lane) * g->windows;
      lk_spot *next = spots;
      for (int64_t row = 0; row < w->out[1]; row++, values += columns * 16, places += columns * 16)
        // Line by line of the image, because the windows of a row have their maxima on several.
        for (int32_t line = w->start[1][row]; line < w->end[1][row]; line++) {
          uint32_t first = (uint32_t)(line * width);
          for (int64_t c = 0; c < columns; c++) {
            int32_t place = places[c * 16];
            float value = values[c * 16];
            if (next == spots + g->windows) break;
            *next = (lk_spot){place + line * frame, value};
            next += ((uint32_t)place - first < (uint32_t)width) & (value != 0);
          }
        }
      g->counts[plane * 16 + lane] = (int32_t)(next - spots);
    }
}

void lk_pooled_gradient_fill(
    const lk_pooled_gradient *g, const float *pooled, const int32_t *places, const lk_windows *windows) {
  struct filling filling = {g, pooled, places, windows};
  lk_parallel(g->images * g->blocks, 4, &filling, fill_planes);
}

#ifdef __x86_64__
#include <immintrin.h>
#define AVX512 __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw")))

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
