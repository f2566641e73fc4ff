#include "properties/sketch.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <set>
#include <utility>

#include "support/doj_rows.h"

namespace redress::testing {
namespace {

constexpr std::array kPlain = {
    std::pair{RowFact::kEventDate, "20100101"},
    std::pair{RowFact::kBirthDate, "19800101"},
    std::pair{RowFact::kOffense, "11358 HS"},
    std::pair{RowFact::kSentenceLength, "1"},
};

// Cells whose fact stays what it is, or known, when they are emptied.
constexpr std::array kSpare = {RowFact::kOffenseLevel, RowFact::kConvictionOffense, RowFact::kDispositionOffense,
                               RowFact::kCaseNumber};

constexpr std::string_view name_of(RowFact fact) {
  switch (fact) {
    case RowFact::kStepType: return "kStepType";
    case RowFact::kCountOrder: return "kCountOrder";
    case RowFact::kEventDate: return "kEventDate";
    case RowFact::kCycleDate: return "kCycleDate";
    case RowFact::kDisposition: return "kDisposition";
    case RowFact::kConvictionLevel: return "kConvictionLevel";
    case RowFact::kOffenseLevel: return "kOffenseLevel";
    case RowFact::kCounty: return "kCounty";
    case RowFact::kOffense: return "kOffense";
    case RowFact::kConvictionOffense: return "kConvictionOffense";
    case RowFact::kDispositionOffense: return "kDispositionOffense";
    case RowFact::kComment: return "kComment";
    case RowFact::kSentenceLength: return "kSentenceLength";
    case RowFact::kSentenceUnit: return "kSentenceUnit";
    case RowFact::kSentencePlace: return "kSentencePlace";
    case RowFact::kBirthDate: return "kBirthDate";
    case RowFact::kCaseNumber: return "kCaseNumber";
    case RowFact::kRecord: return "kRecord";
    default: return "kName";
  }
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A known text that could be plainer. Dates stay apart from texts that are no whole dates: those are what is tested.
bool could_be(std::string_view text, RowFact fact, std::string_view plain) {
  if (text.empty() || text == plain) return false;
  if (fact == RowFact::kEventDate || fact == RowFact::kBirthDate) return text.substr(6) != "00" && text > plain;
  if (fact == RowFact::kSentenceLength) return all_digits(text) && text.size() > plain.size();
  return text != "11357(A) HS";
}

void add_without_counts(const Sketch& sketch, std::vector<Sketch>& found) {
  std::set<std::string_view> counts;
  for (const SketchRow& row : sketch.rows) counts.insert(row.count());
  for (const std::string_view count : counts) {
    Sketch less;
    for (const SketchRow& row : sketch.rows) {
      if (row.count() != count) less.rows.push_back(row);
    }
    if (!less.rows.empty() && less.rows.size() + 1 < sketch.rows.size()) found.push_back(std::move(less));
  }
}

// A fact of a count or a person in all the rows that state it: where they agreed, they still do.
Edits wherever_stated(const Sketch& sketch, std::size_t row, RowFact fact, const char* text) {
  if (fact == RowFact::kSentenceLength) return {{row, fact, text}};
  Edits edits;
  for (std::size_t i = 0; i < sketch.rows.size(); ++i) {
    const bool is_same_owner = fact == RowFact::kBirthDate || sketch.rows[i].count() == sketch.rows[row].count();
    if (is_same_owner && sketch.rows[i][fact] == sketch.rows[row][fact]) edits.push_back({i, fact, text});
  }
  return edits;
}

void add_plainer_rows(const Sketch& sketch, std::size_t row, std::vector<Sketch>& found) {
  const SketchRow& cells = sketch.rows[row];
  for (const RowFact fact : kSpare) {
    const bool is_level = fact == RowFact::kOffenseLevel && cells[RowFact::kConvictionLevel].empty();
    if (!cells[fact].empty() && !is_level) found.push_back(with(sketch, {{row, fact, ""}}));
  }
  if (!cells[RowFact::kSentenceLength].empty() || !cells[RowFact::kSentenceUnit].empty()) {
    found.push_back(with(sketch, {{row, RowFact::kSentenceLength, ""}, {row, RowFact::kSentenceUnit, ""}}));
  }
  if (cells.charge_cell() == RowFact::kComment && !cells[RowFact::kComment].empty()) {
    const std::string charge(cells[RowFact::kComment]);
    found.push_back(with(sketch, {{row, RowFact::kOffense, charge}, {row, RowFact::kComment, ""}}));
  }
  for (const auto& [fact, plain] : kPlain) {
    if (could_be(cells[fact], fact, plain)) found.push_back(with(sketch, wherever_stated(sketch, row, fact, plain)));
  }
}

}  // namespace

std::string_view SketchRow::operator[](RowFact fact) const {
  const auto found = cells.find(fact);
  return found == cells.end() ? std::string_view{} : std::string_view(found->second);
}

void SketchRow::set(RowFact fact, std::string text) {
  if (text.empty())
    cells.erase(fact);
  else
    cells[fact] = std::move(text);
}

bool SketchRow::is_convicted() const {
  return (*this)[RowFact::kDisposition] == "CONVICTED";
}

bool SketchRow::is_step(std::string_view words) const {
  return (*this)[RowFact::kStepType] == words;
}

RowFact SketchRow::charge_cell() const {
  const std::string_view offense = (*this)[RowFact::kOffense];
  return offense.empty() || offense == "SEE COMMENT FOR CHARGE" ? RowFact::kComment : RowFact::kOffense;
}

Sketch with(Sketch sketch, const Edits& edits) {
  for (const Edit& edit : edits) sketch.rows[edit.row].set(edit.fact, edit.text);
  return sketch;
}

std::string line_of(const SketchRow& row, std::string_view person) {
  DojRow cells(person);
  for (const auto& [fact, text] : row.cells) cells.with(fact, text);
  return cells.line();
}

std::string lines_of(const Sketch& sketch, std::string_view person) {
  std::string lines;
  for (const SketchRow& row : sketch.rows) lines += line_of(row, person) + "\n";
  return lines;
}

std::vector<Sketch> smaller(const Sketch& sketch) {
  std::vector<Sketch> found;
  add_without_counts(sketch, found);
  for (std::size_t row = 0; row < sketch.rows.size(); ++row) {
    Sketch less = sketch;
    less.rows.erase(less.rows.begin() + static_cast<std::ptrdiff_t>(row));
    if (!less.rows.empty()) found.push_back(std::move(less));
  }
  for (std::size_t row = 0; row < sketch.rows.size(); ++row) add_plainer_rows(sketch, row, found);
  return found;
}

std::ostream& operator<<(std::ostream& out, const Sketch& sketch) {
  out << "const std::vector<DojRow> rows{\n";
  for (const SketchRow& row : sketch.rows) {
    out << "    DojRow(\"1\")";
    for (const auto& [fact, text] : row.cells) out << ".with(RowFact::" << name_of(fact) << ", \"" << text << "\")";
    out << ",\n";
  }
  return out << "};\n";
}

}  // namespace redress::testing
