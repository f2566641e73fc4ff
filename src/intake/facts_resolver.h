// intake/facts_resolver.h: rows of files of facts → the facts of each person, or why they cannot be.
// Not here: reading the rows (facts_file.h), opening files (run). Pure over the records.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "intake/facts_file.h"
#include "intake/record_index.h"
#include "intake/supplied_facts.h"
#include "redress/error.h"

namespace redress::intake {

// The records that the facts are about. All must outlive the call.
struct FactsRecords {
  const RecordIndex& index;
  std::span<const std::string_view> file_bytes;
  std::span<const std::string> file_names;  // of the records, for messages
  // The record of a person as the files alone say it; it lives until the next call.
  std::function<const model::Person&(std::size_t person)> gather;
  // Whether a policy of the run asks for a declared fact of the conviction, or may ask for it; the record is without
  // it. Empty: whatever is declared is asked for.
  std::function<bool(const model::Person& person, std::uint32_t conviction, std::string_view fact)> asks = {};
};

// `rows` in the order of files and lines; `facts_names` are the names of the files of facts. A number without the
// zeros in front that the count or the file has is that count. A case number stands for every conviction of the case
// that the fact suits: a fact of the record, for those that leave it unknown; another, for those whose charge is, or
// may be, in a set that the fact is asked about. A fact that says what the file says is left out. Errors (kInput),
// each with the line and none with a value, in the order of the files, the later ones as `further` of the first (of
// what is wrong with a person's rows only together the first alone, once each row is right by itself):
// facts.person_unknown, facts.count_unknown (no such count or case number of the person), facts.case_ambiguous (the
// case number is that of several cases or of courts of several counties, or the count of another conviction),
// facts.suits_nobody (no conviction of the case has a use for it, or no policy asks for it there), facts.contradicts
// (the file is certain and says otherwise, or excludes the day; with the row; or the end of a sentence is not what the
// file and a supplied date of the conviction fix), facts.twice (given twice with different values, also for convictions
// of one day, and for one cycle's arrest; with both lines), facts.order (a birth that is not before every arrest and
// conviction, an offense after the arrest, and the like). Cost: one pass over the people's ids, and the records of the
// people who have facts.
Result<SuppliedFacts> resolve_facts(std::span<const SuppliedRow> rows, std::span<const KnownFact> known,
                                    std::span<const std::string> facts_names, const FactsRecords& records);

}  // namespace redress::intake
