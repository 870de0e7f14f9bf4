#pragma once
#if !__has_include(<oneapi/dnnl/dnnl.h>)
#error "Lectern needs the system package libdnnl-dev (Debian: apt-get install libdnnl-dev)"
#endif
#include <oneapi/dnnl/dnnl.h>
#include <stdbool.h>
#include <string.h>

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

/// Settings of every primitive: scratch memory comes with each execution. oneDNN's own is one a thread, sized by the primitives that
/// this thread built, so that a primitive built on one thread must not run on another.
static inline dnnl_status_t lkd_settings(dnnl_primitive_attr_t *out) {
  dnnl_status_t status = dnnl_primitive_attr_create(out);
  if (status == dnnl_success) status = dnnl_primitive_attr_set_scratchpad_mode(*out, dnnl_scratchpad_mode_user);
  return status;
}

/// A primitive descriptor with these settings.
static inline dnnl_status_t lkd_describe(
    dnnl_primitive_desc_t *out, const_dnnl_op_desc_t desc, dnnl_engine_t engine, const_dnnl_primitive_desc_t forward) {
  dnnl_primitive_attr_t settings = NULL;
  dnnl_status_t status = lkd_settings(&settings);
  if (status == dnnl_success) status = dnnl_primitive_desc_create(out, desc, settings, engine, forward);
  if (settings) dnnl_primitive_attr_destroy(settings);
  return status;
}

static inline dnnl_status_t lkd_any(dnnl_memory_desc_t *desc, int rank, const dnnl_dims_t dims) {
  return dnnl_memory_desc_init_by_tag(desc, rank, dims, dnnl_f32, dnnl_format_tag_any);
}

/// A row-major layout.
static inline dnnl_status_t lkd_plain(dnnl_memory_desc_t *desc, int rank, const dnnl_dims_t dims) {
  dnnl_dims_t strides;
  dnnl_dim_t step = 1;
  for (int i = rank - 1; i >= 0; i--) {
    strides[i] = step;
    step *= dims[i] > 0 ? dims[i] : 1;
  }
  return dnnl_memory_desc_init_by_strides(desc, rank, dims, dnnl_f32, strides);
}

/// A layout in blocks of `block` channels, as oneDNN prefers it (nChw16c and relatives).
static inline dnnl_status_t lkd_blocked(dnnl_memory_desc_t *desc, int rank, const dnnl_dims_t dims, int block) {
  dnnl_format_tag_t tag = rank == 3 ? (block == 16 ? dnnl_nCw16c : dnnl_nCw8c)
    : rank == 4                     ? (block == 16 ? dnnl_nChw16c : dnnl_nChw8c)
                                    : (block == 16 ? dnnl_nCdhw16c : dnnl_nCdhw8c);
  return dnnl_memory_desc_init_by_tag(desc, rank, dims, dnnl_f32, tag);
}

static inline dnnl_status_t lkd_forward_descriptor(
    dnnl_engine_t engine, const lkd_geometry *g, dnnl_primitive_desc_t *out) {
  dnnl_memory_desc_t source, weights, bias, destination;
  lkd_any(&source, g->rank, g->source);
  lkd_any(&weights, g->weight_rank, g->weights);
  lkd_any(&destination, g->rank, g->destination);
  dnnl_dims_t channels = {g->destination[1]};
  lkd_any(&bias, 1, channels);
  dnnl_convolution_desc_t desc;
  dnnl_status_t status = dnnl_dilated_convolution_forward_desc_init(&desc, dnnl_forward_training, dnnl_convolution_direct, &source,
      &weights, g->has_bias ? &bias : NULL, &destination, g->strides, g->dilates, g->padding_low, g->padding_high);
  if (status != dnnl_success) return status;
  return lkd_describe(out, &desc, engine, NULL);
}

/// Builds a primitive that chooses its own layouts.
static inline dnnl_status_t lkd_convolution_create(
    dnnl_engine_t engine, const lkd_geometry *g, lkd_direction direction, lkd_convolution *out) {
  dnnl_primitive_desc_t forward = NULL, chosen = NULL;
  dnnl_status_t status = lkd_forward_descriptor(engine, g, &forward);
  if (status != dnnl_success) return status;
  dnnl_memory_desc_t source, weights, bias, destination;
  lkd_any(&source, g->rank, g->source);
  lkd_any(&weights, g->weight_rank, g->weights);
  lkd_any(&destination, g->rank, g->destination);
  dnnl_dims_t channels = {g->destination[1]};
  lkd_any(&bias, 1, channels);
  dnnl_convolution_desc_t desc;
  dnnl_query_t kinds[4] = {dnnl_query_src_md, dnnl_query_weights_md, dnnl_query_weights_md, dnnl_query_dst_md};
  if (direction == lkd_forward) {
    chosen = forward;
  } else if (direction == lkd_backward_data) {
    status = dnnl_dilated_convolution_backward_data_desc_init(&desc, dnnl_convolution_direct, &source, &weights, &destination,
        g->strides, g->dilates, g->padding_low, g->padding_high);
    kinds[0] = dnnl_query_diff_src_md;
    kinds[3] = dnnl_query_diff_dst_md;
  } else {
    status = dnnl_dilated_convolution_backward_weights_desc_init(&desc, dnnl_convolution_direct, &source, &weights,
        g->has_bias ? &bias : NULL, &destination, g->strides, g->dilates, g->padding_low, g->padding_high);
    kinds[1] = kinds[2] = dnnl_query_diff_weights_md;
    kinds[3] = dnnl_query_diff_dst_md;
  }
  if (direction != lkd_forward) {
    if (status == dnnl_success) status = lkd_describe(&chosen, &desc, engine, forward);
    dnnl_primitive_desc_destroy(forward);
    if (status != dnnl_success) return status;
  }
  out->source = *dnnl_primitive_desc_query_md(chosen, kinds[0], 0);
  out->weights = *dnnl_primitive_desc_query_md(chosen, kinds[1], 0);
  out->destination = *dnnl_primitive_desc_query_md(chosen, kinds[3], 0);
  if (g->has_bias && direction != lkd_backward_data) out->bias = *dnnl_primitive_desc_query_md(chosen, kinds[2], 1);
  out->scratchpad = *dnnl_primitive_desc_query_md(chosen, dnnl_query_scratchpad_md, 0);
  status = dnnl_primitive_create(&out->primitive, chosen);
  dnnl_primitive_desc_destroy(chosen);
  return status;
}

/// A primitive that copies from one layout to another.
static inline dnnl_status_t lkd_reorder_create(
    dnnl_engine_t engine, const dnnl_memory_desc_t *from, const dnnl_memory_desc_t *to, dnnl_primitive_t *out,
    dnnl_memory_desc_t *scratchpad) {
  dnnl_primitive_desc_t desc = NULL;
  dnnl_primitive_attr_t settings = NULL;
  dnnl_status_t status = lkd_settings(&settings);
  if (status == dnnl_success) status = dnnl_reorder_primitive_desc_create(&desc, from, engine, to, engine, settings);
  if (settings) dnnl_primitive_attr_destroy(settings);
  if (status != dnnl_success) return status;
  *scratchpad = *dnnl_primitive_desc_query_md(desc, dnnl_query_scratchpad_md, 0);
  status = dnnl_primitive_create(out, desc);
  dnnl_primitive_desc_destroy(desc);
  return status;
}

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

static inline dnnl_status_t lkd_lstm_create(dnnl_engine_t engine, dnnl_dim_t steps, dnnl_dim_t batch, dnnl_dim_t inputs,
    dnnl_dim_t hidden, bool reversed, lkd_lstm_use use, lkd_lstm *out) {
  dnnl_dims_t sequence = {steps, batch, inputs}, output = {steps, batch, hidden}, state = {1, 1, batch, hidden};
  dnnl_dims_t layer = {1, 1, inputs, 4, hidden}, iter = {1, 1, hidden, 4, hidden}, bias = {1, 1, 4, hidden};
  dnnl_memory_desc_t any_layer, any_iter;
  lkd_plain(&out->sequence, 3, sequence);
  lkd_plain(&out->output, 3, output);
  lkd_plain(&out->state, 4, state);
  lkd_plain(&out->bias, 4, bias);
  dnnl_memory_desc_init_by_tag(&out->plain_layer, 5, layer, dnnl_f32, dnnl_ldgoi);
  dnnl_memory_desc_init_by_tag(&out->plain_iter, 5, iter, dnnl_f32, dnnl_ldgoi);
  lkd_any(&any_layer, 5, layer);
  lkd_any(&any_iter, 5, iter);
  dnnl_rnn_direction_t direction = reversed ? dnnl_unidirectional_right2left : dnnl_unidirectional_left2right;
  dnnl_rnn_desc_t desc;
  dnnl_status_t status = dnnl_lstm_forward_desc_init(&desc,
      use == lkd_lstm_values ? dnnl_forward_inference : dnnl_forward_training, direction, &out->sequence, &out->state, &out->state,
      &any_layer, &any_iter, &out->bias, &out->output, &out->state, &out->state, 0);
  dnnl_primitive_desc_t forward = NULL, chosen = NULL;
  if (status == dnnl_success) status = lkd_describe(&forward, &desc, engine, NULL);
  if (status != dnnl_success) return status;
  if (use != lkd_lstm_values) out->workspace = *dnnl_primitive_desc_query_md(forward, dnnl_query_workspace_md, 0);
  if (use == lkd_lstm_gradients) {
    status = dnnl_lstm_backward_desc_init(&desc, dnnl_backward, direction, &out->sequence, &out->state, &out->state, &any_layer,
        &any_iter, &out->bias, &out->output, &out->state, &out->state, &out->sequence, &out->state, &out->state, &any_layer, &any_iter,
        &out->bias, &out->output, &out->state, &out->state, 0);
    if (status == dnnl_success) status = lkd_describe(&chosen, &desc, engine, forward);
    dnnl_primitive_desc_destroy(forward);
    if (status != dnnl_success) return status;
    out->gradient_layer = *dnnl_primitive_desc_query_md(chosen, dnnl_query_diff_weights_md, 0);
    out->gradient_iter = *dnnl_primitive_desc_query_md(chosen, dnnl_query_diff_weights_md, 1);
  } else {
    chosen = forward;
  }
  out->weights_layer = *dnnl_primitive_desc_query_md(chosen, dnnl_query_weights_md, 0);
  out->weights_iter = *dnnl_primitive_desc_query_md(chosen, dnnl_query_weights_md, 1);
  out->scratchpad = *dnnl_primitive_desc_query_md(chosen, dnnl_query_scratchpad_md, 0);
  status = dnnl_primitive_create(&out->primitive, chosen);
  dnnl_primitive_desc_destroy(chosen);
  return status;
}

/// One argument of `lkd_execute`: its role, its layout, where it lies.
typedef struct {
  int role;
  const dnnl_memory_desc_t *layout;
  void *data;
} lkd_argument;

/// Runs a primitive on at most 24 arguments and waits for it.
static inline dnnl_status_t lkd_execute(
    dnnl_engine_t engine, dnnl_stream_t stream, dnnl_primitive_t primitive, int count, const lkd_argument *arguments) {
  dnnl_exec_arg_t list[24];
  dnnl_status_t status = dnnl_success;
  int made = 0;
  for (; made < count && status == dnnl_success; made++) {
    list[made].arg = arguments[made].role;
    status = dnnl_memory_create(&list[made].memory, arguments[made].layout, engine, arguments[made].data);
    if (status != dnnl_success) break;
  }
  if (status == dnnl_success) status = dnnl_primitive_execute(primitive, stream, count, list);
  if (status == dnnl_success) status = dnnl_stream_wait(stream);
  for (int i = 0; i < made; i++) dnnl_memory_destroy(list[i].memory);
  return status;
}

/// GELU by the error function of `n` numbers, or its gradient where `grad` is given; made and run at once (oneDNN remembers its code).
static inline dnnl_status_t lkd_gelu(
    dnnl_engine_t engine, dnnl_stream_t stream, dnnl_dim_t n, const float *x, const float *grad, float *out) {
  dnnl_memory_desc_t layout;
  dnnl_dims_t dims = {n};
  dnnl_eltwise_desc_t desc, gradient;
  dnnl_primitive_desc_t forward = NULL, backward = NULL;
  dnnl_primitive_t primitive = NULL;
  dnnl_status_t status = dnnl_memory_desc_init_by_tag(&layout, 1, dims, dnnl_f32, dnnl_a);
  if (status == dnnl_success)
    status = dnnl_eltwise_forward_desc_init(&desc, dnnl_forward_training, dnnl_eltwise_gelu_erf, &layout, 0, 0);
  if (status == dnnl_success) status = dnnl_primitive_desc_create(&forward, &desc, NULL, engine, NULL);
  if (status == dnnl_success && grad) {
    status = dnnl_eltwise_backward_desc_init(&gradient, dnnl_eltwise_gelu_erf, &layout, &layout, 0, 0);
    if (status == dnnl_success) status = dnnl_primitive_desc_create(&backward, &gradient, NULL, engine, forward);
  }
  if (status == dnnl_success) status = dnnl_primitive_create(&primitive, grad ? backward : forward);
  if (status == dnnl_success) {
    lkd_argument arguments[3] = {
        {DNNL_ARG_SRC, &layout, (void *)x}, {grad ? DNNL_ARG_DIFF_SRC : DNNL_ARG_DST, &layout, out},
        {DNNL_ARG_DIFF_DST, &layout, (void *)grad}};
    status = lkd_execute(engine, stream, primitive, grad ? 3 : 2, arguments);
  }
  if (primitive) dnnl_primitive_destroy(primitive);
  if (backward) dnnl_primitive_desc_destroy(backward);
  if (forward) dnnl_primitive_desc_destroy(forward);
  return status;
}

/// The number of channels in an inner block when the layout is [N][C / block][spatial…][block]; 0 for any other layout.
static inline int lkd_channel_block(const dnnl_memory_desc_t *desc) {
  if (desc->format_kind != dnnl_blocked || desc->ndims < 3) return 0;
  const dnnl_blocking_desc_t *b = &desc->format_desc.blocking;
  if (b->inner_nblks != 1 || b->inner_idxs[0] != 1) return 0;
  dnnl_dim_t block = b->inner_blks[0], step = block;
  for (int i = desc->ndims - 1; i >= 2; i--) {
    if (b->strides[i] != step) return 0;
    step *= desc->dims[i];
  }
  if (b->strides[1] != step) return 0;
  step *= desc->padded_dims[1] / block;
  return b->strides[0] == step || desc->dims[0] == 1 ? (int)block : 0;
}
