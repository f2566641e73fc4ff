// intake/facts_resolver.h: rows of files of facts → the facts of each person, or why they cannot be.
// Not here: reading the rows (facts_file.h), opening files (run). Pure over the records.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "intake/facts_file.h"
#include "intake/record_index.h"
#include "intake/supplied_facts.h"
#include "redress/error.h"

namespace redress::intake {

// The records that the facts are about. All must outlive the call.
struct FactsRecords {
  const RecordIndex& index;
  std::span<const std::string> file_names;  // of the records, for messages
  // The record of a person as the files alone say it; it lives until the next call.
  std::function<const model::Person&(std::size_t person)> gather;
};

// `rows` in the order of files and lines; `facts_names` are the names of the files of facts. A number without the zeros
// in front that the count or the file has is that count. A case number stands for every conviction of the case that the
// fact suits: a fact of the record, for those that leave it unknown; another, for those whose charge is, or may be, in
// a set that the fact is asked about. A fact that says what the file says is left out. Errors (kInput), each with the
// line and none with a value: facts.person_unknown, facts.count_unknown (no such count or case number of the person),
// facts.suits_nobody (no conviction of the case has a use for it), facts.contradicts (the file is certain and says
// otherwise, or excludes the day; with the row), facts.twice (given twice with different values; with both lines),
// facts.order (an offense after the arrest, an arrest after the conviction, and the like). Cost: one pass over the
// people's ids, and the records of the people who have facts.
Result<SuppliedFacts> resolve_facts(std::span<const SuppliedRow> rows, std::span<const KnownFact> known,
                                    std::span<const std::string> facts_names, const FactsRecords& records);

}  // namespace redress::intake
