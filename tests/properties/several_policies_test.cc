// Several policies in one run answer as each does alone. Source: experience, "Command line": "the first is the
// office's, the others are answered beside it"; county-policies, "Result columns". Whole runs on files of drawn
// records: what is held here is the wiring, so that nothing is shrunk.
#include <cstdint>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "properties/answers.h"
#include "properties/statute_dice.h"
#include "redress/evaluate.h"
#include "support/csv_table.h"
#include "support/scratch_folder.h"

namespace redress::testing {
namespace {

constexpr const char* kDetermination = "Eligibility Determination";
constexpr const char* kPossible = "Possible Determinations";
constexpr const char* kStatutoryRelief = "Statutory Relief";
constexpr const char* kStatute = "us-ca.prop64.statute";
constexpr int kPeople = 40;

// Policies that may be asked alone about the county of the records.
const std::vector<std::string>& choices_alone() {
  static const std::vector<std::string> texts = {
      "us-ca.prop64.los-angeles",
      "us-ca.prop64.los-angeles with dismiss_at_age=65, youth_age=30",
      "us-ca.prop64.configurable with dismiss=11357(a);11358, reduce=11359;11360, crime_free_years=5",
      "us-ca.prop64.dismiss-all",
      "us-ca.prop64.dismiss-all-and-related",
      kStatute,
  };
  return texts;
}

PolicyChoice choice_of(const std::string& text) {
  auto choice = parse_policy_choice(text);
  if (!choice) FAIL(to_string(choice.error()));
  return *std::move(choice);
}

class DrawnFile {
 public:
  explicit DrawnFile(std::uint64_t seed) : file_(folder_.at("drawn.csv")) {
    Dice dice{rc::Random(seed)};
    std::ofstream out(file_, std::ios::binary);
    for (int i = 1; i <= kPeople; ++i) {
      const Sketch sketch = i % 2 == 0 ? draw_record(dice) : draw_doubtful_statute_record(dice);
      out << lines_of(sketch, std::to_string(i));
    }
  }

  // all_rows.csv of a run with that office's policy and all the others beside it, or with none beside it.
  CsvTable run(const std::string& office, bool with_others) {
    EvaluateRequest request;
    request.inputs = {file_};
    request.policy = choice_of(office);
    request.policy.county = std::string(kHome);
    for (const std::string& other : choices_alone()) {
      if (with_others && other != office) request.further.push_back(choice_of(other));
    }
    request.as_of = kDay;
    request.out = folder_.at("results" + std::to_string(++runs_));
    request.threads = 1;
    const auto done = evaluate_files(request, nullptr);
    if (!done) FAIL(to_string(done.error()));
    return CsvTable::read(request.out + "/all_rows.csv");
  }

 private:
  ScratchFolder folder_;
  std::string file_;
  int runs_ = 0;
};

TEST_CASE("several policies in one run answer as each alone, and the statute beside an office as the statute alone") {
  DrawnFile file(64301);
  std::map<std::string, CsvTable> alone;
  for (const std::string& choice : choices_alone()) alone.emplace(choice, file.run(choice, false));
  std::size_t compared = 0;
  std::size_t not_in_scope = 0;
  for (const std::string& office : choices_alone()) {
    const CsvTable together = file.run(office, true);
    REQUIRE(together.size() == alone.at(office).size());
    for (std::size_t row = 0; row < together.size(); ++row) {
      const auto agrees = [&](const std::string& found, const std::string& expected, const std::string& whose) {
        if (found != expected) FAIL_CHECK(office, ", row ", row, ", ", whose, ": ", found, " against ", expected);
      };
      const std::string& determination = together.cell(row, kDetermination);
      agrees(determination, alone.at(office).cell(row, kDetermination), office);
      if (determination.empty()) continue;
      // Beside an office the statute takes its scope as given: they differ where it is in doubt, and no step was
      // walked.
      const CsvTable& statute = alone.at(kStatute);
      if (!statute.cell(row, kPossible).empty()) {
        agrees(together.cell(row, kStatutoryRelief), statute.cell(row, kDetermination), "the statute");
      }
      for (const std::string& other : choices_alone()) {
        if (other == office) continue;
        const std::string& beside = together.cell(row, std::string(kDetermination) + ": " + other);
        if (other == kStatute) {
          agrees(beside, together.cell(row, kStatutoryRelief), other);  // one answer, however it is asked for
          continue;
        }
        const std::string& by_itself = alone.at(other).cell(row, kDetermination);
        agrees(beside, by_itself.empty() ? "Not in scope" : by_itself, other);
        ++compared;
        if (beside == "Not in scope") ++not_in_scope;
      }
    }
  }
  CHECK(compared > not_in_scope);
  CHECK(not_in_scope > 0);
}

}  // namespace
}  // namespace redress::testing
