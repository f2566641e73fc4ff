#include "intake/facts_file.h"

#include <array>
#include <deque>
#include <iterator>
#include <optional>
#include <utility>

#include "base/text.h"
#include "redress/near_match.h"
#include "scan/cells.h"
#include "scan/encoding.h"
#include "scan/record_walker.h"

namespace redress::intake {
namespace {

using model::FactsCell;
using model::FactsUse;

// A cell as people mean it: an apostrophe in front of what a spreadsheet would take for a formula or shorten as a
// number is no part of it.
std::string_view meant(std::string_view cell) {
  cell = trimmed(cell);
  constexpr std::string_view kHidden = "=+-@0123456789";
  if (cell.size() > 1 && cell.front() == '\'' && kHidden.find(cell[1]) != std::string_view::npos) cell.remove_prefix(1);
  return trimmed(cell);
}

class FactsFileReader {
 public:
  FactsFileReader(const std::string& name, std::uint32_t file, std::string_view bytes, const FactsReading& reading)
      : name_(name), file_(file), bytes_(bytes), reading_(reading) {}

  Result<std::vector<SuppliedRow>> read() {
    if (Status header = read_header(); !header) return header.error();
    scan::RecordWalker walker(bytes_, cells_in_row_);
    std::vector<SuppliedRow> rows;
    std::vector<Error> faults;
    bool is_header = true;
    for (scan::Record record; walker.next(record); is_header = false) {
      if (is_header) continue;
      line_ = record.line_1based;
      if (record.fault != scan::RecordFault::kNone) {
        faults.push_back(bad_row(record));
        continue;
      }
      split(record);
      if (is_blank()) continue;
      Result<SuppliedRow> row = read_row();
      if (row) {
        rows.push_back(*std::move(row));
      } else {
        faults.push_back(row.error());
      }
    }
    if (!faults.empty()) return all_faults(std::move(faults));
    return rows;
  }

 private:
  Error error(std::string code, std::string cause, std::string next_step) const {
    return facts_error(ErrorKind::kUsage, std::move(code), name_, line_, std::move(cause), std::move(next_step));
  }

  void split(const scan::Record& record) {
    unescaped_.clear();
    cells_.split(bytes_.substr(record.offset_bytes, record.length_bytes));
  }

  const std::string& column(FactsCell cell) const { return reading_.layout.name(cell); }

  std::string_view cell(FactsCell cell) {
    const auto& place = places_[static_cast<std::size_t>(cell)];
    return place ? meant(cells_.value(*place, unescaped_)) : std::string_view{};
  }

  // A row without a value is one that nobody has filled in, whatever else stands in it.
  bool is_blank() { return cell(FactsCell::kValue).empty(); }

  Status read_header() {
    // The header says how many cells a row has; it is counted as if rows had one.
    scan::RecordWalker walker(bytes_, 1);
    scan::Record record;
    if (!walker.next(record) || (record.fault != scan::RecordFault::kNone && record.cells_found == 0)) {
      return error("facts.row", "the first line is no line of names of columns", names_words());
    }
    line_ = record.line_1based;
    split(record);
    cells_in_row_ = cells_.count();
    if (Status by_commas = check_separator(); !by_commas) return by_commas;
    for (std::size_t i = 0; i < cells_in_row_; ++i) {
      if (Status placed = place_column(i); !placed) return placed;
    }
    for (std::size_t i = 0; i < model::kFactsCellCount; ++i) {
      const model::FactsColumn& needed = reading_.layout.columns[i];
      const bool may_miss = needed.use == FactsUse::kOptional || needed.use == FactsUse::kHelp;
      if (!places_[i] && !may_miss)
        return error("facts.column_missing", "the column '" + needed.name + "' is missing", names_words());
    }
    return Done{};
  }

  // Spreadsheet programs of some countries write other separators without asking.
  Status check_separator() const {
    if (cells_in_row_ > 1) return Done{};
    for (const auto& [separator, name] : {std::pair{';', "semicolons"}, std::pair{'\t', "tabs"}}) {
      if (cells_.record().find(separator) == std::string_view::npos) continue;
      return error("facts.separator",
                   std::string("the cells of this file are separated by ") + name + ", not by commas",
                   "Save it as \"CSV UTF-8 (comma delimited)\", or put commas in their place.");
    }
    return Done{};
  }

  Status place_column(std::size_t at) {
    const std::string_view text = trimmed(cells_.value(at, unescaped_));
    if (text.empty()) return Done{};  // a spreadsheet may write columns that hold nothing
    std::vector<std::string> names;
    for (std::size_t i = 0; i < model::kFactsCellCount; ++i) {
      names.push_back(reading_.layout.columns[i].name);
      if (!equals_ignoring_case(text, names.back())) continue;
      if (places_[i])
        return error("facts.column_twice", "the column '" + names.back() + "' stands twice", "Keep one of them.");
      places_[i] = at;
      return Done{};
    }
    const auto near = near_match(text, names);
    return error("facts.column_unknown", "column " + std::to_string(at + 1) + " is none of a file of facts",
                 near ? "Did you mean '" + *near + "'?" : names_words());
  }

  // "The columns are person, …, who, and when, which may be left out."
  std::string names_words() const {
    std::string words = "The first line names the columns:";
    for (const model::FactsColumn& column : reading_.layout.columns) {
      if (column.use == FactsUse::kHelp) continue;
      words += (words.back() == ':' ? " " : ", ") + column.name;
      if (column.use == FactsUse::kOptional) words += " (may be left out)";
    }
    return words + ".";
  }

  Error bad_row(const scan::Record& record) const {
    const std::string next_step = "Write each cell that holds a comma or a quotation mark in quotation marks.";
    if (record.fault == scan::RecordFault::kWrongCellCount) {
      return error(
          "facts.row",
          "this row has " + std::to_string(record.cells_found) + " cells, not " + std::to_string(cells_in_row_),
          next_step);
    }
    return error("facts.row",
                 "this row cannot be split into its cells: a quotation mark stands where none may, or lacks its end",
                 next_step);
  }

  Result<SuppliedRow> read_row() {
    for (std::size_t i = 0; i < model::kFactsCellCount; ++i) {
      const model::FactsColumn& needed = reading_.layout.columns[i];
      if (needed.use == FactsUse::kRequired && cell(static_cast<FactsCell>(i)).empty()) {
        return error("facts.cell_missing", "the row has a value, but no '" + needed.name + "'",
                     "Fill it in, so that the fact can be traced, or empty the value.");
      }
    }
    SuppliedRow row;
    row.file = file_;
    row.line_1based = line_;
    row.person = cell(FactsCell::kPerson);
    row.case_or_count = cell(FactsCell::kCaseOrCount);
    row.from.source = scan::to_utf8(cell(FactsCell::kSource));
    row.from.who = scan::to_utf8(cell(FactsCell::kWho));
    if (Status when = read_when(row); !when) return when.error();
    if (Status fact = read_fact(row); !fact) return fact.error();
    return row;
  }

  Status read_when(SuppliedRow& row) {
    const std::string_view text = cell(FactsCell::kWhen);
    if (text.empty()) return Done{};
    row.from.when = read_fact_date(text);
    if (row.from.when) return Done{};
    return error("facts.when", "the cell of '" + column(FactsCell::kWhen) + "' is no day of the calendar",
                 "Write it as 2026-01-05 or 01/05/2026, or leave it empty.");
  }

  Status read_fact(SuppliedRow& row) {
    const std::string_view text = cell(FactsCell::kFact);
    std::vector<std::string> names;
    for (const KnownFact& known : reading_.known) {
      if (equals_ignoring_case(known.name, text)) break;
      names.push_back(known.name);
    }
    row.fact = names.size();
    if (row.fact == reading_.known.size()) return unknown_fact(text, names);
    const KnownFact& fact = reading_.known[row.fact];
    if (fact.is_of_person() != row.case_or_count.empty()) return wrong_owner(fact);
    ReadValue value = read_fact_value(fact, cell(FactsCell::kValue), reading_.as_of);
    row.value = std::move(value.value);
    if (value.fault == ValueFault::kNone) return Done{};
    const std::string next_step = "It must be " + std::string(value_words(fact.type)) + ".";
    if (value.fault == ValueFault::kType) {
      return error("facts.value", "the value is none that the fact '" + fact.name + "' can have", next_step);
    }
    return fact.type == FactType::kDate
               ? error("facts.range", "the value of '" + fact.name + "' lies after the as-of date", "Correct the date.")
               : error("facts.range", "the value of '" + fact.name + "' is below 0, or too large", next_step);
  }

  Error unknown_fact(std::string_view text, const std::vector<std::string>& names) const {
    std::string all;
    for (const std::string& name : names) all.append(all.empty() ? "" : ", ").append(name);
    const auto near = near_match(text, names);
    return error("facts.fact_unknown", "the fact is neither one that these policies ask for nor one of the record",
                 near ? "Did you mean '" + *near + "'?" : "The facts are: " + all + ".");
  }

  Error wrong_owner(const KnownFact& fact) const {
    const std::string& place = column(FactsCell::kCaseOrCount);
    return fact.is_of_person() ? error("facts.count_given",
                                       "'" + fact.name + "' is a fact of the person, but '" + place + "' is filled in",
                                       "Leave '" + place + "' empty.")
                               : error("facts.count_missing",
                                       "'" + fact.name + "' is a fact of a conviction, but '" + place + "' is empty",
                                       "Give the count as the research file writes it, or the case number.");
  }

  const std::string& name_;
  std::uint32_t file_;
  std::string_view bytes_;
  const FactsReading& reading_;
  std::uint64_t line_ = 1;
  std::size_t cells_in_row_ = 0;
  std::array<std::optional<std::size_t>, model::kFactsCellCount> places_;
  scan::Cells cells_;
  std::deque<std::string> unescaped_;
};

}  // namespace

Error facts_error(ErrorKind kind, std::string code, const std::string& name, std::uint64_t line_1based,
                  std::string cause, std::string next_step) {
  Error error;
  error.kind = kind;
  error.code = std::move(code);
  error.place.file = name;
  error.place.line_1based = line_1based;
  error.cause = std::move(cause);
  error.next_step = std::move(next_step);
  return error;
}

Error all_faults(std::vector<Error> faults) {
  Error first = std::move(faults.front());
  first.further.assign(std::move_iterator(faults.begin() + 1), std::move_iterator(faults.end()));
  return first;
}

Result<std::vector<SuppliedRow>> read_facts_file(const std::string& name, std::uint32_t file, std::string_view bytes,
                                                 const FactsReading& reading) {
  return FactsFileReader(name, file, bytes, reading).read();
}

}  // namespace redress::intake
