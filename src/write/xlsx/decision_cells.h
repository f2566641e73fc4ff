// write/xlsx/decision_cells.h: which schedule a decision stands in, and the cells that each sheet shows of it.
// Not here: reading rows (intake), pages (workbook_file.h). Pure; safe to share by threads.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "explain/decision_sentence.h"
#include "model/decision_texts.h"
#include "model/workbook_layout.h"
#include "redress/date.h"
#include "write/xlsx/sheet_cell.h"

namespace redress::write {

// A determination of the office's policy, as the summary names it.
struct OutcomeRelief {
  std::string outcome;
  std::string label;
  std::string relief;  // "dismissal", "reduction", "review", "none"
};

// The schedules of a run. Source: court-practice, C3. What the office decided otherwise counts in place of the policy's
// determination, so that nothing is filed that somebody held back. A decision stands in one schedule at most:
//   H where the record says that relief may be entered, whatever the determination, until the office decides;
//   else the one that its outcome has by the table of the formats, or else by its relief: A for a dismissal, B or C
//   for a reduction (C where the conviction is recorded as a misdemeanor), E for a review, none for no relief;
//   but F instead, where a court could not find the case by its number.
class Schedules {
 public:
  Schedules(const model::WorkbookLayout& layout, std::span<const OutcomeRelief> outcomes);

  // The sheet; nothing for a decision that stands in no schedule. `office_decision`: a determination, empty where the
  // office has decided nothing else.
  std::optional<model::SheetId> of(const model::DecisionTexts& row, std::string_view office_decision = {}) const;

 private:
  std::optional<model::SheetId> by_determination(std::string_view determination, std::string_view level) const;
  std::optional<model::SheetId> by_letter(std::string_view letter) const;

  const model::WorkbookLayout& layout_;
  std::map<std::string, OutcomeRelief, std::less<>> by_label_;
};

// Whether what stands there waits for a person's look: E, F and H.
bool is_queue_schedule(std::optional<model::SheetId> schedule);

// Nothing, or what stands for nothing: "NULL", "NONE", dashes. Source: court-practice, 6.4, 5.
bool is_usable_case_number(std::string_view case_numbers);

// A day as the file has it, YYYYMMDD, or as our columns write it, MM/DD/YYYY, if a spreadsheet can hold it; else the
// text. `text` of "-" is no text.
SheetCellValue day_cell(std::string_view text);

struct DecidedCells {
  const model::DecisionTexts& row;
  std::string_view row_id;
  std::optional<model::SheetId> schedule;
  std::string_view office_decision;  // as the last review kept it; empty where there is none
  explain::Criteria criteria;
};

// The cell of one decision under a column of the program; empty for entries and for what people's rows show.
// `further`: of kOtherAnswers, which.
SheetCellValue decision_cell(const model::WorkbookLayout& layout, model::SheetValue value, const DecidedCells& decided,
                             std::size_t further = 0);

}  // namespace redress::write
