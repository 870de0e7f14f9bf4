#pragma once
#include <stddef.h>
#include <stdio.h>
#if !__has_include(<jpeglib.h>)
#error "Lectern needs the system package libjpeg62-turbo-dev (Debian: apt-get install libjpeg62-turbo-dev)"
#endif
#include <jpeglib.h>
#include <jerror.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// libjpeg reports errors by a call that must not return. Only C can leave such a call, by longjmp; so the two conversions are here
// and give a message instead.

struct lectern_jpeg_errors {
  struct jpeg_error_mgr base;
  jmp_buf place;
  char *message;
};

static inline void lectern_jpeg_fail(j_common_ptr state) {
  struct lectern_jpeg_errors *errors = (struct lectern_jpeg_errors *)state->err;
  errors->base.format_message(state, errors->message);
  longjmp(errors->place, 1);
}

static inline void lectern_jpeg_warn(j_common_ptr state, int level) {
  if (level < 0) {
    state->err->num_warnings++;
    if (state->err->msg_code == JWRN_JPEG_EOF) lectern_jpeg_fail(state);
  }
}

/// The pixels of a JPEG file, row by row, in memory to be freed; NULL and a message (of up to JMSG_LENGTH_MAX characters) where
/// there are none or more than a limit of them.
static inline unsigned char *lectern_jpeg_read(
    const unsigned char *bytes, size_t count, size_t limit, int *width, int *height, int *channels, char *message) {
  struct jpeg_decompress_struct state;
  struct lectern_jpeg_errors errors;
  unsigned char *volatile pixels = NULL;
  state.err = jpeg_std_error(&errors.base);
  errors.base.error_exit = lectern_jpeg_fail;
  errors.base.emit_message = lectern_jpeg_warn;
  errors.message = message;
  if (setjmp(errors.place)) {
    jpeg_destroy_decompress(&state);
    free(pixels);
    return NULL;
  }
  jpeg_create_decompress(&state);
  jpeg_mem_src(&state, (unsigned char *)bytes, count);
  jpeg_read_header(&state, TRUE);
  if (state.num_components != 1) state.out_color_space = JCS_RGB;
  if (state.jpeg_color_space == JCS_CMYK || state.jpeg_color_space == JCS_YCCK) {
    strcpy(message, "CMYK images are not supported");
    longjmp(errors.place, 1);
  }
  if ((size_t)state.image_width * state.image_height > limit) {
    strcpy(message, "the image has too many pixels");
    longjmp(errors.place, 1);
  }
  jpeg_start_decompress(&state);
  size_t row = (size_t)state.output_width * state.output_components;
  pixels = (unsigned char *)malloc(row * state.output_height + 1);
  if (!pixels) {
    strcpy(message, "out of memory");
    longjmp(errors.place, 1);
  }
  while (state.output_scanline < state.output_height) {
    JSAMPROW line = pixels + row * state.output_scanline;
    jpeg_read_scanlines(&state, &line, 1);
  }
  *width = state.output_width;
  *height = state.output_height;
  *channels = state.output_components;
  jpeg_finish_decompress(&state);
  jpeg_destroy_decompress(&state);
  return pixels;
}

/// A JPEG file of grey (one channel) or RGB pixels, in memory to be freed; NULL and a message if it cannot be made.
static inline unsigned char *lectern_jpeg_write(
    const unsigned char *pixels, int width, int height, int channels, int quality, size_t *count, char *message) {
  struct jpeg_compress_struct state;
  struct lectern_jpeg_errors errors;
  unsigned char *bytes = NULL;
  unsigned long size = 0;
  state.err = jpeg_std_error(&errors.base);
  errors.base.error_exit = lectern_jpeg_fail;
  errors.message = message;
  if (setjmp(errors.place)) {
    jpeg_destroy_compress(&state);
    return NULL;
  }
  jpeg_create_compress(&state);
  jpeg_mem_dest(&state, &bytes, &size);
  state.image_width = width;
  state.image_height = height;
  state.input_components = channels;
  state.in_color_space = channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&state);
  jpeg_set_quality(&state, quality, TRUE);
  jpeg_start_compress(&state, TRUE);
  while (state.next_scanline < state.image_height) {
    JSAMPROW line = (unsigned char *)pixels + (size_t)width * channels * state.next_scanline;
    jpeg_write_scanlines(&state, &line, 1);
  }
  jpeg_finish_compress(&state);
  jpeg_destroy_compress(&state);
  *count = size;
  return bytes;
}
