// run/facts_run.h: the files of supplied facts of a run, opened, read, and held against the records.
// Not here: how a file is read and a fact resolved (intake). Part of the corridor.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "citation/section_set.h"
#include "evaluate/evaluate.h"
#include "intake/supplied_facts.h"
#include "model/person.h"
#include "policy/plan/plan.h"
#include "redress/error.h"
#include "run/policy_library.h"
#include "run/record_files.h"
#include "write/results_target.h"

namespace redress::run {

struct OpenedFacts {
  std::vector<write::WrittenFile> files;  // as read, in the order given; names as given
  intake::SuppliedFacts supplied;
};

// What supplied facts are held against. All must outlive the call.
struct FactsParts {
  std::span<const policy::Plan* const> plans;  // the policies of the run, the office's first
  const Formats& formats;
  const citation::SectionSet& registration;
  const evaluate::RunFacts& facts;
  const RecordFiles& records;
};

// The facts that a run with these policies can be supplied with: those of the record, those that a policy declares,
// those that a section set of a policy needs. Errors (kUsage): facts.name_taken where a policy declares a fact by the
// name of one of the record, facts.types_differ where two declare one with different types.
Result<std::vector<intake::KnownFact>> known_facts(std::span<const policy::Plan* const> plans);

// Whether the policy asks for a fact that it declares, in deciding that conviction or beside it, or may ask for it
// because no step was walked. Its scope is taken as yes. REQUIRES: the fact is not supplied for that conviction.
bool asks_for(const policy::Plan& plan, const evaluate::RunFacts& facts, const model::Person& person,
              std::uint32_t conviction, std::string_view fact);

// Errors: of known_facts; of scan::open_input; those of intake::read_facts_file, intake::check_fact_counties and
// intake::resolve_facts. Cost: of the files of facts, and of the records of the people in them, who are decided where a
// declared fact is given; a pass over the data where a county other than the run's is given.
Result<OpenedFacts> open_facts(std::span<const std::string> paths, const FactsParts& parts);

}  // namespace redress::run
