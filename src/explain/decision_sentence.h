// explain/decision_sentence.h: one plain sentence about a decision, composed from the texts of its row.
// Not here: the reasons themselves (reason.h); no new conclusion is drawn. Above model; pure.
#pragma once

#include <cstdint>
#include <string>

#include "model/decision_texts.h"

namespace redress::explain {

// Whose criteria a determination is by. A statute beside itself is not told twice.
enum class Criteria : std::uint8_t { kOffice, kStatute };

// The conviction of 04/04/2005 for 11359 HS (case 98776) is "Eligible for Dismissal" under the office's policy,
// step 5: 50 years or older; the statute by itself gives "Needs Review". Texts stay as the row has them.
std::string decision_sentence(const model::DecisionTexts& row, Criteria criteria);

}  // namespace redress::explain
