#include "intake/supplied_facts.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "model/sentence.h"

namespace redress::intake {
namespace {

using model::Conviction;
using model::RecordFact;

// The last that fills in a fact is the one that says so: each stands once.
void mark_filled(Conviction& conviction, RecordFact fact, const model::Provenance& from) {
  const auto there = std::find_if(conviction.filled.begin(), conviction.filled.end(),
                                  [&](const model::FilledFact& filled) { return filled.fact == fact; });
  if (there == conviction.filled.end()) {
    conviction.filled.push_back({fact, from});
  } else {
    there->from = from;
  }
}

void fill_date(Conviction& conviction, const ConvictionFact& fact) {
  const std::uint32_t identity = conviction.date.identity;
  conviction.date = model::known_date(std::get<Date>(fact.value));
  conviction.date.identity = identity;
  conviction.sentence_end = model::sentence_end(conviction.date, conviction.sentence);
  conviction.sentence_end_earliest = model::sentence_end_earliest(conviction.date, conviction.sentence);
  mark_filled(conviction, RecordFact::kConvictionDate, fact.from);
}

// A cycle has one arrest. One that comes after another conviction of the cycle is not that conviction's, as in the
// file.
void fill_arrest(const ConvictionFact& fact, model::Person& person) {
  const Date date = std::get<Date>(fact.value);
  const std::uint32_t cycle = person.convictions[fact.conviction].cycle;
  for (std::size_t i = 0; i < person.convictions.size(); ++i) {
    Conviction& conviction = person.convictions[i];
    const DateSpan possible = conviction.arrest_date.span;
    const bool may_be_theirs = conviction.cycle == cycle && !conviction.arrest_date.is_known() &&
                               possible.first <= date && date <= possible.last && date <= conviction.date.span.last;
    if (i != fact.conviction && !may_be_theirs) continue;
    conviction.arrest_date = model::known_date(date);
    mark_filled(conviction, RecordFact::kArrestDate, fact.from);
  }
}

void fill_fact_of_record(Conviction& conviction, const ConvictionFact& fact) {
  const auto date = [&] { return std::get<Date>(fact.value); };
  switch (*fact.record) {
    case RecordFact::kBirthDate:
    case RecordFact::kConvictionDate:
    case RecordFact::kArrestDate: return;  // of more convictions than one
    case RecordFact::kLevel: conviction.level = model::known(std::get<model::Level>(fact.value)); break;
    case RecordFact::kCounty: conviction.county = model::known(std::get<std::string>(fact.value)); break;
    case RecordFact::kCharge:
      conviction.charge = {joined_charge(conviction.charge, std::get<citation::Citation>(fact.value)),
                           model::Doubt::kNone};
      break;
    case RecordFact::kOffenseDate: conviction.offense_date = date(); break;
    case RecordFact::kChargingDate: conviction.charging_date = date(); break;
    case RecordFact::kSentenceEnd:
      conviction.sentence_end = conviction.sentence_end_earliest = model::known_date(date());
      break;
  }
  mark_filled(conviction, *fact.record, fact.from);
}

void fill_fact_of_nowhere(Conviction& conviction, const ConvictionFact& fact) {
  model::SuppliedFact supplied{fact.name, false, fact.from};
  if (const bool* truth = std::get_if<bool>(&fact.value)) supplied.value = *truth;
  if (const std::int64_t* number = std::get_if<std::int64_t>(&fact.value)) supplied.value = *number;
  conviction.supplied.push_back(std::move(supplied));
}

bool is_conviction_date(const ConvictionFact& fact) {
  return fact.record == RecordFact::kConvictionDate;
}

}  // namespace

citation::Citation joined_charge(const model::Charge& of_file, const citation::Citation& of_fact) {
  citation::Citation joined = of_fact;
  if (!of_file.is_known()) return joined;
  const std::size_t both = std::min(joined.sections.size(), of_file.citation->sections.size());
  for (std::size_t i = 0; i < both; ++i) {
    const auto& subdivisions = of_file.citation->sections[i].subdivisions;
    if (subdivisions.size() > joined.sections[i].subdivisions.size()) joined.sections[i].subdivisions = subdivisions;
  }
  return joined;
}

void fill_conviction_dates(const PersonFacts& facts, model::Person& person) {
  for (const ConvictionFact& fact : facts.facts) {
    if (!is_conviction_date(fact)) continue;
    const std::uint32_t identity = person.convictions[fact.conviction].date.identity;
    for (std::size_t i = 0; i < person.convictions.size(); ++i) {
      Conviction& conviction = person.convictions[i];
      const bool is_same_day = identity != 0 && conviction.date.identity == identity;
      if (i == fact.conviction || (is_same_day && !conviction.date.is_known())) fill_date(conviction, fact);
    }
    for (model::Registration& registration : person.registrations) {
      if (identity != 0 && registration.date.identity == identity) {
        registration.date = person.convictions[fact.conviction].date;
      }
    }
  }
}

void fill_other_facts(const PersonFacts& facts, model::Person& person) {
  if (facts.birth_date) {
    person.birth_date = model::known_date(facts.birth_date->date);
    person.birth_date_from = facts.birth_date->from;
  }
  for (const ConvictionFact& fact : facts.facts) {
    Conviction& conviction = person.convictions[fact.conviction];
    if (fact.record == RecordFact::kArrestDate) {
      fill_arrest(fact, person);
    } else if (fact.record) {
      fill_fact_of_record(conviction, fact);
    } else {
      fill_fact_of_nowhere(conviction, fact);
    }
  }
}

}  // namespace redress::intake
