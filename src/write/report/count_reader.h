// write/report/count_reader.h: what a reader of told counts and their sums can work out of those that are hidden.
// Not here: which are hidden for that (counts.h). Inside the room; pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace redress::write {

struct Equation;  // write/report/linear_sums.h

struct NumberedSum {
  std::size_t total = 0;
  std::vector<std::size_t> parts;
};

// Counts by number, and the sums that bind them.
struct Numbering {
  std::vector<std::uint64_t> values;
  std::vector<bool> is_small;  // and about people
  std::vector<NumberedSum> sums;
};

// Whoever reads the public edition, and reckons. Holds a reference, which must outlive it.
class CountReader {
 public:
  explicit CountReader(const Numbering& numbering);

  // The small counts that are known to be small, with those hidden whose flag is set; where that would take too many
  // rounds to say, those too that may be. `thoroughly`: also from what several sums say together.
  // Cost: of the plain one, the sums times the length of their longest chain; of the thorough one, that of `reduced`.
  std::vector<bool> given_away(const std::vector<bool>& is_hidden, bool thoroughly) const;

 private:
  struct Range;

  std::vector<bool> narrow_all(const std::vector<Equation>& equations, std::vector<Range>& ranges) const;
  std::vector<bool> with_neighbors(const std::vector<bool>& flags, const std::vector<Equation>& equations) const;
  std::vector<Equation> solved_sums(const std::vector<bool>& is_hidden) const;
  static bool narrow_by(const Equation& equation, std::vector<Range>& ranges);
  static bool narrow(const NumberedSum& sum, std::vector<Range>& ranges);

  const Numbering& numbering_;
  std::vector<std::vector<std::size_t>> ranks_;  // each a way to solve the sums, as reduced() takes them
};

}  // namespace redress::write
