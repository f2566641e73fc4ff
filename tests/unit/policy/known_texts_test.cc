#include "policy/check/known_texts.h"

#include <doctest/doctest.h>

#include "policy_texts.h"

namespace redress::policy::testing {
namespace {

const std::vector<std::string>& some_counties() {
  static const std::vector<std::string> names = {"FRESNO", "KERN", "LOS ANGELES"};
  return names;
}

Result<Plan> compiled_with_counties(std::string_view when) {
  return compile_policy({"small.toml", small_policy(when)}, small_sets(), {}, some_counties());
}

std::string advice_of(std::string_view when) {
  const auto plan = compiled_with_counties(when);
  REQUIRE(!plan.ok());
  CHECK(plan.error().code == "policy.name");
  return plan.error().next_step;
}

TEST_CASE("a county that the state does not have is refused with the one that was meant") {
  CHECK(advice_of("conviction.county is 'LOS ANGELOS'") == "Did you mean 'LOS ANGELES'?");
  CHECK(advice_of("'Los Angelos' is not conviction.county") == "Did you mean 'LOS ANGELES'?");
  CHECK(advice_of("any(person.convictions, it.county is in ['KERN', 'FRENSO'])") == "Did you mean 'FRESNO'?");
}

TEST_CASE("the word county is no part of a county's name") {
  CHECK(advice_of("conviction.county is 'Los Angeles County'") == "Did you mean 'LOS ANGELES'?");
  CHECK(advice_of("run.county is 'KERN COUNTY'") == "Did you mean 'KERN'?");
}

TEST_CASE("a county that is near to none is refused with how one is written") {
  CHECK(advice_of("conviction.county is 'elsewhere'") ==
        "Write the county as the research files name it, for example 'FRESNO'.");
  CHECK(advice_of("conviction.county begins with 'X'").find("for example") != std::string::npos);
}

TEST_CASE("a county of the state passes in any case of letters, and so does the beginning of one") {
  for (const char* when : {"conviction.county is 'Los Angeles'", "run.county is not 'kern'",
                           "conviction.county is in ['KERN', 'FRESNO']", "conviction.county begins with 'Los'"}) {
    CHECK_MESSAGE(compiled_with_counties(when).ok(), when);
  }
}

TEST_CASE("a level and the choice of a parameter pass in any case of letters") {
  for (const char* when :
       {"conviction.level is 'Felony'", "conviction.level is in ['FELONY', 'Misdemeanor']", "test is 'THEN'"}) {
    const auto plan = compiled(small_policy(when));
    CHECK_MESSAGE(plan.ok(), when);
  }
}

TEST_CASE("without a list of counties any text may be one") {
  CHECK(compiled(small_policy("conviction.county is 'ELSEWHERE'")).ok());
}

TEST_CASE("a policy for a county that the state does not have is refused") {
  const std::string text = replaced(small_policy(kAnyWhen), "[policy]\n", "[policy]\ncounty = \"Kern County\"\n");
  const auto plan = compile_policy({"small.toml", text}, small_sets(), {}, some_counties());
  REQUIRE(!plan.ok());
  CHECK(plan.error().next_step == "Did you mean 'KERN'?");
}

}  // namespace
}  // namespace redress::policy::testing
