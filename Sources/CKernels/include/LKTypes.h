#pragma once

/// Element types, numbered like the runtime's own.
enum lk_type { lk_bool, lk_u8, lk_i8, lk_i16, lk_i32, lk_i64, lk_f16, lk_f32, lk_f64 };
