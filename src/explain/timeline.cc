#include "explain/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "explain/person_lookup.h"
#include "explain/record_words.h"
#include "explain/supplied_words.h"
#include "explain/text_table.h"
#include "explain/words.h"

namespace redress::explain {
namespace {

struct Event {
  DateSpan span;
  std::vector<std::string> cells;  // date, county, what, level, outcome, rows
};

bool comes_before(DateSpan a, DateSpan b) {
  if (a.is_every_day() || b.is_every_day()) return !a.is_every_day() && b.is_every_day();
  return a.first < b.first;
}

std::string outcome_words(const ShownRecord& record, const model::Conviction& conviction) {
  std::string words = in_small_letters(record.to_utf8(conviction.disposition));
  const std::string sentence = in_small_letters(record.to_utf8(conviction.sentence_words));
  if (!sentence.empty()) words.append(words.empty() ? "" : ", ").append(sentence);
  return words;
}

Event conviction_event(const ShownRecord& record, const model::Conviction& conviction) {
  return {conviction.date.span,
          {date_words(conviction.date), county_words(record, conviction.county), charge_words(record, conviction),
           level_words(conviction.level), outcome_words(record, conviction), rows_words(record, conviction.rows)}};
}

std::string row_county(const ShownRecord& record, model::RowNumber row) {
  const model::RowRecord* found = row_record_of(record.person, row);
  return found == nullptr ? std::string{} : title_case(record.to_utf8(found->county));
}

std::string registration_words(const ShownRecord& record, const model::Registration& registration) {
  const model::RowRecord* row = row_record_of(record.person, registration.row);
  const std::string charge = row == nullptr ? std::string{} : charge_text_words(record, row->charge_text);
  std::string words = "registration" + (charge.empty() ? std::string{} : ": " + charge);
  if (registration.is_pc290 == Truth::kUnknown) words += " (the charge does not say which)";
  return words;
}

std::vector<Event> events(const ShownRecord& record) {
  const model::Person& person = record.person;
  std::vector<Event> found;
  for (const model::Conviction& conviction : person.convictions) found.push_back(conviction_event(record, conviction));
  for (const model::Conviction& conviction : person.unusable_convictions) {
    found.push_back(conviction_event(record, conviction));
    found.back().cells[4] += " (count cannot be identified)";
  }
  for (const model::Registration& registration : person.registrations) {
    found.push_back({registration.date.span,
                     {date_words(registration.date), row_county(record, registration.row),
                      registration_words(record, registration), "", "", rows_words(record, {&registration.row, 1})}});
  }
  for (const model::RowNumber row : person.deceased_rows) {
    const model::RowRecord* death = row_record_of(person, row);
    const model::DateFact date = death == nullptr ? model::DateFact{} : death->event_date;
    found.push_back(
        {date.span, {date_words(date), row_county(record, row), "death", "", "", rows_words(record, {&row, 1})}});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Event& a, const Event& b) { return comes_before(a.span, b.span); });
  return found;
}

std::string birth_words(const ShownRecord& record) {
  const model::DateFact& born = record.person.birth_date;
  if (born.span.is_every_day()) return "birth date " + std::string(doubt_words(born.doubt));
  const Date as_of = record.run.as_of;
  const int youngest = whole_years_between(born.span.last, as_of, record.leap);
  const int oldest = whole_years_between(born.span.first, as_of, record.leap);
  const std::string age = youngest == oldest ? fmt::format("{}", oldest) : fmt::format("{} to {}", youngest, oldest);
  return fmt::format("born {}{}, {} on {}", date_words(born), birth_date_where_from(record), age,
                     to_iso(as_of));
}

// "5 rows in a.dat, 3 rows in b.dat".
std::string row_counts(const ShownRecord& record) {
  std::vector<std::pair<std::string_view, std::size_t>> files;
  for (const model::RowRecord& row : record.person.rows) {
    const std::string_view name = record.place(row.row).file_name;
    const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.first == name; });
    if (found == files.end()) {
      files.emplace_back(name, 1);
    } else {
      ++found->second;
    }
  }
  std::string words;
  for (const auto& [name, count] : files) {
    words.append(words.empty() ? "" : ", ").append(counted(count, "row")).append(" in ").append(name);
  }
  return words.empty() ? "no row" : words;
}

std::string missing_row_text(const ShownRecord& record, const model::MissingRow& missing) {
  const std::string file = missing.file < record.file_names.size() ? " of " + record.file_names[missing.file] : "";
  switch (missing.cause) {
    case model::MissingRow::Cause::kRejected:
      return fmt::format("Incomplete: row {}{} could not be read.", missing.row_1based, file);
    case model::MissingRow::Cause::kUnusable:
      return fmt::format("Incomplete: the count of row {}{} cannot be identified.", missing.row_1based, file);
  }
  return {};
}

}  // namespace

std::vector<std::size_t> in_order_of_date(const std::vector<model::Conviction>& convictions) {
  std::vector<std::size_t> order(convictions.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return comes_before(convictions[a].date.span, convictions[b].date.span);
  });
  return order;
}

std::string head_text(const ShownRecord& record) {
  const model::Person& person = record.person;
  std::string text = paragraph(
      "Person " + record.to_utf8(person.id) + "   " + record.to_utf8(person.name) + "   " + birth_words(record), 0,
      2);
  std::string amounts = row_counts(record) + ", " + counted(person.cycle_count, "cycle") + ", " +
                        counted(person.convictions.size(), "conviction");
  if (!person.registrations.empty()) amounts += ", " + counted(person.registrations.size(), "registration");
  if (person.is_deceased) amounts += ", recorded as deceased" + in_rows(record, person.deceased_rows);
  text += paragraph(amounts, 2, 2);
  for (const model::MissingRow& missing : person.missing_rows)
    text += paragraph(missing_row_text(record, missing), 2, 4);
  const std::string notes = notes_words(person.notes);
  if (!notes.empty()) text += paragraph("Notes: " + notes + ".", 2, 4);
  return text;
}

std::string timeline_text(const ShownRecord& record) {
  TextTable table;
  for (Event& event : events(record)) table.add(std::move(event.cells));
  std::string text = table.text(2);
  const std::vector<std::string> supplied = supplied_lines(record);
  if (!supplied.empty()) text += paragraph("Supplied, not in the files:", 2, 4);
  for (const std::string& line : supplied) text += paragraph("- " + line, 4, 6);
  return text;
}

}  // namespace redress::explain
