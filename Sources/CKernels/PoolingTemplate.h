// Included once per element type, with T and NAME(x) defined. See Pooling.c.

#define FOR_EACH_OUTPUT \
  for (int64_t o0 = 0; o0 < w.out[0]; o0++) \
    for (int64_t o1 = 0; o1 < w.out[1]; o1++) \
      for (int64_t o2 = 0; o2 < w.out[2]; o2++)
#define FOR_EACH_INPUT \
  for (int64_t i0 = w.start[0][o0]; i0 < w.end[0][o0]; i0 += w.step[0]) \
    for (int64_t i1 = w.start[1][o1]; i1 < w.end[1][o1]; i1 += w.step[1]) \
      for (int64_t i2 = w.start[2][o2]; i2 < w.end[2][o2]; i2 += w.step[2])
#define PLACE ((i0 * w.in[1] + i1) * w.in[2] + i2)

/// The largest of the four pixels of a 2 × 2 window whose rows are `row` pixels apart; `places` may be null.
LK_INLINE void NAME(max_of_four)(
    const T *restrict x, T *restrict out, int32_t *restrict places, int32_t first, int32_t row, int lanes, int with_places) {
  const T *pixels = x + (int64_t)first * lanes;
#pragma clang loop vectorize(enable)
  for (int l = 0; l < lanes; l++) {
    T best = pixels[l];
    int32_t place = first;
#define NEXT(step) \
  { \
    T value = pixels[(int64_t)(step) * lanes + l]; \
    int better = (value > best) | ((value != value) & (best == best)); \
    best = better ? value : best; \
    place = better ? first + (step) : place; \
  }
    NEXT(1)
    NEXT(row)
    NEXT(row + 1)
#undef NEXT
    out[l] = best;
    if (with_places) places[l] = place;
  }
}

/// `places` may be null.
LK_INLINE void NAME(max_plane)(const T *x, T *out, int32_t *places, const lk_windows w, int lanes) {
  FOR_EACH_OUTPUT {
    int32_t first = (int32_t)((w.start[0][o0] * w.in[1] + w.start[1][o1]) * w.in[2] + w.start[2][o2]);
    if (lanes > 1 && w.in[0] == 1 && w.end[1][o1] - w.start[1][o1] == 2 && w.end[2][o2] - w.start[2][o2] == 2
        && w.step[1] == 1 && w.step[2] == 1) {
      if (places) NAME(max_of_four)(x, out, places, first, (int32_t)w.in[2], lanes, 1);
      else NAME(max_of_four)(x, out, places, first, (int32_t)w.in[2], lanes, 0);
    } else {
      T best[16];
      int32_t place[16];
      for (int l = 0; l < lanes; l++) {
        best[l] = x[(int64_t)first * lanes + l];
        place[l] = first;
      }
      FOR_EACH_INPUT {
        int32_t here = (int32_t)PLACE;
        const T *pixel = x + (int64_t)here * lanes;
        for (int l = 0; l < lanes; l++) {
          T value = pixel[l];
          int better = (value > best[l]) | ((value != value) & (best[l] == best[l]));
          best[l] = better ? value : best[l];
          place[l] = better ? here : place[l];
        }
      }
      for (int l = 0; l < lanes; l++) {
        out[l] = best[l];
        if (places) places[l] = place[l];
      }
    }
    out += lanes;
    if (places) places += lanes;
  }
}

/// `tiles`: every input pixel lies in exactly one window, so that each is written once; else sums are added up from zero.
LK_INLINE void NAME(max_gradient_plane)(const T *g, const int32_t *places, T *out, const lk_windows w, int lanes, int tiles) {
  if (!tiles) memset(out, 0, (size_t)(w.in[0] * w.in[1] * w.in[2] * lanes) * sizeof(T));
  FOR_EACH_OUTPUT {
    if (lanes == 1 && !tiles) {
      out[*places++] += *g++;
      continue;
    }
    // Copies, because the compiler must not think that the stores below change them.
    T share[16];
    int32_t winner[16];
    for (int l = 0; l < lanes; l++) {
      share[l] = g[l];
      winner[l] = places[l];
    }
    FOR_EACH_INPUT {
      int32_t here = (int32_t)PLACE;
      T *pixel = out + (int64_t)here * lanes;
      for (int l = 0; l < lanes; l++) {
        T value = winner[l] == here ? share[l] : 0;
        pixel[l] = tiles ? value : pixel[l] + value;
      }
    }
    g += lanes;
    places += lanes;
  }
}

LK_INLINE void NAME(average_plane)(const T *x, T *out, const T *divisors, const lk_windows w, int lanes) {
  FOR_EACH_OUTPUT {
    T sum[16];
    for (int l = 0; l < lanes; l++) sum[l] = 0;
    FOR_EACH_INPUT {
      const T *pixel = x + PLACE * lanes;
      for (int l = 0; l < lanes; l++) sum[l] += pixel[l];
    }
    T divisor = *divisors++;
    for (int l = 0; l < lanes; l++) *out++ = sum[l] / divisor;
  }
}

LK_INLINE void NAME(average_gradient_plane)(const T *g, T *out, const T *divisors, const lk_windows w, int lanes) {
  memset(out, 0, (size_t)(w.in[0] * w.in[1] * w.in[2] * lanes) * sizeof(T));
  FOR_EACH_OUTPUT {
    T share[16], divisor = *divisors++;
    for (int l = 0; l < lanes; l++) share[l] = *g++ / divisor;
    FOR_EACH_INPUT {
      T *pixel = out + PLACE * lanes;
      for (int l = 0; l < lanes; l++) pixel[l] += share[l];
    }
  }
}

struct NAME(job) {
  const T *x;
  const int32_t *from_places;
  int32_t *places;
  const T *divisors;
  T *out;
  const lk_windows *windows;
  int kind, tiles;
};

LK_MULTI static void NAME(planes)(const struct NAME(job) j, int64_t from, int64_t to) {
  const lk_windows w = *j.windows;
  int64_t in = w.in[0] * w.in[1] * w.in[2] * w.lanes, out = w.out[0] * w.out[1] * w.out[2] * w.lanes;
  for (int64_t p = from; p < to; p++) {
#define EACH(lanes) \
  switch (j.kind) { \
    case 0: NAME(max_plane)(j.x + p * in, j.out + p * out, j.places ? j.places + p * out : 0, w, lanes); break; \
    case 1: \
      if (j.tiles) NAME(max_gradient_plane)(j.x + p * out, j.from_places + p * out, j.out + p * in, w, lanes, 1); \
      else NAME(max_gradient_plane)(j.x + p * out, j.from_places + p * out, j.out + p * in, w, lanes, 0); \
      break; \
    case 2: NAME(average_plane)(j.x + p * in, j.out + p * out, j.divisors, w, lanes); break; \
    default: NAME(average_gradient_plane)(j.x + p * out, j.out + p * in, j.divisors, w, lanes); \
  }
    if (w.lanes == 16) {
      EACH(16)
    } else if (w.lanes == 8) {
      EACH(8)
    } else {
      EACH(1)
    }
#undef EACH
  }
}

static void NAME(piece)(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  NAME(planes)(*(struct NAME(job) *)context, from, to);
}

static void NAME(run)(struct NAME(job) job) {
  const lk_windows *w = job.windows;
  int64_t work = (w->in[0] * w->in[1] * w->in[2] + w->out[0] * w->out[1] * w->out[2]) * w->lanes;
  lk_parallel(w->planes, 1 + 16384 / (work + 1), &job, NAME(piece));
}

void NAME(lk_max_pool)(const T *x, T *out, int32_t *places, const lk_windows *windows) {
  NAME(run)((struct NAME(job)){x, 0, places, 0, out, windows, 0, 0});
}
void NAME(lk_max_pool_gradient)(const T *g, const int32_t *places, T *out, const lk_windows *windows) {
  NAME(run)((struct NAME(job)){g, places, 0, 0, out, windows, 1, windows_tile(windows)});
}
void NAME(lk_average_pool)(const T *x, T *out, const T *divisors, const lk_windows *windows) {
  NAME(run)((struct NAME(job)){x, 0, 0, divisors, out, windows, 2, 0});
}
void NAME(lk_average_pool_gradient)(const T *g, T *out, const T *divisors, const lk_windows *windows) {
  NAME(run)((struct NAME(job)){g, 0, 0, divisors, out, windows, 3, 0});
}

#undef FOR_EACH_OUTPUT
#undef FOR_EACH_INPUT
#undef PLACE
