#pragma once
#if !__has_include(<zlib.h>)
#error "Lectern needs the system package zlib1g-dev (Debian: apt-get install zlib1g-dev)"
#endif
#include <zlib.h>
