#include "write/json/trace_json.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "explain/record_builder.h"
#include "support/json_schema.h"

using namespace redress;
using namespace redress::explain;
using namespace redress::explain::testing;
using nlohmann::json;

namespace {

using Faults = std::vector<std::string>;

struct Policies {
  policy::Plan office = small_plan("11360");
  policy::Plan statute = small_statute();
  std::vector<AskedPolicy> asked = {{&office, PolicyRole::kOffice, {}},
                                    {&statute, PolicyRole::kStatute, {}},
                                    {&statute, PolicyRole::kFurther, "t.statute"}};
};

// Twice the same person, as bytes.
std::string trace_text(const PersonBuilder& builder) {
  const Policies policies;
  const BuiltRecord record{builder};
  write::TraceJson trace({"0.1.0", record.run.as_of, record.run.county, record.files, "name", 21}, policies.asked);
  for (int i = 0; i < 2; ++i) {
    trace.add_person(record.shown(), answers_about(policies.asked, builder.person, record.run));
  }
  return trace.text();
}

json trace_of(const PersonBuilder& builder) {
  return json::parse(trace_text(builder));
}

// Something of everything: convictions of every doubt, a pair, a registration, other counts, supplied facts.
PersonBuilder somebody() {
  PersonBuilder builder;
  builder.person.birth_date = in_year(1960);
  builder.person.birth_date_rows = {model::RowNumber{0}};
  builder.person.notes = {model::Note::kBirthDatePartial};
  builder.conviction("11358 HS", day(2014, 2, 11)).supplied = {
      {"plants", std::int64_t{6500}, {"plea form", "J. Ortiz", Date{2019, 10, 1}}}};
  builder.conviction("11360(A) HS", no_date()).level = {};
  builder.conviction("SEE FILE", in_year(1998)).county = {};
  builder.conviction("187 PC", day(1998, 5, 4)).filled = {{model::RecordFact::kLevel, {"docket", "", {}}}};
  model::Conviction& member = builder.conviction("136.1 PC", day(1997, 5, 4));
  model::Conviction other = member;
  other.charge = charge("186.22(B)(4) PC");
  builder.person.convictions.push_back(other);
  builder.registration(Truth::kUnknown, day(2001, 2, 3));
  builder.person.cycle_charges.push_back({101, charge("459 PC"), model::RowNumber{1}});
  builder.person.case_numbers = {{101001, {"BA98776"}}};
  return builder;
}

const json& first_person(const json& trace) {
  return trace.at("people").at(0);
}

// What a policy answers about the conviction of that index.
json answer_of(const json& trace, std::size_t conviction, std::size_t policy) {
  for (const json& subject : first_person(trace).at("answers")) {
    if (subject.at("of").at("kind") != "conviction" || subject.at("of").at("index") != conviction) continue;
    for (const json& answer : subject.at("policies")) {
      if (answer.at("policy") == policy) return answer;
    }
  }
  return {};
}

}  // namespace

TEST_CASE("a trace is what its schema says, and the schema describes every key") {
  const json schema = redress::testing::read_schema("trace.schema.json");
  CHECK(redress::testing::undescribed_properties(schema) == Faults{});
  PersonBuilder builder = somebody();
  CHECK(redress::testing::faults_against(schema, trace_of(builder)) == Faults{});
  builder.person.missing_rows = {{model::MissingRow::Cause::kRejected, 0, 7},
                                 {model::MissingRow::Cause::kUnusable, 9, 8}};
  builder.person.unusable_convictions.push_back(builder.person.convictions[0]);
  builder.person.unusable_convictions[0].count.clear();
  builder.person.birth_date_from = model::Provenance{"birth certificate", "", {}};
  CHECK(redress::testing::faults_against(schema, trace_of(builder)) == Faults{});
}

TEST_CASE("the same people give the same bytes, one after the other") {
  CHECK(trace_text(somebody()) == trace_text(somebody()));
  const json trace = trace_of(somebody());
  CHECK(trace.at("people_found") == 21);
  REQUIRE(trace.at("people").size() == 2);
  CHECK(trace.at("people").at(0) == trace.at("people").at(1));
}

TEST_CASE("bytes that are not UTF-8 do not break the text, and files are named without their folders") {
  PersonBuilder builder = somebody();
  builder.person.name = "MU\xD1OZ";
  const Policies policies;
  BuiltRecord record{builder};
  record.files = {"/home/office/county.dat"};
  write::TraceJson trace({"0.1.0", record.run.as_of, record.run.county, record.files, "name", 1}, policies.asked);
  trace.add_person(record.shown(), answers_about(policies.asked, builder.person, record.run));
  const json parsed = json::parse(trace.text());
  CHECK(parsed.at("files") == json({"county.dat"}));
  CHECK(first_person(parsed).at("name") == "MU\xEF\xBF\xBDOZ");
}

TEST_CASE("dates are intervals with the doubt, and rows are places in a file") {
  const json person = first_person(trace_of(somebody()));
  CHECK(person.at("birth_date").at("first") == "1960-01-01");
  CHECK(person.at("birth_date").at("last") == "1960-12-31");
  CHECK(person.at("birth_date").at("doubt") == "partial");
  CHECK(person.at("birth_date").at("rows") == json::parse(R"j([{"file": 0, "row": 2}])j"));
  const json& undated = person.at("convictions").at(1);
  CHECK(undated.at("date") == json::parse(R"j({"first": null, "last": null, "doubt": "missing"})j"));
  CHECK(undated.at("level") == json::parse(R"j({"value": null, "doubt": "missing"})j"));
  CHECK(person.at("convictions").at(0).at("case_numbers") == json({"BA98776"}));
}

TEST_CASE("a supplied number is a text, so that no decimal is rounded, and has its source") {
  const json conviction = first_person(trace_of(somebody())).at("convictions").at(0);
  CHECK(conviction.at("supplied") == json::parse(R"j([{"fact": "plants", "value": "6.5",
      "from": {"source": "plea form", "who": "J. Ortiz", "when": "2019-10-01"}}])j"));
}

TEST_CASE("a decided answer names its step, and each step what it used") {
  const json answer = answer_of(trace_of(somebody()), 0, 0);
  CHECK(answer.at("answer") == "decided");
  CHECK(answer.at("outcome") == "no");
  CHECK(answer.at("determination") == "Not eligible");
  CHECK(answer.at("relief") == "none");
  CHECK(answer.at("deciding_step") == "grave");
  CHECK(answer.at("citation") == "PC 667(e)(2)(C)(iv)");
  const json& first = answer.at("steps").at(0);
  CHECK(first.at("step") == "lesser");
  CHECK(first.at("number") == "0");
  CHECK(first.at("truth") == "no");
  CHECK(first.at("facts_used").at(0) ==
        json::parse(R"j({"kind": "fact", "condition": "conviction.level", "words": "felony (row 2)"})j"));
  const json& late = answer.at("steps").at(2);
  CHECK(late.at("facts_used").at(0).at("condition") == "conviction.date is on or after 2016-11-09");
  CHECK(late.at("facts_used").at(0).at("truth") == "no");
  CHECK(late.at("facts_used").at(0).at("left") == json::parse(R"j({"first": "2014-02-11", "last": "2014-02-11"})j"));
  CHECK(answer.at("closest_other_step").at("step") == "late");
}

TEST_CASE("an undecided answer names the facts that decide by stable ids") {
  PersonBuilder builder;
  builder.conviction("11358 HS", day(2014, 2, 11));
  const json answer = answer_of(trace_of(builder), 0, 1);
  CHECK(answer.at("answer") == "undecided");
  CHECK(answer.at("outcome") == "needs-review");
  CHECK(answer.at("deciding_step").is_null());
  CHECK(answer.at("possible") == json({"seal", "misdemeanor"}));
  CHECK(answer.at("deciding_facts") == json::parse(R"j([{"fact": "declared", "needed": "plants",
      "doubt": "not_in_source", "of": {"kind": "conviction", "index": 0},
      "words": "plants of this conviction (not in this file)"}])j"));
  CHECK(answer.at("beside").at(0).at("kind") == "ground");
  CHECK(answer.at("beside").at(0).at("truth") == "yes");
}

TEST_CASE("a later answer is a day with the outcome and the step from then on") {
  PersonBuilder builder;
  builder.person.birth_date = day(1969, 11, 12);
  builder.conviction("11359 HS", day(2014, 2, 11));
  builder.conviction("187 PC", day(2015, 2, 11));
  const json trace = trace_of(builder);
  CHECK(answer_of(trace, 0, 0).at("changes_on") ==
        json::parse(R"j({"date": "2019-11-12", "outcome": "dismiss", "step": "older-than-age"})j"));
  CHECK(answer_of(trace, 1, 0).at("answer") == "out_of_scope");
  CHECK(answer_of(trace, 1, 0).at("outcome").is_null());
  CHECK(answer_of(trace, 1, 1).is_null());
}
