#include "properties/record_dice.h"

#include <array>
#include <utility>

#include "base/calendar.h"
#include "properties/doubts.h"

namespace redress::testing {
namespace {

// Every one is certainly in or out of each set that a county policy asks about.
constexpr std::array kCertainCharges = {
    "11357(A) HS", "11357(B) HS",   "11357 HS",    "11357(C) HS",     "11358 HS",       "11359 HS",
    "11359(A) HS", "11360 HS",      "11360(A) HS", "664/11359 HS",    "11358/11359 HS", "182(A)(1)/11360 HS",
    "187 PC",      "664/187(A) PC", "246 PC",      "186.22(B)(4) PC", "243.4 PC",       "288(A) PC",
    "459 PC",      "148 PC",        "647(F) PC",   "4060 BP",         "11364 HS",       "11350 HS",
};
constexpr std::array kHomeCharges = {"11357(A) HS", "11357(B) HS", "11357 HS", "11358 HS",     "11359 HS",
                                     "11360(A) HS", "11359 HS",    "11358 HS", "664/11359 HS", "148 PC"};
constexpr std::array kDoubtfulCharges = {"11359",  "187",      "288(B) PC",    "664/207 PC", "NO SECTION HERE",
                                         "647 PC", "11358 XX", "11357HS-POSS", "664 PC",     "266H PC"};
constexpr std::array kRegistrationCharges = {"290 PC", "290(A) PC", "290.011 PC", "11590 HS"};
constexpr std::array kLevels = {std::pair{"FELONY", "F"}, std::pair{"FELONY", "F"}, std::pair{"FELONY", "F"},
                                std::pair{"MISDEMEANOR", "M"}, std::pair{"INFRACTION", "I"}};
constexpr std::array kSentences = {std::pair{"90", "D"}, std::pair{"16", "M"}, std::pair{"3", "Y"},
                                   std::pair{"25", "Y"}};
// Years after which something changes under some policy, or a sentence above ends.
constexpr std::array kYears = {3, 5, 10, 10, 21, 25};
constexpr std::array kAges = {21, 40, 50, 50, 57};

class RecordDraft {
 public:
  explicit RecordDraft(Dice& dice) : dice_(dice) {}

  Sketch draw() {
    const Date born = dice_.chance(70) ? near(add_years(kDay, -dice_.pick(kAges))) : any_day(1950, 1998);
    birth_ = compact(born);
    born_ = born;
    const int counts = dice_.between(1, 5);
    for (int i = 0; i < counts; ++i) add_count();
    if (dice_.chance(30)) add_arrest();
    if (dice_.chance(25)) add_registration();
    if (dice_.chance(10)) add_row("DECEASED", next_cycle());
    return std::move(sketch_);
  }

 private:
  Date near(Date date) { return add_days(date, dice_.between(-1, 1)); }

  Date any_day(int first_year, int last_year) {
    return add_days(Date{static_cast<std::int16_t>(dice_.between(first_year, last_year)), 1, 1}, dice_.between(0, 364));
  }

  Date event_day() {
    switch (dice_.between(0, 5)) {
      case 0: return near({2016, 11, 9});
      case 1: return near(add_years(kDay, -dice_.pick(kYears)));
      case 2: return near(add_years(born_, 21));
      case 3: return dates_.empty() ? any_day(1975, 2019) : near(dice_.pick(dates_));
      case 4: return any_day(1990, 2010);
      default: return any_day(1970, 2019);
    }
  }

  static std::string three(int number) { return std::to_string(1000 + number).substr(1); }
  std::string next_cycle() { return three(++cycles_) + "001"; }

  SketchRow& add_row(const char* step, const std::string& case_key) {
    SketchRow row;
    row.set(RowFact::kStepType, step);
    row.set(RowFact::kCountOrder, case_key + three(++counts_) + "000");
    row.set(RowFact::kBirthDate, birth_);
    sketch_.rows.push_back(std::move(row));
    return sketch_.rows.back();
  }

  // A new cycle, a new step of the last one, or the last step once more, mostly with its date.
  void choose_case() {
    const int choice = cycles_ == 0 ? 0 : dice_.between(0, 9);
    const bool same_step = choice >= 7;
    if (choice < 5) case_key_ = next_cycle();
    if (choice == 5 || choice == 6) case_key_ = three(cycles_) + three(++steps_ + 1);
    if (same_step && dice_.chance(80)) return;
    date_ = event_day();
    dates_.push_back(date_);
  }

  void set_charge(SketchRow& row, const std::string& charge) {
    switch (dice_.between(0, 7)) {
      case 0: row.set(RowFact::kOffense, "SEE COMMENT FOR CHARGE"); [[fallthrough]];
      case 1: row.set(RowFact::kComment, charge); break;
      case 2: row.set(RowFact::kConvictionOffense, charge); [[fallthrough]];
      default: row.set(RowFact::kOffense, charge);
    }
  }

  void add_count() {
    choose_case();
    SketchRow& row = add_row("COURT ACTION", case_key_);
    row.set(RowFact::kDisposition, "CONVICTED");
    row.set(RowFact::kEventDate, compact(date_));
    row.set(RowFact::kCounty, dice_.chance(80) ? std::string(kHome) : "KERN");
    const auto& [level, letter] = dice_.pick(kLevels);
    if (dice_.chance(85)) row.set(RowFact::kConvictionLevel, level);
    row.set(RowFact::kOffenseLevel, letter);
    set_charge(row, dice_.chance(60) ? dice_.pick(kHomeCharges) : dice_.pick(kCertainCharges));
    if (dice_.chance(50)) return;
    set_sentence(row);
    if (!dice_.chance(50)) return;
    sketch_.rows.push_back(row);
    set_sentence(sketch_.rows.back());
    // The two rows stay different whatever is made of their other cells: equal ones would count once.
    sketch_.rows.back().set(RowFact::kSentencePlace, "PROBATION");
    if (dice_.chance(30)) sketch_.rows.back().set(RowFact::kCounty, "");
  }

  void set_sentence(SketchRow& row) {
    const auto& [length, unit] = dice_.pick(kSentences);
    row.set(RowFact::kSentenceLength, length);
    row.set(RowFact::kSentenceUnit, unit);
  }

  void add_arrest() {
    SketchRow& row = add_row("ARREST/DETAINED/CITED", dice_.chance(70) ? case_key_ : next_cycle());
    row.set(RowFact::kEventDate, compact(add_days(date_, -30)));
    row.set(RowFact::kOffense, dice_.pick(kCertainCharges));
  }

  void add_registration() {
    SketchRow& row = add_row("REGISTRATION", dice_.chance(20) ? case_key_ : next_cycle());
    row.set(RowFact::kEventDate, compact(dice_.chance(40) ? date_ : event_day()));
    row.set(RowFact::kOffense, dice_.pick(kRegistrationCharges));
  }

  Dice& dice_;
  Sketch sketch_;
  std::string birth_, case_key_;
  Date born_, date_{2000, 1, 1};
  std::vector<Date> dates_;
  int cycles_ = 0, steps_ = 0, counts_ = 0;
};

// Makes one row say something else than it did: another text in a cell that matters.
void disagree(Dice& dice, Sketch& sketch) {
  SketchRow& row = sketch.rows[dice.below(sketch.rows.size())];
  switch (dice.between(0, 6)) {
    case 0: row.set(row.charge_cell(), dice.pick(kDoubtfulCharges)); break;
    case 1: row.set(RowFact::kEventDate, compact({2005, 6, 15})); break;
    case 2: row.set(RowFact::kConvictionLevel, "MISDEMEANOR"); break;
    case 3: row.set(RowFact::kCounty, "KERN"); break;
    case 4: row.set(RowFact::kBirthDate, "19700000"); break;
    case 5: row.set(RowFact::kConvictionOffense, "11359(B)"); break;
    default: row.set(RowFact::kEventDate, "20050600");
  }
}

}  // namespace

std::string compact(Date date) {
  const std::string iso = to_iso(date);
  return iso.substr(0, 4) + iso.substr(5, 2) + iso.substr(8);
}

Sketch draw_whole_record(Dice& dice) {
  return RecordDraft(dice).draw();
}

Sketch draw_record(Dice& dice) {
  Sketch sketch = draw_whole_record(dice);
  for (int i = dice.between(0, 2); i > 0; --i) disagree(dice, sketch);
  for (int i = dice.between(0, 2); i > 0; --i) {
    const std::vector<Doubt> doubts = doubts_of(sketch);
    if (!doubts.empty()) sketch = with(std::move(sketch), dice.pick(doubts).edits);
  }
  return sketch;
}

}  // namespace redress::testing
