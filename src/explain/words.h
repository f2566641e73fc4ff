// explain/words.h: the words for unknown facts, for why they are unknown, and for what is noted about a row.
// Not here: whole reasons (explain/reason.h), the words of a policy (its own file). Above evaluate; pure functions.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "evaluate/decision.h"
#include "model/person.h"

namespace redress::explain {

// "missing", "not in this file"; empty for a fact that is known. Static storage.
std::string_view doubt_words(model::Doubt doubt);

// "charge unreadable". Static storage.
std::string_view note_words(model::Note note);

// "birth date (partial)", "date of a conviction (missing)", "force": a kind of unknown fact, whoever's it is. `needed`
// is the fact's name for kNeeded, kDeclared and kQuestion, else empty.
std::string fact_kind_words(evaluate::FactKind kind, model::Doubt doubt, std::string_view needed);

// How a record other than the one at hand is named, its charge included: "261 PC of 1998-05-04 in row 4". An empty name
// leaves the naming to this file.
using RecordName = std::function<std::string(evaluate::Subject)>;

// "birth date (partial)", "level of this conviction (missing)", "force (count 101002001000, 261 PC)". `current` is the
// conviction that the words speak of as "this conviction"; every other is named by `name`, or without one by its count.
// Of the file's cells only citations and counts are then shown.
std::string fact_words(const evaluate::UnknownFact& fact, const model::Person& person,
                       std::optional<evaluate::Subject> current, const RecordName& name = {});

// The facts in the order given, each wording once, joined by "; ".
std::string facts_words(std::span<const evaluate::UnknownFact> facts, const model::Person& person,
                        std::optional<evaluate::Subject> current);

// The notes in the order given, each once, joined by "; ".
std::string notes_words(std::span<const model::Note> notes);

}  // namespace redress::explain
