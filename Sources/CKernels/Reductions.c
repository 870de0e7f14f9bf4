#include "LKReductions.h"
#include "LKThreads.h"
#include "Multiversion.h"

/// Elements below which a second thread costs more than it brings.
enum { sum_grain = 16384 };

/// A dimension of a reduction: its size, the step in the input, the step in the output (0 where it is summed over).
struct axis {
  int64_t size, in, out;
};

static int ceil_log2(int64_t n) { return n <= 1 ? 0 : 64 - __builtin_clzll((uint64_t)(n - 1)); }

/// Orders the dimensions: summed ones first, smaller steps first; neighbours that continue each other become one.
static int plan_axes(int rank, const int64_t *shape, const int64_t *strides, const bool *reduced, struct axis *axes,
    int64_t *outputs, int64_t *elements) {
  struct axis all[lk_max_rank];
  int used = 0;
  int64_t step = 1;
  for (int dim = rank - 1; dim >= 0; dim--) {
    int64_t out = 0;
    if (!reduced[dim]) {
      out = step;
      step *= shape[dim];
    }
    *elements *= shape[dim];
    if (shape[dim] != 1) all[used++] = (struct axis){shape[dim], strides[dim], out};
  }
  *outputs = step;
  // Insertion sort keeps the order of equal steps.
  for (int i = 1; i < used; i++) {
    struct axis moved = all[i];
    int j = i - 1;
    while (j >= 0 && ((all[j].out != 0) > (moved.out != 0) || ((all[j].out != 0) == (moved.out != 0) && all[j].in > moved.in))) {
      all[j + 1] = all[j];
      j--;
    }
    all[j + 1] = moved;
  }
  int count = 0;
  for (int i = 0; i < used; i++) {
    struct axis *last = count > 0 ? &axes[count - 1] : 0;
    if (last && last->size * last->in == all[i].in && last->size * last->out == all[i].out) {
      last->size *= all[i].size;
    } else {
      axes[count++] = all[i];
    }
  }
  while (count < 2) axes[count++] = (struct axis){1, 0, 0};
  return count;
}

#define CONCATENATE(a, b) a##_##b
#define T float
#define lanes 8
#define NAME(x) CONCATENATE(x, f32)
#include "SumTemplate.h"
#undef T
#undef lanes
#undef NAME
#define T double
#define lanes 4
#define NAME(x) CONCATENATE(x, f64)
#include "SumTemplate.h"

void lk_cumsum_f32(const float *x, int64_t stride, float *out, int64_t out_stride, int64_t n) {
  double sum = 0;
  for (int64_t i = 0; i < n; i++) {
    sum += x[i * stride];
    out[i * out_stride] = (float)sum;
  }
}

#define ARG(name, BETTER) \
  int64_t lk_##name##_f32(const float *x, int64_t stride, int64_t n) { \
    int64_t best = 0; \
    float value = x[0]; \
    for (int64_t i = 0; i < n && value == value; i++) { \
      float candidate = x[i * stride]; \
      if (candidate BETTER value || candidate != candidate) { \
        best = i; \
        value = candidate; \
      } \
    } \
    return best; \
  }
ARG(argmax, >)
ARG(argmin, <)
