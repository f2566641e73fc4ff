// tally/ledger.h: sums held against each other; the first that do not tie make the error.
// Not here: which sums (identities.cc and beside the tallies). Inside the room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "redress/error.h"
#include "tally/answer_tally.h"

namespace redress::tally {

template <class Counts>
std::uint64_t sum_of_map(const Counts& counts) {
  std::uint64_t sum = 0;
  for (const auto& [key, count] : counts) sum += count;
  return sum;
}

template <class Counts>
std::uint64_t sum_of_array(const Counts& counts) {
  std::uint64_t sum = 0;
  for (const std::uint64_t count : counts) sum += count;
  return sum;
}

// Collects the first sum that does not tie.
class Ledger {
 public:
  void equal(std::uint64_t a, std::string_view a_name, std::uint64_t b, std::string_view b_name) {
    if (a != b) note(a, a_name, "is not", b, b_name);
  }
  void at_most(std::uint64_t a, std::string_view a_name, std::uint64_t b, std::string_view b_name) {
    if (a > b) note(a, a_name, "is more than", b, b_name);
  }

  Status status() const {
    if (fault_.empty()) return Done{};
    Error error;
    error.kind = ErrorKind::kInternal;
    error.code = "tally.identity";
    error.cause = "the figures do not add up: " + fault_;
    error.next_step = "Nothing was written. Please report this as a fault of the program.";
    return error;
  }

 private:
  void note(std::uint64_t a, std::string_view a_name, std::string_view relation, std::uint64_t b,
            std::string_view b_name) {
    if (!fault_.empty()) return;
    fault_.append(a_name).append(" (").append(std::to_string(a)).append(") ").append(relation).append(" ");
    fault_.append(b_name).append(" (").append(std::to_string(b)).append(")");
  }

  std::string fault_;
};

// The sums of one policy's answers.
void check_answers(const AnswerTally& tally, Ledger& ledger);

}  // namespace redress::tally
