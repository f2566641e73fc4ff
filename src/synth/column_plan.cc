#include <algorithm>
#include <optional>

#include "synth/row_writer.h"

namespace redress::synth {
namespace {

using model::Column;
using model::ColumnType;
using model::Layout;
using model::Privacy;
using model::RowFact;

using Facts = std::vector<std::optional<RowFact>>;

Facts facts_of(const Layout& layout) {
  Facts facts(layout.columns.size());
  for (std::size_t i = 0; i < model::kRowFactCount; ++i) {
    if (const auto position = layout.column_of[i]) facts[*position] = static_cast<RowFact>(i);
  }
  return facts;
}

// The widest part of the record over which the fact stays what it is.
Scope scope_of(RowFact fact) {
  switch (fact) {
    case RowFact::kRecord: return Scope::kRow;
    case RowFact::kPerson:
    case RowFact::kCiiNumber:
    case RowFact::kName:
    case RowFact::kSex:
    case RowFact::kBirthDate:
    case RowFact::kRace:
    case RowFact::kRecordEnd: return Scope::kPerson;
    case RowFact::kCycleDate: return Scope::kCycle;
    case RowFact::kEventDate:
    case RowFact::kStepType:
    case RowFact::kAgency:
    case RowFact::kCounty: return Scope::kStep;
    case RowFact::kCountOrder:
    case RowFact::kDispositionDate:
    case RowFact::kCaseNumber:
    case RowFact::kOffense:
    case RowFact::kOffenseLevel:
    case RowFact::kDispositionOffense:
    case RowFact::kConvictionOffense:
    case RowFact::kDisposition:
    case RowFact::kConvictionLevel:
    case RowFact::kComment: return Scope::kCount;
    case RowFact::kSentencePlace:
    case RowFact::kSentenceLength:
    case RowFact::kSentenceUnit: return Scope::kPart;
  }
  return Scope::kRow;
}

// A mark column begins a part of the row; it changes as often as the fact in it that changes most. Without a fact it
// goes with the part before it.
void set_scopes(const Layout& layout, const Facts& facts, std::vector<ColumnPlan>& plans) {
  Scope scope = Scope::kPerson;
  for (std::size_t first = 0; first < plans.size();) {
    std::size_t end = first + 1;
    while (end < plans.size() && layout.columns[end].type != ColumnType::kMark) ++end;
    std::optional<Scope> found;
    for (std::size_t i = first; i < end; ++i) {
      if (facts[i] && facts[i] != RowFact::kRecord && facts[i] != RowFact::kRecordEnd) {
        found = std::max(found.value_or(Scope::kPerson), scope_of(*facts[i]));
      }
    }
    scope = found.value_or(scope);
    for (std::size_t i = first; i < end; ++i) {
      plans[i].scope = layout.columns[i].ignored_in_equality ? Scope::kRequest : scope;
      if (facts[i] == RowFact::kRecord) plans[i].scope = Scope::kRow;
    }
    first = end;
  }
}

Filling identity_filling(const Column& column, std::size_t position, std::size_t texts_before) {
  if (column.is_secret) return position % 2 == 0 ? Filling::kSecretLetter : Filling::kSecretDigits;
  if (column.type == ColumnType::kDate) return Filling::kBirthDate;
  if (column.type == ColumnType::kText) return texts_before == 0 ? Filling::kName : Filling::kSex;
  return column.ignored_in_equality ? Filling::kCiiNumber : Filling::kIdentityNumber;
}

Filling appearance_filling(const Column& column, std::size_t numbers_before) {
  if (column.type == ColumnType::kNumber) return numbers_before == 0 ? Filling::kHeight : Filling::kWeight;
  if (column.type == ColumnType::kCode) {
    return numbers_before == 0 ? Filling::kAppearanceCode : Filling::kBirthPlaceCode;
  }
  return numbers_before == 0 ? Filling::kAppearanceWord : Filling::kBirthPlace;
}

Filling record_filling(const Column& column, std::optional<RowFact> before) {
  switch (column.type) {
    case ColumnType::kNumber: return column.in_condensed ? Filling::kAge : Filling::kOrdinal;
    case ColumnType::kId: return Filling::kRecordNumber;
    case ColumnType::kText: return before == RowFact::kSentenceUnit ? Filling::kUnitWord : Filling::kBlanks;
    case ColumnType::kCode:
    case ColumnType::kDate:
    case ColumnType::kMark: return Filling::kBlank;
  }
  return Filling::kBlank;
}

// A code beside a fact: that of the text after it, or the level of the charge before it.
std::optional<ColumnPlan> code_beside(const Facts& facts, std::size_t position) {
  if (position + 1 < facts.size() && facts[position + 1]) {
    return ColumnPlan{Filling::kCodeOfNext, Scope::kRow, *facts[position + 1]};
  }
  const auto before = position > 0 ? facts[position - 1] : std::nullopt;
  if (before == RowFact::kDispositionOffense || before == RowFact::kConvictionOffense) {
    return ColumnPlan{Filling::kLevelOfText, Scope::kRow, *before};
  }
  return std::nullopt;
}

}  // namespace

std::vector<ColumnPlan> plan_columns(const Layout& layout) {
  const Facts facts = facts_of(layout);
  std::vector<ColumnPlan> plans(layout.columns.size());
  set_scopes(layout, facts, plans);
  std::size_t identity_texts = 0;
  std::size_t appearance_numbers = 0;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const Column& column = layout.columns[i];
    ColumnPlan& plan = plans[i];
    if (facts[i]) {
      plan.filling = column.type == ColumnType::kMark ? Filling::kMark : Filling::kFact;
      plan.fact = *facts[i];
      continue;
    }
    if (column.type == ColumnType::kMark) {
      plan.filling = Filling::kMark;
      continue;
    }
    const auto code = column.type == ColumnType::kCode ? code_beside(facts, i) : std::nullopt;
    if (code) {
      plan.filling = code->filling;
      plan.fact = code->fact;
    } else if (column.privacy == Privacy::kIdentity) {
      plan.filling = identity_filling(column, i, identity_texts);
      if (column.type == ColumnType::kText) ++identity_texts;
    } else if (column.privacy == Privacy::kAppearance) {
      plan.filling = appearance_filling(column, appearance_numbers);
      if (column.type == ColumnType::kNumber) ++appearance_numbers;
    } else {
      plan.filling = record_filling(column, i > 0 ? facts[i - 1] : std::nullopt);
    }
  }
  return plans;
}

}  // namespace redress::synth
