#include "policy/parse/toml_document.h"

#include <algorithm>

#include "base/calendar.h"
#include "base/text.h"

// The library's assertions abort on some malformed texts; without them it reports those as errors.
#define TOML_ASSERT(expr) static_cast<void>(0)
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#define TOML_MAX_NESTED_VALUES 100
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include <toml++/toml.h>
#pragma GCC diagnostic pop

namespace redress::policy {
namespace {

// Turns the library's line and column (characters from 1) into byte offsets.
class Offsets {
 public:
  explicit Offsets(std::string_view text) : text_(text) {
    line_starts_.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') line_starts_.push_back(i + 1);
    }
  }

  std::size_t at(const toml::source_position& position) const {
    if (position.line == 0 || position.line > line_starts_.size()) return text_.size();
    std::size_t offset = line_starts_[position.line - 1];
    for (std::uint32_t column = 1; column < position.column && offset < text_.size(); ++column) {
      ++offset;
      while (offset < text_.size() && (static_cast<unsigned char>(text_[offset]) & 0xC0) == 0x80) ++offset;
    }
    return offset;
  }

  Extent extent(const toml::source_region& region) const {
    const std::size_t from = at(region.begin);
    const std::size_t to = at(region.end);
    return {from, to > from ? to - from : 1};
  }

  // Without the quotes, and without the line break that follows three of them.
  Extent string_content(Extent whole) const {
    const std::string_view raw = text_.substr(whole.offset, whole.length);
    std::size_t quotes = raw.starts_with("\"\"\"") || raw.starts_with("'''") ? 3 : 1;
    if (raw.empty() || (raw.front() != '"' && raw.front() != '\'')) return whole;
    const std::size_t closing = std::min(raw.size() - quotes, quotes);
    if (quotes == 3 && raw.substr(quotes).starts_with('\n')) ++quotes;
    if (raw.size() < quotes + closing) return whole;
    return {whole.offset + quotes, raw.size() - quotes - closing};
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> line_starts_;
};

TomlValue convert(const toml::node& node, const Offsets& offsets);

void convert_table(const toml::table& table, const Offsets& offsets, TomlValue& value) {
  value.kind = TomlValue::Kind::kTable;
  for (auto&& [key, child] : table) {
    value.members.push_back({std::string(key.str()), offsets.extent(key.source()), convert(child, offsets)});
  }
  std::stable_sort(value.members.begin(), value.members.end(), [](const TomlMember& a, const TomlMember& b) {
    return a.key_extent.offset < b.key_extent.offset;
  });
}

TomlValue convert(const toml::node& node, const Offsets& offsets) {
  using Kind = TomlValue::Kind;
  TomlValue value;
  value.extent = offsets.extent(node.source());
  if (const toml::table* table = node.as_table()) {
    convert_table(*table, offsets, value);
  } else if (const toml::array* array = node.as_array()) {
    value.kind = Kind::kArray;
    for (const toml::node& item : *array) value.items.push_back(convert(item, offsets));
  } else if (const auto* text = node.as_string()) {
    value.kind = Kind::kString;
    value.text = text->get();
    value.extent = offsets.string_content(value.extent);
  } else if (const auto* integer = node.as_integer()) {
    value.kind = Kind::kInteger;
    value.integer = integer->get();
  } else if (const auto* boolean = node.as_boolean()) {
    value.kind = Kind::kBoolean;
    value.boolean = boolean->get();
  } else if (const auto* date = node.as_date(); date != nullptr && is_valid_date(date->get().year, date->get().month,
                                                                                 date->get().day)) {
    value.kind = Kind::kDate;
    value.date = {static_cast<std::int16_t>(date->get().year), date->get().month, date->get().day};
  } else {
    value.kind = Kind::kOther;
  }
  return value;
}

}  // namespace

const TomlMember* TomlValue::find(std::string_view key) const {
  const auto found =
      std::find_if(members.begin(), members.end(), [&](const TomlMember& member) { return member.key == key; });
  return found == members.end() ? nullptr : &*found;
}

std::string_view kind_name(TomlValue::Kind kind) {
  switch (kind) {
    case TomlValue::Kind::kTable: return "a table";
    case TomlValue::Kind::kArray: return "a list";
    case TomlValue::Kind::kString: return "a text";
    case TomlValue::Kind::kInteger: return "a whole number";
    case TomlValue::Kind::kBoolean: return "true or false";
    case TomlValue::Kind::kDate: return "a date";
    case TomlValue::Kind::kOther: return "another kind of value";
  }
  return "another kind of value";
}

Result<TomlValue> parse_toml(const SourceText& source) {
  if (!is_utf8(source.text)) {
    return error_at(source, {0, 1}, "policy.encoding", "the file is not UTF-8 text", "Save it as UTF-8 and try again.");
  }
  toml::parse_result parsed = toml::parse(std::string_view(source.text));
  const Offsets offsets(source.text);
  if (!parsed) {
    return error_at(source, offsets.extent(parsed.error().source()), "policy.syntax",
                    "this is not valid TOML: " + std::string(parsed.error().description()),
                    "Correct the line shown; docs/policy-language.md shows how these files are written.");
  }
  return convert(parsed.table(), offsets);
}

}  // namespace redress::policy
