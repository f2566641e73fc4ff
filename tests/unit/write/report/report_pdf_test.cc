#include "write/report/report_pdf.h"

#include <doctest/doctest.h>

#include <string>

using namespace redress::write;

namespace {

Document long_document() {
  Document document;
  document.title = "A title";
  document.created = "2019-11-11";
  document.blocks.emplace_back(Heading{1, "Part"});
  std::string words = "lang\n";
  for (int i = 0; i < 200; ++i) words += "one line\n";
  // A cell longer than a page, and a word longer than a line.
  document.blocks.emplace_back(Table{"Table", {}, {{Column::Kind::kText, "A", 1}, {Column::Kind::kNumber, "B", 1}},
                                     {{TableRow::Kind::kBody, {{words}, {std::string(400, 'x')}}}}});
  return document;
}

}  // namespace

TEST_CASE("the same document is the same PDF, byte for byte") {
  const auto one = report_pdf(long_document());
  const auto other = report_pdf(long_document());
  REQUIRE(one.ok());
  REQUIRE(other.ok());
  CHECK(*one == *other);
  CHECK(one->starts_with("%PDF-1.7"));
}

TEST_CASE("an empty document is a PDF of one page") {
  Document document;
  document.created = "2019-11-11";
  const auto pdf = report_pdf(document);
  REQUIRE(pdf.ok());
  CHECK(pdf->find("%%EOF") != std::string::npos);
}
