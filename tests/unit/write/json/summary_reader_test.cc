#include "write/json/summary_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace redress::write {
namespace {

std::string code_of(const std::string& text) {
  const auto read = read_summary(text, "results/summary.json");
  REQUIRE(!read.ok());
  CHECK(read.error().kind == ErrorKind::kInput);
  CHECK(read.error().place.file == "results/summary.json");
  return read.error().code;
}

TEST_CASE("a summary is read with its keys in their order") {
  const auto read =
      read_summary(R"({"format":"redress.summary","format_version":1,"run":{"z":1,"a":2}})", "summary.json");
  REQUIRE(read.ok());
  CHECK((*read)["run"].begin().key() == "z");
}

TEST_CASE("what is no summary is refused, whatever its bytes") {
  for (const std::string& text : {std::string(), std::string("{"), std::string("[]"), std::string("\xff\xfe{}"),
                                  std::string(100'000, '['), std::string("{} {}"), std::string("{\"format\":\"\xff\"}")}) {
    CAPTURE(text.size());
    CHECK(code_of(text) == "summary.syntax");
  }
}

TEST_CASE("a summary of another kind or version is refused as such") {
  CHECK(code_of("{}") == "summary.other");
  CHECK(code_of(R"({"format":"redress.manifest","format_version":1})") == "summary.other");
  CHECK(code_of(R"({"format":"redress.summary","format_version":2})") == "summary.other");
  CHECK(code_of(R"({"format":"redress.summary"})") == "summary.other");
  CHECK(code_of(R"({"format":7,"format_version":[]})") == "summary.other");
}

TEST_CASE("each policy has a heading of its own: a further one by its id and the values that it was given") {
  const auto summary = nlohmann::ordered_json::parse(R"({"policies": [
    {"role": "office", "title": "County review", "id": "us-ca.county", "choice": "us-ca.county"},
    {"role": "statute", "title": "The statute", "id": "us-ca.law", "choice": "us-ca.law"},
    {"role": "further", "title": "County review", "id": "us-ca.county",
     "choice": "us-ca.county with age=40, words=dine with us"},
    {"role": "further", "title": "Own review", "id": "own.review", "choice": "own.toml"}]})");
  CHECK(policy_headings(summary) ==
        std::vector<std::string>{"County review (us-ca.county)", "The statute",
                                 "County review (us-ca.county with age=40, words=dine with us)",
                                 "Own review (own.review)"});
}

TEST_CASE("an office's policy alone, and the statute beside it, go by their titles") {
  const auto summary = nlohmann::ordered_json::parse(R"({"policies": [
    {"role": "office", "title": "County review", "id": "us-ca.county", "choice": "us-ca.county"},
    {"role": "statute", "title": "The statute", "id": "us-ca.law", "choice": "us-ca.law"}]})");
  CHECK(policy_headings(summary) == std::vector<std::string>{"County review", "The statute"});
}

TEST_CASE("a summary without policies, or with what are none, has no headings to give and stops nothing") {
  using Json = nlohmann::ordered_json;
  CHECK(policy_headings(Json::parse("{}")).empty());
  CHECK(policy_headings(Json::parse(R"({"policies": 7})")).empty());
  CHECK(policy_headings(Json::parse(R"({"policies": [7, {"title": 8}]})")).size() == 2);
}

}  // namespace
}  // namespace redress::write
