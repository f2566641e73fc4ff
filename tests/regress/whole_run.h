// tests/regress/whole_run.h: a whole run over invented rows, and its results read back by the names of their columns.
// Not here: what a result must be (the cases). Every run has a folder of its own, removed with all in it.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "redress/evaluate.h"
#include "support/doj_rows.h"

namespace redress::regress {

using model::RowFact;
using testing::DojRow;

inline constexpr std::string_view kPerson = "18675309";

// What a run is asked for; all else is as by default.
struct Setup {
  std::string policy = "us-ca.prop64.los-angeles";
  std::string county;
  std::vector<std::pair<std::string, std::string>> set;
  std::string options;  // the text of an options file; empty: none
  Date as_of{2019, 11, 11};
  unsigned threads = 1;
  bool make_out_parent = true;
};

inline Setup on(Date as_of) {
  Setup setup;
  setup.as_of = as_of;
  return setup;
}

inline Setup in_county(std::string policy, std::string county = {}) {
  Setup setup;
  setup.policy = "us-ca.prop64." + std::move(policy);
  setup.county = std::move(county);
  return setup;
}

// The configurable policy in Los Angeles; "11359" is reduced unless the settings say otherwise.
inline Setup configured(std::vector<std::pair<std::string, std::string>> set) {
  Setup setup = in_county("configurable", "LOS ANGELES");
  setup.set = std::move(set);
  return setup;
}

// The identity of a count: "101002001000" is count 1 of step 2 of cycle 1.
std::string count_of(int cycle, int count, int step = 2);
inline const std::string kFirst = count_of(1, 1);
inline const std::string kSecond = count_of(2, 1);
inline const std::string kThird = count_of(3, 1);

// What offices read: the determination and the reason.
inline constexpr const char* kSuperstrike = "Not eligible: PC 667(e)(2)(c)(iv)";
inline constexpr const char* kCompleted = "Eligible for Dismissal: Only has 11357-60 charges and completed sentence";
inline constexpr const char* kNothingApplies = "Hand Review: No applicable eligibility criteria";

// A felony conviction in Los Angeles of a person born on January 1, 1980, without a sentence.
DojRow felony(std::string_view count, std::string_view charge, std::string_view date,
              std::string_view person = kPerson);

// A row of one part of its sentence.
DojRow with_sentence(DojRow row, std::string_view length, std::string_view unit);

// A row of a step that is no court action: REGISTRATION, DECEASED, ARREST/DETAINED/CITED.
DojRow other_step(std::string_view type, std::string_view count, std::string_view date,
                  std::string_view person = kPerson);

// Numbers the rows, so that no two are the same line though they may be equal rows.
std::string numbered(std::vector<DojRow> rows);

// A table with a header line, as written to a file.
class Table {
 public:
  explicit Table(const std::string& text);
  std::size_t size() const { return rows_.size(); }
  // Fails the test where there is no such column.
  const std::string& cell(std::size_t row, std::string_view column) const;

 private:
  std::vector<std::string> header_;
  std::vector<std::vector<std::string>> rows_;
};

// A folder of its own with the input files of a run.
class Desk {
 public:
  Desk(const std::vector<std::string>& files, Setup setup);
  ~Desk();
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  EvaluateRequest& request() { return request_; }
  std::string at(const std::string& name) const { return (path_ / name).string(); }
  Result<EvaluateReport> evaluate() const { return evaluate_files(request_, nullptr); }
  std::string written(const std::string& name) const;
  // Whether the results folder or anything on the way to it is there.
  bool has_left_something() const;

 private:
  std::filesystem::path path_;
  EvaluateRequest request_;
};

// A run that succeeds.
class WholeRun {
 public:
  explicit WholeRun(const std::vector<std::string>& files, Setup setup = {});
  explicit WholeRun(std::vector<DojRow> rows, Setup setup = {})
      : WholeRun(std::vector<std::string>{numbered(std::move(rows))}, std::move(setup)) {}

  // "Not eligible: PC 290" of the row of the count that has a decision; empty where none has.
  std::string answer(std::string_view count, std::string_view person = kPerson) const;
  // A cell of that row, or of the first row of the count where none has a decision.
  std::string cell(std::string_view count, std::string_view column, std::string_view person = kPerson) const;

  // "convictions" of "record": a figure of the summary.
  std::uint64_t figure(const char* section, const char* name) const;
  // The rows of a table of the summary.
  const nlohmann::json& table(const char* section, const char* name) const;
  const EvaluateReport& report() const { return report_; }
  std::string written(const std::string& name) const { return desk_.written(name); }
  const Table& all_rows() const { return all_rows_; }

 private:
  std::size_t row_of(std::string_view count, std::string_view person) const;

  Desk desk_;
  EvaluateReport report_;
  Table all_rows_;
  nlohmann::json summary_;
};

// The error of a run that must fail; it leaves nothing behind.
Error refusal(const std::vector<std::string>& files, Setup setup);

// An earlier charge, and what is to be read in the row of the later one.
struct ChargeCase {
  std::string charge;
  std::string expected;
};

// For each charge a person convicted of it in 2000 and of 11359 HS in 2005: the answer of the second, or the cell of
// `column` in its row, is what is expected.
void check_priors(const std::vector<ChargeCase>& cases, std::string_view column = {});

}  // namespace redress::regress
