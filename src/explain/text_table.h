// explain/text_table.h: tables of plain text for a page of 100 columns; their widest cells wrap.
// Not here: what the text says; wrapped lines and paragraphs (base/wrapped_text.h). Inside the room; pure.
#pragma once

#include "base/wrapped_text.h"

#include <cstddef>
#include <string>
#include <vector>

namespace redress::explain {

// Rows of equally many cells.
class TextTable {
 public:
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

  // Columns two blanks apart, the whole indented, within the page: the widest columns give way, and their cells wrap.
  std::string text(std::size_t indent) const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace redress::explain
