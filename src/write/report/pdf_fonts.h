// write/report/pdf_fonts.h: the program's own fonts for Pango, and none of the machine's. Inside the room.
#pragma once

#include <pango/pangocairo.h>

#include <array>
#include <memory>

#include "redress/error.h"

namespace redress::write {

// Frees what GLib counts.
struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
using OwnedContext = std::unique_ptr<PangoContext, Unref>;
using OwnedLayout = std::unique_ptr<PangoLayout, Unref>;

inline constexpr const char* kFontFamily = "Noto Sans";

// One thread at a time.
class PdfFonts {
 public:
  // Errors (kOutput): report.fonts where the system gives no place to keep them, or they cannot be read from there.
  static Result<std::unique_ptr<PdfFonts>> open();

  ~PdfFonts();
  PdfFonts(const PdfFonts&) = delete;
  PdfFonts& operator=(const PdfFonts&) = delete;

  // Sizes in points; nothing is rounded to pixels. The context must not outlive this object.
  OwnedContext context() const;

 private:
  PdfFonts() = default;
  bool hold(PangoWeight weight, std::size_t place);

  std::array<int, 2> files_ = {-1, -1};  // in memory only
  std::unique_ptr<PangoFontMap, Unref> map_;
  std::array<std::unique_ptr<PangoFont, Unref>, 2> held_;  // so that the libraries open their files once
};

}  // namespace redress::write
