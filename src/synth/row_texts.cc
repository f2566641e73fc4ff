#include "synth/row_texts.h"

#include <algorithm>

namespace redress::synth {
namespace {

using model::RowFact;

constexpr bool must_be_quoted(char letter) {
  return letter == ',' || letter == '"' || letter == '\n' || letter == '\r';
}

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

void quote_from(std::size_t start, std::string& out) {
  const std::string plain = out.substr(start);
  out.resize(start);
  out += '"';
  for (const char letter : plain) {
    if (letter == '"') out += '"';
    out += letter;
  }
  out += '"';
}

}  // namespace

CellText text_of(RowFact fact, const Life& life, const PlannedRow& row) {
  switch (fact) {
    case RowFact::kRecord: return {};
    case RowFact::kPerson: return {row.fault == Fault::kNoPerson ? std::string_view("  ") : life.person_id.view(), {}};
    case RowFact::kCiiNumber: return {life.cii_number.view(), {}};
    case RowFact::kName: return {life.name, {}};
    case RowFact::kSex: return {life.sex, {}};
    case RowFact::kBirthDate: return {row.birth_date.view(), {}};
    case RowFact::kRace: return {life.race, {}};
    case RowFact::kCycleDate: return {row.cycle_date.view(), {}};
    case RowFact::kEventDate: return {row.event_date.view(), {}};
    case RowFact::kStepType: return {row.step_type, {}};
    case RowFact::kAgency: return {row.agency_kind, row.agency_place};
    case RowFact::kCounty: return {row.county, {}};
    case RowFact::kCountOrder: return {row.count_order.view(), {}};
    case RowFact::kDispositionDate: return {row.disposition_date.view(), {}};
    case RowFact::kCaseNumber: return {row.case_number.view(), {}};
    case RowFact::kOffense: return {row.offense, {}};
    case RowFact::kOffenseLevel: return {row.offense_level, {}};
    case RowFact::kDispositionOffense: return {row.disposition_offense, {}};
    case RowFact::kConvictionOffense: return {row.conviction_offense, {}};
    case RowFact::kDisposition: return {row.disposition, {}};
    case RowFact::kConvictionLevel: return {row.conviction_level, {}};
    case RowFact::kSentencePlace: return {row.sentence_place, {}};
    case RowFact::kSentenceLength: return {row.sentence_length.view(), {}};
    case RowFact::kSentenceUnit: return {row.sentence_unit, {}};
    case RowFact::kComment: return {row.charge_comment, row.comment};
    case RowFact::kRecordEnd: return {"#", {}};
  }
  return {};
}

bool is_free_text(RowFact fact) {
  switch (fact) {
    case RowFact::kStepType:
    case RowFact::kAgency:
    case RowFact::kCounty:
    case RowFact::kOffense:
    case RowFact::kOffenseLevel:
    case RowFact::kDispositionOffense:
    case RowFact::kConvictionOffense:
    case RowFact::kDisposition:
    case RowFact::kConvictionLevel:
    case RowFact::kSentencePlace:
    case RowFact::kComment: return true;
    default: return false;
  }
}

void append_cell_text(CellText text, CellStyle style, std::string& out) {
  const std::size_t start = out.size();
  const bool has_blanks = style == CellStyle::kExtraBlanks && !text.is_empty();
  if (has_blanks) out += ' ';
  out += text.first;
  if (!text.first.empty() && !text.second.empty()) out += ' ';
  out += text.second;
  if (has_blanks) out += "  ";
  const auto begin = out.begin() + static_cast<std::ptrdiff_t>(start);
  if (style == CellStyle::kLowerCase) std::transform(begin, out.end(), begin, lower);
  if (style == CellStyle::kAllQuoted || std::any_of(begin, out.end(), must_be_quoted)) quote_from(start, out);
}

}  // namespace redress::synth
