// policy/parse/toml_document.h: a TOML file as a plain tree whose every value knows its place in the text.
// Not here: which keys a policy may have (policy_reader.h). The one door to the TOML library; pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "policy/parse/source_text.h"
#include "redress/date.h"
#include "redress/error.h"

namespace redress::policy {

struct TomlMember;

// A value of the document. Members stand in the order of the file.
struct TomlValue {
  enum class Kind : std::uint8_t { kTable, kArray, kString, kInteger, kBoolean, kDate, kOther };

  Kind kind = Kind::kTable;
  Extent extent;  // of the value; of a string, its content without the quotes
  std::string text;
  std::int64_t integer = 0;
  bool boolean = false;
  Date date;
  std::vector<TomlMember> members;
  std::vector<TomlValue> items;

  const TomlMember* find(std::string_view key) const;
};

struct TomlMember {
  std::string key;
  Extent key_extent;
  TomlValue value;
};

// Where the value of that key stands. REQUIRES: the table has the key.
Extent place_of(const TomlValue& table, std::string_view key);

// "a table", "a text", … for messages.
std::string_view kind_name(TomlValue::Kind kind);

// Errors: policy.syntax at the place of the fault; policy.encoding when the text is not UTF-8. Values nested deeper
// than a hundred levels are refused. Cost: linear in the text.
Result<TomlValue> parse_toml(const SourceText& source);

}  // namespace redress::policy
