#include "write/report/pdf_fonts.h"

#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <pango/pangofc-fontmap.h>
#include <sys/mman.h>
#include <unistd.h>

#include <string>
#include <string_view>

#include "write/report/embedded_fonts.h"

namespace redress::write {
namespace {

constexpr double kPointsPerInch = 72;

// A file that has no name and stands in memory only: the library takes fonts from files. -1 where there is none.
int memory_file(std::string_view bytes) {
  const int file = memfd_create("font", MFD_CLOEXEC);
  if (file < 0) return -1;
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written <= 0) {
      close(file);
      return -1;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return file;
}

Error no_fonts() {
  Error error;
  error.kind = ErrorKind::kOutput;
  error.code = "report.fonts";
  error.cause = "the fonts of the report could not be made ready";
  error.next_step = "Free some memory and try again, or leave the report out with --no-report.";
  return error;
}

struct DestroyConfig {
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};

}  // namespace

Result<std::unique_ptr<PdfFonts>> PdfFonts::open() {
  std::unique_ptr<PdfFonts> fonts(new PdfFonts);
  const std::unique_ptr<FcConfig, DestroyConfig> config(FcConfigCreate());
  if (config == nullptr) return no_fonts();
  const std::array<std::string_view, 2> bytes = {regular_font(), bold_font()};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    fonts->files_[i] = memory_file(bytes[i]);
    const std::string path = "/proc/self/fd/" + std::to_string(fonts->files_[i]);
    const auto* name = reinterpret_cast<const FcChar8*>(path.c_str());
    if (fonts->files_[i] < 0 || FcConfigAppFontAddFile(config.get(), name) == FcFalse) return no_fonts();
  }
  fonts->map_.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
  if (fonts->map_ == nullptr) return no_fonts();
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts->map_.get()), kPointsPerInch);
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map_.get()), config.get());
  if (!fonts->hold(PANGO_WEIGHT_NORMAL, 0) || !fonts->hold(PANGO_WEIGHT_BOLD, 1)) return no_fonts();
  return fonts;
}

// Opens the font in every library that reads it: one that cannot would set other letters later, and say nothing.
bool PdfFonts::hold(PangoWeight weight, std::size_t place) {
  PangoFontDescription* description = pango_font_description_from_string(kFontFamily);
  pango_font_description_set_weight(description, weight);
  const OwnedContext context = this->context();
  held_[place].reset(pango_font_map_load_font(map_.get(), context.get(), description));
  pango_font_description_free(description);
  PangoFont* font = held_[place].get();
  if (font == nullptr) return false;
  cairo_scaled_font_t* scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
  if (scaled == nullptr || cairo_scaled_font_status(scaled) != CAIRO_STATUS_SUCCESS) return false;
  const bool is_open = cairo_ft_scaled_font_lock_face(scaled) != nullptr;
  if (is_open) cairo_ft_scaled_font_unlock_face(scaled);
  hb_codepoint_t glyph = 0;
  return is_open && hb_font_get_nominal_glyph(pango_font_get_hb_font(font), 'A', &glyph) != 0 && glyph != 0;
}

PdfFonts::~PdfFonts() {
  for (auto& font : held_) font.reset();
  map_.reset();
  for (const int file : files_) {
    if (file >= 0) close(file);
  }
}

OwnedContext PdfFonts::context() const {
  OwnedContext context(pango_font_map_create_context(map_.get()));
  pango_context_set_language(context.get(), pango_language_from_string("en-us"));
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context.get(), options);
  cairo_font_options_destroy(options);
  return context;
}

}  // namespace redress::write
