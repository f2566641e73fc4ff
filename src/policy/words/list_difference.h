// policy/words/list_difference.h: what differs between the lists of sections of two policies. Inside the room.
#pragma once

#include "policy/plan/plan.h"
#include "policy/words/difference_page.h"

namespace redress::policy {

void compare_lists(const Plan& a, const Plan& b, DifferencePage& page);

}  // namespace redress::policy
