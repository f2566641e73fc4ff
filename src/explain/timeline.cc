#include "explain/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "explain/person_lookup.h"
#include "explain/record_words.h"
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

std::string outcome_words(const ExplainRequest& request, const model::Conviction& conviction) {
  std::string words = in_small_letters(request.to_utf8(conviction.disposition));
  const std::string sentence = in_small_letters(request.to_utf8(conviction.sentence_words));
  if (!sentence.empty()) words.append(words.empty() ? "" : ", ").append(sentence);
  return words;
}

Event conviction_event(const ExplainRequest& request, const model::Conviction& conviction) {
  return {conviction.date.span,
          {date_words(conviction.date), county_words(request, conviction.county), charge_words(request, conviction),
           level_words(conviction.level), outcome_words(request, conviction), rows_words(request, conviction.rows)}};
}

std::string row_county(const ExplainRequest& request, model::RowNumber row) {
  const model::RowRecord* record = row_record_of(request.person, row);
  return record == nullptr ? std::string{} : title_case(request.to_utf8(record->county));
}

std::string registration_words(const ExplainRequest& request, const model::Registration& registration) {
  const model::RowRecord* row = row_record_of(request.person, registration.row);
  const std::string charge = row == nullptr ? std::string{} : charge_text_words(request, row->charge_text);
  std::string words = "registration" + (charge.empty() ? std::string{} : ": " + charge);
  if (registration.is_pc290 == Truth::kUnknown) words += " (the charge does not say which)";
  return words;
}

std::vector<Event> events(const ExplainRequest& request) {
  const model::Person& person = request.person;
  std::vector<Event> found;
  for (const model::Conviction& conviction : person.convictions) found.push_back(conviction_event(request, conviction));
  for (const model::Conviction& conviction : person.unusable_convictions) {
    found.push_back(conviction_event(request, conviction));
    found.back().cells[4] += " (count cannot be identified)";
  }
  for (const model::Registration& registration : person.registrations) {
    found.push_back({registration.date.span,
                     {date_words(registration.date), row_county(request, registration.row),
                      registration_words(request, registration), "", "", rows_words(request, {&registration.row, 1})}});
  }
  for (const model::RowNumber row : person.deceased_rows) {
    const model::RowRecord* record = row_record_of(person, row);
    const model::DateFact date = record == nullptr ? model::DateFact{} : record->event_date;
    found.push_back(
        {date.span, {date_words(date), row_county(request, row), "death", "", "", rows_words(request, {&row, 1})}});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Event& a, const Event& b) { return comes_before(a.span, b.span); });
  return found;
}

std::string birth_words(const ExplainRequest& request) {
  const model::DateFact& born = request.person.birth_date;
  if (born.span.is_every_day()) return "birth date " + std::string(doubt_words(born.doubt));
  const Date as_of = request.run.as_of;
  const int youngest = whole_years_between(born.span.last, as_of, request.plan.leap);
  const int oldest = whole_years_between(born.span.first, as_of, request.plan.leap);
  const std::string age = youngest == oldest ? fmt::format("{}", oldest) : fmt::format("{} to {}", youngest, oldest);
  return fmt::format("born {}{}, {} on {}", date_words(born), in_rows(request, request.person.birth_date_rows), age,
                     to_iso(as_of));
}

// "5 rows in a.dat, 3 rows in b.dat".
std::string row_counts(const ExplainRequest& request) {
  std::vector<std::pair<std::string_view, std::size_t>> files;
  for (const model::RowRecord& row : request.person.rows) {
    const std::string_view name = request.place(row.row).file_name;
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

std::string missing_row_text(const ExplainRequest& request, const model::MissingRow& missing) {
  const std::string file = missing.file < request.file_names.size() ? " of " + request.file_names[missing.file] : "";
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

std::string head_text(const ExplainRequest& request) {
  const model::Person& person = request.person;
  std::string text = paragraph(
      "Person " + request.to_utf8(person.id) + "   " + request.to_utf8(person.name) + "   " + birth_words(request), 0,
      2);
  std::string amounts = row_counts(request) + ", " + counted(person.cycle_count, "cycle") + ", " +
                        counted(person.convictions.size(), "conviction");
  if (!person.registrations.empty()) amounts += ", " + counted(person.registrations.size(), "registration");
  if (person.is_deceased) amounts += ", recorded as deceased" + in_rows(request, person.deceased_rows);
  text += paragraph(amounts, 2, 2);
  for (const model::MissingRow& missing : person.missing_rows)
    text += paragraph(missing_row_text(request, missing), 2, 4);
  const std::string notes = notes_words(person.notes);
  if (!notes.empty()) text += paragraph("Notes: " + notes + ".", 2, 4);
  return text;
}

std::string timeline_text(const ExplainRequest& request) {
  TextTable table;
  for (Event& event : events(request)) table.add(std::move(event.cells));
  return table.text(2);
}

}  // namespace redress::explain
