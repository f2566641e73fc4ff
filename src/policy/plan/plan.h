// policy/plan/plan.h: a policy compiled: scope, steps, outcomes, parameters with their values, sets. Immutable.
// Not here: reading it (parse/), checking it (check/), applying it (evaluate). Plain values; safe to share by threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/calendar.h"
#include "citation/section_set.h"
#include "policy/parse/source_text.h"
#include "policy/plan/expression.h"

namespace redress::policy {

// What an outcome gives the person, for figures; the words stand in the outcome's label.
enum class Relief : std::uint8_t { kDismissal, kReduction, kNone, kReview };

// The determination for doubt, the same under every policy.
inline constexpr std::string_view kNeedsReviewId = "needs-review";
inline constexpr std::string_view kNeedsReviewLabel = "Needs Review";

struct Outcome {
  std::string id;
  std::string label;  // the determination, as offices know it
  Relief relief = Relief::kReview;
};

// One way to choose convictions by how their charge is written.
struct ChargeChoice {
  std::string value;  // "11357(a)", as an options file names it
  std::string words;  // as the reason names it
  citation::Section section;
  enum class Fit : std::uint8_t { kAnySubdivision, kTheseSubdivisions, kNoSubdivision } fit = Fit::kAnySubdivision;
};

enum class ParameterType : std::uint8_t { kInteger, kYears, kYesNo, kChoice, kCharges };

// yes/no as bool; numbers and years as integers; a choice as its index; charges as indexes in the order given.
using ParameterValue = std::variant<bool, std::int64_t, std::size_t, std::vector<std::size_t>>;

// A value of a parameter, and the days on which it is the law's.
struct DatedValue {
  DateSpan in_force;
  ParameterValue value;
};

struct Parameter {
  std::string name;
  ParameterType type = ParameterType::kInteger;
  std::string label;
  std::string help;
  std::optional<std::int64_t> min;
  std::optional<std::int64_t> max;
  std::optional<std::int64_t> off;  // a value outside min..max that switches the parameter off
  std::string option;               // its name in an options file, "additionalRelief.subjectAgeThreshold"
  std::vector<std::string> choices;
  std::vector<ChargeChoice> charges;
  ParameterValue value;  // what a person chose, or the default; of a dated default, the latest value
  DateSpan in_force = kEveryDay;
  std::vector<DatedValue> dated;  // of a dated default that nobody chose otherwise: in order, none overlaps
  bool is_chosen = false;         // a person gave the value, be it the default: it holds on every day
  Extent extent;

  // The value on a day. On one that no dated value holds, the latest: the policy then has no answer.
  const ParameterValue& value_on(Date day) const;
};

enum class DeclaredType : std::uint8_t { kNumber, kDecimal, kYesNo };

// A fact of a conviction that no file has and that somebody may supply; unknown until then.
struct DeclaredFact {
  std::string name;  // "plants" in facts.plants
  DeclaredType type = DeclaredType::kNumber;
  std::string unit;      // "grams"; may be empty
  std::string question;  // in plain words, for whoever supplies it
  std::string help;
  Extent extent;
};

// A question of law that the policy leaves open.
struct OpenQuestion {
  std::string id;  // "Q3" in question.Q3
  std::string text;
  std::string source;
  Extent extent;
};

// A piece of a reason: fixed text, then what fills the place after it (a parameter, or nothing).
struct ReasonPiece {
  std::string text;
  std::optional<std::size_t> parameter;
  bool is_citation = false;  // the conviction's citation as DOJ writes it
};

struct Step {
  std::string id;
  std::string number;              // as the office numbers it: "2a"
  std::string question;            // for the explanation: "50 or older on the as-of date?"
  std::optional<Expression> when;  // nothing: always
  std::string only_section;        // "11358" where the condition begins with conviction.section is '11358'; else empty
  std::size_t outcome = 0;
  std::vector<ReasonPiece> reason;
  // Where an earlier step of the same determination may hold, so that more is said in `reason` than is certain; may be
  // empty: the reason is certain then, too.
  std::vector<ReasonPiece> reason_in_doubt;
  std::string cite;
  std::string note;
  std::vector<std::size_t> questions;  // the open questions on which it rests
  DateSpan in_force = kEveryDay;       // outside it the step is not there
  Extent extent;
};

// What stands beside the determination and never decides.
enum class BesideKind : std::uint8_t {
  kRoute,    // how relief is asked for
  kFinding,  // a fact worth acting on by itself
  kGround,   // what only the opponent can prove, not decided here
};

struct Beside {
  std::string id;
  BesideKind kind = BesideKind::kFinding;
  std::optional<Expression> when;  // nothing: always
  std::string label;
  std::string cite;
  std::string note;
  Extent extent;
};

struct PlanSet {
  std::string alias;  // "prop64" in sets.prop64
  // Shared: one set serves several plans and the result columns, and outlives none of them.
  std::shared_ptr<const citation::SectionSet> set;
};

struct Plan {
  std::string id;
  std::string title;
  std::string version;
  std::string kind;    // "county" or "statute"
  std::string county;  // empty: the run names it
  std::string about;
  std::string author;
  std::string legal_review;
  std::vector<std::string> cites;
  LeapRule leap = LeapRule::kMarch1;
  std::vector<PlanSet> sets;
  std::vector<Parameter> parameters;
  std::vector<DeclaredFact> facts;
  std::vector<OpenQuestion> questions;
  std::vector<Outcome> outcomes;  // kNeedsReviewId is always the last
  Expression scope;
  std::size_t charge_set = 0;  // the set that names "the section" of a conviction
  std::vector<Step> steps;
  std::vector<Beside> beside;
  // How many parts of the scope and of steps hang on a charge alone (plan/charge_parts.h), numbered from 0.
  std::uint32_t charge_parts = 0;
  DateSpan in_force = kEveryDay;  // of the policy itself; its parameters and sets have their own
  SourceText source;
  std::string same_as;                 // the policy whose criteria these are; empty: its own
  std::optional<SourceText> criteria;  // that policy's text, which the extents then refer to

  std::size_t needs_review_outcome() const { return outcomes.size() - 1; }
};

}  // namespace redress::policy
