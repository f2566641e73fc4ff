#include "write/json/summary_reader.h"

#include <doctest/doctest.h>

#include <string>

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

}  // namespace
}  // namespace redress::write
