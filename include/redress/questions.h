// redress/questions.h: what keeps convictions in review: the facts that somebody can look up, in the order in which
// they settle the most, the questions of law that are open, and the file in which an office fills the facts in. Not
// here: deciding with the facts (evaluate.h takes that file as `facts`). Public face; std only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "redress/date.h"
#include "redress/error.h"
#include "redress/memory_limit.h"
#include "redress/evaluate.h"
#include "redress/run_observer.h"

namespace redress {

struct QuestionsRequest {
  std::vector<std::string> inputs;    // as for evaluate
  PolicyChoice policy;                // the office's
  std::vector<PolicyChoice> further;  // asked beside it
  std::vector<std::string> facts;     // what is supplied already
  Date as_of;
  std::string out;       // the file of facts to fill in; must not exist; empty: none
  std::size_t top = 10;  // how many facts the text shows for each policy
  RejectLimit max_rejects;
  unsigned threads = 0;
  MemoryLimit memory;
};

// A fact that can be looked up and supplied. People are counted by all that keeps any of their convictions in review.
// What is settled is settled by any value; one that makes another fact matter no more settles more.
struct MissingFact {
  std::string fact;      // by the name that a file of facts gives it
  std::string question;  // in plain words
  std::string unit;      // "living plants"; may be empty
  Affected alone;        // convictions that nothing else keeps in review; people with none but such
  Affected takes_part;   // convictions that it keeps in review, with others or alone
  // What it settles together with all facts before it that they did not settle, and what is settled by then. Greedy:
  // the next fact is the one that settles the most further convictions, not part of the best set of each size.
  Affected further;
  Affected settled;
};

// A question of law that the policy leaves open, or what has to be mended in the files.
struct OpenMatter {
  std::string id;
  std::string text;
  std::string source;  // of the question of law; may be empty
  Affected alone;
  Affected takes_part;
};

// What keeps convictions in review under one policy.
struct PolicyQuestions {
  enum class Role : std::uint8_t { kOffice, kStatute, kFurther } role = Role::kOffice;
  std::string id, title, version;
  std::string choice;                 // as it was given; of the statute its id
  std::uint64_t in_scope = 0;         // convictions
  Affected in_review;                 // kept in review by an unknown fact, an open question or a fault of the files
  std::uint64_t sent_to_review = 0;   // convictions besides that a step of the policy sends to review
  std::vector<MissingFact> facts;     // in the joint order
  std::vector<OpenMatter> questions;  // of law, those that the most convictions hang on alone first
  std::vector<OpenMatter> faults;     // what a fact does not settle at once, or not at all, in the same order
};

struct QuestionsReport {
  std::string county;
  Date as_of;
  std::vector<PolicyQuestions> policies;  // the office's, the statute unless it is that, the further ones
  std::uint64_t rows_to_fill = 0;         // written to `out`
  std::string text;                       // all of it in words: UTF-8, at most 100 columns
};

// Decides every conviction and counts what keeps each in review. With `out`, writes one row for each fact that is
// missing and would take part in settling a conviction: person, count, fact, an empty value, and what helps to find it;
// in the joint order of the office's policy, then of those beside it, then by person and count in file order. Filled
// in, it is what evaluate takes as `facts`. It names people: 0600, complete or absent. Errors: as for evaluate; kOutput
// for the file. Cost: as for evaluate; memory of the rows of the file.
Result<QuestionsReport> find_questions(const QuestionsRequest& request, RunObserver* observer);

}  // namespace redress
