#include "run/opened_run.h"

#include <algorithm>
#include <utility>

#include "policy/policy.h"
#include "run/facts_run.h"
#include "run/policy_choice.h"

namespace redress::run {
namespace {

Error choice_twice(const std::string& choice) {
  Error error;
  error.kind = ErrorKind::kUsage;
  error.code = "policy.twice";
  error.cause = "the policy '" + choice + "' is given twice with the same parameters";
  error.next_step = "Leave one out, or give it other parameters: --policy \"ID with name=value\".";
  return error;
}

// Two files of one name would have columns of one name.
Error name_twice(const std::string& choice) {
  Error error = choice_twice(choice);
  error.cause = "two different policies go by the name '" + choice + "' in the results";
  error.next_step = "Give one of the files another name.";
  return error;
}

Error statute_missing(std::string_view id) {
  Error error;
  error.kind = ErrorKind::kUsage;
  error.code = "policies.statute_missing";
  error.cause =
      "the policies at hand lack the policy '" + std::string(id) + "', which every run answers beside the office's";
  error.next_step = "Copy it from the policies of this program into the folder given with --policies.";
  return error;
}

// The plan as it answers on that day. Errors (kUsage): policy.no_answer.
Result<policy::Plan> plan_on(Result<policy::Plan> plan, Date as_of) {
  if (!plan) return plan;
  if (Status answers = policy::has_answer_on(*plan, as_of); !answers) return answers.error();
  return policy::with_values_on(*std::move(plan), as_of);
}

// One policy text under one set of values: two such choices answer alike. A dated default that somebody chose holds on
// every day, and answers otherwise on another one.
bool are_same(const policy::Plan& a, const policy::Plan& b) {
  return a.source.text == b.source.text &&
         std::equal(a.parameters.begin(), a.parameters.end(), b.parameters.begin(), b.parameters.end(),
                    [](const policy::Parameter& x, const policy::Parameter& y) {
                      return x.value == y.value && x.dated.empty() == y.dated.empty();
                    });
}

// A policy stands for the statute only where it is its very text with nothing chosen.
bool is_statute_itself(const policy::Plan& plan, const policy::Plan& statute) {
  return plan.source.text == statute.source.text &&
         std::none_of(plan.parameters.begin(), plan.parameters.end(),
                      [](const policy::Parameter& parameter) { return parameter.is_chosen; });
}

// The policy that a result column shows beside the office's. Empty: the layout has no such column.
std::string_view statute_id(const model::ResultLayout& results) {
  for (const model::ResultColumn& column : results.columns) {
    if (!column.policy.empty()) return column.policy;
  }
  return {};
}

std::string determination_name(const model::ResultLayout& results) {
  const auto column = std::find_if(results.columns.begin(), results.columns.end(), [](const model::ResultColumn& c) {
    return c.kind == model::ResultKind::kDetermination;
  });
  return column == results.columns.end() ? std::string() : column->name;
}

Status open_statute(OpenedPolicies& opened) {
  const std::string_view id = statute_id(opened.formats.results);
  if (id.empty()) return Done{};
  Result<policy::Plan> plan = plan_on(opened.library.compile(std::string(id)), opened.facts.as_of);
  if (!plan) return plan.error().code == "policy.unknown" ? statute_missing(id) : plan.error();
  if (!is_statute_itself(opened.office, *plan)) opened.statute = *std::move(plan);
  return Done{};
}

Status open_further(OpenedPolicies& opened, const PolicyChoice& office, std::span<const PolicyChoice> further) {
  std::vector<std::string> names = {choice_text(office)};
  for (const PolicyChoice& choice : further) {
    const std::string text = choice_text(choice);
    Result<policy::Plan> plan = plan_on(chosen_plan(opened.library, choice), opened.facts.as_of);
    if (!plan) return plan.error();
    const bool is_again = are_same(*plan, opened.office) ||
                          std::any_of(opened.further.begin(), opened.further.end(),
                                      [&](const FurtherPolicy& earlier) { return are_same(earlier.plan, *plan); });
    if (is_again) return choice_twice(text);
    if (std::find(names.begin(), names.end(), text) != names.end()) return name_twice(text);
    names.push_back(text);
    model::ResultColumn column;
    column.name = determination_name(opened.formats.results) + ": " + text;
    column.kind = model::ResultKind::kFurtherDetermination;
    column.further = opened.further.size();
    opened.formats.results.columns.push_back(std::move(column));
    const bool is_statute = opened.statute && is_statute_itself(*plan, *opened.statute);
    opened.further.push_back({text, *std::move(plan), is_statute ? AskedScope::kOffices : AskedScope::kOwn});
  }
  return Done{};
}

}  // namespace

std::vector<AskedBeside> OpenedPolicies::beside() const {
  std::vector<AskedBeside> asked;
  if (statute) asked.push_back({&*statute, true, statute->id, AskedScope::kOffices});
  for (const FurtherPolicy& policy : further) asked.push_back({&policy.plan, false, policy.choice, policy.scope});
  return asked;
}

std::vector<const policy::Plan*> OpenedPolicies::plans() const {
  std::vector<const policy::Plan*> all = {&office};
  for (const AskedBeside& asked : beside()) all.push_back(asked.plan);
  return all;
}

intake::Gatherer OpenedRun::gatherer(intake::GatherFor whom) const {
  const Date as_of = policies.facts.as_of;
  return {records.index, policies.formats.input, records.bytes, policies.sets.registration->on(as_of), as_of, &supplied,
          whom};
}

Result<OpenedPolicies> open_policies(const PolicyChoice& office, std::span<const PolicyChoice> further, Date as_of) {
  Result<PolicyLibrary> library = PolicyLibrary::load(office.policies_dir);
  if (!library) return library.error();
  Result<policy::Plan> plan = plan_on(chosen_plan(*library, office), as_of);
  if (!plan) return plan.error();
  Result<std::string> county = chosen_county(*plan, office);
  if (!county) return county.error();
  Result<Formats> formats = load_formats();
  if (!formats) return formats.error();
  Result<RequiredSets> sets = required_sets(*library, formats->results);
  if (!sets) return sets.error();
  OpenedPolicies opened{*std::move(library), *std::move(formats), *sets, *std::move(plan), {}, {}, {as_of, *county}};
  if (Status statute = open_statute(opened); !statute) return statute.error();
  if (Status others = open_further(opened, office, further); !others) return others.error();
  return opened;
}

Result<OpenedRun> open_run(OpenedPolicies policies, const RunFiles& files, unsigned threads, RunObserver* observer) {
  Result<RecordFiles> records =
      open_records(files.inputs, policies.formats.input, {threads, files.checksums, files.memory}, observer);
  if (!records) return records.error();
  const std::uint64_t rejected = records->index.rejects.size();
  Status few = check_reject_limit(*records, policies.formats.input, files.max_rejects, rejected);
  if (!few) return few.error();
  const std::vector<const policy::Plan*> plans = policies.plans();
  const Date as_of = policies.facts.as_of;
  Result<OpenedFacts> facts = open_facts(
      files.facts, {plans, policies.formats, policies.sets.registration->on(as_of), policies.facts, *records});
  if (!facts) return facts.error();
  return OpenedRun{std::move(policies), *std::move(records), std::move(facts->supplied), std::move(facts->files)};
}

}  // namespace redress::run
