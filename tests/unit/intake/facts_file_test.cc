#include "intake/facts_file.h"

#include <doctest/doctest.h>

#include "intake/facts_desk.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT

namespace {

const std::string kHead(kFactsHeader);

// The error of the file; it names the file and the line, and no cell.
Error refused(std::string_view text, std::uint64_t line) {
  const auto rows = rows_of(text);
  REQUIRE(!rows.ok());
  const Error& error = rows.error();
  CHECK(error.kind == ErrorKind::kUsage);
  CHECK(error.place.file == "facts.csv");
  CHECK(error.place.line_1based == line);
  CHECK(!error.next_step.empty());
  for (const char* cell : {"18675309", "J. Doe", "police report", "101001001000"}) {
    CHECK(to_string(error).find(cell) == std::string::npos);
  }
  return error;
}

std::string code_of(std::string_view text, std::uint64_t line = 2) {
  return refused(text, line).code;
}

}  // namespace

TEST_CASE("a row is read by the names of its columns, in any order and any case") {
  const auto rows = rows_of(
      "Value,WHO,source,fact,case_or_count,person\r\n"
      "6,J. Doe,police report,plants,101001001000,18675309\r\n");
  REQUIRE(rows.ok());
  REQUIRE(rows->size() == 1);
  const intake::SuppliedRow& row = rows->front();
  CHECK(row.line_1based == 2);
  CHECK(row.person == "18675309");
  CHECK(row.case_or_count == "101001001000");
  CHECK(known_to_tests()[row.fact].name == "plants");
  CHECK(std::get<std::int64_t>(row.value) == 6000);
  CHECK(row.from == model::Provenance{"police report", "J. Doe", std::nullopt});
}

TEST_CASE("all rows of a file at fault are told at once, each with its line") {
  const Error error = refused(kHead + fact_line("1", "2", "plants", "many") + fact_line("1", "2", "plants", "6") +
                                  "1,2\n" + fact_line("1", "3", "plans", "6") + fact_line("1", "4", "plants", "7"),
                              2);
  CHECK(error.code == "facts.value");
  REQUIRE(error.further.size() == 2);
  CHECK(error.further[0].code == "facts.row");
  CHECK(error.further[0].place.line_1based == 4);
  CHECK(error.further[1].code == "facts.fact_unknown");
  CHECK(error.further[1].place.line_1based == 5);
}

TEST_CASE("when is a day, in either way of writing it") {
  const auto rows = rows_of(kHead + fact_line("1", "2", "plants", "6"));
  REQUIRE(rows.ok());
  CHECK(rows->front().from.when == Date{2019, 10, 1});
  CHECK(code_of(kHead + "1,2,plants,6,report,J. Doe,last week\n") == "facts.when");
}

TEST_CASE("a row without a value is passed over, whatever else it lacks") {
  const auto rows = rows_of(kHead + "18675309,101001001000,plants,,,,\n18675309,,unheard_of, ,,,\n" +
                            fact_line("1", "2", "plants", "7"));
  REQUIRE(rows.ok());
  REQUIRE(rows->size() == 1);
  CHECK(rows->front().line_1based == 4);
}

TEST_CASE("the example of the documentation is read") {
  const std::string page = file_text("docs/facts.md");
  const std::string_view fence = "```csv facts\n";
  const std::size_t begin = page.find(fence) + fence.size();
  const auto rows = rows_of(page.substr(begin, page.find("```", begin) - begin));
  if (!rows) FAIL(to_string(rows.error()));
  CHECK(rows->size() == 4);
}

TEST_CASE("columns that help are not looked at, nor are columns without a name") {
  const auto rows =
      rows_of("person,case_or_count,fact,value,source,who,question,unit,\n1,2,plants,6,s,w,anything,at all,\n");
  REQUIRE(rows.ok());
  CHECK(rows->size() == 1);
}

TEST_CASE("quoted cells, doubled quotes, a byte-order mark and the apostrophe of spreadsheets") {
  const auto rows =
      rows_of("\xEF\xBB\xBF" + kHead + "'0018675309,'101001001000,plants,6,\"report \"\"A\"\", page 2\",J. Doe,\n");
  REQUIRE(rows.ok());
  CHECK(rows->front().person == "0018675309");
  CHECK(rows->front().case_or_count == "101001001000");
  CHECK(rows->front().from.source == "report \"A\", page 2");
}

TEST_CASE("texts of another encoding become UTF-8") {
  const auto rows = rows_of(kHead + "1,2,plants,6,report,Mu\xF1oz,\n");
  REQUIRE(rows.ok());
  CHECK(rows->front().from.who == "Mu\xC3\xB1oz");
}

TEST_CASE("an unknown column is refused with the near match") {
  const Error error = refused("person,case_or_count,fact,value,sorce,who\n", 1);
  CHECK(error.code == "facts.column_unknown");
  CHECK(error.cause.find("column 5") != std::string::npos);
  CHECK(error.next_step.find("'source'") != std::string::npos);
}

TEST_CASE("a file whose cells are not separated by commas is refused with what separates them") {
  const Error semicolons = refused("person;case_or_count;fact;value;source;who\n1;2;plants;6;report;A\n", 1);
  CHECK(semicolons.code == "facts.separator");
  CHECK(semicolons.cause.find("semicolons") != std::string::npos);
  const Error tabs = refused("person\tcase_or_count\tfact\tvalue\tsource\twho\n", 1);
  CHECK(tabs.code == "facts.separator");
  CHECK(tabs.cause.find("tabs") != std::string::npos);
  CHECK(code_of("person\n", 1) == "facts.column_missing");
}

TEST_CASE("a column that is missing or stands twice is refused") {
  CHECK(code_of("person,case_or_count,fact,value,source\n", 1) == "facts.column_missing");
  CHECK(code_of("person,case_or_count,fact,value,source,who,who\n", 1) == "facts.column_twice");
  CHECK(code_of("", 1) == "facts.row");
}

TEST_CASE("an unknown fact is refused with the near match") {
  const Error error = refused(kHead + fact_line("1", "2", "plant", "6"), 2);
  CHECK(error.code == "facts.fact_unknown");
  CHECK(error.next_step.find("'plants'") != std::string::npos);
  CHECK(refused(kHead + fact_line("1", "2", "shoe_size", "6"), 2).next_step.find("plants, grams") != std::string::npos);
}

TEST_CASE("a value of the wrong type or out of range is refused at its line") {
  CHECK(code_of(kHead + fact_line("1", "2", "plants", "6") + fact_line("1", "2", "plants", "few"), 3) == "facts.value");
  CHECK(code_of(kHead + fact_line("1", "2", "plants", "-1")) == "facts.range");
  CHECK(code_of(kHead + fact_line("1", "", "birth_date", "2030-01-01")) == "facts.range");
}

TEST_CASE("a value without source or who is refused, because it cannot be traced") {
  CHECK(code_of(kHead + "1,2,plants,6,,J. Doe,\n") == "facts.cell_missing");
  CHECK(code_of(kHead + "1,2,plants,6,report, ,\n") == "facts.cell_missing");
  CHECK(code_of(kHead + ",2,plants,6,report,J. Doe,\n") == "facts.cell_missing");
  CHECK(code_of(kHead + "1,2,,6,report,J. Doe,\n") == "facts.cell_missing");
}

TEST_CASE("a fact of the person has no count, every other fact has one") {
  CHECK(code_of(kHead + fact_line("18675309", "101001001000", "birth_date", "1960-01-01")) == "facts.count_given");
  CHECK(code_of(kHead + fact_line("18675309", "", "plants", "6")) == "facts.count_missing");
}

TEST_CASE("a row that cannot be split into its cells is refused") {
  CHECK(code_of(kHead + "1,2,plants,6,report\n") == "facts.row");
  CHECK(code_of(kHead + "1,2,plants,6,\"report,J. Doe,\n") == "facts.row");
  CHECK(code_of(kHead + "1,2,plants,6,re\"port,J. Doe,\n") == "facts.row");
}
