// tests/unit/intake/counts.h: two counts of one cycle, as the rows of these tests name them.
#pragma once

#include <string>

namespace redress::testing {

inline const std::string kCount = "101001001000";
inline const std::string kOther = "101001002000";

}  // namespace redress::testing
