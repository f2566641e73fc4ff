// evaluate/decision.h: what a policy answers about one conviction, with the trace that explains it.
// Not here: words for people (explain), counting (tally). Plain values made of ids, indexes and facts.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/truth.h"
#include "model/known.h"
#include "policy/plan/expression.h"

namespace redress::evaluate {

// A kind of fact that can be unknown.
enum class FactKind : std::uint8_t {
  kBirthDate,
  kConvictionDate,
  kLevel,
  kCounty,
  kCharge,             // the whole charge: missing, unreadable or contradictory
  kCode,               // the code of the charge's section
  kSubdivision,        // the subdivision of the charge
  kAttemptMembership,  // whether an attempt or conspiracy counts as the offense in a section set
  kNeeded,             // a fact that a section set names: "force"
  kSentence,           // the length of the sentence
  kRegistrationCharge,
  kRegistrationDate,
  kMissingRow,        // a row of the person that could not be read
  kCountIdentity,     // which count a row belongs to
  kArrestDate,
  kOffenseDate,       // on which day of the year before the arrest the offense was
  kChargingDate,      // on which day between arrest and conviction the charge was brought
  kDeclared,          // a fact that the policy declares and no file has: "plants"
  kQuestion,          // a question of law that the policy leaves open: "Q3"
};
inline constexpr std::size_t kFactKindCount = static_cast<std::size_t>(FactKind::kQuestion) + 1;

// Whose fact it is. The index counts in the person's list of that kind.
enum class SubjectKind : std::uint8_t { kPerson, kConviction, kUnusable, kRegistration, kCycleCharge };

struct Subject {
  SubjectKind kind = SubjectKind::kPerson;
  std::uint32_t index = 0;

  friend auto operator<=>(const Subject&, const Subject&) = default;
};

// One unknown fact. Two are the same fact when all parts are equal.
struct UnknownFact {
  FactKind kind = FactKind::kBirthDate;
  model::Doubt doubt = model::Doubt::kMissing;
  Subject subject;
  std::string_view needed;  // for kNeeded, kDeclared and kQuestion: its name; lives as long as the plan

  friend bool operator==(const UnknownFact&, const UnknownFact&) = default;
};

// A comparison of dates that the condition of a list made of one record.
struct ComparedDates {
  const policy::Expression* expression = nullptr;
  DateSpan left, right;
  Truth truth = Truth::kNo;
};

// A record that a list condition went through: one record, or the two of a gang pair.
struct ListItem {
  Subject first;
  std::optional<Subject> second;  // a gang pair's other conviction
  Truth truth = Truth::kNo;       // the condition's, membership included
  std::vector<ComparedDates> compared;  // in the order in which the condition asked; only with Detail::kFull
};

// What a condition looked at, for the explanation. Views and pointers live as long as the plan and the person.
struct Use {
  enum class Kind : std::uint8_t { kFact, kComparison, kList };
  Kind kind = Kind::kFact;
  const policy::Expression* expression = nullptr;  // the fact, the comparison of dates or numbers, or the list function
  Truth truth = Truth::kNo;                        // of a comparison or a yes-or-no list function
  DateSpan left, right;                            // of a comparison of dates
  std::int64_t low = 0, high = 0;                  // of count and different_dates: the interval of the number
  std::vector<ListItem> items;   // of a list: those that hold or may hold; of `all`, those that do not
  std::vector<ListItem> others;  // the rest
  std::size_t looked_at = 0;     // of a list: how many records it has
};

// One step of the policy, as walked.
struct StepTrace {
  std::size_t step = 0;
  Truth truth = Truth::kNo;
  std::vector<UnknownFact> unknown;        // the facts that would settle it; empty unless the truth is unknown
  std::optional<std::size_t> charge_choice;  // index into the parameter's charges, where a list of charges chose
  std::vector<Use> uses;                   // only with Detail::kFull
};

enum class Answer : std::uint8_t {
  kOutOfScope,    // the policy does not speak of this conviction
  kDecided,       // one determination is possible
  kUndecided,     // several are
  kScopeUnknown,  // whether the policy speaks of it is unknown; no step walked
  kIncomplete,    // a row of the person is missing; no step walked
};

struct Decision {
  Answer answer = Answer::kOutOfScope;
  // In the policy's order, up to the one that certainly holds; those that do not hold only with Detail::kFull.
  std::vector<StepTrace> steps;
  std::size_t deciding_step = 0;  // index in the plan; REQUIRES: kDecided
  // Decided although no step certainly holds: the steps of which one does, all with the one determination that is
  // possible. The deciding step is the first of them. Else empty.
  std::vector<std::size_t> one_of_steps;
  bool earlier_may_hold = false;  // decided by a step that certainly holds, while one before it may hold
  // Outcomes, in step order, each determination once; empty where no step was walked.
  std::vector<std::size_t> possible;
  std::vector<UnknownFact> deciding;  // the facts that decide between them, or are missing
  Truth scope = Truth::kNo;
  std::vector<Use> scope_uses;  // only with Detail::kFull
  // Without the deciding step: the outcomes then possible, and the step that would then decide: where several outcomes
  // are possible, the one that would certainly hold. Not with Detail::kOutcome, and only for kDecided by a step that is
  // not the policy's last; with Detail::kAnswer not where no other step could give its outcome, so that it decides
  // alone.
  std::optional<std::size_t> otherwise_step;
  std::vector<std::size_t> otherwise_possible;
  // The last day up to which this answer is certainly the same if only the as-of date moves.
  Date same_until = kLastDay;
  // The first later day on which the determination changes by time alone; left to whoever asks
  // PersonEvaluation::changes_on.
  std::optional<Date> changes_on;
};

// What time alone changes.
struct Change {
  Date on;
  std::optional<Decision> decision;  // the answer on that day; nothing where the policy has none any more
};

}  // namespace redress::evaluate
