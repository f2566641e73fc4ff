// Which convictions are in a section set, gang pairs included, and why where that is unknown.
#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "evaluate/evaluate.h"

namespace redress::evaluate {
namespace {

using citation::SectionSet;
using model::Conviction;
using model::Doubt;
using model::Level;

// The facts that a section set may need and the record may have.
constexpr std::string_view kFelonyLevel = "felony_level";
constexpr std::string_view kSubdivision = "subdivision";

Truth is_felony(const Conviction& conviction) {
  if (!conviction.level.is_known()) return Truth::kUnknown;
  return truth_of(conviction.level.value == Level::kFelony);
}

// Of several sections any may be the one in question: all must have a subdivision for it to be known.
Truth has_subdivision(const citation::Citation& citation) {
  const bool all = std::all_of(citation.sections.begin(), citation.sections.end(),
                               [](const citation::Section& section) { return !section.subdivisions.empty(); });
  return all ? Truth::kYes : Truth::kUnknown;
}

citation::NeedsLookup needs_of(const Conviction& conviction) {
  return [&conviction](std::string_view fact) {
    if (fact == kFelonyLevel) return is_felony(conviction);
    if (fact == kSubdivision) return has_subdivision(conviction.charge.citation);
    const model::SuppliedFact* supplied = supplied_fact(conviction, fact);
    const bool* truth = supplied == nullptr ? nullptr : std::get_if<bool>(&supplied->value);
    return truth == nullptr ? Truth::kUnknown : truth_of(*truth);
  };
}

UnknownFact unknown_fact(const citation::Doubt& doubt, const SectionSet& set, const Conviction& conviction,
                         Subject subject) {
  switch (doubt.kind) {
    case citation::DoubtKind::kShallow: return {FactKind::kSubdivision, Doubt::kMissing, subject, {}};
    case citation::DoubtKind::kCodeUnknown: return {FactKind::kCode, Doubt::kMissing, subject, {}};
    case citation::DoubtKind::kInchoate: return {FactKind::kAttemptMembership, Doubt::kNotInSource, subject, {}};
    case citation::DoubtKind::kNeedsFact: break;
  }
  const std::string_view fact = set.entries()[doubt.entry_0based].needs;
  if (fact == kSubdivision) return {FactKind::kSubdivision, Doubt::kMissing, subject, {}};
  if (fact == kFelonyLevel) return {FactKind::kLevel, conviction.level.doubt, subject, {}};
  return {FactKind::kNeeded, Doubt::kNotInSource, subject, fact};
}

Truth add_doubts(const citation::Membership& membership, const SectionSet& set, const Conviction& conviction,
                 Subject subject, std::vector<UnknownFact>* unknown) {
  if (membership.truth == Truth::kUnknown && unknown != nullptr) {
    for (const citation::Doubt& doubt : membership.doubts) {
      unknown->push_back(unknown_fact(doubt, set, conviction, subject));
    }
  }
  return membership.truth;
}

Subject conviction_subject(std::size_t index) {
  return {SubjectKind::kConviction, static_cast<std::uint32_t>(index)};
}

// The later of two days, known or not.
model::DateFact later_of(const model::DateFact& a, const model::DateFact& b) {
  if (a.identity != 0 && a.identity == b.identity) return a;
  model::DateFact later;
  later.span = {std::max(a.span.first, b.span.first), std::max(a.span.last, b.span.last)};
  later.doubt = later.span.is_exact() ? Doubt::kNone : a.doubt != Doubt::kNone ? a.doubt : b.doubt;
  return later;
}

// A pair over two convictions of one case; the two orders of its parts are joined by Kleene's or.
std::optional<SetHit> pair_hit(const model::Person& person, const SectionSet& set, std::size_t pair, std::size_t i,
                               std::size_t j) {
  SetHit hit;
  hit.truth = Truth::kNo;
  for (const auto& [first, second] : {std::pair{i, j}, std::pair{j, i}}) {
    const Conviction& a = person.convictions[first];
    const Conviction& b = person.convictions[second];
    const auto part0 = set.match_pair_part(pair, 0, a.charge.citation, needs_of(a));
    if (part0.truth == Truth::kNo) continue;
    const auto part1 = set.match_pair_part(pair, 1, b.charge.citation, needs_of(b));
    const Truth both = kleene_and(part0.truth, part1.truth);
    if (both == Truth::kNo) continue;
    hit.truth = kleene_or(hit.truth, both);
    add_doubts(part0, set, a, conviction_subject(first), &hit.unknown);
    add_doubts(part1, set, b, conviction_subject(second), &hit.unknown);
    hit.first = conviction_subject(first);
    hit.second = conviction_subject(second);
  }
  if (hit.truth == Truth::kNo) return std::nullopt;
  if (hit.truth == Truth::kYes) hit.unknown.clear();
  hit.date = later_of(person.convictions[i].date, person.convictions[j].date);
  return hit;
}

// Convictions that may be half of a pair, by their case: pairs are looked for within a case only.
using PartsByCase = std::unordered_map<std::uint32_t, std::vector<std::size_t>>;

void add_pairs_ending_at(const model::Person& person, const SectionSet& set, std::size_t j, PartsByCase& parts,
                         std::vector<SetHit>& hits) {
  std::vector<std::size_t>& same_case = parts[person.convictions[j].case_key];
  for (const std::size_t i : same_case) {
    for (std::size_t pair = 0; pair < set.pair_count(); ++pair) {
      if (auto hit = pair_hit(person, set, pair, i, j)) hits.push_back(*std::move(hit));
    }
  }
  same_case.push_back(j);
}

// Whether the citation could be one half of any pair, to skip the search for nearly all convictions.
bool may_be_part(const SectionSet& set, const Conviction& conviction) {
  if (!set.has_pair_number(conviction.charge.citation)) return false;
  for (std::size_t pair = 0; pair < set.pair_count(); ++pair) {
    for (std::size_t part = 0; part < 2; ++part) {
      if (set.match_pair_part(pair, part, conviction.charge.citation, {}).truth != Truth::kNo) return true;
    }
  }
  return false;
}

}  // namespace

Truth charge_in_set(const Conviction& conviction, Subject subject, const SectionSet& set,
                    std::vector<UnknownFact>* unknown) {
  if (!conviction.charge.is_known()) {
    if (unknown != nullptr) unknown->push_back({FactKind::kCharge, conviction.charge.doubt, subject, {}});
    return Truth::kUnknown;
  }
  if (const auto plain = set.plain_match(conviction.charge.citation)) return *plain;
  return add_doubts(set.match(conviction.charge.citation, needs_of(conviction)), set, conviction, subject, unknown);
}

Truth charge_in_set(const model::CycleCharge& charge, Subject subject, const SectionSet& set,
                    std::vector<UnknownFact>* unknown) {
  if (charge.charge.is_known()) {
    if (const auto plain = set.plain_match(charge.charge.citation)) return *plain;
  }
  // Such a count has a charge and nothing else; as a conviction it would be asked the same way.
  Conviction as_conviction;
  as_conviction.charge = charge.charge;
  return charge_in_set(as_conviction, subject, set, unknown);
}

std::vector<SetHit> hits_of(const model::Person& person, const SectionSet& set) {
  std::vector<SetHit> hits;
  PartsByCase parts;
  for (std::size_t i = 0; i < person.convictions.size(); ++i) {
    SetHit hit;
    hit.first = conviction_subject(i);
    hit.truth = charge_in_set(person.convictions[i], hit.first, set, &hit.unknown);
    hit.date = person.convictions[i].date;
    if (hit.truth != Truth::kNo) hits.push_back(std::move(hit));
    if (set.pair_count() > 0 && person.convictions[i].charge.is_known() && may_be_part(set, person.convictions[i])) {
      add_pairs_ending_at(person, set, i, parts, hits);
    }
  }
  return hits;
}

std::vector<SetHit> cycle_hits_of(const model::Person& person, const SectionSet& set) {
  std::vector<SetHit> hits;
  for (std::size_t i = 0; i < person.cycle_charges.size(); ++i) {
    SetHit hit;
    hit.first = {SubjectKind::kCycleCharge, static_cast<std::uint32_t>(i)};
    hit.truth = charge_in_set(person.cycle_charges[i], hit.first, set, &hit.unknown);
    if (hit.truth != Truth::kNo) hits.push_back(std::move(hit));
  }
  return hits;
}

const citation::Section* listed_section(const model::Charge& charge, const SectionSet& set) {
  if (!charge.is_known()) return nullptr;
  for (const citation::Section& section : charge.citation->sections) {
    if (set.lists(section) == Truth::kYes) return &section;
  }
  return nullptr;
}

}  // namespace redress::evaluate
