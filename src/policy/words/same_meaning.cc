#include "policy/words/same_meaning.h"

#include <algorithm>

namespace redress::policy {
namespace {

bool is_same_list(const PlanSet& a, const PlanSet& b) {
  return a.alias == b.alias || have_same_entries(*a.set, *b.set);
}

// What the index of an expression stands for, if for anything.
bool is_same_named(const Plan& a, const Expression& in_a, const Plan& b, const Expression& in_b) {
  switch (in_a.operation) {
    case Operation::kParameter:
    case Operation::kChargeInChoices: return a.parameters[in_a.index].name == b.parameters[in_b.index].name;
    case Operation::kDeclaredFact: return a.facts[in_a.index].name == b.facts[in_b.index].name;
    case Operation::kQuestion: return a.questions[in_a.index].id == b.questions[in_b.index].id;
    case Operation::kChargeInSet: return is_same_list(a.sets[in_a.index], b.sets[in_b.index]);
    default: return true;
  }
}

bool are_same_records(const Plan& a, const RecordList& in_a, const Plan& b, const RecordList& in_b) {
  if (in_a.kind != in_b.kind || in_a.set.has_value() != in_b.set.has_value()) return false;
  return !in_a.set || is_same_list(a.sets[*in_a.set], b.sets[*in_b.set]);
}

}  // namespace

bool have_same_meaning(const Plan& a, const Expression& in_a, const Plan& b, const Expression& in_b) {
  const bool same = in_a.operation == in_b.operation && in_a.type == in_b.type && in_a.field == in_b.field &&
                    in_a.owner == in_b.owner && in_a.comparison == in_b.comparison && in_a.unit == in_b.unit &&
                    in_a.negative == in_b.negative && in_a.integer == in_b.integer && in_a.date == in_b.date &&
                    in_a.text == in_b.text;
  return same && is_same_named(a, in_a, b, in_b) && are_same_records(a, in_a.list, b, in_b.list) &&
         std::equal(in_a.children.begin(), in_a.children.end(), in_b.children.begin(), in_b.children.end(),
                    [&](const Expression& x, const Expression& y) { return have_same_meaning(a, x, b, y); });
}

bool have_same_meaning(const Plan& a, const std::optional<Expression>& in_a, const Plan& b,
                       const std::optional<Expression>& in_b) {
  if (!in_a || !in_b) return in_a.has_value() == in_b.has_value();
  return have_same_meaning(a, *in_a, b, *in_b);
}

bool have_same_meaning(const citation::SetEntry& a, const citation::SetEntry& b) {
  return a.parts == b.parts && a.inchoate == b.inchoate && a.needs == b.needs && a.in_force == b.in_force;
}

bool have_same_entries(const citation::SectionSet& a, const citation::SectionSet& b) {
  if (&a == &b) return true;
  if (a.in_force() != b.in_force()) return false;
  const auto has = [](const citation::SectionSet& set, const citation::SetEntry& entry) {
    return std::any_of(set.entries().begin(), set.entries().end(),
                       [&](const citation::SetEntry& other) { return have_same_meaning(entry, other); });
  };
  const auto is_within = [&](const citation::SectionSet& few, const citation::SectionSet& many) {
    return std::all_of(few.entries().begin(), few.entries().end(),
                       [&](const citation::SetEntry& entry) { return has(many, entry); });
  };
  return is_within(a, b) && is_within(b, a);
}

}  // namespace redress::policy
