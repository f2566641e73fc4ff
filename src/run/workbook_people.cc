#include "run/workbook_people.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "explain/words.h"
#include "redress/date.h"
#include "write/xlsx/cell_text.h"
#include "write/xlsx/decision_cells.h"

namespace redress::run {
namespace {

using model::SheetValue;
using write::SheetCellValue;

// Without what two spellings of one name differ in: capitals, blanks, a comma with or without a blank behind it.
std::string compared_name(std::string_view name) {
  std::string compared = to_upper_ascii(name);
  std::erase_if(compared, [](char c) { return c == ' ' || c == '\t'; });
  return compared;
}

// Empty where the name or the day is not known: two people are not alike in what nobody knows of them.
std::string name_and_day(std::string_view name, std::string_view birth_date) {
  const auto day = parse_compact_date(birth_date);
  const std::string compared = compared_name(name);
  if (compared.empty() || !day || !day->is_exact()) return {};
  return compared + '\n' + to_iso(day->first);
}

// Places joined into groups, each known by the first of its places.
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

  std::size_t first_of(std::size_t place) {
    while (parent_[place] != place) place = parent_[place] = parent_[parent_[place]];
    return place;
  }

  void join(std::size_t one, std::size_t other) {
    one = first_of(one);
    other = first_of(other);
    parent_[std::max(one, other)] = std::min(one, other);
  }

 private:
  std::vector<std::size_t> parent_;
};

std::string alike_words(bool in_name, bool in_number) {
  if (in_name && in_number) return "Name with birth date; CII number";
  return in_name ? "Name with birth date" : "CII number";
}

}  // namespace

void WorkbookPeople::count(const model::DecisionTexts& row, std::size_t outcome_0based, std::size_t outcomes) {
  const auto [at, is_new] = place_of_.emplace(row.person, people_.size());
  if (is_new) {
    Person person;
    person.id = row.person;
    person.name = row.name;
    person.birth_date = row.birth_date;
    person.cii_number = row.cii_number;
    person.by_outcome.resize(outcomes);
    people_.push_back(std::move(person));
  }
  Person& person = people_[at->second];
  ++person.decisions;
  const bool is_unidentified =
      row.notes.find(explain::note_words(model::Note::kCountUnidentified)) != std::string::npos;
  person.is_identified = person.is_identified || !is_unidentified;
  if (outcome_0based < outcomes) ++person.by_outcome[outcome_0based];
}

void WorkbookPeople::group() {
  Groups groups(people_.size());
  const auto join_alike = [&](auto&& key_of, bool Person::*is_alike) {
    std::unordered_map<std::string, std::size_t> first_with;
    for (std::size_t i = 0; i < people_.size(); ++i) {
      std::string key = key_of(people_[i]);
      if (key.empty()) continue;
      const auto [at, is_new] = first_with.emplace(std::move(key), i);
      if (is_new) continue;
      people_[i].*is_alike = people_[at->second].*is_alike = true;
      groups.join(at->second, i);
    }
  };
  join_alike([](const Person& person) { return name_and_day(person.name, person.birth_date); },
             &Person::is_alike_in_name);
  join_alike([](const Person& person) { return compared_name(person.cii_number); }, &Person::is_alike_in_number);
  for (std::size_t i = 0; i < people_.size(); ++i) {
    if (people_[i].is_alike_in_name || people_[i].is_alike_in_number) alike_.push_back(i);
  }
  std::stable_sort(alike_.begin(), alike_.end(), [&](std::size_t one, std::size_t other) {
    return groups.first_of(one) < groups.first_of(other);
  });
  std::uint32_t group = 0;
  for (std::size_t i = 0; i < alike_.size(); ++i) {
    if (i == 0 || groups.first_of(alike_[i]) != groups.first_of(alike_[i - 1])) ++group;
    people_[alike_[i]].group_1based = group;
  }
}

std::uint64_t WorkbookPeople::unidentified() const {
  return static_cast<std::uint64_t>(
      std::count_if(people_.begin(), people_.end(), [](const Person& person) { return !person.is_identified; }));
}

SheetCellValue WorkbookPeople::cell(const Person& person, const write::PlannedColumn& planned) const {
  switch (planned.column->value) {
    case SheetValue::kPerson: return write::text_cell(write::cell_text(person.id));
    case SheetValue::kName: return write::text_cell(write::cell_text(person.name));
    case SheetValue::kBirthDate: return write::day_cell(person.birth_date);
    case SheetValue::kCiiNumber: return write::text_cell(write::cell_text(person.cii_number));
    case SheetValue::kDuplicateGroup:
      return person.group_1based == 0 ? SheetCellValue() : write::number_cell(person.group_1based);
    case SheetValue::kAlikeIn:
      return write::text_cell(alike_words(person.is_alike_in_name, person.is_alike_in_number));
    case SheetValue::kPeopleDecisions: return write::number_cell(person.decisions);
    case SheetValue::kPeopleOutcomes: return write::number_cell(person.by_outcome[planned.nth]);
    default: return {};
  }
}

std::vector<SheetCellValue> WorkbookPeople::cells(std::size_t person_0based,
                                                  std::span<const write::PlannedColumn> columns) const {
  std::vector<SheetCellValue> cells;
  for (const write::PlannedColumn& planned : columns) cells.push_back(cell(people_[person_0based], planned));
  return cells;
}

}  // namespace redress::run
