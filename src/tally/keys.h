// tally/keys.h: what figures are counted by: sections, unknown facts, causes of review, ages; and the ids they go by.
// Not here: counting (tally.h), words for people (explain, write). Plain values; ids are stable and never display text.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"
#include "evaluate/decision.h"
#include "evaluate/evaluate.h"
#include "model/known.h"
#include "model/person.h"
#include "policy/plan/plan.h"

namespace redress::tally {

// The section of a conviction, as the set that names it lists it.
struct SectionKey {
  enum class State : std::uint8_t {
    kListed,   // this section
    kOther,    // the charge is known and the set lists none of its sections
    kUnknown,  // the charge, or the code of its section, is not known
  };
  State state = State::kUnknown;
  std::string code;    // "HSC"; empty unless listed
  std::string number;  // "11357"; empty unless listed

  friend auto operator<=>(const SectionKey&, const SectionKey&) = default;
};

// The section of the charge in `set`.
SectionKey section_key(const model::Charge& charge, const citation::SectionSet& set);

// A kind of unknown fact and why it is unknown, whoever's it is.
struct FactKey {
  evaluate::FactKind kind = evaluate::FactKind::kBirthDate;
  model::Doubt doubt = model::Doubt::kMissing;
  std::string needed;  // for kNeeded, kDeclared and kQuestion: its name in the section set or the policy

  friend auto operator<=>(const FactKey&, const FactKey&) = default;
};

enum class ReviewCause : std::uint8_t { kUndecided, kScopeUnknown, kIncomplete };
inline constexpr std::size_t kReviewCauseCount = 3;

// The levels of model::Level, in its order, then unknown.
inline constexpr std::size_t kLevelCount = 4;
inline constexpr std::size_t kUnknownLevel = 3;

enum class AgeBand : std::uint8_t { kUnder21, k21To29, k30To39, k40To49, k50To64, k65OrMore, kUnknown };
inline constexpr std::size_t kAgeBandCount = static_cast<std::size_t>(AgeBand::kUnknown) + 1;

// The band of the age on the day `on`; kUnknown where the days that the birth date may be disagree.
AgeBand age_band(const model::DateFact& birth_date, Date on, LeapRule leap);

// The first year of the decade, 1990; nothing where the days that the date may be disagree.
std::optional<int> decade_of(const model::DateFact& date);

// What would no longer be on a person's record, and when.
enum class Left : std::uint8_t { kFelony, kConviction, kRecentConviction };
inline constexpr std::size_t kLeftCount = 3;
enum class Scenario : std::uint8_t { kNow, kThisPolicy, kStatute, kAllProp64, kProp64AndRelated };
inline constexpr std::size_t kScenarioCount = 5;

// Stable ids for machines, in snake_case. Static storage.
std::string_view id_of(evaluate::FactKind kind);
std::string_view id_of(model::Doubt doubt);
std::string_view id_of(model::Note note);
std::string_view id_of(policy::Relief relief);
std::string_view id_of(ReviewCause cause);
std::string_view id_of(AgeBand band);
std::string_view id_of(Scenario scenario);
std::string_view level_id(std::size_t level);  // REQUIRES: level < kLevelCount

}  // namespace redress::tally
