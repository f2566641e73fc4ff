// redress/near_match.h: what a mistyped word was probably meant to be.
// Public face; std only.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace redress {

// The choice with the fewest edits from `word`, ignoring case; nothing when none is close enough to be meant
// (more than a third of the longer length). The earlier choice wins a tie.
std::optional<std::string> near_match(std::string_view word, std::span<const std::string> choices);

}  // namespace redress
