#include "policy/parse/toml_keys.h"

#include <algorithm>

#include "base/text.h"

namespace redress::policy {
namespace {

std::string advice_for(TomlValue::Kind found, TomlValue::Kind wanted) {
  using Kind = TomlValue::Kind;
  if (wanted == Kind::kString && found != Kind::kTable && found != Kind::kArray)
    return "Put it between double quotation marks.";
  if (wanted == Kind::kDate) return "Write a date as year-month-day, without quotation marks: 2019-11-09.";
  if (found == Kind::kString && (wanted == Kind::kInteger || wanted == Kind::kBoolean))
    return "Write " + std::string(kind_name(wanted)) + ", without quotation marks.";
  return "Write " + std::string(kind_name(wanted)) + ".";
}

}  // namespace

TomlKeys::TomlKeys(const SourceText& source, const TomlValue& table, std::string_view where)
    : source_(source), table_(table), where_(where) {
  if (table.kind != TomlValue::Kind::kTable) {
    fail(table.extent, "policy.type", where_ + " must be a table", "Write it as " + where_ + " with keys below.");
  }
}

void TomlKeys::fail(Extent extent, std::string_view code, std::string cause, std::string next_step) {
  if (!fault_) fault_ = error_at(source_, extent, code, std::move(cause), std::move(next_step));
}

const TomlMember* TomlKeys::member(std::string_view key) {
  known_.emplace_back(key);
  return fault_ ? nullptr : table_.find(key);
}

const TomlMember* TomlKeys::of_kind(std::string_view key, TomlValue::Kind kind, bool required) {
  const TomlMember* found = member(key);
  if (fault_) return nullptr;
  if (found == nullptr) {
    const auto spelled = std::find_if(table_.members.begin(), table_.members.end(),
                                      [&](const TomlMember& other) { return equals_ignoring_case(other.key, key); });
    if (spelled != table_.members.end()) {
      fail(spelled->key_extent, "policy.key", "unknown key '" + spelled->key + "' in " + where_,
           "Write " + std::string(key) + ", in small letters.");
    } else if (required) {
      fail(table_.extent, "policy.key", where_ + " lacks '" + std::string(key) + "'",
           "Add " + std::string(key) + " = … (" + std::string(kind_name(kind)) + ").");
    }
    return nullptr;
  }
  if (found->value.kind != kind) {
    fail(found->value.extent, "policy.type",
         "'" + std::string(key) + "' is " + std::string(kind_name(found->value.kind)) + "; it must be " +
             std::string(kind_name(kind)),
         advice_for(found->value.kind, kind));
    return nullptr;
  }
  return found;
}

std::string TomlKeys::required_text(std::string_view key) {
  const TomlMember* found = of_kind(key, TomlValue::Kind::kString, true);
  return found == nullptr ? std::string() : found->value.text;
}

std::string TomlKeys::text(std::string_view key) {
  const TomlMember* found = of_kind(key, TomlValue::Kind::kString, false);
  return found == nullptr ? std::string() : found->value.text;
}

std::optional<std::int64_t> TomlKeys::integer(std::string_view key) {
  const TomlMember* found = of_kind(key, TomlValue::Kind::kInteger, false);
  if (found == nullptr) return std::nullopt;
  return found->value.integer;
}

std::optional<Date> TomlKeys::date(std::string_view key) {
  const TomlMember* found = of_kind(key, TomlValue::Kind::kDate, false);
  if (found == nullptr) return std::nullopt;
  return found->value.date;
}

DateSpan TomlKeys::in_force() {
  const Date first = date("from").value_or(kFirstDay);
  const Date last = date("until").value_or(kLastDay);
  if (first <= last) return {first, last};
  fail(table_.find("until")->value.extent, "policy.dates", where_ + " is in force until a day before it begins",
       "Correct 'from' or 'until': both days are included.");
  return kEveryDay;
}

std::vector<std::string> TomlKeys::texts(std::string_view key) {
  const TomlMember* found = member(key);
  std::vector<std::string> result;
  if (found == nullptr) return result;
  if (found->value.kind == TomlValue::Kind::kString) return {found->value.text};
  if (found->value.kind != TomlValue::Kind::kArray) {
    fail(found->value.extent, "policy.type", "'" + std::string(key) + "' must be a text or a list of texts",
         "Write [\"…\", \"…\"].");
    return result;
  }
  for (const TomlValue& item : found->value.items) {
    if (item.kind != TomlValue::Kind::kString) {
      fail(item.extent, "policy.type",
           "'" + std::string(key) + "' holds " + std::string(kind_name(item.kind)) + "; it must hold texts",
           "Put the entry in quotes.");
      return {};
    }
    result.push_back(item.text);
  }
  return result;
}

std::vector<const TomlValue*> TomlKeys::tables(std::string_view key) {
  const TomlMember* found = of_kind(key, TomlValue::Kind::kArray, false);
  std::vector<const TomlValue*> result;
  if (found == nullptr) return result;
  for (const TomlValue& item : found->value.items) {
    if (item.kind != TomlValue::Kind::kTable) {
      fail(item.extent, "policy.type", "'" + std::string(key) + "' must hold tables",
           "Write [[" + std::string(key) + "]].");
      return {};
    }
    result.push_back(&item);
  }
  return result;
}

std::optional<Error> TomlKeys::finish() {
  if (fault_) return fault_;
  for (const TomlMember& found : table_.members) {
    if (std::find(known_.begin(), known_.end(), found.key) != known_.end()) continue;
    return error_at(source_, found.key_extent, "policy.key", "unknown key '" + found.key + "' in " + where_,
                    suggest(found.key, known_));
  }
  return std::nullopt;
}

}  // namespace redress::policy
