#include "write/json/answer_tables.h"

#include <optional>
#include <utility>

#include "explain/reason.h"
#include "policy/policy.h"
#include "tally/keys.h"

namespace redress::write {
namespace {

using tally::Figure;

std::uint64_t count_at(const std::map<std::size_t, std::uint64_t>& counts, std::size_t key) {
  const auto found = counts.find(key);
  return found == counts.end() ? 0 : found->second;
}

// The id and the label of a determination, under these keys; null where the policy does not speak of the conviction.
void put_outcome(SummaryJson& row, const char* id_key, const char* label_key, const policy::Plan& plan,
                 std::optional<std::size_t> outcome) {
  row[id_key] = outcome ? SummaryJson(plan.outcomes[*outcome].id) : SummaryJson(nullptr);
  row[label_key] = outcome ? std::string_view(plan.outcomes[*outcome].label) : explain::kNotInScopeLabel;
}

}  // namespace

void put(SummaryJson& section, Figure figure, std::uint64_t value) {
  const tally::FigureWords& words = tally::words_of(figure);
  section[std::string(words.id)] = {{"value", value}, {"definition", words.definition}};
}

void put_share(SummaryJson& section, Figure figure, const tally::Share& share) {
  const tally::FigureWords& words = tally::words_of(figure);
  section[std::string(words.id)] = {
      {"convictions", share.convictions}, {"people", share.people}, {"definition", words.definition}};
}

void put_table(SummaryJson& section, Figure figure, SummaryJson table) {
  const tally::FigureWords& words = tally::words_of(figure);
  section[std::string(words.id)] = {{"definition", words.definition}, {"table", std::move(table)}};
}

SummaryJson parameter_list(const policy::Plan& plan) {
  SummaryJson parameters = SummaryJson::array();
  for (const policy::Parameter& parameter : plan.parameters) {
    parameters.push_back(
        {{"name", parameter.name}, {"label", parameter.label}, {"value", policy::value_text(parameter)}});
  }
  return parameters;
}

void put_outcomes(SummaryJson& section, const policy::Plan& plan, const tally::AnswerTally& answers) {
  SummaryJson table = SummaryJson::array();
  for (std::size_t i = 0; i < plan.outcomes.size(); ++i) {
    const policy::Outcome& outcome = plan.outcomes[i];
    table.push_back({{"outcome", outcome.id},
                     {"label", outcome.label},
                     {"relief", tally::id_of(outcome.relief)},
                     {"convictions", count_at(answers.by_outcome, i)}});
  }
  put_table(section, Figure::kByOutcome, std::move(table));
}

void put_steps(SummaryJson& section, const policy::Plan& plan, const tally::AnswerTally& answers) {
  SummaryJson table = SummaryJson::array();
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const policy::Step& step = plan.steps[i];
    const std::uint64_t convictions = count_at(answers.by_step, i);
    const std::uint64_t alone = count_at(answers.by_step_alone, i);
    table.push_back({{"step", step.id},
                     {"number", step.number},
                     {"question", step.question},
                     {"outcome", plan.outcomes[step.outcome].id},
                     {"reason", explain::general_step_reason(plan, i)},
                     {"convictions", convictions},
                     {"alone", alone},
                     {"with_others", convictions - alone}});
  }
  put_table(section, Figure::kByStep, std::move(table));
}

void put_review_causes(SummaryJson& section, const tally::AnswerTally& answers) {
  SummaryJson causes = SummaryJson::array();
  for (std::size_t i = 0; i < tally::kReviewCauseCount; ++i) {
    causes.push_back(
        {{"cause", tally::id_of(static_cast<tally::ReviewCause>(i))}, {"convictions", answers.reviews[i]}});
  }
  put_table(section, Figure::kReviewsByCause, std::move(causes));
}

void put_against_office(SummaryJson& section, const policy::Plan& office, const policy::Plan& plan,
                        const tally::Comparison& comparison) {
  put_share(section, Figure::kDiffering, comparison.differing);
  put_share(section, Figure::kOtherRelief, comparison.other_relief);
  SummaryJson table = SummaryJson::array();
  for (const auto& [outcomes, share] : comparison.by_outcomes) {
    SummaryJson row;
    put_outcome(row, "office_outcome", "office_label", office, outcomes.first);
    put_outcome(row, "outcome", "label", plan, outcomes.second);
    row["convictions"] = share.convictions;
    row["people"] = share.people;
    table.push_back(std::move(row));
  }
  put_table(section, Figure::kAgainstOffice, std::move(table));
}

}  // namespace redress::write
