// write/report/count_reader.h: what a reader of told counts works out of those that are hidden, one sum at a time.
// Not here: what all sums say together (count_limits.h), which are hidden for that (counts.h). Inside the room; pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace redress::write {

struct NumberedSum {
  std::size_t total = 0;
  std::vector<std::size_t> parts;
};

// Counts by number, and the sums that bind them.
struct Numbering {
  std::vector<std::uint64_t> values;
  std::vector<bool> is_small;     // and about people
  std::vector<bool> may_be_none;  // for all that a reader knows: where there is none, or only how far two counts differ
  std::vector<NumberedSum> sums;
};

// Whoever reads the public edition, and reckons. Holds a reference, which must outlive it.
class CountReader {
 public:
  explicit CountReader(const Numbering& numbering) : numbering_(numbering) {}

  // The small counts that are known to be small; where that would take too many rounds to say, those too that may be.
  // Cost: the sums times the length of their longest chain.
  std::vector<bool> given_away(const std::vector<bool>& is_hidden) const;

 private:
  struct Range;

  std::vector<bool> narrow_all(std::vector<Range>& ranges) const;
  std::vector<bool> with_neighbors(const std::vector<bool>& flags) const;
  static bool narrow(const NumberedSum& sum, std::vector<Range>& ranges);

  const Numbering& numbering_;
};

}  // namespace redress::write
