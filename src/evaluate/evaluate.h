// evaluate/evaluate.h: a plan applied to one person: a decision for each conviction. Pure and reentrant.
// Not here: words (explain), figures (tally), where records come from (intake). No clock: the as-of date is given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "citation/section_set.h"
#include "evaluate/decision.h"
#include "model/person.h"
#include "policy/plan/plan.h"

namespace redress::evaluate {

// What the run, not the record, says.
struct RunFacts {
  Date as_of;
  std::string county;  // upper case; of the run, or of the policy
};

enum class Detail : std::uint8_t {
  kAnswer,  // truths and unknown facts of each step: all that result columns and figures need
  kFull,    // also what each step looked at, and the answer without the deciding step: for explanations
};

// A record of a person whose charge is, or may be, in a section set: a conviction, or a gang pair over two convictions
// of one case, dated at the later of the two.
struct SetHit {
  Subject first;
  std::optional<Subject> second;
  Truth truth = Truth::kUnknown;  // yes or unknown
  model::DateFact date;
  std::vector<UnknownFact> unknown;  // why the membership is unknown
};

// The hits of the person's convictions, in file order of their (second) first rows. Cost: linear in the convictions, and
// in the pairs of convictions within one case for sets that have gang pairs.
std::vector<SetHit> hits_of(const model::Person& person, const citation::SectionSet& set);

// The same of the person's counts that are no convictions (arrests, dismissed counts), in file order; no dates, no pairs.
std::vector<SetHit> cycle_hits_of(const model::Person& person, const citation::SectionSet& set);

// Whether one conviction's charge is in the set; unknown facts are appended where it is unknown.
Truth charge_in_set(const model::Conviction& conviction, Subject subject, const citation::SectionSet& set,
                    std::vector<UnknownFact>* unknown);

// Whether the charge of another row of a cycle is in the set. Its level is not looked at: a charge has none.
Truth charge_in_set(const model::CycleCharge& charge, Subject subject, const citation::SectionSet& set,
                    std::vector<UnknownFact>* unknown);

// The section of the charge that `set` lists first; null when the charge is unknown or none certainly is.
const citation::Section* listed_section(const model::Charge& charge, const citation::SectionSet& set);

// The days on which the offense may have been: from a year before the arrest to the arrest, and no later than the
// conviction. Of an unknown arrest, every day up to the conviction. Source: statute-policy, "Facts".
DateSpan offense_date(const model::Conviction& conviction, LeapRule leap);

// The days on which the charge may have been brought, so that what is before it was certainly before the arrest, and
// what is not, certainly after the conviction: from the arrest to the day after the conviction.
DateSpan charging_date(const model::Conviction& conviction);

// What was supplied of a declared fact for the conviction: a whole number, thousandths, or 1 and 0 for yes and no. Nothing
// where nothing was, or something of another type.
std::optional<std::int64_t> supplied_value(const model::Conviction& conviction, const policy::DeclaredFact& fact);

// Answers for one person. Holds references: the plan, the person and the run must outlive it. Not thread-safe; make one
// per thread and person. What is the same for all convictions (hits in sets) is worked out once.
class PersonEvaluation {
 public:
  PersonEvaluation(const policy::Plan& plan, const model::Person& person, const RunFacts& run);
  ~PersonEvaluation();
  PersonEvaluation(const PersonEvaluation&) = delete;
  PersonEvaluation& operator=(const PersonEvaluation&) = delete;

  // REQUIRES: index < person.convictions.size(). Cost: linear in the policy's conditions times the records they look at.
  Decision decide(std::size_t index, Detail detail) const;

  // For a convicted row whose count cannot be identified: out of scope, or Needs Review.
  // REQUIRES: index < person.unusable_convictions.size().
  Decision decide_unusable(std::size_t index, Detail detail) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The determination's outcome: the decided step's, or "needs-review". REQUIRES: not kOutOfScope.
std::size_t outcome_of(const policy::Plan& plan, const Decision& decision);

}  // namespace redress::evaluate
