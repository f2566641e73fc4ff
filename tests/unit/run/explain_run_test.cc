#include "redress/explain.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "support/doj_rows.h"
#include "support/json_schema.h"
#include "support/scratch_folder.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT

namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

DojRow of_ana(DojRow row) {
  return row.with(RowFact::kName, "LEE,ANA")
      .with(RowFact::kCiiNumber, "A1867530")
      .with(RowFact::kBirthDate, "19600314");
}

// The person of the design's example: a car taken in 1979, cultivation and a related count in 2014.
std::vector<DojRow> ana() {
  DojRow arrest("18675309");
  arrest.with(RowFact::kStepType, "ARREST/DETAINED/CITED").with(RowFact::kCountOrder, "102001001000");
  arrest.with(RowFact::kEventDate, "20131220").with(RowFact::kOffense, "11358 HS-CULTIVATION");
  DojRow cultivation = convicted_row("102002001000", "11358 HS-CULTIVATION");
  cultivation.with(RowFact::kEventDate, "20140211").with(RowFact::kCaseNumber, "98776");
  cultivation.with(RowFact::kSentencePlace, "PROBATION")
      .with(RowFact::kSentenceLength, "6")
      .with(RowFact::kSentenceUnit, "M");
  DojRow related = convicted_row("102002002000", "4060 BP-CONTROLLED SUBST.");
  related.with(RowFact::kEventDate, "20140211").with(RowFact::kCaseNumber, "98776");
  DojRow car = convicted_row("101001001000", "503 VC-TAKE CAR");
  car.with(RowFact::kEventDate, "19790601").with(RowFact::kCounty, "SAN JOAQUIN");
  car.with(RowFact::kSentencePlace, "JAIL").with(RowFact::kSentenceLength, "90").with(RowFact::kSentenceUnit, "D");
  return {of_ana(car), of_ana(arrest), of_ana(cultivation), of_ana(related)};
}

// 22 more people of one last name.
std::vector<DojRow> the_moores() {
  std::vector<DojRow> rows;
  for (int i = 0; i < 22; ++i) {
    rows.push_back(
        convicted_row("101001001000", "11357(A) HS", std::to_string(500 + i)).with(RowFact::kName, "MOORE,SAM"));
  }
  return rows;
}

class Explained {
 public:
  Explained() {
    std::vector<DojRow> rows = ana();
    for (DojRow& row : the_moores()) rows.push_back(std::move(row));
    std::ofstream(scratch_.at("county.dat"), std::ios::binary) << header_line() << "\n" << file_of(rows);
    request.inputs = {scratch_.at("county.dat")};
    request.policy.policy = "us-ca.prop64.los-angeles";
    request.as_of = {2019, 11, 11};
    request.search = "18675309";
  }

  std::string text() const {
    const auto explained = explain_people(request, nullptr);
    if (!explained) FAIL(to_string(explained.error()));
    return explained->text;
  }

  Error error() const {
    const auto explained = explain_people(request, nullptr);
    REQUIRE_FALSE(explained);
    return explained.error();
  }

  ExplainRequest request;

 private:
  ScratchFolder scratch_;
};

}  // namespace

TEST_CASE("the example of the design: the office dismisses by age, the statute waits for the number of plants") {
  const std::string text = Explained().text();
  CHECK(has(text, "Person 18675309   LEE,ANA   born 1960-03-14 (rows 2-5), 59 on 2019-11-11\n"));
  CHECK(has(text, "11358 HS, 2014-02-11, Los Angeles, case 98776 (row 4)\n"
                  "  Eligible for Dismissal: 50 years or older\n"));
  CHECK(has(text, "50 years after 1960-03-14 (rows 2-5) is"));
  // On 2024-02-11 the conviction of 2014 is ten years old, and no longer after the day ten years before.
  CHECK(has(text, "  Without step 5: Hand Review (No applicable eligibility criteria), step 11, from 2024-02-11 on\n"
                  "    Eligible for Dismissal (step 8).\n"));
  CHECK(has(text,
            "    Answer      Needs Review: Dismiss and seal (step 58-1) or Redesignate as misdemeanor (step 58-2)\n"
            "    Turns on    plants: How many living plants did the person grow, harvest, dry or process?\n"));
  CHECK(has(text, "\nNot in this policy's scope\n  503 VC, 1979-06-01, San Joaquin (row 2)\n"
                  "  4060 BP, 2014-02-11, Los Angeles, case 98776 (row 5)\n"));
  CHECK(has(text, "\nThis file alone is not the whole record.\n"));
}

TEST_CASE("no line of an explanation is longer than the page") {
  Explained explained;
  explained.request.policy.policy = "us-ca.prop64.statute";
  explained.request.policy.county = "LOS ANGELES";
  explained.request.further = {*parse_policy_choice("us-ca.prop64.los-angeles with dismiss_at_age=60")};
  const std::string text = explained.text();
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = text.find('\n', start);
    CHECK(end - start <= 100);
    start = end + 1;
  }
}

TEST_CASE("an office whose policy is the statute gets its steps, and no second answer of it") {
  Explained explained;
  explained.request.policy.policy = "us-ca.prop64.statute";
  explained.request.policy.county = "LOS ANGELES";
  const std::string text = explained.text();
  CHECK(has(text, "58-1     Is it 11358, 6 plants or fewer"));
  CHECK_FALSE(has(text, "Statute: "));
}

TEST_CASE("a further policy is answered beneath, also where the office's policy is silent") {
  Explained explained;
  explained.request.further = {*parse_policy_choice("us-ca.prop64.dismiss-all-and-related")};
  const std::string text = explained.text();
  CHECK(has(text, "  Beside it: us-ca.prop64.dismiss-all-and-related ("));
  CHECK(has(text, "4060 BP, 2014-02-11, Los Angeles, case 98776 (row 5)\n"
                  "  Los Angeles County District Attorney, Proposition 64 review: not in its scope.\n"));
  CHECK(has(text, "\nNot in the scope of any of these policies\n  503 VC"));
}

TEST_CASE("a person is found by CII number, case number and name") {
  Explained explained;
  const std::string by_id = explained.text();
  const std::vector<std::pair<SearchBy, std::string>> searches = {
      {SearchBy::kCiiNumber, "a1867530"}, {SearchBy::kCaseNumber, "98776"}, {SearchBy::kName, "Lee, Ana"}};
  for (const auto& [by, text] : searches) {
    CAPTURE(text);
    explained.request.search_by = by;
    explained.request.search = text;
    CHECK(explained.text() == by_id);
  }
}

TEST_CASE("at most 20 people are explained, and the others are counted") {
  Explained explained;
  explained.request.search_by = SearchBy::kName;
  explained.request.search = "moore";
  const auto found = explain_people(explained.request, nullptr);
  REQUIRE(found);
  CHECK(found->people_found == 22);
  CHECK(has(found->text, "22 people match.\n"));
  CHECK(has(found->text, "Person 519 "));
  CHECK_FALSE(has(found->text, "Person 520 "));
  CHECK(has(found->text, "2 more people match and are not shown."));
}

TEST_CASE("who is not found is told from where else the words stand, without a cell of anybody") {
  Explained explained;
  explained.request.search = "98776";
  CHECK(explained.error().code == "person.unknown");
  CHECK(explained.error().kind == ErrorKind::kInput);
  CHECK(explained.error().next_step == "It stands in these files as a case number: search with --case.");
  explained.request.search_by = SearchBy::kName;
  explained.request.search = "Moore, Samantha";
  CHECK(explained.error().next_step == "With that last name alone 22 people are found: search for it.");
  explained.request.search = "Nobody";
  CHECK(has(explained.error().next_step, "Give the last name first"));
  CHECK_FALSE(has(to_string(explained.error()), "MOORE"));
}

TEST_CASE("nothing to search for is a wrong word, before any file is opened") {
  Explained explained;
  explained.request.inputs = {"no-such-file"};
  explained.request.search = "  ";
  CHECK(explained.error().code == "person.search");
  CHECK(explained.error().kind == ErrorKind::kUsage);
}

TEST_CASE("what stands for no case number is a wrong word, before any file is opened") {
  Explained explained;
  explained.request.inputs = {"no-such-file"};
  explained.request.search_by = SearchBy::kCaseNumber;
  explained.request.search = "null";
  CHECK(explained.error().code == "person.search");
  CHECK(explained.error().kind == ErrorKind::kUsage);
  CHECK(explained.error().cause == "'null' is no case number: the files write it where there is none");
}

TEST_CASE("as JSON the explanation is what its schema says, with every policy that answers") {
  Explained explained;
  explained.request.form = ExplanationForm::kJson;
  explained.request.further = {*parse_policy_choice("us-ca.prop64.dismiss-all")};
  const auto trace = nlohmann::json::parse(explained.text());
  CHECK(faults_against(read_schema("trace.schema.json"), trace) == std::vector<std::string>{});
  REQUIRE(trace.at("policies").size() == 3);
  CHECK(trace.at("policies").at(0).at("role") == "office");
  CHECK(trace.at("policies").at(1).at("id") == "us-ca.prop64.statute");
  CHECK(trace.at("policies").at(2).at("choice") == "us-ca.prop64.dismiss-all");
  CHECK(explained.text() == explained.text());
}

TEST_CASE("a file of another kind is refused as every command refuses it, and a bad row among good ones is not") {
  Explained explained;
  const ScratchFolder scratch;
  std::ofstream(scratch.at("notes.md"), std::ios::binary) << "# Notes\n\nNo row at all.\n";
  std::ofstream(scratch.at("results.csv"), std::ios::binary) << "a,b,c\n18675309,2,3\n";
  for (const char* name : {"notes.md", "results.csv"}) {
    explained.request.inputs = {scratch.at(name)};
    const Error error = explained.error();
    CHECK(error.code == "input.not_this_format");
    CHECK(error.place.file == scratch.at(name));
  }
  std::ofstream(scratch.at("broken.csv"), std::ios::binary) << header_line() << "\n" << file_of(ana()) << "1,2\n";
  explained.request.inputs = {scratch.at("broken.csv")};
  CHECK(has(explained.text(), "Person 18675309 "));
}
