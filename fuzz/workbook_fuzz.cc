// Any bytes as a workbook: rows in order with cells in order, or an error about the file.
#include <string>

#include "intake/workbook_entries.h"
#include "property.h"
#include "run/policy_library.h"
#include "scan/workbook_reader.h"

namespace redress::fuzz {
namespace {

constexpr scan::WorkbookLimits kSmallLimits{1U << 22U, 1U << 20U, 200, 1U << 20U};

void check(std::string_view bytes) {
  static const run::Formats formats = must(run::load_formats());
  const auto workbook = scan::Workbook::open(bytes, "fuzzed.xlsx", kSmallLimits);
  if (!workbook) {
    require(workbook.error().code.starts_with("workbook.") && !workbook.error().next_step.empty(), "a good error");
    return;
  }
  for (std::size_t sheet = 0; sheet < (*workbook)->sheet_names().size(); ++sheet) {
    std::uint32_t last = 0;
    const Status read = (*workbook)->read_sheet(sheet, [&](std::uint32_t row, auto cells) -> Status {
      require(row > last && !cells.empty(), "rows come in order, and those without a cell do not come");
      last = row;
      for (std::size_t i = 1; i < cells.size(); ++i)
        require(cells[i].column_0based > cells[i - 1].column_0based, "cells come in order");
      return Done{};
    });
    require(read.ok() || read.error().code.starts_with("workbook."), "a good error");
  }
  const Status rows = intake::read_edited_rows(**workbook, formats.workbook,
                                               [](const auto&, const auto&) -> Status { return Done{}; });
  require(rows.ok() || rows.error().code.starts_with("workbook."), "a good error");
}

}  // namespace
}  // namespace redress::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  redress::fuzz::check(redress::fuzz::text_of(bytes, size));
  return 0;
}
