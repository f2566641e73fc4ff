#include "write/xlsx/cell_text.h"

#include "base/text.h"
#include "write/csv/csv_rows.h"

namespace redress::write {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kCut = " [cut here: convictions.csv has the whole text]";

// How many bytes the character that begins here has; the text is UTF-8.
std::size_t character_bytes(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte < 0x80) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

bool is_unfit(std::string_view character) {
  if (character.size() == 1) {
    const char c = character.front();
    return (static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\n') || c == '\x7F';
  }
  return character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";  // U+FFFE, U+FFFF
}

bool is_plain_ascii(std::string_view text) {
  for (const char c : text) {
    if (c < ' ' || c == '\x7F') return false;
  }
  return true;
}

}  // namespace

std::string cell_text(std::string_view text) {
  std::string fit;
  if (begins_as_formula(text)) fit += '\'';
  if (text.size() < kMostCellUnits - kCut.size() && is_plain_ascii(text)) return fit.append(text);
  std::size_t units = fit.size();
  const bool is_well_formed = is_utf8(text);
  while (!text.empty()) {
    std::size_t bytes = is_well_formed ? character_bytes(text.front()) : 1;
    const bool is_lost = !is_well_formed && static_cast<unsigned char>(text.front()) >= 0x80;
    if (text.starts_with("\r\n")) text.remove_prefix(1);
    const std::string_view character = text.substr(0, bytes);
    fit += is_lost || is_unfit(character) ? kReplacement : character;
    units += bytes == 4 ? 2 : 1;
    text.remove_prefix(bytes);
    if (units + kCut.size() + 2 > kMostCellUnits && !text.empty()) return fit.append(kCut);
  }
  return fit;
}

}  // namespace redress::write
