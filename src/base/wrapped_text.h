// base/wrapped_text.h: plain text for a page of 100 columns, wrapped at blanks.
// Not here: what the text says, and tables (explain/text_table.h). Bottom of the house; pure functions over UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace redress {

inline constexpr std::size_t kPageColumns = 100;

// Characters of a UTF-8 text, each taken as one column wide.
std::size_t columns_of(std::string_view utf8);

// Lines of at most `width` columns, broken at blanks; a word that is longer is broken after a slash or a hyphen, or
// where the line is full. At least one line. REQUIRES: width > 0.
std::vector<std::string> wrapped(std::string_view utf8, std::size_t width);

// The text wrapped to the page, its first line indented by `first` columns and the others by `rest`; ends in "\n".
std::string paragraph(std::string_view utf8, std::size_t first, std::size_t rest);

// "Label      the text, wrapped to the page" with the label indented and every line of the text at column `at`; ends in
// "\n". REQUIRES: indent plus the label's columns < at.
std::string labeled_paragraph(std::string_view label, std::string_view utf8, std::size_t indent, std::size_t at);

}  // namespace redress
