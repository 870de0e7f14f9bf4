// Included once per side of the kernel, with SIDE and NAME(x) defined. See PooledGradient.c.

#define TAPS (SIDE * SIDE)

struct NAME(job) {
  const lk_pooled_gradient *g;
  const float *weights, *input;
  int64_t in_blocks, padding;
  float *out;
  /// Of every piece: the spots of an image, the image framed by zeros, then sums of weights and biases.
  float *scratch;
  int64_t framed_size, sums_size, piece_size, pieces;
};

/// Copies one plane into a frame of zeros that is there already.
static inline void NAME(frame)(const float *plane, float *framed, int64_t height, int64_t width, int64_t padding) {
  int64_t line = (width + 2 * padding) * 16;
  for (int64_t row = 0; row < height; row++)
    memcpy(framed + (row + padding) * line + padding * 16, plane + row * width * 16, (size_t)(width * 16) * sizeof(float));
}

AVX512 static void NAME(input_images)(void *context, int64_t from, int64_t to, int piece) {
  const struct NAME(job) *job = context;
  const lk_pooled_gradient *g = job->g;
  int64_t line = g->width + SIDE - 1, framed = (g->height + SIDE - 1) * line, in_blocks = job->in_blocks, in = in_blocks * 16;
  int64_t height = g->height + SIDE - 1 - 2 * job->padding, width = line - 2 * job->padding;
  int64_t room = room_of(g);
  lk_spot *list = (lk_spot *)(job->scratch + piece * job->piece_size);
  float *sums = (float *)list + spots_size(g);
  for (int64_t image = from; image < to; image++) {
    const int32_t *counts = list_image(g, image, list);
    float *result = job->out + image * in_blocks * height * width * 16;
    for (int64_t block = 0; block < g->blocks; block++) {
      memset(sums, 0, (size_t)(framed * in) * sizeof(float));
      for (int tap = 0; tap < TAPS; tap++) {
        int64_t shift = tap / SIDE * line + tap % SIDE;
        for (int lane = 0; lane < 16; lane++) {
          const lk_spot *spots = list + (block * 16 + lane) * room;
          int32_t count = counts[block * 16 + lane];
          const float *weights = job->weights + ((block * 16 + lane) * TAPS + tap) * in;
          int64_t b = 0;
          for (; b + 1 < in_blocks; b += 2) {
            __m512 weight = _mm512_loadu_ps(weights + b * 16), more = _mm512_loadu_ps(weights + b * 16 + 16);
            float *target = sums + (b * framed + shift) * 16;
            for (int32_t i = 0; i < count; i++) {
              float *sum = target + (int64_t)spots[i].place * 16, *other = sum + framed * 16;
              __m512 value = _mm512_set1_ps(spots[i].value);
              _mm512_storeu_ps(sum, _mm512_fmadd_ps(value, weight, _mm512_loadu_ps(sum)));
              _mm512_storeu_ps(other, _mm512_fmadd_ps(value, more, _mm512_loadu_ps(other)));
            }
          }
          for (; b < in_blocks; b++) {
            __m512 weight = _mm512_loadu_ps(weights + b * 16);
            float *target = sums + (b * framed + shift) * 16;
            for (int32_t i = 0; i < count; i++) {
              float *sum = target + (int64_t)spots[i].place * 16;
              _mm512_storeu_ps(sum, _mm512_fmadd_ps(_mm512_set1_ps(spots[i].value), weight, _mm512_loadu_ps(sum)));
            }
          }
        }
      }
      // Each block's sum starts from zero and is then added to those before.
      for (int64_t b = 0; b < in_blocks; b++)
        for (int64_t row = 0; row < height; row++) {
          const float *sum = sums + (b * framed + (row + job->padding) * line + job->padding) * 16;
          float *target = result + (b * height + row) * width * 16;
          for (int64_t i = 0; i < width * 16; i += 16) {
            __m512 value = _mm512_loadu_ps(sum + i);
            if (block > 0) value = _mm512_add_ps(value, _mm512_loadu_ps(target + i));
            _mm512_storeu_ps(target + i, value);
          }
        }
    }
  }
}

static bool NAME(input_gradient)(
    const lk_pooled_gradient *g, const float *weights, int64_t in_blocks, int64_t padding, float *out) {
  int pieces = lk_pieces(g->images, 1);
  int64_t in = in_blocks * 16, channels = g->blocks * 16;
  int64_t framed = (g->height + SIDE - 1) * (g->width + SIDE - 1) * in + spots_size(g), turned = channels * TAPS * in;
  int64_t bytes = (framed * pieces + turned) * (int64_t)sizeof(float);
  float *scratch = lk_buffer_allocate(bytes);
  if (!scratch) return false;
  // [out channel][tap][in channel], so that input channels make vectors.
  float *vectors = scratch + framed * pieces;
  for (int64_t channel = 0; channel < channels; channel++)
    for (int64_t i = 0; i < in; i++)
      for (int tap = 0; tap < TAPS; tap++)
        vectors[(channel * TAPS + tap) * in + i] = weights[(channel * in + i) * TAPS + tap];
  struct NAME(job) job = {
      .g = g, .weights = vectors, .in_blocks = in_blocks, .padding = padding, .out = out, .scratch = scratch, .piece_size = framed};
  lk_parallel(g->images, 1, &job, NAME(input_images));
  lk_buffer_free(scratch, bytes);
  return true;
}

/// Adds the spots' terms for one block of input channels to the sums [tap][in] of one output channel.
AVX512 static inline void NAME(add_terms)(
    const lk_spot *spots, const lk_spot *end, const float *framed, int64_t line, float *sums, int64_t in) {
  __m512 sum[TAPS];
#pragma clang loop unroll(full)
  for (int tap = 0; tap < TAPS; tap++) sum[tap] = _mm512_loadu_ps(sums + tap * in);
  for (; spots < end; spots++) {
    __m512 value = _mm512_set1_ps(spots->value);
    const float *corner = framed + (int64_t)spots->place * 16;
#pragma clang loop unroll(full)
    for (int tap = 0; tap < TAPS; tap++)
      sum[tap] = _mm512_fmadd_ps(value, _mm512_loadu_ps(corner + (tap / SIDE * line + tap % SIDE) * 16), sum[tap]);
  }
#pragma clang loop unroll(full)
  for (int tap = 0; tap < TAPS; tap++) _mm512_storeu_ps(sums + tap * in, sum[tap]);
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

static inline void NAME(add_bias)(const lk_spot *spots, const lk_spot *end, float *bias) {
  float sum = *bias;
  for (; spots < end; spots++) sum += spots->value;
  *bias = sum;
}

AVX512 static void NAME(weight_pieces)(void *context, int64_t from, int64_t to, int thread) {
  (void)thread;
  const struct NAME(job) *job = context;
  const lk_pooled_gradient *g = job->g;
  int64_t line = g->width + SIDE - 1, framed = (g->height + SIDE - 1) * line, in_blocks = job->in_blocks, in = in_blocks * 16;
  int64_t height = g->height + SIDE - 1 - 2 * job->padding, width = line - 2 * job->padding;
  int64_t channels = g->blocks * 16, rows = g->images * g->height;
  for (int64_t piece = from; piece < to; piece++) {
    int64_t first, last;
    NAME(share)(rows, job->pieces, piece, &first, &last);
    lk_spot *list = (lk_spot *)(job->scratch + piece * job->piece_size);
    float *planes = (float *)list + spots_size(g), *sums = planes + job->framed_size, *biases = sums + job->sums_size;
    memset(list, 0, (size_t)job->piece_size * sizeof(float));
    for (int64_t image = first / g->height; image * g->height < last; image++) {
      const int32_t *counts = list_image(g, image, list);
      for (int64_t b = 0; b < in_blocks; b++)
        NAME(frame)(job->input + (image * in_blocks + b) * height * width * 16, planes + b * framed * 16, height, width,
            job->padding);
      for (int64_t channel = 0; channel < channels; channel++) {
        const lk_spot *spots, *end;
        NAME(spots_of)(g, list, counts, image, channel, first, last, &spots, &end);
        for (int64_t b = 0; b < in_blocks; b++)
          NAME(add_terms)(spots, end, planes + b * framed * 16, line, sums + channel * TAPS * in + b * 16, in);
        NAME(add_bias)(spots, end, biases + channel);
      }
    }
  }
}

/// Room for the sums of all taps: rows of 4 or 8, of which SIDE are used.
#define ROW_ROOM (SIDE == 3 ? 4 : 8)
#define VECTORS (SIDE == 3 ? 1 : 3)

/// value · the numbers that the kernel sees at `corner`, added to the sums of all taps.
AVX512 static inline __attribute__((always_inline)) void NAME(add_taps)(
    const lk_spot *spot, const float *framed, int64_t line, __m512 sum[VECTORS]) {
  __m512 value = _mm512_set1_ps(spot->value);
  const float *corner = framed + spot->place;
#if SIDE == 3
  __m512 taps = _mm512_insertf32x4(_mm512_castps128_ps512(_mm_loadu_ps(corner)), _mm_loadu_ps(corner + line), 1);
  sum[0] = _mm512_fmadd_ps(value, _mm512_insertf32x4(taps, _mm_loadu_ps(corner + 2 * line), 2), sum[0]);
#else
#pragma clang loop unroll(full)
  for (int v = 0; v < VECTORS; v++) {
    __m512 taps = _mm512_castps256_ps512(_mm256_loadu_ps(corner + 2 * v * line));
    if (v < 2) taps = _mm512_insertf32x8(taps, _mm256_loadu_ps(corner + (2 * v + 1) * line), 1);
    sum[v] = _mm512_fmadd_ps(value, taps, sum[v]);
  }
#endif
}

/// Adds the spots' terms for one input channel in row-major order to the sums of two output channels, by turns: each sum has to wait
/// for its last term.
AVX512 static inline void NAME(add_plain_terms)(const lk_spot *a, const lk_spot *a_end, const lk_spot *b, const lk_spot *b_end,
    const float *framed, int64_t line, float *a_sums, float *b_sums) {
  __m512 a_sum[VECTORS], b_sum[VECTORS];
#pragma clang loop unroll(full)
  for (int v = 0; v < VECTORS; v++) {
    a_sum[v] = _mm512_loadu_ps(a_sums + v * 16);
    b_sum[v] = _mm512_loadu_ps(b_sums + v * 16);
  }
  for (; a < a_end && b < b_end; a++, b++) {
    NAME(add_taps)(a, framed, line, a_sum);
    NAME(add_taps)(b, framed, line, b_sum);
  }
  for (; a < a_end; a++) NAME(add_taps)(a, framed, line, a_sum);
  for (; b < b_end; b++) NAME(add_taps)(b, framed, line, b_sum);
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
  int64_t line = g->width + SIDE - 1, framed = (g->height + SIDE - 1) * line, in = job->in_blocks, padding = job->padding;
  int64_t height = g->height + SIDE - 1 - 2 * padding, width = line - 2 * padding;
  int64_t channels = g->blocks * 16, rows = g->images * g->height;
  for (int64_t piece = from; piece < to; piece++) {
    int64_t first, last;
    NAME(share)(rows, job->pieces, piece, &first, &last);
    lk_spot *list = (lk_spot *)(job->scratch + piece * job->piece_size);
    float *planes = (float *)list + spots_size(g), *sums = planes + job->framed_size, *biases = sums + job->sums_size;
    memset(list, 0, (size_t)job->piece_size * sizeof(float));
    for (int64_t image = first / g->height; image * g->height < last; image++) {
      const int32_t *counts = list_image(g, image, list);
      for (int64_t i = 0; i < in; i++)
        for (int64_t row = 0; row < height; row++)
          memcpy(planes + i * framed + (row + padding) * line + padding, job->input + ((image * in + i) * height + row) * width,
              (size_t)width * sizeof(float));
      for (int64_t channel = 0; channel < channels; channel += 2) {
        const lk_spot *a, *a_end, *b, *b_end;
        NAME(spots_of)(g, list, counts, image, channel, first, last, &a, &a_end);
        NAME(spots_of)(g, list, counts, image, channel + 1, first, last, &b, &b_end);
        for (int64_t i = 0; i < in; i++) {
          float *a_sums = sums + (channel * in + i) * VECTORS * 16;
          NAME(add_plain_terms)(a, a_end, b, b_end, planes + i * framed, line, a_sums, a_sums + in * VECTORS * 16);
        }
        NAME(add_bias)(a, a_end, biases + channel);
        NAME(add_bias)(b, b_end, biases + channel + 1);
      }
    }
  }
}

/// `in` channels in row-major order, or blocks of 16 of them.
static bool NAME(weight_gradient)(const lk_pooled_gradient *g, const float *input, int64_t in, bool is_plain, int64_t padding,
    float *out, float *bias) {
  int64_t in_channels = is_plain ? in : in * 16, channels = g->blocks * 16;
  // Loads of the last row go a little further.
  int64_t framed_size = (g->height + SIDE - 1) * (g->width + SIDE - 1) * in_channels + 16;
  int64_t sums_size = channels * in_channels * (is_plain ? VECTORS * 16 : TAPS);
  int pieces = lk_pieces(g->images * g->height, 1);
  int64_t before = spots_size(g), piece_size = (before + framed_size + sums_size + channels + 15) & ~(int64_t)15, bytes = piece_size * pieces * (int64_t)sizeof(float);
  float *scratch = lk_buffer_allocate(bytes);
  if (!scratch) return false;
  struct NAME(job) job = {
      .g = g, .input = input, .in_blocks = in, .padding = padding, .scratch = scratch,
      .framed_size = framed_size, .sums_size = sums_size, .piece_size = piece_size, .pieces = pieces};
  lk_parallel(pieces, 1, &job, is_plain ? NAME(plain_weight_pieces) : NAME(weight_pieces));
  const float *sums = scratch + before + framed_size;
  for (int64_t channel = 0; channel < channels; channel++) {
    for (int64_t i = 0; i < in_channels; i++)
      for (int tap = 0; tap < TAPS; tap++) {
        const float *sum = is_plain ? sums + (channel * in + i) * VECTORS * 16 + tap / SIDE * ROW_ROOM + tap % SIDE
                                    : sums + (channel * TAPS + tap) * in_channels + i;
        float total = *sum;
        for (int piece = 1; piece < pieces; piece++) total += sum[piece * piece_size];
        out[(channel * in_channels + i) * TAPS + tap] = total;
      }
    if (bias) {
      const float *sum = sums + sums_size + channel;
      bias[channel] = *sum;
      for (int piece = 1; piece < pieces; piece++) bias[channel] += sum[piece * piece_size];
    }
  }
  lk_buffer_free(scratch, bytes);
  return true;
}

#undef ROW_ROOM
#undef VECTORS
#undef TAPS
#undef SIDE
#undef NAME
