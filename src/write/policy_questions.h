// write/policy_questions.h: what keeps convictions in review under one policy, in figures and in words.
// Not here: counting (tally/questions.h), layout (text/questions_text.h, json/questions_json.h). Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/facts_layout.h"
#include "policy/plan/plan.h"
#include "redress/questions.h"
#include "tally/answer_tally.h"
#include "tally/questions.h"

namespace redress::write {

// The question by which somebody looks the fact up: the policy's own for what it declares, the table's for the rest.
std::string question_words(const tally::QuestionKey& key, const policy::Plan& plan,
                           const std::vector<model::FactQuestion>& questions);

// What the number of a declared fact counts; else empty.
std::string unit_words(const tally::QuestionKey& key, const policy::Plan& plan);

// Everything but role and choice. REQUIRES: the answers were counted under the plan.
PolicyQuestions policy_questions(const policy::Plan& plan, const tally::AnswerTally& answers,
                                 const std::vector<model::FactQuestion>& questions);

}  // namespace redress::write
