#include "write/xlsx/decision_cells.h"

#include <doctest/doctest.h>

#include "explain/words.h"

namespace redress::write {
namespace {

using model::SheetId;

model::WorkbookLayout lettered_layout() {
  model::WorkbookLayout layout;
  layout.sheets.resize(model::kSheetCount);
  const auto letter = [&](SheetId sheet, const char* name) {
    layout.sheets[static_cast<std::size_t>(sheet)].letter = name;
  };
  letter(SheetId::kDismiss, "A");
  letter(SheetId::kToMisdemeanor, "B");
  letter(SheetId::kToInfraction, "C");
  letter(SheetId::kHeld, "E");
  letter(SheetId::kNoCaseNumber, "F");
  letter(SheetId::kReliefEntered, "H");
  layout.outcome_schedules = {{"redesignate-infraction", "C"}, {"others", ""}};
  return layout;
}

std::optional<SheetId> schedule_of(const char* determination, const char* case_number = "98776",
                                   const char* level = "FELONY", const std::string& notes = {}) {
  const model::WorkbookLayout layout = lettered_layout();
  const std::vector<OutcomeRelief> outcomes = {
      {"dismiss", "Dismiss", "dismissal"}, {"reduce", "Reduce", "reduction"}, {"hand-review", "Look", "review"},
      {"no", "Not eligible", "none"},      {"others", "By others", "review"},
      {"redesignate-infraction", "Infraction", "reduction"}};
  model::DecisionTexts row;
  row.determination = determination;
  row.case_numbers = case_number;
  row.level = level;
  row.notes = notes;
  return Schedules(layout, outcomes).of(row);
}

TEST_CASE("a conviction stands in the schedule of its determination") {
  CHECK(schedule_of("Dismiss") == SheetId::kDismiss);
  CHECK(schedule_of("Reduce") == SheetId::kToMisdemeanor);
  CHECK(schedule_of("Reduce", "98776", "MISDEMEANOR") == SheetId::kToInfraction);
  CHECK(schedule_of("Infraction") == SheetId::kToInfraction);
  CHECK(schedule_of("Look") == SheetId::kHeld);
  CHECK(schedule_of("Not eligible") == std::nullopt);
  CHECK(schedule_of("By others") == std::nullopt);
  CHECK(schedule_of("never heard of") == std::nullopt);
}

TEST_CASE("what the office decided otherwise gives the schedule, save where relief is on record") {
  const model::WorkbookLayout layout = lettered_layout();
  const std::vector<OutcomeRelief> outcomes = {
      {"dismiss", "Dismiss", "dismissal"}, {"hand-review", "Look", "review"}, {"no", "Not eligible", "none"}};
  const Schedules schedules(layout, outcomes);
  model::DecisionTexts row;
  row.determination = "Dismiss";
  row.case_numbers = "98776";
  CHECK(schedules.of(row) == SheetId::kDismiss);
  CHECK(schedules.of(row, "Look") == SheetId::kHeld);
  CHECK(schedules.of(row, "Not eligible") == std::nullopt);
  row.determination = "Not eligible";
  CHECK(schedules.of(row, "Dismiss") == SheetId::kDismiss);
  row.notes = explain::note_words(model::Note::kReliefEntered);
  CHECK(schedules.of(row) == SheetId::kReliefEntered);
  CHECK(schedules.of(row, "Dismiss") == SheetId::kDismiss);  // somebody looked, and confirmed it
  CHECK(schedules.of(row, "Not eligible") == std::nullopt);
  CHECK(is_queue_schedule(SheetId::kHeld));
  CHECK(!is_queue_schedule(SheetId::kDismiss));
  CHECK(!is_queue_schedule(std::nullopt));
}

TEST_CASE("a case number that says nothing puts the conviction into schedule F") {
  for (const char* number : {"", "NULL", "null", "-", "NULL; -", "none"}) {
    CAPTURE(number);
    CHECK(schedule_of("Dismiss", number) == SheetId::kNoCaseNumber);
    CHECK(schedule_of("Look", number) == SheetId::kNoCaseNumber);
  }
  CHECK(schedule_of("Dismiss", "NULL; 98776") == SheetId::kDismiss);
  CHECK(schedule_of("Not eligible", "NULL") == std::nullopt);
}

TEST_CASE("relief that may be entered comes before everything else until the office decides") {
  const std::string note(explain::note_words(model::Note::kReliefEntered));
  CHECK(schedule_of("Dismiss", "NULL", "FELONY", note) == SheetId::kReliefEntered);
  CHECK(schedule_of("Not eligible", "1", "FELONY", "date partial; " + note) == SheetId::kReliefEntered);
  CHECK(schedule_of("Dismiss", "1", "FELONY", "not " + note) == SheetId::kDismiss);
}

TEST_CASE("only a whole day becomes a date, and what is not one stays as it is") {
  CHECK(day_cell("20050404") == date_cell({2005, 4, 4}));
  CHECK(day_cell("04/04/2005") == date_cell({2005, 4, 4}));
  for (const char* text : {"20050400", "20050000", "20150231", "18991231", "4/4/2005", "soon"})
    CHECK(day_cell(text) == text_cell(text));
  CHECK(day_cell("") == SheetCellValue{});
  CHECK(day_cell("-") == SheetCellValue{});
}

}  // namespace
}  // namespace redress::write
