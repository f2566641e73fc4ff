#include "intake/person_search.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "support/doj_rows.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::intake;   // NOLINT
using namespace redress::testing;  // NOLINT

namespace {

DojRow named(std::string_view person, std::string_view name) {
  return court_row("101001001000", person).with(RowFact::kName, name);
}

// One file of these rows, searched.
FoundPeople found(const std::vector<DojRow>& rows, SearchBy by, std::string_view text, std::size_t most = 20) {
  const std::string bytes = file_of(rows);
  std::vector<FilePiece> files;
  files.push_back(index_file(bytes, 0, doj_layout()));
  auto index = join(std::move(files));
  REQUIRE(index);
  const std::vector<std::string_view> file_bytes = {bytes};
  return find_people(*index, doj_layout(), file_bytes, by, text, most);
}

using People = std::vector<std::size_t>;

}  // namespace

TEST_CASE("an id finds its person, blanks at its ends aside, and only as a whole") {
  const std::vector<DojRow> rows = {court_row("101001001000", "7"), court_row("101001001000", "70")};
  CHECK(found(rows, SearchBy::kPerson, " 70 ").people == People{1});
  CHECK(found(rows, SearchBy::kPerson, "70").count == 1);
  CHECK(found(rows, SearchBy::kPerson, "700").count == 0);
}

TEST_CASE("a CII number finds everybody who has it, in any case of its letters") {
  const std::vector<DojRow> rows = {court_row("101001001000", "1").with(RowFact::kCiiNumber, "A123"),
                                    court_row("101001001000", "2").with(RowFact::kCiiNumber, "A124"),
                                    court_row("101001001000", "3").with(RowFact::kCiiNumber, " a123 ")};
  CHECK(found(rows, SearchBy::kCiiNumber, "a123").people == People{0, 2});
}

TEST_CASE("a case number is one of a court action") {
  const std::vector<DojRow> rows = {court_row("101001001000", "1").with(RowFact::kCaseNumber, "BA98776"),
                                    court_row("101001001000", "2")
                                        .with(RowFact::kCaseNumber, "BA98776")
                                        .with(RowFact::kStepType, "ARREST/DETAINED/CITED")};
  CHECK(found(rows, SearchBy::kCaseNumber, "ba98776").people == People{0});
}

TEST_CASE("what the files write where there is no case number finds nobody by it") {
  const std::vector<DojRow> rows = {court_row("101001001000", "1").with(RowFact::kCaseNumber, "NULL")};
  CHECK(found(rows, SearchBy::kCaseNumber, "NULL").count == 0);
  CHECK(found(rows, SearchBy::kCaseNumber, " null ").count == 0);
}

TEST_CASE("a name finds whoever has it, whatever the blanks around the comma and the case") {
  const std::vector<DojRow> rows = {named("1", "LEE,ANA"), named("2", "LEE, ANA"), named("3", "LEE,ANNA"),
                                    named("4", "Lee,Ana")};
  CHECK(found(rows, SearchBy::kName, "lee , ana").people == People{0, 1, 3});
}

TEST_CASE("the beginning of a name by whole words is enough") {
  const std::vector<DojRow> rows = {named("1", "LEE,ANA MARIA"), named("2", "LEEDS,ANA"), named("3", "LEE ANA,ROSA")};
  CHECK(found(rows, SearchBy::kName, "LEE").people == People{0, 2});
  CHECK(found(rows, SearchBy::kName, "LEE, ANA").people == People{0});
  CHECK(found(rows, SearchBy::kName, "LEE ANA").people == People{0, 2});
  CHECK(found(rows, SearchBy::kName, "ANA").count == 0);
}

TEST_CASE("letters with accents fold in files of either encoding") {
  const std::vector<DojRow> rows = {named("1", "MU\xC3\x91OZ,JOS\xC3\x89"), named("2", "MU\xD1OZ,JOS\xC9"),
                                    named("3", "MUNOZ,JOSE")};
  CHECK(found(rows, SearchBy::kName, "mu\xC3\xB1oz, jos\xC3\xA9").people == People{0, 1});
}

TEST_CASE("letters of any script fold, in one character or with their accents apart") {
  const std::vector<DojRow> rows = {
      named("1", "\xC4\x90\xE1\xBA\xB6NG,NGUY\xE1\xBB\x84N"),                     // Đ, Ặ, Ễ
      named("2", "\xC4\x91\xE1\xBA\xB7ng,Nguye\xCC\x82\xCC\x83n"),                // đ, ặ, e and two marks
      named("3", "DANG,NGUYEN"), named("4", "\xD0\x98\xD0\x92\xD0\x90\xD0\x9D"),  // Cyrillic
      named("5",
            "\x8A"
            "IMA,\xDE"
            "OR")};  // Š and Þ of Windows-1252
  CHECK(found(rows, SearchBy::kName, "\xC4\x91\xE1\xBA\xB7ng, nguy\xE1\xBB\x85n").people == People{0, 1});
  CHECK(found(rows, SearchBy::kName, "\xC4\x90\xE1\xBA\xB6NG").people == People{0, 1});
  CHECK(found(rows, SearchBy::kName, "\xD0\xB8\xD0\xB2\xD0\xB0\xD0\xBD").people == People{3});
  CHECK(found(rows, SearchBy::kName, "\xC5\xA1ima,\xC3\xBEor").people == People{4});
}

TEST_CASE("words that are no UTF-8 are read as a file is") {
  CHECK(found({named("1", "MU\xC3\x91OZ,ANA")}, SearchBy::kName, "mu\xF1oz").people == People{0});
}

TEST_CASE("people come in order of first appearance, once each, and no more than asked for") {
  const std::vector<DojRow> rows = {named("9", "LEE,ANA"), named("3", "LEE,BEA"), named("9", "LEE,ANA"),
                                    named("5", "LEE,CARL")};
  const FoundPeople two = found(rows, SearchBy::kName, "LEE", 2);
  CHECK(two.people == People{0, 1});
  CHECK(two.count == 3);
}

TEST_CASE("any row of a person may say it") {
  const std::vector<DojRow> rows = {named("1", "LEE,ANA"), named("1", "CHO,ANA")};
  CHECK(found(rows, SearchBy::kName, "CHO").count == 1);
  CHECK(found(rows, SearchBy::kName, "LEE").count == 1);
}

TEST_CASE("nothing finds nobody, not those whose cell is empty") {
  const std::vector<DojRow> rows = {court_row("101001001000", "1")};
  for (const SearchBy by : {SearchBy::kPerson, SearchBy::kCiiNumber, SearchBy::kCaseNumber, SearchBy::kName}) {
    for (const std::string_view text : {"", "  ", "-"}) CHECK(found(rows, by, text).count == 0);
  }
  CHECK(found(rows, SearchBy::kName, " , ").count == 0);
}
