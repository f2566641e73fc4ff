#include "citation/shared_citation.h"

#include <doctest/doctest.h>

using redress::citation::Citation;
using redress::citation::parse_charge;
using redress::citation::SharedCitation;

namespace {

TEST_CASE("a copy is the same citation, and outlives what it was copied from") {
  SharedCitation copy;
  {
    const SharedCitation whole(*parse_charge("664/11359 HS"));
    copy = whole;
    CHECK(&*copy == &*whole);
  }
  CHECK(copy->as_written == "664/11359 HS");
  CHECK(copy->attempt);
}

TEST_CASE("two that were read apart are equal where they cite the same") {
  const SharedCitation one(*parse_charge("11357(A) HS"));
  CHECK(one == SharedCitation(*parse_charge("11357(A) HS-POSSESS")));
  CHECK_FALSE(one == SharedCitation(*parse_charge("11357(B) HS")));
}

TEST_CASE("nothing is a citation of no section") {
  const SharedCitation nothing;
  CHECK(nothing.is_nothing());
  CHECK(nothing->sections.empty());
  CHECK(*nothing == Citation{});
  CHECK_FALSE(SharedCitation(*parse_charge("187 PC")).is_nothing());
}

}  // namespace
