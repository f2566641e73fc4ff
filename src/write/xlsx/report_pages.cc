#include "write/xlsx/report_pages.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "write/xlsx/cell_text.h"

namespace redress::write {
namespace {

constexpr double kTextWidth = 90;
constexpr double kFigureWidth = 20;
constexpr std::size_t kMostNameBytes = 31;  // that spreadsheets take for a sheet
constexpr std::size_t kMostFooterBytes = 100;  // three such lines and their marks stay under the 255 of a footer

std::string words_text(const Words& words) {
  std::string text;
  for (const Cell& cell : words) text += cell.text;
  return text;
}

// "1,234" as the number that it is; nothing for every other text.
std::optional<std::uint64_t> as_number(std::string text) {
  const bool is_plain = !text.empty() && text.front() != ',' &&
                        std::all_of(text.begin(), text.end(), [](char c) { return c == ',' || (c >= '0' && c <= '9'); });
  if (!is_plain) return std::nullopt;
  std::erase(text, ',');
  std::uint64_t number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// A heading as the name of a sheet: "3 From rows to people".
std::string sheet_name(std::size_t number, std::string_view heading) {
  std::string name = std::to_string(number) + " ";
  for (const char c : heading) {
    if (std::string_view("[]:*?/\\'").find(c) == std::string_view::npos) name += c;
  }
  if (name.size() <= kMostNameBytes) return name;
  name.resize(kMostNameBytes + 1);
  name.resize(std::min(name.rfind(' '), kMostNameBytes));  // whole words; ASCII headings
  return name;
}

class Pages {
 public:
  explicit Pages(const Document& document) : document_(document) {
    begin_page("About", document.title);
    row({text_cell(cell_text(document.subtitle), CellLook::kWrapped)});
    row({text_cell(cell_text(document.footer), CellLook::kWrapped)});
  }

  void operator()(const Heading& heading) {
    if (heading.level == 1) return begin_page(sheet_name(pages_.size(), heading.text), heading.text);
    row({text_cell(cell_text(heading.text), CellLook::kHeading)});
  }

  void operator()(const Paragraph& paragraph) {
    row({text_cell(cell_text(words_text(paragraph.words)), CellLook::kWrapped)});
  }

  void operator()(const ItemList& list) {
    for (const Words& item : list.items) row({text_cell(cell_text("\u2022 " + words_text(item)), CellLook::kWrapped)});
  }

  void operator()(const Table& table) {
    row({});
    row({text_cell(cell_text(table.title), CellLook::kHeading)});
    if (!table.note.empty()) row({text_cell(cell_text(table.note), CellLook::kWrapped)});
    std::vector<SheetCellValue> names;
    for (const Column& column : table.columns) names.push_back(text_cell(cell_text(column.name), CellLook::kLabel));
    row(std::move(names));
    for (const TableRow& line : table.rows) {
      std::vector<SheetCellValue> cells;
      for (std::size_t i = 0; i < line.cells.size(); ++i) {
        const std::string& text = line.cells[i].text;
        const bool is_figure = i < table.columns.size() && table.columns[i].kind == Column::Kind::kNumber;
        const std::optional<std::uint64_t> number = is_figure ? as_number(text) : std::nullopt;
        cells.push_back(number ? number_cell(*number) : text_cell(cell_text(text), CellLook::kWrapped));
      }
      row(std::move(cells));
    }
    row({});
  }

  void operator()(const Chart&) {}

  void operator()(const Blanks& blanks) {
    for (const std::string& label : blanks.labels) row({text_cell(cell_text(label + ": "), CellLook::kWrapped)});
  }

  std::vector<WordsPage> finish() {
    for (WordsPage& page : pages_) {
      std::size_t columns = 1;
      for (const auto& cells : page.rows) columns = std::max(columns, cells.size());
      page.form.columns = {{"", model::SheetCell::kText, kTextWidth, "", "", ""}};
      page.form.columns.resize(columns, {"", model::SheetCell::kText, kFigureWidth, "", "", ""});
      page.form.rows = page.rows.size();
    }
    return std::move(pages_);
  }

 private:
  void begin_page(std::string name, const std::string& title) {
    WordsPage page;
    page.form.name = std::move(name);
    page.form.title = title;
    page.form.sentence = document_.subtitle;
    page.form.is_list = false;
    pages_.push_back(std::move(page));
  }

  void row(std::vector<SheetCellValue> cells) { pages_.back().rows.push_back(std::move(cells)); }

  const Document& document_;
  std::vector<WordsPage> pages_;
};

// As the footer of a sheet takes it, where '&' begins an order.
std::string footer_text(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, kMostFooterBytes)) out.append(c == '&' ? 2 : 1, c);
  return out;
}

}  // namespace

std::vector<WordsPage> report_pages(const Document& document) {
  Pages pages(document);
  for (const Block& block : document.blocks) std::visit(pages, block);
  return pages.finish();
}

WorkbookFileForm report_workbook_form(const Document& document) {
  WorkbookFileForm form;
  form.banner = document.banner;
  form.title = document.title;
  form.created = parse_iso_date(document.created).value_or(Date{});
  form.subject = document.footer;
  form.footer = footer_text(document.footer);
  return form;
}

}  // namespace redress::write
