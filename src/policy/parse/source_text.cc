#include "policy/parse/source_text.h"

#include <algorithm>

#include "redress/near_match.h"

namespace redress::policy {
namespace {

// Characters, not bytes: continuation bytes of UTF-8 take no column.
std::size_t characters_in(std::string_view bytes) {
  return static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// Whether a line reads as a row of a table of people rather than as a line of TOML or JSON: a data file is easily given
// in place of a policy or an options file, and what stands in it must not be repeated.
bool reads_as_row(std::string_view line) {
  constexpr std::ptrdiff_t kManyCells = 5;
  constexpr std::ptrdiff_t kVeryManyCells = 20;
  const std::ptrdiff_t commas = std::count(line.begin(), line.end(), ',');
  const std::size_t begin = line.find_first_not_of(" \t\r\xEF\xBB\xBF");
  if (begin == std::string_view::npos || commas < kManyCells) return false;
  const bool begins_as_ours = std::string_view("[]{}#\"'").find(line[begin]) != std::string_view::npos;
  const bool has_key = line.find('=') < line.find(',');
  return (!begins_as_ours && !has_key) || commas >= kVeryManyCells;
}

// The line of a text in which a byte stands, without its end.
std::string_view line_at(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  return text.substr(start, std::min(text.find('\n', at), text.size()) - start);
}

}  // namespace

Error error_at(const SourceText& source, Extent extent, std::string_view code, std::string cause,
               std::string next_step) {
  const std::string_view text = source.text;
  const std::size_t at = std::min(extent.offset, text.size());
  const std::string_view shown = line_at(text, at);
  const auto start = static_cast<std::size_t>(shown.data() - text.data());
  const std::size_t end = start + shown.size();
  const auto line =
      static_cast<std::uint64_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) + 1;
  const std::size_t column = characters_in(text.substr(start, at - start)) + 1;
  const std::size_t length =
      std::max<std::size_t>(1, characters_in(text.substr(at, std::min(extent.length, end - at))));

  Error error;
  error.kind = ErrorKind::kUsage;
  error.code = code;
  error.place.file = source.name;
  error.place.line_1based = line;
  error.place.column_1based = static_cast<std::uint32_t>(column);
  error.cause = std::move(cause);
  error.next_step = std::move(next_step);
  const std::size_t first = std::min(text.find_first_not_of("\r\n"), text.size());
  if (reads_as_row(shown) || reads_as_row(line_at(text, first))) {
    error.next_step = "This reads as a table of rows, which is not shown here: was a data file given in its place?";
    return error;
  }
  const std::string number = std::to_string(line);
  error.excerpt = "  " + number + " | " + std::string(shown) + "\n  " +
                  std::string(number.size(), ' ') + " | " + std::string(column - 1, ' ') + std::string(length, '^');
  return error;
}

std::size_t curly_quote_at(std::string_view text, std::size_t at) {
  constexpr std::string_view kFirstBytes = "\xE2\x80";  // of U+2018 to U+201F, which are all of them
  if (!text.substr(at).starts_with(kFirstBytes) || at + kFirstBytes.size() >= text.size()) return 0;
  const auto last = static_cast<unsigned char>(text[at + kFirstBytes.size()]);
  return last >= 0x98 && last <= 0x9F ? kFirstBytes.size() + 1 : 0;
}

std::string suggest(std::string_view word, std::span<const std::string> choices) {
  if (const auto near = near_match(word, choices)) return "Did you mean '" + *near + "'?";
  std::string text = "Known here:";
  for (const std::string& choice : choices) text += (&choice == choices.data() ? " " : ", ") + choice;
  return text + ".";
}

}  // namespace redress::policy
