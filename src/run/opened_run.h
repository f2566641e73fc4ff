// run/opened_run.h: everything that a run opens before it decides: policies, formats, sets, then files.
// Not here: deciding (decision_pass.h), what is written (evaluation.h). Part of the corridor.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "evaluate/evaluate.h"
#include "intake/gather.h"
#include "intake/supplied_facts.h"
#include "policy/plan/plan.h"
#include "redress/date.h"
#include "redress/error.h"
#include "redress/evaluate.h"
#include "redress/run_observer.h"
#include "run/policy_library.h"
#include "run/record_files.h"
#include "run/policy_answers.h"
#include "run/required_sets.h"
#include "write/results_target.h"

namespace redress::run {

// A policy that is answered beside the office's.
struct FurtherPolicy {
  std::string choice;  // as it was given: "us-ca.prop64.los-angeles with dismiss_at_age=60"; unique among the run's
  policy::Plan plan;
  AskedScope scope = AskedScope::kOwn;  // kOffices where it is the statute: a conviction has one answer of the statute
};

// A policy beside the office's, as those who ask and count go through them.
struct AskedBeside {
  const policy::Plan* plan = nullptr;  // never null
  bool is_statute = false;             // that a result column of its own shows
  std::string choice;                  // of the statute its id
  AskedScope scope = AskedScope::kOwn;

  // A further policy that is the statute: whoever shows each policy once leaves it out.
  bool is_the_statute_again() const { return !is_statute && scope == AskedScope::kOffices; }
};

// What is known before any file is opened. May be moved while nothing refers into it. Immutable once opened; safe to
// share by threads.
struct OpenedPolicies {
  PolicyLibrary library;
  Formats formats;  // its result columns end with one for each further policy
  RequiredSets sets;
  policy::Plan office;
  // What a result column shows beside the office's policy: the library's; nothing where the office's policy is that
  // very text with nothing chosen. One of the same id may stand as the office's.
  std::optional<policy::Plan> statute;
  std::vector<FurtherPolicy> further;
  evaluate::RunFacts facts;  // the county is asked of the office's policy, and holds for all

  // The policies beside the office's: the statute, where there is one, then the further ones.
  std::vector<AskedBeside> beside() const;

  // The plans of all, the office's first.
  std::vector<const policy::Plan*> plans() const;
};

// The same and the files. As above.
struct OpenedRun {
  OpenedPolicies policies;
  RecordFiles records;
  intake::SuppliedFacts supplied;               // what the files of facts say of these records
  std::vector<write::WrittenFile> facts_files;  // those files, as read

  // A gatherer of these records for one thread; the run must outlive it.
  intake::Gatherer gatherer(intake::GatherFor whom = intake::GatherFor::kReading) const;
};

// Opens the office's policy, those beside it and what every run needs. `further` come from the policies of `office` and
// are asked with its county, whatever county they were written for. Plans have the values of that day. Errors (kUsage):
// those of PolicyLibrary::load, chosen_plan, chosen_county and policy::has_answer_on; policies.set_missing,
// policies.statute_missing; policy.twice where two choices are the same, or go by the same name.
Result<OpenedPolicies> open_policies(const PolicyChoice& office, std::span<const PolicyChoice> further, Date as_of);

// What a run reads. `inputs`: the records, one data set; `facts`: files of supplied facts.
struct RunFiles {
  std::span<const std::string> inputs;
  std::span<const std::string> facts;
  RejectLimit max_rejects = kAnyButAll;
  Checksums checksums = Checksums::kToTellApart;
  MemoryLimit memory = {};
};

// Opens the files of a run whose policies are open. Errors: those of open_records, check_reject_limit and
// open_facts.
Result<OpenedRun> open_run(OpenedPolicies policies, const RunFiles& files, unsigned threads, RunObserver* observer);

}  // namespace redress::run
