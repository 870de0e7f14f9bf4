#pragma once
#include <stdbool.h>
#include <stdint.h>

// Optimizer steps over one parameter of n elements, in place. Scalars were computed in double and rounded to float by the caller.

/// SGD: weight decay, momentum buffer (null without momentum; `first` on its first use), nesterov, then w = fma(g, -lr, w).
void lk_sgd_f32(float *w, const float *g, float *buffer, int64_t n, float lr, float momentum, float dampening_rest, float decay,
    bool nesterov, bool first, bool maximize);

/// What an Adam step needs to know.
typedef struct {
  float one_minus_beta1, beta2, one_minus_beta2;
  float bias2_root;    ///< sqrt(1 - beta2^t)
  float epsilon;
  float negative_step; ///< -(lr / (1 - beta1^t))
  float decay;         ///< L2 weight decay, 0 for none
  float shrink;        ///< AdamW: 1 - lr * decay, 1 for none
  bool maximize;
} lk_adam;
/// Adam and AdamW; `v_max` is null without amsgrad.
void lk_adam_f32(float *w, const float *g, float *m, float *v, float *v_max, int64_t n, lk_adam step);

/// What an RMSprop step needs to know.
typedef struct {
  float alpha, one_minus_alpha, epsilon, lr, momentum, decay;
  bool maximize;
} lk_rmsprop;
/// RMSprop; `buffer` is null without momentum, `mean` without centring.
void lk_rmsprop_f32(float *w, const float *g, float *square, float *mean, float *buffer, int64_t n, lk_rmsprop step);
