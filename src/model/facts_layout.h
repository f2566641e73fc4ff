// model/facts_layout.h: the columns of a file of supplied facts, and what the facts of the record are asked by.
// Not here: reading the tables (intake/facts_tables.h) or a file of facts (intake/facts_file.h). Plain values.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace redress::model {

// What a column holds. Ids in the table are these names with dashes: "case-or-count".
enum class FactsCell : std::uint8_t {
  kPerson,
  kCaseOrCount,
  kFact,
  kValue,
  kSource,
  kWho,
  kWhen,
  kQuestion,
  kUnit,
  kCaseNumbers,
  kSection,
  kConvictionDate,
  kMaySettle,
};
inline constexpr std::size_t kFactsCellCount = static_cast<std::size_t>(FactsCell::kMaySettle) + 1;

enum class FactsUse : std::uint8_t {
  kRequired,  // the column must be there, and its cell filled in every row that has a value
  kColumn,    // the column must be there
  kOptional,  // the column may be left out
  kHelp,      // written for whoever fills the file in, and not looked at when it is read
};

struct FactsColumn {
  std::string name;
  FactsUse use = FactsUse::kHelp;
  std::string meaning;
};

// By FactsCell, which is the order in which the columns are written.
struct FactsLayout {
  std::vector<FactsColumn> columns;

  // REQUIRES: the layout was read (every cell has a column).
  const std::string& name(FactsCell cell) const { return columns[static_cast<std::size_t>(cell)].name; }
};

// A fact of the record, or one that section sets need, in the words of whoever is asked for it.
struct FactQuestion {
  std::string fact;        // "level", "force"
  bool is_needed = false;  // by a section set; else of the record
  std::string question;
};

// The question of that fact; empty where the table has none.
inline std::string_view question_of(const std::vector<FactQuestion>& questions, std::string_view fact) {
  const auto found =
      std::find_if(questions.begin(), questions.end(), [&](const FactQuestion& q) { return q.fact == fact; });
  return found == questions.end() ? std::string_view{} : found->question;
}

}  // namespace redress::model
