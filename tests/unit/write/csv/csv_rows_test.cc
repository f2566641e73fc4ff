#include "write/csv/csv_rows.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

using namespace redress;
using namespace redress::write;

namespace {

std::string cell(std::string_view text) {
  std::string out;
  append_cell(out, text);
  return out;
}

// A format of four columns: the second secret, the first and third in the condensed file.
model::Layout small_layout() {
  model::Layout layout;
  for (const char* name : {"ID", "SSN", "NAME", "END"}) {
    model::Column column;
    column.name = name;
    layout.columns.push_back(column);
  }
  layout.columns[0].in_condensed = true;
  layout.columns[1].is_secret = true;
  layout.columns[2].in_condensed = true;
  return layout;
}

model::ResultLayout small_results() {
  model::ResultLayout results;
  for (const char* name : {"Reason", "Notes, if any"}) {
    model::ResultColumn column;
    column.name = name;
    results.columns.push_back(column);
  }
  return results;
}

// Four cells and an extra empty one.
constexpr std::string_view kRecord = "1,123456789,\"LEE,ANA\",=END,";
const std::vector<std::uint32_t> kStarts = {0, 2, 12, 22, 27, 28};

std::string line_of(RowFile file, std::string_view ours, const model::Layout& layout = small_layout()) {
  LineText out;
  RowLines(layout, file).append(out, {kRecord, kStarts}, ours);
  return std::string(out.view());
}

RejectRow small_reject() {
  RejectRow reject;
  reject.file = "/home/office/county.dat";
  reject.row_1based = 7;
  reject.line_1based = 9;
  reject.byte_0based = 4096;
  reject.column_1based = 51;
  reject.cells_found = 94;
  reject.reason = "wrong number of cells";
  reject.raw = "1,2";
  return reject;
}

std::string rejects_line(const RejectRow& reject) {
  std::string out;
  append_rejects_row(out, reject);
  return out;
}

// The second cell of every line after the header.
std::vector<std::string> names_in_table(const std::string& path) {
  std::ifstream file(std::string(REDRESS_SOURCE_DIR) + path);
  std::vector<std::string> names;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const std::size_t start = line.find(',') + 1;
    names.push_back(line.substr(start, line.find(',', start) - start));
  }
  return names;
}

}  // namespace

TEST_CASE("a plain cell stands as it is") {
  CHECK(cell("") == "");
  CHECK(cell("Eligible for Dismissal") == "Eligible for Dismissal");
  CHECK(cell("50 years or older; a 'quote'") == "50 years or older; a 'quote'");
  CHECK(cell(" blanks stay ") == " blanks stay ");
}

TEST_CASE("a cell with a comma, a quote or a line break is quoted, its quotes doubled") {
  CHECK(cell("a,b") == "\"a,b\"");
  CHECK(cell("say \"no\"") == "\"say \"\"no\"\"\"");
  CHECK(cell("a\nb") == "\"a\nb\"");
  CHECK(cell("a\rb") == "\"a\rb\"");
}

TEST_CASE("a text that a spreadsheet would run as a formula has an apostrophe in front") {
  CHECK(cell("=1+1") == "'=1+1");
  CHECK(cell("+1") == "'+1");
  CHECK(cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(cell("-1+1") == "'-1+1");
  CHECK(cell("-A1") == "'-A1");
  CHECK(cell("\tx") == "'\tx");
  CHECK(cell("\rx") == "\"'\rx\"");
  CHECK(cell("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
}

TEST_CASE("a dash and a negative number stay") {
  CHECK(cell("-") == "-");
  CHECK(cell("-1.0") == "-1.0");
  CHECK(cell("-12") == "-12");
  CHECK(cell("-1.2.3") == "'-1.2.3");
  CHECK(cell("-.5") == "'-.5");
}

TEST_CASE("a formula inside a text is no formula") {
  CHECK(cell("11359 =HS") == "11359 =HS");
}

TEST_CASE("our cells are joined by commas, empty ones too") {
  std::string out = "x";
  append_result_cells(out, std::vector<std::string>{"a", "", "b,c", ""});
  CHECK(out == "xa,,\"b,c\",");
}

TEST_CASE("the headers are the format's names and ours, the condensed one of its columns only") {
  std::string out;
  append_all_rows_header(out, small_layout(), small_results());
  CHECK(out == "ID,SSN,NAME,END,Reason,\"Notes, if any\"\n");
  out.clear();
  append_convictions_header(out, small_layout(), small_results());
  CHECK(out == "ID,SSN,NAME,END,Reason,\"Notes, if any\"\n");
  out.clear();
  append_condensed_header(out, small_layout(), small_results());
  CHECK(out == "ID,NAME,Reason,\"Notes, if any\"\n");
}

TEST_CASE("all rows repeat the input's cells byte for byte, formulas and secrets too, and end in LF") {
  CHECK(line_of(RowFile::kAllRows, "ours,") == "1,123456789,\"LEE,ANA\",=END,ours,\n");
}

TEST_CASE("the row of a conviction has its secret cells emptied") {
  CHECK(line_of(RowFile::kConvictions, "ours") == "1,,\"LEE,ANA\",=END,ours\n");
}

TEST_CASE("a condensed row has its columns in the order of the input, and no secret in any") {
  CHECK(line_of(RowFile::kCondensed, "ours") == "1,\"LEE,ANA\",ours\n");
  model::Layout careless = small_layout();
  careless.columns[1].in_condensed = true;
  CHECK(line_of(RowFile::kCondensed, "ours", careless) == "1,,\"LEE,ANA\",ours\n");
}

TEST_CASE("secret columns at both ends are emptied cell by cell") {
  model::Layout layout = small_layout();
  layout.columns[0].is_secret = true;
  layout.columns[3].is_secret = true;
  CHECK(line_of(RowFile::kConvictions, "ours", layout) == ",,\"LEE,ANA\",,ours\n");
}

TEST_CASE("an extra empty cell that the row had is not among its cells, so that ours line up with their names") {
  std::string header;
  append_all_rows_header(header, small_layout(), small_results());
  const std::string row = line_of(RowFile::kAllRows, "ours,");
  CHECK(std::count(header.begin(), header.end(), ',') ==
        std::count(row.begin(), row.end(), ','));  // one quoted in each
}

TEST_CASE("rows are appended to what is there") {
  LineText out;
  out.append("before\n");
  const RowLines lines(small_layout(), RowFile::kAllRows);
  lines.append(out, {kRecord, kStarts}, "");
  lines.append(out, {kRecord, kStarts}, "");
  CHECK(out.view() == "before\n1,123456789,\"LEE,ANA\",=END,\n1,123456789,\"LEE,ANA\",=END,\n");
}

TEST_CASE("cells of any length are repeated exactly, and nothing of those between them") {
  for (std::size_t length = 0; length < 140; ++length) {
    CAPTURE(length);
    const std::string first(length, 'f');
    const std::string last(139 - length, 'l');
    const std::string record = first + ",123456789," + last + ",not here";
    const auto at = [](std::size_t start) { return static_cast<std::uint32_t>(start); };
    const std::vector<std::uint32_t> starts = {0, at(length + 1), at(length + 11), at(151), at(160)};
    LineText out;
    const RowLines lines(small_layout(), RowFile::kCondensed);
    for (int line = 0; line < 2; ++line) lines.append(out, {record, starts}, "ours");
    const std::string expected = first + "," + last + ",ours\n";
    CHECK(out.view() == expected + expected);
  }
}

TEST_CASE("a reject has its file without folders, its place, its reason, and its bytes in one quoted cell") {
  std::string header;
  append_rejects_header(header);
  CHECK(header == "File,Row,Line,Byte,Column,Cells Found,Reason,As Read\n");
  CHECK(rejects_line(small_reject()) == "county.dat,7,9,4096,51,94,wrong number of cells,\"1,2\"\n");
}

TEST_CASE("what is not known of a reject is empty") {
  RejectRow reject = small_reject();
  reject.column_1based.reset();
  reject.cells_found = 0;
  CHECK(rejects_line(reject) == "county.dat,7,9,4096,,,wrong number of cells,\"1,2\"\n");
}

TEST_CASE("the bytes of a reject are kept, quotes doubled, whatever lines and letters they have") {
  RejectRow reject = small_reject();
  reject.raw =
      "1,\"PE\xD1"
      "A\r\n2,=x";
  CHECK(
      rejects_line(reject).ends_with(",\"1,\"\"PE\xD1"
                                     "A\r\n2,=x\"\n"));
  reject.raw = "";
  CHECK(rejects_line(reject).ends_with(",\"\"\n"));
}

TEST_CASE("a file name that a spreadsheet would run is made harmless") {
  RejectRow reject = small_reject();
  reject.file = "/x/=1.dat";
  CHECK(rejects_line(reject).starts_with("'=1.dat,"));
}

// Source: county policies, "Result columns".
TEST_CASE("the result columns begin with the 18 that offices know, in their order") {
  const std::vector<std::string> known = {"Case Number",
                                          "# of convictions on record",
                                          "Possible Other P64 Charges",
                                          "Occurred after 11/9/2016",
                                          "Superstrike Code Section(s)",
                                          "PC290 Code Section(s)",
                                          "PC290 Registration",
                                          "Date of Conviction",
                                          "Years Since This Conviction",
                                          "Years Since Any Conviction",
                                          "# of Prop 64 convictions",
                                          "# of HS 11357 convictions",
                                          "# of HS 11358 convictions",
                                          "# of HS 11359 convictions",
                                          "# of HS 11360 convictions",
                                          "Deceased",
                                          "Eligibility Determination",
                                          "Eligibility Reason"};
  const std::vector<std::string> names = names_in_table("/formats/us-ca/results.csv");
  REQUIRE(names.size() >= known.size());
  CHECK(std::vector<std::string>(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(known.size())) == known);
}
