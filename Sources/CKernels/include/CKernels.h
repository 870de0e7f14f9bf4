#pragma once
// Vector loops. Everything here works on plain buffers whose sizes the caller has checked.
#include "LKBatchNorm.h"
#include "LKElementwise.h"
#include "LKGradState.h"
#include "LKOptimizers.h"
#include "LKPooledGradient.h"
#include "LKPooling.h"
#include "LKProducts.h"
#include "LKRandom.h"
#include "LKReductions.h"
#include "LKSoftmax.h"
#include "LKThreads.h"
