#include "tally/decided_match.h"

#include <set>
#include <tuple>

namespace redress::tally {
namespace {

using model::DecidedRow;

// Person, count, and which of several alike.
using RowKey = std::tuple<std::string_view, std::string_view, std::size_t>;

std::map<RowKey, MatchedRows> matched(std::span<const DecidedRow> first, std::span<const DecidedRow> second) {
  std::map<RowKey, MatchedRows> all;
  const auto add = [&](std::span<const DecidedRow> rows, std::optional<std::size_t> MatchedRows::*side) {
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> alike;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::size_t place = alike[{rows[i].person, rows[i].count}]++;
      all[{rows[i].person, rows[i].count, place}].*side = i;
    }
  };
  add(first, &MatchedRows::first);
  add(second, &MatchedRows::second);
  return all;
}

// Counts convictions and people, where all of a person's convictions come one after the other.
class PersonShares {
 public:
  void begin_person() { seen_.clear(); }
  void count(Share& share) {
    share.convictions += 1;
    if (seen_.insert(&share).second) share.people += 1;
  }

 private:
  std::set<const Share*> seen_;  // those that count this person already
};

DecidedMatch::AnswerText answer_text(const DecidedRow& row) {
  return {row.determination, row.step};
}

}  // namespace

Fate fate_of(const DecidedRow* first, const DecidedRow* second) {
  if (second == nullptr) return Fate::kOnlyFirst;
  if (first == nullptr) return Fate::kOnlySecond;
  if (first->determination != second->determination) return Fate::kOtherDetermination;
  return first->step == second->step ? Fate::kSame : Fate::kSameByOtherStep;
}

DecidedMatch match_decided(std::span<const DecidedRow> first, std::span<const DecidedRow> second) {
  DecidedMatch match;
  PersonShares shares;
  std::string_view person;
  std::map<std::size_t, MatchedRows> not_same;     // by row of the first run
  std::map<std::size_t, MatchedRows> only_second;  // by row of the second
  for (const auto& [key, rows] : matched(first, second)) {
    if (std::get<0>(key) != person) shares.begin_person();
    person = std::get<0>(key);
    const DecidedRow* one = rows.first ? &first[*rows.first] : nullptr;
    const DecidedRow* other = rows.second ? &second[*rows.second] : nullptr;
    const Fate fate = fate_of(one, other);
    shares.count(match.by_fate[fate]);
    if (one != nullptr) shares.count(match.in_first);
    if (other != nullptr) shares.count(match.in_second);
    if (fate == Fate::kSame || fate == Fate::kSameByOtherStep) {
      shares.count(match.same);
    } else if (fate == Fate::kOnlySecond) {
      only_second[*rows.second] = rows;
    } else {
      not_same[*rows.first] = rows;
      if (other != nullptr) shares.count(match.other_answers[{answer_text(*one), answer_text(*other)}]);
    }
  }
  for (const auto& [row, rows] : not_same) match.not_same.push_back(rows);
  for (const auto& [row, rows] : only_second) match.not_same.push_back(rows);
  return match;
}

}  // namespace redress::tally
