// Builders for invented people, and a small policy with its sets, for the tests of explain.
#pragma once

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citation/citation.h"
#include "evaluate/evaluate.h"
#include "explain/explanation.h"
#include "explain/person_lookup.h"
#include "model/person.h"
#include "policy/parse/section_set_reader.h"
#include "policy/policy.h"

namespace redress::explain::testing {

inline constexpr Date kAsOf{2019, 11, 11};

inline model::Charge charge(std::string_view text) {
  model::Charge charge;
  if (text.empty()) return charge;
  auto citation = citation::parse_charge(text);
  charge.doubt = citation ? model::Doubt::kNone : model::Doubt::kUnreadable;
  if (citation) charge.citation = *std::move(citation);
  return charge;
}

inline model::DateFact day(int year, int month, int day_of_month) {
  return model::known_date(
      {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day_of_month)});
}
inline model::DateFact in_year(std::int16_t year) {
  return {{{year, 1, 1}, {year, 12, 31}}, model::Doubt::kPartial, 0};
}
inline model::DateFact no_date() {
  return {};
}

// Rows are numbered in the order in which they are added. Texts are views of literals.
class PersonBuilder {
 public:
  PersonBuilder() {
    person.id = "18675309";
    person.name = "LEE,ANA";
    person.birth_date = day(1960, 3, 14);
    person.cycle_count = 2;
  }

  model::RowNumber row(std::string_view text = {}, std::string_view comment = {}) {
    model::RowRecord record;
    record.row = model::RowNumber{static_cast<std::uint32_t>(person.rows.size())};
    record.offense = record.charge_text = text;
    record.comment = comment;
    person.rows.push_back(record);
    return record.row;
  }

  // A felony in Los Angeles of one row; its sentence ends on its day.
  model::Conviction& conviction(std::string_view text, model::DateFact date) {
    const model::RowNumber at = row(text);
    model::Conviction added;
    const auto number = person.convictions.size() + 1;
    added.count = "10" + std::to_string(number) + "001001000";
    added.cycle = static_cast<std::uint32_t>(100 + number);
    added.case_key = added.cycle * 1000 + 1;
    added.rows = {at};
    added.date = date;
    added.level = model::known(model::Level::kFelony);
    added.county = model::known(std::string("LOS ANGELES"));
    added.charge = charge(text);
    added.sentence_end = added.sentence_end_earliest = date;
    added.disposition = "CONVICTED";
    person.convictions.push_back(std::move(added));
    return person.convictions.back();
  }

  void registration(Truth is_pc290, model::DateFact date) {
    const model::RowNumber at = row("290 PC-REGISTRATION");
    person.registrations.push_back({is_pc290, date, at});
  }

  model::Person person;
};

inline std::vector<policy::SectionSetFile> small_sets() {
  const std::vector<std::string> texts = {
      R"toml([set]
id = "t.prop64"
title = "Cannabis"
cite = "HSC 11361.8"
source = "invented"
[[entry]]
section = "HSC 11357"
attempts = "yes"
[[entry]]
section = "HSC 11358"
attempts = "yes"
[[entry]]
section = "HSC 11359"
attempts = "yes"
[[entry]]
section = "HSC 11360"
attempts = "yes"
)toml",
      R"toml([set]
id = "t.grave"
title = "Grave offenses"
cite = "PC 667"
source = "invented"
[[entry]]
section = "PC 187"
attempts = "review"
[[entry]]
section = "PC 261"
attempts = "yes"
needs = "use_of_force"
[[entry]]
section = "PC 288"
subdivisions = ["(b)(1)"]
attempts = "yes"
[[entry]]
pair = ["PC 136.1", "PC 186.22(b)(4)"]
attempts = "review"
)toml"};
  std::vector<policy::SectionSetFile> sets;
  for (const std::string& text : texts) {
    auto set = policy::read_section_set({"set.toml", text});
    if (!set) FAIL(to_string(set.error()));
    sets.push_back(*std::move(set));
  }
  return sets;
}

inline constexpr std::string_view kSmallPolicy = R"toml(
[policy]
id = "t.small"
title = "Small policy"
version = "1"
kind = "county"
unit = "conviction"
cites = ["HSC 11361.8", "HSC 11361.9"]

[sets]
prop64 = "t.prop64"
grave = "t.grave"

[scope]
when = "conviction.county is run.county and conviction.charge is in sets.prop64"
sections = "prop64"

[parameters.dismiss]
type = "charges"
label = "Dismiss"
[[parameters.dismiss.choice]]
value = "11357(a)"
words = "11357(a) convictions"
section = "HSC 11357(a)"
[[parameters.dismiss.choice]]
value = "11360"
words = "11360 convictions"
section = "HSC 11360"

[parameters.dismiss_at_age]
type = "years"
default = 50
min = 1
max = 120
label = "Age"

[[outcome]]
id = "city"
label = "To be reviewed by City Attorneys"
relief = "review"
[[outcome]]
id = "no"
label = "Not eligible"
relief = "none"
[[outcome]]
id = "dismiss"
label = "Eligible for Dismissal"
relief = "dismissal"
[[outcome]]
id = "hand"
label = "Hand Review"
relief = "review"

[[step]]
id = "lesser"
number = "0"
question = "misdemeanor or infraction?"
when = "conviction.level is in ['misdemeanor', 'infraction']"
outcome = "city"
reason = "Misdemeanor or Infraction"

[[step]]
id = "chosen"
number = "1"
question = "chosen by the office?"
when = "conviction.charge is in dismiss"
outcome = "dismiss"
reason = "Dismiss all HS {dismiss}, here {citation}"

[[step]]
id = "late"
number = "2"
question = "on or after 2016-11-09?"
when = "conviction.date is on or after 2016-11-09"
outcome = "no"
reason = "Occurred after 11/09/2016"

[[step]]
id = "grave"
number = "3"
question = "earlier grave offense?"
when = "any(person.convictions in sets.grave, it.date is before conviction.date)"
outcome = "no"
reason = "PC 667(e)(2)(c)(iv)"
cite = "PC 667(e)(2)(C)(iv)"

[[step]]
id = "older-than-age"
number = "5"
question = "50 or older?"
when = "person.birth_date + dismiss_at_age years is on or before run.as_of"
outcome = "dismiss"
reason = "{dismiss_at_age} years or older"

[[step]]
id = "otherwise"
number = "11"
question = "no step above holds"
outcome = "hand"
reason = "No applicable eligibility criteria"
)toml";

inline policy::Plan small_plan(std::string_view dismiss = {}) {
  auto plan = policy::compile_policy({"small.toml", std::string(kSmallPolicy)}, small_sets());
  if (!plan) FAIL(to_string(plan.error()));
  if (dismiss.empty()) return *std::move(plan);
  const std::vector<policy::Setting> settings = {{"dismiss", std::string(dismiss), "--set"}};
  auto set = policy::with_settings(*std::move(plan), settings);
  if (!set) FAIL(to_string(set.error()));
  return *std::move(set);
}

// What answers beside the small policy: a declared fact, an open question, and something of each kind beside.
inline constexpr std::string_view kSmallStatute = R"toml(
[policy]
id = "t.statute"
title = "Small statute"
version = "2"
kind = "statute"
unit = "conviction"
cites = ["HSC 11361.8"]

[sets]
prop64 = "t.prop64"
grave = "t.grave"

[scope]
when = "conviction.county is run.county and conviction.charge is in sets.prop64"
sections = "prop64"

[facts.plants]
type = "number"
unit = "living plants"
about = "conviction"
question = "How many living plants were there?"

[questions.Q2]
text = "Would it have been a lesser offense all the same?"
source = "HSC 11358(d)"

[questions.Q3]
text = "Does a registration prove it?"
source = "PC 290"

[[outcome]]
id = "seal"
label = "Dismiss and seal"
relief = "dismissal"
[[outcome]]
id = "excluded"
label = "Excluded by prior conviction"
relief = "none"
[[outcome]]
id = "misdemeanor"
label = "Redesignate as misdemeanor"
relief = "reduction"

[[step]]
id = "58-1"
number = "58-1"
when = "facts.plants is at most 6"
outcome = "seal"
reason = "6 plants or fewer"
cite = "HSC 11361.8(f)"

[[step]]
id = "58-6"
number = "58-6"
when = "any(person.convictions in sets.grave, it.date is before conviction.date) or (any(person.registrations) and question.Q3)"
outcome = "excluded"
reason = "HSC 11358(d)(1)"
cite = "HSC 11358(d)(1)"
questions = ["Q2"]

[[step]]
id = "otherwise"
number = "58-2"
outcome = "misdemeanor"
reason = "now a misdemeanor"
cite = "HSC 11361.8(f)"

[[beside]]
id = "environment"
kind = "ground"
label = "Harm to the environment"
cite = "HSC 11358(d)(3)"

[[beside]]
id = "serving"
kind = "route"
when = "conviction.sentence_end is after run.as_of"
label = "Petition while serving"
cite = "HSC 11361.8(a)"

[[beside]]
id = "completed"
kind = "route"
when = "conviction.sentence_end is on or before run.as_of"
label = "Application after the sentence"
cite = "HSC 11361.8(e)"

[[beside]]
id = "overdue"
kind = "finding"
when = "conviction.date is before 2000-01-01"
label = "Destruction overdue"
note = "Ask the court for it"
)toml";

inline policy::Plan small_statute() {
  auto plan = policy::compile_policy({"statute.toml", std::string(kSmallStatute)}, small_sets());
  if (!plan) FAIL(to_string(plan.error()));
  return *std::move(plan);
}

inline evaluate::RunFacts small_run() {
  return {kAsOf, "LOS ANGELES"};
}

// The record of a builder, its rows numbered after a header in one file, texts as they are.
struct BuiltRecord {
  const PersonBuilder& builder;
  evaluate::RunFacts run = small_run();
  std::vector<std::string> files = {"county.dat"};

  ShownRecord shown() const {
    return {builder.person,
            run,
            [this](model::RowNumber row) { return RowPlace{files[0], model::to_index(row) + 2}; },
            files,
            [](std::string_view text) { return std::string(text); },
            LeapRule::kMarch1};
  }
};

inline evaluate::Subject conviction_at(std::uint32_t index) {
  return {evaluate::SubjectKind::kConviction, index};
}

}  // namespace redress::explain::testing
