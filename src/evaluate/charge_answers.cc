#include "evaluate/charge_answers.h"

#include "base/text.h"

namespace redress::evaluate {

AlikeCharges* ChargeAnswers::of(const model::Conviction& conviction) {
  if (!conviction.charge.is_known() || !conviction.level.is_known() || !conviction.county.is_known()) return nullptr;
  if (!conviction.supplied.empty() || !equals_ignoring_case(conviction.county.value, run_.county)) return nullptr;
  const citation::Citation* const place = &*conviction.charge.citation;
  auto known = charges_.find(place);
  if (known == charges_.end()) {
    if (charges_.size() >= kMostCharges) charges_.clear();
    known = charges_.try_emplace(place).first;
  }
  std::unique_ptr<AlikeCharges>& alike = known->second[static_cast<std::size_t>(conviction.level.value)];
  if (alike == nullptr) {
    alike = std::make_unique<AlikeCharges>();
    alike->citation = conviction.charge.citation;
    alike->parts.resize(plan_.charge_parts);
  }
  return alike.get();
}

}  // namespace redress::evaluate
