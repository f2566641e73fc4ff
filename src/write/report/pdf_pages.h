// write/report/pdf_pages.h: the pages of a PDF while they fill: where the next line goes, tags, banner and footer.
// Not here: what is drawn (report_pdf.cc), what qpdf adds (pdf_finish.h). Inside the room; one thread at a time.
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "redress/error.h"
#include "write/report/document.h"
#include "write/report/pdf_fonts.h"

namespace redress::write {

// US Letter, in points from the upper left corner.
inline constexpr double kPageWidth = 612;
inline constexpr double kPageHeight = 792;
inline constexpr double kMargin = 54;
inline constexpr double kBodyTop = 72;
inline constexpr double kBodyBottom = 728;
inline constexpr double kBodyWidth = kPageWidth - 2 * kMargin;

// How a text is set. Sizes in points.
struct TextStyle {
  double size = 9.5;
  bool is_bold = false;
  double grey = 0;  // 0: black
  PangoAlignment alignment = PANGO_ALIGN_LEFT;
};

class PdfPages {
 public:
  // What Cairo cannot write by itself and is added afterwards, in the order in which the tags stand.
  struct Marks {
    std::vector<std::string> figures;  // the words for each figure
    std::vector<std::string> headers;  // "Column" or "Row", for each cell that names others
  };

  // `document` must outlive the pages.
  static Result<std::unique_ptr<PdfPages>> begin(const Document& document);
  ~PdfPages();
  PdfPages(const PdfPages&) = delete;
  PdfPages& operator=(const PdfPages&) = delete;

  cairo_t* cairo() const { return cairo_; }
  double y() const { return y_; }
  double room() const { return kBodyBottom - y_; }
  void move_down(double points) { y_ += points; }

  // A new page unless `points` are left on this one, or nothing stands on it yet.
  void need(double points);
  void new_page();

  void begin_tag(const char* name, const std::string& attributes = {});
  void end_tag(const char* name);
  void begin_figure(std::string words);
  void begin_header_cell(const char* scope);

  // An entry of the outline, and the place it leads to: call it within the heading's tag.
  void add_to_outline(const std::string& title, int level);

  OwnedLayout layout(std::string_view text, double width, const TextStyle& style) const;
  // Lines [first, behind) of a layout, the first with its top at `y`. Gives where the next line would begin.
  double draw_lines(PangoLayout* layout, int first, int behind, double x, double y, double grey) const;
  double line_height(PangoLayout* layout, int line) const;

  // The bytes, and what is to be added. Errors (kInternal): report.pdf. REQUIRES: called once, at the end.
  struct Drawn {
    std::string bytes;
    Marks marks;
  };
  Result<Drawn> finish();

 private:
  explicit PdfPages(const Document& document) : document_(document) {}
  void draw_surroundings();

  const Document& document_;
  std::unique_ptr<PdfFonts> fonts_;
  OwnedContext context_;
  std::string bytes_;
  cairo_surface_t* surface_ = nullptr;
  cairo_t* cairo_ = nullptr;
  double y_ = kBodyTop;
  int page_ = 1;
  int places_ = 0;
  int part_ = 0;  // the outline entry of level 1 under which others stand
  Marks marks_;
};

}  // namespace redress::write
