#include "intake/charge_of_count.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace redress::intake {
namespace {

using citation::Citation;
using citation::Code;
using citation::Section;

struct Fullness {
  std::size_t codes = 0;
  std::size_t subdivisions = 0;
};

Fullness fullness_of(const Citation& citation) {
  Fullness fullness;
  for (const Section& section : citation.sections) {
    fullness.codes += section.code != Code::kUnknown ? 1 : 0;
    fullness.subdivisions += section.subdivisions.size();
  }
  return fullness;
}

bool is_fuller(const Citation& a, const Citation& b) {
  const Fullness one = fullness_of(a);
  const Fullness other = fullness_of(b);
  return one.codes != other.codes ? one.codes > other.codes : one.subdivisions > other.subdivisions;
}

// In the number, in a code that both have, or in a subdivision where both have one.
bool differ(const Section& a, const Section& b) {
  if (a.number != b.number) return true;
  if (a.code != b.code && a.code != Code::kUnknown && b.code != Code::kUnknown) return true;
  const auto shared = static_cast<std::ptrdiff_t>(std::min(a.subdivisions.size(), b.subdivisions.size()));
  return !std::equal(a.subdivisions.begin(), a.subdivisions.begin() + shared, b.subdivisions.begin());
}

}  // namespace

void ChargeOfCount::add(const citation::SharedCitation& citation, Source source) {
  if (!has_any_) {
    has_any_ = true;
    fullest_ = citation;
    source_ = source;
    return;
  }
  if (citation == fullest_) return;
  if (together_.empty()) together_ = fullest_->sections;
  if (contradicts(citation)) {
    is_contradictory_ = true;
    return;
  }
  remember(citation);
  if (is_fuller(citation, fullest_)) {
    fullest_ = citation;
    source_ = source;
  }
}

bool ChargeOfCount::contradicts(const Citation& citation) const {
  if (citation.attempt != fullest_->attempt || citation.conspiracy != fullest_->conspiracy) return true;
  return !std::equal(citation.sections.begin(), citation.sections.end(), together_.begin(), together_.end(),
                     [](const Section& a, const Section& b) { return !differ(a, b); });
}

void ChargeOfCount::remember(const Citation& citation) {
  for (std::size_t i = 0; i < together_.size(); ++i) {
    Section& section = together_[i];
    const Section& said = citation.sections[i];
    if (section.code == Code::kUnknown) section.code = said.code;
    if (said.subdivisions.size() > section.subdivisions.size()) section.subdivisions = said.subdivisions;
  }
}

model::Charge ChargeOfCount::take() {
  model::Charge charge;
  if (is_unreadable_) {
    charge.doubt = model::Doubt::kUnreadable;
  } else if (is_contradictory_) {
    charge.doubt = model::Doubt::kContradictory;
  } else if (has_any_) {
    charge.citation = std::move(fullest_);
    charge.doubt = model::Doubt::kNone;
  }
  return charge;
}

}  // namespace redress::intake
