// run/work_queue.h: the facts that are missing, person by person, and the file in which an office fills them in.
// Not here: how many convictions each settles (tally/questions.h). Part of the corridor.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "evaluate/decision.h"
#include "intake/fact_value.h"
#include "model/facts_layout.h"
#include "model/person.h"
#include "policy/plan/plan.h"
#include "tally/questions.h"
#include "write/csv/facts_rows.h"

namespace redress::run {

// One row of the file, and where it belongs.
struct QueueRow {
  tally::QuestionKey key;
  std::size_t person = 0;
  write::MissingFactRow row;
};

// What the rows word their questions by. Holds references.
struct QueueWords {
  const std::vector<model::FactQuestion>& questions;
  std::span<const intake::KnownFact> known;
};

// The answers of one policy about a person's convictions.
struct QueueAnswers {
  const policy::Plan& plan;
  std::string_view whose;  // "Office", "Statute"
  std::span<const evaluate::Decision> decisions;
};

// One row for each fact that somebody can supply and that would take part in settling a conviction, under any of the
// policies; in order of conviction, facts of the person first. A person with a gap in the record has none: no fact
// settles their convictions.
std::vector<QueueRow> missing_facts(const QueueWords& words, std::size_t number, const model::Person& person,
                                    std::span<const QueueAnswers> answers);

// The file: the rows in the order of `keys`, then of the person, then as given. A key that is not among `keys` comes
// last.
std::string queue_text(std::span<const QueueRow> rows, std::span<const tally::QuestionKey> keys,
                       const model::FactsLayout& layout);

}  // namespace redress::run
