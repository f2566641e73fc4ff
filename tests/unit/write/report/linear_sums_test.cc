#include "write/report/linear_sums.h"

#include <doctest/doctest.h>

#include <vector>

using namespace redress::write;

namespace {

// a + b = 13; a is c and something, b is c and something: counts 0, 1, 2 and the two somethings 3 and 4.
std::vector<Equation> each_at_least_c() {
  return {{{{0, 1}, {1, 1}}, 13}, {{{0, 1}, {2, -1}, {3, -1}}, 0}, {{{1, 1}, {2, -1}, {4, -1}}, 0}};
}

bool has_term(const Equation& equation, std::size_t count, double factor) {
  for (const auto& [number, times] : equation.terms) {
    if (number == count) return times == doctest::Approx(factor);
  }
  return false;
}

}  // namespace

TEST_CASE("sums are solved for the counts of the least rank, each of which stands in one of them alone") {
  const std::vector<Equation> solved = reduced(each_at_least_c(), {0, 1, 4, 2, 3});
  REQUIRE(solved.size() == 3);
  // Solved for a, b and the first something: what is left says 2 c + something + something = 13.
  std::size_t saying = 0;
  for (const Equation& equation : solved) {
    if (has_term(equation, 2, 2) && has_term(equation, 3, 1) && has_term(equation, 4, 1) && equation.terms.size() == 3) {
      ++saying;
      CHECK(equation.constant == doctest::Approx(13));
    }
  }
  CHECK(saying == 1);
  for (const std::size_t count : {0U, 1U}) {
    std::size_t found = 0;
    for (const Equation& equation : solved) found += has_term(equation, count, 1) ? 1U : 0U;
    CHECK(found == 1);
  }
}

TEST_CASE("a sum that follows from the others is gone") {
  std::vector<Equation> equations = each_at_least_c();
  equations.push_back({{{2, 2}, {3, 1}, {4, 1}}, 13});
  CHECK(reduced(equations, {0, 1, 2, 3, 4}).size() == 3);
}
