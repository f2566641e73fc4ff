// intake/relief_entered.h: whether a disposition or a comment names relief that has been entered already.
// Not here: what follows from it (policies). Source: doj-research-file, "Other facts that policies may use". The
// functions are pure.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/text_memo.h"

namespace redress::intake {

// SET ASIDE; DISM… PER 1203.4; 17(B); 1170.18; 11361.8; 11361.9; RESENTENC…; REDUCED TO; SEALED; in any case, as words.
bool names_relief(std::string_view text);

// Those of them after which the statute leaves nothing to ask for: 1170.18; 11361.8; 11361.9; RESENTENC…; SEALED.
bool names_final_relief(std::string_view text);

// Both questions about texts that come again and again. One object per thread.
class ReliefReader {
 public:
  enum class Relief : std::uint8_t { kNone, kSome, kFinal };  // kSome: named, and not final

  Relief read(std::string_view text);

 private:
  TextMemo<Relief> known_;
};

}  // namespace redress::intake
