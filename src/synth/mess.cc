#include "synth/mess.h"

#include <algorithm>
#include <span>

#include "synth/charges.h"
#include "synth/dice.h"
#include "synth/word_lists.h"

namespace redress::synth {
namespace {

using Rows = std::span<PlannedRow>;
constexpr std::uint64_t kMessPurpose = 2;

template <class Change>
void change_all(Rows rows, Change change) {
  for (PlannedRow& row : rows) {
    change(row);
    row.altered = true;
  }
}

bool is_convicted(const PlannedRow& row) { return row.disposition.substr(0, 9) == "CONVICTED"; }

// Only where a charge stands already, so that the comment is not read as the charge.
bool may_take_comment(const PlannedRow& row) { return !row.offense.empty() && row.charge_comment.empty(); }

// YYYYMM00, YYYY0000, nothing, or a day that never was.
ShortText spoiled_date(Dice& dice, const ShortText& date) {
  const std::uint32_t mark = dice.below(100);
  ShortText spoiled = date;
  if (mark < 40) {
    spoiled.cut_to(6);
    spoiled.append("00");
  } else if (mark < 70) {
    spoiled.cut_to(4);
    spoiled.append("0000");
  } else if (mark < 85) {
    spoiled = ShortText{dice.pick(empty_cells())};
  } else {
    spoiled = ShortText{dice.pick(impossible_dates())};
  }
  return spoiled;
}

void mess_up_name(Dice& dice, Life& life) {
  life.name.assign(dice.pick(accented_last_names()));
  life.name += ',';
  life.name += dice.pick(accented_first_names());
}

void mess_up_birth(Dice& dice, Life& life) {
  const std::uint32_t mark = dice.below(10'000);
  if (mark < 150) {
    const ShortText spoiled = spoiled_date(dice, life.rows.front().birth_date);
    change_all(life.rows, [&](PlannedRow& row) { row.birth_date = spoiled; });
  } else if (mark < 250) {
    PlannedRow& row = dice.chance(5000) ? life.rows.front() : life.rows.back();
    row.birth_date = spoiled_date(dice, row.birth_date);
    row.altered = true;
  }
}

void mess_up_step(Dice& dice, Rows step) {
  const std::uint32_t mark = dice.below(10'000);
  if (mark < 220) {
    const ShortText spoiled = spoiled_date(dice, step.front().event_date);
    change_all(step, [&](PlannedRow& row) {
      row.event_date = spoiled;
      if (!row.disposition_date.view().empty()) row.disposition_date = spoiled;
    });
  } else if (mark < 260) {
    change_all(step, [&](PlannedRow& row) { row.county = {}; });
  } else if (mark < 290 && is_convicted(step.front())) {
    change_all(step, [&](PlannedRow& row) { row.step_type = "PROBATION/SUPERVISED"; });
  }
}

void mess_up_charge(Dice& dice, Rows count) {
  const std::uint32_t mark = dice.below(10'000);
  if (mark < 60) {
    const std::string_view charge = dice.pick(unreadable_charges());
    change_all(count, [&](PlannedRow& row) { row.offense = charge; });
  } else if (mark < 130) {
    const std::string_view charge = dice.pick(uncoded_charges());
    change_all(count, [&](PlannedRow& row) {
      row.offense = charge;
      row.disposition_offense = row.conviction_offense = row.charge_comment = {};
    });
  } else if (mark < 160) {
    // The comment that should hold the charge is gone.
    change_all(count, [&](PlannedRow& row) {
      row.offense = "SEE COMMENT FOR CHARGE";
      row.charge_comment = row.comment = {};
    });
  } else if (mark < 200 && is_convicted(count.front())) {
    const std::string_view other = dice.pick(pick_charge(dice, other_charges()).spellings);
    change_all(count, [&](PlannedRow& row) { row.conviction_offense = other; });
  }
}

void mess_up_level(Dice& dice, Rows count) {
  if (!is_convicted(count.front())) return;
  const std::uint32_t mark = dice.below(10'000);
  if (mark < 80) {
    const std::string_view none = dice.pick(empty_cells());
    change_all(count, [&](PlannedRow& row) { row.conviction_level = row.offense_level = none; });
  } else if (mark < 120) {
    change_all(count, [&](PlannedRow& row) { row.conviction_level = dice.chance(5000) ? "UNKNOWN" : "OTHER"; });
  } else if (mark < 320 && count.size() > 1) {
    PlannedRow& last = count.back();
    last.conviction_level = count.front().conviction_level == "FELONY" ? "MISDEMEANOR" : "FELONY";
    last.altered = true;
  }
}

void mess_up_comment(Dice& dice, Rows count) {
  if (!may_take_comment(count.front())) return;
  const std::uint32_t mark = dice.below(10'000);
  if (mark < 150 && is_convicted(count.front())) {
    const std::string_view relief = dice.pick(relief_comments());
    change_all(count, [&](PlannedRow& row) { row.comment = relief; });
  } else if (mark >= 150 && mark < 350) {
    const std::string_view comment = dice.pick(quoted_comments());
    change_all(count, [&](PlannedRow& row) { row.comment = comment; });
  }
}

void mess_up_sentence(Dice& dice, PlannedRow& row) {
  if (row.sentence_unit.empty() || !dice.chance(120)) return;
  row.altered = true;
  const std::uint32_t mark = dice.below(3);
  if (mark == 0) {
    row.sentence_length = ShortText{"LIFE"};
    row.sentence_unit = {};
    row.sentence_place = "PRISON";
  } else if (mark == 1) {
    row.sentence_unit = "N";
  } else {
    row.sentence_length = ShortText{"SEE DOCKET"};
  }
}

void mess_up_row(Dice& dice, PlannedRow& row) {
  const std::uint32_t mark = dice.below(10'000);
  row.empty_line_after = mark % 500 == 7;
  if (mark < 100) {
    row.style = CellStyle::kLowerCase;
  } else if (mark < 200) {
    row.style = CellStyle::kExtraBlanks;
  } else if (mark < 300) {
    row.style = CellStyle::kAllQuoted;
  } else if (mark < 330) {
    row.fault = Fault::kExtraComma;
  } else if (mark < 334) {
    row.fault = Fault::kCellMissing;
  } else if (mark < 338) {
    row.fault = Fault::kStrayQuote;
  } else if (mark < 342) {
    row.fault = Fault::kNoPerson;
  } else if (mark < 346) {
    row.count_order.cut_to(8);
  } else {
    return;
  }
  row.altered = true;
}

// Calls `change` with each run of neighbors that `is_same` holds together.
template <class IsSame, class Change>
void for_each_group(Rows rows, IsSame is_same, Change change) {
  for (std::size_t first = 0; first < rows.size();) {
    std::size_t end = first + 1;
    while (end < rows.size() && is_same(rows[first], rows[end])) ++end;
    change(rows.subspan(first, end - first));
    first = end;
  }
}

void repeat_rows(Dice& dice, Life& life) {
  for (std::size_t i = 0; i < life.rows.size(); ++i) {
    if (!dice.chance(80)) continue;
    PlannedRow again = life.rows[i];
    ++again.copy;
    // Beside the first one, or with the last of the person's rows.
    const std::size_t place = dice.chance(5000) ? i + 1 : life.rows.size();
    life.rows.insert(life.rows.begin() + static_cast<std::ptrdiff_t>(place), again);
    ++i;
  }
}

}  // namespace

void add_mess(std::uint64_t seed, std::uint64_t index, Life& life) {
  Dice dice(start_of(seed, index, kMessPurpose));
  if (dice.chance(300)) mess_up_name(dice, life);
  mess_up_birth(dice, life);
  const auto in_step = [](const PlannedRow& a, const PlannedRow& b) { return a.cycle == b.cycle && a.step == b.step; };
  const auto in_count = [&](const PlannedRow& a, const PlannedRow& b) { return in_step(a, b) && a.count == b.count; };
  for_each_group(life.rows, in_step, [&](Rows step) { mess_up_step(dice, step); });
  for_each_group(life.rows, in_count, [&](Rows count) {
    mess_up_charge(dice, count);
    mess_up_level(dice, count);
    mess_up_comment(dice, count);
  });
  for (PlannedRow& row : life.rows) {
    mess_up_sentence(dice, row);
    mess_up_row(dice, row);
  }
  repeat_rows(dice, life);
  life.late_from = life.rows.size();
  if (life.rows.size() > 1 && dice.chance(600)) {
    life.late_from = static_cast<std::size_t>(dice.between(1, static_cast<std::int64_t>(life.rows.size()) - 1));
    life.late_by = static_cast<std::uint32_t>(dice.between(1, kMostPeopleBetween));
  }
}

}  // namespace redress::synth
