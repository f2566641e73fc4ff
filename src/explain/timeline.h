// explain/timeline.h: the head of an explanation, and a person's record in order of date.
// Not here: decisions. Inside the room; UTF-8 lines of at most 100 columns.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "explain/explanation.h"

namespace redress::explain {

// Who it is, born when, how much there is of what, and what is incomplete.
std::string head_text(const ShownRecord& record);

// Convictions, registrations and death, the earliest first, those without a date last; then what was supplied of them.
std::string timeline_text(const ShownRecord& record);

// The indexes of convictions in order of date: by the first day it may be, without a date last, else file order.
std::vector<std::size_t> in_order_of_date(const std::vector<model::Conviction>& convictions);

}  // namespace redress::explain
