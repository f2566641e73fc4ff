#include "policy/parse/json_fault.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "redress/error.h"

namespace redress::policy {
namespace {

struct Fault {
  std::string json;
  std::uint64_t line;
  std::uint32_t column;
  std::string cause;
};

TEST_CASE("a mistake of typing in an options file is named, where it stands") {
  const std::vector<Fault> faults = {
      {"{\"a\": {\"b\": [\"11357\",],\n}}", 1, 21, "comma stands behind the last entry"},
      {"{\"a\": {},\n}", 1, 9, "comma stands behind the last entry"},
      {"{\"a\": {}\n \"b\": {}}", 2, 2, "a comma or a colon is missing"},
      {"{\"a\": [\"11357\" \"11358\"]}", 1, 16, "a comma or a colon is missing"},
      {"{\"a\": {\"b\": true\n \"c\": false}}", 2, 2, "a comma or a colon is missing"},
      {"{\"a\": {\"b\": 57\n \"c\": false}}", 2, 2, "a comma or a colon is missing"},
      {"{\"a\" {\"b\": 5}}", 1, 6, "a comma or a colon is missing"},
      {"{\xE2\x80\x9C"
       "a\xE2\x80\x9D: {}}",
       1, 2, "curly quotation mark"},
      {"{'a': {}}", 1, 2, "single quotation mark"},
      {"{\n  // what we chose\n  \"a\": {}}", 2, 3, "a remark stands here"},
      {"{\n  # what we chose\n  \"a\": {}}", 2, 3, "a remark stands here"},
      {"{\"a\": {\"b\": True}}", 1, 13, "word is not known"},
      {"{\"a\": {\"b\": yes}}", 1, 13, "word is not known"},
      {"{\"a\n\": {}}", 1, 4, "line ends inside quotation marks"},
      {"{\"a\": {\"b\": tru,\n}}", 1, 13, "word is not known"},
      {"{\"a\": {\"b\": tru\n}}", 1, 13, "word is not known"},
      {"{\"a\": {\"b\": true]}", 1, 17, "does not belong here"},
      {"{\"\xFF\": 5}", 1, 3, "is not UTF-8"},
      {"{\"a\tb\": 5}", 1, 4, "may not stand inside quotation marks"},
      {"{\"C:\\cases\": 5}", 1, 6, "may not stand inside quotation marks"},
      {"{\"a\": {\"b\": +5}}", 1, 13, "is not a number"},
      {"{\"a\": 57}5", 1, 10, "a comma or a colon is missing"},
      {"{\"a\": 5x}", 1, 7, "is not a number"},
      {"{\"a\": {\"b\" true}}", 1, 12, "a comma or a colon is missing"},
      {"{\"a\": {\"b\" 5}}", 1, 12, "a comma or a colon is missing"},
      {"{\"a\": [\"x\" 57]}", 1, 12, "a comma or a colon is missing"},
      {"{\"a\": [true false]}", 1, 13, "a comma or a colon is missing"},
      {"{\"a\": [1,,2]}", 1, 10, "comma is one too many"},
      {"{,\"a\": 1}", 1, 2, "comma is one too many"},
      {"{\"se\xF1or\": 1}", 1, 5, "is not UTF-8"},
      {"{\"caf\xE9\": 1}", 1, 6, "is not UTF-8"},
      {"{\"a\": {}", 1, 8, "ends before all brackets are closed"},
      {"{\"a\": {\"b\": \"11357", 1, 18, "ends inside quotation marks"},
      {"{\"a\": \"invalid string", 1, 21, "ends inside quotation marks"},
      {"{\"invalid string\" 5}", 1, 19, "a comma or a colon is missing"},
      {"{\"a\": {}}}", 1, 10, "does not belong here"},
      {"\xEF\xBB\xBF{\"a\": {},}", 1, 10, "comma stands behind the last entry"},
      {"\xFF\xFE{\0", 1, 1, "UTF-16"},
      {"", 1, 1, "is empty"},
      {" \n ", 1, 1, "is empty"},
      {"[]", 1, 1, "is not a JSON object"},
      {"\n  5", 2, 3, "is not a JSON object"},
      {"[policy]\nid = \"x\"", 1, 1, "is not a JSON object"},
      {"{\"a\": 1e999}", 1, 7, "too large"},
  };
  for (const Fault& fault : faults) {
    CAPTURE(fault.json);
    const Error error = json_fault({"options.json", fault.json});
    CHECK(error.code == "options.syntax");
    CHECK(error.place.line_1based == fault.line);
    CHECK(error.place.column_1based == fault.column);
    CHECK_MESSAGE(error.cause.find(fault.cause) != std::string::npos, error.cause);
    CHECK_FALSE(error.next_step.empty());
  }
}

TEST_CASE("of a table of rows given as an options file nothing is repeated") {
  const Error error =
      json_fault({"options.json", "{\"name\",ORCHARD,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20\n"});
  CHECK(error.code == "options.syntax");
  CHECK(error.excerpt.empty());
  CHECK(error.cause.find("ORCHARD") == std::string::npos);
  CHECK(error.next_step.find("data file") != std::string::npos);
}

}  // namespace
}  // namespace redress::policy
