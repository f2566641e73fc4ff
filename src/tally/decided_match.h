// tally/decided_match.h: the decided convictions of two runs, matched by person and count, and counted by what became
// of them. Not here: reading them (intake), policies on the same data (comparison.h). Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "model/decided_row.h"
#include "tally/comparison.h"

namespace redress::tally {

// One conviction of either run, by index of its row. At least one is given.
struct MatchedRows {
  std::optional<std::size_t> first;
  std::optional<std::size_t> second;
};

enum class Fate : std::uint8_t { kSame, kSameByOtherStep, kOtherDetermination, kOnlyFirst, kOnlySecond };

Fate fate_of(const model::DecidedRow* first, const model::DecidedRow* second);

// Views into the rows. People are told apart by their ids.
struct DecidedMatch {
  using AnswerText = std::pair<std::string_view, std::string_view>;  // determination, step

  Share in_first, in_second;
  std::map<Fate, Share> by_fate;
  Share same;  // the first two fates: a person with both counts once
  std::map<std::pair<AnswerText, AnswerText>, Share> other_answers;  // of kOtherDetermination
  std::vector<MatchedRows> not_same;  // the last three fates, in the order of the first run, then of the second
};

// Convictions are the same when person and count are; of several alike (counts that the file leaves out), the first is
// the first, and so on. The rows must outlive the answer. Cost: n log n.
DecidedMatch match_decided(std::span<const model::DecidedRow> first, std::span<const model::DecidedRow> second);

}  // namespace redress::tally
