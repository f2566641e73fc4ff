#include "write/report/count_reader.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

#include "write/report/counts.h"
#include "write/report/linear_sums.h"

namespace redress::write {
namespace {

// No count is so large, and no sum of two such runs over. It is no number to reckon with: less a little it would be a
// limit, which each round lowered by as little, and so without end.
constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max() / 4;

std::uint64_t whole_count(double value) {
  if (value <= 0) return 0;
  return value >= static_cast<double>(kNoLimit) ? kNoLimit : static_cast<std::uint64_t>(value);
}

// The orders in which sums are solved: as the counts are numbered, backwards, the largest first.
std::vector<std::vector<std::size_t>> ranks_of(const std::vector<std::uint64_t>& values) {
  std::vector<std::size_t> numbers(values.size());
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  std::vector<std::size_t> by_value = numbers;
  std::stable_sort(by_value.begin(), by_value.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
  std::vector<std::size_t> largest_first(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) largest_first[by_value[i]] = i;
  return {numbers, {numbers.rbegin(), numbers.rend()}, largest_first};
}

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

CountReader::CountReader(const Numbering& numbering) : numbering_(numbering), ranks_(ranks_of(numbering.values)) {}

std::vector<bool> CountReader::given_away(const std::vector<bool>& is_hidden, bool thoroughly) const {
  std::vector<Range> ranges(numbering_.values.size());
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    if (!is_hidden[i]) ranges[i] = {numbering_.values[i], numbering_.values[i]};
  }
  std::vector<bool> given = narrow_all({}, ranges);
  if (thoroughly) given = narrow_all(solved_sums(is_hidden), ranges);
  for (std::size_t i = 0; i < ranges.size(); ++i)
    given[i] = numbering_.is_small[i] && (given[i] || ranges[i].most < kSmallestTold);
  return given;
}

// Each round only narrows; a long chain of sums takes as many rounds. Where two sums lower each other by one, it would
// be as many as there are people: then the counts that still move, and those beside them, may come to anything.
std::vector<bool> CountReader::narrow_all(const std::vector<Equation>& equations, std::vector<Range>& ranges) const {
  constexpr int kMostRounds = 100;
  std::vector<Range> before;
  for (int round = 0; round < kMostRounds; ++round) {
    before = ranges;
    bool has_changed = false;
    for (const Equation& equation : equations) has_changed = narrow_by(equation, ranges) || has_changed;
    for (const NumberedSum& sum : numbering_.sums) has_changed = narrow(sum, ranges) || has_changed;
    if (!has_changed) return std::vector<bool>(ranges.size());
  }
  std::vector<bool> moves(ranges.size());
  for (std::size_t i = 0; i < ranges.size(); ++i) moves[i] = !(ranges[i] == before[i]);
  return with_neighbors(moves, equations);
}

std::vector<bool> CountReader::with_neighbors(const std::vector<bool>& flags,
                                              const std::vector<Equation>& equations) const {
  std::vector<bool> all = flags;
  for (const NumberedSum& sum : numbering_.sums) {
    const auto is_flagged = [&](std::size_t count) { return flags[count]; };
    if (!is_flagged(sum.total) && std::none_of(sum.parts.begin(), sum.parts.end(), is_flagged)) continue;
    all[sum.total] = true;
    for (const std::size_t part : sum.parts) all[part] = true;
  }
  for (const Equation& equation : equations) {
    const auto is_flagged = [&](const auto& term) { return flags[term.first]; };
    if (std::none_of(equation.terms.begin(), equation.terms.end(), is_flagged)) continue;
    for (const auto& term : equation.terms) all[term.first] = true;
  }
  return all;
}

// Told counts are constants; for the others the sums are solved, in several ways, since a range follows from one of them
// and not from another: "a and b are 13, each at least c" says that c is at most 6 once it is solved for a and b.
std::vector<Equation> CountReader::solved_sums(const std::vector<bool>& is_hidden) const {
  std::vector<Equation> equations;
  for (const NumberedSum& sum : numbering_.sums) {
    std::map<std::size_t, double> factors;
    Equation equation;
    const auto take = [&](std::size_t count, double factor) {
      if (is_hidden[count]) factors[count] += factor;
      else equation.constant -= factor * static_cast<double>(numbering_.values[count]);
    };
    take(sum.total, 1);
    for (const std::size_t part : sum.parts) take(part, -1);
    for (const auto& [count, factor] : factors) {
      if (factor != 0) equation.terms.emplace_back(count, factor);
    }
    if (!equation.terms.empty()) equations.push_back(std::move(equation));
  }
  std::vector<Equation> solved;
  for (const std::vector<std::size_t>& rank : ranks_) {
    std::vector<Equation> one_way = reduced(equations, rank);
    std::move(one_way.begin(), one_way.end(), std::back_inserter(solved));
  }
  return solved;
}

bool CountReader::narrow_by(const Equation& equation, std::vector<Range>& ranges) {
  constexpr double kRounding = 1e-4;
  constexpr double kEndless = std::numeric_limits<double>::infinity();
  bool has_changed = false;
  for (const auto& [count, factor] : equation.terms) {
    // factor * count = constant less the others, which lie between these.
    double least = equation.constant, most = equation.constant;
    for (const auto& [other, times] : equation.terms) {
      if (other == count) continue;
      const double low = times * static_cast<double>(ranges[other].least);
      const double high = times * (ranges[other].has_limit() ? static_cast<double>(ranges[other].most) : kEndless);
      least -= std::max(low, high);
      most -= std::min(low, high);
    }
    const double from = std::min(least / factor, most / factor), to = std::max(least / factor, most / factor);
    const std::uint64_t at_least = whole_count(std::ceil(from - kRounding));
    const std::uint64_t at_most = whole_count(std::floor(to + kRounding));
    has_changed = ranges[count].tighten(at_least, at_most) || has_changed;
  }
  return has_changed;
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
