// synth/synthesize.h: files of invented people, as research files hold real ones; the same bytes for the same options.
// Not here: where the bytes go (the caller's), reading them back. The face of synth; base and model below it.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "model/layout.h"
#include "redress/error.h"

namespace redress::synth {

// Whether the faults of real files are in it. Without them nothing is rejected, unknown or partial.
enum class Mess : std::uint8_t { kWithMess, kClean };

struct SynthOptions {
  std::uint64_t people = 0;
  std::string county;  // upper case, as "LOS ANGELES"; nearly everyone has a Prop 64 conviction there
  std::uint64_t seed = 0;
  Mess mess = Mess::kWithMess;
  std::span<const std::string> counties = {};  // of the state, upper case; what is invented elsewhere falls there
};

// Writes a header line of the layout's names and the rows of people 0 to people - 1, with line feeds, in pieces of some
// hundred kilobytes. A person's rows depend on seed, county, mess and the person's number only. Without mess they stand
// together, so that a file of fewer people is the beginning of a longer one; with mess, the late rows of a few people
// stand up to eight people further down, or at the end. Memory is constant.
// REQUIRES: at least two counties, which outlive the call.
// Errors: synth.county (none given, or none of the state's), synth.people (none, or more than there are 9-digit ids),
// synth.layout (a fact has no column); or what `write` returned.
// Example: synthesize({1000, "LOS ANGELES", 7, Mess::kWithMess, counties}, layout, [&](auto piece) { return
// append(piece); });
Status synthesize(const SynthOptions& options, const model::Layout& layout,
                  const std::function<Status(std::string_view)>& write);

}  // namespace redress::synth
