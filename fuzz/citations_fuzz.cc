// Any text as a charge, a remark, or a section or pattern of a policy; and its membership in the sets at hand.
#include <string>
#include <vector>

#include "base/text.h"
#include "citation/citation.h"
#include "citation/cited_sections.h"
#include "citation/section_pattern.h"
#include "citation/section_set.h"
#include "property.h"
#include "section_texts.h"

namespace redress::fuzz {
namespace {

bool same(const citation::Membership& a, const citation::Membership& b) {
  return a.truth == b.truth && a.entry_0based == b.entry_0based && a.doubts == b.doubts;
}

Truth answer_yes(std::string_view) {
  return Truth::kYes;
}
Truth answer_no(std::string_view) {
  return Truth::kNo;
}

void check_membership(const citation::SectionSet& set, const citation::Citation& cited) {
  const citation::Membership open = set.match(cited, {});
  require(same(open, set.match(cited, {})), "the same question has the same answer");
  require((open.truth == Truth::kUnknown) == !open.doubts.empty(), "an unknown member names its doubts, no other does");
  require(!open.entry_0based || *open.entry_0based < set.entries().size(), "the deciding entry is one of the set");
  require(open.truth == Truth::kNo || open.entry_0based, "a member has an entry");
  for (const citation::NeedsLookup& lookup : {citation::NeedsLookup(answer_yes), citation::NeedsLookup(answer_no)}) {
    const Truth told = set.match(cited, lookup).truth;
    require(open.truth == Truth::kUnknown || told == open.truth, "a supplied fact does not change a certain answer");
  }
}

void check_charge(std::string_view text) {
  const auto cited = citation::parse_charge(text);
  require(cited == citation::parse_charge(text), "the same charge is read the same way");
  if (!cited) return;
  require(!cited->sections.empty(), "a citation has a section");
  const std::string& written = cited->as_written;
  require(!written.empty() && written == to_upper_ascii(written), "a citation is written in capitals");
  require(single_blanks(to_upper_ascii(text)).find(written) != std::string::npos, "a citation stands in its charge");
  for (const citation::Section& section : cited->sections) {
    require_good_section(section);
    require(!cited->code_inferred || section.code == citation::Code::kHs, "a code is inferred as HS only");
  }
  for (const policy::SectionSetFile& file : library().sets()) check_membership(*file.set, *cited);
}

void check(std::string_view text) {
  check_charge(text);
  for (const citation::Section& section : citation::sections_named_in(text)) require_good_section(section);
  if (const auto section = citation::parse_section(text)) {
    require_good_section(*section);
    require(section->code != citation::Code::kUnknown, "a section of a policy has a code");
  }
  if (auto pattern = citation::parse_pattern(text)) {
    const citation::SectionPattern before = *pattern;
    require(!citation::add_subdivision(*pattern, "(") && *pattern == before, "a bad subdivision changes nothing");
    require(citation::has_number(*pattern, pattern->number), "a pattern has its own number");
  }
}

}  // namespace
}  // namespace redress::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size > 4096) return 0;
  redress::fuzz::check(redress::fuzz::text_of(bytes, size));
  return 0;
}
