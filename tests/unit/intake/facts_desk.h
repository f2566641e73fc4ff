// tests/unit/intake/facts_desk.h: the columns of files of facts, facts that a run knows, and files written shortly.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "intake/fact_value.h"
#include "intake/facts_file.h"
#include "intake/facts_tables.h"
#include "support/doj_rows.h"

namespace redress::testing {

inline const model::FactsLayout& facts_layout() {
  static const model::FactsLayout layout = [] {
    auto read = intake::read_facts_layout("facts.csv", file_text("formats/facts.csv"));
    if (!read) FAIL(to_string(read.error()));
    return *std::move(read);
  }();
  return layout;
}

inline const citation::SectionSet& set_of_facts(std::string_view section, std::string_view needs) {
  static std::vector<std::pair<std::string, std::unique_ptr<citation::SectionSet>>> made;
  const std::string id = std::string(section) + std::string(needs);
  for (const auto& [known, set] : made) {
    if (known == id) return *set;
  }
  citation::SetEntry entry;
  entry.parts.push_back(*citation::parse_pattern(section));
  entry.needs = needs;
  std::vector<citation::SetEntry> entries;
  entries.push_back(std::move(entry));
  made.emplace_back(id, std::make_unique<citation::SectionSet>(citation::SectionSet::build(id, std::move(entries))));
  return *made.back().second;
}

// Every fact of the record; plants and grams, asked about 11358 HS; consent, about 11360 HS; force, needed of 261 PC.
inline const std::vector<intake::KnownFact>& known_to_tests() {
  using intake::FactType;
  using model::RecordFact;
  static const std::vector<intake::KnownFact> known = {
      {"birth_date", FactType::kDate, RecordFact::kBirthDate, false, {}},
      {"conviction_date", FactType::kDate, RecordFact::kConvictionDate, false, {}},
      {"level", FactType::kLevel, RecordFact::kLevel, false, {}},
      {"charge", FactType::kCharge, RecordFact::kCharge, false, {}},
      {"county", FactType::kCounty, RecordFact::kCounty, false, {}},
      {"arrest_date", FactType::kDate, RecordFact::kArrestDate, false, {}},
      {"offense_date", FactType::kDate, RecordFact::kOffenseDate, false, {}},
      {"charging_date", FactType::kDate, RecordFact::kChargingDate, false, {}},
      {"sentence_end", FactType::kDate, RecordFact::kSentenceEnd, false, {}},
      {"plants", FactType::kNumber, {}, false, {&set_of_facts("HSC 11358", "")}},
      {"grams", FactType::kDecimal, {}, false, {&set_of_facts("HSC 11358", "")}},
      {"consent", FactType::kYesNo, {}, false, {&set_of_facts("HSC 11360", "")}},
      {"force", FactType::kYesNo, {}, true, {&set_of_facts("PC 261", "force")}},
  };
  return known;
}

inline const intake::KnownFact& known_fact(std::string_view name) {
  for (const intake::KnownFact& fact : known_to_tests()) {
    if (fact.name == name) return fact;
  }
  FAIL("no such fact");
  return known_to_tests().front();
}

inline constexpr std::string_view kFactsHeader = "person,case_or_count,fact,value,source,who,when\n";

// A row of that header, said by J. Doe.
inline std::string fact_line(std::string_view person, std::string_view count, std::string_view fact,
                             std::string_view value) {
  return std::string(person) + "," + std::string(count) + "," + std::string(fact) + "," + std::string(value) +
         ",police report,J. Doe,2019-10-01\n";
}

inline Result<std::vector<intake::SuppliedRow>> rows_of(std::string_view text) {
  return intake::read_facts_file("facts.csv", 0, text, {facts_layout(), known_to_tests(), Records::kAsOf});
}

}  // namespace redress::testing
