// intake/fact_fit.h: whether a supplied fact fills in what a file leaves unknown, says the same, or contradicts it.
// Not here: whose fact it is (facts_resolver.h), filling it in (supplied_facts.h). Inside this room; pure.
#pragma once

#include <cstdint>
#include <optional>

#include "intake/fact_value.h"
#include "model/person.h"

namespace redress::intake {

enum class FactFit : std::uint8_t {
  kFills,        // the file leaves it unknown, or says less
  kSame,         // the file says so already
  kContradicts,  // the file is certain and says otherwise, or excludes that day
};

FactFit fit_of_date(const model::DateFact& of_file, Date date);

// A fact of a conviction as the file tells it. One that no file has always fills. REQUIRES: not a fact of the person.
FactFit fit_of_fact(const KnownFact& fact, const FactValue& value, const model::Conviction& conviction);

// Whether the conviction is, or may be, one that a fact of no file is asked about.
bool is_asked_about(const KnownFact& fact, const model::Conviction& conviction);

// What the file has of a date of a conviction, of a sentence all days on which it may end; nothing where the fact is no
// such date.
std::optional<model::DateFact> date_of_file(const KnownFact& fact, const model::Conviction& conviction);

}  // namespace redress::intake
