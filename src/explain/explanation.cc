#include "explain/explanation.h"

#include "explain/answer_block.h"
#include "explain/timeline.h"

namespace redress::explain {

std::string explain_person(const ExplainRequest& request) {
  const model::Person& person = request.person;
  const evaluate::PersonEvaluation evaluation(request.plan, person, request.run);
  std::string answers;
  std::string out_of_scope;
  const auto add = [&](evaluate::Subject subject, const evaluate::Decision& decision) {
    const std::string text = answer_text(request, {request.plan, person, subject, decision});
    if (decision.answer == evaluate::Answer::kOutOfScope) {
      out_of_scope += text;
    } else {
      answers += "\n" + text;
    }
  };
  for (const std::size_t i : in_order_of_date(person.convictions)) {
    add({evaluate::SubjectKind::kConviction, static_cast<std::uint32_t>(i)},
        evaluation.decide(i, evaluate::Detail::kFull));
  }
  for (const std::size_t i : in_order_of_date(person.unusable_convictions)) {
    add({evaluate::SubjectKind::kUnusable, static_cast<std::uint32_t>(i)},
        evaluation.decide_unusable(i, evaluate::Detail::kFull));
  }
  std::string text = head_text(request) + timeline_text(request) + answers;
  if (!out_of_scope.empty()) text += "\n" + out_of_scope;
  return text + "\nThis file alone is not the whole record.\n";
}

}  // namespace redress::explain
