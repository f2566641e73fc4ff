// intake/relief_entered.h: whether a disposition or a comment names relief that has been entered already.
// Not here: what follows from it (policies). Source: doj-research-file, "Other facts that policies may use". Pure.
#pragma once

#include <string_view>

namespace redress::intake {

// SET ASIDE; DISM… PER 1203.4; 17(B); 1170.18; 11361.8; 11361.9; RESENTENC…; REDUCED TO; SEALED; in any case, as words.
bool names_relief(std::string_view text);

// Those of them after which the statute leaves nothing to ask for: 1170.18; 11361.8; 11361.9; RESENTENC…; SEALED.
bool names_final_relief(std::string_view text);

}  // namespace redress::intake
