#include "write/json/criteria_json.h"

#include <string>
#include <utility>
#include <vector>

#include "explain/reason.h"
#include "policy/words/condition_words.h"
#include "policy/words/date_tests.h"
#include "tally/keys.h"

namespace redress::write {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kAlways = "no step above has decided";

Json question_ids(const policy::Plan& plan, const policy::Step& step) {
  Json ids = Json::array();
  for (const std::size_t question : step.questions) ids.push_back(plan.questions[question].id);
  return ids;
}

Json step_json(const policy::Plan& plan, std::size_t index) {
  const policy::Step& step = plan.steps[index];
  const policy::Outcome& outcome = plan.outcomes[step.outcome];
  using Lines = std::vector<std::string>;
  return {{"step", step.id},
          {"number", step.number.empty() ? std::to_string(index + 1) : step.number},
          {"question", step.question},
          {"holds_when", step.when ? policy::condition_paragraphs(plan, *step.when) : Lines{std::string(kAlways)}},
          {"determination", outcome.label},
          {"relief", tally::id_of(outcome.relief)},
          {"reason", explain::general_step_reason(plan, index)},
          {"law", step.cite},
          {"measured_from", step.when ? policy::date_tests(plan, *step.when) : Lines{}},
          {"open_questions", question_ids(plan, step)}};
}

}  // namespace

Json criteria_json(std::string_view role, const policy::Plan& plan) {
  Json steps = Json::array();
  for (std::size_t i = 0; i < plan.steps.size(); ++i) steps.push_back(step_json(plan, i));
  Json questions = Json::array();
  for (const policy::OpenQuestion& question : plan.questions) {
    questions.push_back({{"question", question.id}, {"text", question.text}});
  }
  return {{"role", role},
          {"policy", plan.id},
          {"title", plan.title},
          {"version", plan.version},
          {"about", plan.about},
          {"scope", policy::condition_paragraphs(plan, plan.scope)},
          {"steps", std::move(steps)},
          {"questions", std::move(questions)}};
}

}  // namespace redress::write
