#include "policy/check/parameter_reader.h"

#include <doctest/doctest.h>

#include "policy/parse/toml_document.h"
#include "policy/policy_texts.h"

namespace redress::policy {
namespace {

Result<std::vector<Parameter>> read(const std::string& text) {
  const SourceText source{"p.toml", text};
  const auto document = parse_toml(source);
  REQUIRE(document.ok());
  return read_parameters(source, *document);
}

TEST_CASE("parameters are read in the order of the file, at their defaults") {
  const Plan plan = testing::plan_with("person.is_deceased");
  std::string words;
  for (const Parameter& parameter : plan.parameters) words += parameter.name + "=" + value_text(parameter) + ";";
  CHECK(words == "age=50;idle=0;asked=no;test=now;chosen=;");
  CHECK(plan.parameters[0].min == 18);
  CHECK(plan.parameters[1].off == 0);
  CHECK(plan.parameters[4].charges[2].fit == ChargeChoice::Fit::kNoSubdivision);
  CHECK(plan.parameters[4].charges[0].fit == ChargeChoice::Fit::kTheseSubdivisions);
}

TEST_CASE("a policy may have no parameters") {
  const auto parameters = read("");
  REQUIRE(parameters.ok());
  CHECK(parameters->empty());
}

struct ParameterFault {
  std::string text;
  std::string code;
  std::string marked;
};

TEST_CASE("each fault of a parameter is refused at its place") {
  const std::string head = "[parameters.p]\nlabel = \"L\"\n";
  const std::vector<ParameterFault> faults = {
      {head + "type = \"year\"\ndefault = 1\n", "policy.parameter", "year"},
      {head + "default = 1\n", "policy.key", "[parameters.p]"},
      {"[parameters.p]\ntype = \"years\"\ndefault = 1\n", "policy.key", "[parameters.p]"},
      {head + "type = \"years\"\n", "policy.key", "[parameters.p]"},
      {head + "type = \"years\"\ndefault = \"1\"\n", "policy.type", "1"},
      {head + "type = \"years\"\ndefault = 1\nmin = 2\n", "policy.parameter", "1"},
      {head + "type = \"years\"\ndefault = 9\nmax = 8\n", "policy.parameter", "9"},
      {head + "type = \"years\"\ndefault = 1\nmin = 5\nmax = 3\n", "policy.parameter", "5"},
      {head + "type = \"years\"\ndefault = 1\nchoices = [\"a\"]\n", "policy.parameter", "[\"a\"]"},
      {head + "type = \"yes-no\"\ndefault = 1\n", "policy.type", "1"},
      {head + "type = \"yes-no\"\ndefault = true\nmin = 1\n", "policy.parameter", "1"},
      {head + "type = \"choice\"\ndefault = \"a\"\n", "policy.parameter", "p"},
      {head + "type = \"choice\"\ndefault = \"c\"\nchoices = [\"a\", \"b\"]\n", "policy.parameter", "c"},
      {head + "type = \"choice\"\ndefault = \"a\"\nchoices = [\"a\", \"a\"]\n", "policy.parameter", "[\"a\", \"a\"]"},
      {head + "type = \"charges\"\n", "policy.parameter", "p"},
      {head + "type = \"charges\"\n[[parameters.p.choice]]\nvalue = \"x\"\nwords = \"w\"\nsection = \"11357\"\n",
       "policy.section", "11357"},
      {head + "type = \"charges\"\n[[parameters.p.choice]]\nvalue = \"x\"\nsection = \"HSC 11357\"\n", "policy.key",
       "[[parameters.p.choice]]"},
      {head + "type = \"years\"\ndefault = 1\nhlep = \"x\"\n", "policy.key", "hlep"},
      {"[parameters.P]\nlabel = \"L\"\ntype = \"years\"\ndefault = 1\n", "policy.parameter", "P"},
      {"[parameters.and]\nlabel = \"L\"\ntype = \"years\"\ndefault = 1\n", "policy.parameter", "and"},
      {"parameters = 3\n", "policy.type", "3"},
      {"[parameters]\np = 3\n", "policy.type", "3"},
  };
  for (const ParameterFault& fault : faults) {
    CAPTURE(fault.text);
    const auto parameters = read(fault.text);
    REQUIRE(!parameters.ok());
    CHECK_MESSAGE(parameters.error().code == fault.code, to_string(parameters.error()));
    CHECK(testing::under_caret(parameters.error()).starts_with(fault.marked.substr(0, 1)));
  }
}

TEST_CASE("a charge may not be listed twice under one value") {
  const std::string charge = "[[parameters.p.choice]]\nvalue = \"x\"\nwords = \"w\"\nsection = \"HSC 11357\"\n";
  const auto parameters = read("[parameters.p]\nlabel = \"L\"\ntype = \"charges\"\n" + charge + charge);
  REQUIRE(!parameters.ok());
  CHECK(parameters.error().code == "policy.parameter");
}

TEST_CASE("the value that switches a parameter off may lie outside of its range") {
  CHECK(read("[parameters.p]\nlabel = \"L\"\ntype = \"years\"\ndefault = 0\noff = 0\nmin = 5\n").ok());
}

}  // namespace
}  // namespace redress::policy
