// explain/other_charge.h: whether a row's comment cites a listed charge that its offense column does not.
// Not here: what the person was convicted of (intake); the answer is a hint for a reader. Pure.
#pragma once

#include "citation/section_set.h"
#include "model/person.h"
#include "model/result_layout.h"

namespace redress::explain {

// Whether the comment cites, with or without a code, a section of `listed` that the offense text does not cite; or
// cites the column's group section with a subdivision of another group than the offense's, or with one where the
// offense has none. Never where the comment stands for the offense. Source: county policies, "Possible Other P64
// Charges".
bool comment_cites_other_charge(const model::RowRecord& row, const model::ResultColumn& column,
                                const citation::SectionSet& listed);

}  // namespace redress::explain
