#include "explain/explanation.h"

#include <doctest/doctest.h>

#include "explain/record_builder.h"
#include "explain/words.h"

using namespace redress;
using namespace redress::explain;
using namespace redress::explain::testing;

namespace {

// The first row of the builder is row 2 of the file, after the header; with two files the third row starts the second.
std::string explained(const PersonBuilder& builder, const std::vector<AskedPolicy>& policies,
                      std::vector<std::string> files = {"county.dat"}) {
  const evaluate::RunFacts run = small_run();
  const auto place = [&](model::RowNumber row) -> RowPlace {
    const std::size_t index = model::to_index(row);
    if (files.size() > 1 && index >= 2) return {files[1], index};
    return {files[0], index + 2};
  };
  const auto as_it_is = [](std::string_view text) { return std::string(text); };
  const ShownRecord record{builder.person, run, place, files, as_it_is, LeapRule::kMarch1};
  return explanation_text(record, policies, answers_about(policies, builder.person, run));
}

std::string explained(const PersonBuilder& builder, const policy::Plan& plan,
                      std::vector<std::string> files = {"county.dat"}) {
  return explained(builder, std::vector<AskedPolicy>{{&plan, PolicyRole::kOffice, {}}}, std::move(files));
}

std::string explained(const PersonBuilder& builder) {
  return explained(builder, small_plan());
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

PersonBuilder ana_lee() {
  PersonBuilder builder;
  builder.person.birth_date_rows = {model::RowNumber{0}, model::RowNumber{1}};
  builder.conviction("11358 HS-CULTIVATION", day(2014, 2, 11)).sentence_words = "PROBATION 6 months";
  builder.person.case_numbers = {{101001, {"98776"}}};
  model::Conviction& car = builder.conviction("503 VC-TAKE  CAR", day(1979, 6, 1));
  car.county = model::known(std::string("SAN JOAQUIN"));
  car.sentence_words = "jail 90 days";
  return builder;
}

}  // namespace

TEST_CASE("what is noted about the rows of a decision stands under its heading") {
  PersonBuilder builder = ana_lee();
  builder.person.rows.front().notes = {model::Note::kReliefEntered};
  const std::string text = explained(builder);
  CHECK(has(text, "case 98776 (row 2)\n  Data notes: " + std::string(note_words(model::Note::kReliefEntered)) + ".\n"));
}

TEST_CASE("a whole explanation reads as designed") {
  CHECK(explained(ana_lee()) == R"(Person 18675309   LEE,ANA   born 1960-03-14 (rows 2-3), 59 on 2019-11-11
  2 rows in county.dat, 2 cycles, 2 convictions
  1979-06-01  San Joaquin  503 VC take car       felony  convicted, jail 90 days        row 3
  2014-02-11  Los Angeles  11358 HS cultivation  felony  convicted, probation 6 months  row 2

11358 HS, 2014-02-11, Los Angeles, case 98776 (row 2)
  Eligible for Dismissal: 50 years or older   Small policy, version 1, step 5
    0  misdemeanor or infraction?  no   felony (row 2)
    1  chosen by the office?       no   11358 HS (row 2)
    2  on or after 2016-11-09?     no   2014-02-11 (row 2)
    3  earlier grave offense?      no   no conviction on the list
    5  50 or older?                yes  50 years after 1960-03-14 (rows 2-3) is 2010-03-14
  Without step 5: Hand Review (No applicable eligibility criteria), step 11.
  Closest other step: 2 (Not eligible), missed by about 3 years.
  Law: HSC 11361.8; HSC 11361.9.

Not in this policy's scope
  503 VC, 1979-06-01, San Joaquin (row 3)

This file alone is not the whole record.
)");
}

TEST_CASE("what would steer a terminal is left out of an explanation, letters beyond ASCII stay") {
  PersonBuilder builder = ana_lee();
  builder.person.name = "LEE\x1B[2J\x07\x7F,\xC2\x9B" "ANA \xC3\x9B\r";
  const std::string text = explained(builder);
  for (const char* control : {"\x1B", "\x07", "\x7F", "\xC2\x9B", "\r"}) CHECK(!has(text, control));
  CHECK(has(text, "LEE"));
  CHECK(has(text, "ANA \xC3\x9B"));
}

TEST_CASE("a partial date says what is unknown of it, and an unknown date comes last") {
  PersonBuilder builder;
  builder.conviction("459 PC", no_date());
  builder.conviction("460 PC", in_year(1998));
  const std::string text = explained(builder);
  CHECK(text.find("1998 (month and day unknown)") < text.find("date unknown"));
}

TEST_CASE("with several files every row names its file") {
  PersonBuilder builder = ana_lee();
  builder.conviction("459 PC", day(2001, 5, 6)).rows = {model::RowNumber{1}, model::RowNumber{2}};
  const std::string text = explained(builder, small_plan(), {"a.dat", "b.dat"});
  CHECK(has(text, "rows 3 of a.dat, 2 of b.dat"));
  CHECK(has(text, "2 rows in a.dat, 1 row in b.dat"));
}

TEST_CASE("the records that hold are named by citation, date and row") {
  PersonBuilder builder = ana_lee();
  builder.conviction("187 PC-MURDER", day(1998, 5, 4));
  const std::string text = explained(builder);
  CHECK(has(text, "Not eligible: PC 667(e)(2)(c)(iv)   Small policy, version 1, step 3"));
  CHECK(has(text, "187 PC of 1998-05-04 (row 4)"));
  CHECK(has(text, "Without step 3: Eligible for Dismissal (50 years or older), step 5."));
  CHECK(has(text, "Law: PC 667(e)(2)(C)(iv)."));
}

TEST_CASE("of many records five are named and the others counted") {
  PersonBuilder builder = ana_lee();
  for (int year = 1991; year <= 1997; ++year) builder.conviction("187 PC-MURDER", day(year, 5, 4));
  CHECK(has(explained(builder), "187 PC of 1995-05-04 (row 8), and 2 more"));
}

TEST_CASE("a record on a list that does not count is named") {
  PersonBuilder builder = ana_lee();
  builder.conviction("187 PC-MURDER", day(2018, 5, 4));
  CHECK(has(explained(builder), "on the list, but not counted: 187 PC of 2018-05-04 (row 4)"));
}

TEST_CASE("an undecided conviction shows what is possible, what may match and what would settle it") {
  PersonBuilder builder = ana_lee();
  builder.conviction("261 PC-RAPE", day(1998, 5, 4));
  const std::string text = explained(builder);
  CHECK(has(text, "Needs Review: Not eligible or Eligible for Dismissal   Small policy, version 1\n"));
  CHECK(has(text, "unknown  perhaps 261 PC of 1998-05-04 (row 4); unknown: use of"));
  CHECK(has(text, "What would settle it: use of force (261 PC of 1998-05-04 in row 4)."));
  CHECK_FALSE(has(text, "Undecided"));
}

TEST_CASE("a conviction whose scope is unknown says that no step was looked at") {
  PersonBuilder builder;
  builder.conviction("SEE FILE", day(2014, 2, 11));
  const std::string text = explained(builder);
  CHECK(has(text, "Needs Review: it is not known whether the policy speaks of this conviction"));
  CHECK(has(text, "No step was looked at."));
  CHECK(has(text, "What would settle it: charge of this conviction (unreadable)."));
}

TEST_CASE("an incomplete person names the row and the file that could not be read") {
  PersonBuilder builder = ana_lee();
  builder.person.missing_rows.push_back({model::MissingRow::Cause::kRejected, 0, 7});
  const std::string text = explained(builder);
  CHECK(has(text, "Incomplete: row 7 of county.dat could not be read."));
  CHECK(has(text, "Needs Review: the record is not whole"));
  CHECK(has(text, "No step was looked at: what is missing might hold what decides."));
  CHECK(has(text, "What is missing: a row of this person could not be read."));
}

TEST_CASE("an unknown birth date is said to be unknown, and so is the step that needs it") {
  PersonBuilder builder = ana_lee();
  builder.person.birth_date = {};
  const std::string text = explained(builder);
  CHECK(has(text, "birth date missing"));
  CHECK(has(text, "unknown: birth date (missing)"));
}

TEST_CASE("a partial birth date gives the ages it allows") {
  PersonBuilder builder = ana_lee();
  builder.person.birth_date = in_year(1970);
  CHECK(has(explained(builder), "born 1970 (month and day unknown) (rows 2-3), 48 to 49 on 2019-11-11"));
}

TEST_CASE("registrations and death stand in the timeline") {
  PersonBuilder builder = ana_lee();
  builder.registration(Truth::kYes, day(2001, 2, 3));
  const model::RowNumber death = builder.row();
  builder.person.rows.back().event_date = day(2018, 1, 2);
  builder.person.is_deceased = true;
  builder.person.deceased_rows = {death};
  const std::string text = explained(builder);
  CHECK(has(text, "2001-02-03               registration: 290 PC"));
  CHECK(has(text, "death"));
  CHECK(has(text, "1 registration, recorded as deceased (row 5)"));
}

TEST_CASE("no line is longer than the page") {
  PersonBuilder builder = ana_lee();
  for (int i = 0; i < 30; ++i) {
    builder.conviction("261 PC-A VERY LONG DESCRIPTION OF A CHARGE THAT GOES ON AND ON AND ON AND ON", in_year(1998))
        .sentence_words = "prison 3 years; probation 36 months; fine; restitution; community service 100 hours";
  }
  const std::string text = explained(builder);
  std::size_t start = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; start = end + 1, end = text.find('\n', start)) {
    CHECK(end - start <= 100);
  }
}

TEST_CASE("a near miss says by how many days") {
  PersonBuilder builder;
  builder.person.birth_date = day(1969, 11, 12);
  builder.conviction("11359 HS", day(2014, 2, 11));
  CHECK(has(explained(builder), "Closest other step: 5 (Eligible for Dismissal), missed by 1 day."));
}

TEST_CASE("supplied facts, open questions and the dates behind a conviction are told") {
  std::string text(kSmallPolicy);
  const auto replace = [&text](std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
  };
  replace("[[outcome]]", R"([facts.concentrate_grams]
type = "decimal"
unit = "grams"
question = "How much?"
[facts.gift]
type = "yes-no"
question = "Was it a gift?"
[questions.Q3]
text = "Does it count?"
[[outcome]])");
  replace(
      "when = \"conviction.level is in ['misdemeanor', 'infraction']\"",
      "when = \"facts.concentrate_grams is at most 28.5 and not conviction.relief_is_entered and "
      "conviction.arrest_date is before run.as_of and conviction.offense_date is before run.as_of and not facts.gift "
      "and question.Q3\"");
  auto plan = policy::compile_policy({"small.toml", text}, small_sets());
  if (!plan) FAIL(to_string(plan.error()));
  PersonBuilder builder;
  model::Conviction& conviction = builder.conviction("11358 HS", day(2014, 2, 11));
  conviction.arrest_date = day(2014, 1, 2);
  conviction.supplied = {{"concentrate_grams", std::int64_t{8500}, {"police report", "J. Ortiz", Date{2019, 10, 1}}}};
  const std::string words = explained(builder, *plan);
  for (const std::string part :
       {"concentrate grams: 8.5 grams (supplied: police report, said by J. Ortiz, 2019-10-01)", "no relief entered",
        "arrest on 2014-01-02", "gift: not supplied", "open question Q3: Does it count?", "- gift: Was it a gift?",
        "- open question Q3: Does it count?",
        "- 11358 HS of 2014-02-11 in row 2: concentrate grams: 8.5 (supplied: police report, said by J. Ortiz, "
        "2019-10-01)"}) {
    std::string single;  // lines are wrapped
    for (const char c : words) {
      if (c != '\n' && (c != ' ' || single.empty() || single.back() != ' ')) single += c;
      if (c == '\n' && !single.empty() && single.back() != ' ') single += ' ';
    }
    CAPTURE(single);
    CHECK(has(single, part));
  }
}

TEST_CASE("the answer names the day on which time alone changes it, with and without the deciding step") {
  // Born 1969-11-12: 50 the day after the as-of date.
  PersonBuilder builder;
  builder.person.birth_date = day(1969, 11, 12);
  builder.conviction("11359 HS", day(2014, 2, 11));
  CHECK(has(explained(builder), "From 2019-11-12 on Eligible for Dismissal (step 5).\n"));

  // An earlier grave offense decides whatever the age: without it the fiftieth birthday would.
  builder.conviction("187 PC-MURDER", day(1998, 5, 4));
  const std::string text = explained(builder);
  CHECK_FALSE(has(text, "From 2019"));
  CHECK(has(text, "Without step 3: Hand Review (No applicable eligibility criteria), step 11, from 2019-11-12 on\n"
                  "    Eligible for Dismissal (step 5).\n"));
}

TEST_CASE("what a last step of another section would say is not told") {
  constexpr std::string_view kBySection = R"toml(
[policy]
id = "t.by-section"
title = "By section"
version = "1"
kind = "county"
unit = "conviction"
cites = ["HSC 11361.8"]
[sets]
prop64 = "t.prop64"
[scope]
when = "conviction.county is run.county and conviction.charge is in sets.prop64"
sections = "prop64"
[[outcome]]
id = "dismiss"
label = "Eligible for Dismissal"
relief = "dismissal"
[[outcome]]
id = "hand"
label = "Hand Review"
relief = "review"
[[step]]
id = "59-1"
when = "conviction.section is '11359'"
outcome = "dismiss"
reason = "11359"
[[step]]
id = "60-1"
when = "conviction.section is '11360' and conviction.level is 'felony'"
outcome = "dismiss"
reason = "11360, a felony"
[[step]]
id = "60-2"
outcome = "hand"
reason = "11360, another"
)toml";
  const auto plan = policy::compile_policy({"by-section.toml", std::string(kBySection)}, small_sets());
  if (!plan) FAIL(to_string(plan.error()));
  PersonBuilder sale;
  sale.conviction("11359 HS", day(2014, 2, 11));
  CHECK_FALSE(has(explained(sale, *plan), "Without step"));
  PersonBuilder transport;
  transport.conviction("11360 HS", day(2014, 2, 11));
  CHECK(has(explained(transport, *plan), "Without step 60-1: Hand Review (11360, another), step 60-2."));
}

TEST_CASE("a step without a choice of the office is worded by all that it chose") {
  PersonBuilder builder;
  builder.conviction("11357(A) HS", day(2014, 2, 11)).level = model::known(model::Level::kMisdemeanor);
  const std::string text = explained(builder, small_plan("11357(a);11360"));
  CHECK(has(text, "Without step 0: Eligible for Dismissal (Dismiss all HS 11357(a) convictions or 11360\n"
                  "    convictions, here 11357(A) HS), step 1.\n"));
}

TEST_CASE("several people stand one under the other, and those not shown are counted") {
  const std::vector<std::string> two = {"one\n", "two\n"};
  const std::string rule = "\n" + std::string(100, '-') + "\n\n";
  CHECK(people_text(std::span(two).first(1), 1) == "one\n");
  CHECK(people_text(two, 2) == "2 people match.\n" + rule + "one\n" + rule + "two\n");
  CHECK(has(people_text(two, 34), "32 more people match and are not shown."));
}
