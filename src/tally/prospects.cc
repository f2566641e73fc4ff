#include "tally/prospects.h"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/text.h"

namespace redress::tally {
namespace {

using evaluate::Answer;
using policy::Relief;

// What one answer leaves of a conviction.
struct Prospect {
  Truth remains = Truth::kYes;
  Truth is_felony = Truth::kYes;
  Truth loses_felony = Truth::kNo;  // it was a felony and is one no more
};

Truth is_felony(const model::Conviction& conviction) {
  if (!conviction.level.is_known()) return Truth::kUnknown;
  return truth_of(conviction.level.value == model::Level::kFelony);
}

// Agreement of two possibilities.
Truth either(Truth a, Truth b) {
  return a == b ? a : Truth::kUnknown;
}

Prospect either(const Prospect& a, const Prospect& b) {
  return {either(a.remains, b.remains), either(a.is_felony, b.is_felony), either(a.loses_felony, b.loses_felony)};
}

// What nobody asks for leaves the conviction as it is.
Prospect untouched(Truth felony) {
  return {Truth::kYes, felony, Truth::kNo};
}

Prospect after(Relief relief, Truth felony) {
  switch (relief) {
    case Relief::kDismissal: return {Truth::kNo, Truth::kNo, felony};
    case Relief::kReduction: return {Truth::kYes, Truth::kNo, felony};
    case Relief::kNone: return untouched(felony);
    case Relief::kReview: break;
  }
  // Whoever reviews may grant anything or nothing.
  return {Truth::kUnknown, either(felony, Truth::kNo), kleene_and(felony, Truth::kUnknown)};
}

Prospect under_policy(const policy::Plan& plan, const evaluate::Decision& decision, Truth felony) {
  if (decision.answer == Answer::kOutOfScope) return untouched(felony);
  if (decision.possible.empty()) return after(Relief::kReview, felony);
  Prospect prospect = after(plan.outcomes[decision.possible.front()].relief, felony);
  for (const std::size_t outcome : decision.possible) {
    prospect = either(prospect, after(plan.outcomes[outcome].relief, felony));
  }
  return prospect;
}

Truth is_of_county(const model::Conviction& conviction, std::string_view county) {
  if (!conviction.county.is_known()) return Truth::kUnknown;
  return truth_of(equals_ignoring_case(conviction.county.value, county));
}

Truth is_recent(const model::Conviction& conviction, Date limit) {
  if (limit < conviction.date.span.first) return Truth::kYes;
  return conviction.date.span.last <= limit ? Truth::kNo : Truth::kUnknown;
}

bool has_missing_rows(const model::Person& person) {
  return person.is_incomplete() || !person.unusable_convictions.empty();
}

evaluate::Subject conviction_subject(std::size_t index) {
  return {evaluate::SubjectKind::kConviction, static_cast<std::uint32_t>(index)};
}

// Of each cycle, whether any of its counts, convicted or not, is a Prop 64 offense. Worked out when first asked for.
class Prop64ByCycle {
 public:
  Prop64ByCycle(const TallyContext& context, const model::Person& person, std::span<const Truth> prop64)
      : context_(context), person_(person), prop64_(prop64) {}

  Truth of(std::uint32_t cycle) {
    if (found_.empty()) work_out();
    return found_[cycle];
  }

 private:
  void add(std::uint32_t cycle, Truth truth) {
    const Truth unseen = has_missing_rows(person_) ? Truth::kUnknown : Truth::kNo;
    Truth& found = found_.try_emplace(cycle, unseen).first->second;
    found = kleene_or(found, truth);
  }

  void work_out() {
    for (std::size_t i = 0; i < person_.convictions.size(); ++i) add(person_.convictions[i].cycle, prop64_[i]);
    for (const model::CycleCharge& other : person_.cycle_charges) {
      const bool is_known = other.charge.is_known();
      add(other.cycle, is_known ? context_.all_prop64.match(other.charge.citation, {}).truth : Truth::kUnknown);
    }
  }

  const TallyContext& context_;
  const model::Person& person_;
  std::span<const Truth> prop64_;
  std::unordered_map<std::uint32_t, Truth> found_;  // looked up only
};

// The scenarios in order, for one conviction.
using Prospects = std::array<Prospect, kScenarioCount>;

Prospect where_gone(Truth gone, Truth felony) {
  return {!gone, kleene_and(!gone, felony), kleene_and(gone, felony)};
}

// What is answered about one conviction.
struct Answers {
  const evaluate::Decision& by_policy;
  const evaluate::Decision& by_statute;
  Truth county;  // whether it is of the county that is asked about
};

Prospects prospects_of(const TallyContext& context, const model::Person& person, std::span<const Truth> prop64,
                       Prop64ByCycle& by_cycle, const Answers& answers, std::size_t index) {
  const model::Conviction& conviction = person.convictions[index];
  const Truth felony = is_felony(conviction);
  const Truth prop64_gone = kleene_and(answers.county, prop64[index]);
  Truth related = evaluate::charge_in_set(conviction, conviction_subject(index), context.related, nullptr);
  if (related != Truth::kNo) {
    related = kleene_and(related, by_cycle.of(conviction.cycle));
  }
  const Truth all_gone = kleene_or(prop64_gone, kleene_and(answers.county, related));
  const policy::Plan& statute = context.statute != nullptr ? *context.statute : context.plan;
  Prospect statutory = under_policy(statute, answers.by_statute, felony);
  // Beside a policy the statute is answered whosever the conviction is; another county's nobody here asks for.
  if (answers.county == Truth::kUnknown) statutory = either(statutory, untouched(felony));
  return {untouched(felony), under_policy(context.plan, answers.by_policy, felony), statutory,
          where_gone(prop64_gone, felony), where_gone(all_gone, felony)};
}

}  // namespace

Truth gives_relief(const policy::Plan& plan, const evaluate::Decision& decision) {
  if (decision.answer == Answer::kOutOfScope) return Truth::kNo;
  bool all = !decision.possible.empty();
  bool any = decision.possible.empty();
  for (const std::size_t outcome : decision.possible) {
    const Relief relief = plan.outcomes[outcome].relief;
    const bool gives = relief == Relief::kDismissal || relief == Relief::kReduction;
    all = all && gives;
    any = any || gives || relief == Relief::kReview;
  }
  if (all) return Truth::kYes;
  return any ? Truth::kUnknown : Truth::kNo;
}

namespace {

// Relief that is no dismissal shows in no prospect where it makes a misdemeanor an infraction: the answers tell.
void add_reached(std::array<Truth, kScenarioCount>& reached, const Prospects& prospects, Truth by_policy,
                 Truth by_statute) {
  constexpr auto index = [](Scenario scenario) { return static_cast<std::size_t>(scenario); };
  const auto widen = [&](Scenario scenario, Truth truth) {
    reached[index(scenario)] = kleene_or(reached[index(scenario)], truth);
  };
  widen(Scenario::kThisPolicy, by_policy);
  widen(Scenario::kStatute, by_statute);
  widen(Scenario::kAllProp64, !prospects[index(Scenario::kAllProp64)].remains);
  widen(Scenario::kProp64AndRelated, !prospects[index(Scenario::kProp64AndRelated)].remains);
}

}  // namespace

Outlook outlook_of(const TallyContext& context, const model::Person& person,
                   std::span<const evaluate::Decision> decisions, std::span<const evaluate::Decision> by_statute) {
  const std::span<const evaluate::Decision> statutory = context.statute != nullptr ? by_statute : decisions;
  const policy::Plan& statute = context.statute != nullptr ? *context.statute : context.plan;
  std::vector<Truth> prop64;
  prop64.reserve(person.convictions.size());
  for (std::size_t i = 0; i < person.convictions.size(); ++i) {
    prop64.push_back(
        evaluate::charge_in_set(person.convictions[i], conviction_subject(i), context.all_prop64, nullptr));
  }
  const Date limit = add_years(context.run.as_of, -kRecentYears, context.plan.leap);
  Prop64ByCycle by_cycle(context, person, prop64);
  NothingLeft some_left{};  // all no
  Outlook outlook;
  for (std::size_t i = 0; i < person.convictions.size(); ++i) {
    const Answers answers{decisions[i], statutory[i], is_of_county(person.convictions[i], context.run.county)};
    const Prospects prospects = prospects_of(context, person, prop64, by_cycle, answers, i);
    const Truth recent = is_recent(person.convictions[i], limit);
    for (std::size_t s = 0; s < kScenarioCount; ++s) {
      const Prospect& prospect = prospects[s];
      const std::array<Truth, kLeftCount> left = {prospect.is_felony, prospect.remains,
                                                  kleene_and(prospect.remains, recent)};
      for (std::size_t k = 0; k < kLeftCount; ++k) some_left[k][s] = kleene_or(some_left[k][s], left[k]);
      outlook.dismissed[s].add(!prospect.remains);
      outlook.felonies_gone[s].add(prospect.loses_felony);
    }
    const Truth by_law = gives_relief(statute, answers.by_statute);
    add_reached(outlook.reached, prospects, gives_relief(context.plan, answers.by_policy),
                answers.county == Truth::kUnknown ? kleene_and(by_law, Truth::kUnknown) : by_law);
  }
  const Truth unseen = has_missing_rows(person) ? Truth::kUnknown : Truth::kNo;
  for (std::size_t k = 0; k < kLeftCount; ++k) {
    for (std::size_t s = 0; s < kScenarioCount; ++s) outlook.none[k][s] = !kleene_or(some_left[k][s], unseen);
  }
  return outlook;
}

}  // namespace redress::tally
