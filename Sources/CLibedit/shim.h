#pragma once
#if !__has_include(<histedit.h>)
#error "Lectern needs the system package libedit-dev (Debian: apt-get install libedit-dev)"
#endif
#include <histedit.h>
