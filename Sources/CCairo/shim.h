#pragma once
#if !__has_include(<cairo/cairo.h>)
#error "Lectern needs the system package libcairo2-dev (Debian: apt-get install libcairo2-dev)"
#endif
#include <cairo/cairo.h>
#include <dlfcn.h>

// Cairo brings seventeen libraries with it, X11's among them. Linked in, they would have to be found and relocated at each start, before
// the first result (measured: 14 ms more on 26); so the library is opened when the first figure is drawn.

// Declared here because cairo-svg.h and cairo-pdf.h expect Cairo's folder on the include path.
cairo_surface_t *cairo_svg_surface_create_for_stream(cairo_write_func_t write, void *closure, double width, double height);
cairo_surface_t *cairo_pdf_surface_create_for_stream(cairo_write_func_t write, void *closure, double width, double height);

#define LCR_EACH(X)                                                                                                            \
  X(image_surface_create) X(image_surface_create_for_data) X(image_surface_get_data) X(image_surface_get_stride)               \
  X(svg_surface_create_for_stream) X(pdf_surface_create_for_stream) X(surface_write_to_png_stream)                             \
  X(surface_destroy) X(surface_finish) X(surface_flush) X(surface_status) X(surface_mark_dirty)                                \
  X(create) X(destroy) X(status) X(save) X(restore) X(translate) X(scale) X(rotate) X(new_path) X(new_sub_path) X(move_to)     \
  X(line_to) X(curve_to) X(arc) X(rectangle) X(close_path) X(clip) X(fill) X(fill_preserve) X(stroke) X(paint)                 \
  X(paint_with_alpha) X(set_source_rgba) X(set_source_surface) X(get_source) X(pattern_set_filter) X(set_line_width)           \
  X(set_line_cap) X(set_line_join) X(set_dash) X(set_antialias) X(select_font_face) X(set_font_size) X(show_text)              \
  X(text_path) X(text_extents) X(image_surface_create_from_png_stream) X(image_surface_get_width) X(image_surface_get_height) X(set_font_options) X(font_options_create) X(font_options_destroy)                              \
  X(font_options_set_hint_style) X(font_options_set_hint_metrics) X(font_options_set_antialias) X(set_fill_rule)

/// The functions of Cairo that figures are drawn with, by their names without `cairo_`.
typedef struct {
#define LCR_FIELD(name) __typeof__(cairo_##name) *_Nonnull name;
  LCR_EACH(LCR_FIELD)
#undef LCR_FIELD
} lcr_functions;

/// Opens the library and finds the functions; false when either is missing.
static inline _Bool lcr_open(lcr_functions *_Nonnull functions) {
  void *library = dlopen("libcairo.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
#define LCR_FIND(name)                                                                                                         \
  if (!(functions->name = (__typeof__(cairo_##name) *)dlsym(library, "cairo_" #name))) return 0;
  LCR_EACH(LCR_FIND)
#undef LCR_FIND
  return 1;
}
