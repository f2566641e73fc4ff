// policy/check/known_texts.h: whether a text is one that the fact or parameter it is compared with can be.
// Not here: types (binder.cc), comparing (evaluate). Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "policy/check/binder.h"
#include "redress/error.h"

namespace redress::policy {

// How a text is held against a fact: as a whole ("is", "is in"), or as its beginning.
enum class TextUse : std::uint8_t { kWhole, kBeginning };

// Whether the list has this county in any case of letters; yes of all where there is no list.
bool is_county(std::span<const std::string> counties, std::string_view name);

// What to write instead of a county that the list lacks. REQUIRES: the list has one.
std::string county_advice(std::span<const std::string> counties, std::string_view name);

// Levels, counties, sections that the policy's own set lists, subdivisions by their form, the choices of a parameter.
// Anything else passes. Errors: policy.name, policy.section, each with the near match or the form.
std::optional<Error> check_known_text(const Scope& scope, const Expression& fact, const Expression& text, TextUse use);

}  // namespace redress::policy
