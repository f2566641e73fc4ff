// policy/check/known_texts.h: whether a text is one that the fact or parameter it is compared with can be.
// Not here: types (binder.cc), comparing (evaluate). Pure.
#pragma once

#include <optional>

#include "policy/check/binder.h"
#include "redress/error.h"

namespace redress::policy {

// How a text is held against a fact: as a whole ("is", "is in"), or as its beginning.
enum class TextUse : std::uint8_t { kWhole, kBeginning };

// Levels, sections that the policy's own set lists, subdivisions by their form, the choices of a parameter.
// Anything else passes. Errors: policy.name, policy.section, each with the near match or the form.
std::optional<Error> check_known_text(const Scope& scope, const Expression& fact, const Expression& text, TextUse use);

}  // namespace redress::policy
