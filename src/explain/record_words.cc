#include "explain/record_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"
#include "explain/person_lookup.h"
#include "explain/words.h"

namespace redress::explain {
namespace {

using evaluate::SubjectKind;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0;
}

bool is_whole_year(DateSpan span) {
  return span.first.year == span.last.year && span.first == Date{span.first.year, 1, 1} &&
         span.last == Date{span.first.year, 12, 31};
}

bool is_whole_month(DateSpan span) {
  if (span.first.year != span.last.year || span.first.month != span.last.month || span.first.day != 1) return false;
  return span.last == kLastDay || add_days(span.last, 1).month != span.last.month;
}

// Runs of blanks, no-break ones too, as one blank; none at the ends.
std::string with_single_blanks(std::string_view utf8) {
  std::string text;
  utf8 = trimmed(utf8);
  for (std::size_t at = 0; at < utf8.size(); ++at) {
    const bool is_no_break = utf8.substr(at, 2) == "\xC2\xA0";
    const char c = is_no_break || static_cast<unsigned char>(utf8[at]) <= ' ' ? ' ' : utf8[at];
    if (is_no_break) ++at;
    if (c != ' ' || text.back() != ' ') text += c;
  }
  return text;
}

// The citation, then what the text says after it.
std::string cited_and_rest(const std::string& citation, std::string_view text) {
  const std::size_t at = to_upper_ascii(text).find(citation);
  if (at == std::string::npos) return citation;
  const std::string_view rest = text.substr(at + citation.size());
  const std::size_t start = rest.find_first_not_of(" -:,");
  return start == std::string_view::npos ? citation : citation + " " + to_lower_ascii(rest.substr(start));
}

// A stretch of rows that follow each other in one file.
struct Stretch {
  std::string_view file;
  std::uint64_t first = 0;
  std::uint64_t last = 0;
};

std::vector<Stretch> stretches(const ShownRecord& record, std::span<const model::RowNumber> rows) {
  std::vector<Stretch> found;
  for (const model::RowNumber row : rows) {
    const RowPlace place = record.place(row);
    if (!found.empty() && found.back().file == place.file_name && place.row_1based - found.back().last <= 1) {
      found.back().last = place.row_1based;
    } else {
      found.push_back({place.file_name, place.row_1based, place.row_1based});
    }
  }
  return found;
}

}  // namespace

std::string span_words(DateSpan span) {
  if (span.is_every_day()) return "date unknown";
  if (span.is_exact()) return to_iso(span.first);
  if (span.first == kFirstDay) return "on or before " + to_iso(span.last);
  if (span.last == kLastDay) return "on or after " + to_iso(span.first);
  if (is_whole_year(span)) return fmt::format("{:04} (month and day unknown)", span.first.year);
  if (is_whole_month(span)) return fmt::format("{:04}-{:02} (day unknown)", span.first.year, span.first.month);
  return "between " + to_iso(span.first) + " and " + to_iso(span.last);
}

std::string date_words(const model::DateFact& date) {
  std::string words = span_words(date.span);
  if (date.doubt == model::Doubt::kContradictory) words += " (contradictory)";
  return words;
}

std::string rows_words(const ShownRecord& record, std::span<const model::RowNumber> rows) {
  if (rows.empty()) return {};
  const std::vector<Stretch> found = stretches(record, rows);
  const bool names_files = record.file_names.size() > 1;
  std::string words = found.size() == 1 && found.front().first == found.front().last ? "row " : "rows ";
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (i > 0) words += ", ";
    words += fmt::format("{}", found[i].first);
    if (found[i].last != found[i].first) words += fmt::format("-{}", found[i].last);
    const bool ends_file = i + 1 == found.size() || found[i + 1].file != found[i].file;
    if (names_files && ends_file) words.append(" of ").append(found[i].file);
  }
  return words;
}

std::string in_rows(const ShownRecord& record, std::span<const model::RowNumber> rows) {
  return rows.empty() ? std::string{} : " (" + rows_words(record, rows) + ")";
}

std::string title_case(std::string_view upper) {
  std::string words = to_lower_ascii(upper);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool starts = i == 0 || (!is_letter(words[i - 1]) && words[i - 1] != '\'');
    if (starts && words[i] >= 'a' && words[i] <= 'z') words[i] = static_cast<char>(words[i] - 'a' + 'A');
  }
  return words;
}

std::string county_words(const ShownRecord& record, const model::Known<std::string>& county) {
  if (!county.is_known()) return "county " + std::string(doubt_words(county.doubt));
  return title_case(record.to_utf8(county.value));
}

std::string level_words(const model::Known<model::Level>& level) {
  if (!level.is_known()) return "level " + std::string(doubt_words(level.doubt));
  switch (level.value) {
    case model::Level::kFelony: return "felony";
    case model::Level::kMisdemeanor: return "misdemeanor";
    case model::Level::kInfraction: return "infraction";
  }
  return {};
}

std::string citation_words(const model::Charge& charge) {
  return charge.is_known() ? charge.citation->as_written : "charge " + std::string(doubt_words(charge.doubt));
}

std::string in_small_letters(std::string_view utf8) {
  return to_lower_ascii(with_single_blanks(utf8));
}

std::string charge_words(const ShownRecord& record, const model::Conviction& conviction) {
  const auto* row = conviction.rows.empty() ? nullptr : row_record_of(record.person, conviction.rows.front());
  const std::string text = row == nullptr ? std::string{} : with_single_blanks(record.to_utf8(row->charge_text));
  const std::string words = citation_words(conviction.charge);
  if (!conviction.charge.is_known()) return text.empty() ? words : text + " (" + words + ")";
  return cited_and_rest(words, text);
}

std::string charge_text_words(const ShownRecord& record, std::string_view charge_text) {
  const std::string text = with_single_blanks(record.to_utf8(charge_text));
  const auto citation = citation::parse_charge(charge_text);
  return citation ? cited_and_rest(citation->as_written, text) : to_lower_ascii(text);
}

std::string subject_words(const ShownRecord& record, evaluate::Subject subject) {
  const auto dated = [](const model::DateFact& date) {
    return date.span.is_every_day() ? ", date unknown" : " of " + date_words(date);
  };
  switch (subject.kind) {
    case SubjectKind::kConviction:
    case SubjectKind::kUnusable: {
      const model::Conviction& conviction = conviction_of(record.person, subject);
      return citation_words(conviction.charge) + dated(conviction.date) + in_rows(record, conviction.rows);
    }
    case SubjectKind::kRegistration: {
      const model::Registration& registration = record.person.registrations[subject.index];
      return "registration" + dated(registration.date) + in_rows(record, {&registration.row, 1});
    }
    case SubjectKind::kCycleCharge: {
      const model::CycleCharge& charge = record.person.cycle_charges[subject.index];
      return citation_words(charge.charge) + in_rows(record, {&charge.row, 1});
    }
    case SubjectKind::kPerson: break;
  }
  return "a row of this person that could not be used";  // all that a list has of a person itself
}

std::string subject_name(const ShownRecord& record, evaluate::Subject subject) {
  const auto named = [&](std::string name, const model::DateFact* date, std::span<const model::RowNumber> rows) {
    if (date != nullptr && !date->span.is_every_day()) name += " of " + date_words(*date);
    return rows.empty() ? name : name + " in " + rows_words(record, rows);
  };
  const auto charge_or = [](const model::Charge& charge, std::string_view otherwise) {
    return charge.is_known() ? charge.citation->as_written : std::string(otherwise);
  };
  switch (subject.kind) {
    case SubjectKind::kConviction:
    case SubjectKind::kUnusable: {
      const model::Conviction& conviction = conviction_of(record.person, subject);
      return named(charge_or(conviction.charge, "the conviction"), &conviction.date, conviction.rows);
    }
    case SubjectKind::kRegistration: {
      const model::Registration& registration = record.person.registrations[subject.index];
      return named("the registration", &registration.date, {&registration.row, 1});
    }
    case SubjectKind::kCycleCharge: {
      const model::CycleCharge& charge = record.person.cycle_charges[subject.index];
      return named(charge_or(charge.charge, "the charge"), nullptr, {&charge.row, 1});
    }
    case SubjectKind::kPerson: break;
  }
  return {};
}

std::string counted(std::size_t number, std::string_view noun) {
  return number == 0 ? fmt::format("no {}", noun) : fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

}  // namespace redress::explain
