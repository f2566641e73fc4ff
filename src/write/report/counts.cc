#include "write/report/counts.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

namespace redress::write {
namespace {

constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max() / 4;

bool is_small(std::uint64_t value) {
  return value > 0 && value < kSmallestTold;
}

// What a reader of the public edition can work out about a count.
struct Range {
  std::uint64_t least = 0;
  std::uint64_t most = kNoLimit;
};

struct NumberedSum {
  std::size_t total = 0;
  std::vector<std::size_t> parts;
};

// Counts by number, in the order of their names.
class Reader {
 public:
  Reader(const std::vector<std::uint64_t>& values, const std::vector<NumberedSum>& sums)
      : values_(values), sums_(sums) {}

  // The ranges of all counts, with those hidden whose flag is set.
  std::vector<Range> work_out(const std::vector<bool>& is_hidden) const {
    std::vector<Range> ranges(values_.size());
    for (std::size_t i = 0; i < values_.size(); ++i) {
      if (!is_hidden[i]) ranges[i] = {values_[i], values_[i]};
    }
    // Each round only narrows; a long chain of sums takes as many rounds.
    for (bool has_changed = true; has_changed;) {
      has_changed = false;
      for (const NumberedSum& sum : sums_) has_changed = narrow(sum, ranges) || has_changed;
    }
    return ranges;
  }

 private:
  static bool tighten(Range& range, std::uint64_t least, std::uint64_t most) {
    const bool has_changed = least > range.least || most < range.most;
    range.least = std::max(range.least, least);
    range.most = std::min(range.most, most);
    return has_changed;
  }

  static bool narrow(const NumberedSum& sum, std::vector<Range>& ranges) {
    std::uint64_t least = 0, most = 0;
    for (const std::size_t part : sum.parts) {
      least += ranges[part].least;
      most = std::min(kNoLimit, most + ranges[part].most);
    }
    Range& total = ranges[sum.total];
    bool has_changed = tighten(total, least, most);
    for (const std::size_t part : sum.parts) {
      Range& range = ranges[part];
      const std::uint64_t others_least = least - range.least;
      const std::uint64_t part_most = total.most >= others_least ? total.most - others_least : 0;
      const std::uint64_t others_most = most >= kNoLimit ? kNoLimit : most - range.most;
      const std::uint64_t part_least = total.least > others_most ? total.least - others_most : 0;
      // Sums of what is hidden use the old ranges of the others: still true, and the next round is narrower.
      has_changed = tighten(range, part_least, part_most) || has_changed;
    }
    return has_changed;
  }

  const std::vector<std::uint64_t>& values_;
  const std::vector<NumberedSum>& sums_;
};

}  // namespace

void Counts::add(const std::string& name, std::uint64_t value) {
  const auto [place, is_new] = values_.emplace(name, value);
  assert(is_new || place->second == value);
  static_cast<void>(place);
  static_cast<void>(is_new);
}

void Counts::add_sum(const std::string& total, std::vector<std::string> parts) {
  assert(values_.contains(total));
  sums_.push_back({total, std::move(parts)});
}

void Counts::add_rest(const std::string& total, const std::string& part) {
  if (total == part) return;
  std::string rest = total + " less " + part;
  if (!rests_.insert(rest).second) return;
  values_.emplace(rest, value(total) - value(part));
  sums_.push_back({total, {part, std::move(rest)}});
}

std::set<std::string> Counts::hidden_in_public() const {
  std::vector<std::string> names;
  std::map<std::string, std::size_t> numbers;
  std::vector<std::uint64_t> values;
  for (const auto& [name, value] : values_) {
    numbers.emplace(name, names.size());
    names.push_back(name);
    values.push_back(value);
  }
  std::vector<NumberedSum> sums;
  for (const Sum& sum : sums_) {
    NumberedSum numbered{numbers.at(sum.total), {}};
    for (const std::string& part : sum.parts) numbered.parts.push_back(numbers.at(part));
    sums.push_back(std::move(numbered));
  }
  std::vector<bool> is_hidden(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) is_hidden[i] = is_small(values[i]) || rests_.contains(names[i]);

  const Reader reader(values, sums);
  // Which sum gives a small count away, and what else of it can be hidden. Each round hides one more.
  for (;;) {
    const std::vector<Range> ranges = reader.work_out(is_hidden);
    const auto is_told = [&](std::size_t i) { return is_small(values[i]) && ranges[i].most < kSmallestTold; };
    std::optional<std::size_t> next;
    const auto consider = [&](std::size_t i) {
      if (is_hidden[i] || rests_.contains(names[i])) return;
      if (!next || values[i] < values[*next]) next = i;
    };
    // What is hidden already widens the ranges through other sums; hide the smallest that stands beside one told.
    std::vector<bool> is_reached(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) is_reached[i] = is_told(i);
    for (bool grows = std::find(is_reached.begin(), is_reached.end(), true) != is_reached.end(); grows && !next;) {
      grows = false;
      for (const NumberedSum& sum : sums) {
        const auto touches = [&](std::size_t i) { return is_reached[i]; };
        if (!touches(sum.total) && std::none_of(sum.parts.begin(), sum.parts.end(), touches)) continue;
        for (const std::size_t part : sum.parts) consider(part);
        consider(sum.total);
        for (const std::size_t part : sum.parts) {
          grows = grows || !is_reached[part];
          is_reached[part] = true;
        }
        grows = grows || !is_reached[sum.total];
        is_reached[sum.total] = true;
      }
    }
    if (!next) break;
    is_hidden[*next] = true;
  }
  std::set<std::string> hidden;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (is_hidden[i]) hidden.insert(names[i]);
  }
  return hidden;
}

}  // namespace redress::write
