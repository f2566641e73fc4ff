// model/result_layout.h: the result columns as plain values: names, order, and the sets and dates they speak of.
// Not here: reading the table (intake/layout_reader.h), filling the cells (explain). Plain values; no I/O.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "redress/date.h"

namespace redress::model {

// What a result column shows. Ids in the format table are these names with dashes: "case-number".
enum class ResultKind : std::uint8_t {
  kCaseNumber, kConvictionCount, kPossibleOtherCharges, kOccurredAfter, kSetList, kRegistration, kConvictionDate,
  kYearsSinceConviction, kYearsSinceAnyConviction, kCountInSet, kDeceased, kDetermination, kReason,
  kPossibleDeterminations, kDecidingFacts, kDecidingStep, kCitation, kAnswerChangesOn, kStatutoryRelief, kDataNotes,
  kFurtherDetermination,  // never in the table: a run adds one for each policy that is answered beside the office's
};

struct ResultColumn {
  std::string name;
  ResultKind kind = ResultKind::kCaseNumber;
  std::string set;         // the id of the section set it speaks of; may be empty
  std::string policy;      // the id of the policy whose answer it shows; empty: the office's
  std::size_t further = 0; // of kFurtherDetermination: the place of its policy among the further ones
  std::string section;     // only convictions of this section number of the set; empty: all of the set
  std::optional<Date> date;  // the day it compares with
  // Groups of subdivisions of one section that contradict each other: {{"a","b"},{"c","d"}}; may be empty.
  std::string group_section;
  std::vector<std::vector<std::string>> groups;
  std::string meaning;
};

struct ResultLayout {
  std::vector<ResultColumn> columns;
};

}  // namespace redress::model
