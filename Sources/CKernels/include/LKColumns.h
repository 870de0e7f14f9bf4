#pragma once
#include <stdbool.h>
#include <stdint.h>

/// Windows of images: sizes of the image, the window and the grid of windows; what lies between elements, windows and the border.
typedef struct {
  int64_t images, channels, height, width, kernel_height, kernel_width, rows, columns;
  int64_t dilation_height, dilation_width, stride_height, stride_width, padding_height, padding_width;
} lk_column_windows;

/// Columns of windows from images [image][channel][height][width] to [image][channel][kernel][row][column], with zeros beyond the border.
void lk_columns_f32(lk_column_windows w, const float *images, float *columns);
/// Adds the columns up where they came from, kernel element after kernel element; `images` is overwritten.
void lk_images_f32(lk_column_windows w, const float *columns, float *images);
