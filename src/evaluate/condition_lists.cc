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

// `own` keeps those that are not the same for all convictions.
ConditionWalker::Records ConditionWalker::records_of(const policy::RecordList& list, Sight& sight,
                                                     std::vector<Record>& own) {
  if (list.kind == policy::RecordKind::kRegistrations) return cache_.registrations();
  if (!list.set) return cache_.convictions();
  set_of(*list.set, sight);
  if (list.kind != policy::RecordKind::kCycleCounts) return cache_.in_set(*list.set, run_.as_of).records;
  add_cycle_counts(*list.set, own);
  return own;
}

// Of the conviction's cycle: convictions and counts that are none.
void ConditionWalker::add_cycle_counts(std::size_t set, std::vector<Record>& records) {
  Record unseen;
  unseen.member = Truth::kUnknown;
  unseen.member_unknown = &cycle_unknown_;
  if (subject_.kind == SubjectKind::kUnusable) {
    // Any count of the person, or a row that is not there, may be of its cycle.
    unseen.subject = subject_;
    records.push_back(unseen);
    return;
  }
  const auto add = [&](const Record& record) { records.push_back(record); };
  cache_.in_set(set, run_.as_of).each_of(conviction_.cycle, add);
  cache_.cycle_counts_in_set(set, run_.as_of).each_of(conviction_.cycle, add);
  if (!cycle_unknown_.empty()) records.push_back(unseen);  // the missing row may be such a count
}

// What makes the date of a record unknown, as it is: of many records, to look for each among all would be slow.
void ConditionWalker::append_date_doubts(const Record& record, std::vector<UnknownFact>& unknown) const {
  if (record.date_doubt == Doubt::kNone) return;
  if (record.subject.kind == SubjectKind::kRegistration) {
    unknown.push_back({FactKind::kRegistrationDate, record.date_doubt, record.subject, {}});
    return;
  }
  for (const std::optional<Subject>& subject : {std::optional(record.subject), record.second}) {
    if (!subject) continue;
    const model::DateFact& date = person_.convictions[subject->index].date;
    if (!date.is_known()) unknown.push_back({FactKind::kConvictionDate, date.doubt, *subject, {}});
  }
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
  Sight own;
  own.formula = sight.formula;
  Truth holds = Truth::kNo;
  if (keeps_all_) {
    ListItem item{record.subject, record.second, Truth::kNo, {}};
    compared_ = &item.compared;
    holds = item.truth = record_holds(list_function, record, own);
    compared_ = nullptr;
    (holds != Truth::kNo ? use.items : use.others).push_back(std::move(item));
  } else {
    holds = record_holds(list_function, record, own);
  }
  if (!own.unknown.empty()) sight.unknown.insert(sight.unknown.end(), own.unknown.begin(), own.unknown.end());
  sight.until = std::min(sight.until, own.until);
  if (own.charge_choice) sight.charge_choice = own.charge_choice;
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
  if (!answer.is_certain) answer.unknown = std::move(sight.unknown);
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
  return seen_answer(expression, sight).truth;
}

NumberValue ConditionWalker::counted(const Expression& expression, Sight& sight) {
  return seen_answer(expression, sight).number;
}

DateValue ConditionWalker::extreme_date(const Expression& expression, Sight& sight) {
  return seen_answer(expression, sight).date;
}

// With what makes it uncertain, and how long it lasts, left in `sight`.
ListAnswer ConditionWalker::seen_answer(const Expression& list_function, Sight& sight) {
  ListAnswer answer = list_answer(list_function, sight);
  if (sight.unknown.empty()) {
    sight.unknown = std::move(answer.unknown);
  } else {
    add_all(sight.unknown, answer.unknown);
  }
  sight.until = std::min(sight.until, answer.days.last);
  return answer;
}

Truth ConditionWalker::work_out_any_or_all(const Expression& expression, Sight& sight) {
  Use use;
  use.kind = Use::Kind::kList;
  use.expression = &expression;
  Truth found = Truth::kNo;
  std::vector<Record> own;
  const Records records = records_of(expression.list, sight, own);
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
  std::vector<Record> own;
  const Records records = records_of(expression.list, inner, own);
  use.looked_at = records.size();
  for (const Record& record : records) {
    const Truth holds = look_at_record(expression, record, inner, use);
    if (holds == Truth::kNo) continue;
    number.low += holds == Truth::kYes ? 1 : 0;
    number.high += 1;
    dates.push_back({record.date.span, record.date.identity, holds == Truth::kYes});
    append_date_doubts(record, date_doubts);
  }
  if (expression.operation == Operation::kDifferentDates) {
    number = different_days(std::move(dates));
    inner.unknown.insert(inner.unknown.end(), date_doubts.begin(), date_doubts.end());
  }
  if (number.low != number.high) add_all(sight.unknown, inner.unknown);
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
  std::vector<Record> own;
  const Records records = records_of(expression.list, inner, own);
  use.looked_at = records.size();
  for (const Record& record : records) {
    const Truth holds = look_at_record(expression, record, inner, use);
    if (holds == Truth::kNo) continue;
    append_date_doubts(record, inner.unknown);
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
  if (!value.span.is_exact() || value.may_be_none) add_all(sight.unknown, inner.unknown);
  sight.until = std::min(sight.until, inner.until);
  use.left = value.span;
  if (notes(sight)) sight.uses->push_back(std::move(use));
  return value;
}

}  // namespace redress::evaluate
