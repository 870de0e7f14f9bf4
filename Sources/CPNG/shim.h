#pragma once
#if !__has_include(<png.h>)
#error "Lectern needs the system package libpng-dev (Debian: apt-get install libpng-dev)"
#endif
#include <png.h>
#include <string.h>

/// An empty description of an image, for the library's simple interface, whose fields Swift does not see as one value.
static inline png_image lectern_png_image(void) {
  png_image image;
  memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  return image;
}
