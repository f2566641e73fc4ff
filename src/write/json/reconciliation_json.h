// write/json/reconciliation_json.h: from the rows of the inputs to convictions and people, line by line, each in words.
// Not here: counting (tally), the sums that must tie (tally/identities.cc). Inside the room; pure.
#pragma once

#include <nlohmann/json.hpp>

#include "policy/plan/plan.h"
#include "tally/tally.h"
#include "write/json/summary.h"

namespace redress::write {

// [{"id", "words", "kind", "value"}]; kind: "total" is the total before it less every "less" in between, or begins a
// new account; every "part" after a total is part of it, and together they are all of it.
nlohmann::ordered_json reconciliation_table(const RunSummary& run, const policy::Plan& plan,
                                            const tally::Tally& tally);

}  // namespace redress::write
