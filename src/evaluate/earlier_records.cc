#include "evaluate/earlier_records.h"

#include <algorithm>

namespace redress::evaluate {
namespace {

using policy::Expression;
using policy::Field;
using policy::Operation;
using policy::Owner;

bool is_about_charge(Field field) {
  switch (field) {
    case Field::kSection:
    case Field::kSubdivision:
    case Field::kAttempt:
    case Field::kConspiracy:
    case Field::kLevel:
    case Field::kCounty: return true;
    default: return false;
  }
}

bool asks_only_about_charge(const Expression& e, EarlierQuestion& question) {
  switch (e.operation) {
    case Operation::kTruth:
    case Operation::kText: return true;
    case Operation::kFact: {
      if (!is_about_charge(e.field)) return false;
      auto& fields = e.owner == Owner::kIt ? question.fields_of_it : question.fields_of_conviction;
      if (std::find(fields.begin(), fields.end(), e.field) == fields.end()) fields.push_back(e.field);
      return true;
    }
    case Operation::kNot:
    case Operation::kAnd:
    case Operation::kOr:
    case Operation::kCompareTruths:
    case Operation::kCompareTexts:
    case Operation::kBeginsWith:
    case Operation::kIsOneOf:
      return std::all_of(e.children.begin(), e.children.end(),
                         [&](const Expression& part) { return asks_only_about_charge(part, question); });
    default: return false;
  }
}

bool is_other_cycle(const Expression& e) {
  return e.operation == Operation::kNot && e.children[0].operation == Operation::kFact &&
         e.children[0].field == Field::kSameCycle;
}

// What may be assumed of the conviction is no date to look up by.
bool is_before_date_of_conviction(const Expression& e) {
  if (e.operation != Operation::kCompareDates || e.comparison != policy::Comparison::kBefore) return false;
  const Expression& left = e.children[0];
  const Expression& right = e.children[1];
  return left.operation == Operation::kFact && left.owner == Owner::kIt && left.field == Field::kDate &&
         right.operation == Operation::kFact && right.owner == Owner::kConviction &&
         (right.field == Field::kDate || right.field == Field::kArrestDate || right.field == Field::kChargingDate);
}

bool take_part(const Expression& e, EarlierQuestion& question) {
  if (e.operation == Operation::kAnd) {
    return std::all_of(e.children.begin(), e.children.end(),
                       [&](const Expression& part) { return take_part(part, question); });
  }
  if (is_other_cycle(e)) {
    question.of_other_cycle = true;
    return true;
  }
  if (is_before_date_of_conviction(e)) {
    if (question.date != nullptr) return false;
    question.date = &e.children[1];
    return true;
  }
  question.about_charge.push_back(&e);
  return asks_only_about_charge(e, question);
}

}  // namespace

std::optional<EarlierQuestion> earlier_question(const Expression& list_function) {
  const bool is_asked =
      list_function.operation == Operation::kAny || list_function.operation == Operation::kDifferentDates;
  if (!is_asked || list_function.children.size() != 1) return std::nullopt;
  if (list_function.list.kind == policy::RecordKind::kCycleCounts) return std::nullopt;
  EarlierQuestion question;
  if (!take_part(list_function.children[0], question) || question.date == nullptr) return std::nullopt;
  const bool has_charges = list_function.list.kind == policy::RecordKind::kConvictions;
  if (!has_charges && !question.about_charge.empty()) return std::nullopt;
  return question;
}

}  // namespace redress::evaluate
