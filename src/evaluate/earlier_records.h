// evaluate/earlier_records.h: list functions that ask for records before a date of the conviction, answered for a
// person of many convictions without going through all records for each of them.
// Not here: walking records one by one (condition_lists.cc). Internal to the room; one per person and thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "evaluate/dated_records.h"
#include "evaluate/list_record.h"
#include "policy/plan/expression.h"

namespace redress::evaluate {

// `any` or `different_dates` over records with a condition of this shape:
//   it.date is before <a date of the conviction> [and not it.is_of_same_cycle] [and <parts about the charge>]
// where the parts about the charge compare facts of `it` and of the conviction that records have alike by the thousand.
struct EarlierQuestion {
  const policy::Expression* date = nullptr;  // of the conviction
  bool of_other_cycle = false;
  std::vector<const policy::Expression*> about_charge;
  std::vector<policy::Field> fields_of_it;  // that those parts ask for, each once
  std::vector<policy::Field> fields_of_conviction;
};

// Nothing where the list function is of any other shape.
std::optional<EarlierQuestion> earlier_question(const policy::Expression& list_function);

// The date that records are asked to be before, and the cycle that does not count.
struct BeforeDate {
  DateSpan span;
  std::optional<std::uint32_t> without_cycle;
};

// Days on which records count, or may, and the records that have to be asked themselves.
struct EarlierDays {
  struct Asked {
    std::uint32_t record = 0;
    bool is_doubtful = false;  // counts by itself; else it stands for all of its kind

    friend auto operator<=>(const Asked&, const Asked&) = default;
  };

  std::vector<CountedDate> dates;
  std::vector<Asked> asked;
};

// The records of one such list, those that are certain in all that is asked by their day.
struct EarlierRecords {
  EarlierQuestion question;
  std::span<const ListRecord> records;  // of the person's cache
  std::vector<std::size_t> doubtful;    // records to be asked one by one, in order
  // The certain ones by what they have of the fields, in order of their days: one of each kind stands for all.
  std::map<std::string, std::vector<DatedRecord>> kinds;
  // By what a conviction has of the fields: the records of the kinds that the parts about the charge let through.
  std::unordered_map<std::string, DatedRecords> matching;  // looked up only
  static constexpr std::size_t kMostKinds = 256;
  static constexpr std::size_t kMostMatching = 256;
};

}  // namespace redress::evaluate
