#include "redress/error.h"

#include <algorithm>

namespace redress {
namespace {

// More would push the first one, which is to be mended first, off a screen.
constexpr std::size_t kFurtherShown = 9;

std::string text_of_one(const Error& error) {
  std::string text;
  const Place& place = error.place;
  if (!place.file.empty()) {
    text += place.file;
    if (place.line_1based) text += ":" + std::to_string(*place.line_1based);
    if (place.line_1based && place.column_1based) text += ":" + std::to_string(*place.column_1based);
    if (place.row_1based) text += ", row " + std::to_string(*place.row_1based);
    // Without a line the column is a cell of the row.
    if (place.row_1based && place.column_1based && !place.line_1based) {
      text += ", column " + std::to_string(*place.column_1based);
    }
    if (place.byte_0based) text += ", byte " + std::to_string(*place.byte_0based);
    text += ": ";
  }
  text += error.cause;
  if (!error.excerpt.empty()) text += "\n" + error.excerpt;
  if (!error.next_step.empty())
    text += (error.excerpt.empty() || error.excerpt.back() != '\n' ? "\n" : "") + error.next_step;
  return text;
}

}  // namespace

std::string to_string(const Error& error) {
  std::string text = text_of_one(error);
  const std::size_t shown = std::min(kFurtherShown, error.further.size());
  for (std::size_t i = 0; i < shown; ++i) text += "\n" + text_of_one(error.further[i]);
  const std::size_t left = error.further.size() - shown;
  if (left > 0) text += "\nand " + std::to_string(left) + (left == 1 ? " more fault." : " more faults.");
  return text;
}

}  // namespace redress
