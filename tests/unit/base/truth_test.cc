#include "base/truth.h"

#include <doctest/doctest.h>

using namespace redress;

namespace {

constexpr Truth kNo = Truth::kNo;
constexpr Truth kYes = Truth::kYes;
constexpr Truth kUnknown = Truth::kUnknown;

}  // namespace

TEST_CASE("not turns yes and no around and leaves unknown") {
  CHECK(!kYes == kNo);
  CHECK(!kNo == kYes);
  CHECK(!kUnknown == kUnknown);
}

TEST_CASE("and is no where either is, yes where both are, else unknown") {
  CHECK(kleene_and(kNo, kNo) == kNo);
  CHECK(kleene_and(kNo, kYes) == kNo);
  CHECK(kleene_and(kYes, kNo) == kNo);
  CHECK(kleene_and(kNo, kUnknown) == kNo);
  CHECK(kleene_and(kUnknown, kNo) == kNo);
  CHECK(kleene_and(kYes, kYes) == kYes);
  CHECK(kleene_and(kYes, kUnknown) == kUnknown);
  CHECK(kleene_and(kUnknown, kYes) == kUnknown);
  CHECK(kleene_and(kUnknown, kUnknown) == kUnknown);
}

TEST_CASE("or is yes where either is, no where both are, else unknown") {
  CHECK(kleene_or(kYes, kYes) == kYes);
  CHECK(kleene_or(kYes, kNo) == kYes);
  CHECK(kleene_or(kNo, kYes) == kYes);
  CHECK(kleene_or(kYes, kUnknown) == kYes);
  CHECK(kleene_or(kUnknown, kYes) == kYes);
  CHECK(kleene_or(kNo, kNo) == kNo);
  CHECK(kleene_or(kNo, kUnknown) == kUnknown);
  CHECK(kleene_or(kUnknown, kNo) == kUnknown);
  CHECK(kleene_or(kUnknown, kUnknown) == kUnknown);
}

TEST_CASE("a plain condition is yes or no") {
  CHECK(truth_of(true) == kYes);
  CHECK(truth_of(false) == kNo);
}
