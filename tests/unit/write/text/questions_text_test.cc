#include "write/text/questions_text.h"

#include <doctest/doctest.h>

#include <string>

#include "base/wrapped_text.h"

using namespace redress;  // NOLINT: the subject under test

namespace {

PolicyQuestions section(PolicyQuestions::Role role, std::string id) {
  PolicyQuestions questions;
  questions.role = role;
  questions.id = questions.choice = std::move(id);
  questions.title = "A policy";
  questions.version = "1";
  questions.in_scope = 1'234'567;
  questions.in_review = {1'000'000, 900'000};
  questions.facts.push_back(
      {"plants", "How many living plants?", "living plants", {300, 280}, {1'000'000, 900'000}, {300, 280}, {300, 280}});
  questions.facts.push_back(
      {"enhancement_found_true_of_the_weapon", "Was it found true?", "", {0, 0}, {5, 5}, {1, 1}, {301, 281}});
  questions.questions.push_back({"Q1", "Does it count?", "HSC 11358(d)(2)", {12, 11}, {20, 19}});
  questions.faults.push_back({"missing_row", "Mend the file.", "", {4, 3}, {4, 3}});
  return questions;
}

std::string text_of(std::vector<PolicyQuestions> policies, std::size_t top = 10) {
  QuestionsReport report;
  report.county = "LOS ANGELES";
  report.as_of = {2019, 11, 11};
  report.policies = std::move(policies);
  return write::questions_text(report, top);
}

bool says(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("each policy has a section of its own, and no line is wider than the page") {
  const std::string text = text_of({section(PolicyQuestions::Role::kOffice, "test.office"),
                                    section(PolicyQuestions::Role::kStatute, "test.statute"),
                                    section(PolicyQuestions::Role::kFurther, "test.office with dismiss_at_age=60")});
  const std::size_t office = text.find("The office's policy\n");
  const std::size_t statute = text.find("The statute, beside the office's policy\n");
  CHECK(office < text.find("test.office, version 1"));
  CHECK(text.find("test.office, version 1") < statute);
  CHECK(statute < text.find("test.statute, version 1"));
  CHECK(says(text, "test.office with dismiss_at_age=60, version 1"));
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin)) {
    CHECK(columns_of(text.substr(begin, end - begin)) <= kPageColumns);
  }
}

TEST_CASE("a statute that is asked alone is beside nobody's policy") {
  const std::string text = text_of({section(PolicyQuestions::Role::kStatute, "test.statute")});
  CHECK(says(text, "\nThe statute\n"));
  CHECK(!says(text, "office"));
}

TEST_CASE("a fact stands with its figures, and its question below") {
  const std::string text = text_of({section(PolicyQuestions::Role::kOffice, "test.office")});
  CHECK(says(text, "Of 1,234,567 convictions in scope, 1,000,000 convictions of 900,000 people stay in review"));
  // The widest columns stay apart.
  CHECK(
      says(text,
          "\n  1  plants                        300     280       300     280       300     280 1,000,000 900,000\n"));
  CHECK(says(text, " 900,000\n     How many living plants? (living plants)\n"));
  CHECK(says(
      text,
      "\n     Q1                             12      11        20      19\n     Does it count? (HSC 11358(d)(2))\n"));
  CHECK(says(text, "\n     missing_row                     4       3         4       3\n     Mend the file.\n"));
  // A name that is too long stands above its figures.
  CHECK(says(text, "\n  2  enhancement_found_true_of_the_weapon\n"));
  CHECK(says(text, "greedy"));
}

TEST_CASE("more facts than asked for are counted") {
  const std::string text = text_of({section(PolicyQuestions::Role::kOffice, "test.office")}, 1);
  CHECK(!says(text, "found true"));
  CHECK(says(text, "1 more fact: --top 2 shows all."));
}

TEST_CASE("a policy that nothing keeps in review says so") {
  PolicyQuestions nothing;
  nothing.in_scope = 3;
  CHECK(says(text_of({nothing}), "Nothing that is unknown keeps any of the 3 convictions in scope in review."));
}

TEST_CASE("what a step of the policy sends to review stands in a line of its own, and nothing where there is none") {
  PolicyQuestions some = section(PolicyQuestions::Role::kOffice, "test.office");
  CHECK(!says(text_of({some}), "A step of the policy"));
  some.sent_to_review = 1;
  CHECK(
      says(text_of({some}), "\nA step of the policy itself sends another 1 conviction to review, not counted below.\n"));
  some.sent_to_review = 1'560;
  CHECK(says(text_of({some}), "sends another 1,560 convictions to review"));
  some.in_review = {};
  CHECK(says(text_of({some}), "sends another 1,560 convictions to review"));
}
