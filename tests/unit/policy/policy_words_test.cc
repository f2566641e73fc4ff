#include <doctest/doctest.h>

#include <sstream>

#include "base/wrapped_text.h"
#include "policy/policy.h"
#include "policy/policy_texts.h"

namespace redress::policy {
namespace {

using testing::shipped_policy;
using testing::shipped_sets;

bool says(const std::string& text, std::string_view words) {
  // Lines are wrapped: blanks of any length are one.
  std::string single;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank || single.empty() || single.back() != ' ') single += blank ? ' ' : c;
  }
  return single.find(words) != std::string::npos;
}

// A policy of the small one's kind that asks for what no file has.
Plan with_declarations() {
  std::string text = testing::replaced(testing::kSmallPolicy, "[[outcome]]",
                                       "[facts.concentrate_grams]\ntype = \"decimal\"\nunit = \"grams\"\n"
                                       "question = \"How much concentrate was there?\"\nhelp = \"See the report.\"\n"
                                       "[facts.gift]\ntype = \"yes-no\"\nquestion = \"Was it a gift?\"\n"
                                       "[questions.Q3]\ntext = \"Does it count?\"\nsource = \"Counsel\"\n[[outcome]]");
  text = testing::replaced(text, "outcome = \"grant\"", "questions = [\"Q3\"]\noutcome = \"grant\"");
  text = testing::replaced(text, "{when}",
                           "facts.concentrate_grams is at most 28.5 and facts.gift is no and question.Q3 and "
                           "conviction.offense_date is before conviction.charging_date");
  auto plan = testing::compiled(text);
  if (!plan) FAIL(to_string(plan.error()));
  return *std::move(plan);
}

TEST_CASE("declared facts, open questions and the dates that no file has are said in words") {
  const Plan plan = with_declarations();
  const std::string text = policy_in_words(plan, testing::small_sets());
  for (const std::string part : {"Facts that no file has, and that somebody may supply",
                                 "\"concentrate grams\": How much concentrate was there?", "grams", "See the report.",
                                 "\"gift\": Was it a gift?", "Open questions of law", "Q3: Does it count?", "Counsel",
                                 "No file tells the date of an offense."}) {
    CAPTURE(part);
    CHECK(says(text, part));
  }
  for (const std::string part :
       {"\"concentrate grams\" of this conviction is at most 28.5; and",
        "\"gift\" of this conviction is answered no; and",
        "the open question Q3 is answered yes, which nobody can say; and",
        "the date of offense of this conviction is before the date of charging of this conviction"}) {
    CAPTURE(part);
    CHECK(says(text, part));
  }
}

TEST_CASE("what the end of a sentence is stands in the words of a policy that asks about it, and of no other") {
  for (const auto& one :
       {std::pair{"any(person.convictions, it.sentence_end is after run.as_of)", true},
        std::pair{"any(person.convictions, it.date is after run.as_of)", false}}) {
    CAPTURE(one.first);
    const auto plan = testing::compiled(testing::replaced(testing::kSmallPolicy, "{when}", one.first));
    if (!plan) FAIL(to_string(plan.error()));
    CHECK(says(policy_in_words(*plan, testing::small_sets()), "The end of a sentence is") == one.second);
  }
}

TEST_CASE("the policy in words names what it is, who answers for it, and every step with its law") {
  const std::string text = policy_in_words(shipped_policy("los-angeles"), shipped_sets());
  for (const std::string_view words : {"Los Angeles County District Attorney, Proposition 64 review",
                                       "Version 2019-10-25",
                                       "County LOS ANGELES",
                                       "Law HSC 11361.8; HSC 11361.9",
                                       "Legal review not reviewed by counsel",
                                       "dismiss_at_age: 50",
                                       "Measured on the as-of date. The birthday itself counts.",
                                       "From 1 to 120.",
                                       "age_test: conviction",
                                       "Superstrikes, as the Los Angeles County District Attorney lists them",
                                       "Entries 49",
                                       "Step 0, lesser-offense",
                                       "Step 2b, other-possession",
                                       "Step 3b, prior-sex-offense",
                                       "Step 11, otherwise",
                                       "Determination To be reviewed by City Attorneys",
                                       "Reason PC 667(e)(2)(c)(iv)",
                                       "Law PC 667(e)(2)(C)(iv)",
                                       "Reason 50 years or older",
                                       "the answer is \"Needs Review\"",
                                       "Approved for use"}) {
    CHECK_MESSAGE(says(text, words), words);
  }
}

TEST_CASE("the policy in words names every section of its lists, and what the list says of attempts and facts") {
  const std::string los_angeles = policy_in_words(shipped_policy("los-angeles"), shipped_sets());
  for (const std::string_view words :
       {"PC 245(d)(3);", "PC 190.1 to 190.99;", "PC 215 together with PC 186.22(b)(4);", "PC 191.5 (attempts count)",
        "PC 236.1(b) or (c);", "PC 266 without a subdivision;", "PC 653f(b) or (c) (attempts count)"}) {
    CHECK_MESSAGE(says(los_angeles, words), words);
  }
  const std::string statute = policy_in_words(shipped_policy("statute"), shipped_sets());
  CHECK(says(statute, "(attempts do not count; rests on the fact \"force\")"));
}

TEST_CASE("no line is longer than the page or ends in blanks") {
  for (const std::string name : {"los-angeles", "configurable", "statute"}) {
    std::istringstream lines(policy_in_words(shipped_policy(name), shipped_sets()));
    for (std::string line; std::getline(lines, line);) {
      CHECK(columns_of(line) <= kPageColumns);
      CHECK((line.empty() || line.back() != ' '));
    }
  }
}

TEST_CASE("the words follow the values that the office chose") {
  Plan plan = testing::with(shipped_policy("los-angeles"), "dismiss_at_age", "41");
  plan = testing::with(std::move(plan), "age_test", "as-of");
  const std::string text = policy_in_words(plan, shipped_sets());
  CHECK(says(text, "the person's 41st birthday [dismiss_at_age] is on or before the as-of date"));
  CHECK(says(text, "Reason 41 years or older"));
  CHECK(says(text, "\"as-of\" is chosen for age_test (it is), and"));
}

TEST_CASE("what is switched off says so, and no reason reads as if it were a number") {
  const std::string text = policy_in_words(shipped_policy("configurable"), shipped_sets());
  CHECK(says(text, "County Named for each run"));
  CHECK(says(text, "dismiss_at_age: off"));
  CHECK(says(text, "dismiss: none"));
  CHECK(says(text, "Reason (dismiss_at_age) years or older"));
  CHECK(says(text, "Reason Reduce all HS (the first entry of reduce that fits)"));
  CHECK(says(text, "A step of this policy gives this answer too"));
}

struct Words {
  std::string when;
  std::string words;
};

TEST_CASE("every form of condition can be read aloud") {
  const std::vector<Words> conditions = {
      {"conviction.level is 'felony'", "the level of this conviction is felony"},
      {"conviction.level is not in ['misdemeanor', 'infraction']",
       "it is not so that the level of this conviction is misdemeanor or infraction"},
      {"conviction.charge is in sets.grave", "the charge of this conviction is listed in \"grave\""},
      {"conviction.charge is not in sets.grave", "the charge of this conviction is not listed in \"grave\""},
      {"conviction.charge is in chosen", "the charge of this conviction is among those chosen for chosen"},
      {"conviction.date is on or after 2016-11-09", "the date of this conviction is on or after 2016-11-09"},
      {"conviction.subdivision begins with '(a)'", "the subdivision of this conviction begins with (a)"},
      {"conviction.subdivision is ''", "the subdivision of this conviction is absent"},
      {"conviction.subdivision is not ''", "the subdivision of this conviction is not absent"},
      {"person.birth_date + 21 years is after conviction.date",
       "the person's 21st birthday is after the date of this conviction"},
      {"person.birth_date + 12 years is after conviction.date",
       "the person's 12th birthday is after the date of this conviction"},
      {"person.birth_date + 22 years is after conviction.date",
       "the person's 22nd birthday is after the date of this conviction"},
      {"conviction.date + 1 months is after run.as_of",
       "the day 1 month after the date of this conviction is after the as-of date"},
      {"conviction.date is before run.as_of - age years",
       "the date of this conviction is before the day 50 years [age] before the as-of date"},
      {"asked", "yes is chosen for asked (it is not)"},
      {"test is 'now'", "\"now\" is chosen for test (it is)"},
      {"test is not 'then'", "\"then\" is not chosen for test (it is not)"},
      {"person.is_deceased", "the person has died"},
      {"not person.is_deceased", "it is not so that the person has died"},
      {"conviction.is_attempt", "this conviction is charged as an attempt"},
      {"any(person.convictions in sets.grave, it.date is before conviction.date)",
       "the person has a conviction listed in \"grave\" whose date is before the date of this conviction"},
      {"any(person.registrations, it.date is before conviction.date)",
       "the person has a registration whose date is before the date of this conviction"},
      {"not any(person.convictions, it.sentence_end is after run.as_of)",
       "the person has no conviction whose end of sentence is after the as-of date"},
      {"all(person.convictions, it.charge is in sets.plants)",
       "for every conviction of the person, its charge is listed in \"plants\""},
      {"any(conviction.cycle_counts in sets.plants)", "a count of the same cycle is listed in \"plants\""},
      {"not any(conviction.cycle_counts in sets.plants)", "no count of the same cycle is listed in \"plants\""},
      {"count(person.convictions) is more than 1", "there are more than 1 convictions of the person"},
      {"different_dates(person.convictions, it.section is conviction.section and it.date is before conviction.date) is "
       "at least 2",
       "there are at least 2 different dates of convictions of the person, each such that its section is the section "
       "of "
       "this conviction, and its date is before the date of this conviction"},
      {"latest(person.convictions) is before run.as_of - 5 years",
       "the latest date of the convictions of the person is before the day 5 years before the as-of date"},
      {"person.is_deceased and (asked or test is 'now')",
       "all of these hold: (a) the person has died; and (b) either yes is chosen for asked (it is not), or \"now\" is "
       "chosen for test (it is)"},
      {"asked or person.is_deceased and conviction.is_conspiracy",
       "one of these holds: (a) yes is chosen for asked (it is not); or (b) both the person has died, and this "
       "conviction "
       "is charged as a conspiracy"},
  };
  for (const Words& one : conditions) {
    const std::string text = policy_in_words(testing::plan_with(one.when), testing::small_sets());
    CHECK_MESSAGE(says(text, "It holds when " + one.words + " Determination"), one.words);
  }
}

}  // namespace
}  // namespace redress::policy
