// model/workbook_layout.h: the sheets and columns of the workbook as plain values. Read from formats/.
// Not here: reading the tables (intake/workbook_layout_reader.h), filling the cells (write/xlsx). Plain values; no I/O.
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace redress::model {

// The sheets in their order. Ids in the table are these names with dashes: "to-misdemeanor". kReview is no sheet but
// the file in which a review is kept.
enum class SheetId : std::uint8_t {
  kReadme, kSummary, kCriteria, kDismiss, kToMisdemeanor, kToInfraction, kChallenged, kHeld, kNoCaseNumber,
  kNoCourtRecord, kReliefEntered, kPeople, kDuplicates, kAll, kQueue, kChallenges, kTracking, kMatchBack, kDoj, kAgencies,
  kDefender, kNotices, kQuality, kReconciliation, kLog, kLists, kReview,
};
inline constexpr std::size_t kSheetCount = static_cast<std::size_t>(SheetId::kLists) + 1;

// What a column holds, up to kClock made by the program. Ids in the table are these names with dashes.
enum class SheetValue : std::uint8_t {
  kRowId, kSchedule, kOfficeDecision, kPerson, kName, kBirthDate, kCiiNumber, kDuplicateGroup, kAlikeIn, kPeopleDecisions,
  kPeopleOutcomes, kCaseNumbers, kCount,
  kSourceRow, kCourt, kOffense, kLevel, kConvictionDate, kDetermination, kSentence, kReason, kStep, kCitation,
  kStatutoryRelief, kOtherAnswers, kUnknown, kPossible, kChangesOn, kNotes, kClock,
  kEntry,  // what people enter
};
inline constexpr std::size_t kMadeValueCount = static_cast<std::size_t>(SheetValue::kEntry);

enum class SheetCell : std::uint8_t {
  kText, kId, kDate, kNumber, kClock,
  kEntryText, kEntryDate, kEntryChoice,
};
constexpr bool is_entry(SheetCell kind) {
  return kind >= SheetCell::kEntryText;
}

struct SheetColumn {
  std::string id;    // "override-decision"
  std::string name;  // empty where each run has its own: a column for each determination, each further policy
  SheetValue value = SheetValue::kEntry;
  SheetCell cell = SheetCell::kText;
  double width = 12;
  bool is_printed = false;  // on the paper of a schedule; the others are for the screen
  std::string list;  // of kEntryChoice: which words
  std::string meaning;
  std::vector<SheetId> sheets;

  bool stands_in(SheetId sheet) const { return std::find(sheets.begin(), sheets.end(), sheet) != sheets.end(); }
};

struct Sheet {
  std::string name;
  std::string letter;  // of a schedule: "A"; else empty
  std::string sentence;
};

// A word that cells of a list accept.
struct SheetChoice {
  std::string list;
  std::string choice;
};

// Where convictions with this answer of the policy stand, whatever its relief.
struct OutcomeSchedule {
  std::string outcome;
  std::string letter;  // empty: in none
};

// What people enter about a decision the office made otherwise, by the place among the entries.
enum class OverridePart : std::uint8_t { kDecision, kReason, kInitials, kDate };
inline constexpr std::array<std::string_view, 4> kOverrideIds = {"override-decision", "override-reason",
                                                                 "override-initials", "override-date"};

// The days of a filing, in the order in which they come.
inline constexpr std::array<std::string_view, 3> kFilingIds = {"filed", "order-date", "doj-sent"};

struct WorkbookLayout {
  std::vector<Sheet> sheets;  // by SheetId, kReview left out
  std::vector<SheetColumn> columns;
  std::vector<SheetChoice> choices;
  std::vector<OutcomeSchedule> outcome_schedules;
  std::string withdrawn;  // the choice that takes a decision back

  const Sheet& sheet(SheetId id) const { return sheets[static_cast<std::size_t>(id)]; }

  // In order. Pointers into `columns`.
  std::vector<const SheetColumn*> columns_of(SheetId id) const {
    std::vector<const SheetColumn*> found;
    for (const SheetColumn& column : columns) {
      if (column.stands_in(id)) found.push_back(&column);
    }
    return found;
  }

  // What people enter, in the order of the review's file.
  std::vector<const SheetColumn*> entries() const {
    std::vector<const SheetColumn*> found = columns_of(SheetId::kReview);
    std::erase_if(found, [](const SheetColumn* column) { return !is_entry(column->cell); });
    return found;
  }

  // REQUIRES: the value is one of the program's, whose column the table has.
  const SheetColumn& column(SheetValue value) const {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const SheetColumn& column) { return column.value == value; });
    assert(found != columns.end());
    return *found;
  }
};

}  // namespace redress::model
