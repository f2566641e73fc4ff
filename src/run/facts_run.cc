#include "run/facts_run.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <utility>

#include "intake/facts_counties.h"
#include "intake/facts_file.h"
#include "intake/facts_resolver.h"
#include "intake/gather.h"
#include "scan/input_file.h"
#include "write/checksum.h"

namespace redress::run {
namespace {

using intake::FactType;
using intake::KnownFact;
using model::RecordFact;

// What a section set may need and the record itself tells.
constexpr std::string_view kToldByLevel = "felony_level";
constexpr std::string_view kToldByCharge = "subdivision";

FactType type_of(RecordFact fact) {
  switch (fact) {
    case RecordFact::kLevel: return FactType::kLevel;
    case RecordFact::kCharge: return FactType::kCharge;
    case RecordFact::kCounty: return FactType::kCounty;
    default: return FactType::kDate;
  }
}

FactType type_of(policy::DeclaredType type) {
  switch (type) {
    case policy::DeclaredType::kNumber: return FactType::kNumber;
    case policy::DeclaredType::kDecimal: return FactType::kDecimal;
    case policy::DeclaredType::kYesNo: break;
  }
  return FactType::kYesNo;
}

Error declared_badly(const policy::Plan& plan, std::string code, std::string cause) {
  Error error;
  error.kind = ErrorKind::kUsage;
  error.code = std::move(code);
  error.place.file = plan.source.name;
  error.cause = std::move(cause);
  error.next_step = "Give the fact another name in the policy.";
  return error;
}

KnownFact* find_fact(std::vector<KnownFact>& known, std::string_view name) {
  const auto found = std::find_if(known.begin(), known.end(), [&](const KnownFact& fact) { return fact.name == name; });
  return found == known.end() ? nullptr : &*found;
}

Status add_declared(const policy::Plan& plan, std::vector<KnownFact>& known) {
  for (const policy::DeclaredFact& fact : plan.facts) {
    const citation::SectionSet* charges = plan.sets[plan.charge_set].set.get();
    KnownFact* there = find_fact(known, fact.name);
    if (there == nullptr) {
      known.push_back({fact.name, type_of(fact.type), {}, false, {charges}});
    } else if (there->record) {
      return declared_badly(plan, "facts.name_taken",
                            "the policy " + plan.id + " declares '" + fact.name + "', which is a fact of the record");
    } else if (there->type != type_of(fact.type)) {
      return declared_badly(
          plan, "facts.types_differ",
          "the policy " + plan.id + " declares '" + fact.name + "' with another type than a policy before it");
    } else {
      there->sets.push_back(charges);
    }
  }
  return Done{};
}

void add_needed(const policy::Plan& plan, std::vector<KnownFact>& known) {
  for (const policy::PlanSet& set : plan.sets) {
    std::set<std::string_view> names;
    for (const citation::SetEntry& entry : set.set->entries()) names.insert(entry.needs);
    for (const std::string_view name : names) {
      if (name.empty() || name == kToldByLevel || name == kToldByCharge) continue;
      if (KnownFact* there = find_fact(known, name)) {
        there->sets.push_back(set.set.get());
      } else {
        known.push_back({std::string(name), FactType::kYesNo, {}, true, {set.set.get()}});
      }
    }
  }
}

bool holds_fact(const policy::Expression& expression, std::size_t fact) {
  if (expression.operation == policy::Operation::kDeclaredFact && expression.index == fact) return true;
  return std::any_of(expression.children.begin(), expression.children.end(),
                     [&](const policy::Expression& child) { return holds_fact(child, fact); });
}

bool holds_unknown(const evaluate::StepTrace& step, std::string_view fact) {
  return std::any_of(step.unknown.begin(), step.unknown.end(), [&](const evaluate::UnknownFact& unknown) {
    return unknown.kind == evaluate::FactKind::kDeclared && unknown.needed == fact;
  });
}

}  // namespace

Result<std::vector<KnownFact>> known_facts(std::span<const policy::Plan* const> plans) {
  std::vector<KnownFact> known;
  for (std::size_t i = 0; i < model::kRecordFactCount; ++i) {
    const auto fact = static_cast<RecordFact>(i);
    known.push_back({std::string(model::name_of(fact)), type_of(fact), fact, false, {}});
  }
  for (const policy::Plan* plan : plans) {
    if (Status added = add_declared(*plan, known); !added) return added.error();
  }
  for (const policy::Plan* plan : plans) add_needed(*plan, known);
  return known;
}

bool asks_for(const policy::Plan& plan, const evaluate::RunFacts& facts, const model::Person& person,
              std::uint32_t conviction, std::string_view fact) {
  const auto declared = std::find_if(plan.facts.begin(), plan.facts.end(),
                                     [&](const policy::DeclaredFact& known) { return known.name == fact; });
  if (declared == plan.facts.end()) return false;
  const evaluate::PersonEvaluation evaluation(plan, person, facts, evaluate::ScopeRule::kTakenAsYes);
  const evaluate::Decision decision = evaluation.decide(conviction, evaluate::Detail::kOutcome);
  if (decision.answer == evaluate::Answer::kIncomplete) return true;
  const bool a_step_asks = std::any_of(decision.steps.begin(), decision.steps.end(),
                                       [&](const evaluate::StepTrace& step) { return holds_unknown(step, fact); });
  if (a_step_asks || plan.beside.empty()) return a_step_asks;
  const std::vector<Truth> beside = evaluation.beside(conviction);
  const auto index = static_cast<std::size_t>(declared - plan.facts.begin());
  for (std::size_t i = 0; i < beside.size(); ++i) {
    const auto& when = plan.beside[i].when;
    if (beside[i] == Truth::kUnknown && when && holds_fact(*when, index)) return true;
  }
  return false;
}

Result<OpenedFacts> open_facts(std::span<const std::string> paths, const FactsParts& parts) {
  OpenedFacts opened;
  if (paths.empty()) return opened;
  const Result<std::vector<KnownFact>> known = known_facts(parts.plans);
  if (!known) return known.error();
  std::vector<intake::SuppliedRow> rows;
  for (const std::string& path : paths) {
    const Result<std::unique_ptr<scan::InputFile>> file = scan::open_input(path, scan::FileAccess::kCopied);
    if (!file) return file.error();
    const std::string_view bytes = (*file)->bytes();
    const auto number = static_cast<std::uint32_t>(opened.files.size());
    Result<std::vector<intake::SuppliedRow>> found =
        intake::read_facts_file(path, number, bytes, {parts.formats.facts, *known, parts.facts.as_of});
    if (!found) return found.error();
    std::move(found->begin(), found->end(), std::back_inserter(rows));
    opened.files.push_back({path, bytes.size(), write::sha256_hex(bytes)});
  }
  std::vector<std::string> names;
  for (const auto& file : parts.records.files) names.push_back(file->path());
  Status counties =
      intake::check_fact_counties(rows, *known, paths, parts.facts.county,
                                  {parts.records.index, parts.formats.input, parts.records.bytes});
  if (!counties) return counties.error();
  intake::Gatherer gatherer(parts.records.index, parts.formats.input, parts.records.bytes, parts.registration,
                            parts.facts.as_of);
  const intake::FactsRecords records{
      parts.records.index, parts.records.bytes, names,
      [&](std::size_t person) -> const model::Person& { return gatherer.gather(person); },
      [&](const model::Person& person, std::uint32_t conviction, std::string_view fact) {
        return std::any_of(parts.plans.begin(), parts.plans.end(), [&](const policy::Plan* plan) {
          return asks_for(*plan, parts.facts, person, conviction, fact);
        });
      }};
  Result<intake::SuppliedFacts> supplied = intake::resolve_facts(rows, *known, paths, records);
  if (!supplied) return supplied.error();
  opened.supplied = *std::move(supplied);
  return opened;
}

}  // namespace redress::run
