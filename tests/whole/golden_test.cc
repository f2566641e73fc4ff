// Whole runs compared byte for byte with what scripts/renew_goldens wrote: on any number of threads, in any time zone
// and locale. That the decisions in them are right is asserted by the fixture that the county is made of.
#include <doctest/doctest.h>
#include <stdlib.h>

#include <algorithm>
#include <clocale>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <locale>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "expected_decisions.h"
#include "redress/evaluate.h"
#include "redress/explain.h"
#include "support/csv_table.h"
#include "support/scratch_folder.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT

namespace {

const std::string& golden_folder() {
  static const std::string folder = project_path("tests/golden/small-county");
  return folder;
}

// Explanations repeat the input's name as it was given: the runs are done where it stands.
class WorkingFolder {
 public:
  explicit WorkingFolder(const std::string& folder) : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(folder);
  }
  ~WorkingFolder() { std::filesystem::current_path(before_); }
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;

 private:
  std::filesystem::path before_;
};

// Sets a variable of the environment, and puts it back.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* before = ::getenv(name)) before_ = before;
    ::setenv(name, value, 1);
  }
  ~Variable() {
    if (before_) {
      ::setenv(name_, before_->c_str(), 1);
    } else {
      ::unsetenv(name_);
    }
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
  std::optional<std::string> before_;
};

// Decimal commas and grouped thousands, whether or not the machine has a locale that writes so.
class CommaNumbers : public std::numpunct<char> {
 protected:
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

// A time zone a day ahead of much of the world and a locale of another language; where the machine does not have that
// locale, C's stays, and C++'s still writes numbers another way.
class OddSurroundings {
 public:
  explicit OddSurroundings(const std::string& locale)
      : zone_("TZ", "Pacific/Kiritimati"),
        variable_("LC_ALL", locale.c_str()),
        before_(std::locale::global(std::locale(std::locale::classic(), new CommaNumbers))) {
    ::tzset();
    if (std::setlocale(LC_ALL, locale.c_str()) == nullptr)
      MESSAGE("this machine has no locale " << locale << "; C's is used");
  }
  ~OddSurroundings() {
    std::locale::global(before_);
    std::setlocale(LC_ALL, "C");
  }
  OddSurroundings(const OddSurroundings&) = delete;
  OddSurroundings& operator=(const OddSurroundings&) = delete;

 private:
  Variable zone_;
  Variable variable_;
  std::locale before_;
};

struct GoldenRun {
  EvaluateRequest request;
  std::vector<std::string> explained;
};

GoldenRun golden_run() {
  const auto asked = nlohmann::json::parse(file_bytes(golden_folder() + "/run.json"));
  GoldenRun run;
  run.request.inputs = {asked.at("input").get<std::string>()};
  run.request.policy.policy = asked.at("policy").get<std::string>();
  for (const auto& choice : asked.at("further")) {
    const Result<PolicyChoice> further = parse_policy_choice(choice.get<std::string>());
    REQUIRE(further);
    run.request.further.push_back(*further);
  }
  run.request.reports = Reports::kUpToSize;
  run.request.as_of = *parse_iso_date(asked.at("as_of").get<std::string>());
  run.explained = asked.at("explain").get<std::vector<std::string>>();
  return run;
}

std::map<std::string, std::string> files_in(const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files[entry.path().filename().string()] = file_bytes(entry.path().string());
  }
  return files;
}

// Names the line, because a whole file printed helps nobody.
void check_same_text(const std::string& found, const std::string& expected) {
  const auto differing = std::mismatch(found.begin(), found.end(), expected.begin(), expected.end());
  const auto line_1based = 1 + std::count(expected.begin(), differing.second, '\n');
  CHECK_MESSAGE(found == expected,
                "it differs at line " << line_1based << "; if that is meant, run scripts/renew_goldens");
}

void check_same_files(const std::string& found_folder, const std::string& expected_folder) {
  const auto found = files_in(found_folder);
  const auto expected = files_in(expected_folder);
  for (const auto& file : expected) {
    const std::string& name = file.first;
    CAPTURE(name);
    REQUIRE(found.contains(name));
    check_same_text(found.at(name), file.second);
  }
  CHECK(found.size() == expected.size());
}

void check_golden_run(unsigned threads) {
  CAPTURE(threads);
  const WorkingFolder here(golden_folder());
  const ScratchFolder scratch;
  EvaluateRequest request = golden_run().request;
  request.out = scratch.at("results");
  request.threads = threads;
  evaluated(request);
  check_same_files(request.out, golden_folder() + "/expected");
}

void check_golden_explanations() {
  const WorkingFolder here(golden_folder());
  const GoldenRun run = golden_run();
  REQUIRE_FALSE(run.explained.empty());
  for (const std::string& person : run.explained) {
    CAPTURE(person);
    ExplainRequest request;
    request.inputs = run.request.inputs;
    request.policy = run.request.policy;
    request.further = run.request.further;
    request.as_of = run.request.as_of;
    request.search = person;
    const auto explained = explain_people(request, nullptr);
    REQUIRE(explained);
    check_same_text(explained->text, file_bytes(golden_folder() + "/explained/" + person + ".txt"));
  }
}

// Deals the lines out to three files, so that a person's rows are spread and keep their order from file to file. Only
// for files whose first cells are unquoted and whose rows are one line each.
std::vector<std::string> dealt_out(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    lines.push_back(text.substr(at, end - at));
    at = end;
  }
  const auto person_of = [](const std::string& line) {
    const std::size_t third = line.find(',', line.find(',') + 1) + 1;
    return line.substr(third, line.find(',', third) - third);
  };
  std::map<std::string, std::size_t> rows_of;
  for (std::size_t i = 1; i < lines.size(); ++i) ++rows_of[person_of(lines[i])];
  std::vector<std::string> files(3, lines.front());
  std::map<std::string, std::size_t> dealt;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::string person = person_of(lines[i]);
    files[dealt[person]++ * files.size() / rows_of[person]] += lines[i];
  }
  return files;
}

}  // namespace

TEST_CASE("a whole run writes the same bytes on one thread and on several") {
  for (const unsigned threads : {1U, 2U, 5U}) check_golden_run(threads);
}

TEST_CASE("a whole run writes the same bytes in another time zone and another locale") {
  for (const char* locale : {"de_DE.UTF-8", "tr_TR.UTF-8"}) {
    const OddSurroundings surroundings(locale);
    check_golden_run(2);
  }
}

TEST_CASE("explanations are the same texts, in any surroundings") {
  check_golden_explanations();
  const OddSurroundings surroundings("tr_TR.UTF-8");
  check_golden_explanations();
}

TEST_CASE("the golden decisions are those that the fixture expects") {
  check_decisions(golden_folder() + "/expected", project_path("tests/fixtures/los-angeles/expected.csv"));
}

TEST_CASE("the golden input is read as good rows and rejects, and no row is lost") {
  const auto summary = nlohmann::json::parse(file_bytes(golden_folder() + "/expected/manifest.json"));
  const auto& counts = summary.at("counts");
  CHECK(counts.at("rows_in") == 235);  // 231 of the fixture, 4 that are mess
  CHECK(counts.at("rows_out") == 229);
  CHECK(counts.at("rows_rejected") == 6);
  CHECK(counts.at("rows_unusable") == 3);
  CHECK(counts.at("empty_lines") == 3);
  const CsvTable rejects = CsvTable::read(golden_folder() + "/expected/rejects.csv");
  CHECK(rejects.size() == 9);  // rejected and unusable ones
}

TEST_CASE("a county dealt out to three files gets the decisions of the one file") {
  const ScratchFolder scratch;
  EvaluateRequest request = golden_run().request;
  request.inputs.clear();
  for (const std::string& text : dealt_out(file_bytes(project_path("tests/fixtures/los-angeles/input.csv")))) {
    request.inputs.push_back(scratch.at("part-" + std::to_string(request.inputs.size() + 1) + ".csv"));
    std::ofstream(request.inputs.back(), std::ios::binary) << text;
  }
  request.out = scratch.at("results");
  request.threads = 3;
  const EvaluateReport report = evaluated(request);
  CHECK(report.rows_in == 231);
  CHECK(report.people == 88);
  check_decisions(request.out, project_path("tests/fixtures/los-angeles/expected.csv"));
}
