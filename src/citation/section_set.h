// citation/section_set.h: a set of sections that a law or an office lists, and whether a citation is a member of it.
// Not here: the lists themselves (policies/us-ca/sets), reading them (policy), the dates of members (evaluate).
// Above base only. A built set never changes; any number of threads may ask it.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/truth.h"
#include "citation/citation.h"
#include "citation/section_pattern.h"

namespace redress::citation {

// What an attempt (664) or a conspiracy (182) to commit a listed offense is.
enum class Inchoate : std::uint8_t {
  kCounts,        // a member like the offense
  kDoesNotCount,  // no member
  kReview,        // an unknown member
};

struct SetEntry {
  std::vector<SectionPattern> parts;  // one; two are a gang pair, which both must be there
  Inchoate inchoate = Inchoate::kReview;
  std::string needs;              // the fact that settles membership; empty: the section alone does
  std::string class_name;         // "IV", as the law numbers its classes; may be empty
  DateSpan in_force = kEveryDay;  // outside it the entry is not in the set
  std::string note;
  std::string source;
};

// Answers a fact that an entry needs: yes makes the citation a member, no does not, unknown leaves it open.
// An empty function leaves all open.
using NeedsLookup = std::function<Truth(std::string_view fact)>;

// Why a membership is unknown.
enum class DoubtKind : std::uint8_t {
  kShallow,      // the citation ends before a listed subdivision
  kCodeUnknown,  // the citation names no code, and some code would make it a member
  kInchoate,     // the set leaves attempts and conspiracies open
  kNeedsFact,    // the section alone does not settle it
};

struct Doubt {
  DoubtKind kind = DoubtKind::kShallow;
  std::size_t entry_0based = 0;  // the entry in question
  std::string fact;              // the fact needed, for kNeedsFact; else empty

  bool operator==(const Doubt&) const = default;
};

struct Membership {
  Truth truth = Truth::kNo;
  std::optional<std::size_t> entry_0based;  // the entry that decided; the first in question where unknown
  std::vector<Doubt> doubts;                // each once, in order; empty unless unknown
};

class SectionSet {
 public:
  // REQUIRES: each entry has one or two parts. Numbers and subdivisions are folded to lower case here.
  // Of two entries that mean the same citations the earlier decides (policy checks refuse such sets).
  static SectionSet build(std::string id, std::vector<SetEntry> entries, DateSpan in_force = kEveryDay);

  const std::string& id() const { return id_; }
  const std::vector<SetEntry>& entries() const { return entries_; }  // in the order given to build
  DateSpan in_force() const { return in_force_; }                    // of the set; its entries have their own

  // The set with the entries of a day: this one where no entry has dates. All questions below are about entries of
  // every day unless they are asked of such a set. Lives as long as this one.
  const SectionSet& on(Date day) const;

  // The last day up to which on(day) stays the same.
  Date same_until(Date day) const;

  // Whether the citation is a member: any of its sections is, or both sections of a pair stand in it. The most
  // specific entry that means a section decides about it alone. Cost: logarithmic in the entries for one that is not
  // listed, without allocation.
  Membership match(const Citation& citation, const NeedsLookup& needs) const;

  // The answer of match() where it is seen at a glance, as for most: a certain one that no needed fact changes.
  std::optional<Truth> plain_match(const Citation& citation) const;

  // Whether no entry, pairs included, has the number of any of these sections: the quick no that most citations get.
  // Where it is false, match may still say no.
  bool lists_none(const Citation& citation) const;

  // Gang pairs, for two convictions of one case: pair p holds when one conviction's citation matches part 0 and
  // another's matches part 1, joined by Kleene's and. Attempts and needed facts are in the answer of each part.
  std::size_t pair_count() const { return pairs_.size(); }
  // REQUIRES: pair < pair_count(). The entry of that pair in entries().
  std::size_t pair_entry(std::size_t pair) const { return pairs_[pair]; }
  // REQUIRES: pair < pair_count(), part < 2.
  Membership match_pair_part(std::size_t pair, std::size_t part, const Citation& citation,
                             const NeedsLookup& needs) const;
  // Whether a part of some pair has the number of one of these sections; where not, every match_pair_part is a no.
  bool has_pair_number(const Citation& citation) const;

  // Whether some entry (pairs aside) is of this code and number, whatever its subdivisions: the section of a conviction
  // is the first of its citation that its set lists. Unknown where only the code is missing.
  Truth lists(const Section& section) const;

 private:
  // A section in question, and the entries of its number.
  struct Candidates;

  // A number that entries have: the first of them in by_number_, and one past the last; both 0: free.
  struct NumberSlot {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  Membership match_section(const Section& section, const Citation& citation, const NeedsLookup& needs) const;
  Membership match_as(Code code, const Section& section, const Candidates& candidates, const Citation& citation,
                      const NeedsLookup& needs) const;
  Membership decided_by(std::size_t entry, const Citation& citation, const NeedsLookup& needs) const;
  Membership part_in(std::size_t entry, std::size_t part, const Citation& citation) const;
  Candidates candidates_for(std::string_view number) const;
  bool may_have(std::string_view number) const;
  void mark(const SectionPattern& pattern);
  void index_numbers();

  static std::vector<Date> border_days(const std::vector<SetEntry>& entries);
  void index_entries();
  void divide_by_day();

  std::string id_;
  DateSpan in_force_ = kEveryDay;
  std::vector<SetEntry> entries_;
  std::vector<Date> border_days_;         // on which the entries in force change, in order; empty where none has dates
  std::vector<Date> border_eves_;         // the day before each
  std::vector<SectionSet> by_days_;       // before the first border day, from it on, from the second on, …
  std::vector<std::size_t> by_number_;    // entries of one part and one number, sorted by number, then as given
  std::vector<NumberSlot> number_slots_;  // where each number stands in by_number_; a power of two, half of it free
  std::bitset<512> marks_;                // of the numbers of all entries; other numbers may share a mark
  bool has_ranges_ = false;               // also of pairs
  std::vector<std::size_t> ranges_;       // entries of one part that is a range
  std::vector<std::size_t> pairs_;        // entries of two parts
};

}  // namespace redress::citation
