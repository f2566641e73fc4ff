#include "policy/parse/section_set_reader.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "citation/section_pattern.h"
#include "policy/parse/toml_keys.h"

namespace redress::policy {
namespace {

constexpr std::string_view kDigits = "0123456789.";
constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

// Whether letters stand at the number that the citation reader takes for a subdivision.
bool has_run_on_subdivision(std::string_view text, const citation::SectionPattern& pattern) {
  const std::size_t begin = text.find_first_of(kDigits);
  const std::size_t letters = std::min(text.find_first_not_of(kDigits, begin), text.size());
  std::size_t behind = std::min(text.find_first_not_of(kLetters, letters), text.size());
  if (behind == letters) return false;
  behind = std::min(text.find_first_not_of(kDigits, behind), text.size());
  return !equals_ignoring_case(text.substr(begin, behind - begin), pattern.number);
}

// "PC 484(e)(f)": with every subdivision in brackets of its own.
std::string bracketed(const citation::SectionPattern& pattern) {
  std::string text = std::string(citation::legal_name(pattern.code)) + " " + pattern.number;
  for (const std::string& part : pattern.subdivisions.front()) text += "(" + part + ")";
  return text;
}

std::optional<Error> read_pattern(const SourceText& source, Extent at, std::string_view text,
                                  citation::SetEntry& entry) {
  auto pattern = citation::parse_pattern(text);
  if (!pattern) {
    return error_at(source, at, "policy.section", "this is not a section",
                    "Write the code and the section, for example \"PC 187\", \"PC 190.1-190.99\" or "
                    "\"PC 186.22(b)(4)\".");
  }
  // In a research file 476A is 476(a), whatever law was meant; an entry that looks like the section 476a would promise
  // more.
  if (has_run_on_subdivision(text, *pattern)) {
    return error_at(
        source, at, "policy.section",
        "letters run on to a number are read as a subdivision, here and in research files",
        "Write \"" + bracketed(*pattern) + "\". Charges under a section of that very name cannot be told from it.");
  }
  entry.parts.push_back(*std::move(pattern));
  return std::nullopt;
}

std::optional<Error> read_attempts(const SourceText& source, const TomlValue& table, std::string_view word,
                                   citation::SetEntry& entry) {
  if (word == "yes") {
    entry.inchoate = citation::Inchoate::kCounts;
  } else if (word == "no") {
    entry.inchoate = citation::Inchoate::kDoesNotCount;
  } else if (word == "review") {
    entry.inchoate = citation::Inchoate::kReview;
  } else {
    return error_at(source, place_of(table, "attempts"), "policy.key",
                    "unknown value '" + std::string(word) + "' of attempts",
                    "Write \"yes\" (attempts and conspiracies count), \"no\" or \"review\".");
  }
  return std::nullopt;
}

Result<citation::SetEntry> read_entry(const SourceText& source, const TomlValue& table) {
  TomlKeys keys(source, table, "[[entry]]");
  citation::SetEntry entry;
  const bool is_pair = table.find("pair") != nullptr;
  const std::string section = is_pair ? std::string() : keys.required_text("section");
  const std::vector<std::string> pair = keys.texts("pair");
  const std::vector<std::string> subdivisions = keys.texts("subdivisions");
  const std::string attempts = keys.required_text("attempts");
  entry.needs = keys.text("needs");
  entry.class_name = keys.text("class");
  entry.note = keys.text("note");
  entry.source = keys.text("source");
  entry.in_force = keys.in_force();
  if (auto error = keys.finish()) return *error;
  if (is_pair && (pair.size() != 2 || !subdivisions.empty())) {
    return error_at(source, place_of(table, "pair"), "policy.section",
                    "a pair is two sections with their own subdivisions",
                    "Write pair = [\"PC 246\", \"PC 186.22(b)(4)\"].");
  }
  if (auto error = read_attempts(source, table, attempts, entry)) return *error;
  if (!is_pair) {
    if (auto error = read_pattern(source, place_of(table, "section"), section, entry)) return *error;
  }
  for (const std::string& part : pair) {
    if (auto error = read_pattern(source, place_of(table, "pair"), part, entry)) return *error;
  }
  for (std::size_t i = 0; i < subdivisions.size(); ++i) {
    const std::string& subdivision = subdivisions[i];
    const auto earlier = subdivisions.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find_if(subdivisions.begin(), earlier, [&](const std::string& s) {
          return equals_ignoring_case(s, subdivision);
        }) != earlier) {
      return error_at(source, place_of(table, "subdivisions"), "policy.duplicate",
                      "the subdivision '" + subdivision + "' stands twice", "Keep one of them.");
    }
    if (citation::add_subdivision(entry.parts.front(), subdivision)) continue;
    return error_at(source, place_of(table, "subdivisions"), "policy.section",
                    "'" + subdivision + "' is not a subdivision",
                    "Write \"(a)\", \"(b)(1)\" or \"bare\" (no subdivision at all).");
  }
  return entry;
}

bool same_section(const citation::SectionPattern& a, const citation::SectionPattern& b) {
  return a.code == b.code && (citation::has_number(a, b.number) || citation::has_number(b, a.number));
}

// Whether some citation means both equally; of two entries that differ in depth the more specific decides alone.
bool mean_the_same(const citation::SectionPattern& a, const citation::SectionPattern& b) {
  if (!same_section(a, b)) return false;
  if (a.reach == citation::Reach::kAny && b.reach == citation::Reach::kAny) return true;
  if (a.bare && b.bare) return true;
  return std::any_of(a.subdivisions.begin(), a.subdivisions.end(), [&](const citation::SubdivisionPath& path) {
    return std::find(b.subdivisions.begin(), b.subdivisions.end(), path) != b.subdivisions.end();
  });
}

// A pair is the same in either order.
bool is_same_pair(const citation::SetEntry& a, const citation::SetEntry& b) {
  return a.parts == b.parts || (a.parts[0] == b.parts[1] && a.parts[1] == b.parts[0]);
}

// Two entries that mean the same citations on the same day: one is spare, or they contradict each other.
std::optional<Error> check_not_twice(const SourceText& source, const TomlValue& table,
                                     const std::vector<citation::SetEntry>& entries) {
  const citation::SetEntry& last = entries.back();
  const bool is_pair = last.parts.size() == 2;
  const auto same = [&](const citation::SetEntry& other) {
    if (other.parts.size() != last.parts.size() || !overlap(other.in_force, last.in_force)) return false;
    return is_pair ? is_same_pair(other, last) : mean_the_same(other.parts.front(), last.parts.front());
  };
  const auto other = std::find_if(entries.begin(), entries.end() - 1, same);
  if (other == entries.end() - 1) return std::nullopt;
  const Extent at = place_of(table, is_pair ? "pair" : "section");
  if (other->inchoate != last.inchoate || other->needs != last.needs) {
    const std::string_view key = other->inchoate != last.inchoate ? "attempts" : "needs";
    return error_at(
        source, at, "policy.duplicate",
        "an earlier entry of the set speaks of the same citations, with another answer for '" + std::string(key) + "'",
        "Keep the one that is right, or give them different subdivisions.");
  }
  if (is_pair)
    return error_at(source, at, "policy.duplicate", "this pair stands twice in the set", "Keep one of them.");
  return error_at(source, at, "policy.duplicate", "an earlier entry of the set speaks of the same citations",
                  "Keep one of them, or give them different subdivisions.");
}

}  // namespace

Result<SectionSetFile> read_section_set(SourceText source) {
  SectionSetFile file;
  file.source = std::move(source);
  Result<TomlValue> document = parse_toml(file.source);
  if (!document) return document.error();
  TomlKeys whole(file.source, *document, "the section-set file");
  const TomlMember* head = whole.of_kind("set", TomlValue::Kind::kTable, true);
  const std::vector<const TomlValue*> tables = whole.tables("entry");
  if (auto error = whole.finish()) return *error;
  TomlKeys keys(file.source, head->value, "[set]");
  file.id = keys.required_text("id");
  file.title = keys.required_text("title");
  file.cite = keys.required_text("cite");
  file.origin = keys.text("source");
  const DateSpan in_force = keys.in_force();
  if (auto error = keys.finish()) return *error;
  std::vector<citation::SetEntry> entries;
  for (const TomlValue* table : tables) {
    Result<citation::SetEntry> entry = read_entry(file.source, *table);
    if (!entry) return entry.error();
    entries.push_back(*std::move(entry));
    if (auto error = check_not_twice(file.source, *table, entries)) return *error;
  }
  if (entries.empty()) {
    return error_at(file.source, head->value.extent, "policy.key", "the set has no [[entry]]",
                    "Add at least one section.");
  }
  file.set =
      std::make_shared<const citation::SectionSet>(citation::SectionSet::build(file.id, std::move(entries), in_force));
  return file;
}

}  // namespace redress::policy
