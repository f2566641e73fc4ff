#include "whole_run.h"

#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <fstream>
#include <optional>

#include "scan/cells.h"
#include "scan/record_walker.h"

namespace redress::regress {
namespace {

std::string text_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> split(std::string_view record) {
  scan::Cells cells;
  cells.split(record);
  std::vector<std::string> values;
  for (std::size_t i = 0; i < cells.count(); ++i) {
    std::deque<std::string> unescaped;
    values.emplace_back(cells.value(i, unescaped));
  }
  return values;
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

std::string count_of(int cycle, int count, int step) {
  return fmt::format("{:03}{:03}{:03}000", 100 + cycle, step, count);
}

DojRow felony(std::string_view count, std::string_view charge, std::string_view date, std::string_view person) {
  DojRow row = testing::convicted_row(count, charge, person);
  return row.with(RowFact::kEventDate, date).with(RowFact::kBirthDate, "19800101");
}

DojRow with_sentence(DojRow row, std::string_view length, std::string_view unit) {
  return row.with(RowFact::kSentenceLength, length).with(RowFact::kSentenceUnit, unit);
}

DojRow other_step(std::string_view type, std::string_view count, std::string_view date, std::string_view person) {
  DojRow row = testing::court_row(count, person);
  row.with(RowFact::kStepType, type).with(RowFact::kEventDate, date).with(RowFact::kBirthDate, "19800101");
  return row.with(RowFact::kCounty, "LOS ANGELES");
}

std::string numbered(std::vector<DojRow> rows) {
  std::size_t number = 0;
  for (DojRow& row : rows) row.with(RowFact::kRecord, std::to_string(++number));
  return testing::file_of(rows);
}

Table::Table(const std::string& text) {
  const std::string_view bytes = text;
  const std::string_view first_line = bytes.substr(0, bytes.find('\n'));
  header_ = split(first_line);
  scan::RecordWalker walker(bytes, header_.size());
  scan::Record record;
  while (walker.next(record)) {
    REQUIRE(record.fault == scan::RecordFault::kNone);
    if (record.row_1based > 1) rows_.push_back(split(bytes.substr(record.offset_bytes, record.length_bytes)));
  }
}

const std::string& Table::cell(std::size_t row, std::string_view column) const {
  const auto found = std::find(header_.begin(), header_.end(), column);
  if (found == header_.end()) FAIL("no column " << std::string(column));
  return rows_[row][static_cast<std::size_t>(found - header_.begin())];
}

Desk::Desk(const std::vector<std::string>& files, Setup setup) {
  std::string name = (std::filesystem::temp_directory_path() / "redress_regress_XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr)
    throw std::filesystem::filesystem_error("mkdtemp", std::error_code(errno, std::generic_category()));
  path_ = name;
  for (std::size_t i = 0; i < files.size(); ++i) {
    request_.inputs.push_back(at(fmt::format("county-{}.csv", i + 1)));
    std::ofstream(request_.inputs.back(), std::ios::binary) << files[i];
  }
  if (!setup.options.empty()) {
    request_.policy.options_file = at("options.json");
    std::ofstream(request_.policy.options_file, std::ios::binary) << setup.options;
  }
  if (setup.make_out_parent) std::filesystem::create_directory(at("out"));
  request_.policy.policy = std::move(setup.policy);
  request_.policy.county = std::move(setup.county);
  request_.policy.parameters = std::move(setup.set);
  request_.as_of = setup.as_of;
  request_.threads = setup.threads;
  request_.out = at("out") + "/results";
}

Desk::~Desk() {
  std::filesystem::remove_all(path_);
}

std::string Desk::written(const std::string& name) const {
  return text_of(request_.out + "/" + name);
}

bool Desk::has_left_something() const {
  return std::filesystem::exists(at("out")) && !std::filesystem::is_empty(at("out"));
}

WholeRun::WholeRun(const std::vector<std::string>& files, Setup setup)
    : desk_(files, std::move(setup)),
      report_([this] {
        auto report = desk_.evaluate();
        if (!report) FAIL(to_string(report.error()));
        return *std::move(report);
      }()),
      all_rows_(desk_.written("all_rows.csv")),
      summary_(nlohmann::json::parse(desk_.written("summary.json"))) {}

std::size_t WholeRun::row_of(std::string_view count, std::string_view person) const {
  std::optional<std::size_t> first;
  for (std::size_t row = 0; row < all_rows_.size(); ++row) {
    if (trimmed(all_rows_.cell(row, "CNT_ORDER")) != count || all_rows_.cell(row, "SUBJECT_ID") != person) continue;
    if (!all_rows_.cell(row, "Eligibility Determination").empty()) return row;
    if (!first) first = row;
  }
  if (!first) FAIL("no row of count " << std::string(count));
  return *first;
}

std::string WholeRun::cell(std::string_view count, std::string_view column, std::string_view person) const {
  return all_rows_.cell(row_of(count, person), column);
}

std::string WholeRun::answer(std::string_view count, std::string_view person) const {
  const std::size_t row = row_of(count, person);
  const std::string& determination = all_rows_.cell(row, "Eligibility Determination");
  if (determination.empty()) return {};
  // The reason of a doubt names facts; what it names is looked at where a case is about it.
  if (all_rows_.cell(row, "Eligibility Reason").rfind("Undecided: ", 0) == 0) return determination;
  return determination + ": " + all_rows_.cell(row, "Eligibility Reason");
}

std::uint64_t WholeRun::figure(const char* section, const char* name) const {
  return summary_.at(section).at(name).at("value").get<std::uint64_t>();
}

const nlohmann::json& WholeRun::table(const char* section, const char* name) const {
  return summary_.at(section).at(name).at("table");
}

Error refusal(const std::vector<std::string>& files, Setup setup) {
  const Desk desk(files, std::move(setup));
  const auto report = desk.evaluate();
  if (report.ok()) FAIL("the run succeeded");
  CHECK_FALSE(desk.has_left_something());
  return report.error();
}

void check_priors(const std::vector<ChargeCase>& cases, std::string_view column) {
  std::vector<DojRow> rows;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const std::string person = std::to_string(1000 + i);
    rows.push_back(felony(count_of(1, 1), cases[i].charge, "20000601", person));
    rows.push_back(felony(count_of(2, 1), "11359 HS-POSSESS MARIJUANA FOR SALE", "20050601", person));
  }
  const WholeRun run(std::move(rows));
  for (std::size_t i = 0; i < cases.size(); ++i) {
    CAPTURE(cases[i].charge);
    const std::string person = std::to_string(1000 + i);
    CHECK((column.empty() ? run.answer(count_of(2, 1), person) : run.cell(count_of(2, 1), column, person)) ==
          cases[i].expected);
  }
}

}  // namespace redress::regress
