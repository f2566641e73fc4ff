#include "base/wrapped_text.h"

#include <algorithm>

namespace redress {
namespace {

bool starts_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

// Bytes of the first `columns` characters.
std::size_t bytes_of(std::string_view utf8, std::size_t columns) {
  std::size_t at = 0;
  while (at < utf8.size()) {
    if (starts_character(utf8[at])) {
      if (columns == 0) break;
      --columns;
    }
    ++at;
  }
  return at;
}

std::string without_blanks_at_end(std::string_view line) {
  return std::string(line.substr(0, line.find_last_not_of(' ') + 1));
}

}  // namespace

std::size_t columns_of(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), starts_character));
}

std::vector<std::string> wrapped(std::string_view utf8, std::size_t width) {
  std::vector<std::string> lines;
  while (columns_of(utf8) > width) {
    const std::size_t most = bytes_of(utf8, width);
    std::size_t end = utf8[most] == ' ' ? most : utf8.substr(0, most).rfind(' ');
    // A word longer than the line: after its last slash or hyphen that fits, else where the line is full.
    if (end == std::string_view::npos || end == 0) end = utf8.find_last_of("/-", most - 1) + 1;
    if (end == 0) end = most;
    lines.push_back(without_blanks_at_end(utf8.substr(0, end)));
    utf8.remove_prefix(end);
    utf8.remove_prefix(std::min(utf8.find_first_not_of(' '), utf8.size()));
  }
  lines.push_back(without_blanks_at_end(utf8));
  return lines;
}

std::string paragraph(std::string_view utf8, std::size_t first, std::size_t rest) {
  std::string text;
  // The first line is wrapped as if it had the longer indent, then moved: one width for all keeps this simple.
  for (const std::string& line : wrapped(utf8, kPageColumns - std::max(first, rest))) {
    text.append(text.empty() ? first : rest, ' ').append(line).append("\n");
  }
  return text;
}

std::string labeled_paragraph(std::string_view label, std::string_view utf8, std::size_t indent, std::size_t at) {
  std::string text = paragraph(utf8, at, at);
  std::string head = std::string(indent, ' ').append(label);
  head.append(at - columns_of(head), ' ');
  return text.replace(0, at, head);
}

}  // namespace redress
