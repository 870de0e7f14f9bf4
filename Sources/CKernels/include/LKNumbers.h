#pragma once
#include <stddef.h>
#include <stdint.h>

/// Writes a number as C's `printf` does for `%.<precision><style>`, style 'f' or 'e': correctly rounded, halves to even. How many bytes
/// it has; `buffer` holds as many of them as fit.
int lk_write_number(char *buffer, size_t size, double value, int precision, char style);
