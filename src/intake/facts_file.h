// intake/facts_file.h: a CSV file of supplied facts → rows with their values, each column found by its name.
// Not here: whose fact a row is (facts_resolver.h), the names of columns (formats/). Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "intake/fact_value.h"
#include "model/facts_layout.h"
#include "redress/date.h"
#include "redress/error.h"

namespace redress::intake {

// A row that has a value. Texts are trimmed, without the apostrophe that keeps spreadsheets from reading a formula.
struct SuppliedRow {
  std::uint32_t file = 0;  // among the files of facts
  std::uint64_t line_1based = 0;
  std::string person;
  std::string case_or_count;  // empty: a fact of the person
  std::size_t fact = 0;       // among the facts known
  FactValue value;
  model::Provenance from;
};

// What a file of facts is read by. All must outlive the call.
struct FactsReading {
  const model::FactsLayout& layout;
  std::span<const KnownFact> known;
  Date as_of;
};

// The rows that have a value, in file order; those without are passed over. Columns come in any order; their names
// without regard to case. Errors, each with the line, none with the content of a cell: of kind kUsage
// facts.column_unknown and facts.fact_unknown (with the near match), facts.column_missing, facts.column_twice,
// facts.row (cannot be split into cells), facts.value (of another type), facts.range, facts.cell_missing (person, fact,
// source or who), facts.when, facts.count_missing and facts.count_given (the fact is of a conviction, or of the
// person). A fault of the first line comes alone; of the rows each first one, as `further` of the first row's.
Result<std::vector<SuppliedRow>> read_facts_file(const std::string& name, std::uint32_t file, std::string_view bytes,
                                                 const FactsReading& reading);

// An error about a line of a file of facts.
Error facts_error(ErrorKind kind, std::string code, const std::string& name, std::uint64_t line_1based,
                  std::string cause, std::string next_step);

// The first of the faults with the others as its `further`. REQUIRES: at least one.
Error all_faults(std::vector<Error> faults);

}  // namespace redress::intake
