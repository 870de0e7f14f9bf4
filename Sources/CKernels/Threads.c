#define _GNU_SOURCE
#include "LKThreads.h"
#include <dlfcn.h>
#include <malloc.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

// libgomp comes with oneDNN. Its entry points are looked up, not linked, so that building needs no OpenMP package.
static void (*gomp_parallel)(void (*)(void *), void *, unsigned, unsigned);
static int (*omp_thread_num)(void);
static int (*omp_threads)(void);
static int (*omp_nested)(void);
static void (*omp_set_threads)(int);
static int threads = 1;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void find_pool(void) {
  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  threads = cores > 0 ? (int)cores : 1;
  const char *wanted = getenv("OMP_NUM_THREADS");
  if (wanted && atoi(wanted) > 0) threads = atoi(wanted);
  // Threads that wait for the next loop spin for some 0.1 ms before they sleep, unless the user says otherwise: libgomp's 4 ms take the
  // processor from whoever else needs it, its own other threads included.
  bool is_ours = !getenv("GOMP_SPINCOUNT") && !getenv("OMP_WAIT_POLICY") && setenv("GOMP_SPINCOUNT", "3000", 1) == 0;
  void *pool = dlopen("libgomp.so.1", RTLD_NOW | RTLD_GLOBAL);
  if (is_ours) unsetenv("GOMP_SPINCOUNT");
  if (!pool) {
    threads = 1;
    return;
  }
  gomp_parallel = (void (*)(void (*)(void *), void *, unsigned, unsigned))dlsym(pool, "GOMP_parallel");
  omp_thread_num = (int (*)(void))dlsym(pool, "omp_get_thread_num");
  omp_threads = (int (*)(void))dlsym(pool, "omp_get_num_threads");
  omp_nested = (int (*)(void))dlsym(pool, "omp_in_parallel");
  omp_set_threads = (void (*)(int))dlsym(pool, "omp_set_num_threads");
}

int lk_get_threads(void) {
  pthread_once(&once, find_pool);
  return threads;
}

void lk_set_threads(int count) {
  pthread_once(&once, find_pool);
  threads = count < 1 ? 1 : count;
}

void lk_apply_threads(void) {
  static _Thread_local int applied;
  pthread_once(&once, find_pool);
  if (applied == threads || !omp_set_threads) return;
  omp_set_threads(threads);
  applied = threads;
}

int lk_pieces(int64_t count, int64_t grain) {
  int64_t most = grain > 0 ? count / grain : count;
  // Small work never opens the pool.
  if (most <= 1) return 1;
  int64_t limit = lk_get_threads();
  if (most > limit) most = limit;
  return (int)most;
}

struct job {
  int64_t count;
  void *context;
  lk_body body;
  int pieces;
};

/// Where a piece begins: long ones at whole vectors, so that what is left over is the same for any number of pieces.
static int64_t boundary(const struct job *job, int piece) {
  int64_t at = job->count * piece / job->pieces;
  return piece == job->pieces || job->count / job->pieces < 1024 ? at : at & ~(int64_t)63;
}

static void run_piece(void *data) {
  const struct job *job = data;
  // The pool may give fewer threads than asked for; then each takes several pieces.
  int step = omp_threads();
  for (int piece = omp_thread_num(); piece < job->pieces; piece += step) {
    int64_t from = boundary(job, piece), to = boundary(job, piece + 1);
    if (from < to) job->body(job->context, from, to, piece);
  }
}

void lk_parallel(int64_t count, int64_t grain, void *context, lk_body body) {
  if (count <= 0) return;
  int pieces = lk_pieces(count, grain);
  if (pieces == 1 || !gomp_parallel || omp_nested()) {
    body(context, 0, count, 0);
    return;
  }
  struct job job = {count, context, body, pieces};
  gomp_parallel(run_piece, &job, (unsigned)pieces, 0);
}

bool lk_has_avx512(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq")
    && __builtin_cpu_supports("avx512bw");
}

void lk_prepare_memory(void) {
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TOP_PAD, 1 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 24);
}

// Kept buffers: a few per power-of-two class, at most 256 MB in all.
enum { smallest_kept = 1 << 10, classes = 22, kept_per_class = 24 };
static void *kept[classes][kept_per_class];
static int kept_count[classes];
static int64_t kept_bytes;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/// Sizes are rounded up to a quarter of a power of two, so a kept buffer serves slightly smaller requests too.
static int64_t rounded(int64_t bytes) {
  if (bytes < smallest_kept) return (bytes + 63) & ~(int64_t)63;
  int64_t quarter = (int64_t)1 << (63 - __builtin_clzll((uint64_t)bytes) - 2);
  return (bytes + quarter - 1) & ~(quarter - 1);
}

static int class_of(int64_t size) {
  int index = 63 - __builtin_clzll((uint64_t)size) - 10;
  return index < classes ? index : -1;
}

static void free_kept(void) {
  pthread_mutex_lock(&lock);
  for (int index = 0; index < classes; index++)
    while (kept_count[index] > 0) free(kept[index][--kept_count[index]]);
  kept_bytes = 0;
  pthread_mutex_unlock(&lock);
}

/// What stays free after a large allocation for all the small ones, which have no way to say that there is no more.
enum { headroom = 32 << 20, looked_into = 1 << 20 };

static void *aligned(int64_t size) {
  void *buffer = 0;
  return posix_memalign(&buffer, 64, (size_t)size) == 0 ? buffer : 0;
}

/// New memory, if that leaves some; null otherwise. Smaller blocks are counted, and looked into once a megabyte.
static void *fresh(int64_t size) {
  static _Atomic int64_t unseen;
  if (size < looked_into) {
    if ((unseen += size) < looked_into) return aligned(size);
    unseen = 0;
  }
  void *rest = mmap(0, headroom, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (rest == MAP_FAILED) return 0;
  void *buffer = aligned(size);
  munmap(rest, headroom);
  return buffer;
}

void *lk_reserve(int64_t bytes) {
  // Pages that nobody touches cost nothing.
  int64_t size = (bytes + 4095) & ~(int64_t)4095;
  char *memory = mmap(0, (size_t)(size + headroom), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) return 0;
  munmap(memory + size, headroom);
  return memory;
}

void lk_release(void *memory, int64_t bytes) { munmap(memory, (size_t)((bytes + 4095) & ~(int64_t)4095)); }

void *lk_buffer_allocate_last(int64_t bytes) {
  void *buffer = lk_buffer_allocate(bytes);
  return buffer ? buffer : aligned(rounded(bytes < 64 ? 64 : bytes));
}

void *lk_buffer_allocate(int64_t bytes) {
  int64_t size = rounded(bytes < 64 ? 64 : bytes);
  if (size >= smallest_kept && class_of(size) >= 0) {
    int index = class_of(size);
    pthread_mutex_lock(&lock);
    for (int i = kept_count[index] - 1; i >= 0; i--) {
      void *buffer = kept[index][i];
      if (((int64_t *)buffer)[0] != size) continue;
      kept[index][i] = kept[index][--kept_count[index]];
      kept_bytes -= size;
      pthread_mutex_unlock(&lock);
      return buffer;
    }
    pthread_mutex_unlock(&lock);
  }
  void *buffer = fresh(size);
  if (buffer) return buffer;
  // What is kept for reuse may make the room that is missing.
  free_kept();
  return fresh(size);
}

void lk_buffer_free(void *buffer, int64_t bytes) {
  if (!buffer) return;
  int64_t size = rounded(bytes < 64 ? 64 : bytes);
  if (size >= smallest_kept && class_of(size) >= 0) {
    int index = class_of(size);
    pthread_mutex_lock(&lock);
    if (kept_count[index] < kept_per_class && kept_bytes + size <= ((int64_t)256 << 20)) {
      ((int64_t *)buffer)[0] = size;
      kept[index][kept_count[index]++] = buffer;
      kept_bytes += size;
      pthread_mutex_unlock(&lock);
      return;
    }
    pthread_mutex_unlock(&lock);
  }
  free(buffer);
}
