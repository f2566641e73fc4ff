#include "intake/facts_counties.h"

#include <deque>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.h"
#include "intake/row_facts.h"
#include "redress/near_match.h"
#include "scan/cells.h"

namespace redress::intake {
namespace {

using Counties = std::set<std::string>;

// The counties of the data, in capitals, as far as it takes to find all that are looked for; those found are taken out.
Counties look_for(Counties& wanted, const CountyCells& cells) {
  Counties found;
  scan::Cells of_row;
  std::deque<std::string> unescaped;
  const auto look_at = [&](std::string_view record) {
    unescaped.clear();
    of_row.split(record);
    std::string county = to_upper_ascii(read_row(of_row, cells.layout, unescaped).county);
    if (county.empty()) return true;
    wanted.erase(county);
    found.insert(std::move(county));
    return !wanted.empty();
  };
  const auto& spans = cells.index.spans;
  for (std::size_t i = 0; i < spans.size() && !wanted.empty(); ++i) {
    for_each_row(spans[i], cells.file_bytes[cells.index.file_of(i)], look_at);
  }
  return found;
}

}  // namespace

Status check_fact_counties(std::span<const SuppliedRow> rows, std::span<const KnownFact> known,
                           std::span<const std::string> facts_names, std::string_view run_county,
                           const CountyCells& cells) {
  Counties unknown;
  const auto county_of = [&](const SuppliedRow& row) -> const std::string* {
    return known[row.fact].type == FactType::kCounty ? &std::get<std::string>(row.value) : nullptr;
  };
  for (const SuppliedRow& row : rows) {
    const std::string* county = county_of(row);
    if (county != nullptr && !equals_ignoring_case(*county, run_county)) unknown.insert(*county);
  }
  Counties found = look_for(unknown, cells);
  found.insert(to_upper_ascii(run_county));
  const std::vector<std::string> choices(found.begin(), found.end());
  std::vector<Error> faults;
  for (const SuppliedRow& row : rows) {
    const std::string* county = county_of(row);
    if (county == nullptr || !unknown.contains(*county)) continue;
    const auto near = near_match(*county, choices);
    faults.push_back(
        facts_error(ErrorKind::kInput, "facts.county_unknown", facts_names[row.file], row.line_1based,
                    "neither the run nor any row of the research files has that county",
                    near ? "Did you mean '" + *near + "'?" : "Write the county as the research files do."));
  }
  if (!faults.empty()) return all_faults(std::move(faults));
  return Done{};
}

}  // namespace redress::intake
