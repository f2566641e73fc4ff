// Longer than most files: one function per operation of the language, kept together so that the whole of it is seen.
#include "evaluate/condition.h"

#include <algorithm>
#include <utility>

#include "base/calendar.h"
#include "evaluate/origin_dates.h"
#include "policy/policy.h"

// Long: one walk over one kind of tree, whose parts call each other back and share what they have seen.
namespace redress::evaluate {
namespace {

using model::Doubt;
using policy::Expression;
using policy::Field;
using policy::Operation;
using policy::Owner;

void add_once(std::vector<UnknownFact>& facts, const UnknownFact& fact) {
  if (std::find(facts.begin(), facts.end(), fact) == facts.end()) facts.push_back(fact);
}

void add_all(std::vector<UnknownFact>& facts, const std::vector<UnknownFact>& more) {
  for (const UnknownFact& fact : more) add_once(facts, fact);
}

// A conviction's date is the same day as itself, even where nothing else is known of it. These identities cannot meet
// those that the record gives, which count its cases.
constexpr std::uint32_t kOwnIdentity = 0x80000000U;

// No declared fact is less than nothing, and none is more than this.
constexpr std::int64_t kMostOfAFact = std::int64_t{1} << 60;

DateValue value_of(const model::DateFact& date, FactKind kind, Subject subject) {
  DateValue value;
  value.span = date.span;
  value.identity = date.identity;
  if (subject.kind == SubjectKind::kConviction && date.identity == 0) value.identity = kOwnIdentity | subject.index;
  if (!date.is_known()) value.unknown.push_back({kind, date.doubt, subject, {}});
  return value;
}

// An end of sentence is unknown for its parts, for its date, or for both.
DateValue sentence_value(const model::Conviction& conviction, const model::DateFact& end, Subject subject) {
  DateValue value;
  value.span = end.span;
  value.identity = end.identity;
  if (!conviction.date.is_known())
    value.unknown.push_back({FactKind::kConvictionDate, conviction.date.doubt, subject, {}});
  for (const model::SentencePart& part : conviction.sentence) {
    if (part.doubt != Doubt::kNone) add_once(value.unknown, {FactKind::kSentence, part.doubt, subject, {}});
  }
  return value;
}

std::string_view level_text(model::Level level) {
  switch (level) {
    case model::Level::kFelony: return "felony";
    case model::Level::kMisdemeanor: return "misdemeanor";
    case model::Level::kInfraction: return "infraction";
  }
  return "";
}

TextValue known_text(std::string text) {
  return {TextValue::State::kKnown, std::move(text), {}};
}

TextValue unknown_text(UnknownFact fact) {
  return {TextValue::State::kUnknown, {}, {fact}};
}

std::string subdivision_text(const citation::Section& section) {
  std::string text;
  for (const std::string& part : section.subdivisions) text += "(" + part + ")";
  return text;
}

Date moved(Date date, policy::TimeUnit unit, std::int64_t amount, LeapRule leap) {
  switch (unit) {
    case policy::TimeUnit::kDays: return add_days(date, amount);
    case policy::TimeUnit::kMonths: return add_months(date, amount, leap);
    case policy::TimeUnit::kYears: return add_years(date, amount, leap);
  }
  return date;
}

bool fits(const citation::Section& section, const policy::ChargeChoice& choice) {
  if (section.code != choice.section.code || section.number != choice.section.number) return false;
  switch (choice.fit) {
    case policy::ChargeChoice::Fit::kAnySubdivision: return true;
    case policy::ChargeChoice::Fit::kNoSubdivision: return section.subdivisions.empty();
    case policy::ChargeChoice::Fit::kTheseSubdivisions: break;
  }
  const auto& wanted = choice.section.subdivisions;
  return section.subdivisions.size() >= wanted.size() &&
         std::equal(wanted.begin(), wanted.end(), section.subdivisions.begin());
}

}  // namespace

ConditionWalker::ConditionWalker(const policy::Plan& plan, const model::Person& person, const RunFacts& run,
                                 PersonCache& cache, const model::Conviction& conviction, Subject subject)
    : plan_(plan), person_(person), run_(run), cache_(cache), conviction_(conviction), subject_(subject) {
  if (subject.kind == SubjectKind::kUnusable) {
    cycle_unknown_.push_back({FactKind::kCountIdentity, Doubt::kUnreadable, subject, {}});
  } else if (person.is_incomplete()) {
    cycle_unknown_.push_back({FactKind::kMissingRow, Doubt::kUnreadable, {SubjectKind::kPerson, 0}, {}});
  }
}

Truth ConditionWalker::truth(const Expression& condition, Sight& sight) {
  keeps_all_ = sight.uses != nullptr;
  return evaluate(condition, sight);
}

DateValue ConditionWalker::date(const Expression& expression) {
  Sight sight;
  return date_of(expression, sight);
}

NumberValue ConditionWalker::number(const Expression& expression) {
  Sight sight;
  return number_of(expression, sight);
}

void ConditionWalker::note(const Use& use, Sight& sight) const {
  if (sight.uses != nullptr && it_ == nullptr) sight.uses->push_back(use);
}

std::pair<const model::Conviction*, Subject> ConditionWalker::owner_of(Owner owner) const {
  if (owner == Owner::kIt && it_ != nullptr) return {it_->conviction, it_->subject};
  return {&conviction_, subject_};
}

// Unknown facts count only while the truth is unknown: what a certain part had in doubt is dropped.
Truth ConditionWalker::evaluate(const Expression& expression, Sight& sight) {
  const std::size_t before = sight.unknown.size();
  Truth truth = Truth::kUnknown;
  switch (expression.operation) {
    case Operation::kTruth: truth = truth_of(expression.integer != 0); break;
    case Operation::kParameter: truth = truth_of(std::get<bool>(plan_.parameters[expression.index].value)); break;
    case Operation::kFact: truth = truth_fact(expression, sight); break;
    case Operation::kDeclaredFact: truth = declared_truth(expression, sight); break;
    case Operation::kQuestion: truth = open_question(expression, sight); break;
    case Operation::kNot: truth = !evaluate(expression.children[0], sight); break;
    case Operation::kAnd:
    case Operation::kOr: truth = logic(expression, sight); break;
    case Operation::kCompareDates: truth = compare_two_dates(expression, sight); break;
    case Operation::kCompareIntegers: truth = compare_two_numbers(expression, sight); break;
    case Operation::kCompareTruths: truth = compare_two_truths(expression, sight); break;
    case Operation::kCompareTexts:
    case Operation::kBeginsWith: truth = compare_two_texts(expression, sight); break;
    case Operation::kIsOneOf: truth = is_one_of(expression, sight); break;
    case Operation::kChargeInSet: truth = in_set(expression, sight); break;
    case Operation::kChargeInChoices: truth = in_choices(expression, sight); break;
    case Operation::kAny:
    case Operation::kAll: truth = any_or_all(expression, sight); break;
    case Operation::kInteger:
    case Operation::kDate:
    case Operation::kText:
    case Operation::kAdd:
    case Operation::kCount:
    case Operation::kDifferentDates:
    case Operation::kEarliest:
    case Operation::kLatest: break;  // not conditions: the checker lets none through
  }
  if (truth != Truth::kUnknown) sight.unknown.resize(before);
  return truth;
}

Truth ConditionWalker::logic(const Expression& expression, Sight& sight) {
  const bool is_and = expression.operation == Operation::kAnd;
  const Truth settled = is_and ? Truth::kNo : Truth::kYes;
  Truth truth = !settled;
  for (const Expression& child : expression.children) {
    const Truth part = evaluate(child, sight);
    if (part == settled) return settled;
    truth = is_and ? kleene_and(truth, part) : kleene_or(truth, part);
  }
  return truth;
}

Truth ConditionWalker::truth_fact(const Expression& expression, Sight& sight) {
  Use use;
  use.expression = &expression;
  if (expression.field == Field::kIsDeceased) {
    use.truth = truth_of(person_.is_deceased);
    note(use, sight);
    return use.truth;
  }
  const auto [conviction, subject] = owner_of(expression.owner);
  if (expression.field == Field::kSameCycle) {
    use.truth = is_of_same_cycle(sight);
  } else if (expression.field == Field::kReliefEntered) {
    use.truth = truth_of(conviction->relief_is_entered);
  } else if (!conviction->charge.is_known()) {
    add_once(sight.unknown, {FactKind::kCharge, conviction->charge.doubt, subject, {}});
    use.truth = Truth::kUnknown;
  } else {
    const citation::Citation& charge = conviction->charge.citation;
    use.truth = truth_of(expression.field == Field::kAttempt ? charge.attempt : charge.conspiracy);
  }
  note(use, sight);
  return use.truth;
}

Truth ConditionWalker::declared_truth(const Expression& expression, Sight& sight) {
  const NumberValue value = declared_number(expression, sight);
  add_all(sight.unknown, value.unknown);
  return value.low == value.high ? truth_of(value.low != 0) : Truth::kUnknown;
}

// Of the conviction decided on, also within the condition of a list.
NumberValue ConditionWalker::declared_number(const Expression& expression, Sight& sight) {
  const policy::DeclaredFact& fact = plan_.facts[expression.index];
  NumberValue value;
  if (const auto supplied = supplied_value(conviction_, fact)) {
    value.low = value.high = *supplied;
  } else if (assumed_ != nullptr && assumed_->facts[expression.index]) {
    value.low = value.high = *assumed_->facts[expression.index];
  } else {
    value.high = fact.type == policy::DeclaredType::kYesNo ? 1 : kMostOfAFact;
    value.unknown.push_back({FactKind::kDeclared, Doubt::kNotInSource, subject_, fact.name});
  }
  Use use;
  use.expression = &expression;
  note(use, sight);
  return value;
}

Truth ConditionWalker::open_question(const Expression& expression, Sight& sight) const {
  add_once(sight.unknown, {FactKind::kQuestion, Doubt::kNotInSource, {SubjectKind::kPerson, 0},
                           plan_.questions[expression.index].id});
  Use use;
  use.expression = &expression;
  use.truth = Truth::kUnknown;
  note(use, sight);
  return Truth::kUnknown;
}

// Of the record that is `it`. A cycle that cannot be identified may be any.
Truth ConditionWalker::is_of_same_cycle(Sight& sight) const {
  if (it_ == nullptr) return Truth::kUnknown;  // the checker lets none through
  const bool own_is_known = subject_.kind != SubjectKind::kUnusable;
  if (own_is_known && it_->cycle != model::kNoCycle) return truth_of(it_->cycle == conviction_.cycle);
  add_once(sight.unknown, {FactKind::kCountIdentity, Doubt::kUnreadable, own_is_known ? it_->subject : subject_, {}});
  return Truth::kUnknown;
}

Truth ConditionWalker::in_set(const Expression& expression, Sight& sight) {
  const auto [conviction, subject] = owner_of(expression.owner);
  std::vector<UnknownFact> unknown;
  Use use;
  use.expression = &expression;
  use.truth = charge_in_set(*conviction, subject, *plan_.sets[expression.index].set, &unknown);
  add_all(sight.unknown, unknown);
  note(use, sight);
  return use.truth;
}

// As the charge is written: a letter that is not there fits no lettered choice.
Truth ConditionWalker::in_choices(const Expression& expression, Sight& sight) {
  const policy::Parameter& parameter = plan_.parameters[expression.index];
  Use use;
  use.expression = &expression;
  const citation::Section* section = listed_section(conviction_.charge, *plan_.sets[plan_.charge_set].set);
  if (section == nullptr) {
    const FactKind kind = conviction_.charge.is_known() ? FactKind::kCode : FactKind::kCharge;
    const Doubt doubt = conviction_.charge.is_known() ? Doubt::kMissing : conviction_.charge.doubt;
    add_once(sight.unknown, {kind, doubt, subject_, {}});
    use.truth = Truth::kUnknown;
  } else {
    for (const std::size_t index : std::get<std::vector<std::size_t>>(parameter.value)) {
      if (!fits(*section, parameter.charges[index])) continue;
      sight.charge_choice = index;
      use.truth = Truth::kYes;
      break;
    }
  }
  note(use, sight);
  return use.truth;
}

Truth ConditionWalker::compare_two_dates(const Expression& expression, Sight& sight) {
  const DateValue left = date_of(expression.children[0], sight);
  const DateValue right = date_of(expression.children[1], sight);
  Use use;
  use.kind = Use::Kind::kComparison;
  use.expression = &expression;
  use.truth = compare_dates(expression.comparison, left, right);
  use.left = left.span;
  use.right = right.span;
  add_all(sight.unknown, left.unknown);
  add_all(sight.unknown, right.unknown);
  note(use, sight);
  if (compared_ != nullptr) compared_->push_back({&expression, use.left, use.right, use.truth});
  return use.truth;
}

Truth ConditionWalker::compare_two_numbers(const Expression& expression, Sight& sight) {
  const NumberValue left = number_of(expression.children[0], sight);
  const NumberValue right = number_of(expression.children[1], sight);
  add_all(sight.unknown, left.unknown);
  add_all(sight.unknown, right.unknown);
  return compare_numbers(expression.comparison, left, right);
}

Truth ConditionWalker::compare_two_truths(const Expression& expression, Sight& sight) {
  const Truth left = evaluate(expression.children[0], sight);
  const Truth right = evaluate(expression.children[1], sight);
  if (left == Truth::kUnknown || right == Truth::kUnknown) return Truth::kUnknown;
  return truth_of((left == right) == (expression.comparison == policy::Comparison::kIs));
}

Truth ConditionWalker::compare_two_texts(const Expression& expression, Sight& sight) {
  const TextValue left = text_of(expression.children[0], sight);
  const TextValue right = text_of(expression.children[1], sight);
  add_all(sight.unknown, left.unknown);
  add_all(sight.unknown, right.unknown);
  if (expression.operation == Operation::kBeginsWith) return begins_with(left, right);
  const Truth same = same_text(left, right);
  return expression.comparison == policy::Comparison::kIs ? same : !same;
}

Truth ConditionWalker::is_one_of(const Expression& expression, Sight& sight) {
  const TextValue left = text_of(expression.children[0], sight);
  Truth truth = Truth::kNo;
  for (std::size_t i = 1; i < expression.children.size(); ++i) {
    const TextValue right = text_of(expression.children[i], sight);
    truth = kleene_or(truth, same_text(left, right));
    add_all(sight.unknown, right.unknown);
  }
  add_all(sight.unknown, left.unknown);
  return truth;
}

DateValue ConditionWalker::date_of(const Expression& expression, Sight& sight) {
  DateValue value;
  switch (expression.operation) {
    case Operation::kDate: value.span = {expression.date, expression.date}; return value;
    case Operation::kEarliest:
    case Operation::kLatest: return extreme_date(expression, sight);
    case Operation::kAdd: {
      value = date_of(expression.children[0], sight);
      const NumberValue number = number_of(expression.children[1], sight);
      const std::int64_t least = expression.negative ? -number.high : number.low;
      const std::int64_t most = expression.negative ? -number.low : number.high;
      if (!value.span.is_every_day()) {
        value.span = {moved(value.span.first, expression.unit, least, plan_.leap),
                      moved(value.span.last, expression.unit, most, plan_.leap)};
      }
      add_all(value.unknown, number.unknown);
      value.identity = 0;
      return value;
    }
    default: break;
  }
  switch (expression.field) {
    case Field::kAsOf: value.span = {run_.as_of, run_.as_of}; return value;
    case Field::kBirthDate: return value_of(person_.birth_date, FactKind::kBirthDate, {SubjectKind::kPerson, 0});
    default: break;
  }
  if (expression.owner == Owner::kIt && it_ != nullptr && expression.field == Field::kDate) return it_->date;
  const bool is_own_offense = expression.owner == Owner::kConviction && expression.field == Field::kOffenseDate;
  if (is_own_offense && assumed_ != nullptr && assumed_->offense_date) {
    value.span = {*assumed_->offense_date, *assumed_->offense_date};
    return value;
  }
  const auto [conviction, subject] = owner_of(expression.owner);
  switch (expression.field) {
    case Field::kSentenceEnd: return sentence_value(*conviction, conviction->sentence_end, subject);
    case Field::kSentenceEndEarliest: return sentence_value(*conviction, conviction->sentence_end_earliest, subject);
    case Field::kArrestDate:
    case Field::kOffenseDate:
    case Field::kChargingDate: return origin_date(expression.field, *conviction, subject, plan_.leap);
    default: return value_of(conviction->date, FactKind::kConvictionDate, subject);
  }
}

NumberValue ConditionWalker::number_of(const Expression& expression, Sight& sight) {
  NumberValue value;
  switch (expression.operation) {
    case Operation::kInteger: value.low = value.high = expression.integer; break;
    case Operation::kParameter:
      value.low = value.high = std::get<std::int64_t>(plan_.parameters[expression.index].value);
      break;
    case Operation::kDeclaredFact: return declared_number(expression, sight);
    default: return counted(expression, sight);
  }
  return value;
}

TextValue ConditionWalker::text_of(const Expression& expression, Sight& sight) {
  if (expression.operation == Operation::kText) return known_text(expression.text);
  if (expression.operation == Operation::kParameter) {
    return known_text(policy::value_text(plan_.parameters[expression.index]));
  }
  Use use;
  use.expression = &expression;
  note(use, sight);
  if (expression.field == Field::kRunCounty) return known_text(run_.county);
  const auto [conviction, subject] = owner_of(expression.owner);
  switch (expression.field) {
    case Field::kLevel:
      if (!conviction->level.is_known()) return unknown_text({FactKind::kLevel, conviction->level.doubt, subject, {}});
      return known_text(std::string(level_text(conviction->level.value)));
    case Field::kCounty:
      if (!conviction->county.is_known())
        return unknown_text({FactKind::kCounty, conviction->county.doubt, subject, {}});
      return known_text(conviction->county.value);
    default: return section_text(*conviction, subject, expression.field);
  }
}

// The first section that the policy's own set lists. One whose code is missing may be it, or may be none.
TextValue ConditionWalker::section_text(const model::Conviction& conviction, Subject subject, Field field) const {
  if (!conviction.charge.is_known()) return unknown_text({FactKind::kCharge, conviction.charge.doubt, subject, {}});
  for (const citation::Section& section : conviction.charge.citation.sections) {
    const Truth listed = plan_.sets[plan_.charge_set].set->lists(section);
    if (listed == Truth::kNo) continue;
    TextValue value = known_text(field == Field::kSection ? section.number : subdivision_text(section));
    if (listed == Truth::kUnknown) {
      value.state = field == Field::kSection ? TextValue::State::kMaybe : TextValue::State::kUnknown;
      value.unknown.push_back({FactKind::kCode, Doubt::kMissing, subject, {}});
    }
    return value;
  }
  return known_text("");
}

ConditionWalker::Records ConditionWalker::records_of(const policy::RecordList& list) {
  if (list.kind == policy::RecordKind::kRegistrations) return registrations();
  if (list.set) return records_in_set(list);
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
  for (const SetHit& hit : cache_.in_set(*list.set)) {
    const model::Conviction& conviction = person_.convictions[hit.first.index];
    if (of_cycle && conviction.cycle != conviction_.cycle) continue;
    Record record{hit.second ? nullptr : &conviction, hit.first, hit.second, hit.truth, {}, &hit.unknown,
                  conviction.cycle};
    record.date = value_of(hit.date, FactKind::kConvictionDate, hit.first);
    if (hit.second && !hit.date.is_known()) {
      record.date.unknown.clear();
      for (const Subject subject : {hit.first, *hit.second}) {
        const model::DateFact& date = person_.convictions[subject.index].date;
        if (!date.is_known()) record.date.unknown.push_back({FactKind::kConvictionDate, date.doubt, subject, {}});
      }
    }
    records.push_back(std::move(record));
  }
  if (!of_cycle) return records;
  for (const SetHit& hit : cache_.cycle_counts_in_set(*list.set)) {
    if (person_.cycle_charges[hit.first.index].cycle != conviction_.cycle) continue;
    records.push_back({nullptr, hit.first, {}, hit.truth, {}, &hit.unknown, conviction_.cycle});
  }
  if (!cycle_unknown_.empty()) {
    // The missing row may be such a count.
    records.push_back(
        {nullptr, {SubjectKind::kPerson, 0}, {}, Truth::kUnknown, DateValue{}, &cycle_unknown_, model::kNoCycle});
  }
  return records;
}

Truth ConditionWalker::record_holds(const Expression& list_function, const Record& record, Sight& sight) {
  const std::size_t before = sight.unknown.size();
  if (record.member == Truth::kUnknown) {
    if (record.member_unknown != nullptr) {
      add_all(sight.unknown, *record.member_unknown);
    } else {
      add_once(sight.unknown, {FactKind::kRegistrationCharge, Doubt::kMissing, record.subject, {}});
    }
  }
  Truth holds = Truth::kYes;
  if (!list_function.children.empty()) {
    const Record* outer = std::exchange(it_, &record);
    holds = evaluate(list_function.children[0], sight);
    it_ = outer;
    if (list_function.operation == Operation::kAll) holds = !holds;
  }
  holds = kleene_and(record.member, holds);
  if (holds != Truth::kUnknown) sight.unknown.resize(before);
  return holds;
}

Truth ConditionWalker::look_at_record(const Expression& list_function, const Record& record, Sight& sight, Use& use) {
  ListItem item{record.subject, record.second, Truth::kNo, {}};
  compared_ = keeps_all_ ? &item.compared : nullptr;
  item.truth = record_holds(list_function, record, sight);
  compared_ = nullptr;
  const Truth holds = item.truth;
  if (holds != Truth::kNo) {
    use.items.push_back(std::move(item));
  } else if (keeps_all_) {
    use.others.push_back(std::move(item));
  }
  return holds;
}

// An answer is remembered only when nobody asks what was looked at.
std::optional<std::string> ConditionWalker::memory_key(const Expression& list_function, const Sight& sight) const {
  if (sight.uses != nullptr || it_ != nullptr || subject_.kind != SubjectKind::kConviction) return std::nullopt;
  return cache_.key(list_function, conviction_);
}

Truth ConditionWalker::any_or_all(const Expression& expression, Sight& sight) {
  const auto key = memory_key(expression, sight);
  if (!key) return work_out_any_or_all(expression, sight);
  const ListAnswer* known = cache_.find(*key);
  if (known == nullptr) {
    Sight own;
    ListAnswer answer;
    answer.truth = work_out_any_or_all(expression, own);
    answer.unknown = std::move(own.unknown);
    if (answer.truth == Truth::kUnknown && !PersonCache::is_of_person(*key)) {
      add_all(sight.unknown, answer.unknown);
      return answer.truth;
    }
    cache_.remember(*key, std::move(answer));
    known = cache_.find(*key);
  }
  if (known->truth == Truth::kUnknown) add_all(sight.unknown, known->unknown);
  return known->truth;
}

NumberValue ConditionWalker::counted(const Expression& expression, Sight& sight) {
  const auto key = memory_key(expression, sight);
  if (!key) return work_out_count(expression, sight);
  if (const ListAnswer* known = cache_.find(*key)) return known->number;
  NumberValue number = work_out_count(expression, sight);
  if (number.low == number.high || PersonCache::is_of_person(*key)) cache_.remember(*key, {{}, number, {}, {}});
  return number;
}

DateValue ConditionWalker::extreme_date(const Expression& expression, Sight& sight) {
  const auto key = memory_key(expression, sight);
  if (!key) return work_out_extreme(expression, sight);
  if (const ListAnswer* known = cache_.find(*key)) return known->date;
  DateValue date = work_out_extreme(expression, sight);
  const bool is_certain = date.span.is_exact() && !date.may_be_none;
  if (is_certain || PersonCache::is_of_person(*key)) cache_.remember(*key, {{}, {}, date, {}});
  return date;
}

Truth ConditionWalker::work_out_any_or_all(const Expression& expression, Sight& sight) {
  Use use;
  use.kind = Use::Kind::kList;
  use.expression = &expression;
  Truth found = Truth::kNo;
  const Records records = records_of(expression.list);
  use.looked_at = records.size();
  for (const Record& record : records) {
    const Truth holds = look_at_record(expression, record, sight, use);
    found = kleene_or(found, holds);
    if (found == Truth::kYes && sight.uses == nullptr) break;
  }
  use.truth = expression.operation == Operation::kAll ? !found : found;
  note(use, sight);
  return use.truth;
}

NumberValue ConditionWalker::work_out_count(const Expression& expression, Sight& sight) {
  Use use;
  use.kind = Use::Kind::kList;
  use.expression = &expression;
  std::vector<CountedDate> dates;
  std::vector<UnknownFact> date_doubts;
  Sight inner;
  NumberValue number;
  const Records records = records_of(expression.list);
  use.looked_at = records.size();
  for (const Record& record : records) {
    const Truth holds = look_at_record(expression, record, inner, use);
    if (holds == Truth::kNo) continue;
    number.low += holds == Truth::kYes ? 1 : 0;
    number.high += 1;
    dates.push_back({record.date.span, record.date.identity, holds == Truth::kYes});
    add_all(date_doubts, record.date.unknown);
  }
  if (expression.operation == Operation::kDifferentDates) {
    number = different_days(std::move(dates));
    add_all(inner.unknown, date_doubts);
  }
  if (number.low != number.high) number.unknown = std::move(inner.unknown);
  use.low = number.low;
  use.high = number.high;
  note(use, sight);
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
  const Records records = records_of(expression.list);
  use.looked_at = records.size();
  for (const Record& record : records) {
    const Truth holds = look_at_record(expression, record, inner, use);
    if (holds == Truth::kNo) continue;
    add_all(inner.unknown, record.date.unknown);
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
  if (!value.span.is_exact() || value.may_be_none) value.unknown = std::move(inner.unknown);
  use.left = value.span;
  note(use, sight);
  return value;
}

}  // namespace redress::evaluate
