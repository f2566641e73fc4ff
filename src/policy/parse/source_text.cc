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

}  // namespace

Error error_at(const SourceText& source, Extent extent, std::string_view code, std::string cause,
               std::string next_step) {
  const std::string_view text = source.text;
  const std::size_t at = std::min(extent.offset, text.size());
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = std::min(text.find('\n', at), text.size());
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
  const std::string number = std::to_string(line);
  error.excerpt = "  " + number + " | " + std::string(text.substr(start, end - start)) + "\n  " +
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
