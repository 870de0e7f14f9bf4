// The loops of Sources/CKernels as one would write them if any order and any fusing were welcome; compiled with -Ofast.
#include <math.h>
#include <stdbool.h>
#include <stdint.h>

float free_sum(const float *x, int64_t n) {
  float sum = 0;
  for (int64_t i = 0; i < n; i++) sum += x[i];
  return sum;
}

void free_sum_rows(const float *x, int64_t rows, int64_t n, float *out) {
  for (int64_t r = 0; r < rows; r++) out[r] = free_sum(x + r * n, n);
}

void free_sum_columns(const float *x, int64_t rows, int64_t n, float *restrict out) {
  for (int64_t j = 0; j < n; j++) out[j] = 0;
  for (int64_t r = 0; r < rows; r++)
    for (int64_t j = 0; j < n; j++) out[j] += x[r * n + j];
}

float free_dot(const float *a, const float *b, int64_t n) {
  float sum = 0;
  for (int64_t i = 0; i < n; i++) sum += a[i] * b[i];
  return sum;
}

void free_running_sum(const float *x, float *out, int64_t n) {
  float sum = 0;
  for (int64_t i = 0; i < n; i++) out[i] = sum += x[i];
}

void free_softmax(const float *x, float *restrict out, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, x += n, out += n) {
    float largest = x[0], sum = 0;
    for (int64_t j = 0; j < n; j++) largest = x[j] > largest ? x[j] : largest;
    for (int64_t j = 0; j < n; j++) out[j] = expf(x[j] - largest);
    for (int64_t j = 0; j < n; j++) sum += out[j];
    float factor = 1 / sum;
    for (int64_t j = 0; j < n; j++) out[j] *= factor;
  }
}

void free_log_softmax(const float *x, float *restrict out, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, x += n, out += n) {
    float largest = x[0], sum = 0;
    for (int64_t j = 0; j < n; j++) largest = x[j] > largest ? x[j] : largest;
    for (int64_t j = 0; j < n; j++) out[j] = expf(x[j] - largest);
    for (int64_t j = 0; j < n; j++) sum += out[j];
    float shift = largest + logf(sum);
    for (int64_t j = 0; j < n; j++) out[j] = x[j] - shift;
  }
}

float free_nll(const float *logp, const int64_t *target, int64_t rows, int64_t classes) {
  float sum = 0;
  for (int64_t r = 0; r < rows; r++) sum -= logp[r * classes + target[r]];
  return sum;
}

void free_statistics(const float *x, int64_t n, int64_t channels, int64_t size, float *mean, float *squares) {
  for (int64_t c = 0; c < channels; c++) {
    float sum = 0, spread = 0;
    for (int64_t i = 0; i < n; i++)
      for (int64_t j = 0; j < size; j++) sum += x[(i * channels + c) * size + j];
    float m = sum / (float)(n * size);
    for (int64_t i = 0; i < n; i++)
      for (int64_t j = 0; j < size; j++) {
        float d = x[(i * channels + c) * size + j] - m;
        spread += d * d;
      }
    mean[c] = m;
    squares[c] = spread;
  }
}

void free_sgd(float *w, const float *g, float *buffer, int64_t n, float lr, float momentum) {
  for (int64_t i = 0; i < n; i++) {
    buffer[i] = buffer[i] * momentum + g[i];
    w[i] -= lr * buffer[i];
  }
}

void free_adam(float *w, const float *g, float *m, float *v, int64_t n, float b1, float b2, float root, float eps, float step) {
  for (int64_t i = 0; i < n; i++) {
    m[i] += b1 * (g[i] - m[i]);
    v[i] = v[i] * (1 - b2) + b2 * g[i] * g[i];
    w[i] += step * m[i] / (sqrtf(v[i]) / root + eps);
  }
}

#define FREE_UNARY(name, call) \
  void free_##name(const float *x, float *out, int64_t n) { \
    for (int64_t i = 0; i < n; i++) out[i] = call; \
  }
FREE_UNARY(exp, expf(x[i]))
FREE_UNARY(log, logf(x[i]))
FREE_UNARY(tanh, tanhf(x[i]))
FREE_UNARY(sin, sinf(x[i]))
FREE_UNARY(sqrt, sqrtf(x[i]))
FREE_UNARY(sigmoid, 1 / (1 + expf(-x[i])))

FREE_UNARY(softplus, logf(1 + expf(x[i])))
void free_power(const float *a, const float *b, float *out, int64_t n) {
  for (int64_t i = 0; i < n; i++) out[i] = powf(a[i], b[i]);
}
float free_norm(const float *x, int64_t n) {
  float sum = 0;
  for (int64_t i = 0; i < n; i++) sum += x[i] * x[i];
  return sqrtf(sum);
}

void free_add_scaled(const float *a, const float *b, float alpha, float *out, int64_t n) {
  for (int64_t i = 0; i < n; i++) out[i] = a[i] + alpha * b[i];
}
void free_multiply(const float *a, const float *b, float *out, int64_t n) {
  for (int64_t i = 0; i < n; i++) out[i] = a[i] * b[i];
}
