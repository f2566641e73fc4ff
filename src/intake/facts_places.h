// intake/facts_places.h: which of a person's convictions a count or a case number stands for.
// Not here: which of them a fact suits (facts_resolver.h). Pure. Convictions by their place among the person's.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/person.h"

namespace redress::intake {

// The conviction of that count; one that has the text as it stands, before one that differs by zeros in front.
std::optional<std::uint32_t> conviction_of_count(const model::Person& person, std::string_view text);

// Those of each case that has the number, whatever the court.
std::vector<std::uint32_t> convictions_of_case(const model::Person& person, std::string_view number);

// Whether no two of them are known to be of different counties.
bool are_of_one_court(const model::Person& person, std::span<const std::uint32_t> convictions);

// Whether all are of one cycle and step. Yes for none.
bool are_of_one_case(const model::Person& person, std::span<const std::uint32_t> convictions);

}  // namespace redress::intake
