#include "tally/questions.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "model/supplied.h"
#include "tally/keys.h"
#include "tally/merge_counts.h"

namespace redress::tally {
namespace {

using evaluate::Answer;
using evaluate::FactKind;
using evaluate::SubjectKind;
using Kind = QuestionKey::Kind;

QuestionKey of_record(model::RecordFact fact) {
  return {Kind::kRecord, std::string(model::name_of(fact))};
}

QuestionKey of_other(std::string_view name) {
  return {Kind::kOther, std::string(name)};
}

// A fact of a count that is no conviction, or cannot be identified, has no place in a file of facts.
QuestionKey of_no_conviction(const evaluate::UnknownFact& fact) {
  return of_other(fact.subject.kind == SubjectKind::kCycleCharge ? kOtherCount : id_of(FactKind::kCountIdentity));
}

bool is_fact_of_conviction(FactKind kind) {
  switch (kind) {
    case FactKind::kConvictionDate:
    case FactKind::kLevel:
    case FactKind::kCounty:
    case FactKind::kCharge:
    case FactKind::kCode:
    case FactKind::kSubdivision:
    case FactKind::kNeeded:
    case FactKind::kSentence:
    case FactKind::kArrestDate:
    case FactKind::kOffenseDate:
    case FactKind::kChargingDate:
    case FactKind::kDeclared: return true;
    default: return false;
  }
}

void add_step_questions(const policy::Plan& plan, std::size_t step, std::set<QuestionKey>& keys) {
  if (plan.steps[step].outcome != plan.needs_review_outcome()) return;
  for (const std::size_t question : plan.steps[step].questions)
    keys.insert({Kind::kLegal, plan.questions[question].id});
}

}  // namespace

QuestionKey question_key(const evaluate::UnknownFact& fact) {
  if (is_fact_of_conviction(fact.kind) && fact.subject.kind != SubjectKind::kConviction) return of_no_conviction(fact);
  switch (fact.kind) {
    case FactKind::kBirthDate: return of_record(model::RecordFact::kBirthDate);
    case FactKind::kConvictionDate: return of_record(model::RecordFact::kConvictionDate);
    case FactKind::kLevel: return of_record(model::RecordFact::kLevel);
    case FactKind::kCounty: return of_record(model::RecordFact::kCounty);
    case FactKind::kCharge:
    case FactKind::kCode:
    case FactKind::kSubdivision: return of_record(model::RecordFact::kCharge);
    case FactKind::kSentence: return of_record(model::RecordFact::kSentenceEnd);
    case FactKind::kArrestDate: return of_record(model::RecordFact::kArrestDate);
    case FactKind::kOffenseDate: return of_record(model::RecordFact::kOffenseDate);
    case FactKind::kChargingDate: return of_record(model::RecordFact::kChargingDate);
    case FactKind::kNeeded: return {Kind::kNeeded, std::string(fact.needed)};
    case FactKind::kDeclared: return {Kind::kDeclared, std::string(fact.needed)};
    case FactKind::kAttemptMembership: return {Kind::kLegal, std::string(kAttemptQuestion)};
    case FactKind::kQuestion: return {Kind::kLegal, std::string(fact.needed)};
    case FactKind::kRegistrationCharge:
    case FactKind::kRegistrationDate:
    case FactKind::kMissingRow:
    case FactKind::kCountIdentity: break;
  }
  return of_other(id_of(fact.kind));
}

bool may_leave_more(const evaluate::UnknownFact& fact) {
  if (fact.subject.kind != SubjectKind::kConviction) return false;
  return fact.kind == FactKind::kArrestDate || fact.kind == FactKind::kCharge || fact.kind == FactKind::kCode;
}

QuestionSet questions_of(const policy::Plan& plan, const evaluate::Decision& decision) {
  std::set<QuestionKey> keys;
  switch (decision.answer) {
    case Answer::kOutOfScope: return {};
    case Answer::kDecided:
      add_step_questions(plan, decision.deciding_step, keys);
      for (const std::size_t step : decision.one_of_steps) add_step_questions(plan, step, keys);
      break;
    case Answer::kScopeUnknown: keys.insert(of_other(kScopeFirst)); break;
    case Answer::kUndecided:
      for (const evaluate::StepTrace& trace : decision.steps) {
        if (trace.truth != Truth::kNo) add_step_questions(plan, trace.step, keys);
      }
      break;
    case Answer::kIncomplete: break;
  }
  for (const evaluate::UnknownFact& fact : decision.deciding) {
    keys.insert(question_key(fact));
    if (may_leave_more(fact)) keys.insert(of_other(kMoreAfter));
  }
  return {keys.begin(), keys.end()};
}

void Hanging::merge(const Hanging& other) {
  convictions += other.convictions;
  people += other.people;
}

void QuestionTally::add_person(const policy::Plan& plan, std::span<const evaluate::Decision> decisions) {
  std::vector<QuestionSet> sets;
  for (const evaluate::Decision& decision : decisions) {
    if (QuestionSet keys = questions_of(plan, decision); !keys.empty()) sets.push_back(std::move(keys));
  }
  if (sets.empty()) return;
  if (sets.size() == 1) {  // as of nearly everyone
    by_set[std::move(sets.front())].merge({1, 1});
    return;
  }
  std::set<QuestionKey> all;
  for (QuestionSet& keys : sets) {
    all.insert(keys.begin(), keys.end());
    by_set[std::move(keys)].convictions += 1;
  }
  by_set[QuestionSet(all.begin(), all.end())].people += 1;
}

void QuestionTally::merge(const QuestionTally& other) {
  merge_counts(by_set, other.by_set);
}

std::vector<QuestionCount> most_alone_first(const QuestionTally& tally) {
  std::map<QuestionKey, QuestionCount> counts;
  for (const auto& [set, hanging] : tally.by_set) {
    for (const QuestionKey& key : set) {
      QuestionCount& count = counts.try_emplace(key, QuestionCount{key, {}, {}}).first->second;
      count.takes_part.merge(hanging);
      if (set.size() == 1) count.alone.merge(hanging);
    }
  }
  std::vector<QuestionCount> ordered;
  ordered.reserve(counts.size());
  for (auto& [key, count] : counts) ordered.push_back(std::move(count));
  std::stable_sort(ordered.begin(), ordered.end(), [](const QuestionCount& a, const QuestionCount& b) {
    return std::tuple(a.alone.convictions, a.alone.people, a.takes_part.convictions) >
           std::tuple(b.alone.convictions, b.alone.people, b.takes_part.convictions);
  });
  return ordered;
}

std::vector<JointStep> joint_order(const QuestionTally& tally) {
  std::vector<QuestionCount> left;
  for (QuestionCount& count : most_alone_first(tally)) {
    if (is_supplied(count.key)) left.push_back(std::move(count));
  }
  std::sort(left.begin(), left.end(), [](const QuestionCount& a, const QuestionCount& b) { return a.key < b.key; });
  std::set<QuestionKey> known;
  Hanging settled;
  std::vector<JointStep> order;
  while (!left.empty()) {
    std::map<QuestionKey, Hanging> further;  // what each would settle now
    for (const auto& [set, hanging] : tally.by_set) {
      const auto is_open = [&](const QuestionKey& key) { return !known.contains(key); };
      if (std::count_if(set.begin(), set.end(), is_open) != 1) continue;
      further[*std::find_if(set.begin(), set.end(), is_open)].merge(hanging);
    }
    const auto best = std::max_element(left.begin(), left.end(), [&](const QuestionCount& a, const QuestionCount& b) {
      const Hanging& of_a = further[a.key];
      const Hanging& of_b = further[b.key];
      return std::tuple(of_a.convictions, of_a.people, a.takes_part.convictions) <
             std::tuple(of_b.convictions, of_b.people, b.takes_part.convictions);
    });
    settled.merge(further[best->key]);
    order.push_back({best->key, further[best->key], settled});
    known.insert(best->key);
    left.erase(best);
  }
  return order;
}

}  // namespace redress::tally
