#include "run/facts_run.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "policy/policy.h"
#include "run/policy_library.h"
#include "support/doj_rows.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT
using intake::FactType;
using intake::KnownFact;

namespace {

const run::PolicyLibrary& library() {
  static const run::PolicyLibrary loaded = [] {
    auto read = run::PolicyLibrary::load("");
    if (!read) FAIL(to_string(read.error()));
    return *std::move(read);
  }();
  return loaded;
}

policy::Plan plan(const std::string& id) {
  auto compiled = library().compile("us-ca.prop64." + id);
  if (!compiled) FAIL(to_string(compiled.error()));
  return *std::move(compiled);
}

const KnownFact* find(const std::vector<KnownFact>& known, std::string_view name) {
  const auto found = std::find_if(known.begin(), known.end(), [&](const KnownFact& fact) { return fact.name == name; });
  return found == known.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a run knows the facts of the record, those its policies declare, and those their sections need") {
  const policy::Plan office = plan("los-angeles");
  const policy::Plan statute = plan("statute");
  const policy::Plan* const plans[] = {&office, &statute};
  const auto known = run::known_facts(plans);
  REQUIRE(known.ok());
  for (const std::string_view name : model::kRecordFactNames) CHECK(find(*known, name) != nullptr);
  REQUIRE(find(*known, "plants") != nullptr);
  CHECK(find(*known, "plants")->type == FactType::kNumber);
  CHECK(find(*known, "concentrate_grams")->type == FactType::kDecimal);
  CHECK(find(*known, "recipient_under_21")->type == FactType::kYesNo);
  REQUIRE(find(*known, "force") != nullptr);
  CHECK(find(*known, "force")->is_needed);
  CHECK(find(*known, "birth_date")->is_of_person());
  // The record itself tells these.
  CHECK(find(*known, "felony_level") == nullptr);
  CHECK(find(*known, "subdivision") == nullptr);
}

TEST_CASE("a policy that declares nothing adds nothing") {
  const policy::Plan office = plan("dismiss-all");
  const policy::Plan* const plans[] = {&office};
  const auto known = run::known_facts(plans);
  REQUIRE(known.ok());
  CHECK(find(*known, "plants") == nullptr);
}

TEST_CASE("two policies cannot declare one fact with two types, nor one by the name of a fact of the record") {
  const policy::Plan statute = plan("statute");
  policy::Plan other = statute;
  other.facts[0].type = policy::DeclaredType::kYesNo;
  const policy::Plan* const differing[] = {&statute, &other};
  const auto types = run::known_facts(differing);
  REQUIRE(!types.ok());
  CHECK(types.error().code == "facts.types_differ");
  CHECK(types.error().kind == ErrorKind::kUsage);
  other.facts[0].name = "level";
  const policy::Plan* const taken[] = {&other};
  const auto name = run::known_facts(taken);
  REQUIRE(!name.ok());
  CHECK(name.error().code == "facts.name_taken");
}

// Source: statute-policy, "58-2": plants are asked about 11358, not about 11359.
TEST_CASE("a policy asks for a declared fact of the convictions whose steps it may settle") {
  const policy::Plan statute = plan("statute");
  const policy::Plan office = plan("los-angeles");
  const auto row = [](std::string_view count, std::string_view charge) {
    return convicted_row(count, charge).with(RowFact::kCycleDate, "20150101").with(RowFact::kBirthDate, "19800101");
  };
  Records records({row("101001001000", "11358 HS"), row("101001002000", "11359 HS")});
  const model::Person& person = records.person();
  const evaluate::RunFacts facts{Records::kAsOf, "LOS ANGELES"};
  CHECK(run::asks_for(statute, facts, person, 0, "plants"));
  CHECK(!run::asks_for(statute, facts, person, 1, "plants"));
  CHECK(!run::asks_for(office, facts, person, 0, "plants"));  // it declares none
}
