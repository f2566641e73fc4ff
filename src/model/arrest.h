// model/arrest.h: the day of the arrest behind a conviction, from the rows of its cycle.
// Not here: reading rows (intake), the interval of the offense that follows from it (evaluate). Pure functions.
#pragma once

#include <optional>

#include "model/known.h"

namespace redress::model {

// Takes in the event date of one more arrest row of a cycle: of several the earliest counts. A blank date says nothing;
// one that no calendar has leaves the arrest unknown, whatever the other rows say.
void add_arrest(std::optional<DateFact>& earliest, const DateFact& row_date);

// The arrest date of a conviction: that of the arrest rows; without any, the date of the cycle. An arrest that is
// certainly later than the conviction is another one's, and leaves the date unknown.
DateFact arrest_date(const std::optional<DateFact>& earliest, const DateFact& cycle_date,
                     const DateFact& conviction_date);

}  // namespace redress::model
