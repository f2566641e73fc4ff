#include "write/xlsx/summary_figures.h"

#include <algorithm>
#include <cstdint>

#include "base/text.h"
#include "write/json/summary_reader.h"
#include "write/xlsx/cell_text.h"

namespace redress::write {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kDefinition = "definition";
constexpr const char* kTable = "table";
constexpr std::size_t kFigureCells = 3;  // of a line, between its words and its definition
constexpr int kMostDepth = 12;  // far more than a run writes

std::string scalar_words(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return "none";
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  return value.dump();
}

SheetCellValue value_cell(const Json& value) {
  if (value.is_number_unsigned()) return number_cell(value.get<std::uint64_t>());
  return text_cell(cell_text(scalar_words(value)));
}

CellRow figure_row(std::string what, SheetCellValue value, const std::string& definition) {
  CellRow row(5);
  row[0] = text_cell(cell_text(what), CellLook::kWrapped);
  row[2] = std::move(value);
  row[4] = text_cell(cell_text(definition), CellLook::kWrapped);
  return row;
}

// An id of the program as words, "scope_unknown"; texts of the record stay as they are.
std::string id_words(const Json& value) {
  const std::string words = scalar_words(value);
  const bool is_id = std::all_of(words.begin(), words.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
  return is_id ? with_blanks(words) : words;
}

// Whether a row of a list is known by this number and not by a text: a decade.
bool is_subject_number(const Json& item, std::string_view key, const Json& value) {
  return value.is_number() && item.begin().key() == key;
}

// What a row of a list is about: its texts, the plainest only where there are words for people.
std::string subject_of(const Json& item, const FigureNames& names) {
  for (const char* key : {"words", "label", "title", "question", "text"}) {
    const auto found = item.find(key);
    if (found != item.end() && found->is_string()) {
      const auto number = item.find("number");
      const bool has_number = number != item.end() && number->is_string();
      return (has_number ? "Step " + number->get<std::string>() + ": " : std::string()) + found->get<std::string>();
    }
  }
  std::string words;
  for (const auto& [key, value] : item.items()) {
    if (value.is_structured() || (value.is_number() && !is_subject_number(item, key, value))) continue;
    const auto name = names.find({key, scalar_words(value)});
    if (!words.empty()) words += ", ";
    words += name != names.end() ? name->second : figure_words(key) + " " + id_words(value);
  }
  return words;
}

// The numbers of the rows of a list by their names, where that is all they have and a line takes them; else nothing.
std::vector<std::string> number_names(const Json& list) {
  std::vector<std::string> names;
  for (const Json& item : list) {
    if (!item.is_object()) return {};
    for (const auto& [key, value] : item.items()) {
      if (value.is_structured()) return {};
      if (value.is_number() && !is_subject_number(item, key, value) &&
          std::find(names.begin(), names.end(), key) == names.end())
        names.push_back(key);
    }
  }
  if (names.size() > kFigureCells) names.clear();
  return names;
}

class FigureRows {
 public:
  FigureRows(std::vector<CellRow>& rows, const FigureNames& names) : rows_(rows), names_(names) {}

  void section(const std::string& heading, const Json& section) {
    CellRow row(1);
    row[0] = text_cell(cell_text(heading), CellLook::kHeading);
    rows_.push_back(std::move(row));
    for (const auto& [key, value] : section.items()) figure(figure_words(key), value, {});
  }

 private:
  void figure(const std::string& what, const Json& value, const std::string& definition) {
    if (depth_ == kMostDepth) return;
    ++depth_;
    structured_figure(what, value, definition);
    --depth_;
  }

  void structured_figure(const std::string& what, const Json& value, const std::string& definition) {
    if (!value.is_structured()) {
      if (value.is_number()) rows_.push_back(figure_row(what, value_cell(value), definition));
      return;
    }
    if (value.is_array()) return list(what, value, definition);
    const auto own = value.find(kDefinition);
    const std::string words = own != value.end() && own->is_string() ? own->get<std::string>() : definition;
    if (const auto table = value.find(kTable); table != value.end()) return list(what, *table, words);
    if (const auto single = value.find("value"); single != value.end()) {
      rows_.push_back(figure_row(what, value_cell(*single), words));
      return;
    }
    for (const auto& [key, part] : value.items()) {
      const bool is_bound = key == "at_least" || key == "at_most";
      figure(what + (is_bound ? ", " : ": ") + to_lower_ascii(figure_words(key)), part, words);
    }
  }

  // A line that names the numbers, then one for each row; where rows have more than numbers, a line for each number.
  void list(const std::string& what, const Json& items, const std::string& definition) {
    const std::vector<std::string> numbers = number_names(items);
    CellRow heading = figure_row(what, {}, definition);
    heading[0].look = CellLook::kLabel;
    for (std::size_t i = 0; i < numbers.size(); ++i) heading[1 + i] = text_cell(figure_words(numbers[i]), CellLook::kLabel);
    if (!definition.empty() || !numbers.empty()) rows_.push_back(std::move(heading));
    for (const Json& item : items) {
      if (numbers.empty()) item_rows(what, item);
      else rows_.push_back(item_row(item, numbers));
    }
  }

  CellRow item_row(const Json& item, const std::vector<std::string>& numbers) const {
    CellRow row = figure_row(subject_of(item, names_), {}, {});
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (const auto number = item.find(numbers[i]); number != item.end()) row[1 + i] = value_cell(*number);
    }
    return row;
  }

  void item_rows(const std::string& what, const Json& item) {
    if (!item.is_object()) return;
    const std::string subject = what + ": " + subject_of(item, names_);
    for (const auto& [key, value] : item.items()) {
      if ((value.is_number() && !is_subject_number(item, key, value)) || value.is_structured())
        figure(subject + " - " + to_lower_ascii(figure_words(key)), value, {});
    }
  }

  std::vector<CellRow>& rows_;
  const FigureNames& names_;
  int depth_ = 0;
};

}  // namespace

std::string figure_words(std::string_view key) {
  std::string words = with_blanks(key);
  if (!words.empty()) words.replace(0, 1, to_upper_ascii(std::string_view(words).substr(0, 1)));
  return words;
}

FigureNames figure_names(const Json& summary) {
  FigureNames names;
  const auto add = [&](const char* section, const char* key) {
    const Json* table = summary_at(summary, {"decisions", section, "table"});
    if (table == nullptr || !table->is_array()) return;
    for (const Json& item : *table) {
      if (const Json* id = summary_at(item, {key}); id != nullptr && id->is_string())
        names[{key, id->get<std::string>()}] = subject_of(item, {});
    }
  };
  add("by_outcome", "outcome");
  add("by_step", "step");
  return names;
}

void append_figures(std::vector<CellRow>& rows, const std::string& heading, const Json& section,
                    const FigureNames& names) {
  if (section.is_object()) FigureRows(rows, names).section(heading, section);
}

}  // namespace redress::write
