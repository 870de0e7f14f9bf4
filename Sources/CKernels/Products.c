#include "LKProducts.h"
#include "LKThreads.h"
#include "Multiversion.h"
#include <string.h>

enum { longest_block = 384, work_per_piece = 1 << 18 };

/// Length of the block of k that starts at k0. Up to 384 is one block, less than 768 two halves; beyond that 384 each, and a rest
/// of more than 384 again in halves unless `long_blocks`.
static int64_t block_length(int64_t k, int64_t k0, int long_blocks) {
  int64_t left = k - k0;
  if (k > longest_block && k < 2 * longest_block) return k0 == 0 ? (k + 1) / 2 : left;
  // The second half of a rest is at most 384 long, so that it is taken whole.
  if (left >= 2 * longest_block || left <= longest_block || long_blocks) return left < longest_block ? left : longest_block;
  return (left + 1) / 2;
}

struct f32_product {
  int64_t m, k, n;
  lk_matrix_f32 a, b;
  const float *bias, *row_bias;
  float *out;
  int long_blocks;
};
struct f64_product {
  int64_t m, k, n;
  lk_matrix_f64 a, b;
  const double *bias, *row_bias;
  double *out;
  int long_blocks;
};

typedef lk_matrix_f32 wide_f32_matrix;
typedef lk_matrix_f64 wide_f64_matrix;
typedef lk_matrix_f32 narrow_f32_matrix;
typedef lk_matrix_f64 narrow_f64_matrix;
typedef lk_matrix_f32 plain_f32_matrix;
typedef lk_matrix_f64 plain_f64_matrix;
#define wide_f32_product f32_product
#define wide_f64_product f64_product
#define narrow_f32_product f32_product
#define narrow_f64_product f64_product
#define plain_f32_product f32_product
#define plain_f64_product f64_product

// 32 registers of 64 bytes: 12 rows of two vectors.
#define TARGET __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,fma,avx2")))
#define ROWS 12
#define VECTORS 2
#define T float
#define LANES 16
#define NAME(x) wide_f32_##x
#include "ProductTemplate.h"
#undef T
#undef LANES
#undef NAME
#define T double
#define LANES 8
#define NAME(x) wide_f64_##x
#include "ProductTemplate.h"
#undef T
#undef LANES
#undef NAME
#undef TARGET
#undef ROWS
// 16 registers of 32 bytes: 6 rows of two vectors.
#define TARGET __attribute__((target("avx2,fma")))
#define ROWS 6
#define T float
#define LANES 8
#define NAME(x) narrow_f32_##x
#include "ProductTemplate.h"
#undef T
#undef LANES
#undef NAME
#define T double
#define LANES 4
#define NAME(x) narrow_f64_##x
#include "ProductTemplate.h"
#undef T
#undef LANES
#undef NAME
#undef TARGET
// No fused instruction: every step is a library call, right but slow.
#define TARGET
#define T float
#define LANES 4
#define NAME(x) plain_f32_##x
#include "ProductTemplate.h"
#undef T
#undef LANES
#undef NAME
#define T double
#define LANES 2
#define NAME(x) plain_f64_##x
#include "ProductTemplate.h"

static int level(void) {
  return lk_has_avx512() ? 2 : __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? 1 : 0;
}

#define PARTS(suffix) \
  static void suffix##_rows(void *context, int64_t from, int64_t to, int piece) { \
    (void)piece; \
    struct suffix##_product q = *(struct suffix##_product *)context; \
    switch (level()) { \
      case 2: wide_##suffix##_part(q, from, to, 0, q.n); break; \
      case 1: narrow_##suffix##_part(q, from, to, 0, q.n); break; \
      default: plain_##suffix##_part(q, from, to, 0, q.n); \
    } \
  } \
  static void suffix##_columns(void *context, int64_t from, int64_t to, int piece) { \
    (void)piece; \
    struct suffix##_product q = *(struct suffix##_product *)context; \
    int64_t n0 = from * 32, n1 = to * 32 < q.n ? to * 32 : q.n; \
    switch (level()) { \
      case 2: wide_##suffix##_part(q, 0, q.m, n0, n1); break; \
      case 1: narrow_##suffix##_part(q, 0, q.m, n0, n1); break; \
      default: plain_##suffix##_part(q, 0, q.m, n0, n1); \
    } \
  } \
  static void suffix##_run(struct suffix##_product *q) { \
    if (q->m == 0 || q->n == 0) return; \
    int64_t per_row = q->k * q->n, per_panel = q->k * q->m * 32; \
    if (q->n > q->m) lk_parallel((q->n + 31) / 32, 1 + work_per_piece / per_panel, q, suffix##_columns); \
    else lk_parallel(q->m, 12 + work_per_piece / per_row, q, suffix##_rows); \
  }
PARTS(f32)
PARTS(f64)

LK_INLINE float halves(float *acc) {
  for (int half = 8; half > 0; half /= 2)
    for (int l = 0; l < half; l++) acc[l] += acc[l + half];
  return acc[0];
}

/// 16 lanes over k; `pairs` uses two accumulators over pairs of 16 and adds them before the rest.
LK_INLINE void dot_lanes(const float *a, const float *b, int64_t k, int pairs, float *acc) {
  float second[16];
  for (int l = 0; l < 16; l++) acc[l] = second[l] = 0;
  int64_t p = 0;
  if (pairs) {
    for (; p + 32 <= k; p += 32)
      for (int l = 0; l < 16; l++) {
        acc[l] = __builtin_fmaf(a[p + l], b[p + l], acc[l]);
        second[l] = __builtin_fmaf(a[p + 16 + l], b[p + 16 + l], second[l]);
      }
    for (int l = 0; l < 16; l++) acc[l] += second[l];
  }
  for (; p + 16 <= k; p += 16)
    for (int l = 0; l < 16; l++) acc[l] = __builtin_fmaf(a[p + l], b[p + l], acc[l]);
  for (int64_t i = p; i < k; i++) acc[i - p] = __builtin_fmaf(a[i], b[i], acc[i - p]);
}

/// Rows of `a` times one vector, both contiguous along k, in the order that PyTorch has for single columns: element 0 is multiplied
/// first; rows in whole groups of four let lane 0 start from it, the others add it to the lanes' sum.
LK_MULTI static void rows_times_vector(const float *a, int64_t row, const float *x, int64_t m, int64_t k, float *out, int64_t step) {
  int64_t grouped = m / 4 * 4, full = (k - 1) / 16 * 16;
  for (int64_t i = 0; i < m; i++) {
    const float *r = a + i * row;
    if (k == 1) {
      out[i * step] = r[0] * x[0];
      continue;
    }
    if (i < grouped) {
      // The sums of a group grow side by side, so that none waits for its last step.
      float first[4], acc[4][16];
      for (int q = 0; q < 4; q++) first[q] = r[q * row] * x[0];
      if (full > 0) {
        memset(acc, 0, sizeof acc);
        for (int q = 0; q < 4; q++) acc[q][0] = first[q];
        for (int64_t s = 1; s < 1 + full; s += 16)
          for (int q = 0; q < 4; q++)
            for (int l = 0; l < 16; l++) acc[q][l] = __builtin_fmaf(r[q * row + s + l], x[s + l], acc[q][l]);
        for (int q = 0; q < 4; q++) first[q] = halves(acc[q]);
      }
      if (full < k - 1) {
        memset(acc, 0, sizeof acc);
        for (int q = 0; q < 4; q++) {
          acc[q][0] = first[q];
          for (int64_t s = 1 + full; s < k; s++) acc[q][s - 1 - full] = __builtin_fmaf(r[q * row + s], x[s], acc[q][s - 1 - full]);
          first[q] = halves(acc[q]);
        }
      }
      for (int q = 0; q < 4; q++) out[(i + q) * step] = first[q];
      i += 3;
    } else {
      float acc[16];
      dot_lanes(r + 1, x + 1, k - 1, i - grouped != 1, acc);
      out[i * step] = r[0] * x[0] + halves(acc);
    }
  }
}

LK_MULTI static void quarters(const float *a, int64_t row, const float *b, int64_t column, int64_t m, int64_t k, int64_t n, float *out) {
  for (int64_t i = 0; i < m; i++)
    for (int64_t j = 0; j < n; j++) {
      float acc[16], q[4];
      dot_lanes(a + i * row, b + j * column, k, 0, acc);
      for (int l = 0; l < 4; l++) q[l] = ((acc[l] + acc[4 + l]) + acc[8 + l]) + acc[12 + l];
      out[i * n + j] = (q[0] + q[1]) + (q[2] + q[3]);
    }
}

typedef float columns __attribute__((vector_size(64)));

/// The same chains and sums as `lane_rows` has, for up to 16 columns and factors: vectors go over the columns.
LK_MULTI static void small_lane_rows(
    const float *a, int64_t row, const float *b, int64_t column, int64_t m, int64_t k, int64_t n, float *out) {
  columns turned[16] = {{0}};
  float factors[16] = {0};
  for (int64_t j = 0; j < n; j++)
    for (int64_t p = 0; p < k; p++) turned[p][j] = b[j * column + p];
  for (int64_t i = 0; i < m; i++) {
    for (int64_t p = 0; p < k; p++) factors[p] = a[i * row + p];
    columns lanes[16];
#pragma clang loop unroll(full)
    for (int p = 0; p < 16; p++) lanes[p] = factors[p] * turned[p] + 0.0f;
#pragma clang loop unroll(full)
    for (int p = 0; p < 8; p++) lanes[p] += lanes[p + 8];
#pragma clang loop unroll(full)
    for (int p = 0; p < 4; p++) lanes[p] += lanes[p + 4];
    lanes[0] = (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]);
    memcpy(out + i * n, lanes, (size_t)n * sizeof(float));
  }
}

LK_MULTI static void lane_rows(const float *a, int64_t row, const float *b, int64_t column, int64_t m, int64_t k, int64_t n, float *out) {
  for (int64_t i = 0; i < m; i++)
    for (int64_t j = 0; j < n; j++) {
      float acc[16];
      dot_lanes(a + i * row, b + j * column, k, i % 2 == 0, acc);
      out[i * n + j] = halves(acc);
    }
}

/// Small products without packing: the same chains, outputs side by side.
LK_MULTI static void small_product(int64_t m, int64_t k, int64_t n, lk_matrix_f32 a, lk_matrix_f32 b, const float *bias, float *out) {
  for (int64_t i = 0; i < m; i++, out += n) {
    for (int64_t j = 0; j < n; j++) out[j] = 0;
    const float *row = a.data + i * a.row;
    for (int64_t p = 0; p < k; p++) {
      float factor = row[p * a.column];
      const float *line = b.data + p * b.row;
      if (b.column == 1) {
        for (int64_t j = 0; j < n; j++) out[j] = __builtin_fmaf(factor, line[j], out[j]);
      } else {
        for (int64_t j = 0; j < n; j++) out[j] = __builtin_fmaf(factor, line[j * b.column], out[j]);
      }
    }
    if (bias)
      for (int64_t j = 0; j < n; j++) out[j] += bias[j];
  }
}

/// Few columns would leave most lanes of a vector idle: the transposed product has them as rows. Each output is the same chain.
static void narrow_product(int64_t m, int64_t k, int64_t n, lk_matrix_f32 a, lk_matrix_f32 b, const float *bias, float *out) {
  lk_matrix_f32 rows = {b.data, b.column, b.row}, columns = {a.data, a.column, a.row};
  float *transposed = lk_buffer_allocate(m * n * (int64_t)sizeof(float));
  struct f32_product q = {n, k, m, rows, columns, 0, bias, transposed, 0};
  f32_run(&q);
  for (int64_t i = 0; i < m; i++)
    for (int64_t j = 0; j < n; j++) out[i * n + j] = transposed[j * m + i];
  lk_buffer_free(transposed, m * n * (int64_t)sizeof(float));
}

void lk_matmul_f32(int64_t m, int64_t k, int64_t n, lk_matrix_f32 a, lk_matrix_f32 b, int b_transposed, const float *bias, float *out) {
  if (k == 0) {
    for (int64_t i = 0; i < m * n; i++) out[i] = bias ? bias[i % n] : 0;
    return;
  }
  int rows_along_k = a.column == 1 || k == 1, columns_along_k = b.row == 1 || k == 1;
  int done = 0;
  if (n == 1 && m > 1 && rows_along_k && (columns_along_k || b.row > 0)) {
    float *x = 0;
    if (!columns_along_k) {
      x = lk_buffer_allocate(k * (int64_t)sizeof(float));
      for (int64_t p = 0; p < k; p++) x[p] = b.data[p * b.row];
    }
    rows_times_vector(a.data, a.row, x ? x : b.data, m, k, out, 1);
    if (x) lk_buffer_free(x, k * (int64_t)sizeof(float));
    done = 1;
  } else if (b_transposed && rows_along_k && columns_along_k) {
    if (m == 1) {
      rows_times_vector(b.data, b.column, a.data, n, k, out, 1);
      done = 1;
    } else if (k == 1 && n > 1 && bias) {
      // An outer product plus bias is fused: below.
    } else if (m < 16 && k >= 24 * m) {
      quarters(a.data, a.row, b.data, b.column, m, k, n, out);
      done = 1;
    } else if ((n == 2 && m <= 15) || (n == 3 && m <= 10) || (n >= 4 && n <= 11 && n >= k && n > m)) {
      if (k <= 16) small_lane_rows(a.data, a.row, b.data, b.column, m, k, n, out);
      else lane_rows(a.data, a.row, b.data, b.column, m, k, n, out);
      done = 1;
    }
  }
  if (done) {
    if (bias)
      for (int64_t i = 0; i < m; i++)
        for (int64_t j = 0; j < n; j++) out[i * n + j] += bias[j];
    return;
  }
  if (k == 1 && m > 1 && n > 1 && bias) {
    for (int64_t i = 0; i < m; i++)
      for (int64_t j = 0; j < n; j++) out[i * n + j] = __builtin_fmaf(a.data[i * a.row], b.data[j * b.column], bias[j]);
    return;
  }
  if (k <= longest_block && m * n * k <= 4096) {
    small_product(m, k, n, a, b, bias, out);
    return;
  }
  if (n <= 16 && m > n) {
    narrow_product(m, k, n, a, b, bias, out);
    return;
  }
  struct f32_product q = {m, k, n, a, b, bias, 0, out, n >= 192 && (b_transposed || m >= 192)};
  f32_run(&q);
}

void lk_matmul_f64(int64_t m, int64_t k, int64_t n, lk_matrix_f64 a, lk_matrix_f64 b, const double *bias, double *out) {
  if (k == 0) {
    for (int64_t i = 0; i < m * n; i++) out[i] = bias ? bias[i % n] : 0;
    return;
  }
  struct f64_product q = {m, k, n, a, b, bias, 0, out, 1};
  f64_run(&q);
}

void lk_patch_product_f32(int64_t m, int64_t k, int64_t n, lk_matrix_f32 a, lk_matrix_f32 b, const float *row_bias, float *out) {
  struct f32_product q = {m, k, n, a, b, 0, row_bias, out, n >= 192 && m >= 192};
  f32_run(&q);
}

void lk_patch_product_f64(int64_t m, int64_t k, int64_t n, lk_matrix_f64 a, lk_matrix_f64 b, const double *row_bias, double *out) {
  struct f64_product q = {m, k, n, a, b, 0, row_bias, out, 1};
  f64_run(&q);
}

LK_MULTI float lk_dot_f32(const float *a, int64_t a_stride, const float *b, int64_t b_stride, int64_t n) {
  float acc[16] = {0};
  int64_t p = 0;
  if (a_stride == 1 && b_stride == 1)
    for (; p + 16 <= n; p += 16)
      for (int l = 0; l < 16; l++) acc[l] = __builtin_fmaf(a[p + l], b[p + l], acc[l]);
  for (; p < n; p++) acc[p % 16] = __builtin_fmaf(a[p * a_stride], b[p * b_stride], acc[p % 16]);
  return halves(acc);
}

LK_MULTI double lk_dot_f64(const double *a, int64_t a_stride, const double *b, int64_t b_stride, int64_t n) {
  double acc[8] = {0};
  for (int64_t p = 0; p < n; p++) acc[p % 8] = __builtin_fma(a[p * a_stride], b[p * b_stride], acc[p % 8]);
  for (int half = 4; half > 0; half /= 2)
    for (int l = 0; l < half; l++) acc[l] += acc[l + half];
  return acc[0];
}
