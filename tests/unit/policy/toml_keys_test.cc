#include "policy/parse/toml_keys.h"

#include <doctest/doctest.h>

#include "policy/policy_texts.h"

namespace redress::policy {
namespace {

struct Table {
  explicit Table(std::string text) : source{"a.toml", std::move(text)} {
    auto parsed = parse_toml(source);
    REQUIRE(parsed.ok());
    value = *std::move(parsed);
  }
  SourceText source;
  TomlValue value;
};

TEST_CASE("keys are read with their types") {
  const Table table("a = \"x\"\nb = 3\nc = 2016-11-09\nd = [\"p\", \"q\"]\n[[e]]\n[[e]]\n");
  TomlKeys keys(table.source, table.value, "the file");
  CHECK(keys.required_text("a") == "x");
  CHECK(keys.integer("b") == 3);
  CHECK(keys.date("c") == Date{2016, 11, 9});
  CHECK(keys.texts("d") == std::vector<std::string>{"p", "q"});
  CHECK(keys.tables("e").size() == 2);
  CHECK(!keys.finish());
}

TEST_CASE("absent keys are empty, save those that are required") {
  const Table table("");
  TomlKeys keys(table.source, table.value, "the file");
  CHECK(keys.text("a").empty());
  CHECK(!keys.integer("b"));
  CHECK(!keys.date("c"));
  CHECK(keys.texts("d").empty());
  CHECK(keys.tables("e").empty());
  CHECK(!keys.failed());
  keys.required_text("f");
  REQUIRE(keys.failed());
  CHECK(keys.finish()->code == "policy.key");
}

TEST_CASE("one text stands for a list of one") {
  const Table table("d = \"p\"\n");
  TomlKeys keys(table.source, table.value, "the file");
  CHECK(keys.texts("d") == std::vector<std::string>{"p"});
}

TEST_CASE("a key that was not asked for is a fault, with the near match") {
  const Table table("labell = \"x\"\n");
  TomlKeys keys(table.source, table.value, "[x]");
  keys.text("label");
  const auto error = keys.finish();
  REQUIRE(error);
  CHECK(error->code == "policy.key");
  CHECK(testing::under_caret(*error) == "labell");
  CHECK(error->next_step == "Did you mean 'label'?");
}

TEST_CASE("a value of another type is a fault at the value") {
  const Table table("a = 3\nb = [1]\nc = [\"x\"]\n");
  for (const std::string key : {"a", "b", "c"}) {
    TomlKeys keys(table.source, table.value, "the file");
    if (key == "a") keys.text("a");
    if (key == "b") keys.texts("b");
    if (key == "c") keys.tables("c");
    const auto error = keys.finish();
    REQUIRE(error);
    CHECK(error->code == "policy.type");
  }
}

TEST_CASE("a key in capitals is named, and quotation marks where they are too many or too few") {
  const Table table("Version = \"1\"\nday = \"2019-11-11\"\ntext = 2019-11-11\nage = \"50\"\n");
  const auto error_of = [&](auto read) {
    TomlKeys keys(table.source, table.value, "the file");
    read(keys);
    return *keys.finish();
  };
  const Error capital = error_of([](TomlKeys& keys) { keys.required_text("version"); });
  CHECK(testing::under_caret(capital) == "Version");
  CHECK(capital.next_step == "Write version, in small letters.");
  CHECK(error_of([](TomlKeys& keys) { keys.date("day"); }).next_step.find("without quotation marks") !=
        std::string::npos);
  CHECK(error_of([](TomlKeys& keys) { keys.text("text"); }).next_step == "Put it between double quotation marks.");
  CHECK(error_of([](TomlKeys& keys) { keys.integer("age"); }).next_step ==
        "Write a whole number, without quotation marks.");
}

TEST_CASE("the first fault is kept") {
  const Table table("a = 3\nz = 1\n");
  TomlKeys keys(table.source, table.value, "the file");
  keys.text("a");
  keys.required_text("b");
  CHECK(testing::under_caret(*keys.finish()) == "3");
}

TEST_CASE("what is no table has no keys") {
  const Table table("a = 3\n");
  TomlKeys keys(table.source, table.value.find("a")->value, "[a]");
  CHECK(keys.failed());
  CHECK(keys.finish()->code == "policy.type");
}

}  // namespace
}  // namespace redress::policy
