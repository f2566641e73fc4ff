#include "scan/cells.h"

#include <doctest/doctest.h>

#include <deque>
#include <string>
#include <vector>

using namespace redress::scan;  // NOLINT: the subject under test

namespace {

std::vector<std::string> values_of(std::string_view record) {
  Cells cells;
  cells.split(record);
  std::deque<std::string> unescaped;
  std::vector<std::string> values;
  for (std::size_t i = 0; i < cells.count(); ++i) values.emplace_back(cells.value(i, unescaped));
  return values;
}

std::vector<std::string> raws_of(std::string_view record) {
  Cells cells;
  cells.split(record);
  std::vector<std::string> raws;
  for (std::size_t i = 0; i < cells.count(); ++i) raws.emplace_back(cells.raw(i));
  return raws;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("commas part the cells of a record") {
  CHECK(values_of("a,bc,d") == Texts{"a", "bc", "d"});
  CHECK(values_of("a,,") == Texts{"a", "", ""});
  CHECK(values_of(",a") == Texts{"", "a"});
  CHECK(values_of("one") == Texts{"one"});
}

TEST_CASE("a record without a byte has one empty cell") {
  CHECK(values_of("") == Texts{""});
}

TEST_CASE("before a split there is no cell") {
  CHECK(Cells{}.count() == 0);
}

TEST_CASE("a quoted cell may hold commas, doubled quotes and line breaks") {
  CHECK(values_of(R"(1,"LEE, ANA",2)") == Texts{"1", "LEE, ANA", "2"});
  CHECK(values_of(R"("said ""no""",x)") == Texts{R"(said "no")", "x"});
  CHECK(values_of("a,\"two\nlines\",b") == Texts{"a", "two\nlines", "b"});
  CHECK(values_of("a,\"two\r\nlines\",b") == Texts{"a", "two\r\nlines", "b"});
}

TEST_CASE("two quotes are an empty cell, four are one quote") {
  CHECK(values_of(R"("","""","""""")") == Texts{"", "\"", "\"\""});
}

TEST_CASE("blanks and other bytes of an unquoted cell stay") {
  CHECK(values_of(" a , b\t,\xC4") == Texts{" a ", " b\t", "\xC4"});
  CHECK(values_of(std::string_view("a\0b,c", 5)) == Texts{std::string("a\0b", 3), "c"});
}

TEST_CASE("a raw cell stands as in the file, quotes included") {
  CHECK(raws_of(R"(1,"LEE, ""A""",,"")") == Texts{"1", R"("LEE, ""A""")", "", R"("")"});
}

TEST_CASE("a value without doubled quotes is a view into the record") {
  const std::string record = R"(1,"LEE, ANA",2)";
  Cells cells;
  cells.split(record);
  std::deque<std::string> unescaped;
  const std::string_view value = cells.value(1, unescaped);
  CHECK(value.data() == record.data() + 3);
  CHECK(unescaped.empty());
}

TEST_CASE("values with doubled quotes stay good while more are asked for") {
  Cells cells;
  cells.split(R"("a""1","b""2","c""3")");
  std::deque<std::string> unescaped;
  const std::string_view first = cells.value(0, unescaped);
  const std::string_view second = cells.value(1, unescaped);
  cells.value(2, unescaped);
  CHECK(first == "a\"1");
  CHECK(second == "b\"2");
}

TEST_CASE("one object splits many records, shorter ones after longer ones") {
  Cells cells;
  const std::string wide(999, ',');
  cells.split(wide);
  CHECK(cells.count() == 1000);
  cells.split("a,b");
  REQUIRE(cells.count() == 2);
  CHECK(cells.raw(1) == "b");
}

TEST_CASE("a faulty record is split at the commas before which the quotes are even") {
  CHECK(raws_of(R"(a"b,c",d)") == Texts{R"(a"b,c")", "d"});
  CHECK(values_of(R"(a,"open,b)") == Texts{"a", R"("open,b)"});
}

TEST_CASE("cells that straddle any block of bytes are found") {
  for (std::size_t pad = 0; pad < 200; ++pad) {
    CAPTURE(pad);
    const std::string filler(pad, 'x');
    CHECK(values_of(filler + ",\"a,\"\"b\",c") == Texts{filler, "a,\"b", "c"});
  }
}

TEST_CASE("the first record of many is split without what follows it, and says where the next begins") {
  const std::string_view rest = "a,\"b\nc\",d\r\nnext,one\n";
  Cells cells;
  CHECK(cells.split_first(rest) == 11);
  CHECK(cells.record() == "a,\"b\nc\",d");
  REQUIRE(cells.count() == 3);
  CHECK(cells.raw(1) == "\"b\nc\"");
  CHECK(cells.split_first(rest.substr(11)) == 9);
  CHECK(cells.count() == 2);
  CHECK(cells.raw(1) == "one");
}

TEST_CASE("cells side by side can be had at once, with the commas between them") {
  Cells cells;
  cells.split("1,\"LEE, ANA\",,x");
  CHECK(cells.raw(0, 1) == "1,\"LEE, ANA\"");
  CHECK(cells.raw(2, 3) == ",x");
  CHECK(cells.raw(0, 3) == "1,\"LEE, ANA\",,x");
}
