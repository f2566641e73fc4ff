// How fast a file is walked and its rows are split, by the wide and by the plain implementation, on one thread.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "invented.h"
#include "scan/cells.h"
#include "scan/record_walker.h"
#include "scan/structure.h"

namespace redress::bench {
namespace {

// One of the two implementations.
struct Reader {
  scan::RecordShape (*measure)(std::string_view rest);
  std::size_t (*find_cells)(std::string_view record, std::vector<std::uint32_t>& starts);
};
constexpr Reader kPlain = {scan::plain::measure_record, scan::plain::find_cells};
constexpr Reader kWide = {scan::wide::measure_record, scan::wide::find_cells};

// From every line of the text on, both find the same record with the same cells.
bool are_identical(std::string_view text) {
  std::vector<std::uint32_t> plain_starts;
  std::vector<std::uint32_t> wide_starts;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const scan::RecordShape shape = kPlain.measure(rest);
    if (kWide.measure(rest) != shape) return false;
    const std::string_view record = rest.substr(0, shape.length_bytes);
    const std::size_t count = kPlain.find_cells(record, plain_starts);
    if (kWide.find_cells(record, wide_starts) != count) return false;
    if (!std::equal(plain_starts.begin(), plain_starts.begin() + static_cast<std::ptrdiff_t>(count),
                    wide_starts.begin())) {
      return false;
    }
    const std::size_t line_end = rest.find('\n');
    at += line_end == std::string_view::npos ? rest.size() : line_end + 1;
  }
  return true;
}

void require_identical_cells() {
  static const bool is_checked = [] {
    if (!scan::wide::is_available()) return true;
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(REDRESS_SOURCE_DIR "/fuzz/corpus")) {
      if (!entry.is_regular_file()) continue;
      std::ifstream stream(entry.path(), std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
      require(are_identical(text), "the same cells from both implementations in " + entry.path().string());
      ++files;
    }
    require(files > 0, "files in fuzz/corpus");
    require(are_identical(messy_file()), "the same cells from both implementations in an invented file");
    return true;
  }();
  benchmark::DoNotOptimize(is_checked);
}

// Rows and cells of a file without faults.
struct Found {
  std::size_t records = 0;
  std::size_t cells = 0;

  friend bool operator==(const Found&, const Found&) = default;
};

// Every record measured and split, one after the other: the whole work of a scanner.
template <const Reader& reader>
Found scan_records(std::string_view file, std::vector<std::uint32_t>& starts) {
  Found found;
  for (std::size_t at = 0; at < file.size();) {
    const scan::RecordShape shape = reader.measure(file.substr(at));
    found.records += 1;
    found.cells += reader.find_cells(file.substr(at, shape.length_bytes), starts) - 1;
    at += shape.length_bytes + shape.line_end_bytes;
  }
  return found;
}

// A clean file has one line a record, quotes around whole cells only, and as many cells in each as the format.
Found expected_of(std::string_view file) {
  const auto lines = static_cast<std::size_t>(std::count(file.begin(), file.end(), '\n'));
  return {lines, lines * formats().input.columns.size()};
}

template <const Reader& reader>
void scan_file(benchmark::State& state) {
  if (&reader == &kWide && !scan::wide::is_available()) {
    state.SkipWithError("this processor has no AVX2");
    return;
  }
  require_identical_cells();
  const std::string_view file = clean_file();
  std::vector<std::uint32_t> starts;
  require(scan_records<reader>(file, starts) == expected_of(file), "the rows and cells of the invented file");
  for (auto _ : state) benchmark::DoNotOptimize(scan_records<reader>(file, starts));
  state.SetBytesProcessed(total(file.size(), state.iterations()));
}
BENCHMARK(scan_file<kWide>)->Name("scan_file/wide");
BENCHMARK(scan_file<kPlain>)->Name("scan_file/plain");

std::size_t good_records(std::string_view file) {
  scan::RecordWalker walker(file, formats().input.columns.size());
  scan::Record record;
  std::size_t good = 0;
  while (walker.next(record)) good += record.fault == scan::RecordFault::kNone ? 1 : 0;
  return good;
}

// What the first pass of a run does: records found, none split.
void walk_records(benchmark::State& state) {
  const std::string_view file = clean_file();
  require(good_records(file) == expected_of(file).records, "every row of the clean file is good");
  for (auto _ : state) benchmark::DoNotOptimize(good_records(file));
  state.SetBytesProcessed(total(file.size(), state.iterations()));
}
BENCHMARK(walk_records);

std::size_t cells_of(const std::vector<std::string_view>& rows, scan::Cells& cells) {
  std::size_t count = 0;
  for (const std::string_view row : rows) {
    cells.split(row);
    count += cells.count();
  }
  return count;
}

// What the second pass does with each row.
void split_cells(benchmark::State& state) {
  const std::vector<std::string_view> rows = rows_of(clean_file());
  std::size_t bytes = 0;
  for (const std::string_view row : rows) bytes += row.size();
  scan::Cells cells;
  require(cells_of(rows, cells) == rows.size() * formats().input.columns.size(), "the cells of every row");
  for (auto _ : state) benchmark::DoNotOptimize(cells_of(rows, cells));
  state.SetBytesProcessed(total(bytes, state.iterations()));
}
BENCHMARK(split_cells);

// The same where the end of each record is found on the way.
void split_records(benchmark::State& state) {
  const std::string_view file = clean_file();
  scan::Cells cells;
  const auto split_all = [&] {
    std::size_t rows = 0;
    for (std::string_view rest = file; !rest.empty(); ++rows) rest.remove_prefix(cells.split_first(rest));
    return rows;
  };
  require(split_all() == expected_of(file).records, "every row of the clean file");
  for (auto _ : state) benchmark::DoNotOptimize(split_all());
  state.SetBytesProcessed(total(file.size(), state.iterations()));
}
BENCHMARK(split_records);

}  // namespace
}  // namespace redress::bench
