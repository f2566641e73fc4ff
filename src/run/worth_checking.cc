#include "run/worth_checking.h"

#include <algorithm>
#include <cstdint>

#include "base/calendar.h"
#include "base/text.h"
#include "run/county_names.h"

namespace redress::run {
namespace {

std::string rows_words(std::uint64_t rows) {
  return grouped(rows) + (rows == 1 ? " row" : " rows");
}

// A file of the next county, or the wrong --county, is decided without an error: a few rows of any county are in it.
void add_county(const tally::Tally& tally, std::string_view county, std::vector<std::string>& sentences) {
  const auto own = tally.rows_by_county.find(county);
  const std::uint64_t own_rows = own == tally.rows_by_county.end() ? 0 : own->second;
  const std::vector<NamedCounty> counties = named_counties(tally.rows_by_county);
  const auto most = std::find_if(counties.begin(), counties.end(),
                                 [](const NamedCounty& c) { return c.kind == NamedCounty::Kind::kCounty; });
  if (most == counties.end() || most->rows <= own_rows) return;
  // Of every county at once none has so large a part, and the county of the run need not have the most; but it is
  // there.
  constexpr std::uint64_t kPartOfOneCounty = 3;
  constexpr std::uint64_t kPartOfMost = 100;
  if (most->rows * kPartOfOneCounty <= tally.rows && own_rows * kPartOfMost >= most->rows) return;
  sentences.push_back("More rows are of " + most->name + " (" + rows_words(most->rows) + ") than of " +
                      std::string(county) + " (" + rows_words(own_rows) + "). Check the county and the files.");
}

void add_events(const tally::EventSpan& events, Date as_of, std::vector<std::string>& sentences) {
  if (!events.last) return;
  const std::string last = to_iso(*events.last);
  if (*events.last > add_years(as_of, kYearsOfLaterEvents)) {
    sentences.push_back("The last event in the files is of " + last + ", more than a year after the as-of date " +
                        to_iso(as_of) + ". Check that date: ages and years are measured on it.");
  } else if (add_years(*events.last, kYearsUntilStale) < as_of) {
    sentences.push_back("The last event in the files is of " + last + ", more than " +
                        std::to_string(kYearsUntilStale) + " years before the as-of date " + to_iso(as_of) +
                        ". Check that date; what came after the files were made is in no answer.");
  }
}

// So many and so large a part that it is no matter of single rows.
bool are_many(std::uint64_t some, std::uint64_t all) {
  constexpr std::uint64_t kFew = 10;
  constexpr std::uint64_t kOneIn = 10;
  return some >= kFew && some * kOneIn > all;
}

std::string part_words(std::uint64_t some, std::uint64_t all, const char* what) {
  return grouped(some) + " of " + grouped(all) + " " + what;
}

// What single rows have in common when a whole file was changed, or several were put together that do not belong so.
void add_files(const tally::Tally& tally, std::vector<std::string>& sentences) {
  const auto noted = [&](model::Note note) { return tally.notes[static_cast<std::size_t>(note)]; };
  if (const std::uint64_t rows = noted(model::Note::kDateUnreadable).rows; are_many(rows, tally.rows)) {
    sentences.push_back("In " + part_words(rows, tally.rows, "rows") +
                        " the date cannot be read. A spreadsheet may have written the file anew: use it as the "
                        "Department of Justice sent it.");
  }
  if (const std::uint64_t people = noted(model::Note::kBirthDateContradictory).people; are_many(people, tally.people)) {
    sentences.push_back(part_words(people, tally.people, "people") +
                        " have birth dates that contradict each other. Check whether the files are one data set: an id "
                        "may stand for another person in each.");
  }
  if (const std::uint64_t rows = noted(model::Note::kEqualRow).rows; are_many(rows, tally.rows)) {
    sentences.push_back(
        part_words(rows, tally.rows, "rows") +
        " repeat an earlier row, and count once. Check whether a file was given twice in another form.");
  }
  // Where a delivery was cut into files, a count may stand in two of them, but hardly more than one for each cut.
  constexpr std::uint64_t kFewCounts = 10;
  if (const std::uint64_t rows = noted(model::Note::kCountInSeveralFiles).rows; rows >= kFewCounts) {
    sentences.push_back(grouped(rows) +
                        " rows are of counts that stand in another file too. Where deliveries overlap, every part of a "
                        "sentence counts as often as it stands there: give the newest delivery alone.");
  }
  constexpr std::uint64_t kEnoughRows = 100;
  const std::uint64_t repeated = tally.rows - std::min(tally.rows, tally.people);
  if (tally.rows >= kEnoughRows && !are_many(repeated, tally.rows)) {
    sentences.push_back("Nearly every row is of another person (" + part_words(tally.people, tally.rows, "rows") +
                        "). Check whether the columns stand in their order: a record has several rows.");
  }
}

}  // namespace

std::vector<std::string> worth_checking(const tally::Tally& tally, std::string_view county, Date as_of,
                                        std::span<const std::string> cut_off) {
  std::vector<std::string> sentences;
  for (const std::string& file : cut_off) {
    sentences.push_back(file + " ends inside a row: it may have been cut off. Compare its size with the source's.");
  }
  add_county(tally, county, sentences);
  add_events(tally.events, as_of, sentences);
  add_files(tally, sentences);
  return sentences;
}

}  // namespace redress::run
