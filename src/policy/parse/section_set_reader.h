// policy/parse/section_set_reader.h: a section-set file → the set that citations are matched against.
// Not here: matching (citation/section_set.h). Pure.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "citation/section_set.h"
#include "policy/parse/source_text.h"
#include "redress/error.h"

namespace redress::policy {

// A set and where it came from; `source` is kept for checksums and for what an office prints.
struct SectionSetFile {
  std::string id;
  std::string title;
  std::string cite;
  std::string origin;  // whose list it is
  std::shared_ptr<const citation::SectionSet> set;
  SourceText source;
};

// Errors: policy.syntax, policy.key (unknown or missing key), policy.type, policy.section, policy.duplicate (an entry
// twice, or two that mean the same citations on the same day with different answers), policy.dates (until before from),
// each with its place.
Result<SectionSetFile> read_section_set(SourceText source);

}  // namespace redress::policy
