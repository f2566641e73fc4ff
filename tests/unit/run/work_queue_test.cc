#include "run/work_queue.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "support/csv_table.h"
#include "tally/tally_builder.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT
using evaluate::FactKind;
using evaluate::SubjectKind;
using evaluate::UnknownFact;
using tally::QuestionKey;
using Kind = tally::QuestionKey::Kind;

namespace {

const std::vector<model::FactQuestion> kQuestions = {{"birth_date", false, "On what day was the person born?"},
                                                     {"level", false, "Felony, misdemeanor or infraction?"}};
const std::vector<intake::KnownFact> kKnown = {
    {"birth_date", intake::FactType::kDate, model::RecordFact::kBirthDate, false, {}},
    {"level", intake::FactType::kLevel, model::RecordFact::kLevel, false, {}},
    {"plants", intake::FactType::kNumber, {}, false, {}}};

policy::Plan plan_with_plants() {
  policy::Plan plan = tally::small_plan();
  plan.facts.push_back({"plants", policy::DeclaredType::kNumber, "living plants", "How many?", "", {}});
  return plan;
}

UnknownFact birth_date() {
  return {FactKind::kBirthDate, model::Doubt::kMissing, {SubjectKind::kPerson, 0}, {}};
}
UnknownFact plants(std::uint32_t conviction) {
  UnknownFact fact = tally::fact(FactKind::kDeclared, model::Doubt::kNotInSource, conviction);
  fact.needed = "plants";
  return fact;
}

// Two convictions of 11358 in one case, of a person who is number 7.
model::Person two_counts() {
  model::Person made = tally::person({tally::felony("11358 HS", tally::kOld), tally::felony("11358 HS", tally::kNew)});
  made.id = "18675309";
  made.convictions[0].count = "101001001000";
  made.convictions[1].count = "101001002000";
  made.convictions[0].case_key = made.convictions[1].case_key = 101001;
  made.case_numbers = {{101001, {"A1", "A2"}}};
  return made;
}

std::vector<run::QueueRow> rows_for(const model::Person& person, const std::vector<evaluate::Decision>& office,
                                    const std::vector<evaluate::Decision>& statute) {
  static const policy::Plan plan = plan_with_plants();
  const run::QueueWords words{kQuestions, kKnown};
  return run::missing_facts(words, 7, person,
                            std::vector<run::QueueAnswers>{{plan, "Office", office}, {plan, "Statute", statute}});
}

}  // namespace

TEST_CASE("one row for each fact that is missing, with what it may settle under each policy") {
  const std::vector<evaluate::Decision> office = {tally::undecided({tally::kDismiss, tally::kRefuse}, {birth_date()}),
                                                  tally::undecided({tally::kDismiss, tally::kReview}, {birth_date()})};
  const std::vector<evaluate::Decision> statute = {
      tally::undecided({tally::kDismiss, tally::kReduce}, {plants(0), birth_date()}), tally::decided(tally::kReduce)};
  const std::vector<run::QueueRow> rows = rows_for(two_counts(), office, statute);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].row.fact == "birth_date");
  CHECK(rows[0].row.count.empty());
  CHECK(rows[0].row.question == "On what day was the person born?");
  CHECK(rows[0].row.may_settle ==
        "Office: Eligible for Dismissal or Not eligible; Office: Eligible for Dismissal or Hand Review; "
        "Statute: Eligible for Dismissal or Eligible for Reduction");
  CHECK(rows[1].row.person == "18675309");
  CHECK(rows[1].row.count == "101001001000");
  CHECK(rows[1].row.fact == "plants");
  CHECK(rows[1].row.unit == "living plants");
  CHECK(rows[1].row.case_numbers == "A1; A2");
  CHECK(rows[1].row.section == "11358 HS");
  CHECK(rows[1].row.conviction_date == "2001-05-04");
}

TEST_CASE("a fact of another conviction is asked of that conviction, once") {
  const UnknownFact of_second = tally::fact(FactKind::kLevel, model::Doubt::kMissing, 1);
  const std::vector<evaluate::Decision> office = {tally::undecided({tally::kDismiss, tally::kRefuse}, {of_second}),
                                                  tally::undecided({tally::kDismiss, tally::kRefuse}, {of_second})};
  model::Person person = two_counts();
  person.convictions[1].date = {{{1998, 5, 1}, {1998, 5, 31}}, model::Doubt::kPartial, 0};
  const std::vector<run::QueueRow> rows = rows_for(person, office, {});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].row.count == "101001002000");
  CHECK(rows[0].row.unit == "felony, misdemeanor or infraction");
  CHECK(rows[0].row.conviction_date == "1998-05-01 to 1998-05-31");
  CHECK(rows[0].row.may_settle == "Office: Eligible for Dismissal or Not eligible");
}

TEST_CASE("a gap in the record, a question of law or a decision asks for nothing") {
  const UnknownFact row{FactKind::kMissingRow, model::Doubt::kUnreadable, {SubjectKind::kPerson, 0}, {}};
  const UnknownFact law{FactKind::kQuestion, model::Doubt::kNotInSource, {SubjectKind::kPerson, 0}, "Q1"};
  CHECK(rows_for(two_counts(), {tally::unanswered(evaluate::Answer::kIncomplete, {row, birth_date()})}, {}).empty());
  CHECK(rows_for(two_counts(), {tally::undecided({tally::kDismiss, tally::kRefuse}, {law})}, {}).empty());
  CHECK(rows_for(two_counts(), {tally::decided(tally::kDismiss)}, {}).empty());
}

TEST_CASE("rows stand by the rank of their fact, then by person, then as given") {
  const auto row = [](Kind kind, const char* fact, std::size_t person, const char* id) {
    run::QueueRow made{{kind, fact}, person, {}};
    made.row.person = id;
    made.row.fact = fact;
    return made;
  };
  const std::vector<run::QueueRow> rows = {
      row(Kind::kRecord, "level", 0, "a1"), row(Kind::kDeclared, "plants", 0, "a2"),
      row(Kind::kRecord, "birth_date", 1, "b1"), row(Kind::kDeclared, "plants", 1, "b2"),
      row(Kind::kDeclared, "plants", 1, "b3")};
  const std::vector<QuestionKey> keys = {{Kind::kDeclared, "plants"}, {Kind::kRecord, "level"}};
  model::FactsLayout layout;
  for (std::size_t i = 0; i < model::kFactsCellCount; ++i)
    layout.columns.push_back({"c" + std::to_string(i), model::FactsUse::kHelp, {}});
  const CsvTable table = CsvTable::parse(run::queue_text(rows, keys, layout));
  REQUIRE(table.size() == 5);
  std::string order;
  for (std::size_t i = 0; i < table.size(); ++i) order += table.cell(i, "c0") + " ";
  CHECK(order == "a2 b2 b3 a1 b1 ");
}

TEST_CASE("a fact that may leave more to ask says so") {
  const UnknownFact arrest = tally::fact(FactKind::kArrestDate, model::Doubt::kMissing);
  const std::vector<run::QueueRow> rows =
      rows_for(two_counts(), {tally::undecided({tally::kDismiss, tally::kRefuse}, {arrest})}, {});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].row.may_settle ==
        "Office: Eligible for Dismissal or Not eligible (more may be asked once that is settled)");
}
