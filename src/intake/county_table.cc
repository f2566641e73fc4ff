#include "intake/county_table.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "intake/table_rows.h"

namespace redress::intake {
namespace {

constexpr std::array<std::string_view, 1> kCountyTableNames = {"name"};

}  // namespace

Result<std::vector<std::string>> read_counties(std::string_view file, std::string_view table) {
  Result<std::vector<TableRow>> rows = read_table(file, table, kCountyTableNames);
  if (!rows) return rows.error();
  std::vector<std::string> counties;
  for (TableRow& row : *rows) {
    const auto fault = [&](std::string cause) { return table_error(file, row.line_1based, std::move(cause)); };
    std::string& name = row.cells.front();
    if (name.empty()) return fault("the county has no name");
    if (name != to_upper_ascii(trimmed(name))) return fault("the county is not in capital letters");
    if (std::find(counties.begin(), counties.end(), name) != counties.end())
      return fault("the county " + name + " stands above");
    counties.push_back(std::move(name));
  }
  if (counties.empty()) return table_error(file, 1, "the table lists no county");
  return counties;
}

}  // namespace redress::intake
