// How fast charge texts are parsed, and held against a set.
#include <benchmark/benchmark.h>

#include <array>
#include <string_view>

#include "citation/citation.h"
#include "citation/section_set.h"
#include "required.h"

namespace redress::citation {
namespace {

constexpr std::array<std::string_view, 6> kCharges = {"11357(B) HS-POSSESS MARIJUANA 28.5- GRAMS",
                                                      "664/187(A) PC-ATTEMPTED MURDER",
                                                      "CHRG: 11359 HS - POSS FOR SALE",
                                                      "136.1-186.22(B)(4) PC",
                                                      "SEE COMMENT FOR CHARGE",
                                                      "23152(A) VC-DUI ALCOHOL/DRUGS"};
constexpr std::size_t kReadable = 5;

void parse_charges(benchmark::State& state) {
  std::size_t bytes = 0;
  std::size_t readable = 0;
  for (const std::string_view charge : kCharges) {
    bytes += charge.size();
    if (parse_charge(charge)) ++readable;
  }
  bench::require(readable == kReadable, "five of the six charges can be read");
  for (auto _ : state) {
    for (const std::string_view charge : kCharges) benchmark::DoNotOptimize(parse_charge(charge));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(parse_charges);

void match_a_set(benchmark::State& state) {
  std::vector<SetEntry> entries;
  for (const char* section : {"HSC 11357", "HSC 11358", "HSC 11359", "HSC 11360"}) {
    SetEntry entry;
    entry.parts = {*parse_pattern(section)};
    entry.inchoate = Inchoate::kCounts;
    entries.push_back(entry);
  }
  const SectionSet set = SectionSet::build("bench", entries);
  const Citation inside = *parse_charge("11357(B) HS");
  const Citation outside = *parse_charge("23152(A) VC");
  bench::require(set.match(inside, {}).truth == Truth::kYes, "11357(b) is in the set");
  bench::require(set.match(outside, {}).truth == Truth::kNo, "23152(a) of the Vehicle Code is not in the set");
  for (auto _ : state) {
    benchmark::DoNotOptimize(set.match(inside, {}));
    benchmark::DoNotOptimize(set.match(outside, {}));
  }
}
BENCHMARK(match_a_set);

}  // namespace
}  // namespace redress::citation
