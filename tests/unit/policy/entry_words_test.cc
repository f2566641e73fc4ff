#include "policy/words/entry_words.h"

#include <doctest/doctest.h>

#include "policy/policy_texts.h"

namespace redress::policy {
namespace {

citation::SetEntry entry_of(const std::string& entry) {
  auto set =
      read_section_set({"set.toml", "[set]\nid = \"t.one\"\ntitle = \"One\"\ncite = \"HSC 1\"\n[[entry]]\n" + entry});
  if (!set) FAIL(to_string(set.error()));
  return set->set->entries().front();
}

TEST_CASE("an entry of a list is said by the sections it lists") {
  CHECK(sections_words(entry_of("section = \"PC 187\"\nattempts = \"no\"")) == "PC 187");
  CHECK(sections_words(entry_of("section = \"PC 261\"\nsubdivisions = [\"(a)(2)\", \"(a)(6)\"]\nattempts = \"no\"")) ==
        "PC 261(a)(2) or (a)(6)");
  CHECK(sections_words(entry_of("section = \"PC 190.1-190.99\"\nattempts = \"no\"")) == "PC 190.1 to 190.99");
  CHECK(sections_words(entry_of("section = \"PC 266h\"\nsubdivisions = [\"bare\"]\nattempts = \"no\"")) ==
        "PC 266h without a subdivision");
  CHECK(sections_words(entry_of("pair = [\"PC 136.1\", \"PC 186.22(b)(4)\"]\nattempts = \"review\"")) ==
        "PC 136.1 together with PC 186.22(b)(4)");
}

TEST_CASE("an entry of a list says what it makes of attempts, and on which fact it rests") {
  CHECK(terms_words(entry_of("section = \"PC 187\"\nattempts = \"yes\"")) == "attempts count");
  CHECK(terms_words(entry_of("section = \"PC 187\"\nattempts = \"no\"")) == "attempts do not count");
  CHECK(terms_words(entry_of("section = \"PC 261\"\nattempts = \"review\"\nneeds = \"use_of_force\"")) ==
        "attempts are for a person to look at; rests on the fact \"use of force\"");
}

}  // namespace
}  // namespace redress::policy
