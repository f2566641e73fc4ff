// tests/support/doj_rows.h: rows of an invented research file, cell by cell by the fact they hold, and the record read
// from them. Columns come from the format table, so that no test types a column's name or place.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citation/section_set.h"
#include "intake/gather.h"
#include "intake/layout_reader.h"
#include "intake/record_index.h"
#include "model/layout.h"

namespace redress::testing {

using model::RowFact;

inline std::string file_text(const std::string& path_in_project) {
  std::ifstream file(std::string(REDRESS_SOURCE_DIR) + "/" + path_in_project, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline const model::Layout& doj_layout() {
  static const model::Layout layout = [] {
    auto read = intake::read_layout("doj-research.csv", file_text("formats/us-ca/doj-research.csv"));
    if (!read) FAIL(to_string(read.error()));
    return *std::move(read);
  }();
  return layout;
}

inline std::string in_quotes(std::string_view text) {
  std::string cell = "\"";
  for (const char c : text) cell.append(c == '"' ? 2 : 1, c);
  return cell + "\"";
}

// One row; all cells are empty until they are given. Quoted where it must be, or everywhere.
class DojRow {
 public:
  explicit DojRow(std::string_view person) : cells_(doj_layout().columns.size()) { with(RowFact::kPerson, person); }

  DojRow& with(RowFact fact, std::string_view text) { return with_cell(doj_layout().position(fact), text); }
  DojRow& with_cell(std::size_t position, std::string_view text) {
    cells_[position] = text;
    return *this;
  }
  DojRow& all_quoted() {
    all_quoted_ = true;
    return *this;
  }

  std::string line() const {
    std::string line;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (i > 0) line += ',';
      const bool needs_quotes = cells_[i].find_first_of(",\"\n\r") != std::string::npos;
      line += all_quoted_ || needs_quotes ? in_quotes(cells_[i]) : cells_[i];
    }
    return line;
  }

 private:
  std::vector<std::string> cells_;
  bool all_quoted_ = false;
};

// A court action on a day, of a count.
inline DojRow court_row(std::string_view count, std::string_view person = "18675309") {
  DojRow row(person);
  row.with(RowFact::kStepType, "COURT ACTION").with(RowFact::kCountOrder, count).with(RowFact::kEventDate, "20150214");
  return row;
}

// A felony conviction in Los Angeles on 2015-02-14.
inline DojRow convicted_row(std::string_view count, std::string_view charge, std::string_view person = "18675309") {
  DojRow row = court_row(count, person);
  row.with(RowFact::kDisposition, "CONVICTED").with(RowFact::kConvictionLevel, "FELONY");
  row.with(RowFact::kCounty, "LOS ANGELES").with(RowFact::kOffense, charge);
  return row;
}

inline std::string header_line() {
  std::string line;
  for (const model::Column& column : doj_layout().columns) line.append(line.empty() ? "" : ",").append(column.name);
  return line;
}

inline std::string file_of(const std::vector<DojRow>& rows) {
  std::string bytes;
  for (const DojRow& row : rows) bytes += row.line() + "\n";
  return bytes;
}

// PC 290 and every decimal of it.
inline const citation::SectionSet& registration_set() {
  static const citation::SectionSet set = [] {
    std::vector<citation::SetEntry> entries;
    for (const std::string_view pattern : {"PC 290", "PC 290.1-290.99"}) {
      citation::SetEntry entry;
      entry.parts.push_back(*citation::parse_pattern(pattern));
      entries.push_back(std::move(entry));
    }
    return citation::SectionSet::build("test.registration", std::move(entries));
  }();
  return set;
}

// Files read as one data set, and its people gathered.
class Records {
 public:
  static constexpr Date kAsOf{2019, 11, 11};

  explicit Records(std::vector<std::string> files, Date as_of = kAsOf,
                   intake::GatherFor whom = intake::GatherFor::kReading)
      : files_(std::move(files)) {
    std::vector<intake::FilePiece> indexes;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      bytes_.emplace_back(files_[i]);
      indexes.push_back(intake::index_file(bytes_[i], static_cast<std::uint32_t>(i), doj_layout()));
    }
    auto joined = intake::join(std::move(indexes));
    if (!joined) FAIL(to_string(joined.error()));
    index_ = *std::move(joined);
    gatherer_ = std::make_unique<intake::Gatherer>(index_, doj_layout(), bytes_, registration_set(), as_of,
                                                    nullptr, whom);
  }
  explicit Records(const std::vector<DojRow>& rows, Date as_of = kAsOf)
      : Records(std::vector<std::string>{file_of(rows)}, as_of) {}

  Records(const Records&) = delete;
  Records& operator=(const Records&) = delete;

  const intake::RecordIndex& index() const { return index_; }
  std::span<const std::string_view> bytes() const { return bytes_; }

  // Lives until the next call.
  const model::Person& person(std::size_t number = 0) { return gatherer_->gather(number); }
  std::span<const intake::UnusableRow> unusable_rows() const { return gatherer_->unusable_rows(); }
  const intake::Gatherer& gatherer() const { return *gatherer_; }

 private:
  std::vector<std::string> files_;
  std::vector<std::string_view> bytes_;
  intake::RecordIndex index_;
  std::unique_ptr<intake::Gatherer> gatherer_;
};

}  // namespace redress::testing
