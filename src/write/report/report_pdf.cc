#include "write/report/report_pdf.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "write/report/chart_layout.h"
#include "write/report/pdf_finish.h"
#include "write/report/pdf_pages.h"
#include "write/report/pdf_table.h"

namespace redress::write {
namespace {

constexpr double kTitleSize = 20;
constexpr double kPartSize = 15;
constexpr double kWithinSize = 11.5;
constexpr double kBodySize = 9.5;
constexpr double kNoteSize = 8;
constexpr double kPdfNoteGrey = 0.25;
constexpr double kRoomUnderHeading = 175;
constexpr double kBulletIndent = 14;
constexpr double kBarLabelWidth = 150;
constexpr double kLongestBar = 250;
constexpr double kBarLabelSize = 8.5;
constexpr double kBlankHeight = 26;

std::string text_of(const Words& words) {
  std::string text;
  for (const Cell& cell : words) text += cell.text;
  return text;
}

class BlockDrawing {
 public:
  explicit BlockDrawing(PdfPages& pages) : pages_(pages) {}

  void title(const Document& document) {
    pages_.begin_tag("H1");
    lines(document.title, kMargin, kBodyWidth, {kTitleSize, true, 0, PANGO_ALIGN_LEFT});
    pages_.end_tag("H1");
    pages_.begin_tag("P");
    lines(document.subtitle, kMargin, kBodyWidth, {kWithinSize, false, 0, PANGO_ALIGN_LEFT});
    pages_.end_tag("P");
    pages_.move_down(4);
  }

  void operator()(const Heading& heading) {
    const double size = heading.level == 1 ? kPartSize : kWithinSize;
    if (is_signed_) pages_.new_page();
    is_signed_ = false;
    pages_.move_down(heading.level == 1 ? 16 : 10);
    // A part often begins with a heading within it, which wants as much under itself.
    pages_.need(size + kRoomUnderHeading + (heading.level == 1 ? 3 * kWithinSize : 0));
    const char* tag = heading.level == 1 ? "H2" : "H3";
    pages_.begin_tag(tag);
    pages_.add_to_outline(heading.text, heading.level);
    lines(heading.text, kMargin, kBodyWidth, {size, true, 0, PANGO_ALIGN_LEFT});
    pages_.end_tag(tag);
    pages_.move_down(3);
  }

  void operator()(const Paragraph& paragraph) {
    const bool is_note = paragraph.kind == Paragraph::Kind::kNote;
    const bool is_caution = paragraph.kind == Paragraph::Kind::kCaution;
    const double indent = is_caution ? 10 : 0;
    const TextStyle style{is_note ? kNoteSize : kBodySize, is_caution, is_note ? kPdfNoteGrey : 0, PANGO_ALIGN_LEFT};
    pages_.move_down(4);
    tagged_lines("P", text_of(paragraph.words), kMargin + indent, kBodyWidth - indent, style, is_caution);
    pages_.move_down(2);
  }

  void operator()(const ItemList& list) {
    pages_.move_down(2);
    pages_.begin_tag("L");
    for (const Words& item : list.items) {
      const TextStyle style{kBodySize - 0.5, false, 0, PANGO_ALIGN_LEFT};
      pages_.need(2 * kBodySize);
      pages_.begin_tag("LI");
      pages_.begin_tag("Lbl");
      const OwnedLayout bullet = pages_.layout("\u2022", kBulletIndent, style);
      pages_.draw_lines(bullet.get(), 0, 1, kMargin + 3, pages_.y(), 0);
      pages_.end_tag("Lbl");
      tagged_lines("LBody", text_of(item), kMargin + kBulletIndent, kBodyWidth - kBulletIndent, style, false);
      pages_.end_tag("LI");
      pages_.move_down(1.5);
    }
    pages_.end_tag("L");
  }

  void operator()(const Table& table) { draw_table(pages_, table); }

  void operator()(const Chart& chart) {
    const double legend = chart.series.size() > 1 ? kBarStep : 0;
    const double height = 18 + legend + kBarStep * static_cast<double>(chart.bars.size());
    pages_.move_down(6);
    // A chart longer than a page goes on where the next begins.
    pages_.need(std::min(height, kBodyBottom - kBodyTop));
    pages_.begin_figure(chart_words(chart));
    lines(chart.title, kMargin, kBodyWidth, {10, true, 0, PANGO_ALIGN_LEFT});
    pages_.move_down(4);
    if (legend > 0) draw_legend(chart);
    const std::vector<PlacedBar> bars = placed_bars(chart, kLongestBar);
    for (std::size_t i = 0; i < bars.size(); ++i) draw_bar(chart.bars[i].label, bars[i]);
    pages_.end_tag("Figure");
    pages_.move_down(6);
  }

  void operator()(const Blanks& blanks) {
    // All lines stand on one page, and what follows them on another: nobody signs a page of people's records.
    is_signed_ = true;
    pages_.need(kBlankHeight * static_cast<double>(blanks.labels.size()));
    for (const std::string& label : blanks.labels) {
      pages_.need(kBlankHeight);
      pages_.move_down(kBlankHeight - 14);
      pages_.begin_tag("P");
      lines(label, kMargin, kBodyWidth / 2, {kBodySize, false, 0, PANGO_ALIGN_LEFT});
      pages_.end_tag("P");
      cairo_t* cairo = pages_.cairo();
      cairo_set_line_width(cairo, 0.6);
      cairo_move_to(cairo, kMargin + kBodyWidth / 2, pages_.y());
      cairo_line_to(cairo, kMargin + kBodyWidth, pages_.y());
      cairo_stroke(cairo);
    }
  }

 private:
  // What fits on one page, without looking.
  void lines(const std::string& text, double x, double width, const TextStyle& style) {
    const OwnedLayout layout = pages_.layout(text, width, style);
    const double end =
        pages_.draw_lines(layout.get(), 0, pango_layout_get_line_count(layout.get()), x, pages_.y(), style.grey);
    pages_.move_down(end - pages_.y());
  }

  // Over as many pages as it takes; a part for each, since a tag holds what stands on one.
  void tagged_lines(const char* tag, const std::string& text, double x, double width, const TextStyle& style,
                    bool has_bar) {
    const OwnedLayout layout = pages_.layout(text, width, style);
    const int count = pango_layout_get_line_count(layout.get());
    for (int first = 0; first < count;) {
      pages_.need(pages_.line_height(layout.get(), first));
      double height = 0;
      int behind = first;
      for (; behind < count; ++behind) {
        const double next = pages_.line_height(layout.get(), behind);
        if (behind > first && height + next > pages_.room()) break;
        height += next;
      }
      if (has_bar) side_bar(x - 8, height);
      pages_.begin_tag(tag);
      pages_.draw_lines(layout.get(), first, behind, x, pages_.y(), style.grey);
      pages_.end_tag(tag);
      pages_.move_down(height);
      first = behind;
      if (first < count) pages_.new_page();
    }
  }

  void side_bar(double x, double height) {
    cairo_t* cairo = pages_.cairo();
    cairo_set_source_rgb(cairo, kShades[0][0], kShades[0][1], kShades[0][2]);
    cairo_rectangle(cairo, x, pages_.y(), 3, height);
    cairo_fill(cairo);
  }

  void box(double x, double y, double width, double height, std::size_t series) {
    cairo_t* cairo = pages_.cairo();
    const auto& shade = kShades[series % kShades.size()];
    cairo_rectangle(cairo, x, y, width, height);
    cairo_set_source_rgb(cairo, shade[0], shade[1], shade[2]);
    cairo_fill_preserve(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_set_line_width(cairo, 0.5);
    cairo_stroke(cairo);
  }

  void label(const std::string& text, double x, double y, double width, PangoAlignment alignment) {
    const TextStyle style{kBarLabelSize, false, 0, alignment};
    const OwnedLayout layout = pages_.layout(text, width, style);
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    pages_.draw_lines(layout.get(), 0, 1, x, y, 0);
  }

  void draw_legend(const Chart& chart) {
    double x = kMargin + kBarLabelWidth;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
      box(x, pages_.y() + 1, 10, 10, i);
      label(chart.series[i], x + 14, pages_.y(), 150, PANGO_ALIGN_LEFT);
      x += 165;
    }
    pages_.move_down(kBarStep);
  }

  void draw_bar(const std::string& name, const PlacedBar& bar) {
    if (pages_.room() < kBarStep) pages_.new_page();
    const double y = pages_.y();
    label(name, kMargin, y, kBarLabelWidth - 6, PANGO_ALIGN_RIGHT);
    const double left = kMargin + kBarLabelWidth;
    for (const PlacedPart& part : bar.parts) box(left + part.x, y, part.width, kBarHeight, part.series);
    label(bar.numbers, left + bar.end + 5, y, kBodyWidth - kBarLabelWidth - bar.end - 5, PANGO_ALIGN_LEFT);
    pages_.move_down(kBarStep);
  }

  PdfPages& pages_;
  bool is_signed_ = false;  // the lines for a signature were the last
};

}  // namespace

Result<std::string> report_pdf(const Document& document) {
  Result<std::unique_ptr<PdfPages>> pages = PdfPages::begin(document);
  if (!pages) return pages.error();
  BlockDrawing drawing(**pages);
  drawing.title(document);
  for (const Block& block : document.blocks) std::visit(drawing, block);
  Result<PdfPages::Drawn> drawn = (*pages)->finish();
  if (!drawn) return drawn.error();
  return finished_pdf(*drawn, document.language);
}

}  // namespace redress::write
