// evaluate/case_person.h: the invented record of a case: person, convictions, registrations, other counts.
// Not here: how single facts are written (case_facts.h), what is expected (case_reader.h). Internal; pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "evaluate/decision.h"
#include "model/person.h"
#include "policy/parse/source_text.h"
#include "policy/parse/toml_keys.h"
#include "policy/plan/plan.h"
#include "redress/error.h"

namespace redress::evaluate {

struct CasePerson {
  model::Person person;
  std::vector<Subject> convictions;  // as the case lists them: of person.convictions or person.unusable_convictions
};

// Reads the keys person, convictions, registrations and other_counts of a [[case]]; absent facts are missing. `plan`
// says which facts are declared; `counties` as in case_runner.h. Errors: policy.key, policy.type, case.fact.
Result<CasePerson> read_case_person(const policy::Plan& plan, const policy::SourceText& source,
                                    std::span<const std::string> counties, policy::TomlKeys& keys);

// Fails the key 'county' of these keys, case.fact, where the list has no such county. REQUIRES: the key is there.
void check_county(std::span<const std::string> counties, const std::string& county, policy::TomlKeys& keys);

}  // namespace redress::evaluate
