#pragma once
#include <stdint.h>

/// A matrix in memory: element (i, j) stands at data[i * row + j * column].
typedef struct {
  const float *data;
  int64_t row, column;
} lk_matrix_f32;
typedef struct {
  const double *data;
  int64_t row, column;
} lk_matrix_f64;

/// out (m x n, row-major) = a (m x k) times b (k x n), plus `bias` (n numbers, may be null). Every output is one chain of fused
/// multiply-adds over k, cut into blocks of about 384 that are added in order; the bias joins after the first. Small and
/// single-column products take the orders that PyTorch has there. `b_transposed` says that b is the transposed view of a row-major
/// matrix, as in `linear`.
void lk_matmul_f32(int64_t m, int64_t k, int64_t n, lk_matrix_f32 a, lk_matrix_f32 b, int b_transposed, const float *bias, float *out);
/// The same in double, by chains only.
void lk_matmul_f64(int64_t m, int64_t k, int64_t n, lk_matrix_f64 a, lk_matrix_f64 b, const double *bias, double *out);
/// Products of weights and patches in convolutions: chains and blocks only (k > 0), and a bias for each row.
void lk_patch_product_f32(int64_t m, int64_t k, int64_t n, lk_matrix_f32 a, lk_matrix_f32 b, const float *row_bias, float *out);
void lk_patch_product_f64(int64_t m, int64_t k, int64_t n, lk_matrix_f64 a, lk_matrix_f64 b, const double *row_bias, double *out);
/// The product of two vectors: one sum of 16 lanes.
float lk_dot_f32(const float *a, int64_t a_stride, const float *b, int64_t b_stride, int64_t n);
double lk_dot_f64(const double *a, int64_t a_stride, const double *b, int64_t b_stride, int64_t n);
