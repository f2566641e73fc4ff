#include "explain/result_cells.h"

#include <doctest/doctest.h>

#include "explain/record_builder.h"

using namespace redress;
using namespace redress::explain;
using namespace redress::explain::testing;
using model::ResultColumn;
using model::ResultKind;

namespace {

ResultColumn column(ResultKind kind, std::string set = {}, std::string section = {}) {
  ResultColumn made;
  made.kind = kind;
  made.set = std::move(set);
  made.section = std::move(section);
  if (kind == ResultKind::kOccurredAfter) made.date = Date{2016, 11, 9};
  return made;
}

// The cell of one column for a conviction (or an unusable row) of a person, by the small policy.
struct OneColumn {
  explicit OneColumn(ResultColumn made) { layout.columns.push_back(std::move(made)); }

  const citation::SectionSet* set_named(std::string_view id) const {
    for (const auto& file : sets) {
      if (file.id == id) return file.set.get();
    }
    return nullptr;
  }
  // The office's policy and no other.
  RowAnswers alone(const evaluate::Decision& decision) const { return {{plan, decision}, {plan, decision}}; }
  ResultCells cells_for(const model::Person& person) const {
    ResultCells cells(
        layout, [this](std::string_view id) { return set_named(id); }, kAsOf);
    cells.begin_person(person);
    return cells;
  }
  std::string of(const model::Person& person, std::size_t index = 0) const {
    std::vector<std::string> out = {"left over", "from before"};
    const auto decision = evaluate::PersonEvaluation(plan, person, run).decide(index, evaluate::Detail::kAnswer);
    cells_for(person).for_conviction(index, alone(decision), out);
    REQUIRE(out.size() == 1);
    return out[0];
  }
  std::string cell(const model::Person& person, const RowAnswers& answers) const {
    std::vector<std::string> out;
    cells_for(person).for_conviction(0, answers, out);
    return out.at(0);
  }
  std::string of_unusable(const model::Person& person) const {
    std::vector<std::string> out;
    const auto decision = evaluate::PersonEvaluation(plan, person, run).decide_unusable(0, evaluate::Detail::kAnswer);
    cells_for(person).for_unusable(0, alone(decision), out);
    return out.at(0);
  }
  std::string of_row(const model::Person& person, std::size_t row) const {
    std::vector<std::string> out;
    cells_for(person).for_row(person.rows[row], out);
    return out.at(0);
  }

  std::vector<policy::SectionSetFile> sets = small_sets();
  policy::Plan plan = small_plan();
  evaluate::RunFacts run = small_run();
  model::ResultLayout layout;
};

OneColumn one(ResultKind kind, std::string set = {}, std::string section = {}) {
  return OneColumn(column(kind, std::move(set), std::move(section)));
}

PersonBuilder one_sale(model::DateFact date = day(2014, 2, 11)) {
  PersonBuilder builder;
  builder.conviction("11359 HS-SELL", date);
  return builder;
}

}  // namespace

TEST_CASE("case numbers of the conviction's case are joined by a semicolon and a blank") {
  PersonBuilder builder = one_sale();
  builder.person.case_numbers = {{100001, {"1"}}, {101001, {"398765", "678544"}}};
  CHECK(one(ResultKind::kCaseNumber).of(builder.person) == "398765; 678544");
}

TEST_CASE("a case without a number is empty") {
  CHECK(one(ResultKind::kCaseNumber).of(one_sale().person).empty());
}

TEST_CASE("convictions are counted over the whole record") {
  PersonBuilder builder = one_sale();
  builder.conviction("459 PC", no_date()).county = model::known(std::string("LAKE"));
  CHECK(one(ResultKind::kConvictionCount).of(builder.person) == "2");
}

TEST_CASE("the day of the change of law itself is after it") {
  CHECK(one(ResultKind::kOccurredAfter).of(one_sale(day(2016, 11, 9)).person) == "Y");
  CHECK(one(ResultKind::kOccurredAfter).of(one_sale(day(2016, 11, 8)).person) == "N");
}

TEST_CASE("a partial date is before or after where all its days are") {
  CHECK(one(ResultKind::kOccurredAfter).of(one_sale(in_year(2017)).person) == "Y");
  CHECK(one(ResultKind::kOccurredAfter).of(one_sale(in_year(2015)).person) == "N");
  CHECK(one(ResultKind::kOccurredAfter).of(one_sale(in_year(2016)).person).empty());
}

TEST_CASE("a conviction date is written month, day, year, and empty when it is not one day") {
  CHECK(one(ResultKind::kConvictionDate).of(one_sale(day(1981, 4, 11)).person) == "04/11/1981");
  CHECK(one(ResultKind::kConvictionDate).of(one_sale(in_year(1981)).person).empty());
}

TEST_CASE("years since a conviction are empty when its date is not one day") {
  CHECK(one(ResultKind::kYearsSinceConviction).of(one_sale(day(1981, 4, 11)).person) == "38.6");
  CHECK(one(ResultKind::kYearsSinceConviction).of(one_sale(no_date()).person).empty());
}

TEST_CASE("years since any conviction count from the latest") {
  PersonBuilder builder = one_sale(day(1979, 6, 1));
  builder.conviction("459 PC", day(2015, 5, 19));
  CHECK(one(ResultKind::kYearsSinceAnyConviction).of(builder.person) == "4.5");
}

TEST_CASE("years since any conviction are known though an older date is partial") {
  PersonBuilder builder = one_sale(day(2015, 5, 19));
  builder.conviction("459 PC", in_year(1998));
  CHECK(one(ResultKind::kYearsSinceAnyConviction).of(builder.person) == "4.5");
}

TEST_CASE("years since any conviction are empty when an unknown date may be later") {
  PersonBuilder builder = one_sale(day(2015, 5, 19));
  builder.conviction("459 PC", no_date());
  CHECK(one(ResultKind::kYearsSinceAnyConviction).of(builder.person).empty());
}

TEST_CASE("a set column lists citations as DOJ writes them, in file order and each once") {
  PersonBuilder builder = one_sale();
  builder.conviction("187(a) pc-murder", day(1999, 1, 1));
  builder.conviction("288(B)(1) PC", day(1998, 1, 1));
  builder.conviction("187(A) PC", day(1997, 1, 1));
  CHECK(one(ResultKind::kSetList, "t.grave").of(builder.person) == "187(A) PC;288(B)(1) PC");
}

TEST_CASE("a set column without members is a dash") {
  CHECK(one(ResultKind::kSetList, "t.grave").of(one_sale().person) == "-");
}

TEST_CASE("an unknown member has a question mark after it") {
  PersonBuilder builder = one_sale();
  builder.conviction("664/187 PC", day(1999, 1, 1));
  builder.conviction("261 PC", day(1999, 1, 1));
  CHECK(one(ResultKind::kSetList, "t.grave").of(builder.person) == "664/187 PC?;261 PC?");
}

TEST_CASE("charges that cannot be read are one question mark") {
  PersonBuilder builder = one_sale();
  builder.conviction("SEE FILE", day(1999, 1, 1));
  builder.conviction("", day(1999, 1, 1));
  CHECK(one(ResultKind::kSetList, "t.grave").of(builder.person) == "?");
}

TEST_CASE("a gang pair over two counts of one case is joined by a plus") {
  PersonBuilder builder = one_sale();
  builder.conviction("186.22(B)(4) PC", day(1999, 1, 1)).case_key = 777001;
  builder.conviction("136.1 PC", day(1999, 1, 1)).case_key = 777001;
  CHECK(one(ResultKind::kSetList, "t.grave").of(builder.person) == "136.1 PC + 186.22(B)(4) PC");
}

TEST_CASE("a gang pair in one citation is that citation") {
  PersonBuilder builder = one_sale();
  builder.conviction("136.1-186.22(B)(4) PC-GANG", day(1999, 1, 1));
  CHECK(one(ResultKind::kSetList, "t.grave").of(builder.person) == "136.1-186.22(B)(4) PC");
}

TEST_CASE("a gang pair of which a part is not certain has a question mark, two cases make no pair") {
  PersonBuilder builder = one_sale();
  builder.conviction("136.1 PC", day(1999, 1, 1)).case_key = 777001;
  builder.conviction("186.22(B) PC", day(1999, 1, 1)).case_key = 777001;
  CHECK(one(ResultKind::kSetList, "t.grave").of(builder.person) == "136.1 PC + 186.22(B) PC?");
  builder.person.convictions.back().case_key = 777002;
  CHECK(one(ResultKind::kSetList, "t.grave").of(builder.person) == "-");
}

TEST_CASE("a gang pair stands in file order at its second conviction") {
  PersonBuilder builder = one_sale();
  builder.conviction("136.1 PC", day(1999, 1, 1)).case_key = 777001;
  builder.conviction("187 PC", day(1998, 1, 1));
  builder.conviction("186.22(B)(4) PC", day(1999, 1, 1)).case_key = 777001;
  CHECK(one(ResultKind::kSetList, "t.grave").of(builder.person) == "187 PC;136.1 PC + 186.22(B)(4) PC");
}

TEST_CASE("a later conviction of the set is listed like an earlier one") {
  PersonBuilder builder = one_sale();
  builder.conviction("187 PC", day(2018, 1, 1)).county = model::known(std::string("LAKE"));
  CHECK(one(ResultKind::kSetList, "t.grave").of(builder.person) == "187 PC");
}

TEST_CASE("a registration is yes, none a dash, and one that does not say a question mark") {
  const OneColumn registered = one(ResultKind::kRegistration);
  PersonBuilder builder = one_sale();
  CHECK(registered.of(builder.person) == "-");
  builder.registration(Truth::kNo, day(2001, 2, 3));
  CHECK(registered.of(builder.person) == "-");
  builder.registration(Truth::kUnknown, day(2001, 2, 3));
  CHECK(registered.of(builder.person) == "?");
  builder.registration(Truth::kYes, day(2001, 2, 3));
  CHECK(registered.of(builder.person) == "Yes");
}

TEST_CASE("convictions of a set are counted by section, attempts included") {
  PersonBuilder builder = one_sale();
  builder.conviction("664-11359 HS", no_date());
  builder.conviction("11357(A)/11359 HS", no_date());
  builder.conviction("459 PC", no_date());
  CHECK(one(ResultKind::kCountInSet, "t.prop64").of(builder.person) == "3");
  CHECK(one(ResultKind::kCountInSet, "t.prop64", "11357").of(builder.person) == "1");
  CHECK(one(ResultKind::kCountInSet, "t.prop64", "11359").of(builder.person) == "2");
}

TEST_CASE("a charge that cannot be read may be of every section") {
  PersonBuilder builder = one_sale();
  builder.conviction("SEE FILE", no_date());
  CHECK(one(ResultKind::kCountInSet, "t.prop64").of(builder.person) == "1-2");
  CHECK(one(ResultKind::kCountInSet, "t.prop64", "11357").of(builder.person) == "0-1");
}

TEST_CASE("a charge without a code may be of its own section only") {
  PersonBuilder builder = one_sale();
  builder.conviction("11358", no_date());
  CHECK(one(ResultKind::kCountInSet, "t.prop64").of(builder.person) == "1-2");
  CHECK(one(ResultKind::kCountInSet, "t.prop64", "11358").of(builder.person) == "0-1");
  CHECK(one(ResultKind::kCountInSet, "t.prop64", "11359").of(builder.person) == "1");
}

TEST_CASE("a death on record is named") {
  PersonBuilder builder = one_sale();
  CHECK(one(ResultKind::kDeceased).of(builder.person) == "-");
  builder.person.is_deceased = true;
  CHECK(one(ResultKind::kDeceased).of(builder.person) == "Deceased");
}

TEST_CASE("the answer stands in its columns") {
  const model::Person person = one_sale().person;
  CHECK(one(ResultKind::kDetermination).of(person) == "Eligible for Dismissal");
  CHECK(one(ResultKind::kReason).of(person) == "50 years or older");
  CHECK(one(ResultKind::kPossibleDeterminations).of(person) == "Eligible for Dismissal");
  CHECK(one(ResultKind::kDecidingFacts).of(person).empty());
  CHECK(one(ResultKind::kDecidingStep).of(person) == "5 older-than-age");
  CHECK(one(ResultKind::kCitation).of(person) == "HSC 11361.8; HSC 11361.9");
}

TEST_CASE("a row whose count cannot be identified has an answer, and no case number") {
  PersonBuilder builder;
  model::Conviction unusable = builder.conviction("11359 HS", day(2014, 2, 11));
  builder.person.convictions.clear();
  unusable.count.clear();
  builder.person.unusable_convictions.push_back(unusable);
  builder.person.missing_rows.push_back({model::MissingRow::Cause::kUnusable, 0, 2});
  builder.person.case_numbers = {{unusable.case_key, {"398765"}}};
  CHECK(one(ResultKind::kReason).of_unusable(builder.person) == "Undecided: count of this row cannot be identified");
  CHECK(one(ResultKind::kConvictionCount).of_unusable(builder.person) == "0");
  CHECK(one(ResultKind::kCaseNumber).of_unusable(builder.person).empty());
  CHECK(one(ResultKind::kConvictionDate).of_unusable(builder.person) == "02/11/2014");
}

TEST_CASE("data notes of a decision are those of its rows and of the person") {
  PersonBuilder builder = one_sale();
  builder.person.rows[0].notes = {model::Note::kLevelUnknown};
  const model::RowNumber second = builder.row();
  builder.person.rows[1].notes = {model::Note::kEqualRow, model::Note::kSentenceUnreadable};
  builder.person.convictions[0].rows.push_back(second);
  builder.person.notes = {model::Note::kBirthDatePartial};
  CHECK(one(ResultKind::kDataNotes).of(builder.person) ==
        "level unknown; length of sentence unreadable; birth date partial");
}

TEST_CASE("a decision names the facts that somebody supplied of the conviction and the person") {
  PersonBuilder builder;
  model::Conviction& conviction = builder.conviction("11358 HS", day(1998, 2, 11));
  conviction.supplied = {{"concentrate_grams", std::int64_t{8500}, {"police report", "J. Ortiz", {}}}};
  conviction.filled = {{model::RecordFact::kLevel, {"docket", "J. Ortiz", {}}}};
  CHECK(one(ResultKind::kDataNotes).of(builder.person) == "somebody supplied: level, concentrate grams");
  builder.person.birth_date_from = model::Provenance{"docket", "J. Ortiz", {}};
  builder.person.notes = {model::Note::kBirthDateMissing};
  CHECK(one(ResultKind::kDataNotes).of(builder.person) ==
        "birth date missing; somebody supplied: birth date, level, concentrate grams");
}

TEST_CASE("a row without a decision has only its own notes and its comment") {
  PersonBuilder builder = one_sale();
  builder.row("466 PC", "WAS 11358 HS ");
  builder.person.rows[1].notes = {model::Note::kEqualRow};
  builder.person.notes = {model::Note::kBirthDatePartial};
  CHECK(one(ResultKind::kDataNotes).of_row(builder.person, 1) == "repeats an earlier row");
  CHECK(one(ResultKind::kPossibleOtherCharges, "t.prop64").of_row(builder.person, 1) == "WAS 11358 HS ");
  CHECK(one(ResultKind::kConvictionCount).of_row(builder.person, 1).empty());
  CHECK(one(ResultKind::kDeceased).of_row(builder.person, 1).empty());
}

TEST_CASE("every column but the comment and the notes is empty on a row without a decision") {
  PersonBuilder builder = one_sale();
  builder.conviction("459 PC", day(2015, 2, 11));
  builder.registration(Truth::kYes, day(2001, 2, 3));
  builder.person.is_deceased = true;
  builder.person.case_numbers = {{101001, {"1"}}, {102001, {"2"}}};
  builder.person.rows[1].notes = {model::Note::kEqualRow};
  builder.person.rows[1].comment = "WAS 11358 HS";
  for (int i = 0; i <= static_cast<int>(ResultKind::kDataNotes); ++i) {
    const auto kind = static_cast<ResultKind>(i);
    const bool of_row = kind == ResultKind::kPossibleOtherCharges || kind == ResultKind::kDataNotes;
    CAPTURE(i);
    CHECK(one(kind, "t.prop64").of_row(builder.person, 1).empty() != of_row);
    CHECK(one(kind, "t.prop64").of(builder.person, 1).empty() != of_row);  // the conviction out of scope
  }
}

TEST_CASE("a doubtful answer has its possible determinations and deciding facts, and no step") {
  const model::Person person = one_sale(in_year(2016)).person;
  CHECK(one(ResultKind::kDetermination).of(person) == "Needs Review");
  CHECK(one(ResultKind::kReason).of(person) == "Undecided: date of this conviction (partial)");
  CHECK(one(ResultKind::kPossibleDeterminations).of(person) == "Not eligible; Eligible for Dismissal");
  CHECK(one(ResultKind::kDecidingFacts).of(person) == "date of this conviction (partial)");
  CHECK(one(ResultKind::kDecidingStep).of(person).empty());
  CHECK(one(ResultKind::kCitation).of(person).empty());
}

TEST_CASE("a conviction whose scope is unknown has the person's columns and no possible determination") {
  PersonBuilder builder;
  builder.conviction("SEE FILE", day(2014, 2, 11));
  CHECK(one(ResultKind::kDetermination).of(builder.person) == "Needs Review");
  CHECK(one(ResultKind::kReason).of(builder.person) == "Undecided: charge of this conviction (unreadable)");
  CHECK(one(ResultKind::kPossibleDeterminations).of(builder.person).empty());
  CHECK(one(ResultKind::kConvictionCount).of(builder.person) == "1");
  CHECK(one(ResultKind::kCountInSet, "t.prop64").of(builder.person) == "0-1");
}

TEST_CASE("a conviction after the as-of date has negative years") {
  CHECK(one(ResultKind::kYearsSinceConviction).of(one_sale(day(2020, 11, 11)).person) == "-1.0");
}

TEST_CASE("a conviction out of scope is a row without a decision") {
  PersonBuilder builder;
  builder.conviction("459 PC", day(2014, 2, 11));
  CHECK(one(ResultKind::kConvictionCount).of(builder.person).empty());
  CHECK(one(ResultKind::kDetermination).of(builder.person).empty());
}

TEST_CASE("the day on which the answer changes is written as the file's dates, and empty where there is none") {
  const OneColumn changes = one(ResultKind::kAnswerChangesOn);
  const PersonBuilder builder = one_sale();
  evaluate::Decision decision =
      evaluate::PersonEvaluation(changes.plan, builder.person, changes.run).decide(0, evaluate::Detail::kAnswer);
  decision.changes_on = {};
  CHECK(changes.cell(builder.person, changes.alone(decision)).empty());
  decision.changes_on = Date{2024, 2, 12};
  CHECK(changes.cell(builder.person, changes.alone(decision)) == "02/12/2024");
}

TEST_CASE("the statute's cell is the determination of its policy, or the office's own") {
  const OneColumn statute = one(ResultKind::kStatutoryRelief);
  const PersonBuilder builder = one_sale();
  policy::Plan other = statute.plan;
  for (policy::Outcome& outcome : other.outcomes) outcome.label = "Statute: " + outcome.label;
  const auto decision =
      evaluate::PersonEvaluation(statute.plan, builder.person, statute.run).decide(0, evaluate::Detail::kAnswer);
  const std::string own = one(ResultKind::kDetermination).of(builder.person);
  CHECK(statute.cell(builder.person, {{statute.plan, decision}, {other, decision}}) == "Statute: " + own);
  CHECK(statute.of(builder.person) == own);
}

TEST_CASE("a further policy's cell says its determination, or that it does not speak of the conviction") {
  OneColumn further = one(ResultKind::kFurtherDetermination);
  further.layout.columns.front().further = 1;
  const PersonBuilder builder = one_sale();
  const auto decision =
      evaluate::PersonEvaluation(further.plan, builder.person, further.run).decide(0, evaluate::Detail::kAnswer);
  const evaluate::Decision out_of_scope;
  const std::string own = one(ResultKind::kDetermination).of(builder.person);
  const std::vector<RowAnswer> speaks = {{further.plan, out_of_scope}, {further.plan, decision}};
  const std::vector<RowAnswer> is_silent = {{further.plan, decision}, {further.plan, out_of_scope}};
  RowAnswers answers = further.alone(decision);
  answers.further = speaks;
  CHECK(further.cell(builder.person, answers) == own);
  answers.further = is_silent;
  CHECK(further.cell(builder.person, answers) == "Not in scope");
}

TEST_CASE("the cells of the next person are its own") {
  const OneColumn count = one(ResultKind::kConvictionCount);
  const model::Person first = one_sale().person;
  PersonBuilder builder = one_sale();
  builder.conviction("459 PC", no_date());
  ResultCells cells = count.cells_for(first);
  std::vector<std::string> out;
  const auto decide = [&](const model::Person& person) {
    return evaluate::PersonEvaluation(count.plan, person, count.run).decide(0, evaluate::Detail::kAnswer);
  };
  const auto of_first = decide(first);
  cells.for_conviction(0, count.alone(of_first), out);
  CHECK(out.at(0) == "1");
  cells.begin_person(builder.person);
  const auto of_second = decide(builder.person);
  cells.for_conviction(0, count.alone(of_second), out);
  CHECK(out.at(0) == "2");
}
