// write/json/summary.h: summary.json: the run, its rows, and every figure with its definition beside it.
// Not here: counting (tally), files (results_folder.h). Its keys stand in docs/schema/summary.schema.json. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "policy/plan/plan.h"
#include "redress/date.h"
#include "tally/tally.h"

namespace redress::write {

struct SummaryInput {
  std::string name;  // written without its folders
  std::uint64_t bytes = 0;
  std::string sha256;
  std::uint64_t rows = 0;  // good ones
  std::uint64_t rejects = 0;
  std::uint64_t empty_lines = 0;
  bool has_header = false;
  std::string encoding;
};

struct CauseCount {
  std::string id;  // stable
  std::string words;
  std::uint64_t rows = 0;
};

// What the run knows beside the tally. Texts are UTF-8.
struct RunSummary {
  std::string version;  // of the program
  Date as_of;
  std::string county;
  std::vector<SummaryInput> inputs;
  std::uint64_t rows_in = 0;
  std::uint64_t rows_out = 0;
  std::uint64_t rows_rejected = 0;
  std::uint64_t rows_unusable = 0;
  std::uint64_t empty_lines = 0;
  std::vector<CauseCount> rejects_by_cause;  // in the order given
};

// UTF-8, two blanks of indent, LF at the end; bytes that are not UTF-8 become U+FFFD. The same arguments give the same
// bytes. REQUIRES: the tally was counted under this plan.
std::string summary_json(const RunSummary& run, const policy::Plan& plan, const tally::Tally& tally);

}  // namespace redress::write
