#include "SquareRoot.h"
#include "LKElementwise.h"
#include "LKThreads.h"

LK_AVX512 static void roots_avx512(const float *x, float *out, int64_t n) {
  int64_t i = 0;
  for (; i + 16 <= n; i += 16) _mm512_storeu_ps(out + i, lk_sqrt16(_mm512_loadu_ps(x + i)));
  if (i < n) {
    __mmask16 rest = (__mmask16)((1u << (n - i)) - 1);
    _mm512_mask_storeu_ps(out + i, rest, lk_sqrt16(_mm512_maskz_loadu_ps(rest, x + i)));
  }
}

LK_MULTI static void roots(const float *x, float *out, int64_t n) {
#pragma clang loop vectorize(assume_safety)
  for (int64_t i = 0; i < n; i++) out[i] = lk_sqrt_lane(x[i]);
}

struct job {
  const float *x;
  float *out;
};

static void run(void *context, int64_t from, int64_t to, int piece) {
  (void)piece;
  struct job *job = context;
  if (lk_has_avx512()) roots_avx512(job->x + from, job->out + from, to - from);
  else roots(job->x + from, job->out + from, to - from);
}

void lk_sqrt_f32(const float *x, float *out, int64_t n) {
  struct job job = {x, out};
  lk_parallel(n, 16384, &job, run);
}

float lk_root_f32(float x) { return lk_sqrt_lane(x); }
