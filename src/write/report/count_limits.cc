#include "write/report/count_limits.h"

#include <Clp_C_Interface.h>
#include <dlfcn.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "write/report/count_reader.h"
#include "write/report/counts.h"

namespace redress::write {
namespace {

// Loaded when a public edition is made, and for nothing else: with what it needs itself, Clp takes a third of the time
// in which the program starts.
struct Solver {
  Solver() : library(::dlopen("libClp.so.1", RTLD_NOW | RTLD_LOCAL)) {
    if (library == nullptr) return;
    find("Clp_newModel", new_model);
    find("Clp_deleteModel", delete_model);
    find("Clp_loadProblem", load_problem);
    find("Clp_setLogLevel", set_log_level);
    find("Clp_setOptimizationDirection", set_direction);
    find("Clp_columnLower", column_lower);
    find("Clp_columnUpper", column_upper);
    find("Clp_objective", objective);
    find("Clp_primal", primal);
    find("Clp_status", status);
    find("Clp_primalColumnSolution", solution);
  }

  template <class Function>
  void find(const char* name, Function*& function) {
    function = reinterpret_cast<Function*>(::dlsym(library, name));
    is_whole = is_whole && function != nullptr;
  }

  void* library;  // never closed: it keeps nothing of ours
  bool is_whole = library != nullptr;
  decltype(::Clp_newModel)* new_model = nullptr;
  decltype(::Clp_deleteModel)* delete_model = nullptr;
  decltype(::Clp_loadProblem)* load_problem = nullptr;
  decltype(::Clp_setLogLevel)* set_log_level = nullptr;
  decltype(::Clp_setOptimizationDirection)* set_direction = nullptr;
  decltype(::Clp_columnLower)* column_lower = nullptr;
  decltype(::Clp_columnUpper)* column_upper = nullptr;
  decltype(::Clp_objective)* objective = nullptr;
  decltype(::Clp_primal)* primal = nullptr;
  decltype(::Clp_status)* status = nullptr;
  decltype(::Clp_primalColumnSolution)* solution = nullptr;
};

const Solver& solver() {
  static const Solver loaded;
  return loaded;
}

constexpr double kRounding = 1e-6;

bool is_not_small(double value) {
  return value >= static_cast<double>(kSmallestTold) - kRounding;
}

// More than any reader could take a count for.
double limit_of(const std::vector<std::uint64_t>& values) {
  constexpr double kTimes = 4, kBeyond = 1000;
  return values.empty() ? kBeyond
                        : kTimes * static_cast<double>(*std::max_element(values.begin(), values.end())) + kBeyond;
}

}  // namespace

// A column for each count, a row for each sum: the total less its parts is nothing.
struct CountLimits::Model {
  explicit Model(const Numbering& numbering) : simplex(solver().new_model()) {
    const auto counts = numbering.values.size();
    std::vector<std::map<int, double>> of_count(counts);  // by row
    for (std::size_t row = 0; row < numbering.sums.size(); ++row) {
      const NumberedSum& sum = numbering.sums[row];
      of_count[sum.total][static_cast<int>(row)] += 1;
      for (const std::size_t part : sum.parts) of_count[part][static_cast<int>(row)] -= 1;
    }
    std::vector<CoinBigIndex> starts;
    std::vector<int> rows;
    std::vector<double> factors;
    for (const std::map<int, double>& factor_by_row : of_count) {
      starts.push_back(static_cast<CoinBigIndex>(rows.size()));
      for (const auto& [row, factor] : factor_by_row) {
        rows.push_back(row);
        factors.push_back(factor);
      }
    }
    starts.push_back(static_cast<CoinBigIndex>(rows.size()));
    const std::vector<double> none(std::max(counts, numbering.sums.size()));
    solver().set_log_level(simplex, 0);
    solver().load_problem(simplex, static_cast<int>(counts), static_cast<int>(numbering.sums.size()), starts.data(),
                          rows.data(), factors.data(), none.data(), none.data(), none.data(), none.data(), none.data());
    constexpr double kMaximize = -1;
    solver().set_direction(simplex, kMaximize);
  }
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;
  ~Model() { solver().delete_model(simplex); }

  Clp_Simplex* const simplex;
};

CountLimits::CountLimits(const Numbering& numbering)
    : numbering_(numbering), model_(std::make_unique<Model>(numbering)), shown_large_(numbering.values.size()) {}

CountLimits::~CountLimits() = default;

bool CountLimits::is_available() {
  return solver().is_whole;
}

std::optional<std::size_t> CountLimits::one_given_away(const std::vector<bool>& is_hidden,
                                                       const std::vector<bool>& left_out) {
  const double limit = limit_of(numbering_.values);
  double* const least = solver().column_lower(model_->simplex);
  double* const most = solver().column_upper(model_->simplex);
  for (std::size_t i = 0; i < numbering_.values.size(); ++i) {
    const auto value = static_cast<double>(numbering_.values[i]);
    least[i] = !is_hidden[i] ? value : numbering_.may_be_none[i] ? 0 : 1;
    most[i] = is_hidden[i] ? limit : value;
  }
  for (std::size_t i = 0; i < numbering_.values.size(); ++i) {
    if (!numbering_.is_small[i] || left_out[i] || is_shown_large(i, is_hidden)) continue;
    if (!may_be_large(i)) return i;
  }
  return std::nullopt;
}

// The numbers found earlier still stand where they give every count that is told now.
bool CountLimits::is_shown_large(std::size_t count, const std::vector<bool>& is_hidden) const {
  if (shown_large_[count] == nullptr) return false;
  const std::vector<double>& numbers = *shown_large_[count];
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (!is_hidden[i] && std::abs(numbers[i] - static_cast<double>(numbering_.values[i])) > kRounding) return false;
  }
  return true;
}

bool CountLimits::may_be_large(std::size_t count) {
  double* const objective = solver().objective(model_->simplex);
  objective[count] = 1;
  solver().primal(model_->simplex, 0);
  objective[count] = 0;
  constexpr int kSolved = 0;
  const double* const solution = solver().solution(model_->simplex);
  if (solver().status(model_->simplex) != kSolved || !is_not_small(solution[count])) return false;
  const auto numbers = std::make_shared<const std::vector<double>>(solution, solution + numbering_.values.size());
  for (std::size_t i = 0; i < numbers->size(); ++i) {
    if (numbering_.is_small[i] && is_not_small((*numbers)[i])) shown_large_[i] = numbers;
  }
  return true;
}

}  // namespace redress::write
