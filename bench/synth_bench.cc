// How fast people are invented, into memory.
#include <benchmark/benchmark.h>

#include <string>

#include "invented.h"

namespace redress::bench {
namespace {

template <synth::Mess mess>
void invent(benchmark::State& state) {
  const std::string file = invented_file(kPeople, mess);
  const intake::RecordIndex index = index_of(file);
  require(index.persons.size() == kPeople, "as many people as were asked for");
  require(invented_file(kPeople, mess) == file, "the same bytes again");
  if (mess == synth::Mess::kClean) {
    require(file.starts_with(invented_file(kPeople / 2, mess)), "fewer people are the beginning of a longer file");
    require(index.files[0].rejects == 0, "nothing of a clean file is rejected");
  }
  for (auto _ : state) benchmark::DoNotOptimize(invented_file(kPeople, mess));
  state.SetBytesProcessed(total(file.size(), state.iterations()));
}
BENCHMARK(invent<synth::Mess::kWithMess>)->Name("invent/with_mess")->Unit(benchmark::kMillisecond);
BENCHMARK(invent<synth::Mess::kClean>)->Name("invent/clean")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace redress::bench
