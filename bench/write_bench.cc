// How fast rows become the lines of the result files, and how fast bytes are summed.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "invented.h"
#include "scan/cells.h"
#include "write/checksum.h"
#include "write/csv/csv_rows.h"

namespace redress::bench {
namespace {

// A row's cells as they stand in the file, with cells of ours that are the same for all rows.
class RowWriter {
 public:
  RowWriter() {
    std::vector<std::string> cells(formats().results.columns.size());
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = i % 3 == 0 ? "INVENTED, CELL" : i % 3 == 1 ? "NONE" : "";
    write::append_result_cells(ours_, cells);
  }

  // Every row into a text that is emptied after some, as a batch's is.
  std::size_t write(const std::vector<std::string_view>& rows, write::RowFile file) {
    constexpr std::size_t kRowsInBatch = 512;
    const write::RowLines lines(formats().input, file);
    std::size_t bytes = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      cells_.split(rows[row]);
      lines.append(text_, {rows[row], cells_.starts()}, ours_);
      if ((row + 1) % kRowsInBatch != 0 && row + 1 != rows.size()) continue;
      bytes += text_.view().size();
      last_ = text_.view();
      text_.clear();
    }
    return bytes;
  }

  const std::string& ours() const { return ours_; }
  const std::string& last_batch() const { return last_; }

 private:
  scan::Cells cells_;
  std::string ours_, last_;
  write::LineText text_;
};

void render_all_rows(benchmark::State& state) {
  const std::vector<std::string_view> rows = rows_of(clean_file());
  RowWriter writer;
  std::size_t expected = 0;
  for (const std::string_view row : rows) expected += row.size() + 1 + writer.ours().size() + 1;
  require(writer.write(rows, write::RowFile::kAllRows) == expected, "each row, a comma, our cells, a line end");
  require(writer.last_batch().ends_with(std::string(rows.back()) + "," + writer.ours() + "\n"),
          "the row's bytes as they were, then our cells");
  for (auto _ : state) benchmark::DoNotOptimize(writer.write(rows, write::RowFile::kAllRows));
  state.SetBytesProcessed(total(expected, state.iterations()));
}
BENCHMARK(render_all_rows);

void render_condensed(benchmark::State& state) {
  const std::vector<std::string_view> rows = rows_of(clean_file());
  RowWriter writer;
  const std::size_t bytes = writer.write(rows, write::RowFile::kCondensed);
  const std::string& batch = writer.last_batch();
  require(bytes > rows.size() * writer.ours().size(), "our cells in every line");
  require(batch.ends_with("," + writer.ours() + "\n"), "our cells at the end of the last line");
  for (auto _ : state) benchmark::DoNotOptimize(writer.write(rows, write::RowFile::kCondensed));
  state.SetBytesProcessed(total(bytes, state.iterations()));
}
BENCHMARK(render_condensed);

void render_convictions(benchmark::State& state) {
  const std::vector<std::string_view> rows = rows_of(clean_file());
  RowWriter writer;
  std::size_t most = 0;
  for (const std::string_view row : rows) most += row.size() + 1 + writer.ours().size() + 1;
  const std::size_t bytes = writer.write(rows, write::RowFile::kConvictions);
  require(bytes > most / 2 && bytes <= most, "each row, but for what secret columns held");
  for (auto _ : state) benchmark::DoNotOptimize(writer.write(rows, write::RowFile::kConvictions));
  state.SetBytesProcessed(total(bytes, state.iterations()));
}
BENCHMARK(render_convictions);

// The sum of "abc" is the example of FIPS 180-4.
void sha256(benchmark::State& state) {
  require(write::sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
          "the published sum");
  const std::string_view file = clean_file();
  for (auto _ : state) benchmark::DoNotOptimize(write::sha256_hex(file));
  state.SetBytesProcessed(total(file.size(), state.iterations()));
}
BENCHMARK(sha256);

}  // namespace
}  // namespace redress::bench
