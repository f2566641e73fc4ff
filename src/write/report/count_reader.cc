#include "write/report/count_reader.h"

#include <algorithm>
#include <limits>

#include "write/report/counts.h"

namespace redress::write {
namespace {

// No count is so large, and no sum of two such runs over. It is no number to reckon with: less a little it would be a
// limit, which each round lowered by as little, and so without end.
constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max() / 4;

}  // namespace

// Between which a count certainly lies.
struct CountReader::Range {
  std::uint64_t least = 0;
  std::uint64_t most = kNoLimit;

  bool has_limit() const { return most < kNoLimit; }

  // Whether that said something new.
  bool tighten(std::uint64_t at_least, std::uint64_t at_most) {
    const bool has_changed = at_least > least || at_most < most;
    least = std::max(least, at_least);
    most = std::min(most, at_most);
    return has_changed;
  }

  friend bool operator==(const Range&, const Range&) = default;
};

std::vector<bool> CountReader::given_away(const std::vector<bool>& is_hidden) const {
  std::vector<Range> ranges(numbering_.values.size());
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    if (!is_hidden[i]) ranges[i] = {numbering_.values[i], numbering_.values[i]};
  }
  std::vector<bool> given = narrow_all(ranges);
  for (std::size_t i = 0; i < ranges.size(); ++i)
    given[i] = numbering_.is_small[i] && (given[i] || ranges[i].most < kSmallestTold);
  return given;
}

// Each round only narrows; a long chain of sums takes as many rounds. Where two sums lower each other by one, it would
// be as many as there are people: then the counts that still move, and those beside them, may come to anything.
std::vector<bool> CountReader::narrow_all(std::vector<Range>& ranges) const {
  constexpr int kMostRounds = 100;
  std::vector<Range> before;
  for (int round = 0; round < kMostRounds; ++round) {
    before = ranges;
    bool has_changed = false;
    for (const NumberedSum& sum : numbering_.sums) has_changed = narrow(sum, ranges) || has_changed;
    if (!has_changed) return std::vector<bool>(ranges.size());
  }
  std::vector<bool> moves(ranges.size());
  for (std::size_t i = 0; i < ranges.size(); ++i) moves[i] = !(ranges[i] == before[i]);
  return with_neighbors(moves);
}

std::vector<bool> CountReader::with_neighbors(const std::vector<bool>& flags) const {
  std::vector<bool> all = flags;
  for (const NumberedSum& sum : numbering_.sums) {
    const auto is_flagged = [&](std::size_t count) { return flags[count]; };
    if (!is_flagged(sum.total) && std::none_of(sum.parts.begin(), sum.parts.end(), is_flagged)) continue;
    all[sum.total] = true;
    for (const std::size_t part : sum.parts) all[part] = true;
  }
  return all;
}

bool CountReader::narrow(const NumberedSum& sum, std::vector<Range>& ranges) {
  std::uint64_t least = 0, most = 0;
  for (const std::size_t part : sum.parts) {
    least += ranges[part].least;
    most = std::min(kNoLimit, most + ranges[part].most);
  }
  Range& total = ranges[sum.total];
  bool has_changed = total.tighten(least, most);
  for (const std::size_t part : sum.parts) {
    Range& range = ranges[part];
    const std::uint64_t others_least = least - range.least;
    const std::uint64_t others_most = most >= kNoLimit ? kNoLimit : most - range.most;
    const std::uint64_t part_least = total.least > others_most ? total.least - others_most : 0;
    std::uint64_t part_most = kNoLimit;
    if (total.has_limit()) part_most = total.most > others_least ? total.most - others_least : 0;
    // Sums of what is hidden use the old ranges of the others: still true, and the next round is narrower.
    has_changed = range.tighten(part_least, part_most) || has_changed;
  }
  return has_changed;
}

}  // namespace redress::write
