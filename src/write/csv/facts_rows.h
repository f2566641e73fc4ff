// write/csv/facts_rows.h: the lines of a file of facts to fill in.
// Not here: which facts are missing (run), reading the file (intake), column names (formats/). Pure: appends to a text.
#pragma once

#include <string>

#include "model/facts_layout.h"

namespace redress::write {

// What stands in one row; value, source, who and when are left empty for whoever fills it in. Texts are UTF-8.
struct MissingFactRow {
  std::string person;
  std::string count;  // empty for a fact of the person
  std::string fact;
  std::string question;
  std::string unit;
  std::string case_numbers;
  std::string section;
  std::string conviction_date;
  std::string may_settle;
};

void append_facts_header(std::string& out, const model::FactsLayout& layout);

// Cells are made harmless for spreadsheets as append_cell does. One that is a number of twelve digits or more, or
// begins with 0, gets an apostrophe in front as well: a spreadsheet would round it, and with it the count. Reading a
// file of facts takes these apostrophes off.
void append_facts_row(std::string& out, const MissingFactRow& row);

}  // namespace redress::write
