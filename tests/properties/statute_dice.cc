#include "properties/statute_dice.h"

#include <array>
#include <string>
#include <utility>

#include "base/calendar.h"
#include "properties/statute_oracle.h"

namespace redress::testing {
namespace {

using Kind = StatuteCharge::Kind;

constexpr std::array kStatuteLevels = {"FELONY", "FELONY", "FELONY", "MISDEMEANOR", "MISDEMEANOR", "INFRACTION"};

class StatuteDraft {
 public:
  explicit StatuteDraft(Dice& dice) : dice_(dice), born_(any_day(1950, 1996)) {}

  Sketch draw() {
    const int cycles = dice_.between(1, 4);
    for (int i = 0; i < cycles; ++i) add_cycle();
    if (dice_.chance(20)) add_registration();
    return std::move(sketch_);
  }

 private:
  Date any_day(int first_year, int last_year) {
    return add_days(Date{static_cast<std::int16_t>(dice_.between(first_year, last_year)), 1, 1}, dice_.between(0, 364));
  }

  Date near(Date date) { return add_days(date, dice_.between(-1, 1)); }

  // Near the borders of ages and of the law, near another event, or anywhere.
  Date conviction_day() {
    switch (dice_.between(0, 5)) {
      case 0: return near(add_years(born_, dice_.pick(std::array{18, 19, 21, 22})));
      case 1: return near(Date{2016, 11, 9});
      case 2: return events_.empty() ? any_day(1970, 2018) : near(dice_.pick(events_));
      default: return any_day(1970, 2018);
    }
  }

  SketchRow& add_row(const char* step) {
    SketchRow row;
    row.set(RowFact::kStepType, step);
    row.set(RowFact::kCountOrder, numbers(cycle_, step_ = step_ + 1, 1));
    row.set(RowFact::kBirthDate, compact(born_));
    sketch_.rows.push_back(std::move(row));
    return sketch_.rows.back();
  }

  static std::string numbers(int cycle, int step, int count) {
    const auto three = [](int number) { return std::to_string(1000 + number).substr(1); };
    return three(cycle) + three(step) + three(count) + "000";
  }

  const StatuteCharge& charge(bool of_conviction) {
    // Two thirds are of the four sections.
    while (true) {
      const StatuteCharge& drawn = dice_.pick(statute_charges());
      // Convicted of it, a person may have to register (PC 290(c)): a fact of its own, which is not drawn here.
      if (of_conviction && drawn.text == "272 PC") continue;
      if (drawn.kind == Kind::kProp64 || dice_.chance(60)) return drawn;
    }
  }

  void add_cycle() {
    ++cycle_;
    step_ = 0;
    const Date convicted = conviction_day();
    const Date arrested = dice_.chance(50) ? add_days(convicted, -dice_.between(0, 400))
                                           : near(add_years(born_, dice_.pick(std::array{18, 19, 21, 22})));
    if (dice_.chance(75)) add_arrest(arrested);
    if (dice_.chance(15)) add_arrest(near(arrested));
    events_.push_back(convicted);
    events_.push_back(arrested);
    const std::string cycle_date = dice_.chance(50) ? compact(add_days(arrested, dice_.between(-1, 1))) : "";
    const int counts = dice_.chance(30) ? 2 : 1;
    for (int i = 0; i < counts; ++i) add_conviction(convicted, cycle_date);
    if (dice_.chance(10)) add_companion();
  }

  void add_arrest(Date arrested) {
    SketchRow& row = add_row("ARREST/DETAINED/CITED");
    const std::string day = compact(arrested);
    switch (dice_.between(0, 9)) {
      case 0: row.set(RowFact::kEventDate, day.substr(0, 6) + "00"); break;
      case 1: row.set(RowFact::kEventDate, day.substr(0, 4) + "0000"); break;
      case 2: row.set(RowFact::kEventDate, day.substr(0, 4) + "0231"); break;
      case 3: break;  // blank
      default: row.set(RowFact::kEventDate, day);
    }
  }

  void add_conviction(Date convicted, const std::string& cycle_date) {
    SketchRow& row = add_row("COURT ACTION");
    row.set(RowFact::kDisposition, "CONVICTED");
    row.set(RowFact::kEventDate, compact(convicted));
    row.set(RowFact::kCycleDate, cycle_date);
    row.set(RowFact::kCounty, std::string(kHome));
    row.set(RowFact::kConvictionLevel, dice_.pick(kStatuteLevels));
    row.set(RowFact::kOffense, std::string(charge(true).text));
    if (dice_.chance(8)) row.set(RowFact::kComment, dice_.pick(kRemarks));
    if (!dice_.chance(5)) return;
    const std::string count(row.count());
    SketchRow& later = add_row("COURT ACTION");
    later.set(RowFact::kCountOrder, count);
    later.set(RowFact::kDisposition, dice_.pick(kRemarks));
  }

  // A count of the same cycle that is no conviction.
  void add_companion() {
    SketchRow& row = add_row("COURT ACTION");
    row.set(RowFact::kDisposition, "DISMISSED");
    row.set(RowFact::kEventDate, compact(events_[events_.size() - 2]));
    row.set(RowFact::kOffense, std::string(charge(false).text));
  }

  void add_registration() {
    ++cycle_;
    step_ = 0;
    SketchRow& row = add_row("REGISTRATION");
    row.set(RowFact::kEventDate, dice_.chance(80) ? compact(near(dice_.pick(events_))) : "");
    row.set(RowFact::kOffense, "290 PC");
  }

  static constexpr std::array kRemarks = {"PER 11361.8 HS", "RESENTENCED", "SEALED PER 1203.4", "CONV SET ASIDE",
                                          "REDUCED PER 17(B) PC"};

  Dice& dice_;
  Date born_;
  Sketch sketch_;
  std::vector<Date> events_;
  int cycle_ = 0, step_ = 0;
};

}  // namespace

Sketch draw_statute_record(Dice& dice) {
  return StatuteDraft(dice).draw();
}

Sketch draw_doubtful_statute_record(Dice& dice) {
  Sketch sketch = draw_statute_record(dice);
  const bool of_birth = dice.chance(60);
  const std::size_t chosen = dice.below(sketch.rows.size());
  const int vague = dice.between(0, 3);
  for (std::size_t i = 0; i < sketch.rows.size(); ++i) {
    SketchRow& row = sketch.rows[i];
    const std::string born(row[RowFact::kBirthDate]);
    if (of_birth) {
      row.set(RowFact::kBirthDate, vague == 0   ? ""
                                   : vague == 1 ? born.substr(0, 4) + "0231"
                                   : vague == 2 ? born.substr(0, 6) + "00"
                                                : born.substr(0, 4) + "0000");
    } else if (i == chosen && row.is_convicted()) {
      row.set(RowFact::kConvictionLevel, "");
    }
  }
  return sketch;
}

}  // namespace redress::testing
