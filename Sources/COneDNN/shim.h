#pragma once
#if !__has_include(<oneapi/dnnl/dnnl.h>)
#error "Lectern needs the system package libdnnl-dev (Debian: apt-get install libdnnl-dev)"
#endif
#include <oneapi/dnnl/dnnl.h>
