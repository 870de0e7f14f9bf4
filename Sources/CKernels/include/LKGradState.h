#pragma once
#include <stdbool.h>
#include <stdint.h>

/// The calling thread's autograd state. It is C because Swift has no cheap thread-local variable.
extern _Thread_local bool lk_thread_grad_disabled;
extern _Thread_local int64_t lk_thread_node_count;

static inline bool lk_grad_enabled(void) { return !lk_thread_grad_disabled; }
static inline void lk_set_grad_enabled(bool enabled) { lk_thread_grad_disabled = !enabled; }
/// A number larger than that of every node made before on this thread.
static inline int64_t lk_next_node_number(void) { return ++lk_thread_node_count; }
