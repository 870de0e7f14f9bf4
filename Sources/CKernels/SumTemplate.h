// Included once per element type, with NAME(x), T and lanes defined. See Reductions.c.

/// `subs * lanes` independent sums over `rows` rows with four levels: after every 2^p rows level 0 is carried up, so that the error
/// grows with the logarithm of the number of rows.
LK_INLINE void NAME(cascade)(const T *x, int64_t rows, int64_t row, int64_t sub, int64_t lane, int subs, int width, T *out) {
  enum { most = 4 * lanes };
  T acc[4][most];
  int count = subs * width;
  for (int level = 0; level < 4; level++)
    for (int i = 0; i < count; i++) acc[level][i] = 0;
  int power = ceil_log2(rows) / 4;
  if (power < 4) power = 4;
  int64_t step = (int64_t)1 << power, mask = step - 1, i = 0;
  while (i + step <= rows) {
    for (int64_t k = 0; k < step; k++, i++)
      for (int s = 0; s < subs; s++)
        for (int l = 0; l < width; l++) acc[0][s * width + l] += x[i * row + s * sub + l * lane];
    for (int level = 1; level < 4; level++) {
      for (int c = 0; c < count; c++) {
        acc[level][c] += acc[level - 1][c];
        acc[level - 1][c] = 0;
      }
      if (i & (mask << (level * power))) break;
    }
  }
  for (; i < rows; i++)
    for (int s = 0; s < subs; s++)
      for (int l = 0; l < width; l++) acc[0][s * width + l] += x[i * row + s * sub + l * lane];
  for (int level = 1; level < 4; level++)
    for (int c = 0; c < count; c++) acc[0][c] += acc[level][c];
  for (int c = 0; c < count; c++) out[c] = acc[0][c];
}

/// Four interleaved cascades, the left-over rows added to the first, then ((p0 + p1) + p2) + p3.
LK_INLINE void NAME(row_sum)(const T *x, int64_t n, int64_t row, int64_t lane, int width, T *out) {
  T parts[4 * lanes];
  int64_t quarter = n / 4;
  NAME(cascade)(x, quarter, 4 * row, row, lane, 4, width, parts);
  for (int64_t i = 4 * quarter; i < n; i++)
    for (int l = 0; l < width; l++) parts[l] += x[i * row + l * lane];
  for (int l = 0; l < width; l++) out[l] = ((parts[l] + parts[width + l]) + parts[2 * width + l]) + parts[3 * width + l];
}

LK_MULTI static T NAME(inner_sum)(const T *x, int64_t n) {
  T acc[lanes];
  int64_t vectors = n / lanes;
  NAME(row_sum)(x, vectors, lanes, 1, lanes, acc);
  T sum = 0;
  for (int64_t i = vectors * lanes; i < n; i++) sum += x[i];
  for (int l = 0; l < lanes; l++) sum += acc[l];
  return sum;
}

LK_MULTI static T NAME(strided_sum)(const T *x, int64_t n, int64_t stride) {
  T out;
  NAME(row_sum)(x, n, stride, 0, 1, &out);
  return out;
}

/// Sums the columns of `n` rows whose columns lie side by side.
LK_MULTI static void NAME(column_sums)(const T *x, int64_t n, int64_t row, int64_t columns, T *out, int64_t out_step) {
  T sums[4 * lanes];
  int64_t j = 0;
  for (; j + 4 * lanes <= columns; j += 4 * lanes) {
    NAME(cascade)(x + j, n, row, lanes, 1, 4, lanes, sums);
    for (int q = 0; q < 4 * lanes; q++) out[(j + q) * out_step] += sums[q];
  }
  for (; j + lanes <= columns; j += lanes) {
    NAME(row_sum)(x + j, n, row, 1, lanes, sums);
    for (int q = 0; q < lanes; q++) out[(j + q) * out_step] += sums[q];
  }
  for (; j < columns; j++) {
    NAME(row_sum)(x + j, n, row, 0, 1, sums);
    out[j * out_step] += sums[0];
  }
}

LK_MULTI static void NAME(few_columns)(const T *x, int64_t n, int64_t row, int64_t columns, int64_t column, T *out, int64_t out_step) {
  T sums[4];
  int64_t j = 0;
  for (; j + 4 <= columns; j += 4) {
    NAME(cascade)(x + j * column, n, row, column, 0, 4, 1, sums);
    for (int q = 0; q < 4; q++) out[(j + q) * out_step] += sums[q];
  }
  for (; j < columns; j++) {
    NAME(row_sum)(x + j * column, n, row, 0, 1, sums);
    out[j * out_step] += sums[0];
  }
}

/// The two innermost dimensions: at most one of them is reduced and one kept, or both are reduced.
static void NAME(tile)(const T *x, T *out, struct axis first, struct axis second) {
  if (first.out != 0 && second.out == 0) {
    struct axis kept = first;
    first = second;
    second = kept;
  }
  if (first.out != 0) {
    for (int64_t j = 0; j < second.size; j++)
      for (int64_t i = 0; i < first.size; i++) out[i * first.out + j * second.out] += x[i * first.in + j * second.in];
    return;
  }
  if (first.in == 1 && first.size >= lanes) {
    for (int64_t j = 0; j < second.size; j++) out[j * second.out] += NAME(inner_sum)(x + j * second.in, first.size);
  } else if (second.in == 1 && second.size >= lanes) {
    if (second.out == 0) {  // Both reduced: every column's sum is added to the one output in turn.
      NAME(column_sums)(x, first.size, first.in, second.size, out, 0);
    } else {
      NAME(column_sums)(x, first.size, first.in, second.size, out, second.out);
    }
  } else if (first.in < second.in) {
    for (int64_t j = 0; j < second.size; j++) out[j * second.out] += NAME(strided_sum)(x + j * second.in, first.size, first.in);
  } else {
    NAME(few_columns)(x, first.size, first.in, second.size, second.in, out, second.out);
  }
}

struct NAME(job) {
  const T *x;
  T *out;
  struct axis axes[lk_max_rank + 2];
  int count, divided;
};

/// All tiles of a part of the divided dimension.
static void NAME(tiles)(const T *x, T *out, const struct axis *axes, int count) {
  int64_t counter[lk_max_rank + 2] = {0};
  for (;;) {
    int64_t in = 0, to = 0;
    for (int k = 2; k < count; k++) {
      in += counter[k] * axes[k].in;
      to += counter[k] * axes[k].out;
    }
    NAME(tile)(x + in, out + to, axes[0], axes[1]);
    int k = 2;
    for (; k < count; k++) {
      if (++counter[k] < axes[k].size) break;
      counter[k] = 0;
    }
    if (k >= count) return;
  }
}

/// Every output belongs to one thread, which adds up in the order that one thread would have for all.
static void NAME(sum_piece)(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  const struct NAME(job) *job = context;
  struct axis axes[lk_max_rank + 2];
  for (int i = 0; i < job->count; i++) axes[i] = job->axes[i];
  struct axis *divided = &axes[job->divided];
  // Columns go in whole groups, as the sums of neighbours are taken together; the last part has the rest.
  int64_t unit = job->divided < 2 ? 4 * lanes : 1, end = to == divided->size / unit ? divided->size : to * unit;
  divided->size = end - from * unit;
  NAME(tiles)(job->x + from * unit * divided->in, job->out + from * unit * divided->out, axes, job->count);
}

void NAME(lk_sum)(const T *x, int rank, const int64_t *shape, const int64_t *strides, const bool *reduced, T *out) {
  struct NAME(job) job = {.x = x, .out = out};
  int64_t outputs = 0, elements = 1;
  job.count = plan_axes(rank, shape, strides, reduced, job.axes, &outputs, &elements);
  for (int64_t i = 0; i < outputs; i++) out[i] = 0;
  if (elements == 0) return;
  if (elements < 2 * sum_grain) {
    NAME(tiles)(x, out, job.axes, job.count);
    return;
  }
  job.divided = job.count > 2 ? job.count - 1 : 1;
  const struct axis divided = job.axes[job.divided];
  int64_t unit = job.divided < 2 ? 4 * lanes : 1, units = divided.size / unit;
  if (divided.out == 0 || units < 2) {
    NAME(tiles)(x, out, job.axes, job.count);
    return;
  }
  lk_parallel(units, 1 + sum_grain / (elements / units + 1), &job, NAME(sum_piece));
}
