// explain/result_cells.h: the result columns of one row, in words and figures, by the table of the layout.
// Not here: where columns are written (write), the decision (evaluate), the wording of reasons (explain/reason.h).
// One object per thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citation/section_set.h"
#include "evaluate/decision.h"
#include "model/person.h"
#include "model/result_layout.h"
#include "policy/plan/plan.h"

namespace redress::explain {

// The section set of an id; null when there is none.
using SetLookup = std::function<const citation::SectionSet*(std::string_view id)>;

// What a policy answers about the conviction of a row.
struct RowAnswer {
  const policy::Plan& plan;
  const evaluate::Decision& decision;
};

// Everything that a row shows of its conviction. Holds references, as its parts do.
struct RowAnswers {
  RowAnswer office;                         // with its decision's changes_on
  RowAnswer statute;                        // the office's own where its policy is the statute
  std::span<const RowAnswer> further = {};  // one for each column of a further policy, in their order
};

class ResultCells {
 public:
  // REQUIRES: `sets` knows every set that the layout names. The layout and the sets must outlive the object.
  ResultCells(const model::ResultLayout& layout, const SetLookup& sets, Date as_of);

  // The person of the calls that follow; must outlive them. What is the same for all rows of a person is worked out at
  // the first row with a decision.
  void begin_person(const model::Person& person);

  // Each replaces `cells` by one cell for each column of the layout. An answer of the office out of scope is a row
  // without a decision. Cells may hold bytes of the file's encoding (the comment, case numbers). REQUIRES: begin_person
  // was called; the index is one of its (unusable) convictions, the row one of its rows.
  void for_conviction(std::size_t index, const RowAnswers& answers, std::vector<std::string>& cells);
  void for_unusable(std::size_t index, const RowAnswers& answers, std::vector<std::string>& cells);
  void for_row(const model::RowRecord& row, std::vector<std::string>& cells) const;

  // Whether all cells of the row would be empty, as far as that is seen at a glance.
  static bool has_nothing_to_say(const model::RowRecord& row);

 private:
  void for_subject(evaluate::Subject subject, const RowAnswers& answers, std::vector<std::string>& cells);
  void work_out_person();
  std::string person_cell(std::size_t column);
  // A conviction whose charge is, or may be, in a set.
  struct CountedMember {
    Truth truth = Truth::kUnknown;
    const model::Charge* charge = nullptr;
    const citation::Section* listed = nullptr;  // as of evaluate::listed_section
  };

  std::span<const CountedMember> convictions_in(const citation::SectionSet& set);
  std::string count_in_set(const citation::SectionSet& set, std::string_view number);
  std::string case_numbers(evaluate::Subject subject);
  std::string row_cell(std::size_t column, const model::RowRecord& row) const;

  const model::ResultLayout& layout_;
  std::vector<const citation::SectionSet*> sets_;  // by column; null where the column names none
  Date as_of_;
  const model::Person* person_ = nullptr;
  bool is_worked_out_ = false;
  std::vector<std::string> person_cells_;              // by column; only those of the person as a whole
  const citation::SectionSet* counted_set_ = nullptr;  // whose members in_counted_set_ tells
  std::vector<CountedMember> in_counted_set_;          // in file order; none that certainly is not in the set
  std::vector<std::pair<std::uint32_t, std::size_t>> case_order_;  // case and place in case_numbers; when many
};

}  // namespace redress::explain
