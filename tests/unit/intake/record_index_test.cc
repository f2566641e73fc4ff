#include "intake/record_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "support/doj_rows.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::intake;   // NOLINT
using namespace redress::testing;  // NOLINT

namespace {

// The bytes are kept, because ids are views into them.
FilePiece walk(std::string bytes) {
  static std::deque<std::string> kept;
  return index_file(kept.emplace_back(std::move(bytes)), 0, doj_layout());
}

// Records of the file, the header left out.
std::uint64_t records_of(const FilePiece& piece) {
  return piece.records - (piece.has_header ? 1 : 0);
}

std::string row_of(std::string_view person) {
  return DojRow(person).line() + "\n";
}

// The rows of a person, in file order.
std::vector<RowNumber> rows_of(const RecordIndex& index, std::size_t person) {
  std::vector<RowNumber> rows;
  for (std::uint32_t i = index.persons[person].first_span; i != RowSpan::kNone; i = index.spans[i].next) {
    const auto first = static_cast<std::uint32_t>(index.spans[i].first);
    for (std::uint32_t row = 0; row < index.spans[i].rows; ++row) rows.push_back(RowNumber{first + row});
  }
  return rows;
}

// A row with one cell too few, whose first cells are those of the person.
std::string short_row(std::string_view person) {
  std::string line = DojRow(person).line();
  line.pop_back();
  return line + "\n";
}

}  // namespace

TEST_CASE("a first record whose first cell is the first column's name is the header, and counts as record 1") {
  const FilePiece index = walk(header_line() + "\n" + row_of("1"));
  CHECK(index.has_header);
  REQUIRE(index.good_rows == 1);
  CHECK(index.spans[0].row_1based == 2);
  CHECK(index.spans[0].line_1based == 2);
  CHECK(index.rejects.empty());
  CHECK(records_of(index) == 1);
}

TEST_CASE("a file without a header begins with a row") {
  const FilePiece index = walk(row_of("1"));
  CHECK(!index.has_header);
  REQUIRE(index.good_rows == 1);
  CHECK(index.spans[0].row_1based == 1);
  CHECK(records_of(index) == 1);
}

TEST_CASE("a header may be in small letters") {
  std::string header = header_line();
  for (char& c : header) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  CHECK(walk(header + "\n").has_header);
}

TEST_CASE("a header may be quoted") {
  DojRow header("x");
  for (std::size_t i = 0; i < doj_layout().columns.size(); ++i) header.with_cell(i, doj_layout().columns[i].name);
  const FilePiece index = walk(header.all_quoted().line() + "\n");
  CHECK(index.has_header);
  CHECK(index.good_rows == 0);
}

TEST_CASE("a header may stand behind a byte-order mark") {
  const FilePiece index = walk("\xEF\xBB\xBF" + header_line() + "\n" + row_of("1"));
  CHECK(index.has_header);
  CHECK(index.rejects.empty());
}

TEST_CASE("an extra comma at the end of a header is harmless") {
  const FilePiece index = walk(header_line() + ",\n" + row_of("1"));
  CHECK(index.has_header);
  CHECK(index.rejects.empty());
  CHECK(index.good_rows == 1);
}

TEST_CASE("a header with a wrong number of names is a header and no reject") {
  const auto& columns = doj_layout().columns;
  for (const std::string& header : {columns[0].name + "," + columns[7].name + "," + columns[3].name,
                                    header_line() + "," + columns[1].name + ",,\"" + columns[2].name + "\""}) {
    const FilePiece index = walk(header + "\n" + row_of("1"));
    CHECK(index.has_header);
    CHECK(index.rejects.empty());
    CHECK(records_of(index) == 1);
  }
}

TEST_CASE("a row that lost the line end before it runs into the header, and is a reject of its person") {
  for (const std::string_view between : {"", "\r", ","}) {
    CAPTURE(between);
    const FilePiece index = walk(header_line() + std::string(between) + row_of("7") + row_of("1"));
    CHECK(!index.has_header);
    REQUIRE(index.rejects.size() == 1);
    CHECK(index.rejects[0].cause == RejectCause::kWrongCellCount);
    CHECK(index.rejects[0].row_1based == 1);
    const std::vector<std::string>& named = index.reject_persons[0];
    CHECK(std::find(named.begin(), named.end(), "7") != named.end());
    CHECK(index.good_rows == 1);
    CHECK(records_of(index) == 2);
  }
}

TEST_CASE("a first line of names and of something else is a reject, not a header") {
  const FilePiece index = walk(doj_layout().columns.front().name + ",X,Y\n" + row_of("1"));
  CHECK(!index.has_header);
  CHECK(index.rejects.size() == 1);
  CHECK(index.good_rows == 1);
}

TEST_CASE("a header further down is a reject that belongs to nobody") {
  const FilePiece index = walk(header_line() + "\n" + row_of("1") + header_line() + "\n" + row_of("1"));
  REQUIRE(index.rejects.size() == 1);
  CHECK(index.rejects[0].cause == RejectCause::kRepeatedHeader);
  CHECK(index.rejects[0].row_1based == 3);
  CHECK(index.reject_persons[0].empty());
  CHECK(index.good_rows == 2);
  CHECK(records_of(index) == 3);
}

TEST_CASE("a header below the first row is a reject in a file that begins without one") {
  const FilePiece index = walk(row_of("1") + header_line() + "\n");
  CHECK(!index.has_header);
  REQUIRE(index.rejects.size() == 1);
  CHECK(index.rejects[0].cause == RejectCause::kRepeatedHeader);
}

TEST_CASE("each file may have a header of its own") {
  Records records(std::vector<std::string>{header_line() + "\n" + row_of("1"), header_line() + "\n" + row_of("2")});
  CHECK(records.index().files[0].has_header);
  CHECK(records.index().files[1].has_header);
  CHECK(records.index().rejects.empty());
}

TEST_CASE("a stretch of several lines that begins like a header is a reject, so that no line goes unseen") {
  const std::string& name = doj_layout().columns.front().name;
  const FilePiece index = walk(name + ",\"x\n" + short_row("7") + row_of("1"));
  CHECK(!index.has_header);
  REQUIRE(!index.rejects.empty());
  CHECK(index.good_rows == 1);
}

TEST_CASE("person identifiers are trimmed and otherwise kept as they are") {
  const FilePiece index = walk(row_of("  aB-7 \xC2\xA0"));
  REQUIRE(index.persons.size() == 1);
  CHECK(index.persons[0] == "aB-7");
}

TEST_CASE("identifiers that differ in case are two people") {
  const FilePiece index = walk(row_of("a1") + row_of("A1"));
  CHECK(index.persons == IndexList<std::string_view>{"a1", "A1"});
}

TEST_CASE("a row whose person is blank is a reject with its column") {
  const FilePiece index = walk(row_of("1") + row_of("  \xA0"));
  REQUIRE(index.rejects.size() == 1);
  CHECK(index.rejects[0].cause == RejectCause::kNoPerson);
  CHECK(index.rejects[0].column_1based == 3);
  CHECK(index.rejects[0].row_1based == 2);
  CHECK(cause_words(index.rejects[0].cause) == "no person identifier");
}

TEST_CASE("a person of dashes alone is no person") {
  CHECK(walk(row_of("--- -")).rejects.size() == 1);
  CHECK(walk(row_of("-1-")).rejects.empty());
}

TEST_CASE("quoted and plain spellings of one identifier are one person") {
  DojRow row("7");
  const FilePiece index = walk(row_of("7") + row.all_quoted().line() + "\n");
  CHECK(index.persons == IndexList<std::string_view>{"7"});
}

TEST_CASE("an identifier with doubled quotes and commas is read as RFC 4180 says") {
  const FilePiece index = walk(row_of("a,\"b\"") + row_of("1") + row_of("a,\"b\""));
  CHECK(index.persons == IndexList<std::string_view>{"a,\"b\"", "1"});
  CHECK(index.spans[2].person == 0);
}

TEST_CASE("offsets and lengths give each row's bytes without its line end") {
  const std::string first = DojRow("1").line();
  const std::string bytes = first + "\r\n" + DojRow("1").line() + "\n" + DojRow("2").line();
  Records records(std::vector<std::string>{bytes});
  const std::vector<std::string_view> files = {bytes};
  REQUIRE(records.index().rows == 3);
  const std::vector<RowRef> rows = records.index().find(std::vector{RowNumber{0}, RowNumber{1}, RowNumber{2}}, files);
  CHECK(bytes.substr(rows[0].offset_bytes, rows[0].length_bytes) == first);
  CHECK(bytes.substr(rows[1].offset_bytes, rows[1].length_bytes) == first);
  CHECK(bytes.substr(rows[2].offset_bytes, rows[2].length_bytes) == DojRow("2").line());
}

TEST_CASE("a row after a cell with a line break has the number of its record and of its line") {
  DojRow broken("1");
  broken.with(RowFact::kComment, "two\nlines");
  const FilePiece index = walk(broken.line() + "\n" + row_of("2"));
  REQUIRE(index.good_rows == 2);
  CHECK(index.spans[1].row_1based == 2);
  CHECK(index.spans[1].line_1based == 3);
}

TEST_CASE("empty lines are neither rows nor rejects, but are counted") {
  const FilePiece index = walk("\n" + row_of("1") + "\r\n\n" + row_of("1"));
  CHECK(index.good_rows == 2);
  CHECK(index.rejects.empty());
  CHECK(index.empty_lines == 3);
  CHECK(records_of(index) == 2);
}

TEST_CASE("a row with a wrong number of cells is a reject of the person in its third cell") {
  const FilePiece index = walk(row_of("1") + short_row(" 1 ") + row_of("2"));
  REQUIRE(index.rejects.size() == 1);
  CHECK(index.rejects[0].cause == RejectCause::kWrongCellCount);
  CHECK(index.rejects[0].cells_found == 94);
  CHECK(index.reject_persons[0] == std::vector<std::string>{"1"});
  CHECK(records_of(index) == 3);
}

TEST_CASE("rows on one line without line ends between them are a reject of the person of each") {
  const auto without_line_end = [](std::string row) {
    row.pop_back();
    return row;
  };
  const std::string four = without_line_end(row_of("1")) + without_line_end(row_of("2")) +
                           without_line_end(row_of("3")) + row_of("4");
  CHECK(walk(four).reject_persons[0] == std::vector<std::string>{"1", "2", "3", "4"});
  const std::string with_extra_cell = without_line_end(row_of("1")) + "," + row_of("2");
  const std::vector<std::string> named = walk(with_extra_cell).reject_persons[0];
  CHECK(std::find(named.begin(), named.end(), "2") != named.end());
}

TEST_CASE("a lost stretch names the person of each of its lines once") {
  // A quote without an end swallows the lines after it.
  const std::string bytes = ",,1,\"x\n" + short_row("2") + short_row("1") + short_row("3");
  const FilePiece index = walk(bytes);
  std::vector<std::string> named;
  for (const auto& persons : index.reject_persons) named.insert(named.end(), persons.begin(), persons.end());
  CHECK(named == std::vector<std::string>{"1", "2", "3"});
}

TEST_CASE("rows of one person are joined over all files, in the order of files and rows") {
  Records records(std::vector<std::string>{row_of("1") + row_of("2") + row_of("1"), row_of("2") + row_of("1")});
  const RecordIndex& index = records.index();
  REQUIRE(index.persons.size() == 2);
  CHECK(index.persons[0].id == "1");
  CHECK(index.persons[1].id == "2");
  CHECK(rows_of(index, 0) == std::vector{RowNumber{0}, RowNumber{2}, RowNumber{4}});
  const RowRef last = index.find(RowNumber{4}, records.bytes());
  CHECK(last.file == 1);
  CHECK(last.row_1based == 2);
  CHECK(rows_of(index, 1).size() == 2);
}

TEST_CASE("rows of one person that stand side by side are one span") {
  Records records(std::vector<std::string>{row_of("1") + row_of("1") + row_of("2") + row_of("1")});
  const auto& spans = records.index().spans;
  REQUIRE(spans.size() == 3);
  CHECK(spans[0].rows == 2);
  CHECK(spans[0].next == 2);
  CHECK(spans[1].next == RowSpan::kNone);
  CHECK(spans[2].row_1based == 4);
}

TEST_CASE("what is no good row ends a span, so that a span's bytes are its rows alone") {
  CHECK(walk(row_of("1") + short_row("1") + row_of("1")).spans.size() == 2);
  CHECK(walk(row_of("1") + "\n" + row_of("1")).spans.size() == 2);
  CHECK(walk(row_of("1") + "\r\n" + row_of("1")).spans.size() == 2);
}

TEST_CASE("a person with more rows than a span holds has several") {
  std::string bytes;
  for (std::uint32_t i = 0; i < RowSpan::kMostRows + 1; ++i) bytes += row_of("1");
  const FilePiece index = walk(bytes);
  REQUIRE(index.spans.size() == 2);
  CHECK(index.spans[0].rows == RowSpan::kMostRows);
  CHECK(index.spans[1].rows == 1);
}

TEST_CASE("a row inside a span is found with its own place, line breaks inside cells counted") {
  DojRow broken("1");
  broken.with(RowFact::kComment, "two\nlines");
  const std::string bytes = header_line() + "\n" + broken.line() + "\r\n" + row_of("1") + row_of("1");
  Records records(std::vector<std::string>{bytes});
  REQUIRE(records.index().spans.size() == 1);
  const RowRef last = records.index().find(RowNumber{2}, records.bytes());
  CHECK(last.row_1based == 4);
  CHECK(last.line_1based == 5);
  CHECK(last.offset_bytes == bytes.size() - row_of("1").size());
}

TEST_CASE("rows are found in the order asked, one twice too, over spans and files") {
  Records records(std::vector<std::string>{row_of("1") + row_of("2"), row_of("2") + row_of("2")});
  const std::vector numbers = {RowNumber{1}, RowNumber{1}, RowNumber{3}};
  const std::vector<RowRef> rows = records.index().find(numbers, records.bytes());
  REQUIRE(rows.size() == 3);
  CHECK(rows[1].row_1based == 2);
  CHECK(rows[1].file == 0);
  CHECK(rows[2].row_1based == 2);
  CHECK(rows[2].file == 1);
}

TEST_CASE("a rejected row belongs to its person even when the good row stands in a later file") {
  Records records(std::vector<std::string>{short_row("1"), row_of("1")});
  REQUIRE(records.index().missing_rows_of(0).size() == 1);
  const model::MissingRow& missing = records.index().missing_rows_of(0)[0];
  CHECK(missing.cause == model::MissingRow::Cause::kRejected);
  CHECK(missing.file == 0);
  CHECK(missing.row_1based == 1);
  CHECK(records.index().rejects_of_nobody == 0);
}

TEST_CASE("a rejected row of a person without a good row belongs to nobody known") {
  Records records(std::vector<std::string>{row_of("1") + short_row("2")});
  CHECK(records.index().missing_rows_of(0).empty());
  CHECK(records.index().rejects_of_nobody == 1);
}

TEST_CASE("a lost stretch belongs to every person it names who has a good row") {
  Records records(std::vector<std::string>{",,1,\"x\n" + short_row("2") + row_of("1") + row_of("2") + row_of("3")});
  const RecordIndex& index = records.index();
  REQUIRE(index.persons.size() == 3);
  CHECK(!index.missing_rows_of(0).empty());
  CHECK(!index.missing_rows_of(1).empty());
  CHECK(index.persons[2].id == "3");
  CHECK(index.missing_rows_of(2).empty());
}

TEST_CASE("what each file held is kept") {
  Records records(std::vector<std::string>{header_line() + "\n" + row_of("1") + "\n" + short_row("1"), row_of("1")});
  const auto& files = records.index().files;
  REQUIRE(files.size() == 2);
  CHECK(files[0].has_header);
  CHECK(files[0].records == 2);
  CHECK(files[0].rows == 1);
  CHECK(files[0].rejects == 1);
  CHECK(files[0].empty_lines == 1);
  CHECK(files[1].records == 1);
}

TEST_CASE("rejects stand in order of file and place") {
  Records records(std::vector<std::string>{short_row("1") + row_of("1") + short_row("2"), short_row("3")});
  const auto& rejects = records.index().rejects;
  REQUIRE(rejects.size() == 3);
  CHECK(rejects[0].row_1based == 1);
  CHECK(rejects[1].row_1based == 3);
  CHECK(rejects[2].file == 1);
}

TEST_CASE("every cause of a reject has words and an id of its own") {
  std::vector<std::string_view> seen;
  for (std::uint8_t i = 0; i <= static_cast<std::uint8_t>(RejectCause::kCountUnidentified); ++i) {
    const auto cause = static_cast<RejectCause>(i);
    for (const std::string_view text : {cause_words(cause), id_of(cause)}) {
      CHECK(!text.empty());
      CHECK(std::find(seen.begin(), seen.end(), text) == seen.end());
      seen.push_back(text);
    }
  }
}
