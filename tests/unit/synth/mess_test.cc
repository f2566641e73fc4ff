#include "synth/mess.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/text.h"
#include "synth/word_lists.h"
#include "unit/synth/synth_file.h"

namespace redress::synth::test {
namespace {

struct File {
  std::string bytes;
  std::vector<Record> records;  // the header too
  std::vector<Record> whole;    // rows of 95 cells, or 96 with an empty last one, without stray quotes
};

File make(Mess mess) {
  File file;
  file.bytes = make_file(2000, 7, mess);
  file.records = records_of(file.bytes);
  for (Record& row : rows_of(file.bytes)) {
    const bool is_whole = row.cells.size() == 95 || (row.cells.size() == 96 && row.cells.back().empty());
    if (is_whole && !row.has_stray_quote) file.whole.push_back(std::move(row));
  }
  return file;
}

const File& messy() {
  static const File kFile = make(Mess::kWithMess);
  return kFile;
}

const File& clean() {
  static const File kFile = make(Mess::kClean);
  return kFile;
}

using Count = std::function<std::size_t(const File&)>;

std::size_t count_rows(const File& file, const std::function<bool(const Record&)>& holds) {
  return static_cast<std::size_t>(std::count_if(file.whole.begin(), file.whole.end(), holds));
}

Count rows_where(std::function<bool(const Record&)> holds) {
  return [holds = std::move(holds)](const File& file) { return count_rows(file, holds); };
}

Count rows_with(RowFact fact, Words texts) {
  return rows_where([=](const Record& row) { return std::find(texts.begin(), texts.end(), row[fact]) != texts.end(); });
}

Count records_where(std::function<bool(const Record&)> holds) {
  return [holds = std::move(holds)](const File& file) {
    return static_cast<std::size_t>(std::count_if(file.records.begin(), file.records.end(), holds));
  };
}

bool is_partial(const std::string& text) {
  const auto span = parse_compact_date(text);
  return span && !span->is_exact();
}

bool is_impossible(const std::string& text) { return !is_empty_cell(text) && !parse_compact_date(text); }

bool has_lower_case(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

bool is_beyond_ascii(char letter) { return static_cast<unsigned char>(letter) > 127; }

std::size_t contradictory_levels(const File& file) {
  std::map<std::string, std::set<std::string>> levels;
  for (const Record& row : file.whole) {
    const std::string level = to_upper_ascii(trimmed(row[RowFact::kConvictionLevel]));
    if (!is_convicted(row) || is_empty_cell(level)) continue;
    levels[row[RowFact::kPerson] + row[RowFact::kCountOrder]].insert(level);
  }
  std::size_t found = 0;
  for (const auto& [count, seen] : levels) found += seen.size() > 1 ? 1U : 0U;
  return found;
}

std::size_t repeated_rows(const File& file) {
  std::set<std::vector<std::string>> seen;
  std::size_t found = 0;
  for (const Record& row : file.whole) {
    std::vector<std::string> cells = row.cells;
    cells.erase(cells.begin() + 3, cells.begin() + 10);
    cells.erase(cells.begin());
    found += seen.insert(cells).second ? 0U : 1U;
  }
  return found;
}

std::size_t scattered_people(const File& file) {
  std::set<std::string> done, scattered;
  std::string last;
  for (const Record& row : file.whole) {
    const std::string& person = row[RowFact::kPerson];
    if (is_empty_cell(person) || person == last) continue;
    if (!done.insert(person).second) scattered.insert(person);
    last = person;
  }
  return scattered.size();
}

const std::vector<std::pair<const char*, Count>>& kinds() {
  static const std::vector<std::pair<const char*, Count>> kKinds{
      {"partial birth date", rows_where([](const Record& row) { return is_partial(row[RowFact::kBirthDate]); })},
      {"partial event date", rows_where([](const Record& row) { return is_partial(row[RowFact::kEventDate]); })},
      {"blank event date", rows_where([](const Record& row) { return is_empty_cell(row[RowFact::kEventDate]); })},
      {"impossible event date", rows_where([](const Record& row) { return is_impossible(row[RowFact::kEventDate]); })},
      {"empty county", rows_where([](const Record& row) { return is_empty_cell(row[RowFact::kCounty]); })},
      {"conviction outside a court", rows_where([](const Record& row) {
         return is_convicted(row) && !equals_ignoring_case(trimmed(row[RowFact::kStepType]), "COURT ACTION");
       })},
      {"contradictory levels", contradictory_levels},
      {"empty levels", rows_where([](const Record& row) {
         return is_convicted(row) && is_empty_cell(row[RowFact::kConvictionLevel]) &&
                is_empty_cell(row[RowFact::kOffenseLevel]);
       })},
      {"unknown level", rows_where([](const Record& row) {
         return row[RowFact::kConvictionLevel] == "OTHER" || row[RowFact::kConvictionLevel] == "UNKNOWN";
       })},
      {"unreadable charge", rows_with(RowFact::kOffense, unreadable_charges())},
      {"charge without a known code", rows_with(RowFact::kOffense, uncoded_charges())},
      {"charge in a comment that is not there", rows_where([](const Record& row) {
         return row[RowFact::kOffense] == "SEE COMMENT FOR CHARGE" && row[RowFact::kComment].empty();
       })},
      {"relief entered", rows_with(RowFact::kComment, relief_comments())},
      {"life sentence", rows_where([](const Record& row) { return row[RowFact::kSentenceLength] == "LIFE"; })},
      {"unknown unit", rows_where([](const Record& row) { return row[RowFact::kSentenceUnit] == "N"; })},
      {"repeated row", repeated_rows},
      {"scattered person", scattered_people},
      {"comma in a comment", rows_where([](const Record& row) {
         return row[RowFact::kComment].find("PHOTO TAKEN, BOTH") != std::string::npos;
       })},
      {"quotation mark in a comment", rows_where([](const Record& row) {
         return row[RowFact::kComment].find('"') != std::string::npos;
       })},
      {"line break in a comment", rows_where([](const Record& row) {
         return row[RowFact::kComment].find('\n') != std::string::npos;
       })},
      {"lower case", rows_where([](const Record& row) { return has_lower_case(row[RowFact::kStepType]); })},
      {"extra blanks", rows_where([](const Record& row) {
         return trimmed(row[RowFact::kStepType]).size() < row[RowFact::kStepType].size();
       })},
      {"letters beyond ASCII in a name", rows_where([](const Record& row) {
         const std::string& name = row[RowFact::kName];
         return std::any_of(name.begin(), name.end(), is_beyond_ascii);
       })},
      {"extra comma", records_where([](const Record& row) { return row.cells.size() == 96; })},
      {"empty line", records_where([](const Record& row) { return row.cells.size() == 1; })},
      {"missing cell", records_where([](const Record& row) { return row.cells.size() == 94; })},
      {"stray quote", records_where([](const Record& row) { return row.has_stray_quote; })},
      {"no person", rows_where([](const Record& row) { return is_empty_cell(row[RowFact::kPerson]); })},
      {"short count", rows_where([](const Record& row) { return row[RowFact::kCountOrder].size() < 9; })},
  };
  return kKinds;
}

}  // namespace

TEST_CASE("each kind of mess is found in the file of two thousand people") {
  for (const auto& [kind, count] : kinds()) CHECK_MESSAGE(count(messy()) > 0, kind);
}

TEST_CASE("no kind of mess is found in a clean file") {
  for (const auto& [kind, count] : kinds()) CHECK_MESSAGE(count(clean()) == 0, kind);
}

TEST_CASE("rows that must be rejected stay clearly under half a percent") {
  const auto rejected = [](const Record& row) {
    return row.cells.size() == 94 || row.has_stray_quote ||
           (row.cells.size() >= 95 &&
            (is_empty_cell(row[RowFact::kPerson]) || (row[RowFact::kCountOrder].size() < 9)));
  };
  const std::size_t rejects = records_where(rejected)(messy());
  CHECK(rejects > 0);
  CHECK(rejects * 1000 < messy().records.size() * 3);
}

TEST_CASE("a messy file is UTF-8") { CHECK(is_utf8(messy().bytes)); }

TEST_CASE("late rows stand at most eight people further down") {
  std::map<std::string, std::size_t> place_of;
  for (const Record& row : messy().whole) {
    const std::string& person = row[RowFact::kPerson];
    if (is_empty_cell(person)) continue;
    const std::size_t newest = place_of.size();
    const auto [place, is_new] = place_of.emplace(person, newest + 1);
    CHECK(newest <= place->second + kMostPeopleBetween);
  }
}

}  // namespace redress::synth::test
