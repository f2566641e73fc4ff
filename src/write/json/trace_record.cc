#include "write/json/trace_record.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <variant>

#include "explain/step_words.h"
#include "explain/supplied_words.h"
#include "tally/keys.h"

namespace redress::write {
namespace {

using Json = nlohmann::ordered_json;
using explain::ShownRecord;

Json day_json(const std::optional<Date>& day) {
  return day ? Json(to_iso(*day)) : Json(nullptr);
}

Json row_json(const ShownRecord& record, std::uint64_t file, std::uint64_t row_1based) {
  // A stretch of a file that is not among the inputs cannot be named.
  return {{"file", file < record.file_names.size() ? Json(file) : Json(nullptr)}, {"row", row_1based}};
}

Json row_json(const ShownRecord& record, model::RowNumber row) {
  const explain::RowPlace place = record.place(row);
  const auto file = std::find(record.file_names.begin(), record.file_names.end(), place.file_name);
  return row_json(record, static_cast<std::uint64_t>(file - record.file_names.begin()), place.row_1based);
}

Json rows_json(const ShownRecord& record, std::span<const model::RowNumber> rows) {
  Json list = Json::array();
  for (const model::RowNumber row : rows) list.push_back(row_json(record, row));
  return list;
}

Json date_json(const model::DateFact& date) {
  Json json = span_json(date.span);
  json["doubt"] = doubt_json(date.doubt);
  return json;
}

Json notes_json(std::span<const model::Note> notes) {
  Json list = Json::array();
  for (const model::Note note : notes) {
    const std::string_view id = tally::id_of(note);
    if (std::find(list.begin(), list.end(), id) == list.end()) list.push_back(id);
  }
  return list;
}

Json provenance_json(const model::Provenance& from) {
  return {{"source", from.source}, {"who", from.who}, {"when", day_json(from.when)}};
}

Json supplied_json(const model::Conviction& conviction) {
  Json list = Json::array();
  for (const model::SuppliedFact& supplied : conviction.supplied) {
    const bool* truth = std::get_if<bool>(&supplied.value);
    list.push_back({{"fact", supplied.name},
                    {"value", truth == nullptr ? Json(explain::value_words(supplied)) : Json(*truth)},
                    {"from", provenance_json(supplied.from)}});
  }
  return list;
}

Json filled_json(const model::Conviction& conviction) {
  Json list = Json::array();
  for (const model::FilledFact& filled : conviction.filled) {
    list.push_back({{"fact", model::name_of(filled.fact)}, {"from", provenance_json(filled.from)}});
  }
  return list;
}

Json charge_json(const ShownRecord& record, const model::Charge& charge) {
  if (!charge.is_known()) {
    return {{"citation", nullptr}, {"attempt", nullptr}, {"conspiracy", nullptr}, {"doubt", doubt_json(charge.doubt)}};
  }
  return {{"citation", record.to_utf8(charge.citation->as_written)},
          {"attempt", charge.citation->attempt},
          {"conspiracy", charge.citation->conspiracy},
          {"doubt", nullptr}};
}

Json level_json(const model::Known<model::Level>& level) {
  return {{"value", level.is_known() ? Json(tally::level_id(static_cast<std::size_t>(level.value))) : Json(nullptr)},
          {"doubt", doubt_json(level.doubt)}};
}

Json county_json(const ShownRecord& record, const model::Known<std::string>& county) {
  return {{"value", county.is_known() ? Json(record.to_utf8(county.value)) : Json(nullptr)},
          {"doubt", doubt_json(county.doubt)}};
}

Json case_numbers_json(const ShownRecord& record, const model::Conviction& conviction) {
  Json list = Json::array();
  for (const model::CaseNumbers& entry : record.person.case_numbers) {
    if (entry.case_key != conviction.case_key || conviction.count.empty()) continue;
    for (const std::string& number : entry.numbers) list.push_back(record.to_utf8(number));
  }
  return list;
}

Json conviction_json(const ShownRecord& record, const model::Conviction& conviction) {
  return {{"count", conviction.count.empty() ? Json(nullptr) : Json(record.to_utf8(conviction.count))},
          {"rows", rows_json(record, conviction.rows)},
          {"case_numbers", case_numbers_json(record, conviction)},
          {"charge", charge_json(record, conviction.charge)},
          {"date", date_json(conviction.date)},
          {"level", level_json(conviction.level)},
          {"county", county_json(record, conviction.county)},
          {"disposition", record.to_utf8(conviction.disposition)},
          {"sentence", record.to_utf8(conviction.sentence_words)},
          {"sentence_end", date_json(conviction.sentence_end)},
          {"sentence_end_earliest", date_json(conviction.sentence_end_earliest)},
          {"arrest_date", date_json(conviction.arrest_date)},
          {"offense_date", span_json(evaluate::offense_date(conviction, record.leap))},
          {"charging_date", span_json(evaluate::charging_date(conviction))},
          {"relief_is_entered", conviction.relief_is_entered},
          {"supplied", supplied_json(conviction)},
          {"filled", filled_json(conviction)}};
}

Json convictions_json(const ShownRecord& record, const std::vector<model::Conviction>& convictions) {
  Json list = Json::array();
  for (const model::Conviction& conviction : convictions) list.push_back(conviction_json(record, conviction));
  return list;
}

Json registrations_json(const ShownRecord& record) {
  Json list = Json::array();
  for (const model::Registration& registration : record.person.registrations) {
    list.push_back({{"is_pc290", explain::truth_words(registration.is_pc290)},
                    {"date", date_json(registration.date)},
                    {"rows", rows_json(record, {&registration.row, 1})}});
  }
  return list;
}

Json missing_rows_json(const ShownRecord& record) {
  Json list = Json::array();
  for (const model::MissingRow& missing : record.person.missing_rows) {
    Json json = row_json(record, missing.file, missing.row_1based);
    json["cause"] = missing.cause == model::MissingRow::Cause::kRejected ? "rejected" : "unusable";
    list.push_back(std::move(json));
  }
  return list;
}

std::string_view id_of(evaluate::SubjectKind kind) {
  switch (kind) {
    case evaluate::SubjectKind::kPerson: return "person";
    case evaluate::SubjectKind::kConviction: return "conviction";
    case evaluate::SubjectKind::kUnusable: return "unidentified";
    case evaluate::SubjectKind::kRegistration: return "registration";
    case evaluate::SubjectKind::kCycleCharge: return "other_count";
  }
  return {};
}

Json other_counts_json(const ShownRecord& record) {
  Json list = Json::array();
  for (const model::CycleCharge& charge : record.person.cycle_charges) {
    list.push_back({{"charge", charge_json(record, charge.charge)}, {"rows", rows_json(record, {&charge.row, 1})}});
  }
  return list;
}

}  // namespace

Json span_json(DateSpan span) {
  return {{"first", span.first == kFirstDay ? Json(nullptr) : Json(to_iso(span.first))},
          {"last", span.last == kLastDay ? Json(nullptr) : Json(to_iso(span.last))}};
}

Json doubt_json(model::Doubt doubt) {
  return doubt == model::Doubt::kNone ? Json(nullptr) : Json(tally::id_of(doubt));
}

Json subject_json(evaluate::Subject subject) {
  return {{"kind", id_of(subject.kind)}, {"index", subject.index}};
}

Json record_json(const ShownRecord& record) {
  const model::Person& person = record.person;
  Json born = date_json(person.birth_date);
  born["rows"] = rows_json(record, person.birth_date_rows);
  born["from"] = person.birth_date_from ? provenance_json(*person.birth_date_from) : Json(nullptr);
  Json rows = Json::array();
  for (const model::RowRecord& row : person.rows) rows.push_back(row_json(record, row.row));
  return {{"id", record.to_utf8(person.id)},
          {"name", record.to_utf8(person.name)},
          {"cii_number", record.to_utf8(person.cii_number)},
          {"birth_date", std::move(born)},
          {"is_deceased", person.is_deceased},
          {"deceased_rows", rows_json(record, person.deceased_rows)},
          {"cycles", person.cycle_count},
          {"rows", std::move(rows)},
          {"missing_rows", missing_rows_json(record)},
          {"notes", notes_json(person.notes)},
          {"convictions", convictions_json(record, person.convictions)},
          {"unidentified", convictions_json(record, person.unusable_convictions)},
          {"registrations", registrations_json(record)},
          {"other_counts", other_counts_json(record)}};
}

}  // namespace redress::write
