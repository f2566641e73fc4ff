// A record read as the statute's cases: the other half of statute_oracle.h. Not the engine's reader: only what the
// records of statute_dice.h are made of.
#include <algorithm>
#include <array>
#include <map>

#include "properties/statute_oracle.h"

namespace redress::testing {
namespace {

using Kind = StatuteCharge::Kind;

constexpr std::array kReliefWords = {"11361.8", "11361.9", "1170.18", "RESENTENCED", "RESENTENCING", "SEALED"};

const StatuteCharge* charge_of(std::string_view text) {
  const auto& charges = statute_charges();
  const auto found = std::find_if(charges.begin(), charges.end(), [&](const auto& c) { return c.text == text; });
  return found == charges.end() ? nullptr : &*found;
}

// The days of a date cell; no days for a blank one, every day for one that no calendar has.
std::optional<DateSpan> days_of_cell(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return parse_compact_date(text).value_or(kEveryDay);
}

std::string_view cycle_of(const SketchRow& row) {
  return row.count().substr(0, 3);
}

// The days of the arrest behind a conviction; every day where it is unknown.
DateSpan arrest_of(const Sketch& sketch, const SketchRow& first_row, DateSpan convicted) {
  std::optional<DateSpan> arrest;
  for (const SketchRow& row : sketch.rows) {
    if (!row.is_step("ARREST/DETAINED/CITED") || cycle_of(row) != cycle_of(first_row)) continue;
    const auto days = days_of_cell(row[RowFact::kEventDate]);
    if (!days) continue;
    if (days->is_every_day()) return kEveryDay;
    arrest = arrest ? DateSpan{std::min(arrest->first, days->first), std::min(arrest->last, days->last)} : *days;
  }
  if (!arrest) arrest = days_of_cell(first_row[RowFact::kCycleDate]).value_or(kEveryDay);
  return arrest->first > convicted.last ? kEveryDay : *arrest;
}

struct Convicted {
  const SketchRow* row = nullptr;
  const StatuteCharge* charge = nullptr;
  char level = 0;
  Date date;
};

class CaseReader {
 public:
  CaseReader(const Sketch& sketch, const std::map<std::string, char>& levels) : sketch_(sketch), levels_(levels) {}

  std::optional<std::vector<StatuteCase>> read() {
    for (const SketchRow& row : sketch_.rows) {
      if (!take(row)) return std::nullopt;
    }
    std::vector<StatuteCase> cases;
    for (const Convicted& convicted : convicted_) cases.push_back(case_of(convicted));
    return cases;
  }

 private:
  bool take(const SketchRow& row) {
    const StatuteCharge* charge = charge_of(row[RowFact::kOffense]);
    if (!row.is_convicted()) return charge != nullptr || row[RowFact::kOffense].empty() || row.is_step("REGISTRATION");
    const auto date = parse_compact_date(row[RowFact::kEventDate]);
    const auto given = levels_.find(std::string(row.count()));
    const std::string_view written = row[RowFact::kConvictionLevel];
    const char level = given != levels_.end() ? given->second : written.empty() ? '\0' : written.front();
    if (charge == nullptr || !date || !date->is_exact() || level == 0) return false;
    const bool is_again = std::any_of(convicted_.begin(), convicted_.end(),
                                      [&](const Convicted& other) { return other.row->count() == row.count(); });
    if (is_again) return false;
    convicted_.push_back({&row, charge, level, date->first});
    return true;
  }

  StatuteCase case_of(const Convicted& convicted) const {
    StatuteCase found;
    found.count = convicted.row->count();
    found.charge = *convicted.charge;
    found.level = convicted.level;
    found.relief_is_entered = is_relief_entered(*convicted.row);
    found.has_hint = std::any_of(sketch_.rows.begin(), sketch_.rows.end(), [&](const SketchRow& row) {
      const StatuteCharge* charge = charge_of(row[RowFact::kOffense]);
      return cycle_of(row) == cycle_of(*convicted.row) && charge != nullptr && charge->kind == Kind::kHint;
    });
    const DateSpan arrest = arrest_of(sketch_, *convicted.row, {convicted.date, convicted.date});
    found.offense = arrest.is_every_day()
                        ? DateSpan{kFirstDay, convicted.date}
                        : DateSpan{add_years(arrest.first, -1), std::min(arrest.last, convicted.date)};
    add_priors(convicted, arrest, found);
    found.has_two_earlier = earlier_dates(convicted).size() >= 2;
    return found;
  }

  bool is_relief_entered(const SketchRow& convicted) const {
    bool is_reached = false;
    for (const SketchRow& row : sketch_.rows) {
      is_reached = is_reached || &row == &convicted;
      if (!is_reached || row.count() != convicted.count()) continue;
      for (const std::string_view word : kReliefWords) {
        for (const RowFact cell : {RowFact::kDisposition, RowFact::kComment}) {
          if (row[cell].find(word) != std::string_view::npos) return true;
        }
      }
    }
    return false;
  }

  void add_priors(const Convicted& convicted, DateSpan arrest, StatuteCase& found) const {
    const auto add = [&](DateSpan days, bool& certain, bool& possible) {
      const bool is_before = !arrest.is_every_day() && days.last < arrest.first;
      const bool is_after = days.first > convicted.date;
      certain = certain || is_before;
      possible = possible || (!is_before && !is_after);
    };
    for (const Convicted& other : convicted_) {
      const bool counts = other.charge->kind == Kind::kSuperstrike || other.charge->kind == Kind::kSexOffense;
      if (!counts || cycle_of(*other.row) == cycle_of(*convicted.row)) continue;
      add({other.date, other.date}, found.is_prior_certain, found.is_prior_possible);
    }
    for (const SketchRow& row : sketch_.rows) {
      if (!row.is_step("REGISTRATION") || cycle_of(row) == cycle_of(*convicted.row)) continue;
      const DateSpan days = days_of_cell(row[RowFact::kEventDate]).value_or(kEveryDay);
      add(days, found.is_registration_certain, found.is_registration_possible);
    }
  }

  std::set<Date> earlier_dates(const Convicted& convicted) const {
    std::set<Date> dates;
    for (const Convicted& other : convicted_) {
      const bool is_alike = other.charge->kind == Kind::kProp64 && other.charge->section == convicted.charge->section &&
                            other.charge->is_attempt == convicted.charge->is_attempt && other.level != 'I';
      const bool is_earlier = cycle_of(*other.row) != cycle_of(*convicted.row) && other.date < convicted.date;
      if (is_alike && is_earlier) dates.insert(other.date);
    }
    return dates;
  }

  const Sketch& sketch_;
  const std::map<std::string, char>& levels_;
  std::vector<Convicted> convicted_;
};

}  // namespace

const std::vector<StatuteCharge>& statute_charges() {
  static const std::vector<StatuteCharge> charges = {
      {"11357(A) HS", "11357", 'a'},
      {"11357(B) HS", "11357", 'b'},
      {"11357(C) HS", "11357", 'c'},
      {"11357(D) HS", "11357", 'd'},
      {"11357(E) HS", "11357", 'e'},
      {"11357 HS", "11357"},
      {"11358 HS", "11358"},
      {"11358(A) HS", "11358", 'a'},
      {"11359 HS", "11359"},
      {"11360(A) HS", "11360", 'a'},
      {"11360(B) HS", "11360", 'b'},
      {"11360(C) HS", "11360", 'c'},
      {"11360 HS", "11360"},
      {"664/11358 HS", "11358", 0, true},
      {"664/11360(A) HS", "11360", 'a', true},
      {"32 PC", "32", 0, false, Kind::kAccessory},
      {"11530 HS", "11530", 0, false, Kind::kPredecessor},
      {"11530.5 HS", "11530.5", 0, false, Kind::kPredecessor},
      {"4573.6 PC", "4573.6", 0, false, Kind::kUnchanged},
      {"11361 HS", "11361", 0, false, Kind::kHint},
      {"11353 HS", "11353", 0, false, Kind::kHint},
      {"272 PC", "272", 0, false, Kind::kHint},
      {"187 PC", "187", 0, false, Kind::kSuperstrike},
      {"243.4 PC", "243.4", 0, false, Kind::kSexOffense},
      {"459 PC", "459", 0, false, Kind::kOther},
  };
  return charges;
}

std::optional<std::vector<StatuteCase>> statute_cases(const Sketch& sketch, const std::map<std::string, char>& levels) {
  return CaseReader(sketch, levels).read();
}

}  // namespace redress::testing
