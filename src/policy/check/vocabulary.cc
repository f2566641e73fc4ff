#include "policy/check/vocabulary.h"

#include <array>

namespace redress::policy {
namespace {

constexpr std::array kFactNames = {
    FactName{"conviction.date", Owner::kConviction, Field::kDate, ValueType::kDate, "date of conviction"},
    FactName{"conviction.level", Owner::kConviction, Field::kLevel, ValueType::kText, "level"},
    FactName{"conviction.county", Owner::kConviction, Field::kCounty, ValueType::kText, "county"},
    FactName{"conviction.section", Owner::kConviction, Field::kSection, ValueType::kText, "section"},
    FactName{"conviction.subdivision", Owner::kConviction, Field::kSubdivision, ValueType::kText, "subdivision"},
    FactName{"conviction.is_attempt", Owner::kConviction, Field::kAttempt, ValueType::kTruth, "attempt"},
    FactName{"conviction.is_conspiracy", Owner::kConviction, Field::kConspiracy, ValueType::kTruth, "conspiracy"},
    FactName{"conviction.sentence_end", Owner::kConviction, Field::kSentenceEnd, ValueType::kDate, "end of sentence"},
    FactName{"conviction.sentence_end_earliest", Owner::kConviction, Field::kSentenceEndEarliest, ValueType::kDate,
             "earliest end of sentence"},
    FactName{"conviction.arrest_date", Owner::kConviction, Field::kArrestDate, ValueType::kDate, "date of arrest"},
    FactName{"conviction.offense_date", Owner::kConviction, Field::kOffenseDate, ValueType::kDate, "date of offense"},
    FactName{"conviction.charging_date", Owner::kConviction, Field::kChargingDate, ValueType::kDate,
             "date of charging"},
    FactName{"conviction.relief_is_entered", Owner::kConviction, Field::kReliefEntered, ValueType::kTruth,
             "relief entered"},
    FactName{"it.is_of_same_cycle", Owner::kIt, Field::kSameCycle, ValueType::kTruth, "same cycle"},
    FactName{"person.birth_date", Owner::kPerson, Field::kBirthDate, ValueType::kDate, "birth date"},
    FactName{"person.is_deceased", Owner::kPerson, Field::kIsDeceased, ValueType::kTruth, "deceased"},
    FactName{"run.as_of", Owner::kRun, Field::kAsOf, ValueType::kDate, "as-of date"},
    FactName{"run.county", Owner::kRun, Field::kRunCounty, ValueType::kText, "county of the run"},
};

}  // namespace

std::span<const FactName> fact_names() { return kFactNames; }

std::vector<std::string> all_names() {
  std::vector<std::string> names = {"conviction.charge", "person.convictions", "person.registrations",
                                    "conviction.cycle_counts", "it.charge"};
  for (const FactName& fact : kFactNames) {
    names.emplace_back(fact.name);
    if (fact.owner == Owner::kConviction) names.push_back("it" + std::string(fact.name.substr(fact.name.find('.'))));
  }
  return names;
}

std::string_view comparison_words(Comparison comparison) {
  switch (comparison) {
    case Comparison::kIs: return "is";
    case Comparison::kIsNot: return "is not";
    case Comparison::kBefore: return "is before";
    case Comparison::kOnOrBefore: return "is on or before";
    case Comparison::kAfter: return "is after";
    case Comparison::kOnOrAfter: return "is on or after";
    case Comparison::kAtLeast: return "is at least";
    case Comparison::kAtMost: return "is at most";
    case Comparison::kMoreThan: return "is more than";
    case Comparison::kLessThan: return "is less than";
  }
  return "is";
}

}  // namespace redress::policy
