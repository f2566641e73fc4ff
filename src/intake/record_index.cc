#include "intake/record_index.h"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

namespace redress::intake {
namespace {

constexpr std::uint64_t kMostRows = std::numeric_limits<std::uint32_t>::max();

Error too_many_rows(std::uint64_t rows) {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = "input.too_many_rows";
  error.cause =
      "the files hold " + std::to_string(rows) + " rows together; one run reads at most " + std::to_string(kMostRows);
  error.next_step = "Divide the people among several runs, so that all rows of a person are in one.";
  return error;
}

class Joining {
 public:
  explicit Joining(std::vector<FileIndex>& files) : files_(files) {}

  RecordIndex join(std::size_t rows) {
    index_.rows.reserve(rows);
    for (std::size_t i = 0; i < files_.size(); ++i) add_file(static_cast<std::uint32_t>(i));
    // Only now is it known who has a good row.
    for (FileIndex& file : files_) add_rejects(file);
    group_rows();
    return std::move(index_);
  }

 private:
  void add_file(std::uint32_t number) {
    FileIndex& file = files_[number];
    std::vector<std::uint32_t> joined(file.persons.size());
    for (std::size_t i = 0; i < joined.size(); ++i) joined[i] = person_of(file.persons[i]);
    for (const FileRow& row : file.rows) {
      index_.rows.push_back(
          {row.offset_bytes, row.length_bytes, number, joined[row.person], row.row_1based, row.line_1based});
    }
    index_.files.push_back({file.records, file.rows.size(), file.rejects.size(), file.empty_lines, file.has_header});
    file.rows = {};  // give the memory back before the next file's rows are copied
  }

  std::uint32_t person_of(const std::string& id) {
    const auto [found, is_new] = numbers_.emplace(id, static_cast<std::uint32_t>(index_.persons.size()));
    if (is_new) index_.persons.push_back({id, {}});
    return found->second;
  }

  void add_rejects(const FileIndex& file) {
    for (std::size_t i = 0; i < file.rejects.size(); ++i) {
      const Reject& reject = file.rejects[i];
      index_.rejects.push_back(reject);
      bool is_of_somebody = false;
      for (const std::string& id : file.reject_persons[i]) {
        const auto found = numbers_.find(id);
        if (found == numbers_.end()) continue;
        index_.persons[found->second].missing_rows.push_back(
            {model::MissingRow::Cause::kRejected, reject.file, reject.row_1based});
        is_of_somebody = true;
      }
      if (!is_of_somebody) ++index_.rejects_of_nobody;
    }
  }

  // A counting sort by person, which keeps the order of the rows.
  void group_rows() {
    index_.person_start.assign(index_.persons.size() + 1, 0);
    for (const RowRef& row : index_.rows) ++index_.person_start[row.person + 1];
    for (std::size_t i = 1; i < index_.person_start.size(); ++i) index_.person_start[i] += index_.person_start[i - 1];
    std::vector<std::uint32_t> next = index_.person_start;
    index_.rows_by_person.resize(index_.rows.size());
    for (std::size_t i = 0; i < index_.rows.size(); ++i) {
      index_.rows_by_person[next[index_.rows[i].person]++] = RowNumber{static_cast<std::uint32_t>(i)};
    }
  }

  std::vector<FileIndex>& files_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;  // views of the files' ids
  RecordIndex index_;
};

}  // namespace

std::string_view cause_words(RejectCause cause) {
  switch (cause) {
    case RejectCause::kWrongCellCount: return "wrong number of cells";
    case RejectCause::kStrayQuote: return "a quotation mark where none may stand";
    case RejectCause::kUnclosedQuote: return "a quoted cell without an end";
    case RejectCause::kTooLong: return "longer than any row can be";
    case RejectCause::kRepeatedHeader: return "a repeated header";
    case RejectCause::kNoPerson: return "no person identifier";
    case RejectCause::kCountUnidentified: return "the count cannot be identified";
  }
  return {};
}

std::string_view id_of(RejectCause cause) {
  switch (cause) {
    case RejectCause::kWrongCellCount: return "wrong_cell_count";
    case RejectCause::kStrayQuote: return "stray_quote";
    case RejectCause::kUnclosedQuote: return "unclosed_quote";
    case RejectCause::kTooLong: return "too_long";
    case RejectCause::kRepeatedHeader: return "repeated_header";
    case RejectCause::kNoPerson: return "no_person";
    case RejectCause::kCountUnidentified: return "count_unidentified";
  }
  return {};
}

std::span<const RowNumber> RecordIndex::rows_of(std::size_t person) const {
  return std::span(rows_by_person).subspan(person_start[person], person_start[person + 1] - person_start[person]);
}

Result<RecordIndex> join(std::vector<FileIndex> files) {
  std::uint64_t rows = 0;
  for (const FileIndex& file : files) rows += file.rows.size();
  if (rows > kMostRows) return too_many_rows(rows);
  return Joining(files).join(static_cast<std::size_t>(rows));
}

}  // namespace redress::intake
