#include "explain/words.h"

#include <doctest/doctest.h>

#include "explain/record_builder.h"
#include "support/doj_rows.h"

using namespace redress;
using namespace redress::explain;
using namespace redress::explain::testing;
using evaluate::FactKind;
using evaluate::SubjectKind;
using evaluate::UnknownFact;
using model::Doubt;

namespace {

model::Person two_convictions() {
  PersonBuilder builder;
  builder.conviction("11359 HS-SELL", day(2014, 2, 11));
  builder.conviction("261 PC-RAPE", day(1998, 5, 4));
  return builder.person;
}

std::string words(FactKind kind, Doubt doubt, evaluate::Subject subject, std::string_view needed = {}) {
  return fact_words({kind, doubt, subject, needed}, two_convictions(), conviction_at(0));
}

}  // namespace

TEST_CASE("the birth date is named with why it is unknown") {
  CHECK(words(FactKind::kBirthDate, Doubt::kPartial, {}) == "birth date (partial)");
}

TEST_CASE("the conviction decided on is this conviction") {
  CHECK(words(FactKind::kLevel, Doubt::kMissing, conviction_at(0)) == "level of this conviction (missing)");
  CHECK(words(FactKind::kCounty, Doubt::kContradictory, conviction_at(0)) ==
        "county of this conviction (contradictory)");
  CHECK(words(FactKind::kConvictionDate, Doubt::kUnreadable, conviction_at(0)) ==
        "date of this conviction (unreadable)");
}

TEST_CASE("another conviction is named by its count") {
  CHECK(words(FactKind::kCharge, Doubt::kUnreadable, conviction_at(1)) == "charge of count 102001001000 (unreadable)");
  CHECK(words(FactKind::kSentence, Doubt::kUnreadable, conviction_at(1)) ==
        "length of the sentence of count 102001001000 (unreadable)");
}

TEST_CASE("a missing code is named with the citation that lacks it") {
  PersonBuilder builder;
  builder.conviction("187", no_date());
  const UnknownFact code{FactKind::kCode, Doubt::kMissing, conviction_at(0), {}};
  CHECK(fact_words(code, builder.person, std::nullopt) == "code of 187 in count 101001001000 (missing)");
}

TEST_CASE("a missing subdivision is named with the citation that lacks it") {
  PersonBuilder builder;
  builder.conviction("288 PC-LEWD", no_date());
  const UnknownFact fact{FactKind::kSubdivision, Doubt::kMissing, conviction_at(0), {}};
  CHECK(fact_words(fact, builder.person, std::nullopt) == "subdivision of 288 PC in count 101001001000 (missing)");
}

TEST_CASE("an attempt that a set leaves open is asked about") {
  PersonBuilder builder;
  builder.conviction("664/459 PC-ATT BURGLARY", no_date());
  builder.conviction("182-459 PC", no_date());
  UnknownFact fact{FactKind::kAttemptMembership, Doubt::kNotInSource, conviction_at(0), {}};
  CHECK(fact_words(fact, builder.person, std::nullopt) == "whether the attempt 664/459 PC counts (count 101001001000)");
  fact.subject = conviction_at(1);
  CHECK(fact_words(fact, builder.person, std::nullopt) ==
        "whether the conspiracy 182-459 PC counts (count 102001001000)");
}

TEST_CASE("a fact that a set needs is written with blanks") {
  CHECK(words(FactKind::kNeeded, Doubt::kNotInSource, conviction_at(1), "use_of_force") ==
        "use of force (count 102001001000, 261 PC)");
}

TEST_CASE("a registration is named by its date where it has one") {
  PersonBuilder builder;
  builder.registration(Truth::kUnknown, day(2001, 2, 3));
  builder.registration(Truth::kYes, no_date());
  const UnknownFact charge_fact{FactKind::kRegistrationCharge, Doubt::kMissing, {SubjectKind::kRegistration, 0}, {}};
  const UnknownFact date_fact{FactKind::kRegistrationDate, Doubt::kMissing, {SubjectKind::kRegistration, 1}, {}};
  CHECK(fact_words(charge_fact, builder.person, std::nullopt) == "charge of the registration of 2001-02-03 (missing)");
  CHECK(fact_words(date_fact, builder.person, std::nullopt) == "date of a registration (missing)");
}

TEST_CASE("a charge of another count of the cycle is named by the cycle") {
  PersonBuilder builder;
  builder.person.cycle_charges.push_back({7, charge("XX"), {}});
  const UnknownFact fact{FactKind::kCharge, Doubt::kUnreadable, {SubjectKind::kCycleCharge, 0}, {}};
  CHECK(fact_words(fact, builder.person, std::nullopt) == "charge of another count of cycle 007 (unreadable)");
}

TEST_CASE("a row that could not be read is named without its content") {
  CHECK(words(FactKind::kMissingRow, Doubt::kUnreadable, {}) == "a row of this person could not be read");
}

TEST_CASE("a row whose count cannot be identified is this row in its own answer") {
  const evaluate::Subject unusable{SubjectKind::kUnusable, 0};
  CHECK(fact_words({FactKind::kCountIdentity, Doubt::kUnreadable, unusable, {}}, two_convictions(), unusable) ==
        "count of this row cannot be identified");
}

TEST_CASE("facts stand in their order and each once") {
  const std::vector<UnknownFact> facts = {{FactKind::kLevel, Doubt::kMissing, conviction_at(0), {}},
                                          {FactKind::kBirthDate, Doubt::kMissing, {}, {}},
                                          {FactKind::kLevel, Doubt::kMissing, conviction_at(0), {}}};
  CHECK(facts_words(facts, two_convictions(), conviction_at(0)) ==
        "level of this conviction (missing); birth date (missing)");
}

TEST_CASE("dates of origin, declared facts and open questions are named") {
  CHECK(words(FactKind::kArrestDate, Doubt::kMissing, conviction_at(1)) ==
        "arrest date of count 102001001000 (missing)");
  CHECK(words(FactKind::kOffenseDate, Doubt::kNotInSource, conviction_at(1)) ==
        "offense date of count 102001001000 (not in this file)");
  CHECK(words(FactKind::kChargingDate, Doubt::kNotInSource, conviction_at(1)) ==
        "charging date of count 102001001000 (not in this file)");
  CHECK(words(FactKind::kDeclared, Doubt::kNotInSource, conviction_at(1), "concentrate_grams") ==
        "concentrate grams of count 102001001000 (not in this file)");
  CHECK(words(FactKind::kQuestion, Doubt::kNotInSource, {}, "Q3") == "open question Q3");
}

TEST_CASE("every note has its own words") {
  for (std::size_t i = 0; i < model::kNoteCount; ++i) {
    CHECK_FALSE(note_words(static_cast<model::Note>(i)).empty());
    for (std::size_t j = 0; j < i; ++j)
      CHECK(note_words(static_cast<model::Note>(i)) != note_words(static_cast<model::Note>(j)));
  }
}

TEST_CASE("the page about results explains every note") {
  const std::string page = redress::testing::file_text("docs/results.md");
  const std::string table = page.substr(page.find("| Data note |"));
  for (std::size_t i = 0; i < model::kNoteCount; ++i) {
    const std::string note(note_words(static_cast<model::Note>(i)));
    CAPTURE(note);
    const bool is_there = table.find("| " + note + " |") != std::string::npos ||
                          table.find("| " + note + ", ") != std::string::npos ||
                          table.find(", " + note + ", ") != std::string::npos ||
                          table.find(", " + note + " |") != std::string::npos;
    CHECK(is_there);
  }
}

TEST_CASE("a fact that this kind of file never has says so") {
  CHECK(doubt_words(Doubt::kNotInSource) == "not in this file");
}

TEST_CASE("another record goes by the name it is given, which holds its charge") {
  PersonBuilder builder;
  builder.conviction("664/187 PC", day(1998, 5, 4));
  const auto named = [&](FactKind kind, Doubt doubt, std::string_view needed = {}) {
    const UnknownFact fact{kind, doubt, conviction_at(0), needed};
    return fact_words(fact, builder.person, std::nullopt, [](evaluate::Subject) { return "187 PC in row 4"; });
  };
  CHECK(named(FactKind::kConvictionDate, Doubt::kPartial) == "date of 187 PC in row 4 (partial)");
  CHECK(named(FactKind::kCode, Doubt::kMissing) == "code of 187 PC in row 4 (missing)");
  CHECK(named(FactKind::kNeeded, Doubt::kNotInSource, "use_of_force") == "use of force (187 PC in row 4)");
  CHECK(named(FactKind::kAttemptMembership, Doubt::kNotInSource) == "whether the attempt 187 PC in row 4 counts");
}

TEST_CASE("the record at hand and one without a name keep their own words") {
  PersonBuilder builder;
  builder.conviction("187 PC", day(1998, 5, 4));
  const UnknownFact fact{FactKind::kLevel, Doubt::kMissing, conviction_at(0), {}};
  const auto name = [](evaluate::Subject) { return "187 PC in row 4"; };
  const auto no_name = [](evaluate::Subject) { return ""; };
  CHECK(fact_words(fact, builder.person, conviction_at(0), name) == "level of this conviction (missing)");
  CHECK(fact_words(fact, builder.person, std::nullopt, no_name) == "level of count 101001001000 (missing)");
}
