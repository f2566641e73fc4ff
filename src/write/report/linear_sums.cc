#include "write/report/linear_sums.h"

#include <algorithm>
#include <cmath>

namespace redress::write {
namespace {

constexpr double kNothing = 1e-7;  // counts are whole, and factors stay near 1

double factor_of(const Equation& equation, std::size_t count) {
  const auto at = std::lower_bound(equation.terms.begin(), equation.terms.end(), count,
                                   [](const auto& term, std::size_t wanted) { return term.first < wanted; });
  return at != equation.terms.end() && at->first == count ? at->second : 0;
}

// `from` less `times` the other.
void subtract(Equation& from, const Equation& other, double times) {
  Equation result;
  result.constant = from.constant - times * other.constant;
  auto one = from.terms.begin();
  auto two = other.terms.begin();
  while (one != from.terms.end() || two != other.terms.end()) {
    const bool takes_one = two == other.terms.end() || (one != from.terms.end() && one->first <= two->first);
    const bool takes_two = one == from.terms.end() || (two != other.terms.end() && two->first <= one->first);
    const std::size_t count = takes_one ? one->first : two->first;
    double factor = 0;
    if (takes_one) factor += (one++)->second;
    if (takes_two) factor -= times * (two++)->second;
    if (std::abs(factor) > kNothing) result.terms.emplace_back(count, factor);
  }
  from = std::move(result);
}

}  // namespace

std::vector<Equation> reduced(std::vector<Equation> equations, const std::vector<std::size_t>& rank) {
  std::vector<Equation> solved;
  std::vector<std::size_t> solved_for;
  for (Equation& equation : equations) {
    for (std::size_t i = 0; i < solved.size(); ++i) {
      if (const double factor = factor_of(equation, solved_for[i]); factor != 0) subtract(equation, solved[i], factor);
    }
    if (equation.terms.empty()) continue;
    const auto [count, leading] =
        *std::min_element(equation.terms.begin(), equation.terms.end(),
                          [&](const auto& a, const auto& b) { return rank[a.first] < rank[b.first]; });
    for (auto& term : equation.terms) term.second /= leading;
    equation.constant /= leading;
    for (Equation& earlier : solved) {
      if (const double factor = factor_of(earlier, count); factor != 0) subtract(earlier, equation, factor);
    }
    solved.push_back(std::move(equation));
    solved_for.push_back(count);
  }
  return solved;
}

}  // namespace redress::write
