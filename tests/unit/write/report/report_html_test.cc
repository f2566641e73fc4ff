#include "write/report/report_html.h"

#include <doctest/doctest.h>

#include <string>

using namespace redress::write;

namespace {

bool has(const std::string& page, const std::string& text) {
  return page.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("text is text: what a page would run is written out") {
  Document document;
  document.title = "<script>alert(1)</script> & \"more\"";
  document.blocks.emplace_back(Paragraph{Paragraph::Kind::kBody, {{"a < b\nc"}}});
  const std::string page = report_html(document);
  CHECK_FALSE(has(page, "<script"));
  CHECK(has(page, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;"));
  CHECK(has(page, "a &lt; b<br>c"));
}

TEST_CASE("a page fetches nothing and says in which language it is") {
  const std::string page = report_html(Document{});
  CHECK(has(page, "<html lang=\"en-US\">"));
  CHECK(has(page, "default-src 'none'"));
  for (const char* word : {"http:", "https:", "<link", "<script", "src=", "@import", "url("}) CHECK_FALSE(has(page, word));
}

TEST_CASE("cells that name a column or a row say so") {
  Document document;
  document.blocks.emplace_back(Table{"People", "What is counted.",
                                     {{Column::Kind::kText, "Race", 1}, {Column::Kind::kNumber, "In scope", 1}},
                                     {{TableRow::Kind::kBody, {{"WHITE"}, {"12"}}}}});
  const std::string page = report_html(document);
  CHECK(has(page, "<th scope=\"col\">Race</th><th scope=\"col\" class=\"number\">In scope</th>"));
  CHECK(has(page, "<th scope=\"row\">WHITE</th><td class=\"number\">12</td>"));
  CHECK(has(page, "<caption id=\"table-1\">People<span class=\"note\">What is counted.</span></caption>"));
}

TEST_CASE("a chart says its numbers in words, and draws a bar for what is told only") {
  Document document;
  Chart chart{"By race", {}, {"With relief", "Others"}, {}};
  chart.bars.push_back({"WHITE", {{30, {}}, {10, {}}}});
  chart.bars.push_back({"OTHER", {{0, {}, true}, {0, {}, true}}});
  document.blocks.emplace_back(chart);
  const std::string page = report_html(document);
  CHECK(has(page, "Bar chart. By race. WHITE: 30 (With relief), 10 (Others). OTHER: hidden (With relief), hidden (Others)."));
  CHECK(has(page, ">30 + 10</text>"));
  CHECK(has(page, ">hidden + hidden</text>"));
  CHECK(has(page, "<rect x=\"210.0\" y=\"20.0\" width=\"315.0\""));
}
