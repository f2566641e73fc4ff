#include "intake/record_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/doj_rows.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::intake;   // NOLINT
using namespace redress::testing;  // NOLINT

namespace {

FileIndex walk(const std::string& bytes) {
  return index_file(bytes, 0, doj_layout());
}

std::string row_of(std::string_view person) {
  return DojRow(person).line() + "\n";
}

// A row with one cell too few, whose first cells are those of the person.
std::string short_row(std::string_view person) {
  std::string line = DojRow(person).line();
  line.pop_back();
  return line + "\n";
}

}  // namespace

TEST_CASE("a first record whose first cell is the first column's name is the header, and counts as record 1") {
  const FileIndex index = walk(header_line() + "\n" + row_of("1"));
  CHECK(index.has_header);
  REQUIRE(index.rows.size() == 1);
  CHECK(index.rows[0].row_1based == 2);
  CHECK(index.rows[0].line_1based == 2);
  CHECK(index.rejects.empty());
  CHECK(index.records == 1);
}

TEST_CASE("a file without a header begins with a row") {
  const FileIndex index = walk(row_of("1"));
  CHECK(!index.has_header);
  REQUIRE(index.rows.size() == 1);
  CHECK(index.rows[0].row_1based == 1);
  CHECK(index.records == 1);
}

TEST_CASE("a header may be in small letters") {
  std::string header = header_line();
  for (char& c : header) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  CHECK(walk(header + "\n").has_header);
}

TEST_CASE("a header may be quoted") {
  DojRow header("x");
  for (std::size_t i = 0; i < doj_layout().columns.size(); ++i) header.with_cell(i, doj_layout().columns[i].name);
  const FileIndex index = walk(header.all_quoted().line() + "\n");
  CHECK(index.has_header);
  CHECK(index.rows.empty());
}

TEST_CASE("a header may stand behind a byte-order mark") {
  const FileIndex index = walk("\xEF\xBB\xBF" + header_line() + "\n" + row_of("1"));
  CHECK(index.has_header);
  CHECK(index.rejects.empty());
}

TEST_CASE("an extra comma at the end of a header is harmless") {
  const FileIndex index = walk(header_line() + ",\n" + row_of("1"));
  CHECK(index.has_header);
  CHECK(index.rejects.empty());
  CHECK(index.rows.size() == 1);
}

TEST_CASE("a header with a wrong number of names is a header and no reject") {
  const std::string& name = doj_layout().columns.front().name;
  const FileIndex index = walk(name + ",X,Y\n" + row_of("1"));
  CHECK(index.has_header);
  CHECK(index.rejects.empty());
  CHECK(index.records == 1);
}

TEST_CASE("a header further down is a reject that belongs to nobody") {
  const FileIndex index = walk(header_line() + "\n" + row_of("1") + header_line() + "\n" + row_of("1"));
  REQUIRE(index.rejects.size() == 1);
  CHECK(index.rejects[0].cause == RejectCause::kRepeatedHeader);
  CHECK(index.rejects[0].row_1based == 3);
  CHECK(index.reject_persons[0].empty());
  CHECK(index.rows.size() == 2);
  CHECK(index.records == 3);
}

TEST_CASE("a header below the first row is a reject in a file that begins without one") {
  const FileIndex index = walk(row_of("1") + header_line() + "\n");
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
  const FileIndex index = walk(name + ",\"x\n" + short_row("7") + row_of("1"));
  CHECK(!index.has_header);
  REQUIRE(!index.rejects.empty());
  CHECK(index.rows.size() == 1);
}

TEST_CASE("person identifiers are trimmed and otherwise kept as they are") {
  const FileIndex index = walk(row_of("  aB-7 \xC2\xA0"));
  REQUIRE(index.persons.size() == 1);
  CHECK(index.persons[0] == "aB-7");
}

TEST_CASE("identifiers that differ in case are two people") {
  const FileIndex index = walk(row_of("a1") + row_of("A1"));
  CHECK(index.persons == std::vector<std::string>{"a1", "A1"});
}

TEST_CASE("a row whose person is blank is a reject with its column") {
  const FileIndex index = walk(row_of("1") + row_of("  \xA0"));
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
  const FileIndex index = walk(row_of("7") + row.all_quoted().line() + "\n");
  CHECK(index.persons == std::vector<std::string>{"7"});
}

TEST_CASE("an identifier with doubled quotes and commas is read as RFC 4180 says") {
  const FileIndex index = walk(row_of("a,\"b\"") + row_of("1") + row_of("a,\"b\""));
  CHECK(index.persons == std::vector<std::string>{"a,\"b\"", "1"});
  CHECK(index.rows[2].person == 0);
}

TEST_CASE("offsets and lengths give each row's bytes without its line end") {
  const std::string first = DojRow("1").line();
  const std::string bytes = first + "\r\n" + DojRow("2").line() + "\n";
  const FileIndex index = walk(bytes);
  REQUIRE(index.rows.size() == 2);
  CHECK(bytes.substr(index.rows[0].offset_bytes, index.rows[0].length_bytes) == first);
  CHECK(bytes.substr(index.rows[1].offset_bytes, index.rows[1].length_bytes) == DojRow("2").line());
}

TEST_CASE("a row after a cell with a line break has the number of its record and of its line") {
  DojRow broken("1");
  broken.with(RowFact::kComment, "two\nlines");
  const FileIndex index = walk(broken.line() + "\n" + row_of("2"));
  REQUIRE(index.rows.size() == 2);
  CHECK(index.rows[1].row_1based == 2);
  CHECK(index.rows[1].line_1based == 3);
}

TEST_CASE("empty lines are neither rows nor rejects, but are counted") {
  const FileIndex index = walk("\n" + row_of("1") + "\r\n\n" + row_of("1"));
  CHECK(index.rows.size() == 2);
  CHECK(index.rejects.empty());
  CHECK(index.empty_lines == 3);
  CHECK(index.records == 2);
}

TEST_CASE("a row with a wrong number of cells is a reject of the person in its third cell") {
  const FileIndex index = walk(row_of("1") + short_row(" 1 ") + row_of("2"));
  REQUIRE(index.rejects.size() == 1);
  CHECK(index.rejects[0].cause == RejectCause::kWrongCellCount);
  CHECK(index.rejects[0].cells_found == 94);
  CHECK(index.reject_persons[0] == std::vector<std::string>{"1"});
  CHECK(index.records == 3);
}

TEST_CASE("a lost stretch names the person of each of its lines once") {
  // A quote without an end swallows the lines after it.
  const std::string bytes = ",,1,\"x\n" + short_row("2") + short_row("1") + short_row("3");
  const FileIndex index = walk(bytes);
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
  const auto rows = index.rows_of(0);
  CHECK(std::vector<RowNumber>(rows.begin(), rows.end()) == std::vector{RowNumber{0}, RowNumber{2}, RowNumber{4}});
  CHECK(index.rows[4].file == 1);
  CHECK(index.rows[4].row_1based == 2);
  CHECK(index.rows_of(1).size() == 2);
}

TEST_CASE("a rejected row belongs to its person even when the good row stands in a later file") {
  Records records(std::vector<std::string>{short_row("1"), row_of("1")});
  REQUIRE(records.index().persons[0].missing_rows.size() == 1);
  const model::MissingRow& missing = records.index().persons[0].missing_rows[0];
  CHECK(missing.cause == model::MissingRow::Cause::kRejected);
  CHECK(missing.file == 0);
  CHECK(missing.row_1based == 1);
  CHECK(records.index().rejects_of_nobody == 0);
}

TEST_CASE("a rejected row of a person without a good row belongs to nobody known") {
  Records records(std::vector<std::string>{row_of("1") + short_row("2")});
  CHECK(records.index().persons[0].missing_rows.empty());
  CHECK(records.index().rejects_of_nobody == 1);
}

TEST_CASE("a lost stretch belongs to every person it names who has a good row") {
  Records records(std::vector<std::string>{",,1,\"x\n" + short_row("2") + row_of("1") + row_of("2") + row_of("3")});
  const auto& persons = records.index().persons;
  std::size_t incomplete = 0;
  for (const PersonEntry& person : persons) incomplete += person.missing_rows.empty() ? 0U : 1U;
  REQUIRE(persons.size() == 3);
  CHECK(incomplete == 2);
  CHECK(persons[2].id == "3");
  CHECK(persons[2].missing_rows.empty());
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
