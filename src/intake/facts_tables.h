// intake/facts_tables.h: the tables of formats/ about supplied facts: the columns of their files, and the questions.
// Not here: reading a file of facts (facts_file.h). Pure.
#pragma once

#include <string_view>
#include <vector>

#include "model/facts_layout.h"
#include "redress/error.h"

namespace redress::intake {

// Reads formats/facts.csv: every column once, in the order of model::FactsCell. Errors (kUsage): format.table, naming
// `file` and the line.
Result<model::FactsLayout> read_facts_layout(std::string_view file, std::string_view table);

// Reads formats/record-facts.csv: each fact once, those of the record all there. Errors as above.
Result<std::vector<model::FactQuestion>> read_fact_questions(std::string_view file, std::string_view table);

}  // namespace redress::intake
