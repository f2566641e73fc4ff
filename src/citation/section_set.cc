#include "citation/section_set.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <iterator>
#include <utility>

#include "base/bytes_hash.h"
#include "base/same_bytes.h"
#include "base/text.h"

namespace redress::citation {
namespace {

Membership doubtful(DoubtKind kind, std::size_t entry, std::string fact = {}) {
  Membership unknown;
  unknown.truth = Truth::kUnknown;
  unknown.entry_0based = entry;
  unknown.doubts.push_back({kind, entry, std::move(fact)});
  return unknown;
}

Membership settled(Truth truth, std::size_t entry) {
  return {truth, entry, {}};
}

void add_doubts(Membership& all, std::vector<Doubt> doubts) {
  for (Doubt& doubt : doubts) {
    if (std::find(all.doubts.begin(), all.doubts.end(), doubt) == all.doubts.end()) {
      all.doubts.push_back(std::move(doubt));
    }
  }
}

// Kleene's or. Of two answers with the same truth the earlier names the entry; all doubts are kept.
void join_or(Membership& all, Membership one) {
  if (all.truth == Truth::kYes || one.truth == Truth::kNo) {
    if (!all.entry_0based) all.entry_0based = one.entry_0based;
    return;
  }
  if (one.truth == Truth::kYes || all.truth == Truth::kNo) {
    all = std::move(one);
    return;
  }
  add_doubts(all, std::move(one.doubts));
}

// Kleene's and, likewise.
void join_and(Membership& all, Membership one) {
  if (all.truth == Truth::kNo || one.truth == Truth::kYes) return;
  if (one.truth == Truth::kNo || all.truth == Truth::kYes) {
    all = std::move(one);
    return;
  }
  add_doubts(all, std::move(one.doubts));
}

// The last characters of a number tell it from others. A place among the marks: less than 512.
std::size_t mark_of(std::string_view number) {
  constexpr std::uint32_t kSpread = 0x9E3779B1U;
  std::uint32_t telling = 0;
  if (number.size() >= sizeof telling) {
    std::memcpy(&telling, number.data() + number.size() - sizeof telling, sizeof telling);
  } else {
    for (const char c : number) telling = telling << 8U | static_cast<unsigned char>(c);
  }
  return (telling + static_cast<std::uint32_t>(number.size())) * kSpread >> 23U;
}

void fold(SectionPattern& pattern) {
  pattern.number = to_lower_ascii(pattern.number);
  for (SubdivisionPath& path : pattern.subdivisions) {
    for (std::string& subdivision : path) subdivision = to_lower_ascii(subdivision);
  }
}

}  // namespace

struct SectionSet::Candidates {
  const std::size_t* begin = nullptr;  // entries of exactly the number
  const std::size_t* end = nullptr;
  const std::vector<std::size_t>* ranges = nullptr;  // entries of ranges, to be asked; null: none can hold the number

  template <class Visit>
  void each(Visit visit) const {
    for (const std::size_t* at = begin; at != end; ++at) visit(*at);
    if (ranges == nullptr) return;
    for (const std::size_t entry : *ranges) visit(entry);
  }
};

SectionSet SectionSet::build(std::string id, std::vector<SetEntry> entries, DateSpan in_force) {
  SectionSet set;
  set.id_ = std::move(id);
  set.in_force_ = in_force;
  set.entries_ = std::move(entries);
  set.index_entries();
  set.divide_by_day();
  return set;
}

void SectionSet::index_entries() {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    SetEntry& entry = entries_[i];
    assert(entry.parts.size() == 1 || entry.parts.size() == 2);
    for (SectionPattern& part : entry.parts) {
      fold(part);
      mark(part);
    }
    if (entry.parts.size() == 2) {
      pairs_.push_back(i);
    } else {
      (entry.parts.front().last_number.empty() ? by_number_ : ranges_).push_back(i);
    }
  }
  std::stable_sort(by_number_.begin(), by_number_.end(), [this](std::size_t a, std::size_t b) {
    return entries_[a].parts.front().number < entries_[b].parts.front().number;
  });
  index_numbers();
}

// The days on which an entry comes in, and those after one's last.
std::vector<Date> SectionSet::border_days(const std::vector<SetEntry>& entries) {
  std::vector<Date> days;
  for (const SetEntry& entry : entries) {
    if (entry.in_force.first != kFirstDay) days.push_back(entry.in_force.first);
    if (entry.in_force.last != kLastDay) days.push_back(add_days(entry.in_force.last, 1));
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

void SectionSet::divide_by_day() {
  border_days_ = border_days(entries_);
  if (border_days_.empty()) return;
  std::transform(border_days_.begin(), border_days_.end(), std::back_inserter(border_eves_),
                 [](Date day) { return add_days(day, -1); });
  std::vector<Date> starts = {kFirstDay};
  starts.insert(starts.end(), border_days_.begin(), border_days_.end());
  for (const Date start : starts) {
    SectionSet part;
    part.id_ = id_;
    part.in_force_ = in_force_;
    for (const SetEntry& entry : entries_) {
      if (holds(entry.in_force, start)) part.entries_.push_back(entry);
    }
    part.index_entries();
    by_days_.push_back(std::move(part));
  }
}

const SectionSet& SectionSet::on(Date day) const {
  if (by_days_.empty()) return *this;
  const auto next = std::upper_bound(border_days_.begin(), border_days_.end(), day);
  return by_days_[static_cast<std::size_t>(next - border_days_.begin())];
}

Date SectionSet::same_until(Date day) const {
  const auto next = std::upper_bound(border_days_.begin(), border_days_.end(), day);
  return next == border_days_.end() ? kLastDay : border_eves_[static_cast<std::size_t>(next - border_days_.begin())];
}

void SectionSet::index_numbers() {
  std::size_t slots = 2;
  while (slots < 2 * by_number_.size()) slots *= 2;
  number_slots_.assign(slots, {});
  const auto number_of = [this](std::size_t at) -> const std::string& {
    return entries_[by_number_[at]].parts.front().number;
  };
  for (std::size_t begin = 0; begin < by_number_.size();) {
    std::size_t end = begin + 1;
    while (end < by_number_.size() && number_of(end) == number_of(begin)) ++end;
    std::size_t at = hash_of_bytes(number_of(begin)) & (slots - 1);
    while (number_slots_[at].end != 0) at = (at + 1) & (slots - 1);
    number_slots_[at] = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    begin = end;
  }
}

void SectionSet::mark(const SectionPattern& pattern) {
  marks_.set(mark_of(pattern.number));
  has_ranges_ = has_ranges_ || !pattern.last_number.empty();
}

// False for nearly all numbers that no entry has, without looking for them.
bool SectionSet::may_have(std::string_view number) const {
  if (marks_[mark_of(number)]) return true;
  return has_ranges_ && number.find('.') != std::string_view::npos;
}

SectionSet::Candidates SectionSet::candidates_for(std::string_view number) const {
  Candidates found;
  if (!may_have(number)) return found;
  if (!by_number_.empty()) {
    const std::size_t mask = number_slots_.size() - 1;
    for (std::size_t at = hash_of_bytes(number) & mask; number_slots_[at].end != 0; at = (at + 1) & mask) {
      const NumberSlot slot = number_slots_[at];
      if (!same_bytes(entries_[by_number_[slot.begin]].parts.front().number, number)) continue;
      found.begin = by_number_.data() + slot.begin;
      found.end = by_number_.data() + slot.end;
      break;
    }
  }
  if (!ranges_.empty() && number.find('.') != std::string_view::npos) found.ranges = &ranges_;
  return found;
}

Membership SectionSet::decided_by(std::size_t entry_0based, const Citation& citation, const NeedsLookup& needs) const {
  const SetEntry& entry = entries_[entry_0based];
  Membership answer = settled(Truth::kYes, entry_0based);
  if (citation.attempt || citation.conspiracy) {
    switch (entry.inchoate) {
      case Inchoate::kCounts: break;
      case Inchoate::kDoesNotCount: return settled(Truth::kNo, entry_0based);
      case Inchoate::kReview: answer = doubtful(DoubtKind::kInchoate, entry_0based); break;
    }
  }
  if (entry.needs.empty()) return answer;
  switch (needs ? needs(entry.needs) : Truth::kUnknown) {
    case Truth::kYes: return answer;
    case Truth::kNo: return settled(Truth::kNo, entry_0based);
    case Truth::kUnknown: break;
  }
  join_and(answer, doubtful(DoubtKind::kNeedsFact, entry_0based, entry.needs));
  return answer;
}

// The answer if the section were of this code.
Membership SectionSet::match_as(Code code, const Section& section, const Candidates& candidates,
                                const Citation& citation, const NeedsLookup& needs) const {
  std::optional<std::size_t> best;
  std::size_t best_rank = 0;
  Membership shallow;
  candidates.each([&](std::size_t entry) {
    const SectionPattern& pattern = entries_[entry].parts.front();
    if (pattern.code != code || !has_number(pattern, section.number)) return;
    const Fit fit = fit_of(pattern, section);
    if (fit.rank && (!best || *fit.rank > best_rank)) {
      best = entry;
      best_rank = *fit.rank;
    }
    // An entry that would not count at any depth (an attempt, a fact that is no) leaves nothing open.
    if (fit.could_be && decided_by(entry, citation, needs).truth != Truth::kNo) {
      join_or(shallow, doubtful(DoubtKind::kShallow, entry));
    }
  });
  return best ? decided_by(*best, citation, needs) : shallow;
}

Membership SectionSet::match_section(const Section& section, const Citation& citation, const NeedsLookup& needs) const {
  const Candidates candidates = candidates_for(section.number);
  if (candidates.begin == candidates.end && candidates.ranges == nullptr) return {};
  if (section.code != Code::kUnknown) return match_as(section.code, section, candidates, citation, needs);
  Membership answer;
  candidates.each([&](std::size_t entry) {
    if (answer.truth != Truth::kNo) return;
    Membership as_that = match_as(entries_[entry].parts.front().code, section, candidates, citation, needs);
    if (as_that.truth == Truth::kNo) return;
    // The code alone may not settle it: what would stay open under that code is in question too.
    answer = doubtful(DoubtKind::kCodeUnknown, entry);
    add_doubts(answer, std::move(as_that.doubts));
  });
  return answer;
}

Membership SectionSet::part_in(std::size_t entry_0based, std::size_t part, const Citation& citation) const {
  const SectionPattern& pattern = entries_[entry_0based].parts[part];
  Membership answer;
  for (const Section& section : citation.sections) {
    const bool code_unknown = section.code == Code::kUnknown;
    if ((!code_unknown && section.code != pattern.code) || !has_number(pattern, section.number)) continue;
    const Fit fit = fit_of(pattern, section);
    if (!fit.rank && !fit.could_be) continue;
    Membership one = settled(Truth::kYes, entry_0based);
    if (code_unknown) join_and(one, doubtful(DoubtKind::kCodeUnknown, entry_0based));
    if (!fit.rank) join_and(one, doubtful(DoubtKind::kShallow, entry_0based));
    join_or(answer, std::move(one));
  }
  return answer;
}

Membership SectionSet::match(const Citation& citation, const NeedsLookup& needs) const {
  Membership answer;
  for (const Section& section : citation.sections) {
    Membership one = match_section(section, citation, needs);
    if (citation.sections.size() == 1) return one;  // a pair takes two
    join_or(answer, std::move(one));
    if (answer.truth == Truth::kYes) return answer;
  }
  for (const std::size_t pair : pairs_) {
    Membership both = part_in(pair, 0, citation);
    if (both.truth == Truth::kNo) continue;
    join_and(both, part_in(pair, 1, citation));
    if (both.truth == Truth::kNo) continue;
    join_and(both, decided_by(pair, citation, needs));
    join_or(answer, std::move(both));
  }
  return answer;
}

Membership SectionSet::match_pair_part(std::size_t pair, std::size_t part, const Citation& citation,
                                       const NeedsLookup& needs) const {
  assert(pair < pairs_.size() && part < 2);
  Membership answer = part_in(pairs_[pair], part, citation);
  if (answer.truth != Truth::kNo) join_and(answer, decided_by(pairs_[pair], citation, needs));
  return answer;
}

std::optional<Truth> SectionSet::plain_match(const Citation& citation) const {
  if (citation.sections.size() != 1) return lists_none(citation) ? std::optional(Truth::kNo) : std::nullopt;
  const Section& section = citation.sections.front();
  const Candidates candidates = candidates_for(section.number);
  if (candidates.ranges != nullptr) return std::nullopt;
  if (candidates.begin == candidates.end) return Truth::kNo;
  const bool is_one = candidates.end - candidates.begin == 1;
  if (!is_one || section.code == Code::kUnknown || citation.attempt || citation.conspiracy) return std::nullopt;
  const SetEntry& entry = entries_[*candidates.begin];
  if (entry.parts.front().code != section.code) return Truth::kNo;
  const bool is_plain = entry.parts.front().reach == Reach::kAny && entry.needs.empty();
  return is_plain ? std::optional(Truth::kYes) : std::nullopt;
}

bool SectionSet::lists_none(const Citation& citation) const {
  const auto is_listed = [this](const Section& section) {
    const Candidates candidates = candidates_for(section.number);
    return candidates.begin != candidates.end || candidates.ranges != nullptr;
  };
  if (std::any_of(citation.sections.begin(), citation.sections.end(), is_listed)) return false;
  return citation.sections.size() < 2 || pairs_.empty() || !has_pair_number(citation);
}

bool SectionSet::has_pair_number(const Citation& citation) const {
  return std::any_of(citation.sections.begin(), citation.sections.end(), [&](const Section& section) {
    return may_have(section.number) && std::any_of(pairs_.begin(), pairs_.end(), [&](std::size_t pair) {
             return has_number(entries_[pair].parts[0], section.number) ||
                    has_number(entries_[pair].parts[1], section.number);
           });
  });
}

Truth SectionSet::lists(const Section& section) const {
  Truth answer = Truth::kNo;
  candidates_for(section.number).each([&](std::size_t entry) {
    const SectionPattern& pattern = entries_[entry].parts.front();
    if (!has_number(pattern, section.number)) return;
    if (section.code == Code::kUnknown) {
      answer = kleene_or(answer, Truth::kUnknown);
    } else if (section.code == pattern.code) {
      answer = Truth::kYes;
    }
  });
  return answer;
}

}  // namespace redress::citation
