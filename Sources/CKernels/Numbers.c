#include "LKNumbers.h"
#include <stdio.h>

int lk_write_number(char *buffer, size_t size, double value, int precision, char style) {
  return snprintf(buffer, size, style == 'e' ? "%.*e" : "%.*f", precision, value);
}
