// evaluate/evaluate.h: a plan applied to one person: a decision for each conviction. Pure and reentrant.
// Not here: words (explain), figures (tally), where records come from (intake). No clock: the as-of date is given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
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

class ChargeAnswers;  // charge_answers.h

enum class Detail : std::uint8_t {
  kOutcome,  // of the steps that may hold, without the answer that the deciding step leaves otherwise
  kAnswer,   // also the answer without the deciding step where it may be the same: all that columns and figures need
  kFull,     // also the other steps, and what each looked at: for explanations
};

// Whether the policy is asked if it speaks of a conviction.
enum class ScopeRule : std::uint8_t {
  kAsk,
  // It answers beside another policy, about what that one speaks of; a missing row still gives kIncomplete.
  kTakenAsYes,
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

// The hits of the person's convictions, in file order of their (second) first rows. Cost: linear in the convictions,
// and in the pairs of convictions within one case for sets that have gang pairs.
std::vector<SetHit> hits_of(const model::Person& person, const citation::SectionSet& set);

// The same of the person's counts that are no convictions (arrests, dismissed counts), in file order; no dates, no
// pairs.
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
// conviction. Of an unknown arrest, every day up to the conviction. Source: statute-policy, "Facts". Where somebody
// supplied the day, that day.
DateSpan offense_date(const model::Conviction& conviction, LeapRule leap);

// The days on which the charge may have been brought, so that what is before it was certainly before the arrest, and
// what is not, certainly after the conviction: from the arrest to the day after the conviction. Where somebody supplied
// the day, that day.
DateSpan charging_date(const model::Conviction& conviction);

// What was supplied of a declared fact for the conviction: a whole number, thousandths, or 1 and 0 for yes and no.
// Nothing where nothing was, or something of another type.
std::optional<std::int64_t> supplied_value(const model::Conviction& conviction, const policy::DeclaredFact& fact);

// What was supplied of the conviction under this name, with who said so: a fact that a policy declares, or one that a
// section set needs. Null where nothing was. Lives as long as the conviction.
const model::SuppliedFact* supplied_fact(const model::Conviction& conviction, std::string_view name);

// Who filled in a fact of the record that the file leaves unknown. Null where nobody did. Lives as long as the
// conviction.
const model::Provenance* filled_from(const model::Conviction& conviction, model::RecordFact fact);

// Answers for one person. Holds references: the plan, the person and the run must outlive it. Not thread-safe; make one
// per thread and person. What is the same for all convictions (hits in sets) is worked out once, and what is the same
// on several days once for those days. REQUIRES: has_answer_on(plan, run.as_of).
class PersonEvaluation {
 public:
  // `charges`: what is known of charges from other people, to be used and added to; null where nothing is kept.
  // REQUIRES: it is of this plan and run.
  PersonEvaluation(const policy::Plan& plan, const model::Person& person, const RunFacts& run,
                   ScopeRule scope = ScopeRule::kAsk, ChargeAnswers* charges = nullptr);
  ~PersonEvaluation();
  PersonEvaluation(const PersonEvaluation&) = delete;
  PersonEvaluation& operator=(const PersonEvaluation&) = delete;

  // REQUIRES: index < person.convictions.size(). Cost: linear in the policy's conditions times the records they look
  // at.
  Decision decide(std::size_t index, Detail detail) const;

  // For a convicted row whose count cannot be identified: out of scope, or Needs Review.
  // REQUIRES: index < person.unusable_convictions.size().
  Decision decide_unusable(std::size_t index, Detail detail) const;

  // The truth of each entry of the plan's `beside`, as a step's would be. REQUIRES: as for decide.
  std::vector<Truth> beside(std::size_t index) const;

  // The first day after the as-of date on which the determination changes if nothing changes but that date: birthdays,
  // years that have gone by, ends of sentences, dates of the law; nothing where it never does. Also for what cannot be
  // decided today. Exact: it goes from each day on which some part of the answer may change to the next.
  // REQUIRES: as for decide. Cost: that of deciding on each of those days; list answers are shared by days and
  // convictions.
  std::optional<Date> changes_on(std::size_t index) const;
  std::optional<Date> changes_on_unusable(std::size_t index) const;

  // The same with the answer of that day; `without`: as if the policy had no such step. REQUIRES: that is not its last.
  std::optional<Change> next_change(std::size_t index, Detail detail, std::optional<std::size_t> without = {}) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The determination's outcome: the decided step's, or "needs-review". REQUIRES: not kOutOfScope.
std::size_t outcome_of(const policy::Plan& plan, const Decision& decision);

}  // namespace redress::evaluate
