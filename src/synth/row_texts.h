// synth/row_texts.h: the text of each fact of a planned row, and a text as a cell of RFC 4180.
// Not here: which column it stands in (row_writer.h). Pure functions.
#pragma once

#include <string>
#include <string_view>

#include "model/layout.h"
#include "synth/life.h"

namespace redress::synth {

// One cell in two pieces, joined by a blank where both are there. Views into the row and the life.
struct CellText {
  std::string_view first;
  std::string_view second;

  bool is_empty() const { return first.empty() && second.empty(); }
};

// Nothing for kRecord: the writer numbers the rows.
CellText text_of(model::RowFact fact, const Life& life, const PlannedRow& row);

// Whether readers compare the fact without regard to case and outer blanks, so that its style may change.
bool is_free_text(model::RowFact fact);

// Appends the cell, quoted where it must be or the style says so.
void append_cell_text(CellText text, CellStyle style, std::string& out);

}  // namespace redress::synth
