#include "synth/synthesize.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/calendar.h"
#include "base/text.h"
#include "unit/synth/synth_file.h"

namespace redress::synth::test {
namespace {

const std::string& clean_file() {
  static const std::string kFile = make_file(2000, 7, Mess::kClean);
  return kFile;
}

const std::vector<Record>& clean_rows() {
  static const std::vector<Record> kRows = rows_of(clean_file());
  return kRows;
}

std::string charge_of(const Record& row) {
  const std::string& offense = row[RowFact::kOffense];
  return offense.empty() || offense == "SEE COMMENT FOR CHARGE" ? row[RowFact::kComment] : offense;
}

bool names_prop64(const std::string& charge) {
  for (const char* section : {"11357", "11358", "11359", "11360"}) {
    if (charge.find(section) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the same seed gives the same bytes") {
  for (const Mess mess : {Mess::kClean, Mess::kWithMess}) CHECK(make_file(300, 5, mess) == make_file(300, 5, mess));
}

TEST_CASE("another seed gives other bytes") {
  CHECK(make_file(20, 5, Mess::kClean) != make_file(20, 6, Mess::kClean));
}

TEST_CASE("people of different seeds have different ids, so that their files can be put together") {
  std::set<std::string> ids;
  std::size_t people = 0;
  for (const std::uint64_t seed : {0U, 1U, 2U, 3U, 4U, 64U, 310U}) {
    std::set<std::string> own;
    for (const Record& row : rows_of(make_file(500, seed, Mess::kClean))) own.insert(row[RowFact::kPerson]);
    CHECK(own.size() == 500);
    people += own.size();
    ids.merge(own);
  }
  CHECK(ids.size() == people);
}

TEST_CASE("a clean file of fewer people is the beginning of a longer one") {
  const std::string longer = make_file(200, 5, Mess::kClean);
  const std::string shorter = make_file(120, 5, Mess::kClean);
  CHECK(longer.compare(0, shorter.size(), shorter) == 0);
}

TEST_CASE("with mess too a person's rows do not depend on how many people follow") {
  const auto lines_of = [](const std::string& bytes) {
    std::multiset<std::vector<std::string>> rows;
    for (const Record& row : rows_of(bytes)) rows.insert(row.cells);
    return rows;
  };
  const auto longer = lines_of(make_file(400, 5, Mess::kWithMess));
  const auto shorter = lines_of(make_file(250, 5, Mess::kWithMess));
  CHECK(std::includes(longer.begin(), longer.end(), shorter.begin(), shorter.end()));
}

TEST_CASE("the header is the names of the layout") {
  std::string expected;
  for (int i = 0; i < 95; ++i) expected += (i == 0 ? "C" : ",C") + std::to_string(i);
  CHECK(make_file(1, 1, Mess::kWithMess).starts_with(expected + "\n"));
}

TEST_CASE("each clean row has as many cells as the layout has columns") {
  for (const Record& record : records_of(clean_file())) {
    REQUIRE(record.cells.size() == 95);
    REQUIRE_FALSE(record.has_stray_quote);
  }
}

TEST_CASE("a row has about 800 bytes") {
  for (const Mess mess : {Mess::kClean, Mess::kWithMess}) {
    const std::string file = make_file(2000, 11, mess);
    const std::size_t average = file.size() / rows_of(file).size();
    CHECK(average >= 780);
    CHECK(average <= 820);
  }
}

TEST_CASE("a person has about eight to twelve rows") {
  CHECK(clean_rows().size() >= 2000 * 8);
  CHECK(clean_rows().size() <= 2000 * 12);
}

TEST_CASE("no two people share an identifier of nine digits") {
  std::set<std::string> ids;
  for (const Record& row : clean_rows()) {
    CHECK(row[RowFact::kPerson].size() == 9);
    ids.insert(row[RowFact::kPerson]);
  }
  CHECK(ids.size() == 2000);
}

TEST_CASE("secret numbers are invented for all to see") {
  for (const Record& row : clean_rows()) {
    for (const std::size_t column : {8U, 9U, 15U, 16U}) {
      const std::string& secret = row.cells[column];
      CHECK((secret.substr(0, 3) == "000" || secret.substr(0, 1) == "X"));
    }
  }
}

TEST_CASE("nearly everyone has a Prop 64 conviction in the county") {
  std::set<std::string> people;
  for (const Record& row : clean_rows()) {
    if (is_convicted(row) && row[RowFact::kCounty] == "LOS ANGELES" && names_prop64(charge_of(row))) {
      people.insert(row[RowFact::kPerson]);
    }
  }
  CHECK(people.size() >= 1900);
  CHECK(people.size() < 2000);
}

TEST_CASE("clean dates are whole, from 1975 to 2019, and births from 1935 to 2001") {
  for (const Record& row : clean_rows()) {
    const auto birth = parse_compact_date(row[RowFact::kBirthDate]);
    const auto cycle = parse_compact_date(row[RowFact::kCycleDate]);
    const auto event = parse_compact_date(row[RowFact::kEventDate]);
    REQUIRE((birth && cycle && event));
    CHECK((birth->is_exact() && cycle->is_exact() && event->is_exact()));
    CHECK((birth->first.year >= 1935 && birth->first.year <= 2001));
    CHECK((cycle->first.year >= 1975 && event->last.year <= 2019));
    CHECK(cycle->first <= event->first);
    CHECK(row.cells[90] == std::to_string(whole_years_between(birth->first, cycle->first)));
  }
}

TEST_CASE("the steps of a cycle come in order of their dates") {
  std::map<std::string, std::string> last_date;
  for (const Record& row : clean_rows()) {
    std::string& last = last_date[row[RowFact::kPerson] + row[RowFact::kCountOrder].substr(0, 3)];
    CHECK(last <= row[RowFact::kEventDate]);
    last = row[RowFact::kEventDate];
  }
}

TEST_CASE("a count is twelve digits and clean rows of a convicted count agree in level, charge and date") {
  std::map<std::string, std::vector<std::string>> first_seen;
  for (const Record& row : clean_rows()) {
    const std::string& order = row[RowFact::kCountOrder];
    CHECK(order.size() == 12);
    CHECK(order.find_first_not_of("0123456789") == std::string::npos);
    if (!is_convicted(row)) continue;
    const std::vector<std::string> facts{row[RowFact::kConvictionLevel], row[RowFact::kOffenseLevel], charge_of(row),
                                         row[RowFact::kEventDate], row[RowFact::kCounty]};
    CHECK(first_seen.emplace(row[RowFact::kPerson] + order, facts).first->second == facts);
  }
}

TEST_CASE("a clean conviction has a known level and a charge, and a sentence part a length and a unit or neither") {
  for (const Record& row : clean_rows()) {
    const std::string& unit = row[RowFact::kSentenceUnit];
    CHECK(unit.empty() == row[RowFact::kSentenceLength].empty());
    CHECK((unit.empty() || unit == "D" || unit == "M" || unit == "Y"));
    if (!is_convicted(row)) continue;
    const std::string& level = row[RowFact::kConvictionLevel];
    CHECK((level.empty() || level == "FELONY" || level == "MISDEMEANOR" || level == "INFRACTION"));
    CHECK(row[RowFact::kOffenseLevel].size() == 1);
    if (!level.empty()) CHECK(level.substr(0, 1) == row[RowFact::kOffenseLevel]);
    CHECK_FALSE(charge_of(row).empty());
  }
}

TEST_CASE("no two clean rows are equal but for their number and request") {
  std::set<std::vector<std::string>> seen;
  for (const Record& row : clean_rows()) {
    std::vector<std::string> cells = row.cells;
    cells.erase(cells.begin() + 3, cells.begin() + 10);
    cells.erase(cells.begin());
    CHECK(seen.insert(cells).second);
  }
}

TEST_CASE("arrests, courts, custody, probation, registrations and deaths all occur") {
  std::set<std::string> types;
  for (const Record& row : clean_rows()) types.insert(row[RowFact::kStepType]);
  for (const char* type : {"ARREST/DETAINED/CITED", "COURT ACTION", "CUSTODY:JAIL", "CUSTODY:CDC",
                           "PROBATION/SUPERVISED", "REGISTRATION", "DECEASED"}) {
    CHECK_MESSAGE(types.count(type) == 1, type);
  }
}

TEST_CASE("charges that bar relief occur, and rarely") {
  std::map<std::string, std::size_t> times;
  for (const Record& row : clean_rows()) {
    for (const char* charge : {"187(A) PC", "288(A) PC", "186.22(B)(4) PC", "136.1"}) {
      if (is_convicted(row) && charge_of(row).find(charge) != std::string::npos) ++times[charge];
    }
  }
  CHECK(times.size() == 4);
  for (const auto& [charge, count] : times) CHECK_MESSAGE(count < clean_rows().size() / 100, charge);
}

TEST_CASE("a county that California does not have is refused with the nearest one") {
  const auto status = synthesize({1, "LOS ANGELS", 1, Mess::kClean, counties()}, make_layout(),
                                 [](std::string_view) { return Status(Done{}); });
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().code == "synth.county");
  CHECK(status.error().cause == "there is no county 'LOS ANGELS' in California");
  CHECK(status.error().next_step.find("LOS ANGELES") != std::string::npos);
}

TEST_CASE("a run without a county, with no or too many people or with an incomplete layout is refused") {
  const auto nowhere = [](std::string_view) { return Status(Done{}); };
  const auto code_of = [&](const SynthOptions& options, const model::Layout& layout) {
    return synthesize(options, layout, nowhere).error().code;
  };
  CHECK(code_of({1, "", 1, Mess::kClean, counties()}, make_layout()) == "synth.county");
  CHECK(code_of({0, "KERN", 1, Mess::kClean, counties()}, make_layout()) == "synth.people");
  CHECK(code_of({900'000'001, "KERN", 1, Mess::kClean, counties()}, make_layout()) == "synth.people");
  model::Layout layout = make_layout();
  layout.column_of[5].reset();
  CHECK(code_of({1, "KERN", 1, Mess::kClean, counties()}, layout) == "synth.layout");
}

TEST_CASE("an error of the receiver ends the run and is handed on") {
  int calls = 0;
  const Status status =
      synthesize({100'000, "KERN", 1, Mess::kClean, counties()}, make_layout(), [&](std::string_view) {
        ++calls;
        return Status(Error{ErrorKind::kOutput, "test.full", {}, "No room.", "Make room.", {}});
      });
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().code == "test.full");
  CHECK(calls == 1);
}

}  // namespace redress::synth::test
