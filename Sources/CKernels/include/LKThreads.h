#pragma once
#include <stdbool.h>
#include <stdint.h>

/// A piece of a loop: the items from..<to. `piece` counts from 0.
typedef void (*lk_body)(void *context, int64_t from, int64_t to, int piece);

/// Runs `body` over 0..<count on oneDNN's own thread pool, in consecutive pieces of at least `grain` items.
void lk_parallel(int64_t count, int64_t grain, void *context, lk_body body);
/// Number of pieces that `lk_parallel` would make.
int lk_pieces(int64_t count, int64_t grain);
/// Threads used by loops and by oneDNN: the number of cores, or OMP_NUM_THREADS, unless set.
int lk_get_threads(void);
void lk_set_threads(int count);
/// Tells the pool that number for calls of oneDNN from this thread; the pool keeps it per calling thread.
void lk_apply_threads(void);
/// True where the processor has the AVX-512 forms that PyTorch's numbers depend on.
bool lk_has_avx512(void);

/// Tells the C library to serve all threads from one arena that grows a megabyte at a time: one of the interpreter's thread's own would
/// grow by a system call for every page.
void lk_prepare_memory(void);

/// Buffers for tensor storage: 64-byte aligned, large ones kept for reuse because fresh pages cost more than most loops. Null when there
/// is no memory, or so little that small allocations would soon fail, which ends a process.
void *lk_buffer_allocate(int64_t bytes);
void lk_buffer_free(void *buffer, int64_t bytes);
/// The same from the very last memory, for small buffers without which what is promised cannot be done.
void *lk_buffer_allocate_last(int64_t bytes);
/// Addresses that can be written at any time later, and cost nothing until then; null when there is no memory.
void *lk_reserve(int64_t bytes);
void lk_release(void *memory, int64_t bytes);
