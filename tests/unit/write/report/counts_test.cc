#include "write/report/counts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace redress::write;

namespace {

TEST_CASE("two sums that share what they hide do not give away what they do not share") {
  // In scope = dismissed + none + looked at by hand + in doubt; in review = by hand + in doubt.
  Counts counts;
  for (const auto& [name, value] : {std::pair{"in scope", 85U}, {"dismissed", 30U}, {"none", 9U}, {"by hand", 6U},
                                    {"in doubt", 40U}, {"in review", 46U}})
    counts.add(name, value);
  counts.add_sum("in scope", {"dismissed", "none", "by hand", "in doubt"});
  counts.add_sum("in review", {"by hand", "in doubt"});
  const std::set<std::string> hidden = counts.hidden_in_public();
  CHECK(hidden.contains("none"));
  const bool can_be_worked_out =
      !hidden.contains("in scope") && !hidden.contains("dismissed") && !hidden.contains("in review");
  CHECK(!can_be_worked_out);
}

using Names = std::set<std::string>;

}  // namespace

TEST_CASE("a count of 1 to 10 is hidden; none and 11 are told") {
  Counts counts;
  counts.add("none", 0);
  counts.add("one", 1);
  counts.add("ten", 10);
  counts.add("eleven", 11);
  CHECK(counts.hidden_in_public() == Names{"one", "ten"});
}

TEST_CASE("the other part of a sum is hidden with a small one, and where several would do, the smallest") {
  Counts counts;
  counts.add("all", 100);
  counts.add("few", 4);
  counts.add("some", 30);
  counts.add("most", 66);
  counts.add_sum("all", {"few", "some", "most"});
  CHECK(counts.hidden_in_public() == Names{"few", "some"});
}

TEST_CASE("two small parts whose sum is small are not hidden by each other alone") {
  Counts counts;
  counts.add("all", 104);
  counts.add("three", 3);
  counts.add("one", 1);
  counts.add("hundred", 100);
  counts.add_sum("all", {"three", "one", "hundred"});
  const Names hidden = counts.hidden_in_public();
  CHECK(hidden.contains("hundred") != hidden.contains("all"));
}

TEST_CASE("what is left of a total is a count too, though nobody prints it") {
  Counts counts;
  counts.add("people", 40);
  counts.add("with relief", 35);
  counts.add_rest("people", "with relief");
  const Names hidden = counts.hidden_in_public();
  CHECK(hidden.contains("people") != hidden.contains("with relief"));
}

TEST_CASE("a total that nobody needs hidden is told") {
  Counts counts;
  counts.add("all", 500);
  counts.add("a", 3);
  counts.add("b", 20);
  counts.add("c", 477);
  counts.add_sum("all", {"a", "b", "c"});
  CHECK_FALSE(counts.hidden_in_public().contains("all"));
  CHECK_FALSE(counts.hidden_in_public().contains("c"));
}

TEST_CASE("rows of a file point to nobody and are always told") {
  Counts counts;
  counts.add("rows", 50, Counts::Of::kRows);
  counts.add("rejected", 3, Counts::Of::kRows);
  counts.add("rows out", 47, Counts::Of::kRows);
  counts.add_sum("rows", {"rejected", "rows out"});
  CHECK(counts.hidden_in_public() == Names{});
}

TEST_CASE("a small count that two tables share stays hidden in both") {
  Counts counts;
  for (const char* group : {"a", "b"}) {
    counts.add(std::string("all of ") + group, 200);
    counts.add("shared", 5);
    counts.add(std::string("rest of ") + group, 195);
    counts.add_sum(std::string("all of ") + group, {"shared", std::string("rest of ") + group});
  }
  const Names hidden = counts.hidden_in_public();
  for (const char* group : {"a", "b"})
    CHECK((hidden.contains(std::string("all of ") + group) || hidden.contains(std::string("rest of ") + group)));
}

namespace {

// A table of small and large numbers with its sums, drawn by chance from a seed.
struct DrawnTable {
  static constexpr std::size_t kRows = 4, kColumns = 3;
  std::uint64_t cells[kRows][kColumns] = {};
  Counts counts;

  explicit DrawnTable(unsigned seed) {
    std::minstd_rand dice(seed);
    std::uint64_t all = 0;
    std::vector<std::uint64_t> by_column(kColumns);
    std::vector<std::string> columns(kColumns), rows;
    std::vector<std::vector<std::string>> parts(kColumns);
    for (std::size_t r = 0; r < kRows; ++r) {
      std::uint64_t row = 0;
      std::vector<std::string> names;
      for (std::size_t c = 0; c < kColumns; ++c) {
        cells[r][c] = dice() % 3 == 0 ? dice() % 12 : dice() % 200;
        row += cells[r][c];
        by_column[c] += cells[r][c];
        names.push_back(name(r, c));
        parts[c].push_back(name(r, c));
        counts.add(name(r, c), cells[r][c]);
      }
      rows.push_back("row " + std::to_string(r));
      counts.add(rows.back(), row);
      counts.add_sum(rows.back(), names);
      all += row;
    }
    counts.add("all", all);
    counts.add_sum("all", rows);
    for (std::size_t c = 0; c < kColumns; ++c) {
      columns[c] = "column " + std::to_string(c);
      counts.add(columns[c], by_column[c]);
      counts.add_sum(columns[c], parts[c]);
    }
    counts.add_sum("all", columns);
  }

  static std::string name(std::size_t r, std::size_t c) { return std::to_string(r) + "/" + std::to_string(c); }
};

}  // namespace

TEST_CASE("in a table with its sums, no small cell is the only hidden one of its row or its column") {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    const DrawnTable table(seed);
    const Names hidden = table.counts.hidden_in_public();
    for (std::size_t r = 0; r < DrawnTable::kRows; ++r) {
      for (std::size_t c = 0; c < DrawnTable::kColumns; ++c) {
        const bool is_small = table.cells[r][c] > 0 && table.cells[r][c] < kSmallestTold;
        if (!is_small) continue;
        CAPTURE(seed);
        REQUIRE(hidden.contains(DrawnTable::name(r, c)));
        std::size_t in_row = hidden.contains("row " + std::to_string(r)) ? 1 : 0;
        std::size_t in_column = hidden.contains("column " + std::to_string(c)) ? 1 : 0;
        for (std::size_t i = 0; i < DrawnTable::kColumns; ++i) in_row += hidden.count(DrawnTable::name(r, i));
        for (std::size_t i = 0; i < DrawnTable::kRows; ++i) in_column += hidden.count(DrawnTable::name(i, c));
        CHECK(in_row >= 2);
        CHECK(in_column >= 2);
      }
    }
  }
}

TEST_CASE("counts without a limit do not lower each other for ever") {
  // 318 less 315 is small: "people" goes, or "with a conviction" and one of its parts, which would give it back.
  Counts counts;
  for (const auto& [name, value] : {std::pair{"people", 318U}, {"with a conviction", 315U}, {"dismissed", 107U},
                                    {"not dismissed", 208U}})
    counts.add(name, value);
  counts.add_sum("with a conviction", {"dismissed", "not dismissed"});
  counts.add_rest("people", "not dismissed");
  counts.add_rest("people", "with a conviction");
  const Names hidden = counts.hidden_in_public();
  const auto is_told = [&](const char* name) { return !hidden.contains(name); };
  const bool knows_315 = is_told("with a conviction") || (is_told("dismissed") && is_told("not dismissed"));
  CHECK_FALSE((is_told("people") && knows_315));
}

TEST_CASE("sums that would lower each other by one for many rounds come to an end, and what is small stays hidden") {
  const std::vector<std::uint64_t> values = {3, 7634043, 7, 935478, 4, 11, 935499, 935506, 1871030, 9505059, 7634046};
  const std::vector<std::pair<std::size_t, std::vector<std::size_t>>> sums = {
      {5, {2, 4}}, {6, {0, 2, 3, 5}}, {7, {2, 6}}, {8, {0, 2, 4, 5, 6, 7}}, {9, {1, 5, 6, 7}}, {10, {0, 1}}};
  const auto name = [](std::size_t i) { return "count " + std::to_string(i); };
  Counts counts;
  for (std::size_t i = 0; i < values.size(); ++i) counts.add(name(i), values[i]);
  for (const auto& [total, parts] : sums) {
    std::vector<std::string> names;
    std::uint64_t sum = 0;
    for (const std::size_t part : parts) {
      names.push_back(name(part));
      sum += values[part];
    }
    REQUIRE(sum == values[total]);
    counts.add_sum(name(total), names);
  }
  const Names hidden = counts.hidden_in_public();
  for (const std::size_t small : {0U, 2U, 4U}) CHECK(hidden.contains(name(small)));
}

namespace {

// Three counts, sums of some of them and of their sums, and what is left of one less another, drawn by chance from a
// seed; each as what it is made of.
struct DrawnSums {
  struct Drawn {
    std::string name;
    std::array<int, 3> of_each{};  // how often each of the three is in it
    std::uint64_t value = 0;
  };
  std::vector<Drawn> all;
  Counts counts;

  explicit DrawnSums(unsigned seed) {
    std::minstd_rand dice(seed);
    for (std::size_t i = 0; i < 3; ++i) {
      std::array<int, 3> of_each{};
      of_each[i] = 1;
      add("count " + std::to_string(i), of_each, dice() % 2 == 0 ? 1 + dice() % 10 : 11 + dice() % 25);
    }
    for (auto sums = 1 + dice() % 3; sums > 0; --sums) {
      Drawn sum{"sum " + std::to_string(sums), {}, 0};
      std::vector<std::string> parts;
      for (const Drawn& part : all) {
        if (dice() % 2 == 0) continue;
        parts.push_back(part.name);
        sum.value += part.value;
        for (std::size_t i = 0; i < 3; ++i) sum.of_each[i] += part.of_each[i];
      }
      if (parts.size() < 2) continue;
      add(sum.name, sum.of_each, sum.value);
      counts.add_sum(sum.name, parts);
    }
    for (auto rests = dice() % 3; rests > 0; --rests) {
      const Drawn total = all[dice() % all.size()], part = all[dice() % all.size()];
      if (part.name == total.name || part.value > total.value) continue;
      counts.add_rest(total.name, part.name);
      Drawn rest{total.name + " less " + part.name, total.of_each, total.value - part.value};
      for (std::size_t i = 0; i < 3; ++i) rest.of_each[i] -= part.of_each[i];
      all.push_back(rest);
    }
  }

  void add(const std::string& name, const std::array<int, 3>& of_each, std::uint64_t value) {
    counts.add(name, value);
    all.push_back({name, of_each, value});
  }

  // In some world of three counts that gives the same told counts, each of the small ones is none or 11 and more.
  bool keeps_the_small() const {
    const Names hidden = counts.hidden_in_public();
    std::vector<bool> may_be_large(all.size());
    for (int a = 0; a <= kMost; ++a) {
      for (int b = 0; b <= kMost; ++b) {
        for (int c = 0; c <= kMost; ++c) look_at({a, b, c}, hidden, may_be_large);
      }
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].value > 0 && all[i].value < kSmallestTold && !may_be_large[i]) return false;
    }
    return true;
  }

 private:
  static constexpr int kMost = 60;

  void look_at(const std::array<int, 3>& world, const Names& hidden, std::vector<bool>& may_be_large) const {
    std::vector<std::size_t> large;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto& [name, of_each, value] = all[i];
      const int there = of_each[0] * world[0] + of_each[1] * world[1] + of_each[2] * world[2];
      const bool is_hidden = hidden.contains(name);
      if (there < 0 || (!is_hidden && there != static_cast<int>(value))) return;
      if (there >= static_cast<int>(kSmallestTold)) large.push_back(i);
    }
    for (const std::size_t i : large) may_be_large[i] = true;
  }
};

}  // namespace

TEST_CASE("what several tables say together about what is left of them gives no small count away") {
  // Convictions by determination and decade. Three determinations are 23 together, 13 of them in the decade of which
  // none is told for the other: the other two of it are 10 together.
  Counts counts;
  const std::pair<const char*, std::array<std::uint64_t, 2>> outcomes[] = {{"dismissed", {26, 14}},
                                                                           {"redesignated", {38, 11}},
                                                                           {"not eligible", {0, 5}},
                                                                           {"by hand", {4, 3}},
                                                                           {"review", {6, 5}}};
  std::vector<std::string> totals;
  std::array<std::vector<std::string>, 2> of_decade;
  std::array<std::uint64_t, 2> in_decade{};
  for (const auto& [outcome, cells] : outcomes) {
    std::vector<std::string> parts;
    for (std::size_t decade = 0; decade < 2; ++decade) {
      parts.push_back(std::string(outcome) + " of decade " + std::to_string(decade));
      counts.add(parts.back(), cells[decade]);
      of_decade[decade].push_back(parts.back());
      in_decade[decade] += cells[decade];
    }
    totals.emplace_back(outcome);
    counts.add(outcome, cells[0] + cells[1]);
    counts.add_sum(outcome, parts);
  }
  for (std::size_t decade = 0; decade < 2; ++decade) {
    const std::string name = "decade " + std::to_string(decade);
    counts.add(name, in_decade[decade]);
    counts.add_sum(name, of_decade[decade]);
  }
  counts.add("in scope", 112);
  counts.add_sum("in scope", totals);
  counts.add_sum("in scope", {"decade 0", "decade 1"});
  const Names hidden = counts.hidden_in_public();
  const auto is_any_hidden = [&](const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return hidden.contains(name); });
  };
  CHECK(is_any_hidden({"in scope", "dismissed", "redesignated", "decade 1", "dismissed of decade 1",
                       "redesignated of decade 1", "not eligible of decade 0"}));
  CHECK(is_any_hidden({"decade 0", "dismissed of decade 0", "redesignated of decade 0", "not eligible of decade 0"}));
}

TEST_CASE("one small count that is always given away keeps no other from being hidden") {
  Counts counts;
  counts.add("lines", 1, Counts::Of::kRows);
  counts.add("wrong lines", 1);
  counts.add_sum("lines", {"wrong lines"});
  for (const auto& [name, value] : {std::pair{"in scope", 85U},
                                    {"dismissed", 30U},
                                    {"none", 9U},
                                    {"by hand", 6U},
                                    {"in doubt", 40U},
                                    {"in review", 46U}})
    counts.add(name, value);
  counts.add_sum("in scope", {"dismissed", "none", "by hand", "in doubt"});
  counts.add_sum("in review", {"by hand", "in doubt"});
  const Names hidden = counts.hidden_in_public();
  CHECK((hidden.contains("in scope") || hidden.contains("dismissed") || hidden.contains("in review")));
}

TEST_CASE("what is known to be at most another count tells no small one") {
  for (const bool is_bound : {false, true}) {
    Counts counts;
    for (const auto& [name, value] : {std::pair{"all", 20U}, {"few", 6U}, {"most", 14U}, {"some of most", 12U}})
      counts.add(name, value);
    counts.add_sum("all", {"few", "most"});
    if (is_bound) counts.add_at_most("some of most", "most");
    const Names hidden = counts.hidden_in_public();
    CHECK(hidden.contains("few"));
    CHECK((hidden.contains("some of most") || hidden.contains("all")) == is_bound);
  }
}

TEST_CASE("a sum that nobody prints bounds what is known to be at most that") {
  Counts counts;
  for (const auto& [name, value] : {std::pair{"people", 30U},
                                    {"women", 7U},
                                    {"men", 23U},
                                    {"men's dismissed", 15U},
                                    {"men's others", 11U},
                                    {"convictions", 40U},
                                    {"of women", 14U}})
    counts.add(name, value);
  counts.add_sum("people", {"women", "men"});
  counts.add_sum("convictions", {"men's dismissed", "men's others", "of women"});
  counts.add_unprinted("men's", {"men's dismissed", "men's others"});
  counts.add_at_most("men", "men's");
  CHECK(counts.value("men's") == 26);
  const Names hidden = counts.hidden_in_public();
  CHECK(hidden.contains("women"));
  CHECK((hidden.contains("people") || hidden.contains("men")));
}

TEST_CASE("nobody who tries all numbers that fit what is told can say that a small count is small") {
  std::vector<unsigned> seeds = {110, 114, 360, 443, 556};  // whose sums have to be solved in another order
  for (unsigned seed = 1; seed <= 25; ++seed) seeds.push_back(seed);
  for (const unsigned seed : seeds) {
    CAPTURE(seed);
    CHECK(DrawnSums(seed).keeps_the_small());
  }
}
