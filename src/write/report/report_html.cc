#include "write/report/report_html.h"

#include <fmt/format.h>

#include <cmath>
#include <string_view>
#include <variant>

#include "write/report/chart_layout.h"

namespace redress::write {
namespace {

constexpr double kChartWidth = 420;  // of the longest bar
constexpr double kLabelWidth = 210;
constexpr double kNumberWidth = 110;

// Sizes in rem, so that the page grows with the reader's text. On a narrow screen tables scroll by themselves, contents
// stand in one column, and a word longer than a line (the id of a policy) is broken.
constexpr std::string_view kStyle = R"(
:root{color-scheme:light}
body{font-family:"Public Sans","Source Sans 3","Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;line-height:1.5;
color:#1b1b1b;background:#fff;margin:0;overflow-wrap:break-word}
main,header,footer{max-width:62rem;margin:0 auto;padding:0 1.25rem}
.banner{background:#1b1b1b;color:#fff;font-weight:700;padding:.5rem 1.25rem;margin:0;text-align:center}
h1{font-size:2rem;line-height:1.2;margin:1.5rem 0 .25rem}
h2{font-size:1.45rem;line-height:1.25;margin:2.5rem 0 .5rem;border-bottom:2px solid #162e51;padding-bottom:.25rem}
h3{font-size:1.15rem;margin:1.75rem 0 .5rem}
nav ol{columns:16rem 2;column-gap:2rem}
.note{color:#3d4551;font-size:.92rem}
.caution{border-left:.4rem solid #162e51;background:#eef3f8;padding:.75rem 1rem}
.wide{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-size:.94rem}
caption{text-align:left;font-weight:700;padding:.25rem 0}
caption .note{display:block;font-weight:400}
th,td{border-bottom:1px solid #a9aeb1;padding:.35rem .5rem;text-align:left;vertical-align:top}
thead th{border-bottom:2px solid #1b1b1b;vertical-align:bottom}
tbody th{font-weight:400}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
tr.total th,tr.total td{font-weight:700;background:#f0f0f0}
figure{margin:1.25rem 0}figcaption{font-weight:700}
svg{max-width:100%;height:auto}
dl.blanks dt{margin-top:1rem}dl.blanks dd{margin:0;border-bottom:1px solid #1b1b1b;height:1.5rem}
@media print{dl.blanks{break-inside:avoid;break-after:page}.wide{overflow:visible}h2,h3,caption{break-after:avoid}tr,figure{break-inside:avoid}thead{display:table-header-group}}
)";

std::string escaped(std::string_view text, bool keeps_lines = false) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\n': out += keeps_lines ? "<br>" : " "; break;
      default: out += c;
    }
  }
  return out;
}

std::string words_html(const Words& words) {
  std::string out;
  for (const Cell& cell : words) out += escaped(cell.text, true);
  return out;
}

std::string shade_hex(std::size_t series) {
  const auto& shade = kShades[series % kShades.size()];
  const auto part = [](double value) { return static_cast<int>(std::lround(value * 255)); };
  return fmt::format("#{:02x}{:02x}{:02x}", part(shade[0]), part(shade[1]), part(shade[2]));
}

class Page {
 public:
  void operator()(const Heading& heading) {
    if (heading.level == 1) {
      ++parts_;
      out_ += fmt::format("<h2 id=\"part-{}\">{}</h2>\n", parts_, escaped(heading.text));
      return;
    }
    out_ += "<h3>" + escaped(heading.text) + "</h3>\n";
  }

  void operator()(const Paragraph& paragraph) {
    const std::string_view kind = paragraph.kind == Paragraph::Kind::kNote      ? " class=\"note\""
                                  : paragraph.kind == Paragraph::Kind::kCaution ? " class=\"caution\""
                                                                                : "";
    out_ += fmt::format("<p{}>{}</p>\n", kind, words_html(paragraph.words));
  }

  void operator()(const ItemList& list) {
    out_ += "<ul>\n";
    for (const Words& item : list.items) out_ += "<li>" + words_html(item) + "</li>\n";
    out_ += "</ul>\n";
  }

  void operator()(const Table& table) {
    ++tables_;
    // What scrolls by itself must be reached by the keyboard, and have a name.
    out_ += fmt::format("<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-labelledby=\"table-{}\">\n<table>\n",
                        tables_);
    out_ += fmt::format("<caption id=\"table-{}\">{}", tables_, escaped(table.title));
    if (!table.note.empty()) out_ += "<span class=\"note\">" + escaped(table.note) + "</span>";
    out_ += "</caption>\n<thead><tr>";
    for (const Column& column : table.columns)
      out_ += fmt::format("<th scope=\"col\"{}>{}</th>", number_class(column), escaped(column.name));
    out_ += "</tr></thead>\n<tbody>\n";
    for (const TableRow& row : table.rows) add_row(table, row);
    out_ += "</tbody>\n</table>\n</div>\n";
  }

  void operator()(const Chart& chart) {
    ++charts_;
    out_ += "<figure>\n<figcaption>" + escaped(chart.title) + "</figcaption>\n";
    if (!chart.note.empty()) out_ += "<p class=\"note\">" + escaped(chart.note) + "</p>\n";
    add_drawing(chart);
    out_ += "</figure>\n";
  }

  void operator()(const Blanks& blanks) {
    out_ += "<dl class=\"blanks\">\n";
    for (const std::string& label : blanks.labels) out_ += "<dt>" + escaped(label) + "</dt><dd>&nbsp;</dd>\n";
    out_ += "</dl>\n";
  }

  std::string take() { return std::move(out_); }

 private:
  static std::string_view number_class(const Column& column) {
    return column.kind == Column::Kind::kNumber ? " class=\"number\"" : "";
  }

  void add_row(const Table& table, const TableRow& row) {
    out_ += row.kind == TableRow::Kind::kTotal ? "<tr class=\"total\">" : "<tr>";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string text = escaped(row.cells[i].text, true);
      if (i == 0) {
        out_ += "<th scope=\"row\">" + text + "</th>";
      } else {
        out_ += fmt::format("<td{}>{}</td>", number_class(table.columns[i]), text);
      }
    }
    out_ += "</tr>\n";
  }

  void add_drawing(const Chart& chart) {
    const std::vector<PlacedBar> bars = placed_bars(chart, kChartWidth);
    const bool has_legend = chart.series.size() > 1;
    const double top = has_legend ? kBarStep : 0;
    const double height = top + kBarStep * static_cast<double>(bars.size());
    const double width = kLabelWidth + kChartWidth + kNumberWidth;
    out_ += fmt::format(
        "<svg role=\"img\" aria-labelledby=\"chart-{0}\" viewBox=\"0 0 {1:.0f} {2:.0f}\" width=\"{1:.0f}\" "
        "height=\"{2:.0f}\" font-size=\"12\" font-family=\"sans-serif\">\n<title id=\"chart-{0}\">{3}</title>\n",
        charts_, width, height, escaped(chart_words(chart)));
    double x = kLabelWidth;
    for (std::size_t i = 0; has_legend && i < chart.series.size(); ++i) {
      out_ += box(x, 2, 12, 12, i);
      out_ += fmt::format("<text x=\"{:.1f}\" y=\"12\">{}</text>\n", x + 17, escaped(chart.series[i]));
      x += 200;
    }
    for (std::size_t i = 0; i < bars.size(); ++i) {
      const double y = top + kBarStep * static_cast<double>(i);
      out_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>\n", kLabelWidth - 8, y + 11,
                          escaped(shortened(chart.bars[i].label)));
      for (const PlacedPart& part : bars[i].parts)
        out_ += box(kLabelWidth + part.x, y + 1, part.width, kBarHeight, part.series);
      out_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n", kLabelWidth + bars[i].end + 6, y + 11,
                          escaped(bars[i].numbers));
    }
    out_ += "</svg>\n";
  }

  static std::string box(double x, double y, double width, double height, std::size_t series) {
    return fmt::format(
        "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\" stroke=\"#1b1b1b\" "
        "stroke-width=\"0.7\"/>\n",
        x, y, width, height, shade_hex(series));
  }

  // The table beside the chart has the whole label.
  static std::string shortened(const std::string& label) {
    constexpr std::size_t kMost = 32;
    if (label.size() <= kMost) return label;
    std::size_t end = kMost - 1;
    while (end > 0 && (static_cast<unsigned char>(label[end]) & 0xC0U) == 0x80U) --end;
    return label.substr(0, end) + "\u2026";
  }

  std::string out_;
  int parts_ = 0;
  int tables_ = 0;
  int charts_ = 0;
};

std::string contents(const Document& document) {
  std::string out = "<nav aria-label=\"Contents\">\n<ol>\n";
  int part = 0;
  for (const Block& block : document.blocks) {
    const auto* heading = std::get_if<Heading>(&block);
    if (heading == nullptr || heading->level != 1) continue;
    ++part;
    out += fmt::format("<li><a href=\"#part-{}\">{}</a></li>\n", part, escaped(heading->text));
  }
  return out + "</ol>\n</nav>\n";
}

}  // namespace

std::string report_html(const Document& document) {
  Page page;
  for (const Block& block : document.blocks) std::visit(page, block);
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n",
      document.language, escaped(document.title), kStyle);
  out += fmt::format("<header>\n<p class=\"banner\">{}</p>\n<h1>{}</h1>\n<p>{}</p>\n{}</header>\n<main>\n",
                     escaped(document.banner), escaped(document.title), escaped(document.subtitle), contents(document));
  out += page.take();
  out += fmt::format("</main>\n<footer>\n<p class=\"note\">{}</p>\n</footer>\n</body>\n</html>\n",
                     escaped(document.footer));
  return out;
}

}  // namespace redress::write
