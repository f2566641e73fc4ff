#include "write/json/trace_json.h"

#include <nlohmann/json.hpp>

#include "policy/policy.h"
#include "write/file_name.h"
#include "write/json/json_text.h"
#include "write/json/trace_answers.h"
#include "write/json/trace_record.h"

namespace redress::write {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kTraceCaution =
    "These files alone are not the whole record of anyone in them. Relief is what would follow if the court grants it.";

std::string_view id_of(explain::PolicyRole role) {
  switch (role) {
    case explain::PolicyRole::kOffice: return "office";
    case explain::PolicyRole::kStatute: return "statute";
    case explain::PolicyRole::kFurther: return "further";
  }
  return {};
}

std::string_view id_of(policy::DeclaredType type) {
  switch (type) {
    case policy::DeclaredType::kNumber: return "number";
    case policy::DeclaredType::kDecimal: return "decimal";
    case policy::DeclaredType::kYesNo: return "yes-no";
  }
  return {};
}

Json policy_json(const explain::AskedPolicy& asked) {
  const policy::Plan& plan = *asked.plan;
  Json parameters = Json::array();
  for (const policy::Parameter& parameter : plan.parameters) {
    parameters.push_back(
        {{"name", parameter.name}, {"label", parameter.label}, {"value", policy::value_text(parameter)}});
  }
  Json facts = Json::array();
  for (const policy::DeclaredFact& fact : plan.facts) {
    facts.push_back(
        {{"fact", fact.name}, {"type", id_of(fact.type)}, {"unit", fact.unit}, {"question", fact.question}});
  }
  Json questions = Json::array();
  for (const policy::OpenQuestion& question : plan.questions) {
    questions.push_back({{"question", question.id}, {"text", question.text}, {"source", question.source}});
  }
  return {{"role", id_of(asked.role)},
          {"id", plan.id},
          {"choice", asked.choice.empty() ? Json(nullptr) : Json(asked.choice)},
          {"title", plan.title},
          {"version", plan.version},
          {"kind", plan.kind},
          {"parameters", std::move(parameters)},
          {"facts", std::move(facts)},
          {"questions", std::move(questions)}};
}

}  // namespace

struct TraceJson::State {
  std::span<const explain::AskedPolicy> policies;
  Json json;
};

TraceJson::TraceJson(const TraceRun& run, std::span<const explain::AskedPolicy> policies)
    : state_(std::make_unique<State>(State{policies, {}})) {
  Json& json = state_->json;
  json["format"] = "redress.trace";
  json["format_version"] = 1;
  json["caution"] = kTraceCaution;
  json["program_version"] = run.version;
  json["as_of"] = to_iso(run.as_of);
  json["county"] = run.county;
  json["files"] = Json::array();
  for (const std::string& name : run.file_names) json["files"].push_back(file_name_of(name));
  json["policies"] = Json::array();
  for (const explain::AskedPolicy& asked : policies) json["policies"].push_back(policy_json(asked));
  json["search"] = run.search;
  json["people_found"] = run.people_found;
  json["people"] = Json::array();
}

TraceJson::~TraceJson() = default;

void TraceJson::add_person(const explain::ShownRecord& record, std::span<const explain::SubjectAnswers> answers) {
  Json person = record_json(record);
  person["answers"] = answers_json(record, state_->policies, answers);
  state_->json["people"].push_back(std::move(person));
}

std::string TraceJson::text() const {
  return json_text(state_->json);
}

}  // namespace redress::write
