#include "redress/error.h"

namespace redress {

std::string to_string(const Error& error) {
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

}  // namespace redress
