// Facts that no file has, as somebody supplied them.
#include <algorithm>

#include "base/decimal.h"
#include "evaluate/evaluate.h"

namespace redress::evaluate {

const model::SuppliedFact* supplied_fact(const model::Conviction& conviction, std::string_view name) {
  const auto found = std::find_if(conviction.supplied.begin(), conviction.supplied.end(),
                                  [&](const model::SuppliedFact& supplied) { return supplied.name == name; });
  return found == conviction.supplied.end() ? nullptr : &*found;
}

const model::Provenance* filled_from(const model::Conviction& conviction, model::RecordFact fact) {
  const auto found = std::find_if(conviction.filled.begin(), conviction.filled.end(),
                                  [&](const model::FilledFact& filled) { return filled.fact == fact; });
  return found == conviction.filled.end() ? nullptr : &found->from;
}

std::optional<std::int64_t> supplied_value(const model::Conviction& conviction, const policy::DeclaredFact& fact) {
  const model::SuppliedFact* found = supplied_fact(conviction, fact.name);
  if (found == nullptr) return std::nullopt;
  const bool* truth = std::get_if<bool>(&found->value);
  if ((truth != nullptr) != (fact.type == policy::DeclaredType::kYesNo)) return std::nullopt;
  if (truth != nullptr) return *truth ? 1 : 0;
  const std::int64_t thousandths = std::get<std::int64_t>(found->value);
  if (fact.type == policy::DeclaredType::kDecimal) return thousandths;
  if (thousandths % kThousandths != 0) return std::nullopt;
  return thousandths / kThousandths;
}

}  // namespace redress::evaluate
