// policy/policy.h: policy files → plans, and parameters given by name. The front door of the room.
// Not here: where files come from (run), truth for one person (evaluate), cases (evaluate/case_runner.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "policy/parse/section_set_reader.h"
#include "policy/plan/plan.h"
#include "redress/error.h"

namespace redress::policy {

// parse → check → plan, with every parameter at its default. `sets` are the section sets that policies may name by id;
// those used are shared, not copied. `others` are the policies whose criteria this one may take over: a policy that
// says same_as = "other id" has a head of its own and everything else from there. `counties` are those of the state,
// upper case; where there are none, a county is not looked up. Errors, each with its place and a caret: policy.syntax,
// policy.encoding, policy.key, policy.type, policy.expression, policy.name, policy.section, policy.parameter,
// policy.outcome, policy.step (ids or numbers twice, no unconditional last step, a step after it, a condition that is
// always the same, a step that an earlier one never lets decide), policy.beside (an id twice), policy.dates (until
// before from, dated values that overlap, a last step with dates, both sides of a comparison moving with the as-of
// date), policy.unused (a parameter or set never used), policy.same_as (no such policy, or one that has its criteria
// from another).
Result<Plan> compile_policy(SourceText source, std::span<const SectionSetFile> sets,
                            std::span<const SourceText> others = {}, std::span<const std::string> counties = {});

// One parameter as a person gave it: "--set name=value", or an entry of an options file.
struct Setting {
  std::string name;   // the parameter's name
  std::string value;  // "50", "yes", "as-of"; charges separated by ';' or ','
  std::string origin;       // for messages: the policy as it was named, or the file's name
  std::string option = {};  // for messages: the option's path where an options file gave it; else empty
};

// The plan with these values. Errors (kUsage): parameter.unknown with the near match, parameter.value,
// parameter.range, parameter.twice.
Result<Plan> with_settings(Plan plan, std::span<const Setting> settings);

// The settings of an options file: the JSON that offices know, {"baselineEligibility": {"dismiss": [...]}, …}. Absent
// means off or empty, so every parameter that has an option path and is not named is set to false, off or the empty
// list. Errors (kUsage): options.syntax, options.unknown with the near match, options.twice,
// options.type.
Result<std::vector<Setting>> read_options(const SourceText& options, const Plan& plan);

// A parameter's value as text, as with_settings reads it.
std::string value_text(const Parameter& parameter);

// Whether the policy answers questions as of this day: the day lies in the dates of the policy, of each of its
// parameters (within a dated default, of one of its values) and of each of its section sets. Errors (kUsage):
// policy.no_answer, which names what is out of force and its dates.
Status has_answer_on(const Plan& plan, Date as_of);

// The last day of an unbroken stretch from `as_of` on which the policy has an answer. REQUIRES: has_answer_on(as_of).
Date has_answer_until(const Plan& plan, Date as_of);

// The plan with the values of dated parameters that this day has as their values, for whoever words them (reasons,
// manifests, forms); it answers as before on every day. REQUIRES: has_answer_on(as_of).
Plan with_values_on(Plan plan, Date as_of);

// "from 2019-01-01 until 2019-12-31", "until 2019-12-31"; empty for every day.
std::string in_force_words(DateSpan in_force);

// The reason of a step with the values of its parameters. A list of charges is worded by the entry that chose
// (`charge_choice`, of a step's trace), and by the whole list without one. `citation`: the charge as the file writes
// it. `certainty`: whether an earlier step of the same determination may hold.
enum class Certainty : std::uint8_t { kCertain, kEarlierMayHold };
std::string reason_words(const Plan& plan, const Step& step, std::optional<std::size_t> charge_choice,
                         std::string_view citation, Certainty certainty = Certainty::kCertain);

// The policy in words, numbered, with citations: what an office prints and signs. Plain text, 100 columns.
std::string policy_in_words(const Plan& plan, std::span<const SectionSetFile> sets);

}  // namespace redress::policy
