#include "write/report/counts.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

#include "write/report/linear_sums.h"

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
struct Numbering {
  std::vector<std::uint64_t> values;
  std::vector<bool> is_small;  // and about people
  std::vector<NumberedSum> sums;
};

// Whoever reads the public edition, and reckons.
class Reader {
 public:
  explicit Reader(const Numbering& numbering) : numbering_(numbering) {}

  // The ranges of all counts, with those hidden whose flag is set.
  std::vector<Range> work_out(const std::vector<bool>& is_hidden) const {
    std::vector<Range> ranges(numbering_.values.size());
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      if (!is_hidden[i]) ranges[i] = {numbering_.values[i], numbering_.values[i]};
    }
    // Each round only narrows; a long chain of sums takes as many rounds.
    for (bool has_changed = true; has_changed;) {
      has_changed = false;
      for (const NumberedSum& sum : numbering_.sums) has_changed = narrow(sum, ranges) || has_changed;
    }
    return ranges;
  }

  // The small counts that are known to be small. `thoroughly`: also from what several sums say together.
  std::vector<bool> given_away(const std::vector<bool>& is_hidden, bool thoroughly) const {
    std::vector<Range> ranges = work_out(is_hidden);
    if (thoroughly) combine(is_hidden, ranges);
    std::vector<bool> given(ranges.size());
    for (std::size_t i = 0; i < ranges.size(); ++i)
      given[i] = numbering_.is_small[i] && ranges[i].most < kSmallestTold;
    return given;
  }

 private:
  // Sums of told counts are constants; of the others the sums are solved, and the ranges narrowed by what they then say.
  void combine(const std::vector<bool>& is_hidden, std::vector<Range>& ranges) const {
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
    const std::vector<Equation> solved = reduced(std::move(equations));
    for (bool has_changed = true; has_changed;) {
      has_changed = false;
      for (const Equation& equation : solved) has_changed = narrow_by(equation, ranges) || has_changed;
      for (const NumberedSum& sum : numbering_.sums) has_changed = narrow(sum, ranges) || has_changed;
    }
  }

  static bool narrow_by(const Equation& equation, std::vector<Range>& ranges) {
    constexpr double kRounding = 1e-4;
    bool has_changed = false;
    for (const auto& [count, factor] : equation.terms) {
      // factor * count = constant less the others, which lie between these.
      double least = equation.constant, most = equation.constant;
      for (const auto& [other, times] : equation.terms) {
        if (other == count) continue;
        const double low = times * static_cast<double>(ranges[other].least);
        const double high = times * static_cast<double>(ranges[other].most);
        least -= std::max(low, high);
        most -= std::min(low, high);
      }
      const double from = std::min(least / factor, most / factor), to = std::max(least / factor, most / factor);
      const auto whole = [](double value) {
        return value <= 0 ? std::uint64_t{0}
               : value >= static_cast<double>(kNoLimit) ? kNoLimit
                                                        : static_cast<std::uint64_t>(value);
      };
      has_changed =
          tighten(ranges[count], whole(std::ceil(from - kRounding)), whole(std::floor(to + kRounding))) || has_changed;
    }
    return has_changed;
  }

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

  const Numbering& numbering_;
};

bool has_any(const std::vector<bool>& flags) {
  return std::find(flags.begin(), flags.end(), true) != flags.end();
}

class Hider {
 public:
  Hider(const Numbering& numbering, const std::vector<bool>& may_be_told, const std::vector<bool>& may_be_hidden)
      : numbering_(numbering), may_be_told_(may_be_told), may_be_hidden_(may_be_hidden), reader_(numbering) {}

  std::vector<bool> hide() {
    for (std::size_t i = 0; i < numbering_.values.size(); ++i)
      is_hidden_.push_back(numbering_.is_small[i] || !may_be_told_[i]);
    std::vector<std::size_t> others = hide_more(false);
    tell_again(others, false);
    const std::vector<std::size_t> more = hide_more(true);
    others.insert(others.end(), more.begin(), more.end());
    if (!more.empty()) tell_again(others, true);
    return is_hidden_;
  }

 private:
  // Those that it hid.
  std::vector<std::size_t> hide_more(bool thoroughly) {
    std::vector<std::size_t> others;
    for (;;) {
      const std::optional<std::size_t> next = smallest_beside(reader_.given_away(is_hidden_, thoroughly));
      if (!next) return others;
      is_hidden_[*next] = true;
      others.push_back(*next);
    }
  }

  // The smallest count that stands in a sum with one of these; where all of those are hidden, in a sum with one of
  // theirs, and so on.
  std::optional<std::size_t> smallest_beside(std::vector<bool> reached) const {
    std::optional<std::size_t> smallest;
    const auto consider = [&](std::size_t i) {
      if (is_hidden_[i] || !may_be_hidden_[i]) return;
      if (!smallest || numbering_.values[i] < numbering_.values[*smallest]) smallest = i;
    };
    for (bool grows = has_any(reached); grows && !smallest;) {
      std::vector<bool> next = reached;
      for (const NumberedSum& sum : numbering_.sums) {
        const auto touches = [&](std::size_t i) { return reached[i]; };
        if (!touches(sum.total) && std::none_of(sum.parts.begin(), sum.parts.end(), touches)) continue;
        next[sum.total] = true;
        consider(sum.total);
        for (const std::size_t part : sum.parts) {
          next[part] = true;
          consider(part);
        }
      }
      grows = next != reached;
      reached = std::move(next);
    }
    return smallest;
  }

  // The first hidden were a guess: what gives nothing away is told again.
  void tell_again(std::vector<std::size_t> others, bool thoroughly) {
    std::sort(others.begin(), others.end());
    std::stable_sort(others.begin(), others.end(),
                     [&](std::size_t a, std::size_t b) { return numbering_.values[a] > numbering_.values[b]; });
    for (const std::size_t i : others) {
      if (!is_hidden_[i]) continue;
      is_hidden_[i] = false;
      if (has_any(reader_.given_away(is_hidden_, thoroughly))) is_hidden_[i] = true;
    }
  }

  const Numbering& numbering_;
  const std::vector<bool>& may_be_told_;
  const std::vector<bool>& may_be_hidden_;
  Reader reader_;
  std::vector<bool> is_hidden_;
};

}  // namespace

void Counts::add(const std::string& name, std::uint64_t value, Of of) {
  const auto [place, is_new] = values_.emplace(name, value);
  assert(is_new || place->second == value);
  static_cast<void>(place);
  static_cast<void>(is_new);
  if (of == Of::kRows) rows_.insert(name);
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
  Numbering numbering;
  std::vector<bool> may_be_told, may_be_hidden;
  std::map<std::string, std::size_t> numbers;
  for (const auto& [name, value] : values_) {
    numbers.emplace(name, numbering.values.size());
    numbering.values.push_back(value);
    numbering.is_small.push_back(is_small(value) && !rows_.contains(name));
    may_be_told.push_back(!rests_.contains(name));
    may_be_hidden.push_back(may_be_told.back() && !rows_.contains(name));
  }
  for (const Sum& sum : sums_) {
    NumberedSum numbered{numbers.at(sum.total), {}};
    for (const std::string& part : sum.parts) numbered.parts.push_back(numbers.at(part));
    numbering.sums.push_back(std::move(numbered));
  }
  const std::vector<bool> is_hidden = Hider(numbering, may_be_told, may_be_hidden).hide();
  std::set<std::string> hidden;
  for (const auto& [name, number] : numbers) {
    if (is_hidden[number]) hidden.insert(name);
  }
  return hidden;
}

}  // namespace redress::write
