// Facts that no file has, as somebody supplied them.
#include <algorithm>

#include "evaluate/evaluate.h"
#include "policy/parse/decimal.h"

namespace redress::evaluate {

std::optional<std::int64_t> supplied_value(const model::Conviction& conviction, const policy::DeclaredFact& fact) {
  const auto found = std::find_if(conviction.supplied.begin(), conviction.supplied.end(),
                                  [&](const model::SuppliedFact& supplied) { return supplied.name == fact.name; });
  if (found == conviction.supplied.end()) return std::nullopt;
  const bool* truth = std::get_if<bool>(&found->value);
  if ((truth != nullptr) != (fact.type == policy::DeclaredType::kYesNo)) return std::nullopt;
  if (truth != nullptr) return *truth ? 1 : 0;
  const std::int64_t thousandths = std::get<std::int64_t>(found->value);
  if (fact.type == policy::DeclaredType::kDecimal) return thousandths;
  if (thousandths % policy::kThousandths != 0) return std::nullopt;
  return thousandths / policy::kThousandths;
}

}  // namespace redress::evaluate
