// redress/explain.h: one person's timeline and every decision about them, in words.
// Public face; std only.
#pragma once

#include <string>
#include <vector>

#include "redress/date.h"
#include "redress/error.h"
#include "redress/evaluate.h"

namespace redress {

struct ExplainRequest {
  std::vector<std::string> inputs;
  PolicyChoice policy;
  Date as_of;
  std::string person;  // the person's id in the files
};

// The explanation as UTF-8 text. It holds personal facts: show it to nobody but the person who asked.
// Errors: as for evaluate, and person.unknown (kInput) where no row has that id. Cost: the inputs are read once.
Result<std::string> explain_person(const ExplainRequest& request);

}  // namespace redress
