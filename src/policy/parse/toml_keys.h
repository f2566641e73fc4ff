// policy/parse/toml_keys.h: reads the keys of one TOML table, each once, with its type, and refuses what is left over.
// Not here: what the keys mean (policy_reader, section_set_reader). The first fault is kept; pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "policy/parse/source_text.h"
#include "policy/parse/toml_document.h"
#include "redress/error.h"

namespace redress::policy {

// Reads `table` (a table; anything else is a fault). After the wanted keys, call finish(). All readers return an empty
// value after a fault, so that a reader can go straight on and ask once at the end.
class TomlKeys {
 public:
  // `where` names the table in messages: "[policy]". Both references must outlive this object.
  TomlKeys(const SourceText& source, const TomlValue& table, std::string_view where);

  std::string required_text(std::string_view key);
  std::string text(std::string_view key);
  std::vector<std::string> texts(std::string_view key);  // a list of texts, or one text
  std::optional<std::int64_t> integer(std::string_view key);
  std::optional<Date> date(std::string_view key);
  DateSpan in_force();  // the keys from and until, both included; policy.dates where until is before from
  const TomlMember* member(std::string_view key);  // any kind, marked as read
  std::vector<const TomlValue*> tables(std::string_view key);  // [[key]]: nothing when absent
  const TomlMember* of_kind(std::string_view key, TomlValue::Kind kind, bool required);

  // The fault, if there was one; else policy.key for a key that was not asked for, with the near match.
  std::optional<Error> finish();
  bool failed() const { return fault_.has_value(); }
  void fail(Extent extent, std::string_view code, std::string cause, std::string next_step);

 private:
  const SourceText& source_;
  const TomlValue& table_;
  std::string where_;
  std::vector<std::string> known_;
  std::optional<Error> fault_;
};

}  // namespace redress::policy
