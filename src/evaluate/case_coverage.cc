#include "evaluate/case_coverage.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "base/calendar.h"
#include "citation/section_set.h"
#include "policy/check/implication.h"

namespace redress::evaluate {
namespace {

using policy::Expression;
using policy::Field;
using policy::Operation;
using policy::Owner;

// Where a policy takes its criteria from another, they are that one's text.
const policy::SourceText& text_of(const policy::Plan& plan) {
  return plan.criteria ? *plan.criteria : plan.source;
}

bool is_same_place(const Expression& a, const Expression& b) {
  return a.extent.offset == b.extent.offset && a.extent.length == b.extent.length;
}

// The days of the offense and of charging are intervals, so that no case can meet them one day beside a border.
bool is_interval(const Expression& e) {
  const bool is_one = e.field == Field::kOffenseDate || e.field == Field::kChargingDate;
  return (e.operation == Operation::kFact && is_one) || std::any_of(e.children.begin(), e.children.end(), is_interval);
}

bool counts_records(const Expression& e) {
  return e.operation == Operation::kCount || e.operation == Operation::kDifferentDates;
}

// The side of a comparison of numbers that counts records; nothing where none or both do.
std::optional<std::size_t> counting_side(const Expression& comparison) {
  if (comparison.operation != Operation::kCompareIntegers) return std::nullopt;
  const bool left = counts_records(comparison.children[0]);
  if (left == counts_records(comparison.children[1])) return std::nullopt;
  if (comparison.children[left ? 1 : 0].operation == Operation::kDeclaredFact) return std::nullopt;
  return left ? 0 : 1;
}

// The conviction decided on is always there.
std::int64_t least_of(const Expression& count) {
  const bool of_all = count.list.kind == policy::RecordKind::kConvictions && !count.list.set && count.children.empty();
  return of_all ? 1 : 0;
}

std::int64_t number_of(const policy::Plan& plan, const Expression& number) {
  if (number.operation == Operation::kInteger) return number.integer;
  return std::get<std::int64_t>(plan.parameters[number.index].value);
}

// The text of a condition's part in one line, as long as a line holds it.
std::string words_at(const policy::Plan& plan, policy::Extent extent) {
  std::string words;
  for (const char c : std::string_view(text_of(plan).text).substr(extent.offset, extent.length)) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) words += c;
    if (blank && !words.empty() && words.back() != ' ') words += ' ';
  }
  return words;
}

bool scope_asks_for_charge(const Expression& scope) {
  if (scope.operation == Operation::kChargeInSet && scope.owner == Owner::kConviction) return true;
  return std::any_of(scope.children.begin(), scope.children.end(), scope_asks_for_charge);
}

// Whether a known charge can be an unknown member.
bool can_leave_open(const citation::SectionSet& set) {
  return std::any_of(set.entries().begin(), set.entries().end(), [](const citation::SetEntry& entry) {
    const bool is_listed =
        std::any_of(entry.parts.begin(), entry.parts.end(),
                    [](const citation::SectionPattern& part) { return part.reach == citation::Reach::kListed; });
    return is_listed || !entry.needs.empty() || entry.inchoate == citation::Inchoate::kReview;
  });
}

bool fact_can_be_unknown(const policy::Plan& plan, const Expression& fact) {
  switch (fact.field) {
    case Field::kAsOf:
    case Field::kRunCounty:
    case Field::kReliefEntered:
    case Field::kSameCycle:
    case Field::kIsDeceased: return false;
    case Field::kSection:
    case Field::kSubdivision:
    case Field::kAttempt:
    case Field::kConspiracy: return fact.owner == Owner::kIt || !scope_asks_for_charge(plan.scope);
    default: return true;
  }
}

bool value_can_be_unknown(const policy::Plan& plan, const Expression& value) {
  const auto any_child = [&] {
    return std::any_of(value.children.begin(), value.children.end(),
                       [&](const Expression& child) { return value_can_be_unknown(plan, child); });
  };
  switch (value.operation) {
    case Operation::kFact: return fact_can_be_unknown(plan, value);
    case Operation::kDeclaredFact:
    case Operation::kQuestion: return true;
    case Operation::kChargeInChoices: return !scope_asks_for_charge(plan.scope);
    case Operation::kChargeInSet:
      return value.owner == Owner::kIt || !scope_asks_for_charge(plan.scope) ||
             can_leave_open(*plan.sets[value.index].set);
    case Operation::kAny:
    case Operation::kAll:
    case Operation::kCount: {
      const bool is_plain = value.list.kind == policy::RecordKind::kConvictions && !value.list.set;
      return !is_plain || any_child();
    }
    case Operation::kDifferentDates:
    case Operation::kEarliest:
    case Operation::kLatest: return true;  // of dates
    default: return any_child();
  }
}

// Tries every truth of what scope and condition ask: is the scope ever yes where the condition is unknown?
class UnknownSearch {
 public:
  explicit UnknownSearch(const policy::Plan& plan, const Expression& condition) : plan_(plan), condition_(condition) {
    collect(plan.scope);
    collect(condition);
  }

  bool finds_one() { return questions_.size() > kMostQuestions || tries(0); }

 private:
  static constexpr std::size_t kMostQuestions = 9;  // 3 to the power of 9 tries; past them the answer is yes

  struct Question {
    const Expression* expression = nullptr;
    bool can_be_unknown = false;
    Truth truth = Truth::kNo;
  };

  static bool is_logic(const Expression& e) {
    return e.operation == Operation::kNot || e.operation == Operation::kAnd || e.operation == Operation::kOr;
  }

  Question* question(const Expression& e) {
    const auto found = std::find_if(questions_.begin(), questions_.end(),
                                    [&](const Question& q) { return policy::same_meaning(*q.expression, e); });
    return found == questions_.end() ? nullptr : &*found;
  }

  void collect(const Expression& e) {
    if (is_logic(e)) {
      for (const Expression& child : e.children) collect(child);
    } else if (question(e) == nullptr) {
      questions_.push_back({&e, value_can_be_unknown(plan_, e), Truth::kNo});
    }
  }

  Truth truth(const Expression& e) {
    if (e.operation == Operation::kTruth) return truth_of(e.integer != 0);
    if (!is_logic(e)) return question(e)->truth;
    if (e.operation == Operation::kNot) return !truth(e.children[0]);
    const bool is_and = e.operation == Operation::kAnd;
    Truth result = truth_of(is_and);
    for (const Expression& child : e.children) {
      result = is_and ? kleene_and(result, truth(child)) : kleene_or(result, truth(child));
    }
    return result;
  }

  bool tries(std::size_t from) {
    if (from == questions_.size()) return truth(plan_.scope) == Truth::kYes && truth(condition_) == Truth::kUnknown;
    for (const Truth value : {Truth::kNo, Truth::kYes, Truth::kUnknown}) {
      if (value == Truth::kUnknown && !questions_[from].can_be_unknown) continue;
      questions_[from].truth = value;
      if (tries(from + 1)) return true;
    }
    return false;
  }

  const policy::Plan& plan_;
  const Expression& condition_;
  std::vector<Question> questions_;
};

}  // namespace

bool can_be_unknown(const policy::Plan& plan, const Expression& condition) {
  return value_can_be_unknown(plan, condition) && UnknownSearch(plan, condition).finds_one();
}

BorderCoverage::BorderCoverage(const policy::Plan& plan) : plan_(plan) {
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    if (plan.steps[i].when) find_borders(i, *plan.steps[i].when);
  }
}

void BorderCoverage::find_borders(std::size_t step, const Expression& condition) {
  if (condition.operation == Operation::kCompareDates && !is_interval(condition)) {
    Border border;
    border.step = step;
    border.comparison = &condition;
    borders_.push_back(border);
  } else if (const auto side = counting_side(condition)) {
    Border border;
    border.step = step;
    border.comparison = &condition;
    border.least = least_of(condition.children[*side]);
    // One that a number of records cannot be is never met.
    border.before = number_of(plan_, condition.children[1 - *side]) - 1 < border.least;
    borders_.push_back(border);
  }
  for (const Expression& child : condition.children) find_borders(step, child);
}

void BorderCoverage::meet(std::size_t step, const Expression& at, std::int64_t left_minus_right) {
  for (Border& border : borders_) {
    if (border.step != step || !is_same_place(*border.comparison, at)) continue;
    border.before = border.before || left_minus_right == -1;
    border.on = border.on || left_minus_right == 0;
    border.after = border.after || left_minus_right == 1;
  }
}

void BorderCoverage::see_dates(std::size_t step, const Expression& at, DateSpan left, DateSpan right) {
  if (!left.is_exact() || !right.is_exact()) return;
  meet(step, at, to_days(left.first) - to_days(right.first));
}

// The trace keeps the number of a list, not its comparison: that is found around it.
void BorderCoverage::see_number(std::size_t step, const policy::Plan& used, const Use& use) {
  if (!counts_records(*use.expression) || use.low != use.high) return;
  for (const Border& border : borders_) {
    const auto side = counting_side(*border.comparison);
    if (border.step != step || !side || !is_same_place(border.comparison->children[*side], *use.expression)) continue;
    meet(step, *border.comparison, use.low - number_of(used, border.comparison->children[1 - *side]));
  }
}

void BorderCoverage::see(const policy::Plan& used, const Decision& decision) {
  for (const StepTrace& trace : decision.steps) {
    for (const Use& use : trace.uses) {
      if (use.kind == Use::Kind::kComparison) see_dates(trace.step, *use.expression, use.left, use.right);
      if (use.kind != Use::Kind::kList) continue;
      see_number(trace.step, used, use);
      for (const std::vector<ListItem>* items : {&use.items, &use.others}) {
        for (const ListItem& item : *items) {
          for (const ComparedDates& compared : item.compared) {
            see_dates(trace.step, *compared.expression, compared.left, compared.right);
          }
        }
      }
    }
  }
}

std::vector<std::string> BorderCoverage::missing() const {
  std::vector<std::string> texts;
  for (const Border& border : borders_) {
    const Expression& comparison = *border.comparison;
    const bool of_dates = comparison.operation == Operation::kCompareDates;
    std::string where;
    const auto add = [&](bool met, std::string_view words) {
      if (!met) where.append(where.empty() ? "" : ", nor ").append(words);
    };
    add(border.before, of_dates ? "one day before" : "one below");
    add(border.on, of_dates ? "on the same day as" : "equal to");
    add(border.after, of_dates ? "one day after" : "one above");
    if (where.empty()) continue;
    const std::size_t met = counting_side(comparison).value_or(0);
    texts.push_back(plan_.steps[border.step].id + ": no case has \"" +
                    words_at(plan_, comparison.children[met].extent) + "\" " + where + " \"" +
                    words_at(plan_, comparison.children[1 - met].extent) + "\"");
  }
  return texts;
}

}  // namespace redress::evaluate
