// Longer than most files: one reader of one document, whose tables name each other and share the plan being made.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "policy/check/binder.h"
#include "policy/check/declared_reader.h"
#include "policy/check/known_texts.h"
#include "policy/check/parameter_reader.h"
#include "policy/check/step_checks.h"
#include "policy/parse/expression_parser.h"
#include "policy/parse/toml_keys.h"
#include "policy/plan/charge_parts.h"
#include "policy/plan/expression_parts.h"
#include "policy/policy.h"

namespace redress::policy {
namespace {

struct ReliefName {
  std::string_view name;
  Relief relief;
};
constexpr std::array kReliefNames = {
    ReliefName{"dismissal", Relief::kDismissal},
    ReliefName{"reduction", Relief::kReduction},
    ReliefName{"none", Relief::kNone},
    ReliefName{"review", Relief::kReview},
};

struct BesideName {
  std::string_view name;
  BesideKind kind;
};
constexpr std::array kBesideKinds = {
    BesideName{"route", BesideKind::kRoute},
    BesideName{"finding", BesideKind::kFinding},
    BesideName{"ground", BesideKind::kGround},
};

// The tables of a policy beside its head.
constexpr std::array<std::string_view, 8> kCriteriaKeys = {"sets",  "parameters", "facts", "questions",
                                                           "scope", "outcome",    "step",  "beside"};
constexpr std::string_view kCasesEnding = ".cases.toml";

// Where in the file a key's value stands; REQUIRES: the key is there.
class Compiler {
 public:
  Compiler(SourceText source, std::span<const SectionSetFile> sets, std::span<const SourceText> others,
           std::span<const std::string> counties)
      : library_(sets), others_(others), counties_(counties) {
    plan_.source = std::move(source);
  }

  Result<Plan> run() {
    Result<TomlValue> document = parse_toml(plan_.source);
    if (!document) return document.error();
    if (auto error = read_head(*document)) return *error;
    if (!plan_.same_as.empty()) return with_criteria_of_another(*document);
    Result<std::vector<Parameter>> parameters = read_parameters(plan_.source, *document);
    if (!parameters) return parameters.error();
    plan_.parameters = *std::move(parameters);
    parameter_used_.assign(plan_.parameters.size(), false);
    if (auto error = read_declared(*document)) return *error;
    using Part = std::optional<Error> (Compiler::*)(const TomlValue&);
    constexpr std::array kParts = {Part{&Compiler::read_sets},   Part{&Compiler::read_outcomes},
                                   Part{&Compiler::read_scope},  Part{&Compiler::read_steps},
                                   Part{&Compiler::read_beside}, Part{&Compiler::check_conditions},
                                   Part{&Compiler::check_whole}};
    for (const Part part : kParts) {
      if (auto error = (this->*part)(*document)) return *error;
    }
    number_charge_parts(plan_);
    return std::move(plan_);
  }

 private:
  const SourceText& source() const { return plan_.source; }
  Error fault(Extent extent, std::string_view code, std::string cause, std::string next_step) const {
    return error_at(source(), extent, code, std::move(cause), std::move(next_step));
  }

  // Files of cases and section sets stand beside policies and look like them.
  std::optional<Error> check_is_policy(const TomlValue& document) const {
    if (document.find("policy") != nullptr) return std::nullopt;
    if (const TomlMember* cases = document.find("case")) {
      const std::string_view name = source().name;
      const bool is_named_so = name.ends_with(kCasesEnding);
      return fault(cases->key_extent, "policy.key", "this looks like a file of cases, not like a policy",
                   "Give the policy file whose cases these are" +
                       (is_named_so ? ": " + std::string(name.substr(0, name.size() - kCasesEnding.size())) + ".toml."
                                    : std::string(".")));
    }
    if (const TomlMember* set = document.find("set")) {
      return fault(set->key_extent, "policy.key", "this looks like a section set, not like a policy",
                   "Give a policy file that uses it.");
    }
    return std::nullopt;
  }

  std::optional<Error> check_has_no_criteria(const TomlValue& document) const {
    for (const std::string_view key : kCriteriaKeys) {
      if (const TomlMember* own = document.find(key)) {
        return fault(own->key_extent, "policy.key",
                     "a policy with same_as has no criteria of its own, and '" + std::string(key) + "' is part of them",
                     "Remove it, or remove same_as and write all criteria here.");
      }
    }
    return std::nullopt;
  }

  std::optional<Error> read_head(const TomlValue& document) {
    if (auto error = check_is_policy(document)) return error;
    TomlKeys whole(source(), document, "the policy file");
    const TomlMember* head = whole.of_kind("policy", TomlValue::Kind::kTable, true);
    const bool has_own_criteria = head == nullptr || head->value.find("same_as") == nullptr;
    if (has_own_criteria) {
      for (const std::string_view key : kCriteriaKeys) whole.member(key);
    } else if (auto error = check_has_no_criteria(document)) {
      return error;
    }
    if (auto error = whole.finish()) return error;
    head_place_ = head->value.extent;
    TomlKeys keys(source(), head->value, "[policy]");
    plan_.same_as = keys.text("same_as");
    plan_.id = keys.required_text("id");
    plan_.title = keys.required_text("title");
    plan_.version = keys.required_text("version");
    plan_.kind = keys.required_text("kind");
    const std::string unit = keys.required_text("unit");
    plan_.county = keys.text("county");
    plan_.about = keys.text("about");
    plan_.author = keys.text("author");
    plan_.legal_review = keys.text("legal_review");
    plan_.cites = keys.texts("cites");
    const std::string leap = keys.text("leap");
    plan_.in_force = keys.in_force();
    if (auto error = keys.finish()) return error;
    if (plan_.kind != "county" && plan_.kind != "statute" && plan_.kind != "what-if") {
      return fault(place_of(head->value, "kind"), "policy.key", "unknown kind '" + plan_.kind + "'",
                   "Write \"county\", \"statute\" or \"what-if\".");
    }
    if (unit != "conviction") {
      return fault(place_of(head->value, "unit"), "policy.key", "unknown unit '" + unit + "'", "Write \"conviction\".");
    }
    if (!plan_.county.empty() && !is_county(counties_, plan_.county)) {
      return fault(place_of(head->value, "county"), "policy.name", "there is no county '" + plan_.county + "'",
                   county_advice(counties_, plan_.county));
    }
    if (leap == "feb-28") plan_.leap = LeapRule::kFebruary28;
    if (!leap.empty() && leap != "feb-28" && leap != "mar-1") {
      return fault(place_of(head->value, "leap"), "policy.key", "unknown leap rule '" + leap + "'",
                   "Write \"mar-1\" or \"feb-28\": where an anniversary of February 29 falls in a common year.");
    }
    return std::nullopt;
  }

  // This head over the criteria of the policy that it names.
  Result<Plan> with_criteria_of_another(const TomlValue& document) {
    const Extent place = document.find("policy")->value.find("same_as")->value.extent;
    std::vector<std::string> ids;
    for (const SourceText& other : others_) {
      const std::string id = id_of(other);
      if (id != plan_.same_as) {
        if (!id.empty()) ids.push_back(id);
        continue;
      }
      Result<Plan> criteria = compile_policy(other, library_, {}, counties_);
      if (!criteria) return criteria;
      return under_this_head(document, *std::move(criteria));
    }
    return fault(place, "policy.same_as", "there is no policy '" + plan_.same_as + "' with criteria of its own",
                 suggest(plan_.same_as, ids));
  }

  Result<Plan> under_this_head(const TomlValue& document, Plan criteria) {
    Plan result = std::move(criteria);
    result.criteria = std::exchange(result.source, std::move(plan_.source));
    result.same_as = std::move(plan_.same_as);
    result.id = std::move(plan_.id);
    result.title = std::move(plan_.title);
    result.version = std::move(plan_.version);
    result.kind = std::move(plan_.kind);
    result.county = std::move(plan_.county);
    result.about = std::move(plan_.about);
    result.author = std::move(plan_.author);
    result.legal_review = std::move(plan_.legal_review);
    result.cites = std::move(plan_.cites);
    const TomlMember* head = document.find("policy");
    if (head->value.find("leap") != nullptr) result.leap = plan_.leap;
    if (!overlap(result.in_force, plan_.in_force)) {
      return error_at(result.source, head->value.find("same_as")->value.extent, "policy.dates",
                      "the policy '" + result.same_as + "' is never in force on the days of this one",
                      "It is in force " + in_force_words(result.in_force) + ".");
    }
    result.in_force = {std::max(result.in_force.first, plan_.in_force.first),
                       std::min(result.in_force.last, plan_.in_force.last)};
    return result;
  }

  // The id of a policy with criteria of its own; empty for any other text.
  static std::string id_of(const SourceText& policy) {
    const Result<TomlValue> document = parse_toml(policy);
    const TomlMember* head = document ? document->find("policy") : nullptr;
    if (head == nullptr || head->value.find("same_as") != nullptr) return {};
    const TomlMember* id = head->value.find("id");
    return id == nullptr ? std::string() : id->value.text;
  }

  std::optional<Error> read_declared(const TomlValue& document) {
    Result<std::vector<DeclaredFact>> facts = read_declared_facts(source(), document);
    if (!facts) return facts.error();
    Result<std::vector<OpenQuestion>> questions = read_questions(source(), document);
    if (!questions) return questions.error();
    plan_.facts = *std::move(facts);
    plan_.questions = *std::move(questions);
    fact_used_.assign(plan_.facts.size(), false);
    question_used_.assign(plan_.questions.size(), false);
    return std::nullopt;
  }

  std::optional<Error> read_sets(const TomlValue& document) {
    const TomlMember* table = document.find("sets");
    if (table == nullptr) return std::nullopt;
    if (table->value.kind != TomlValue::Kind::kTable) {
      return fault(table->value.extent, "policy.type", "'sets' must be a table",
                   "Write [sets] with lines name = \"set id\".");
    }
    std::vector<std::string> ids;
    for (const SectionSetFile& file : library_) ids.push_back(file.id);
    for (const TomlMember& member : table->value.members) {
      const auto found = std::find(ids.begin(), ids.end(), member.value.text);
      if (member.value.kind != TomlValue::Kind::kString || found == ids.end()) {
        return fault(member.value.extent, "policy.name", "there is no section set '" + member.value.text + "'",
                     suggest(member.value.text, ids));
      }
      plan_.sets.push_back({member.key, library_[static_cast<std::size_t>(found - ids.begin())].set});
      set_places_.push_back(member.key_extent);
    }
    set_used_.assign(plan_.sets.size(), false);
    return std::nullopt;
  }

  std::optional<Error> read_outcomes(const TomlValue& document) {
    TomlKeys whole(source(), document, "the policy file");
    for (const TomlValue* table : whole.tables("outcome")) {
      TomlKeys keys(source(), *table, "[[outcome]]");
      Outcome outcome;
      outcome.id = keys.required_text("id");
      outcome.label = keys.required_text("label");
      const std::string relief = keys.required_text("relief");
      if (auto error = keys.finish()) return error;
      const auto named =
          std::find_if(kReliefNames.begin(), kReliefNames.end(), [&](const ReliefName& r) { return r.name == relief; });
      if (named == kReliefNames.end()) {
        return fault(place_of(*table, "relief"), "policy.outcome", "unknown relief '" + relief + "'",
                     "Write \"dismissal\", \"reduction\", \"none\" or \"review\".");
      }
      outcome.relief = named->relief;
      for (const Outcome& other : plan_.outcomes) {
        if (other.id == outcome.id || other.label == outcome.label) {
          return fault(table->extent, "policy.outcome", "this outcome stands twice", "Give each its own id and label.");
        }
      }
      if (outcome.id == kNeedsReviewId || outcome.label == kNeedsReviewLabel) {
        return fault(table->extent, "policy.outcome", "'" + std::string(kNeedsReviewId) + "' is there already",
                     "Remove it: every policy has this outcome.");
      }
      plan_.outcomes.push_back(std::move(outcome));
      outcome_places_.push_back(place_of(*table, "id"));
    }
    plan_.outcomes.push_back({std::string(kNeedsReviewId), std::string(kNeedsReviewLabel), Relief::kReview});
    return std::nullopt;
  }

  Result<Expression> condition(Extent extent) {
    Result<Syntax> syntax = parse_expression(source(), extent);
    if (!syntax) return syntax.error();
    const Scope scope{source(),        plan_.sets,      plan_.parameters,
                      parameter_used_, set_used_,       plan_.sets[plan_.charge_set].set.get(),
                      plan_.facts,     plan_.questions, &fact_used_,
                      &question_used_, counties_};
    return bind_condition(scope, *syntax);
  }

  std::optional<Error> read_scope(const TomlValue& document) {
    const TomlMember* table = document.find("scope");
    if (table == nullptr) {
      return fault(head_place_, "policy.key", "the policy has no [scope]",
                   "Add [scope] with when = \"…\" and sections = \"…\".");
    }
    TomlKeys keys(source(), table->value, "[scope]");
    keys.required_text("when");
    const std::string sections = keys.required_text("sections");
    if (auto error = keys.finish()) return error;
    std::vector<std::string> aliases;
    for (const PlanSet& set : plan_.sets) aliases.push_back(set.alias);
    const auto found = std::find(aliases.begin(), aliases.end(), sections);
    if (found == aliases.end()) {
      return fault(place_of(table->value, "sections"), "policy.name",
                   "there is no section set '" + sections + "' in [sets]", suggest(sections, aliases));
    }
    plan_.charge_set = static_cast<std::size_t>(found - aliases.begin());
    set_used_[plan_.charge_set] = true;
    Result<Expression> when = condition(place_of(table->value, "when"));
    if (!when) return when.error();
    plan_.scope = *std::move(when);
    return std::nullopt;
  }

  std::optional<Error> read_steps(const TomlValue& document) {
    TomlKeys whole(source(), document, "the policy file");
    const std::vector<const TomlValue*> tables = whole.tables("step");
    for (const TomlValue* table : tables) {
      if (auto error = read_step(*table)) return error;
    }
    if (plan_.steps.empty())
      return fault(head_place_, "policy.step", "the policy has no [[step]]", "Add at least one step.");
    if (plan_.steps.back().when) {
      return fault(plan_.steps.back().extent, "policy.step",
                   "the last step has a condition, so that some path has no outcome",
                   "Add a last step without 'when', for example with the outcome of a hand review.");
    }
    if (!plan_.steps.back().in_force.is_every_day()) {
      return fault(plan_.steps.back().extent, "policy.dates",
                   "the last step has dates, so that on other days some path has no outcome",
                   "Remove 'from' and 'until' there, or add a last step without them.");
    }
    return std::nullopt;
  }

  std::optional<Error> read_step(const TomlValue& table) {
    TomlKeys keys(source(), table, "[[step]]");
    Step step;
    step.extent = table.extent;
    step.id = keys.required_text("id");
    step.number = keys.text("number");
    step.question = keys.text("question");
    keys.text("when");
    const std::string outcome = keys.required_text("outcome");
    keys.required_text("reason");
    keys.text("reason_in_doubt");
    step.cite = keys.text("cite");
    step.note = keys.text("note");
    const std::vector<std::string> questions = keys.texts("questions");
    step.in_force = keys.in_force();
    if (auto error = keys.finish()) return error;
    if (!overlap(step.in_force, plan_.in_force)) {
      return fault(table.extent, "policy.dates", "this step is never there: the policy is in force on none of its days",
                   "Correct its dates or remove it. The policy is in force " + in_force_words(plan_.in_force) + ".");
    }
    if (!plan_.steps.empty() && !plan_.steps.back().when && plan_.steps.back().in_force.is_every_day()) {
      return fault(table.extent, "policy.step", "this step can never be reached: the one before it always holds",
                   "Move the step without 'when' to the end.");
    }
    for (const Step& other : plan_.steps) {
      if (other.id == step.id) {
        return fault(place_of(table, "id"), "policy.step", "two steps are called '" + step.id + "'",
                     "Give each step its own id.");
      }
      if (!step.number.empty() && other.number == step.number) {
        return fault(place_of(table, "number"), "policy.step", "two steps have the number '" + step.number + "'",
                     "Give each step its own number.");
      }
    }
    std::vector<std::string> ids;
    for (const Outcome& known : plan_.outcomes) ids.push_back(known.id);
    const auto found = std::find(ids.begin(), ids.end(), outcome);
    if (found == ids.end()) {
      return fault(place_of(table, "outcome"), "policy.outcome", "there is no outcome '" + outcome + "'",
                   suggest(outcome, ids));
    }
    step.outcome = static_cast<std::size_t>(found - ids.begin());
    if (auto error = read_step_questions(table, questions, step)) return error;
    if (auto error = read_reason(table.find("reason")->value, step.reason)) return error;
    if (const TomlMember* in_doubt = table.find("reason_in_doubt")) {
      if (auto error = read_reason(in_doubt->value, step.reason_in_doubt)) return error;
    }
    if (table.find("when") != nullptr) {
      Result<Expression> when = condition(place_of(table, "when"));
      if (!when) return when.error();
      step.only_section = only_section(*when);
      step.when = *std::move(when);
    }
    plan_.steps.push_back(std::move(step));
    return std::nullopt;
  }

  std::optional<Error> read_beside(const TomlValue& document) {
    TomlKeys whole(source(), document, "the policy file");
    for (const TomlValue* table : whole.tables("beside")) {
      TomlKeys keys(source(), *table, "[[beside]]");
      Beside entry;
      entry.extent = table->extent;
      entry.id = keys.required_text("id");
      const std::string kind = keys.required_text("kind");
      keys.text("when");
      entry.label = keys.required_text("label");
      entry.cite = keys.text("cite");
      entry.note = keys.text("note");
      if (auto error = keys.finish()) return error;
      const auto named =
          std::find_if(kBesideKinds.begin(), kBesideKinds.end(), [&](const BesideName& k) { return k.name == kind; });
      if (named == kBesideKinds.end()) {
        return fault(place_of(*table, "kind"), "policy.key", "unknown kind '" + kind + "'",
                     "Write \"route\", \"finding\" or \"ground\".");
      }
      entry.kind = named->kind;
      const auto same_id = [&](const Beside& other) { return other.id == entry.id; };
      if (std::any_of(plan_.beside.begin(), plan_.beside.end(), same_id)) {
        return fault(place_of(*table, "id"), "policy.beside",
                     "two entries beside the determination are called '" + entry.id + "'", "Give each its own id.");
      }
      if (table->find("when") != nullptr) {
        Result<Expression> when = condition(place_of(*table, "when"));
        if (!when) return when.error();
        entry.when = *std::move(when);
      }
      plan_.beside.push_back(std::move(entry));
    }
    return whole.failed() ? whole.finish() : std::nullopt;
  }

  std::optional<Error> read_step_questions(const TomlValue& table, const std::vector<std::string>& named, Step& step) {
    std::vector<std::string> ids;
    for (const OpenQuestion& question : plan_.questions) ids.push_back(question.id);
    for (const std::string& id : named) {
      const auto found = std::find(ids.begin(), ids.end(), id);
      if (found == ids.end()) {
        return fault(place_of(table, "questions"), "policy.name", "there is no open question '" + id + "'",
                     ids.empty() ? "Declare it under [questions." + id + "]." : suggest(id, ids));
      }
      step.questions.push_back(static_cast<std::size_t>(found - ids.begin()));
      question_used_[step.questions.back()] = true;
    }
    return std::nullopt;
  }

  // "{dismiss_at_age} years or older" → pieces.
  std::optional<Error> read_reason(const TomlValue& value, std::vector<ReasonPiece>& reason) {
    std::string_view rest = value.text;
    while (!rest.empty()) {
      const std::size_t open = rest.find('{');
      ReasonPiece piece;
      piece.text = rest.substr(0, open);
      if (open == std::string_view::npos) {
        reason.push_back(std::move(piece));
        return std::nullopt;
      }
      const std::size_t close = rest.find('}', open);
      const std::string name(rest.substr(open + 1, close == std::string_view::npos ? close : close - open - 1));
      std::vector<std::string> names = {"citation"};
      for (const Parameter& parameter : plan_.parameters) names.push_back(parameter.name);
      const auto found = std::find(names.begin(), names.end(), name);
      if (close == std::string_view::npos || found == names.end()) {
        return fault(value.extent, "policy.name", "the reason names '" + name + "', which is not a parameter",
                     suggest(name, names));
      }
      piece.is_citation = found == names.begin();
      if (!piece.is_citation) {
        piece.parameter = static_cast<std::size_t>(found - names.begin()) - 1;
      }
      reason.push_back(std::move(piece));
      rest = rest.substr(close + 1);
    }
    return std::nullopt;
  }

  std::optional<Error> check_conditions(const TomlValue&) { return check_steps(plan_); }

  std::optional<Error> check_whole(const TomlValue&) {
    for (std::size_t i = 0; i < plan_.parameters.size(); ++i) {
      if (parameter_used_[i]) continue;
      return fault(plan_.parameters[i].extent, "policy.unused",
                   "no condition uses the parameter '" + plan_.parameters[i].name + "'", "Use it or remove it.");
    }
    for (std::size_t i = 0; i < plan_.facts.size(); ++i) {
      if (fact_used_[i]) continue;
      return fault(plan_.facts[i].extent, "policy.unused", "no condition uses the fact '" + plan_.facts[i].name + "'",
                   "Use it or remove it.");
    }
    for (std::size_t i = 0; i < plan_.questions.size(); ++i) {
      if (question_used_[i]) continue;
      return fault(plan_.questions[i].extent, "policy.unused",
                   "no step names the open question '" + plan_.questions[i].id + "'", "Use it or remove it.");
    }
    for (std::size_t i = 0; i < plan_.sets.size(); ++i) {
      if (set_used_[i]) continue;
      return fault(set_places_[i], "policy.unused", "no condition uses the section set '" + plan_.sets[i].alias + "'",
                   "Use it or remove it.");
    }
    for (std::size_t i = 0; i + 1 < plan_.outcomes.size(); ++i) {
      const bool used =
          std::any_of(plan_.steps.begin(), plan_.steps.end(), [&](const Step& s) { return s.outcome == i; });
      if (!used) {
        return fault(outcome_places_[i], "policy.unused", "no step has the outcome '" + plan_.outcomes[i].id + "'",
                     "Use it or remove it.");
      }
    }
    return std::nullopt;
  }

  std::span<const SectionSetFile> library_;
  std::span<const SourceText> others_;
  std::span<const std::string> counties_;
  Plan plan_;
  std::vector<bool> parameter_used_;
  std::vector<bool> set_used_;
  std::vector<bool> fact_used_;
  std::vector<bool> question_used_;
  Extent head_place_;
  std::vector<Extent> set_places_;
  std::vector<Extent> outcome_places_;  // of the outcomes that the policy writes
};

}  // namespace

Result<Plan> compile_policy(SourceText source, std::span<const SectionSetFile> sets, std::span<const SourceText> others,
                            std::span<const std::string> counties) {
  return Compiler(std::move(source), sets, others, counties).run();
}

}  // namespace redress::policy
