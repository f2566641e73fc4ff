#include "write/xlsx/summary_figures.h"

#include <cstdint>

#include "base/text.h"
#include "write/xlsx/cell_text.h"

namespace redress::write {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kDefinition = "definition";
constexpr const char* kTable = "table";
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

// What a row of a list is about: its texts, the plainest only where there are words for people.
std::string subject_of(const Json& item) {
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
    if (value.is_number() || value.is_structured()) continue;
    if (!words.empty()) words += ", ";
    words += figure_words(key) + " " + scalar_words(value);
  }
  return words;
}

class FigureRows {
 public:
  explicit FigureRows(std::vector<CellRow>& rows) : rows_(rows) {}

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
    if (value.is_array()) {
      for (const Json& item : value) item_rows(what, item, definition);
      return;
    }
    const auto own = value.find(kDefinition);
    const std::string words = own != value.end() && own->is_string() ? own->get<std::string>() : definition;
    if (const auto table = value.find(kTable); table != value.end()) {
      rows_.push_back(figure_row(what, {}, words));
      for (const Json& item : *table) item_rows(what, item, {});
      return;
    }
    if (const auto single = value.find("value"); single != value.end()) {
      rows_.push_back(figure_row(what, value_cell(*single), words));
      return;
    }
    for (const auto& [key, part] : value.items()) {
      const bool is_bound = key == "at_least" || key == "at_most";
      figure(what + (is_bound ? ", " : ": ") + to_lower_ascii(figure_words(key)), part, words);
    }
  }

  void item_rows(const std::string& what, const Json& item, const std::string& definition) {
    if (!item.is_object()) return;
    const std::string subject = what + ": " + subject_of(item);
    for (const auto& [key, value] : item.items()) {
      if (value.is_number() || value.is_object())
        figure(subject + " - " + to_lower_ascii(figure_words(key)), value, definition);
    }
  }

  std::vector<CellRow>& rows_;
  int depth_ = 0;
};

}  // namespace

const Json* summary_at(const Json& from, std::initializer_list<const char*> path) {
  const Json* at = &from;
  for (const char* key : path) {
    const auto found = at->is_object() ? at->find(key) : at->end();
    if (found == at->end()) return nullptr;
    at = &*found;
  }
  return at;
}

std::string figure_words(std::string_view key) {
  std::string words = with_blanks(key);
  if (!words.empty()) words.replace(0, 1, to_upper_ascii(std::string_view(words).substr(0, 1)));
  return words;
}

void append_figures(std::vector<CellRow>& rows, const std::string& heading, const Json& section) {
  if (section.is_object()) FigureRows(rows).section(heading, section);
}

}  // namespace redress::write
