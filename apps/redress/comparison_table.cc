#include "comparison_table.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <vector>

#include "terminal.h"

namespace redress::app {
namespace {

constexpr std::size_t kMostPairs = 30;
constexpr const char* kConvictions = "Convictions";
constexpr int kConvictionsWidth = 11;  // of the word
constexpr int kPeopleWidth = 9;

// "A" of the first side, "B" of the second.
std::string letter(std::size_t side) {
  return side < 26 ? std::string(1, static_cast<char>('A' + side)) : std::to_string(side + 1);
}

// Characters of a UTF-8 text.
std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width - std::min(width, width_of(text)), ' ');
}

void print_counts(const Affected& affected) {
  std::printf("%*s%*s  ", kConvictionsWidth, grouped(affected.convictions).c_str(), kPeopleWidth,
              grouped(affected.people).c_str());
}

void print_counts_head(const char* counted) {
  std::printf("\n%*s%*s  ", kConvictionsWidth, counted, kPeopleWidth, "People");
}

// The pairs that differ: the determinations side by side, the deciding steps beneath them.
void print_pairs(const char* counted, const std::vector<AnswerPair>& pairs, const std::string& first,
                 const std::string& second, const std::string& pairs_file) {
  const auto differing = std::count_if(pairs.begin(), pairs.end(), [](const AnswerPair& pair) { return pair.differs; });
  if (differing == 0) return;
  const std::size_t shown = std::min(kMostPairs, static_cast<std::size_t>(differing));
  constexpr std::size_t kStepIndent = 2;
  std::size_t width = first.size();
  for (std::size_t i = 0; i < shown; ++i) {
    width = std::max({width, width_of(pairs[i].first.determination), width_of(pairs[i].first.step) + kStepIndent});
  }
  print_counts_head(counted);
  std::printf("%s  %s\n", padded(first, width).c_str(), second.c_str());
  for (std::size_t i = 0; i < shown; ++i) {
    const AnswerPair& pair = pairs[i];
    print_counts(pair.affected);
    std::printf("%s  %s\n", padded(pair.first.determination, width).c_str(), pair.second.determination.c_str());
    if (pair.first.step.empty() && pair.second.step.empty()) continue;
    const std::string step = pair.first.step.empty() ? std::string() : "  " + pair.first.step;
    if (pair.second.step.empty()) {
      std::printf("%*s%s\n", kConvictionsWidth + kPeopleWidth + 2, "", step.c_str());
    } else {
      std::printf("%*s%s    %s\n", kConvictionsWidth + kPeopleWidth + 2, "", padded(step, width).c_str(),
                  pair.second.step.c_str());
    }
  }
  const std::size_t more = static_cast<std::size_t>(differing) - shown;
  if (more == 0) return;
  std::printf("%*s  more %s %s\n", kConvictionsWidth, grouped(more).c_str(), more == 1 ? "line" : "lines",
              pairs_file.empty() ? "in the table that --out writes" : ("in " + pairs_file).c_str());
}

}  // namespace

void print_comparison(const CompareReport& report, const std::string& pairs_file) {
  std::printf("County %s, as of %s: %s and %s in the files\n\n", report.county.c_str(), to_iso(report.as_of).c_str(),
              people_words(report.people).c_str(), counted(report.convictions, "conviction").c_str());
  for (std::size_t i = 0; i < report.policies.size(); ++i) {
    const ComparedPolicy& policy = report.policies[i];
    std::printf("%s  %s\n   %s, version %s\n", letter(i).c_str(), policy.choice.c_str(), policy.title.c_str(),
                policy.version.c_str());
  }
  for (std::size_t i = 0; i < report.comparisons.size(); ++i) {
    const PolicyComparison& comparison = report.comparisons[i];
    const std::string first = letter(0);
    const std::string second = letter(i + 1);
    std::printf("\n%s and %s: %s that at least one of them speaks of\n", first.c_str(), second.c_str(),
                affected_words(comparison.in_either).c_str());
    std::printf("  another determination for %s\n", affected_words(comparison.differing).c_str());
    std::printf("  another relief (dismissal, reduction, review, nothing) for %s\n",
                affected_words(comparison.other_relief).c_str());
    print_pairs(kConvictions, comparison.pairs, first, second, pairs_file);
  }
  std::printf(
      "\nA person counts in every line in which they have a conviction. These files alone are not the whole\n"
      "record of anyone in them.\n");
}

void print_results_comparison(const CompareResultsRequest& request, const CompareResultsReport& report) {
  std::printf("A  %s\n   decided by %s\nB  %s\n   decided by %s\n", request.first.c_str(), report.first_policy.c_str(),
              request.second.c_str(), report.second_policy.c_str());
  std::size_t width = 0;
  for (const ManifestDifference& difference : report.differences) width = std::max(width, width_of(difference.what));
  std::printf("\n%s\n", report.differences.empty() ? "Both runs were given the same"
                                                   : "What the runs were given that is not the same");
  for (const ManifestDifference& difference : report.differences) {
    std::printf("  %s  A  %s\n  %s  B  %s\n", padded(difference.what, width).c_str(), difference.first.c_str(),
                padded("", width).c_str(), difference.second.c_str());
  }
  // What a folder holds of each count that could not be identified is a decision, but no conviction.
  constexpr const char* kDecisions = "Decisions";
  print_counts_head(kDecisions);
  std::printf("in the results\n");
  const auto line = [](const Affected& affected, const char* words) {
    print_counts(affected);
    std::printf("%s\n", words);
  };
  line(report.in_first, "in A");
  line(report.in_second, "in B");
  line(report.same, "in both, with the same determination");
  line(report.same_by_other_step, "  of them by another step");
  line(report.other_determination, "in both, with another determination");
  line(report.only_first, "only in A");
  line(report.only_second, "only in B");
  print_pairs(kDecisions, report.pairs, "A", "B", request.files.pairs);
  std::printf(
      "\nDecisions are the rows of convictions.csv: convictions, and convicted rows whose count cannot be identified.\n");
}

}  // namespace redress::app
