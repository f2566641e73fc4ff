#include "synth/life.h"

#include <algorithm>
#include <array>

#include "base/calendar.h"
#include "synth/charges.h"
#include "synth/dice.h"
#include "synth/sentence_plan.h"
#include "synth/word_lists.h"

namespace redress::synth {
namespace {

using Text = std::string_view;
constexpr std::uint64_t kLifePurpose = 1;
constexpr Date kFirstBirth{1935, 1, 1};
constexpr Date kLastBirth{2001, 12, 31};
constexpr Date kFirstArrest{1975, 1, 1};
constexpr Date kLastArrest{2019, 2, 28};
constexpr Date kLastEvent{2019, 12, 31};
constexpr int kYoungestYears = 17;

constexpr Text kArrest = "ARREST/DETAINED/CITED";
constexpr Text kCourt = "COURT ACTION";
constexpr Text kSeeComment = "SEE COMMENT FOR CHARGE";

// What a cycle is about.
enum class Theme : std::uint8_t { kProp64, kOther, kSerious, kRegistrable, kGang };

// One charge of a cycle, as it is written there.
struct Accusation {
  const Charge* charge = nullptr;
  Text spelling;
  bool in_comment = false;
};

// Writes the rows of one person in order.
class Biographer {
 public:
  Biographer(Dice& dice, const Places& places, Life& life)
      : dice_(dice), county_(places.county), counties_(places.all), life_(life) {}

  void write() {
    const std::uint32_t cycles = draw_cycle_count();
    std::array<std::int64_t, 8> days{};
    draw_arrest_days(days, cycles);
    const std::uint32_t main_cycle = dice_.below(cycles);
    const Theme trait = draw_trait();
    for (std::uint32_t i = 0; i < cycles; ++i) {
      const bool is_main = i == main_cycle;
      const bool bears_trait = trait != Theme::kOther && i == (main_cycle + 1) % cycles && !is_main;
      const Theme everyday = dice_.chance(2500) ? Theme::kProp64 : Theme::kOther;
      write_cycle(from_days(days[i]), is_main ? Theme::kProp64 : bears_trait ? trait : everyday, is_main);
    }
    if (dice_.chance(200)) write_lone_step("APPLICANT", {});
    const bool is_registrant = trait == Theme::kRegistrable ? dice_.chance(8000) : dice_.chance(40);
    if (is_registrant) write_lone_step("REGISTRATION", dice_.pick(sex_registrations()));
    if (dice_.chance(120)) write_lone_step("REGISTRATION", dice_.pick(other_registrations()));
    if (dice_.chance(200)) write_lone_step("DECEASED", {});
  }

 private:
  std::uint32_t draw_cycle_count() {
    constexpr std::array<std::uint8_t, 20> kCycles{1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 7};
    return dice_.pick(kCycles);
  }

  void draw_arrest_days(std::array<std::int64_t, 8>& days, std::uint32_t cycles) {
    const std::int64_t first = to_days(std::max(kFirstArrest, add_years(life_.birth, kYoungestYears)));
    // Young people are arrested more often: of two days the earlier one counts, half of the time.
    for (std::uint32_t i = 0; i < cycles; ++i) {
      days[i] = dice_.between(first, to_days(kLastArrest));
      if (dice_.chance(5000)) days[i] = std::min(days[i], dice_.between(first, to_days(kLastArrest)));
    }
    std::sort(days.begin(), days.begin() + cycles);
  }

  Theme draw_trait() {
    const std::uint32_t mark = dice_.below(10'000);
    if (mark < 220) return Theme::kSerious;
    if (mark < 440) return Theme::kRegistrable;
    return mark < 560 ? Theme::kGang : Theme::kOther;
  }

  const Charge& draw_charge(Theme theme) {
    switch (theme) {
      case Theme::kProp64: return pick_charge(dice_, prop64_charges());
      case Theme::kOther: return pick_charge(dice_, other_charges());
      case Theme::kSerious: return pick_charge(dice_, serious_charges());
      case Theme::kRegistrable: return pick_charge(dice_, registrable_charges());
      case Theme::kGang: return pick_charge(dice_, gang_charges());
    }
    return other_charges().front();
  }

  Accusation spell(const Charge& charge) { return {&charge, dice_.pick(charge.spellings), dice_.chance(250)}; }

  void write_cycle(Date arrest, Theme theme, bool is_main) {
    begin_cycle(arrest);
    cycle_county_ = dice_.chance(is_main ? 9800 : 4000) ? county_ : other_county();
    town_ = dice_.pick(towns());
    std::array<Accusation, 3> charges{};
    const std::uint32_t throw_of_count = dice_.below(100);
    std::uint32_t count = throw_of_count < 60 ? 1 : throw_of_count < 88 ? 2 : 3;
    charges[0] = spell(draw_charge(theme));
    for (std::uint32_t i = 1; i < count; ++i) charges[i] = spell(draw_charge(Theme::kOther));
    if (theme == Theme::kGang) {
      charges[1] = spell(gang_enhancement());
      count = std::max<std::uint32_t>(count, 2);
    }
    const bool ends_at_arrest = !is_main && theme != Theme::kGang && dice_.chance(1500);
    write_arrest(arrest, charges, count, ends_at_arrest);
    if (ends_at_arrest) return;
    if (theme == Theme::kProp64 && dice_.chance(2500)) charges[0] = spell(draw_charge(theme));
    const Date court = later(arrest, 5, 240);
    const bool must_convict = theme == Theme::kGang;
    write_court(court, charges, count, is_main ? 9850 : must_convict ? 10'000 : 7500, must_convict ? 9000 : 2500);
  }

  void begin_cycle(Date arrest) {
    base_ = PlannedRow{};
    base_.cycle = ++cycle_;
    base_.step = 0;
    base_.birth_date = compact_date(life_.birth);
    base_.cycle_date = compact_date(arrest);
    base_.age_years = static_cast<std::uint8_t>(whole_years_between(life_.birth, arrest));
  }

  void begin_step(Text type, Text agency_kind, Date date) {
    last_event_ = std::max(last_event_, date);
    ++base_.step;
    base_.step_type = type;
    base_.county = cycle_county_;
    base_.agency_kind = agency_kind;
    base_.agency_place = type == kArrest ? town_ : cycle_county_;
    base_.event_date = compact_date(date);
    base_.disposition_date = ShortText{};
    base_.case_number = dice_.chance(600) ? ShortText{"NULL  "} : draw_case_number();
  }

  ShortText draw_case_number() {
    constexpr std::array<Text, 6> kPrefixes{"BA", "XC", "MCR", "A", "YA", ""};
    ShortText number{dice_.pick(kPrefixes)};
    number.append_number(dice_.below(1'000'000), 6);
    if (dice_.chance(1500)) number.append("-01");
    return number;
  }

  // The row of a count as its charge makes it; disposition and sentence still open.
  PlannedRow begin_count(const Accusation& accusation, std::uint16_t count) {
    PlannedRow row = base_;
    row.count = count;
    row.count_order.append_number(100U + row.cycle, 3);
    row.count_order.append_number(row.step, 3);
    row.count_order.append_number(count, 3);
    row.count_order.append("000");
    if (accusation.in_comment) {
      row.offense = dice_.chance(7000) ? kSeeComment : Text{};
      row.charge_comment = accusation.spelling;
    } else {
      row.offense = accusation.spelling;
      if (dice_.chance(7000)) row.comment = dice_.pick(remarks());
      if (dice_.chance(40)) row.charge_comment = dice_.pick(pick_charge(dice_, prop64_charges()).spellings);
    }
    return row;
  }

  void write_arrest(Date date, const std::array<Accusation, 3>& charges, std::uint32_t count, bool is_rejected) {
    begin_step(kArrest, dice_.chance(6000) ? "CAPD POLICE DEPARTMENT" : "CASO SHERIFF SUBSTATION", date);
    for (std::uint32_t i = 0; i < count; ++i) {
      PlannedRow row = begin_count(charges[i], static_cast<std::uint16_t>(i + 1));
      row.offense_level = level_letter(charges[i].charge->level);
      if (is_rejected) {
        row.disposition = dice_.pick(rejections());
        row.disposition_date = row.event_date;
      }
      life_.rows.push_back(row);
    }
  }

  void write_court(Date date, const std::array<Accusation, 3>& charges, std::uint32_t count, std::uint32_t first_chance,
                   std::uint32_t further_chance) {
    begin_step(kCourt, dice_.chance(6000) ? "CASC SUPERIOR COURT" : "CAMC MUNICIPAL COURT", date);
    base_.disposition_date = base_.event_date;
    const Accusation* confined = nullptr;
    for (std::uint32_t i = 0; i < count; ++i) {
      const auto ordinal = static_cast<std::uint16_t>(i + 1);
      if (dice_.chance(i == 0 ? first_chance : further_chance)) {
        if (write_conviction(charges[i], ordinal, date)) confined = &charges[i];
      } else {
        PlannedRow row = begin_count(charges[i], ordinal);
        row.offense_level = level_letter(charges[i].charge->level);
        row.disposition = dice_.pick(dismissals());
        life_.rows.push_back(row);
      }
    }
    if (confined != nullptr && dice_.chance(3500)) write_custody(*confined, date);
  }

  // One row a sentence part. Whether the person was confined.
  bool write_conviction(const Accusation& accusation, std::uint16_t ordinal, Date date) {
    PlannedRow row = begin_count(accusation, ordinal);
    const Charge& charge = *accusation.charge;
    Level level = dice_.below(100) < charge.rarer_percent ? charge.rarer_level : charge.level;
    if (level == Level::kInfraction && date.year < 2011) level = Level::kMisdemeanor;
    row.offense_level = level_letter(level);
    row.conviction_level = dice_.chance(500) ? Text{} : level_word(level);
    if (dice_.chance(3500)) row.disposition_offense = dice_.pick(charge.spellings);
    if (dice_.chance(4500)) row.conviction_offense = dice_.pick(charge.spellings);
    const SentencePlan plan = draw_sentence(dice_, level);
    row.disposition = plan.disposition;
    for (std::size_t i = 0; i < plan.part_count; ++i) {
      row.part = static_cast<std::uint16_t>(i + 1);
      row.sentence_place = plan.parts[i].place;
      row.sentence_unit = plan.parts[i].unit;
      row.sentence_length = plan.parts[i].unit.empty() ? ShortText{} : decimal(plan.parts[i].length);
      life_.rows.push_back(row);
    }
    return plan.is_confined;
  }

  void write_custody(const Accusation& accusation, Date court) {
    const bool is_supervision = dice_.chance(3000);
    const Text type = is_supervision ? "PROBATION/SUPERVISED" : dice_.chance(5000) ? "CUSTODY:JAIL" : "CUSTODY:CDC";
    begin_step(type, is_supervision ? "CAPO PROBATION DEPARTMENT" : "CASO SHERIFF OFFICE", later(court, 1, 50));
    base_.disposition_date = ShortText{};
    PlannedRow row = begin_count(accusation, 1);
    row.offense_level = level_letter(accusation.charge->level);
    life_.rows.push_back(row);
  }

  // A cycle of one step and one row: an application, a registration, a death.
  void write_lone_step(Text type, Text charge) {
    const Date date = later(last_event_, 30, 900);
    begin_cycle(date);
    cycle_county_ = dice_.chance(6000) ? county_ : other_county();
    begin_step(type, "CASO SHERIFF OFFICE", date);
    base_.case_number = ShortText{};
    PlannedRow row = begin_count({nullptr, charge, false}, 1);
    row.charge_comment = {};
    if (charge.empty()) row.comment = {};  // where there is no charge, a comment would be read as one
    life_.rows.push_back(row);
  }

  Date later(Date date, std::int64_t fewest_days, std::int64_t most_days) {
    return std::min(add_days(date, dice_.between(fewest_days, most_days)), kLastEvent);
  }

  Text other_county() {
    Text found = dice_.pick(counties_);
    while (found == county_) found = dice_.pick(counties_);
    return found;
  }

  Dice& dice_;
  Text county_;
  std::span<const std::string> counties_;
  Life& life_;
  PlannedRow base_;
  Text cycle_county_, town_;
  Date last_event_;
  std::uint16_t cycle_ = 0;
};

void append_name(Dice& dice, std::string& name) {
  constexpr Text kInitials = "ABCDEFGHJKLMNOPRSTVWYZ";
  name.assign(dice.pick(last_names()));
  name += ',';
  name += dice.pick(first_names());
  if (!dice.chance(7500)) return;
  name += ' ';
  name += kInitials[dice.below(static_cast<std::uint32_t>(kInitials.size()))];
}

// One of the ids of nine digits. Those of two seeds begin far from each other, so that files of different seeds can be put
// together: nobody of the one stands in the other, unless both are of hundreds of thousands of people.
std::uint64_t id_of(std::uint64_t seed, std::uint64_t index) {
  constexpr std::uint64_t kBetweenSeeds = 556'230'591;  // a golden part of all ids: no few seeds come near each other
  constexpr std::uint64_t kBetweenPeople = 618'033'989;  // shares no divisor with their number: no two share one
  const std::uint64_t first = (seed % kMostPeople + kMostPeople - 1) % kMostPeople * kBetweenSeeds % kMostPeople;
  return 100'000'000 + (first + index) % kMostPeople * kBetweenPeople % kMostPeople;
}

}  // namespace

void invent_life(std::uint64_t seed, std::uint64_t index, const Places& places, Life& life) {
  Dice dice(start_of(seed, index, kLifePurpose));
  life.key = dice.next();
  life.person_id = ShortText{};
  life.person_id.append_number(id_of(seed, index), 9);
  life.cii_number = ShortText{"A"};
  life.cii_number.append_number(life.key >> 20, 8);
  append_name(dice, life.name);
  append_name(dice, life.other_name);
  life.sex = dice.chance(7800) ? "M" : "F";
  life.race = dice.pick(races());
  life.birth = from_days(dice.between(to_days(kFirstBirth), to_days(kLastBirth)));
  life.rows.clear();
  Biographer(dice, places, life).write();
  life.late_from = life.rows.size();
  life.late_by = 0;
}

}  // namespace redress::synth
