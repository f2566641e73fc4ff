// tally/figure.h: every figure of a summary: the id it goes by and what it counts, in one line.
// Not here: the counts (tally.h), how they are laid out (write). A constant table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace redress::tally {

enum class Figure : std::uint8_t {
  kRowsIn,
  kRowsOut,
  kRowsRejected,
  kRowsUnusable,
  kEmptyLines,
  kRejectsByCause,
  kPeople,
  kPeopleIncomplete,
  kCycles,
  kConvictions,
  kEqualRows,
  kRowsOfConvictions,
  kReconciliation,
  kRowsByCounty,
  kNotes,
  kSuppliedFacts,
  kPeopleInScope,
  kInScope,
  kUnidentifiedInReview,
  kByOutcome,
  kBySection,
  kByLevel,
  kByStep,
  kReviewsByCause,
  kReviewsByFact,
  kKeptInReview,
  kMissingFacts,
  kOpenQuestions,
  kFaults,
  kByDecade,
  kDiffering,
  kOtherRelief,
  kAgainstOffice,
  kPeopleWithRelief,
  kPeopleReached,
  kConvictionsDismissed,
  kFeloniesGone,
  kNoFelonyLeft,
  kNoConvictionLeft,
  kNoRecentConvictionLeft,
  kByRace,
  kBySex,
  kByAge,
  kAnswersByRace,
  kAnswersBySex,
  kAnswersByAge,
  kAnswersByDecade,
};
inline constexpr std::size_t kFigureCount = static_cast<std::size_t>(Figure::kAnswersByDecade) + 1;

struct FigureWords {
  Figure figure;
  std::string_view id;          // snake_case; stable
  std::string_view definition;  // one line of American English
};

// Static storage.
const FigureWords& words_of(Figure figure);

}  // namespace redress::tally
