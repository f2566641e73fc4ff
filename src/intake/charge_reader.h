// intake/charge_reader.h: charge texts → citations, each text parsed once: a file repeats a few thousand of them.
// Not here: how texts are parsed (citation), which text is the charge (row_facts.h). One object per thread.
#pragma once

#include <string_view>

#include "base/text_memo.h"
#include "citation/shared_citation.h"

namespace redress::intake {

class ChargeReader {
 public:
  // What the text cites; null when it is unreadable. Lives until the next call.
  const citation::SharedCitation* read(std::string_view charge_text);

 private:
  TextMemo<citation::SharedCitation> parsed_;  // nothing: unreadable
};

}  // namespace redress::intake
