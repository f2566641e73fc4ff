// tests/properties/doubts.h: the ways to make one fact of a record unknown, and the values that it may then have.
// Not here: what unknown facts do to a decision: that is what the tests find out.
// Only ways that the specification reads as an unknown fact: emptying both cells of a sentence, for example, says that
// there is none. Source: doj-research-file, "Facts of a row", "Facts of a person".
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "properties/sketch.h"

namespace redress::testing {

enum class FactOfRecord : std::uint8_t {
  kBirthDate,
  kDate,
  kLevel,
  kCounty,
  kCharge,
  kSentence,
  kRegistrationCharge,
  kOtherCharge,
};

struct Doubt {
  FactOfRecord fact = FactOfRecord::kBirthDate;
  Edits edits;                    // make the fact unknown, or less known
  std::vector<std::size_t> rows;  // all rows that state it
};

// All ways to know less of one fact than the record says.
std::vector<Doubt> doubts_of(const Sketch& sketch);

// Whether both concern one fact of one row.
bool are_of_one_fact(const Doubt& one, const Doubt& other);

// After the doubt's edits: values that the fact may have, each as edits. The days are those around which anything that
// a policy asks may change, `years` being the numbers of years in its questions, and the first and last possible ones.
std::vector<Edits> values_of(const Sketch& doubtful, const Doubt& doubt, std::span<const int> years);

}  // namespace redress::testing
