#include "scan/record_walker.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string>
#include <type_traits>
#include <vector>

using namespace redress::scan;  // NOLINT: the subject under test

namespace redress::scan {

std::ostream& operator<<(std::ostream& out, RecordFault fault) {
  switch (fault) {
    case RecordFault::kNone: return out << "none";
    case RecordFault::kWrongCellCount: return out << "wrong cell count";
    case RecordFault::kStrayQuote: return out << "stray quote";
    case RecordFault::kUnclosedQuote: return out << "unclosed quote";
    case RecordFault::kTooLong: return out << "too long";
  }
  return out;
}

}  // namespace redress::scan

namespace {

struct Walk {
  std::vector<Record> records;
  std::uint64_t empty_lines = 0;
  std::uint64_t bytes_measured = 0;
};

Walk walk(std::string_view bytes, std::size_t cells, std::uint64_t max_record_bytes = kMaxRecordBytes) {
  Walk walked;
  RecordWalker walker(bytes, cells, max_record_bytes);
  for (Record record; walker.next(record);) walked.records.push_back(record);
  walked.empty_lines = walker.empty_lines();
  walked.bytes_measured = walker.bytes_measured();
  return walked;
}

// A record as short text: "ok" or "lost", then its bytes.
std::vector<std::string> texts(std::string_view bytes, std::size_t cells) {
  std::vector<std::string> result;
  for (const Record& record : walk(bytes, cells).records) {
    result.push_back((record.fault == RecordFault::kNone ? "ok " : "lost ") +
                     std::string(bytes.substr(record.offset_bytes, record.length_bytes)));
  }
  return result;
}

using Texts = std::vector<std::string>;

std::uint64_t line_of(std::string_view bytes, std::uint64_t offset) {
  return 1 + static_cast<std::uint64_t>(
                 std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  result.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("records end in LF or CRLF, the last with or without") {
  const Texts expected = {"ok a,b", "ok c,d"};
  CHECK(texts("a,b\nc,d\n", 2) == expected);
  CHECK(texts("a,b\r\nc,d\r\n", 2) == expected);
  CHECK(texts("a,b\nc,d", 2) == expected);
  CHECK(texts("a,b\r\nc,d\r", 2) == expected);
}

TEST_CASE("a file without a byte, or with a byte-order mark alone, has no record") {
  CHECK(walk("", 2).records.empty());
  CHECK(walk("\xEF\xBB\xBF", 2).records.empty());
  CHECK(walk("\xEF\xBB\xBF", 2).empty_lines == 0);
}

TEST_CASE("a byte-order mark at the front is passed over, elsewhere it is content") {
  const std::string bytes = "\xEF\xBB\xBF\"a\",b\n\xEF\xBB\xBFx,d\n";
  const Walk walked = walk(bytes, 2);
  REQUIRE(walked.records.size() == 2);
  CHECK(walked.records[0].fault == RecordFault::kNone);
  CHECK(walked.records[0].offset_bytes == 3);
  CHECK(walked.records[0].line_1based == 1);
  CHECK(walked.records[1].offset_bytes == 9);
  CHECK(walked.records[1].length_bytes == 6);
}

TEST_CASE("a record knows its row, its line and its place, with quoted line breaks and empty lines between") {
  const std::string bytes = "a,b\n\n\"c\r\nc\",d\r\n\r\ne,f\n";
  const Walk walked = walk(bytes, 2);
  REQUIRE(walked.records.size() == 3);
  CHECK(walked.records[0].row_1based == 1);
  CHECK(walked.records[0].line_1based == 1);
  CHECK(walked.records[1].row_1based == 2);
  CHECK(walked.records[1].line_1based == 3);
  CHECK(walked.records[1].offset_bytes == 5);
  CHECK(walked.records[1].length_bytes == 8);
  CHECK(walked.records[2].row_1based == 3);
  CHECK(walked.records[2].line_1based == 6);
  CHECK(walked.records[2].cells_found == 2);
  CHECK(walked.empty_lines == 2);
}

TEST_CASE("empty lines are counted at the front, between and at the end, and are no rows") {
  CHECK(walk("\n\r\na,b\n\n\n", 2).empty_lines == 4);
  CHECK(walk("\n\r\na,b\n\n\n", 2).records.size() == 1);
  CHECK(walk("a,b\n\r", 2).empty_lines == 1);
  CHECK(walk("\n\n", 2).records.empty());
}

TEST_CASE("an empty line is no record even where one cell is expected") {
  CHECK(texts("a\n\nb\n", 1) == Texts{"ok a", "ok b"});
}

TEST_CASE("a line of blanks is a row with too few cells") {
  CHECK(texts("a,b\n  \n", 2) == Texts{"ok a,b", "lost   "});
}

TEST_CASE("one extra cell that is empty is accepted, bare or quoted") {
  CHECK(texts("a,b,\n", 2) == Texts{"ok a,b,"});
  CHECK(texts("a,b,\"\"\r\n", 2) == Texts{"ok a,b,\"\""});
  CHECK(texts("a,b,\r\n", 2) == Texts{"ok a,b,"});
  CHECK(walk("a,b,\n", 2).records.at(0).cells_found == 3);
}

TEST_CASE("one extra cell that is not empty is not accepted, nor are two") {
  for (const std::string_view bytes :
       {"a,b,c\n", "a,b, \n", "a,b,\" \"\n", "a,b,\"\"\"\"\n", "a,b,,\n", "a,b,\r\r\n", "a,,b\n"}) {
    CAPTURE(bytes);
    const Walk walked = walk(bytes, 2);
    REQUIRE(walked.records.size() == 1);
    CHECK(walked.records[0].fault == RecordFault::kWrongCellCount);
  }
}

TEST_CASE("a quoted comma at the end is not an extra empty cell") {
  CHECK(texts("a,\",\"\n", 1) == Texts{"lost a,\",\""});
  CHECK(texts("\",\"\"\"\n", 1) == Texts{"ok \",\"\"\""});
}

TEST_CASE("a row with the wrong number of cells on one line is lost alone") {
  CHECK(texts("a,b\nc\nd\ne,f\n", 2) == Texts{"ok a,b", "lost c", "lost d", "ok e,f"});
  const Record record = walk("a,b\nc,d,e\n", 2).records.at(1);
  CHECK(record.fault == RecordFault::kWrongCellCount);
  CHECK(record.cells_found == 3);
  CHECK_FALSE(record.column_1based.has_value());
}

TEST_CASE("a line with one stray quote loses only itself, and the cell is known") {
  const std::string bytes = "a,b\nc,d\"d\ne,f\n";
  CHECK(texts(bytes, 2) == Texts{"ok a,b", "lost c,d\"d", "ok e,f"});
  const Record record = walk(bytes, 2).records.at(1);
  CHECK(record.fault == RecordFault::kStrayQuote);
  CHECK(record.column_1based == 2);
  CHECK(record.cells_found == 0);
  CHECK(record.line_1based == 2);
}

TEST_CASE("a blank before a quote makes it stray") {
  CHECK(texts("a, \"b\"\nc,d\n", 2) == Texts{"lost a, \"b\"", "ok c,d"});
}

TEST_CASE("an unclosed quote loses only its own line when good lines follow") {
  const std::string bytes = "a,b\nc,\"d\ne,f\ng,h\n";
  CHECK(texts(bytes, 2) == Texts{"ok a,b", "lost c,\"d", "ok e,f", "ok g,h"});
  const Record record = walk(bytes, 2).records.at(1);
  CHECK(record.fault == RecordFault::kUnclosedQuote);
  CHECK(record.column_1based == 2);
}

TEST_CASE("an unclosed quote that meets a quoted cell further down loses only its own line") {
  const std::string bytes = "a,\"b\nc,d\ne,f\ng,\"h\"\ni,j\n";
  CHECK(texts(bytes, 2) == Texts{"lost a,\"b", "ok c,d", "ok e,f", "ok g,\"h\"", "ok i,j"});
  CHECK(walk(bytes, 2).records.at(0).fault == RecordFault::kStrayQuote);
}

TEST_CASE("an unclosed quote loses its continuation lines too") {
  const std::string bytes = "a,b\nc,\"one\ntwo\nthree\ne,f\n";
  CHECK(texts(bytes, 2) == Texts{"ok a,b", "lost c,\"one\ntwo\nthree", "ok e,f"});
  const Walk walked = walk(bytes, 2);
  CHECK(walked.records.at(1).line_1based == 2);
  CHECK(walked.records.at(2).line_1based == 5);
  CHECK(walked.records.at(2).row_1based == 3);
}

TEST_CASE("a row with the wrong number of cells over several lines gives the good lines it swallowed back") {
  // The quote opened in the first line closes in the last: 3 cells where 2 are expected.
  const std::string bytes = "a,\"b\nc,d\ne,f\ng,\",h\ni,j\n";
  CHECK(texts(bytes, 2) == Texts{"lost a,\"b", "ok c,d", "ok e,f", "lost g,\",h", "ok i,j"});
  const Record record = walk(bytes, 2).records.at(0);
  CHECK(record.fault == RecordFault::kWrongCellCount);
  CHECK(record.cells_found == 3);
}

TEST_CASE("a row of several lines that is short of cells is one stretch") {
  CHECK(texts("a,b,c\n\"one\ntwo\",d\ne,f,g\n", 3) == Texts{"ok a,b,c", "lost \"one\ntwo\",d", "ok e,f,g"});
}

TEST_CASE("faulty lines that follow each other are one stretch") {
  CHECK(texts("a\"a,b\nc,d\"d\ne,f\n", 2) == Texts{"lost a\"a,b\nc,d\"d", "ok e,f"});
  CHECK(texts("a\"a,b\nc,d,x\ne,f\n", 2) == Texts{"lost a\"a,b\nc,d,x", "ok e,f"});
}

TEST_CASE("a good record over several lines ends a stretch") {
  CHECK(texts("a\"a,b\nc,\"d\nd\"\ne,f\n", 2) == Texts{"lost a\"a,b", "ok c,\"d\nd\"", "ok e,f"});
}

TEST_CASE("empty lines within a stretch belong to it, those at its end are empty lines") {
  const std::string bytes = "a,\"one\n\ntwo\r\n\r\n\nc,d\n";
  CHECK(texts(bytes, 2) == Texts{"lost a,\"one\n\ntwo", "ok c,d"});
  const Walk walked = walk(bytes, 2);
  CHECK(walked.empty_lines == 2);
  CHECK(walked.records.at(1).line_1based == 6);
}

TEST_CASE("a stretch may run to the end of the file, and empty lines behind it are counted") {
  const Walk walked = walk("a,b\nc,\"d\nx\n\n\n", 2);
  REQUIRE(walked.records.size() == 2);
  CHECK(walked.records[1].offset_bytes == 4);
  CHECK(walked.records[1].length_bytes == 6);
  CHECK(walked.empty_lines == 2);
}

TEST_CASE("a stretch of CRLF lines is without its last line end") {
  CHECK(texts("a\"a,b\r\nx\r\nc,d\r\n", 2) == Texts{"lost a\"a,b\r\nx", "ok c,d"});
  CHECK(texts("a\"a,b\r", 2) == Texts{"lost a\"a,b"});
}

TEST_CASE("a record that is longer than positions in it can say is too long") {
  const std::string bytes = "aaaa,b\nc,d\n\"eeee\",\"f\nf\"\ng,h\n";
  const Walk walked = walk(bytes, 2, 5);
  REQUIRE(walked.records.size() == 4);
  CHECK(walked.records[0].fault == RecordFault::kTooLong);
  CHECK(walked.records[0].length_bytes == 6);
  CHECK(walked.records[0].cells_found == 2);
  CHECK(walked.records[1].fault == RecordFault::kNone);
  CHECK(walked.records[2].fault == RecordFault::kTooLong);
  CHECK(walked.records[3].fault == RecordFault::kNone);
  CHECK(walk("abc,d\n", 2, 5).records.at(0).fault == RecordFault::kNone);
  CHECK(walk("abc,d,e\n", 2, 5).records.at(0).fault == RecordFault::kWrongCellCount);
}

TEST_CASE("places in a file have 64 bits, and every place in a record and one behind fits into 32") {
  static_assert(std::is_same_v<decltype(Record::offset_bytes), std::uint64_t>);
  static_assert(std::is_same_v<decltype(Record::length_bytes), std::uint64_t>);
  CHECK(kMaxRecordBytes + 1 == UINT32_MAX);
}

TEST_CASE("a walk of any bytes leaves out nothing but line ends and empty lines") {
  // Over all texts of 7 bytes: records follow each other in order, at the lines they say, and each good one is good
  // when it stands alone.
  constexpr std::string_view kAlphabet = "a,\"\n";
  std::string bytes(7, 'a');
  std::size_t wrong = 0;
  for (std::size_t number = 0; number < 4 * 4 * 4 * 4 * 4 * 4 * 4; ++number) {
    for (std::size_t i = 0, digits = number; i < bytes.size(); ++i, digits /= 4) bytes[i] = kAlphabet[digits % 4];
    const Walk walked = walk(bytes, 2);
    std::uint64_t at = 0;
    std::uint64_t empty_lines = 0;
    const auto passes_lines_only = [&](std::uint64_t to, bool behind_record) {
      const std::string between = bytes.substr(at, to - at);
      empty_lines += between.size() - (behind_record && !between.empty() ? 1 : 0);
      return std::all_of(between.begin(), between.end(), [](char c) { return c == '\n'; });
    };
    bool right = true;
    for (const Record& record : walked.records) {
      right = right && passes_lines_only(record.offset_bytes, at != 0) && record.length_bytes > 0;
      right = right && record.line_1based == line_of(bytes, record.offset_bytes);
      right = right && (record.offset_bytes == 0 || bytes[record.offset_bytes - 1] == '\n');
      at = record.offset_bytes + record.length_bytes;
      if (record.fault != RecordFault::kNone) continue;
      const Walk alone = walk(std::string_view(bytes).substr(record.offset_bytes, record.length_bytes), 2);
      right = right && alone.records.size() == 1 && alone.records[0].fault == RecordFault::kNone;
    }
    right = right && passes_lines_only(bytes.size(), at != 0) && walked.empty_lines == empty_lines;
    if (!right) {
      ++wrong;
      CAPTURE(bytes);
      CHECK(right);
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("files made to be slow are looked at four times at the most") {
  constexpr std::size_t kTimes = 20'000;
  const std::string hostile[] = {
      std::string(1'000'000, '"'),                                     // nothing but quotes
      repeated("\"\n", kTimes),                                        // each line opens or closes a cell
      repeated("\"a\n", kTimes),                                       // each line opens, or shows a stray quote
      "\"" + repeated("a\n", kTimes),                                  // one quote swallows a file of short rows
      "x,\"" + repeated("a,b\n", kTimes),                              // one quote swallows a file of good rows
      repeated("a,\"b\nc,d\n", kTimes),                                // every other line opens a cell
      repeated("x\"\"y\n", kTimes),                                    // stray alone, good inside a quoted cell
      "\"" + repeated("x\"\"y\n", kTimes),                             // the same behind an open quote
      repeated("a,\"b\n" + repeated("x\"\"y\n", 50), kTimes / 50),     // open quotes that live long, again and again
      repeated("a,\"b\n" + repeated("c,d\n", 50), kTimes / 50),        // the same over good rows
      repeated("\",\"\n", kTimes),                                     // two quotes a line
      repeated("\",\",\"\n", kTimes),                                  // three quotes a line
      repeated("\"\"\"\n", kTimes),                                    // a doubled quote behind each opening one
      repeated("a,\"b\nc\",\"d\n", kTimes),                            // good and open by turns
      "a,\"" + std::string(2'000'000, 'x'),                            // one huge cell without an end
      std::string(2'000'000, ','),                                     // one line of cells
      "a\"" + repeated("\n", kTimes) + "b\"" + repeated("\n", kTimes)  // empty lines behind faults
  };
  for (const std::string& bytes : hostile) {
    CAPTURE(bytes.substr(0, 24));
    const Walk walked = walk(bytes, 2);
    CHECK(walked.bytes_measured <= 4 * bytes.size());
    CHECK(walked.records.size() >= 1);
  }
}

TEST_CASE("all the good rows that an open quote could swallow are kept") {
  const Walk walked = walk("x,\"y\n" + repeated("a,b\n", 10'000), 2);
  CHECK(walked.records.size() == 10'001);
  CHECK(walked.records.at(0).length_bytes == 4);
  CHECK(walked.records.at(10'000).line_1based == 10'001);
}

TEST_CASE("a cell of a line that is no record is found between commas, quotes left out") {
  CHECK(cell_of_line("1,2,18675309,x", 2) == "18675309");
  CHECK(cell_of_line("1,2,\"18675309\",x", 2) == "18675309");
  CHECK(cell_of_line("1,2,18675309\r\n", 2) == "18675309");
  CHECK(cell_of_line("1,2,18675309\n", 2) == "18675309");
  CHECK(cell_of_line("1", 0) == "1");
  CHECK(cell_of_line("1,2", 2).empty());
  CHECK(cell_of_line("1,2,", 2).empty());
  CHECK(cell_of_line("", 0).empty());
  CHECK(cell_of_line("", 2).empty());
}

TEST_CASE("a comma inside a quoted cell of a faulty line is content, behind an unclosed or stray quote it is not") {
  CHECK(cell_of_line("1,\"LEE, ANA\",18675309,x\"", 2) == "18675309");
  CHECK(cell_of_line("1,\"a \"\"b\"\", c\",18675309", 2) == "18675309");
  CHECK(cell_of_line("1,\"A,18675309,x", 2) == "18675309");
  CHECK(cell_of_line("1,A\"B,18675309,x", 2) == "18675309");
  CHECK(cell_of_line("1,\"A\"B,18675309,x", 2) == "18675309");
  CHECK(cell_of_line("1,2,\"18675309,x", 2) == "18675309");
  CHECK(cell_of_line("\"1,2,18675309\",x", 2).empty());
}
