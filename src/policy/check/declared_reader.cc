#include "policy/check/declared_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "policy/parse/toml_keys.h"

namespace redress::policy {
namespace {

struct DeclaredTypeName {
  std::string_view name;
  DeclaredType type;
};
constexpr std::array kTypes = {
    DeclaredTypeName{"number", DeclaredType::kNumber},
    DeclaredTypeName{"decimal", DeclaredType::kDecimal},
    DeclaredTypeName{"yes-no", DeclaredType::kYesNo},
};
constexpr std::string_view kAboutConviction = "conviction";

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_decimal_digit(char c) { return c >= '0' && c <= '9'; }

bool is_fact_name(std::string_view name) {
  return !name.empty() && is_small_letter(name.front()) && std::all_of(name.begin(), name.end(), [](char c) {
    return is_small_letter(c) || is_decimal_digit(c) || c == '_';
  });
}

bool is_question_id(std::string_view id) {
  const auto is_letter = [](char c) { return is_small_letter(c) || (c >= 'A' && c <= 'Z'); };
  return !id.empty() && is_letter(id.front()) &&
         std::all_of(id.begin(), id.end(), [&](char c) { return is_letter(c) || is_decimal_digit(c) || c == '_'; });
}

Result<DeclaredFact> read_fact(const SourceText& source, const TomlMember& member) {
  TomlKeys keys(source, member.value, "[facts." + member.key + "]");
  DeclaredFact fact;
  fact.name = member.key;
  fact.extent = member.key_extent;
  if (!is_fact_name(member.key)) {
    keys.fail(member.key_extent, "policy.fact", "a fact's name has small letters, digits and '_' only", "Rename it.");
  }
  const std::string type = keys.required_text("type");
  fact.question = keys.required_text("question");
  fact.unit = keys.text("unit");
  fact.help = keys.text("help");
  const std::string about = keys.text("about");
  const auto named =
      std::find_if(kTypes.begin(), kTypes.end(), [&](const DeclaredTypeName& t) { return t.name == type; });
  if (!keys.failed() && named == kTypes.end()) {
    std::vector<std::string> names;
    names.reserve(kTypes.size());
    for (const DeclaredTypeName& t : kTypes) names.emplace_back(t.name);
    keys.fail(member.value.find("type")->value.extent, "policy.fact", "unknown type '" + type + "'",
              suggest(type, names));
  }
  if (!keys.failed() && !about.empty() && about != kAboutConviction) {
    keys.fail(member.value.find("about")->value.extent, "policy.fact", "no fact can be about '" + about + "'",
              "Write \"conviction\", or leave 'about' out.");
  }
  if (!keys.failed() && named->type == DeclaredType::kYesNo && !fact.unit.empty()) {
    keys.fail(member.value.find("unit")->value.extent, "policy.fact", "a yes or no has no unit", "Remove it.");
  }
  if (auto error = keys.finish()) return *error;
  fact.type = named->type;
  return fact;
}

Result<OpenQuestion> read_question(const SourceText& source, const TomlMember& member) {
  TomlKeys keys(source, member.value, "[questions." + member.key + "]");
  OpenQuestion question;
  question.id = member.key;
  question.extent = member.key_extent;
  if (!is_question_id(member.key)) {
    keys.fail(member.key_extent, "policy.question", "a question's id has letters, digits and '_' only", "Rename it.");
  }
  question.text = keys.required_text("text");
  question.source = keys.text("source");
  if (auto error = keys.finish()) return *error;
  return question;
}

template <class Read>
auto read_tables(const SourceText& source, const TomlValue& policy, std::string_view key, Read read)
    -> Result<std::vector<std::decay_t<decltype(*read(source, std::declval<const TomlMember&>()))>>> {
  std::vector<std::decay_t<decltype(*read(source, std::declval<const TomlMember&>()))>> all;
  const TomlMember* tables = policy.find(key);
  if (tables == nullptr) return all;
  if (tables->value.kind != TomlValue::Kind::kTable) {
    return error_at(source, tables->value.extent, "policy.type", "'" + std::string(key) + "' must be tables",
                    "Write [" + std::string(key) + ".…].");
  }
  for (const TomlMember& member : tables->value.members) {
    auto one = read(source, member);
    if (!one) return one.error();
    all.push_back(*std::move(one));
  }
  return all;
}

}  // namespace

Result<std::vector<DeclaredFact>> read_declared_facts(const SourceText& source, const TomlValue& policy) {
  return read_tables(source, policy, "facts", read_fact);
}

Result<std::vector<OpenQuestion>> read_questions(const SourceText& source, const TomlValue& policy) {
  return read_tables(source, policy, "questions", read_question);
}

}  // namespace redress::policy
