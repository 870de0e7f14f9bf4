// Included once per side of the kernel, with SIDE and NAME(x) defined. See PooledGradient.c.

#define TAPS (SIDE * SIDE)

struct NAME(job) {
  const lk_pooled_gradient *g;
  const float *weights, *input;
  int64_t in_blocks, padding;
  float *out;
  /// Of every piece. For weights: the spots of an image, one of its planes framed by zeros and what the kernel sees of it, then sums
  /// of weights and biases. For the input: rows of spots.
  float *scratch;
  int64_t framed_size, seen_size, sums_size, piece_size, pieces;
};

/// Copies one plane into a frame of zeros that is there already.
static inline void NAME(frame)(const float *plane, float *framed, int64_t height, int64_t width, int64_t padding) {
  int64_t line = (width + 2 * padding) * 16;
  for (int64_t row = 0; row < height; row++)
    memcpy(framed + (row + padding) * line + padding * 16, plane + row * width * 16, (size_t)(width * 16) * sizeof(float));
}

/// The gradient of one column of the input, for one or two blocks of its channels, `other` apart: walks up the rows, where every spot
/// that reaches the column has terms in SIDE rows, whose sums are in registers. Rows of `target` are `step` apart.
AVX512 static inline __attribute__((always_inline)) void NAME(input_column)(const lk_rows *rows, const float *weights, int vectors,
    int64_t column, int64_t height, bool is_first, float *target, int64_t step, int64_t other) {
  const __m512 zero = _mm512_setzero_ps();
  __m512 low[SIDE], high[SIDE];
#pragma clang loop unroll(full)
  for (int tap = 0; tap < SIDE; tap++) low[tap] = high[tap] = zero;
  weights -= column * 16 * 16 * vectors;
  for (int64_t row = rows->count - 1; row >= 0; row--) {
    const int32_t *starts = rows->starts + row * (rows->line + 1) + column;
    for (int64_t i = starts[0], end = starts[SIDE]; i < end; i++) {
      __m512 value = _mm512_set1_ps(rows->values[i]);
      const float *weight = weights + (int64_t)rows->sources[i] * 16 * vectors;
#pragma clang loop unroll(full)
      for (int tap = 0; tap < SIDE; tap++, weight += SIDE * 16 * 16 * vectors) {
        low[tap] = _mm512_fmadd_ps(value, _mm512_loadu_ps(weight), low[tap]);
        if (vectors == 2) high[tap] = _mm512_fmadd_ps(value, _mm512_loadu_ps(weight + 16), high[tap]);
      }
    }
    if (row < height) {
      float *sum = target + row * step;
      // Each block's sum starts from zero and is then added to those before.
      _mm512_storeu_ps(sum, is_first ? low[SIDE - 1] : _mm512_add_ps(low[SIDE - 1], _mm512_loadu_ps(sum)));
      sum += other;
      if (vectors == 2) _mm512_storeu_ps(sum, is_first ? high[SIDE - 1] : _mm512_add_ps(high[SIDE - 1], _mm512_loadu_ps(sum)));
    }
#pragma clang loop unroll(full)
    for (int tap = SIDE - 1; tap > 0; tap--) {
      low[tap] = low[tap - 1];
      high[tap] = high[tap - 1];
    }
    low[0] = high[0] = zero;
  }
}

AVX512 static void NAME(input_images)(void *context, int64_t from, int64_t to, int piece) {
  const struct NAME(job) *job = context;
  const lk_pooled_gradient *g = job->g;
  int64_t in_blocks = job->in_blocks, frame = SIDE - 1 - job->padding;
  int64_t height = g->height + frame - job->padding, width = g->width + frame - job->padding, plane = height * width * 16;
  lk_rows rows = rows_in(job->scratch + piece * job->piece_size, g, frame);
  for (int64_t image = from; image < to; image++)
    for (int64_t block = 0; block < g->blocks; block++) {
      list_rows(g, image * g->blocks + block, frame, &rows);
      for (int64_t b = 0; b < in_blocks; b += 2) {
        const float *weights = job->weights + (block * in_blocks + b) * TAPS * 16 * 16;
        float *target = job->out + (image * in_blocks + b) * plane;
        for (int64_t x = 0; x < width; x++, target += 16) {
          int64_t column = width - 1 - x;
          if (b + 1 < in_blocks) NAME(input_column)(&rows, weights, 2, column, height, block == 0, target, width * 16, plane);
          else NAME(input_column)(&rows, weights, 1, column, height, block == 0, target, width * 16, 0);
        }
      }
    }
}

static bool NAME(input_gradient)(
    const lk_pooled_gradient *g, const float *weights, int64_t in_blocks, int64_t padding, float *out) {
  int pieces = lk_pieces(g->images, 1);
  int64_t in = in_blocks * 16, channels = g->blocks * 16, piece_size = rows_size(g, SIDE - 1 - padding);
  int64_t bytes = (piece_size * pieces + channels * TAPS * in) * (int64_t)sizeof(float);
  float *scratch = lk_buffer_allocate(bytes);
  if (!scratch) return false;
  // [block][two blocks of input channels][tap][channel][input channel]; the last of an odd number of blocks comes alone.
  float *vectors = scratch + piece_size * pieces;
  bool is_finite = true;
  for (int64_t channel = 0; channel < channels; channel++)
    for (int64_t i = 0; i < in; i++) {
      int64_t first = i & ~(int64_t)31, together = in - first < 32 ? 16 : 32;
      float *vector = vectors + ((channel & ~(int64_t)15) * in + first * 16) * TAPS + (channel & 15) * together + i - first;
      for (int tap = 0; tap < TAPS; tap++) {
        vector[tap * 16 * together] = weights[(channel * in + i) * TAPS + tap];
        is_finite &= is_finite_number(vector[tap * 16 * together]);
      }
    }
  struct NAME(job) job = {
      .g = g, .weights = vectors, .in_blocks = in_blocks, .padding = padding, .out = out, .scratch = scratch,
      .piece_size = piece_size};
  if (is_finite) lk_parallel(g->images, 1, &job, NAME(input_images));
  lk_buffer_free(scratch, bytes);
  return is_finite;
}

/// Adds the spots' terms for one block of input channels to the sums [tap][16] of one output channel, and their values to the bias
/// unless null.
AVX512 static inline __attribute__((always_inline)) void NAME(add_terms)(
    const lk_spot *spots, const lk_spot *end, const float *framed, int64_t line, float *sums, float *bias) {
  __m512 sum[TAPS];
  __m128 bias_sum = _mm_set_ss(bias ? *bias : 0);
#pragma clang loop unroll(full)
  for (int tap = 0; tap < TAPS; tap++) sum[tap] = _mm512_loadu_ps(sums + tap * 16);
  for (; spots < end; spots++) {
    __m512 value = _mm512_set1_ps(spots->value);
    if (bias) bias_sum = _mm_add_ss(bias_sum, _mm512_castps512_ps128(value));
    const float *corner = framed + (int64_t)spots->place * 16;
#pragma clang loop unroll(full)
    for (int tap = 0; tap < TAPS; tap++)
      sum[tap] = _mm512_fmadd_ps(value, _mm512_loadu_ps(corner + (tap / SIDE * line + tap % SIDE) * 16), sum[tap]);
  }
#pragma clang loop unroll(full)
  for (int tap = 0; tap < TAPS; tap++) _mm512_storeu_ps(sums + tap * 16, sum[tap]);
  if (bias) *bias = _mm_cvtss_f32(bias_sum);
}

/// The rows of all images that a piece adds up. The larger shares come first, as oneDNN deals them.
static inline void NAME(share)(int64_t rows, int64_t pieces, int64_t piece, int64_t *first, int64_t *last) {
  int64_t share = rows / pieces, more = rows % pieces;
  *first = piece * share + (piece < more ? piece : more);
  *last = *first + share + (piece < more);
}

/// The spots of one channel of one image that lie in the rows first..<last of all images.
static inline void NAME(spots_of)(const lk_pooled_gradient *g, const lk_spot *list, const int32_t *counts, int64_t image,
    int64_t channel, int64_t first, int64_t last, const lk_spot **spots, const lk_spot **end) {
  int64_t line = g->width + SIDE - 1, low = first - image * g->height, high = last - image * g->height;
  const lk_spot *a = list + channel * room_of(g), *b = a + counts[channel];
  while (low > 0 && a < b && a->place < low * line) a++;
  while (high < g->height && b > a && b[-1].place >= high * line) b--;
  *spots = a;
  *end = b;
}

AVX512 static void NAME(weight_pieces)(void *context, int64_t from, int64_t to, int thread) {
  (void)thread;
  const struct NAME(job) *job = context;
  const lk_pooled_gradient *g = job->g;
  int64_t line = g->width + SIDE - 1, in_blocks = job->in_blocks;
  int64_t height = g->height + SIDE - 1 - 2 * job->padding, width = line - 2 * job->padding;
  int64_t channels = g->blocks * 16, rows = g->images * g->height;
  for (int64_t piece = from; piece < to; piece++) {
    int64_t first, last;
    NAME(share)(rows, job->pieces, piece, &first, &last);
    lk_spot *list = (lk_spot *)(job->scratch + piece * job->piece_size);
    float *plane = (float *)list + spots_size(g), *sums = plane + job->framed_size, *biases = sums + job->sums_size;
    memset(list, 0, (size_t)job->piece_size * sizeof(float));
    for (int64_t image = first / g->height; image * g->height < last; image++) {
      const int32_t *counts = list_image(g, image, list);
      for (int64_t b = 0; b < in_blocks; b++) {
        NAME(frame)(job->input + (image * in_blocks + b) * height * width * 16, plane, height, width, job->padding);
        for (int64_t channel = 0; channel < channels; channel++) {
          const lk_spot *spots, *end;
          NAME(spots_of)(g, list, counts, image, channel, first, last, &spots, &end);
          float *target = sums + (b * channels + channel) * TAPS * 16;
          if (b == 0) NAME(add_terms)(spots, end, plane, line, target, biases + channel);
          else NAME(add_terms)(spots, end, plane, line, target, 0);
        }
      }
    }
  }
}

/// Room for the sums of all taps: rows of 4 or 8, of which SIDE are used; the first row's next is the bias.
#define ROW_ROOM (SIDE == 3 ? 4 : 8)
#define VECTORS (SIDE == 3 ? 1 : 3)

/// Lays out what the kernel sees at each place of a framed plane, and a 1 for the bias.
AVX512 static inline void NAME(lay_out)(const float *framed, int64_t height, int64_t line, float *seen) {
  for (int64_t row = 0; row < height; row++)
    for (int64_t c = 0; c < line - SIDE + 1; c++) {
      const float *corner = framed + row * line + c;
      float *target = seen + (row * line + c) * VECTORS * 16;
#if SIDE == 3
      __m512 taps = _mm512_insertf32x4(_mm512_castps128_ps512(_mm_loadu_ps(corner)), _mm_loadu_ps(corner + line), 1);
      _mm512_store_ps(target, _mm512_insertf32x4(taps, _mm_loadu_ps(corner + 2 * line), 2));
#else
#pragma clang loop unroll(full)
      for (int v = 0; v < VECTORS; v++) {
        __m512 taps = _mm512_castps256_ps512(_mm256_loadu_ps(corner + 2 * v * line));
        if (v < 2) taps = _mm512_insertf32x8(taps, _mm256_loadu_ps(corner + (2 * v + 1) * line), 1);
        _mm512_store_ps(target + v * 16, taps);
      }
#endif
      target[SIDE] = 1;
    }
}

/// value · the numbers that the kernel sees at its place, added to the sums of all taps.
AVX512 static inline __attribute__((always_inline)) void NAME(add_taps)(
    const lk_spot *spot, const float *seen, __m512 sum[VECTORS]) {
  __m512 value = _mm512_set1_ps(spot->value);
#pragma clang loop unroll(full)
  for (int v = 0; v < VECTORS; v++)
    sum[v] = _mm512_fmadd_ps(value, _mm512_load_ps(seen + ((int64_t)spot->place * VECTORS + v) * 16), sum[v]);
}

/// Adds the spots' terms for one input channel in row-major order to the sums of two output channels, by turns: each sum has to wait
/// for its last term.
AVX512 static inline void NAME(add_plain_terms)(const lk_spot *a, const lk_spot *a_end, const lk_spot *b, const lk_spot *b_end,
    const float *seen, float *a_sums, float *b_sums) {
  __m512 a_sum[VECTORS], b_sum[VECTORS];
#pragma clang loop unroll(full)
  for (int v = 0; v < VECTORS; v++) {
    a_sum[v] = _mm512_loadu_ps(a_sums + v * 16);
    b_sum[v] = _mm512_loadu_ps(b_sums + v * 16);
  }
  for (; a < a_end && b < b_end; a++, b++) {
    NAME(add_taps)(a, seen, a_sum);
    NAME(add_taps)(b, seen, b_sum);
  }
  for (; a < a_end; a++) NAME(add_taps)(a, seen, a_sum);
  for (; b < b_end; b++) NAME(add_taps)(b, seen, b_sum);
#pragma clang loop unroll(full)
  for (int v = 0; v < VECTORS; v++) {
    _mm512_storeu_ps(a_sums + v * 16, a_sum[v]);
    _mm512_storeu_ps(b_sums + v * 16, b_sum[v]);
  }
}

AVX512 static void NAME(plain_weight_pieces)(void *context, int64_t from, int64_t to, int thread) {
  (void)thread;
  const struct NAME(job) *job = context;
  const lk_pooled_gradient *g = job->g;
  int64_t line = g->width + SIDE - 1, in = job->in_blocks, padding = job->padding;
  int64_t height = g->height + SIDE - 1 - 2 * padding, width = line - 2 * padding;
  int64_t channels = g->blocks * 16, rows = g->images * g->height;
  for (int64_t piece = from; piece < to; piece++) {
    int64_t first, last;
    NAME(share)(rows, job->pieces, piece, &first, &last);
    lk_spot *list = (lk_spot *)(job->scratch + piece * job->piece_size);
    float *plane = (float *)list + spots_size(g), *seen = plane + job->framed_size, *sums = seen + job->seen_size;
    memset(list, 0, (size_t)job->piece_size * sizeof(float));
    for (int64_t image = first / g->height; image * g->height < last; image++) {
      const int32_t *counts = list_image(g, image, list);
      for (int64_t i = 0; i < in; i++) {
        for (int64_t row = 0; row < height; row++)
          memcpy(plane + (row + padding) * line + padding, job->input + ((image * in + i) * height + row) * width,
              (size_t)width * sizeof(float));
        NAME(lay_out)(plane, g->height, line, seen);
        for (int64_t channel = 0; channel < channels; channel += 2) {
          const lk_spot *a, *a_end, *b, *b_end;
          NAME(spots_of)(g, list, counts, image, channel, first, last, &a, &a_end);
          NAME(spots_of)(g, list, counts, image, channel + 1, first, last, &b, &b_end);
          float *a_sums = sums + (i * channels + channel) * VECTORS * 16;
          NAME(add_plain_terms)(a, a_end, b, b_end, seen, a_sums, a_sums + VECTORS * 16);
        }
      }
    }
  }
}

/// `in` channels in row-major order, or blocks of 16 of them.
static bool NAME(weight_gradient)(const lk_pooled_gradient *g, const float *input, int64_t in, bool is_plain, int64_t padding,
    float *out, float *bias) {
  int64_t in_channels = is_plain ? in : in * 16, channels = g->blocks * 16, line = g->width + SIDE - 1;
  // Loads of the last row go a little further.
  int64_t framed_size = ((g->height + SIDE - 1) * line * (is_plain ? 1 : 16) + 31) & ~(int64_t)15;
  int64_t seen_size = is_plain ? g->height * line * VECTORS * 16 : 0;
  int64_t sums_size = channels * in_channels * (is_plain ? VECTORS * 16 : TAPS);
  int pieces = lk_pieces(g->images * g->height, 1);
  int64_t before = spots_size(g) + framed_size + seen_size, piece_size = (before + sums_size + channels + 15) & ~(int64_t)15;
  int64_t bytes = piece_size * pieces * (int64_t)sizeof(float);
  float *scratch = lk_buffer_allocate(bytes);
  if (!scratch) return false;
  struct NAME(job) job = {
      .g = g, .input = input, .in_blocks = in, .padding = padding, .scratch = scratch,
      .framed_size = framed_size, .seen_size = seen_size, .sums_size = sums_size, .piece_size = piece_size, .pieces = pieces};
  lk_parallel(pieces, 1, &job, is_plain ? NAME(plain_weight_pieces) : NAME(weight_pieces));
  const float *sums = scratch + before;
  bool is_finite = true;
  for (int64_t channel = 0; channel < channels; channel++) {
    for (int64_t i = 0; i < in_channels; i++)
      for (int tap = 0; tap < TAPS; tap++) {
        const float *sum = is_plain ? sums + (i * channels + channel) * VECTORS * 16 + tap / SIDE * ROW_ROOM + tap % SIDE
                                    : sums + ((i / 16 * channels + channel) * TAPS + tap) * 16 + i % 16;
        float total = *sum;
        for (int piece = 1; piece < pieces; piece++) total += sum[piece * piece_size];
        out[(channel * in_channels + i) * TAPS + tap] = total;
        is_finite &= is_finite_number(total);
      }
    if (bias) {
      const float *sum = is_plain ? sums + channel * VECTORS * 16 + SIDE : sums + sums_size + channel;
      bias[channel] = *sum;
      for (int piece = 1; piece < pieces; piece++) bias[channel] += sum[piece * piece_size];
    }
  }
  lk_buffer_free(scratch, bytes);
  return is_finite;
}

#undef ROW_ROOM
#undef VECTORS
#undef TAPS
#undef SIDE
#undef NAME
