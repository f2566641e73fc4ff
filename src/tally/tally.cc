#include "tally/tally.h"

#include <algorithm>
#include <set>

#include "base/same_bytes.h"
#include "base/text.h"
#include "tally/merge_counts.h"
#include "tally/prospects.h"

namespace redress::tally {
namespace {

using evaluate::Answer;

// A cell as a key: trimmed and in capitals, because the format compares texts so.
std::string cell_key(std::string_view cell) {
  return is_empty_cell(cell) ? std::string{} : to_upper_ascii(trimmed(cell));
}

// Without asking, because no processor guesses well whether it holds.
void add_if(std::uint64_t& count, bool holds) {
  count += holds ? 1 : 0;
}

void add(ReliefCount& count, bool has_relief) {
  ++count.in_scope;
  add_if(count.with_relief, has_relief);
}

std::size_t level_index(const model::Known<model::Level>& level) {
  return level.is_known() ? static_cast<std::size_t>(level.value) : kUnknownLevel;
}

}  // namespace

void Bounds::add(Truth truth) {
  add_if(at_least, truth == Truth::kYes);
  add_if(at_most, truth != Truth::kNo);
}

void Bounds::merge(const Bounds& other) {
  at_least += other.at_least;
  at_most += other.at_most;
}

void FactCount::merge(const FactCount& other) {
  settles_alone += other.settles_alone;
  takes_part += other.takes_part;
}

void ReliefCount::merge(const ReliefCount& other) {
  in_scope += other.in_scope;
  with_relief += other.with_relief;
}

void GroupAnswers::add(const policy::Plan& plan, const evaluate::Decision& decision) {
  if (decision.answer == Answer::kOutOfScope) return;
  by_outcome.resize(plan.outcomes.size());
  by_step.resize(plan.steps.size());
  by_outcome[evaluate::outcome_of(plan, decision)] += 1;
  if (decision.answer == Answer::kDecided) by_step[decision.deciding_step] += 1;
}

void GroupAnswers::merge(const GroupAnswers& other) {
  const auto merge_list = [](std::vector<std::uint64_t>& into, const std::vector<std::uint64_t>& from) {
    into.resize(std::max(into.size(), from.size()));
    for (std::size_t i = 0; i < from.size(); ++i) into[i] += from[i];
  };
  merge_list(by_outcome, other.by_outcome);
  merge_list(by_step, other.by_step);
}

void EventSpan::add(Date day) {
  if (!first || day < *first) first = day;
  if (!last || day > *last) last = day;
}

void EventSpan::merge(const EventSpan& other) {
  if (!other.first || !other.last) return;
  add(*other.first);
  add(*other.last);
}

void NoteCount::merge(const NoteCount& other) {
  rows += other.rows;
  people += other.people;
}

void Tally::add_person(const TallyContext& context, const model::Person& person,
                       std::span<const evaluate::Decision> decisions,
                       std::span<const evaluate::Decision> unusable_decisions,
                       std::span<const evaluate::Decision> by_statute) {
  add_record(person);
  bool is_in_scope = false;
  Truth relief = Truth::kNo;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    if (decisions[i].answer == Answer::kOutOfScope) continue;
    is_in_scope = true;
    relief = kleene_or(relief, add_decision(context, person.convictions[i], decisions[i]));
  }
  questions.add_person(context.plan, decisions);
  for (const evaluate::Decision& decision : unusable_decisions) {
    add_if(unidentified_in_review, decision.answer != Answer::kOutOfScope);
  }
  add_outlook(outlook_of(context, person, decisions, by_statute));
  if (!is_in_scope) return;
  people_in_scope += 1;
  people_with_relief.add(relief);
  add_demographics(context, person, decisions, relief == Truth::kYes);
}

void Tally::add_outlook(const Outlook& outlook) {
  for (std::size_t s = 0; s < kScenarioCount; ++s) {
    for (std::size_t k = 0; k < kLeftCount; ++k) nothing_left[k][s].add(outlook.none[k][s]);
    people_reached[s].add(outlook.reached[s]);
    convictions_dismissed[s].merge(outlook.dismissed[s]);
    felonies_gone[s].merge(outlook.felonies_gone[s]);
  }
}

void Tally::add_record(const model::Person& person) {
  people += 1;
  add_if(people_incomplete, person.is_incomplete());
  cycles += person.cycle_count;
  convictions += person.convictions.size();
  rows += person.rows.size();
  for (const model::Conviction& conviction : person.convictions) rows_of_convictions += conviction.rows.size();
  std::string_view last_county;
  std::uint64_t* of_last_county = nullptr;  // rows of a person mostly follow those of the same county
  for (const model::RowRecord& row : person.rows) {
    add_if(equal_rows, row.is_equal_to_earlier);
    if (of_last_county == nullptr || !same_bytes(row.county, last_county))
      of_last_county = &rows_by_county.count_of(cell_key(row.county));
    last_county = row.county;
    *of_last_county += 1;
    if (row.event_date.is_known()) events.add(row.event_date.span.first);
    for (auto note = row.notes.begin(); note != row.notes.end(); ++note) {
      if (std::find(row.notes.begin(), note, *note) == note) notes[static_cast<std::size_t>(*note)].rows += 1;
    }
  }
  for (auto note = person.notes.begin(); note != person.notes.end(); ++note) {
    if (std::find(person.notes.begin(), note, *note) == note) notes[static_cast<std::size_t>(*note)].people += 1;
  }
}

Truth Tally::add_decision(const TallyContext& context, const model::Conviction& conviction,
                          const evaluate::Decision& decision) {
  const policy::Plan& plan = context.plan;
  const Truth relief = gives_relief(plan, decision);
  add_answer(plan, decision);
  by_section.count_of(section_key(conviction.charge, plan.sets[plan.charge_set].set->on(context.run.as_of))) += 1;
  by_level[level_index(conviction.level)] += 1;
  const std::optional<int> decade = decade_of(conviction.date);
  add(by_decade.count_of(decade), relief == Truth::kYes);
  answers_by_decade.count_of(decade).add(plan, decision);
  if (decision.answer != Answer::kDecided) add_review_facts(decision);
  return relief;
}

void Tally::add_review_facts(const evaluate::Decision& decision) {
  // Two facts of the same kind (the dates of two convictions) are one key, and neither settles anything alone.
  std::set<FactKey> keys;
  for (const evaluate::UnknownFact& fact : decision.deciding) {
    keys.insert({fact.kind, fact.doubt, std::string(fact.needed)});
  }
  const bool alone = decision.answer == Answer::kUndecided && decision.deciding.size() == 1;
  for (const FactKey& key : keys) {
    FactCount& count = reviews_by_fact[key];
    count.takes_part += 1;
    add_if(count.settles_alone, alone);
  }
}

void Tally::add_demographics(const TallyContext& context, const model::Person& person,
                             std::span<const evaluate::Decision> decisions, bool has_relief) {
  const std::string race = cell_key(person.race);
  const std::string sex = cell_key(person.sex);
  const auto band = static_cast<std::size_t>(age_band(person.birth_date, context.run.as_of, context.plan.leap));
  add(by_race.count_of(race), has_relief);
  add(by_sex.count_of(sex), has_relief);
  add(by_age[band], has_relief);
  const std::array<GroupAnswers*, 3> groups = {&answers_by_race.count_of(race), &answers_by_sex.count_of(sex),
                                               &answers_by_age[band]};
  for (const evaluate::Decision& decision : decisions) {
    for (GroupAnswers* group : groups) group->add(context.plan, decision);
  }
}

void Tally::merge(const Tally& other) {
  AnswerTally::merge(other);
  merge_counts(people, other.people);
  merge_counts(people_incomplete, other.people_incomplete);
  merge_counts(cycles, other.cycles);
  merge_counts(convictions, other.convictions);
  merge_counts(rows, other.rows);
  merge_counts(equal_rows, other.equal_rows);
  merge_counts(rows_of_convictions, other.rows_of_convictions);
  merge_counts(rows_by_county, other.rows_by_county);
  merge_counts(notes, other.notes);
  events.merge(other.events);
  merge_counts(by_section, other.by_section);
  merge_counts(by_level, other.by_level);
  merge_counts(reviews_by_fact, other.reviews_by_fact);
  merge_counts(by_decade, other.by_decade);
  merge_counts(answers_by_decade, other.answers_by_decade);
  merge_counts(convictions_dismissed, other.convictions_dismissed);
  merge_counts(felonies_gone, other.felonies_gone);
  merge_counts(unidentified_in_review, other.unidentified_in_review);
  merge_counts(people_in_scope, other.people_in_scope);
  merge_counts(people_with_relief, other.people_with_relief);
  merge_counts(people_reached, other.people_reached);
  merge_counts(nothing_left, other.nothing_left);
  merge_counts(by_race, other.by_race);
  merge_counts(by_sex, other.by_sex);
  merge_counts(by_age, other.by_age);
  merge_counts(answers_by_race, other.answers_by_race);
  merge_counts(answers_by_sex, other.answers_by_sex);
  merge_counts(answers_by_age, other.answers_by_age);
}

std::vector<std::pair<FactKey, FactCount>> most_settling_first(const Tally& tally) {
  std::vector<std::pair<FactKey, FactCount>> facts(tally.reviews_by_fact.begin(), tally.reviews_by_fact.end());
  std::stable_sort(facts.begin(), facts.end(), [](const auto& a, const auto& b) {
    return std::pair(a.second.settles_alone, a.second.takes_part) >
           std::pair(b.second.settles_alone, b.second.takes_part);
  });
  return facts;
}

}  // namespace redress::tally
