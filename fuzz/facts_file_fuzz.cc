// Any bytes as a file of supplied facts: rows that can be traced, or an error of the user's words with a place in the
// file.
#include <string>
#include <vector>

#include "base/text.h"
#include "intake/facts_file.h"
#include "property.h"
#include "run/facts_run.h"
#include "run/policy_library.h"

namespace redress::fuzz {
namespace {

std::vector<intake::KnownFact> known_to_statute() {
  static const policy::Plan statute = must(library().compile("us-ca.prop64.statute"));
  const policy::Plan* const plans[] = {&statute};
  return must(run::known_facts(plans));
}

void check(std::string_view text) {
  static const run::Formats formats = must(run::load_formats());
  static const std::vector<intake::KnownFact> known = known_to_statute();
  const policy::SourceText source{"fuzzed.csv", std::string(text)};
  const auto rows = intake::read_facts_file(source.name, 0, source.text, {formats.facts, known, {2019, 11, 11}});
  if (!rows) {
    require_good_error(rows.error(), source);
    return;
  }
  std::uint64_t line = 1;
  for (const intake::SuppliedRow& row : *rows) {
    require(row.line_1based > line, "rows come in the order of their lines, below the names");
    line = row.line_1based;
    require(row.fact < known.size(), "the fact is one that the run knows");
    require(!row.person.empty() && !row.from.source.empty() && !row.from.who.empty(), "a value can be traced");
    require(is_utf8(row.from.source) && is_utf8(row.from.who), "every text becomes UTF-8");
    require(known[row.fact].is_of_person() == row.case_or_count.empty(), "a fact of a conviction names its count");
  }
}

}  // namespace
}  // namespace redress::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  redress::fuzz::check(redress::fuzz::text_of(bytes, size));
  return 0;
}
