// Longer than most files: one function per operation of the language, kept together so that the whole of it is seen.
// Lists of records stand in condition_lists.cc.
#include "evaluate/condition.h"

#include <algorithm>
#include <utility>

#include "base/calendar.h"
#include "base/text.h"
#include "evaluate/moving_date.h"
#include "evaluate/origin_dates.h"
#include "evaluate/sentence_dates.h"
#include "evaluate/unknown_facts.h"
#include "policy/plan/expression_parts.h"

namespace redress::evaluate {
namespace {

using model::Doubt;
using policy::Expression;
using policy::Field;
using policy::Operation;
using policy::Owner;

// No declared fact is less than nothing, and none is more than this.
constexpr std::int64_t kMostOfAFact = std::int64_t{1} << 60;

void add_date_doubt(const model::DateFact& date, FactKind kind, Subject subject, std::vector<UnknownFact>& unknown) {
  if (!date.is_known()) add_once(unknown, {kind, date.doubt, subject, {}});
}

// An end of sentence is unknown for its parts, for its date, or for both.
DateValue sentence_value(const model::Conviction& conviction, const model::DateFact& end, Subject subject,
                         std::vector<UnknownFact>& unknown) {
  DateValue value;
  value.span = end.span;
  value.identity = end.identity;
  add_date_doubt(conviction.date, FactKind::kConvictionDate, subject, unknown);
  for (const model::SentencePart& part : conviction.sentence) {
    if (part.doubt != Doubt::kNone) add_once(unknown, {FactKind::kSentence, part.doubt, subject, {}});
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

TextValue known_text(std::string_view text) {
  return {TextValue::State::kKnown, text};
}

TextValue unknown_text(UnknownFact fact, std::vector<UnknownFact>& unknown) {
  add_once(unknown, fact);
  return {TextValue::State::kUnknown, {}};
}

Move move_by(const Expression& sum, const NumberValue& amount) {
  if (sum.negative) return {sum.unit, -amount.high, -amount.low};
  return {sum.unit, amount.low, amount.high};
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
                                 PersonCache& cache, const model::Conviction& conviction, Subject subject,
                                 AlikeCharges* alike)
    : plan_(plan),
      person_(person),
      run_(run),
      cache_(cache),
      conviction_(conviction),
      subject_(subject),
      alike_(alike) {
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

void ConditionWalker::note_fact(const Expression& fact, Truth truth, Sight& sight) const {
  if (!notes(sight)) return;
  Use use;
  use.expression = &fact;
  use.truth = truth;
  sight.uses->push_back(std::move(use));
}

std::pair<const model::Conviction*, Subject> ConditionWalker::owner_of(Owner owner) const {
  if (owner == Owner::kIt && it_ != nullptr) return {it_->conviction, it_->subject};
  return {&conviction_, subject_};
}

const citation::SectionSet& ConditionWalker::set_of(std::size_t set, Sight& sight) const {
  const citation::SectionSet& whole = *plan_.sets[set].set;
  sight.until = std::min(sight.until, whole.same_until(run_.as_of));
  return whole.on(run_.as_of);
}

const citation::SectionSet& ConditionWalker::charge_set(Date& until) {
  if (charge_set_ == nullptr) {
    const citation::SectionSet& whole = *plan_.sets[plan_.charge_set].set;
    charge_set_ = &whole.on(run_.as_of);
    charge_set_until_ = whole.same_until(run_.as_of);
  }
  until = std::min(until, charge_set_until_);
  return *charge_set_;
}

const policy::ParameterValue& ConditionWalker::parameter_of(std::size_t parameter, Sight& sight) const {
  const policy::Parameter& asked = plan_.parameters[parameter];
  for (const policy::DatedValue& value : asked.dated) {
    if (holds(value.in_force, run_.as_of)) sight.until = std::min(sight.until, value.in_force.last);
  }
  return asked.value_on(run_.as_of);
}

// A part that hangs on the charge alone: asked for once, unless it is unknown, for the facts are each conviction's own.
Truth ConditionWalker::known_part(const Expression& expression, Sight& sight) {
  ChargePart& part = alike_->parts[expression.charge_part];
  if (part.truth == Truth::kUnknown) {
    const Date before = std::exchange(sight.until, kLastDay);
    part = {look_at(expression, sight), sight.until};
    sight.until = before;
  }
  sight.until = std::min(sight.until, part.until);
  return part.truth;
}

// So that the facts of this part can be told from those met before.
Truth ConditionWalker::look_at_by_itself(const Expression& expression, Sight& sight) {
  Sight own;
  own.uses = sight.uses;
  own.formula = sight.formula;
  const std::size_t before = sight.formula->open();
  const Truth truth = look_at(expression, own);
  write_down(expression, truth, before, own);
  if (own.charge_choice) sight.charge_choice = own.charge_choice;
  sight.until = std::min(sight.until, own.until);
  add_all(sight.unknown, own.unknown);
  return truth;
}

// What of the condition is unknown. A list whose records left nothing was remembered: it is one part.
void ConditionWalker::write_down(const Expression& expression, Truth truth, std::size_t before, Sight& own) const {
  Formula& formula = *own.formula;
  if (truth != Truth::kUnknown) return formula.settle(before, truth);
  const bool has_parts = formula.open() > before;
  switch (expression.operation) {
    case Operation::kNot: return formula.join(before, Formula::Kind::kNot);
    case Operation::kAnd: return formula.join(before, Formula::Kind::kAnd);
    case Operation::kOr: return formula.join(before, Formula::Kind::kOr);
    case Operation::kAny:
    case Operation::kAll:
      if (!has_parts) break;
      formula.join(before, Formula::Kind::kOr);
      if (expression.operation == Operation::kAll) formula.join(before, Formula::Kind::kNot);
      return;
    default: break;
  }
  UnknownPart part{&expression, {}, {}, {}, own.unknown};
  const auto is_of_it = [](const Expression& e) { return e.owner == Owner::kIt || e.field == Field::kSameCycle; };
  if (it_ != nullptr && policy::any_part(expression, is_of_it)) {
    part.record = it_->subject;
    part.second = it_->second;
  }
  formula.ask(before, std::move(part));
}

// Unknown facts count only while the truth is unknown: what a certain part had in doubt is dropped.
Truth ConditionWalker::look_at(const Expression& expression, Sight& sight) {
  const std::size_t before = sight.unknown.size();
  Truth truth = Truth::kUnknown;
  switch (expression.operation) {
    case Operation::kTruth: truth = truth_of(expression.integer != 0); break;
    case Operation::kParameter: truth = truth_of(std::get<bool>(parameter_of(expression.index, sight))); break;
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
  const Date before = std::exchange(sight.until, kLastDay);
  Date all_parts = kLastDay;
  for (const Expression& child : expression.children) {
    sight.until = kLastDay;
    const Truth part = evaluate(child, sight);
    all_parts = std::min(all_parts, sight.until);
    if (part == settled) {
      // As long as this part stays so, the others do not matter.
      sight.until = std::min(before, sight.until);
      return settled;
    }
    truth = is_and ? kleene_and(truth, part) : kleene_or(truth, part);
  }
  sight.until = std::min(before, all_parts);
  return truth;
}

Truth ConditionWalker::truth_fact(const Expression& expression, Sight& sight) {
  const Truth truth = truth_of_fact(expression, sight);
  note_fact(expression, truth, sight);
  return truth;
}

Truth ConditionWalker::truth_of_fact(const Expression& expression, Sight& sight) {
  if (expression.field == Field::kIsDeceased) return truth_of(person_.is_deceased);
  if (expression.field == Field::kSameCycle) return is_of_same_cycle(sight);
  const auto [conviction, subject] = owner_of(expression.owner);
  if (expression.field == Field::kReliefEntered) return truth_of(conviction->relief_is_entered);
  if (!conviction->charge.is_known()) {
    add_once(sight.unknown, {FactKind::kCharge, conviction->charge.doubt, subject, {}});
    return Truth::kUnknown;
  }
  const citation::Citation& charge = conviction->charge.citation;
  return truth_of(expression.field == Field::kAttempt ? charge.attempt : charge.conspiracy);
}

Truth ConditionWalker::declared_truth(const Expression& expression, Sight& sight) {
  const NumberValue value = declared_number(expression, sight);
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
    add_once(sight.unknown, {FactKind::kDeclared, Doubt::kNotInSource, subject_, fact.name});
  }
  note_fact(expression, Truth::kNo, sight);
  return value;
}

Truth ConditionWalker::open_question(const Expression& expression, Sight& sight) const {
  add_once(sight.unknown,
           {FactKind::kQuestion, Doubt::kNotInSource, {SubjectKind::kPerson, 0}, plan_.questions[expression.index].id});
  note_fact(expression, Truth::kUnknown, sight);
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
  const Truth truth = charge_in_set(*conviction, subject, set_of(expression.index, sight), &unknown);
  add_all(sight.unknown, unknown);
  note_fact(expression, truth, sight);
  return truth;
}

// As the charge is written: a letter that is not there fits no lettered choice.
Truth ConditionWalker::in_choices(const Expression& expression, Sight& sight) {
  const policy::Parameter& parameter = plan_.parameters[expression.index];
  Truth truth = Truth::kNo;
  const citation::Section* section = listed_section(conviction_.charge, charge_set(sight.until));
  if (section == nullptr) {
    const FactKind kind = conviction_.charge.is_known() ? FactKind::kCode : FactKind::kCharge;
    const Doubt doubt = conviction_.charge.is_known() ? Doubt::kMissing : conviction_.charge.doubt;
    add_once(sight.unknown, {kind, doubt, subject_, {}});
    truth = Truth::kUnknown;
  } else {
    for (const std::size_t index : std::get<std::vector<std::size_t>>(parameter_of(expression.index, sight))) {
      if (!fits(*section, parameter.charges[index])) continue;
      sight.charge_choice = index;
      truth = Truth::kYes;
      break;
    }
  }
  note_fact(expression, truth, sight);
  return truth;
}

Truth ConditionWalker::compare_two_dates(const Expression& expression, Sight& sight) {
  const DateValue left = date_of(expression.children[0], sight);
  const DateValue right = date_of(expression.children[1], sight);
  const Truth truth = compare_dates(expression.comparison, left, right);
  sight.until = std::min(sight.until, same_until(expression, left, right, truth));
  if (notes(sight)) {
    Use use;
    use.kind = Use::Kind::kComparison;
    use.expression = &expression;
    use.truth = truth;
    use.left = left.span;
    use.right = right.span;
    sight.uses->push_back(std::move(use));
  }
  if (compared_ != nullptr) compared_->push_back({&expression, left.span, right.span, truth});
  return truth;
}

// A date that moves with the as-of date never moves back, so that the comparison can change only on a day on which one
// of its ends reaches or passes an end of the side that stands still.
Date ConditionWalker::same_until(const Expression& comparison, const DateValue& left, const DateValue& right,
                                 Truth today) {
  const bool left_moves = policy::moves_with_as_of(comparison.children[0]);
  if (!left_moves && !policy::moves_with_as_of(comparison.children[1])) return kLastDay;
  const DateSpan still = left_moves ? right.span : left.span;
  if ((left_moves ? left : right).span.first > still.last) return kLastDay;
  const MovingDate moving = moving_date(comparison.children[left_moves ? 0 : 1]);
  DateValue side = left_moves ? left : right;
  for (std::optional<Date> day = moving.next_border(run_.as_of, still); day; day = moving.next_border(*day, still)) {
    side.span = moving.on(*day);
    const Truth then = left_moves ? compare_dates(comparison.comparison, side, right)
                                  : compare_dates(comparison.comparison, left, side);
    if (then != today) return add_days(*day, -1);
  }
  return kLastDay;
}

// REQUIRES: the date moves with the as-of date.
MovingDate ConditionWalker::moving_date(const Expression& date) {
  if (date.operation != Operation::kAdd) return MovingDate(plan_.leap);
  MovingDate moving = moving_date(date.children[0]);
  Sight sight;  // how long the amount lasts was seen when the date itself was asked for
  moving.add(move_by(date, number_of(date.children[1], sight)));
  return moving;
}

Truth ConditionWalker::compare_two_numbers(const Expression& expression, Sight& sight) {
  if (is_surely_at_least(expression, sight)) return Truth::kYes;
  const NumberValue left = number_of(expression.children[0], sight);
  const NumberValue right = number_of(expression.children[1], sight);
  return compare_numbers(expression.comparison, left, right);
}

Truth ConditionWalker::compare_two_truths(const Expression& expression, Sight& sight) {
  const Truth left = evaluate(expression.children[0], sight);
  const Truth right = evaluate(expression.children[1], sight);
  if (left == Truth::kUnknown || right == Truth::kUnknown) return Truth::kUnknown;
  return truth_of((left == right) == (expression.comparison == policy::Comparison::kIs));
}

// A text that is certain, where nobody asks what was looked at; what most comparisons come down to.
std::optional<std::string_view> ConditionWalker::certain_text(const Expression& expression, Sight& sight) {
  if (expression.operation == Operation::kText) return expression.text;
  if (expression.operation != Operation::kFact) return std::nullopt;
  if (expression.field == Field::kRunCounty) return run_.county;
  if (expression.owner == Owner::kIt && it_ != nullptr)
    return certain_text_of(*it_->conviction, expression.field, sight.until);
  const OwnText& own = own_text(expression.field);
  sight.until = std::min(sight.until, own.until);
  return own.text;
}

std::optional<std::string_view> ConditionWalker::certain_text_of(const model::Conviction& conviction, Field field,
                                                                 Date& until) {
  switch (field) {
    case Field::kLevel:
      return conviction.level.is_known() ? std::optional(level_text(conviction.level.value)) : std::nullopt;
    case Field::kCounty:
      return conviction.county.is_known() ? std::optional<std::string_view>(conviction.county.value) : std::nullopt;
    default: break;
  }
  if (!conviction.charge.is_known()) return std::nullopt;
  const ListedSection& section = cache_.section_of(conviction, charge_set(until));
  if (section.section == nullptr) return "";
  if (section.listed == Truth::kUnknown) return std::nullopt;
  return field == Field::kSection ? section.section->number : section.subdivision;
}

// The steps of a policy ask for the same few texts over and over.
void ConditionWalker::ask_own_text(Field field, OwnText& own) {
  own.text = certain_text_of(conviction_, field, own.until);
  own.is_asked = true;
}

std::optional<Truth> ConditionWalker::compare_certain_texts(const Expression& expression, Sight& sight) {
  if (sight.uses != nullptr) return std::nullopt;
  const auto left = certain_text(expression.children[0], sight);
  if (!left) return std::nullopt;
  const auto right = certain_text(expression.children[1], sight);
  if (!right) return std::nullopt;
  if (expression.operation == Operation::kBeginsWith) return truth_of(begins_ignoring_case(*left, *right));
  return truth_of(equals_ignoring_case(*left, *right) == (expression.comparison == policy::Comparison::kIs));
}

Truth ConditionWalker::compare_two_texts(const Expression& expression, Sight& sight) {
  if (const auto certain = compare_certain_texts(expression, sight)) return *certain;
  const TextValue left = text_of(expression.children[0], sight);
  const TextValue right = text_of(expression.children[1], sight);
  if (expression.operation == Operation::kBeginsWith) return begins_with(left, right);
  const Truth same = same_text(left, right);
  return expression.comparison == policy::Comparison::kIs ? same : !same;
}

Truth ConditionWalker::is_one_of(const Expression& expression, Sight& sight) {
  Sight of_left;  // its facts stand behind those of the list
  of_left.uses = sight.uses;
  const TextValue left = text_of(expression.children[0], of_left);
  sight.until = std::min(sight.until, of_left.until);
  Truth truth = Truth::kNo;
  for (std::size_t i = 1; i < expression.children.size(); ++i) {
    truth = kleene_or(truth, same_text(left, text_of(expression.children[i], sight)));
  }
  add_all(sight.unknown, of_left.unknown);
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
      if (!value.span.is_every_day()) value.span = moved(value.span, move_by(expression, number), plan_.leap);
      value.identity = 0;
      return value;
    }
    default: break;
  }
  switch (expression.field) {
    case Field::kAsOf: value.span = {run_.as_of, run_.as_of}; return value;
    case Field::kBirthDate:
      add_date_doubt(person_.birth_date, FactKind::kBirthDate, {SubjectKind::kPerson, 0}, sight.unknown);
      return value_of(person_.birth_date, {SubjectKind::kPerson, 0});
    default: break;
  }
  if (expression.owner == Owner::kIt && it_ != nullptr && expression.field == Field::kDate) {
    if (it_->date_doubt != Doubt::kNone) {
      std::vector<UnknownFact> doubts;
      append_date_doubts(*it_, doubts);
      add_all(sight.unknown, doubts);
    }
    return it_->date;
  }
  const bool is_own_offense = expression.owner == Owner::kConviction && expression.field == Field::kOffenseDate;
  if (is_own_offense && assumed_ != nullptr && assumed_->offense_date) {
    value.span = {*assumed_->offense_date, *assumed_->offense_date};
    return value;
  }
  const auto [conviction, subject] = owner_of(expression.owner);
  switch (expression.field) {
    case Field::kSentenceEnd:
      return sentence_value(*conviction, sentence_end_under(plan_.leap, *conviction), subject, sight.unknown);
    case Field::kSentenceEndEarliest:
      return sentence_value(*conviction, sentence_end_earliest_under(plan_.leap, *conviction), subject, sight.unknown);
    case Field::kArrestDate:
    case Field::kOffenseDate:
    case Field::kChargingDate: return origin_date(expression.field, *conviction, subject, plan_.leap, sight.unknown);
    default:
      add_date_doubt(conviction->date, FactKind::kConvictionDate, subject, sight.unknown);
      return value_of(conviction->date, subject);
  }
}

NumberValue ConditionWalker::number_of(const Expression& expression, Sight& sight) {
  NumberValue value;
  switch (expression.operation) {
    case Operation::kInteger: value.low = value.high = expression.integer; break;
    case Operation::kParameter:
      value.low = value.high = std::get<std::int64_t>(parameter_of(expression.index, sight));
      break;
    case Operation::kDeclaredFact: return declared_number(expression, sight);
    default: return counted(expression, sight);
  }
  return value;
}

TextValue ConditionWalker::text_of(const Expression& expression, Sight& sight) {
  if (expression.operation == Operation::kText) return known_text(expression.text);
  if (expression.operation == Operation::kParameter) {
    const std::size_t choice = std::get<std::size_t>(parameter_of(expression.index, sight));
    return known_text(plan_.parameters[expression.index].choices[choice]);
  }
  note_fact(expression, Truth::kNo, sight);
  if (expression.field == Field::kRunCounty) return known_text(run_.county);
  const auto [conviction, subject] = owner_of(expression.owner);
  switch (expression.field) {
    case Field::kLevel:
      if (!conviction->level.is_known())
        return unknown_text({FactKind::kLevel, conviction->level.doubt, subject, {}}, sight.unknown);
      return known_text(level_text(conviction->level.value));
    case Field::kCounty:
      if (!conviction->county.is_known())
        return unknown_text({FactKind::kCounty, conviction->county.doubt, subject, {}}, sight.unknown);
      return known_text(conviction->county.value);
    default: return section_text(*conviction, subject, expression.field, sight);
  }
}

// The first section that the policy's own set lists. One whose code is missing may be it, or may be none.
TextValue ConditionWalker::section_text(const model::Conviction& conviction, Subject subject, Field field,
                                        Sight& sight) {
  if (!conviction.charge.is_known())
    return unknown_text({FactKind::kCharge, conviction.charge.doubt, subject, {}}, sight.unknown);
  const ListedSection& section = cache_.section_of(conviction, charge_set(sight.until));
  if (section.section == nullptr) return known_text("");
  TextValue value = known_text(field == Field::kSection ? section.section->number : section.subdivision);
  if (section.listed == Truth::kUnknown) {
    value.state = field == Field::kSection ? TextValue::State::kMaybe : TextValue::State::kUnknown;
    add_once(sight.unknown, {FactKind::kCode, Doubt::kMissing, subject, {}});
  }
  return value;
}

}  // namespace redress::evaluate
