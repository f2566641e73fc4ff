// citation/cited_sections.h: every section that a free text names anywhere ("ORIG 11359 HS DISM").
// Not here: what a charge cites (citation/citation.h); a remark is a hint, never a charge.
// Above base only; a pure function, safe on any bytes.
#pragma once

#include <string_view>
#include <vector>

#include "citation/citation.h"

namespace redress::citation {

// In the order written, with repeats. A section starts at a number that stands in no word and no longer number, and is
// read as in a charge text; a code holds for the sections joined before it ("11357/11359 HS"), and is unknown where
// none follows. Numbers that are no sections (an amount, a year) are named too: ask a set about each. Cost: linear.
std::vector<Section> sections_named_in(std::string_view text);

}  // namespace redress::citation
