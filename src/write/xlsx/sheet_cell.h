// write/xlsx/sheet_cell.h: one cell of the workbook as a plain value, before any library sees it.
// Not here: which cells a row has (decision_cells.h, summary_sheets.h), writing them (workbook_file.h).
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "redress/date.h"

namespace redress::write {

// The day before day 1 of a spreadsheet, as far as days from 1900-03-01 on count; what is earlier stands as text, as
// spreadsheets disagree. Source: ECMA-376, 18.17.4.
inline constexpr Date kSpreadsheetDayZero{1899, 12, 30};
inline constexpr Date kFirstSpreadsheetDay{1900, 3, 1};

// How a cell looks; what it holds never depends on it.
enum class CellLook : std::uint8_t {
  kPlain,    // as its column looks
  kTitle,
  kHeading,
  kLabel,
  kWrapped,
  kCheck,    // TIES or DOES NOT TIE: the words say it, colors only repeat it
};

struct SheetCellValue {
  enum class Kind : std::uint8_t { kEmpty, kText, kDate, kNumber, kFormula, kTextFormula } kind = Kind::kEmpty;
  std::string text;          // of kText; of formulas the formula, with its '='
  Date date;                 // of kDate
  std::uint64_t number = 0;  // of kNumber; of kFormula what it gives
  std::string shown;         // of kTextFormula what it gives
  CellLook look = CellLook::kPlain;

  friend bool operator==(const SheetCellValue&, const SheetCellValue&) = default;
};

inline SheetCellValue text_cell(std::string text, CellLook look = CellLook::kPlain) {
  SheetCellValue cell;
  if (!text.empty()) cell.kind = SheetCellValue::Kind::kText;
  cell.text = std::move(text);
  cell.look = look;
  return cell;
}

inline SheetCellValue number_cell(std::uint64_t number) {
  SheetCellValue cell;
  cell.kind = SheetCellValue::Kind::kNumber;
  cell.number = number;
  return cell;
}

inline SheetCellValue date_cell(Date date) {
  SheetCellValue cell;
  cell.kind = SheetCellValue::Kind::kDate;
  cell.date = date;
  return cell;
}

// `number`, or else `shown`, is what a reader sees that does not calculate.
inline SheetCellValue formula_cell(std::string formula, std::uint64_t number, CellLook look = CellLook::kPlain) {
  SheetCellValue cell;
  cell.kind = SheetCellValue::Kind::kFormula;
  cell.text = std::move(formula);
  cell.number = number;
  cell.look = look;
  return cell;
}

inline SheetCellValue text_formula_cell(std::string formula, std::string shown, CellLook look = CellLook::kPlain) {
  SheetCellValue cell = formula_cell(std::move(formula), 0, look);
  cell.kind = SheetCellValue::Kind::kTextFormula;
  cell.shown = std::move(shown);
  return cell;
}

}  // namespace redress::write
