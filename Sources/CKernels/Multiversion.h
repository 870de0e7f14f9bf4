#pragma once
/// Compiles a loop for three processor generations; the best one is chosen when the program starts.
#define LK_MULTI __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#define LK_INLINE static inline __attribute__((always_inline))
