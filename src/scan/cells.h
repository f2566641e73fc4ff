// scan/cells.h: one record split into its cells, as RFC 4180 says.
// Not here: where records begin and end (scan/record_walker.h), what a cell means (intake). Above base only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace redress::scan {

// The cells of one record, as positions in its bytes. Reuse one object for many records: it keeps what it allocated.
// One thread at a time.
class Cells {
 public:
  // Splits a record that a walk found good (scan/record_walker.h). `record` has no line end and must outlive the use.
  // Of a faulty record too, the cells end at the commas before which an even number of quotes stands.
  // REQUIRES: record.size() <= kMaxRecordBytes. Cost: one pass over its bytes.
  void split(std::string_view record);

  // Splits the good record that begins rest[0], and gives how many bytes it has with its line end. `rest` may hold
  // anything behind that. REQUIRES: a walk found it good. Cost: one pass over its bytes.
  std::size_t split_first(std::string_view rest);

  // What was split last, without a line end.
  std::string_view record() const { return record_; }

  std::size_t count() const { return count_; }

  // Where each cell begins in the record, then one past its end plus one: every cell ends one byte before the next
  // begins. Until the next split.
  std::span<const std::uint32_t> starts() const { return {starts_.data(), count_ + 1}; }

  // The cell as it stands in the file, quotes included. REQUIRES: cell < count().
  std::string_view raw(std::size_t cell) const { return raw(cell, cell); }

  // The cells from `first` to `last` as they stand, with the commas between. REQUIRES: first <= last < count().
  std::string_view raw(std::size_t first, std::size_t last) const {
    return {record_.data() + starts_[first], starts_[last + 1] - starts_[first] - 1};
  }

  // What the cell says: without its quotes, doubled quotes single. A view into the record, or into a text added to
  // `unescaped` where a quote was doubled. A cell that is not quoted as a whole is given as it stands.
  // REQUIRES: cell < count().
  std::string_view value(std::size_t cell, std::deque<std::string>& unescaped) const;

 private:
  std::string_view record_;
  std::size_t count_ = 0;
  // Where each of the cells begins, then one past the end plus one, so that every cell ends before the next begins.
  // What stands behind that is left from longer records.
  std::vector<std::uint32_t> starts_;
};

}  // namespace redress::scan
