// intake/birth_dates.h: the birth date of a person from that of each row.
// Not here: the rows that state one (person_draft.h). Source: doj-research-file, "Facts of a person". Plain value.
#pragma once

#include <string_view>

#include "model/known.h"
#include "redress/date.h"

namespace redress::intake {

class BirthDates {
 public:
  // The trimmed cell of one row; an empty one says nothing. `text` must live until take.
  void add(std::string_view text);

  // Known where all rows state one day. Contradictory with the smallest span that holds them all where they differ.
  // Unreadable, and any day at all, where one of them is impossible or the first possible day comes after `as_of`.
  model::DateFact take(Date as_of) const;

 private:
  std::string_view last_text_;
  model::DateFact date_;
  bool is_impossible_ = false;
};

}  // namespace redress::intake
