// evaluate/list_record.h: a record that a list function goes through: what a condition calls `it`.
// Not here: which records a list has (condition_lists.cc). Internal to the room; plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "evaluate/decision.h"
#include "evaluate/values.h"
#include "model/person.h"

namespace redress::evaluate {

// Refers to the person and to the hits of the cache.
struct ListRecord {
  const model::Conviction* conviction = nullptr;  // null: a registration or a gang pair, which have only a date
  Subject subject;
  std::optional<Subject> second;
  Truth member = Truth::kYes;
  DateValue date;
  model::Doubt date_doubt = model::Doubt::kNone;  // of a pair, of the later of its dates
  const std::vector<UnknownFact>* member_unknown = nullptr;
  std::uint32_t cycle = model::kNoCycle;
};

}  // namespace redress::evaluate
