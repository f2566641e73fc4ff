// policy/parse/source_text.h: a policy file's text, places in it, and errors that show the line with a caret.
// Not here: what the text means. First step of parse → check → plan; pure.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "redress/error.h"

namespace redress::policy {

// A stretch of a source text, in bytes from its start.
struct Extent {
  std::size_t offset = 0;
  std::size_t length = 0;
};

// A named text. Plain value; extents refer to `text`.
struct SourceText {
  std::string name;  // the file's path as given, or its name among the embedded ones
  std::string text;
};

// An error of kind kUsage at the extent: file, line, column, the line itself and carets under the extent's first line. Of
// a text that reads as a table of rows no line is shown, and the next step asks whether it is the right file.
Error error_at(const SourceText& source, Extent extent, std::string_view code, std::string cause,
               std::string next_step);

// The bytes of the curly quotation mark that stands there in UTF-8; 0 where none does. Word processors put them in
// place of straight ones.
std::size_t curly_quote_at(std::string_view text, std::size_t at);

// "did you mean 'x'?" with the near match among the choices, else the choices themselves.
std::string suggest(std::string_view word, std::span<const std::string> choices);

}  // namespace redress::policy
