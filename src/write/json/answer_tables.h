// write/json/answer_tables.h: the answers of one policy as tables of summary.json, and of two against each other.
// Not here: the rest of the summary (summary.h), counting (tally). Inside the room; pure.
#pragma once

#include <nlohmann/json.hpp>


#include "policy/plan/plan.h"
#include "tally/comparison.h"
#include "tally/figure.h"

namespace redress::write {

using SummaryJson = nlohmann::ordered_json;

// A figure into its section: under its id, with its definition beside it.
void put(SummaryJson& section, tally::Figure figure, std::uint64_t value);
void put_share(SummaryJson& section, tally::Figure figure, const tally::Share& share);
void put_table(SummaryJson& section, tally::Figure figure, SummaryJson table);

// [{"name", "label", "value"}].
SummaryJson parameter_list(const policy::Plan& plan);

// Convictions in scope by outcome, by step and by cause of review: figures that every policy has.
void put_outcomes(SummaryJson& section, const policy::Plan& plan, const tally::AnswerTally& answers);
void put_steps(SummaryJson& section, const policy::Plan& plan, const tally::AnswerTally& answers);
void put_review_causes(SummaryJson& section, const tally::AnswerTally& answers);

// The office's determinations against those of `plan`, in the order of their outcomes; out of scope comes first.
void put_against_office(SummaryJson& section, const policy::Plan& office, const policy::Plan& plan,
                        const tally::Comparison& comparison);

}  // namespace redress::write
