// explain/explanation.h: one person's record and every decision about it, step by step, in plain text of 100 columns.
// Not here: the decisions (evaluate), reading the files (intake, run), printing (apps). Pure; no new legal conclusions.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "evaluate/evaluate.h"
#include "model/person.h"
#include "policy/plan/plan.h"

namespace redress::explain {

// Where a row stands: the file, and the record's number in it, the header counted.
struct RowPlace {
  std::string_view file_name;
  std::uint64_t row_1based = 0;
};

// Holds references and views; all must outlive the call.
struct ExplainRequest {
  const policy::Plan& plan;
  const model::Person& person;
  const evaluate::RunFacts& run;
  std::function<RowPlace(model::RowNumber)> place;
  std::span<const std::string> file_names;               // of all inputs, in their order
  std::function<std::string(std::string_view)> to_utf8;  // from the bytes of the file's encoding
};

// The whole explanation, lines ending in "\n", UTF-8: who, the record in order of date, then for each conviction in the
// policy's scope the answer, every step looked at with the facts and rows it used, what was missing, what came closest.
// Shows the person's name and what the file says of each conviction: only for who may see it.
// Cost: that of deciding every conviction with full detail.
std::string explain_person(const ExplainRequest& request);

}  // namespace redress::explain
