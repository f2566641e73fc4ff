// policy/plan/expression.h: a condition with its meaning settled: facts, types, parameters and sets resolved.
// Not here: words as written (parse/syntax.h), truth for one person (evaluate). Plain immutable values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "policy/parse/source_text.h"
#include "redress/date.h"

namespace redress::policy {

// Decimals are whole thousandths.
enum class ValueType : std::uint8_t { kTruth, kInteger, kDecimal, kDate, kText };

// The facts a condition may ask for. Their names stand in check/vocabulary.cc.
enum class Field : std::uint8_t {
  kDate, kLevel, kCounty, kSection, kSubdivision, kAttempt, kConspiracy, kSentenceEnd, kSentenceEndEarliest,
  kArrestDate, kOffenseDate, kChargingDate, kReliefEntered, kSameCycle, kBirthDate, kIsDeceased, kAsOf, kRunCounty,
};

// Whose fact: the conviction decided on, the record a list condition looks at, the person, or the run.
enum class Owner : std::uint8_t { kConviction, kIt, kPerson, kRun };

enum class Comparison : std::uint8_t {
  kIs, kIsNot, kBefore, kOnOrBefore, kAfter, kOnOrAfter, kAtLeast, kAtMost, kMoreThan, kLessThan,
};

enum class TimeUnit : std::uint8_t { kDays, kMonths, kYears };

// The records that any, all, count, earliest, latest and different_dates go through.
enum class RecordKind : std::uint8_t {
  kConvictions,    // of the person
  kRegistrations,  // of the person
  kCycleCounts,    // every count of the conviction's cycle, convicted or not
};

struct RecordList {
  RecordKind kind = RecordKind::kConvictions;
  std::optional<std::size_t> set;  // only those whose charge is in this set of the plan; gang pairs are records too
};

enum class Operation : std::uint8_t {
  kTruth, kInteger, kDate, kText,  // literals; a decimal is a kInteger of type kDecimal
  kParameter,                      // index: the plan's parameter
  kFact,                           // field, owner
  kDeclaredFact,                   // index: the plan's fact, of the conviction decided on
  kQuestion,                       // index: the plan's open question; a truth that nobody can settle
  kAdd,                            // children: a date, an amount (subtracted when negative is set); unit
  kNot, kAnd, kOr,
  kCompareDates, kCompareIntegers, kCompareTexts, kCompareTruths,  // comparison; children: left, right
  kBeginsWith,                                     // children: a text, a text
  kIsOneOf,                                        // children: a text, then the texts
  kChargeInSet,                                    // owner, index: the plan's set
  kChargeInChoices,                                // index: a parameter that lists charges; of the conviction
  kAny, kAll, kCount, kDifferentDates,             // list; children: the condition, if there is one
  kEarliest, kLatest,                              // list; children: the condition, if there is one
};

inline constexpr std::uint32_t kNoChargePart = 0xFFFF'FFFF;

struct Expression {
  Operation operation = Operation::kTruth;
  ValueType type = ValueType::kTruth;
  Extent extent;  // in the policy's text
  std::vector<Expression> children;
  Field field = Field::kDate;
  Owner owner = Owner::kConviction;
  Comparison comparison = Comparison::kIs;
  TimeUnit unit = TimeUnit::kYears;
  bool negative = false;
  RecordList list;
  std::size_t index = 0;
  std::uint32_t charge_part = kNoChargePart;  // its number, where it is one of Plan::charge_parts
  std::int64_t integer = 0;  // an integer, the thousandths of a decimal, or 1 and 0 for yes and no
  Date date;
  std::string text;
};

}  // namespace redress::policy
