#include "intake/charge_reader.h"

namespace redress::intake {
namespace {

// Bounds on what is kept, whatever a file holds.
constexpr std::size_t kMostTexts = 1U << 14U;
constexpr std::size_t kLongestText = 200;

}  // namespace

const citation::Citation* ChargeReader::read(std::string_view charge_text) {
  const auto known = parsed_.find(charge_text);
  if (known != parsed_.end()) return known->second ? &*known->second : nullptr;
  std::optional<citation::Citation> citation = citation::parse_charge(charge_text);
  if (parsed_.size() >= kMostTexts || charge_text.size() > kLongestText) {
    not_kept_ = std::move(citation);
    return not_kept_ ? &*not_kept_ : nullptr;
  }
  const auto& kept = parsed_.emplace(charge_text, std::move(citation)).first->second;
  return kept ? &*kept : nullptr;
}

}  // namespace redress::intake
