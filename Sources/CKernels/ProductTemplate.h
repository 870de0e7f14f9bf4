// Included once per element type and register shape, with T, NAME(x), LANES, ROWS, VECTORS and TARGET defined. See Products.c.

typedef T NAME(vector) __attribute__((vector_size(LANES * sizeof(T)), aligned(sizeof(T))));

/// ROWS x (VECTORS * LANES) outputs over `k` steps from packed panels, each one chain of fused multiply-adds from zero.
/// mode 0: store, 1: store plus a bias for each column, 2: add to what is there, 3: store plus a bias for each row.
TARGET static void NAME(micro)(int64_t k, const T *restrict a, const T *restrict b, T *out, int64_t stride, int rows, int columns,
    const T *bias, int mode) {
  NAME(vector) acc[ROWS][VECTORS];
  for (int i = 0; i < ROWS; i++)
    for (int j = 0; j < VECTORS; j++) acc[i][j] = (NAME(vector)){0};
  for (int64_t p = 0; p < k; p++) {
    NAME(vector) line[VECTORS];
    for (int j = 0; j < VECTORS; j++) line[j] = *(const NAME(vector) *)(b + (p * VECTORS + j) * LANES);
#pragma unroll
    for (int i = 0; i < ROWS; i++) {
      NAME(vector) factor = a[p * ROWS + i] - (NAME(vector)){0};
#pragma unroll
      for (int j = 0; j < VECTORS; j++) acc[i][j] = __builtin_elementwise_fma(factor, line[j], acc[i][j]);
    }
  }
  if (rows == ROWS && columns == VECTORS * LANES) {
    for (int i = 0; i < ROWS; i++)
      for (int j = 0; j < VECTORS; j++) {
        NAME(vector) *to = (NAME(vector) *)(out + i * stride + j * LANES);
        NAME(vector) value = acc[i][j];
        if (mode == 1) value = value + *(const NAME(vector) *)(bias + j * LANES);
        if (mode == 2) value = *to + value;
        if (mode == 3) value = value + bias[i];
        *to = value;
      }
    return;
  }
  for (int i = 0; i < rows; i++)
    for (int c = 0; c < columns; c++) {
      T *to = out + i * stride + c, value = ((T *)acc[i])[c];
      *to = mode == 1 ? value + bias[c] : mode == 2 ? *to + value : mode == 3 ? value + bias[i] : value;
    }
}

/// Panels of VECTORS * LANES columns, k-major, the last one filled up with zeros.
TARGET static void NAME(pack_b)(NAME(matrix) b, int64_t k0, int64_t k, int64_t n0, int64_t n, T *to) {
  enum { width = VECTORS * LANES };
  for (int64_t j0 = 0; j0 < n; j0 += width, to += k * width) {
    int64_t columns = n - j0 < width ? n - j0 : width;
    const T *from = b.data + k0 * b.row + (n0 + j0) * b.column;
    if (columns < width) memset(to, 0, (size_t)(k * width) * sizeof(T));
    if (b.column == 1) {
      for (int64_t p = 0; p < k; p++) memcpy(to + p * width, from + p * b.row, (size_t)columns * sizeof(T));
    } else {
      // Blocks of 16 steps keep the lines that are written in the first-level cache.
      for (int64_t p0 = 0; p0 < k; p0 += 16) {
        int64_t p1 = p0 + 16 < k ? p0 + 16 : k;
        for (int64_t c = 0; c < columns; c++)
          for (int64_t p = p0; p < p1; p++) to[p * width + c] = from[p * b.row + c * b.column];
      }
    }
  }
}

TARGET static void NAME(pack_a)(NAME(matrix) a, int64_t k0, int64_t k, int64_t row, int rows, T *to) {
  const T *from = a.data + row * a.row + k0 * a.column;
  for (int i = 0; i < ROWS; i++) {
    if (i < rows) {
      for (int64_t p = 0; p < k; p++) to[p * ROWS + i] = from[i * a.row + p * a.column];
    } else {
      for (int64_t p = 0; p < k; p++) to[p * ROWS + i] = 0;
    }
  }
}

/// Rows m0..<m1 and columns n0..<n1 of a product.
TARGET static void NAME(part)(struct NAME(product) q, int64_t m0, int64_t m1, int64_t n0, int64_t n1) {
  enum { width = VECTORS * LANES, most_columns = 1024 / width * width };
  int64_t span = n1 - n0 < most_columns ? (n1 - n0 + width - 1) / width * width : most_columns;
  T *packed_b = lk_buffer_allocate(span * longest_block * (int64_t)sizeof(T));
  T packed_a[ROWS * longest_block];
  for (int64_t c0 = n0; c0 < n1; c0 += most_columns) {
    int64_t columns = n1 - c0 < most_columns ? n1 - c0 : most_columns;
    for (int64_t k0 = 0; k0 < q.k;) {
      int64_t k = block_length(q.k, k0, q.long_blocks);
      NAME(pack_b)(q.b, k0, k, c0, columns, packed_b);
      for (int64_t i = m0; i < m1; i += ROWS) {
        int rows = m1 - i < ROWS ? (int)(m1 - i) : ROWS;
        NAME(pack_a)(q.a, k0, k, i, rows, packed_a);
        for (int64_t j = 0; j < columns; j += width) {
          int part = columns - j < width ? (int)(columns - j) : width;
          NAME(micro)(k, packed_a, packed_b + j * k, q.out + i * q.n + c0 + j, q.n, rows, part,
              q.bias ? q.bias + c0 + j : q.row_bias ? q.row_bias + i : 0, k0 > 0 ? 2 : q.bias ? 1 : q.row_bias ? 3 : 0);
        }
      }
      k0 += k;
    }
  }
  lk_buffer_free(packed_b, span * longest_block * (int64_t)sizeof(T));
}
