#include "model/arrest.h"

#include <algorithm>

namespace redress::model {

void add_arrest(std::optional<DateFact>& earliest, const DateFact& row_date) {
  if (row_date.doubt == Doubt::kMissing) return;
  if (!earliest) {
    earliest = row_date;
    return;
  }
  if (earliest->doubt == Doubt::kUnreadable) return;
  if (row_date.doubt == Doubt::kUnreadable) {
    earliest = row_date;
    return;
  }
  const Doubt doubt = earliest->doubt != Doubt::kNone ? earliest->doubt : row_date.doubt;
  earliest->span = {std::min(earliest->span.first, row_date.span.first),
                    std::min(earliest->span.last, row_date.span.last)};
  earliest->doubt = earliest->span.is_exact() ? Doubt::kNone : doubt;
}

DateFact arrest_date(const std::optional<DateFact>& earliest, const DateFact& cycle_date,
                     const DateFact& conviction_date) {
  DateFact arrest = earliest.value_or(cycle_date);
  arrest.identity = 0;  // shared with no court event
  if (arrest.span.is_every_day()) return arrest;
  if (arrest.span.first > conviction_date.span.last) return {kEveryDay, Doubt::kContradictory, 0};
  return arrest;
}

}  // namespace redress::model
