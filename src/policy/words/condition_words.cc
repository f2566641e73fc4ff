#include "policy/words/condition_words.h"

#include <algorithm>
#include <string_view>

#include "base/decimal.h"
#include "base/text.h"
#include "policy/check/vocabulary.h"
#include "policy/policy.h"

namespace redress::policy {
namespace {

constexpr std::string_view kIts = "its ";

bool is_off(const Parameter& parameter) {
  const auto* value = std::get_if<std::int64_t>(&parameter.value);
  return value != nullptr && parameter.off == *value;
}

std::string in_quotes(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

// 1st, 2nd, 3rd, 4th, 11th, 21st.
std::string ordinal(std::int64_t number) {
  const std::int64_t ten = number % 100 / 10;
  const std::int64_t one = number % 10;
  const std::string_view ending = ten == 1 || one == 0 || one > 3 ? "th" : one == 1 ? "st" : one == 2 ? "nd" : "rd";
  return std::to_string(number) + std::string(ending);
}

std::string_view unit_word(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kDays: return "day";
    case TimeUnit::kMonths: return "month";
    case TimeUnit::kYears: return "year";
  }
  return "";
}

class ConditionWords {
 public:
  explicit ConditionWords(const Plan& plan) : plan_(plan) {}

  std::string clause(const Expression& e, bool nested = false) const {
    switch (e.operation) {
      case Operation::kTruth: return e.integer != 0 ? "always" : "never";
      case Operation::kParameter: return "yes" + is_chosen(e.index, Comparison::kIs, "yes");
      case Operation::kFact: return e.type == ValueType::kTruth ? truth_fact(e) : fact(e);
      case Operation::kDeclaredFact: return declared(e) + " is answered yes";
      case Operation::kQuestion:
        return "the open question " + plan_.questions[e.index].id + " is answered yes, which nobody can say";
      case Operation::kNot: return negated(e.children[0]);
      case Operation::kAnd: return (nested ? "both " : "") + joined(e, ", and ");
      case Operation::kOr: return "either " + joined(e, ", or ");
      case Operation::kCompareIntegers:
        if (is_number_of_records(e.children[0])) return there_are(e);
        return compared(e);
      case Operation::kCompareDates: return compared(e);
      case Operation::kCompareTexts:
        if (e.children[0].operation == Operation::kParameter && e.children[1].operation == Operation::kText) {
          return in_quotes(e.children[1].text) + is_chosen(e.children[0].index, e.comparison, e.children[1].text);
        }
        if (e.children[1].operation == Operation::kText && e.children[1].text.empty()) {
          return value(e.children[0]) + (e.comparison == Comparison::kIs ? " is absent" : " is not absent");
        }
        return compared(e);
      case Operation::kCompareTruths: return compared_truths(e);
      case Operation::kBeginsWith: return value(e.children[0]) + " begins with " + value(e.children[1]);
      case Operation::kIsOneOf: return value(e.children[0]) + " is " + alternatives(e);
      case Operation::kChargeInSet: return charge_of(e.owner) + " is listed in " + set_name(e.index);
      case Operation::kChargeInChoices:
        return "the charge of this conviction is among those chosen for " + plan_.parameters[e.index].name;
      case Operation::kAny: return any(e, "the person has a ", "a count of the same cycle is");
      case Operation::kAll:
        return "for every " + record_noun(e.list) + of_person(e.list) + in_set(e.list) + ", " + clause(e.children[0]);
      case Operation::kInteger:
      case Operation::kDate:
      case Operation::kText:
      case Operation::kAdd:
      case Operation::kCount:
      case Operation::kDifferentDates:
      case Operation::kEarliest:
      case Operation::kLatest: break;
    }
    return value(e);
  }

 private:
  std::string joined(const Expression& e, std::string_view joiner) const {
    std::string text;
    for (const Expression& child : e.children) text += (text.empty() ? "" : std::string(joiner)) + clause(child, true);
    return text;
  }

  // " is chosen for age_test (it is not)": the condition, and what was chosen.
  std::string is_chosen(std::size_t parameter, Comparison comparison, std::string_view value) const {
    const Parameter& asked = plan_.parameters[parameter];
    return (comparison == Comparison::kIs ? " is" : " is not") + std::string(" chosen for ") + asked.name +
           (equals_ignoring_case(value_text(asked), value) ? " (it is)" : " (it is not)");
  }

  std::string alternatives(const Expression& e) const {
    std::string text;
    for (std::size_t i = 1; i < e.children.size(); ++i) {
      if (i > 1) text += i + 1 == e.children.size() ? " or " : ", ";
      text += value(e.children[i]);
    }
    return text;
  }

  std::string negated(const Expression& e) const {
    if (e.operation == Operation::kAny) return any(e, "the person has no ", "no count of the same cycle is");
    if (e.operation == Operation::kChargeInSet) return charge_of(e.owner) + " is not listed in " + set_name(e.index);
    return "it is not so that " + clause(e, true);
  }

  // "plants" of this conviction.
  std::string declared(const Expression& e) const {
    return in_quotes(with_blanks(plan_.facts[e.index].name)) + " of this conviction";
  }

  std::string compared_truths(const Expression& e) const {
    if (e.children[0].operation == Operation::kDeclaredFact && e.children[1].operation == Operation::kTruth) {
      const bool is_yes = (e.children[1].integer != 0) == (e.comparison == Comparison::kIs);
      return declared(e.children[0]) + (is_yes ? " is answered yes" : " is answered no");
    }
    const std::string_view relation =
        e.comparison == Comparison::kIs ? " is the same as whether " : " is not the same as whether ";
    return "whether " + clause(e.children[0]) + std::string(relation) + clause(e.children[1]);
  }

  std::string truth_fact(const Expression& e) const {
    if (e.field == Field::kIsDeceased) return "the person has died";
    const std::string whose = e.owner == Owner::kIt ? "it" : "this conviction";
    if (e.field == Field::kSameCycle) return "it is of the same cycle as this conviction";
    if (e.field == Field::kReliefEntered) return "the record names relief already entered for " + whose;
    return whose + " is charged as " + (e.field == Field::kAttempt ? "an attempt" : "a conspiracy");
  }

  static std::string charge_of(Owner owner) {
    return owner == Owner::kIt ? "its charge" : "the charge of this conviction";
  }

  std::string set_name(std::size_t set) const { return in_quotes(plan_.sets[set].alias); }

  static std::string record_noun(const RecordList& list) {
    switch (list.kind) {
      case RecordKind::kConvictions: return "conviction";
      case RecordKind::kRegistrations: return "registration";
      case RecordKind::kCycleCounts: return "count";
    }
    return "";
  }

  static std::string of_person(const RecordList& list) {
    return list.kind == RecordKind::kCycleCounts ? " of the same cycle" : " of the person";
  }

  std::string in_set(const RecordList& list) const { return list.set ? " listed in " + set_name(*list.set) : ""; }

  static bool is_number_of_records(const Expression& e) {
    return e.operation == Operation::kCount || e.operation == Operation::kDifferentDates;
  }

  std::string compared(const Expression& e) const {
    return value(e.children[0]) + " " + std::string(comparison_words(e.comparison)) + " " + value(e.children[1]);
  }

  // "there are at least 2 convictions …": the number first, because the records may have a long description.
  std::string there_are(const Expression& e) const {
    std::string how_many(comparison_words(e.comparison).substr(std::string_view("is").size()));
    if (e.comparison == Comparison::kIs) how_many = " exactly";
    if (e.comparison == Comparison::kIsNot) how_many = " not exactly";
    const std::string_view dates = e.children[0].operation == Operation::kDifferentDates ? "different dates of " : "";
    return "there are" + how_many + " " + value(e.children[1]) + " " + std::string(dates) + records(e.children[0]);
  }

  // " whose date is before …", " such that …"; empty without a condition.
  std::string restriction(const Expression& list_function, std::string_view such_that) const {
    if (list_function.children.empty()) return "";
    const Expression& condition = list_function.children[0];
    const bool is_one = condition.operation != Operation::kAnd && condition.operation != Operation::kOr;
    const std::string inner = clause(condition);
    if (is_one && inner.starts_with(kIts)) return " whose " + inner.substr(kIts.size());
    return std::string(such_that) + inner;
  }

  std::string any(const Expression& e, std::string_view has, std::string_view count_is) const {
    if (e.list.kind == RecordKind::kCycleCounts)
      return std::string(count_is) + in_set(e.list) + restriction(e, " such that ");
    return std::string(has) + record_noun(e.list) + in_set(e.list) + restriction(e, " such that ");
  }

  std::string records(const Expression& e) const {
    return record_noun(e.list) + "s" + of_person(e.list) + in_set(e.list) + restriction(e, ", each such that ");
  }

  std::string value(const Expression& e) const {
    switch (e.operation) {
      case Operation::kInteger:
        return e.type == ValueType::kDecimal ? thousandths_text(e.integer) : std::to_string(e.integer);
      case Operation::kDeclaredFact: return e.type == ValueType::kTruth ? clause(e) : declared(e);
      case Operation::kDate: return to_iso(e.date);
      case Operation::kText: return e.text;
      case Operation::kParameter: {
        const Parameter& parameter = plan_.parameters[e.index];
        return "the choice for " + parameter.name + " (" + value_words(parameter) + ")";
      }
      case Operation::kAdd: return moved_date(e);
      case Operation::kCount: return "the number of " + records(e);
      case Operation::kDifferentDates: return "the number of different dates of " + records(e);
      case Operation::kEarliest: return "the earliest date of the " + records(e);
      case Operation::kLatest: return "the latest date of the " + records(e);
      case Operation::kFact: return e.type == ValueType::kTruth ? clause(e) : fact(e);
      default: return clause(e, true);
    }
  }

  std::string fact(const Expression& e) const {
    if (e.field == Field::kRunCounty) {
      return plan_.county.empty() ? "the county of the run" : "the county of this policy (" + plan_.county + ")";
    }
    for (const FactName& name : fact_names()) {
      const bool same_owner = name.owner == e.owner || (name.owner == Owner::kConviction && e.owner == Owner::kIt);
      if (name.field != e.field || !same_owner) continue;
      // Of a conviction its date is enough said, and a registration has one too.
      const std::string words(name.field == Field::kDate ? "date" : name.words);
      switch (e.owner) {
        case Owner::kIt: return std::string(kIts) + words;
        case Owner::kConviction: return "the " + words + " of this conviction";
        case Owner::kPerson: return "the person's " + words;
        case Owner::kRun: return "the " + words;
      }
    }
    return "";
  }

  // What stands in brackets after a number that the office can choose.
  std::string chosen(const Expression& amount) const {
    if (amount.operation != Operation::kParameter) return "";
    const Parameter& parameter = plan_.parameters[amount.index];
    return " [" + parameter.name + (is_off(parameter) ? ": off]" : "]");
  }

  std::string moved_date(const Expression& e) const {
    const Expression& date = e.children[0];
    const Expression& amount = e.children[1];
    const bool is_parameter = amount.operation == Operation::kParameter;
    const bool off = is_parameter && is_off(plan_.parameters[amount.index]);
    const bool is_number = is_parameter || amount.operation == Operation::kInteger;
    const bool of_birth = date.operation == Operation::kFact && date.field == Field::kBirthDate;
    const std::int64_t number = amount.operation == Operation::kInteger ? amount.integer
                                : is_parameter ? std::get<std::int64_t>(plan_.parameters[amount.index].value)
                                               : 0;
    if (of_birth && is_number && !e.negative && e.unit == TimeUnit::kYears) {
      const std::string which = off ? "birthday of the age chosen" : ordinal(number) + " birthday";
      return "the person's " + which + chosen(amount);
    }
    const std::string count = off ? "the chosen number of" : is_number ? std::to_string(number) : value(amount);
    const std::string plural = is_number && number == 1 ? "" : "s";
    return "the day " + count + " " + std::string(unit_word(e.unit)) + plural + chosen(amount) +
           (e.negative ? " before " : " after ") + value(date);
  }

  const Plan& plan_;
};

}  // namespace

std::string condition_words(const Plan& plan, const Expression& condition) {
  return ConditionWords(plan).clause(condition);
}

std::vector<std::string> condition_paragraphs(const Plan& plan, const Expression& condition) {
  const bool is_and = condition.operation == Operation::kAnd;
  if (!is_and && condition.operation != Operation::kOr) return {condition_words(plan, condition)};
  const ConditionWords words(plan);
  std::vector<std::string> paragraphs = {is_and ? "all of these hold:" : "one of these holds:"};
  char letter = 'a';
  for (const Expression& child : condition.children) {
    const bool last = &child == &condition.children.back();
    std::string text = words.clause(child, true);
    if (!last) text += is_and ? "; and" : "; or";
    if (condition.children.size() <= 26) text.insert(text.begin(), {'(', letter++, ')', ' '});
    paragraphs.push_back(std::move(text));
  }
  return paragraphs;
}

std::string value_words(const Parameter& parameter) {
  if (is_off(parameter)) return std::string(kOffWords);
  std::string text = value_text(parameter);
  if (text.empty()) return "none";
  for (std::size_t at = text.find(';'); at != std::string::npos; at = text.find(';', at + 1)) text.insert(at + 1, " ");
  return text;
}

}  // namespace redress::policy
