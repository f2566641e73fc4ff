// write/report/counts.h: the counts of a report and the sums that bind them; which may not be told in public.
// Not here: the report (report_document.h). Pure; one thread at a time.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace redress::write {

// Fewer than this many people or convictions, but some, may point to a person. Source: design, "small cells under 11".
inline constexpr std::uint64_t kSmallestTold = 11;

class Counts {
 public:
  // People or their convictions; lines of a file, which point to nobody.
  enum class Of : std::uint8_t { kPeople, kRows };

  // A count under a name of its own; twice the same name is the same count. REQUIRES: then also the same value.
  void add(const std::string& name, std::uint64_t value, Of of = Of::kPeople);

  // Whoever knows all but one of these knows that one: `total` is the sum of `parts`. REQUIRES: all were added, and the
  // sum holds.
  void add_sum(const std::string& total, std::vector<std::string> parts);

  // A total less a part is a count too, though nobody prints it: it is added under a name made of the two.
  // REQUIRES: both were added, part <= total.
  void add_rest(const std::string& total, const std::string& part);

  // A sum that nobody prints, and which is about nobody by itself: for what is known to be at most that.
  // REQUIRES: the parts were added.
  void add_unprinted(const std::string& total, std::vector<std::string> parts);

  // Whoever reads the report knows that one count is at most another; how far it is from it is no count, and may be
  // told. REQUIRES: both were added, part <= total.
  void add_at_most(const std::string& part, const std::string& total);

  bool has(const std::string& name) const { return values_.contains(name); }
  std::uint64_t value(const std::string& name) const { return values_.at(name); }

  // The names of the counts that a public edition hides: those that are small, and as many others as it takes that no
  // small one can be worked out, or told to be small, from what is left and the sums, also from all of them together
  // (count_limits.h). Where several would do, the smallest goes, then the first by name; what need not be hidden is
  // told again, the largest first. Counts of rows are never hidden. Cost: about the square of the counts, and some
  // hundreds of linear programs. REQUIRES: CountLimits::is_available().
  std::set<std::string> hidden_in_public() const;

 private:
  struct Sum {
    std::string total;
    std::vector<std::string> parts;
  };

  std::map<std::string, std::uint64_t> values_;
  std::vector<Sum> sums_;
  std::set<std::string> rests_;  // never printed
  std::set<std::string> gaps_;   // never printed, and about nobody by themselves
  std::set<std::string> rows_;   // always told
};

}  // namespace redress::write
