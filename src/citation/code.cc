#include "citation/code.h"

#include <array>

#include "base/text.h"

namespace redress::citation {
namespace {

struct CodeRow {
  Code code;
  std::string_view doj;
  std::string_view legal;
};

// In the order of the enumeration, so that a code is the position of its row.
constexpr std::array<CodeRow, 24> kCodes = {{
    {Code::kUnknown, "", ""}, {Code::kHs, "HS", "HSC"}, {Code::kPc, "PC", "PC"}, {Code::kVc, "VC", "VC"},
    {Code::kBp, "BP", "BPC"}, {Code::kMv, "MV", "MVC"}, {Code::kCc, "CC", "CC"}, {Code::kCi, "CI", "CI"},
    {Code::kEc, "EC", "EC"},  {Code::kFa, "FA", "FA"},  {Code::kFc, "FC", "FC"}, {Code::kFg, "FG", "FG"},
    {Code::kGc, "GC", "GC"},  {Code::kHn, "HN", "HN"},  {Code::kIc, "IC", "IC"}, {Code::kLc, "LC", "LC"},
    {Code::kLm, "LM", "LM"},  {Code::kPr, "PR", "PR"},  {Code::kPu, "PU", "PU"}, {Code::kRt, "RT", "RT"},
    {Code::kSh, "SH", "SH"},  {Code::kUi, "UI", "UI"},  {Code::kUs, "US", "US"}, {Code::kWi, "WI", "WI"},
}};

constexpr bool rows_stand_in_order() {
  for (std::size_t i = 0; i < kCodes.size(); ++i) {
    if (static_cast<std::size_t>(kCodes[i].code) != i) return false;
  }
  return true;
}
static_assert(rows_stand_in_order());

}  // namespace

Code code_written_by_doj(std::string_view letters) {
  if (letters.size() != 2) return Code::kUnknown;
  for (const CodeRow& row : kCodes) {
    if (equals_ignoring_case(row.doj, letters)) return row.code;
  }
  return Code::kUnknown;
}

Code code_named(std::string_view legal_name) {
  for (const CodeRow& row : kCodes) {
    if (equals_ignoring_case(row.legal, legal_name)) return row.code;
  }
  return Code::kUnknown;
}

std::string_view doj_letters(Code code) {
  return kCodes[static_cast<std::size_t>(code)].doj;
}

std::string_view legal_name(Code code) {
  return kCodes[static_cast<std::size_t>(code)].legal;
}

}  // namespace redress::citation
