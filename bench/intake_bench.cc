// How fast a file is indexed, and everybody's rows are gathered into records.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <string_view>

#include "invented.h"

namespace redress::bench {
namespace {

// The header is a line too; in a clean file every other line is a good row.
std::size_t lines_after_header(std::string_view file) {
  return static_cast<std::size_t>(std::count(file.begin(), file.end(), '\n')) - 1;
}

void index_file(benchmark::State& state) {
  const intake::RecordIndex messy = index_of(messy_file());
  require(messy.files[0].records == messy.files[0].rows + messy.files[0].rejects, "rows in are good rows and rejects");
  const std::string_view file = clean_file();
  const intake::RecordIndex clean = index_of(file);
  require(clean.files[0].rows == lines_after_header(file), "every line of a clean file is a good row");
  require(clean.files[0].rejects == 0, "nothing is rejected in a clean file");
  require(clean.persons.size() == kPeople, "as many people as were asked for");
  for (auto _ : state) benchmark::DoNotOptimize(index_of(file));
  state.SetBytesProcessed(total(file.size(), state.iterations()));
}
BENCHMARK(index_file);

std::size_t gathered_rows(OpenedFile& opened) {
  std::size_t rows = 0;
  for (std::size_t person = 0; person < opened.people(); ++person) rows += opened.gather(person).rows.size();
  return rows;
}

void gather_everybody(benchmark::State& state) {
  static OpenedFile opened("us-ca.prop64.statute");
  require(opened.people() == kPeople, "as many people as were asked for");
  require(gathered_rows(opened) == lines_after_header(clean_file()), "every row belongs to one person");
  for (auto _ : state) benchmark::DoNotOptimize(gathered_rows(opened));
  state.SetBytesProcessed(total(clean_file().size(), state.iterations()));
}
BENCHMARK(gather_everybody);

}  // namespace
}  // namespace redress::bench
