// Where the rows of a record stand says nothing. Source: doj-research-file, "Facts of a person": rows are joined over
// all files, equal rows count once. The order of the rows of one count is kept: it is the order of its sentence parts,
// and its first row carries the results.
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "properties/answers.h"
#include "properties/property.h"

namespace redress::testing {
namespace {

struct Line {
  std::string person;
  SketchRow row;
  bool is_repeat = false;

  std::string text() const {
    DojRow cells(person);
    for (const auto& [fact, text] : row.cells) cells.with(fact, text);
    // What the request for the file said is no part of the record.
    if (is_repeat) cells.with_cell(0, "77").with_cell(5, "REPEATED,ROW");
    return cells.line() + "\n";
  }
};

std::vector<Line> lines_of_people(const std::vector<Sketch>& people) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < people.size(); ++i) {
    for (const SketchRow& row : people[i].rows) lines.push_back({std::to_string(i + 1), row});
  }
  return lines;
}

// The counts of all people mixed, each in its own order.
std::vector<Line> mixed(const std::vector<Line>& lines, Dice& dice) {
  std::map<std::pair<std::string, std::string>, std::vector<Line>> groups;
  for (const Line& line : lines) groups[{line.person, std::string(line.row.count())}].push_back(line);
  std::vector<std::vector<Line>> rests;
  for (auto& [key, group] : groups) rests.emplace_back(group.rbegin(), group.rend());
  std::vector<Line> order;
  while (!rests.empty()) {
    const std::size_t i = dice.below(rests.size());
    order.push_back(rests[i].back());
    rests[i].pop_back();
    if (rests[i].empty()) rests.erase(rests.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return order;
}

std::vector<Line> with_repeats(std::vector<Line> lines, Dice& dice) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].is_repeat || !dice.chance(30)) continue;
    Line repeat = lines[i];
    repeat.is_repeat = true;
    const std::size_t place = i + 1 + dice.below(lines.size() - i);
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(place), std::move(repeat));
  }
  return lines;
}

std::vector<std::string> files_of(const std::vector<Line>& lines, std::size_t count, Dice& dice) {
  std::vector<std::string> files(count);
  for (std::string& file : files) {
    if (dice.chance(50)) file = header_line() + "\n";
  }
  for (const Line& line : lines) files[dice.below(count)] += line.text();
  return files;
}

// Lines in their order, cut into files.
std::vector<std::string> cut(const std::vector<Line>& lines, Dice& dice) {
  const std::size_t first = dice.below(lines.size() + 1);
  const std::size_t second = first + dice.below(lines.size() + 1 - first);
  const auto at = [&](std::size_t i) { return lines.begin() + static_cast<std::ptrdiff_t>(i); };
  std::vector<std::string> files;
  for (const auto& [begin, end] :
       {std::pair{at(0), at(first)}, std::pair{at(first), at(second)}, std::pair{at(second), lines.end()}}) {
    files.push_back(files_of({begin, end}, 1, dice).front());
  }
  return files;
}

// By person, what all policies answer.
std::map<std::string, std::vector<std::string>> answers_in(std::vector<std::string> files) {
  std::map<std::string, std::vector<std::string>> answers;
  Records records(std::move(files), kDay);
  for (std::size_t i = 0; i < records.index().persons.size(); ++i) {
    const model::Person& person = records.person(i);
    answers[person.id] = named_answers(person, answers_about(person));
  }
  return answers;
}

template <class Rewrite>
void check_rewriting(Runs runs, Rewrite rewrite) {
  check_property(runs, draw_record, [rewrite](const Sketch& sketch, Dice& dice) -> std::optional<std::string> {
    const std::vector<Sketch> people{sketch, draw_record(dice), draw_record(dice)};
    const std::vector<Line> lines = lines_of_people(people);
    std::string plain;
    for (const Line& line : lines) plain += line.text();
    const auto expected = answers_in({plain});
    const std::vector<std::string> files = rewrite(lines, dice);
    const auto found = answers_in(files);
    if (found == expected) return std::nullopt;
    std::string words = "other answers from these files:";
    for (const std::string& file : files) words += "\n--\n" + file;
    for (const auto& [id, answers] : expected) {
      for (const std::string& answer : answers) words += "\nexpected of " + id + ": " + answer;
    }
    for (const auto& [id, answers] : found) {
      for (const std::string& answer : answers) words += "\nfound of " + id + ": " + answer;
    }
    return words;
  });
}

TEST_CASE("people and counts in another order get the same answers") {
  check_rewriting({64011, 100},
                  [](const std::vector<Line>& lines, Dice& dice) { return files_of(mixed(lines, dice), 1, dice); });
}

TEST_CASE("a data set cut into several files gets the same answers") {
  check_rewriting({64012, 80}, [](const std::vector<Line>& lines, Dice& dice) { return cut(lines, dice); });
}

TEST_CASE("equal rows given several times change no answer") {
  check_rewriting({64013, 100}, [](const std::vector<Line>& lines, Dice& dice) {
    return cut(mixed(with_repeats(lines, dice), dice), dice);
  });
}

}  // namespace
}  // namespace redress::testing
