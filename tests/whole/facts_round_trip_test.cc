// From the question to the answer: what is missing is written, filled in, and read back, and the determinations are
// what the statute says. Source: statute-policy, "58-1", "58-3", "58-2".
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "redress/evaluate.h"
#include "redress/explain.h"
#include "redress/questions.h"
#include "support/csv_table.h"
#include "support/doj_rows.h"
#include "support/scratch_folder.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT

namespace {

constexpr Date kToday{2019, 11, 11};
const std::string kCount = "101001001000";

// A cultivation in Los Angeles, arrested on 2010-01-01 and convicted on 2010-05-04, of a person born on that day.
DojRow cultivation(const std::string& person, const std::string& born) {
  DojRow row = convicted_row(kCount, "11358 HS-CULTIVATE", person);
  row.with(RowFact::kEventDate, "20100504").with(RowFact::kCycleDate, "20100101").with(RowFact::kBirthDate, born);
  return row;
}

// Files in a folder of their own.
class Office {
 public:
  explicit Office(const std::vector<DojRow>& rows) { put("county.csv", file_of(rows)); }

  std::string at(const std::string& name) const { return folder_.at(name); }
  void put(const std::string& name, const std::string& text) const {
    std::ofstream(at(name), std::ios::binary) << text;
  }

  QuestionsReport ask(const std::string& out, const std::vector<std::string>& facts = {}) const {
    QuestionsRequest request;
    request.inputs = {at("county.csv")};
    request.policy.policy = "us-ca.prop64.los-angeles";
    request.as_of = kToday;
    request.facts = facts;
    if (!out.empty()) request.out = at(out);
    auto report = find_questions(request, nullptr);
    if (!report) FAIL(to_string(report.error()));
    return *std::move(report);
  }

  // Fills in the file: what `value` gives for a person and a fact; nothing leaves the row as it is.
  void fill_in(const std::string& from, const std::string& to,
               const std::function<std::string(const std::string& person, const std::string& fact)>& value) const {
    const CsvTable table = CsvTable::read(at(from));
    std::string text;
    const auto add = [&](const std::vector<std::string>& cells) {
      for (std::size_t i = 0; i < cells.size(); ++i) text.append(i > 0 ? "," : "").append(in_quotes(cells[i]));
      text += "\r\n";
    };
    add(table.header());
    for (std::size_t i = 0; i < table.size(); ++i) {
      std::vector<std::string> cells = table.row(i);
      const std::string filled = value(table.cell(i, "person"), table.cell(i, "fact"));
      for (std::size_t c = 0; c < cells.size() && !filled.empty(); ++c) {
        if (table.header()[c] == "value") cells[c] = filled;
        if (table.header()[c] == "source") cells[c] = "police report";
        if (table.header()[c] == "who") cells[c] = "J. Doe";
        if (table.header()[c] == "when") cells[c] = "10/01/2019";
      }
      add(cells);
    }
    put(to, text);
  }

  EvaluateRequest request(const std::string& out, const std::vector<std::string>& facts) const {
    EvaluateRequest asked;
    asked.inputs = {at("county.csv")};
    asked.policy.policy = "us-ca.prop64.los-angeles";
    asked.as_of = kToday;
    asked.out = at(out);
    for (const std::string& name : facts) asked.facts.push_back(at(name));
    return asked;
  }

  // "Statutory Relief" of the person's row.
  std::string relief(const std::string& out, const std::string& person) const {
    const CsvTable table = CsvTable::read(at(out) + "/convictions.csv");
    for (std::size_t i = 0; i < table.size(); ++i) {
      if (table.cell(i, "SUBJECT_ID") == person) return table.cell(i, "Statutory Relief");
    }
    FAIL("no row of that person");
    return {};
  }

 private:
  ScratchFolder folder_;
};

bool begins(const std::string& text, const std::string& beginning) {
  return text.rfind(beginning, 0) == 0;
}

}  // namespace

TEST_CASE("plants are asked for, filled in, and decide: 6 at 21 or older, 7, and 6 from 18 to 20") {
  const Office office({cultivation("10000001", "19800101"), cultivation("10000002", "19800101"),
                       cultivation("10000003", "19900601"), cultivation("10000004", "19800101")});
  const QuestionsReport report = office.ask("facts.csv");
  CHECK(report.rows_to_fill == 4);
  REQUIRE(report.policies.size() == 2);
  CHECK(report.policies[1].role == PolicyQuestions::Role::kStatute);
  REQUIRE(report.policies[1].facts.size() == 1);
  CHECK(report.policies[1].facts[0].fact == "plants");
  CHECK(report.policies[1].facts[0].alone.convictions == 4);
  CHECK(report.policies[1].facts[0].alone.people == 4);

  office.fill_in("facts.csv", "filled.csv", [](const std::string& person, const std::string&) -> std::string {
    if (person == "10000004") return "";  // an office fills in what it finds
    return person == "10000002" ? "7" : "6";
  });
  REQUIRE(evaluate_files(office.request("results", {"filled.csv"}), nullptr).ok());
  CHECK(begins(office.relief("results", "10000001"), "Dismiss and seal"));
  CHECK(begins(office.relief("results", "10000002"), "Redesignate as misdemeanor"));
  CHECK(begins(office.relief("results", "10000003"), "Redesignate as infraction"));
  CHECK(begins(office.relief("results", "10000004"), "Needs Review"));
  CHECK(office.ask("", {office.at("filled.csv")}).policies[1].in_review.convictions == 1);
}

TEST_CASE("the file to fill in is the owner's alone, and stands whole or not at all") {
  const Office office({cultivation("10000001", "19800101")});
  office.ask("facts.csv");
  CHECK(std::filesystem::status(office.at("facts.csv")).permissions() ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  QuestionsRequest again;
  again.inputs = {office.at("county.csv")};
  again.policy.policy = "us-ca.prop64.los-angeles";
  again.as_of = kToday;
  again.out = office.at("facts.csv");
  const auto refused = find_questions(again, nullptr);
  REQUIRE(!refused.ok());
  CHECK(refused.error().code == "output.exists");
}

TEST_CASE("a birth date that the file leaves out is asked for once, and decides with the plants") {
  const Office office({cultivation("10000001", "")});
  office.ask("facts.csv");
  office.fill_in("facts.csv", "filled.csv", [](const std::string&, const std::string& fact) -> std::string {
    if (fact == "birth_date") return "1/1/1980";
    return fact == "plants" ? "6" : "";
  });
  REQUIRE(evaluate_files(office.request("results", {"filled.csv"}), nullptr).ok());
  CHECK(begins(office.relief("results", "10000001"), "Dismiss and seal"));
}

TEST_CASE("whatever value is found, at least as many convictions are settled as was said") {
  std::vector<DojRow> rows;
  for (int i = 0; i < 40; ++i) {
    DojRow row = cultivation(std::to_string(10000000 + i), i % 4 == 0 ? "" : "19800101");
    if (i % 5 == 0) row.with(RowFact::kConvictionLevel, "");
    rows.push_back(row);
  }
  const Office office(rows);
  const PolicyQuestions before = office.ask("facts.csv").policies[1];
  REQUIRE(before.facts.size() >= 2);
  std::vector<std::string> known;
  for (const MissingFact& fact : before.facts) {
    known.push_back(fact.fact);
    for (const char* plants : {"0", "6", "7"}) {
      office.fill_in("facts.csv", "filled.csv", [&](const std::string&, const std::string& asked) -> std::string {
        if (std::find(known.begin(), known.end(), asked) == known.end()) return "";
        if (asked == "plants") return plants;
        if (asked == "level") return "felony";
        return asked == "birth_date" ? "1980-01-01" : "2009-12-31";
      });
      const Affected left = office.ask("", {office.at("filled.csv")}).policies[1].in_review;
      CHECK(before.in_review.convictions - left.convictions >= fact.settled.convictions);
      CHECK(before.in_review.people - left.people >= fact.settled.people);
    }
  }
}

TEST_CASE("a fact for nobody stops the run before anything is written") {
  const Office office({cultivation("10000001", "19800101")});
  office.put("facts.csv", "person,case_or_count,fact,value,source,who\n10000009,101001001000,plants,6,report,J. Doe\n");
  const auto refused = evaluate_files(office.request("results", {"facts.csv"}), nullptr);
  REQUIRE(!refused.ok());
  CHECK(refused.error().code == "facts.person_unknown");
  CHECK(refused.error().place.line_1based == 2);
  CHECK(!std::filesystem::exists(office.at("results")));
}

TEST_CASE("supplied facts give the same bytes at any number of threads, and stand in summary and manifest") {
  std::vector<DojRow> rows;
  std::string lines = "person,case_or_count,fact,value,source,who\n";
  for (int i = 0; i < 300; ++i) {
    const std::string person = std::to_string(10000000 + i);
    rows.push_back(cultivation(person, "19800101"));
    if (i % 3 != 0) lines += person + "," + kCount + ",plants," + std::to_string(i % 12) + ",report,J. Doe\n";
  }
  const Office office(rows);
  office.put("facts.csv", lines);
  for (const unsigned threads : {1U, 4U}) {
    EvaluateRequest request = office.request("results" + std::to_string(threads), {"facts.csv"});
    request.threads = threads;
    REQUIRE(evaluate_files(request, nullptr).ok());
  }
  for (const char* name : {"convictions.csv", "summary.json", "manifest.json"}) {
    CHECK(file_bytes(office.at("results1/") + name) == file_bytes(office.at("results4/") + name));
  }
  CHECK(file_bytes(office.at("results1/summary.json")).find("\"used\": 200") != std::string::npos);
  CHECK(file_bytes(office.at("results1/manifest.json")).find("\"name\": \"facts.csv\"") != std::string::npos);
}
