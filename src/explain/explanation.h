// explain/explanation.h: one person's record and every answer about it, step by step, in plain text of 100 columns.
// Not here: the answers (explain/person_answers.h), reading the files (intake, run), printing (apps). Pure; no new
// legal conclusions.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "evaluate/evaluate.h"
#include "explain/person_answers.h"
#include "model/person.h"

namespace redress::explain {

// Where a row stands: the file, and the record's number in it, the header counted.
struct RowPlace {
  std::string_view file_name;
  std::uint64_t row_1based = 0;
};

// A person's record with what its words need. Holds references and views; all must outlive it.
struct ShownRecord {
  const model::Person& person;
  const evaluate::RunFacts& run;
  std::function<RowPlace(model::RowNumber)> place;
  std::span<const std::string> file_names;               // of all inputs, in their order
  std::function<std::string(std::string_view)> to_utf8;  // from the bytes of the file's encoding
  LeapRule leap = LeapRule::kMarch1;                     // of the office's policy, for the person's age
};

// The whole explanation, lines ending in "\n", UTF-8: who, the record in order of date, then for each conviction that a
// policy speaks of the office's answer with every step looked at, the facts and rows it used, what was missing, what
// came closest; and beneath it what the other policies answer, in short.
// Holds no control character but line ends, whatever the file holds.
// Shows the person's name and what the file says of each conviction: only for who may see it.
// REQUIRES: `answers` are those of answers_about(policies, the person, the run); the first policy is the office's.
std::string explanation_text(const ShownRecord& record, std::span<const AskedPolicy> policies,
                             std::span<const SubjectAnswers> answers);

// The explanations of several people, one under the other, with how many match and how many of them these are; one
// person's as it is. REQUIRES: not empty; found >= texts.size().
std::string people_text(std::span<const std::string> texts, std::uint64_t found);

}  // namespace redress::explain
