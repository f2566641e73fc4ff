// Any text as an options file: settings of the policy, or an error that names the file.
#include <string>
#include <vector>

#include "policy/policy.h"
#include "property.h"

namespace redress::fuzz {
namespace {

// A value that the plan refuses (out of range, a choice that is none) is an error of the user's words, not of the
// reader.
void check(std::string_view text) {
  static const policy::Plan plan = must(library().compile("us-ca.prop64.configurable"));
  const policy::SourceText options{"fuzzed.json", std::string(text)};
  const Result<std::vector<policy::Setting>> settings = policy::read_options(options, plan);
  if (!settings) {
    require_good_error(settings.error(), options);
    return;
  }
  for (const policy::Setting& setting : *settings) require(setting.origin == options.name, "a setting names its file");
  const Result<policy::Plan> set = policy::with_settings(plan, *settings);
  if (!set) {
    require(set.error().kind == ErrorKind::kUsage && set.error().cause.starts_with(options.name),
            "an option that the policy refuses names the file");
    return;
  }
  std::size_t from_file = 0;
  for (const policy::Parameter& parameter : set->parameters) {
    from_file += parameter.option.empty() ? 0U : 1U;
    policy::value_text(parameter);
  }
  require(settings->size() == from_file, "every parameter with an option is set once");
}

}  // namespace
}  // namespace redress::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  redress::fuzz::check(redress::fuzz::text_of(bytes, size));
  return 0;
}
