#include "intake/workbook_entries.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/calendar.h"
#include "base/text.h"

namespace redress::intake {
namespace {

using model::SheetCell;
using model::SheetColumn;
using scan::WorkbookCell;

constexpr std::uint32_t kMostRowsAboveHeader = 50;
constexpr Date kDayZero1900{1899, 12, 30};
constexpr Date kDayZero1904{1904, 1, 1};

// What automatic correction makes of what was typed. Source: court-practice, W4.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kCorrected = {
    {{"\xC2\xA9", "(c)"}, {"\xC2\xAE", "(r)"}, {"\xE2\x84\xA2", "(tm)"}}};

std::string as_typed(std::string text) {
  for (const auto& [made, typed] : kCorrected) {
    for (std::size_t at = text.find(made); at != std::string::npos; at = text.find(made, at + typed.size()))
      text.replace(at, made.size(), typed);
  }
  std::erase(text, '\r');
  return std::string(trimmed(text));
}

std::string number_text(const WorkbookCell& cell) {
  constexpr double kMostWhole = 9e15;
  if (std::floor(cell.number) != cell.number || std::abs(cell.number) > kMostWhole) return cell.text;
  return std::to_string(static_cast<std::int64_t>(cell.number));
}

std::optional<Date> day_of_serial(double serial, bool counts_from_1904) {
  constexpr double kMostSerial = 2'958'465;  // 9999-12-31
  if (!(serial >= 1 && serial <= kMostSerial)) return std::nullopt;
  const std::int64_t zero = to_days(counts_from_1904 ? kDayZero1904 : kDayZero1900);
  return from_days(zero + static_cast<std::int64_t>(std::floor(serial)));
}

bool holds_day(const SheetColumn* column) {
  return column != nullptr && (column->cell == SheetCell::kDate || column->cell == SheetCell::kEntryDate);
}

EditedCell edited(const WorkbookCell& cell, const SheetColumn* column, bool counts_from_1904) {
  EditedCell read;
  read.column_1based = cell.column_0based + 1;
  std::optional<Date> day;
  if (holds_day(column)) day = cell.is_number ? day_of_serial(cell.number, counts_from_1904) : typed_day(cell.text);
  read.is_day = day.has_value();
  read.text = day ? to_iso(*day) : as_typed(cell.is_number ? number_text(cell) : cell.text);
  return read;
}

// The columns of one sheet that the row names.
EditedColumns columns_by(std::span<const WorkbookCell> cells, const model::WorkbookLayout& layout,
                         model::SheetId sheet) {
  EditedColumns found;
  found.sheet = sheet;
  std::vector<const SheetColumn*> rest = layout.columns_of(sheet);
  std::erase_if(rest, [](const SheetColumn* column) { return column->name.empty(); });  // each run has its own
  for (const WorkbookCell& cell : cells) {
    found.names.resize(cell.column_0based + 1);
    found.columns.resize(cell.column_0based + 1, nullptr);
    found.names.back() = as_typed(cell.text);
    const auto column = std::find_if(rest.begin(), rest.end(), [&](const SheetColumn* one) {
      return equals_ignoring_case(one->name, found.names.back());
    });
    if (column == rest.end()) continue;
    found.columns.back() = *column;
    rest.erase(column);
  }
  found.missing = std::move(rest);
  return found;
}

std::size_t count_named(const EditedColumns& header) {
  return static_cast<std::size_t>(std::count_if(header.columns.begin(), header.columns.end(),
                                                [](const SheetColumn* one) { return one != nullptr; }));
}

// How much of the sheet's columns and of the row's names are one another's: 1 where all are.
double likeness(const EditedColumns& header) {
  const std::size_t named = count_named(header);
  const auto names = static_cast<std::size_t>(
      std::count_if(header.names.begin(), header.names.end(), [](const std::string& name) { return !name.empty(); }));
  return 2.0 * static_cast<double>(named) / static_cast<double>(named + header.missing.size() + names);
}

// The columns that this row names; nothing where it is no header of ours.
std::optional<EditedColumns> header_of(std::span<const WorkbookCell> cells, const model::WorkbookLayout& layout) {
  constexpr std::size_t kLeastNames = 3;  // fewer occur in tables of figures, too
  std::optional<EditedColumns> best;
  double most = 0;
  for (std::size_t sheet = 0; sheet < model::kSheetCount; ++sheet) {
    EditedColumns header = columns_by(cells, layout, static_cast<model::SheetId>(sheet));
    const double like = likeness(header);
    if (like <= most) continue;
    most = like;
    best = std::move(header);
  }
  if (!best) return std::nullopt;
  best->is_of_run = most > 0.5 && count_named(*best) >= kLeastNames;
  if (best->is_of_run) return best;
  // What people made of their own: rows with an id and something that is entered.
  for (const model::SheetId sheet : {model::SheetId::kAll, model::SheetId::kTracking}) {
    EditedColumns header = columns_by(cells, layout, sheet);
    const auto has = [&](const auto& is_wanted) {
      return std::any_of(header.columns.begin(), header.columns.end(),
                         [&](const SheetColumn* one) { return one != nullptr && is_wanted(*one); });
    };
    const bool has_id = has([](const SheetColumn& one) { return one.value == model::SheetValue::kRowId; });
    if (has_id && has([](const SheetColumn& one) { return is_entry(one.cell); })) return header;
  }
  return std::nullopt;
}

bool has_row_ids(const model::WorkbookLayout& layout, model::SheetId sheet) {
  return layout.column(model::SheetValue::kRowId).stands_in(sheet);
}

}  // namespace

std::optional<Date> typed_day(std::string_view text) {
  text = trimmed(text);
  if (const auto day = parse_iso_date(text)) return day;
  if (text.size() > 10 && (text[10] == ' ' || text[10] == 'T')) return parse_iso_date(text.substr(0, 10));
  std::array<int, 3> parts{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const char* const end = text.data() + text.size();
    const auto [rest, failed] = std::from_chars(text.data(), end, parts[i]);
    if (failed != std::errc{} || parts[i] < 1) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
    if (i + 1 == parts.size()) break;
    if (text.empty() || text.front() != '/') return std::nullopt;
    text.remove_prefix(1);
  }
  constexpr int kFirstFullYear = 1000;
  if (!text.empty() || parts[2] < kFirstFullYear || !is_valid_date(parts[2], parts[0], parts[1])) return std::nullopt;
  return Date{static_cast<std::int16_t>(parts[2]), static_cast<std::uint8_t>(parts[0]),
              static_cast<std::uint8_t>(parts[1])};
}

std::optional<std::string> choice_of(const model::WorkbookLayout& layout, std::string_view list, std::string_view text,
                                     const std::vector<std::string>& more) {
  for (const model::SheetChoice& choice : layout.choices) {
    if (choice.list == list && equals_ignoring_case(choice.choice, text)) return choice.choice;
  }
  for (const std::string& choice : more) {
    if (equals_ignoring_case(choice, text)) return choice;
  }
  return std::nullopt;
}

Status read_edited_rows(const scan::Workbook& workbook, const model::WorkbookLayout& layout,
                        const EditedRowTaker& take) {
  for (std::size_t sheet = 0; sheet < workbook.sheet_names().size(); ++sheet) {
    std::optional<EditedColumns> header;
    EditedRow row;
    row.sheet = workbook.sheet_names()[sheet];
    const auto taker = [&](std::uint32_t number, std::span<const WorkbookCell> cells) -> Status {
      if (!header) {
        if (number <= kMostRowsAboveHeader) header = header_of(cells, layout);
        return Done{};
      }
      if (!has_row_ids(layout, header->sheet)) return Done{};
      row.row_1based = number;
      row.row_id.clear();
      row.cells.assign(header->columns.size(), {});
      for (const WorkbookCell& cell : cells) {
        if (cell.column_0based >= header->columns.size()) continue;
        const SheetColumn* const column = header->columns[cell.column_0based];
        EditedCell& place = row.cells[cell.column_0based];
        place = edited(cell, column, workbook.counts_from_1904());
        if (column != nullptr && column->value == model::SheetValue::kRowId) row.row_id = to_upper_ascii(place.text);
      }
      return take(*header, row);
    };
    if (Status read = workbook.read_sheet(sheet, taker); !read) return read;
  }
  return Done{};
}

Result<std::string> workbook_mark(const scan::Workbook& workbook, std::string_view label) {
  std::string mark;
  for (std::size_t sheet = 0; sheet < workbook.sheet_names().size() && mark.empty(); ++sheet) {
    std::uint64_t rows = 0;
    constexpr std::uint64_t kMostRowsOfWords = 10'000;
    const Status read =
        workbook.read_sheet(sheet, [&](std::uint32_t, std::span<const WorkbookCell> cells) -> Status {
          if (!mark.empty() || ++rows > kMostRowsOfWords) return Done{};
          for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
            if (trimmed(cells[i].text) == label) mark = trimmed(cells[i + 1].text);
          }
          return Done{};
        });
    if (!read) return read.error();
  }
  return mark;
}

}  // namespace redress::intake
