// Times each exact kernel and its unconstrained twin, best of several runs.
#include "CKernels.h"
#include <oneapi/dnnl/dnnl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

float free_sum(const float *x, int64_t n);
void free_sum_rows(const float *x, int64_t rows, int64_t n, float *out);
void free_sum_columns(const float *x, int64_t rows, int64_t n, float *out);
float free_dot(const float *a, const float *b, int64_t n);
void free_running_sum(const float *x, float *out, int64_t n);
void free_softmax(const float *x, float *out, int64_t rows, int64_t n);
void free_log_softmax(const float *x, float *out, int64_t rows, int64_t n);
float free_nll(const float *logp, const int64_t *target, int64_t rows, int64_t classes);
void free_statistics(const float *x, int64_t n, int64_t channels, int64_t size, float *mean, float *squares);
void free_sgd(float *w, const float *g, float *buffer, int64_t n, float lr, float momentum);
void free_adam(float *w, const float *g, float *m, float *v, int64_t n, float b1, float b2, float root, float eps, float step);
void free_exp(const float *x, float *out, int64_t n);
void free_log(const float *x, float *out, int64_t n);
void free_tanh(const float *x, float *out, int64_t n);
void free_sin(const float *x, float *out, int64_t n);
void free_sqrt(const float *x, float *out, int64_t n);
void free_sigmoid(const float *x, float *out, int64_t n);
void free_softplus(const float *x, float *out, int64_t n);
void free_power(const float *a, const float *b, float *out, int64_t n);
float free_norm(const float *x, int64_t n);
void free_add_scaled(const float *a, const float *b, float alpha, float *out, int64_t n);
void free_multiply(const float *a, const float *b, float *out, int64_t n);

enum { million = 1 << 20 };
static float *a, *b, *c, *d, *positive;
static int64_t *targets;
static int repetitions;
static volatile float sink;

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

// Both forms in turn, so that a change of the machine's speed meets both; small work is repeated to last long enough.
#define ROW(name, inner, exact, free) \
  do { \
    double best[2] = {1e9, 1e9}; \
    for (int run = 0; run < repetitions; run++) { \
      double t = seconds(); \
      for (int i = 0; i < (inner); i++) { exact; } \
      t = seconds() - t; \
      if (t < best[0]) best[0] = t; \
      t = seconds(); \
      for (int i = 0; i < (inner); i++) { free; } \
      t = seconds() - t; \
      if (t < best[1]) best[1] = t; \
    } \
    double micro = 1e6 / (inner), ratio = best[0] / best[1]; \
    printf("%-34s %10.1f %10.1f %8.2f%s\n", name, best[0] * micro, best[1] * micro, ratio, ratio > 1.1 ? "  *" : ""); \
  } while (0)

static void exact_sum(int rank, int64_t rows, int64_t n, bool over_rows, bool over_columns, float *out) {
  int64_t shape[2] = {rows, n}, strides[2] = {n, 1};
  bool reduced[2] = {over_rows, over_columns};
  lk_sum_f32(a, rank, shape, strides, reduced, out);
}

// a (m, k) times b (k, n), or times b (n, k) transposed.
static void exact_product(int64_t m, int64_t k, int64_t n, bool transposed) {
  lk_matrix_f32 right = {b, transposed ? 1 : n, transposed ? k : 1};
  lk_matmul_f32(m, k, n, (lk_matrix_f32){a, k, 1}, right, transposed, 0, c);
}
static void free_product(int64_t m, int64_t k, int64_t n, bool transposed) {
  dnnl_sgemm('N', transposed ? 'T' : 'N', m, n, k, 1, a, k, b, transposed ? k : n, 0, c, n);
}

int main(int count, char **arguments) {
  repetitions = count > 1 ? atoi(arguments[1]) : 40;
  lk_set_threads(1);
  size_t bytes = 4 * million * sizeof(float);
  a = aligned_alloc(64, bytes), b = aligned_alloc(64, bytes), c = aligned_alloc(64, bytes), d = aligned_alloc(64, bytes);
  positive = aligned_alloc(64, bytes), targets = malloc(100000 * sizeof(int64_t));
  for (int i = 0; i < 4 * million; i++) {
    a[i] = (float)(rand() % 2000 - 1000) / 500, b[i] = (float)(rand() % 2000 - 1000) / 500;
    c[i] = d[i] = 0, positive[i] = (float)(1 + rand() % 1000) / 100;
  }
  for (int i = 0; i < 100000; i++) targets[i] = rand() % 10;

  printf("%-34s %10s %10s %8s\n", "one thread, microseconds", "exact", "any order", "ratio");
  ROW("sum of 1048576", 1, exact_sum(1, million, 1, true, true, c), sink = free_sum(a, million));
  ROW("sum of 1000", 1000, exact_sum(1, 1000, 1, true, true, c), sink = free_sum(a, 1000));
  ROW("row sums of 1000 x 1000", 1, exact_sum(2, 1000, 1000, false, true, c), free_sum_rows(a, 1000, 1000, c));
  ROW("column sums of 1000 x 1000", 1, exact_sum(2, 1000, 1000, true, false, c), free_sum_columns(a, 1000, 1000, c));
  ROW("dot of 10000", 100, sink = lk_dot_f32(a, 1, b, 1, 10000), sink = free_dot(a, b, 10000));
  ROW("cumsum of 100000", 10, lk_running_f32(false, a, 1, 100000, 1, c), free_running_sum(a, c, 100000));
  ROW("softmax of 1000 x 1000", 1, lk_softmax_last_f32(a, c, 1000, 1000), free_softmax(a, c, 1000, 1000));
  ROW("log_softmax of 1000 x 1000", 1, lk_log_softmax_last_f32(a, c, 1000, 1000), free_log_softmax(a, c, 1000, 1000));
  ROW("log_softmax of 100 x 10", 1000, lk_log_softmax_last_f32(a, c, 100, 10), free_log_softmax(a, c, 100, 10));
  float total, weights;
  ROW("nll_loss of 10000 x 10", 100, lk_nll_sum_f32(a, targets, 0, 10000, 10, -100, &total, &weights),
      sink = free_nll(a, targets, 10000, 10));
  lk_batch images = {100, 32, 784, false};
  ROW("batch statistics 100 x 32 x 28 x 28", 1, lk_batch_statistics_f32(a, images, c, d), free_statistics(a, 100, 32, 784, c, d));
  lk_adam step = {0.1f, 0.999f, 0.001f, 0.5f, 1e-8f, -1e-6f, 0, 1, false};
  ROW("Adam step of 1048576", 1, lk_adam_f32(c, a, d, positive, 0, million, step),
      free_adam(c, a, d, positive, million, 0.1f, 0.001f, 0.5f, 1e-8f, -1e-6f));
  ROW("Adam step of 1000", 1000, lk_adam_f32(c, a, d, positive, 0, 1000, step),
      free_adam(c, a, d, positive, 1000, 0.1f, 0.001f, 0.5f, 1e-8f, -1e-6f));
  ROW("SGD step, momentum, 1048576", 1, lk_sgd_f32(c, a, d, million, 1e-6f, 0.9f, 1, 0, false, false, false),
      free_sgd(c, a, d, million, 1e-6f, 0.9f));
  ROW("a + alpha b of 1048576", 1, lk_add_scaled_f32(a, 1, b, 1, 0.5f, c, million), free_add_scaled(a, b, 0.5f, c, million));
  ROW("a * b of 1048576", 1, lk_mul_f32(a, 1, b, 1, c, million), free_multiply(a, b, c, million));
  ROW("exp of 100000", 10, lk_exp_f32(a, c, 100000), free_exp(a, c, 100000));
  ROW("log of 100000", 10, lk_log_f32(positive, c, 100000), free_log(positive, c, 100000));
  ROW("tanh of 100000", 10, lk_tanh_f32(a, c, 100000), free_tanh(a, c, 100000));
  ROW("sin of 100000", 10, lk_sin_f32(a, c, 100000), free_sin(a, c, 100000));
  ROW("sqrt of 100000", 10, lk_sqrt_f32(positive, c, 100000), free_sqrt(positive, c, 100000));
  ROW("sigmoid of 100000", 10, lk_sigmoid_f32(a, c, 100000), free_sigmoid(a, c, 100000));
  static const float plain[4] = {1, 20, 0, 0};
  ROW("softplus of 100000", 10, lk_activation_f32(lk_softplus, a, plain, c, 100000), free_softplus(a, c, 100000));
  ROW("pow of 100000", 10, lk_pow_f32(positive, 1, b, 1, c, 100000), free_power(positive, b, c, 100000));
  ROW("norm of 1048576", 1, lk_norms_f32(a, c, 1, million, 2, true), sink = free_norm(a, million));
  ROW("100 x 3136 @ (10 x 3136)T", 10, exact_product(100, 3136, 10, true), free_product(100, 3136, 10, true));
  ROW("100 x 784 @ (256 x 784)T", 2, exact_product(100, 784, 256, true), free_product(100, 784, 256, true));
  ROW("256 x 256 @ 256 x 256", 2, exact_product(256, 256, 256, false), free_product(256, 256, 256, false));
  ROW("1000 x 1000 @ 1000 x 1000", 1, exact_product(1000, 1000, 1000, false), free_product(1000, 1000, 1000, false));
  ROW("5 x 3 @ (1 x 3)T", 10000, exact_product(5, 3, 1, true), free_product(5, 3, 1, true));
  ROW("8 x 100 @ (10 x 100)T", 1000, exact_product(8, 100, 10, true), free_product(8, 100, 10, true));
  ROW("1 x 1000 @ (10 x 1000)T", 1000, exact_product(1, 1000, 10, true), free_product(1, 1000, 10, true));
  return 0;
}
