// policy/check/declared_reader.h: reads what a policy declares beside its conditions: facts that no file has, open
// questions of law.
// Not here: their use in conditions (binder.h). Pure.
#pragma once

#include <vector>

#include "policy/parse/toml_document.h"
#include "policy/plan/plan.h"
#include "redress/error.h"

namespace redress::policy {

// The tables [facts.name]. Errors: policy.key, policy.type, policy.fact.
Result<std::vector<DeclaredFact>> read_declared_facts(const SourceText& source, const TomlValue& policy);

// The tables [questions.id]. Errors: policy.key, policy.type, policy.question.
Result<std::vector<OpenQuestion>> read_questions(const SourceText& source, const TomlValue& policy);

}  // namespace redress::policy
