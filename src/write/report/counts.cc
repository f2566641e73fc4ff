#include "write/report/counts.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <optional>
#include <utility>

#include "write/report/count_limits.h"
#include "write/report/count_reader.h"

namespace redress::write {
namespace {

bool is_small(std::uint64_t value) {
  return value > 0 && value < kSmallestTold;
}

bool has_any(const std::vector<bool>& flags) {
  return std::find(flags.begin(), flags.end(), true) != flags.end();
}

class Hider {
 public:
  Hider(const Numbering& numbering, const std::vector<bool>& may_be_told, const std::vector<bool>& may_be_hidden)
      : numbering_(numbering),
        may_be_told_(may_be_told),
        may_be_hidden_(may_be_hidden),
        reader_(numbering),
        limits_(numbering),
        is_lost_(numbering.values.size()) {}

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
  // Small counts that are given away; `thoroughly`: also by what several sums say together, one of them at a time.
  std::vector<bool> given_away(bool thoroughly) {
    std::vector<bool> given = reader_.given_away(is_hidden_);
    for (std::size_t i = 0; i < given.size(); ++i) given[i] = given[i] && !is_lost_[i];
    if (!thoroughly || has_any(given)) return given;
    if (const auto one = limits_.one_given_away(is_hidden_, is_lost_)) given[*one] = true;
    return given;
  }

  // Those that it hid.
  std::vector<std::size_t> hide_more(bool thoroughly) {
    std::vector<std::size_t> others;
    for (;;) {
      const std::vector<bool> given = given_away(thoroughly);
      if (!has_any(given)) return others;
      if (const std::optional<std::size_t> next = smallest_beside(given)) {
        is_hidden_[*next] = true;
        others.push_back(*next);
        continue;
      }
      // What gives these away is always told: the lines of a file that are the only ones of their kind.
      for (std::size_t i = 0; i < given.size(); ++i) is_lost_[i] = is_lost_[i] || given[i];
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
      if (has_any(given_away(thoroughly))) is_hidden_[i] = true;
    }
  }

  const Numbering& numbering_;
  const std::vector<bool>& may_be_told_;
  const std::vector<bool>& may_be_hidden_;
  CountReader reader_;
  CountLimits limits_;
  std::vector<bool> is_lost_;  // given away whatever is hidden
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

void Counts::add_unprinted(const std::string& total, std::vector<std::string> parts) {
  std::uint64_t sum = 0;
  for (const std::string& part : parts) sum += value(part);
  if (!gaps_.insert(total).second) return;
  values_.emplace(total, sum);
  sums_.push_back({total, std::move(parts)});
}

void Counts::add_at_most(const std::string& part, const std::string& total) {
  if (total == part) return;
  std::string gap = total + " beyond " + part;
  if (!gaps_.insert(gap).second) return;
  values_.emplace(gap, value(total) - value(part));
  sums_.push_back({total, {part, std::move(gap)}});
}

std::set<std::string> Counts::hidden_in_public() const {
  Numbering numbering;
  std::vector<bool> may_be_told, may_be_hidden;
  std::map<std::string, std::size_t> numbers;
  for (const auto& [name, value] : values_) {
    numbers.emplace(name, numbering.values.size());
    numbering.values.push_back(value);
    numbering.is_small.push_back(is_small(value) && !rows_.contains(name) && !gaps_.contains(name));
    numbering.may_be_none.push_back(value == 0 || gaps_.contains(name));
    may_be_told.push_back(!rests_.contains(name) && !gaps_.contains(name));
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
