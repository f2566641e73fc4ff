#include "explain/supplied_words.h"

#include <cstdint>
#include <variant>

#include "base/decimal.h"
#include "base/text.h"
#include "explain/record_words.h"

namespace redress::explain {
namespace {

std::string in_brackets(const model::Provenance& from) {
  return " (" + provenance_words(from) + ")";
}

std::string filled_words(const ShownRecord& record, const model::Conviction& conviction, model::RecordFact fact) {
  switch (fact) {
    case model::RecordFact::kBirthDate: return "birth date " + date_words(record.person.birth_date);
    case model::RecordFact::kConvictionDate: return "date " + date_words(conviction.date);
    case model::RecordFact::kLevel: return level_words(conviction.level);
    case model::RecordFact::kCharge: return "charge " + citation_words(conviction.charge);
    case model::RecordFact::kCounty: return "county " + county_words(record, conviction.county);
    case model::RecordFact::kArrestDate: return "arrest " + date_words(conviction.arrest_date);
    case model::RecordFact::kOffenseDate:
      return "offense " + (conviction.offense_date ? to_iso(*conviction.offense_date) : std::string{});
    case model::RecordFact::kChargingDate:
      return "charged " + (conviction.charging_date ? to_iso(*conviction.charging_date) : std::string{});
    case model::RecordFact::kSentenceEnd: return "sentence ends " + date_words(conviction.sentence_end);
  }
  return {};
}

}  // namespace

std::string provenance_words(const model::Provenance& from) {
  std::string words = "supplied";
  std::string_view before = ": ";
  const auto add = [&](std::string_view lead, const std::string& text) {
    if (text.empty()) return;
    words.append(before).append(lead).append(text);
    before = ", ";
  };
  add("", from.source);
  add("said by ", from.who);
  add("", from.when ? to_iso(*from.when) : std::string{});
  return words;
}

std::string value_words(const model::SuppliedFact& supplied) {
  if (const bool* truth = std::get_if<bool>(&supplied.value)) return *truth ? "yes" : "no";
  return thousandths_text(std::get<std::int64_t>(supplied.value));
}

std::string supplied_words(const model::SuppliedFact& supplied, std::string_view unit) {
  std::string words = with_blanks(supplied.name) + ": " + value_words(supplied);
  if (!unit.empty()) words.append(" ").append(unit);
  return words + in_brackets(supplied.from);
}

std::string where_from(const ShownRecord& record, const model::Conviction& conviction, model::RecordFact fact) {
  const model::Provenance* from = evaluate::filled_from(conviction, fact);
  return from == nullptr ? in_rows(record, conviction.rows) : in_brackets(*from);
}

std::string birth_date_where_from(const ShownRecord& record) {
  const model::Person& person = record.person;
  return person.birth_date_from ? in_brackets(*person.birth_date_from) : in_rows(record, person.birth_date_rows);
}

std::vector<std::string> filled_lines(const ShownRecord& record, const model::Conviction& conviction) {
  std::vector<std::string> lines;
  for (const model::FilledFact& filled : conviction.filled) {
    lines.push_back(filled_words(record, conviction, filled.fact) + in_brackets(filled.from));
  }
  return lines;
}

std::vector<std::string> supplied_lines(const ShownRecord& record) {
  const model::Person& person = record.person;
  std::vector<std::string> lines;
  if (person.birth_date_from) {
    lines.push_back("birth date " + date_words(person.birth_date) + in_brackets(*person.birth_date_from));
  }
  for (std::uint32_t i = 0; i < person.convictions.size(); ++i) {
    const model::Conviction& conviction = person.convictions[i];
    const std::string name = subject_name(record, {evaluate::SubjectKind::kConviction, i}) + ": ";
    for (const std::string& line : filled_lines(record, conviction)) lines.push_back(name + line);
    for (const model::SuppliedFact& supplied : conviction.supplied) lines.push_back(name + supplied_words(supplied));
  }
  return lines;
}

}  // namespace redress::explain
