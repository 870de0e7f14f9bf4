#pragma once
// Vector loops. Everything here works on plain buffers whose sizes the caller has checked.
#include "LKThreads.h"
#include "LKRandom.h"
