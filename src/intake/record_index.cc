#include "intake/record_index.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "intake/id_numbers.h"
#include "scan/cells.h"

namespace redress::intake {
namespace {

constexpr std::uint64_t kMostRows = RowSpan::kNone - std::uint64_t{1};

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
  Joining(std::vector<FilePiece>& pieces, std::pmr::memory_resource* memory)
      : pieces_(pieces), numbers_(memory), index_(memory) {}

  RecordIndex join(std::size_t spans) {
    index_.spans.reserve(spans);
    for (FilePiece& piece : pieces_) {
      if (piece.file == index_.files.size()) begin_file();
      add_piece(piece);
    }
    // Only now is it known who has a good row.
    for (std::size_t i = 0; i < index_.rejects.size(); ++i) name_persons(index_.rejects[i], reject_persons_[i]);
    return std::move(index_);
  }

 private:
  void begin_file() {
    index_.files.emplace_back();
    records_before_ = 0;
    lines_before_ = 0;
  }

  void add_piece(FilePiece& piece) {
    FileTotals& file = index_.files.back();
    add_spans(piece);
    for (Reject& reject : piece.rejects) {
      reject.row_1based += records_before_;
      reject.line_1based += lines_before_;
      index_.rejects.push_back(reject);
    }
    std::move(piece.reject_persons.begin(), piece.reject_persons.end(), std::back_inserter(reject_persons_));
    index_.unquoted.splice(index_.unquoted.end(), piece.unquoted);
    file.records += piece.records - (piece.has_header ? 1 : 0);
    file.rows += piece.good_rows;
    file.rejects += piece.rejects.size();
    file.empty_lines += piece.empty_lines;
    file.has_header = file.has_header || piece.has_header;
    file.end_span = index_.spans.size();
    records_before_ += piece.records;
    lines_before_ += piece.lines;
    piece = {};  // give the memory back before the next piece's spans are copied
  }

  void add_spans(const FilePiece& piece) {
    std::vector<std::uint32_t> joined(piece.persons.size());
    for (std::size_t i = 0; i < joined.size(); ++i) joined[i] = person_of(piece.persons[i]);
    for (RowSpan span : piece.spans) {
      span.first = RowNumber{static_cast<std::uint32_t>(index_.rows)};
      span.row_1based += static_cast<std::uint32_t>(records_before_);
      span.line_1based += static_cast<std::uint32_t>(lines_before_);
      span.person = joined[span.person];
      index_.rows += span.rows;
      const auto number = static_cast<std::uint32_t>(index_.spans.size());
      PersonEntry& person = index_.persons[span.person];
      if (person.last_span == RowSpan::kNone) {
        person.first_span = number;
      } else {
        index_.spans[person.last_span].next = number;
      }
      person.last_span = number;
      index_.spans.push_back(span);
    }
  }

  std::uint32_t person_of(std::string_view id) {
    const auto next = static_cast<std::uint32_t>(index_.persons.size());
    const std::uint32_t number =
        numbers_.find_or_add(id, next, [this](std::uint32_t person) { return index_.persons[person].id; });
    if (number == next) index_.persons.push_back({id, RowSpan::kNone, RowSpan::kNone});
    return number;
  }

  void name_persons(const Reject& reject, const std::vector<std::string>& ids) {
    bool is_of_somebody = false;
    for (const std::string& id : ids) {
      const auto person = numbers_.find(id, [this](std::uint32_t number) { return index_.persons[number].id; });
      if (!person) continue;
      index_.missing_rows[*person].push_back({model::MissingRow::Cause::kRejected, reject.file, reject.row_1based});
      is_of_somebody = true;
    }
    if (!is_of_somebody) ++index_.rejects_of_nobody;
  }

  std::vector<FilePiece>& pieces_;
  IdNumbers numbers_;
  std::vector<std::vector<std::string>> reject_persons_;
  std::uint64_t records_before_ = 0;  // of the file at hand
  std::uint64_t lines_before_ = 0;
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

std::uint32_t RecordIndex::file_of(std::size_t span) const {
  const auto file = std::upper_bound(files.begin(), files.end(), span,
                                     [](std::size_t s, const FileTotals& totals) { return s < totals.end_span; });
  return static_cast<std::uint32_t>(file - files.begin());
}

std::span<const model::MissingRow> RecordIndex::missing_rows_of(std::size_t person) const {
  const auto found = missing_rows.find(person);
  return found == missing_rows.end() ? std::span<const model::MissingRow>() : found->second;
}

std::vector<RowRef> RecordIndex::find(std::span<const RowNumber> ascending,
                                      std::span<const std::string_view> file_bytes) const {
  assert(std::is_sorted(ascending.begin(), ascending.end()));
  assert(ascending.empty() || model::to_index(ascending.back()) < rows);
  std::vector<RowRef> found;
  found.reserve(ascending.size());
  while (found.size() < ascending.size()) {
    const auto behind = std::upper_bound(spans.begin(), spans.end(), ascending[found.size()],
                                         [](RowNumber row, const RowSpan& span) { return row < span.first; });
    const auto number = static_cast<std::size_t>(behind - spans.begin()) - 1;
    const RowSpan& span = spans[number];
    RowRef ref{span.offset_bytes, 0, file_of(number), span.row_1based, span.line_1based};
    const std::string_view bytes = file_bytes[ref.file];
    std::size_t row = model::to_index(span.first);
    for_each_row(span, bytes, [&](std::string_view record) {
      ref.offset_bytes = static_cast<std::uint64_t>(record.data() - bytes.data());
      ref.length_bytes = static_cast<std::uint32_t>(record.size());
      while (found.size() < ascending.size() && model::to_index(ascending[found.size()]) == row) found.push_back(ref);
      ++row;
      ++ref.row_1based;
      ref.line_1based += static_cast<std::uint32_t>(std::count(record.begin(), record.end(), '\n')) + 1;
      return true;
    });
  }
  return found;
}

RowRef RecordIndex::find(RowNumber row, std::span<const std::string_view> file_bytes) const {
  return find(std::span(&row, 1), file_bytes).front();
}

void for_each_row(const RowSpan& span, std::string_view file_bytes,
                  const std::function<bool(std::string_view record)>& take) {
  scan::Cells cells;
  std::string_view rest = file_bytes.substr(span.offset_bytes);
  for (std::uint32_t i = 0; i < span.rows; ++i) {
    rest.remove_prefix(cells.split_first(rest));
    if (!take(cells.record())) return;
  }
}

Result<RecordIndex> join(std::vector<FilePiece> pieces, std::pmr::memory_resource* memory) {
  std::uint64_t rows = 0;
  std::size_t spans = 0;
  for (const FilePiece& piece : pieces) {
    rows += piece.good_rows;
    spans += piece.spans.size();
  }
  if (rows > kMostRows) return too_many_rows(rows);
  return Joining(pieces, memory).join(spans);
}

}  // namespace redress::intake
