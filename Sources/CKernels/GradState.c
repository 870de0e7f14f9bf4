#include "LKGradState.h"

_Thread_local bool lk_thread_grad_disabled = false;
_Thread_local int64_t lk_thread_node_count = 0;
