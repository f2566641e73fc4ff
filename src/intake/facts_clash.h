// intake/facts_clash.h: what in a record a supplied fact cannot stand beside, and the words for it.
// Not here: whether a fact fits what the file says (fact_fit.h), whose fact it is (facts_resolver.h). Inside this room;
// pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "intake/supplied_facts.h"
#include "model/person.h"

namespace redress::intake {

// The other date of two that are out of order, and where the supplied one lies.
struct DateClash {
  enum class Side : std::uint8_t { kBefore, kAfter, kNotBefore, kNotAfter };
  model::RecordFact other;
  Side side;
};

// The dates out of order, of which the other one is of this conviction of the person's.
struct Clash {
  DateClash dates;
  std::size_t conviction = 0;
};

// What is out of order with a birth on that day: a person is born before they are arrested or convicted of anything.
std::optional<Clash> clash_of_birth(Date birth, const model::Person& filled);

// What is out of order with the day of a fact in the filled record, also in other convictions of the same day: birth
// comes first, the offense is no later than the arrest and the charge, the arrest no later than the charge, all no
// later than the conviction, and the sentence ends no earlier than that. Nothing for what is no date.
std::optional<Clash> clash_of_fact(const ConvictionFact& fact, Date earliest_birth, const model::Person& filled);

// "'arrest_date' cannot be that day: it is after the 'conviction_date' in line 3"; `place` says where the other date
// is.
std::string clash_words(std::string_view fact, const DateClash& clash, std::string_view place);

// What the research file says of a fact that it excludes, a date or none: "the research file is certain of 'level' and
// says otherwise". `date`: what the file has of it, where it is a date.
std::string contradiction_words(std::string_view fact, const std::optional<model::DateFact>& date);

}  // namespace redress::intake
