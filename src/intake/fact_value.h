// intake/fact_value.h: the facts that a run can be supplied with, and a value of one from its text.
// Not here: the rows of a file (facts_file.h), whose fact it is (facts_resolver.h). Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "citation/citation.h"
#include "citation/section_set.h"
#include "model/person.h"
#include "redress/date.h"

namespace redress::intake {

enum class FactType : std::uint8_t { kNumber, kDecimal, kYesNo, kDate, kLevel, kCharge, kCounty };

// A fact by the name that files of facts give it.
struct KnownFact {
  std::string name;
  FactType type = FactType::kYesNo;
  std::optional<model::RecordFact> record;  // nothing: no file has it
  bool is_needed = false;                   // by section sets; else declared by a policy
  // Of a fact that no file has: the sets whose members it is asked about. They must outlive this.
  std::vector<const citation::SectionSet*> sets;

  bool is_of_person() const { return record == model::RecordFact::kBirthDate; }
};

// Yes or no; a number in thousandths; a date; a level; a charge; a county in capitals.
using FactValue = std::variant<bool, std::int64_t, Date, model::Level, citation::Citation, std::string>;

enum class ValueFault : std::uint8_t { kNone, kType, kRange };

struct ReadValue {
  ValueFault fault = ValueFault::kNone;
  FactValue value;  // meaningful only without fault
};

// A value as people and spreadsheets write it: "6", "28.5", "yes", "2016-11-09" or "11/9/2016", "felony", "11357(a)
// HS". Out of range are numbers below 0 or of more than nine digits, and dates after the as-of date (save the end of a
// sentence). `text` is trimmed and not empty.
ReadValue read_fact_value(const KnownFact& fact, std::string_view text, Date as_of);

// "2016-11-09" or "11/9/2016"; nothing for any other text, or a day that does not exist.
std::optional<Date> read_fact_date(std::string_view text);

// "a whole number", "yes or no": what a value of that fact must be, for messages. Static storage.
std::string_view value_words(FactType type);

}  // namespace redress::intake
