// write/xlsx/row_ids.h: a short id for each decision of a run, the key of what people enter about it.
// Not here: reading the rows (intake). Pure; the same rows give the same ids.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "redress/error.h"

namespace redress::write {

// Source: court-practice, C4. Ids have 8 characters, 12 or 16 where two of the run would be alike. They hold digits and
// capitals without vowels, and begin with a letter: no spreadsheet takes one for a number, a date or a word.
class RowIds {
 public:
  // The next decision, in the order of the file. Where several have the same person, count and record, each of them
  // is told apart by its place among them.
  void add(std::string_view person, std::string_view count, std::string_view record_id);

  // No more decisions come. Errors (kInternal): workbook.row_ids where even the longest would be alike.
  Status finish();

  std::uint64_t size() const { return codes_.size(); }
  std::size_t characters() const { return characters_; }

  // REQUIRES: finish was called and went well.
  std::string id(std::uint64_t decision_0based) const;

 private:
  bool are_unique(std::size_t characters) const;

  struct Code {
    std::uint64_t high = 0;  // the first 12 characters
    std::uint64_t low = 0;   // the rest
  };
  std::vector<Code> codes_;
  std::size_t characters_ = 8;
};

}  // namespace redress::write
