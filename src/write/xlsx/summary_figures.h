// write/xlsx/summary_figures.h: any figures of the summary as rows: what, value, definition.
// Not here: which figures stand on which page (summary_sheets.h). Inside the room; pure.
#pragma once

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "write/xlsx/sheet_cell.h"

namespace redress::write {

using CellRow = std::vector<SheetCellValue>;

// "deciding_facts" → "Deciding facts".
std::string figure_words(std::string_view key);

// What an id of the summary is called: {"step", "older-than-age"} → "Step 5: Has the person reached the age ...?".
using FigureNames = std::map<std::pair<std::string, std::string>, std::string>;

// Those of the office's policy.
FigureNames figure_names(const nlohmann::ordered_json& summary);

// The rows of a section of the summary: every figure with its definition in the fifth cell, its value in the third; a
// heading above each section; of a list, a line that names its numbers and one for each of its rows, the numbers in the
// second to fourth cells. Whatever keys a later version adds stand there too. Cost: linear.
void append_figures(std::vector<CellRow>& rows, const std::string& heading, const nlohmann::ordered_json& section,
                    const FigureNames& names);

}  // namespace redress::write
