#include "write/json/trace_answers.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "explain/near_miss.h"
#include "explain/person_lookup.h"
#include "explain/reason.h"
#include "explain/step_words.h"
#include "tally/keys.h"
#include "write/json/trace_record.h"

namespace redress::write {
namespace {

using Json = nlohmann::ordered_json;
using evaluate::Answer;
using evaluate::Use;

std::string_view id_of(Answer answer) {
  switch (answer) {
    case Answer::kOutOfScope: return "out_of_scope";
    case Answer::kDecided: return "decided";
    case Answer::kUndecided: return "undecided";
    case Answer::kScopeUnknown: return "scope_unknown";
    case Answer::kIncomplete: return "incomplete";
  }
  return {};
}

std::string_view id_of(Use::Kind kind) {
  switch (kind) {
    case Use::Kind::kFact: return "fact";
    case Use::Kind::kComparison: return "comparison";
    case Use::Kind::kList: return "list";
  }
  return {};
}

std::string_view id_of(policy::BesideKind kind) {
  switch (kind) {
    case policy::BesideKind::kRoute: return "route";
    case policy::BesideKind::kFinding: return "finding";
    case policy::BesideKind::kGround: return "ground";
  }
  return {};
}

// A policy's text over several lines as one.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_blank) line += c;
    if (is_blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

Json null_if_empty(std::string text) {
  return text.empty() ? Json(nullptr) : Json(std::move(text));
}

// One policy's answer about one conviction.
class AnswerTrace {
 public:
  AnswerTrace(const explain::ShownRecord& record, const policy::Plan& plan, evaluate::Subject subject,
              const explain::PolicyAnswer& answer)
      : record_(record), plan_(plan), subject_(subject), answer_(answer), decision_(answer.decision) {}

  Json json() const {
    const explain::Answered answered{plan_, record_.person, subject_, decision_};
    const bool is_decided = decision_.answer == Answer::kDecided;
    const bool is_in_scope = decision_.answer != Answer::kOutOfScope;
    return {{"policy", answer_.policy},
            {"answer", id_of(decision_.answer)},
            {"outcome", is_in_scope ? outcome_id(evaluate::outcome_of(plan_, decision_)) : Json(nullptr)},
            {"determination", null_if_empty(explain::determination_text(answered))},
            {"relief", is_in_scope ? Json(relief_id()) : Json(nullptr)},
            {"reason", null_if_empty(explain::reason_text(answered))},
            {"deciding_step", is_decided ? step_id(decision_.deciding_step) : Json(nullptr)},
            {"one_of_steps", step_ids(decision_.one_of_steps)},
            {"citation", null_if_empty(explain::citation_text(answered))},
            {"possible", outcome_ids(decision_.possible)},
            {"deciding_facts", facts(decision_.deciding)},
            {"scope", explain::truth_words(decision_.scope)},
            {"scope_facts_used", uses(decision_.scope_uses)},
            {"steps", steps()},
            {"without_deciding_step", without_deciding_step()},
            {"changes_on", later(answer_.later)},
            {"closest_other_step", closest_other_step()},
            {"beside", beside()}};
  }

 private:
  Json outcome_id(std::size_t outcome) const { return plan_.outcomes[outcome].id; }
  Json step_id(std::size_t step) const { return plan_.steps[step].id; }

  std::string_view relief_id() const {
    return tally::id_of(plan_.outcomes[evaluate::outcome_of(plan_, decision_)].relief);
  }

  Json outcome_ids(const std::vector<std::size_t>& outcomes) const {
    Json list = Json::array();
    for (const std::size_t outcome : outcomes) list.push_back(outcome_id(outcome));
    return list;
  }

  Json step_ids(const std::vector<std::size_t>& steps) const {
    Json list = Json::array();
    for (const std::size_t step : steps) list.push_back(step_id(step));
    return list;
  }

  Json facts(const std::vector<evaluate::UnknownFact>& unknown) const {
    Json list = Json::array();
    for (const evaluate::UnknownFact& fact : unknown) {
      list.push_back({{"fact", tally::id_of(fact.kind)},
                      {"needed", null_if_empty(std::string(fact.needed))},
                      {"doubt", doubt_json(fact.doubt)},
                      {"of", subject_json(fact.subject)},
                      {"words", explain::missing_words(record_, subject_, {&fact, 1}).front()}});
    }
    return list;
  }

  std::string condition_text(const policy::Expression& expression) const {
    const std::string& text = plan_.criteria ? plan_.criteria->text : plan_.source.text;
    return on_one_line(std::string_view(text).substr(expression.extent.offset, expression.extent.length));
  }

  static Json records(const std::vector<evaluate::ListItem>& items) {
    Json list = Json::array();
    for (const evaluate::ListItem& item : items) {
      list.push_back({{"of", subject_json(item.first)},
                      {"with", item.second ? subject_json(*item.second) : Json(nullptr)},
                      {"truth", explain::truth_words(item.truth)}});
    }
    return list;
  }

  Json use(const Use& use) const {
    Json json = {{"kind", id_of(use.kind)},
                 {"condition", condition_text(*use.expression)},
                 {"words", explain::uses_words(record_, plan_, subject_, {&use, 1})}};
    const policy::Operation operation = use.expression->operation;
    const bool is_number = operation == policy::Operation::kCount || operation == policy::Operation::kDifferentDates;
    const bool is_date = operation == policy::Operation::kEarliest || operation == policy::Operation::kLatest;
    const bool is_truth = operation == policy::Operation::kAny || operation == policy::Operation::kAll;
    if (use.kind == Use::Kind::kComparison || is_truth) json["truth"] = explain::truth_words(use.truth);
    if (operation == policy::Operation::kCompareDates) {
      json["left"] = span_json(use.left);
      json["right"] = span_json(use.right);
    }
    if (use.kind != Use::Kind::kList) return json;
    if (is_date) json["date"] = span_json(use.left);
    if (is_number) {
      json["at_least"] = use.low;
      json["at_most"] = use.high;
    }
    json["looked_at"] = use.looked_at;
    json["records"] = records(use.items);
    json["other_records"] = records(use.others);
    return json;
  }

  Json uses(const std::vector<Use>& used) const {
    Json list = Json::array();
    for (const Use& one : used) list.push_back(use(one));
    return list;
  }

  Json steps() const {
    Json list = Json::array();
    for (const evaluate::StepTrace& trace : decision_.steps) {
      const policy::Step& step = plan_.steps[trace.step];
      Json questions = Json::array();
      for (const std::size_t question : step.questions) questions.push_back(plan_.questions[question].id);
      list.push_back({{"step", step.id},
                      {"number", null_if_empty(step.number)},
                      {"question", null_if_empty(step.question)},
                      {"outcome", plan_.outcomes[step.outcome].id},
                      {"truth", explain::truth_words(trace.truth)},
                      {"words", explain::step_words(record_, plan_, subject_, trace)},
                      {"facts_used", uses(trace.uses)},
                      {"facts_unknown", facts(trace.unknown)},
                      {"open_questions", std::move(questions)},
                      {"citation", null_if_empty(step.cite)}});
    }
    return list;
  }

  Json later(const std::optional<explain::LaterAnswer>& change) const {
    if (!change) return nullptr;
    return {{"date", to_iso(change->from)},
            {"outcome", change->outcome ? outcome_id(*change->outcome) : Json(nullptr)},
            {"step", change->step ? step_id(*change->step) : Json(nullptr)}};
  }

  Json without_deciding_step() const {
    if (!decision_.otherwise_step) return nullptr;
    return {{"possible", outcome_ids(decision_.otherwise_possible)},
            {"step", step_id(*decision_.otherwise_step)},
            {"changes_on", later(answer_.otherwise_later)}};
  }

  Json closest_other_step() const {
    const auto miss = explain::nearest_miss(plan_, decision_);
    return miss ? Json{{"step", step_id(miss->step)}, {"days", miss->days}} : Json(nullptr);
  }

  Json beside() const {
    Json list = Json::array();
    for (std::size_t i = 0; i < answer_.beside.size(); ++i) {
      const policy::Beside& entry = plan_.beside[i];
      list.push_back({{"id", entry.id},
                      {"kind", id_of(entry.kind)},
                      {"truth", explain::truth_words(answer_.beside[i])},
                      {"label", entry.label},
                      {"citation", null_if_empty(entry.cite)},
                      {"note", null_if_empty(entry.note)}});
    }
    return list;
  }

  const explain::ShownRecord& record_;
  const policy::Plan& plan_;
  evaluate::Subject subject_;
  const explain::PolicyAnswer& answer_;
  const evaluate::Decision& decision_;
};

}  // namespace

Json answers_json(const explain::ShownRecord& record, std::span<const explain::AskedPolicy> policies,
                  std::span<const explain::SubjectAnswers> answers) {
  Json list = Json::array();
  for (const explain::SubjectAnswers& subject : answers) {
    Json by_policy = Json::array();
    for (const explain::PolicyAnswer& answer : subject.answers) {
      by_policy.push_back(AnswerTrace(record, *policies[answer.policy].plan, subject.subject, answer).json());
    }
    list.push_back({{"of", subject_json(subject.subject)}, {"policies", std::move(by_policy)}});
  }
  return list;
}

}  // namespace redress::write
