// redress/near_match.h: what a mistyped word was probably meant to be.
// Public face; std only.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace redress {

// The choice with the fewest edits from `word`, ignoring case; nothing when none is close enough to be meant
// (more than a third of the longer length). Of names with dots, what both begin with does not count for closeness:
// "us-ca.prop64.la" is not near "us-ca.prop64.statute". A choice whose last name has the word's as its initials is
// meant: "los-angeles". The earlier choice wins a tie.
std::optional<std::string> near_match(std::string_view word, std::span<const std::string> choices);

}  // namespace redress
