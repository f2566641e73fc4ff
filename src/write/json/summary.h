// write/json/summary.h: summary.json: the run, its rows, and every figure with its definition beside it.
// Not here: counting (tally), files (results_folder.h). Its keys stand in docs/schema/summary.schema.json. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/facts_layout.h"
#include "policy/plan/plan.h"
#include "redress/date.h"
#include "tally/comparison.h"
#include "tally/tally.h"
#include "write/results_target.h"

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
  std::vector<std::string> worth_checking;  // sentences: what does not fit together
  std::uint64_t rows_in = 0;
  std::uint64_t rows_out = 0;
  std::uint64_t rows_rejected = 0;
  std::uint64_t rows_unusable = 0;
  std::uint64_t empty_lines = 0;
  std::vector<CauseCount> rejects_by_cause;  // in the order given
  std::vector<WrittenFile> facts_files;      // of supplied facts, as read; names are written without folders
  std::map<std::string, std::uint64_t> supplied_facts;  // how often each was used
  std::vector<model::FactQuestion> fact_questions;      // the words of the facts that no policy declares
};

// A policy that was answered beside the office's. Holds references.
struct BesideFigures {
  std::string_view role;  // "statute" or "further"
  std::string choice;     // as it was given; of the statute its id
  const policy::Plan& plan;
  const tally::BesideTally& tally;
};

// UTF-8, two blanks of indent, LF at the end; bytes that are not UTF-8 become U+FFFD. The same arguments give the same
// bytes. REQUIRES: the tallies were counted under these plans; `plan` is the office's.
std::string summary_json(const RunSummary& run, const policy::Plan& plan, const tally::Tally& tally,
                         std::span<const BesideFigures> beside = {});

}  // namespace redress::write
