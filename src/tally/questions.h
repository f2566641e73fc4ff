// tally/questions.h: what keeps convictions in review, as an office would ask for it: facts that somebody can look up,
// questions of law that are open, and what is neither; and in which order the facts settle the most.
// Not here: words (explain, write), which rows to fill in (run). Two tallies merge in any order to the same result.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "evaluate/decision.h"
#include "policy/plan/plan.h"

namespace redress::tally {

// One thing that is asked for, whatever the reason why it is unknown and whosever it is.
struct QuestionKey {
  enum class Kind : std::uint8_t {
    kRecord,    // a fact of the record that a file leaves unknown: model::name_of
    kNeeded,    // a fact that a section set needs: "force"
    kDeclared,  // a fact that the policy declares: "plants"
    kLegal,     // a question of law that the policy leaves open, "Q3"; or kAttemptQuestion
    kOther,     // what no file of facts can settle: a row to mend, a scope to settle first
  };
  Kind kind = Kind::kRecord;
  std::string name;

  friend auto operator<=>(const QuestionKey&, const QuestionKey&) = default;
};

inline constexpr std::string_view kAttemptQuestion = "attempt_membership";  // does an attempt count as the offense?
inline constexpr std::string_view kScopeFirst = "scope";        // no step was walked: more may be asked after it
inline constexpr std::string_view kMoreAfter = "more_after";  // what is asked first may leave more to ask after it
inline constexpr std::string_view kOtherCount = "other_count";  // the charge of a count that is no conviction

// Whether a file of facts can settle it.
inline bool is_supplied(const QuestionKey& key) {
  return key.kind < QuestionKey::Kind::kLegal;
}

// In order, each once.
using QuestionSet = std::vector<QuestionKey>;

// What a file of facts, or a court, would be asked for one unknown fact.
QuestionKey question_key(const evaluate::UnknownFact& fact);

// Whether more may be asked once the fact is known: an unknown arrest may leave the days of the offense and the charge
// open; a charge of which no section is known may need what its section needs.
bool may_leave_more(const evaluate::UnknownFact& fact);

// What keeps one conviction in review: its deciding facts, and the open questions of the steps that hold or may hold
// and whose outcome is Needs Review; kMoreAfter where a deciding fact may leave more to ask.
// Empty for an answer that nothing keeps open.
QuestionSet questions_of(const policy::Plan& plan, const evaluate::Decision& decision);

// Convictions, and people by all that keeps any of their convictions in review.
struct Hanging {
  std::uint64_t convictions = 0;
  std::uint64_t people = 0;

  void merge(const Hanging& other);
  friend bool operator==(const Hanging&, const Hanging&) = default;
};

// Memory: as many sets as occur, which depends on the policy and not on the people.
struct QuestionTally {
  // Of a set: the convictions that hang on exactly these, and the people whose convictions in review hang together on
  // exactly these.
  std::map<QuestionSet, Hanging> by_set;

  // REQUIRES: all decisions of one person under one policy; tallies that are merged are of the same policy.
  void add_person(const policy::Plan& plan, std::span<const evaluate::Decision> decisions);
  void merge(const QuestionTally& other);

  friend bool operator==(const QuestionTally&, const QuestionTally&) = default;
};

struct QuestionCount {
  QuestionKey key;
  Hanging alone;       // convictions that hang on it alone; people all of whose convictions in review do
  Hanging takes_part;  // convictions, and people, among whose questions it is
};

// Of each key, those that settle the most convictions alone first; then the most people alone, then those that take
// part in the most convictions, then in order of key.
std::vector<QuestionCount> most_alone_first(const QuestionTally& tally);

// A step of the joint order.
struct JointStep {
  QuestionKey key;
  Hanging further;  // what is settled with it and all before it, and was not before it
  Hanging settled;  // what is settled by then
};

// The facts that can be supplied, in a greedy order: the next is the one that together with those before it settles the
// most further convictions; of equal ones the most people, then the one that takes part in the most convictions, then
// the first in order of key. A conviction on which a question of law or anything else hangs too is never settled.
// Cost: facts times sets.
std::vector<JointStep> joint_order(const QuestionTally& tally);

}  // namespace redress::tally
