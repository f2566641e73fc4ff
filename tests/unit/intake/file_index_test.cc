// A file walked in pieces: the same as in one walk, wherever it is cut.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "intake/record_index.h"
#include "support/doj_rows.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::intake;   // NOLINT
using namespace redress::testing;  // NOLINT

namespace {

// All that an index says, in words that do not depend on how rows are grouped.
std::vector<std::string> said_by(const RecordIndex& index, std::string_view bytes) {
  std::vector<std::string> said;
  std::vector<RowNumber> numbers;
  for (std::uint32_t i = 0; i < index.rows; ++i) numbers.push_back(RowNumber{i});
  const std::vector<std::string_view> files = {bytes};
  for (const RowRef& row : index.find(numbers, files)) {
    said.push_back("row " + std::to_string(row.row_1based) + " line " + std::to_string(row.line_1based) + " at " +
                   std::to_string(row.offset_bytes) + " of " + std::to_string(row.length_bytes));
  }
  for (std::size_t i = 0; i < index.persons.size(); ++i) {
    std::string person = "person " + std::string(index.persons[i].id);
    for (std::uint32_t s = index.persons[i].first_span; s != RowSpan::kNone; s = index.spans[s].next) {
      for (std::uint32_t row = 0; row < index.spans[s].rows; ++row) {
        person += " " + std::to_string(model::to_index(index.spans[s].first) + row);
      }
    }
    for (const model::MissingRow& row : index.missing_rows_of(i))
      person += " without " + std::to_string(row.row_1based);
    said.push_back(person);
  }
  for (const Reject& reject : index.rejects) {
    said.push_back("reject " + std::string(id_of(reject.cause)) + " row " + std::to_string(reject.row_1based) +
                   " line " + std::to_string(reject.line_1based) + " at " + std::to_string(reject.offset_bytes) +
                   " of " + std::to_string(reject.length_bytes));
  }
  for (const FileTotals& file : index.files) {
    said.push_back("file " + std::to_string(file.records) + " " + std::to_string(file.rows) + " " +
                   std::to_string(file.rejects) + " " + std::to_string(file.empty_lines) +
                   (file.has_header ? " header" : ""));
  }
  return said;
}

std::vector<std::string> read_in_pieces(std::string_view bytes, std::uint64_t piece_bytes) {
  const std::vector<PieceBounds> bounds = cut(bytes, piece_bytes);
  std::vector<FilePiece> pieces;
  for (const PieceBounds& piece : bounds) pieces.push_back(index_piece(bytes, 0, piece, doj_layout()));
  mend_borders(bytes, doj_layout(), bounds, pieces);
  auto index = join(std::move(pieces));
  REQUIRE(index.ok());
  return said_by(*index, bytes);
}

void check_every_cut(const std::string& bytes) {
  const std::vector<std::string> whole = read_in_pieces(bytes, bytes.size() + 1);
  std::size_t differ = 0;
  for (std::size_t piece = 1; piece <= bytes.size(); piece += piece < 40 ? 1 : 17) {
    if (read_in_pieces(bytes, piece) != whole) ++differ;
  }
  CHECK(differ == 0);
}

std::string line_of_person(std::string_view person, std::string_view comment = "") {
  return DojRow(person).with(RowFact::kComment, comment).line() + "\n";
}

}  // namespace

TEST_CASE("pieces begin where lines begin, follow each other, and cover the file") {
  const std::string bytes = "ab\nc\n\ndef\r\ng";
  for (std::uint64_t size = 1; size <= bytes.size() + 1; ++size) {
    CAPTURE(size);
    const std::vector<PieceBounds> pieces = cut(bytes, size);
    REQUIRE(!pieces.empty());
    CHECK(pieces.front().begin_bytes == 0);
    CHECK(pieces.back().end_bytes == bytes.size());
    for (std::size_t i = 1; i < pieces.size(); ++i) {
      CHECK(pieces[i].begin_bytes == pieces[i - 1].end_bytes);
      CHECK(bytes[pieces[i].begin_bytes - 1] == '\n');
      CHECK(pieces[i].begins_file == false);
    }
  }
  CHECK(cut("", 8).size() == 1);
}

TEST_CASE("rows of several people are the same in pieces of any size") {
  check_every_cut(header_line() + "\n" + line_of_person("1") + line_of_person("1") + "\r\n" + line_of_person("2") + "\n\n" + line_of_person("1"));
}

TEST_CASE("a cut inside a quoted cell whose lines look like rows changes nothing") {
  const std::string inner = line_of_person("8") + line_of_person("9") + "x";
  check_every_cut(line_of_person("1") + line_of_person("2", inner) + line_of_person("2") + line_of_person("3", inner) + line_of_person("1"));
}

TEST_CASE("a cut inside a stretch that cannot be read changes nothing") {
  check_every_cut(line_of_person("1") + ",,7,\"x\n" + "short,line\n" + line_of_person("7").substr(3) + line_of_person("1") + ",,1,\"y\n");
}

TEST_CASE("a header behind empty lines is the header wherever the file is cut") {
  check_every_cut("\n\r\n\n" + header_line() + "\n" + line_of_person("1") + header_line() + "\n" + line_of_person("1"));
}

TEST_CASE("a byte-order mark at the front belongs to no row, one further down to its row, wherever the file is cut") {
  check_every_cut("\xEF\xBB\xBF" + line_of_person("1") + "\xEF\xBB\xBF" + line_of_person("1") + line_of_person("2"));
}

TEST_CASE("a file without a line end, and one of empty lines only, can be cut") {
  check_every_cut(line_of_person("1") + DojRow("2").line());
  check_every_cut("\n\n\r\n");
}

TEST_CASE("a piece is in the encoding of all its bytes, in good rows, lost lines and headers alike") {
  using scan::Encoding;
  const auto encoding = [](const std::string& bytes) {
    return index_piece(bytes, 0, {0, bytes.size(), true}, doj_layout()).encoding;
  };
  const std::string one = line_of_person("1");
  CHECK(encoding(header_line() + "\n" + one + "\r\n" + line_of_person("2", "a \"quoted\", comment")) ==
        Encoding::kAscii);
  CHECK(encoding("") == Encoding::kAscii);
  CHECK(encoding("\xEF\xBB\xBF" + one) == Encoding::kUtf8);
  const auto check_each_place = [&](const std::string& text, Encoding expected) {
    CHECK(encoding(one + line_of_person("2", text)) == expected);
    CHECK(encoding(one + line_of_person("2", "a \"" + text + "\", comment") + line_of_person("3")) == expected);
    CHECK(encoding(one + "short," + text + "\n" + one) == expected);
    CHECK(encoding(one + ",,1,\"never closed " + text + "\n" + one) == expected);
    CHECK(encoding(one + ",,1,\"a\" stray\n" + text + "\n" + one) == expected);
    CHECK(encoding(header_line() + "," + text + "\n" + one) == expected);
    CHECK(encoding("\xEF\xBB\xBF" + one + line_of_person("2", text)) == expected);
  };
  check_each_place("\xC3\xA9", Encoding::kUtf8);
  for (const std::string text : {"\x80", "\xE9", "\xFF"}) check_each_place(text, Encoding::kWindows1252);
  CHECK(encoding(line_of_person("1", "\xC3\xA9") + line_of_person("2", "\xE9") + line_of_person("3", "\xC3\xA9")) ==
        Encoding::kWindows1252);
}
