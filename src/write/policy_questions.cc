#include "write/policy_questions.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "tally/keys.h"

namespace redress::write {
namespace {

using evaluate::FactKind;
using tally::QuestionKey;

struct MatterWords {
  std::string_view id;
  std::string_view words;
};

// What no policy words: it is the same under each.
const std::array kMatters = {
    MatterWords{tally::kAttemptQuestion,
                "Does an attempt or a conspiracy count as the offense itself? The list of sections leaves it open."},
    MatterWords{tally::kScopeFirst,
                "Whether the policy speaks of the conviction is unknown; more may be asked once that is settled."},
    MatterWords{tally::kMoreAfter,
                "An arrest date or a charge is unknown; more may be asked once that is settled."},
    MatterWords{tally::kOtherCount, "The charge of a count that is no conviction is unknown."},
    MatterWords{tally::id_of(FactKind::kMissingRow), "A row of the person could not be read or used: mend the file."},
    MatterWords{tally::id_of(FactKind::kCountIdentity),
                "It cannot be told to which count a row belongs: mend the file."},
    MatterWords{tally::id_of(FactKind::kRegistrationCharge), "The charge of a registration is unknown."},
    MatterWords{tally::id_of(FactKind::kRegistrationDate), "The date of a registration is unknown."},
};

Affected affected(const tally::Hanging& hanging) {
  return {hanging.convictions, hanging.people};
}

const policy::DeclaredFact* declared_fact(const QuestionKey& key, const policy::Plan& plan) {
  if (key.kind != QuestionKey::Kind::kDeclared) return nullptr;
  const auto found = std::find_if(plan.facts.begin(), plan.facts.end(),
                                  [&](const policy::DeclaredFact& fact) { return fact.name == key.name; });
  return found == plan.facts.end() ? nullptr : &*found;
}

OpenMatter open_matter(const tally::QuestionCount& count, const policy::Plan& plan) {
  OpenMatter matter{count.key.name, {}, {}, affected(count.alone), affected(count.takes_part)};
  for (const MatterWords& words : kMatters) {
    if (words.id == matter.id) matter.text = words.words;
  }
  for (const policy::OpenQuestion& question : plan.questions) {
    if (question.id != matter.id) continue;
    matter.text = question.text;
    matter.source = question.source;
  }
  return matter;
}

}  // namespace

std::string question_words(const QuestionKey& key, const policy::Plan& plan,
                           const std::vector<model::FactQuestion>& questions) {
  if (const policy::DeclaredFact* declared = declared_fact(key, plan)) return declared->question;
  const std::string_view question = model::question_of(questions, key.name);
  if (!question.empty()) return std::string(question);
  // A section set of somebody's own may need a fact that the table does not know.
  std::string name = key.name;
  std::replace(name.begin(), name.end(), '_', ' ');
  return "Is it so of this offense: " + name + "?";
}

std::string unit_words(const QuestionKey& key, const policy::Plan& plan) {
  const policy::DeclaredFact* declared = declared_fact(key, plan);
  return declared == nullptr ? std::string{} : declared->unit;
}

PolicyQuestions policy_questions(const policy::Plan& plan, const tally::AnswerTally& answers,
                                 const std::vector<model::FactQuestion>& questions) {
  PolicyQuestions all;
  all.id = plan.id;
  all.title = plan.title;
  all.version = plan.version;
  all.in_scope = answers.in_scope;
  for (const auto& [set, hanging] : answers.questions.by_set) {
    all.in_review.convictions += hanging.convictions;
    all.in_review.people += hanging.people;
  }
  for (const auto& [step, convictions] : answers.by_step) {
    const bool is_review = plan.outcomes[plan.steps[step].outcome].relief == policy::Relief::kReview;
    // What a step sends there because of an open question is kept in review by that question.
    if (is_review && plan.steps[step].questions.empty()) all.sent_to_review += convictions;
  }
  std::map<QuestionKey, tally::QuestionCount> counts;
  for (tally::QuestionCount& count : tally::most_alone_first(answers.questions)) {
    if (count.key.kind == QuestionKey::Kind::kLegal) all.questions.push_back(open_matter(count, plan));
    if (count.key.kind == QuestionKey::Kind::kOther) all.faults.push_back(open_matter(count, plan));
    counts.emplace(count.key, std::move(count));
  }
  for (const tally::JointStep& step : tally::joint_order(answers.questions)) {
    const tally::QuestionCount& count = counts.at(step.key);
    all.facts.push_back({step.key.name, question_words(step.key, plan, questions), unit_words(step.key, plan),
                         affected(count.alone), affected(count.takes_part), affected(step.further),
                         affected(step.settled)});
  }
  return all;
}

}  // namespace redress::write
