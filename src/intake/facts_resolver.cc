#include "intake/facts_resolver.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>

#include "base/calendar.h"
#include "base/text.h"
#include "intake/fact_fit.h"

namespace redress::intake {
namespace {

using model::Conviction;
using model::Person;

std::string_view without_zeros(std::string_view digits) {
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

// One person's rows held against one person's record.
class PersonResolver {
 public:
  PersonResolver(std::span<const KnownFact> known, std::span<const std::string> facts_names,
                 const FactsRecords& records, const Person& person)
      : known_(known), facts_names_(facts_names), records_(records), person_(person) {}

  Status add(const SuppliedRow& row) {
    if (known_[row.fact].is_of_person()) return add_birth_date(row);
    Result<std::vector<std::uint32_t>> convictions = convictions_of(row);
    if (!convictions) return convictions.error();
    for (const std::uint32_t conviction : *convictions) {
      if (Status added = add_to(conviction, row); !added) return added;
    }
    return Done{};
  }

  // After the last row.
  Result<PersonFacts> finish() {
    Person filled = person_;
    fill_conviction_dates(facts_, filled);
    fill_other_facts(facts_, filled);
    for (std::size_t i = 0; i < facts_.facts.size(); ++i) {
      const ConvictionFact& fact = facts_.facts[i];
      const Conviction& conviction = filled.convictions[fact.conviction];
      const std::size_t first = first_of_day(i);
      if (facts_.facts[first].value != fact.value) return twice(*rows_[i], *rows_[first]);
      if (fact.record && !is_in_order(*fact.record, conviction)) return out_of_order(*rows_[i]);
    }
    return std::move(facts_);
  }

 private:
  Error error(const SuppliedRow& row, std::string code, std::string cause, std::string next_step) const {
    return facts_error(ErrorKind::kInput, std::move(code), facts_names_[row.file], row.line_1based, std::move(cause),
                       std::move(next_step));
  }

  const std::string& name_of_fact(const SuppliedRow& row) const { return known_[row.fact].name; }

  Error twice(const SuppliedRow& row, const SuppliedRow& earlier) const {
    const std::string other = earlier.file == row.file ? "line " : facts_names_[earlier.file] + ", line ";
    return error(row, "facts.twice",
                 "'" + name_of_fact(row) + "' is given twice with different values: here and in " + other +
                     std::to_string(earlier.line_1based),
                 "Keep the line that is right.");
  }

  Error contradicts(const SuppliedRow& row, std::span<const model::RowNumber> rows) const {
    std::string place;
    if (!rows.empty()) {
      const RowRef& ref = records_.index.rows[model::to_index(rows.front())];
      place = " (" + records_.file_names[ref.file] + ", row " + std::to_string(ref.row_1based) + ")";
    }
    return error(row, "facts.contradicts",
                 "the research file is certain of '" + name_of_fact(row) + "' and says otherwise" + place,
                 "A supplied fact fills in only what the file leaves unknown. Correct or remove the line.");
  }

  Error out_of_order(const SuppliedRow& row) const {
    return error(row, "facts.order",
                 "'" + name_of_fact(row) +
                     "' cannot be that day: an offense comes before its arrest, "
                     "the arrest before the charge, and these before the conviction",
                 "Correct the date.");
  }

  Status add_birth_date(const SuppliedRow& row) {
    const Date date = std::get<Date>(row.value);
    if (birth_row_ != nullptr) {
      if (std::get<Date>(birth_row_->value) != date) return twice(row, *birth_row_);
      return Done{};
    }
    birth_row_ = &row;
    switch (fit_of_date(person_.birth_date, date)) {
      case FactFit::kContradicts: return contradicts(row, person_.birth_date_rows);
      case FactFit::kSame: return Done{};
      case FactFit::kFills: break;
    }
    facts_.birth_date = {date, row.from};
    return Done{};
  }

  std::optional<std::uint32_t> conviction_of_count(std::string_view text) const {
    const auto find = [&](const auto& is_it) -> std::optional<std::uint32_t> {
      const auto found = std::find_if(person_.convictions.begin(), person_.convictions.end(), is_it);
      if (found == person_.convictions.end()) return std::nullopt;
      return static_cast<std::uint32_t>(found - person_.convictions.begin());
    };
    if (const auto whole = find([&](const Conviction& c) { return c.count == text; })) return whole;
    return find([&](const Conviction& c) { return without_zeros(c.count) == without_zeros(text); });
  }

  std::vector<std::uint32_t> convictions_of_case(std::string_view number) const {
    std::vector<std::uint32_t> convictions;
    for (const model::CaseNumbers& numbers : person_.case_numbers) {
      const bool has_it = std::any_of(numbers.numbers.begin(), numbers.numbers.end(),
                                      [&](const std::string& n) { return equals_ignoring_case(n, number); });
      if (!has_it) continue;
      for (std::size_t i = 0; i < person_.convictions.size(); ++i) {
        if (person_.convictions[i].case_key == numbers.case_key) convictions.push_back(static_cast<std::uint32_t>(i));
      }
    }
    return convictions;
  }

  Result<std::vector<std::uint32_t>> convictions_of(const SuppliedRow& row) const {
    if (const auto count = conviction_of_count(row.case_or_count)) return std::vector{*count};
    const std::vector<std::uint32_t> of_case = convictions_of_case(row.case_or_count);
    if (of_case.empty()) {
      return error(row, "facts.count_unknown",
                   "no conviction of this person has that count or case number in these files",
                   "Give the count as the research file writes it (CNT_ORDER), with all its digits; a spreadsheet may "
                   "have rounded it.");
    }
    const KnownFact& fact = known_[row.fact];
    std::vector<std::uint32_t> suited;
    for (const std::uint32_t i : of_case) {
      const FactFit fit = fit_of_fact(fact, row.value, person_.convictions[i]);
      const bool is_suited = fact.record ? fit == FactFit::kFills : is_asked_about(fact, person_.convictions[i]);
      if (is_suited) suited.push_back(i);
    }
    if (!suited.empty()) return suited;
    if (fact.record) return of_case;  // all are certain of it: the same, or a contradiction
    return error(row, "facts.suits_nobody", "no conviction of that case is one that '" + fact.name + "' is asked about",
                 "Give the count as the research file writes it (CNT_ORDER), if the fact is of one all the same.");
  }

  Status add_to(std::uint32_t conviction, const SuppliedRow& row) {
    const auto key = std::pair{conviction, row.fact};
    const auto [earlier, is_new] = given_.emplace(key, &row);
    if (!is_new) {
      if (earlier->second->value != row.value) return twice(row, *earlier->second);
      return Done{};
    }
    const KnownFact& fact = known_[row.fact];
    switch (fit_of_fact(fact, row.value, person_.convictions[conviction])) {
      case FactFit::kContradicts: return contradicts(row, person_.convictions[conviction].rows);
      case FactFit::kSame: return Done{};
      case FactFit::kFills: break;
    }
    facts_.facts.push_back({conviction, fact.name, fact.record, row.value, row.from});
    rows_.push_back(&row);
    return Done{};
  }

  // Of the facts, the first that is the date of a conviction of the same day as this one's; of any other fact, itself.
  std::size_t first_of_day(std::size_t of_fact) const {
    const auto day_of = [&](const ConvictionFact& fact) -> std::uint32_t {
      const bool is_date = fact.record == model::RecordFact::kConvictionDate;
      return is_date ? person_.convictions[fact.conviction].date.identity : 0;
    };
    const std::uint32_t day = day_of(facts_.facts[of_fact]);
    if (day == 0) return of_fact;
    const auto found = std::find_if(facts_.facts.begin(), facts_.facts.end(),
                                    [&](const ConvictionFact& fact) { return day_of(fact) == day; });
    return static_cast<std::size_t>(found - facts_.facts.begin());
  }

  std::span<const KnownFact> known_;
  std::span<const std::string> facts_names_;
  const FactsRecords& records_;
  const Person& person_;
  PersonFacts facts_;
  std::vector<const SuppliedRow*> rows_;  // by fact
  std::map<std::pair<std::uint32_t, std::size_t>, const SuppliedRow*> given_;
  const SuppliedRow* birth_row_ = nullptr;
};

void count_uses(const PersonFacts& facts, std::map<std::string, std::uint64_t>& used) {
  if (facts.birth_date) ++used[std::string(model::name_of(model::RecordFact::kBirthDate))];
  for (const ConvictionFact& fact : facts.facts) ++used[fact.name];
}

}  // namespace

Result<SuppliedFacts> resolve_facts(std::span<const SuppliedRow> rows, std::span<const KnownFact> known,
                                    std::span<const std::string> facts_names, const FactsRecords& records) {
  std::unordered_map<std::string_view, std::vector<const SuppliedRow*>> by_id;
  for (const SuppliedRow& row : rows) by_id[row.person].push_back(&row);
  std::map<std::size_t, std::vector<const SuppliedRow*>> by_person;
  for (std::size_t person = 0; !by_id.empty() && person < records.index.persons.size(); ++person) {
    const auto found = by_id.find(records.index.persons[person].id);
    if (found == by_id.end()) continue;
    by_person[person] = std::move(found->second);
    by_id.erase(found);
  }
  for (const SuppliedRow& row : rows) {
    if (!by_id.contains(row.person)) continue;
    return facts_error(ErrorKind::kInput, "facts.person_unknown", facts_names[row.file], row.line_1based,
                       "no row of the research files has this person's id",
                       "Give the id as it stands in the column for the person, or leave the person out.");
  }
  SuppliedFacts supplied;
  for (const auto& [person, their_rows] : by_person) {
    PersonResolver resolver(known, facts_names, records, records.gather(person));
    for (const SuppliedRow* row : their_rows) {
      if (Status added = resolver.add(*row); !added) return added.error();
    }
    Result<PersonFacts> facts = resolver.finish();
    if (!facts) return facts.error();
    count_uses(*facts, supplied.used);
    supplied.by_person.emplace(person, *std::move(facts));
  }
  return supplied;
}

}  // namespace redress::intake
