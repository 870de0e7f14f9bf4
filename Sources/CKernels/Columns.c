#include "LKColumns.h"
#include "LKThreads.h"
#include "Multiversion.h"
#include <string.h>

enum { grain = 32768 };

struct job {
  lk_column_windows w;
  const float *in;
  float *out;
};

/// The first and the last but one column of a row whose element lies inside the image.
LK_INLINE void inside(int64_t start, int64_t stride, int64_t size, int64_t count, int64_t *from, int64_t *to) {
  int64_t first = start < 0 ? (-start + stride - 1) / stride : 0;
  int64_t end = start >= size ? 0 : (size - 1 - start) / stride + 1;
  *from = first > count ? count : first;
  *to = end > count ? count : end;
  if (*to < *from) *to = *from;
}

LK_MULTI static void columns_piece(void *context, int64_t begin, int64_t end, int piece) {
  (void)piece;
  const struct job *j = context;
  const lk_column_windows w = j->w;
  for (int64_t plane = begin; plane < end; plane++) {
    const float *image = j->in + plane * w.height * w.width;
    float *out = j->out + plane * w.kernel_height * w.kernel_width * w.rows * w.columns;
    for (int64_t i = 0; i < w.kernel_height; i++)
      for (int64_t k = 0; k < w.kernel_width; k++) {
        int64_t left = k * w.dilation_width - w.padding_width, from, to;
        inside(left, w.stride_width, w.width, w.columns, &from, &to);
        for (int64_t y = 0; y < w.rows; y++, out += w.columns) {
          int64_t top = y * w.stride_height - w.padding_height + i * w.dilation_height;
          if (top < 0 || top >= w.height) {
            memset(out, 0, (size_t)w.columns * sizeof(float));
            continue;
          }
          const float *line = image + top * w.width + left;
          for (int64_t x = 0; x < from; x++) out[x] = 0;
          if (w.stride_width == 1) memcpy(out + from, line + from, (size_t)(to - from) * sizeof(float));
          else for (int64_t x = from; x < to; x++) out[x] = line[x * w.stride_width];
          for (int64_t x = to; x < w.columns; x++) out[x] = 0;
        }
      }
  }
}

LK_MULTI static void images_piece(void *context, int64_t begin, int64_t end, int piece) {
  (void)piece;
  const struct job *j = context;
  const lk_column_windows w = j->w;
  for (int64_t plane = begin; plane < end; plane++) {
    float *image = j->out + plane * w.height * w.width;
    const float *in = j->in + plane * w.kernel_height * w.kernel_width * w.rows * w.columns;
    memset(image, 0, (size_t)(w.height * w.width) * sizeof(float));
    for (int64_t i = 0; i < w.kernel_height; i++)
      for (int64_t k = 0; k < w.kernel_width; k++) {
        int64_t left = k * w.dilation_width - w.padding_width, from, to;
        inside(left, w.stride_width, w.width, w.columns, &from, &to);
        for (int64_t y = 0; y < w.rows; y++, in += w.columns) {
          int64_t top = y * w.stride_height - w.padding_height + i * w.dilation_height;
          if (top < 0 || top >= w.height) continue;
          float *line = image + top * w.width + left;
          if (w.stride_width == 1) {
            for (int64_t x = from; x < to; x++) line[x] += in[x];
          } else {
            for (int64_t x = from; x < to; x++) line[x * w.stride_width] += in[x];
          }
        }
      }
  }
}

static void run(lk_column_windows w, const float *in, float *out, lk_body body) {
  struct job job = {w, in, out};
  int64_t work = w.kernel_height * w.kernel_width * w.rows * w.columns;
  lk_parallel(w.images * w.channels, 1 + grain / (work + 1), &job, body);
}

void lk_columns_f32(lk_column_windows w, const float *images, float *columns) { run(w, images, columns, columns_piece); }
void lk_images_f32(lk_column_windows w, const float *columns, float *images) { run(w, columns, images, images_piece); }
