#include "evaluate/case_reader.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "policy/parse/toml_keys.h"
#include "policy/policy.h"

namespace redress::evaluate {
namespace {

using policy::Extent;
using policy::TomlKeys;
using policy::TomlMember;
using policy::TomlValue;

constexpr std::string_view kOutOfScope = "out-of-scope";

constexpr std::array<std::string_view, 3> kTruthWords = {"no", "unknown", "yes"};  // in the order of Truth

std::vector<std::string> outcome_ids(const policy::Plan& plan) {
  std::vector<std::string> ids;
  for (const policy::Outcome& outcome : plan.outcomes) ids.push_back(outcome.id);
  return ids;
}

std::optional<std::size_t> position_of(std::string_view id, const std::vector<std::string>& ids) {
  const auto found = std::find(ids.begin(), ids.end(), id);
  if (found == ids.end()) return std::nullopt;
  return static_cast<std::size_t>(found - ids.begin());
}

// A parameter's value as --set would give it; nothing for kinds that no parameter has.
std::optional<std::string> setting_text(const TomlValue& value) {
  switch (value.kind) {
    case TomlValue::Kind::kString: return value.text;
    case TomlValue::Kind::kInteger: return std::to_string(value.integer);
    case TomlValue::Kind::kBoolean: return value.boolean ? "yes" : "no";
    case TomlValue::Kind::kArray: break;
    case TomlValue::Kind::kTable:
    case TomlValue::Kind::kDate:
    case TomlValue::Kind::kOther: return std::nullopt;
  }
  std::string text;
  for (const TomlValue& item : value.items) {
    if (item.kind != TomlValue::Kind::kString) return std::nullopt;
    text += (text.empty() ? "" : ";") + item.text;
  }
  return text;
}

class CaseReader {
 public:
  CaseReader(const policy::Plan& plan, const policy::SourceText& source, std::span<const std::string> counties)
      : plan_(plan), source_(source), counties_(counties) {}

  Result<Case> read(const TomlValue& table) {
    TomlKeys keys(source_, table, "[[case]]");
    Case one;
    one.extent = table.extent;
    one.name = keys.required_text("name");
    if (const TomlMember* name = table.find("name")) one.name_extent = name->value.extent;
    const TomlMember* as_of = keys.of_kind("as_of", TomlValue::Kind::kDate, true);
    if (as_of != nullptr) one.run.as_of = as_of->value.date;
    read_county(keys, table, one);
    const TomlMember* set = keys.of_kind("set", TomlValue::Kind::kTable, false);
    if (set != nullptr) {
      if (auto error = read_settings(set->value, one)) return *error;
    }
    if (as_of != nullptr) {
      const Status answers = policy::has_answer_on(one.plan ? *one.plan : plan_, one.run.as_of);
      if (!answers) return fault(as_of->value.extent, "case.fact", answers.error().cause, answers.error().next_step);
      const auto is_dated = [](const policy::Parameter& parameter) { return !parameter.dated.empty(); };
      if (std::any_of(plan_.parameters.begin(), plan_.parameters.end(), is_dated))
        one.plan = policy::with_values_on(one.plan ? *std::move(one.plan) : plan_, one.run.as_of);
    }
    Result<CasePerson> record = read_case_person(plan_, source_, counties_, keys);
    if (!record) return record.error();
    one.record = *std::move(record);
    for (const TomlValue* expected : keys.tables("expect")) {
      Result<Expectation> read = read_expectation(*expected, one.expected.size(), one.record.convictions.size());
      if (!read) return read.error();
      one.expected.push_back(*std::move(read));
    }
    if (one.expected.empty()) {
      keys.fail(table.extent, "policy.key", "this case expects nothing", "Add expect = [ { outcome = \"…\" } ].");
    }
    if (auto error = keys.finish()) return *error;
    return one;
  }

 private:
  Error fault(Extent extent, std::string_view code, std::string cause, std::string next_step) const {
    return policy::error_at(source_, extent, code, std::move(cause), std::move(next_step));
  }

  void read_county(TomlKeys& keys, const TomlValue& table, Case& one) const {
    const std::string county = to_upper_ascii(trimmed(keys.text("county")));
    one.run.county = county.empty() ? to_upper_ascii(plan_.county) : county;
    if (one.run.county.empty()) {
      keys.fail(table.extent, "policy.key", "this case lacks 'county', and the policy names none",
                "Add county = \"…\".");
    } else if (!plan_.county.empty() && !equals_ignoring_case(plan_.county, one.run.county)) {
      keys.fail(table.find("county")->value.extent, "case.fact", "the policy is for the county " + plan_.county,
                "Leave 'county' out.");
    } else if (!county.empty()) {
      check_county(counties_, county, keys);
    }
  }

  std::optional<Error> read_settings(const TomlValue& table, Case& one) const {
    one.plan = plan_;
    for (const TomlMember& member : table.members) {
      const auto text = setting_text(member.value);
      if (!text) {
        return fault(member.value.extent, "policy.type", "no parameter has a value of this kind",
                     "Write a number, true or false, a text, or a list of texts.");
      }
      const std::array<policy::Setting, 1> setting = {policy::Setting{member.key, *text, "set"}};
      Result<policy::Plan> changed = policy::with_settings(*std::move(one.plan), setting);
      if (!changed) {
        const bool unknown = changed.error().code == "parameter.unknown";
        return fault(unknown ? member.key_extent : member.value.extent, unknown ? "policy.key" : "case.fact",
                     changed.error().cause, changed.error().next_step);
      }
      one.plan = *std::move(changed);
    }
    return std::nullopt;
  }

  Result<Expectation> read_expectation(const TomlValue& table, std::size_t position, std::size_t listed) const {
    TomlKeys keys(source_, table, "expect");
    Expectation expected;
    const auto number = keys.integer("conviction");
    const std::string outcome = keys.required_text("outcome");
    const std::string step = keys.text("step");
    if (keys.member("reason") != nullptr) expected.reason = keys.text("reason");
    if (keys.member("missing") != nullptr) expected.missing = keys.texts("missing");
    const bool has_possible = keys.member("possible") != nullptr;
    const std::vector<std::string> possible = keys.texts("possible");
    const TomlMember* beside = keys.of_kind("beside", TomlValue::Kind::kTable, false);
    if (auto error = keys.finish()) return *error;
    const std::int64_t wanted = number.value_or(static_cast<std::int64_t>(position) + 1);
    if (wanted < 1 || static_cast<std::uint64_t>(wanted) > listed) {
      return fault(table.extent, "case.fact", "the case has no conviction " + std::to_string(wanted),
                   "Expect as many answers as there are convictions at most, or name one by conviction = 1.");
    }
    expected.conviction = static_cast<std::size_t>(wanted - 1);
    if (auto error = read_outcome(table, outcome, expected)) return *error;
    if (!step.empty()) {
      if (auto error = read_step(table, step, expected)) return *error;
    }
    if (has_possible) {
      if (auto error = read_possible(table, possible, expected)) return *error;
    }
    if (beside != nullptr) {
      if (auto error = read_beside(beside->value, expected)) return *error;
    }
    return expected;
  }

  std::optional<Error> read_outcome(const TomlValue& table, const std::string& id, Expectation& expected) const {
    if (id == kOutOfScope) return std::nullopt;
    std::vector<std::string> ids = outcome_ids(plan_);
    expected.outcome = position_of(id, ids);
    if (expected.outcome) return std::nullopt;
    ids.emplace_back(kOutOfScope);
    return fault(table.find("outcome")->value.extent, "policy.outcome", "there is no outcome '" + id + "'",
                 policy::suggest(id, ids));
  }

  std::optional<Error> read_step(const TomlValue& table, const std::string& id, Expectation& expected) const {
    std::vector<std::string> ids;
    for (const policy::Step& step : plan_.steps) ids.push_back(step.id);
    expected.step = position_of(id, ids);
    if (expected.step) return std::nullopt;
    return fault(table.find("step")->value.extent, "policy.step", "there is no step '" + id + "'",
                 policy::suggest(id, ids));
  }

  std::optional<Error> read_possible(const TomlValue& table, const std::vector<std::string>& possible,
                                     Expectation& expected) const {
    const std::vector<std::string> ids = outcome_ids(plan_);
    expected.possible.emplace();
    for (const std::string& id : possible) {
      const auto outcome = position_of(id, ids);
      if (!outcome) {
        return fault(table.find("possible")->value.extent, "policy.outcome", "there is no outcome '" + id + "'",
                     policy::suggest(id, ids));
      }
      expected.possible->push_back(*outcome);
    }
    return std::nullopt;
  }

  // beside = { serving = "no", overdue = "yes" }: of each entry named, what it is.
  std::optional<Error> read_beside(const TomlValue& table, Expectation& expected) const {
    std::vector<std::string> ids;
    for (const policy::Beside& entry : plan_.beside) ids.push_back(entry.id);
    for (const TomlMember& member : table.members) {
      const auto entry = position_of(member.key, ids);
      if (!entry) {
        return fault(member.key_extent, "policy.beside",
                     "the policy has no entry '" + member.key + "' beside the determination",
                     policy::suggest(member.key, ids));
      }
      const auto word = std::find(kTruthWords.begin(), kTruthWords.end(), member.value.text);
      if (member.value.kind != TomlValue::Kind::kString || word == kTruthWords.end()) {
        return fault(member.value.extent, "policy.type", "an entry beside the determination is yes, no or unknown",
                     "Write \"yes\", \"no\" or \"unknown\".");
      }
      expected.beside.emplace_back(*entry, static_cast<Truth>(word - kTruthWords.begin()));
    }
    return std::nullopt;
  }

  const policy::Plan& plan_;
  const policy::SourceText& source_;
  std::span<const std::string> counties_;
};

}  // namespace

Result<std::vector<Case>> read_cases(const policy::Plan& plan, const policy::SourceText& source,
                                     std::span<const std::string> counties) {
  Result<TomlValue> document = policy::parse_toml(source);
  if (!document) return document.error();
  TomlKeys keys(source, *document, "the file of cases");
  const std::vector<const TomlValue*> tables = keys.tables("case");
  if (auto error = keys.finish()) return *error;
  if (tables.empty()) {
    return policy::error_at(source, {0, 1}, "case.empty", "the file has no [[case]]", "Add at least one case.");
  }
  std::vector<Case> cases;
  CaseReader reader(plan, source, counties);
  for (const TomlValue* table : tables) {
    Result<Case> one = reader.read(*table);
    if (!one) return one.error();
    const bool named_before =
        std::any_of(cases.begin(), cases.end(), [&](const Case& other) { return other.name == one->name; });
    if (named_before) {
      return policy::error_at(source, table->find("name")->value.extent, "case.name", "another case has this name",
                              "Give each case its own name.");
    }
    cases.push_back(*std::move(one));
  }
  return cases;
}

}  // namespace redress::evaluate
