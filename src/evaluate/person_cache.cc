#include "evaluate/person_cache.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <utility>

#include "evaluate/sentence_dates.h"
#include "policy/plan/expression_parts.h"

namespace redress::evaluate {
namespace {

using policy::Expression;
using policy::Operation;
using policy::Owner;

bool asks_for_the_conviction(const Expression& expression) {
  switch (expression.operation) {
    case Operation::kChargeInChoices: return true;
    case Operation::kFact:
    case Operation::kChargeInSet:
      if (expression.owner == Owner::kConviction) return true;
      break;
    default: break;
  }
  if (expression.list.kind == policy::RecordKind::kCycleCounts) return true;
  return std::any_of(expression.children.begin(), expression.children.end(), asks_for_the_conviction);
}

bool is_origin(policy::Field field) {
  switch (field) {
    case policy::Field::kArrestDate:
    case policy::Field::kOffenseDate:
    case policy::Field::kChargingDate:
    case policy::Field::kReliefEntered:
    case policy::Field::kSameCycle: return true;
    default: return false;
  }
}

bool asks_for_the_origin(const Expression& expression) {
  if (expression.operation == Operation::kFact && is_origin(expression.field)) return true;
  return std::any_of(expression.children.begin(), expression.children.end(), asks_for_the_origin);
}

template <class Number>
void append_number(std::string& key, Number number) {
  key += std::to_string(number);
  key += ',';
}

void append_date(std::string& key, const model::DateFact& date) {
  append_number(key, to_days(date.span.first));
  append_number(key, to_days(date.span.last));
}

// The facts that a condition can ask for of a conviction; nothing unless each is certain, and as the file says it: what
// somebody supplied sets two convictions apart that are alike in all else.
bool append_facts(std::string& key, const model::Conviction& conviction, LeapRule leap) {
  const bool is_certain = conviction.date.is_known() && conviction.level.is_known() && conviction.county.is_known() &&
                          conviction.charge.is_known() && conviction.sentence_end.is_known() &&
                          conviction.sentence_end_earliest.is_known() && conviction.supplied.empty() &&
                          !conviction.offense_date && !conviction.charging_date;
  if (!is_certain) return false;
  append_date(key, conviction.date);
  append_date(key, sentence_end_under(leap, conviction));
  append_date(key, sentence_end_earliest_under(leap, conviction));
  append_number(key, static_cast<int>(conviction.level.value));
  const citation::Citation& charge = conviction.charge.citation;
  append_number(key, charge.attempt ? 1 : 0);
  append_number(key, charge.conspiracy ? 1 : 0);
  for (const citation::Section& section : charge.sections) key.append(citation::to_text(section)).append(1, ',');
  append_number(key, conviction.county.value.size());  // so that no name runs into what follows
  key += conviction.county.value;
  return true;
}

// An unknown arrest stands for every day, whoever's it is: what is certain of one is certain of all.
void append_origin(std::string& key, const model::Conviction& conviction) {
  key += ',';
  append_number(key, conviction.cycle);
  append_date(key, conviction.arrest_date);
  append_number(key, conviction.relief_is_entered ? 1 : 0);
}

void index_by_cycle(HitsOnDay& on_day) {
  for (std::size_t i = 0; i < on_day.records.size(); ++i) {
    on_day.by_cycle.emplace_back(on_day.records[i].cycle, static_cast<std::uint32_t>(i));
  }
  std::sort(on_day.by_cycle.begin(), on_day.by_cycle.end());
}

ListRecord record_of(const model::Person& person, const SetHit& hit) {
  const model::Conviction& conviction = person.convictions[hit.first.index];
  const model::Conviction* const single = hit.second ? nullptr : &conviction;
  return {single,         hit.first,    hit.second,      hit.truth, value_of(hit.date, hit.first),
          hit.date.doubt, &hit.unknown, conviction.cycle};
}

}  // namespace

PersonCache::PersonCache(const policy::Plan& plan, const model::Person& person) : plan_(plan), person_(person) {}

HitsOnDay* PersonCache::find_hits(const Hits& hits, std::size_t set, Date until) {
  const auto found = std::find_if(hits.begin(), hits.end(),
                                  [&](const auto& known) { return known->set == set && known->until == until; });
  return found == hits.end() ? nullptr : found->get();
}

const HitsOnDay& PersonCache::in_set(std::size_t set, Date as_of) {
  const citation::SectionSet& whole = *plan_.sets[set].set;
  const Date until = whole.same_until(as_of);
  if (const HitsOnDay* known = find_hits(hits_, set, until)) return *known;
  HitsOnDay& added = *hits_.emplace_back(std::make_unique<HitsOnDay>(HitsOnDay{set, until, {}, {}, {}}));
  added.hits = hits_of(person_, whole.on(as_of));
  for (const SetHit& hit : added.hits) added.records.push_back(record_of(person_, hit));
  index_by_cycle(added);
  return added;
}

const HitsOnDay& PersonCache::cycle_counts_in_set(std::size_t set, Date as_of) {
  const citation::SectionSet& whole = *plan_.sets[set].set;
  const Date until = whole.same_until(as_of);
  if (const HitsOnDay* known = find_hits(cycle_hits_, set, until)) return *known;
  HitsOnDay& added = *cycle_hits_.emplace_back(std::make_unique<HitsOnDay>(HitsOnDay{set, until, {}, {}, {}}));
  added.hits = cycle_hits_of(person_, whole.on(as_of));
  for (const SetHit& hit : added.hits) {
    const std::uint32_t cycle = person_.cycle_charges[hit.first.index].cycle;
    added.records.push_back({nullptr, hit.first, {}, hit.truth, {}, model::Doubt::kNone, &hit.unknown, cycle});
  }
  index_by_cycle(added);
  return added;
}

const std::vector<ListRecord>& PersonCache::convictions() {
  if (!convictions_.empty()) return convictions_;
  convictions_.reserve(person_.convictions.size());
  for (const model::Conviction& conviction : person_.convictions) {
    const Subject subject{SubjectKind::kConviction, static_cast<std::uint32_t>(convictions_.size())};
    convictions_.push_back({&conviction,
                            subject,
                            {},
                            Truth::kYes,
                            value_of(conviction.date, subject),
                            conviction.date.doubt,
                            nullptr,
                            conviction.cycle});
  }
  return convictions_;
}

const std::vector<ListRecord>& PersonCache::registrations() {
  if (!registrations_.empty()) return registrations_;
  for (std::size_t i = 0; i < person_.registrations.size(); ++i) {
    const model::Registration& registration = person_.registrations[i];
    if (registration.is_pc290 == Truth::kNo) continue;
    const Subject subject{SubjectKind::kRegistration, static_cast<std::uint32_t>(i)};
    registrations_.push_back({nullptr,
                              subject,
                              {},
                              registration.is_pc290,
                              value_of(registration.date, subject),
                              registration.date.doubt,
                              nullptr,
                              registration.cycle});
  }
  return registrations_;
}

PersonCache::KnownSection& PersonCache::known_section_of(const model::Conviction& conviction) {
  const std::size_t usable = person_.convictions.size();
  if (sections_.empty()) sections_.resize(usable + person_.unusable_convictions.size());
  const model::Conviction* const first = person_.convictions.data();
  const bool is_usable = !std::less<>{}(&conviction, first) && std::less<>{}(&conviction, first + usable);
  const std::ptrdiff_t at = is_usable ? &conviction - first : &conviction - person_.unusable_convictions.data();
  return sections_[static_cast<std::size_t>(at) + (is_usable ? 0 : usable)];
}

const ListedSection& PersonCache::section_of(const model::Conviction& conviction, const citation::SectionSet& set) {
  KnownSection& known = known_section_of(conviction);
  if (known.set == &set) return known.listed;
  known = {&set, {}};
  for (const citation::Section& section : conviction.charge.citation->sections) {
    known.listed.listed = set.lists(section);
    if (known.listed.listed == Truth::kNo) continue;
    known.listed.section = &section;
    for (const std::string& part : section.subdivisions) known.listed.subdivision.append("(").append(part).append(")");
    break;
  }
  return known.listed;
}

PersonCache::Reach PersonCache::reach_of(const Expression& list_function) {
  const auto [found, is_new] = reaches_.emplace(&list_function, Reach::kConviction);
  if (!is_new) return found->second;
  const bool asks = std::any_of(list_function.children.begin(), list_function.children.end(), asks_for_the_conviction);
  const bool of_cycle = list_function.list.kind == policy::RecordKind::kCycleCounts;
  if (!asks) found->second = of_cycle ? Reach::kCycle : Reach::kPerson;
  if (asks_for_the_origin(list_function)) found->second = Reach::kOrigin;
  if (policy::asks_for_declared(list_function)) found->second = Reach::kNothing;
  return found->second;
}

std::optional<std::string> PersonCache::key(const Expression& list_function, const model::Conviction& conviction) {
  if (person_.convictions.size() < kManyConvictions) return std::nullopt;
  const Reach reach = reach_of(list_function);
  if (reach == Reach::kNothing) return std::nullopt;
  std::string key;
  append_number(key, reinterpret_cast<std::uintptr_t>(&list_function));
  if (reach == Reach::kCycle) append_number(key, conviction.cycle);
  const bool is_own = reach == Reach::kConviction || reach == Reach::kOrigin;
  if (is_own && !append_facts(key, conviction, plan_.leap)) return std::nullopt;
  if (reach == Reach::kOrigin) append_origin(key, conviction);
  key += static_cast<char>(reach);
  return key;
}

const ListAnswer* PersonCache::find(const std::string& key, Date as_of) const {
  const auto found = answers_.find(key);
  if (found == answers_.end()) return nullptr;
  const auto after = found->second.upper_bound(as_of);
  if (after == found->second.begin()) return nullptr;
  const ListAnswer& answer = std::prev(after)->second;
  return holds(answer.days, as_of) ? &answer : nullptr;
}

void PersonCache::remember(const std::string& key, ListAnswer answer) {
  const Date first = answer.days.first;
  answers_[key].insert_or_assign(first, std::move(answer));
}

}  // namespace redress::evaluate
