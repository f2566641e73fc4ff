// evaluate/person_cache.h: what is worked out once for a person instead of once for each conviction: the members of
// section sets, and the answers of list functions that several convictions share.
// Not here: working them out (condition.cc, hits.cc). Internal to the room; one per person and thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "evaluate/decision.h"
#include "evaluate/earlier_records.h"
#include "evaluate/evaluate.h"
#include "evaluate/list_record.h"
#include "evaluate/values.h"
#include "model/person.h"
#include "policy/plan/plan.h"

namespace redress::evaluate {

// What any, all, count, different_dates, earliest or latest came to; only the part of its kind is meaningful.
struct ListAnswer {
  Truth truth = Truth::kNo;
  NumberValue number;
  DateValue date;
  std::vector<UnknownFact> unknown;  // what would make it certain
  DateSpan days = kEveryDay;         // as of which it is the same
  bool is_certain = false;
};

// The hits of a set, with the entries that are in it on some days.
struct HitsOnDay {
  std::size_t set = 0;
  Date until;  // the last day of these entries
  std::vector<SetHit> hits;
  std::vector<ListRecord> records;  // the hits as records
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_cycle;  // cycle and place among the records, sorted

  // The records of which the (first) one is of this cycle, in order.
  template <class Visit>
  void each_of(std::uint32_t cycle, Visit visit) const {
    auto at = std::lower_bound(by_cycle.begin(), by_cycle.end(), std::pair{cycle, std::uint32_t{0}});
    for (; at != by_cycle.end() && at->first == cycle; ++at) visit(records[at->second]);
  }
};

// The first section of a charge that a set lists, or may list.
struct ListedSection {
  Truth listed = Truth::kNo;
  const citation::Section* section = nullptr;  // null where none is listed
  std::string subdivision;                     // "(b)(2)"
};

// Holds references; plan and person must outlive it.
class PersonCache {
 public:
  // Below this many convictions asking again is as quick as remembering.
  static constexpr std::size_t kManyConvictions = 32;

  PersonCache(const policy::Plan& plan, const model::Person& person);

  // With the entries that are in the set that day. Live as long as this.
  const HitsOnDay& in_set(std::size_t set, Date as_of);
  const HitsOnDay& cycle_counts_in_set(std::size_t set, Date as_of);  // of counts that are no convictions

  // What lists without a set go through, in file order. Live as long as this.
  const std::vector<ListRecord>& convictions();
  const std::vector<ListRecord>& registrations();  // but those that certainly are none under PC 290

  // The section of a conviction or an unusable one of the person whose charge is known. Lives as long as this, unless
  // another set is asked about. `set` must outlive this.
  const ListedSection& section_of(const model::Conviction& conviction, const citation::SectionSet& set);

  // By list function and the last day on which the sets it asks for are the same: its records before dates, null where
  // it is not of that kind. Filled by who asks.
  using ListOnDays = std::pair<const policy::Expression*, Date>;
  using Earlier = std::map<ListOnDays, std::unique_ptr<EarlierRecords>>;  // looked up only
  Earlier& earlier() { return earlier_; }

  // The name under which the answer of a list function holds for this conviction and all that are alike to it: those of
  // the person (nothing of the conviction is asked for), of one cycle, or of the same date, level, county, charge and
  // sentence. Nothing for a person of few convictions, where remembering costs more than asking again, and where what
  // the conviction's facts are is not certain. REQUIRES: the expression is a list function and lives as long as this.
  std::optional<std::string> key(const policy::Expression& list_function, const model::Conviction& conviction);

  // An answer of that day; null where none is remembered. Until the next call of remember.
  const ListAnswer* find(const std::string& key, Date as_of) const;
  // Only an answer that is the same for all convictions of the key: one of the person, or a certain one.
  void remember(const std::string& key, ListAnswer answer);

  // Whether answers under this key hold for every conviction of the person, whatever its own facts.
  static bool is_of_person(const std::string& key) { return key.back() == 'p'; }

 private:
  // kOrigin: the conviction with its arrest and cycle. kNothing: what a case or a caller supplies, never remembered.
  enum class Reach : char { kPerson = 'p', kCycle = 'y', kConviction = 'c', kOrigin = 'o', kNothing = 'n' };
  Reach reach_of(const policy::Expression& list_function);

  // What section_of gave for one conviction.
  struct KnownSection {
    const citation::SectionSet* set = nullptr;  // null: not asked yet
    ListedSection listed;
  };
  KnownSection& known_section_of(const model::Conviction& conviction);

  using Hits = std::vector<std::unique_ptr<HitsOnDay>>;  // a few: sets asked for, and days on which one differs
  static HitsOnDay* find_hits(const Hits& hits, std::size_t set, Date until);

  const policy::Plan& plan_;
  const model::Person& person_;
  Hits hits_;
  Hits cycle_hits_;
  std::vector<ListRecord> convictions_;    // empty until they are asked for
  std::vector<ListRecord> registrations_;  // the same
  std::vector<KnownSection> sections_;  // by conviction, the unusable ones last; empty until one is asked about
  Earlier earlier_;
  std::unordered_map<const policy::Expression*, Reach> reaches_;
  std::unordered_map<std::string, std::map<Date, ListAnswer>> answers_;  // by first day; its order reaches no output
};

}  // namespace redress::evaluate
