#include "run/workbook_people.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "explain/words.h"

namespace redress::run {
namespace {

model::DecisionTexts decision(const char* person, const char* name, const char* birth_date, const char* cii_number) {
  model::DecisionTexts row;
  row.person = person;
  row.name = name;
  row.birth_date = birth_date;
  row.cii_number = cii_number;
  return row;
}

WorkbookPeople people_of(const std::vector<model::DecisionTexts>& rows) {
  WorkbookPeople people;
  for (const model::DecisionTexts& row : rows) people.count(row, 0, 1);
  people.group();
  return people;
}

std::vector<std::size_t> alike(const WorkbookPeople& people) { return {people.alike().begin(), people.alike().end()}; }

using Places = std::vector<std::size_t>;

TEST_CASE("two people with one name and one birth date may be one, whatever the capitals and blanks") {
  CHECK(alike(people_of({decision("1", "LEE,ANA", "19600314", ""), decision("2", "BO,CY", "19600314", ""),
                         decision("3", "Lee, Ana ", "19600314", "")})) == Places{0, 2});
}

TEST_CASE("people are not alike in what is not known of them") {
  for (const char* day : {"", "1960    ", "196003  ", "19601399", "        "}) {
    CAPTURE(day);
    CHECK(alike(people_of({decision("1", "LEE,ANA", day, ""), decision("2", "LEE,ANA", day, "")})).empty());
  }
  CHECK(alike(people_of({decision("1", "", "19600314", " "), decision("2", "", "19600314", " ")})).empty());
}

TEST_CASE("people with one CII number may be one, and whoever is like one of a group belongs to it") {
  const WorkbookPeople people =
      people_of({decision("1", "LEE,ANA", "19600314", "A7"), decision("2", "FO,DEE", "19700101", "A9"),
                 decision("3", "LEE,ANN", "19600314", "A7"), decision("4", "LEE,ANN", "19600314", "A8"),
                 decision("5", "FO,DEE", "19700101", "A5")});
  CHECK(alike(people) == Places{0, 2, 3, 1, 4});
}

TEST_CASE("decisions are counted by person, and whoever has only rows that cannot be identified is counted apart") {
  WorkbookPeople people;
  model::DecisionTexts lost = decision("9", "LEE,ANA", "19600314", "");
  lost.notes = "repeats an earlier row; " + std::string(explain::note_words(model::Note::kCountUnidentified));
  people.count(lost, 0, 2);
  people.count(decision("1", "BO,CY", "19600101", ""), 1, 2);
  people.count(decision("1", "BO,CY", "19600101", ""), 2, 2);  // a determination that is none of the policy's
  CHECK(people.size() == 2);
  CHECK(people.unidentified() == 1);
  people.count(decision("9", "LEE,ANA", "19600314", ""), 0, 2);
  CHECK(people.unidentified() == 0);
  model::SheetColumn decisions, outcomes;
  decisions.value = model::SheetValue::kPeopleDecisions;
  outcomes.value = model::SheetValue::kPeopleOutcomes;
  const std::vector<write::PlannedColumn> columns = {{&decisions, 0, ""}, {&outcomes, 0, ""}, {&outcomes, 1, ""}};
  using write::number_cell;
  CHECK(people.cells(0, columns) == std::vector{number_cell(2), number_cell(2), number_cell(0)});
  CHECK(people.cells(1, columns) == std::vector{number_cell(2), number_cell(0), number_cell(1)});
}

}  // namespace
}  // namespace redress::run
