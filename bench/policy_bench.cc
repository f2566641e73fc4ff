// How fast policy files are read, checked and compiled: what every run does before its first row.
#include <benchmark/benchmark.h>

#include <string>

#include "policy/plan/plan.h"
#include "required.h"
#include "run/policy_library.h"

namespace redress::bench {
namespace {

const run::PolicyLibrary& library() {
  static const run::PolicyLibrary loaded = must(run::PolicyLibrary::load(""));
  return loaded;
}

// The steps as the file writes them: each begins with a table header of its own.
std::size_t written_steps(std::string_view text) {
  constexpr std::string_view kHeader = "\n[[step]]";
  std::size_t steps = 0;
  for (std::size_t at = text.find(kHeader); at != std::string_view::npos; at = text.find(kHeader, at + 1)) ++steps;
  return steps;
}

void compile(benchmark::State& state, const char* id) {
  const std::string text = must(library().find(id)).source.text;
  const policy::Plan plan = must(library().compile(id));
  require(plan.id == id && !plan.steps.empty(), "a plan of that policy");
  require(plan.steps.size() == written_steps(text), "every step of the file, and no other");
  require(!plan.steps.back().when, "a last step that always holds");
  for (auto _ : state) benchmark::DoNotOptimize(must(library().compile(id)));
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK_CAPTURE(compile, los_angeles, "us-ca.prop64.los-angeles")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(compile, statute, "us-ca.prop64.statute")->Unit(benchmark::kMillisecond);

void load_library(benchmark::State& state) {
  require(library().find_set("us-ca.prop64") != nullptr, "a library with the sets that policies name");
  require(library().policies().size() > 2, "a library with policies");
  for (auto _ : state) benchmark::DoNotOptimize(must(run::PolicyLibrary::load("")));
}
BENCHMARK(load_library)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace redress::bench
