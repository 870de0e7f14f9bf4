#pragma once
#include "LKPooling.h"
#include <stdbool.h>
#include <stdint.h>

/// One number of a gradient that is zero elsewhere: where in the image framed by zeros, and its value.
typedef struct {
  int32_t place;
  float value;
} lk_spot;

/// The gradient of a convolution's output that comes from max pooling: at most one number a window is not zero, a spot.
///
/// Spots of one channel of one image are in row-major order of their places.
typedef struct {
  int64_t images;
  /// Blocks of 16 channels.
  int64_t blocks;
  /// Of the convolution's output.
  int64_t height, width;
  /// Side of the square kernel, 3 or 5: a spot at row r and column c has place r (width + side - 1) + c.
  int64_t side;
  /// The pooled gradient [image][block][window][16] and the places of its maxima.
  const float *pooled;
  const int32_t *places;
  /// Two-dimensional, without overlap.
  const lk_windows *windows;
} lk_pooled_gradient;

/// Whether this processor runs the functions below.
bool lk_has_pooled_gradient(void);

/// The gradient [image][in_blocks][in_height][in_width][16] of the input of a convolution with stride 1.
///
/// `weights` are [out channel][in channel][tap]. Terms add up in oneDNN's order: block of output channels, tap, channel. False when
/// there is no memory or a weight is not finite: its products with zeros count.
bool lk_pooled_input_gradient(
    const lk_pooled_gradient *gradient, const float *weights, int64_t in_blocks, int64_t padding, float *out);

/// The gradients of weights [out channel][in channel][tap] and of the bias (may be null), from an input of `in` channels in row-major
/// order or of `in` blocks of 16 channels.
///
/// Terms add up in row-major order of images and rows, in as many pieces as there are threads, as oneDNN does. False when there is no
/// memory or a result is not finite: products with zeros, of the gradient or of the frame, may then count.
bool lk_pooled_weight_gradient(const lk_pooled_gradient *gradient, const float *input, int64_t in, bool is_plain, int64_t padding,
    float *out, float *bias);
