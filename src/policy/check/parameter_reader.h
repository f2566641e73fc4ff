// policy/check/parameter_reader.h: the [parameters.…] tables of a policy → parameters at their defaults.
// Not here: values given by people (settings.cc). Pure.
#pragma once

#include <vector>

#include "policy/parse/toml_document.h"
#include "policy/plan/plan.h"
#include "redress/error.h"

namespace redress::policy {

// Errors: policy.key, policy.type, policy.parameter (a default out of range), policy.section.
Result<std::vector<Parameter>> read_parameters(const SourceText& source, const TomlValue& policy);

}  // namespace redress::policy
