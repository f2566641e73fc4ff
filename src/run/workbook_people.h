// run/workbook_people.h: the people of a workbook: their decisions counted, and who may be one person under two ids.
// Not here: the rows of decisions (workbook_contents.h). Part of the corridor.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/decision_texts.h"
#include "write/xlsx/sheet_cell.h"
#include "write/xlsx/workbook_plan.h"

namespace redress::run {

// In the order of their first decisions. One thread at a time.
class WorkbookPeople {
 public:
  // `outcome_0based`: the place of the decision's determination among the policy's; npos where it is none of them.
  void count(const model::DecisionTexts& row, std::size_t outcome_0based, std::size_t outcomes);

  // No more decisions come: finds who is alike. Two people may be one where the primary name and the whole birth date
  // are the same, or the CII number is; whoever is like one of a group belongs to it. Capitals and blanks do not count,
  // and what is not there is like nothing. Source: court-practice, W9. Cost: linear.
  void group();

  std::uint64_t size() const { return people_.size(); }
  // Whose every decision is about a row whose count cannot be identified.
  std::uint64_t unidentified() const;
  // Those of all groups, one group after the other, by place.
  std::span<const std::size_t> alike() const { return alike_; }

  // The cells of the person at that place under the columns. REQUIRES: group() was called.
  std::vector<write::SheetCellValue> cells(std::size_t person_0based,
                                           std::span<const write::PlannedColumn> columns) const;

 private:
  struct Person {
    std::string id;
    std::string name;
    std::string birth_date;
    std::string cii_number;
    std::uint64_t decisions = 0;
    std::uint32_t group_1based = 0;  // 0: like nobody
    bool is_identified = false;
    bool is_alike_in_name = false;
    bool is_alike_in_number = false;
    std::vector<std::uint32_t> by_outcome;
  };
  write::SheetCellValue cell(const Person& person, const write::PlannedColumn& planned) const;

  std::vector<Person> people_;
  std::vector<std::size_t> alike_;
  std::unordered_map<std::string, std::size_t> place_of_;
};

}  // namespace redress::run
