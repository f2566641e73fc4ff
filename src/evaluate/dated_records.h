// evaluate/dated_records.h: records with a day and a cycle, in order of their days, so that those before a date are
// found without going through all.
// Not here: which records stand in it (earlier_records.h). Internal to the room; a plain container.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "redress/date.h"

namespace redress::evaluate {

struct DatedRecord {
  Date day;
  std::uint32_t cycle = 0;
  std::uint32_t record = 0;  // its number, whatever the caller counts

  friend auto operator<=>(const DatedRecord&, const DatedRecord&) = default;
};

// All questions leave out the records of one cycle where one is given. Cost of each: logarithmic in the records.
class DatedRecords {
 public:
  explicit DatedRecords(std::vector<DatedRecord> records);

  // Among those of the earliest day from this one on, the first; null where none is.
  const DatedRecord* first_from(Date day, std::optional<std::uint32_t> without_cycle) const;

  // On how many different days before this one a record stands.
  std::size_t days_before(Date day, std::optional<std::uint32_t> without_cycle) const;

 private:
  using CycleDay = std::pair<std::uint32_t, Date>;

  std::vector<DatedRecord> records_;         // sorted
  std::vector<std::size_t> next_of_other_;   // by place in records_: the next of another cycle
  std::vector<Date> days_;                   // each once, sorted
  std::vector<CycleDay> days_of_one_cycle_;  // those on which a single cycle has records, sorted
};

}  // namespace redress::evaluate
