#include "intake/facts_resolver.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>

#include "base/calendar.h"
#include "intake/fact_fit.h"
#include "intake/facts_clash.h"
#include "intake/facts_places.h"

namespace redress::intake {
namespace {

using model::Conviction;
using model::Person;
using model::RecordFact;

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
    if (Status once = check_given_once(); !once) return once.error();
    if (Status ends = refit_sentence_ends(); !ends) return ends.error();
    Person filled = person_;
    fill_conviction_dates(facts_, filled);
    fill_other_facts(facts_, filled);
    if (facts_.birth_date) {
      if (const auto clash = clash_of_birth(earliest_birth(), filled)) return out_of_order(*birth_row_, *clash);
    }
    for (std::size_t i = 0; i < facts_.facts.size(); ++i) {
      const auto clash = clash_of_fact(facts_.facts[i], earliest_birth(), filled);
      if (clash) return out_of_order(*rows_[i], *clash);
    }
    if (Status asked = drop_unasked(std::move(filled)); !asked) return asked.error();
    return std::move(facts_);
  }

 private:
  Error error(const SuppliedRow& row, std::string code, std::string cause, std::string next_step) const {
    return facts_error(ErrorKind::kInput, std::move(code), facts_names_[row.file], row.line_1based, std::move(cause),
                       std::move(next_step));
  }

  const std::string& name_of_fact(const SuppliedRow& row) const { return known_[row.fact].name; }

  // "line 3", with the file where it is not that of `row`.
  std::string line_of(const SuppliedRow& other, const SuppliedRow& row) const {
    return (other.file == row.file ? "line " : facts_names_[other.file] + ", line ") +
           std::to_string(other.line_1based);
  }

  // "county.csv, row 8"; empty where there is none.
  std::string first_of(std::span<const model::RowNumber> rows) const {
    if (rows.empty()) return {};
    const RowRef ref = records_.index.find(rows.front(), records_.file_bytes);
    return records_.file_names[ref.file] + ", row " + std::to_string(ref.row_1based);
  }

  Error twice(const SuppliedRow& row, const SuppliedRow& earlier) const {
    return error(
        row, "facts.twice",
        "'" + name_of_fact(row) + "' is given twice with different values: here and in " + line_of(earlier, row),
        "Keep the line that is right.");
  }

  Error contradicts(const SuppliedRow& row, std::span<const model::RowNumber> rows,
                    const std::optional<model::DateFact>& of_file) const {
    const std::string place = first_of(rows);
    return error(row, "facts.contradicts",
                 contradiction_words(name_of_fact(row), of_file) + (place.empty() ? "" : " (" + place + ")"),
                 "A supplied fact fills in only what the file leaves unknown. Correct or remove the line.");
  }

  // The line that gave a fact of the conviction, or one that it shares; null where the file has it.
  const SuppliedRow* line_that_gave(RecordFact record, std::size_t conviction) const {
    if (record == RecordFact::kBirthDate) return facts_.birth_date ? birth_row_ : nullptr;
    const auto shared = shared_by(record, conviction);
    for (std::size_t i = 0; i < facts_.facts.size(); ++i) {
      const ConvictionFact& fact = facts_.facts[i];
      if (fact.record != record) continue;
      if (fact.conviction == conviction || (shared && shared == shared_by(record, fact.conviction))) return rows_[i];
    }
    return nullptr;
  }

  Error out_of_order(const SuppliedRow& row, const Clash& clash) const {
    const RecordFact other = clash.dates.other;
    std::string place;
    if (const SuppliedRow* line = line_that_gave(other, clash.conviction)) {
      place = "in " + line_of(*line, row);
    } else if (other == RecordFact::kBirthDate) {
      place = "in " + first_of(person_.birth_date_rows);
    } else {
      place = "of the conviction in " + first_of(person_.convictions[clash.conviction].rows);
    }
    return error(
        row, "facts.order", clash_words(name_of_fact(row), clash.dates, place),
        "Correct the date that is wrong: birth comes before all else, an offense before its arrest, the arrest "
        "before the charge, and these before the conviction.");
  }

  Status add_birth_date(const SuppliedRow& row) {
    const Date date = std::get<Date>(row.value);
    if (birth_row_ != nullptr) {
      if (std::get<Date>(birth_row_->value) != date) return twice(row, *birth_row_);
      return Done{};
    }
    birth_row_ = &row;
    switch (fit_of_date(person_.birth_date, date)) {
      case FactFit::kContradicts: return contradicts(row, person_.birth_date_rows, person_.birth_date);
      case FactFit::kSame: return Done{};
      case FactFit::kFills: break;
    }
    facts_.birth_date = {date, row.from};
    return Done{};
  }

  Error ambiguous(const SuppliedRow& row, std::string cause, std::string next_step) const {
    return error(row, "facts.case_ambiguous", std::move(cause), std::move(next_step));
  }

  Result<std::vector<std::uint32_t>> convictions_of(const SuppliedRow& row) const {
    const std::vector<std::uint32_t> of_case = convictions_of_case(person_, row.case_or_count);
    if (const auto count = conviction_of_count(person_, row.case_or_count)) {
      const bool is_count_alone = std::all_of(of_case.begin(), of_case.end(), [&](auto i) { return i == *count; });
      if (is_count_alone) return std::vector{*count};
      return ambiguous(row, "this is the count of one conviction and the case number of another",
                       "If the count (CNT_ORDER) is meant, write it with one more zero in front; if the case is meant, "
                       "give the count of each of its convictions instead.");
    }
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
    if (!are_of_one_court(person_, of_case) || !are_of_one_case(person_, suited)) {
      return ambiguous(row, "this person has several cases with that number", "Give the count (CNT_ORDER) instead.");
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
      case FactFit::kContradicts:
        return contradicts(row, person_.convictions[conviction].rows,
                           date_of_file(fact, person_.convictions[conviction]));
      case FactFit::kSame: return Done{};
      case FactFit::kFills: break;
    }
    facts_.facts.push_back({conviction, fact.name, fact.record, row.value, row.from});
    rows_.push_back(&row);
    return Done{};
  }

  // What convictions share, so that a fact of one is a fact of all: the day of conviction, by its identity; the arrest,
  // by the cycle. Nothing for any other fact.
  std::optional<std::pair<RecordFact, std::uint32_t>> shared_by(std::optional<RecordFact> record,
                                                                std::size_t conviction) const {
    const Conviction& of_file = person_.convictions[conviction];
    if (record == RecordFact::kArrestDate) return std::pair{*record, of_file.cycle};
    if (record != RecordFact::kConvictionDate || of_file.date.identity == 0) return std::nullopt;
    return std::pair{*record, of_file.date.identity};
  }

  Status check_given_once() const {
    std::map<std::pair<RecordFact, std::uint32_t>, std::size_t> firsts;
    for (std::size_t i = 0; i < facts_.facts.size(); ++i) {
      const auto shared = shared_by(facts_.facts[i].record, facts_.facts[i].conviction);
      if (!shared) continue;
      const std::size_t first = firsts.try_emplace(*shared, i).first->second;
      if (facts_.facts[first].value != facts_.facts[i].value) return twice(*rows_[i], *rows_[first]);
    }
    return Done{};
  }

  // Holds the ends of sentences against what the file says with the supplied dates of convictions.
  Status refit_sentence_ends() {
    Person dated = person_;
    fill_conviction_dates(facts_, dated);
    for (std::size_t i = facts_.facts.size(); i-- > 0;) {
      const ConvictionFact& fact = facts_.facts[i];
      if (fact.record != RecordFact::kSentenceEnd) continue;
      const FactFit fit = fit_of_fact(known_[rows_[i]->fact], fact.value, dated.convictions[fact.conviction]);
      if (fit == FactFit::kSame) drop(i);
      if (fit != FactFit::kContradicts) continue;
      return error(*rows_[i], "facts.contradicts",
                   "the sentence in the research file and the supplied 'conviction_date' together exclude that day",
                   "Correct the date that is wrong, or remove this line: the end follows from the other two.");
    }
    return Done{};
  }

  Date earliest_birth() const {
    return facts_.birth_date ? std::get<Date>(birth_row_->value) : person_.birth_date.span.first;
  }

  bool is_declared(const SuppliedRow& row) const { return !known_[row.fact].record && !known_[row.fact].is_needed; }

  // Leaves out the facts that policies declare and never ask for, whether the other facts are supplied or not.
  Status drop_unasked(Person filled) {
    if (!records_.asks) return Done{};
    for (const SuppliedRow* row : rows_) {
      if (!is_declared(*row)) continue;
      for (Conviction& conviction : filled.convictions) {
        std::erase_if(conviction.supplied,
                      [&](const model::SuppliedFact& fact) { return fact.name == name_of_fact(*row); });
      }
    }
    const auto is_asked = [&](std::size_t i) {
      const ConvictionFact& fact = facts_.facts[i];
      return !is_declared(*rows_[i]) || records_.asks(person_, fact.conviction, fact.name) ||
             records_.asks(filled, fact.conviction, fact.name);
    };
    std::vector<bool> asked(facts_.facts.size());
    std::set<const SuppliedRow*> used;
    for (std::size_t i = 0; i < asked.size(); ++i) {
      asked[i] = is_asked(i);
      if (asked[i]) used.insert(rows_[i]);
    }
    for (const SuppliedRow* row : rows_) {
      if (used.contains(row)) continue;
      return error(*row, "facts.suits_nobody", "no policy of the run asks for '" + name_of_fact(*row) + "' there",
                   "Check the count and the fact, or remove the line.");
    }
    for (std::size_t i = asked.size(); i-- > 0;) {
      if (!asked[i]) drop(i);
    }
    return Done{};
  }

  void drop(std::size_t fact) {
    facts_.facts.erase(facts_.facts.begin() + static_cast<std::ptrdiff_t>(fact));
    rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(fact));
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

// Faults were found person by person; whoever mends them goes through the files.
void sort_by_line(std::vector<Error>& faults, std::span<const std::string> facts_names) {
  const auto order_of = [&](const Error& fault) {
    const auto file = std::find(facts_names.begin(), facts_names.end(), fault.place.file);
    return std::pair{file - facts_names.begin(), fault.place.line_1based};
  };
  std::stable_sort(faults.begin(), faults.end(),
                   [&](const Error& a, const Error& b) { return order_of(a) < order_of(b); });
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
  std::vector<Error> faults;
  for (const SuppliedRow& row : rows) {
    if (!by_id.contains(row.person)) continue;
    faults.push_back(facts_error(ErrorKind::kInput, "facts.person_unknown", facts_names[row.file], row.line_1based,
                                 "no row of the research files has this person's id",
                                 "Give the id as it stands in the column for the person, or leave the person out."));
  }
  SuppliedFacts supplied;
  for (const auto& [person, their_rows] : by_person) {
    const std::size_t before = faults.size();
    PersonResolver resolver(known, facts_names, records, records.gather(person));
    for (const SuppliedRow* row : their_rows) {
      if (Status added = resolver.add(*row); !added) faults.push_back(added.error());
    }
    // Without the rows at fault the others may clash where they would not with them.
    if (faults.size() > before) continue;
    Result<PersonFacts> facts = resolver.finish();
    if (!facts) {
      faults.push_back(facts.error());
      continue;
    }
    count_uses(*facts, supplied.used);
    supplied.by_person.emplace(person, *std::move(facts));
  }
  if (faults.empty()) return supplied;
  sort_by_line(faults, facts_names);
  return all_faults(std::move(faults));
}

}  // namespace redress::intake
