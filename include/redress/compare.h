// redress/compare.h: policies held against each other on the same people, or two runs of which one came later.
// Not here: what differs between the texts of two policies (policy.h), one policy's results (evaluate.h). Public face;
// std only.
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

// What a policy says of a conviction, in words. The step is empty where none decided.
struct PolicyAnswer {
  std::string determination;  // "Not in scope" where the policy does not speak of it
  std::string step;           // "5 older-than-age"
};

// Convictions that two sides answer so.
struct AnswerPair {
  PolicyAnswer first, second;
  bool differs = false;  // the determinations are other texts
  Affected affected;     // a person counts in every pair in which they have a conviction
};

// Where the tables of a comparison are written to. A file that exists is an error, and nothing is overwritten.
struct ComparisonFiles {
  std::string pairs;  // CSV, a line for each pair of answers; empty: not written
  // CSV, a line for each conviction that differs: who, which count, both answers with their reasons. It names people by
  // their ids: only for who may see the record. Empty: not written.
  std::string each;
};

struct CompareRequest {
  std::vector<std::string> inputs;    // as for evaluate
  PolicyChoice policy;                // the first; its county and policies_dir hold for all
  std::vector<PolicyChoice> further;  // each is held against the first; at least one
  std::vector<std::string> facts;
  Date as_of;
  RejectLimit max_rejects;
  ComparisonFiles files;
  unsigned threads = 0;  // 0: as many as the machine has; the comparison does not depend on it
  MemoryLimit memory;
};

// The first policy against another.
struct PolicyComparison {
  Affected in_either;           // at least one of the two speaks of them
  Affected differing;           // the determinations are other texts, or only one policy speaks of them
  Affected other_relief;        // of a dismissal, a reduction, a review and nothing another one
  std::vector<AnswerPair> pairs;  // those that differ first; most convictions first, then in the policies' order
};

struct ComparedPolicy {
  std::string id, title, version;
  std::string choice;  // as it was given
};

struct CompareReport {
  std::string county;
  Date as_of;
  std::uint64_t people = 0, convictions = 0;  // of the files
  std::vector<ComparedPolicy> policies;        // the first, then the further ones
  std::vector<PolicyComparison> comparisons;   // one for each further policy
};

// Answers every conviction under every policy, each by its own scope, and says who differs and by which step. Errors:
// as evaluate_files, of ComparisonFiles in place of the results folder; compare.one_policy (kUsage) without a further
// policy. `observer` may be null. Cost: that of evaluate_files without writing rows.
Result<CompareReport> compare_policies(const CompareRequest& request, RunObserver* observer);

struct CompareResultsRequest {
  std::string first, second;  // two results folders; only read
  ComparisonFiles files;
};

// One thing that the two manifests do not say alike. Texts are plain words; a side that lacks the thing says so.
struct ManifestDifference {
  std::string what;  // "as-of date", "parameter dismiss_at_age", "input county.dat"
  std::string first, second;
};

struct CompareResultsReport {
  std::string first_policy, second_policy;        // the ids of the offices' policies
  std::vector<ManifestDifference> differences;    // in the order of the manifest
  Affected in_first, in_second;                   // convictions with a decision
  Affected same;                                  // in both, the same determination
  Affected same_by_other_step;                    // those of them by another step
  Affected other_determination;                   // in both
  Affected only_first, only_second;
  std::vector<AnswerPair> pairs;  // of other determinations; most convictions first
};

// What a second delivery of the files, another policy or another version changed: the convictions with a decision of
// two results folders, matched by person and count. Rows whose count the file leaves out are matched in their order.
// Errors (kInput): results.no_folder where there is no manifest of a run; those of a manifest that cannot be read;
// results.changed where convictions.csv is no longer as the run wrote it; results.column where it lacks a column;
// results.row where a row cannot be read. kOutput for ComparisonFiles.
// Cost: both files of convictions are read once and held in memory.
Result<CompareResultsReport> compare_results(const CompareResultsRequest& request);

}  // namespace redress
