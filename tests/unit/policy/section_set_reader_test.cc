#include "policy/parse/section_set_reader.h"

#include <doctest/doctest.h>

#include "citation/citation.h"
#include "policy/policy_texts.h"

namespace redress::policy {
namespace {

constexpr std::string_view kHead = "[set]\nid = \"t.set\"\ntitle = \"A set\"\ncite = \"PC 1\"\nsource = \"A list\"\n";

Result<SectionSetFile> set_of_text(std::string_view entries) {
  return read_section_set({"set.toml", std::string(kHead).append(entries)});
}

Truth member(const SectionSetFile& file, std::string_view charge) {
  return file.set->match(*citation::parse_charge(charge), {}).truth;
}

TEST_CASE("a set file is its head and its entries") {
  const auto file = set_of_text(R"toml([[entry]]
section = "PC 288"
subdivisions = ["bare", "(c)(1)"]
attempts = "no"
class = "III"
note = "a note"
source = "a source"
[[entry]]
pair = ["PC 246", "PC 186.22(b)(4)"]
attempts = "review"
needs = "proof"
[[entry]]
section = "PC 190.1-190.99"
attempts = "yes"
)toml");
  if (!file) FAIL(to_string(file.error()));
  CHECK(file->id == "t.set");
  CHECK(file->title == "A set");
  CHECK(file->cite == "PC 1");
  CHECK(file->origin == "A list");
  CHECK(file->set->id() == "t.set");
  REQUIRE(file->set->entries().size() == 3);
  CHECK(file->set->entries()[0].class_name == "III");
  CHECK(file->set->entries()[0].note == "a note");
  CHECK(file->set->entries()[0].source == "a source");
  CHECK(file->set->entries()[1].needs == "proof");
  CHECK(file->set->pair_count() == 1);
  CHECK(member(*file, "288 PC") == Truth::kYes);
  CHECK(member(*file, "288(C)(1) PC") == Truth::kYes);
  CHECK(member(*file, "288(A) PC") == Truth::kNo);
  CHECK(member(*file, "664/288 PC") == Truth::kNo);
  CHECK(member(*file, "664/190.2 PC") == Truth::kYes);
  CHECK(member(*file, "246/186.22(B)(4) PC") == Truth::kUnknown);
}

struct SetFault {
  std::string entries;
  std::string code;
  std::string marked;
};

TEST_CASE("each fault of an entry is refused at its place") {
  const std::vector<SetFault> faults = {
      {"[[entry]]\nsection = \"PC\"\nattempts = \"yes\"\n", "policy.section", "PC"},
      {"[[entry]]\nsection = \"187\"\nattempts = \"yes\"\n", "policy.section", "187"},
      {"[[entry]]\nsection = \"ZZ 187\"\nattempts = \"yes\"\n", "policy.section", "ZZ 187"},
      {"[[entry]]\nsection = \"PC 476a\"\nattempts = \"yes\"\n", "policy.section", "PC 476a"},
      {"[[entry]]\nsection = \"PC 484E\"\nattempts = \"yes\"\n", "policy.section", "PC 484E"},
      {"[[entry]]\nsection = \"PC 288b\"\nattempts = \"yes\"\n", "policy.section", "PC 288b"},
      {"[[entry]]\nsection = \"PC 288a1\"\nattempts = \"yes\"\n", "policy.section", "PC 288a1"},
      {"[[entry]]\nsection = \"PC 496d(a)\"\nattempts = \"yes\"\n", "policy.section", "PC 496d(a)"},
      {"[[entry]]\npair = [\"PC 246\", \"PC 476a\"]\nattempts = \"yes\"\n", "policy.section",
       "[\"PC 246\", \"PC 476a\"]"},
      {"[[entry]]\nsection = \"PC 190.2-190.99\"\nattempts = \"yes\"\n", "policy.section", "PC 190.2-190.99"},
      {"[[entry]]\nsection = \"PC 187\"\nattempts = \"maybe\"\n", "policy.key", "maybe"},
      {"[[entry]]\nsection = \"PC 187\"\nsubdivisions = [\"c\"]\nattempts = \"yes\"\n", "policy.section", "[\"c\"]"},
      {"[[entry]]\nsection = \"PC 187\"\natempts = \"yes\"\n", "policy.key", "[[entry]]"},
      {"[[entry]]\nsection = \"PC 187\"\nattempts = \"yes\"\nkind = \"x\"\n", "policy.key", "kind"},
      {"[[entry]]\nsection = 187\nattempts = \"yes\"\n", "policy.type", "187"},
      {"[[entry]]\npair = [\"PC 246\"]\nattempts = \"yes\"\n", "policy.section", "[\"PC 246\"]"},
      {"[[entry]]\npair = [\"PC 246\", \"PC 1\"]\nsubdivisions = [\"bare\"]\nattempts = \"yes\"\n", "policy.section",
       "[\"PC 246\", \"PC 1\"]"},
      {"[[entry]]\nsection = \"PC 187\"\npair = [\"PC 246\", \"PC 1\"]\nattempts = \"yes\"\n", "policy.key", "section"},
      {"", "policy.key", "[set]"},
      {"[[entree]]\n", "policy.key", "entree"},
  };
  for (const SetFault& fault : faults) {
    CAPTURE(fault.entries);
    const auto file = set_of_text(fault.entries);
    REQUIRE(!file.ok());
    CHECK(file.error().code == fault.code);
    const std::string marked = testing::under_caret(file.error());
    CHECK_MESSAGE(fault.marked.substr(0, marked.size()) == marked, marked);
    CHECK(!marked.empty());
  }
}

TEST_CASE("letters run on to a number are to be written in brackets, each as research files mean it") {
  const std::vector<std::pair<std::string, std::string>> entries = {{"PC 476a", "PC 476(a)"},
                                                                    {"PC 484ef", "PC 484(e)(f)"},
                                                                    {"PC 288a1", "PC 288(a)(1)"},
                                                                    {"PC 496d(a)", "PC 496(d)(a)"},
                                                                    {"HSC 11357B2", "HSC 11357(b)(2)"}};
  for (const auto& entry : entries) {
    CAPTURE(entry.first);
    const auto set_with = [](const std::string& section) {
      return set_of_text("[[entry]]\nsection = \"" + section + "\"\nattempts = \"yes\"\n");
    };
    const auto refused = set_with(entry.first);
    REQUIRE(!refused.ok());
    CHECK_MESSAGE(refused.error().next_step.find("\"" + entry.second + "\"") != std::string::npos,
                  refused.error().next_step);
    CHECK(set_with(entry.second).ok());
  }
}

TEST_CASE("a section whose name ends in a letter that is known keeps it, and blanks are no letters") {
  for (const char* section :
       {"PC 288a", "PC 496A", "PC 288a(c)(1)", "PC 273ab", "PC 647a", "PC 187\\t", "PC 187 (a)"}) {
    CAPTURE(section);
    const auto file = set_of_text("[[entry]]\nsection = \"" + std::string(section) + "\"\nattempts = \"yes\"\n");
    CHECK(file.ok());
  }
}

TEST_CASE("an entry twice, or both in one way and another, is refused") {
  const std::string any = "[[entry]]\nsection = \"PC 187\"\nattempts = \"yes\"\n";
  const std::string other_answer = "[[entry]]\nsection = \"PC 187\"\nattempts = \"no\"\n";
  const std::string listed = "[[entry]]\nsection = \"PC 187\"\nsubdivisions = [\"(a)\"]\nattempts = \"no\"\n";
  const std::string pair = "[[entry]]\npair = [\"PC 246\", \"PC 186.22(b)(4)\"]\nattempts = \"no\"\n";
  for (const std::string& twice : {any + any, any + other_answer, listed + listed, pair + pair}) {
    const auto file = set_of_text(twice);
    REQUIRE(!file.ok());
    CHECK(file.error().code == "policy.duplicate");
  }
  const std::string turned = "[[entry]]\npair = [\"PC 186.22(b)(4)\", \"PC 246\"]\nattempts = \"no\"\n";
  const std::string range = "[[entry]]\nsection = \"PC 190.1-190.99\"\nattempts = \"yes\"\n";
  const std::string in_range = "[[entry]]\nsection = \"PC 190.25\"\nattempts = \"yes\"\n";
  const std::string in_word = "[[entry]]\nsection = \"PC 187(a)\"\nattempts = \"no\"\n";
  for (const std::string& twice : {pair + turned, range + in_range, in_range + range, listed + in_word}) {
    CHECK(set_of_text(twice).error().code == "policy.duplicate");
  }
  CHECK(set_of_text(any + listed).ok());  // the more specific entry decides alone
}

TEST_CASE("two entries of the same citations that contradict each other say in what") {
  const std::string force = "[[entry]]\nsection = \"PC 187\"\nattempts = \"yes\"\nneeds = \"force\"\n";
  const std::string no = "[[entry]]\nsection = \"PC 187\"\nattempts = \"no\"\n";
  const std::string yes = "[[entry]]\nsection = \"PC 187\"\nattempts = \"yes\"\n";
  CHECK(set_of_text(yes + no).error().cause.find("another answer for 'attempts'") != std::string::npos);
  CHECK(set_of_text(yes + force).error().cause.find("another answer for 'needs'") != std::string::npos);
  CHECK(set_of_text(yes + yes).error().cause.find("another answer") == std::string::npos);
  CHECK(testing::under_caret(set_of_text(yes + no).error()) == "PC 187");
}

TEST_CASE("a subdivision that stands twice in one entry is refused") {
  const auto file = set_of_text("[[entry]]\nsection = \"PC 187\"\nsubdivisions = [\"(a)\", \"(A)\"]\nattempts = \"yes\"\n");
  REQUIRE(!file.ok());
  CHECK(file.error().code == "policy.duplicate");
}

TEST_CASE("the shipped sets can be read and have the ids that policies name") {
  const auto sets = testing::shipped_sets();
  CHECK(sets[0].id == "us-ca.prop64");
  CHECK(sets[2].id == "us-ca.superstrikes.los-angeles");
  CHECK(sets[4].id == "us-ca.pc290.los-angeles");
  CHECK(sets[2].set->pair_count() == 6);
}

}  // namespace
}  // namespace redress::policy
