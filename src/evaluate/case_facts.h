// evaluate/case_facts.h: how a case file writes a fact: dates under doubt, levels, charges, sentences; and how it names
// the facts that are missing.
// Not here: the tables they stand in (case_person.h, case_reader.h), words for people (explain). Internal; pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "evaluate/decision.h"
#include "model/person.h"
#include "policy/parse/toml_document.h"
#include "policy/plan/plan.h"

namespace redress::evaluate {

// Instead of a fact, in any text: what the file holds cannot be read, or disagrees.
inline constexpr std::string_view kUnreadable = "unreadable";
inline constexpr std::string_view kContradictory = "contradictory";

// A date, or a text: "1998", "1998-05", "1998-05-04 or 2001-02-03" (rows that disagree), "unreadable". Nothing for
// others.
std::optional<model::DateFact> case_date(const policy::TomlValue& value);

// "felony", "misdemeanor", "infraction", "unreadable", "contradictory". Nothing for others.
std::optional<model::Known<model::Level>> case_level(std::string_view text);

// A charge as the file writes it, "664/187(A) PC"; "unreadable", "contradictory". Nothing for one that cannot be read.
std::optional<model::Charge> case_charge(std::string_view text);

// "3 years", "16 months", "1 day"; "life" and "unreadable" are parts of unknown length. Nothing for others.
std::optional<model::SentencePart> case_sentence_part(std::string_view text);

// What a case supplies of a declared fact: 6, 28.5, true. Nothing for a value of another type. `source`: where the
// value stands, because a decimal is read as it is written.
std::optional<model::SuppliedFact> case_supplied(const policy::SourceText& source, const policy::DeclaredFact& fact,
                                                 const policy::TomlValue& value);

// "birth date", "level of conviction 2", "force of conviction 1", "date of registration 1", "a row". `convictions` are
// those that the case lists, in its order.
std::string case_fact_name(const UnknownFact& fact, std::span<const Subject> convictions);

}  // namespace redress::evaluate
