// Longer than most files by a little: one reader, a function for each table of a case, all over one person being made.
#include "evaluate/case_person.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "evaluate/case_facts.h"
#include "model/arrest.h"
#include "policy/check/known_texts.h"

namespace redress::evaluate {
namespace {

using model::Doubt;
using policy::TomlKeys;
using policy::TomlMember;
using policy::TomlValue;

constexpr std::string_view kFact = "case.fact";
constexpr std::uint32_t kStepsOfCycle = 1000;
constexpr std::uint32_t kCyclesOfConvictions = 1'000'000;  // a registration's own cycle is above them

// Which of the convictions listed before it a record belongs with, from 0; nothing when the key is absent.
std::optional<std::size_t> earlier_conviction(TomlKeys& keys, std::string_view key, std::size_t listed) {
  const TomlMember* member = keys.of_kind(key, TomlValue::Kind::kInteger, false);
  if (member == nullptr) return std::nullopt;
  const std::int64_t number = member->value.integer;
  if (number >= 1 && static_cast<std::uint64_t>(number) <= listed) return static_cast<std::size_t>(number - 1);
  keys.fail(member->value.extent, kFact, "there is no conviction " + std::to_string(number) + " before this",
            "Write the number of a conviction listed earlier, counted from 1.");
  return std::nullopt;
}

model::DateFact read_date(TomlKeys& keys, std::string_view key) {
  const TomlMember* member = keys.member(key);
  if (member == nullptr) return {};
  if (const auto date = case_date(member->value)) return *date;
  keys.fail(
      member->value.extent, kFact, "this is not a date",
      "Write 1998-05-04, \"1998-05\" or \"1998\" where a part is missing, \"1998-05-04 or 2001-02-03\" where rows "
      "disagree, or \"unreadable\".");
  return {};
}

template <class Fact>
Fact read_text_fact(TomlKeys& keys, std::string_view key, std::optional<Fact> (*read)(std::string_view),
                    std::string_view cause, std::string_view next_step) {
  const TomlMember* member = keys.of_kind(key, TomlValue::Kind::kString, false);
  if (member == nullptr) return {};
  if (auto fact = read(member->value.text)) return *std::move(fact);
  keys.fail(member->value.extent, kFact, std::string(cause), std::string(next_step));
  return {};
}

model::Charge read_charge(TomlKeys& keys) {
  return read_text_fact<model::Charge>(keys, "section", case_charge, "this charge cannot be read",
                                       "Write it as the file does, for example \"11359 HS\" or \"664/187(A) PC\"; or "
                                       "\"unreadable\", \"contradictory\".");
}

bool read_flag(TomlKeys& keys, std::string_view key) {
  const TomlMember* member = keys.of_kind(key, TomlValue::Kind::kBoolean, false);
  return member != nullptr && member->value.boolean;
}

std::string_view values_of(policy::DeclaredType type) {
  switch (type) {
    case policy::DeclaredType::kYesNo: return "Write true or false.";
    case policy::DeclaredType::kNumber: return "Write a whole number, 0 or more.";
    case policy::DeclaredType::kDecimal: return "Write a number of at most three decimals, 0 or more.";
  }
  return "";
}

class PersonReader {
 public:
  PersonReader(const policy::Plan& plan, const policy::SourceText& source, std::span<const std::string> counties)
      : plan_(plan), source_(source), counties_(counties) {}

  Result<CasePerson> read(TomlKeys& keys) {
    person().id = "1";
    if (auto error = read_person(keys.of_kind("person", TomlValue::Kind::kTable, false))) return *error;
    for (const TomlValue* table : keys.tables("convictions")) {
      if (auto error = read_conviction(*table)) return *error;
    }
    for (const TomlValue* table : keys.tables("registrations")) {
      if (auto error = read_registration(*table)) return *error;
    }
    for (const TomlValue* table : keys.tables("other_counts")) {
      if (auto error = read_other_count(*table)) return *error;
    }
    if (keys.failed()) return *keys.finish();
    set_arrest_dates();
    person().cycle_count = found_.convictions.size();
    return std::move(found_);
  }

 private:
  model::Person& person() { return found_.person; }
  model::RowNumber next_row() { return model::RowNumber{rows_++}; }

  void add_missing_row(model::MissingRow::Cause cause) { person().missing_rows.push_back({cause, 0, rows_ + 1}); }

  std::optional<Error> read_person(const TomlMember* member) {
    if (member == nullptr) return std::nullopt;
    TomlKeys keys(source_, member->value, "person");
    person().birth_date = read_date(keys, "born");
    person().is_deceased = read_flag(keys, "died");
    if (read_flag(keys, "incomplete")) add_missing_row(model::MissingRow::Cause::kRejected);
    return keys.finish();
  }

  std::optional<Error> read_conviction(const TomlValue& table) {
    TomlKeys keys(source_, table, "convictions");
    model::Conviction conviction;
    conviction.charge = read_charge(keys);
    conviction.level = read_text_fact<model::Known<model::Level>>(
        keys, "level", case_level, "this is not a level",
        "Write \"felony\", \"misdemeanor\", \"infraction\", \"unreadable\" or \"contradictory\".");
    const std::string county = keys.text("county");
    if (county == kContradictory) {
      conviction.county.doubt = Doubt::kContradictory;
    } else if (!county.empty()) {
      conviction.county = model::known(to_upper_ascii(trimmed(county)));
      check_county(counties_, conviction.county.value, keys);
    }
    conviction.date = read_date(keys, "date");
    read_sentence(keys, conviction);
    read_supplied(keys, conviction);
    conviction.disposition = "CONVICTED";
    conviction.rows = {next_row()};
    const auto same_case = earlier_conviction(keys, "same_case", found_.convictions.size());
    const auto same_cycle = earlier_conviction(keys, "same_cycle", found_.convictions.size());
    const bool is_unidentified = read_flag(keys, "unidentified");
    conviction.relief_is_entered = read_flag(keys, "relief_entered");
    const Arrest arrest{0, read_date(keys, "arrested"), read_date(keys, "cycle_date")};
    if (auto error = keys.finish()) return error;
    const int places = (same_case ? 1 : 0) + (same_cycle ? 1 : 0) + (is_unidentified ? 1 : 0);
    const bool with_unidentified = !has_cycle(same_case) || !has_cycle(same_cycle);
    if (places > 1 || with_unidentified) {
      return policy::error_at(
          source_, table.extent, kFact, "this conviction has no single place in the record",
          "Keep one of same_case, same_cycle and unidentified; an unidentified one shares no cycle.");
    }
    if (is_unidentified) {
      add_unidentified(std::move(conviction));
    } else {
      add_identified(std::move(conviction), same_case, same_cycle);
      arrests_.push_back({person().convictions.back().cycle, arrest.arrested, arrest.cycle_date});
    }
    return std::nullopt;
  }

  // An arrest is one of the cycle, and its convictions share it, and the date of the cycle.
  void set_arrest_dates() {
    for (model::Conviction& conviction : person().convictions) {
      std::optional<model::DateFact> earliest;
      model::DateFact cycle_date;
      for (const Arrest& arrest : arrests_) {
        if (arrest.cycle != conviction.cycle) continue;
        model::add_arrest(earliest, arrest.arrested);
        if (cycle_date.doubt == Doubt::kMissing) cycle_date = arrest.cycle_date;
      }
      conviction.arrest_date = model::arrest_date(earliest, cycle_date, conviction.date);
    }
  }

  void read_sentence(TomlKeys& keys, model::Conviction& conviction) {
    const std::vector<std::string> parts = keys.texts("sentence");
    for (const std::string& text : parts) {
      const auto part = case_sentence_part(text);
      if (!part) {
        return keys.fail(keys.member("sentence")->value.extent, kFact, "'" + text + "' is not a part of a sentence",
                         "Write for example \"3 years\", \"16 months\", \"90 days\", \"life\" or \"unreadable\".");
      }
      conviction.sentence.push_back(*part);
    }
  }

  void read_supplied(TomlKeys& keys, model::Conviction& conviction) {
    const TomlMember* table = keys.of_kind("facts", TomlValue::Kind::kTable, false);
    if (table == nullptr) return;
    std::vector<std::string> names;
    for (const policy::DeclaredFact& fact : plan_.facts) names.push_back(fact.name);
    for (const TomlMember& member : table->value.members) {
      const auto named = std::find(names.begin(), names.end(), member.key);
      if (named == names.end()) {
        return keys.fail(member.key_extent, "policy.key", "the policy declares no fact '" + member.key + "'",
                         names.empty() ? "Declare it in the policy under [facts." + member.key + "], or remove it."
                                       : policy::suggest(member.key, names));
      }
      const policy::DeclaredFact& fact = plan_.facts[static_cast<std::size_t>(named - names.begin())];
      auto supplied = case_supplied(source_, fact, member.value);
      if (!supplied) {
        return keys.fail(member.value.extent, kFact, "this is not a value of the fact '" + fact.name + "'",
                         std::string(values_of(fact.type)));
      }
      conviction.supplied.push_back(*std::move(supplied));
    }
  }

  void add_unidentified(model::Conviction conviction) {
    add_missing_row(model::MissingRow::Cause::kUnusable);
    set_sentence_end(conviction);
    found_.convictions.push_back(
        {SubjectKind::kUnusable, static_cast<std::uint32_t>(person().unusable_convictions.size())});
    person().unusable_convictions.push_back(std::move(conviction));
  }

  void add_identified(model::Conviction conviction, std::optional<std::size_t> same_case,
                      std::optional<std::size_t> same_cycle) {
    const auto number = static_cast<std::uint32_t>(person().convictions.size() + 1);
    conviction.cycle = number;
    if (same_cycle) conviction.cycle = listed(*same_cycle).cycle;
    conviction.case_key = conviction.cycle * kStepsOfCycle + number;
    if (same_case) {
      conviction.cycle = listed(*same_case).cycle;
      conviction.case_key = listed(*same_case).case_key;
    }
    conviction.count =
        std::to_string(1'000'000'000'000ULL + conviction.case_key * 1'000'000ULL + number * 1000ULL).substr(1);
    share_date(conviction);
    set_sentence_end(conviction);
    found_.convictions.push_back({SubjectKind::kConviction, number - 1});
    person().convictions.push_back(std::move(conviction));
  }

  // Counts of one case with the same date text have the same date, known or not; one whose rows disagree shares none.
  void share_date(model::Conviction& conviction) {
    if (conviction.date.doubt == Doubt::kContradictory) return;
    for (const model::Conviction& other : person().convictions) {
      const bool same_text = other.date.span == conviction.date.span && other.date.doubt == conviction.date.doubt;
      if (other.case_key == conviction.case_key && same_text) conviction.date.identity = other.date.identity;
    }
    if (conviction.date.identity == 0) conviction.date.identity = ++identities_;
  }

  static void set_sentence_end(model::Conviction& conviction) {
    conviction.sentence_end = model::sentence_end(conviction.date, conviction.sentence);
    conviction.sentence_end_earliest = model::sentence_end_earliest(conviction.date, conviction.sentence);
  }

  std::optional<Error> read_registration(const TomlValue& table) {
    TomlKeys keys(source_, table, "registrations");
    model::Registration registration;
    registration.date = read_date(keys, "date");
    const TomlMember* is_pc290 = keys.of_kind("is_pc290", TomlValue::Kind::kBoolean, false);
    if (is_pc290 != nullptr) registration.is_pc290 = truth_of(is_pc290->value.boolean);
    const auto same_cycle = earlier_conviction(keys, "same_cycle", found_.convictions.size());
    if (!has_cycle(same_cycle)) {
      keys.fail(table.extent, kFact, "this registration has no single place in the record",
                "An unidentified conviction shares no cycle.");
    }
    if (auto error = keys.finish()) return error;
    const auto own_cycle = static_cast<std::uint32_t>(kCyclesOfConvictions + person().registrations.size());
    registration.cycle = same_cycle ? listed(*same_cycle).cycle : own_cycle;
    registration.row = next_row();
    person().registrations.push_back(registration);
    return std::nullopt;
  }

  std::optional<Error> read_other_count(const TomlValue& table) {
    TomlKeys keys(source_, table, "other_counts");
    model::CycleCharge other;
    other.charge = read_charge(keys);
    const auto same_cycle = earlier_conviction(keys, "same_cycle", found_.convictions.size());
    if (auto error = keys.finish()) return error;
    if (!same_cycle || !has_cycle(same_cycle) || other.charge.doubt == Doubt::kMissing) {
      return policy::error_at(source_, table.extent, kFact,
                              "another count needs its section and the conviction whose cycle it shares",
                              "Write { section = \"11357(A) HS\", same_cycle = 1 }.");
    }
    other.cycle = listed(*same_cycle).cycle;
    other.row = next_row();
    person().cycle_charges.push_back(std::move(other));
    return std::nullopt;
  }

  // Whether the conviction, if one is named, stands in a cycle.
  bool has_cycle(std::optional<std::size_t> number) const {
    return !number || found_.convictions[*number].kind == SubjectKind::kConviction;
  }

  // A conviction as the case lists it; one that cannot be identified is in no case of its own.
  const model::Conviction& listed(std::size_t number) const {
    const Subject subject = found_.convictions[number];
    return subject.kind == SubjectKind::kConviction ? found_.person.convictions[subject.index]
                                                    : found_.person.unusable_convictions[subject.index];
  }

  // What a conviction says of the arrest of its cycle.
  struct Arrest {
    std::uint32_t cycle = 0;
    model::DateFact arrested;
    model::DateFact cycle_date;
  };

  const policy::Plan& plan_;
  const policy::SourceText& source_;
  std::span<const std::string> counties_;
  CasePerson found_;
  std::vector<Arrest> arrests_;
  std::uint32_t rows_ = 0;
  std::uint32_t identities_ = 0;
};

}  // namespace

Result<CasePerson> read_case_person(const policy::Plan& plan, const policy::SourceText& source,
                                    std::span<const std::string> counties, TomlKeys& keys) {
  return PersonReader(plan, source, counties).read(keys);
}

void check_county(std::span<const std::string> counties, const std::string& county, TomlKeys& keys) {
  const TomlMember* member = keys.member("county");
  if (member == nullptr || policy::is_county(counties, county)) return;  // no member: an earlier fault is told
  keys.fail(member->value.extent, "case.fact", "there is no county '" + county + "'",
            policy::county_advice(counties, county));
}

}  // namespace redress::evaluate
