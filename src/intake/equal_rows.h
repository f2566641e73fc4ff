// intake/equal_rows.h: which rows of a person repeat an earlier one in all cells that count.
// Not here: what follows from it (person_draft.h). Inside this room; one object per thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/hash_slots.h"
#include "model/layout.h"
#include "scan/cells.h"

namespace redress::intake {

// Rows are equal when the cells that the layout does not leave out of the comparison say the same, byte for byte; a
// cell says the same with and without its quotes.
class EqualRows {
 public:
  // The bytes of the person's row that was given as the nth to is_repeat, from 0.
  using RecordOf = std::function<std::string_view(std::uint32_t nth)>;

  EqualRows(const model::Layout& layout, RecordOf record_of);

  void begin_person(std::size_t rows);

  // The next row of the person. Cost: that of a few cells; where an earlier row has the same in them, linear in the
  // bytes of both. REQUIRES: the cells of facts were looked for (row_facts.h).
  bool is_repeat(const scan::Cells& cells);

 private:
  // Columns that stand side by side and all count, from the first to the last.
  struct Stretch {
    std::size_t first = 0;
    std::size_t last = 0;
  };

  std::size_t hash_of(std::string_view raw, std::size_t seed);
  std::size_t quick_hash(const scan::Cells& cells);
  std::size_t full_hash(const scan::Cells& cells);
  void list(std::uint32_t nth);
  void write_text(const scan::Cells& cells, std::string& text) const;
  bool is_same_as(const scan::Cells& cells, std::uint32_t nth);

  std::vector<Stretch> stretches_;
  std::vector<std::size_t> telling_;  // columns in which rows that are not equal usually differ
  RecordOf record_of_;
  HashSlots first_of_kind_;  // by what the telling columns hold: the first row
  // Only where a person has two rows of a kind: those rows by all that counts.
  HashSlots listed_;
  std::vector<bool> is_listed_;  // by row; empty as long as none is
  std::size_t rows_ = 0;
  std::uint32_t next_ = 0;
  scan::Cells all_cells_;  // of the row at hand, as soon as they are needed
  std::string text_;     // of the row at hand; empty while no other row has its hash
  std::string unquoted_;  // bytes with quotes, without them
  scan::Cells earlier_cells_;
  std::string earlier_text_;
  std::uint32_t earlier_ = 0;  // whose text earlier_text_ is, where it is not empty
};

}  // namespace redress::intake
