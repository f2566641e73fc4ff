// explain/supplied_words.h: where a fact comes from, in words: the rows of the file, or somebody who supplied it.
// Not here: reading supplied facts (intake). Inside the room and for write; pure functions.
#pragma once

#include <string>
#include <vector>

#include "explain/explanation.h"
#include "model/supplied.h"

namespace redress::explain {

// "supplied: police report, said by J. Ortiz, 2019-10-01"; "supplied" where nothing more is known.
std::string provenance_words(const model::Provenance& from);

// The value alone: "6", "28.5", "yes".
std::string value_words(const model::SuppliedFact& supplied);

// "force: yes (supplied: …)"; with blanks in the fact's name.
std::string supplied_words(const model::SuppliedFact& supplied, std::string_view unit = {});

// " (row 8)", or " (supplied: …)" where somebody filled the fact in. Empty without rows.
std::string where_from(const ShownRecord& record, const model::Conviction& conviction, model::RecordFact fact);
std::string birth_date_where_from(const ShownRecord& record);

// The facts of a conviction's record that somebody filled in: "offense 2012-07-30 (supplied: …)".
std::vector<std::string> filled_lines(const ShownRecord& record, const model::Conviction& conviction);

// Everything that was supplied of the person, one line for each: "birth date 1960-03-14 (supplied: …)", "11358 HS of
// 2014-02-11 in row 8: plants: 6 (supplied: …)".
std::vector<std::string> supplied_lines(const ShownRecord& record);

}  // namespace redress::explain
