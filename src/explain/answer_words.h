// explain/answer_words.h: sentences about one answer that the long and the short form share: what is possible, what
// would settle it, what changes with time, what stands beside it.
// Not here: the layout of a block (answer_block.h, short_answer.h). Inside the room and for write; pure functions.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "explain/explanation.h"

namespace redress::explain {

// "A", "A or B", "A, B or C".
std::string joined_by_or(std::span<const std::string> texts);

// With a full stop, unless the text ends in a mark of its own.
std::string as_sentence(std::string text);

// The labels of outcomes, joined by "or".
std::string outcome_labels(const policy::Plan& plan, std::span<const std::size_t> outcomes);

// "5": the number by which a reader knows a step, or else its id.
std::string short_step_name(const policy::Plan& plan, std::size_t step);

// "step 5"; where no step certainly holds, but only such as give the same answer: "one of the steps 2a or 4".
// REQUIRES: the decision is kDecided.
std::string deciding_steps(const policy::Plan& plan, const evaluate::Decision& decision);

// "from 2024-02-12 on Eligible for Dismissal (step 8)"; "the policy has no answer from 2030-01-01 on".
std::string later_words(const policy::Plan& plan, const LaterAnswer& later);

// What would settle an answer in doubt, each once: "plants: How many living plants …?", "birth date (missing)",
// "open question Q3: …". Empty when decided.
std::vector<std::string> settling_facts(const ShownRecord& record, const policy::Plan& plan, evaluate::Subject subject,
                                        const evaluate::Decision& decision);

// The open questions of law on which the answer rests beyond those that would settle it: of the deciding step, or of
// the steps that may decide. "Q2: …? (HSC 11358(d))".
std::vector<std::string> open_questions(const policy::Plan& plan, const evaluate::Decision& decision);

// What stands beside the answer, as labels and texts: ("Route", "Petition for …"), in the order route, finding, ground.
// Where the answer is certainly no relief there is nothing to ask for, and no route to it.
std::vector<std::pair<std::string, std::string>> beside_lines(const policy::Plan& plan,
                                                              const evaluate::Decision& decision,
                                                              std::span<const Truth> beside);

}  // namespace redress::explain
