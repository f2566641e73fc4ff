// intake/facts_counties.h: whether the counties that files of facts give are counties of the data.
// Not here: whether a conviction leaves its county unknown (facts_resolver.h). Pure over bytes.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "intake/facts_file.h"
#include "intake/record_index.h"
#include "model/layout.h"
#include "redress/error.h"

namespace redress::intake {

// Where the counties of the data stand. All must outlive the call.
struct CountyCells {
  const RecordIndex& index;
  const model::Layout& layout;
  std::span<const std::string_view> file_bytes;  // by file
};

// Each county that a row gives must be that of the run, or stand in a row of the data. Errors (kInput):
// facts.county_unknown, with the line of each that is neither, and the near match among the counties of the data.
// Cost: nothing where only the run's county is given; else a pass over the rows, up to the one that has the last of
// them.
Status check_fact_counties(std::span<const SuppliedRow> rows, std::span<const KnownFact> known,
                           std::span<const std::string> facts_names, std::string_view run_county,
                           const CountyCells& cells);

}  // namespace redress::intake
