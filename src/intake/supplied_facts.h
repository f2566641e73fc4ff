// intake/supplied_facts.h: the facts supplied to a run, by person, and how they fill in a record.
// Not here: reading them (facts_file.h), whether they may stand (facts_resolver.h). Immutable once made; safe to share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "intake/fact_value.h"
#include "model/person.h"

namespace redress::intake {

struct ConvictionFact {
  std::uint32_t conviction = 0;  // among the person's, in file order
  std::string name;
  std::optional<model::RecordFact> record;  // nothing: no file has it
  FactValue value;
  model::Provenance from;
};

// What was supplied of one person, and changes something.
struct PersonFacts {
  struct BirthDate {
    Date date;
    model::Provenance from;
  };
  std::optional<BirthDate> birth_date;
  std::vector<ConvictionFact> facts;  // each name once for a conviction
};

struct SuppliedFacts {
  std::map<std::size_t, PersonFacts> by_person;  // by number in the index
  // How often each fact is used: for how many convictions, or people. Facts that no line fills in are absent.
  std::map<std::string, std::uint64_t> used;

  // Null for a person of whom nothing was supplied.
  const PersonFacts* of(std::size_t person) const {
    const auto found = by_person.find(person);
    return found == by_person.end() ? nullptr : &found->second;
  }
};

// Fills in the dates of convictions, also of convictions and registrations that are of the same day, and works out the
// ends of their sentences.
void fill_conviction_dates(const PersonFacts& facts, model::Person& person);

// Fills in everything else; an arrest also of the other convictions of the cycle that leave it unknown and that it may
// be of. REQUIRES: the dates of convictions are filled in, and arrests follow from them; what is certain then is given
// no other value.
void fill_other_facts(const PersonFacts& facts, model::Person& person);

// The charge that the file and the fact say together: the fact, with subdivisions that only the file has.
citation::Citation joined_charge(const model::Charge& of_file, const citation::Citation& of_fact);

}  // namespace redress::intake
