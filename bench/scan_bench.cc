// How fast a file is walked and its rows are split, without the meaning of any cell.
#include <benchmark/benchmark.h>

#include <string>

#include "scan/cells.h"
#include "scan/record_walker.h"

namespace redress::scan {
namespace {

constexpr std::size_t kColumns = 95;
constexpr std::size_t kRows = 20'000;

// Rows of about 800 bytes, a tenth of the cells quoted.
const std::string& invented_file() {
  static const std::string file = [] {
    std::string text;
    for (std::size_t row = 0; row < kRows; ++row) {
      for (std::size_t cell = 0; cell < kColumns; ++cell) {
        if (cell > 0) text += ',';
        text += cell % 10 == 3 ? "\"INVENTED, CELL\"" : cell % 3 == 0 ? "" : "INVENTED";
      }
      text += '\n';
    }
    return text;
  }();
  return file;
}

std::size_t good_rows() {
  RecordWalker walker(invented_file(), kColumns);
  Record record;
  std::size_t good = 0;
  while (walker.next(record)) good += record.fault == RecordFault::kNone ? 1 : 0;
  return good;
}

void walk_records(benchmark::State& state) {
  if (good_rows() != kRows) state.SkipWithError("the rows are not found");
  for (auto _ : state) benchmark::DoNotOptimize(good_rows());
  state.SetBytesProcessed(static_cast<std::int64_t>(invented_file().size()) *
                          static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(walk_records);

void split_cells(benchmark::State& state) {
  const std::string_view row = std::string_view(invented_file()).substr(0, invented_file().find('\n'));
  Cells cells;
  cells.split(row);
  if (cells.count() != kColumns) state.SkipWithError("the cells are not found");
  for (auto _ : state) {
    cells.split(row);
    benchmark::DoNotOptimize(cells.raw(kColumns - 1));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(row.size()) * static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(split_cells);

}  // namespace
}  // namespace redress::scan
