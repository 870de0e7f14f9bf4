#pragma once
#if !__has_include(<md5.h>)
#error "Lectern needs the system package libmd-dev (Debian: apt-get install libmd-dev)"
#endif
#include <md5.h>
#include <sha2.h>
