// The list functions of the language: the records they go through, and what is remembered of them for a person.
// Longer than most files by a little: what is gone through, counted and remembered is one set of rules.
#include <algorithm>
#include <utility>

#include "evaluate/condition.h"
#include "evaluate/unknown_facts.h"

namespace redress::evaluate {

using model::Doubt;
using policy::Expression;
using policy::Operation;

ConditionWalker::Records ConditionWalker::records_of(const policy::RecordList& list, Sight& sight) {
  if (list.kind == policy::RecordKind::kRegistrations) return registrations();
  if (list.set) {
    set_of(*list.set, sight);
    return records_in_set(list);
  }
  Records records;
  for (std::size_t i = 0; i < person_.convictions.size(); ++i) {
    const Subject subject{SubjectKind::kConviction, static_cast<std::uint32_t>(i)};
    records.push_back({&person_.convictions[i],
                       subject,
                       {},
                       Truth::kYes,
                       value_of(person_.convictions[i].date, FactKind::kConvictionDate, subject),
                       nullptr,
                       person_.convictions[i].cycle});
  }
  return records;
}

ConditionWalker::Records ConditionWalker::registrations() const {
  Records records;
  for (std::size_t i = 0; i < person_.registrations.size(); ++i) {
    const model::Registration& registration = person_.registrations[i];
    if (registration.is_pc290 == Truth::kNo) continue;
    const Subject subject{SubjectKind::kRegistration, static_cast<std::uint32_t>(i)};
    records.push_back({nullptr,
                       subject,
                       {},
                       registration.is_pc290,
                       value_of(registration.date, FactKind::kRegistrationDate, subject),
                       nullptr,
                       registration.cycle});
  }
  return records;
}

// The convictions in the list's set; of a cycle's counts, also those that are no convictions.
ConditionWalker::Records ConditionWalker::records_in_set(const policy::RecordList& list) {
  const bool of_cycle = list.kind == policy::RecordKind::kCycleCounts;
  Records records;
  if (of_cycle && subject_.kind == SubjectKind::kUnusable) {
    // Any count of the person, or a row that is not there, may be of its cycle.
    records.push_back({nullptr, subject_, {}, Truth::kUnknown, DateValue{}, &cycle_unknown_, model::kNoCycle});
    return records;
  }
  const auto add = [&](const SetHit& hit) {
    const model::Conviction& conviction = person_.convictions[hit.first.index];
    Record record{
        hit.second ? nullptr : &conviction, hit.first, hit.second, hit.truth, {}, &hit.unknown, conviction.cycle};
    record.date = value_of(hit.date, FactKind::kConvictionDate, hit.first);
    if (hit.second && !hit.date.is_known()) {
      record.date.unknown.clear();
      for (const Subject subject : {hit.first, *hit.second}) {
        const model::DateFact& date = person_.convictions[subject.index].date;
        if (!date.is_known()) record.date.unknown.push_back({FactKind::kConvictionDate, date.doubt, subject, {}});
      }
    }
    records.push_back(std::move(record));
  };
  const HitsOnDay& of_convictions = cache_.in_set(*list.set, run_.as_of);
  if (!of_cycle) {
    for (const SetHit& hit : of_convictions.hits) add(hit);
    return records;
  }
  of_convictions.each_of(conviction_.cycle, add);
  cache_.cycle_counts_in_set(*list.set, run_.as_of).each_of(conviction_.cycle, [&](const SetHit& hit) {
    records.push_back({nullptr, hit.first, {}, hit.truth, {}, &hit.unknown, conviction_.cycle});
  });
  if (!cycle_unknown_.empty()) {
    // The missing row may be such a count.
    records.push_back(
        {nullptr, {SubjectKind::kPerson, 0}, {}, Truth::kUnknown, DateValue{}, &cycle_unknown_, model::kNoCycle});
  }
  return records;
}

Truth ConditionWalker::record_holds(const Expression& list_function, const Record& record, Sight& sight) {
  const std::size_t before = sight.unknown.size();
  const std::size_t mark = sight.formula == nullptr ? 0 : sight.formula->open();
  if (record.member == Truth::kUnknown) {
    std::vector<UnknownFact> facts = {{FactKind::kRegistrationCharge, Doubt::kMissing, record.subject, {}}};
    if (record.member_unknown != nullptr) facts = *record.member_unknown;
    add_all(sight.unknown, facts);
    if (sight.formula != nullptr)
      sight.formula->ask(mark, {nullptr, list_function.list.set, record.subject, record.second, std::move(facts)});
  }
  Truth holds = Truth::kYes;
  if (!list_function.children.empty()) {
    const Record* outer = std::exchange(it_, &record);
    const std::size_t condition = sight.formula == nullptr ? 0 : sight.formula->open();
    holds = evaluate(list_function.children[0], sight);
    it_ = outer;
    if (list_function.operation == Operation::kAll) {
      holds = !holds;
      if (sight.formula != nullptr) sight.formula->join(condition, Formula::Kind::kNot);
    }
  }
  holds = kleene_and(record.member, holds);
  if (holds != Truth::kUnknown) sight.unknown.resize(before);
  if (sight.formula != nullptr) {
    if (holds == Truth::kUnknown) {
      sight.formula->join(mark, Formula::Kind::kAnd);
    } else {
      sight.formula->settle(mark, holds);
    }
  }
  return holds;
}

// Unknown facts are appended as they are: of many records, to look for each among those of all would be slow.
Truth ConditionWalker::look_at_record(const Expression& list_function, const Record& record, Sight& sight, Use& use) {
  ListItem item{record.subject, record.second, Truth::kNo, {}};
  Sight own;
  own.formula = sight.formula;
  compared_ = keeps_all_ ? &item.compared : nullptr;
  item.truth = record_holds(list_function, record, own);
  compared_ = nullptr;
  sight.unknown.insert(sight.unknown.end(), own.unknown.begin(), own.unknown.end());
  sight.until = std::min(sight.until, own.until);
  if (own.charge_choice) sight.charge_choice = own.charge_choice;
  const Truth holds = item.truth;
  if (keeps_all_) (holds != Truth::kNo ? use.items : use.others).push_back(std::move(item));
  return holds;
}

// An answer is remembered only when nobody asks what was looked at.
std::optional<std::string> ConditionWalker::memory_key(const Expression& list_function, const Sight& sight) const {
  if (sight.uses != nullptr || it_ != nullptr || subject_.kind != SubjectKind::kConviction) return std::nullopt;
  return cache_.key(list_function, conviction_);
}

ListAnswer ConditionWalker::work_out(const Expression& expression, Sight& sight) {
  ListAnswer answer;
  switch (expression.operation) {
    case Operation::kAny:
    case Operation::kAll:
      answer.truth = work_out_any_or_all(expression, sight);
      answer.unknown = std::move(sight.unknown);
      answer.is_certain = answer.truth != Truth::kUnknown;
      break;
    case Operation::kEarliest:
    case Operation::kLatest:
      answer.date = work_out_extreme(expression, sight);
      answer.is_certain = answer.date.span.is_exact() && !answer.date.may_be_none;
      break;
    default:
      answer.number = work_out_count(expression, sight);
      answer.is_certain = answer.number.low == answer.number.high;
      break;
  }
  answer.days = {run_.as_of, sight.until};
  return answer;
}

// Remembered for the person where it can be, and for as long as facts are assumed, which no list asks for.
ListAnswer ConditionWalker::list_answer(const Expression& expression, Sight& sight) {
  const bool may_be_remembered = sight.uses == nullptr && it_ == nullptr;
  if (assumed_ != nullptr && may_be_remembered) {
    const auto known = while_assumed_.find(&expression);
    if (known != while_assumed_.end()) return known->second;
  }
  const auto key = memory_key(expression, sight);
  if (key) {
    if (const ListAnswer* known = cache_.find(*key, run_.as_of)) return *known;
  }
  // A formula is written as records are gone through, unless answers are remembered.
  if (may_be_remembered && (key || sight.formula == nullptr)) {
    if (const auto earlier = earlier_answer(expression)) {
      if (assumed_ != nullptr) while_assumed_.emplace(&expression, *earlier);
      return *earlier;
    }
  }
  Sight own;
  own.uses = sight.uses;
  own.formula = key ? nullptr : sight.formula;
  ListAnswer answer = work_out(expression, own);
  if (own.charge_choice) sight.charge_choice = own.charge_choice;
  if (key && (answer.is_certain || PersonCache::is_of_person(*key))) cache_.remember(*key, answer);
  if (assumed_ != nullptr && may_be_remembered) while_assumed_.emplace(&expression, answer);
  return answer;
}

Truth ConditionWalker::any_or_all(const Expression& expression, Sight& sight) {
  const ListAnswer answer = list_answer(expression, sight);
  if (answer.truth == Truth::kUnknown) add_all(sight.unknown, answer.unknown);
  sight.until = std::min(sight.until, answer.days.last);
  return answer.truth;
}

NumberValue ConditionWalker::counted(const Expression& expression, Sight& sight) {
  ListAnswer answer = list_answer(expression, sight);
  sight.until = std::min(sight.until, answer.days.last);
  return std::move(answer.number);
}

DateValue ConditionWalker::extreme_date(const Expression& expression, Sight& sight) {
  ListAnswer answer = list_answer(expression, sight);
  sight.until = std::min(sight.until, answer.days.last);
  return std::move(answer.date);
}

Truth ConditionWalker::work_out_any_or_all(const Expression& expression, Sight& sight) {
  Use use;
  use.kind = Use::Kind::kList;
  use.expression = &expression;
  Truth found = Truth::kNo;
  const Records records = records_of(expression.list, sight);
  use.looked_at = records.size();
  Sight inner;
  inner.formula = sight.formula;
  // While one record holds, the answer stands; it may do so longer than another.
  Date all_records = kLastDay;
  Date longest = kFirstDay;
  for (const Record& record : records) {
    inner.until = kLastDay;
    const Truth holds = look_at_record(expression, record, inner, use);
    found = kleene_or(found, holds);
    all_records = std::min(all_records, inner.until);
    if (holds == Truth::kYes) longest = std::max(longest, inner.until);
    if (longest == kLastDay && sight.uses == nullptr) break;
  }
  sight.until = std::min(sight.until, found == Truth::kYes ? longest : all_records);
  if (found == Truth::kUnknown) add_all(sight.unknown, inner.unknown);
  if (inner.charge_choice) sight.charge_choice = inner.charge_choice;
  const Truth truth = expression.operation == Operation::kAll ? !found : found;
  use.truth = truth;
  if (notes(sight)) sight.uses->push_back(std::move(use));
  return truth;
}

NumberValue ConditionWalker::work_out_count(const Expression& expression, Sight& sight) {
  Use use;
  use.kind = Use::Kind::kList;
  use.expression = &expression;
  std::vector<CountedDate> dates;
  std::vector<UnknownFact> date_doubts;
  Sight inner;
  NumberValue number;
  const Records records = records_of(expression.list, inner);
  use.looked_at = records.size();
  for (const Record& record : records) {
    const Truth holds = look_at_record(expression, record, inner, use);
    if (holds == Truth::kNo) continue;
    number.low += holds == Truth::kYes ? 1 : 0;
    number.high += 1;
    dates.push_back({record.date.span, record.date.identity, holds == Truth::kYes});
    date_doubts.insert(date_doubts.end(), record.date.unknown.begin(), record.date.unknown.end());
  }
  if (expression.operation == Operation::kDifferentDates) {
    number = different_days(std::move(dates));
    inner.unknown.insert(inner.unknown.end(), date_doubts.begin(), date_doubts.end());
  }
  if (number.low != number.high) add_all(number.unknown, inner.unknown);
  sight.until = std::min(sight.until, inner.until);
  use.low = number.low;
  use.high = number.high;
  if (notes(sight)) sight.uses->push_back(std::move(use));
  return number;
}

DateValue ConditionWalker::work_out_extreme(const Expression& expression, Sight& sight) {
  const bool latest = expression.operation == Operation::kLatest;
  Use use;
  use.kind = Use::Kind::kList;
  use.expression = &expression;
  Sight inner;
  DateValue value;
  bool any = false;
  bool any_certain = false;
  const Records records = records_of(expression.list, inner);
  use.looked_at = records.size();
  for (const Record& record : records) {
    const Truth holds = look_at_record(expression, record, inner, use);
    if (holds == Truth::kNo) continue;
    inner.unknown.insert(inner.unknown.end(), record.date.unknown.begin(), record.date.unknown.end());
    const DateSpan span = record.date.span;
    // The extreme is at least as far out as each certain record, and no farther than any possible one.
    if (latest) {
      if (!any || span.last > value.span.last) value.span.last = span.last;
      if (holds == Truth::kYes && (!any_certain || span.first > value.span.first)) value.span.first = span.first;
    } else {
      if (!any || span.first < value.span.first) value.span.first = span.first;
      if (holds == Truth::kYes && (!any_certain || span.last < value.span.last)) value.span.last = span.last;
    }
    any = true;
    any_certain = any_certain || holds == Truth::kYes;
  }
  value.is_none = !any;
  value.may_be_none = any && !any_certain;
  if (any && !any_certain) {
    if (latest) {
      value.span.first = kFirstDay;
    } else {
      value.span.last = kLastDay;
    }
  }
  if (!value.span.is_exact() || value.may_be_none) add_all(value.unknown, inner.unknown);
  sight.until = std::min(sight.until, inner.until);
  use.left = value.span;
  if (notes(sight)) sight.uses->push_back(std::move(use));
  return value;
}

}  // namespace redress::evaluate
