#include "LKSorting.h"
#include "LKThreads.h"
#include "Multiversion.h"
#include <stdatomic.h>
#include <string.h>

enum { grain = 8192, few = 48, digit = 256 };

struct job {
  const void *x;
  void *values;
  int64_t n, count, *places;
  bool descending;
  atomic_bool failed;
};

/// Unsigned numbers in the order of the floats: signs turned round, both zeros alike, every not-a-number last.
LK_INLINE uint32_t key_f32(float x) {
  uint32_t bits;
  x = x == 0 ? 0.0f : x;
  memcpy(&bits, &x, 4);
  bits = bits & 0x80000000u ? ~bits : bits | 0x80000000u;
  return x != x ? 0xffffffffu : bits;
}
LK_INLINE uint64_t key_f64(double x) {
  uint64_t bits;
  x = x == 0 ? 0.0 : x;
  memcpy(&bits, &x, 8);
  bits = bits >> 63 ? ~bits : bits | 1ull << 63;
  return x != x ? ~0ull : bits;
}
LK_INLINE uint64_t key_i64(int64_t x) { return (uint64_t)x ^ 1ull << 63; }

#define SORT(suffix, T, K) \
  struct entry_##suffix { K key; uint32_t place; }; \
  LK_INLINE K ordered_##suffix(T x, bool descending) { K key = key_##suffix(x); return descending ? (K)~key : key; } \
  /* Keeps the first `count` while running over the row: most numbers fail the one comparison. */ \
  static void first_##suffix(const T *x, int64_t n, int64_t count, bool descending, struct entry_##suffix *kept) { \
    int64_t have = 0; \
    for (int64_t i = 0; i < n; i++) { \
      K key = ordered_##suffix(x[i], descending); \
      if (have == count && key >= kept[count - 1].key) continue; \
      int64_t at = have < count ? have++ : count - 1; \
      for (; at > 0 && kept[at - 1].key > key; at--) kept[at] = kept[at - 1]; \
      kept[at] = (struct entry_##suffix){key, (uint32_t)i}; \
    } \
  } \
  /* From the lowest byte up; a byte that all keys share needs no pass. */ \
  static struct entry_##suffix *radix_##suffix(struct entry_##suffix *a, struct entry_##suffix *b, int64_t n) { \
    uint32_t counts[sizeof(K)][digit]; \
    memset(counts, 0, sizeof counts); \
    for (int64_t i = 0; i < n; i++) \
      for (unsigned d = 0; d < sizeof(K); d++) counts[d][a[i].key >> (8 * d) & 255]++; \
    for (unsigned d = 0; d < sizeof(K); d++) { \
      if (counts[d][a[0].key >> (8 * d) & 255] == n) continue; \
      uint32_t next = 0; \
      for (int v = 0; v < digit; v++) { \
        uint32_t here = counts[d][v]; \
        counts[d][v] = next; \
        next += here; \
      } \
      for (int64_t i = 0; i < n; i++) b[counts[d][a[i].key >> (8 * d) & 255]++] = a[i]; \
      struct entry_##suffix *other = a; \
      a = b; \
      b = other; \
    } \
    return a; \
  } \
  static void piece_##suffix(void *context, int64_t from, int64_t to, int piece) { \
    (void)piece; \
    struct job *j = context; \
    bool small = j->n <= few || j->count <= few; \
    int64_t room = small ? j->count : 2 * j->n, bytes = room * (int64_t)sizeof(struct entry_##suffix); \
    struct entry_##suffix *a = lk_buffer_allocate(bytes); \
    if (!a) { \
      j->failed = true; \
      return; \
    } \
    for (int64_t line = from; line < to; line++) { \
      const T *x = (const T *)j->x + line * j->n; \
      struct entry_##suffix *sorted = a; \
      if (small) { \
        first_##suffix(x, j->n, j->count, j->descending, a); \
      } else { \
        for (int64_t i = 0; i < j->n; i++) a[i] = (struct entry_##suffix){ordered_##suffix(x[i], j->descending), (uint32_t)i}; \
        sorted = radix_##suffix(a, a + j->n, j->n); \
      } \
      T *values = (T *)j->values + line * j->count; \
      int64_t *places = j->places + line * j->count; \
      for (int64_t i = 0; i < j->count; i++) { \
        places[i] = sorted[i].place; \
        values[i] = x[sorted[i].place]; \
      } \
    } \
    lk_buffer_free(a, bytes); \
  }
SORT(f32, float, uint32_t)
SORT(f64, double, uint64_t)
SORT(i64, int64_t, uint64_t)

bool lk_sort(enum lk_type type, bool descending, const void *x, int64_t lines, int64_t n, int64_t count, void *values, int64_t *places) {
  if (n >= (int64_t)1 << 32) return false;
  if (n == 0 || count == 0) return true;
  struct job job = {.x = x, .values = values, .n = n, .count = count, .places = places, .descending = descending};
  lk_parallel(lines, 1 + grain / n, &job, type == lk_f32 ? piece_f32 : type == lk_f64 ? piece_f64 : piece_i64);
  return !job.failed;
}
