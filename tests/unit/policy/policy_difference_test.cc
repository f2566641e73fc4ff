#include "policy/words/policy_difference.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/wrapped_text.h"
#include "policy/policy_texts.h"

namespace redress::policy {
namespace {

using testing::replaced;
using testing::shipped_policy;

// Lines are wrapped: blanks of any length are one.
std::string single_spaced(const std::string& text) {
  std::string single;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank || single.empty() || single.back() != ' ') single += blank ? ' ' : c;
  }
  return single;
}

std::string base_text() {
  return testing::small_policy("conviction.level is 'felony'");
}

Plan compiled_or_fail(const std::string& text) {
  auto plan = testing::compiled(text);
  if (!plan) FAIL(to_string(plan.error()));
  return *std::move(plan);
}

struct Change {
  std::string from, to;         // in the text of the small policy
  std::vector<std::string> says;
  bool in_criteria = true;
};

void check_change(const Change& change) {
  CAPTURE(change.to);
  const Plan a = compiled_or_fail(base_text());
  const Plan b = compiled_or_fail(replaced(base_text(), change.from, change.to));
  const PolicyDifference difference = difference_of(a, b);
  CHECK(difference.in_criteria == change.in_criteria);
  const std::string text = single_spaced(difference.words);
  for (const std::string& words : change.says) {
    INFO(difference.words);
    CHECK_MESSAGE(text.find(words) != std::string::npos, words);
  }
  CHECK((text.find("No difference in criteria.") != std::string::npos) == !change.in_criteria);
}

TEST_CASE("one policy under two choices is told apart by what was chosen") {
  const Plan plan = testing::shipped_policy("los-angeles");
  const Plan chosen = testing::with(testing::with(plan, "dismiss_at_age", "60"), "age_test", "as-of");
  const std::string text = single_spaced(difference_of(plan, chosen).words);
  CHECK(text.find(" A us-ca.prop64.los-angeles, version ") != std::string::npos);
  CHECK(text.find(" B us-ca.prop64.los-angeles with dismiss_at_age=60, age_test=as-of, version ") != std::string::npos);
}

TEST_CASE("a policy does not differ from itself") {
  const Plan plan = compiled_or_fail(base_text());
  const PolicyDifference difference = difference_of(plan, plan);
  CHECK(!difference.in_criteria);
  CHECK(difference.words.find("No difference.") != std::string::npos);
  CHECK(difference.words.find("t.small, version 1: Small policy") != std::string::npos);
}

TEST_CASE("what is said of a policy differs without a difference in criteria") {
  check_change({"version = \"1\"", "version = \"2\"", {"What they are Version A 1 B 2"}, false});
  check_change({"title = \"Small policy\"", "title = \"Other title\"", {"Title A Small policy B Other title"}, false});
  check_change({"kind = \"county\"", "kind = \"county\"\ncounty = \"KERN\"",
                {"County A named for each run B KERN"}, false});
  check_change({"kind = \"county\"", "kind = \"county\"\ncites = [\"HSC 100\"]", {"Law A nothing B HSC 100"}, false});
}

TEST_CASE("another scope is shown in the words of both") {
  check_change({"conviction.county is run.county and conviction.charge is in sets.plants",
                "conviction.charge is in sets.plants",
                {"Convictions that they speak of Those of which A all of these hold:",
                 "B the charge of this conviction is listed in \"plants\""}});
}

TEST_CASE("a changed condition, determination, reason or citation of a step is shown with both sides") {
  check_change({"conviction.level is 'felony'", "conviction.level is 'misdemeanor'",
                {"0 steps only in A, 0 only in B, 1 in both but changed, 2 the same.",
                 "Steps in both, but changed Step 1, tested It holds when A the level of this conviction is felony B "
                 "the level of this conviction is misdemeanor"}});
  check_change({"outcome = \"grant\"\nreason = \"Tested\"", "outcome = \"refuse\"\nreason = \"Tested\"",
                {"Step 1, tested Determination A Granted (dismissal) B Refused (no relief)"}});
  check_change({"reason = \"Tested\"", "reason = \"Tried\"", {"Step 1, tested Reason A Tested B Tried"}, false});
  check_change({"reason = \"Tested\"", "reason = \"Tested\"\ncite = \"HSC 9\"",
                {"Step 1, tested Law A nothing B HSC 9"}, false});
  check_change({"reason = \"Tested\"", "reason = \"Tested\"\nquestion = \"Is it?\"\nnote = \"See\"",
                {"Question A nothing B Is it?", "Note A nothing B See"}, false});
  check_change({"number = \"2\"", "number = \"2b\"",
                {"Step 2, uses-the-rest; in B: Step 2b, uses-the-rest"}, false});
}

TEST_CASE("another label of a determination is shown where it is given") {
  check_change({"label = \"Refused\"", "label = \"Declined\"",
                {"Determinations Refused Only in A no relief", "Declined Only in B no relief",
                 "Step 3, otherwise Determination A Refused (no relief) B Declined (no relief)"}});
}

TEST_CASE("a step that only one policy has is shown whole, on its side") {
  const std::string more =
      "[[step]]\nid = \"older\"\nwhen = \"conviction.date is before 1990-01-01\"\n"
      "outcome = \"refuse\"\nreason = \"Old\"\ncite = \"HSC 1\"\n";
  const std::string with_more =
      replaced(base_text(), "[[step]]\nid = \"otherwise\"", more + "[[step]]\nid = \"otherwise\"");
  const Plan small = compiled_or_fail(base_text());
  const Plan large = compiled_or_fail(with_more);
  const std::string step =
      "Step 3, older It holds when the date of this conviction is before 1990-01-01 Determination Refused (no relief) "
      "Reason Old Law HSC 1";
  const std::string b_has_it = single_spaced(difference_of(small, large).words);
  CHECK(b_has_it.find("0 steps only in A, 1 only in B, 0 in both but changed, 3 the same.") != std::string::npos);
  CHECK(b_has_it.find("Steps only in B " + step) != std::string::npos);
  // Its place in the order is no change of the step after it.
  CHECK(b_has_it.find("Step 3, otherwise") == std::string::npos);
  const std::string a_has_it = single_spaced(difference_of(large, small).words);
  CHECK(a_has_it.find("1 step only in A, 0 only in B") != std::string::npos);
  CHECK(a_has_it.find("Steps only in A " + step) != std::string::npos);
}

TEST_CASE("a step of another id that asks for the same and gives the same is the same step under another name") {
  const Plan a = compiled_or_fail(base_text());
  const Plan b = compiled_or_fail(replaced(base_text(), "id = \"tested\"", "id = \"tried\""));
  const PolicyDifference difference = difference_of(a, b);
  CHECK(!difference.in_criteria);
  CHECK(single_spaced(difference.words).find("Step 1, tested; in B: Step 1, tried Name") != std::string::npos);
}

TEST_CASE("steps in another order are a difference in criteria") {
  const std::string text = base_text();
  const std::size_t first = text.find("[[step]]");
  const std::size_t second = text.find("[[step]]", first + 1);
  const std::size_t third = text.find("[[step]]", second + 1);
  const std::string turned = text.substr(0, first) + text.substr(second, third - second) +
                             text.substr(first, second - first) + text.substr(third);
  const PolicyDifference difference = difference_of(compiled_or_fail(text), compiled_or_fail(turned));
  CHECK(difference.in_criteria);
  CHECK(single_spaced(difference.words)
            .find("Order of the steps that both have The first that holds decides A tested; uses-the-rest; otherwise B "
                  "uses-the-rest; tested; otherwise") != std::string::npos);
}

TEST_CASE("another value of a parameter is one difference, and not one of each step that asks for it") {
  const Plan a = compiled_or_fail(base_text());
  const Plan b = testing::with(a, "age", "60");
  const PolicyDifference difference = difference_of(a, b);
  CHECK(difference.in_criteria);
  const std::string text = single_spaced(difference.words);
  CHECK(text.find("age Value A 50 B 60 Asked for by Step 2, uses-the-rest") != std::string::npos);
  CHECK(text.find("Steps in both, but changed") == std::string::npos);
  CHECK(single_spaced(difference_of(a, testing::with(a, "chosen", "11357;11357(a)")).words)
            .find("chosen Value A none B 11357; 11357(a)") != std::string::npos);
  CHECK(single_spaced(difference_of(a, testing::with(a, "idle", "7")).words).find("idle Value A off B 7") !=
        std::string::npos);
  check_change({"label = \"Age\"", "label = \"Years\"", {"age Meaning A Age B Years"}, false});
}

TEST_CASE("lists of sections under one name are compared entry by entry") {
  const Plan a = compiled_or_fail(base_text());
  const std::string other = replaced(
      replaced(replaced(testing::kGraveSet, "section = \"PC 187\"\nattempts = \"review\"",
                        "section = \"PC 187\"\nattempts = \"no\""),
               "[[entry]]\nsection = \"PC 288\"\nsubdivisions = [\"(b)(1)\"]\nattempts = \"no\"\n",
               "[[entry]]\nsection = \"PC 289\"\nattempts = \"no\"\n"),
      "t.grave", "t.graver");
  std::vector<SectionSetFile> sets = testing::small_sets();
  auto added = read_section_set({"graver.toml", other});
  REQUIRE(added.ok());
  sets.push_back(*std::move(added));
  const auto b = compile_policy({"b.toml", replaced(base_text(), "\"t.grave\"", "\"t.graver\"")}, sets);
  REQUIRE(b.ok());
  const PolicyDifference difference = difference_of(a, *b);
  CHECK(difference.in_criteria);
  const std::string text = single_spaced(difference.words);
  CHECK(
      text.find("Lists of sections \"grave\" List A t.grave (5 entries) B t.graver (5 entries) Only in A PC 288(b)(1) "
                "Only in B PC 289 PC 187 A attempts are for a person to look at B attempts do not count") !=
      std::string::npos);
  CHECK(text.find("Steps in both, but changed") == std::string::npos);
}

TEST_CASE("declared facts and open questions that only one policy has, or words otherwise, are named") {
  const std::string declared = replaced(
      replaced(base_text(), "[[outcome]]",
               "[facts.plants]\ntype = \"number\"\nquestion = \"How many?\"\n"
               "[questions.Q1]\ntext = \"Does it count?\"\n[[outcome]]"),
      "conviction.level is 'felony'", "facts.plants is at most 6 and question.Q1");
  const Plan a = compiled_or_fail(base_text());
  const Plan b = compiled_or_fail(declared);
  const std::string text = single_spaced(difference_of(a, b).words);
  CHECK(text.find("Facts that no file has, and that somebody may supply plants Only in B How many?") !=
        std::string::npos);
  CHECK(text.find("Open questions of law Q1 Only in B Does it count?") != std::string::npos);
  const Plan c = compiled_or_fail(
      replaced(replaced(declared, "question = \"How many?\"", "question = \"How many plants?\""), "Does it count?",
               "Does it?"));
  const PolicyDifference worded = difference_of(b, c);
  CHECK(!worded.in_criteria);
  const std::string words = single_spaced(worded.words);
  CHECK(words.find("plants Question A How many? B How many plants?") != std::string::npos);
  CHECK(words.find("Q1 Question A Does it count? B Does it?") != std::string::npos);
}

TEST_CASE("another anniversary of February 29 is a difference in criteria") {
  check_change({"unit = \"conviction\"", "unit = \"conviction\"\nleap = \"feb-28\"",
                {"Dates Anniversary of February 29 in other years A March 1 B February 28"}});
}

TEST_CASE("the difference of shipped policies stays within the page") {
  const std::vector<std::string> names = {"los-angeles", "sacramento", "configurable", "san-joaquin"};
  for (const std::string& a : names) {
    for (const std::string& b : names) {
      CAPTURE(a + " " + b);
      const PolicyDifference difference = difference_of(shipped_policy(a), shipped_policy(b));
      CHECK(difference.in_criteria == (a != b));
      std::istringstream lines(difference.words);
      for (std::string line; std::getline(lines, line);) CHECK(columns_of(line) <= kPageColumns);
    }
  }
}

}  // namespace
}  // namespace redress::policy
