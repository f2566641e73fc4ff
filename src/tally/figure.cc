#include "tally/figure.h"

#include <array>

namespace redress::tally {
namespace {

constexpr std::array<FigureWords, kFigureCount> kWords = {{
    {Figure::kRowsIn, "rows_in",
     "Rows of all inputs, headers and empty lines left out; rows out and rows rejected add up to it."},
    {Figure::kRowsOut, "rows_out", "Rows that were read and belong to a person, each counted once."},
    {Figure::kRowsRejected, "rows_rejected",
     "Rows that could not be split into their cells or name no person; they stand in rejects.csv only."},
    {Figure::kRowsUnusable, "rows_unusable",
     "Rows out whose count cannot be identified; they stand in rejects.csv as well."},
    {Figure::kEmptyLines, "empty_lines", "Lines without any text; they are neither rows nor rejects."},
    {Figure::kRejectsByCause, "rejects_by_cause", "Rows of rejects.csv by why they stand there."},
    {Figure::kPeople, "people", "Different person identifiers in the rows out."},
    {Figure::kPeopleIncomplete, "people_incomplete",
     "People of whom at least one row was rejected or unusable, so that their record has a gap."},
    {Figure::kCycles, "cycles", "Cycles of all people: an arrest and what follows from it."},
    {Figure::kConvictions, "convictions",
     "Convicted counts of all people in all counties, for any offense; equal rows counted once."},
    {Figure::kEqualRows, "equal_rows", "Rows that repeat an earlier row of the same person and count for nothing."},
    {Figure::kRowsOfConvictions, "rows_of_convictions",
     "Rows out that belong to a conviction on record, equal rows left out; a count may have several."},
    {Figure::kReconciliation, "reconciliation",
     "From the rows of the inputs to the convictions and to the people: each total is the one before it less what "
     "stands between them, and the parts of a total add up to it."},
    {Figure::kRowsByCounty, "rows_by_county",
     "Rows out by the county of the agency, as the file names it; those where it is empty by themselves."},
    {Figure::kNotes, "notes", "How many rows, and how many people as a whole, carry each data note."},
    {Figure::kSuppliedFacts, "supplied_facts",
     "Facts that somebody supplied and that filled in what the files leave unknown, by the convictions, or people, "
     "they were used for."},
    {Figure::kPeopleInScope, "people_in_scope", "People with at least one conviction in scope."},
    {Figure::kInScope, "convictions_in_scope",
     "Convictions that the policy speaks of, and those where the file leaves open whether it does. The statute "
     "beside an office's policy is asked about the scope of that one, and gives nothing where its sections do not "
     "cover a charge."},
    {Figure::kUnidentifiedInReview, "unidentified_in_review",
     "Convicted rows answered Needs Review because their count cannot be identified; they are not among the "
     "convictions, and no figure of convictions or of relief counts them, not as at most either."},
    {Figure::kByOutcome, "by_outcome", "Convictions in scope by determination."},
    {Figure::kBySection, "by_section",
     "Convictions in scope by the first section of the charge on the policy's own list of sections; other where that "
     "has none of them, unknown where the charge, or a code that is missing, leaves it open."},
    {Figure::kByLevel, "by_level", "Convictions in scope by level, as recorded."},
    {Figure::kByStep, "by_step",
     "Convictions in scope by the policy's step that decided; with the reviews by cause they add up to the convictions "
     "in scope. Alone: without this step the determination would be another one, or in doubt; with others: a later "
     "step would give the same."},
    {Figure::kReviewsByCause, "reviews_by_cause",
     "Convictions in scope that no step decided: several determinations possible, unknown whether the policy speaks of "
     "them, or a gap in the person's record."},
    {Figure::kReviewsByFact, "reviews_by_fact",
     "Unknown facts behind the reviews: how many undecided convictions hang on each alone, though what is found may "
     "leave another question, and in how many reviews it takes part."},
    {Figure::kKeptInReview, "kept_in_review",
     "Convictions, and people with at least one, that an unknown fact, an open question of law or a fault of the files "
     "keeps in review."},
    {Figure::kMissingFacts, "missing_facts",
     "Facts that somebody can look up, in a greedy joint order: the next is the one that settles the most further "
     "convictions together with those before it. Further and settled: by it with all before it, newly and in all; "
     "alone: convictions that nothing else keeps in review; takes part: convictions that it keeps in review; people "
     "are counted by all that keeps any of their convictions in review."},
    {Figure::kOpenQuestions, "open_questions",
     "Questions of law that the policy leaves open, by the convictions and people that hang on each alone, and among "
     "others."},
    {Figure::kFaults, "faults",
     "What a fact does not settle at once, or not at all, by the convictions and people that it keeps in review alone, "
     "and among others."},
    {Figure::kByDecade, "by_decade",
     "Convictions in scope by decade of the conviction date, and those of them with a dismissal or a reduction as "
     "every possible answer."},
    {Figure::kDiffering, "differing",
     "Convictions, and people with at least one, for which this policy's determination is another text than the "
     "office's, or only one of the two policies speaks of them."},
    {Figure::kOtherRelief, "other_relief",
     "Those for which the two do not give the same of a dismissal, a reduction, a review and nothing; a policy that "
     "does not speak of a conviction gives nothing."},
    {Figure::kAgainstOffice, "against_office",
     "Convictions that at least one of the two policies speaks of, by the office's determination and this policy's; a "
     "person counts in each line in which they have a conviction."},
    {Figure::kPeopleWithRelief, "people_with_relief",
     "People with at least one conviction that the policy would dismiss or reduce; at most counts those whose relief a "
     "review or an unknown fact leaves open."},
    {Figure::kPeopleReached, "people_reached",
     "People with at least one conviction that would be dismissed or reduced, now, under this policy, under the "
     "statute by itself, if every Proposition 64 conviction of the county were dismissed, and if related charges "
     "were too; at most counts what a review or an unknown fact leaves open."},
    {Figure::kConvictionsDismissed, "convictions_dismissed",
     "Convictions that would be dismissed in each of these scenarios; at most counts what a review or an unknown fact "
     "leaves open, also whose county it is. Where all are dismissed, a gap in a person's record leaves nothing open; a "
     "policy, also one that dismisses all, has such a record reviewed."},
    {Figure::kFeloniesGone, "felonies_gone",
     "Felony convictions that would be dismissed or be felonies no more in each of these scenarios; at most counts "
     "what a review or an unknown fact leaves open."},
    {Figure::kNoFelonyLeft, "no_felony_left",
     "Of all people in these files, also those without a conviction in scope, those who would have no felony "
     "conviction left in them; at most counts those where a review, an unknown fact or a gap in the record leaves it "
     "open."},
    {Figure::kNoConvictionLeft, "no_conviction_left",
     "Of all people in these files, those who would have no conviction left in them; at most as for felonies."},
    {Figure::kNoRecentConvictionLeft, "no_recent_conviction_left",
     "Of all people in these files, those who would have no conviction left in them that is dated later than 7 years "
     "before the as-of date; at most as for felonies."},
    {Figure::kByRace, "by_race",
     "People in scope, and those certain of some relief, by race as the file writes it; where a person's rows "
     "differ, as the first that has an entry."},
    {Figure::kBySex, "by_sex",
     "People in scope, and those certain of some relief, by sex as the file writes it; where a person's rows differ, "
     "as the first that has an entry."},
    {Figure::kByAge, "by_age",
     "People in scope, and those certain of some relief, by age on the as-of date, people recorded as deceased "
     "included."},
    {Figure::kAnswersByRace, "answers_by_race",
     "Convictions in scope by race as the file writes it, and by determination and by the step that decided."},
    {Figure::kAnswersBySex, "answers_by_sex",
     "Convictions in scope by sex as the file writes it, and by determination and by the step that decided."},
    {Figure::kAnswersByAge, "answers_by_age",
     "Convictions in scope by the person's age on the as-of date, and by determination and by the step that decided."},
    {Figure::kAnswersByDecade, "answers_by_decade",
     "Convictions in scope by decade of the conviction date, and by determination and by the step that decided."},
}};

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (kWords[i].figure != static_cast<Figure>(i)) return false;
  }
  return true;
}
static_assert(is_in_order());

}  // namespace

const FigureWords& words_of(Figure figure) {
  return kWords[static_cast<std::size_t>(figure)];
}

}  // namespace redress::tally
