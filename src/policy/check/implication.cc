#include "policy/check/implication.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "base/text.h"

namespace redress::policy {
namespace {

constexpr std::int64_t kLowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max();

// "x is 'a'" and "x is in ['a', 'b']": the texts that x may be.
struct OneOf {
  const Expression* what = nullptr;
  std::vector<std::string_view> texts;
};

std::optional<OneOf> one_of(const Expression& e) {
  const bool is_list = e.operation == Operation::kIsOneOf;
  if (!is_list && (e.operation != Operation::kCompareTexts || e.comparison != Comparison::kIs)) return std::nullopt;
  OneOf result;
  std::size_t first = 0;
  if (!is_list && e.children[0].operation == Operation::kText) first = 1;  // 'a' is x
  result.what = &e.children[first];
  for (std::size_t i = 0; i < e.children.size(); ++i) {
    if (i == first) continue;
    if (e.children[i].operation != Operation::kText) return std::nullopt;
    result.texts.push_back(e.children[i].text);
  }
  return result;
}

bool holds_text(const OneOf& list, std::string_view text) {
  return std::any_of(list.texts.begin(), list.texts.end(),
                     [&](std::string_view other) { return equals_ignoring_case(text, other); });
}

bool texts_imply(const Expression& from, const Expression& to) {
  const std::optional<OneOf> few = one_of(from);
  if (few) {
    const auto all = [&](const auto& test) { return std::all_of(few->texts.begin(), few->texts.end(), test); };
    if (const std::optional<OneOf> more = one_of(to)) {
      return same_meaning(*few->what, *more->what) && all([&](std::string_view t) { return holds_text(*more, t); });
    }
    if (to.operation == Operation::kNot) {
      const std::optional<OneOf> others = one_of(to.children[0]);
      return others && same_meaning(*few->what, *others->what) &&
             all([&](std::string_view t) { return !holds_text(*others, t); });
    }
    if (to.operation == Operation::kCompareTexts && to.comparison == Comparison::kIsNot) {
      return same_meaning(*few->what, to.children[0]) && to.children[1].operation == Operation::kText &&
             all([&](std::string_view t) { return !equals_ignoring_case(t, to.children[1].text); });
    }
  }
  if (to.operation != Operation::kBeginsWith || to.children[1].operation != Operation::kText) return false;
  const auto begins = [&](std::string_view t) { return begins_ignoring_case(t, to.children[1].text); };
  if (few) return same_meaning(*few->what, to.children[0]) && std::all_of(few->texts.begin(), few->texts.end(), begins);
  return from.operation == Operation::kBeginsWith && from.children[1].operation == Operation::kText &&
         same_meaning(from.children[0], to.children[0]) && begins(from.children[1].text);
}

bool is_literal(const Expression& e) {
  return e.operation == Operation::kDate || e.operation == Operation::kInteger;
}

Comparison turned_round(Comparison comparison) {
  switch (comparison) {
    case Comparison::kIs:
    case Comparison::kIsNot: return comparison;
    case Comparison::kBefore: return Comparison::kAfter;
    case Comparison::kOnOrBefore: return Comparison::kOnOrAfter;
    case Comparison::kAfter: return Comparison::kBefore;
    case Comparison::kOnOrAfter: return Comparison::kOnOrBefore;
    case Comparison::kAtLeast: return Comparison::kAtMost;
    case Comparison::kAtMost: return Comparison::kAtLeast;
    case Comparison::kMoreThan: return Comparison::kLessThan;
    case Comparison::kLessThan: return Comparison::kMoreThan;
  }
  return comparison;
}

// A comparison of dates or numbers as the range that it leaves to its left side, counted from its right side; where
// that is a literal, from 0.
struct Range {
  const Expression* what = nullptr;
  const Expression* from = nullptr;  // null: from 0
  std::int64_t low = kLowest;
  std::int64_t high = kHighest;
  bool is_hole = false;  // all but low, which is high
};

std::optional<Range> range_of(const Expression& e) {
  if (e.operation != Operation::kCompareDates && e.operation != Operation::kCompareIntegers) return std::nullopt;
  const bool literal_first = is_literal(e.children[0]);
  Range range;
  range.what = &e.children[literal_first ? 1 : 0];
  const Expression& base = e.children[literal_first ? 0 : 1];
  std::int64_t at = 0;
  if (!is_literal(base)) {
    range.from = &base;
  } else {
    at = base.operation == Operation::kDate ? to_days(base.date) : base.integer;
    if (at == kLowest || at == kHighest) return std::nullopt;
  }
  switch (literal_first ? turned_round(e.comparison) : e.comparison) {
    case Comparison::kIs: range.low = range.high = at; break;
    case Comparison::kIsNot:
      range.low = range.high = at;
      range.is_hole = true;
      break;
    case Comparison::kBefore:
    case Comparison::kLessThan: range.high = at - 1; break;
    case Comparison::kOnOrBefore:
    case Comparison::kAtMost: range.high = at; break;
    case Comparison::kAfter:
    case Comparison::kMoreThan: range.low = at + 1; break;
    case Comparison::kOnOrAfter:
    case Comparison::kAtLeast: range.low = at; break;
  }
  return range;
}

bool ranges_imply(const Expression& from, const Expression& to) {
  const std::optional<Range> a = range_of(from);
  const std::optional<Range> b = range_of(to);
  if (!a || !b || a->is_hole || !same_meaning(*a->what, *b->what)) return false;
  if ((a->from == nullptr) != (b->from == nullptr)) return false;
  if (a->from != nullptr && !same_meaning(*a->from, *b->from)) return false;
  if (b->is_hole) return a->high < b->low || a->low > b->low;
  return b->low <= a->low && a->high <= b->high;
}

}  // namespace

bool same_meaning(const Expression& a, const Expression& b) {
  return a.operation == b.operation && a.field == b.field && a.owner == b.owner && a.comparison == b.comparison &&
         a.unit == b.unit && a.negative == b.negative && a.list.kind == b.list.kind && a.list.set == b.list.set &&
         a.index == b.index && a.integer == b.integer && a.date == b.date && equals_ignoring_case(a.text, b.text) &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(), same_meaning);
}

bool Prover::implies(const Expression& from, const Expression& to) {
  if (looks_left_ == 0) return false;
  --looks_left_;
  const auto every = [](const Expression& e, const auto& test) {
    return std::all_of(e.children.begin(), e.children.end(), test);
  };
  const auto some = [](const Expression& e, const auto& test) {
    return std::any_of(e.children.begin(), e.children.end(), test);
  };
  if (from.operation == Operation::kOr) return every(from, [&](const Expression& part) { return implies(part, to); });
  if (to.operation == Operation::kAnd) return every(to, [&](const Expression& part) { return implies(from, part); });
  if (to.operation == Operation::kOr && some(to, [&](const Expression& part) { return implies(from, part); }))
    return true;
  if (from.operation == Operation::kAnd) return some(from, [&](const Expression& part) { return implies(part, to); });
  if (from.operation == Operation::kNot && to.operation == Operation::kNot)
    return implies(to.children[0], from.children[0]);
  const bool of_lists = (from.operation == Operation::kAny || from.operation == Operation::kAll) &&
                        from.operation == to.operation && from.list.kind == to.list.kind;
  if (of_lists) {
    const bool any = from.operation == Operation::kAny;
    const bool same_list = from.list.set == to.list.set;
    // Gang pairs apart, a record of a set is a record of the whole list; a condition that names `it` knows only dates
    // there.
    if (!same_list && !(any && !to.list.set && to.children.empty())) return false;
    if (to.children.empty()) return true;
    return !from.children.empty() && implies(from.children[0], to.children[0]);
  }
  return same_meaning(from, to) || texts_imply(from, to) || ranges_imply(from, to);
}

}  // namespace redress::policy
