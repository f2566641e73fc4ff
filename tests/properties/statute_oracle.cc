#include "properties/statute_oracle.h"

#include <algorithm>
#include <array>
#include <utility>

namespace redress::testing {
namespace {

using Kind = StatuteCharge::Kind;

constexpr Date kChangeOfLaw{2016, 11, 9};
constexpr std::string_view kSeal = "Dismiss and seal";
constexpr std::string_view kMisdemeanor = "Redesignate as misdemeanor";
constexpr std::string_view kInfraction = "Redesignate as infraction";
constexpr std::string_view kNone = "No statutory relief";
constexpr std::string_view kExcluded = "Excluded by prior conviction";
constexpr std::string_view kReview = "Needs Review";

// One answer after the other, in the order of the table.
class Walk {
 public:
  Walk(const StatuteCase& conviction, const StatuteWorld& world)
      : c_(conviction),
        w_(world),
        minor_(world.offense < add_years(world.born, 18)),
        adult_(world.offense >= add_years(world.born, 21)) {}

  std::string_view answer() const {
    if (c_.relief_is_entered) return kReview;
    if (c_.charge.kind == Kind::kAccessory) return kReview;
    if (c_.charge.kind == Kind::kPredecessor) return kReview;
    if (c_.charge.kind != Kind::kProp64) return kNone;
    if (c_.charge.is_attempt) return kReview;
    if (w_.offense >= kChangeOfLaw) return kNone;
    if (c_.charge.section == "11357") return possession();
    if (c_.charge.section == "11358") return cultivation();
    if (c_.charge.section == "11359") return possession_for_sale();
    return transport();
  }

 private:
  bool is_level(char level) const { return c_.level == level; }
  bool is_lesser() const { return is_level('M') || is_level('I'); }

  bool is_disqualified() const {
    const bool registration = c_.is_registration_certain || (c_.is_registration_possible && w_.is_charged_late);
    return c_.is_prior_certain || (c_.is_prior_possible && w_.is_charged_late) ||
           (registration && w_.does_registration_count);
  }

  std::string_view possession() const {
    switch (c_.charge.letter) {
      case 'b':
        if (adult_) return kSeal;
        if (is_level('M')) return kInfraction;
        if (is_level('I')) return kNone;
        break;
      case 'a':
        if (minor_) return kInfraction;
        if (w_.milligrams <= 8000) return adult_ ? kSeal : kInfraction;
        if (is_level('F')) return kMisdemeanor;
        if (is_level('M')) return kNone;
        break;
      case 'c':
        if (minor_) return kInfraction;
        if (is_level('M')) return kNone;
        break;
      case 'd':
        if (is_level('M')) return kNone;
        break;
      case 'e':
        if (minor_) return kInfraction;
        break;
      default: break;
    }
    return kReview;
  }

  std::string_view cultivation() const {
    if (minor_) return kInfraction;
    if (w_.plants <= 6) return adult_ ? kSeal : kInfraction;
    if (is_lesser()) return kNone;
    if (is_disqualified()) return kExcluded;
    return c_.has_two_earlier ? kReview : kMisdemeanor;
  }

  std::string_view possession_for_sale() const {
    if (minor_) return kInfraction;
    if (is_lesser()) return kNone;
    if (is_disqualified()) return kExcluded;
    return c_.has_two_earlier || c_.has_hint ? kReview : kMisdemeanor;
  }

  std::string_view transport() const {
    const char letter = c_.charge.letter;
    if (letter == 'b') {
      if (adult_ && !w_.is_recipient_under_21) return kSeal;
      if (is_level('M')) return kInfraction;
      if (is_level('I')) return kNone;
      return kReview;
    }
    if (letter != 'a' && !(letter == 0 && is_level('F'))) return kReview;
    if (minor_) return kInfraction;
    if (w_.is_personal_and_small) return adult_ ? kSeal : kInfraction;
    if (is_lesser()) return kNone;
    if (is_disqualified()) return kExcluded;
    return c_.has_two_earlier || c_.has_hint ? kReview : kMisdemeanor;
  }

  const StatuteCase& c_;
  const StatuteWorld& w_;
  bool minor_, adult_;
};

void add_around(std::set<Date>& days, Date day, DateSpan within) {
  for (const int shift : {-1, 0, 1}) {
    const Date near = add_days(day, shift);
    if (holds(within, near)) days.insert(near);
  }
}

std::set<Date> births_of(const StatuteCase& conviction, DateSpan born) {
  std::set<Date> days{born.first, born.last};
  for (const Date offense : {conviction.offense.first, conviction.offense.last, kChangeOfLaw}) {
    if (offense < Date{1850, 1, 1}) continue;
    for (const int years : {18, 21}) add_around(days, add_years(offense, -years), born);
  }
  return days;
}

std::set<Date> offenses_of(const StatuteCase& conviction, Date born) {
  std::set<Date> days{conviction.offense.first, conviction.offense.last};
  for (const Date border : {add_years(born, 18), add_years(born, 21), kChangeOfLaw}) {
    add_around(days, border, conviction.offense);
  }
  return days;
}

}  // namespace

std::string_view statute_answer(const StatuteCase& conviction, const StatuteWorld& world) {
  return Walk(conviction, world).answer();
}

std::vector<StatuteWorld> statute_worlds(const StatuteCase& conviction, DateSpan born) {
  std::vector<StatuteWorld> worlds;
  constexpr std::array<std::int64_t, 11> kPlants = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 5000};
  constexpr std::array<std::int64_t, 7> kMilligrams = {0, 1, 7999, 8000, 8001, 28500, 5'000'000};
  const bool asks_for_plants = conviction.charge.section == "11358";
  const bool asks_for_grams = conviction.charge.section == "11357" && conviction.charge.letter == 'a';
  for (const Date birth : births_of(conviction, born)) {
    for (const Date offense : offenses_of(conviction, birth)) {
      for (unsigned bits = 0; bits < 16; ++bits) {
        StatuteWorld world{birth,           offense,          0, 0, (bits & 1U) != 0, (bits & 2U) != 0,
                           (bits & 4U) != 0, (bits & 8U) != 0};
        worlds.push_back(world);
        for (const std::int64_t plants : kPlants) {
          world.plants = plants;
          if (asks_for_plants) worlds.push_back(world);
        }
        for (const std::int64_t milligrams : kMilligrams) {
          world.milligrams = milligrams;
          if (asks_for_grams) worlds.push_back(world);
        }
      }
    }
  }
  return worlds;
}

std::set<std::string_view> statute_answers(const StatuteCase& conviction, DateSpan born) {
  std::set<std::string_view> answers;
  for (const StatuteWorld& world : statute_worlds(conviction, born)) answers.insert(statute_answer(conviction, world));
  return answers;
}

}  // namespace redress::testing
