#include "policy/words/entry_words.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "policy/policy.h"
#include "policy/words/difference_page.h"

namespace redress::policy {
namespace {

std::string pattern_words(const citation::SectionPattern& pattern) {
  std::string bare = citation::to_text({pattern.code, pattern.number, {}});
  if (!pattern.last_number.empty()) return bare + " to " + pattern.last_number;
  if (pattern.reach == citation::Reach::kAny) return bare;
  std::string words = pattern.bare ? bare + " without a subdivision" : "";
  for (const citation::SubdivisionPath& path : pattern.subdivisions) {
    const std::string whole = citation::to_text({pattern.code, pattern.number, path});
    words += words.empty() ? whole : " or " + whole.substr(bare.size());
  }
  return words;
}

std::string_view inchoate_words(citation::Inchoate inchoate) {
  switch (inchoate) {
    case citation::Inchoate::kCounts: return "attempts count";
    case citation::Inchoate::kDoesNotCount: return "attempts do not count";
    case citation::Inchoate::kReview: return "attempts are for a person to look at";
  }
  return "";
}

}  // namespace

std::string sections_words(const citation::SetEntry& entry) {
  std::string words;
  for (const citation::SectionPattern& part : entry.parts) {
    words += (words.empty() ? "" : " together with ") + pattern_words(part);
  }
  return words;
}

std::string terms_words(const citation::SetEntry& entry) {
  std::string words(inchoate_words(entry.inchoate));
  if (entry.needs.empty()) return words;
  return words + "; rests on the fact \"" + with_blanks(entry.needs) + "\"";
}

std::vector<std::string> entries_words(const citation::SectionSet& set) {
  std::vector<std::pair<std::string, std::vector<std::string>>> by_terms;
  for (const citation::SetEntry& entry : set.entries()) {
    const std::string dates = in_force_words(entry.in_force);
    const std::string terms = terms_words(entry);
    auto group = std::find_if(by_terms.begin(), by_terms.end(), [&](const auto& g) { return g.first == terms; });
    if (group == by_terms.end()) group = by_terms.insert(by_terms.end(), {terms, {}});
    group->second.push_back(sections_words(entry) + (dates.empty() ? "" : " " + dates));
  }
  std::vector<std::string> words;
  for (const auto& [terms, sections] : by_terms) words.push_back(listed(sections) + " (" + terms + ")");
  return words;
}

}  // namespace redress::policy
