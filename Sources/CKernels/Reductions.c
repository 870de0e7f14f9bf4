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

#define PRODUCT(name, T, lanes) \
  LK_MULTI T name(const T *x, int64_t n) { \
    T acc[4][lanes], product = 1; \
    int64_t i = 0; \
    if (n >= 4 * lanes) { \
      for (int k = 0; k < 4; k++) \
        for (int l = 0; l < lanes; l++) acc[k][l] = 1; \
      for (; i + 4 * lanes <= n; i += 4 * lanes) \
        for (int k = 0; k < 4; k++) \
          for (int l = 0; l < lanes; l++) acc[k][l] *= x[i + k * lanes + l]; \
      for (int l = 0; l < lanes; l++) product *= (acc[0][l] * acc[1][l]) * (acc[2][l] * acc[3][l]); \
    } \
    for (; i < n; i++) product *= x[i]; \
    return product; \
  }
PRODUCT(lk_product_f32, float, 8)
PRODUCT(lk_product_f64, double, 4)
