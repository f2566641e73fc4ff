#include "run/decision_pass.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "support/doj_rows.h"
#include "support/scratch_folder.h"

namespace redress::run {
namespace {

using testing::convicted_row;
using testing::DojRow;
using testing::RowFact;

constexpr Date kDecidedOn{2019, 11, 11};
constexpr int kPeople = 30;
constexpr int kRounds = 4;

// Everybody's rows in turns, so that no two of one person stand together.
std::string rows_in_turns() {
  std::string file;
  for (int round = 0; round < kRounds; ++round) {
    for (int person = 0; person < kPeople; ++person) {
      DojRow row = convicted_row("10" + std::to_string(round) + "001001", round % 2 == 0 ? "11357(a) HS" : "459 PC",
                                 std::to_string(person + 1));
      if (person % 7 == 0) row.with(RowFact::kEventDate, "");
      file += row.line() + "\n";
    }
  }
  return file;
}

struct Written {
  std::string convictions, all_rows, condensed;
  std::uint64_t rows = 0;
  RunTally tally;

  friend bool operator==(const Written&, const Written&) = default;
};

class Desk {
 public:
  explicit Desk(const std::string& file) {
    std::ofstream(folder_.at("records.csv"), std::ios::binary) << file;
    PolicyChoice office;
    office.policy = "us-ca.prop64.los-angeles";
    auto policies = open_policies(office, {}, kDecidedOn);
    REQUIRE(policies.ok());
    inputs_ = {folder_.at("records.csv")};
    auto run = open_run(*std::move(policies), {inputs_, {}}, 1, nullptr);
    REQUIRE(run.ok());
    run_ = std::make_unique<OpenedRun>(*std::move(run));
  }

  // Every batch decided before any is rendered: whatever can be carried is.
  Written write(const DecisionPass::Division& division) const {
    DecisionPass pass(*run_, AllRows::kWrite, 1, division);
    for (std::size_t i = 0; i < pass.batch_count(); ++i) pass.decide(i, 0);
    Written written;
    for (std::size_t i = 0; i < pass.batch_count(); ++i) {
      pass.render(i, 0);
      const BatchTexts& texts = pass.texts(i);
      written.convictions += texts.convictions.view();
      written.all_rows += texts.all_rows.view();
      written.condensed += texts.condensed.view();
      written.rows += texts.rows;
      pass.release(i);
    }
    written.tally = pass.merged_tally();
    return written;
  }

 private:
  testing::ScratchFolder folder_;
  std::vector<std::string> inputs_;
  std::unique_ptr<OpenedRun> run_;
};

TEST_CASE("the rows and figures do not depend on how many rows a batch has") {
  const Desk desk(rows_in_turns());
  const Written whole = desk.write({100'000});
  CHECK(whole.rows == kPeople * kRounds);
  CHECK(std::count(whole.all_rows.begin(), whole.all_rows.end(), '\n') == kPeople * kRounds);
  CHECK(std::count(whole.convictions.begin(), whole.convictions.end(), '\n') == kPeople * kRounds / 2);
  for (const std::size_t rows : {1U, 7U, 64U}) {
    CAPTURE(rows);
    CHECK((desk.write({rows}) == whole));
  }
}

TEST_CASE("results that cannot be carried are worked out again, and nobody is counted twice") {
  const Desk desk(rows_in_turns());
  const Written carried = desk.write({10});
  CHECK(carried.tally.office.people == kPeople);
  for (const std::uint64_t bytes : {0U, 500U, 5'000U}) {
    CAPTURE(bytes);
    CHECK((desk.write({10, bytes}) == carried));
  }
}

}  // namespace
}  // namespace redress::run
