#include "write/report/pdf_table.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace redress::write {
namespace {

constexpr double kCellSize = 8.5;
constexpr double kTableTitleSize = 10;
constexpr double kTableNoteSize = 8;
constexpr double kCellPadding = 3;
constexpr double kRoomForFirstRows = 60;
constexpr double kNoteGrey = 0.25;
constexpr double kThickLine = 1.2;
constexpr double kThinLine = 0.4;

// One row, laid out: where its lines go, and how many of each cell are drawn.
struct LaidRow {
  std::vector<OwnedLayout> cells;
  std::vector<int> drawn;  // lines

  bool is_done() const {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (drawn[i] < pango_layout_get_line_count(cells[i].get())) return false;
    }
    return true;
  }
};

class TableDrawing {
 public:
  TableDrawing(PdfPages& pages, const Table& table) : pages_(pages), table_(table) {
    double shares = 0;
    for (const Column& column : table.columns) shares += column.share;
    double x = kMargin;
    for (const Column& column : table.columns) {
      const double width = kBodyWidth * column.share / shares;
      starts_.push_back(x);
      widths_.push_back(width);
      x += width;
    }
  }

  void draw() {
    pages_.move_down(8);
    const LaidRow header = laid(header_cells(), true);
    pages_.need(caption_height() + height(header) + kRoomForFirstRows);
    pages_.begin_tag("Table");
    draw_caption();
    draw_header(header, "TH");
    for (const TableRow& row : table_.rows) draw_row(row, header);
    pages_.end_tag("Table");
    pages_.move_down(8);
  }

 private:
  Words header_cells() const {
    Words words;
    for (const Column& column : table_.columns) words.push_back({column.name});
    return words;
  }

  LaidRow laid(const Words& words, bool is_bold) const {
    LaidRow row;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool is_number = table_.columns[i].kind == Column::Kind::kNumber;
      const TextStyle style{kCellSize, is_bold, 0, is_number ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT};
      row.cells.push_back(pages_.layout(words[i].text, widths_[i] - 2 * kCellPadding, style));
      row.drawn.push_back(0);
    }
    return row;
  }

  // Of what is not drawn yet.
  double height(const LaidRow& row) const {
    double most = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      double one = 0;
      for (int line = row.drawn[i]; line < pango_layout_get_line_count(row.cells[i].get()); ++line)
        one += pages_.line_height(row.cells[i].get(), line);
      most = std::max(most, one);
    }
    return most + 2 * kCellPadding;
  }

  double caption_height() const {
    return (table_.title.empty() ? 0 : 16) + (table_.note.empty() ? 0 : 26);
  }

  void draw_caption() {
    if (table_.title.empty()) return;
    pages_.begin_tag("Caption");
    draw_text(table_.title, {kTableTitleSize, true, 0, PANGO_ALIGN_LEFT});
    if (!table_.note.empty()) draw_text(table_.note, {kTableNoteSize, false, kNoteGrey, PANGO_ALIGN_LEFT});
    pages_.end_tag("Caption");
    pages_.move_down(3);
  }

  void draw_text(const std::string& text, const TextStyle& style) {
    const OwnedLayout layout = pages_.layout(text, kBodyWidth, style);
    const double end =
        pages_.draw_lines(layout.get(), 0, pango_layout_get_line_count(layout.get()), kMargin, pages_.y(), style.grey);
    pages_.move_down(end - pages_.y());
  }

  // Tagged where it stands first; on the pages after that it is no new content.
  void draw_header(const LaidRow& header, const char* tag) {
    if (tag != nullptr) pages_.begin_tag("TR");
    const double bottom = pages_.y() + height(header);
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
      if (tag != nullptr) pages_.begin_header_cell("Column");
      PangoLayout* cell = header.cells[i].get();
      // Names of columns stand at the bottom, next to what they name.
      double cell_height = 0;
      const int lines = pango_layout_get_line_count(cell);
      for (int line = 0; line < lines; ++line) cell_height += pages_.line_height(cell, line);
      pages_.draw_lines(cell, 0, lines, starts_[i] + kCellPadding, bottom - kCellPadding - cell_height, 0);
      if (tag != nullptr) pages_.end_tag(tag);
    }
    if (tag != nullptr) pages_.end_tag("TR");
    pages_.move_down(bottom - pages_.y());
    rule(kThickLine);
  }

  void rule(double thickness) {
    cairo_t* cairo = pages_.cairo();
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_set_line_width(cairo, thickness);
    cairo_move_to(cairo, kMargin, pages_.y());
    cairo_line_to(cairo, kMargin + kBodyWidth, pages_.y());
    cairo_stroke(cairo);
  }

  void go_on_next_page(const LaidRow& header) {
    pages_.new_page();
    draw_header(header, nullptr);
  }

  // A row stays on one page unless it is longer than one.
  void draw_row(const TableRow& row, const LaidRow& header) {
    LaidRow lines = laid(row.cells, row.kind == TableRow::Kind::kTotal);
    const double whole = height(lines);
    const bool fits_a_page = whole < kBodyBottom - kBodyTop - height(header);
    if (whole > pages_.room() && fits_a_page) go_on_next_page(header);
    pages_.begin_tag("TR");
    while (true) {
      if (pages_.room() < 3 * kCellSize) go_on_next_page(header);
      draw_slice(row, lines);
      if (lines.is_done()) break;
      go_on_next_page(header);
    }
    pages_.end_tag("TR");
    rule(row.kind == TableRow::Kind::kTotal ? kThickLine / 2 : kThinLine);
  }

  // As many lines as the page holds.
  void draw_slice(const TableRow& row, LaidRow& lines) {
    const double top = pages_.y() + kCellPadding;
    double lowest = top;
    if (row.kind == TableRow::Kind::kTotal) shade(std::min(height(lines), pages_.room()));
    for (std::size_t i = 0; i < lines.cells.size(); ++i) {
      PangoLayout* cell = lines.cells[i].get();
      const int count = pango_layout_get_line_count(cell);
      double y = top;
      int behind = lines.drawn[i];
      for (double next = y; behind < count; ++behind) {
        next += pages_.line_height(cell, behind);
        if (next > kBodyBottom) break;
      }
      if (i == 0) {
        pages_.begin_header_cell("Row");
      } else {
        pages_.begin_tag("TD");
      }
      y = pages_.draw_lines(cell, lines.drawn[i], behind, starts_[i] + kCellPadding, top, 0);
      pages_.end_tag(i == 0 ? "TH" : "TD");
      lines.drawn[i] = behind;
      lowest = std::max(lowest, y);
    }
    pages_.move_down(lowest + kCellPadding - pages_.y());
  }

  void shade(double height) {
    cairo_t* cairo = pages_.cairo();
    cairo_set_source_rgb(cairo, 0.93, 0.93, 0.93);
    cairo_rectangle(cairo, kMargin, pages_.y(), kBodyWidth, height);
    cairo_fill(cairo);
  }

  PdfPages& pages_;
  const Table& table_;
  std::vector<double> starts_, widths_;
};

}  // namespace

void draw_table(PdfPages& pages, const Table& table) {
  TableDrawing(pages, table).draw();
}

}  // namespace redress::write
