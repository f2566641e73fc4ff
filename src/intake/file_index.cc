// The first pass over one file: which records it holds and whose they are.
#include <algorithm>
#include <deque>
#include <limits>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "intake/front_cells.h"
#include "intake/record_index.h"
#include "scan/record_walker.h"

namespace redress::intake {
namespace {

using model::RowFact;
using scan::Record;
using scan::RecordFault;

static_assert(scan::kMaxRecordBytes <= std::numeric_limits<std::uint32_t>::max(), "FileRow holds lengths of 32 bits");

RejectCause cause_of(RecordFault fault) {
  switch (fault) {
    case RecordFault::kWrongCellCount: return RejectCause::kWrongCellCount;
    case RecordFault::kStrayQuote: return RejectCause::kStrayQuote;
    case RecordFault::kUnclosedQuote: return RejectCause::kUnclosedQuote;
    case RecordFault::kTooLong: return RejectCause::kTooLong;
    case RecordFault::kNone: break;  // no reject
  }
  return RejectCause::kWrongCellCount;
}

// Numbers the persons of a file in order of first appearance.
class PersonNumbers {
 public:
  explicit PersonNumbers(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t number_of(std::string_view id) {
    if (id == last_id_) return last_;  // rows of a person are usually together
    const auto next = static_cast<std::uint32_t>(ids_.size());
    auto found = numbers_.find(id);
    if (found == numbers_.end()) {
      ids_.emplace_back(id);
      found = numbers_.emplace(stable(id), next).first;
    }
    last_ = found->second;
    last_id_ = found->first;
    return last_;
  }

  std::vector<std::string> take() { return std::move(ids_); }

 private:
  // A view that lives as long as this: into the file's bytes, or of a text kept here.
  std::string_view stable(std::string_view id) {
    const bool in_file = id.data() >= bytes_.data() && id.data() < bytes_.data() + bytes_.size();
    return in_file ? id : std::string_view(kept_.emplace_back(id));
  }

  std::string_view bytes_;
  std::vector<std::string> ids_;
  std::deque<std::string> kept_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::string_view last_id_;  // never an id at first: ids are not empty
  std::uint32_t last_ = 0;
};

// The cell's text with doubled quotes single, as a good row would give it.
std::string unquoted(std::string_view text) {
  std::string single;
  single.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    single += text[i];
    if (text.substr(i, 2) == "\"\"") ++i;
  }
  return single;
}

// The ids in the person's cell of each line, in order, each once.
std::vector<std::string> persons_in_lines(std::string_view raw, std::size_t person_cell) {
  std::vector<std::string> ids;
  std::unordered_set<std::string> seen;
  for (std::size_t start = 0; start < raw.size();) {
    const std::size_t end = std::min(raw.find('\n', start), raw.size());
    const std::string_view id = trimmed(scan::cell_of_line(raw.substr(start, end - start), person_cell));
    if (!is_empty_cell(id) && seen.insert(unquoted(id)).second) ids.push_back(unquoted(id));
    start = end + 1;
  }
  return ids;
}

class FileWalk {
 public:
  FileWalk(std::string_view bytes, std::uint32_t file, const model::Layout& layout)
      : bytes_(bytes), file_(file), layout_(layout), person_cell_(layout.position(RowFact::kPerson)), persons_(bytes) {}

  FileIndex walk() {
    scan::RecordWalker walker(bytes_, layout_.columns.size());
    std::uint64_t last_row = 0;
    for (Record record; walker.next(record); last_row = record.row_1based) take(record);
    index_.persons = persons_.take();
    index_.records = last_row - (index_.has_header ? 1 : 0);
    index_.empty_lines = walker.empty_lines();
    return std::move(index_);
  }

 private:
  void take(const Record& record) {
    const std::string_view raw = bytes_.substr(record.offset_bytes, record.length_bytes);
    if (is_header(record, raw)) {
      if (record.row_1based == 1) {
        index_.has_header = true;
      } else {
        reject(record, RejectCause::kRepeatedHeader, std::nullopt, {});
      }
      return;
    }
    if (record.fault != RecordFault::kNone) {
      reject(record, cause_of(record.fault), record.column_1based, persons_in_lines(raw, person_cell_));
      return;
    }
    const std::string_view id = front_.value(raw, person_cell_);
    if (is_empty_cell(id)) {
      reject(record, RejectCause::kNoPerson, static_cast<std::uint32_t>(person_cell_) + 1,
             persons_in_lines(raw, person_cell_));
      return;
    }
    index_.rows.push_back({record.offset_bytes, static_cast<std::uint32_t>(record.length_bytes), persons_.number_of(id),
                           static_cast<std::uint32_t>(record.row_1based),
                           static_cast<std::uint32_t>(record.line_1based)});
  }

  // A header with a wrong number of names is one all the same. A lost stretch of several lines is none: the lines after
  // its first may be rows, which must not go unseen.
  bool is_header(const Record& record, std::string_view raw) {
    if (record.fault != RecordFault::kNone && raw.find('\n') != std::string_view::npos) return false;
    const std::string& name = layout_.columns.front().name;
    if (record.fault == RecordFault::kNone) return equals_ignoring_case(front_.value(raw, 0), name);
    return equals_ignoring_case(trimmed(scan::cell_of_line(raw, 0)), name);
  }

  void reject(const Record& record, RejectCause cause, std::optional<std::uint32_t> column,
              std::vector<std::string> persons) {
    index_.rejects.push_back({cause, file_, record.row_1based, record.line_1based, record.offset_bytes,
                              record.length_bytes, column, record.cells_found});
    index_.reject_persons.push_back(std::move(persons));
  }

  std::string_view bytes_;
  std::uint32_t file_;
  const model::Layout& layout_;
  std::size_t person_cell_;
  FrontCells front_;
  PersonNumbers persons_;
  FileIndex index_;
};

}  // namespace

FileIndex index_file(std::string_view bytes, std::uint32_t file, const model::Layout& layout) {
  return FileWalk(bytes, file, layout).walk();
}

}  // namespace redress::intake
