#include "policy/words/list_difference.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policy/policy.h"
#include "policy/words/entry_words.h"
#include "policy/words/name_match.h"
#include "policy/words/same_meaning.h"

namespace redress::policy {
namespace {

// An entry that is in the list for a time is another one than the entry for another time.
std::string dated_sections(const citation::SetEntry& entry) {
  const std::string dates = in_force_words(entry.in_force);
  return sections_words(entry) + (dates.empty() ? "" : " " + dates);
}

std::string list_words(const citation::SectionSet& set) {
  const std::size_t count = set.entries().size();
  const std::string dates = in_force_words(set.in_force());
  return set.id() + " (" + std::to_string(count) + (count == 1 ? " entry)" : " entries)") +
         (dates.empty() ? "" : ", " + dates);
}

void compare_entries(const PlanSet& in_a, const PlanSet& in_b, DifferencePage& page) {
  page.item("\"" + in_a.alias + "\"");
  page.sides("List", list_words(*in_a.set), list_words(*in_b.set), Weight::kCriteria);
  std::vector<std::string> only_a;
  std::vector<std::string> only_b;
  std::vector<std::pair<const citation::SetEntry*, const citation::SetEntry*>> changed;
  match_by_name(
      in_a.set->entries(), in_b.set->entries(), dated_sections,
      [&](const citation::SetEntry& x, const citation::SetEntry& y) {
        if (!have_same_meaning(x, y)) changed.emplace_back(&x, &y);
      },
      [&](std::string_view where, const citation::SetEntry& entry) {
        (where == kOnlyInA ? only_a : only_b).push_back(dated_sections(entry));
      });
  page.line(kOnlyInA, listed(only_a), Weight::kCriteria);
  page.line(kOnlyInB, listed(only_b), Weight::kCriteria);
  for (const auto& [x, y] : changed) {
    page.sides(sections_words(*x), terms_words(*x), terms_words(*y), Weight::kCriteria);
  }
}

bool has_like(const Plan& plan, const PlanSet& set) {
  return std::any_of(plan.sets.begin(), plan.sets.end(),
                     [&](const PlanSet& other) { return have_same_entries(*set.set, *other.set); });
}

}  // namespace

void compare_lists(const Plan& a, const Plan& b, DifferencePage& page) {
  page.section("Lists of sections");
  match_by_name(
      a.sets, b.sets, [](const PlanSet& set) { return set.alias; },
      [&](const PlanSet& x, const PlanSet& y) {
        if (!have_same_entries(*x.set, *y.set)) compare_entries(x, y, page);
      },
      [&](std::string_view where, const PlanSet& set) {
        if (has_like(where == kOnlyInA ? b : a, set)) return;
        page.item("\"" + set.alias + "\"");
        page.line(where, list_words(*set.set), Weight::kCriteria);
      });
}

}  // namespace redress::policy
