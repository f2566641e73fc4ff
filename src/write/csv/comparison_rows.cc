#include "write/csv/comparison_rows.h"

#include <array>
#include <cstddef>
#include <span>

#include "write/csv/csv_rows.h"

namespace redress::write {
namespace {

constexpr std::array<std::string_view, 9> kPairColumns = {
    "First",       "Second",  "First Determination", "First Step", "Second Determination",
    "Second Step", "Differs", "Convictions",         "People"};
constexpr std::array<std::string_view, 11> kEachColumns = {"First",       "Second",       "Person",
                                                           "Count",       "Case Number",  "First Determination",
                                                           "First Step",  "First Reason", "Second Determination",
                                                           "Second Step", "Second Reason"};

void append_line(std::string& out, std::span<const std::string_view> cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    append_cell(out, cells[i]);
  }
  out += '\n';
}

}  // namespace

void append_pairs_header(std::string& out) {
  append_line(out, kPairColumns);
}

void append_pairs_row(std::string& out, std::string_view first, std::string_view second, const AnswerPair& pair) {
  const std::string convictions = std::to_string(pair.affected.convictions);
  const std::string people = std::to_string(pair.affected.people);
  const std::array<std::string_view, kPairColumns.size()> cells = {first,
                                                                   second,
                                                                   pair.first.determination,
                                                                   pair.first.step,
                                                                   pair.second.determination,
                                                                   pair.second.step,
                                                                   pair.differs ? "Yes" : "-",
                                                                   convictions,
                                                                   people};
  append_line(out, cells);
}

void append_each_header(std::string& out) {
  append_line(out, kEachColumns);
}

void append_each_row(std::string& out, std::string_view first, std::string_view second,
                     const ComparedConviction& conviction) {
  const std::array<std::string_view, kEachColumns.size()> cells = {first,
                                                                   second,
                                                                   conviction.person,
                                                                   conviction.count,
                                                                   conviction.case_numbers,
                                                                   conviction.first.determination,
                                                                   conviction.first.step,
                                                                   conviction.first.reason,
                                                                   conviction.second.determination,
                                                                   conviction.second.step,
                                                                   conviction.second.reason};
  append_line(out, cells);
}

}  // namespace redress::write
