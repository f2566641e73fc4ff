// A row that cannot be read might hold what decides. Source: doj-research-file, "Incomplete person" and "Rejects".
// A row whose third cell is lost belongs to nobody known, and is left out here.
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "properties/answers.h"
#include "properties/property.h"

namespace redress::testing {
namespace {

using evaluate::Answer;
using evaluate::Decision;

enum class Damage { kCellMissing, kCellsTooMany, kCellGone, kStrayQuote, kUnclosedQuote, kQuoteAtEnd, kNoCount };
constexpr std::array kDamages = {Damage::kCellMissing,   Damage::kCellsTooMany, Damage::kCellGone, Damage::kStrayQuote,
                                 Damage::kUnclosedQuote, Damage::kQuoteAtEnd,   Damage::kNoCount};

constexpr std::size_t kNameCell = 12;

// Where the nth cell begins. The rows of a sketch have no commas inside cells.
std::size_t begin_of_cell(const std::string& line, std::size_t cell) {
  std::size_t place = 0;
  for (std::size_t i = 0; i < cell; ++i) place = line.find(',', place) + 1;
  return place;
}

std::string damaged(std::string line, Damage damage) {
  const std::size_t name = begin_of_cell(line, kNameCell);
  switch (damage) {
    case Damage::kCellMissing: return line.substr(0, line.size() - 1);
    case Damage::kCellsTooMany: return line + ",A,B";
    case Damage::kCellGone: return line.erase(name, 1);
    case Damage::kStrayQuote: return line.insert(name, "DOE\"JO");
    case Damage::kUnclosedQuote: return line.insert(name, "\"DOE");
    case Damage::kQuoteAtEnd: return line + "\"";
    case Damage::kNoCount: {
      const std::size_t count = begin_of_cell(line, doj_layout().position(RowFact::kCountOrder));
      return line.replace(count, 3, "A1");
    }
  }
  return line;
}

struct Read {
  Answers answers;
  bool is_incomplete = false;
};

std::map<std::string, Read> read(const std::vector<std::string>& lines) {
  std::string file;
  for (const std::string& line : lines) file += line + "\n";
  std::map<std::string, Read> people;
  Records records({std::move(file)}, kDay);
  for (std::size_t i = 0; i < records.index().persons.size(); ++i) {
    const model::Person& person = records.person(i);
    people[person.id] = {answers_about(person), person.is_incomplete()};
  }
  return people;
}

// What the damaged record says with certainty must be what the full one says.
std::optional<std::string> compare(const Read& full, const Read& damaged) {
  for (std::size_t p = 0; p < full.answers.size(); ++p) {
    const PolicyUnderTest& policy = policies_under_test()[p];
    for (std::size_t i = 0; i < damaged.answers[p].counts.size(); ++i) {
      const Decision& after = damaged.answers[p].decisions[i];
      const Decision* before = full.answers[p].find(damaged.answers[p].counts[i]);
      const std::string where = policy.name + ", count " + damaged.answers[p].counts[i] + ": ";
      if (before == nullptr) return where + "a conviction that was none";
      const std::string words = in_words(policy, *before) + " became " + in_words(policy, after);
      if (damaged.is_incomplete && is_walked(after)) return where + words;
      if (after.answer == Answer::kOutOfScope && is_walked(*before)) return where + words;
      const bool same = before->answer == Answer::kDecided && before->possible == after.possible &&
                        before->deciding_step == after.deciding_step;
      if (after.answer == Answer::kDecided && !same) return where + words;
    }
  }
  return std::nullopt;
}

std::optional<std::string> compare_all(const std::map<std::string, Read>& full, const std::vector<std::string>& lines,
                                       const std::string& damaged_person) {
  const auto found = read(lines);
  for (const auto& [id, person] : found) {
    const auto before = full.find(id);
    if (before == full.end()) return "a person that was none: " + id;
    if (id == damaged_person && !person.is_incomplete) return std::string("the loss goes unnoticed");
    if (auto wrong = compare(before->second, person)) return wrong;
  }
  return std::nullopt;
}

TEST_CASE("a row made unreadable never leaves a certain answer that the full record does not give") {
  check_property({64041, 60}, draw_record, [](const Sketch& sketch, Dice& dice) -> std::optional<std::string> {
    const Sketch other = draw_record(dice);
    std::vector<std::string> lines;
    for (const SketchRow& row : sketch.rows) lines.push_back(line_of(row, "1"));
    for (const SketchRow& row : other.rows) lines.push_back(line_of(row, "2"));
    const auto full = read(lines);
    for (std::size_t row = 0; row < sketch.rows.size(); ++row) {
      for (const Damage damage : kDamages) {
        const bool needs_count = sketch.rows[row].is_convicted() || sketch.rows[row].is_step("ARREST/DETAINED/CITED");
        if (damage == Damage::kNoCount && !needs_count) continue;
        std::vector<std::string> changed = lines;
        changed[row] = damaged(changed[row], damage);
        if (auto wrong = compare_all(full, changed, "1")) return "damaged row:\n" + changed[row] + "\n" + *wrong;
      }
    }
    return std::nullopt;
  });
}

}  // namespace
}  // namespace redress::testing
