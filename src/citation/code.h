// citation/code.h: the codes of California law that a citation may name, as DOJ writes them and as lawyers do.
// Not here: where a code stands in a charge text (citation/section_scanner.h). Above base only; pure functions.
#pragma once

#include <cstdint>
#include <string_view>

namespace redress::citation {

// kUnknown: the text names no code, or none of these. The others are named by DOJ's two letters.
enum class Code : std::uint8_t {
  kUnknown,
  kHs,
  kPc,
  kVc,
  kBp,
  kMv,
  kCc,
  kCi,
  kEc,
  kFa,
  kFc,
  kFg,
  kGc,
  kHn,
  kIc,
  kLc,
  kLm,
  kPr,
  kPu,
  kRt,
  kSh,
  kUi,
  kUs,
  kWi,
};

// The code of DOJ's two letters ("HS", "hs"), or kUnknown.
Code code_written_by_doj(std::string_view letters);

// The code of a legal short name ("HSC", "BPC", "pc"), or kUnknown.
Code code_named(std::string_view legal_name);

// "HS"; empty for kUnknown. The view lives as long as the program.
std::string_view doj_letters(Code code);

// "HSC"; empty for kUnknown. The view lives as long as the program.
std::string_view legal_name(Code code);

}  // namespace redress::citation
