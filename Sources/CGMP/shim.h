#pragma once
#if !__has_include(<gmp.h>)
#error "Lectern needs the system package libgmp-dev (Debian: apt-get install libgmp-dev)"
#endif
#include <gmp.h>
