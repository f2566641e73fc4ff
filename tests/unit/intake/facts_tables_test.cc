#include "intake/facts_tables.h"

#include <doctest/doctest.h>

#include "intake/facts_desk.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT

namespace {

std::string without_line(std::string text, std::string_view beginning) {
  const std::size_t at = text.find(beginning);
  return text.erase(at, text.find('\n', at) + 1 - at);
}

}  // namespace

TEST_CASE("the shipped tables name every column and ask for every fact of the record") {
  CHECK(facts_layout().columns.size() == model::kFactsCellCount);
  CHECK(facts_layout().name(model::FactsCell::kCaseOrCount) == "case_or_count");
  const auto questions = intake::read_fact_questions("record-facts.csv", file_text("formats/record-facts.csv"));
  REQUIRE(questions.ok());
  for (const std::string_view fact : model::kRecordFactNames) CHECK(!model::question_of(*questions, fact).empty());
  CHECK(model::question_of(*questions, "plants").empty());
}

TEST_CASE("a table of columns with one missing, out of place or of an unknown use is refused") {
  const std::string table = file_text("formats/facts.csv");
  for (const char* beginning : {"person,", "who,", "may-settle,"}) {
    const auto read = intake::read_facts_layout("facts.csv", without_line(table, beginning));
    REQUIRE(!read.ok());
    CHECK(read.error().code == "format.table");
  }
  std::string other = table;
  other.replace(other.find("required"), 8, "forced");
  CHECK(!intake::read_facts_layout("facts.csv", other).ok());
}

TEST_CASE("a table of questions without a fact of the record, or with one twice, is refused") {
  const std::string table = file_text("formats/record-facts.csv");
  CHECK(!intake::read_fact_questions("record-facts.csv", without_line(table, "county,")).ok());
  CHECK(!intake::read_fact_questions("record-facts.csv", table + "force,needed,Again?\n").ok());
  CHECK(!intake::read_fact_questions("record-facts.csv", table + "plants,record,How many?\n").ok());
  CHECK(!intake::read_fact_questions("record-facts.csv", table + "other,needed,\n").ok());
}

TEST_CASE("every fact that a shipped section set needs has its question") {
  const auto questions = intake::read_fact_questions("record-facts.csv", file_text("formats/record-facts.csv"));
  REQUIRE(questions.ok());
  for (const char* set : {"superstrikes", "pc290", "superstrikes-los-angeles", "pc290-los-angeles"}) {
    const std::string text = file_text(std::string("policies/us-ca/sets/") + set + ".toml");
    for (std::size_t at = text.find("\nneeds"); at != std::string::npos; at = text.find("\nneeds", at + 1)) {
      const std::size_t begin = text.find('"', at) + 1;
      const std::string name = text.substr(begin, text.find('"', begin) - begin);
      if (name == "felony_level" || name == "subdivision") continue;  // the record itself tells
      CAPTURE(name);
      CHECK(!model::question_of(*questions, name).empty());
    }
  }
}
