// policy/parse/json_fault.h: what is wrong with a text that should be a JSON object, for people who write it by hand.
// Not here: reading one that is right (check/options_file.cc). Inside this room; pure.
#pragma once

#include "policy/parse/source_text.h"
#include "redress/error.h"

namespace redress::policy {

// The first fault, where it stands: a comma too many or too few, a curly quotation mark, a remark, a word that JSON
// does not have. Nothing of the text is in the cause or the next step. REQUIRES: the text is no JSON, or JSON but no
// object. Error: options.syntax. Cost: one pass over the text.
Error json_fault(const SourceText& source);

}  // namespace redress::policy
