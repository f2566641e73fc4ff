#include <doctest/doctest.h>

#include "policy/policy.h"
#include "policy/policy_texts.h"

namespace redress::policy {
namespace {

using testing::kAnyWhen;
using testing::plan_with;
using testing::shipped_policy;


std::string values(const Plan& plan) {
  std::string text;
  for (const Parameter& parameter : plan.parameters) text += parameter.name + "=" + value_text(parameter) + " ";
  return text;
}

Result<Plan> set(std::string name, std::string value) {
  const std::vector<Setting> settings = {{std::move(name), std::move(value), "--set"}};
  return with_settings(plan_with(kAnyWhen), settings);
}

TEST_CASE("every type of parameter is set by a text") {
  const std::vector<Setting> settings = {{"age", "18", "--set"},
                                         {"idle", "5", "--set"},
                                         {"asked", "yes", "--set"},
                                         {"test", "then", "--set"},
                                         {"chosen", "11357; 11357(a)", "--set"}};
  const auto plan = with_settings(plan_with(kAnyWhen), settings);
  if (!plan) FAIL(to_string(plan.error()));
  CHECK(values(*plan) == "age=18 idle=5 asked=yes test=then chosen=11357;11357(a) ");
}

TEST_CASE("charges are separated by semicolons or commas") {
  for (const std::string value : {"11357;11357(a)", "11357,11357(a)", " 11357 , 11357(a) "}) {
    const auto plan = set("chosen", value);
    if (!plan) FAIL(to_string(plan.error()));
    CHECK(value_text(plan->parameters.back()) == "11357;11357(a)");
  }
}

TEST_CASE("an option's name given for a parameter's is told the parameter's") {
  for (const std::string name : {"subjectAgeThreshold", "additionalRelief.subjectAgeThreshold"}) {
    const std::vector<Setting> settings = {{name, "50", "--set"}};
    const auto plan = with_settings(shipped_policy("configurable"), settings);
    REQUIRE(!plan.ok());
    CHECK(plan.error().code == "parameter.unknown");
    CHECK(plan.error().next_step.find("here it is 'dismiss_at_age'") != std::string::npos);
  }
}

TEST_CASE("a range holds its ends, and off is off") {
  CHECK(set("age", "18").ok());
  CHECK(set("age", "120").ok());
  CHECK(set("idle", "0").ok());
  for (const std::string age : {"17", "121", "-1", "0"}) {
    const auto plan = set("age", age);
    REQUIRE(!plan.ok());
    CHECK(plan.error().code == "parameter.range");
    CHECK(plan.error().next_step.find("from 18 to 120") != std::string::npos);
  }
  for (const std::string idle : {"4", "1", "-5"}) CHECK(set("idle", idle).error().code == "parameter.range");
}

TEST_CASE("a value of another kind is refused") {
  for (const auto& [name, value] : std::vector<std::pair<std::string, std::string>>{{"age", "fifty"},
                                                                                    {"age", "50 years"},
                                                                                    {"age", ""},
                                                                                    {"age", "99999999999999999999"},
                                                                                    {"asked", "true"},
                                                                                    {"test", "Then"},
                                                                                    {"chosen", "11358"},
                                                                                    {"chosen", "11357;;11357(a)"}}) {
    const std::string given = name + "=" + value;
    CAPTURE(given);
    const auto plan = set(name, value);
    REQUIRE(!plan.ok());
    CHECK(plan.error().code == "parameter.value");
    CHECK(plan.error().kind == ErrorKind::kUsage);
  }
  const auto list = set("chosen", "11357(b)");
  REQUIRE(!list.ok());
  CHECK(list.error().next_step ==
        "Did you mean '11357(a)'? For example: --set \"chosen=11357(a);11357(none)\"");
}

TEST_CASE("an unknown parameter is refused, with the near match") {
  const auto plan = set("agee", "50");
  REQUIRE(!plan.ok());
  CHECK(plan.error().code == "parameter.unknown");
  CHECK(plan.error().next_step == "Did you mean 'age'?");
}

TEST_CASE("a parameter set twice is refused") {
  const std::vector<Setting> settings = {{"age", "50", "--set"}, {"age", "50", "--set"}};
  CHECK(with_settings(plan_with(kAnyWhen), settings).error().code == "parameter.twice");
}

// The options file of the configurable policy, as offices have it.
Result<Plan> with_options(const std::string& json) {
  const Plan plan = shipped_policy("configurable");
  const auto settings = read_options({"options.json", json}, plan);
  if (!settings) return settings.error();
  return with_settings(plan, *settings);
}

TEST_CASE("an options file sets what it names and switches off the rest") {
  const auto plan = with_options(R"json({
    "baselineEligibility": {"dismiss": ["11357", "11358"], "reduce": ["11359", "11360"]},
    "additionalRelief": {"subjectUnder21AtConviction": true, "subjectAgeThreshold": 57,
      "yearsSinceConvictionThreshold": 10, "subjectIsDeceased": true, "subjectHasOnlyProp64Charges": true}})json");
  if (!plan) FAIL(to_string(plan.error()));
  CHECK(values(*plan) ==
        "dismiss=11357;11358 reduce=11359;11360 under_21_at_conviction=yes dismiss_at_age=57 years_since_conviction=10 "
        "crime_free_years=0 only_prop64=yes deceased=yes ");
}

TEST_CASE("absent means off or empty, whatever the default") {
  auto changed = shipped_policy("configurable");
  changed = testing::with(std::move(changed), "dismiss", "11357");
  changed = testing::with(std::move(changed), "dismiss_at_age", "50");
  changed = testing::with(std::move(changed), "deceased", "yes");
  const auto settings = read_options({"options.json", "{}"}, changed);
  REQUIRE(settings.ok());
  const auto plan = with_settings(changed, *settings);
  REQUIRE(plan.ok());
  CHECK(values(*plan) == values(shipped_policy("configurable")));
}

TEST_CASE("every section that the options file may name is known") {
  const auto plan = with_options(
      R"json({"baselineEligibility": {"reduce": ["11357", "11358", "11359", "11360", "11357(a)", "11357(b)", "11357(c)",
          "11357(d)", "11357(no-sub-section)"]}})json");
  if (!plan) FAIL(to_string(plan.error()));
  CHECK(std::get<std::vector<std::size_t>>(plan->parameters[1].value).size() == 9);
}

struct OptionsFault {
  std::string json;
  std::string code;
  std::string advice;
};

TEST_CASE("each fault of an options file is refused, with advice") {
  const std::vector<OptionsFault> faults = {
      {"", "options.syntax", ""},
      {"{", "options.syntax", ""},
      {"[]", "options.syntax", ""},
      {"{\"a\": \"\xFF\"}", "options.syntax", ""},
      {"1e9223372036854775808", "options.syntax", "Write a number that the option takes."},
      {R"json({"additionalRelief": {"subjectAgeThreshold": 1e999}})json", "options.syntax",
       "Write a number that the option takes."},
      {R"json({"baselineEligibilty": {"dismiss": []}})json", "options.unknown", "Did you mean 'baselineEligibility'?"},
      {R"json({"baselineEligibilty": {}})json", "options.unknown", "Did you mean 'baselineEligibility'?"},
      {R"json({"baselineEligibilty": 5})json", "options.unknown", "Did you mean 'baselineEligibility'?"},
      {R"json({"baselineEligibility": {"dismis": []}})json", "options.unknown",
       "Did you mean 'baselineEligibility.dismiss'?"},
      {R"json({"additionalRelief": {"subjectAgeThreshhold": 50}})json", "options.unknown",
       "Did you mean 'additionalRelief.subjectAgeThreshold'?"},
      {R"json({"additionalRelief": {"dismiss": []}})json", "options.unknown", ""},
      {R"json({"baselineEligibility": []})json", "options.type", ""},
      {R"json({"baselineEligibility": {"dismiss": "11357"}})json", "options.type", "list"},
      {R"json({"baselineEligibility": {"dismiss": [11357]}})json", "options.type", "list"},
      {R"json({"baselineEligibility": {"dismiss": [""]}})json", "options.type", "list"},
      {R"json({"baselineEligibility": {"dismiss": ["11357;11358"]}})json", "options.type", "list"},
      {R"json({"baselineEligibility": {"dismiss": ["11357,11358"]}})json", "options.type", "list"},
      {R"json({"baselineEligibility": {"dismiss": ["11361"]}})json", "parameter.value", "Did you mean '11360'?"},
      {R"json({"baselineEligibility": {"dismiss": ["11357(e)"]}})json", "parameter.value", "Did you mean '11357(a)'?"},
      {R"json({"additionalRelief": {"subjectIsDeceased": "yes"}})json", "options.type", "true or false"},
      {R"json({"additionalRelief": {"subjectAgeThreshold": "57"}})json", "options.type", "40 to 65"},
      {R"json({"additionalRelief": {"subjectAgeThreshold": 57.5}})json", "options.type", "40 to 65"},
      {R"json({"additionalRelief": {"subjectAgeThreshold": null}})json", "options.type", "40 to 65"},
      {R"json({"additionalRelief": {"subjectAgeThreshold": 39}})json", "parameter.range", "40 to 65"},
      {R"json({"additionalRelief": {"subjectAgeThreshold": 66}})json", "parameter.range", "40 to 65"},
      {R"json({"additionalRelief": {"yearsSinceConvictionThreshold": 16}})json", "parameter.range", "1 to 15"},
      {R"json({"additionalRelief": {"yearsCrimeFreeThreshold": -1}})json", "parameter.range", "1 to 15"},
      {R"json({"additionalRelief": {"subjectIsDeceased": true, "subjectIsDeceased": false}})json", "options.twice", ""},
  };
  for (const OptionsFault& fault : faults) {
    CAPTURE(fault.json);
    const auto plan = with_options(fault.json);
    REQUIRE(!plan.ok());
    CHECK_MESSAGE(plan.error().code == fault.code, to_string(plan.error()));
    CHECK_MESSAGE(plan.error().next_step.find(fault.advice) != std::string::npos, plan.error().next_step);
    CHECK(to_string(plan.error()).find("options.json") != std::string::npos);
  }
}

TEST_CASE("a fault of an options file is shown where it stands") {
  struct Placed {
    std::string json;
    std::uint64_t line;
    std::uint32_t column;
  };
  const std::vector<Placed> faults = {
      {"{\n  \"baselineEligibility\": {\"dismis\": []}}", 2, 27},
      {"{\n  \"baselineEligibilty\": {}}", 2, 3},
      {"{\"additionalRelief\": {\n \"subjectIsDeceased\": 1}}", 2, 2},
      {"{\"additionalRelief\": {\"subjectIsDeceased\": true,\n  \"subjectIsDeceased\" : true}}", 2, 3},
      // A value that is spelled as a key is none.
      {"{\"baselineEligibility\": {\"dismiss\": [\"reduce\"],\n    \"reduce\": {}}}", 2, 5},
      {"{\"additionalRelief\": {},\n\n  oops}", 3, 3},
  };
  for (const Placed& fault : faults) {
    CAPTURE(fault.json);
    const auto plan = with_options(fault.json);
    REQUIRE(!plan.ok());
    CHECK(plan.error().place.line_1based == fault.line);
    CHECK(plan.error().place.column_1based == fault.column);
    CHECK(plan.error().excerpt.find('^') != std::string::npos);
  }
}

TEST_CASE("an entry stands in a list once") {
  const auto set =
      with_settings(shipped_policy("configurable"), std::vector<Setting>{{"dismiss", "11357;11358;11357", "a policy"}});
  REQUIRE(!set.ok());
  CHECK(set.error().code == "parameter.entry_twice");
  CHECK(set.error().cause == "a policy: 'dismiss' has '11357' twice");
  const auto options = with_options(R"json({"baselineEligibility": {"reduce": ["11358", "11358"]}})json");
  REQUIRE(!options.ok());
  CHECK(options.error().code == "parameter.entry_twice");
}

TEST_CASE("messages about an options file name the option as the file writes it") {
  const auto range = with_options(R"json({"additionalRelief": {"subjectAgeThreshold": 39}})json");
  REQUIRE(!range.ok());
  CHECK(range.error().cause.find("'additionalRelief.subjectAgeThreshold'") != std::string::npos);
  CHECK(range.error().cause.find("dismiss_at_age") == std::string::npos);
  const auto list = with_options(R"json({"baselineEligibility": {"reduce": ["11361"]}})json");
  REQUIRE(!list.ok());
  CHECK(list.error().cause.find("'baselineEligibility.reduce'") != std::string::npos);
  CHECK(list.error().next_step.find("\"reduce\": [\"11357\", ") != std::string::npos);
  CHECK(list.error().next_step.find("--set") == std::string::npos);
}

TEST_CASE("zero switches a threshold of the options file off") {
  const auto plan =
      with_options(R"json({"additionalRelief": {"subjectAgeThreshold": 0, "yearsCrimeFreeThreshold": 0}})json");
  CHECK(plan.ok());
}

TEST_CASE("a policy without option names takes no options file") {
  const auto settings =
      read_options({"options.json", R"json({"additionalRelief": {}})json"}, shipped_policy("los-angeles"));
  REQUIRE(!settings.ok());
  CHECK(settings.error().next_step.find("takes no options file") != std::string::npos);
}

}  // namespace
}  // namespace redress::policy
