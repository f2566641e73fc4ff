// The values that an unknown fact may have: the other half of doubts.h.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "base/calendar.h"
#include "citation/citation.h"
#include "properties/doubts.h"
#include "properties/record_dice.h"

namespace redress::testing {
namespace {

// The days around which an answer about a date of the record may change.
class BorderDays {
 public:
  BorderDays(const Sketch& sketch, std::span<const int> years) : sketch_(sketch), years_(years) {}

  std::set<Date> within(DateSpan span, RowFact column) {
    add({2016, 11, 9});
    add(kDay);
    for (const int n : years_) add(add_years(kDay, -n));
    for (const SketchRow& row : sketch_.rows) {
      add_text(row[RowFact::kEventDate], column == RowFact::kBirthDate ? -1 : 0);
      if (column == RowFact::kEventDate) add_text(row[RowFact::kBirthDate], 1);
    }
    if (column == RowFact::kEventDate) add_sentences();
    std::set<Date> days{std::max(span.first, Date{1900, 1, 1}), std::min(span.last, kDay)};
    for (const Date day : days_) {
      if (day >= span.first && day <= std::min(span.last, kDay)) days.insert(day);
    }
    return days;
  }

 private:
  void add(Date day) {
    for (const int shift : {-1, 0, 1}) days_.insert(add_days(day, shift));
  }

  // The days of a date cell; `sign`: that many years before (-1) or after (1) them.
  void add_text(std::string_view text, int sign) {
    const auto span = parse_compact_date(text);
    if (!span) return;
    for (const Date day : {span->first, span->last}) {
      if (sign == 0) add(day);
      for (const int n : years_) {
        if (sign != 0) add(add_years(day, sign * n));
      }
    }
  }

  // Days from which the sentences of the record end today.
  void add_sentences() {
    std::map<std::string_view, std::int64_t> days;
    for (const SketchRow& row : sketch_.rows) {
      const std::string_view length = row[RowFact::kSentenceLength];
      const std::string_view unit = row[RowFact::kSentenceUnit];
      if (length.empty() || length == "LIFE" || unit.empty()) continue;
      const std::int64_t n = std::stoll(std::string(length));
      const Date start = unit == "Y" ? add_years(kDay, -n) : unit == "M" ? add_months(kDay, -n) : add_days(kDay, -n);
      add(start);
      days[row.count()] += to_days(kDay) - to_days(start);
    }
    for (const auto& [count, sum] : days) {
      for (const int shift : {-3, 0, 3}) add(add_days(kDay, shift - sum));
    }
  }

  const Sketch& sketch_;
  std::span<const int> years_;
  std::set<Date> days_;
};

Edits all_rows(const Doubt& doubt, RowFact fact, const std::string& text) {
  Edits edits;
  for (const std::size_t row : doubt.rows) edits.push_back({row, fact, text});
  return edits;
}

std::vector<Edits> days_of(const Sketch& doubtful, const Doubt& doubt, RowFact column, std::span<const int> years) {
  // "00000000", an empty cell and an impossible day say nothing at all.
  DateSpan span = kEveryDay;
  for (const Edit& edit : doubt.edits) {
    if (const auto said = parse_compact_date(edit.text)) span = *said;
  }
  std::vector<Edits> values;
  for (const Date day : BorderDays(doubtful, years).within(span, column)) {
    values.push_back(all_rows(doubt, column, compact(day)));
  }
  return values;
}

// Charges that stand for all that a policy tells apart.
constexpr std::array kAnyCharge = {"11357(A) HS",  "11357 HS",        "11358 HS", "11359 HS", "11360 HS",
                                   "664/11359 HS", "182/11360 HS",    "187 PC",   "243.4 PC", "261 PC",
                                   "246 PC",       "186.22(B)(4) PC", "459 PC",   "148 PC",   "4060 BP"};
constexpr std::array kAnyRegistration = {"290 PC", "11590 HS"};
constexpr std::array kAnyCode = {" HS", " PC", " BP", " VC"};

std::vector<Edits> charges_of(const Sketch& doubtful, const Doubt& doubt) {
  const auto stated = [&](const std::string& charge) {
    Edits edits = all_rows(doubt, RowFact::kOffense, charge);
    for (const RowFact other : {RowFact::kComment, RowFact::kConvictionOffense, RowFact::kDispositionOffense}) {
      const Edits emptied = all_rows(doubt, other, "");
      edits.insert(edits.end(), emptied.begin(), emptied.end());
    }
    return edits;
  };
  const SketchRow& row = doubtful.rows[doubt.edits.front().row];
  const auto known_part = citation::parse_charge(row[row.charge_cell()]);
  const bool lacks_code = doubt.edits.front().fact != RowFact::kConvictionOffense && known_part &&
                          !known_part->sections.empty() && known_part->sections[0].code == citation::Code::kUnknown;
  std::vector<Edits> values;
  if (lacks_code) {
    for (const char* code : kAnyCode) values.push_back(stated(std::string(row[row.charge_cell()]) + code));
  } else if (doubt.fact == FactOfRecord::kRegistrationCharge) {
    for (const char* charge : kAnyRegistration) values.push_back(stated(charge));
  } else {
    for (const char* charge : kAnyCharge) values.push_back(stated(charge));
  }
  return values;
}

}  // namespace

std::vector<Edits> values_of(const Sketch& doubtful, const Doubt& doubt, std::span<const int> years) {
  std::vector<Edits> values;
  switch (doubt.fact) {
    case FactOfRecord::kBirthDate: return days_of(doubtful, doubt, RowFact::kBirthDate, years);
    case FactOfRecord::kDate: return days_of(doubtful, doubt, RowFact::kEventDate, years);
    case FactOfRecord::kLevel:
      for (const char* level : {"FELONY", "MISDEMEANOR", "INFRACTION"}) {
        values.push_back(all_rows(doubt, RowFact::kConvictionLevel, level));
      }
      return values;
    case FactOfRecord::kCounty:
      for (const std::string& county : {std::string(kHome), std::string("KERN")}) {
        values.push_back(all_rows(doubt, RowFact::kCounty, county));
      }
      return values;
    case FactOfRecord::kSentence:
      for (const char* length : {"0", "36500"}) {
        values.push_back(
            {{doubt.rows[0], RowFact::kSentenceLength, length}, {doubt.rows[0], RowFact::kSentenceUnit, "D"}});
      }
      return values;
    case FactOfRecord::kCharge:
    case FactOfRecord::kRegistrationCharge:
    case FactOfRecord::kOtherCharge: return charges_of(doubtful, doubt);
  }
  return values;
}

}  // namespace redress::testing
