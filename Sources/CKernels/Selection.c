#include "LKSorting.h"
#include "LKThreads.h"
#include "SquareRoot.h"
#include <string.h>

enum { few = 24, slack = 16 };

/// Sorts a few numbers and gives the one at place k.
static float sorted_place(float *v, int64_t n, int64_t k) {
  for (int64_t i = 1; i < n; i++) {
    float x = v[i];
    int64_t at = i;
    for (; at > 0 && v[at - 1] > x; at--) v[at] = v[at - 1];
    v[at] = x;
  }
  return v[k];
}

LK_AVX512 static bool has_nan(const float *x, int64_t n) {
  __mmask16 odd = 0;
  for (int64_t i = 0; i < n; i += 16) {
    __mmask16 lanes = n - i < 16 ? (__mmask16)((1u << (n - i)) - 1) : 0xffff;
    __m512 v = _mm512_maskz_loadu_ps(lanes, x + i);
    odd |= _mm512_cmp_ps_mask(v, v, _CMP_UNORD_Q);
  }
  return odd != 0;
}

/// Divides numbers into those below and those above a pivot, both with room for a vector behind them.
LK_AVX512 static void divide(const float *x, int64_t n, float pivot, float *below, int64_t *belows, float *above, int64_t *aboves) {
  __m512 p = _mm512_set1_ps(pivot);
  int64_t b = 0, a = 0;
  for (int64_t i = 0; i < n; i += 16) {
    __mmask16 lanes = n - i < 16 ? (__mmask16)((1u << (n - i)) - 1) : 0xffff;
    __m512 v = _mm512_maskz_loadu_ps(lanes, x + i);
    __mmask16 less = _mm512_mask_cmp_ps_mask(lanes, v, p, _CMP_LT_OQ), more = _mm512_mask_cmp_ps_mask(lanes, v, p, _CMP_GT_OQ);
    _mm512_storeu_ps(below + b, _mm512_maskz_compress_ps(less, v));
    _mm512_storeu_ps(above + a, _mm512_maskz_compress_ps(more, v));
    b += __builtin_popcount(less);
    a += __builtin_popcount(more);
  }
  *belows = b;
  *aboves = a;
}

bool lk_kth_f32(const float *x, int64_t n, int64_t k, float *value) {
  if (!lk_has_avx512() || has_nan(x, n)) return false;
  int64_t room = n + slack, bytes = 3 * room * (int64_t)sizeof(float);
  float *buffer = lk_buffer_allocate(bytes);
  if (!buffer) return false;
  float *parts[3] = {buffer, buffer + room, buffer + 2 * room};
  const float *rest = x;
  uint64_t draw = 1;
  // Random pivots: no order of the numbers is a bad one.
  while (n > few) {
    float drawn[3];
    for (int i = 0; i < 3; i++) {
      draw = draw * 6364136223846793005u + 1442695040888963407u;
      drawn[i] = rest[(draw >> 33) % (uint64_t)n];
    }
    float low = drawn[0] < drawn[1] ? drawn[0] : drawn[1], high = drawn[0] < drawn[1] ? drawn[1] : drawn[0];
    float pivot = drawn[2] < low ? low : drawn[2] > high ? high : drawn[2];
    int64_t belows, aboves;
    divide(rest, n, pivot, parts[0], &belows, parts[1], &aboves);
    if (k >= belows && k < n - aboves) {
      *value = pivot;
      lk_buffer_free(buffer, bytes);
      return true;
    }
    int chosen = k < belows ? 0 : 1;
    if (chosen) k -= n - aboves;
    n = chosen ? aboves : belows;
    // The part that goes on is read next, the other two are written.
    float *next = parts[chosen];
    parts[chosen] = parts[2];
    parts[2] = next;
    rest = next;
  }
  memcpy(parts[0], rest, (size_t)n * sizeof(float));
  *value = sorted_place(parts[0], n, k);
  lk_buffer_free(buffer, bytes);
  return true;
}
