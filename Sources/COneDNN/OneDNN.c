#include "COneDNN.h"
#include "LKThreads.h"
#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

/// The functions of oneDNN that are used, without their prefix.
#define FUNCTIONS(EACH) \
  EACH(dilated_convolution_backward_data_desc_init) \
  EACH(dilated_convolution_backward_weights_desc_init) \
  EACH(dilated_convolution_forward_desc_init) \
  EACH(eltwise_backward_desc_init) \
  EACH(eltwise_forward_desc_init) \
  EACH(engine_create) \
  EACH(lstm_backward_desc_init) \
  EACH(lstm_forward_desc_init) \
  EACH(memory_create) \
  EACH(memory_desc_equal) \
  EACH(memory_desc_get_size) \
  EACH(memory_desc_init_by_strides) \
  EACH(memory_desc_init_by_tag) \
  EACH(memory_destroy) \
  EACH(primitive_attr_create) \
  EACH(primitive_attr_destroy) \
  EACH(primitive_attr_set_scratchpad_mode) \
  EACH(primitive_create) \
  EACH(primitive_desc_create) \
  EACH(primitive_desc_destroy) \
  EACH(primitive_desc_query_md) \
  EACH(primitive_destroy) \
  EACH(primitive_execute) \
  EACH(reorder_primitive_desc_create) \
  EACH(stream_create) \
  EACH(stream_destroy) \
  EACH(stream_wait)

static struct {
#define POINTER(name) __typeof__(dnnl_##name) *name;
  FUNCTIONS(POINTER)
#undef POINTER
} oneDNN;
static bool is_open;

#define TEXT(x) #x
#define LIBRARY(major) "libdnnl.so." TEXT(major)

static void open_library(void) {
  // It brings libgomp along, which is to be opened with our settings.
  lk_get_threads();
  void *library = dlopen(LIBRARY(DNNL_VERSION_MAJOR), RTLD_LAZY | RTLD_LOCAL);
  if (!library) return;
  is_open = true;
#define FIND(name) is_open = (oneDNN.name = (__typeof__(oneDNN.name))dlsym(library, "dnnl_" #name)) && is_open;
  FUNCTIONS(FIND)
#undef FIND
}

static bool can_use(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  return is_open;
}

dnnl_status_t lkd_engine(dnnl_engine_t *engine) {
  return can_use() ? oneDNN.engine_create(engine, dnnl_cpu, 0) : dnnl_runtime_error;
}

int64_t lkd_byte_count(const dnnl_memory_desc_t *desc) { return (int64_t)oneDNN.memory_desc_get_size(desc); }

bool lkd_equal(const dnnl_memory_desc_t *a, const dnnl_memory_desc_t *b) { return oneDNN.memory_desc_equal(a, b) != 0; }

void lkd_primitive_destroy(dnnl_primitive_t primitive) { oneDNN.primitive_destroy(primitive); }

/// Settings of every primitive: scratch memory comes with each execution. oneDNN's own is one a thread, sized by the primitives that
/// this thread built, so that a primitive built on one thread must not run on another.
static dnnl_status_t lkd_settings(dnnl_primitive_attr_t *out) {
  dnnl_status_t status = oneDNN.primitive_attr_create(out);
  if (status == dnnl_success) status = oneDNN.primitive_attr_set_scratchpad_mode(*out, dnnl_scratchpad_mode_user);
  return status;
}

/// A primitive descriptor with these settings.
static dnnl_status_t lkd_describe(
    dnnl_primitive_desc_t *out, const_dnnl_op_desc_t desc, dnnl_engine_t engine, const_dnnl_primitive_desc_t forward) {
  dnnl_primitive_attr_t settings = NULL;
  dnnl_status_t status = lkd_settings(&settings);
  if (status == dnnl_success) status = oneDNN.primitive_desc_create(out, desc, settings, engine, forward);
  if (settings) oneDNN.primitive_attr_destroy(settings);
  return status;
}

static dnnl_status_t lkd_any(dnnl_memory_desc_t *desc, int rank, const dnnl_dims_t dims) {
  return oneDNN.memory_desc_init_by_tag(desc, rank, dims, dnnl_f32, dnnl_format_tag_any);
}

dnnl_status_t lkd_plain(dnnl_memory_desc_t *desc, int rank, const dnnl_dims_t dims) {
  if (!can_use()) return dnnl_runtime_error;
  dnnl_dims_t strides;
  dnnl_dim_t step = 1;
  for (int i = rank - 1; i >= 0; i--) {
    strides[i] = step;
    step *= dims[i] > 0 ? dims[i] : 1;
  }
  return oneDNN.memory_desc_init_by_strides(desc, rank, dims, dnnl_f32, strides);
}

dnnl_status_t lkd_blocked(dnnl_memory_desc_t *desc, int rank, const dnnl_dims_t dims, int block) {
  if (!can_use()) return dnnl_runtime_error;
  dnnl_format_tag_t tag = rank == 3 ? (block == 16 ? dnnl_nCw16c : dnnl_nCw8c)
    : rank == 4                     ? (block == 16 ? dnnl_nChw16c : dnnl_nChw8c)
                                    : (block == 16 ? dnnl_nCdhw16c : dnnl_nCdhw8c);
  return oneDNN.memory_desc_init_by_tag(desc, rank, dims, dnnl_f32, tag);
}

static dnnl_status_t lkd_forward_descriptor(
    dnnl_engine_t engine, const lkd_geometry *g, dnnl_primitive_desc_t *out) {
  dnnl_memory_desc_t source, weights, bias, destination;
  lkd_any(&source, g->rank, g->source);
  lkd_any(&weights, g->weight_rank, g->weights);
  lkd_any(&destination, g->rank, g->destination);
  dnnl_dims_t channels = {g->destination[1]};
  lkd_any(&bias, 1, channels);
  dnnl_convolution_desc_t desc;
  dnnl_status_t status = oneDNN.dilated_convolution_forward_desc_init(&desc, dnnl_forward_training, dnnl_convolution_direct, &source,
      &weights, g->has_bias ? &bias : NULL, &destination, g->strides, g->dilates, g->padding_low, g->padding_high);
  if (status != dnnl_success) return status;
  return lkd_describe(out, &desc, engine, NULL);
}

dnnl_status_t lkd_convolution_create(
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
    status = oneDNN.dilated_convolution_backward_data_desc_init(&desc, dnnl_convolution_direct, &source, &weights, &destination,
        g->strides, g->dilates, g->padding_low, g->padding_high);
    kinds[0] = dnnl_query_diff_src_md;
    kinds[3] = dnnl_query_diff_dst_md;
  } else {
    status = oneDNN.dilated_convolution_backward_weights_desc_init(&desc, dnnl_convolution_direct, &source, &weights,
        g->has_bias ? &bias : NULL, &destination, g->strides, g->dilates, g->padding_low, g->padding_high);
    kinds[1] = kinds[2] = dnnl_query_diff_weights_md;
    kinds[3] = dnnl_query_diff_dst_md;
  }
  if (direction != lkd_forward) {
    if (status == dnnl_success) status = lkd_describe(&chosen, &desc, engine, forward);
    oneDNN.primitive_desc_destroy(forward);
    if (status != dnnl_success) return status;
  }
  out->source = *oneDNN.primitive_desc_query_md(chosen, kinds[0], 0);
  out->weights = *oneDNN.primitive_desc_query_md(chosen, kinds[1], 0);
  out->destination = *oneDNN.primitive_desc_query_md(chosen, kinds[3], 0);
  if (g->has_bias && direction != lkd_backward_data) out->bias = *oneDNN.primitive_desc_query_md(chosen, kinds[2], 1);
  out->scratchpad = *oneDNN.primitive_desc_query_md(chosen, dnnl_query_scratchpad_md, 0);
  status = oneDNN.primitive_create(&out->primitive, chosen);
  oneDNN.primitive_desc_destroy(chosen);
  return status;
}

dnnl_status_t lkd_lstm_create(dnnl_engine_t engine, dnnl_dim_t steps, dnnl_dim_t batch, dnnl_dim_t inputs,
    dnnl_dim_t hidden, bool reversed, lkd_lstm_use use, lkd_lstm *out) {
  if (!can_use()) return dnnl_runtime_error;
  dnnl_dims_t sequence = {steps, batch, inputs}, output = {steps, batch, hidden}, state = {1, 1, batch, hidden};
  dnnl_dims_t layer = {1, 1, inputs, 4, hidden}, iter = {1, 1, hidden, 4, hidden}, bias = {1, 1, 4, hidden};
  dnnl_memory_desc_t any_layer, any_iter;
  lkd_plain(&out->sequence, 3, sequence);
  lkd_plain(&out->output, 3, output);
  lkd_plain(&out->state, 4, state);
  lkd_plain(&out->bias, 4, bias);
  oneDNN.memory_desc_init_by_tag(&out->plain_layer, 5, layer, dnnl_f32, dnnl_ldgoi);
  oneDNN.memory_desc_init_by_tag(&out->plain_iter, 5, iter, dnnl_f32, dnnl_ldgoi);
  lkd_any(&any_layer, 5, layer);
  lkd_any(&any_iter, 5, iter);
  dnnl_rnn_direction_t direction = reversed ? dnnl_unidirectional_right2left : dnnl_unidirectional_left2right;
  dnnl_rnn_desc_t desc;
  dnnl_status_t status = oneDNN.lstm_forward_desc_init(&desc,
      use == lkd_lstm_values ? dnnl_forward_inference : dnnl_forward_training, direction, &out->sequence, &out->state, &out->state,
      &any_layer, &any_iter, &out->bias, &out->output, &out->state, &out->state, 0);
  dnnl_primitive_desc_t forward = NULL, chosen = NULL;
  if (status == dnnl_success) status = lkd_describe(&forward, &desc, engine, NULL);
  if (status != dnnl_success) return status;
  if (use != lkd_lstm_values) out->workspace = *oneDNN.primitive_desc_query_md(forward, dnnl_query_workspace_md, 0);
  if (use == lkd_lstm_gradients) {
    status = oneDNN.lstm_backward_desc_init(&desc, dnnl_backward, direction, &out->sequence, &out->state, &out->state, &any_layer,
        &any_iter, &out->bias, &out->output, &out->state, &out->state, &out->sequence, &out->state, &out->state, &any_layer, &any_iter,
        &out->bias, &out->output, &out->state, &out->state, 0);
    if (status == dnnl_success) status = lkd_describe(&chosen, &desc, engine, forward);
    oneDNN.primitive_desc_destroy(forward);
    if (status != dnnl_success) return status;
    out->gradient_layer = *oneDNN.primitive_desc_query_md(chosen, dnnl_query_diff_weights_md, 0);
    out->gradient_iter = *oneDNN.primitive_desc_query_md(chosen, dnnl_query_diff_weights_md, 1);
  } else {
    chosen = forward;
  }
  out->weights_layer = *oneDNN.primitive_desc_query_md(chosen, dnnl_query_weights_md, 0);
  out->weights_iter = *oneDNN.primitive_desc_query_md(chosen, dnnl_query_weights_md, 1);
  out->scratchpad = *oneDNN.primitive_desc_query_md(chosen, dnnl_query_scratchpad_md, 0);
  status = oneDNN.primitive_create(&out->primitive, chosen);
  oneDNN.primitive_desc_destroy(chosen);
  return status;
}

dnnl_status_t lkd_reorder_create(
    dnnl_engine_t engine, const dnnl_memory_desc_t *from, const dnnl_memory_desc_t *to, dnnl_primitive_t *out,
    dnnl_memory_desc_t *scratchpad) {
  dnnl_primitive_desc_t desc = NULL;
  dnnl_primitive_attr_t settings = NULL;
  dnnl_status_t status = lkd_settings(&settings);
  if (status == dnnl_success) status = oneDNN.reorder_primitive_desc_create(&desc, from, engine, to, engine, settings);
  if (settings) oneDNN.primitive_attr_destroy(settings);
  if (status != dnnl_success) return status;
  *scratchpad = *oneDNN.primitive_desc_query_md(desc, dnnl_query_scratchpad_md, 0);
  status = oneDNN.primitive_create(out, desc);
  oneDNN.primitive_desc_destroy(desc);
  return status;
}

dnnl_status_t lkd_execute(
    dnnl_engine_t engine, dnnl_primitive_t primitive, int count, const lkd_argument *arguments) {
  dnnl_exec_arg_t list[24];
  // One for each execution, because several threads may run at the same time.
  dnnl_stream_t stream = NULL;
  dnnl_status_t status = oneDNN.stream_create(&stream, engine, dnnl_stream_default_flags);
  int made = 0;
  for (; made < count && status == dnnl_success; made++) {
    list[made].arg = arguments[made].role;
    status = oneDNN.memory_create(&list[made].memory, arguments[made].layout, engine, arguments[made].data);
    if (status != dnnl_success) break;
  }
  if (status == dnnl_success) status = oneDNN.primitive_execute(primitive, stream, count, list);
  if (status == dnnl_success) status = oneDNN.stream_wait(stream);
  for (int i = 0; i < made; i++) oneDNN.memory_destroy(list[i].memory);
  if (stream) oneDNN.stream_destroy(stream);
  return status;
}

dnnl_status_t lkd_gelu_gradient(
    dnnl_engine_t engine, dnnl_dim_t n, const float *x, const float *grad, float *out) {
  dnnl_memory_desc_t layout;
  dnnl_dims_t dims = {n};
  dnnl_eltwise_desc_t desc, gradient;
  dnnl_primitive_desc_t forward = NULL, backward = NULL;
  dnnl_primitive_t primitive = NULL;
  dnnl_status_t status = oneDNN.memory_desc_init_by_tag(&layout, 1, dims, dnnl_f32, dnnl_a);
  if (status == dnnl_success)
    status = oneDNN.eltwise_forward_desc_init(&desc, dnnl_forward_training, dnnl_eltwise_gelu_erf, &layout, 0, 0);
  if (status == dnnl_success) status = oneDNN.primitive_desc_create(&forward, &desc, NULL, engine, NULL);
  if (status == dnnl_success)
    status = oneDNN.eltwise_backward_desc_init(&gradient, dnnl_eltwise_gelu_erf, &layout, &layout, 0, 0);
  if (status == dnnl_success) status = oneDNN.primitive_desc_create(&backward, &gradient, NULL, engine, forward);
  if (status == dnnl_success) status = oneDNN.primitive_create(&primitive, backward);
  if (status == dnnl_success) {
    lkd_argument arguments[3] = {
        {DNNL_ARG_SRC, &layout, (void *)x}, {DNNL_ARG_DIFF_SRC, &layout, out}, {DNNL_ARG_DIFF_DST, &layout, (void *)grad}};
    status = lkd_execute(engine, primitive, 3, arguments);
  }
  if (primitive) oneDNN.primitive_destroy(primitive);
  if (backward) oneDNN.primitive_desc_destroy(backward);
  if (forward) oneDNN.primitive_desc_destroy(forward);
  return status;
}

int lkd_channel_block(const dnnl_memory_desc_t *desc) {
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
