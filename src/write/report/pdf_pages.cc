#include "write/report/pdf_pages.h"

#include <cairo-pdf.h>

#include <utility>

namespace redress::write {
namespace {

constexpr double kSurroundingSize = 8;
constexpr double kBannerY = 36;
constexpr double kFooterY = 744;

cairo_status_t append_bytes(void* closure, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

int pango_size(double points) {
  return static_cast<int>(points * PANGO_SCALE);
}

Error drawing_fault() {
  Error error;
  error.kind = ErrorKind::kInternal;
  error.code = "report.pdf";
  error.cause = "the PDF could not be drawn";
  error.next_step = "Leave the report out with --no-report, and please report this as a fault of the program.";
  return error;
}

}  // namespace

Result<std::unique_ptr<PdfPages>> PdfPages::begin(const Document& document) {
  Result<std::unique_ptr<PdfFonts>> fonts = PdfFonts::open();
  if (!fonts) return fonts.error();
  std::unique_ptr<PdfPages> pages(new PdfPages(document));
  pages->fonts_ = *std::move(fonts);
  pages->context_ = pages->fonts_->context();
  pages->surface_ = cairo_pdf_surface_create_for_stream(append_bytes, &pages->bytes_, kPageWidth, kPageHeight);
  const auto set = [&](cairo_pdf_metadata_t key, const std::string& text) {
    cairo_pdf_surface_set_metadata(pages->surface_, key, text.c_str());
  };
  set(CAIRO_PDF_METADATA_TITLE, document.title);
  set(CAIRO_PDF_METADATA_SUBJECT, document.subtitle);
  set(CAIRO_PDF_METADATA_CREATOR, "Redress");
  // The as-of date: the day on which somebody happens to run the program is in no output.
  set(CAIRO_PDF_METADATA_CREATE_DATE, document.created + "T00:00:00Z");
  pages->cairo_ = cairo_create(pages->surface_);
  pages->begin_tag("Document");
  pages->draw_surroundings();
  return pages;
}

PdfPages::~PdfPages() {
  if (cairo_ != nullptr) cairo_destroy(cairo_);
  if (surface_ != nullptr) cairo_surface_destroy(surface_);
}

void PdfPages::need(double points) {
  if (room() < points && y_ > kBodyTop) new_page();
}

void PdfPages::new_page() {
  cairo_show_page(cairo_);
  ++page_;
  y_ = kBodyTop;
  draw_surroundings();
}

// Outside every tag of content, so that a reader of the text is not told them on each page.
void PdfPages::draw_surroundings() {
  const TextStyle middle{kSurroundingSize, true, 0, PANGO_ALIGN_CENTER};
  const OwnedLayout banner = layout(document_.banner, kBodyWidth, middle);
  draw_lines(banner.get(), 0, pango_layout_get_line_count(banner.get()), kMargin, kBannerY, middle.grey);
  cairo_set_source_rgb(cairo_, 0, 0, 0);
  cairo_set_line_width(cairo_, 0.5);
  cairo_move_to(cairo_, kMargin, kFooterY - 4);
  cairo_line_to(cairo_, kPageWidth - kMargin, kFooterY - 4);
  cairo_stroke(cairo_);
  const TextStyle small{kSurroundingSize, false, 0.25, PANGO_ALIGN_LEFT};
  const OwnedLayout footer = layout(document_.footer, kBodyWidth - 60, small);
  draw_lines(footer.get(), 0, 1, kMargin, kFooterY, small.grey);
  const TextStyle right{kSurroundingSize, false, 0.25, PANGO_ALIGN_RIGHT};
  const OwnedLayout number = layout("Page " + std::to_string(page_), 60, right);
  draw_lines(number.get(), 0, 1, kPageWidth - kMargin - 60, kFooterY, right.grey);
}

void PdfPages::begin_tag(const char* name, const std::string& attributes) {
  cairo_tag_begin(cairo_, name, attributes.c_str());
}

void PdfPages::end_tag(const char* name) {
  cairo_tag_end(cairo_, name);
}

void PdfPages::begin_figure(std::string words) {
  marks_.figures.push_back(std::move(words));
  begin_tag("Figure");
}

void PdfPages::begin_header_cell(const char* scope) {
  marks_.headers.emplace_back(scope);
  begin_tag("TH");
}

void PdfPages::add_to_outline(const std::string& title, int level) {
  const std::string place = "place-" + std::to_string(++places_);
  cairo_tag_begin(cairo_, CAIRO_TAG_DEST, ("name='" + place + "'").c_str());
  cairo_tag_end(cairo_, CAIRO_TAG_DEST);
  const int parent = level > 1 ? part_ : CAIRO_PDF_OUTLINE_ROOT;
  const auto flags = level > 1 ? static_cast<cairo_pdf_outline_flags_t>(0) : CAIRO_PDF_OUTLINE_FLAG_OPEN;
  const int entry =
      cairo_pdf_surface_add_outline(surface_, parent, title.c_str(), ("dest='" + place + "'").c_str(), flags);
  if (level == 1) part_ = entry;
}

OwnedLayout PdfPages::layout(std::string_view text, double width, const TextStyle& style) const {
  OwnedLayout made(pango_layout_new(context_.get()));
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family_static(font, kFontFamily);
  pango_font_description_set_weight(font, style.is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_size(font, pango_size(style.size));
  pango_layout_set_font_description(made.get(), font);
  pango_font_description_free(font);
  pango_layout_set_width(made.get(), pango_size(width));
  // "file" stays four letters for whoever searches or copies it.
  PangoAttrList* attributes = pango_attr_list_new();
  pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0"));
  // A hyphen at the end of a line would read as one of the name.
  pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
  pango_layout_set_attributes(made.get(), attributes);
  pango_attr_list_unref(attributes);
  // A name or a checksum without blanks is broken anywhere rather than cut.
  pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(made.get(), style.alignment);
  pango_layout_set_text(made.get(), text.data(), static_cast<int>(text.size()));
  return made;
}

double PdfPages::line_height(PangoLayout* layout, int line) const {
  PangoRectangle logical;
  pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, line), nullptr, &logical);
  return static_cast<double>(logical.height) / PANGO_SCALE;
}

double PdfPages::draw_lines(PangoLayout* layout, int first, int behind, double x, double y, double grey) const {
  cairo_set_source_rgb(cairo_, grey, grey, grey);
  PangoLayoutIter* place = pango_layout_get_iter(layout);
  int line = 0;
  for (bool has_line = true; has_line && line < behind; ++line) {
    if (line >= first) {
      // The iterator knows how the line is aligned; its own heights are those of the whole layout.
      PangoRectangle logical;
      pango_layout_iter_get_line_extents(place, nullptr, &logical);
      const int baseline = pango_layout_iter_get_baseline(place) - logical.y;
      cairo_move_to(cairo_, x + static_cast<double>(logical.x) / PANGO_SCALE,
                    y + static_cast<double>(baseline) / PANGO_SCALE);
      pango_cairo_show_layout_line(cairo_, pango_layout_iter_get_line_readonly(place));
      y += static_cast<double>(logical.height) / PANGO_SCALE;
    }
    has_line = pango_layout_iter_next_line(place) != FALSE;
  }
  pango_layout_iter_free(place);
  return y;
}

Result<PdfPages::Drawn> PdfPages::finish() {
  end_tag("Document");
  cairo_show_page(cairo_);
  const cairo_status_t drawn = cairo_status(cairo_);
  cairo_surface_finish(surface_);
  if (drawn != CAIRO_STATUS_SUCCESS || cairo_surface_status(surface_) != CAIRO_STATUS_SUCCESS) return drawing_fault();
  return Drawn{std::move(bytes_), std::move(marks_)};
}

}  // namespace redress::write
