// On which days a plan answers, and which of its dated values are a day's.
#include <algorithm>
#include <string>
#include <utility>

#include "base/calendar.h"
#include "policy/policy.h"

namespace redress::policy {
namespace {

// Something of a plan whose dates do not hold the day.
struct OutOfForce {
  std::string what;   // "the policy us-ca.test"
  std::string dates;  // "from 2019-01-01 until 2019-12-31"
};

const DatedValue* value_in_force(const Parameter& parameter, Date day) {
  const auto found = std::find_if(parameter.dated.begin(), parameter.dated.end(),
                                  [&](const DatedValue& value) { return holds(value.in_force, day); });
  return found == parameter.dated.end() ? nullptr : &*found;
}

std::string dates_of_values(const Parameter& parameter) {
  std::string text;
  for (const DatedValue& value : parameter.dated) text += (text.empty() ? "" : ", ") + in_force_words(value.in_force);
  return text;
}

std::optional<OutOfForce> out_of_force(const Plan& plan, Date day) {
  if (!holds(plan.in_force, day)) return OutOfForce{"the policy " + plan.id, in_force_words(plan.in_force)};
  for (const Parameter& parameter : plan.parameters) {
    const std::string what = "the parameter '" + parameter.name + "' of the policy " + plan.id;
    if (!holds(parameter.in_force, day)) return OutOfForce{what, in_force_words(parameter.in_force)};
    if (!parameter.dated.empty() && value_in_force(parameter, day) == nullptr) {
      return OutOfForce{"a value of " + what, dates_of_values(parameter)};
    }
  }
  for (const PlanSet& used : plan.sets) {
    if (holds(used.set->in_force(), day)) continue;
    return OutOfForce{"the section set " + used.set->id() + " of the policy " + plan.id,
                      in_force_words(used.set->in_force())};
  }
  return std::nullopt;
}

}  // namespace

const ParameterValue& Parameter::value_on(Date day) const {
  const DatedValue* dated_value = value_in_force(*this, day);
  return dated_value == nullptr ? value : dated_value->value;
}

std::string in_force_words(DateSpan in_force) {
  std::string text;
  if (in_force.first != kFirstDay) text = "from " + to_iso(in_force.first);
  if (in_force.last != kLastDay) text += (text.empty() ? "until " : " until ") + to_iso(in_force.last);
  return text;
}

Status has_answer_on(const Plan& plan, Date as_of) {
  const std::optional<OutOfForce> missing = out_of_force(plan, as_of);
  if (!missing) return Done{};
  Error error;
  error.kind = ErrorKind::kUsage;
  error.code = "policy.no_answer";
  error.place.file = plan.source.name;
  error.cause = "the policy " + plan.id + " has no answer as of " + to_iso(as_of) + ": " + missing->what +
                " is in force " + missing->dates + " only";
  error.next_step = "Choose an as-of date within these dates, or a version of the policy for that day.";
  return error;
}

Date has_answer_until(const Plan& plan, Date as_of) {
  Date until = plan.in_force.last;
  for (const Parameter& parameter : plan.parameters) {
    until = std::min(until, parameter.in_force.last);
    // From one dated value straight into the next there is no gap.
    Date last = parameter.dated.empty() ? kLastDay : as_of;
    for (const DatedValue& value : parameter.dated) {
      const bool goes_on =
          holds(value.in_force, last) || (last != kLastDay && holds(value.in_force, add_days(last, 1)));
      if (goes_on) last = value.in_force.last;
    }
    until = std::min(until, last);
  }
  for (const PlanSet& used : plan.sets) until = std::min(until, used.set->in_force().last);
  return until;
}

Plan with_values_on(Plan plan, Date as_of) {
  for (Parameter& parameter : plan.parameters) parameter.value = parameter.value_on(as_of);
  return plan;
}

}  // namespace redress::policy
