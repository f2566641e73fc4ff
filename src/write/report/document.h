// write/report/document.h: a report as headings, paragraphs, tables and charts, before it is a page or a PDF.
// Not here: what stands in it (report_document.h), how it is drawn (report_html.h, report_pdf.h). Plain values.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace redress::write {

// A piece of text. `tells`: the counts that it gives away, by the names under which they are in Counts (counts.h); a
// public edition hides the whole piece when one of them may not be told.
struct Cell {
  std::string text;
  std::vector<std::string> tells = {};
};

using Words = std::vector<Cell>;  // one after the other, without blanks in between

struct Heading {
  int level = 1;  // 1: a part of the report, 2: within it
  std::string text;
};

struct Paragraph {
  enum class Kind : std::uint8_t { kBody, kNote, kCaution } kind = Kind::kBody;
  Words words;
};

struct ItemList {
  std::vector<Words> items;
};

struct Column {
  enum class Kind : std::uint8_t { kText, kNumber } kind = Kind::kText;
  std::string name;
  double share = 1;  // of the width, beside the shares of the others
};

struct TableRow {
  enum class Kind : std::uint8_t { kBody, kTotal } kind = Kind::kBody;
  Words cells;  // one a column; the first is the row's name
};

struct Table {
  std::string title;
  std::string note;  // what its figures count, in one line; may be empty
  std::vector<Column> columns;
  std::vector<TableRow> rows;
};

struct BarPart {
  std::uint64_t value = 0;
  std::vector<std::string> tells = {};
  bool is_hidden = false;
};

struct Bar {
  std::string label;
  std::vector<BarPart> parts;  // one a series
};

// Lying bars, their parts one behind the other. Every number in it stands in a table as well.
struct Chart {
  std::string title;
  std::string note;
  std::vector<std::string> series;
  std::vector<Bar> bars;
};

// Lines that somebody fills in by hand.
struct Blanks {
  std::vector<std::string> labels;
};

using Block = std::variant<Heading, Paragraph, ItemList, Table, Chart, Blanks>;

struct Document {
  std::string language = "en-US";
  std::string title;
  std::string subtitle;
  std::string banner;   // on every page: who may see it
  std::string footer;   // on every page: the run
  std::string created;  // the as-of date, 2019-11-11
  std::vector<Block> blocks;
};

}  // namespace redress::write
