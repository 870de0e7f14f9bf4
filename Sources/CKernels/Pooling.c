#include "LKPooling.h"
#include "LKThreads.h"
#include "Multiversion.h"
#include <string.h>

/// Whether every input pixel lies in exactly one window.
static int windows_tile(const lk_windows *w) {
  for (int d = 0; d < 3; d++) {
    if (w->step[d] != 1 || w->out[d] == 0) return 0;
    if (w->start[d][0] != 0 || w->end[d][w->out[d] - 1] != w->in[d]) return 0;
    for (int64_t o = 1; o < w->out[d]; o++)
      if (w->start[d][o] != w->end[d][o - 1]) return 0;
  }
  return 1;
}

#define CONCATENATE(a, b) a##_##b
#define T float
#define NAME(x) CONCATENATE(x, f32)
#include "PoolingTemplate.h"
#undef T
#undef NAME
#define T double
#define NAME(x) CONCATENATE(x, f64)
#include "PoolingTemplate.h"
