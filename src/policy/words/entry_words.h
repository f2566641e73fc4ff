// policy/words/entry_words.h: an entry of a section set as words: the sections it lists, and what it says of attempts.
// Not here: pages (policy_words.cc), matching (citation). Pure.
#pragma once

#include <string>
#include <vector>

#include "citation/section_set.h"

namespace redress::policy {

// "PC 261(a)(2) or (a)(6)", "PC 190.1 to 190.99", "PC 136.1 together with PC 186.22(b)(4)".
std::string sections_words(const citation::SetEntry& entry);

// "attempts do not count", "attempts are for a person to look at; rests on use of force".
std::string terms_words(const citation::SetEntry& entry);

// Every entry of the list, in its order: those of which it says the same stand together, "PC 187; PC 188 (attempts
// count)".
std::vector<std::string> entries_words(const citation::SectionSet& set);

}  // namespace redress::policy
