// write/report/linear_sums.h: sums as equations, and what several of them say together.
// Not here: which counts are hidden (counts.h). Inside the room; pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace redress::write {

// The sum of factor times count is `constant`.
struct Equation {
  std::vector<std::pair<std::size_t, double>> terms;  // by number of the count, ascending; factors are not 0
  double constant = 0;
};

// Solved for one count each, which stands in no other; what follows from the others is gone. Two sums that share what
// they hide give a third of what they do not share. Each is solved for the count of the least rank that it has: other
// ranks give other equations, which say the same together, and more or less each by itself.
// REQUIRES: a rank for each count, all different. Cost: about the square of the equations times their length.
std::vector<Equation> reduced(std::vector<Equation> equations, const std::vector<std::size_t>& rank);

}  // namespace redress::write
