// write/csv/comparison_rows.h: the lines of the two tables of a comparison: pairs of answers, and each conviction.
// Not here: comparing (tally, run), files (output_file.h). The one place of these columns' names. Pure.
#pragma once

#include <string>
#include <string_view>

#include "redress/compare.h"

namespace redress::write {

void append_pairs_header(std::string& out);

// `first` and `second` name the sides: choices of policies, or policies of two runs.
void append_pairs_row(std::string& out, std::string_view first, std::string_view second, const AnswerPair& pair);

// One side's answer about one conviction.
struct ComparedAnswer {
  std::string_view determination;
  std::string_view step;
  std::string_view reason;
};

// Views live as long as the caller keeps them. Cells may hold bytes of the file's encoding.
struct ComparedConviction {
  std::string_view person;
  std::string_view count;
  std::string_view case_numbers;
  ComparedAnswer first, second;
};

void append_each_header(std::string& out);
void append_each_row(std::string& out, std::string_view first, std::string_view second,
                     const ComparedConviction& conviction);

}  // namespace redress::write
