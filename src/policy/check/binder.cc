// Longer than most files: one function per construct of the language, kept together so that the whole of it is seen.
#include "policy/check/binder.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/decimal.h"
#include "base/text.h"
#include "policy/check/implication.h"
#include "policy/check/known_texts.h"
#include "policy/check/unknown_names.h"
#include "policy/check/vocabulary.h"
#include "policy/plan/expression_parts.h"

namespace redress::policy {
namespace {

std::string_view type_words(ValueType type) {
  switch (type) {
    case ValueType::kTruth: return "a yes-or-no question";
    case ValueType::kInteger: return "a number";
    case ValueType::kDecimal: return "a decimal number";
    case ValueType::kDate: return "a date";
    case ValueType::kText: return "a text";
  }
  return "";
}

struct Function {
  std::string_view name;
  Operation operation;
  ValueType type;
};
constexpr std::array kFunctions = {
    Function{"any", Operation::kAny, ValueType::kTruth},
    Function{"all", Operation::kAll, ValueType::kTruth},
    Function{"count", Operation::kCount, ValueType::kInteger},
    Function{"different_dates", Operation::kDifferentDates, ValueType::kInteger},
    Function{"earliest", Operation::kEarliest, ValueType::kDate},
    Function{"latest", Operation::kLatest, ValueType::kDate},
};

struct ComparisonRule {
  std::string_view words;
  Comparison comparison;
  bool for_dates;
  bool for_numbers;
};
constexpr std::array kComparisonRules = {
    ComparisonRule{"is", Comparison::kIs, true, true},
    ComparisonRule{"is not", Comparison::kIsNot, true, true},
    ComparisonRule{"is before", Comparison::kBefore, true, false},
    ComparisonRule{"is on or before", Comparison::kOnOrBefore, true, false},
    ComparisonRule{"is after", Comparison::kAfter, true, false},
    ComparisonRule{"is on or after", Comparison::kOnOrAfter, true, false},
    ComparisonRule{"is at least", Comparison::kAtLeast, false, true},
    ComparisonRule{"is at most", Comparison::kAtMost, false, true},
    ComparisonRule{"is more than", Comparison::kMoreThan, false, true},
    ComparisonRule{"is less than", Comparison::kLessThan, false, true},
};

class Binder {
 public:
  explicit Binder(const Scope& scope) : scope_(scope) {}

  Result<Expression> condition(const Syntax& syntax) { return typed(syntax, ValueType::kTruth); }

 private:
  Error fault(const Syntax& at, std::string_view code, std::string cause, std::string next_step) const {
    return error_at(scope_.source, at.extent, code, std::move(cause), std::move(next_step));
  }

  static Expression make(const Syntax& at, Operation operation, ValueType type) {
    Expression expression;
    expression.operation = operation;
    expression.type = type;
    expression.extent = at.extent;
    return expression;
  }

  static std::string advice_for(const Syntax& syntax, ValueType wanted) {
    const bool is_quoted = syntax.kind == SyntaxKind::kText;
    if (wanted == ValueType::kTruth && is_quoted)
      return "To ask for one of several, write: … is in ['felony', 'misdemeanor'].";
    if (wanted == ValueType::kTruth) return "Compare it with something, for example: … is before 2016-11-09.";
    if (wanted == ValueType::kDate && is_quoted) return "Write a date without quotation marks.";
    return "Use " + std::string(type_words(wanted)) + ".";
  }

  Result<Expression> typed(const Syntax& syntax, ValueType wanted) {
    Result<Expression> bound = bind(syntax);
    if (bound && bound->type != wanted) {
      return fault(syntax, "policy.type",
                   "this is " + std::string(type_words(bound->type)) + "; " + std::string(type_words(wanted)) +
                       " is expected here",
                   advice_for(syntax, wanted));
    }
    return bound;
  }

  Result<Expression> bind(const Syntax& syntax) {
    switch (syntax.kind) {
      case SyntaxKind::kInteger: return literal(syntax, Operation::kInteger, ValueType::kInteger);
      case SyntaxKind::kDecimal: return literal(syntax, Operation::kInteger, ValueType::kDecimal);
      case SyntaxKind::kDate: return literal(syntax, Operation::kDate, ValueType::kDate);
      case SyntaxKind::kText: return literal(syntax, Operation::kText, ValueType::kText);
      case SyntaxKind::kYes:
      case SyntaxKind::kNo: return literal(syntax, Operation::kTruth, ValueType::kTruth);
      case SyntaxKind::kName: return name(syntax);
      case SyntaxKind::kList:
        return fault(syntax, "policy.type", "a list stands only after 'is in'",
                     "Write: conviction.level is in ['felony'].");
      case SyntaxKind::kCall: return call(syntax);
      case SyntaxKind::kNot:
      case SyntaxKind::kAnd:
      case SyntaxKind::kOr: return logic(syntax);
      case SyntaxKind::kPlus:
      case SyntaxKind::kMinus: return sum(syntax);
      case SyntaxKind::kCompare: return compare(syntax);
      case SyntaxKind::kIn: return membership(syntax);
      case SyntaxKind::kNotIn: {
        Result<Expression> inner = membership(syntax);
        if (!inner) return inner;
        Expression negated = make(syntax, Operation::kNot, ValueType::kTruth);
        negated.children.push_back(*std::move(inner));
        return negated;
      }
    }
    return fault(syntax, "policy.type", "this has no meaning here", "Remove it.");
  }

  Result<Expression> literal(const Syntax& syntax, Operation operation, ValueType type) {
    Expression value = make(syntax, operation, type);
    value.integer = syntax.kind == SyntaxKind::kYes ? 1 : syntax.integer;
    value.date = syntax.date;
    if (operation == Operation::kText) value.text = syntax.text;
    return value;
  }

  Result<Expression> name(const Syntax& syntax) {
    if (const auto parameter = find_parameter(syntax.text)) return parameter_value(syntax, *parameter);
    if (syntax.text.starts_with(kDeclaredFacts)) return declared_fact(syntax);
    if (syntax.text.starts_with(kOpenQuestions)) return question(syntax);
    const bool of_it = syntax.text.starts_with("it.");
    const std::string full = of_it ? "conviction" + syntax.text.substr(2) : syntax.text;
    for (const FactName& fact : fact_names()) {
      if (fact.name != full && fact.name != syntax.text) continue;
      Expression value = make(syntax, Operation::kFact, fact.type);
      value.field = fact.field;
      value.owner = of_it ? Owner::kIt : fact.owner;
      if (of_it) {
        if (const auto error = check_it(syntax, fact)) return *error;
      }
      return value;
    }
    return unknown_name(scope_, syntax);
  }

  // `it` stands for one record of the list; not every record has every fact.
  std::optional<Error> check_it(const Syntax& syntax, const FactName& fact) const {
    if (!list_) {
      return fault(syntax, "policy.name",
                   "'it' has a meaning only inside any, all, count, earliest, latest and different_dates",
                   "Use conviction, person or run.");
    }
    const bool date_only = list_->kind != RecordKind::kConvictions || (list_->set && has_pairs(*list_->set));
    if (date_only && fact.field != Field::kDate && fact.field != Field::kSameCycle) {
      return fault(syntax, "policy.type", "the records of this list have only a date and a cycle",
                   "Use it.date or it.is_of_same_cycle, or another list.");
    }
    if (list_->kind == RecordKind::kCycleCounts) {
      return fault(syntax, "policy.type", "the counts of a cycle have only a charge",
                   "Write: any(conviction.cycle_counts in sets.…).");
    }
    return std::nullopt;
  }

  Result<Expression> declared_fact(const Syntax& syntax) {
    for (std::size_t i = 0; i < scope_.facts.size(); ++i) {
      if (scope_.facts[i].name != syntax.text.substr(kDeclaredFacts.size())) continue;
      (*scope_.fact_used)[i] = true;
      Expression value = make(syntax, Operation::kDeclaredFact, ValueType::kTruth);
      value.index = i;
      if (scope_.facts[i].type == DeclaredType::kNumber) value.type = ValueType::kInteger;
      if (scope_.facts[i].type == DeclaredType::kDecimal) value.type = ValueType::kDecimal;
      return value;
    }
    return unknown_name(scope_, syntax);
  }

  Result<Expression> question(const Syntax& syntax) {
    for (std::size_t i = 0; i < scope_.questions.size(); ++i) {
      if (scope_.questions[i].id != syntax.text.substr(kOpenQuestions.size())) continue;
      (*scope_.question_used)[i] = true;
      Expression value = make(syntax, Operation::kQuestion, ValueType::kTruth);
      value.index = i;
      return value;
    }
    return unknown_name(scope_, syntax);
  }

  std::optional<std::size_t> find_parameter(std::string_view word) const {
    for (std::size_t i = 0; i < scope_.parameters.size(); ++i) {
      if (scope_.parameters[i].name == word) return i;
    }
    return std::nullopt;
  }

  Result<Expression> parameter_value(const Syntax& syntax, std::size_t index) {
    scope_.parameter_used[index] = true;
    Expression value = make(syntax, Operation::kParameter, ValueType::kInteger);
    value.index = index;
    switch (scope_.parameters[index].type) {
      case ParameterType::kInteger:
      case ParameterType::kYears: value.type = ValueType::kInteger; break;
      case ParameterType::kYesNo: value.type = ValueType::kTruth; break;
      case ParameterType::kChoice: value.type = ValueType::kText; break;
      case ParameterType::kCharges:
        return fault(syntax, "policy.type", "a list of charges stands only after 'conviction.charge is in'",
                     "Write: conviction.charge is in " + syntax.text + ".");
    }
    return value;
  }

  Result<Expression> logic(const Syntax& syntax) {
    const Operation operation = syntax.kind == SyntaxKind::kNot   ? Operation::kNot
                                : syntax.kind == SyntaxKind::kAnd ? Operation::kAnd
                                                                  : Operation::kOr;
    Expression result = make(syntax, operation, ValueType::kTruth);
    for (const Syntax& child : syntax.children) {
      Result<Expression> bound = typed(child, ValueType::kTruth);
      if (!bound) return bound;
      result.children.push_back(*std::move(bound));
    }
    return result;
  }

  Result<Expression> sum(const Syntax& syntax) {
    Expression result = make(syntax, Operation::kAdd, ValueType::kDate);
    result.negative = syntax.kind == SyntaxKind::kMinus;
    result.unit = syntax.text == "years"    ? TimeUnit::kYears
                  : syntax.text == "months" ? TimeUnit::kMonths
                                            : TimeUnit::kDays;
    const std::array wanted = {ValueType::kDate, ValueType::kInteger};
    for (std::size_t i = 0; i < 2; ++i) {
      Result<Expression> bound = typed(syntax.children[i], wanted[i]);
      if (!bound) return bound;
      if (bound->operation == Operation::kDeclaredFact) {
        return fault(syntax.children[i], "policy.type", "a declared fact does not move a date",
                     "Use a number or a parameter.");
      }
      const bool is_years = bound->operation == Operation::kParameter &&
                            scope_.parameters[bound->index].type == ParameterType::kYears;
      if (is_years && result.unit != TimeUnit::kYears) {
        return fault(syntax.children[i], "policy.type", "this parameter is a number of years",
                     "Write years behind it, or give the parameter the type \"number\".");
      }
      result.children.push_back(*std::move(bound));
    }
    return result;
  }

  // One side of a comparison. A whole number stands for a decimal one where it is compared with such.
  Result<Expression> side(const Syntax& syntax, ValueType wanted) {
    if (wanted != ValueType::kDecimal || syntax.kind != SyntaxKind::kInteger) return typed(syntax, wanted);
    Result<Expression> whole = literal(syntax, Operation::kInteger, ValueType::kDecimal);
    whole->integer *= kThousandths;
    return whole;
  }

  Result<Expression> compare(const Syntax& syntax) {
    Result<Expression> left = bind(syntax.children[0]);
    if (!left) return left;
    if (syntax.children[0].kind == SyntaxKind::kInteger) {
      const Result<Expression> other = bind(syntax.children[1]);
      if (other && other->type == ValueType::kDecimal) left = side(syntax.children[0], ValueType::kDecimal);
    }
    Result<Expression> right = side(syntax.children[1], left->type);
    if (!right) return right;
    Expression result = make(syntax, Operation::kCompareTexts, ValueType::kTruth);
    if (syntax.text == "begins with") {
      if (left->type != ValueType::kText) {
        return fault(syntax, "policy.type", "'begins with' compares texts", "Use is, is before, is at least, …");
      }
      result.operation = Operation::kBeginsWith;
    } else {
      const auto rule = std::find_if(kComparisonRules.begin(), kComparisonRules.end(),
                                     [&](const ComparisonRule& r) { return r.words == syntax.text; });
      if (const auto error = check_comparison(syntax, *rule, left->type)) return *error;
      result.comparison = rule->comparison;
      switch (left->type) {
        case ValueType::kDate: result.operation = Operation::kCompareDates; break;
        case ValueType::kInteger:
        case ValueType::kDecimal: result.operation = Operation::kCompareIntegers; break;
        case ValueType::kText: result.operation = Operation::kCompareTexts; break;
        case ValueType::kTruth: result.operation = Operation::kCompareTruths; break;
      }
    }
    // A text that the fact can never be is a slip of the pen, not a condition.
    const TextUse use = result.operation == Operation::kBeginsWith ? TextUse::kBeginning : TextUse::kWhole;
    if (const auto error = check_known_text(scope_, *left, *right, use)) return *error;
    if (const auto error = check_known_text(scope_, *right, *left, TextUse::kWhole)) return *error;
    const bool both_move =
        result.operation == Operation::kCompareDates && moves_with_as_of(*left) && moves_with_as_of(*right);
    if (both_move && !same_meaning(*left, *right)) {
      return fault(syntax, "policy.dates",
                   "both sides of this comparison move with the as-of date, whoever the person is",
                   "Compare the as-of date with a date of the record or of the law.");
    }
    result.children.push_back(*std::move(left));
    result.children.push_back(*std::move(right));
    return result;
  }

  std::optional<Error> check_comparison(const Syntax& syntax, const ComparisonRule& rule, ValueType type) const {
    const bool plain = rule.comparison == Comparison::kIs || rule.comparison == Comparison::kIsNot;
    const bool is_number = type == ValueType::kInteger || type == ValueType::kDecimal;
    const bool fits = plain || (type == ValueType::kDate && rule.for_dates) || (is_number && rule.for_numbers);
    if (fits) return std::nullopt;
    return fault(syntax, "policy.type",
                 "'" + std::string(rule.words) + "' does not compare " + std::string(type_words(type)) + "s",
                 "Dates: is before, is on or before, is after, is on or after. Numbers: is at least, is at most, is "
                 "more than, is less than.");
  }

  bool has_pairs(std::size_t set) const { return scope_.sets[set].set->pair_count() > 0; }

  // The set of "sets.alias".
  Result<std::size_t> set_named(const Syntax& syntax) {
    std::vector<std::string> choices;
    for (std::size_t i = 0; i < scope_.sets.size(); ++i) {
      choices.push_back("sets." + scope_.sets[i].alias);
      if (syntax.kind == SyntaxKind::kName && syntax.text == choices.back()) {
        scope_.set_used[i] = true;
        return i;
      }
    }
    return fault(syntax, "policy.name", "unknown section set '" + syntax.text + "'", suggest(syntax.text, choices));
  }

  Result<Expression> membership(const Syntax& syntax) {
    const Syntax& what = syntax.children[0];
    const Syntax& where = syntax.children[1];
    if (what.text == "conviction.charge" || what.text == "it.charge") return charge_membership(syntax, what, where);
    if (syntax.text == "in") {
      return fault(syntax, "policy.type", "'in' without 'is' chooses records of a list, inside any, all, count, …",
                   "Write: any(person.convictions in sets.…, …), or … is in ….");
    }
    if (where.kind != SyntaxKind::kList) {
      return fault(where, "policy.type", "a list of texts is expected here",
                   "Write: is in ['misdemeanor', 'infraction'].");
    }
    Result<Expression> left = typed(what, ValueType::kText);
    if (!left) return left;
    if (where.children.empty()) {
      return fault(where, "policy.step", "nothing is in an empty list",
                   "List the texts, as ['misdemeanor', 'infraction'].");
    }
    Expression result = make(syntax, Operation::kIsOneOf, ValueType::kTruth);
    result.children.push_back(*std::move(left));
    for (const Syntax& entry : where.children) {
      Result<Expression> text = typed(entry, ValueType::kText);
      if (!text) return text;
      if (const auto error = check_known_text(scope_, result.children[0], *text, TextUse::kWhole)) return *error;
      result.children.push_back(*std::move(text));
    }
    return result;
  }

  Result<Expression> charge_membership(const Syntax& syntax, const Syntax& what, const Syntax& where) {
    const bool of_it = what.text == "it.charge";
    if (of_it && (!list_ || list_->kind != RecordKind::kConvictions || list_->set)) {
      return fault(what, "policy.name", "'it.charge' has a meaning only for person.convictions without a set",
                   "Write: any(person.convictions, it.charge is in sets.…).");
    }
    if (const auto parameter = find_parameter(where.text); parameter && !of_it) {
      if (scope_.parameters[*parameter].type != ParameterType::kCharges) {
        return fault(where, "policy.type", "this parameter does not list charges",
                     "Use a parameter of type \"charges\".");
      }
      scope_.parameter_used[*parameter] = true;
      Expression result = make(syntax, Operation::kChargeInChoices, ValueType::kTruth);
      result.index = *parameter;
      return result;
    }
    Result<std::size_t> set = set_named(where);
    if (!set) return set.error();
    if (has_pairs(*set)) {
      return fault(where, "policy.type", "this set has gang pairs, which no single charge can show",
                   "Write: any(person.convictions in " + where.text + ", …).");
    }
    Expression result = make(syntax, Operation::kChargeInSet, ValueType::kTruth);
    result.owner = of_it ? Owner::kIt : Owner::kConviction;
    result.index = *set;
    return result;
  }

  Result<RecordList> record_list(const Syntax& syntax) {
    RecordList list;
    const Syntax& base = syntax.kind == SyntaxKind::kIn && syntax.text == "in" ? syntax.children[0] : syntax;
    if (base.kind == SyntaxKind::kName && base.text == "person.convictions") {
      list.kind = RecordKind::kConvictions;
    } else if (base.kind == SyntaxKind::kName && base.text == "person.registrations") {
      list.kind = RecordKind::kRegistrations;
    } else if (base.kind == SyntaxKind::kName && base.text == "conviction.cycle_counts") {
      list.kind = RecordKind::kCycleCounts;
    } else {
      const std::vector<std::string> lists = {"person.convictions", "person.registrations", "conviction.cycle_counts"};
      return fault(base, "policy.name", "a list of records is expected here", suggest(base.text, lists));
    }
    if (&base != &syntax) {
      Result<std::size_t> set = set_named(syntax.children[1]);
      if (!set) return set.error();
      list.set = *set;
    }
    if (list.kind == RecordKind::kRegistrations && list.set) {
      return fault(syntax, "policy.type", "registrations have no charge to look up in a set", "Remove 'in sets.…'.");
    }
    if (list.kind == RecordKind::kCycleCounts && !list.set) {
      return fault(syntax, "policy.type", "the counts of a cycle are asked for by their charge",
                   "Write: conviction.cycle_counts in sets.….");
    }
    return list;
  }

  Result<Expression> call(const Syntax& syntax) {
    const auto function = std::find_if(kFunctions.begin(), kFunctions.end(),
                                       [&](const Function& f) { return f.name == syntax.text; });
    if (function == kFunctions.end()) {
      std::vector<std::string> names;
      names.reserve(kFunctions.size());
      for (const Function& f : kFunctions) names.emplace_back(f.name);
      return fault(syntax, "policy.name", "unknown function '" + syntax.text + "'", suggest(syntax.text, names));
    }
    if (syntax.children.empty() || syntax.children.size() > 2) {
      return fault(syntax, "policy.type", "this takes a list and a condition",
                   "Write: " + syntax.text + "(person.convictions, it.date is before conviction.date).");
    }
    if (list_)
      return fault(syntax, "policy.type", "lists inside lists are not part of the language", "Use two conditions.");
    Result<RecordList> list = record_list(syntax.children[0]);
    if (!list) return list.error();
    if (list->kind == RecordKind::kCycleCounts && function->operation != Operation::kAny) {
      return fault(syntax, "policy.type", "of the counts of a cycle one can only ask whether there is any",
                   "Write: any(conviction.cycle_counts in sets.…).");
    }
    Expression result = make(syntax, function->operation, function->type);
    result.list = *list;
    if (syntax.children.size() == 2) {
      list_ = *list;
      Result<Expression> inner = typed(syntax.children[1], ValueType::kTruth);
      list_.reset();
      if (!inner) return inner;
      result.children.push_back(*std::move(inner));
    } else if (function->operation == Operation::kAll) {
      return fault(syntax, "policy.type", "'all' without a condition always holds", "Add a condition after a comma.");
    }
    return result;
  }

  const Scope& scope_;
  std::optional<RecordList> list_;  // the list whose condition is being bound
};

}  // namespace

Result<Expression> bind_condition(const Scope& scope, const Syntax& syntax) { return Binder(scope).condition(syntax); }

}  // namespace redress::policy
