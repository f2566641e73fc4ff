// model/decided_row.h: a row of a results folder that carries a decision, as far as two runs are compared by it.
// Not here: reading it (intake/decided_rows.h). Plain values: views into the file's bytes.
#pragma once

#include <string_view>

namespace redress::model {

struct DecidedRow {
  std::string_view person;
  std::string_view count;  // empty where the row does not say
  std::string_view case_numbers;
  std::string_view determination;
  std::string_view reason;
  std::string_view step;  // empty where no step decided
};

}  // namespace redress::model
