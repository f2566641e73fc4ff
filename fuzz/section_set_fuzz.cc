// Any text as a section set: a set that can be asked, or an error with a place in the text.
#include <string>

#include "citation/citation.h"
#include "policy/parse/section_set_reader.h"
#include "property.h"

namespace redress::fuzz {
namespace {

constexpr std::string_view kCharges[] = {"11357(A) HS-POSSESS MARIJUANA",
                                         "664/187(A) PC-MURDER",
                                         "136.1/186.22(B)(4) PC",
                                         "288(B) PC",
                                         "653F(B) PC",
                                         "314.1 PC",
                                         "459",
                                         "182(A)(1)/11359 HS"};

void check(std::string_view text) {
  const policy::SourceText source{"fuzzed.toml", std::string(text)};
  const Result<policy::SectionSetFile> file = policy::read_section_set(source);
  if (!file) {
    require_good_error(file.error(), source);
    return;
  }
  require(!file->id.empty() && file->set->id() == file->id, "a set has its id");
  require(file->source.text == source.text, "a set keeps its text");
  for (const citation::SetEntry& entry : file->set->entries()) {
    require(entry.parts.size() == 1 || entry.parts.size() == 2, "an entry is a section or a pair");
  }
  for (const std::string_view charge : kCharges) {
    const auto cited = citation::parse_charge(charge);
    const citation::Membership membership = file->set->match(*cited, {});
    require((membership.truth == Truth::kUnknown) == !membership.doubts.empty(), "an unknown member names its doubts");
  }
}

}  // namespace
}  // namespace redress::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  redress::fuzz::check(redress::fuzz::text_of(bytes, size));
  return 0;
}
