#pragma once
#if !__has_include(<oneapi/dnnl/dnnl.h>)
#error "Lectern needs the system package libdnnl-dev (Debian: apt-get install libdnnl-dev)"
#endif
#include <oneapi/dnnl/dnnl.h>
#include <stdbool.h>

// oneDNN is opened when the first function below needs it: loading its 40 MB takes longer than many a script. Where the library is
// missing, functions fail with `dnnl_runtime_error`.

/// A convolution, or one of its gradients, with the layouts it wants; source, weights, bias and destination stand for the
/// gradients where the primitive computes those.
typedef struct {
  dnnl_primitive_t primitive;
  dnnl_memory_desc_t source, weights, bias, destination;
  dnnl_memory_desc_t scratchpad;
} lkd_convolution;

typedef enum { lkd_forward, lkd_backward_data, lkd_backward_weights } lkd_direction;

/// Sizes of a convolution; weights have a leading group dimension when `groups` > 1.
typedef struct {
  int rank;
  int weight_rank;
  bool has_bias;
  dnnl_dims_t source, weights, destination, strides, dilates, padding_low, padding_high;
} lkd_geometry;

/// One LSTM layer in one direction, or its gradients, with the layouts of the weights that it wants. Sequences are [step][sample][feature]
/// and states [sample][feature], without gaps; `plain_layer` and `plain_iter` stand for weights as [gate][output][input].
typedef struct {
  dnnl_primitive_t primitive;
  dnnl_memory_desc_t sequence, output, state, bias;
  dnnl_memory_desc_t plain_layer, plain_iter, weights_layer, weights_iter;
  dnnl_memory_desc_t gradient_layer, gradient_iter;
  dnnl_memory_desc_t workspace, scratchpad;
} lkd_lstm;

/// What an LSTM primitive is for: values alone, values and what the gradients need, gradients.
typedef enum { lkd_lstm_values, lkd_lstm_recorded, lkd_lstm_gradients } lkd_lstm_use;

/// One argument of `lkd_execute`: its role, its layout, where it lies.
typedef struct {
  int role;
  const dnnl_memory_desc_t *layout;
  void *data;
} lkd_argument;

/// The processor's engine.
dnnl_status_t lkd_engine(dnnl_engine_t *engine);

/// Bytes that a layout needs, padding included.
int64_t lkd_byte_count(const dnnl_memory_desc_t *desc);

/// Whether two layouts are the same.
bool lkd_equal(const dnnl_memory_desc_t *a, const dnnl_memory_desc_t *b);

/// Gives a primitive up.
void lkd_primitive_destroy(dnnl_primitive_t primitive);

/// A row-major layout.
dnnl_status_t lkd_plain(dnnl_memory_desc_t *desc, int rank, const dnnl_dims_t dims);

/// A layout in blocks of `block` channels, as oneDNN prefers it (nChw16c and relatives).
dnnl_status_t lkd_blocked(dnnl_memory_desc_t *desc, int rank, const dnnl_dims_t dims, int block);

/// Builds a primitive that chooses its own layouts.
dnnl_status_t lkd_convolution_create(
    dnnl_engine_t engine, const lkd_geometry *g, lkd_direction direction, lkd_convolution *out);

/// Builds an LSTM primitive.
dnnl_status_t lkd_lstm_create(dnnl_engine_t engine, dnnl_dim_t steps, dnnl_dim_t batch, dnnl_dim_t inputs,
    dnnl_dim_t hidden, bool reversed, lkd_lstm_use use, lkd_lstm *out);

/// A primitive that copies from one layout to another.
dnnl_status_t lkd_reorder_create(
    dnnl_engine_t engine, const dnnl_memory_desc_t *from, const dnnl_memory_desc_t *to, dnnl_primitive_t *out,
    dnnl_memory_desc_t *scratchpad);

/// Runs a primitive on at most 24 arguments and waits for it.
dnnl_status_t lkd_execute(
    dnnl_engine_t engine, dnnl_primitive_t primitive, int count, const lkd_argument *arguments);

/// The gradient of GELU by the error function for `n` numbers; made and run at once (oneDNN remembers its code).
dnnl_status_t lkd_gelu_gradient(dnnl_engine_t engine, dnnl_dim_t n, const float *x, const float *grad, float *out);

/// The number of channels in an inner block when the layout is [N][C / block][spatial…][block]; 0 for any other layout.
int lkd_channel_block(const dnnl_memory_desc_t *desc);
