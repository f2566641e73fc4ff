#include "scan/structure.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <regex>
#include <string>
#include <vector>

using namespace redress::scan;  // NOLINT: the subject under test

namespace redress::scan {

std::ostream& operator<<(std::ostream& out, const RecordShape& shape) {
  return out << "fault " << int{static_cast<std::uint8_t>(shape.fault)} << ", length " << shape.length_bytes
             << ", line end " << shape.line_end_bytes << ", cells " << shape.cells << ", breaks " << shape.line_breaks;
}

}  // namespace redress::scan

namespace {

using Starts = std::vector<std::uint32_t>;

RecordShape good(std::size_t length_bytes, std::size_t line_end_bytes, std::size_t cells, std::size_t line_breaks) {
  return {RecordFault::kNone, length_bytes, line_end_bytes, cells, line_breaks};
}

// Both implementations, where the processor has both.
RecordShape measured(std::string_view rest) {
  const RecordShape shape = plain::measure_record(rest);
  CHECK(measure_record(rest) == shape);
  if (wide::is_available()) CHECK(wide::measure_record(rest) == shape);
  return shape;
}

Starts cells_by(std::size_t (*find)(std::string_view, Starts&), std::string_view record) {
  Starts starts;
  const std::size_t used = find(record, starts);
  if (used > starts.size()) FAIL("more cells than the list holds");
  starts.resize(used);
  return starts;
}

// Whether one look at the first record finds what measuring and splitting it find.
bool finds_first_cells(FirstRecord (*find)(std::string_view, Starts&), std::string_view bytes,
                       const RecordShape& shape) {
  const Starts expected = cells_by(plain::find_cells, bytes.substr(0, shape.length_bytes));
  Starts starts;
  const FirstRecord first = find(bytes, starts);
  if (!(first == FirstRecord{expected.size(), shape.length_bytes, shape.line_end_bytes})) return false;
  starts.resize(first.starts);
  return starts == expected;
}

// Whether the two implementations say the same of the bytes; one check of the framework is too slow for millions.
bool implementations_agree(std::string_view bytes) {
  const RecordShape shape = plain::measure_record(bytes);
  if (!(shape == wide::measure_record(bytes))) return false;
  const std::string_view record = bytes.substr(0, shape.length_bytes);
  const bool is_high = std::any_of(record.begin(), record.end(), [](char c) { return (c & '\x80') != 0; });
  if (shape.has_high_bytes != is_high) return false;
  if (cells_by(plain::find_cells, bytes) != cells_by(wide::find_cells, bytes)) return false;
  if (shape.fault != RecordFault::kNone) return true;
  return finds_first_cells(wide::find_first_cells, bytes, shape);
}

// Every text of `length` bytes over the alphabet, given to `use`.
template <class Use>
void for_each_text(std::string_view alphabet, std::size_t length, const Use& use) {
  std::string text(length, alphabet[0]);
  std::vector<std::size_t> digits(length, 0);
  for (;;) {
    use(text);
    std::size_t at = 0;
    for (; at < length; ++at) {
      digits[at] = (digits[at] + 1) % alphabet.size();
      text[at] = alphabet[digits[at]];
      if (digits[at] != 0) break;
    }
    if (at == length) return;
  }
}

// A fixed series of numbers, the same on every machine.
class Series {
 public:
  explicit Series(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t limit) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state_ >> 33) % limit;
  }

 private:
  std::uint64_t state_;
};

constexpr std::string_view kAlphabet = "a,\"\n\r";

}  // namespace

TEST_CASE("a record ends before LF, before CRLF, and at the end of the bytes") {
  CHECK(measured("a,b\nc") == good(3, 1, 2, 0));
  CHECK(measured("a,b\r\nc") == good(3, 2, 2, 0));
  CHECK(measured("a,b") == good(3, 0, 2, 0));
  CHECK(measured("a,b\r") == good(3, 1, 2, 0));
  CHECK(measured("a,\"b\"\r\n") == good(5, 2, 2, 0));
  CHECK(measured("a,\"b\"\r") == good(5, 1, 2, 0));
}

TEST_CASE("only one CR directly before the line break belongs to the line end") {
  CHECK(measured("a\r\r\n") == good(2, 2, 1, 0));
  CHECK(measured("a\rb,c\n") == good(5, 1, 2, 0));
  CHECK(measured("a,\"b\r\"\n") == good(6, 1, 2, 0));
}

TEST_CASE("line breaks inside a quoted cell do not end the record and are counted") {
  CHECK(measured("a,\"b\nc\r\nd\",e\nf") == good(12, 1, 3, 2));
  CHECK(measured("\"\n,\n\"\n") == good(5, 1, 1, 2));
}

TEST_CASE("doubled quotes stay inside their cell") {
  CHECK(measured("\"a\"\",\"\"b\",c\n") == good(11, 1, 2, 0));
  CHECK(measured("\"\",\"\"\"\"\n") == good(7, 1, 2, 0));
}

TEST_CASE("a quote inside an unquoted cell is stray") {
  for (const std::string_view bytes : {"x,a\"b\n", "x,a\"\n", "x, \"a\"\n", "x,a\"\"b\n"}) {
    CAPTURE(bytes);
    CHECK(measured(bytes).fault == RecordFault::kStrayQuote);
    CHECK(measured(bytes).cells == 2);
  }
}

TEST_CASE("text after a closing quote makes it stray") {
  for (const std::string_view bytes : {"x,\"a\"b\n", "x,\"a\" \n", "x,\"a\" ,b\n", "x,\"a\"\rb\n", "x,\"a\"\r\r\n"}) {
    CAPTURE(bytes);
    CHECK(measured(bytes).fault == RecordFault::kStrayQuote);
    CHECK(measured(bytes).cells == 2);
  }
}

TEST_CASE("a quoted cell that runs to the end of the bytes is unclosed") {
  for (const std::string_view bytes : {"x,\"", "x,\"a,b\nc\n", "x,\"\"\"", "x,\"a\"\"\n", "x,\"a\r"}) {
    CAPTURE(bytes);
    CHECK(measured(bytes).fault == RecordFault::kUnclosedQuote);
    CHECK(measured(bytes).cells == 2);
  }
}

TEST_CASE("a byte of 0x80 or above is seen wherever it stands in a record, and not behind it") {
  for (const std::size_t length : {1U, 31U, 32U, 63U, 64U, 65U, 128U, 200U}) {
    for (const std::string_view border : {"", "\""}) {
      for (std::size_t at = 0; at < length; ++at) {
        std::string cell(length, 'x');
        cell[at] = '\x80';
        CHECK(measured(std::string(border) + cell + std::string(border) + ",b\n").has_high_bytes);
      }
      const std::string plain_record = std::string(border) + std::string(length, 'x') + std::string(border);
      CHECK_FALSE(measured(plain_record).has_high_bytes);
      CHECK_FALSE(measured(plain_record + "\n\xE9,b\n").has_high_bytes);
      CHECK_FALSE(measured(plain_record + "\r\n\xE9").has_high_bytes);
    }
  }
}

TEST_CASE("a text is a good record exactly when the grammar of RFC 4180 says so") {
  // One record and what follows it. The grammar written as an expression, apart from any scanning by hand.
  const std::string cell = "(?:\"(?:[^\"]|\"\")*\"|[^\",\\n]*?)";
  const std::regex record("(" + cell + "(?:," + cell + ")*)(\\r?\\n|\\r$|$)");
  std::size_t differ = 0;
  for (std::size_t length = 0; length <= 5; ++length) {
    for_each_text(kAlphabet, length, [&](const std::string& text) {
      std::smatch match;
      const bool fits = std::regex_search(text, match, record, std::regex_constants::match_continuous);
      const RecordShape shape = plain::measure_record(text);
      const bool found = shape.fault == RecordFault::kNone;
      const bool alike =
          found == fits && (!fits || (shape.length_bytes == static_cast<std::size_t>(match.length(1)) &&
                                      shape.line_end_bytes == static_cast<std::size_t>(match.length(2))));
      if (!alike) {
        ++differ;
        CAPTURE(text);
        CHECK(alike);
      }
    });
  }
  CHECK(differ == 0);
}

TEST_CASE("both implementations agree on every short text, wherever it meets the edge of a block") {
  if (!wide::is_available()) return;
  std::size_t differ = 0;
  for (const std::size_t before : {0U, 58U, 60U, 61U, 62U, 63U, 64U, 127U}) {
    for (const char filler : {'x', ','}) {
      for_each_text(kAlphabet, 6, [&](const std::string& text) {
        std::string bytes(before, filler);
        if (before != 0) bytes.back() = ',';
        bytes += text;
        if (!implementations_agree(bytes)) ++differ;
      });
    }
  }
  CHECK(differ == 0);
}

TEST_CASE("both implementations agree when a quoted cell is open at the edge of a block") {
  if (!wide::is_available()) return;
  std::size_t differ = 0;
  for (const std::size_t before : {61U, 62U, 63U, 64U}) {
    for_each_text(kAlphabet, 6, [&](const std::string& text) {
      const std::string bytes = '"' + std::string(before - 1, 'x') + text + ",tail\n";
      if (!implementations_agree(bytes)) ++differ;
    });
  }
  CHECK(differ == 0);
}

TEST_CASE("both implementations agree on long texts of any bytes") {
  if (!wide::is_available()) return;
  Series series(42);
  std::size_t differ = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string bytes(series.below(400), ' ');
    const std::size_t rarity = 1 + series.below(12);
    for (char& byte : bytes) {
      byte =
          series.below(rarity) == 0 ? kAlphabet[series.below(kAlphabet.size())] : static_cast<char>(series.below(256));
    }
    if (!implementations_agree(bytes)) ++differ;
  }
  CHECK(differ == 0);
}

TEST_CASE("both implementations agree on records that are mostly well formed") {
  if (!wide::is_available()) return;
  Series series(7);
  std::size_t differ = 0;
  std::size_t without_fault = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string bytes;
    for (std::size_t cells = 1 + series.below(60); cells != 0; --cells) {
      const std::string text(series.below(20), 'x');
      switch (series.below(5)) {
        case 0: bytes += '"' + text + ",\"\"" + text + '"'; break;
        case 1: bytes += '"' + text + "\r\n" + text + '"'; break;
        case 2: bytes += "\"\""; break;
        default: bytes += text; break;
      }
      if (series.below(200) == 0) bytes += '"';
      bytes += cells == 1 ? "\r\n" : ",";
    }
    if (!implementations_agree(bytes)) ++differ;
    if (plain::measure_record(bytes).fault == RecordFault::kNone) ++without_fault;
  }
  CHECK(differ == 0);
  CHECK(without_fault > 2000);
}

TEST_CASE("a record of more cells than the list holds makes it grow") {
  for (const std::size_t commas : {63U, 64U, 127U, 128U, 255U, 256U, 5000U}) {
    CAPTURE(commas);
    const Starts starts = cells_by(find_cells, std::string(commas, ','));
    REQUIRE(starts.size() == commas + 2);
    CHECK(starts.front() == 0);
    CHECK(starts[commas] == commas);
    CHECK(starts.back() == commas + 1);
  }
}
