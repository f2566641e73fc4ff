// The day on which an answer changes by time alone, against deciding on every day. Source: policy-language, "Meaning"
// 11, and "Answer Changes On" of county-policies, "Result columns".
#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "policy/policy.h"
#include "properties/answers.h"
#include "properties/property.h"
#include "properties/statute_dice.h"

namespace redress::testing {
namespace {

constexpr int kDaysInDetail = 2 * 366;
constexpr int kYearsAhead = 80;

// Every date of the record, at both ends of what it may be, and the ends of its sentences.
std::set<Date> dates_of(const model::Person& person) {
  std::set<Date> dates{{2016, 11, 9}};
  const auto add = [&](DateSpan span) {
    for (const Date day : {span.first, span.last}) {
      if (day > Date{1900, 1, 1} && day < Date{2200, 1, 1}) dates.insert(day);
    }
  };
  add(person.birth_date.span);
  for (const model::Conviction& conviction : person.convictions) {
    for (const auto* fact : {&conviction.date, &conviction.sentence_end, &conviction.sentence_end_earliest})
      add(fact->span);
    add(conviction.arrest_date.span);
  }
  for (const model::Registration& registration : person.registrations) add(registration.date.span);
  return dates;
}

// The days to try: every one of two years, one a month for eighty, and those around every anniversary of every date.
std::set<Date> days_to_try(const model::Person& person, Date as_of) {
  std::set<Date> days;
  for (int i = 1; i <= kDaysInDetail; ++i) days.insert(add_days(as_of, i));
  for (int month = 1; month <= 12 * kYearsAhead; ++month) days.insert(add_months(as_of, month));
  for (const Date date : dates_of(person)) {
    for (int year = as_of.year; year <= as_of.year + kYearsAhead; ++year) {
      const Date anniversary = add_years(date, year - date.year);
      for (int shift = -1; shift <= 1; ++shift) {
        const Date day = add_days(anniversary, shift);
        if (day > as_of) days.insert(day);
      }
    }
  }
  return days;
}

struct DayAnswer {
  bool is_in_scope = false;
  std::size_t outcome = 0;

  friend bool operator==(const DayAnswer&, const DayAnswer&) = default;
};

// Past the dates of a policy there is no answer, which changes whatever it spoke of.
bool is_other(const policy::Plan& plan, Date day, const DayAnswer& today, const DayAnswer& then) {
  return policy::has_answer_on(plan, day) ? then != today : today.is_in_scope;
}

std::vector<DayAnswer> answers_on(const policy::Plan& plan, const model::Person& person, Date day) {
  if (!policy::has_answer_on(plan, day)) return std::vector<DayAnswer>(person.convictions.size());
  const evaluate::RunFacts facts{day, std::string(kHome)};
  const evaluate::PersonEvaluation evaluation(plan, person, facts);
  std::vector<DayAnswer> answers;
  for (std::size_t i = 0; i < person.convictions.size(); ++i) {
    const evaluate::Decision decision = evaluation.decide(i, evaluate::Detail::kAnswer);
    const bool is_in_scope = decision.answer != evaluate::Answer::kOutOfScope;
    answers.push_back({is_in_scope, is_in_scope ? evaluate::outcome_of(plan, decision) : 0});
  }
  return answers;
}

struct Changes {
  std::size_t found = 0, soon = 0, never = 0;
};

std::optional<std::string> first_wrong_day(const PolicyUnderTest& policy, const model::Person& person, Date as_of,
                                           Changes& changes) {
  const evaluate::RunFacts facts{as_of, std::string(kHome)};
  const evaluate::PersonEvaluation evaluation(policy.plan, person, facts);
  const std::vector<DayAnswer> today = answers_on(policy.plan, person, as_of);
  std::set<Date> days = days_to_try(person, as_of);
  std::vector<std::optional<Date>> told;
  for (std::size_t i = 0; i < today.size(); ++i) {
    told.push_back(evaluation.changes_on(i));
    if (told[i]) days.insert(*told[i]);
    ++(told[i] ? changes.found : changes.never);
    if (told[i] && *told[i] < add_days(as_of, kDaysInDetail)) ++changes.soon;
  }
  std::vector<std::optional<Date>> found(today.size());
  for (const Date day : days) {
    const std::vector<DayAnswer> then = answers_on(policy.plan, person, day);
    for (std::size_t i = 0; i < today.size(); ++i) {
      if (!found[i] && is_other(policy.plan, day, today[i], then[i])) found[i] = day;
    }
    if (std::none_of(found.begin(), found.end(), [](const auto& date) { return !date.has_value(); })) break;
  }
  for (std::size_t i = 0; i < today.size(); ++i) {
    const auto words = [](const std::optional<Date>& date) { return date ? to_iso(*date) : std::string("no day"); };
    if (found[i] == told[i]) continue;
    return policy.name + ", count " + person.convictions[i].count + ", as of " + to_iso(as_of) + ": changes on " +
           words(found[i]) + ", told as " + words(told[i]);
  }
  return std::nullopt;
}

// As of a day not long before the one on whose borders the records are drawn.
Property changes_as_told(Changes& changes, std::string_view kind) {
  return [&changes, kind](const Sketch& sketch, Dice& dice) -> std::optional<std::string> {
    Records records({lines_of(sketch, "1")}, kDay);
    const model::Person& person = records.person();
    const Date as_of = add_days(kDay, -dice.between(0, dice.chance(60) ? 5 : kDaysInDetail));
    while (true) {
      const PolicyUnderTest& policy = dice.pick(policies_under_test());
      if (policy.plan.kind == kind) return first_wrong_day(policy, person, as_of, changes);
    }
  };
}

TEST_CASE("the day on which an answer changes is the first on which it does, under every policy of an office") {
  Changes changes;
  check_property({64201, 30}, draw_record, changes_as_told(changes, "county"));
  if (are_records_few()) return;
  CHECK(changes.found > changes.soon);
  CHECK(changes.soon > 0);
  CHECK(changes.never > 0);
}

TEST_CASE("what the statute gives changes by time alone on no day") {
  Changes changes;
  check_property({64202, 3}, draw_doubtful_statute_record, changes_as_told(changes, "statute"));
  CHECK(changes.found == 0);
  CHECK(changes.never > 0);
}

}  // namespace
}  // namespace redress::testing
