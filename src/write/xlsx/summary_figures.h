// write/xlsx/summary_figures.h: any figures of the summary as rows: what, value, definition.
// Not here: which figures stand on which page (summary_sheets.h). Inside the room; pure.
#pragma once

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "write/xlsx/sheet_cell.h"

namespace redress::write {

using CellRow = std::vector<SheetCellValue>;

// A value of the summary by its path; null where there is none.
const nlohmann::ordered_json* summary_at(const nlohmann::ordered_json& from, std::initializer_list<const char*> path);

// "deciding_facts" → "Deciding facts".
std::string figure_words(std::string_view key);

// The rows of a section of the summary: every figure with its definition in the fifth cell, its value in the third;
// a heading above each section; lists with a row for each of their numbers. Whatever keys a later version adds stand
// there too. Cost: linear.
void append_figures(std::vector<CellRow>& rows, const std::string& heading, const nlohmann::ordered_json& section);

}  // namespace redress::write
