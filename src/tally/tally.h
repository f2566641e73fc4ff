// tally/tally.h: the figures of a run, counted person by person. Two tallies merge in any order to the same result.
// Not here: what a figure means in words (figure.h), decisions (evaluate), output (write). One tally per thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/truth.h"
#include "evaluate/decision.h"
#include "evaluate/evaluate.h"
#include "model/person.h"
#include "policy/plan/plan.h"
#include "redress/error.h"
#include "tally/answer_tally.h"
#include "tally/count_map.h"
#include "tally/keys.h"

namespace redress::tally {

struct Outlook;

// What a run's people are counted under. Holds references; all must outlive the calls that take it.
struct TallyContext {
  const policy::Plan& plan;
  const evaluate::RunFacts& run;
  const citation::SectionSet& all_prop64;  // the offenses of Proposition 64, whatever the policy's own sets
  const citation::SectionSet& related;
  const policy::Plan* statute = nullptr;  // that is answered beside `plan`; null: `plan` is the statute
};

// People for whom something is certain, and those for whom it is at least possible. at_least <= at_most.
struct Bounds {
  std::uint64_t at_least = 0;
  std::uint64_t at_most = 0;

  void add(Truth truth);
  void merge(const Bounds& other);
  friend bool operator==(const Bounds&, const Bounds&) = default;
};

struct FactCount {
  std::uint64_t settles_alone = 0;  // undecided convictions whose only deciding fact it is
  std::uint64_t takes_part = 0;     // convictions in review among whose deciding facts it is

  void merge(const FactCount& other);
  friend bool operator==(const FactCount&, const FactCount&) = default;
};

// People or convictions in scope, and those of them with some relief.
struct ReliefCount {
  std::uint64_t in_scope = 0;
  std::uint64_t with_relief = 0;

  void merge(const ReliefCount& other);
  friend bool operator==(const ReliefCount&, const ReliefCount&) = default;
};

// What became of the convictions in scope of a group: by index of the plan's outcome, and of the step that decided.
// Both are empty, or as long as the plan's lists.
struct GroupAnswers {
  std::vector<std::uint64_t> by_outcome;
  std::vector<std::uint64_t> by_step;

  void add(const policy::Plan& plan, const evaluate::Decision& decision);
  void merge(const GroupAnswers& other);
  friend bool operator==(const GroupAnswers&, const GroupAnswers&) = default;
};

// The first and the last day among the events whose date is a whole one; nothing where there is none.
struct EventSpan {
  std::optional<Date> first, last;

  void add(Date day);
  void merge(const EventSpan& other);
  friend bool operator==(const EventSpan&, const EventSpan&) = default;
};

struct NoteCount {
  std::uint64_t rows = 0;
  std::uint64_t people = 0;

  void merge(const NoteCount& other);
  friend bool operator==(const NoteCount&, const NoteCount&) = default;
};

// Plain counts, keyed by ids and enums; a key that never occurred is absent from a map. Each figure is defined in
// figure.h. The counts of the answers are those of the office's policy. Memory: a few maps whose size depends on the
// plan, the counties and the decades, not on the people.
struct Tally : AnswerTally {
  // The file.
  std::uint64_t people = 0;
  std::uint64_t people_incomplete = 0;
  std::uint64_t cycles = 0;
  std::uint64_t convictions = 0;
  std::uint64_t rows = 0;
  std::uint64_t equal_rows = 0;
  std::uint64_t rows_of_convictions = 0;
  CountMap<std::string, std::uint64_t> rows_by_county;  // upper case; empty where the cell is
  std::array<NoteCount, model::kNoteCount> notes{};
  EventSpan events;

  // Decisions, in convictions.
  CountMap<SectionKey, std::uint64_t> by_section;
  std::array<std::uint64_t, kLevelCount> by_level{};
  std::map<FactKey, FactCount> reviews_by_fact;
  CountMap<std::optional<int>, ReliefCount> by_decade;
  CountMap<std::optional<int>, GroupAnswers> answers_by_decade;
  std::array<Bounds, kScenarioCount> convictions_dismissed{};
  std::array<Bounds, kScenarioCount> felonies_gone{};  // felonies that would be dismissed or be felonies no more
  std::uint64_t unidentified_in_review = 0;  // convicted rows whose count cannot be identified; not convictions

  // People.
  std::uint64_t people_in_scope = 0;
  Bounds people_with_relief;
  std::array<Bounds, kScenarioCount> people_reached{};  // the same for each scenario
  std::array<std::array<Bounds, kScenarioCount>, kLeftCount> nothing_left{};
  CountMap<std::string, ReliefCount> by_race;  // as the file writes it, upper case; empty where the cell is
  CountMap<std::string, ReliefCount> by_sex;
  std::array<ReliefCount, kAgeBandCount> by_age{};
  // Their convictions in scope, by what became of them.
  CountMap<std::string, GroupAnswers> answers_by_race;
  CountMap<std::string, GroupAnswers> answers_by_sex;
  std::array<GroupAnswers, kAgeBandCount> answers_by_age{};

  // `by_statute`: what the statute answers about the convictions where the context names it.
  // REQUIRES: one decision for each conviction, and for each unusable one, in their order; every call on tallies that
  // are merged takes the same context. Cost: linear in the person's rows and convictions.
  void add_person(const TallyContext& context, const model::Person& person,
                  std::span<const evaluate::Decision> decisions,
                  std::span<const evaluate::Decision> unusable_decisions,
                  std::span<const evaluate::Decision> by_statute = {});

  // Only what concerns the file, for a look at it without any policy.
  void add_record(const model::Person& person);

  void merge(const Tally& other);

  friend bool operator==(const Tally&, const Tally&) = default;

 private:
  // Whether the decision gives relief.
  Truth add_decision(const TallyContext& context, const model::Conviction& conviction,
                     const evaluate::Decision& decision);
  void add_review_facts(const evaluate::Decision& decision);
  void add_demographics(const TallyContext& context, const model::Person& person,
                        std::span<const evaluate::Decision> decisions, bool has_relief);
  void add_outlook(const Outlook& outlook);
};

// The facts behind the reviews, those that would settle the most alone first; then those that take part in the most;
// the key decides between equals.
std::vector<std::pair<FactKey, FactCount>> most_settling_first(const Tally& tally);

// Whether the sums tie: in scope = by outcome = by section = by level = by decade = by step + reviews, and so on.
// Errors (kInternal): tally.identity, naming the sums that differ.
Status check_identities(const Tally& tally);

}  // namespace redress::tally
