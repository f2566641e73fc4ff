// base/decimal.h: numbers with up to three decimals, kept as whole thousandths so that no rounding ever decides.
// Not here: which facts are such numbers (policy, intake). Bottom of the house; pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace redress {

inline constexpr std::int64_t kThousandths = 1000;  // in one

// "28.5" -> 28500, "8" -> 8000. Nothing for a sign, an exponent, more than nine digits before the point, or more than
// three after it.
std::optional<std::int64_t> parse_thousandths(std::string_view text);

// 28500 -> "28.5". REQUIRES: not negative.
std::string thousandths_text(std::int64_t thousandths);

}  // namespace redress
