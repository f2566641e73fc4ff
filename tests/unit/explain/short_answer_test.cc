#include "explain/short_answer.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "explain/answer_words.h"
#include "explain/record_builder.h"

using namespace redress;
using namespace redress::explain;
using namespace redress::explain::testing;

namespace {

// What the small statute answers beside the small policy about the first conviction.
std::string statute_about_first(const PersonBuilder& builder) {
  const policy::Plan office = small_plan();
  const policy::Plan statute = small_statute();
  const std::vector<AskedPolicy> asked = {{&office, PolicyRole::kOffice, {}}, {&statute, PolicyRole::kStatute, {}}};
  const BuiltRecord record{builder};
  const auto answers = answers_about(asked, builder.person, record.run);
  for (const SubjectAnswers& subject : answers) {
    if (subject.subject == conviction_at(0)) {
      return short_answer_text(record.shown(), asked[1], subject.subject, subject.answers[1]);
    }
  }
  return {};
}

}  // namespace

TEST_CASE("an open fact is asked for with the question of the policy, and each possible answer names its steps") {
  PersonBuilder builder;
  builder.conviction("11358 HS", day(2014, 2, 11));
  CHECK(statute_about_first(builder) == R"(  Statute: Small statute, version 2
    Answer      Needs Review: Dismiss and seal (step 58-1) or Redesignate as misdemeanor (step 58-2)
    Turns on    plants: How many living plants were there?
    Law         HSC 11361.8(f)
    Route       Application after the sentence (HSC 11361.8(e)).
    Not judged  Harm to the environment (HSC 11358(d)(3)).
)");
}

TEST_CASE("a supplied fact is shown with its source, who said so and when") {
  PersonBuilder builder;
  builder.conviction("11358 HS", day(1998, 2, 11)).supplied = {
      {"plants", std::int64_t{6000}, {"plea form", "J. Ortiz", Date{2019, 10, 1}}}};
  CHECK(statute_about_first(builder) == R"(  Statute: Small statute, version 2
    Answer      Dismiss and seal, step 58-1 (6 plants or fewer)
    Supplied    plants: 6 living plants (supplied: plea form, said by J. Ortiz, 2019-10-01)
    Law         HSC 11361.8(f)
    Route       Application after the sentence (HSC 11361.8(e)).
    Act on      Destruction overdue. Ask the court for it.
    Not judged  Harm to the environment (HSC 11358(d)(3)).
)");
}

TEST_CASE("a fact of the record that was filled in is shown with its source, and several facts each with a dash") {
  PersonBuilder builder;
  model::Conviction& conviction = builder.conviction("11358 HS", day(2014, 2, 11));
  conviction.filled = {{model::RecordFact::kLevel, {"docket", "", {}}}};
  conviction.supplied = {{"plants", std::int64_t{6000}, {"plea form", "", {}}}};
  CHECK(statute_about_first(builder).find("    Supplied    - felony (supplied: docket)\n"
                                          "                - plants: 6 living plants (supplied: plea form)\n") !=
        std::string::npos);
}

TEST_CASE("open questions of law are named with their text, and one that decides stands among what it turns on") {
  PersonBuilder builder;
  builder.conviction("11358 HS", day(2014, 2, 11)).supplied = {{"plants", std::int64_t{7000}, {}}};
  builder.registration(Truth::kYes, day(2001, 2, 3));
  const std::string text = statute_about_first(builder);
  CHECK(text.find("Answer      Needs Review: Excluded by prior conviction (step 58-6) or Redesignate as misdemeanor\n"
                  "                (step 58-2)\n") != std::string::npos);
  CHECK(text.find("Turns on    open question Q3: Does a registration prove it?\n") != std::string::npos);
  CHECK(text.find("Supplied    plants: 7 living plants (supplied)\n") != std::string::npos);
  CHECK(text.find("Open law    Q2: Would it have been a lesser offense all the same? (HSC 11358(d))\n") !=
        std::string::npos);
  CHECK(text.find("Law         HSC 11358(d)(1); HSC 11361.8(f)\n") != std::string::npos);
}

TEST_CASE("what may stand beside the answer but is not known says perhaps") {
  PersonBuilder builder;
  builder.conviction("11358 HS", day(2014, 2, 11)).sentence_end = no_date();
  const std::string text = statute_about_first(builder);
  CHECK(text.find("    Route       - perhaps: Petition while serving (HSC 11361.8(a)).\n"
                  "                - perhaps: Application after the sentence (HSC 11361.8(e)).\n") !=
        std::string::npos);
}

TEST_CASE("where an answer is no relief there is no route to it, and findings stand all the same") {
  const policy::Plan statute = small_statute();
  const std::vector<Truth> all(statute.beside.size(), Truth::kYes);
  const auto has_label = [](const auto& lines, std::string_view label) {
    return std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.first == label; });
  };
  bool is_met = false;
  for (std::size_t step = 0; step < statute.steps.size(); ++step) {
    evaluate::Decision decision;
    decision.answer = evaluate::Answer::kDecided;
    decision.deciding_step = step;
    const bool gives_none = statute.outcomes[statute.steps[step].outcome].relief == policy::Relief::kNone;
    is_met = is_met || gives_none;
    const auto lines = beside_lines(statute, decision, all);
    CHECK(has_label(lines, "Route") == !gives_none);
    CHECK(has_label(lines, "Act on"));
  }
  CHECK(is_met);
}

TEST_CASE("a further policy is named as it was asked for, and says when a conviction is out of its scope") {
  PersonBuilder builder;
  builder.conviction("11358 HS", day(2014, 2, 11)).county = model::known(std::string("KERN"));
  const policy::Plan further = small_statute();
  const std::vector<AskedPolicy> asked = {{&further, PolicyRole::kOffice, {}},
                                          {&further, PolicyRole::kFurther, "t.statute with age=60"}};
  const BuiltRecord record{builder};
  const auto answers = answers_about(asked, builder.person, record.run);
  CHECK(short_answer_text(record.shown(), asked[1], conviction_at(0), answers[0].answers[1]) ==
        R"(  Beside it: t.statute with age=60 (Small statute, version 2)
    Answer      Not in scope
)");
}

TEST_CASE("a day on which time changes the answer is told") {
  PersonBuilder builder;
  builder.person.birth_date = day(1969, 11, 12);
  builder.conviction("11359 HS", day(2014, 2, 11));
  const policy::Plan plan = small_plan();
  const std::vector<AskedPolicy> asked = {{&plan, PolicyRole::kOffice, {}}, {&plan, PolicyRole::kFurther, "t.small"}};
  const BuiltRecord record{builder};
  const auto answers = answers_about(asked, builder.person, record.run);
  CHECK(short_answer_text(record.shown(), asked[1], conviction_at(0), answers[0].answers[1]) ==
        R"(  Beside it: t.small (Small policy, version 1)
    Answer      Hand Review, step 11 (No applicable eligibility criteria)
    Changes     from 2019-11-12 on Eligible for Dismissal (step 5)
    Law         HSC 11361.8; HSC 11361.9
)");
}
