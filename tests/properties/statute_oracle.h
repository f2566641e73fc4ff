// tests/properties/statute_oracle.h: what the statute gives, written down a second time as a chain of questions about
// one fully known world. The engine and the policy file are held against it.
// Not here: how records are drawn (statute_dice.h). Source: statute-policy, "Facts" and "Steps", line by line.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "properties/sketch.h"
#include "redress/date.h"

namespace redress::testing {

// A charge as a record writes it, and what it is for the statute.
struct StatuteCharge {
  std::string_view text;     // "11357(B) HS"
  std::string_view section;  // "11357"; of a charge that is none of the four sections, what it is
  char letter = 0;           // of its subdivision; 0: none
  bool is_attempt = false;
  enum class Kind : std::uint8_t {
    kProp64, kAccessory, kPredecessor, kUnchanged, kSuperstrike, kSexOffense, kHint, kOther,
  } kind = Kind::kProp64;
};

// Every charge that the records of the statute are drawn from. Static storage.
const std::vector<StatuteCharge>& statute_charges();

// A conviction whose facts of the record are all known; only what no file has is open.
struct StatuteCase {
  std::string count;
  StatuteCharge charge;
  char level = 'F';                // F, M or I
  bool relief_is_entered = false;
  bool has_hint = false;
  bool has_two_earlier = false;
  DateSpan offense;                // the days on which it may have been
  bool is_prior_certain = false;   // a disqualifying conviction before the arrest
  bool is_prior_possible = false;  // one between arrest and conviction: it depends on the day of charging
  bool is_registration_certain = false;   // the same of a registration, which is a question of law besides
  bool is_registration_possible = false;
};

// A world in which one conviction is decided: what nobody knows, assumed.
struct StatuteWorld {
  Date born;
  Date offense;
  std::int64_t plants = 0;
  std::int64_t milligrams = 0;  // of concentrate
  bool is_personal_and_small = false;
  bool is_recipient_under_21 = false;
  bool is_charged_late = false;            // after what stands between arrest and conviction
  bool does_registration_count = false;    // open question Q3
};

// The cases of a record in which birth date and levels are written out; nothing where a row says what this does not
// know. `levels`: in place of the record's where a count has an entry.
std::optional<std::vector<StatuteCase>> statute_cases(const Sketch& sketch,
                                                      const std::map<std::string, char>& levels = {});

// The determination in that world.
std::string_view statute_answer(const StatuteCase& conviction, const StatuteWorld& world);

// The worlds of one case: every combination of the values around which an answer may change, of what no file has, and
// of birth dates within `born`.
std::vector<StatuteWorld> statute_worlds(const StatuteCase& conviction, DateSpan born);

// The determinations over all its worlds.
std::set<std::string_view> statute_answers(const StatuteCase& conviction, DateSpan born);

}  // namespace redress::testing
