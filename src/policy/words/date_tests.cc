#include "policy/words/date_tests.h"

#include <algorithm>
#include <cstdint>
#include <variant>

#include "policy/policy.h"
#include "policy/words/condition_words.h"

namespace redress::policy {
namespace {

bool is_birth_date(const Expression& date) {
  return date.operation == Operation::kFact && date.field == Field::kBirthDate;
}

// A choice of the office that was made otherwise, so that what is asked beside it never decides.
bool is_not_chosen(const Plan& plan, const Expression& part) {
  if (part.operation != Operation::kCompareTexts) return false;
  const Expression& asked = part.children[0];
  if (asked.operation != Operation::kParameter || part.children[1].operation != Operation::kText) return false;
  const bool is_same = value_text(plan.parameters[asked.index]) == part.children[1].text;
  return is_same != (part.comparison == Comparison::kIs);
}

bool is_switched_off(const Plan& plan, const Expression& amount) {
  if (amount.operation != Operation::kParameter) return false;
  const Parameter& parameter = plan.parameters[amount.index];
  const auto* value = std::get_if<std::int64_t>(&parameter.value);
  return value != nullptr && parameter.off == *value;
}

class DateTests {
 public:
  explicit DateTests(const Plan& plan) : plan_(plan) {}

  void collect(const Expression& part) {
    const bool never_decides =
        part.operation == Operation::kAnd &&
        std::any_of(part.children.begin(), part.children.end(),
                    [&](const Expression& child) { return is_not_chosen(plan_, child); });
    if (never_decides) return;
    if (part.operation == Operation::kCompareDates) {
      add(part.children[0], part.children[1]);
      add(part.children[1], part.children[0]);
    }
    for (const Expression& child : part.children) collect(child);
  }

  std::vector<std::string> take() { return std::move(tests_); }

 private:
  void add(const Expression& moved, const Expression& other) {
    if (moved.operation != Operation::kAdd || is_switched_off(plan_, moved.children[1])) return;
    std::string words = condition_words(plan_, moved);
    if (is_birth_date(moved.children[0])) words += ", against " + condition_words(plan_, other);
    if (std::find(tests_.begin(), tests_.end(), words) == tests_.end()) tests_.push_back(std::move(words));
  }

  const Plan& plan_;
  std::vector<std::string> tests_;
};

}  // namespace

std::vector<std::string> date_tests(const Plan& plan, const Expression& condition) {
  DateTests tests(plan);
  tests.collect(condition);
  return tests.take();
}

}  // namespace redress::policy
