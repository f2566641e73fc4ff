#include "run/required_sets.h"

#include <string>
#include <string_view>

namespace redress::run {
namespace {

constexpr std::string_view kRegistration = "us-ca.registration";
constexpr std::string_view kProp64 = "us-ca.prop64";
constexpr std::string_view kRelated = "us-ca.prop64-related";

Error missing(std::string_view id) {
  Error error;
  error.kind = ErrorKind::kUsage;
  error.code = "policies.set_missing";
  error.cause = "the policies at hand lack the section set '" + std::string(id) + "', which every run needs";
  error.next_step = "Copy it from the policies of this program into the folder given with --policies.";
  return error;
}

}  // namespace

Result<RequiredSets> required_sets(const PolicyLibrary& library, const model::ResultLayout& results) {
  for (const model::ResultColumn& column : results.columns) {
    if (!column.set.empty() && library.find_set(column.set) == nullptr) return missing(column.set);
  }
  RequiredSets sets;
  for (const auto& [id, place] : {std::pair{kRegistration, &sets.registration}, std::pair{kProp64, &sets.prop64},
                                  std::pair{kRelated, &sets.related}}) {
    const policy::SectionSetFile* file = library.find_set(id);
    if (file == nullptr) return missing(id);
    *place = file->set.get();
  }
  return sets;
}

}  // namespace redress::run
