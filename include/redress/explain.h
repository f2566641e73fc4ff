// redress/explain.h: a person's timeline and every decision about them, in words or as JSON.
// Not here: whole counties (evaluate.h). Public face; std only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "redress/date.h"
#include "redress/error.h"
#include "redress/evaluate.h"
#include "redress/run_observer.h"

namespace redress {

// By what a person is looked for. Compared without blanks at the ends, and save for the id without regard to case.
enum class SearchBy : std::uint8_t {
  kPerson,      // the person's id in the files
  kCiiNumber,
  kCaseNumber,  // of a court action
  kName,        // "LEE, ANA": the name, or its beginning by whole words; also "LEE"
};

enum class ExplanationForm : std::uint8_t {
  kText,  // lines of at most 100 columns
  kJson,  // docs/schema/trace.schema.json
};

struct ExplainRequest {
  std::vector<std::string> inputs;    // as for evaluate
  PolicyChoice policy;                // the office's; all its steps are explained
  std::vector<PolicyChoice> further;  // answered beneath it in short, as the statute always is
  std::vector<std::string> facts;     // files of facts that somebody supplied
  Date as_of;
  SearchBy search_by = SearchBy::kPerson;
  std::string search;                 // what the person's rows say
  ExplanationForm form = ExplanationForm::kText;
};

// How many people are explained at most where more match.
inline constexpr std::size_t kMostPeopleExplained = 20;

struct Explanation {
  std::string text;                // UTF-8
  std::uint64_t people_found = 0;  // all that match; at least 1
};

// Everybody who matches is explained, in the order of the files, up to kMostPeopleExplained; the text says how many
// more there are. It holds personal facts: show it to nobody but the person who asked. The same request gives the same
// bytes.
// Errors: as for evaluate, and person.unknown (kInput) where nobody matches, which never repeats a cell of the files;
// person.search (kUsage) where nothing is searched for, or what files write for no case number. `observer` may be null.
// Cost: the inputs are read once, and a search by anything but the id reads their rows once more; memory as for
// evaluate, and the text.
Result<Explanation> explain_people(const ExplainRequest& request, RunObserver* observer);

}  // namespace redress
